// SPDX-License-Identifier: Apache-2.0
// The host against helpers that lie, hang and flood. What the real one does is in helper/.
#include "isolation/helper_reader.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <memory>

#include "base/descriptor.h"
#include "base/status.h"
#include "isolation/fakes_testing.h"

namespace sceau::isolation {
namespace {

using ::testing::HasSubstr;

ByteSpan SomePdf() { return AsBytes("%PDF-1.7 whatever it is"); }

// Who has to be waited for in vain is not waited for long; a slow machine may take its time to
// start the others.
Limits LimitsFor(Reason expected) {
  Limits limits;
  if (expected == Reason::kDocumentDeadline) limits.decode_wall = std::chrono::milliseconds{50};
  return limits;
}

long PeakKilobytes() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

struct Misbehaviour {
  const char* kind;
  Reason once;
  Reason serving;
};

constexpr Reason kCrashed = Reason::kDocumentReaderCrashed;

constexpr Misbehaviour kMisbehaviours[] = {
    {"flood", kCrashed, kCrashed},
    {"lie-count", kCrashed, kCrashed},
    {"lie-size", kCrashed, kCrashed},
    {"lie-reason", kCrashed, kCrashed},
    {"lie-seal", kCrashed, kCrashed},
    {"asks", kCrashed, kCrashed},
    {"crash", kCrashed, kCrashed},
    {"half", kCrashed, kCrashed},
    {"silent", kCrashed, kCrashed},
    {"exit", kCrashed, kCrashed},
    {"hang", Reason::kDocumentDeadline, Reason::kDocumentDeadline},
    {"half-hang", Reason::kDocumentDeadline, Reason::kDocumentDeadline},
    {"stay", Reason::kDocumentDeadline, Reason::kDocumentDeadline},
    {"no-sandbox", Reason::kIsolationUnavailable, Reason::kIsolationUnavailable},
    {"misused", Reason::kIsolationUnavailable, Reason::kIsolationUnavailable},
    {"out-of-memory", Reason::kDocumentOutOfMemory, Reason::kDocumentOutOfMemory},
};

TEST(HelperReaderTest, A26EachWayToMisbehaveHasItsReason) {
  const long before = PeakKilobytes();
  for (const Misbehaviour& c : kMisbehaviours) {
    HelperReader reader({}, Fake(c.kind));
    EXPECT_EQ(ReasonOf(reader.Read(SomePdf(), LimitsFor(c.once)).status()), c.once) << c.kind;
    for (int i = 0; i < 2; ++i)
      EXPECT_EQ(ReasonOf(reader.Read(SomePdf(), LimitsFor(c.serving)).status()), c.serving)
          << c.kind;
  }
#ifdef __SANITIZE_ADDRESS__
  constexpr long kMax = 300'000;  // it keeps what was freed
#else
  constexpr long kMax = 80'000;
#endif
  EXPECT_LT(PeakKilobytes() - before, kMax);
}

TEST(HelperReaderTest, TheFirstProgramIsTheLeastThatReads) {
  const struct {
    const char* document;
    ReadSettings settings;
    HelperProgram program;
  } kCases[] = {
      {"\x89PNG\r\n\x1A\n /Type3", {}, HelperProgram::kDecode},
      {"%PDF-1.7 /Type0", {}, HelperProgram::kDecodePdf},
      {"%PDF-1.7 /Filter/JBIG2Decode", {}, HelperProgram::kDraw},
      {"%PDF-1.7 /Subtype/Type3", {}, HelperProgram::kDraw},
      {"%PDF-1.7", {.previews = true}, HelperProgram::kDraw},
      {"%PDF-1.7", {.source = PageSource::kDrawing}, HelperProgram::kDraw},
  };
  for (const auto& c : kCases)
    EXPECT_EQ(FirstProgramFor(AsBytes(c.document), c.settings), c.program) << c.document;
}

TEST(HelperReaderTest, AnHonestOneIsBelieved) {
  HelperReader reader({}, Fake("honest"));
  for (int i = 0; i < 3; ++i) {
    const auto read = reader.Read(SomePdf(), Limits{});
    ASSERT_TRUE(read.ok()) << read.status();
    EXPECT_EQ(read->content.pages.size(), 1U);
  }
}

TEST(HelperReaderTest, AServerThatEndedWhileItWaitedIsReplaced) {
  HelperReader reader({}, Fake("leave"));
  for (int i = 0; i < 4; ++i) EXPECT_TRUE(reader.Read(SomePdf(), Limits{}).ok()) << i;
}

TEST(HelperReaderTest, DescriptorsThatNobodyAskedForAreClosedAndEndTheServer) {
  HelperReader reader({}, Fake("descriptors"));
  EXPECT_TRUE(reader.Read(SomePdf(), Limits{}).ok());
  const auto descriptors = [] {
    return std::ranges::distance(std::filesystem::directory_iterator("/proc/self/fd"),
                                 std::filesystem::directory_iterator());
  };
  const auto before = descriptors();
  for (int i = 0; i < 3; ++i)
    EXPECT_EQ(ReasonOf(reader.Read(SomePdf(), Limits{}).status()), kCrashed);
  EXPECT_EQ(descriptors(), before);
}

TEST(HelperReaderTest, AHelperThatIsNotThereIsSaidSo) {
  for (const char* path : {"", "/nowhere", "/etc/passwd"}) {
    HelperReader reader({}, path);
    for (int i = 0; i < 2; ++i)
      EXPECT_EQ(ReasonOf(reader.Read(SomePdf(), Limits{}).status()), Reason::kIsolationUnavailable);
  }
}

TEST(HelperReaderTest, AHelperThatCannotBeWatchedIsEnded) {
  rlimit before{};
  ::getrlimit(RLIMIT_NOFILE, &before);
  const Descriptor next(::open("/dev/null", O_RDONLY | O_CLOEXEC));
  // Room for the two ends of the socket alone.
  const rlimit few{static_cast<rlim_t>(next.get()) + 3, before.rlim_max};
  ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &few), 0);
  HelperReader reader({}, Fake("honest"));
  const auto read = reader.Read(SomePdf(), Limits{});
  ::setrlimit(RLIMIT_NOFILE, &before);
  EXPECT_EQ(ReasonOf(read.status()), Reason::kIsolationUnavailable);
  EXPECT_EQ(DetailOf(read.status()), "pidfd_open");
  EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1);
}

TEST(HelperReaderTest, WhatNeedsNoDecodingNeedsNoHelper) {
  HelperReader reader({}, "/nowhere");
  const auto text = reader.Read(AsBytes("AD1:6BF+70790T9WJWG.FKY*4GO0"), Limits{});
  ASSERT_TRUE(text.ok()) << text.status();
  EXPECT_EQ(text->content.pages.at(0).symbols.at(0).symbology, Symbology::kText);
  EXPECT_EQ(ReasonOf(reader.Read({}, Limits{}).status()), Reason::kDocumentEmpty);
  Limits limits;
  limits.document_bytes = 5;
  EXPECT_EQ(ReasonOf(reader.Read(SomePdf(), limits).status()), Reason::kDocumentTooLarge);
}

TEST(HelperReaderTest, WorksWhereChildrenAreIgnored) {
  const auto before = ::signal(SIGCHLD, SIG_IGN);
  HelperReader reader({}, Fake("honest"));
  for (int i = 0; i < 2; ++i) EXPECT_TRUE(reader.Read(SomePdf(), Limits{}).ok());
  ::signal(SIGCHLD, before);
}

// The ends of the socket are then among the three that the helper has opened to nowhere.
TEST(HelperReaderTest, WorksWhereTheStandardStreamsAreClosed) {
  const pid_t fork = ::fork();
  ASSERT_GE(fork, 0);
  if (fork == 0) {
    for (const int fd : {0, 1, 2}) ::close(fd);
    HelperReader reader({}, Fake("honest"));
    bool all = true;
    for (int i = 0; i < 3; ++i) all = reader.Read(SomePdf(), Limits{}).ok() && all;
    ::_exit(all ? 0 : 1);
  }
  int status = -1;
  ASSERT_EQ(::waitpid(fork, &status, 0), fork);
  EXPECT_EQ(status, 0);
}

TEST(HelperReaderTest, NoProcessIsLeft) {
  {
    HelperReader reader({}, Fake("honest"));
    for (int i = 0; i < 2; ++i) EXPECT_TRUE(reader.Read(SomePdf(), Limits{}).ok());
  }
  EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1);
}

TEST(HelperReaderTest, AfterAForkEachProcessHasServersOfItsOwn) {
  auto reader = std::make_unique<HelperReader>(ReadSettings{}, Fake("honest"));
  for (int i = 0; i < 2; ++i) ASSERT_TRUE(reader->Read(SomePdf(), Limits{}).ok());
  const pid_t fork = ::fork();
  ASSERT_GE(fork, 0);
  if (fork == 0) {
    const bool has_read = reader->Read(SomePdf(), Limits{}).ok();
    const bool has_server = ::waitpid(-1, nullptr, WNOHANG) == 0;
    reader.reset();  // and leaves the other process its server
    ::_exit(has_read && has_server ? 0 : 1);
  }
  int status = -1;
  ASSERT_EQ(::waitpid(fork, &status, 0), fork);
  EXPECT_EQ(status, 0);
  EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), 0) << "the server is gone";
  EXPECT_TRUE(reader->Read(SomePdf(), Limits{}).ok());
}

TEST(ReasonOfEndTest, SignalsAndCodes) {
  EXPECT_EQ(ReasonOf(ReasonOfEnd(SIGXCPU)), Reason::kDocumentDeadline);
  EXPECT_EQ(ReasonOf(ReasonOfEnd(SIGALRM)), Reason::kDocumentDeadline);
  EXPECT_EQ(ReasonOf(ReasonOfEnd(SIGSYS)), kCrashed);
  EXPECT_THAT(DetailOf(ReasonOfEnd(SIGSYS)), HasSubstr("signal 31"));
  EXPECT_EQ(ReasonOf(ReasonOfEnd(70 << 8)), Reason::kIsolationUnavailable);
  EXPECT_EQ(ReasonOf(ReasonOfEnd(71 << 8)), Reason::kDocumentOutOfMemory);
  EXPECT_EQ(ReasonOf(ReasonOfEnd(3 << 8)), kCrashed);
}

}  // namespace
}  // namespace sceau::isolation
