// SPDX-License-Identifier: Apache-2.0
// The one door through which a document is read: bytes -> pages with their symbols and words.
// Everything above this interface is safe from what the bytes do to image and PDF libraries;
// everything below may be moved to another process.
#ifndef SCEAU_ISOLATION_READER_H_
#define SCEAU_ISOLATION_READER_H_

#include <memory>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "base/page.h"
#include "sceau/limits.h"

namespace sceau::isolation {

struct ReadOutcome {
  DocumentContent content;
  // What kept pages from being read (document.damaged, document.deadline …); what was read before
  // stands.
  std::vector<Finding> problems;
};

class Reader {
 public:
  virtual ~Reader() = default;
  // Errors as OpenDocument's; a scanner's text (UTF-8 or bytes that are no known file type but
  // start like a seal) is one page with one kText symbol.
  virtual absl::StatusOr<ReadOutcome> Read(ByteSpan document, const Limits& limits) = 0;
};

enum class PageSource {
  kParts,    // what a page is made of, where that is certain
  kDrawing,  // the page as a viewer shows it: for who made it
};
std::unique_ptr<Reader> MakeInProcessReader(PageSource source = PageSource::kParts);

}  // namespace sceau::isolation

#endif  // SCEAU_ISOLATION_READER_H_
