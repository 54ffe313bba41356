// SPDX-License-Identifier: Apache-2.0
#include "layout/expect_page.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <utility>
#include <variant>

#include "base/status.h"
#include "layout/page_pixels.h"
#include "layout/set_text.h"

namespace sceau::layout {
namespace {

constexpr double kScale = capture::kPageDpi / 72.0;

float Pixels(double points) { return static_cast<float>(points * kScale); }

bool IsSpace(char32_t character) { return character == U' ' || character == U'\u00A0'; }

class Expecting {
 public:
  Expecting(const Fonts& fonts, std::span<const std::uint8_t> dark)
      : dark_(dark), pixels_(fonts, capture::kPageWidth, capture::kPageHeight, kScale) {}

  absl::Status Add(const Operation& operation) {
    if (std::holds_alternative<ForeignBlock>(operation))
      return Refuse(Reason::kClaimsNoFont, "page: letters that the page's font lacks");
    if (const auto* run = std::get_if<TextRun>(&operation)) {
      pixels_(*run);
      AddWords(*run);
    }
    if (const auto* area = std::get_if<Rectangle>(&operation)) pixels_(*area);
    if (const auto* place = std::get_if<CodePlace>(&operation)) return AddCode(*place);
    return absl::OkStatus();
  }

  ExpectedDrawing Take() {
    expected_.page.ink = pixels_.Take();
    expected_.page.fact_count = static_cast<int>(expected_.facts.size());
    return std::move(expected_);
  }

 private:
  int IndexOf(const std::optional<FactKey>& fact) {
    if (!fact) return capture::kFixedText;
    const auto found = std::ranges::find(expected_.facts, *fact);
    const auto index = static_cast<int>(found - expected_.facts.begin());
    if (found == expected_.facts.end()) expected_.facts.push_back(*fact);
    return index;
  }

  capture::ExpectedWord WordAt(const TextRun& run, const Letter& first) {
    capture::ExpectedWord word;
    word.left = Pixels(first.x);
    word.baseline = Pixels(run.baseline);
    word.top = Pixels(run.baseline - Ascent(run.style.points));
    word.bottom = Pixels(run.baseline - Ascent(run.style.points) + LineHeight(run.style.points));
    word.points = static_cast<float>(run.style.points);
    word.face = static_cast<int>(run.style.face);
    word.fact = IndexOf(first.fact);
    return word;
  }

  void AddWords(const TextRun& run) {
    const Letter* last = nullptr;  // of the word that goes on
    for (const Letter& letter : run.letters) {
      if (IsSpace(letter.character)) {
        last = nullptr;
        continue;
      }
      std::vector<capture::ExpectedWord>& words = expected_.page.words;
      if (last == nullptr || last->fact != letter.fact) words.push_back(WordAt(run, letter));
      words.back().letters.push_back({letter.character, Pixels(letter.x), Pixels(run.baseline)});
      words.back().right = Pixels(letter.x + letter.advance);
      last = &letter;
    }
  }

  absl::Status AddCode(const CodePlace& place) {
    const double side = place.module * place.modules;
    const auto corner = [&](double x, double y) {
      return Point{(place.x + x) * kScale, (place.y + y) * kScale};
    };
    expected_.page.code = {corner(0, 0), corner(side, 0), corner(side, side), corner(0, side)};
    const auto modules = static_cast<std::size_t>(place.modules);
    if (!dark_.empty() && dark_.size() != modules * modules)
      return Refuse(Reason::kInternal, "page: a code of another size");
    pixels_.Code(place, dark_);
    return absl::OkStatus();
  }

  std::span<const std::uint8_t> dark_;
  PagePixels pixels_;
  ExpectedDrawing expected_;
};

}  // namespace

absl::StatusOr<ExpectedDrawing> ExpectPage(const PageDrawing& drawing, const Fonts& fonts,
                                           std::span<const std::uint8_t> dark) {
  Expecting expecting(fonts, dark);
  for (const Operation& operation : drawing.operations)
    SCEAU_RETURN_IF_ERROR(expecting.Add(operation));
  return expecting.Take();
}

bool FontLetterDrawer::Draw(int face, float points, char32_t letter, float phase_x, float phase_y,
                            capture::LetterInk* ink) {
  constexpr int kMaxSide = 400;
  const bool is_phase = phase_x >= 0 && phase_x < 1 && phase_y >= 0 && phase_y < 1;
  if (face < 0 || face > static_cast<int>(Face::kSemibold) || !is_phase) return false;
  const auto which = static_cast<Face>(face);
  const std::uint32_t glyph = fonts_.GlyphOf(which, letter);
  const double em = points * kScale;
  if (glyph == 0 || !(em > 0 && em <= kMaxSide)) return false;
  GlyphInk drawn = fonts_.Draw(which, glyph, em, phase_x, phase_y);
  if (drawn.width > kMaxSide || drawn.height > kMaxSide) return false;
  const double advance = fonts_.Advance(which, glyph) * em / kUnitsPerEm;
  *ink = {drawn.width,
          drawn.height,
          drawn.left,
          drawn.top,
          static_cast<float>(advance),
          std::move(drawn.coverage)};
  return true;
}

float FontLetterDrawer::Kerning(int face, float points, char32_t left, char32_t right) {
  if (face < 0 || face > static_cast<int>(Face::kSemibold)) return 0;
  const auto which = static_cast<Face>(face);
  const double units =
      fonts_.KerningBetween(which, fonts_.GlyphOf(which, left), fonts_.GlyphOf(which, right));
  return Pixels(units * static_cast<double>(points) / kUnitsPerEm);
}

}  // namespace sceau::layout
