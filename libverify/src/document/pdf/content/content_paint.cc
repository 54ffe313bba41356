// SPDX-License-Identifier: Apache-2.0
// Paths, clipping and colours.
#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

#include "document/pdf/content/content_run.h"
#include "document/pdf/content/path_shape.h"

namespace sceau::document {
namespace {

constexpr std::size_t kMaxPoints = 2'000'000;  // of all paths of a page
constexpr int kCurveSegments = 8;              // enough for a module that is a dot

}  // namespace

void ContentRun::AddPoint(Point at) {
  if (++points_ > kMaxPoints) {
    if (!stopped_) Miss(Gap::kLimit);
    stopped_ = true;
    return;
  }
  current_ = at;
  const Point device = state_.ctm.Apply(at.x, at.y);
  if (!std::isfinite(device.x + device.y)) {
    stopped_ = true;
    return Miss(Gap::kDamaged);
  }
  if (path_.empty() || path_.back().closed) {  // a line after `h` goes on from where the last began
    const Point from = state_.ctm.Apply(start_.x, start_.y);
    path_.push_back({{from}, false});
  }
  path_.back().points.push_back(device);
}

void ContentRun::MoveTo() {
  start_ = current_ = {Number(0), Number(1)};
  if (!path_.empty() && path_.back().points.size() == 1 && !path_.back().closed) path_.pop_back();
  path_.push_back({});
  AddPoint(current_);
}

void ContentRun::LineTo() {
  if (path_.empty()) return Miss(Gap::kDamaged);
  AddPoint({Number(0), Number(1)});
}

void ContentRun::AddCurve(Point one, Point two, Point end) {
  if (path_.empty()) return Miss(Gap::kDamaged);
  const Point from = current_;
  for (int i = 1; i <= kCurveSegments; ++i) {
    const double t = static_cast<double>(i) / kCurveSegments;
    const double u = 1 - t;
    const std::array<double, 4> k = {u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t};
    AddPoint({k[0] * from.x + k[1] * one.x + k[2] * two.x + k[3] * end.x,
              k[0] * from.y + k[1] * one.y + k[2] * two.y + k[3] * end.y});
  }
}

void ContentRun::CurveTo() {
  AddCurve({Number(0), Number(1)}, {Number(2), Number(3)}, {Number(4), Number(5)});
}
void ContentRun::CurveFromCurrent() {
  AddCurve(current_, {Number(0), Number(1)}, {Number(2), Number(3)});
}
void ContentRun::CurveToFinal() {
  AddCurve({Number(0), Number(1)}, {Number(2), Number(3)}, {Number(2), Number(3)});
}

void ContentRun::ClosePath() {
  if (!path_.empty()) path_.back().closed = true;
  current_ = start_;
}

void ContentRun::Rectangle() {
  const double x = Number(0);
  const double y = Number(1);
  const double width = Number(2);
  const double height = Number(3);
  start_ = {x, y};
  path_.push_back({});
  path_.back().points.reserve(4);
  for (const Point p :
       {Point{x, y}, Point{x + width, y}, Point{x + width, y + height}, Point{x, y + height}})
    AddPoint(p);
  ClosePath();
}

void ContentRun::Paint(bool fill, FillRule rule, bool stroke, bool close) {
  if (close) ClosePath();
  if (stopped_) return path_.clear();
  if (!path_.empty()) {
    if (fill && state_.fill_pattern.isStream()) {
      FillByPattern(rule);
    } else if (fill) {
      sink_.FillPath(path_, rule, state_);
    }
    if (stroke) sink_.StrokePath(path_, state_);
  }
  if (clip_pending_) {
    // By a clip without a path, some viewers cut everything away, and others nothing.
    if (path_.empty()) sink_.Doubt();
    const FillRule clip = *std::exchange(clip_pending_, std::nullopt);
    if (!path_.empty()) ClipTo(path_, clip);
  }
  path_.clear();
}

void ContentRun::ClipTo(const Path& path, FillRule rule) {
  state_.clip = Common(state_.clip, BoxOf(path));
  // What lies within the clip before it is the clip alone.
  if (state_.clip_shapes == 1 && LiesRound(state_.clip_shape->path, path)) {
    state_.clip_exact = true;
    state_.clip_shape = nullptr;
    state_.clip_shapes = 0;
    state_.clip_turns = 0;
  }
  if (IsUpright(path)) return;
  state_.clip_exact = false;
  state_.clip_shape = std::make_shared<const ClipShape>(ClipShape{path, rule, BoxOf(path)});
  ++state_.clip_shapes;
  state_.clip_turns += TurnsOf(path);
}

void ContentRun::SetDash() {
  const bool has_array = count_ >= 2 && operands_[count_ - 2].kind == Operand::Kind::kArray &&
                         operands_[count_ - 1].kind == Operand::Kind::kNumber;
  if (!has_array) return Miss(Gap::kDamaged);
  std::vector<double> lengths;
  for (const Operand& length : operands_[count_ - 2].items) lengths.push_back(length.number);
  SetDashes(lengths, operands_[count_ - 1].number);
}

// Lengths that are not dashes to speak of leave a solid line. Spec: ISO 32000-2, 8.4.3.6.
void ContentRun::SetDashes(const std::vector<double>& lengths, double start) {
  double sum = 0;
  for (const double length : lengths) sum += length;
  const bool good = std::isfinite(sum) && std::isfinite(start) && sum > 0 &&
                    std::ranges::all_of(lengths, [](double length) { return length >= 0; });
  state_.dashes = good ? lengths : std::vector<double>{};
  state_.dash_start = good ? start : 0;
}

void ContentRun::SetDevice(ColorSpace::Kind kind, bool stroke) {
  (stroke ? state_.stroke_space : state_.fill_space) = ColorSpace{kind, nullptr, 0};
  SetColor(stroke);
}

void ContentRun::SetSpace(bool stroke) {
  const Operand* name = LastName();
  if (name == nullptr) return Miss(Gap::kDamaged);
  const auto [found, is_new] = spaces_.try_emplace(name->text);
  if (is_new)
    found->second = ResolveColorSpace(QPDFObjectHandle::newName("/" + name->text), resources_);
  const ColorSpace& space = found->second;
  (stroke ? state_.stroke_space : state_.fill_space) = space;
  if (!stroke) state_.fill_pattern = QPDFObjectHandle::newNull();
  Ink& ink = stroke ? state_.stroke : state_.fill;
  // The first colour of a space: black, or all of the ink.
  std::array<double, 4> first{};
  if (space.kind == ColorSpace::Kind::kCmyk) first[3] = 1;
  if (space.kind == ColorSpace::Kind::kInk) first[0] = 1;
  const auto components = static_cast<std::size_t>(space.components());
  ink = components == 0
            ? Ink{false, 0}
            : Ink{true, LuminanceOf(space, std::span(first).first(components)), false, space.sure};
}

void ContentRun::SetColor(bool stroke) {
  const ColorSpace& space = stroke ? state_.stroke_space : state_.fill_space;
  Ink& ink = stroke ? state_.stroke : state_.fill;
  const auto components = static_cast<std::size_t>(space.components());
  if (!stroke) state_.fill_pattern = QPDFObjectHandle::newNull();
  if (components == 0) {
    ink = {.known = false, .sure = space.sure};
    if (space.kind == ColorSpace::Kind::kPattern) SetPattern(stroke);
    return;
  }
  if (count_ < components) return Miss(Gap::kDamaged);
  std::array<double, 4> values{};
  for (std::size_t i = 0; i < components; ++i) {
    const Operand& operand = operands_[count_ - components + i];
    if (operand.kind != Operand::Kind::kNumber) return Miss(Gap::kDamaged);
    values[i] = operand.number;
  }
  ink = {true, LuminanceOf(space, std::span(values).first(components)), false, space.sure};
}

}  // namespace sceau::document
