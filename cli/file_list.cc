// SPDX-License-Identifier: Apache-2.0
#include "cli/file_list.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

#include "cli/input.h"
#include "fmt/format.h"
#include "nlohmann/json.hpp"
#include "sceau/error.h"

namespace sceau::cli {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::string_view kListByteOrderMark = "\xEF\xBB\xBF";

absl::Status NotReadable(std::string_view why) {
  return Refuse(Reason::kDocumentNotReadable, std::string(why));
}

// The names in a folder, in the order of their bytes; no more of them than a list may have.
std::vector<std::string> NamesIn(const std::string& folder, std::error_code& error) {
  std::vector<std::string> names;
  fs::directory_iterator entry(folder, error);
  while (!error && entry != fs::directory_iterator() && names.size() <= kMaxListedFiles) {
    names.push_back(entry->path().filename().native());
    entry.increment(error);
  }
  std::ranges::sort(names);
  return names;
}

// "-" in a list is a file of that name, and not standard input.
std::string PathOf(std::string_view name) {
  return name == kStandardInput ? fmt::format("./{}", name) : std::string(name);
}

std::optional<std::string> TextMember(const json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end() || !found->is_string()) return std::nullopt;
  auto text = found->get<std::string>();
  return text.empty() || text.find('\0') != text.npos ? std::nullopt : std::optional(text);
}

// One line of a batch. A line that is not a request is answered in its place, under the
// names that it gives, or under `place` where it gives none.
ListedFile RequestOf(std::string_view line, const std::string& place) {
  const json object = json::parse(line, nullptr, /*allow_exceptions=*/false);
  const auto bad = [&](const std::string& file, const std::string& request, const char* rule) {
    return ListedFile{{file, request}, Refuse(Reason::kDocumentBadRequest, rule)};
  };
  if (!object.is_object()) return bad(place, "", "not one JSON object");
  const auto file = TextMember(object, "file");
  const auto request = TextMember(object, "request_id");
  if (!file || !request)
    return bad(file.value_or(place), request.value_or(""), "file and request_id are texts");
  if (object.size() != 2) return bad(*file, *request, "a member other than file and request_id");
  return {{PathOf(*file), *request}, {}};
}

}  // namespace

absl::Status FileList::Append(ListedFile file) {
  if (files_.size() >= kMaxListedFiles)
    return Refuse(Reason::kUsage, fmt::format("more than {} files", kMaxListedFiles));
  files_.push_back(std::move(file));
  return absl::OkStatus();
}

absl::Status FileList::Add(const std::string& path) {
  std::error_code ignored;
  if (path == kStandardInput || !fs::is_directory(path, ignored)) return Append({{path, ""}, {}});
  if (recursive_) return AddFolder(path, 1);
  ++folders_unread_;
  return Append({{path, ""}, NotReadable("a folder")});
}

absl::Status FileList::AddFolder(const std::string& folder, std::size_t depth) {
  if (depth > kMaxFolderDepth) return Append({{folder, ""}, NotReadable("too many folders deep")});
  std::error_code error;
  const std::vector<std::string> names = NamesIn(folder, error);
  if (error) {
    if (auto status = Append({{folder, ""}, NotReadable(error.message())}); !status.ok())
      return status;
  }
  const std::string prefix = folder.ends_with('/') ? folder : folder + "/";
  for (const std::string& name : names) {
    if (name.starts_with('.')) {
      ++hidden_;
    } else if (auto status = AddEntry(prefix + name, depth); !status.ok()) {
      return status;
    }
  }
  return absl::OkStatus();
}

absl::Status FileList::AddEntry(const std::string& path, std::size_t depth) {
  std::error_code ignored;
  if (!fs::is_directory(path, ignored)) return Append({{path, ""}, {}});
  if (!fs::is_symlink(path, ignored)) return AddFolder(path, depth + 1);
  ++links_to_folders_;
  return absl::OkStatus();
}

absl::Status FileList::AddNames(std::string_view list, char separator) {
  const bool lines = separator == '\n';
  if (lines && list.starts_with(kListByteOrderMark)) list.remove_prefix(kListByteOrderMark.size());
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(separator), list.size());
    std::string_view name = list.substr(0, end);
    list.remove_prefix(std::min(end + 1, list.size()));
    if (lines && name.ends_with('\r')) name.remove_suffix(1);
    if (name.empty()) continue;
    if (name.find('\0') != name.npos)
      return Refuse(Reason::kUsage, "a NUL in a name: is the option -0 missing?");
    if (auto status = Add(PathOf(name)); !status.ok()) return status;
  }
  return absl::OkStatus();
}

absl::Status FileList::AddBatch(std::string_view lines, const std::string& name) {
  for (std::size_t number = 1; !lines.empty(); ++number) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (line.find_first_not_of(" \t\r") == line.npos) continue;
    if (auto status = Append(RequestOf(line, fmt::format("{}:{}", name, number))); !status.ok())
      return status;
  }
  return absl::OkStatus();
}

}  // namespace sceau::cli
