// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/text/text_font.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "document/pdf/content/content_state.h"
#include "document/pdf/content/streams.h"
#include "document/pdf/text/ligatures.h"
#include "document/pdf/text/ocr.h"
#include "document/pdf/text/standard_fonts.h"
#include "document/pdf/text/text_encoding.h"

namespace sceau::document {
namespace {

constexpr std::size_t kMaxMapBytes = std::size_t{1} << 20;  // of 65,536 codes, written at length
constexpr int kSimpleCodes = 256;
constexpr int kCompositeCodes = 65'536;
constexpr int kSymbolic = 4;  // of /Flags; Spec: ISO 32000-2, table 121
constexpr double kUnitsPerEm = 1000;

struct CharacterRange {
  char32_t first;
  char32_t last;
};
// What every reader of text takes as it stands: no combining marks, nothing that is written from
// the right, nothing invisible. Ligatures are taken for their letters. Sorted.
constexpr auto kPlain = std::to_array<CharacterRange>({
    {0x20, 0x5F},       {0x61, 0x7E},     {0xA0, 0xA7},     {0xA9, 0xAC},     {0xAE, 0xAE},
    {0xB0, 0xB3},       {0xB5, 0xB7},     {0xB9, 0x2AF},    {0x386, 0x3FF},   {0x400, 0x481},
    {0x48A, 0x52F},     {0x1E00, 0x1EFF}, {0x2000, 0x200A}, {0x2010, 0x2027}, {0x202F, 0x205F},
    {0x2070, 0x209C},   {0x20A0, 0x20BF}, {0x2100, 0x214F}, {0x2150, 0x23FF}, {0x2460, 0x27BF},
    {0x1D400, 0x1D7FF},
});

bool IsPlain(const std::u32string& characters) {
  return std::ranges::all_of(characters, [](char32_t character) {
    const auto after = std::ranges::upper_bound(kPlain, character, {}, &CharacterRange::first);
    return after != kPlain.begin() && character <= std::prev(after)->last;
  });
}

BaseEncoding EncodingOf(QPDFObjectHandle name) {
  if (name.isNameAndEquals("/WinAnsiEncoding")) return BaseEncoding::kWinAnsi;
  if (name.isNameAndEquals("/MacRomanEncoding")) return BaseEncoding::kMacRoman;
  if (name.isNameAndEquals("/StandardEncoding")) return BaseEncoding::kStandard;
  return BaseEncoding::kNone;
}

std::string NameOf(QPDFObjectHandle object) {
  return object.isName() ? object.getName() : std::string();
}

double NumberOf(QPDFObjectHandle object, double otherwise) {
  return object.isNumber() ? object.getNumericValue() : otherwise;
}

QPDFObjectHandle KeyOf(QPDFObjectHandle dictionary, const std::string& key) {
  return dictionary.isDictionary() ? dictionary.getKey(key) : QPDFObjectHandle::newNull();
}

bool IsEmbedded(const QPDFObjectHandle& descriptor) {
  return KeyOf(descriptor, "/FontFile").isStream() || KeyOf(descriptor, "/FontFile2").isStream() ||
         KeyOf(descriptor, "/FontFile3").isStream();
}

}  // namespace

std::optional<TextFont> TextFont::Load(QPDFObjectHandle font) {
  if (!font.isDictionary()) return std::nullopt;
  TextFont loaded(font);
  loaded.made_by_ocr_ = IsOcrFont(NameOf(font.getKey("/BaseFont")));
  const std::string kind = NameOf(font.getKey("/Subtype"));
  const bool is_simple = kind == "/Type1" || kind == "/TrueType" || kind == "/MMType1";
  if (!is_simple && kind != "/Type0") return std::nullopt;
  const bool good = is_simple ? loaded.LoadSimple(font) : loaded.LoadComposite(font);
  return good ? std::optional(std::move(loaded)) : std::nullopt;
}

std::optional<std::u32string> TextFont::CharactersOf(std::uint32_t code) const {
  auto found = to_unicode_ ? to_unicode_->Find(code) : std::nullopt;
  if (!found && code < characters_.size() && !characters_[code].empty()) found = characters_[code];
  if (found) found = WithoutLigatures(*found);
  return found && IsPlain(*found) ? found : std::nullopt;
}

bool TextFont::Proves(std::uint32_t code, const std::u32string& characters,
                      std::size_t& bytes_left) {
  const bool encoded = code < characters_.size() && characters_[code].size() == 1;
  return letters_.Has(code, encoded ? characters_[code].front() : 0, characters, bytes_left);
}

void TextFont::LoadDescriptor(const QPDFObjectHandle& descriptor) {
  const double ascent = NumberOf(KeyOf(descriptor, "/Ascent"), 0) / kUnitsPerEm;
  const double descent = NumberOf(KeyOf(descriptor, "/Descent"), 0) / kUnitsPerEm;
  if (ascent > 0 && ascent <= 1.05) ascent_ = ascent;
  if (descent < 0 && descent >= -0.4) descent_ = descent;
}

bool TextFont::LoadToUnicode(QPDFObjectHandle font) {
  QPDFObjectHandle stream = font.getKey("/ToUnicode");
  if (stream.isNull()) return true;
  if (!stream.isStream()) return false;
  const auto cmap = ReadStream(stream, kMaxMapBytes);
  if (!cmap.ok()) return false;
  to_unicode_ = ToUnicode::Parse(*cmap, code_bytes_);
  return to_unicode_.has_value();
}

bool TextFont::LoadSimple(QPDFObjectHandle font) {
  QPDFObjectHandle descriptor = font.getKey("/FontDescriptor");
  LoadDescriptor(descriptor);
  if (!LoadToUnicode(font)) return false;
  LoadEncoding(font, descriptor);
  return LoadWidths(font, descriptor);
}

// Where the font's own encoding counts, which is in its program, the codes stay unknown.
void TextFont::LoadEncoding(QPDFObjectHandle font, const QPDFObjectHandle& descriptor) {
  QPDFObjectHandle encoding = font.getKey("/Encoding");
  const std::string name = NameOf(font.getKey("/BaseFont"));
  const bool is_true_type = font.getKey("/Subtype").isNameAndEquals("/TrueType");
  const bool is_symbolic = (Whole(NumberOf(KeyOf(descriptor, "/Flags"), 0)) & kSymbolic) != 0 ||
                           name.find("Symbol") != name.npos || name.find("Dingbats") != name.npos;
  if (is_symbolic && is_true_type) return;
  const bool has_own = is_symbolic || is_true_type || IsEmbedded(descriptor);
  BaseEncoding base = has_own ? BaseEncoding::kNone : BaseEncoding::kStandard;
  for (QPDFObjectHandle named : {encoding, KeyOf(encoding, "/BaseEncoding")}) {
    if (named.isName()) base = EncodingOf(named);
  }
  characters_.resize(kSimpleCodes);
  for (std::size_t code = 0; code < characters_.size(); ++code) {
    if (const char32_t one = CharacterOf(base, static_cast<std::uint8_t>(code)); one != 0)
      characters_[code] = std::u32string(1, one);
  }
  QPDFObjectHandle differences = KeyOf(encoding, "/Differences");
  if (!differences.isArray()) return;
  int code = 0;
  for (int i = 0; i < differences.getArrayNItems(); ++i) {
    QPDFObjectHandle item = differences.getArrayItem(i);
    if (item.isInteger()) {
      code = static_cast<int>(std::clamp(item.getIntValue(), -1LL, 1LL * kSimpleCodes));
    } else if (item.isName() && code >= 0 && code < kSimpleCodes) {
      const char32_t one = CharacterOf(std::string_view(item.getName()).substr(1));
      characters_[static_cast<std::size_t>(code++)] =
          one == 0 ? std::u32string() : std::u32string(1, one);
    }
  }
}

// Of one of the standard fonts, by the characters behind the codes.
bool TextFont::LoadStandardWidths(QPDFObjectHandle font) {
  const std::string name = NameOf(font.getKey("/BaseFont"));
  const auto standard =
      name.empty() ? std::nullopt : StandardFontOf(std::string_view(name).substr(1));
  if (!standard) return false;
  for (std::u32string& characters : characters_) {
    // One of which no width is known has no text either.
    const auto width =
        characters.empty() ? std::nullopt : StandardWidthOf(*standard, characters.front());
    if (!width) characters.clear();
    widths_.push_back(width.value_or(0));
  }
  return true;
}

bool TextFont::LoadWidths(QPDFObjectHandle font, const QPDFObjectHandle& descriptor) {
  QPDFObjectHandle widths = font.getKey("/Widths");
  if (widths.isNull() && !IsEmbedded(descriptor)) return LoadStandardWidths(font);
  QPDFObjectHandle first = font.getKey("/FirstChar");
  if (!widths.isArray() || !first.isInteger()) return false;
  default_width_ = NumberOf(KeyOf(descriptor, "/MissingWidth"), 0) / kUnitsPerEm;
  // Where a font says twice how many widths it has, and not the same, viewers follow either.
  const long long start = first.getIntValue();
  QPDFObjectHandle last = font.getKey("/LastChar");
  if (!last.isInteger() || last.getIntValue() != start + widths.getArrayNItems() - 1)
    doubtful_ = true;
  if (start < 0 || start + widths.getArrayNItems() > kSimpleCodes) return false;
  widths_.assign(static_cast<std::size_t>(start + widths.getArrayNItems()), default_width_);
  for (int i = 0; i < widths.getArrayNItems(); ++i) {
    if (!widths.getArrayItem(i).isNumber()) return false;
    widths_[static_cast<std::size_t>(start + i)] =
        widths.getArrayItem(i).getNumericValue() / kUnitsPerEm;
  }
  return true;
}

bool TextFont::LoadComposite(QPDFObjectHandle font) {
  code_bytes_ = 2;
  QPDFObjectHandle descendants = font.getKey("/DescendantFonts");
  if (NameOf(font.getKey("/Encoding")) != "/Identity-H" || !descendants.isArray() ||
      descendants.getArrayNItems() != 1)
    return false;
  QPDFObjectHandle descendant = descendants.getArrayItem(0);
  if (!descendant.isDictionary()) return false;
  LoadDescriptor(descendant.getKey("/FontDescriptor"));
  default_width_ = NumberOf(descendant.getKey("/DW"), kUnitsPerEm) / kUnitsPerEm;
  return LoadToUnicode(font) && to_unicode_ && LoadCompositeWidths(descendant.getKey("/W"));
}

bool TextFont::SetWidth(int code, double width) {
  if (code < 0 || code >= kCompositeCodes) return false;
  const auto at = static_cast<std::size_t>(code);
  if (at >= widths_.size()) widths_.resize(at + 1, default_width_);
  // Of two widths, viewers take either.
  if (at >= has_width_.size()) has_width_.resize(at + 1);
  doubtful_ = doubtful_ || has_width_[at];
  has_width_[at] = true;
  widths_[at] = width / kUnitsPerEm;
  return true;
}

// c [w1 w2 …] or first last w. Spec: ISO 32000-2, 9.7.4.3.
bool TextFont::LoadCompositeWidths(QPDFObjectHandle widths) {
  if (widths.isNull()) return true;
  if (!widths.isArray()) return false;
  const int count = widths.getArrayNItems();
  const auto code_at = [&](int i) {
    QPDFObjectHandle item = i < count ? widths.getArrayItem(i) : QPDFObjectHandle::newNull();
    if (!item.isInteger()) return -1;
    const long long code = item.getIntValue();
    return code >= 0 && code < kCompositeCodes ? static_cast<int>(code) : -1;
  };
  int set = 0;
  for (int i = 0; i < count;) {
    const int first = code_at(i);
    QPDFObjectHandle next =
        i + 1 < count ? widths.getArrayItem(i + 1) : QPDFObjectHandle::newNull();
    if (first < 0) return false;
    if (next.isArray()) {
      for (int k = 0; k < next.getArrayNItems(); ++k) {
        if (!next.getArrayItem(k).isNumber() || ++set > kCompositeCodes ||
            !SetWidth(first + k, next.getArrayItem(k).getNumericValue()))
          return false;
      }
      i += 2;
      continue;
    }
    const int last = code_at(i + 1);
    if (last < first || i + 2 >= count || !widths.getArrayItem(i + 2).isNumber()) return false;
    const double width = widths.getArrayItem(i + 2).getNumericValue();
    for (int code = first; code <= last; ++code) {
      if (++set > kCompositeCodes || !SetWidth(code, width)) return false;
    }
    i += 3;
  }
  return true;
}

}  // namespace sceau::document
