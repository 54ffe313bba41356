// SPDX-License-Identifier: Apache-2.0
// Gathers what a page is made of: images, shapes, and what may lie over them.
#ifndef SCEAU_DOCUMENT_PDF_PARTS_PAGE_COLLECTOR_H_
#define SCEAU_DOCUMENT_PDF_PARTS_PAGE_COLLECTOR_H_

#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "document/pdf/content/content_reader.h"
#include "document/pdf/content/painted.h"
#include "document/pdf/parts/font_metrics.h"
#include "document/pdf/parts/image_set.h"
#include "document/pdf/parts/shape_set.h"
#include "document/pdf/qpdf.h"
#include "sceau/limits.h"

namespace sceau::document {

// The fonts of a document, read once.
using FontCache = std::map<QPDFObjGen, FontMetrics>;

class PageCollector : public ContentSink {
 public:
  // `fonts` must outlive it.
  PageCollector(const Box& page, FontCache& fonts, const Limits& limits)
      : page_(page), limits_(limits), fonts_(fonts) {}

  void FillPath(const Path& path, FillRule rule, const GraphicsState& state) override;
  std::optional<Box> WantsPattern(const Path& path, const GraphicsState& state) override;
  void StrokePath(const Path& path, const GraphicsState& state) override;
  void DrawImage(QPDFObjectHandle image, QPDFObjectHandle resources,
                 const GraphicsState& state) override;
  void Shade(const GraphicsState& state) override;
  double ShowText(const TextRun& run, const GraphicsState& state) override;
  void Miss(Gap gap) override {
    understood_ = false;
    if (gap != Gap::kPattern) complete_ = false;
  }
  // What is painted is known, and not how it looks.
  void Doubt() override { complete_ = false; }
  // An annotation that is drawn over the page.
  void Overlay(const Box& box) { paintings_.Add({box, false, std::nullopt}); }

  bool understood() const { return understood_; }
  // False when there may be paintings that are not known.
  bool complete() const { return complete_; }
  const ImageSet& images() const { return images_; }
  const ShapeSet& shown() const { return shown_; }
  const ShapeSet& hidden() const { return hidden_; }
  const Paintings& paintings() const { return paintings_; }

 private:
  Painter PainterOf(const GraphicsState& state, double alpha) const;
  // Notes that something is painted, unless nobody can see it.
  void Note(Painter& painter, const Box& box, bool fills_box, std::optional<std::uint8_t> gray);
  // Of a line: `exact` when it paints just its outline, `beyond` where else it may paint.
  struct Edges {
    bool exact = true;
    Box beyond;
  };
  void AddShape(Path path, FillRule rule, Ink ink, double alpha, const GraphicsState& state,
                const Edges& edges);
  void AddShape(Path path, FillRule rule, Ink ink, double alpha, const GraphicsState& state) {
    AddShape(std::move(path), rule, ink, alpha, state, Edges{});
  }
  void WatchClip(const Path& path, const GraphicsState& state);
  bool CutByClip(Path& path, FillRule& rule, bool upright, bool off, const GraphicsState& state);
  void WatchPaint(const Path& path, const Ink& ink, const GraphicsState& state);
  void WatchPainter(const Painter& painter, const GraphicsState& state);
  bool IsCutOff(const GraphicsState& state);
  bool AddPixels(const ImageUse& use, const GraphicsState& state, double alpha);
  const FontMetrics& MetricsOf(QPDFObjectHandle font);
  void WatchGlyphs(const TextRun& run, const FontMetrics& metrics);
  void NoteText(const TextRun& run, const FontMetrics::Places& places, const GraphicsState& state,
                Painter painter, bool may_cover);
  void WatchLines(const TextRun& run, const FontMetrics& metrics, const TextState& text);

  Box page_;
  const Limits& limits_;
  FontCache& fonts_;
  bool understood_ = true;
  bool complete_ = true;
  ImageSet images_;
  ShapeSet shown_;
  ShapeSet hidden_;
  Paintings paintings_;
  std::optional<FontMetrics> direct_font_;
  int unknown_shapes_ = 0;
  std::size_t dashes_ = 0;
  std::size_t clip_points_ = 0;  // of clips that were copied
  std::shared_ptr<const ClipShape> last_clip_;
  int part_clips_ = 0;  // small ones, of which it is not known what they leave
  int blocks_ = 0;      // glyphs
  std::int64_t small_pixels_ = 0;
  Point last_line_;
  double last_size_ = 0;
  int tight_lines_ = 0;
};

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_PARTS_PAGE_COLLECTOR_H_
