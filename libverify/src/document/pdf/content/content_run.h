// SPDX-License-Identifier: Apache-2.0
// The run of one page's content: what content_reader.cc (structure) and content_paint.cc (paths,
// colours, text) share.
#ifndef SCEAU_DOCUMENT_PDF_CONTENT_CONTENT_RUN_H_
#define SCEAU_DOCUMENT_PDF_CONTENT_CONTENT_RUN_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/pdf/content/content_lexer.h"
#include "document/pdf/content/content_reader.h"
#include "document/pdf/qpdf.h"

namespace sceau::document {

class ContentRun {
 public:
  ContentRun(QPDF& pdf, const Matrix& start, const Layers& layers, const Limits& limits,
             ContentSink& sink)
      : pdf_(pdf), layers_(layers), limits_(limits), sink_(sink), base_(start) {
    state_.ctm = start;
  }

  // Of the page, or of a form that it draws.
  void Run(ByteSpan content, QPDFObjectHandle resources);

 private:
  using Layer = GraphicsState::Layer;
  using Method = void (ContentRun::*)();
  // The bytes of an operator's name in order, as a number that compares as the name does; 0 of one
  // that is longer than any operator.
  static constexpr std::uint32_t KeyOf(std::string_view name) {
    constexpr std::size_t kLongest = 3;
    if (name.size() > kLongest) return 0;
    std::uint32_t key = 0;
    for (std::size_t i = 0; i < kLongest; ++i)
      key = key << 8 | (i < name.size() ? static_cast<std::uint8_t>(name[i]) : 0U);
    return key;
  }
  struct Operator {
    constexpr Operator(std::string_view name, int numbers, Method what)
        : key(KeyOf(name)), operands(numbers), exact(numbers > 0 && name != "Tf"), method(what) {}
    std::uint32_t key;
    int operands;  // numbers that must stand before it
    bool exact;    // it takes nothing else
    Method method;
  };
  static const Operator* Find(std::string_view name);
  static const std::vector<Operator>& Operators();

  bool Execute(std::string_view name);
  double Number(std::size_t index) const { return operands_[first_ + index].number; }
  // The last operand, when it is a name.
  const Operand* LastName() const;
  void Miss(Gap gap) { sink_.Miss(gap); }

  // Structure, in content_reader.cc.
  bool HasPlainDefaults() const;
  void DoubtInText();
  void Save();
  void Restore();
  void Transform();
  void SetGraphicsState();
  void ApplyGraphicsState(QPDFObjectHandle values);
  void Draw();
  void DrawForm(QPDFObjectHandle form);
  // Of a form or of a cell of a pattern: what it does to the state is gone afterwards.
  void RunWithin(ByteSpan content, QPDFObjectHandle dictionary);
  void SetDashes(const std::vector<double>& lengths, double start);
  void DrawInline();
  void BeginMarked();
  void BeginMarkedWithProperties();
  void EndMarked();
  bool HasActualText(const Operand& properties) const;
  void Ignore() {}
  Layer LayerNow() const;
  // Null when there is none.
  QPDFObjectHandle Resource(const std::string& kind, const std::string& name) const;

  // Paths and colours, in content_paint.cc.
  void MoveTo();
  void LineTo();
  void CurveTo();
  void CurveFromCurrent();
  void CurveToFinal();
  void ClosePath();
  void Rectangle();
  void Paint(bool fill, FillRule rule, bool stroke, bool close);
  void Fill() { Paint(true, FillRule::kNonZero, false, false); }
  void FillEvenOdd() { Paint(true, FillRule::kEvenOdd, false, false); }
  void Stroke() { Paint(false, FillRule::kNonZero, true, false); }
  void CloseStroke() { Paint(false, FillRule::kNonZero, true, true); }
  void FillStroke() { Paint(true, FillRule::kNonZero, true, false); }
  void FillStrokeEvenOdd() { Paint(true, FillRule::kEvenOdd, true, false); }
  void CloseFillStroke() { Paint(true, FillRule::kNonZero, true, true); }
  void CloseFillStrokeEvenOdd() { Paint(true, FillRule::kEvenOdd, true, true); }
  void EndPath() { Paint(false, FillRule::kNonZero, false, false); }
  void Clip() { clip_pending_ = FillRule::kNonZero; }
  void ClipEvenOdd() { clip_pending_ = FillRule::kEvenOdd; }
  void AddCurve(Point one, Point two, Point end);
  void AddPoint(Point at);
  void ClipTo(const Path& path, FillRule rule);
  void SetLineWidth() { state_.line_width = Number(0); }
  void SetLineCap() { state_.line_cap = Whole(Number(0)); }
  void SetLineJoin() { state_.line_join = Whole(Number(0)); }
  void SetMiterLimit() { state_.miter_limit = Number(0); }
  void SetDash();
  void SetDevice(ColorSpace::Kind kind, bool stroke);
  void FillGray() { SetDevice(ColorSpace::Kind::kGray, false); }
  void StrokeGray() { SetDevice(ColorSpace::Kind::kGray, true); }
  void FillRgb() { SetDevice(ColorSpace::Kind::kRgb, false); }
  void StrokeRgb() { SetDevice(ColorSpace::Kind::kRgb, true); }
  void FillCmyk() { SetDevice(ColorSpace::Kind::kCmyk, false); }
  void StrokeCmyk() { SetDevice(ColorSpace::Kind::kCmyk, true); }
  void SetSpace(bool stroke);
  void FillSpace() { SetSpace(false); }
  void StrokeSpace() { SetSpace(true); }
  void SetColor(bool stroke);
  void FillColor() { SetColor(false); }
  void StrokeColor() { SetColor(true); }

  // Patterns, shadings, masks and groups, in content_pattern.cc.
  void Shade();
  void SetPattern(bool stroke);
  void FillByPattern(FillRule rule);
  bool FillByCells(FillRule rule, const Box& area);
  struct Cells;
  bool DrawCells(const Cells& cells, FillRule rule);
  GraphicsState::Mask MaskOf(QPDFObjectHandle mask);
  void EnterGroup();

  // Text, in content_text.cc.
  void BeginText();
  void EndText() { in_text_ = false; }
  void MoveText();
  void MoveTextSetLeading();
  void SetTextMatrix();
  void NextLine();
  void SetFont();
  void SetCharacterSpace() { state_.text.character_space = Number(0); }
  void SetWordSpace() { state_.text.word_space = Number(0); }
  void SetHorizontal() { state_.text.horizontal = Number(0) / 100; }
  void SetLeading() { state_.text.leading = Number(0); }
  void SetMode();
  void SetRise() { state_.text.rise = Number(0); }
  void ShowText();
  void ShowArray();
  void NextLineShow();
  void NextLineShowSpaced();
  void ShowRun(const std::string& bytes);
  void Advance(double by);
  void MoveLine(double x, double y);

  QPDF& pdf_;
  const Layers& layers_;
  const Limits& limits_;
  ContentSink& sink_;

  Matrix base_;  // of the content that patterns are laid by: the page, a form, a cell
  GraphicsState state_;
  std::vector<GraphicsState> saved_;
  std::vector<Layer> marked_;  // of the marked content that is open, and its outer layers
  Layer outer_layer_ = Layer::kOn;
  QPDFObjectHandle resources_;
  std::map<std::string, ColorSpace> spaces_;  // of the resources: a profile is read once
  ContentLexer* lexer_ = nullptr;
  std::vector<Operand> operands_;
  std::size_t count_ = 0;
  std::size_t first_ = 0;  // of those that the operator takes

  Path path_;
  Point current_;  // user space
  Point start_;
  std::size_t points_ = 0;
  std::optional<FillRule> clip_pending_;

  Matrix text_;
  Matrix line_;
  bool in_text_ = false;  // between BT and ET

  std::map<QPDFObjGen, GraphicsState::Mask> masks_;
  int depth_ = 0;
  std::int64_t operators_ = 0;
  std::size_t bytes_ = 0;
  bool stopped_ = false;
};

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_CONTENT_CONTENT_RUN_H_
