// SPDX-License-Identifier: Apache-2.0
#include "cli/documents.h"

#include <algorithm>
#include <utility>

#include "cli/brief_text.h"
#include "cli/input.h"
#include "sceau/error.h"

namespace sceau::cli {

std::optional<ExitCode> CheckFiles(const std::vector<std::string>& files, bool reads_standard_input,
                                   Terminal& terminal) {
  if (files.empty()) return terminal.UsageError(Message::kMissingFile);
  const auto readers =
      std::count(files.begin(), files.end(), kStandardInput) + (reads_standard_input ? 1 : 0);
  if (readers > 1) return terminal.UsageError(Message::kStandardInputTwice);
  return std::nullopt;
}

void Tally::Add(const DocumentOutput& output) {
  code_ = Worse(code_, output.code);
  ++count_;
  ++by_outcome_[output.outcome];
  if (!output.was_read) ++not_read_;
  if (output.compare_by_eye) ++to_compare_;
}

std::string Tally::Summary(Language language) const {
  const auto number = [this](Outcome outcome) {
    const auto found = by_outcome_.find(outcome);
    return found == by_outcome_.end() ? std::size_t{0} : found->second;
  };
  return Say(Message::kSummary, language, count_, number(Outcome::kInOrder),
             number(Outcome::kRightsNotOpen), number(Outcome::kRefused),
             number(Outcome::kNotConfirmed), number(Outcome::kNoSeal), not_read_, to_compare_);
}

bool DocumentPrinter::Print(const DocumentName& name, const DocumentOutput& output) {
  const bool first = !std::exchange(printed_, true);
  if (first && form_ == OutputForm::kCsv) terminal_.Print(CsvHeading());
  if (output.failure.ok()) {
    if (std::exchange(shown_, true) && form_ == OutputForm::kText) terminal_.Print("\n");
    terminal_.Print(output.text);
  } else {
    PrintFailure(name, output.failure);
  }
  return terminal_.Flush();
}

void DocumentPrinter::PrintFailure(const DocumentName& name, const absl::Status& failure) {
  switch (form_) {
    case OutputForm::kBrief:  // the line says it all
      terminal_.Print(BriefFailure(name.file, failure, terminal_.language(), colour_));
      return;
    case OutputForm::kJson:
      terminal_.Print(FailureToJson(name, failure, terminal_.language()) + "\n");
      break;
    case OutputForm::kCsv:
      terminal_.Print(FailureToCsv(name, ReasonOf(failure)));
      break;
    case OutputForm::kText:
      break;
  }
  terminal_.Error(failure, name.file);
}

}  // namespace sceau::cli
