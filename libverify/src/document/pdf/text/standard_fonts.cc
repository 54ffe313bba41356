// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/text/standard_fonts.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace sceau::document {
namespace {

using enum StandardFont;
constexpr auto kNames = std::to_array<std::pair<std::string_view, StandardFont>>({
    {"Helvetica", kHelvetica},
    {"Helvetica-Oblique", kHelvetica},
    {"Helvetica-Bold", kHelveticaBold},
    {"Helvetica-BoldOblique", kHelveticaBold},
    {"Times-Roman", kTimes},
    {"Times-Bold", kTimesBold},
    {"Times-Italic", kTimesItalic},
    {"Times-BoldItalic", kTimesBoldItalic},
    {"Courier", kCourier},
    {"Courier-Oblique", kCourier},
    {"Courier-Bold", kCourier},
    {"Courier-BoldOblique", kCourier},
});

// Families. A style follows behind a comma or a hyphen.
constexpr auto kFamilies = std::to_array<std::string_view>(
    {"Arial", "ArialMT", "Calibri", "Cambria", "CourierNew", "CourierNewPS", "CourierNewPSMT",
     "DejaVuSans", "Georgia", "Helvetica", "LiberationSans", "Tahoma", "TimesNewRoman",
     "TimesNewRomanPS", "TimesNewRomanPSMT", "Verdana"});

struct CharacterWidths {
  char16_t character;
  std::array<std::uint16_t, 6> thousandths;
};
constexpr auto kWidths = std::to_array<CharacterWidths>({
#include "document/pdf/text/standard_widths.inc"
});
constexpr double kCourierWidth = 0.6;

}  // namespace

std::optional<StandardFont> StandardFontOf(std::string_view name) {
  const auto found = std::ranges::find(kNames, name, [](const auto& named) { return named.first; });
  return found != kNames.end() ? std::optional(found->second) : std::nullopt;
}

bool HasPlainLetters(std::string_view name) {
  const std::string_view family = name.substr(0, name.find_first_of(",-"));
  return StandardFontOf(name).has_value() ||
         std::ranges::find(kFamilies, family) != kFamilies.end();
}

std::optional<double> StandardWidthOf(StandardFont font, char32_t character) {
  constexpr double kUnits = 1000;
  const auto found = std::ranges::lower_bound(kWidths, character, {}, &CharacterWidths::character);
  if (found == kWidths.end() || found->character != character) return std::nullopt;
  if (font == kCourier) return kCourierWidth;
  return found->thousandths.at(static_cast<std::size_t>(font)) / kUnits;
}

}  // namespace sceau::document
