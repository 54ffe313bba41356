// SPDX-License-Identifier: Apache-2.0
// Names as they are compared: cards and forms lose accents, and hyphens and apostrophes are written
// in many ways.
#include <algorithm>
#include <array>
#include <string_view>

#include "attestation/compare_holder.h"
#include "base/text.h"

namespace sceau::attestation {
namespace {

struct Fold {
  char32_t first;
  char32_t last;
  std::string_view letters;
};

// Latin-1 and Latin Extended-A, and the letters of Romanian and Vietnamese names that stand outside
// them. Sorted.
constexpr auto kFolds = std::to_array<Fold>({
    {0xC0, 0xC5, "A"},     {0xC6, 0xC6, "AE"},    {0xC7, 0xC7, "C"},     {0xC8, 0xCB, "E"},
    {0xCC, 0xCF, "I"},     {0xD0, 0xD0, "D"},     {0xD1, 0xD1, "N"},     {0xD2, 0xD6, "O"},
    {0xD8, 0xD8, "O"},     {0xD9, 0xDC, "U"},     {0xDD, 0xDD, "Y"},     {0xDE, 0xDE, "TH"},
    {0xDF, 0xDF, "SS"},    {0xE0, 0xE5, "A"},     {0xE6, 0xE6, "AE"},    {0xE7, 0xE7, "C"},
    {0xE8, 0xEB, "E"},     {0xEC, 0xEF, "I"},     {0xF0, 0xF0, "D"},     {0xF1, 0xF1, "N"},
    {0xF2, 0xF6, "O"},     {0xF8, 0xF8, "O"},     {0xF9, 0xFC, "U"},     {0xFD, 0xFD, "Y"},
    {0xFE, 0xFE, "TH"},    {0xFF, 0xFF, "Y"},     {0x100, 0x105, "A"},   {0x106, 0x10D, "C"},
    {0x10E, 0x111, "D"},   {0x112, 0x11B, "E"},   {0x11C, 0x123, "G"},   {0x124, 0x127, "H"},
    {0x128, 0x131, "I"},   {0x132, 0x133, "IJ"},  {0x134, 0x135, "J"},   {0x136, 0x138, "K"},
    {0x139, 0x142, "L"},   {0x143, 0x14B, "N"},   {0x14C, 0x151, "O"},   {0x152, 0x153, "OE"},
    {0x154, 0x159, "R"},   {0x15A, 0x161, "S"},   {0x162, 0x167, "T"},   {0x168, 0x173, "U"},
    {0x174, 0x175, "W"},   {0x176, 0x178, "Y"},   {0x179, 0x17E, "Z"},   {0x17F, 0x17F, "S"},
    {0x1A0, 0x1A1, "O"},   {0x1AF, 0x1B0, "U"},   {0x218, 0x219, "S"},   {0x21A, 0x21B, "T"},
    {0x1EA0, 0x1EB7, "A"}, {0x1EB8, 0x1EC7, "E"}, {0x1EC8, 0x1ECB, "I"}, {0x1ECC, 0x1EE3, "O"},
    {0x1EE4, 0x1EF1, "U"}, {0x1EF2, 0x1EF9, "Y"},
});

bool IsCombiningAccent(char32_t c) { return c >= 0x300 && c <= 0x36F; }

// Spaces, hyphens, apostrophes, dots and commas in their many forms.
bool IsSeparator(char32_t c) {
  constexpr std::u32string_view kOthers =
      U" \u00A0\u202F\u2009.,_'`\u00B4\u02B9\u02BC\u2018\u2019\u201B\u2032-"
      U"\u2010\u2011\u2012\u2013\u2014\u2212";
  return kOthers.find(c) != kOthers.npos;
}

void AppendFolded(char32_t c, std::string& folded) {
  if (c >= U'a' && c <= U'z') {
    folded.push_back(static_cast<char>(c - U'a' + U'A'));
    return;
  }
  const auto fold =
      std::ranges::find_if(kFolds, [c](const Fold& f) { return f.first <= c && c <= f.last; });
  if (fold != kFolds.end()) {
    folded += fold->letters;
  } else {
    folded += EncodeUtf8(std::u32string_view(&c, 1));
  }
}

}  // namespace

std::string FoldName(std::string_view utf8) {
  const auto decoded = DecodeUtf8(utf8);
  if (!decoded) return std::string(utf8);
  std::string folded;
  bool pending_space = false;
  for (char32_t c : *decoded) {
    if (IsCombiningAccent(c)) continue;
    if (IsSeparator(c)) {
      pending_space = !folded.empty();
      continue;
    }
    if (pending_space) folded.push_back(' ');
    pending_space = false;
    AppendFolded(c, folded);
  }
  return folded;
}

}  // namespace sceau::attestation
