// SPDX-License-Identifier: Apache-2.0
// The program sceau-read-list as it is built, and what it can still do once it has shut itself in.
#include "list_reader/work.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>

#include "base/status.h"
#include "isolation/helper_process.h"
#include "isolation/read_list_apart.h"
#include "list_reader/list_testing.h"
#include "list_reader/read_list.h"
#include "sceau/programs.h"
#include "trust/trust_testing.h"

namespace sceau::list_reader {
namespace {

using trust::MakeParty;
using trust::TestParty;

const TestParty& SignerOfGoodList() {
  static const TestParty party = MakeParty({.common_name = "Signer"});
  return party;
}

const std::string& GoodList() {
  static const std::string list =
      SignList(UnsignedList(SignerOfGoodList().certificate), SignerOfGoodList());
  return list;
}

absl::StatusOr<isolation::TrustedList> ReadApart(const std::string& xml,
                                                 const Limits& limits = {}) {
  return isolation::ReadListApart(AsBytes(xml), SignerOfGoodList().certificate.ToDer(), limits,
                                  ProgramFolder());
}

// Half a million nodes: more memory and time than the tests below allow.
std::string LargeList() {
  std::string xml = R"(<TrustServiceStatusList xmlns="http://uri.etsi.org/02231/v2#">)";
  for (int i = 0; i < 490'000; ++i) xml += "<a>x</a>";
  return xml + "</TrustServiceStatusList>";
}

TEST(ListReaderTest, SaysWhatIsReadInOneProcess) {
  const auto apart = ReadApart(GoodList());
  ASSERT_TRUE(apart.ok()) << apart.status();
  const auto here = ReadList(AsBytes(GoodList()), SignerOfGoodList().certificate, Limits{});
  ASSERT_TRUE(here.ok()) << here.status();
  EXPECT_EQ(isolation::WriteListAnswer(apart), isolation::WriteListAnswer(here));
}

TEST(ListReaderTest, RefusesForTheReasonsOfOneProcess) {
  const std::string body = GoodList().substr(GoodList().find("<Trust"));
  const std::string external = "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>" + body;
  const std::string remote = "<!DOCTYPE a SYSTEM \"http://127.0.0.1/a.dtd\">" + body;
  for (const std::string& xml :
       {std::string(), std::string("<a/>"), external, remote,
        With(GoodList(), "Agence de Fiction", "Agence"),
        With(GoodList(), "URI=\"#props\"", "URI=\"file:///etc/hostname\"")}) {
    SCOPED_TRACE(xml.substr(0, 60));
    const auto apart = ReadApart(xml);
    const auto here = ReadList(AsBytes(xml), SignerOfGoodList().certificate, Limits{});
    ASSERT_FALSE(apart.ok());
    ASSERT_FALSE(here.ok());
    EXPECT_EQ(ReasonOf(apart.status()), ReasonOf(here.status()));
    EXPECT_EQ(DetailOf(apart.status()), DetailOf(here.status()));
  }
}

TEST(ListReaderTest, ALotOfAttributesIsRefusedBeforeTheParser) {
  std::string xml = "<TrustServiceStatusList";
  for (int i = 0; i < 171'000; ++i) xml += " a" + std::to_string(i) + "=''";
  xml += "/>";
  EXPECT_GT(xml.size(), 1'760'000U);
  EXPECT_EQ(ReasonOf(ReadApart(xml).status()), Reason::kTrustEtsiTooLarge);
}

TEST(ListReaderTest, TooMuchTimeGivesNoAnswer) {
  Limits limits;
  limits.decode_wall = std::chrono::milliseconds{10};
  const auto list = ReadApart(LargeList(), limits);
  EXPECT_EQ(ReasonOf(list.status()), Reason::kTrustEtsiReaderStopped) << list.status();
}

#ifndef SCEAU_WEAK_SANDBOX_FOR_SANITIZERS_NEVER_SHIP
TEST(ListReaderTest, TooMuchMemoryGivesNoAnswer) {
  Limits limits;
  limits.decode_memory = std::size_t{96} << 20;
  const auto list = ReadApart(LargeList(), limits);
  EXPECT_EQ(ReasonOf(list.status()), Reason::kTrustEtsiReaderStopped);
  EXPECT_EQ(DetailOf(list.status()), "memory");
  EXPECT_TRUE(ReadApart(GoodList(), limits).ok());
}
#endif

bool Opens(const char* path, int flags) { return ::open(path, flags, 0600) >= 0; }

// How a child ends that shuts itself in and then does `what`.
template <typename Attempt>
int EndOf(const Attempt& what) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(ShutIn(Limits{}) ? what() : 99);
  int status = 0;
  ::waitpid(child, &status, 0);
  return status;
}

TEST(ListReaderTest, InsideAListIsReadAndNoFileIs) {
  const std::string file = ::testing::TempDir() + "sceau-read-list-" + std::to_string(::getpid());
  const TestParty& signer = SignerOfGoodList();
  const std::string& list = GoodList();
  const int status = EndOf([&] {
    if (Opens("/etc/passwd", O_RDONLY) || Opens("/proc/self/maps", O_RDONLY)) return 1;
    if (Opens("/usr/share/fonts", O_RDONLY | O_DIRECTORY)) return 2;
    if (Opens(file.c_str(), O_WRONLY | O_CREAT)) return 3;
    return ReadList(AsBytes(list), signer.certificate, Limits{}).ok() ? 0 : 4;
  });
  EXPECT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 0);
}

TEST(ListReaderTest, InsideNobodyIsReached) {
  EXPECT_TRUE(WIFSIGNALED(EndOf([] { return ::socket(AF_INET, SOCK_STREAM, 0) >= 0 ? 1 : 0; })));
  EXPECT_TRUE(WIFSIGNALED(EndOf([] { return ::fork() >= 0 ? 1 : 0; })));
}

TEST(ListReaderTest, DoesNothingForWhoIsNotTheLibrary) {
  const std::string program =
      isolation::PathOf(isolation::HelperProgram::kReadList, ProgramFolder());
  for (const char* option : {"", "--once", "--serve"}) {
    const std::string command = "'" + program + "' " + option + " </dev/null 3</dev/null";
    const int status = std::system(command.c_str());
    EXPECT_EQ(WEXITSTATUS(status), static_cast<int>(isolation::HelperExit::kMisused)) << option;
  }
}

}  // namespace
}  // namespace sceau::list_reader
