// SPDX-License-Identifier: Apache-2.0
// The options that name the documents of `sceau verify`.
#ifndef SCEAU_CLI_DOCUMENT_LIST_H_
#define SCEAU_CLI_DOCUMENT_LIST_H_

#include <optional>
#include <string>
#include <vector>

#include "cli/file_list.h"
#include "cli/option_set.h"
#include "cli/terminal.h"

namespace sceau::cli {

class DocumentList {
 public:
  void Declare(OptionSet& set);

  // What the operands, --files-from and --batch name, in this order; with a warning about
  // what was left out. Nothing after a mistake, which it has reported. `reads_standard_input` is
  // true when another option reads it already.
  std::optional<std::vector<ListedFile>> List(const std::vector<std::string>& operands,
                                              bool reads_standard_input, Terminal& terminal) const;

 private:
  std::optional<ExitCode> Check(const std::vector<std::string>& operands, bool reads_standard_input,
                                Terminal& terminal) const;
  absl::Status Fill(const std::vector<std::string>& operands, FileList& list,
                    std::string& subject) const;

  bool recursive_ = false;
  std::string files_from_;
  bool null_separated_ = false;
  std::string batch_;
};

}  // namespace sceau::cli

#endif  // SCEAU_CLI_DOCUMENT_LIST_H_
