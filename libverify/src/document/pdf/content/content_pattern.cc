// SPDX-License-Identifier: Apache-2.0
// Tiling patterns, shadings, soft masks and transparency groups.
#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "document/pdf/content/content_run.h"
#include "document/pdf/content/path_shape.h"
#include "document/pdf/content/streams.h"

namespace sceau::document {
namespace {

constexpr int kMaxDepth = 12;            // of patterns and masks within others
constexpr double kMaxPatternCells = 64;  // of one pattern on one path
constexpr double kMinCell = 12;          // pixels: what repeats so closely holds no code
// Paths of a mask that turn less often do not show a code.
constexpr double kFewMaskTurns = 8;

// Along one line or around one point, by a function of one number. Those of the other kinds may
// paint anything. Spec: ISO 32000-2, 8.7.4.5.
bool IsGradient(QPDFObjectHandle shading) {
  if (shading.isStream()) return false;  // a mesh, or a function of two numbers by samples
  if (!shading.isDictionary()) return false;
  QPDFObjectHandle kind = shading.getKey("/ShadingType");
  return kind.isInteger() && (kind.getIntValue() == 2 || kind.getIntValue() == 3);
}

// What a shading paints with, whose colours are not computed here.
Ink InkOf(QPDFObjectHandle shading, QPDFObjectHandle resources) {
  QPDFObjectHandle dictionary = shading.isStream() ? shading.getDict() : shading;
  const bool sure = !dictionary.isDictionary() || HasSureColors(dictionary, resources);
  return {.known = false, .gradient = IsGradient(shading), .sure = sure};
}

Matrix MatrixOf(QPDFObjectHandle dictionary) {
  const auto m = NumbersOf(dictionary.getKey("/Matrix"));
  return m.size() == 6 ? Matrix{m[0], m[1], m[2], m[3], m[4], m[5]} : Matrix{};
}

std::optional<Matrix> Inverse(const Matrix& m) {
  const double determinant = m.a * m.d - m.b * m.c;
  if (!std::isfinite(determinant) || std::abs(determinant) < 1e-12) return std::nullopt;
  const Matrix linear{
      m.d / determinant, -m.b / determinant, -m.c / determinant, m.a / determinant, 0, 0};
  const Point at = linear.Apply(m.e, m.f);
  return Matrix{linear.a, linear.b, linear.c, linear.d, -at.x, -at.y};
}

Box Mapped(const Matrix& m, const Box& box) {
  Box mapped;
  for (const double x : {box.left, box.right}) {
    for (const double y : {box.top, box.bottom}) mapped.Add(m.Apply(x, y));
  }
  return mapped;
}

// Whether what a mask is made of may be a code.
class MaskSink : public ContentSink {
 public:
  void FillPath(const Path& path, FillRule /*rule*/, const GraphicsState& state) override {
    turns_ += TurnsOf(path);
    if (!state.fill.known && !state.fill.gradient) turns_ = kFewMaskTurns;
    turns_ += state.clip_turns;
  }
  void StrokePath(const Path& path, const GraphicsState& state) override {
    turns_ += TurnsOf(path);
    if (!state.dashes.empty()) turns_ = kFewMaskTurns;
  }
  void DrawImage(QPDFObjectHandle /*image*/, QPDFObjectHandle /*resources*/,
                 const GraphicsState& /*state*/) override {
    turns_ = kFewMaskTurns;
  }
  void Shade(const GraphicsState& state) override {
    turns_ += 1 + state.clip_turns;
    if (!state.fill.gradient) turns_ = kFewMaskTurns;
  }
  double ShowText(const TextRun& /*run*/, const GraphicsState& /*state*/) override {
    turns_ = kFewMaskTurns;
    return 0;
  }
  void Miss(Gap /*gap*/) override { turns_ = kFewMaskTurns; }

  bool is_simple() const { return turns_ < kFewMaskTurns; }

 private:
  double turns_ = 0;
};

}  // namespace

// The cells of a tiling pattern that meet an area.
struct ContentRun::Cells {
  QPDFObjectHandle pattern;
  Matrix to_device;
  double step_x = 0;
  double step_y = 0;
  // Numbers of the first and the last column and row.
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;

  double count() const { return (right - left + 1) * (bottom - top + 1); }
};

void ContentRun::Shade() {
  const Operand* name = LastName();
  QPDFObjectHandle shading =
      name != nullptr ? Resource("/Shading", name->text) : QPDFObjectHandle::newNull();
  const Ink outer = std::exchange(state_.fill, InkOf(shading, resources_));
  sink_.Shade(state_);
  state_.fill = outer;
}

void ContentRun::SetPattern(bool stroke) {
  const Operand* name = LastName();
  if (name == nullptr) return Miss(Gap::kDamaged);
  QPDFObjectHandle pattern = Resource("/Pattern", name->text);
  if (pattern.isStream()) {
    if (!stroke) state_.fill_pattern = pattern;
  } else if (pattern.isDictionary()) {
    (stroke ? state_.stroke : state_.fill) = InkOf(pattern.getKey("/Shading"), resources_);
  }
}

// Where what the cells paint is not told, the path stands for it: whatever lies under it may be
// covered.
void ContentRun::FillByPattern(FillRule rule) {
  const auto area = sink_.WantsPattern(path_, state_);
  if (area && FillByCells(rule, *area)) return;
  sink_.FillPath(path_, rule, state_);
}

// False when the sink was not told what the cells paint.
bool ContentRun::FillByCells(FillRule rule, const Box& area) {
  const auto missed = [this] {
    Miss(Gap::kPattern);
    return false;
  };
  QPDFObjectHandle dictionary = state_.fill_pattern.getDict();
  const auto number = [&](const char* key) {
    QPDFObjectHandle value = dictionary.getKey(key);
    return value.isNumber() ? std::abs(value.getNumericValue()) : 0;
  };
  Cells cells{.pattern = state_.fill_pattern,
              .to_device = Concat(MatrixOf(dictionary), base_),
              .step_x = number("/XStep"),
              .step_y = number("/YStep")};
  const auto box = NumbersOf(dictionary.getKey("/BBox"));
  const auto to_pattern = Inverse(cells.to_device);
  QPDFObjectHandle paint = dictionary.getKey("/PaintType");
  const bool coloured = paint.isInteger() && paint.getIntValue() == 1;
  if (box.size() != 4 || !to_pattern || !coloured || !(cells.step_x > 0 && cells.step_y > 0))
    return missed();
  Box cell;
  cell.Add(Point{box[0], box[1]});
  cell.Add(Point{box[2], box[3]});
  // Cells that lie closer than they are large are one drawing.
  const Box closest = Mapped(cells.to_device, {0, 0, std::max(cells.step_x, cell.width()),
                                               std::max(cells.step_y, cell.height())});
  if (std::min(closest.width(), closest.height()) < kMinCell) return false;
  const Box wanted = Mapped(*to_pattern, area);
  constexpr double kTouch = 1e-3;  // of a cell: those that only touch the area are not meant
  cells.left = std::ceil((wanted.left - cell.right) / cells.step_x + kTouch);
  cells.right = std::floor((wanted.right - cell.left) / cells.step_x - kTouch);
  cells.top = std::ceil((wanted.top - cell.bottom) / cells.step_y + kTouch);
  cells.bottom = std::floor((wanted.bottom - cell.top) / cells.step_y - kTouch);
  if (!(cells.count() <= kMaxPatternCells) || depth_ >= kMaxDepth) return missed();
  return DrawCells(cells, rule) || missed();
}

// False when there are none to be read.
bool ContentRun::DrawCells(const Cells& cells, FillRule rule) {
  QPDFObjectHandle pattern = cells.pattern;
  const auto content = ReadStream(pattern, limits_.pdf_content_bytes);
  if (!content.ok()) return false;
  const std::size_t outer_count = count_;
  const GraphicsState outer = state_;
  for (double row = cells.top; row <= cells.bottom && !stopped_; ++row) {
    for (double column = cells.left; column <= cells.right && !stopped_; ++column) {
      // A cell begins with the state of the page, but for what limits the path.
      state_ = GraphicsState{};
      state_.clip = outer.clip;
      state_.clip_exact = outer.clip_exact;
      state_.clip_shape = outer.clip_shape;
      state_.clip_shapes = outer.clip_shapes;
      state_.clip_turns = outer.clip_turns;
      state_.layer = outer.layer;
      state_.in_cell = true;
      state_.mask = outer.mask;
      state_.blend = outer.blend;
      state_.fill_alpha = outer.fill_alpha;
      EnterGroup();
      ClipTo(path_, rule);
      state_.ctm = Concat({1, 0, 0, 1, column * cells.step_x, row * cells.step_y}, cells.to_device);
      if (!state_.ctm.IsFinite()) {
        Miss(Gap::kDamaged);
        continue;
      }
      RunWithin(*content, pattern.getDict());
    }
  }
  state_ = outer;
  count_ = outer_count;
  return true;
}

// What is in a group is composed by itself first, and then painted with the alpha, the mode and the
// mask that are in force here. Spec: ISO 32000-2, 11.6.6.
void ContentRun::EnterGroup() {
  state_.group_alpha = state_.fill_alpha;
  state_.group_blend = state_.blend;
  state_.group_mask = state_.mask;
  state_.stroke_alpha = state_.fill_alpha;
}

// Spec: ISO 32000-2, 11.6.5.2.
GraphicsState::Mask ContentRun::MaskOf(QPDFObjectHandle mask) {
  using Mask = GraphicsState::Mask;
  if (mask.isNameAndEquals("/None")) return Mask::kNone;
  QPDFObjectHandle form = mask.isDictionary() ? mask.getKey("/G") : QPDFObjectHandle::newNull();
  if (!form.isStream() || depth_ >= kMaxDepth) return Mask::kAny;
  const auto [known, is_new] = masks_.try_emplace(form.getObjGen(), Mask::kAny);
  if (!is_new) return known->second;
  const auto content = ReadStream(form, limits_.pdf_content_bytes);
  if (!content.ok()) return Mask::kAny;
  MaskSink sink;
  ContentRun inner(pdf_, Concat(MatrixOf(form.getDict()), state_.ctm), layers_, limits_, sink);
  inner.depth_ = depth_ + 1;
  inner.operators_ = operators_;
  inner.bytes_ = bytes_;
  inner.masks_ = masks_;
  inner.Run(*content, form.getDict().getKey("/Resources"));
  operators_ = inner.operators_;
  bytes_ = inner.bytes_;
  const Mask found = sink.is_simple() ? Mask::kSimple : Mask::kAny;
  masks_[form.getObjGen()] = found;
  return found;
}

}  // namespace sceau::document
