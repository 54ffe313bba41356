// SPDX-License-Identifier: Apache-2.0
#include "seal/scanner/frame.h"

namespace sceau::seal {
namespace {

constexpr std::string_view kFrameEnds = " \t\r\n\x02\x03\x04";

}  // namespace

std::string_view WithoutFrameEnd(std::string_view text) {
  const std::size_t last = text.find_last_not_of(kFrameEnds);
  return last == text.npos ? std::string_view{} : text.substr(0, last + 1);
}

std::string_view OneScan(std::string_view text) {
  constexpr std::size_t kTelling = 12;  // a seal's start with the first of its own characters
  const std::string_view start = text.substr(0, kTelling);
  const std::size_t last = text.rfind(start);
  const std::string_view scan = text.substr(last);
  for (std::size_t at = 0; at < last;) {
    if (!text.substr(at).starts_with(scan)) return text;
    const std::size_t end = at + scan.size();
    at = text.find(start, end);
    if (at == text.npos || at - end > kMaxBehind) return text;
  }
  return scan;
}

std::vector<std::string> WithoutLineBreaks(std::string_view text) {
  if (text.find_first_of("\r\n") == text.npos) return {std::string(text)};
  std::string joined;
  std::string spaced;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r' && text[i] != '\n') {
      joined.push_back(text[i]);
      spaced.push_back(text[i]);
    } else if (!text.substr(i).starts_with("\r\n")) {
      spaced.push_back(' ');
    }
  }
  return {joined, spaced};
}

}  // namespace sceau::seal
