// SPDX-License-Identifier: Apache-2.0
#include "seal/scanner/encodings.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/text.h"

namespace sceau::seal {
namespace {

// The characters of the bytes 0x80 to 0xFF. A byte that windows-1252 leaves open is the control of
// the same number, as in browsers.
constexpr std::u32string_view kCodePages[] = {
    // iso-8859-1
    U"\x80\x81\x82\x83\x84\x85\x86\x87\x88\x89\x8A\x8B\x8C\x8D\x8E\x8F"
    U"\x90\x91\x92\x93\x94\x95\x96\x97\x98\x99\x9A\x9B\x9C\x9D\x9E\x9F"
    U"\u00A0\u00A1\u00A2\u00A3\u00A4\u00A5\u00A6\u00A7\u00A8\u00A9\u00AA\u00AB\u00AC\u00AD\u00AE"
    U"\u00AF"
    U"\u00B0\u00B1\u00B2\u00B3\u00B4\u00B5\u00B6\u00B7\u00B8\u00B9\u00BA\u00BB\u00BC\u00BD\u00BE"
    U"\u00BF"
    U"\u00C0\u00C1\u00C2\u00C3\u00C4\u00C5\u00C6\u00C7\u00C8\u00C9\u00CA\u00CB\u00CC\u00CD\u00CE"
    U"\u00CF"
    U"\u00D0\u00D1\u00D2\u00D3\u00D4\u00D5\u00D6\u00D7\u00D8\u00D9\u00DA\u00DB\u00DC\u00DD\u00DE"
    U"\u00DF"
    U"\u00E0\u00E1\u00E2\u00E3\u00E4\u00E5\u00E6\u00E7\u00E8\u00E9\u00EA\u00EB\u00EC\u00ED\u00EE"
    U"\u00EF"
    U"\u00F0\u00F1\u00F2\u00F3\u00F4\u00F5\u00F6\u00F7\u00F8\u00F9\u00FA\u00FB\u00FC\u00FD\u00FE"
    U"\u00FF",
    // windows-1252
    U"\u20AC\x81\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\x8D\u017D\x8F"
    U"\x90\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\x9D\u017E\u0178"
    U"\u00A0\u00A1\u00A2\u00A3\u00A4\u00A5\u00A6\u00A7\u00A8\u00A9\u00AA\u00AB\u00AC\u00AD\u00AE"
    U"\u00AF"
    U"\u00B0\u00B1\u00B2\u00B3\u00B4\u00B5\u00B6\u00B7\u00B8\u00B9\u00BA\u00BB\u00BC\u00BD\u00BE"
    U"\u00BF"
    U"\u00C0\u00C1\u00C2\u00C3\u00C4\u00C5\u00C6\u00C7\u00C8\u00C9\u00CA\u00CB\u00CC\u00CD\u00CE"
    U"\u00CF"
    U"\u00D0\u00D1\u00D2\u00D3\u00D4\u00D5\u00D6\u00D7\u00D8\u00D9\u00DA\u00DB\u00DC\u00DD\u00DE"
    U"\u00DF"
    U"\u00E0\u00E1\u00E2\u00E3\u00E4\u00E5\u00E6\u00E7\u00E8\u00E9\u00EA\u00EB\u00EC\u00ED\u00EE"
    U"\u00EF"
    U"\u00F0\u00F1\u00F2\u00F3\u00F4\u00F5\u00F6\u00F7\u00F8\u00F9\u00FA\u00FB\u00FC\u00FD\u00FE"
    U"\u00FF",
    // cp850
    U"\u00C7\u00FC\u00E9\u00E2\u00E4\u00E0\u00E5\u00E7\u00EA\u00EB\u00E8\u00EF\u00EE\u00EC\u00C4"
    U"\u00C5"
    U"\u00C9\u00E6\u00C6\u00F4\u00F6\u00F2\u00FB\u00F9\u00FF\u00D6\u00DC\u00F8\u00A3\u00D8\u00D7"
    U"\u0192"
    U"\u00E1\u00ED\u00F3\u00FA\u00F1\u00D1\u00AA\u00BA\u00BF\u00AE\u00AC\u00BD\u00BC\u00A1\u00AB"
    U"\u00BB"
    U"\u2591\u2592\u2593\u2502\u2524\u00C1\u00C2\u00C0\u00A9\u2563\u2551\u2557\u255D\u00A2\u00A5"
    U"\u2510"
    U"\u2514\u2534\u252C\u251C\u2500\u253C\u00E3\u00C3\u255A\u2554\u2569\u2566\u2560\u2550\u256C"
    U"\u00A4"
    U"\u00F0\u00D0\u00CA\u00CB\u00C8\u0131\u00CD\u00CE\u00CF\u2518\u250C\u2588\u2584\u00A6\u00CC"
    U"\u2580"
    U"\u00D3\u00DF\u00D4\u00D2\u00F5\u00D5\u00B5\u00FE\u00DE\u00DA\u00DB\u00D9\u00FD\u00DD\u00AF"
    U"\u00B4"
    U"\u00AD\u00B1\u2017\u00BE\u00B6\u00A7\u00F7\u00B8\u00B0\u00A8\u00B7\u00B9\u00B3\u00B2\u25A0"
    U"\u00A0",
    // cp437
    U"\u00C7\u00FC\u00E9\u00E2\u00E4\u00E0\u00E5\u00E7\u00EA\u00EB\u00E8\u00EF\u00EE\u00EC\u00C4"
    U"\u00C5"
    U"\u00C9\u00E6\u00C6\u00F4\u00F6\u00F2\u00FB\u00F9\u00FF\u00D6\u00DC\u00A2\u00A3\u00A5\u20A7"
    U"\u0192"
    U"\u00E1\u00ED\u00F3\u00FA\u00F1\u00D1\u00AA\u00BA\u00BF\u2310\u00AC\u00BD\u00BC\u00A1\u00AB"
    U"\u00BB"
    U"\u2591\u2592\u2593\u2502\u2524\u2561\u2562\u2556\u2555\u2563\u2551\u2557\u255D\u255C\u255B"
    U"\u2510"
    U"\u2514\u2534\u252C\u251C\u2500\u253C\u255E\u255F\u255A\u2554\u2569\u2566\u2560\u2550\u256C"
    U"\u2567"
    U"\u2568\u2564\u2565\u2559\u2558\u2552\u2553\u256B\u256A\u2518\u250C\u2588\u2584\u258C\u2590"
    U"\u2580"
    U"\u03B1\u00DF\u0393\u03C0\u03A3\u03C3\u00B5\u03C4\u03A6\u0398\u03A9\u03B4\u221E\u03C6\u03B5"
    U"\u2229"
    U"\u2261\u00B1\u2265\u2264\u2320\u2321\u00F7\u2248\u00B0\u2219\u00B7\u221A\u207F\u00B2\u25A0"
    U"\u00A0",
    // macintosh
    U"\u00C4\u00C5\u00C7\u00C9\u00D1\u00D6\u00DC\u00E1\u00E0\u00E2\u00E4\u00E3\u00E5\u00E7\u00E9"
    U"\u00E8"
    U"\u00EA\u00EB\u00ED\u00EC\u00EE\u00EF\u00F1\u00F3\u00F2\u00F4\u00F6\u00F5\u00FA\u00F9\u00FB"
    U"\u00FC"
    U"\u2020\u00B0\u00A2\u00A3\u00A7\u2022\u00B6\u00DF\u00AE\u00A9\u2122\u00B4\u00A8\u2260\u00C6"
    U"\u00D8"
    U"\u221E\u00B1\u2264\u2265\u00A5\u00B5\u2202\u2211\u220F\u03C0\u222B\u00AA\u00BA\u03A9\u00E6"
    U"\u00F8"
    U"\u00BF\u00A1\u00AC\u221A\u0192\u2248\u2206\u00AB\u00BB\u2026\u00A0\u00C0\u00C3\u00D5\u0152"
    U"\u0153"
    U"\u2013\u2014\u201C\u201D\u2018\u2019\u00F7\u25CA\u00FF\u0178\u2044\u20AC\u2039\u203A\uFB01"
    U"\uFB02"
    U"\u2021\u00B7\u201A\u201E\u2030\u00C2\u00CA\u00C1\u00CB\u00C8\u00CD\u00CE\u00CF\u00CC\u00D3"
    U"\u00D4"
    U"\uF8FF\u00D2\u00DA\u00DB\u00D9\u0131\u02C6\u02DC\u00AF\u02D8\u02D9\u02DA\u00B8\u02DD\u02DB"
    U"\u02C7",
};
static_assert(std::ranges::all_of(kCodePages,
                                  [](std::u32string_view page) { return page.size() == 128; }));

constexpr unsigned char kFirstUpper = 0x80;

bool IsAscii(std::string_view bytes) {
  return std::ranges::none_of(bytes,
                              [](char c) { return static_cast<unsigned char>(c) >= kFirstUpper; });
}

std::u32string DecodePage(std::u32string_view page, std::string_view bytes) {
  std::u32string text;
  text.reserve(bytes.size());
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    text.push_back(byte < kFirstUpper ? byte : page[byte - kFirstUpper]);
  }
  return text;
}

// Nothing when the page lacks a character.
std::optional<std::string> EncodePage(std::u32string_view page, std::u32string_view text) {
  std::string bytes;
  bytes.reserve(text.size());
  for (const char32_t c : text) {
    if (c < kFirstUpper) {
      bytes.push_back(static_cast<char>(c));
      continue;
    }
    const std::size_t at = page.find(c);
    if (at == page.npos) return std::nullopt;
    bytes.push_back(static_cast<char>(at + kFirstUpper));
  }
  return bytes;
}

void AddOnce(std::u32string text, std::vector<std::u32string>& texts) {
  if (std::ranges::find(texts, text) == texts.end()) texts.push_back(std::move(text));
}

}  // namespace

std::vector<std::u32string> DecodeText(std::string_view bytes) {
  std::vector<std::u32string> texts;
  const auto utf8 = DecodeUtf8(bytes);
  if (utf8) texts.push_back(*utf8);
  if (IsAscii(bytes)) return texts;
  for (const std::u32string_view page : kCodePages) {
    if (!utf8) {
      AddOnce(DecodePage(page, bytes), texts);
      continue;
    }
    // What one program wrote in an encoding, and another read in a wrong one.
    const auto written = EncodePage(page, *utf8);
    if (!written) continue;
    if (auto meant = DecodeUtf8(*written)) AddOnce(*std::move(meant), texts);
    for (const std::u32string_view other : kCodePages) AddOnce(DecodePage(other, *written), texts);
  }
  return texts;
}

std::vector<std::string> EncodeText(std::u32string_view text) {
  std::vector<std::string> encoded = {EncodeUtf8(text)};
  if (IsAscii(encoded.front())) return encoded;
  for (const std::u32string_view page : kCodePages) {
    auto bytes = EncodePage(page, text);
    if (bytes && std::ranges::find(encoded, *bytes) == encoded.end())
      encoded.push_back(*std::move(bytes));
  }
  return encoded;
}

std::vector<std::string> OtherEncodings(std::string_view bytes) {
  std::vector<std::string> others;
  for (const std::u32string& text : DecodeText(bytes)) {
    for (std::string& encoded : EncodeText(text)) {
      if (encoded != bytes && std::ranges::find(others, encoded) == others.end())
        others.push_back(std::move(encoded));
    }
  }
  return others;
}

}  // namespace sceau::seal
