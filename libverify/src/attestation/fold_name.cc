// SPDX-License-Identifier: Apache-2.0
// Folds names as they are compared: cards and forms lose accents, and hyphens and apostrophes are
// written in many ways.
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "attestation/compare_holder.h"
#include "attestation/name_words.h"
#include "base/text.h"

namespace sceau::attestation {
namespace {

struct Fold {
  char32_t first;
  char32_t last;
  std::string_view letters;
};

// Latin-1 and Latin Extended-A, the letters of Romanian and Vietnamese names that stand outside
// them, and the ligatures that typesetting makes. Sorted.
constexpr auto kFolds = std::to_array<Fold>({
    {0xC0, 0xC5, "A"},      {0xC6, 0xC6, "AE"},      {0xC7, 0xC7, "C"},
    {0xC8, 0xCB, "E"},      {0xCC, 0xCF, "I"},       {0xD0, 0xD0, "D"},
    {0xD1, 0xD1, "N"},      {0xD2, 0xD6, "O"},       {0xD8, 0xD8, "O"},
    {0xD9, 0xDC, "U"},      {0xDD, 0xDD, "Y"},       {0xDE, 0xDE, "TH"},
    {0xDF, 0xDF, "SS"},     {0xE0, 0xE5, "A"},       {0xE6, 0xE6, "AE"},
    {0xE7, 0xE7, "C"},      {0xE8, 0xEB, "E"},       {0xEC, 0xEF, "I"},
    {0xF0, 0xF0, "D"},      {0xF1, 0xF1, "N"},       {0xF2, 0xF6, "O"},
    {0xF8, 0xF8, "O"},      {0xF9, 0xFC, "U"},       {0xFD, 0xFD, "Y"},
    {0xFE, 0xFE, "TH"},     {0xFF, 0xFF, "Y"},       {0x100, 0x105, "A"},
    {0x106, 0x10D, "C"},    {0x10E, 0x111, "D"},     {0x112, 0x11B, "E"},
    {0x11C, 0x123, "G"},    {0x124, 0x127, "H"},     {0x128, 0x131, "I"},
    {0x132, 0x133, "IJ"},   {0x134, 0x135, "J"},     {0x136, 0x138, "K"},
    {0x139, 0x142, "L"},    {0x143, 0x14B, "N"},     {0x14C, 0x151, "O"},
    {0x152, 0x153, "OE"},   {0x154, 0x159, "R"},     {0x15A, 0x161, "S"},
    {0x162, 0x167, "T"},    {0x168, 0x173, "U"},     {0x174, 0x175, "W"},
    {0x176, 0x178, "Y"},    {0x179, 0x17E, "Z"},     {0x17F, 0x17F, "S"},
    {0x18F, 0x18F, "A"},    {0x1A0, 0x1A1, "O"},     {0x1AF, 0x1B0, "U"},
    {0x1CD, 0x1CE, "A"},    {0x1CF, 0x1D0, "I"},     {0x1D1, 0x1D2, "O"},
    {0x1D3, 0x1DC, "U"},    {0x1E6, 0x1E7, "G"},     {0x1FA, 0x1FB, "A"},
    {0x1FC, 0x1FD, "AE"},   {0x1FE, 0x1FF, "O"},     {0x218, 0x219, "S"},
    {0x21A, 0x21B, "T"},    {0x259, 0x259, "A"},     {0x1E80, 0x1E85, "W"},
    {0x1E9E, 0x1E9E, "SS"}, {0x1EA0, 0x1EB7, "A"},   {0x1EB8, 0x1EC7, "E"},
    {0x1EC8, 0x1ECB, "I"},  {0x1ECC, 0x1EE3, "O"},   {0x1EE4, 0x1EF1, "U"},
    {0x1EF2, 0x1EF9, "Y"},  {0xFB00, 0xFB00, "FF"},  {0xFB01, 0xFB01, "FI"},
    {0xFB02, 0xFB02, "FL"}, {0xFB03, 0xFB03, "FFI"}, {0xFB04, 0xFB04, "FFL"},
    {0xFB05, 0xFB06, "ST"},
});

// As most characters of most texts.
bool IsAsciiLetterOrDigit(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9');
}

bool IsCombiningAccent(char32_t c) { return c >= 0x300 && c <= 0x36F; }

void AppendFolded(char32_t c, std::string& folded) {
  if (c < 0x80) {
    const bool lower = c >= U'a' && c <= U'z';
    folded.push_back(static_cast<char>(lower ? c - U'a' + U'A' : c));
    return;
  }
  const auto fold = std::ranges::lower_bound(kFolds, c, {}, &Fold::last);
  if (fold != kFolds.end() && fold->first <= c) {
    folded += fold->letters;
  } else {
    const auto upper = static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(c)));
    folded += EncodeUtf8(std::u32string_view(&upper, 1));
  }
}

}  // namespace

bool IsBetweenWords(char32_t c) {
  constexpr std::u32string_view kOthers =
      U" \t\r\n\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F"
      U"\u205F\u3000"
      U".,;:_/|()[]<>\"'`\u00A8\u00AB\u00B4\u00B7\u00BB\u02B9\u02BB\u02BC\u02BD\u02BE\u02BF\u02C8"
      U"\u02CA\u02CB\u2018\u2019\u201A\u201B\u201C\u201D\u201E\u2022\u2032\u2035\u2039\u203A\u2219"
      U"\u30FB\uA78B\uA78C\uFF07\uFF0E"
      U"-\u058A\u05BE\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\uFE58\uFE63\uFF0D";
  return kOthers.find(c) != kOthers.npos;
}

std::string FoldName(std::string_view utf8) {
  const auto decoded = DecodeUtf8(utf8);
  if (!decoded) return std::string(utf8);
  std::string folded;
  bool pending_space = false;
  for (char32_t c : *decoded) {
    const bool plain = IsAsciiLetterOrDigit(c);
    if (!plain && IsBetweenWords(c)) {
      pending_space = !folded.empty();
      continue;
    }
    if (!plain && (IsCombiningAccent(c) || IsUnsafeInText(c))) continue;
    if (pending_space) folded.push_back(' ');
    pending_space = false;
    AppendFolded(c, folded);
  }
  return folded;
}

}  // namespace sceau::attestation
