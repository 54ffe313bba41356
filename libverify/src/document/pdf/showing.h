// SPDX-License-Identifier: Apache-2.0
// Whether viewers show a page alike. One program draws it here; what that program skips and another
// one paints would be seen by people alone.
#ifndef SCEAU_DOCUMENT_PDF_SHOWING_H_
#define SCEAU_DOCUMENT_PDF_SHOWING_H_

#include <optional>

#include "document/pdf/content/content_reader.h"
#include "document/pdf/qpdf.h"

namespace sceau::document {

// Told of all that a page paints, by its content and by its annotations. Content that breaks a rule
// of the format, misses a resource or lies in a layer that is not shown is shown by some viewers.
class ShowingSink : public ContentSink {
 public:
  // The page, in the pixels that its content is mapped to.
  explicit ShowingSink(const Box& page) : page_(page) {}

  bool differs() const { return differs_; }
  // It paints in a colour of which viewers may make another one, by a profile for instance.
  bool may_differ() const { return may_differ_; }

  void FillPath(const Path& path, FillRule rule, const GraphicsState& state) override;
  std::optional<Box> WantsPattern(const Path& path, const GraphicsState& state) override;
  void StrokePath(const Path& path, const GraphicsState& state) override;
  void DrawImage(QPDFObjectHandle image, QPDFObjectHandle resources,
                 const GraphicsState& state) override;
  void Shade(const GraphicsState& state) override;
  double ShowText(const TextRun& run, const GraphicsState& state) override;
  void Doubt() override { differs_ = true; }
  void Miss(Gap gap) override;

 private:
  void See(const GraphicsState& state);
  void See(const GraphicsState& state, const Ink& ink);

  Box page_;
  bool differs_ = false;
  bool may_differ_ = false;
};

// Whether the file changes its pages by itself, by a script or an action when it is opened, which
// not every viewer follows. `root` is the catalogue. May throw what qpdf throws.
bool ActsByItself(QPDFObjectHandle root, QPDFObjectHandle page);

// Whether some viewers draw an annotation of the page and others do not, or each draws one of its
// own. `form` is the catalogue's /AcroForm, or null. May throw what qpdf throws.
bool DrawAnnotationsDifferently(QPDFObjectHandle page, QPDFObjectHandle form);

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_SHOWING_H_
