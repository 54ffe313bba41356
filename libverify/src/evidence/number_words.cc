// SPDX-License-Identifier: Apache-2.0
#include "evidence/number_words.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace sceau::evidence {
namespace {

constexpr std::size_t kFewest = 13;  // without its key

bool IsOfNumber(const Word& word) {
  return !word.text.empty() && std::ranges::all_of(word.text, [](char c) {
    return (c >= '0' && c <= '9') || c == 'A' || c == 'B';
  });
}

bool FollowsOn(const Word& before, const Word& word) {
  const double height = before.bottom_right.y - before.top_left.y;
  return std::abs(word.top_left.y - before.top_left.y) < height / 2;
}

void AddBoxes(std::span<const Word> run, double scale, std::vector<capture::PixelBox>& boxes) {
  std::size_t length = 0;
  for (const Word& word : run) length += word.text.size();
  if (length < kFewest) return;
  for (const Word& word : run) {
    const auto at = [scale](double value) {
      constexpr double kFar = 1e6;
      return std::abs(value * scale) < kFar ? static_cast<int>(value * scale) : 0;  // NaN too
    };
    boxes.push_back({at(word.top_left.x) - 2, at(word.top_left.y) - 2, at(word.bottom_right.x) + 2,
                     at(word.bottom_right.y) + 2});
  }
}

}  // namespace

std::vector<capture::PixelBox> NumbersAmong(const std::vector<Word>& words, double scale) {
  std::vector<capture::PixelBox> boxes;
  for (std::size_t start = 0; start < words.size();) {
    std::size_t end = start;
    while (end < words.size() && IsOfNumber(words[end]) &&
           (end == start || FollowsOn(words[end - 1], words[end])))
      ++end;
    AddBoxes(std::span(words).subspan(start, end - start), scale, boxes);
    start = std::max(end, start + 1);
  }
  return boxes;
}

}  // namespace sceau::evidence
