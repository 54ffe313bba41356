// SPDX-License-Identifier: Apache-2.0
#include "issue/page_text.h"

namespace sceau::issue {
namespace {

// Pango takes the first that is installed, and looks through all fonts for what it lacks.
constexpr const char* kFontFamilies = "Open Sans, DejaVu Sans, Liberation Sans, sans-serif";

double Points(int pango_units) { return static_cast<double>(pango_units) / PANGO_SCALE; }

FontDescriptionPtr MakeFont(const layout::TextStyle& style) {
  FontDescriptionPtr font(pango_font_description_new());
  pango_font_description_set_family_static(font.get(), kFontFamilies);
  pango_font_description_set_weight(font.get(), style.face == layout::Face::kSemibold
                                                    ? PANGO_WEIGHT_SEMIBOLD
                                                    : PANGO_WEIGHT_NORMAL);
  // "Absolute" is in units of the surface: here points, whatever resolution Pango assumes.
  pango_font_description_set_absolute_size(font.get(), style.points * PANGO_SCALE);
  return font;
}

// Copied and extracted text must be what was written: no ligatures ("fi" as one character), no
// hyphen put into a name where a line breaks. Digits of one width, so that dates align.
AttributesPtr MakeAttributes() {
  AttributesPtr attributes(pango_attr_list_new());
  pango_attr_list_insert(attributes.get(),
                         pango_attr_font_features_new("liga=0, clig=0, dlig=0, tnum=1"));
  pango_attr_list_insert(attributes.get(), pango_attr_insert_hyphens_new(FALSE));
  pango_attr_list_insert(attributes.get(),
                         pango_attr_language_new(pango_language_from_string("fr")));
  return attributes;
}

}  // namespace

TextBlock::TextBlock(cairo_t* cr, std::string_view text, const layout::TextStyle& style,
                     double width)
    : cr_(cr), style_(style), layout_(NewLayout(text)) {
  pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width(layout_.get(), static_cast<int>(width * PANGO_SCALE));
}

LayoutPtr TextBlock::NewLayout(std::string_view text) const {
  LayoutPtr layout(pango_cairo_create_layout(cr_));
  // There are no pixels on paper to fit the letters to.
  pango_context_set_round_glyph_positions(pango_layout_get_context(layout.get()), FALSE);
  pango_layout_set_font_description(layout.get(), MakeFont(style_).get());
  pango_layout_set_attributes(layout.get(), MakeAttributes().get());
  pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
  pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
  pango_layout_set_auto_dir(layout.get(), FALSE);  // a name cannot turn its line around
  return layout;
}

double TextBlock::height() const {
  int height = 0;
  pango_layout_get_size(layout_.get(), nullptr, &height);
  return Points(height);
}

double TextBlock::baseline() const { return Points(pango_layout_get_baseline(layout_.get())); }

bool TextBlock::has_unknown_glyphs() const {
  return pango_layout_get_unknown_glyphs_count(layout_.get()) > 0;
}

// Each line is drawn as a layout of its own: Pango drops the space at which it breaks a line, and
// a screen reader would then join the words on both sides of it.
void TextBlock::Draw(double x, double y) const {
  cairo_set_source_rgb(cr_, style_.ink.red, style_.ink.green, style_.ink.blue);
  const std::string_view text = pango_layout_get_text(layout_.get());
  LayoutIterPtr line(pango_layout_get_iter(layout_.get()));
  do {
    const PangoLayoutLine* wrapped = pango_layout_iter_get_line_readonly(line.get());
    const double baseline = y + Points(pango_layout_iter_get_baseline(line.get()));
    const LayoutPtr alone = NewLayout(text.substr(static_cast<std::size_t>(wrapped->start_index),
                                                  static_cast<std::size_t>(wrapped->length)));
    cairo_move_to(cr_, x, baseline - Points(pango_layout_get_baseline(alone.get())));
    pango_cairo_show_layout(cr_, alone.get());
  } while (pango_layout_iter_next_line(line.get()) != FALSE);
}

}  // namespace sceau::issue
