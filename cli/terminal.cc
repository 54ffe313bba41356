// SPDX-License-Identifier: Apache-2.0
#include "cli/terminal.h"

#include <unistd.h>

#include <cstdlib>
#include <utility>

#include "sceau/error.h"
#include "sceau/render.h"

namespace sceau::cli {
namespace {

int Severity(ExitCode code) {
  switch (code) {
    case ExitCode::kOk:
      return 0;
    case ExitCode::kUndetermined:
      return 1;
    case ExitCode::kCouldNotRun:
      return 2;
    case ExitCode::kInvalid:
      return 3;
    case ExitCode::kReplayed:
      return 4;
  }
  return 2;
}

std::string Told(std::string_view found, const Finding& finding, std::string_view subject,
                 Language language) {
  std::string text;
  if (!subject.empty()) text = Say(Message::kSubject, language, subject);
  text += found;
  text += fmt::format(" [{}]", ReasonCode(finding.reason));
  if (!finding.detail.empty()) text += fmt::format(" ({})", finding.detail);
  return text;
}

}  // namespace

Advice SplitAdvice(std::string_view sentence, Language language) {
  const std::string_view colon = language == Language::kFrench ? " : " : ": ";
  const std::size_t at = sentence.find(colon);
  if (at == sentence.npos) return {sentence, {}};
  return {sentence.substr(0, at), sentence.substr(at + colon.size())};
}

ExitCode Worse(ExitCode a, ExitCode b) { return Severity(a) >= Severity(b) ? a : b; }

Terminal::Terminal(std::FILE* out, std::FILE* error, Language language, std::string command)
    : out_(out), error_(error), language_(language), command_(std::move(command)) {}

bool Terminal::Print(std::string_view text) {
  if (!broken_ && std::fwrite(text.data(), 1, text.size(), out_) != text.size()) broken_ = true;
  return !broken_;
}

bool Terminal::Flush() {
  if (!broken_ && std::fflush(out_) != 0) broken_ = true;
  return !broken_;
}

void Terminal::Error(const Finding& finding, std::string_view subject) {
  const auto [found, next] = SplitAdvice(ReasonSentence(finding.reason, language_), language_);
  WriteError("error", Told(found, finding, subject, language_));
  if (!next.empty()) WriteError("hint", next);
}

void Terminal::Warn(const Finding& finding, std::string_view subject) {
  const auto [found, next] = SplitAdvice(ReasonSentence(finding.reason, language_), language_);
  WriteError("warning", Told(found, finding, subject, language_));
}

void Terminal::Error(const absl::Status& status, std::string_view subject) {
  Error(Finding{ReasonOf(status), DetailOf(status)}, subject);
}

ExitCode Terminal::Fail(const absl::Status& status, std::string_view subject) {
  Error(status, subject);
  return ExitCode::kCouldNotRun;
}

ExitCode Terminal::ReportUsage(const std::string& sentence) {
  WriteError("error", fmt::format("{} [{}]", sentence, ReasonCode(Reason::kUsage)));
  const std::string of_command = command_.empty() ? "" : command_ + " ";
  WriteError("hint", Say(Message::kSeeHelp, language_, of_command));
  return ExitCode::kCouldNotRun;
}

void Terminal::WriteError(std::string_view kind, std::string_view text) {
  // What is left of standard output belongs before it.
  Flush();
  const std::string line = fmt::format("sceau: {}: {}\n", kind, EscapeForDisplay(text));
  std::fwrite(line.data(), 1, line.size(), error_);
}

bool WantsColour(int descriptor) {
  const char* no_color = std::getenv("NO_COLOR");
  if (no_color != nullptr && *no_color != '\0') return false;
  const char* term = std::getenv("TERM");
  if (term == nullptr || std::string_view(term) == "dumb") return false;
  return ::isatty(descriptor) == 1;
}

}  // namespace sceau::cli
