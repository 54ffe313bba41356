// SPDX-License-Identifier: Apache-2.0
#include "document/image/transparency.h"

#include <algorithm>
#include <cstddef>

namespace sceau::document {
namespace {

// What is seen on black: a dark grey can still be read there.
constexpr unsigned kSeenOnBlack = 64;
// Of what is as pale as that on white, less: it would be seen on black alone.
constexpr unsigned kPaleOnWhite = 200;
constexpr unsigned kPaleSeenOnBlack = 20;
// Pixels along a soft or round edge of a page. No letter fits in.
constexpr int kEdge = 4;
constexpr int kNowhere = -1'000'000;

}  // namespace

Transparency::Kind Transparency::KindOf(unsigned light, unsigned alpha) {
  const unsigned on_white = light + 255 - alpha;
  const bool is_light =
      light > kSeenOnBlack || (light > kPaleSeenOnBlack && on_white > kPaleOnWhite);
  if (alpha >= kOpaque) return is_light ? Kind::kLightAndOpaque : Kind::kOpaque;
  return is_light ? Kind::kLight : Kind::kDark;
}

void Transparency::See(int y, Samples samples, const std::uint8_t* from, int count) {
  const auto on_black = [](unsigned luminance, unsigned alpha) {
    return (luminance * alpha + 127) / 255;
  };
  if (samples == Samples::kGrayAlpha) {
    SeeRow(
        y, count,
        [&](int x) {
          const std::uint8_t* pixel = from + std::ptrdiff_t{2} * x;
          return on_black(pixel[0], pixel[1]);
        },
        [&](int x) -> unsigned { return from[std::ptrdiff_t{2} * x + 1]; });
  } else if (samples == Samples::kRgba) {
    SeeRow(
        y, count,
        [&](int x) {
          const std::uint8_t* pixel = from + std::ptrdiff_t{4} * x;
          return on_black(Luminance(pixel[0], pixel[1], pixel[2]), pixel[3]);
        },
        [&](int x) -> unsigned { return from[std::ptrdiff_t{4} * x + 3]; });
  }
}

void Transparency::AddRow(int y, bool is_opaque) {
  has_ground_ |= !is_opaque;
  shows_light_ = shows_light_ || std::ranges::any_of(row_, [](Kind kind) {
                   return kind == Kind::kLight || kind == Kind::kLightAndOpaque;
                 });
  is_one_page_ = is_one_page_ && y == rows_;
  ++rows_;
  if (!is_one_page_) return;
  if (is_opaque && !has_ground_) {
    page_began_ = true;
    return;
  }
  if (opaque_.empty()) {
    opaque_.assign(row_.size(), page_began_ ? y - 1 : kNowhere);
    light_.assign(row_.size(), kNowhere);
  }
  if (opaque_.size() != row_.size())
    is_one_page_ = false;
  else
    AddToPage(y);
}

// The opaque pixels of the row, which are to be one run without a gap, in rows without a gap.
bool Transparency::FindRun(int y, int& first, int& last) {
  const auto begin = std::ranges::find_if(row_, IsOpaque);
  const auto end = std::find_if_not(begin, row_.end(), IsOpaque);
  first = static_cast<int>(begin - row_.begin());
  last = static_cast<int>(end - row_.begin()) - 1;
  const bool has_run = begin != row_.end();
  page_ended_ |= page_began_ && !has_run;
  page_began_ |= has_run;
  if (has_run && page_ended_) return false;
  for (int x = first; x <= last; ++x) {
    const auto column = static_cast<std::size_t>(x);
    if (y - light_[column] > kEdge && light_[column] != kNowhere) return false;
    opaque_[column] = y;
    light_[column] = kNowhere;
  }
  return std::find_if(end, row_.end(), IsOpaque) == row_.end();
}

void Transparency::AddToPage(int y) {
  int first = 0;
  int last = -1;
  is_one_page_ = FindRun(y, first, last);
  const bool has_run = first <= last;
  for (std::size_t column = 0; column < row_.size(); ++column) {
    if (row_[column] != Kind::kLight) continue;
    const int x = static_cast<int>(column);
    const bool is_beside = has_run && x >= first - kEdge && x <= last + kEdge;
    if (!is_beside && y - opaque_[column] > kEdge && light_[column] == kNowhere) light_[column] = y;
  }
}

Showing Transparency::showing() const {
  if (!has_ground_ || !shows_light_) return Showing::kAlike;
  const bool has_letters_beside =
      std::ranges::any_of(light_, [](int row) { return row != kNowhere; });
  return is_one_page_ && page_began_ && !has_letters_beside ? Showing::kAlike : Showing::kDiffers;
}

}  // namespace sceau::document
