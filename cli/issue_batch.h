// SPDX-License-Identifier: Apache-2.0
// sceau issue --batch: many claims in, a folder of attestations out; run again, it goes on.
#ifndef SCEAU_CLI_ISSUE_BATCH_H_
#define SCEAU_CLI_ISSUE_BATCH_H_

#include <string>
#include <vector>

#include "cli/terminal.h"
#include "sceau/issue.h"

namespace sceau::cli {

struct BatchFiles {
  std::string requests;              // lines of ParseIssueRequest(); "-" for standard input
  std::string folder;                // of the outputs: NUMBER.pdf …
  std::vector<std::string> formats;  // pdf, png, svg, txt
};

// The cheapest drawing that has what is wanted.
void ChooseDrawing(bool page, bool code, IssueOptions& options);

bool IsBatchFormat(std::string_view format);

// Prints one JSON object for each line of the batch: the line's number with the document id, or
// with the error.
ExitCode RunBatch(const BatchFiles& files, IssueOptions options, Terminal& terminal);

}  // namespace sceau::cli

#endif  // SCEAU_CLI_ISSUE_BATCH_H_
