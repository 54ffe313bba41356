// SPDX-License-Identifier: Apache-2.0
#include "cli/document_list.h"

#include <algorithm>

#include "cli/documents.h"
#include "cli/input.h"
#include "fmt/format.h"
#include "sceau/error.h"

namespace sceau::cli {
namespace {

absl::StatusOr<std::string> ReadList(const std::string& path) {
  auto list = ReadInput(path, kMaxListBytes + 1);
  if (list.ok() && list->size() > kMaxListBytes)
    return Refuse(Reason::kUsage, fmt::format("a list of more than {} bytes", kMaxListBytes));
  return list;
}

}  // namespace

void DocumentList::Declare(OptionSet& set) {
  set.Flag("-r,--recursive", recursive_);
  set.Text("--files-from", files_from_);
  set.Flag("-0,--null", null_separated_);
  set.Text("--batch", batch_);
}

std::optional<ExitCode> DocumentList::Check(const std::vector<std::string>& operands,
                                            bool reads_standard_input, Terminal& terminal) const {
  if (null_separated_ && files_from_.empty()) return terminal.UsageError(Message::kNeedsFilesFrom);
  if (!batch_.empty() && (!operands.empty() || !files_from_.empty()))
    return terminal.UsageError(Message::kNotWithBatch);
  std::vector<std::string> named = operands;
  for (const std::string& list : {files_from_, batch_}) {
    if (!list.empty()) named.push_back(list);
  }
  return CheckFiles(named, reads_standard_input, terminal);
}

absl::Status DocumentList::Fill(const std::vector<std::string>& operands, FileList& list,
                                std::string& subject) const {
  for (const std::string& operand : operands) {
    subject = operand;
    if (auto status = list.Add(operand); !status.ok()) return status;
  }
  subject = files_from_.empty() ? batch_ : files_from_;
  if (subject.empty()) return absl::OkStatus();
  const auto content = ReadList(subject);
  if (!content.ok()) return content.status();
  if (files_from_.empty()) return list.AddBatch(*content, subject);
  return list.AddNames(*content, null_separated_ ? '\0' : '\n');
}

std::optional<std::vector<ListedFile>> DocumentList::List(const std::vector<std::string>& operands,
                                                          bool reads_standard_input,
                                                          Terminal& terminal) const {
  if (Check(operands, reads_standard_input, terminal)) return std::nullopt;
  FileList list(recursive_);
  std::string subject;
  if (const absl::Status status = Fill(operands, list, subject); !status.ok()) {
    terminal.Fail(status, subject);
    return std::nullopt;
  }
  if (list.files().empty()) {
    terminal.UsageError(Message::kNoFiles);
    return std::nullopt;
  }
  if (list.folders_unread() > 0) terminal.Warn(Message::kFoldersUnread, list.folders_unread());
  if (list.hidden() + list.links_to_folders() > 0)
    terminal.Warn(Message::kLeftOut, list.hidden(), list.links_to_folders());
  return list.files();
}

}  // namespace sceau::cli
