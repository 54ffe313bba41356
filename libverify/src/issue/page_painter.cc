// SPDX-License-Identifier: Apache-2.0
#include "issue/page_painter.h"

#include <cairo-ft.h>

#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "base/status.h"
#include "base/text.h"
#include "issue/code_drawing.h"
#include "issue/page_text.h"
#include "layout/fonts.h"

namespace sceau::issue {
namespace {

using layout::Face;

// Cairo keeps the fonts it has used in caches of its own for an unknown time, and locks them
// itself. So these are opened once and never closed.
class CairoFaces {
 public:
  explicit CairoFaces(layout::Fonts fonts) : fonts_(std::move(fonts)) {
    for (const Face face : {Face::kRegular, Face::kSemibold})
      faces_[static_cast<std::size_t>(face)] =
          cairo_ft_font_face_create_for_ft_face(fonts_.Native(face), 0);
  }
  cairo_font_face_t* operator[](Face face) const { return faces_[static_cast<std::size_t>(face)]; }

 private:
  layout::Fonts fonts_;
  std::array<cairo_font_face_t*, 2> faces_{};
};

absl::StatusOr<const CairoFaces*> Faces() {
  static const absl::StatusOr<const CairoFaces*> kFaces =
      []() -> absl::StatusOr<const CairoFaces*> {
    SCEAU_ASSIGN_OR_RETURN(layout::Fonts fonts, layout::Fonts::Open());
    return new CairoFaces(std::move(fonts));
  }();
  return kFaces;
}

// By how much a viewer advances less over a letter than the font says, in points: Cairo 1.16 cuts
// the widths that it writes to whole thousandths of the type's size, and takes no account of it
// where it puts the next letters. At the end of a line that is 0.7 pixels of a scan.
double CutOff(const layout::Letter& letter, double points) {
  if (cairo_version() >= CAIRO_VERSION_ENCODE(1, 17, 0)) return 0;
  constexpr double kRounding = 1e-6;
  const double thousandths = letter.advance / points * 1000;
  return (thousandths - std::floor(thousandths + kRounding)) / 1000 * points;
}

class Painter {
 public:
  Painter(cairo_t* cr, const CairoFaces& faces) : cr_(cr), faces_(faces) {}

  void operator()(const layout::OpenTag& tag) {
    open_.push_back(tag.name);
    cairo_tag_begin(cr_, tag.name, nullptr);
  }

  void operator()(const layout::CloseTag&) {
    cairo_tag_end(cr_, open_.back());
    open_.pop_back();
  }

  // With the text beside the glyphs, so that it can be copied and read aloud.
  void operator()(const layout::TextRun& run) {
    std::u32string characters;
    std::vector<cairo_glyph_t> glyphs;
    std::vector<cairo_text_cluster_t> clusters;
    double cut_off = 0;
    for (const layout::Letter& letter : run.letters) {
      glyphs.push_back({letter.glyph, letter.x + cut_off, run.baseline});
      cut_off += CutOff(letter, run.style.points);
      const std::u32string_view character(&letter.character, 1);
      clusters.push_back({static_cast<int>(EncodeUtf8(character).size()), 1});
      characters += letter.character;
    }
    const std::string text = EncodeUtf8(characters);
    SetInk(run.style.ink);
    cairo_set_font_face(cr_, faces_[run.style.face]);
    cairo_set_font_size(cr_, run.style.points);
    cairo_show_text_glyphs(cr_, text.data(), static_cast<int>(text.size()), glyphs.data(),
                           static_cast<int>(glyphs.size()), clusters.data(),
                           static_cast<int>(clusters.size()), cairo_text_cluster_flags_t{});
  }

  void operator()(const layout::Rectangle& area) {
    SetInk(area.ink);
    cairo_rectangle(cr_, area.x, area.y, area.width, area.height);
    cairo_fill(cr_);
  }

  void operator()(const layout::CodePlace& place) {
    KeepPlaceForCode(cr_, place.x, place.y, place.module * place.modules);
  }

  void operator()(const layout::ForeignBlock& block) {
    TextBlock(cr_, block.text, block.style, block.width).Draw(block.x, block.y);
  }

 private:
  void SetInk(const layout::Ink& ink) { cairo_set_source_rgb(cr_, ink.red, ink.green, ink.blue); }

  cairo_t* cr_;
  const CairoFaces& faces_;
  std::vector<const char*> open_;
};

}  // namespace

absl::Status Paint(cairo_t* cr, const layout::PageDrawing& drawing) {
  SCEAU_ASSIGN_OR_RETURN(const CairoFaces* faces, Faces());
  Painter painter(cr, *faces);
  for (const layout::Operation& operation : drawing.operations) std::visit(painter, operation);
  return absl::OkStatus();
}

}  // namespace sceau::issue
