// SPDX-License-Identifier: Apache-2.0
// The library against readers of trusted lists that lie, hang and flood. What the real one does is
// in list_reader/.
#include "isolation/read_list_apart.h"

#include <gtest/gtest.h>
#include <sys/wait.h>

#include "base/status.h"
#include "isolation/fakes_testing.h"

namespace sceau::isolation {
namespace {

absl::StatusOr<TrustedList> ReadBy(const std::string& program, const Limits& limits = {}) {
  return ReadListApart(AsBytes("<a/>"), AsBytes("signer"), limits, program);
}

TEST(ReadListApartTest, AnHonestOneIsBelieved) {
  const auto list = ReadBy(Fake("list-honest"));
  ASSERT_TRUE(list.ok()) << list.status();
  EXPECT_EQ(list->territory, "FR");
  EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1);
}

TEST(ReadListApartTest, A26EachWayToMisbehaveHasItsReason) {
  constexpr Reason kStopped = Reason::kTrustEtsiReaderStopped;
  const struct {
    const char* kind;
    Reason reason;
    const char* detail;
  } kCases[] = {
      {"flood", kStopped, "answer: length"},
      {"crash", kStopped, "signal 11"},
      {"list-then-crash", kStopped, "signal 11"},
      {"list-then-code", kStopped, "exit 3"},
      {"half", kStopped, "answer: kind"},
      {"silent", kStopped, "answer: cut"},
      {"exit", kStopped, "answer: cut"},
      {"list-half", kStopped, nullptr},
      {"list-many", kStopped, "answer: services"},
      {"list-verdict", kStopped, "answer: reason"},
      {"out-of-memory", kStopped, "memory"},
      {"no-sandbox", Reason::kIsolationUnavailable, "no seccomp"},
      {"misused", Reason::kIsolationUnavailable, "reader of another version"},
  };
  for (const auto& one : kCases) {
    SCOPED_TRACE(one.kind);
    const auto list = ReadBy(Fake(one.kind));
    ASSERT_FALSE(list.ok());
    EXPECT_EQ(ReasonOf(list.status()), one.reason);
    if (one.detail != nullptr) {
      EXPECT_EQ(DetailOf(list.status()), one.detail);
    }
  }
  EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1);
}

TEST(ReadListApartTest, WhoIsWaitedForInVainIsNotWaitedForLong) {
  Limits limits;
  limits.decode_wall = std::chrono::milliseconds{50};
  for (const char* kind : {"hang", "half-hang", "list-then-stay"}) {
    const auto list = ReadBy(Fake(kind), limits);
    EXPECT_EQ(ReasonOf(list.status()), Reason::kTrustEtsiReaderStopped) << kind;
    EXPECT_EQ(DetailOf(list.status()), "stopped") << kind;
  }
}

TEST(ReadListApartTest, AProgramThatIsNotThereIsSaidSo) {
  for (const char* path : {"", "/nowhere", "/etc/passwd"})
    EXPECT_EQ(ReasonOf(ReadBy(path).status()), Reason::kIsolationUnavailable) << path;
}

TEST(ReadListApartTest, AListPastTheLimitStartsNothing) {
  Limits limits;
  limits.etsi_list_bytes = 3;
  EXPECT_EQ(ReasonOf(ReadBy("/nowhere", limits).status()), Reason::kTrustEtsiTooLarge);
}

}  // namespace
}  // namespace sceau::isolation
