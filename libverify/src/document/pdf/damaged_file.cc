// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/damaged_file.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <set>
#include <string_view>

namespace sceau::document {
namespace {

bool IsBlank(char c) {
  return std::string_view(" \t\r\n\f\0", 6).find(c) != std::string_view::npos;
}
bool IsFigure(char c) { return c >= '0' && c <= '9'; }

std::size_t CountOf(std::string_view file, std::string_view word) {
  std::size_t count = 0;
  for (std::size_t at = file.find(word); at != file.npos; at = file.find(word, at + word.size()))
    ++count;
  return count;
}

// Takes digits, and the space before them, off the end of a text. Empty where there are none.
std::string_view TakeNumber(std::string_view& text) {
  std::size_t end = text.size();
  while (end > 0 && IsBlank(text[end - 1])) --end;
  std::size_t begin = end;
  while (begin > 0 && IsFigure(text[begin - 1])) --begin;
  const std::string_view number = text.substr(begin, end - begin);
  text = text.substr(0, begin);
  return number;
}

// "7 0 obj" once for each number.
bool AreObjectsUnique(std::string_view file) {
  constexpr std::size_t kLongest = 40;  // bytes before the word, with the two numbers
  constexpr std::string_view kWord = "obj";
  std::set<std::string_view> seen;
  for (std::size_t at = file.find(kWord); at != file.npos; at = file.find(kWord, at + 1)) {
    const std::size_t from = at - std::min(at, kLongest);
    std::string_view before = file.substr(from, at - from);
    if (before.empty() || !IsBlank(before.back()) || TakeNumber(before).empty()) continue;
    std::string_view number = TakeNumber(before);
    if (number.empty()) continue;
    number.remove_prefix(std::min(number.find_first_not_of('0'), number.size()));
    if (!seen.insert(number).second) return false;
  }
  return !seen.empty();
}

// As many begin after a dictionary as end.
bool HaveStreamsOneEnd(std::string_view file) {
  constexpr std::string_view kWord = "stream";
  std::size_t begun = 0;
  for (std::size_t at = file.find(kWord); at != file.npos; at = file.find(kWord, at + 1)) {
    std::size_t before = at;
    while (before > 0 && IsBlank(file[before - 1])) --before;
    if (before >= 2 && file.substr(before - 2, 2) == ">>") ++begun;
  }
  return begun == CountOf(file, "endstream");
}

}  // namespace

bool IsRepairedInOneWay(ByteSpan bytes) {
  constexpr auto kNever = std::to_array<std::string_view>({"/ObjStm", "/XRef", "/Encrypt"});
  const std::string_view file = AsText(bytes);
  return std::ranges::none_of(kNever, [&](auto word) { return file.find(word) != file.npos; }) &&
         CountOf(file, "/Root") == 1 && CountOf(file, "/Catalog") == 1 &&
         CountOf(file, "trailer") == 1 && AreObjectsUnique(file) && HaveStreamsOneEnd(file);
}

}  // namespace sceau::document
