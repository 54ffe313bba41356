// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/parts/page_collector.h"

#include <algorithm>
#include <cmath>

#include "document/pdf/content/path_shape.h"
#include "document/pdf/parts/image_decode.h"

namespace sceau::document {
namespace {

// A code has at least 10 rows, and 16 runs of dark modules.
constexpr int kFewShapes = 8;
constexpr int kFewDashes = 6;
constexpr int kFewLines = 6;
constexpr std::size_t kFewSubpaths = 16;
// An image with fewer pixels along a side cannot hold a code, but many of them together can.
constexpr int kSmallSide = 18;
constexpr std::int64_t kMaxSmallPixels = 300'000;
constexpr std::size_t kMaxImages = 64;
constexpr double kTight = 1.02;  // of the font's size, from line to line: text is set wider

bool Near(double a, double b) { return std::abs(a - b) < 0.05; }

Path RectanglePath(const Box& box) {
  return {
      {{{box.left, box.top}, {box.right, box.top}, {box.right, box.bottom}, {box.left, box.bottom}},
       true}};
}

// The outline of a line of that width, one quadrilateral for each segment.
Path Outline(const Path& path, double width, bool extended) {
  Path outline;
  for (const Subpath& subpath : path) {
    const std::size_t count = subpath.points.size();
    for (std::size_t i = 0; i + 1 < count + (subpath.closed ? 1 : 0); ++i) {
      Point a = subpath.points[i];
      Point b = subpath.points[(i + 1) % count];
      const double length = std::hypot(b.x - a.x, b.y - a.y);
      if (length < 1e-6) continue;
      const Point along{(b.x - a.x) / length * width / 2, (b.y - a.y) / length * width / 2};
      if (extended) {
        a = {a.x - along.x, a.y - along.y};
        b = {b.x + along.x, b.y + along.y};
      }
      outline.push_back({{{a.x - along.y, a.y + along.x},
                          {b.x - along.y, b.y + along.x},
                          {b.x + along.y, b.y - along.x},
                          {a.x + along.y, a.y - along.x}},
                         true});
    }
  }
  return outline;
}

}  // namespace

Painter PageCollector::PainterOf(const GraphicsState& state, double alpha) const {
  constexpr double kOpaque = 0.99;
  constexpr double kInvisible = 0.01;
  Painter painter;
  painter.clip = state.clip;
  painter.clip_exact = state.clip_exact;
  painter.hidden = state.layer == GraphicsState::Layer::kOff || alpha < kInvisible;
  painter.sure = state.plain && alpha > kOpaque && state.layer == GraphicsState::Layer::kOn;
  return painter;
}

void PageCollector::Note(Painter& painter, const Box& box, bool fills_box,
                         std::optional<std::uint8_t> gray) {
  if (painter.hidden) {
    painter.paintings.push_back(paintings_.size());
    return;
  }
  const bool covers = fills_box && painter.sure && painter.clip_exact;
  painter.paintings.push_back(paintings_.Add({Common(box, painter.clip), covers, gray}));
}

void PageCollector::AddShape(Path path, FillRule rule, Ink ink, double alpha,
                             const GraphicsState& state) {
  const Box box = BoxOf(path);
  const bool upright = IsUpright(path);
  Painter painter = PainterOf(state, alpha);
  const auto gray = ink.known ? std::optional(ink.gray) : std::nullopt;
  if (path.size() > 1 && path.size() <= kFewSubpaths) {
    // A frame is painted on its sides only.
    for (const Subpath& side : path) Note(painter, BoxOf({side}), false, gray);
  } else {
    Note(painter, box, upright, gray);
  }
  if (!ink.known) {
    if (!painter.hidden && ++unknown_shapes_ > kFewShapes) understood_ = false;
    return;
  }
  Shape shape;
  shape.rule = rule;
  shape.gray = ink.gray;
  shape.angle = std::atan2(state.ctm.b, state.ctm.a);
  shape.clip = state.clip;
  shape.paint = painter.paintings.front();
  shape.sure = painter.sure && painter.clip_exact;
  const Box seen = Common(box, state.clip);
  const bool all_seen = state.clip.Holds(box);
  if (!painter.hidden && !all_seen && upright && !seen.IsEmpty()) {
    shape.path = RectanglePath(seen);
  } else {
    shape.path = std::move(path);
    shape.sure = shape.sure && all_seen;
  }
  const bool off = painter.hidden || seen.IsEmpty() || !page_.Touches(seen);
  (off ? hidden_ : shown_).Add(std::move(shape));
}

void PageCollector::FillPath(const Path& path, FillRule rule, const GraphicsState& state) {
  AddShape(path, rule, state.fill, state.fill_alpha, state);
}

void PageCollector::StrokePath(const Path& path, const GraphicsState& state) {
  if (state.dashed && ++dashes_ > kFewDashes) understood_ = false;
  const double scale = (state.ctm.ScaleX() + state.ctm.ScaleY()) / 2;
  const double width = std::max(state.line_width * scale, 1.0);
  Path outline = Outline(path, width, state.line_cap != 0);
  if (!outline.empty())
    AddShape(std::move(outline), FillRule::kNonZero, state.stroke, state.stroke_alpha, state);
}

// Its pixels as shapes, since small images may be the modules or the rows of a code.
bool PageCollector::AddPixels(const ImageUse& use, const GraphicsState& state, double alpha) {
  small_pixels_ += std::int64_t{use.width} * use.height;
  if (small_pixels_ > kMaxSmallPixels) return false;
  const auto decoded = DecodeImage(use.image, use.resources, use.ink, limits_);
  if (!decoded.ok() || decoded->image.width != use.width || decoded->image.height != use.height)
    return false;
  for (int y = 0; y < use.height; ++y) {
    const std::uint8_t* row = decoded->image.pixels.data() +
                              static_cast<std::size_t>(y) * static_cast<std::size_t>(use.width);
    for (int x = 0; x < use.width;) {
      const int start = x;
      while (x < use.width && row[x] == row[start]) ++x;
      const auto corner = [&](int across, int down) {
        return use.to_page.Apply(static_cast<double>(across) / use.width,
                                 1 - static_cast<double>(down) / use.height);
      };
      AddShape({{{corner(start, y), corner(x, y), corner(x, y + 1), corner(start, y + 1)}, true}},
               FillRule::kNonZero, {true, row[start]}, alpha, state);
    }
  }
  return true;
}

void PageCollector::DrawImage(QPDFObjectHandle image, QPDFObjectHandle resources,
                              const GraphicsState& state) {
  QPDFObjectHandle dictionary = image.getDict();
  const auto side = [&](const char* key) {
    QPDFObjectHandle value = dictionary.getKey(key);
    return value.isInteger() && value.getIntValue() > 0 && value.getIntValue() < 100'000
               ? value.getIntValueAsInt()
               : 0;
  };
  ImageUse use{image,
               resources,
               state.ctm,
               side("/Width"),
               side("/Height"),
               state.fill,
               PainterOf(state, state.fill_alpha)};
  if (use.width == 0 || use.height == 0) return Miss(Gap::kDamaged);
  if (std::min(use.width, use.height) < kSmallSide) {
    if (!AddPixels(use, state, state.fill_alpha)) Miss(Gap::kUnknown);
    return;
  }
  const bool shows_through = !dictionary.getKey("/SMask").isNull() ||
                             !dictionary.getKey("/Mask").isNull() ||
                             !dictionary.getKey("/ImageMask").isNull();
  Note(use.painter, BoxOfUnitSquare(state.ctm), !shows_through && IsUpright(state.ctm),
       std::nullopt);
  if (images_.size() >= kMaxImages) return Miss(Gap::kLimit);
  images_.Add(std::move(use));
}

void PageCollector::Shade(const GraphicsState& state) {
  Painter painter = PainterOf(state, state.fill_alpha);
  if (painter.hidden) return;
  Note(painter, Common(state.clip, page_), false, std::nullopt);
  // Within a rectangle a shading is smooth; a clip of another form may be a code's.
  if (!state.clip_exact || ++unknown_shapes_ > kFewShapes) understood_ = false;
}

const FontMetrics& PageCollector::MetricsOf(QPDFObjectHandle font) {
  if (!font.isIndirect()) return direct_font_.emplace(font);
  const QPDFObjGen id = font.getObjGen();
  const auto known = fonts_.find(id);
  return known != fonts_.end() ? known->second : fonts_.emplace(id, font).first->second;
}

// Lines that follow one another closer than text is set may be the rows of a code in some font.
void PageCollector::WatchLines(const TextRun& run, const TextState& text) {
  const double size = std::hypot(run.matrix.c, run.matrix.d);
  const Point at{run.matrix.e, run.matrix.f};
  const double down = std::hypot(at.x - last_line_.x, at.y - last_line_.y);
  if (down < 0.1 * size || text.mode == 3) return;
  const bool below = Near(at.x, last_line_.x) || Near(at.y, last_line_.y);
  const bool follows = below && Near(size, last_size_) && down <= kTight * size;
  tight_lines_ = follows ? tight_lines_ + 1 : 0;
  last_line_ = at;
  last_size_ = size;
  if (tight_lines_ > kFewLines) understood_ = false;
}

double PageCollector::ShowText(const TextRun& run, const GraphicsState& state) {
  constexpr double kBelow = -0.35;
  constexpr double kAbove = 1.1;
  const FontMetrics& metrics = MetricsOf(state.text.font);
  const double advance = metrics.AdvanceOf(run.bytes, state.text);
  constexpr int kInvisible = 3;
  if (state.text.mode == kInvisible || state.text.size == 0) return advance;
  Painter painter = PainterOf(state, state.fill_alpha);
  if (painter.hidden) return advance;
  if (!metrics.ordinary()) understood_ = false;
  WatchLines(run, state.text);
  // The run's matrix has the size in it.
  const double length = advance / state.text.size;
  Box box;
  for (const double x : {std::min(0.0, length), std::max(0.0, length)}) {
    box.Add(run.matrix.Apply(x, kBelow));
    box.Add(run.matrix.Apply(x, kAbove));
  }
  Note(painter, box, false, std::nullopt);
  return advance;
}

}  // namespace sceau::document
