// SPDX-License-Identifier: Apache-2.0
// What the commands that look at documents have in common: their list of files, and what is said of
// a file that could not be looked at.
#ifndef SCEAU_CLI_DOCUMENTS_H_
#define SCEAU_CLI_DOCUMENTS_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "cli/terminal.h"

namespace sceau::cli {

// A usage error when there is no file, or when standard input is named twice.
// `reads_standard_input` is true when another option reads it already.
std::optional<ExitCode> CheckFiles(const std::vector<std::string>& files, bool reads_standard_input,
                                   Terminal& terminal);

// One JSON object on one line, by "failure" in docs/schemas/report.schema.json.
std::string FailureToJson(const std::string& file, const absl::Status& failure, Language language);

enum class OutputForm { kText, kJson, kCsv };

// What one document gives: something to print, or the reason why there is nothing.
struct DocumentOutput {
  std::string text;
  absl::Status failure;
  ExitCode code = ExitCode::kCouldNotRun;
};

class DocumentPrinter {
 public:
  DocumentPrinter(OutputForm form, Terminal& terminal) : form_(form), terminal_(terminal) {}

  // Prints it, or tells of the failure. False when standard output is broken.
  bool Print(const std::string& file, const DocumentOutput& output);

 private:
  OutputForm form_;
  Terminal& terminal_;
  bool printed_ = false;  // anything
  bool shown_ = false;    // a document
};

}  // namespace sceau::cli

#endif  // SCEAU_CLI_DOCUMENTS_H_
