// SPDX-License-Identifier: Apache-2.0
// Standard output and standard error: results, messages with their hints, and what the command
// exits with. Everything that is printed passes through here or through text_layout.h, where it is
// escaped.
#ifndef SCEAU_CLI_TERMINAL_H_
#define SCEAU_CLI_TERMINAL_H_

#include <cstdio>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "cli/wording.h"
#include "sceau/report.h"

namespace sceau::cli {

enum class ExitCode { kOk = 0, kCouldNotRun = 2, kInvalid = 3, kUndetermined = 4, kReplayed = 5 };

// A reason's sentence reads "what was found: what to do next".
struct Advice {
  std::string_view found;
  std::string_view next;  // empty when the sentence gives none
};
Advice SplitAdvice(std::string_view sentence, Language language);

// Of several documents: 3 prevails over 2, 2 over 4, 4 over 0. A replay, which is of one document,
// says what would have been answered, and never one of those.
ExitCode Worse(ExitCode a, ExitCode b);

class Terminal {
 public:
  // `command` is the command's name for hints; empty before one is known.
  Terminal(std::FILE* out, std::FILE* error, Language language, std::string command);

  Language language() const { return language_; }
  const std::string& command() const { return command_; }
  std::FILE* error_file() const { return error_; }

  // Results. False once standard output did not take all: nothing more is written then.
  bool Print(std::string_view text);
  bool Flush();

  // "sceau: error: SUBJECT: sentence [code] (detail)", and the sentence's advice as a hint.
  // `subject` is the file that it is about, or empty.
  void Error(const Finding& finding, std::string_view subject = {});
  void Error(const absl::Status& status, std::string_view subject = {});

  // "sceau: warning: SUBJECT: sentence [code] (detail)".
  void Warn(const Finding& finding, std::string_view subject);

  // The same for the error that ends the command. Returns what to exit with.
  ExitCode Fail(const absl::Status& status, std::string_view subject = {});

  // A mistake in how the command was called. Returns what to exit with.
  template <typename... Arguments>
  ExitCode UsageError(Message message, const Arguments&... arguments) {
    return ReportUsage(Say(message, language_, arguments...));
  }

  // How to correct the mistake that was just reported.
  template <typename... Arguments>
  void Hint(Message message, const Arguments&... arguments) {
    WriteError("hint", Say(message, language_, arguments...));
  }

  template <typename... Arguments>
  void Warn(Message message, const Arguments&... arguments) {
    WriteError("warning", Say(message, language_, arguments...));
  }

 private:
  ExitCode ReportUsage(const std::string& sentence);
  void WriteError(std::string_view kind, std::string_view text);

  std::FILE* out_;
  std::FILE* error_;
  Language language_;
  std::string command_;
  bool broken_ = false;
};

// Whether text on this descriptor may be coloured: a terminal, NO_COLOR unset, TERM not "dumb".
bool WantsColour(int descriptor);

}  // namespace sceau::cli

#endif  // SCEAU_CLI_TERMINAL_H_
