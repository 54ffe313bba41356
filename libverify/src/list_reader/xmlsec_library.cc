// SPDX-License-Identifier: Apache-2.0
#include "list_reader/xmlsec_library.h"

#include <xmlsec/xmlsec.h>
// The first of them all must come first.
#include <xmlsec/crypto.h>
#include <xmlsec/errors.h>

namespace sceau::list_reader {
namespace {

void DropMessage(const char* /*file*/, int /*line*/, const char* /*func*/, const char* /*object*/,
                 const char* /*subject*/, int /*reason*/, const char* /*message*/) {}

// The library's tables, filled once and emptied when the process ends.
class Library {
 public:
  Library() {
    ready_ = xmlSecInit() == 0 && xmlSecCryptoInit() == 0;
    xmlSecErrorsSetCallback(&DropMessage);  // xmlSecInit sets its own
  }
  ~Library() {
    xmlSecCryptoShutdown();
    xmlSecShutdown();
  }
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;
  bool ready() const { return ready_; }

 private:
  bool ready_ = false;
};

}  // namespace

bool XmlsecReady() {
  static const Library library;
  return library.ready();
}

}  // namespace sceau::list_reader
