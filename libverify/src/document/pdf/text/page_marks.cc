// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/text/page_marks.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/seen.h"
#include "document/pdf/content/path_shape.h"

namespace sceau::document {
namespace {

constexpr double kBandHeight = 16;  // pixels
constexpr std::size_t kMaxBands = 4'096;
constexpr std::size_t kMaxEntries = 1'000'000;
constexpr std::int64_t kMaxComparisons = 20'000'000;  // a page of 2,000 words takes 200,000
// So many sides of a path are distinguished: a table, a frame round text.
constexpr std::size_t kMaxSides = 64;
constexpr double kOpaqueAlpha = 0.99;
constexpr int kFilled = 0;
constexpr int kLastFilled = 2;  // of the modes of text; Spec: ISO 32000-2, 9.3.6
constexpr int kStroked = 1;
constexpr std::uint8_t kPaper = 255;
constexpr int kSameGray = 5;  // nobody sees two of them apart
constexpr double kAbut = 1;   // pixels: what abuts may overlap so far

bool IsOff(const GraphicsState& state, double alpha) {
  return state.layer == GraphicsState::Layer::kOff || alpha <= 0;
}

// Whatever lies under it is not seen.
bool IsOpaque(const GraphicsState& state, double alpha) {
  return state.layer == GraphicsState::Layer::kOn && alpha > kOpaqueAlpha && state.plain() &&
         state.clip_exact;
}

bool IsSameGray(int one, int other) { return std::abs(one - other) <= kSameGray; }

bool IsLikePaper(std::uint8_t gray) { return IsSameGray(gray, kPaper); }

std::optional<std::uint8_t> GrayOf(const Ink& ink) {
  return ink.known ? std::optional(ink.gray) : std::nullopt;
}

bool IsLine(const Subpath& shape) {
  constexpr double kPixels = 0.05;
  if (shape.points.size() != 2) return false;
  const Point a = shape.points[0];
  const Point b = shape.points[1];
  return std::abs(a.x - b.x) < kPixels || std::abs(a.y - b.y) < kPixels;
}

}  // namespace

void Look::Add(const Look& other) {
  hidden = hidden && other.hidden;
  sure = sure && other.sure;
  darkest = std::min(darkest, other.darkest);
  lightest = std::max(lightest, other.lightest);
  clip = Common(clip, other.clip);
  first = std::min(first, other.first);
  last = std::max(last, other.last);
}

PageMarks::PageMarks(const Box& page) : page_(page), comparisons_left_(kMaxComparisons) {
  const double bands = std::ceil(std::max(page.height(), 0.0) / kBandHeight);
  bands_.resize(std::clamp<std::size_t>(static_cast<std::size_t>(bands), 1, kMaxBands));
}

std::size_t PageMarks::BandOf(double y) const {
  const double band = (y - page_.top) / kBandHeight;
  if (!(band > 0)) return 0;
  return static_cast<std::size_t>(std::min(band, static_cast<double>(bands_.size() - 1)));
}

std::size_t PageMarks::Add(Kind kind, Painting painting) {
  const std::size_t number = all_.size();
  if (entries_ > kMaxEntries) return number;
  painting.box = Common(painting.box, page_);
  all_.push_back(painting);
  kinds_.push_back(kind);
  if (painting.box.IsEmpty()) return number;
  const std::size_t end = BandOf(painting.box.bottom);
  for (std::size_t band = BandOf(painting.box.top); band <= end; ++band) {
    bands_[band].push_back(static_cast<std::uint32_t>(number));
    ++entries_;
  }
  return number;
}

void PageMarks::AddDrawing(const Box& box) {
  const Box seen = Common(box, page_);
  if (!seen.IsEmpty()) drawings_.Add(seen);
}

// A rule, a frame and a ground are longer than any stroke of a letter. What is shorter may be a
// part of one, and so may what cuts a darker shape to size.
void PageMarks::AddShape(const Subpath& shape, const Coat& coat) {
  constexpr double kRule = 0.02;     // of the page's shorter side: 12 points on A4
  constexpr double kHairline = 0.5;  // viewers draw what has no width
  constexpr std::size_t kMaxRules = 2'000;
  Box box;
  for (const Point p : shape.points) box.Add(p);
  const Box seen = Common(Common(box.Grown(std::max(coat.reach, kHairline)), coat.clip), page_);
  if (seen.IsEmpty()) return;
  const Rule rule{seen, coat.ink.gray};
  const double length = std::max(seen.width(), seen.height());
  const bool plain = coat.plain && (IsUpright(shape) || IsLine(shape)) &&
                     length >= kRule * std::min(page_.width(), page_.height());
  if (!plain || rules_.size() >= kMaxRules || IsOverDarker(rule)) return AddDrawing(seen);
  if (!IsLikePaper(rule.gray)) rules_.push_back(rule);
}

bool PageMarks::IsOverDarker(const Rule& rule) const {
  return std::ranges::any_of(rules_, [&](const Rule& under) {
    return under.gray + kSameGray < rule.gray && under.box.Touches(rule.box.Grown(-kAbut));
  });
}

// The rules and areas of our layout reach from one margin to the other, whichever way the page is
// turned; what stands upright, a bar or the side of a frame, stands at one of the two.
Box PageMarks::drawings() const {
  constexpr double kMinRuleShare = 0.25;  // of the page, for a layout that was reduced
  constexpr double kMarginSlack = 0.01;   // of the longest rule
  Box all = drawings_;
  double across = 0;
  double down = 0;
  for (const Rule& rule : rules_)
    (rule.box.width() >= rule.box.height() ? across : down) +=
        std::max(rule.box.width(), rule.box.height());
  const auto laid = [&](const Box& box) {
    return across >= down ? box : Box{box.top, box.left, box.bottom, box.right};
  };
  Box longest{0, 0, 0, 0};
  for (const Rule& rule : rules_) {
    if (laid(rule.box).width() > longest.width()) longest = laid(rule.box);
  }
  const double slack = kMarginSlack * longest.width();
  const bool none = longest.width() < kMinRuleShare * laid(page_).width();
  for (const Rule& rule : rules_) {
    const Box box = laid(rule.box);
    const bool left = std::abs(box.left - longest.left) <= slack;
    const bool right = std::abs(box.right - longest.right) <= slack;
    const bool bar = (left || right) && box.width() <= std::max(slack, 2 * kAbut);
    if (none || !((left && right) || bar)) all.Add(rule.box);
  }
  return all;
}

void PageMarks::AddFill(const Path& path, const GraphicsState& state) {
  if (IsOff(state, state.fill_alpha)) return;
  const Coat coat{state.fill, IsOpaque(state, state.fill_alpha), 0, state.clip};
  for (const Subpath& shape : path) AddShape(shape, coat);
  if (path.size() > 1 && path.size() <= kMaxSides) {
    for (const Subpath& part : path)
      Add(Kind::kOther, {Common(BoxOf({part}), state.clip), false, GrayOf(state.fill)});
    return;
  }
  const bool covers = IsOpaque(state, state.fill_alpha) && IsUpright(path);
  Add(Kind::kOther, {Common(BoxOf(path), state.clip), covers, GrayOf(state.fill)});
}

void PageMarks::AddStroke(const Path& path, const GraphicsState& state) {
  if (IsOff(state, state.stroke_alpha)) return;
  const double scale = std::max(state.ctm.ScaleX(), state.ctm.ScaleY());
  const double reach = std::max(state.line_width * scale, 1.0) / 2;
  const bool plain = IsOpaque(state, state.stroke_alpha) && state.dashes.empty();
  for (const Subpath& shape : path) AddShape(shape, {state.stroke, plain, reach, state.clip});
  std::size_t sides = 0;
  for (const Subpath& part : path) sides += part.points.size();
  if (sides > kMaxSides) {
    Add(Kind::kOther, {Common(BoxOf(path).Grown(reach), state.clip), false, std::nullopt});
    return;
  }
  for (const Subpath& part : path) {
    const std::size_t count = part.points.size();
    for (std::size_t i = 0; i + (part.closed ? 0 : 1) < count; ++i) {
      Box side;
      side.Add(part.points[i]);
      side.Add(part.points[(i + 1) % count]);
      Add(Kind::kOther, {Common(side.Grown(reach), state.clip), false, std::nullopt});
    }
  }
}

void PageMarks::AddImage(bool shows_through, const GraphicsState& state) {
  if (IsOff(state, state.fill_alpha)) return;
  const Box box = Common(BoxOfUnitSquare(state.ctm), state.clip);
  const bool covers = !shows_through && IsOpaque(state, state.fill_alpha) && IsUpright(state.ctm);
  Add(Kind::kOther, {box, covers, std::nullopt});
  AddDrawing(box);
  const Box seen = Common(box, page_);
  if (!seen.IsEmpty()) pictures_ += seen.width() * seen.height();
}

void PageMarks::AddShading(const GraphicsState& state) {
  if (IsOff(state, state.fill_alpha)) return;
  AddDrawing(state.clip);
  Add(Kind::kOther, {state.clip, false, std::nullopt});
}

Look PageMarks::AddText(const Box& box, const GraphicsState& state) {
  const bool stroked = state.text.mode == kStroked;
  // Filled and outlined, it may lack one of the two and be seen all the same.
  const double most = std::max(state.fill_alpha, state.stroke_alpha);
  const double alpha = stroked                      ? state.stroke_alpha
                       : state.text.mode == kFilled ? state.fill_alpha
                                                    : most;
  const Ink& ink = stroked ? state.stroke : state.fill;
  Look look;
  look.hidden = IsOff(state, alpha) || state.text.mode < 0 || state.text.mode > kLastFilled;
  // A stroke may be drawn in the colour of the ground, or in dashes of which none falls on a
  // letter.
  look.sure = state.text.mode == kFilled && IsOpaque(state, alpha) && ink.known && ink.sure;
  look.darkest = look.lightest = ink.gray;
  look.clip = state.clip;
  look.first = look.last =
      look.hidden ? all_.size() : Add(Kind::kText, {Common(box, state.clip), false, std::nullopt});
  return look;
}

std::optional<std::vector<std::uint32_t>> PageMarks::Touching(const Box& box) {
  std::vector<std::uint32_t> touching;
  const std::size_t end = BandOf(box.bottom);
  for (std::size_t band = BandOf(box.top); band <= end; ++band) {
    comparisons_left_ -= static_cast<std::int64_t>(bands_[band].size());
    if (comparisons_left_ < 0) return std::nullopt;
    for (const std::uint32_t number : bands_[band]) {
      if (all_[number].box.Touches(box)) touching.push_back(number);
    }
  }
  std::ranges::sort(touching);
  return touching;
}

Sight PageMarks::SightOf(const Look& look, const Box& core, const Box& whole) {
  if (look.hidden || !page_.Touches(whole) || !look.clip.Touches(whole)) return Sight::kHidden;
  if (entries_ > kMaxEntries) return Sight::kUnsure;
  const auto touching = Touching(core);
  if (!touching) return Sight::kUnsure;
  bool sure = look.sure && page_.Holds(core) && look.clip.Holds(core);
  int ground = kPaper;
  bool ground_known = true;
  for (const std::uint32_t number : *touching) {
    const Painting& painting = all_[number];
    if (number < look.first) {
      ground_known = painting.LiesUnder(core);
      if (ground_known) ground = *painting.gray;
    } else if (number > look.last) {
      if (painting.covers && painting.box.Holds(Common(whole, page_))) return Sight::kHidden;
      sure = false;
    } else {
      sure = sure && kinds_[number] == Kind::kText;
    }
  }
  if (!ground_known || !look.sure) return Sight::kUnsure;
  if (IsFaint(ground, look.darkest) && IsFaint(ground, look.lightest)) {
    if (IsSameGray(ground, look.darkest) && IsSameGray(ground, look.lightest))
      return Sight::kHidden;
    AddDrawing(whole);  // nobody certainly reads it, nor overlooks it
    return Sight::kUnsure;
  }
  const bool clear = std::abs(ground - look.darkest) >= kClearContrast &&
                     std::abs(ground - look.lightest) >= kClearContrast;
  const double page = page_.width() * page_.height();
  return sure && clear && pictures_ <= kMaxPictures * page ? Sight::kShown : Sight::kUnsure;
}

}  // namespace sceau::document
