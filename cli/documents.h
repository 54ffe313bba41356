// SPDX-License-Identifier: Apache-2.0
// What the commands that look at documents have in common: their list of files, and what is said
// about a file that could not be read.
#ifndef SCEAU_CLI_DOCUMENTS_H_
#define SCEAU_CLI_DOCUMENTS_H_

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "cli/terminal.h"
#include "sceau/verify.h"

namespace sceau::cli {

// A usage error when there is no file, or when standard input is named twice.
// `reads_standard_input` is true when another option reads it already.
std::optional<ExitCode> CheckFiles(const std::vector<std::string>& files, bool reads_standard_input,
                                   Terminal& terminal);

enum class OutputForm { kText, kBrief, kJson, kCsv };

// What one document gives: something to print, or the reason why there is nothing.
struct DocumentOutput {
  std::string text;
  absl::Status failure;
  ExitCode code = ExitCode::kCouldNotRun;
  Outcome outcome = Outcome::kNotConfirmed;
  bool compare_by_eye = false;
  bool was_read = false;  // at least one page of it
};

// The outcomes of many documents, counted.
class Tally {
 public:
  void Add(const DocumentOutput& output);
  ExitCode code() const { return code_; }
  std::size_t count() const { return count_; }
  // "Documents : 300 ; conformes : 260 ; …"
  std::string Summary(Language language) const;

 private:
  ExitCode code_ = ExitCode::kOk;
  std::size_t count_ = 0;
  std::size_t not_read_ = 0;
  std::size_t to_compare_ = 0;
  std::map<Outcome, std::size_t> by_outcome_;
};

class DocumentPrinter {
 public:
  DocumentPrinter(OutputForm form, bool colour, Terminal& terminal)
      : form_(form), colour_(colour), terminal_(terminal) {}

  // Prints it, or reports the failure. False when standard output is broken.
  bool Print(const DocumentName& name, const DocumentOutput& output);

 private:
  void PrintFailure(const DocumentName& name, const absl::Status& failure);

  OutputForm form_;
  bool colour_;
  Terminal& terminal_;
  bool printed_ = false;  // anything
  bool shown_ = false;    // a document
};

}  // namespace sceau::cli

#endif  // SCEAU_CLI_DOCUMENTS_H_
