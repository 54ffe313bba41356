// SPDX-License-Identifier: Apache-2.0
// Text: where each string is shown, and the table of all operators.
#include <algorithm>
#include <string>

#include "document/pdf/content/content_run.h"

namespace sceau::document {

void ContentRun::BeginText() {
  DoubtInText();
  in_text_ = true;
  text_ = line_ = Matrix{};
}

void ContentRun::MoveLine(double x, double y) {
  line_ = Concat({1, 0, 0, 1, x, y}, line_);
  text_ = line_;
}
void ContentRun::MoveText() { MoveLine(Number(0), Number(1)); }
void ContentRun::MoveTextSetLeading() {
  state_.text.leading = -Number(1);
  MoveText();
}
void ContentRun::NextLine() { MoveLine(0, -state_.text.leading); }

void ContentRun::SetTextMatrix() {
  text_ = line_ = {Number(0), Number(1), Number(2), Number(3), Number(4), Number(5)};
}

void ContentRun::SetFont() {
  if (count_ < 2 || operands_[count_ - 2].kind != Operand::Kind::kName) return Miss(Gap::kDamaged);
  state_.text.font = Resource("/Font", operands_[count_ - 2].text);
  state_.text.size = Number(0);
}

void ContentRun::SetMode() {
  state_.text.mode = Whole(Number(0));
  if (state_.text.mode > 3) Miss(Gap::kTextClip);
}

void ContentRun::Advance(double by) {
  text_ = Concat({1, 0, 0, 1, by * state_.text.horizontal, 0}, text_);
}

void ContentRun::ShowRun(const std::string& bytes) {
  if (bytes.empty()) return;
  const TextState& text = state_.text;
  const Matrix glyphs{text.size * text.horizontal, 0, 0, text.size, 0, text.rise};
  const TextRun run{bytes, Concat(Concat(glyphs, text_), state_.ctm)};
  if (!run.matrix.IsFinite()) return Miss(Gap::kDamaged);
  Advance(sink_.ShowText(run, state_));
}

void ContentRun::ShowText() {
  if (count_ == 0 || operands_[count_ - 1].kind != Operand::Kind::kString)
    return Miss(Gap::kDamaged);
  ShowRun(operands_[count_ - 1].text);
}

void ContentRun::ShowArray() {
  if (count_ == 0 || operands_[count_ - 1].kind != Operand::Kind::kArray)
    return Miss(Gap::kDamaged);
  for (const Operand& item : operands_[count_ - 1].items) {
    if (item.kind == Operand::Kind::kString) {
      ShowRun(item.text);
    } else if (item.kind == Operand::Kind::kNumber) {
      Advance(-item.number / 1000 * state_.text.size);
    } else {
      return Miss(Gap::kDamaged);
    }
  }
}

void ContentRun::NextLineShow() {
  NextLine();
  ShowText();
}

void ContentRun::NextLineShowSpaced() {
  if (count_ < 3 || operands_[count_ - 3].kind != Operand::Kind::kNumber ||
      operands_[count_ - 2].kind != Operand::Kind::kNumber)
    return Miss(Gap::kDamaged);
  state_.text.word_space = operands_[count_ - 3].number;
  state_.text.character_space = operands_[count_ - 2].number;
  NextLineShow();
}

// Sorted by name. Spec: ISO 32000-2, annex A. Not here, and so not understood: d0 and d1, which
// belong to glyphs.
// NOLINTNEXTLINE(readability-function-size): one table
const std::vector<ContentRun::Operator>& ContentRun::Operators() {
  using C = ContentRun;
  static const std::vector<Operator> kOperators = {
      {"\"", 0, &C::NextLineShowSpaced},
      {"'", 0, &C::NextLineShow},
      {"B", 0, &C::FillStroke},
      {"B*", 0, &C::FillStrokeEvenOdd},
      {"BDC", 0, &C::BeginMarkedWithProperties},
      {"BI", 0, &C::Ignore},
      {"BMC", 0, &C::BeginMarked},
      {"BT", 0, &C::BeginText},
      {"BX", 0, &C::Ignore},
      {"CS", 0, &C::StrokeSpace},
      {"DP", 0, &C::Ignore},
      {"Do", 0, &C::Draw},
      {"EMC", 0, &C::EndMarked},
      {"ET", 0, &C::EndText},
      {"EX", 0, &C::Ignore},
      {"F", 0, &C::Fill},
      {"G", 1, &C::StrokeGray},
      {"ID", 0, &C::DrawInline},
      {"J", 1, &C::SetLineCap},
      {"K", 4, &C::StrokeCmyk},
      {"M", 1, &C::SetMiterLimit},
      {"MP", 0, &C::Ignore},
      {"Q", 0, &C::Restore},
      {"RG", 3, &C::StrokeRgb},
      {"S", 0, &C::Stroke},
      {"SC", 0, &C::StrokeColor},
      {"SCN", 0, &C::StrokeColor},
      {"T*", 0, &C::NextLine},
      {"TD", 2, &C::MoveTextSetLeading},
      {"TJ", 0, &C::ShowArray},
      {"TL", 1, &C::SetLeading},
      {"Tc", 1, &C::SetCharacterSpace},
      {"Td", 2, &C::MoveText},
      {"Tf", 1, &C::SetFont},
      {"Tj", 0, &C::ShowText},
      {"Tm", 6, &C::SetTextMatrix},
      {"Tr", 1, &C::SetMode},
      {"Ts", 1, &C::SetRise},
      {"Tw", 1, &C::SetWordSpace},
      {"Tz", 1, &C::SetHorizontal},
      {"W", 0, &C::Clip},
      {"W*", 0, &C::ClipEvenOdd},
      {"b", 0, &C::CloseFillStroke},
      {"b*", 0, &C::CloseFillStrokeEvenOdd},
      {"c", 6, &C::CurveTo},
      {"cm", 6, &C::Transform},
      {"cs", 0, &C::FillSpace},
      {"d", 0, &C::SetDash},
      {"f", 0, &C::Fill},
      {"f*", 0, &C::FillEvenOdd},
      {"g", 1, &C::FillGray},
      {"gs", 0, &C::SetGraphicsState},
      {"h", 0, &C::ClosePath},
      {"i", 0, &C::Ignore},
      {"j", 1, &C::SetLineJoin},
      {"k", 4, &C::FillCmyk},
      {"l", 2, &C::LineTo},
      {"m", 2, &C::MoveTo},
      {"n", 0, &C::EndPath},
      {"q", 0, &C::Save},
      {"re", 4, &C::Rectangle},
      {"rg", 3, &C::FillRgb},
      {"ri", 0, &C::Ignore},
      {"s", 0, &C::CloseStroke},
      {"sc", 0, &C::FillColor},
      {"scn", 0, &C::FillColor},
      {"sh", 0, &C::Shade},
      {"v", 4, &C::CurveFromCurrent},
      {"w", 1, &C::SetLineWidth},
      {"y", 4, &C::CurveToFinal},
  };
  return kOperators;
}

const ContentRun::Operator* ContentRun::Find(std::string_view name) {
  const std::vector<Operator>& all = Operators();
  const std::uint32_t key = KeyOf(name);
  const auto found = std::ranges::lower_bound(all, key, {}, &Operator::key);
  return found != all.end() && found->key == key ? &*found : nullptr;
}

}  // namespace sceau::document
