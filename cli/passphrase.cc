// SPDX-License-Identifier: Apache-2.0
#include "cli/passphrase.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <utility>

#include "cli/input.h"
#include "cli/secret.h"
#include "sceau/error.h"

namespace sceau::cli {
namespace {

volatile std::sig_atomic_t signal_seen = 0;

void Remember(int number) { signal_seen = number; }

// Signals that would end or stop the process are held back while the echo is off: they are
// delivered only inside Wait(), noted there, and raised again once the terminal is as before.
class HeldSignals {
 public:
  HeldSignals() {
    sigset_t held;
    sigemptyset(&held);
    for (int number : kNumbers) sigaddset(&held, number);
    sigprocmask(SIG_BLOCK, &held, &mask_before_);
    signal_seen = 0;
    struct sigaction remember {};
    remember.sa_handler = Remember;
    for (std::size_t i = 0; i < kNumbers.size(); ++i) {
      sigaction(kNumbers[i], nullptr, &before_[i]);
      if (before_[i].sa_handler != SIG_IGN) sigaction(kNumbers[i], &remember, nullptr);
    }
  }
  ~HeldSignals() { Release(); }
  HeldSignals(const HeldSignals&) = delete;
  HeldSignals& operator=(const HeldSignals&) = delete;

  // False when a signal came first.
  bool Wait(int descriptor) const {
    pollfd wanted{descriptor, POLLIN, 0};
    while (signal_seen == 0) {
      if (::ppoll(&wanted, 1, nullptr, &mask_before_) > 0) return true;
      if (errno != EINTR) return true;  // the read that follows says what is wrong
    }
    return false;
  }

  // Raises what came meanwhile, under the handlers from before. Returns the signal, if the process
  // lives on: it was stopped and continued, or has a handler of its own.
  int Release() {
    if (std::exchange(released_, true)) return 0;
    for (std::size_t i = 0; i < kNumbers.size(); ++i) sigaction(kNumbers[i], &before_[i], nullptr);
    const int seen = signal_seen;
    if (seen != 0) std::raise(seen);
    sigprocmask(SIG_SETMASK, &mask_before_, nullptr);
    return seen;
  }

 private:
  static constexpr std::array<int, 6> kNumbers = {SIGINT,  SIGTERM, SIGHUP,
                                                  SIGQUIT, SIGALRM, SIGTSTP};
  sigset_t mask_before_{};
  std::array<struct sigaction, kNumbers.size()> before_{};
  bool released_ = false;
};

class EchoOff {
 public:
  explicit EchoOff(int terminal) : terminal_(terminal) {
    ok_ = ::tcgetattr(terminal, &before_) == 0;
    if (!ok_) return;
    termios silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO | ECHONL);
    ok_ = ::tcsetattr(terminal, TCSAFLUSH, &silent) == 0;
  }
  ~EchoOff() {
    if (ok_) ::tcsetattr(terminal_, TCSAFLUSH, &before_);
  }
  EchoOff(const EchoOff&) = delete;
  EchoOff& operator=(const EchoOff&) = delete;
  bool ok() const { return ok_; }

 private:
  int terminal_;
  bool ok_ = false;
  termios before_{};
};

absl::Status Unusable(const std::string& detail) {
  return Refuse(Reason::kKeyPassphraseWrong, detail);
}

void WriteTo(int terminal, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(terminal, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;  // a missing prompt does no harm
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

enum class LineEnd { kComplete, kEnded, kSignal };

// Appends to `line`, whose capacity suffices: growing would leave a copy behind.
LineEnd ReadLine(int terminal, const HeldSignals& signals, std::string& line, bool& too_long) {
  while (true) {
    if (!signals.Wait(terminal)) return LineEnd::kSignal;
    char c = 0;
    const ssize_t got = ::read(terminal, &c, 1);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return LineEnd::kEnded;
    if (c == '\n' || c == '\r') return LineEnd::kComplete;
    if (line.size() < kLongestPassphrase) {
      line += c;
    } else {
      too_long = true;
    }
  }
}

absl::StatusOr<std::string> Checked(std::string line, bool too_long) {
  if (!too_long && !line.empty() && line.find('\0') == line.npos) return line;
  const bool empty = line.empty();
  Wipe(line);
  return Unusable(empty ? "empty" : too_long ? "too long" : "holds a zero byte");
}

}  // namespace

absl::StatusOr<std::string> AskOn(int terminal, const std::string& prompt) {
  while (true) {
    std::string line;
    line.reserve(kLongestPassphrase);
    bool too_long = false;
    LineEnd end = LineEnd::kSignal;
    HeldSignals signals;
    {
      const EchoOff echo_off(terminal);
      if (!echo_off.ok()) return Unusable("not a terminal");
      WriteTo(terminal, prompt);
      end = ReadLine(terminal, signals, line, too_long);
    }
    WriteTo(terminal, "\n");
    const int signal_number = signals.Release();
    if (end == LineEnd::kComplete) return Checked(std::move(line), too_long);
    Wipe(line);
    if (end == LineEnd::kEnded) return Unusable("the terminal was closed");
    if (signal_number != SIGTSTP) return Unusable("interrupted");
  }
}

absl::StatusOr<std::string> Ask(const std::string& prompt) {
  const int terminal = ::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
  if (terminal < 0) return Unusable("no terminal to ask on; use --passphrase-file");
  auto answer = AskOn(terminal, prompt);
  ::close(terminal);
  return answer;
}

absl::StatusOr<std::string> AskTwice(Language language) {
  auto first = Ask(Say(Message::kPromptNewPassphrase, language));
  if (!first.ok()) return first;
  auto second = Ask(Say(Message::kPromptRepeat, language));
  if (!second.ok()) {
    Wipe(*first);
    return second;
  }
  const bool same = *first == *second;
  Wipe(*second);
  if (same) return first;
  Wipe(*first);
  return Unusable("the two differ");
}

absl::StatusOr<std::string> ReadPassphraseFile(const std::string& path, Terminal& terminal) {
  struct stat facts {};
  if (::stat(path.c_str(), &facts) == 0 && S_ISREG(facts.st_mode) &&
      (facts.st_mode & (S_IRWXG | S_IRWXO)) != 0)
    terminal.Warn(Message::kPassphraseFileExposed);
  auto content = ReadInput(path, kLongestPassphrase + 3);  // and "\r\n", and one too many
  if (!content.ok()) return content;
  const WipeAtEnd wipe(*content);
  std::string line;
  line.reserve(content->size());
  line = std::string_view(*content).substr(0, content->find('\n'));
  if (line.ends_with('\r')) line.pop_back();
  const bool too_long = line.size() > kLongestPassphrase;
  return Checked(std::move(line), too_long);
}

PassphraseSource PassphraseFrom(const std::string& path, Terminal& terminal) {
  return [path, &terminal]() -> absl::StatusOr<std::string> {
    if (path.empty()) return Ask(Say(Message::kPromptPassphrase, terminal.language()));
    return ReadPassphraseFile(path, terminal);
  };
}

}  // namespace sceau::cli
