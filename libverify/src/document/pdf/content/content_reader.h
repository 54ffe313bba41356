// SPDX-License-Identifier: Apache-2.0
// Runs a page's content and tells a sink what is painted, in order. It draws nothing.
//
// Spec: ISO 32000-2, 8 and 9. Everything is bounded: operators, depth, operands. What this reader
// does not understand it reports (Gap), so that a whole PDF reader can draw the page instead.
#ifndef SCEAU_DOCUMENT_PDF_CONTENT_CONTENT_READER_H_
#define SCEAU_DOCUMENT_PDF_CONTENT_CONTENT_READER_H_

#include <optional>
#include <string_view>

#include "base/bytes.h"
#include "document/pdf/content/content_state.h"
#include "document/pdf/qpdf.h"
#include "sceau/limits.h"

namespace sceau::document {

// Why more may be on the page than the sink was told.
enum class Gap {
  kDamaged,     // a stream or an operator without meaning
  kLimit,       // too much of something
  kPattern,     // of a pattern, of which the path was told with an unknown ink
  kTextClip,    // text that clips what follows
  kInline,      // an inline image that may end elsewhere
  kUnknown,     // an XObject that is neither an image nor a form
  kUnbalanced,  // a Q or an EMC too many, which viewers skip
};

// One string of Tj, TJ, ' or ".
struct TextRun {
  std::string_view bytes;  // character codes as the font reads them
  // Glyph space of size 1 (font size, Tz and rise applied) -> device space.
  Matrix matrix;
};

class ContentSink {
 public:
  virtual ~ContentSink() = default;
  virtual void FillPath(const Path& path, FillRule rule, const GraphicsState& state) = 0;
  // Asked before a path is filled with a tiling pattern: where the sink wants to be told what the
  // pattern's cells paint, each clipped to the path. Nothing: it is told of the path alone.
  virtual std::optional<Box> WantsPattern(const Path& /*path*/, const GraphicsState& /*state*/) {
    return std::nullopt;
  }
  virtual void StrokePath(const Path& path, const GraphicsState& state) = 0;
  // A stream of an image, inline or not; state.ctm maps the unit square to it.
  virtual void DrawImage(QPDFObjectHandle image, QPDFObjectHandle resources,
                         const GraphicsState& state) = 0;
  // state.fill is the shading.
  virtual void Shade(const GraphicsState& state) = 0;
  // Returns how far the glyphs of the run advance, in text space before Tz: the sum of
  // width x size + character space + word space.
  virtual double ShowText(const TextRun& run, const GraphicsState& state) = 0;
  // What follows stands for another text (ActualText).
  virtual void ReplaceText() {}
  // What follows viewers paint in several ways: in other colours, or at other places.
  virtual void Doubt() {}
  virtual void Miss(Gap gap) = 0;
};

// Which optional content is shown when the document is opened. Spec: 8.11.4.
class Layers {
 public:
  virtual ~Layers() = default;
  // Of a value of /Properties or /OC.
  virtual GraphicsState::Layer StateOf(QPDFObjectHandle group) const = 0;
};

// `content` is the page's whole content, `start` maps default user space to the device. May throw
// what qpdf throws.
void ReadContent(QPDF& pdf, ByteSpan content, QPDFObjectHandle resources, const Matrix& start,
                 const Layers& layers, const Limits& limits, ContentSink& sink);

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_CONTENT_CONTENT_READER_H_
