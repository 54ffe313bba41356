// SPDX-License-Identifier: Apache-2.0
#include "cli/inspection_text.h"

#include <algorithm>

#include "cli/text_layout.h"
#include "cli/wording.h"

namespace sceau::cli {
namespace {

constexpr std::size_t kBytesPerLine = 8;

class InspectionWriter {
 public:
  explicit InspectionWriter(Language language) : language_(language) {}

  std::string Write(const Inspection& inspection) {
    layout_.Line(Say(Message::kInspectCounts, language_, inspection.file, inspection.pages_read,
                     inspection.symbols.size()));
    layout_.Line(Pattern(Message::kInspectWarning, language_));
    AddProblems(inspection.reasons);
    for (std::size_t i = 0; i < inspection.symbols.size(); ++i)
      AddSymbol(inspection.symbols[i], i + 1);
    return layout_.text();
  }

 private:
  void AddProblems(const std::vector<Finding>& problems) {
    for (const Finding& problem : problems) {
      std::string text = Say(Message::kInspectProblem, language_,
                             ReasonSentence(problem.reason, language_), ReasonCode(problem.reason));
      if (!problem.detail.empty()) text += fmt::format(" ({})", problem.detail);
      layout_.Paragraph(text);
    }
  }

  void AddSymbol(const InspectedSymbol& symbol, std::size_t number) {
    layout_.Blank();
    layout_.Line(Say(Message::kInspectSymbol, language_, number, symbol.symbology, symbol.page,
                     symbol.kind, symbol.payload.size()));
    AddCorners(symbol.corners);
    // A payload that no format took apart is shown as it is.
    if (symbol.layers.empty()) {
      layout_.Paragraph(Say(Message::kInspectText, language_,
                            std::string(symbol.payload.begin(), symbol.payload.end())));
      AddLayer(Layer{"payload", symbol.payload, {}});
    }
    for (const Layer& layer : symbol.layers) AddLayer(layer);
    AddProblems(symbol.problems);
  }

  void AddCorners(const Corners& corners) {
    if (corners == Corners{}) return;  // a text has no place on a page
    std::string text;
    for (const Point& corner : corners)
      text += fmt::format("({:.0f}, {:.0f}) ", corner.x, corner.y);
    text.pop_back();
    layout_.Paragraph(Say(Message::kInspectCorners, language_, text));
  }

  void AddLayer(const Layer& layer) {
    layout_.Blank();
    layout_.Paragraph(Say(Message::kInspectLayer, language_, layer.name, layer.bytes.size()));
    layout_.Paragraph(Pattern(Message::kInspectColumns, language_));
    if (layer.parts.empty()) AddHex(layer, 0, layer.bytes.size(), "");
    for (std::size_t i = 0; i < layer.parts.size(); ++i) {
      const bool has_children =
          i + 1 < layer.parts.size() && layer.parts[i + 1].depth > layer.parts[i].depth;
      AddPart(layer, layer.parts[i], has_children);
    }
  }

  void AddPart(const Layer& layer, const Part& part, bool has_children) {
    std::string meaning(static_cast<std::size_t>(std::max(part.depth, 0)) * 2, ' ');
    meaning += part.name;
    if (!part.value.empty()) meaning += ": " + part.value;
    const std::string_view is_signed =
        Pattern(part.is_signed ? Message::kInspectSigned : Message::kInspectUnsigned, language_);
    meaning = fmt::format("{:<6} {}", is_signed, meaning);
    // The bytes of what has parts are shown with the parts.
    if (has_children) {
      AddColumns(part.offset, fmt::format("[{}]", part.length), meaning);
    } else {
      AddHex(layer, part.offset, part.length, meaning);
    }
  }

  // Every byte of the range that the layer has, the meaning on the first line.
  void AddHex(const Layer& layer, std::size_t offset, std::size_t length, std::string meaning) {
    const std::size_t size = layer.bytes.size();
    const std::size_t end = offset > size ? offset : offset + std::min(length, size - offset);
    std::size_t at = offset;
    do {
      std::string hex;
      for (std::size_t i = at; i < std::min(at + kBytesPerLine, end); ++i)
        hex += fmt::format("{:02x} ", layer.bytes[i]);
      AddColumns(at, hex, meaning);
      meaning.clear();
      at += kBytesPerLine;
    } while (at < end);
  }

  void AddColumns(std::size_t offset, std::string_view bytes, std::string_view meaning) {
    std::string line = fmt::format("  {:08x}  {:<24} {}", offset, bytes, meaning);
    line.erase(line.find_last_not_of(' ') + 1);
    layout_.Line(line);
  }

  Language language_;
  TextLayout layout_{false};
};

}  // namespace

std::string InspectionText(const Inspection& inspection, Language language) {
  return InspectionWriter(language).Write(inspection);
}

}  // namespace sceau::cli
