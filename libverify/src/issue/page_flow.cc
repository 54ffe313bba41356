// SPDX-License-Identifier: Apache-2.0
#include "issue/page_flow.h"

#include <algorithm>
#include <optional>

#include "fmt/format.h"

namespace sceau::issue {
namespace {

constexpr double kFactLabelWidth = 0.34;  // of the width
constexpr double kCellGap = 10;

void FillRectangle(cairo_t* cr, double x, double y, double width, double height, const Ink& ink) {
  cairo_set_source_rgb(cr, ink.red, ink.green, ink.blue);
  cairo_rectangle(cr, x, y, width, height);
  cairo_fill(cr);
}

}  // namespace

TextBlock PageFlow::Set(std::string_view text, const TextStyle& style, double width) {
  TextBlock block(cr_, text, style, width);
  unknown_glyphs_ = unknown_glyphs_ || block.has_unknown_glyphs();
  return block;
}

void PageFlow::Text(const char* tag, std::string_view text, const TextStyle& style) {
  const TextBlock block = Set(text, style, width_);
  if (drawing()) {
    const Tag element(cr_, tag);
    block.Draw(left_, y_);
  }
  y_ += block.height();
}

void PageFlow::Callout(std::string_view text, const TextStyle& style, double padding) {
  constexpr double kBar = 3;
  const TextBlock block = Set(text, style, width_ - 2 * padding - kBar);
  const double height = block.height() + 2 * padding;
  if (drawing()) {
    FillRectangle(cr_, left_, y_, width_, height, kPale);
    FillRectangle(cr_, left_, y_, kBar, height, kAccent);
    const Tag element(cr_, "P");
    block.Draw(left_ + kBar + padding, y_ + padding);
  }
  y_ += height;
}

void PageFlow::Steps(const std::vector<std::string>& steps, const TextStyle& style, double gap) {
  std::optional<Tag> list;
  if (drawing()) list.emplace(cr_, "L");
  const double indent = 1.6 * style.points;
  TextStyle number_style = style;
  number_style.ink = kAccent;
  number_style.weight = Weight::kSemibold;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (i > 0) Skip(gap);
    std::vector<Cell> cells;
    cells.push_back({Set(fmt::format("{}.", i + 1), number_style, indent), left_, "Lbl"});
    cells.push_back({Set(steps[i], style, width_ - indent), left_ + indent, "LBody"});
    Row("LI", cells, 0);
  }
}

void PageFlow::Rule(const Ink& ink, double thickness) {
  if (drawing()) FillRectangle(cr_, left_, y_, width_, thickness, ink);
  y_ += thickness;
}

// The first lines of the cells share one baseline, whatever their sizes.
void PageFlow::Row(const char* tag, const std::vector<Cell>& cells, double padding) {
  double baseline = 0;
  for (const Cell& cell : cells) baseline = std::max(baseline, cell.text.baseline());
  double height = 0;
  std::optional<Tag> row;
  if (drawing()) row.emplace(cr_, tag);
  for (const Cell& cell : cells) {
    const double drop = baseline - cell.text.baseline();
    height = std::max(height, drop + cell.text.height());
    if (drawing()) {
      const Tag element(cr_, cell.tag);
      cell.text.Draw(cell.x, y_ + padding + drop);
    }
  }
  y_ += height + 2 * padding;
}

void PageFlow::Facts(const std::vector<Fact>& facts, const Density& density) {
  std::optional<Tag> list;
  if (drawing()) list.emplace(cr_, "L");
  const double label_width = width_ * kFactLabelWidth;
  for (const auto& [label, value, weight] : facts) {
    std::vector<Cell> cells;
    cells.push_back({Set(label, {density.label, kQuiet}, label_width - kCellGap), left_, "Lbl"});
    cells.push_back({Set(value, {density.body, kText, weight}, width_ - label_width),
                     left_ + label_width, "LBody"});
    Row("LI", cells, density.row_padding);
    Rule(kHairline, 0.5);
  }
}

void PageFlow::TableOf(const Table& table, const Density& density) {
  std::optional<Tag> element;
  if (drawing()) element.emplace(cr_, "Table");
  const auto row = [&](const std::vector<std::string>& texts, const TextStyle& style,
                       const char* tag) {
    std::vector<Cell> cells;
    double x = left_;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const double width = table.widths[i] * width_;
      const double gap = i + 1 < table.widths.size() ? kCellGap : 0;
      cells.push_back({Set(texts[i], style, width - gap), x, tag});
      x += width;
    }
    Row("TR", cells, density.row_padding);
  };
  row(table.head, {density.label, kQuiet}, "TH");
  Rule(kAccent, 0.75);
  for (const auto& texts : table.rows) {
    row(texts, {density.body}, "TD");
    Rule(kHairline, 0.5);
  }
}

}  // namespace sceau::issue
