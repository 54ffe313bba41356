// SPDX-License-Identifier: Apache-2.0
#include "cli/documents.h"

#include <algorithm>
#include <utility>

#include "cli/input.h"
#include "nlohmann/json.hpp"
#include "sceau/error.h"
#include "sceau/verify.h"

namespace sceau::cli {

std::optional<ExitCode> CheckFiles(const std::vector<std::string>& files, bool reads_standard_input,
                                   Terminal& terminal) {
  if (files.empty()) return terminal.UsageError(Message::kMissingFile);
  const auto readers =
      std::count(files.begin(), files.end(), kStandardInput) + (reads_standard_input ? 1 : 0);
  if (readers > 1) return terminal.UsageError(Message::kStandardInputTwice);
  return std::nullopt;
}

std::string FailureToJson(const std::string& file, const absl::Status& failure, Language language) {
  const Reason reason = ReasonOf(failure);
  nlohmann::ordered_json error = {{"code", ReasonCode(reason)},
                                  {"message", ReasonSentence(reason, language)}};
  if (const std::string detail = DetailOf(failure); !detail.empty())
    error["detail"] = EscapeForDisplay(detail);
  const nlohmann::ordered_json json = {
      {"schema_version", 1}, {"file", EscapeForDisplay(file)}, {"error", std::move(error)}};
  return json.dump() + "\n";
}

bool DocumentPrinter::Print(const std::string& file, const DocumentOutput& output) {
  const bool first = !std::exchange(printed_, true);
  if (first && form_ == OutputForm::kCsv) terminal_.Print(CsvHeading());
  if (output.failure.ok()) {
    if (std::exchange(shown_, true) && form_ == OutputForm::kText) terminal_.Print("\n");
    terminal_.Print(output.text);
  } else {
    if (form_ == OutputForm::kJson)
      terminal_.Print(FailureToJson(file, output.failure, terminal_.language()));
    if (form_ == OutputForm::kCsv) terminal_.Print(FailureToCsv(file, ReasonOf(output.failure)));
    terminal_.Error(output.failure, file);
  }
  return terminal_.Flush();
}

}  // namespace sceau::cli
