// SPDX-License-Identifier: Apache-2.0
#include "cli/input.h"

#include <fcntl.h>
#include <string.h>  // explicit_bzero
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <optional>
#include <string_view>

#include "fmt/format.h"
#include "sceau/error.h"

namespace sceau::cli {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

absl::Status NotRead() {
  const int error = errno;
  const bool missing = error == ENOENT || error == ENOTDIR;
  return Refuse(missing ? Reason::kDocumentMissing : Reason::kDocumentNotReadable,
                std::strerror(error));
}

// The descriptor that the name stands for, if it is one that was opened for us.
std::optional<int> OpenedDescriptor(std::string_view path) {
  constexpr std::string_view kFolder = "/dev/fd/";
  if (path == kStandardInput || path == "/dev/stdin") return STDIN_FILENO;
  if (!path.starts_with(kFolder)) return std::nullopt;
  path.remove_prefix(kFolder.size());
  int number = -1;
  const auto [end, error] = std::from_chars(path.data(), path.data() + path.size(), number);
  if (error != std::errc() || end != path.data() + path.size() || number < 0) return std::nullopt;
  return number;
}

absl::StatusOr<std::string> ReadDescriptor(int descriptor, std::size_t most) {
  std::string content;
  content.reserve(std::min(most, std::size_t{1} << 12));
  std::array<char, 1 << 16> buffer;
  while (content.size() < most) {
    const std::size_t wanted = std::min(buffer.size(), most - content.size());
    const ssize_t got = ::read(descriptor, buffer.data(), wanted);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return NotRead();
    if (got == 0) break;
    content.append(buffer.data(), static_cast<std::size_t>(got));
  }
  ::explicit_bzero(buffer.data(), buffer.size());  // it may have been a passphrase
  return content;
}

std::string_view Trim(std::string_view text) {
  constexpr std::string_view kSpaces = " \t\r";
  const std::size_t first = text.find_first_not_of(kSpaces);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(kSpaces) - first + 1);
}

std::optional<std::string>* FieldOf(ExpectedHolder& holder, std::string_view key) {
  if (key == "name") return &holder.name;
  if (key == "born") return &holder.born;
  if (key == "nir") return &holder.nir;
  if (key == "rank") return &holder.rank;
  if (key == "insured-nir") return &holder.insured_nir;
  return nullptr;
}

absl::Status ReadHolderLine(std::string_view line, int number, ExpectedHolder& holder) {
  if (line.empty() || line.front() == '#') return absl::OkStatus();
  const auto refuse = [number](std::string_view rule) {
    return Refuse(Reason::kUsage, fmt::format("holder file, line {}: {}", number, rule));
  };
  const std::size_t equals = line.find('=');
  if (equals == line.npos) return refuse("not key=value");
  std::optional<std::string>* field = FieldOf(holder, Trim(line.substr(0, equals)));
  if (field == nullptr) return refuse("the key is none of name, born, nir, rank, insured-nir");
  if (*field) return refuse("this key was given already");
  const std::string_view value = Trim(line.substr(equals + 1));
  if (value.empty()) return refuse("no value");
  *field = std::string(value);
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::string> ReadInput(const std::string& path, std::size_t most) {
  if (const auto opened = OpenedDescriptor(path)) return ReadDescriptor(*opened, most);
  // O_NONBLOCK: a FIFO without a writer would hang.
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
  if (descriptor < 0) return NotRead();
  struct stat facts {};
  auto content = ::fstat(descriptor, &facts) == 0 && S_ISREG(facts.st_mode)
                     ? ReadDescriptor(descriptor, most)
                     : Refuse(Reason::kDocumentNotReadable, "not an ordinary file");
  ::close(descriptor);
  return content;
}

absl::StatusOr<ExpectedHolder> ParseHolderFile(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  ExpectedHolder holder;
  for (int number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (auto status = ReadHolderLine(Trim(text.substr(0, end)), number, holder); !status.ok())
      return status;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return holder;
}

}  // namespace sceau::cli
