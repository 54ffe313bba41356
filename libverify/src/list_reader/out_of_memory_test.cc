// SPDX-License-Identifier: Apache-2.0
// xmlsec and OpenSSL without memory: a list that is not the signer's is never taken for his.
#include <libxml/xmlmemory.h>

#include <cstdlib>
#include <cstring>
#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

#include "crypto/failing_memory_testing.h"
#include "list_reader/list_testing.h"
#include "list_reader/read_list.h"
#include "trust/trust_testing.h"

namespace sceau::list_reader {
namespace {

using trust::MakeParty;
using trust::TestParty;

char* CopyOrFail(const char* text) {
  const std::size_t size = std::strlen(text) + 1;
  auto* copy = static_cast<char*>(crypto::AllocateOrFail(size));
  if (copy != nullptr) std::memcpy(copy, text, size);
  return copy;
}

// xmlsec and libxml2 lose a little when they run out of memory.
class WithoutLeakReports {
 public:
#ifdef __SANITIZE_ADDRESS__
  WithoutLeakReports() { __lsan_disable(); }
  ~WithoutLeakReports() { __lsan_enable(); }
  WithoutLeakReports(const WithoutLeakReports&) = delete;
  WithoutLeakReports& operator=(const WithoutLeakReports&) = delete;
#endif
};

TEST(EtsiOutOfMemoryTest, AForgedListIsNeverTaken) {
  ASSERT_EQ(xmlMemSetup(std::free, crypto::AllocateOrFail, crypto::ReallocateOrFail, CopyOrFail),
            0);
  const TestParty signer = MakeParty({.common_name = "Signer"});
  const std::string genuine = SignList(UnsignedList(signer.certificate), signer);
  const std::string forged = With(genuine, "Agence de Fiction", "Agence");
  ASSERT_TRUE(ReadList(AsBytes(genuine), signer.certificate, Limits{}).ok());
  [[maybe_unused]] const WithoutLeakReports scope;
  for (const auto shortage : {crypto::Shortage::kOne, crypto::Shortage::kFromHere}) {
    const auto read = [&] {
      const bool taken = ReadList(AsBytes(forged), signer.certificate, Limits{}).ok();
      crypto::EndShortage();
      EXPECT_FALSE(taken);
    };
    EXPECT_GT(crypto::FailEach(shortage, read), 100);
  }
}

}  // namespace
}  // namespace sceau::list_reader
