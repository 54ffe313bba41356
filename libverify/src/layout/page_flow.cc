// SPDX-License-Identifier: Apache-2.0
#include "layout/page_flow.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "base/status.h"
#include "fmt/format.h"

namespace sceau::layout {
namespace {

constexpr double kFactLabelWidth = 0.34;  // of the width
constexpr double kCellGap = 10;

std::string WholeText(const Phrase& phrase) {
  std::string text;
  for (const Piece& piece : phrase) text += piece.text;
  return text;
}

}  // namespace

PageFlow::Block PageFlow::Set(const Phrase& phrase, const TextStyle& style, double width) {
  auto set = SetText(typesetter_.fonts, phrase, style, width);
  if (!set) return SetForeign(phrase, style, width);
  const double height = static_cast<double>(set->lines.size()) * LineHeight(style.points);
  return {*std::move(set), style, height, Ascent(style.points)};
}

PageFlow::Block PageFlow::SetForeign(const Phrase& phrase, const TextStyle& style, double width) {
  std::string text = WholeText(phrase);
  absl::StatusOr<BlockSize> size =
      typesetter_.foreign == nullptr
          ? Refuse(Reason::kClaimsNoFont, "page: a character that the page's font lacks")
          : typesetter_.foreign->Measure(text, style, width);
  if (!size.ok()) {
    status_.Update(size.status());
    size = BlockSize{};
  }
  return {ForeignBlock{std::move(text), style, 0, 0, width}, style, size->height, size->baseline};
}

void PageFlow::Put(const Block& block, double x, double y) {
  if (const auto* foreign = std::get_if<ForeignBlock>(&block.text)) {
    ForeignBlock placed = *foreign;
    placed.x = x;
    placed.y = y;
    operations_.emplace_back(std::move(placed));
    return;
  }
  double baseline = y + block.baseline;
  for (const std::vector<Letter>& line : std::get<SetLines>(block.text).lines) {
    TextRun run{block.style, baseline, line};
    for (Letter& letter : run.letters) letter.x += x;
    operations_.emplace_back(std::move(run));
    baseline += LineHeight(block.style.points);
  }
}

void PageFlow::Fill(double x, double y, double width, double height, const Ink& ink) {
  operations_.emplace_back(Rectangle{x, y, width, height, ink});
}

void PageFlow::Text(const char* tag, const Phrase& phrase, const TextStyle& style) {
  const Block block = Set(phrase, style, width_);
  const Tag element(operations_, tag);
  Put(block, left_, y_);
  y_ += block.height;
}

void PageFlow::Callout(const Phrase& phrase, const TextStyle& style, double padding) {
  constexpr double kBar = 3;
  const Block block = Set(phrase, style, width_ - 2 * padding - kBar);
  const double height = block.height + 2 * padding;
  Fill(left_, y_, width_, height, kPale);
  Fill(left_, y_, kBar, height, kAccent);
  const Tag element(operations_, "P");
  Put(block, left_ + kBar + padding, y_ + padding);
  y_ += height;
}

void PageFlow::Steps(const std::vector<Phrase>& steps, const TextStyle& style, double gap) {
  const Tag list(operations_, "L");
  const double indent = 1.6 * style.points;
  TextStyle number_style = style;
  number_style.ink = kAccent;
  number_style.face = Face::kSemibold;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (i > 0) Skip(gap);
    std::vector<Cell> cells;
    cells.push_back({Set({{fmt::format("{}.", i + 1)}}, number_style, indent), left_, "Lbl"});
    cells.push_back({Set(steps[i], style, width_ - indent), left_ + indent, "LBody"});
    Row("LI", cells, 0);
  }
}

void PageFlow::Rule(const Ink& ink, double thickness) {
  Fill(left_, y_, width_, thickness, ink);
  y_ += thickness;
}

// The first lines of the cells share one baseline, whatever their sizes.
void PageFlow::Row(const char* tag, const std::vector<Cell>& cells, double padding) {
  double baseline = 0;
  for (const Cell& cell : cells) baseline = std::max(baseline, cell.block.baseline);
  double height = 0;
  const Tag row(operations_, tag);
  for (const Cell& cell : cells) {
    const double drop = baseline - cell.block.baseline;
    height = std::max(height, drop + cell.block.height);
    const Tag element(operations_, cell.tag);
    Put(cell.block, cell.x, y_ + padding + drop);
  }
  y_ += height + 2 * padding;
}

void PageFlow::Facts(const std::vector<FactLine>& facts, const Density& density) {
  const Tag list(operations_, "L");
  const double label_width = width_ * kFactLabelWidth;
  for (const auto& [label, value, face] : facts) {
    std::vector<Cell> cells;
    cells.push_back(
        {Set({{label}}, {density.label, kQuiet}, label_width - kCellGap), left_, "Lbl"});
    cells.push_back({Set(value, {density.body, kText, face}, width_ - label_width),
                     left_ + label_width, "LBody"});
    Row("LI", cells, density.row_padding);
    Rule(kHairline, 0.5);
  }
}

void PageFlow::TableRow(const std::vector<double>& widths, const std::vector<Phrase>& texts,
                        const TextStyle& style, const char* tag, double padding) {
  std::vector<Cell> cells;
  double x = left_;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const double width = widths[i] * width_;
    const double gap = i + 1 < widths.size() ? kCellGap : 0;
    cells.push_back({Set(texts[i], style, width - gap), x, tag});
    x += width;
  }
  Row("TR", cells, padding);
}

void PageFlow::TableOf(const Table& table, const Density& density) {
  const Tag element(operations_, "Table");
  std::vector<Phrase> head;
  for (const std::string& text : table.head) head.push_back({{text}});
  TableRow(table.widths, head, {density.label, kQuiet}, "TH", density.row_padding);
  Rule(kAccent, 0.75);
  for (const auto& texts : table.rows) {
    TableRow(table.widths, texts, {density.body}, "TD", density.row_padding);
    Rule(kHairline, 0.5);
  }
}

}  // namespace sceau::layout
