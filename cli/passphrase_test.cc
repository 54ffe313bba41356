// SPDX-License-Identifier: Apache-2.0
#include "cli/passphrase.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pty.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <utmp.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <thread>

#include "cli/secret.h"
#include "sceau/error.h"

namespace sceau::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* kPrompt = "Phrase : ";

class Pty {
 public:
  Pty() { EXPECT_EQ(::openpty(&master, &slave, nullptr, nullptr, nullptr), 0); }
  ~Pty() {
    ::close(master);
    ::close(slave);
  }
  Pty(const Pty&) = delete;
  Pty& operator=(const Pty&) = delete;

  void Type(std::string_view text) const {
    EXPECT_EQ(::write(master, text.data(), text.size()), static_cast<ssize_t>(text.size()));
  }
  // What the terminal shows, up to and with `end`.
  std::string ReadUntil(std::string_view end) const {
    std::string shown;
    char c = 0;
    while (!shown.ends_with(end) && ::read(master, &c, 1) == 1) shown += c;
    return shown;
  }
  bool Echoes() const {
    termios state{};
    return ::tcgetattr(slave, &state) == 0 && (state.c_lflag & ECHO) != 0;
  }

  int master = -1;
  int slave = -1;
};

absl::StatusOr<std::string> Answer(std::string_view typed, std::string* shown = nullptr) {
  const Pty pty;
  std::string seen;
  std::thread person([&] {
    seen = pty.ReadUntil(kPrompt);
    EXPECT_FALSE(pty.Echoes());
    pty.Type(typed);
    seen += pty.ReadUntil("\n");
  });
  auto answer = AskOn(pty.slave, kPrompt);
  person.join();
  EXPECT_TRUE(pty.Echoes());
  if (shown != nullptr) *shown = seen;
  return answer;
}

TEST(AskOnTest, ReadsALineThatIsNotShown) {
  std::string shown;
  EXPECT_EQ(Answer("un secret é\n", &shown).value(), "un secret é");
  EXPECT_THAT(shown, HasSubstr(kPrompt));
  EXPECT_THAT(shown, Not(HasSubstr("secret")));
}

TEST(AskOnTest, AcceptsUpToTheLongest) {
  // A terminal's line holds 4095 bytes.
  const std::string longest(kLongestPassphrase, 'x');
  EXPECT_EQ(Answer(longest + "\n").value(), longest);
  const auto refused = Answer(longest + "x\n");
  EXPECT_EQ(ReasonOf(refused.status()), Reason::kKeyPassphraseWrong);
  EXPECT_EQ(DetailOf(refused.status()), "too long");
}

TEST(AskOnTest, AnEmptyOrEndedAnswerIsRefused) {
  EXPECT_EQ(DetailOf(Answer("\n").status()), "empty");
  EXPECT_EQ(DetailOf(Answer("\x04").status()), "the terminal was closed");  // Ctrl-D
}

TEST(AskOnTest, WhatIsNotATerminalIsRefused) {
  const int null = ::open("/dev/null", O_RDWR);
  EXPECT_EQ(DetailOf(AskOn(null, kPrompt).status()), "not a terminal");
  ::close(null);
}

// Ctrl-C ends the process as if it had not been asking, and the echo is back.
TEST(AskOnTest, ASignalRestoresTheTerminalAndThenTakesEffect) {
  for (const auto& [key, number] : {std::pair{'\x03', SIGINT}, std::pair{'\x1C', SIGQUIT}}) {
    const Pty pty;
    const pid_t child = ::fork();
    if (child == 0) {
      const NoCoreDumps no_core;  // SIGQUIT would leave one
      if (::login_tty(::dup(pty.slave)) != 0) ::_exit(9);
      const auto answer = AskOn(STDIN_FILENO, kPrompt);
      ::_exit(answer.ok() ? 7 : 8);
    }
    pty.ReadUntil(kPrompt);
    EXPECT_FALSE(pty.Echoes());
    pty.Type(std::string("sec") + key);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFSIGNALED(status)) << status;
    EXPECT_EQ(WTERMSIG(status), number);
    EXPECT_TRUE(pty.Echoes());
  }
}

class PassphraseFileTest : public testing::Test {
 protected:
  PassphraseFileTest()
      : path_(testing::TempDir() + "/sceau_passphrase"),
        error_(std::tmpfile()),
        terminal_(stdout, error_, Language::kEnglish, "keygen") {}
  ~PassphraseFileTest() override {
    std::fclose(error_);
    std::filesystem::remove(path_);
  }
  void Write(std::string_view content, mode_t mode = 0600) {
    std::ofstream(path_) << content;
    ::chmod(path_.c_str(), mode);
  }
  std::string Messages() {
    std::string text(static_cast<std::size_t>(std::ftell(error_)), '\0');
    std::rewind(error_);
    EXPECT_EQ(std::fread(text.data(), 1, text.size(), error_), text.size());
    return text;
  }

  std::string path_;
  std::FILE* error_;
  Terminal terminal_;
};

TEST_F(PassphraseFileTest, TheFirstLineCounts) {
  for (const char* content : {"un secret", "un secret\n", "un secret\r\n", "un secret\nautre"}) {
    Write(content);
    EXPECT_EQ(ReadPassphraseFile(path_, terminal_).value(), "un secret");
  }
  EXPECT_EQ(Messages(), "");
}

TEST_F(PassphraseFileTest, WhatCannotBeAPassphraseIsRefused) {
  Write("\nsecond line");
  EXPECT_EQ(DetailOf(ReadPassphraseFile(path_, terminal_).status()), "empty");
  Write(std::string(kLongestPassphrase + 1, 'x'));
  EXPECT_EQ(DetailOf(ReadPassphraseFile(path_, terminal_).status()), "too long");
  Write(std::string(kLongestPassphrase, 'x') + "\r\n");
  EXPECT_EQ(ReadPassphraseFile(path_, terminal_)->size(), kLongestPassphrase);
  Write(std::string_view("a\0b", 3));
  EXPECT_EQ(DetailOf(ReadPassphraseFile(path_, terminal_).status()), "holds a zero byte");
  EXPECT_EQ(ReasonOf(ReadPassphraseFile("/nowhere/file", terminal_).status()),
            Reason::kDocumentMissing);
}

TEST_F(PassphraseFileTest, AnExposedFileIsWarnedOf) {
  Write("secret", 0644);
  EXPECT_TRUE(ReadPassphraseFile(path_, terminal_).ok());
  EXPECT_THAT(Messages(), HasSubstr("sceau: warning: others can read the passphrase file"));
}

TEST(WipeTest, LeavesNothing) {
  std::string text = "a secret that is too long for the short string";
  const char* data = text.data();
  const std::size_t capacity = text.capacity();
  Wipe(text);
  EXPECT_TRUE(text.empty());
  EXPECT_EQ(text.data(), data);  // the same buffer, all zeroes
  EXPECT_EQ(std::string(data, capacity).find_first_not_of('\0'), std::string::npos);
}

TEST(NoCoreDumpsTest, HoldsWhileItLives) {
  ASSERT_EQ(::prctl(PR_GET_DUMPABLE), 1);
  {
    const NoCoreDumps no_core_dumps;
    EXPECT_EQ(::prctl(PR_GET_DUMPABLE), 0);
    rlimit limit{1, 1};
    EXPECT_EQ(::getrlimit(RLIMIT_CORE, &limit), 0);
    EXPECT_EQ(limit.rlim_max, 0U);
  }
  EXPECT_EQ(::prctl(PR_GET_DUMPABLE), 1);
}

}  // namespace
}  // namespace sceau::cli
