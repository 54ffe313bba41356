// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/parts/page_collector.h"

#include <algorithm>
#include <cmath>

#include "document/pdf/content/path_shape.h"
#include "document/pdf/parts/image_decode.h"
#include "document/pdf/parts/stroke.h"

namespace sceau::document {
namespace {

// A code has at least 10 rows, and 16 runs of dark modules.
constexpr int kFewShapes = 8;
constexpr int kFewLines = 6;
constexpr std::size_t kFewSubpaths = 16;
// What turns less often is not the outline of a code; see TurnsOf().
constexpr double kFewTurns = 8;
constexpr double kSmallShape =
    80;                       // pixels: a module or a piece of a code; what is larger is a ground
constexpr double kStrip = 4;  // times as long as wide: a row of gradients may be one of a code
constexpr std::size_t kMaxDashes = 20'000;
constexpr std::size_t kMaxClipPoints = 1'000'000;
// Glyphs that are drawn with blocks. The smallest seal, of 12 modules a side, takes 18 of the
// characters that show 2 x 4 dots.
constexpr int kFewBlocks = 16;
constexpr double kLargeGlyph = 80;  // pixels: more than a centimetre may be a whole code
// An image with fewer pixels along a side cannot hold a code, but many of them together can.
constexpr int kSmallSide = 18;
constexpr std::int64_t kMaxSmallPixels = 300'000;
constexpr std::size_t kMaxImages = 64;
// Of the font's size, from line to line: text is set wider than the first, but not always wider
// than the second, which blocks need in many fonts.
constexpr double kTight = 1.02;
constexpr double kTightBlocks = 1.25;

bool Near(double a, double b) { return std::abs(a - b) < 0.05; }

Path RectanglePath(const Box& box) {
  return {
      {{{box.left, box.top}, {box.right, box.top}, {box.right, box.bottom}, {box.left, box.bottom}},
       true}};
}

// What a clip leaves of a path: the parts that it does not touch are gone, boxes end at its sides.
void CutByBox(Path& path, const Box& clip) {
  std::erase_if(path, [&](const Subpath& part) { return !BoxOf({part}).Touches(clip); });
  for (Subpath& part : path) {
    if (!IsUpright({part})) continue;
    for (Point& point : part.points)
      point = {std::clamp(point.x, clip.left, clip.right),
               std::clamp(point.y, clip.top, clip.bottom)};
  }
}

// A glyph of the file may be as large as the page, and where it is light nobody sees it.
bool IsLight(const GraphicsState& state) {
  constexpr std::uint8_t kLightInk = 128;
  constexpr int kFilled = 0;
  const auto light = [](const Ink& ink) {
    return !ink.known || !ink.sure || ink.gray >= kLightInk;
  };
  return light(state.fill) || (state.text.mode != kFilled && light(state.stroke));
}

}  // namespace

Painter PageCollector::PainterOf(const GraphicsState& state, double alpha) const {
  constexpr double kOpaque = 0.99;
  constexpr double kInvisible = 0.01;
  Painter painter;
  painter.clip = state.clip;
  painter.clip_exact = state.clip_exact;
  painter.hidden = state.layer == GraphicsState::Layer::kOff || alpha < kInvisible;
  // A thousand of what nobody sees are seen.
  painter.absent = state.layer == GraphicsState::Layer::kOff || alpha <= 0;
  painter.sure = state.plain() && alpha > kOpaque && state.layer == GraphicsState::Layer::kOn;
  return painter;
}

void PageCollector::Note(Painter& painter, const Box& box, bool fills_box,
                         std::optional<std::uint8_t> gray) {
  if (painter.absent) {
    painter.paintings.push_back(paintings_.size());
    return;
  }
  const bool covers = fills_box && painter.sure && painter.clip_exact;
  painter.paintings.push_back(paintings_.Add({Common(box, painter.clip), covers, gray}));
}

void PageCollector::AddShape(Path path, FillRule rule, Ink ink, double alpha,
                             const GraphicsState& state, const Edges& edges) {
  const Box box = BoxOf(path);
  const Box seen = Common(box, state.clip);
  const bool upright = IsUpright(path);
  Painter painter = PainterOf(state, alpha);
  const bool out = seen.IsEmpty() || !page_.Touches(seen);
  const bool off = painter.hidden || out;
  if (state.in_cell && (out || painter.absent)) return;
  const auto gray = ink.known && ink.sure ? std::optional(ink.gray) : std::nullopt;
  if (path.size() > 1 && path.size() <= kFewSubpaths) {
    // A frame is painted on its sides only.
    for (const Subpath& side : path) Note(painter, BoxOf({side}), false, gray);
  } else {
    Note(painter, box, upright && ink.known, gray);  // patterns and shadings leave places out
  }
  if (!edges.beyond.IsEmpty()) Note(painter, edges.beyond, false, gray);
  const bool cut = CutByClip(path, rule, upright, off, state);
  if (!off) WatchPaint(path, ink, state);
  if (!ink.known) {
    const bool piece = std::min(seen.width(), seen.height()) <= kSmallShape;
    if (off || !ink.gradient || !(piece || TurnsOf(path) >= kFewTurns)) return;
  }
  Shape shape;
  shape.rule = rule;
  shape.gray = ink.gray;
  shape.angle = std::atan2(state.ctm.b, state.ctm.a);
  shape.clip = state.clip;
  shape.paint = painter.paintings.front();
  shape.paints = painter.absent ? 1 : painter.paintings.size();
  // What is only mixed with its ground is as certain as that.
  constexpr double kClear = 0.25;
  const bool mixed = state.plain() && state.layer == GraphicsState::Layer::kOn && alpha >= kClear;
  if (mixed) shape.alpha = alpha;
  const bool exact = painter.clip_exact || (cut && state.clip.Holds(BoxOf(path)));
  shape.sure = edges.exact && (painter.sure || mixed) && exact && ink.known && ink.sure;
  const bool all_seen = state.clip.Holds(box) || cut;
  if (!painter.hidden && !all_seen && upright && !seen.IsEmpty()) {
    shape.path = RectanglePath(seen);
  } else {
    if (!off && !all_seen) CutByBox(path, state.clip);
    shape.path = std::move(path);
    shape.sure = shape.sure && all_seen;
  }
  (off ? hidden_ : shown_).Add(std::move(shape));
}

// What fills all that a clip leaves is seen as the clip's own shape: true when the path is that
// now.
bool PageCollector::CutByClip(Path& path, FillRule& rule, bool upright, bool off,
                              const GraphicsState& state) {
  if (state.clip_shape == nullptr || off) return false;
  const ClipShape& clip = *state.clip_shape;
  const bool fills =
      (upright && BoxOf(path).Holds(Common(clip.box, state.clip))) || LiesRound(path, clip.path);
  for (const Subpath& subpath : clip.path) clip_points_ += fills ? subpath.points.size() : 0;
  if (!fills || state.clip_shapes > 1 || clip_points_ > kMaxClipPoints) {
    WatchClip(path, state);
    return false;
  }
  path = clip.path;
  rule = clip.rule;
  return true;
}

// A code may be cut out of what is painted: by one clip that winds, or by a small one a module.
void PageCollector::WatchClip(const Path& path, const GraphicsState& state) {
  if (state.clip_turns >= kFewTurns) understood_ = false;
  const Box seen = Common(state.clip, state.clip_shape->box);
  if (state.clip_shape == last_clip_ || std::max(seen.width(), seen.height()) > kSmallShape ||
      LiesRound(state.clip_shape->path, path))
    return;
  last_clip_ = state.clip_shape;
  if (++part_clips_ > static_cast<int>(kFewSubpaths)) understood_ = false;
}

// Whether what is painted may be a code though the shapes alone do not show it.
void PageCollector::WatchPaint(const Path& path, const Ink& ink, const GraphicsState& state) {
  if (state.mask == GraphicsState::Mask::kAny) understood_ = false;
  if (ink.known && state.blend != GraphicsState::Blend::kOther) return;
  if (ink.known || !ink.gradient) {
    if (++unknown_shapes_ > kFewShapes || TurnsOf(path) >= kFewTurns) understood_ = false;
    return;
  }
  const Box box = BoxOf(path);
  const bool strip =
      std::max(box.width(), box.height()) > kStrip * std::min(box.width(), box.height());
  if (strip && ++unknown_shapes_ > kFewShapes) understood_ = false;
}

// An image, a shading or text, of which the paint alone does not say what it shows.
void PageCollector::WatchPainter(const Painter& painter, const GraphicsState& state) {
  if (painter.hidden) return;
  if (state.mask == GraphicsState::Mask::kAny || state.clip_turns >= kFewTurns) understood_ = false;
}

std::optional<Box> PageCollector::WantsPattern(const Path& path, const GraphicsState& state) {
  if (PainterOf(state, state.fill_alpha).hidden) return std::nullopt;
  const Box area = Common(Common(BoxOf(path), state.clip), page_);
  return area.IsEmpty() ? std::nullopt : std::optional(area);
}

void PageCollector::FillPath(const Path& path, FillRule rule, const GraphicsState& state) {
  AddShape(path, rule, state.fill, state.fill_alpha, state);
}

void PageCollector::StrokePath(const Path& path, const GraphicsState& state) {
  const double scale = (state.ctm.ScaleX() + state.ctm.ScaleY()) / 2;
  const double width = std::max(state.line_width * scale, 1.0);
  const bool capped = state.line_cap != 0;
  Path outline;
  if (state.dashes.empty()) {
    outline = OutlineOf(path, width, capped);
  } else {
    std::vector<double> lengths = state.dashes;
    for (double& length : lengths) length *= scale;
    const auto dashes = DashesOf(path, lengths, state.dash_start * scale,
                                 kMaxDashes - std::min(dashes_, kMaxDashes));
    if (!dashes) understood_ = false;
    dashes_ += dashes ? dashes->size() : 0;
    outline = OutlineOf(dashes ? *dashes : path, width, capped);
  }
  // A line is wider in one direction than in the other where the page's units are.
  constexpr double kSameScale = 0.02;
  const bool exact = std::abs(state.ctm.ScaleX() - state.ctm.ScaleY()) <= kSameScale * scale;
  constexpr int kMiter = 0;
  Edges edges{exact, {}};
  if (!exact) {
    const double widest = state.line_width * std::hypot(state.ctm.ScaleX(), state.ctm.ScaleY());
    edges.beyond = BoxOf(path).Grown(widest / 2 * std::max(state.miter_limit, 1.5));
  } else if (state.line_join == kMiter) {
    edges.beyond = SpikesOf(path, width, state.miter_limit);
  }
  if (!outline.empty())
    AddShape(std::move(outline), FillRule::kNonZero, state.stroke, state.stroke_alpha, state,
             edges);
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

// Of a picture in a cell: the page shows a part of it or nothing. What a part shows, a drawing
// tells.
bool PageCollector::IsCutOff(const GraphicsState& state) {
  constexpr double kSlack = 0.5;  // pixels
  const Box box = BoxOfUnitSquare(state.ctm);
  if (state.clip.Grown(kSlack).Holds(box)) return false;
  const Box seen = Common(Common(box.Grown(-kSlack), state.clip), page_);
  if (!seen.IsEmpty()) {
    understood_ = false;
    paintings_.Add({seen, false, std::nullopt});
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
    if (AddPixels(use, state, state.fill_alpha)) return;
    understood_ = false;
    return Note(use.painter, BoxOfUnitSquare(state.ctm), false, std::nullopt);
  }
  if (state.in_cell && IsCutOff(state)) return;
  WatchPainter(use.painter, state);
  use.painter.sure = use.painter.sure && HasSureColors(dictionary, resources);
  if (!use.painter.hidden && state.blend == GraphicsState::Blend::kOther) understood_ = false;
  const bool shows_through =
      !dictionary.getKey("/SMask").isNull() || !dictionary.getKey("/Mask").isNull() ||
      !dictionary.getKey("/ImageMask").isNull() || !dictionary.getKey("/IM").isNull();
  Note(use.painter, BoxOfUnitSquare(state.ctm), !shows_through && IsUpright(state.ctm),
       std::nullopt);
  if (images_.size() >= kMaxImages) return Miss(Gap::kLimit);
  images_.Add(std::move(use));
}

void PageCollector::Shade(const GraphicsState& state) {
  const Painter painter = PainterOf(state, state.fill_alpha);
  const Box box = Common(state.clip, page_);
  if (painter.absent || box.IsEmpty()) return;
  if (!state.fill.gradient) understood_ = false;
  AddShape(RectanglePath(box), FillRule::kNonZero, state.fill, state.fill_alpha, state);
}

const FontMetrics& PageCollector::MetricsOf(QPDFObjectHandle font) {
  if (!font.isIndirect()) return direct_font_.emplace(font);
  const QPDFObjGen id = font.getObjGen();
  const auto known = fonts_.find(id);
  return known != fonts_.end() ? known->second : fonts_.emplace(id, font).first->second;
}

// Lines that follow one another closer than text is set may be the rows of a code in some font.
void PageCollector::WatchLines(const TextRun& run, const FontMetrics& metrics,
                               const TextState& text) {
  const Matrix& m = run.matrix;
  const double size = std::hypot(m.c, m.d);
  const double length = m.ScaleX();
  if (text.mode == 3 || !(length > 0)) return;
  const Point at{m.e, m.f};
  // From the last line, across the direction of this one.
  const double across =
      std::abs((at.x - last_line_.x) * m.b - (at.y - last_line_.y) * m.a) / length;
  if (across < 0.1 * size && Near(size, last_size_)) return;
  const double tight = metrics.says_letters() ? kTight : kTightBlocks;
  tight_lines_ = Near(size, last_size_) && across <= tight * size ? tight_lines_ + 1 : 0;
  last_line_ = at;
  last_size_ = size;
  if (tight_lines_ > kFewLines) understood_ = false;
}

// Whether there may be more than text, and whether it is known where.
void PageCollector::WatchGlyphs(const TextRun& run, const FontMetrics& metrics) {
  if (!metrics.ordinary()) understood_ = false;
  blocks_ += metrics.BlocksIn(run.bytes);
  const bool large = std::hypot(run.matrix.c, run.matrix.d) > kLargeGlyph;
  const bool many_blocks = blocks_ > kFewBlocks;
  if (many_blocks || (large && !metrics.says_letters())) understood_ = false;
  if (!metrics.bounded() || (metrics.guesses_widths() && (large || many_blocks))) complete_ = false;
}

// A glyph may be wider than its font says.
void PageCollector::NoteText(const TextRun& run, const FontMetrics::Places& places,
                             const GraphicsState& state, Painter painter, bool may_cover) {
  constexpr double kBelow = -0.35;
  constexpr double kAbove = 1.1;
  constexpr double kWidest = 1;
  constexpr int kFilled = 0;
  // The run's matrix has the size in it.
  const auto [first, last] =
      std::minmax({places.first / state.text.size, places.last / state.text.size});
  const double end = places.end / state.text.size;
  Box box;
  for (const double x : {std::min(first, end), std::max(last + kWidest, end)}) {
    box.Add(run.matrix.Apply(x, kBelow));
    box.Add(run.matrix.Apply(x, kAbove));
  }
  if (state.text.mode != kFilled) {
    const double scale = std::max(state.ctm.ScaleX(), state.ctm.ScaleY());
    box = box.Grown(std::abs(state.line_width) * scale / 2 * std::max(state.miter_limit, 1.0));
  }
  if (!std::isfinite(box.width() + box.height())) return Miss(Gap::kDamaged);
  Note(painter, may_cover ? page_ : box, false, std::nullopt);
}

double PageCollector::ShowText(const TextRun& run, const GraphicsState& state) {
  const FontMetrics& metrics = MetricsOf(state.text.font);
  const FontMetrics::Places places = metrics.PlacesOf(run.bytes, state.text);
  constexpr int kInvisible = 3;
  if (state.text.mode == kInvisible || state.text.size == 0) return places.end;
  const Painter painter = PainterOf(state, std::max(state.fill_alpha, state.stroke_alpha));
  if (painter.absent) return places.end;
  WatchGlyphs(run, metrics);
  WatchPainter(painter, state);
  WatchLines(run, metrics, state.text);
  NoteText(run, places, state, painter, metrics.embedded() && IsLight(state));
  return places.end;
}

}  // namespace sceau::document
