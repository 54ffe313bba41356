// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/parts/font_metrics.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <string>
#include <vector>

#include "base/text.h"
#include "document/pdf/content/content_lexer.h"
#include "document/pdf/content/streams.h"

namespace sceau::document {
namespace {

constexpr auto kCodeFonts =
    std::to_array<std::string_view>({"barcode", "code128", "code39", "3of9", "ean13", "ean8",
                                     "pdf417", "matrix", "aztec", "idautomation", "qr"});
// Of bullets, ticks and arrows, and of blocks.
constexpr auto kMarkFonts = std::to_array<std::string_view>({"dingbat", "wingding", "symbol"});
constexpr double kThousand = 1000;
// The mean of Helvetica's letters is 560, of its capitals 690.
constexpr double kTypicalWidth = 700;
constexpr std::size_t kMaxCids = 65'536;
constexpr std::size_t kMaxMeaningBytes = std::size_t{1}
                                         << 20;  // of 65,536 codes, written at length

struct BlockRange {
  char32_t first;
  char32_t last;
};
// Blocks, squares and dots of which terminals and mails make codes.
constexpr auto kBlocks = std::to_array<BlockRange>({{0x2580, 0x259F},
                                                    {0x25A0, 0x25AA},
                                                    {0x25CF, 0x25CF},
                                                    {0x25FC, 0x25FE},
                                                    {0x2800, 0x28FF},
                                                    {0x2B1B, 0x2B1C},
                                                    {0x2B24, 0x2B24},
                                                    {0x1FB00, 0x1FBFF}});
// Spec: Adobe Glyph List; uniXXXX names any character.
constexpr auto kBlockNames = std::to_array<std::string_view>(
    {"block", "upblock", "dnblock", "lfblock", "rtblock", "ltshade", "shade", "dkshade",
     "filledbox", "blacksquare", "H18543", "H18551"});

bool IsPrivate(char32_t character) { return character >= 0xE000 && character <= 0xF8FF; }

std::uint64_t NumberIn(std::string_view bytes) {
  std::uint64_t number = 0;
  for (const char byte : bytes.substr(0, 8)) number = number << 8 | static_cast<std::uint8_t>(byte);
  return number;
}

// The first of a text in UTF-16; 0 of none.
char32_t FirstOf(std::string_view utf16) {
  if (utf16.size() < 2) return 0;
  const auto high = static_cast<char32_t>(NumberIn(utf16.substr(0, 2)));
  if (high < 0xD800 || high > 0xDBFF || utf16.size() < 4) return high;
  const auto low = static_cast<char32_t>(NumberIn(utf16.substr(2, 2)));
  return 0x10000 + ((high - 0xD800) << 10) + (low & 0x3FF);
}

// In lower case, without the six letters and the plus sign of a subset. Spec: 9.9.2.
std::string PlainNameOf(QPDFObjectHandle font) {
  constexpr std::size_t kTag = 6;
  QPDFObjectHandle name = font.getKey("/BaseFont");
  if (!name.isName()) return {};
  const std::string plain = Lower(name.getName().substr(1));
  return plain.size() > kTag && plain[kTag] == '+' ? plain.substr(kTag + 1) : plain;
}

bool HoldsAny(std::string_view name, std::span<const std::string_view> words) {
  return std::ranges::any_of(words,
                             [&](std::string_view word) { return name.find(word) != name.npos; });
}

// Calls `take(name, operands)` for each operator of a CMap. False where it is damaged.
template <typename Take>
bool ReadOperators(ByteSpan map, const Take& take) {
  ContentLexer lexer(map);
  std::vector<Operand> operands(1);
  std::string_view name;
  for (;;) {
    const ContentLexer::Token token = lexer.Next(operands.back(), name);
    if (token == ContentLexer::Token::kOperand) {
      operands.emplace_back();
      continue;
    }
    if (token != ContentLexer::Token::kOperator) return token == ContentLexer::Token::kEnd;
    operands.pop_back();
    take(name, operands);
    operands.assign(1, {});
  }
}

// Of all codes of a CMap that is in the file and writes across; 0 where they differ or cannot be
// read. Spec: 9.7.5.4.
std::size_t CodeBytesOf(QPDFObjectHandle cmap) {
  QPDFObjectHandle mode = cmap.getDict().getKey("/WMode");
  const bool across = mode.isNull() || (mode.isInteger() && mode.getIntValue() == 0);
  const auto bytes = ReadStream(cmap, kMaxMeaningBytes);
  if (!across || cmap.getDict().hasKey("/UseCMap") || !bytes.ok()) return 0;
  std::set<std::size_t> sizes;
  const bool whole = ReadOperators(*bytes, [&](std::string_view name, const auto& operands) {
    const bool down = name == "def" && operands.size() >= 2 && operands[0].text == "WMode" &&
                      operands[1].number != 0;
    if (down || name == "usecmap") sizes.insert(0);
    if (name != "endcodespacerange") return;
    for (const Operand& code : operands) sizes.insert(code.text.size());
  });
  return whole && sizes.size() == 1 && *sizes.begin() <= 2 ? *sizes.begin() : 0;
}

bool HasProgram(QPDFObjectHandle font) {
  QPDFObjectHandle descriptor = font.getKey("/FontDescriptor");
  return descriptor.isDictionary() &&
         (descriptor.hasKey("/FontFile") || descriptor.hasKey("/FontFile2") ||
          descriptor.hasKey("/FontFile3"));
}

double NumberOr(QPDFObjectHandle value, double otherwise) {
  return value.isNumber() ? value.getNumericValue() : otherwise;
}

}  // namespace

FontMetrics::FontMetrics(QPDFObjectHandle font) {
  if (!font.isDictionary()) {
    ordinary_ = bounded_ = false;
    return;
  }
  const std::string name = PlainNameOf(font);
  ordinary_ = !HoldsAny(name, kCodeFonts);
  embedded_ = HasProgram(font);
  ReadMeanings(font);
  is_of_marks_ = HoldsAny(name, kMarkFonts);
  says_letters_ = says_letters_ && !is_of_marks_;
  QPDFObjectHandle kind = font.getKey("/Subtype");
  if (kind.isNameAndEquals("/Type0")) {
    ReadComposite(font);
  } else if (kind.isNameAndEquals("/Type3")) {
    ordinary_ = bounded_ = false;
  } else {
    ReadSimple(font);
  }
}

void FontMetrics::ReadSimple(QPDFObjectHandle font) {
  QPDFObjectHandle widths = font.getKey("/Widths");
  if (!widths.isArray()) {  // one of the standard 14
    default_width_ = kTypicalWidth;
    guesses_widths_ = true;
    return;
  }
  QPDFObjectHandle descriptor = font.getKey("/FontDescriptor");
  if (descriptor.isDictionary()) default_width_ = NumberOr(descriptor.getKey("/MissingWidth"), 0);
  first_ = static_cast<std::size_t>(std::clamp(NumberOr(font.getKey("/FirstChar"), 0), 0.0, 255.0));
  for (int i = 0; i < std::min(widths.getArrayNItems(), 256); ++i)
    simple_.push_back(NumberOr(widths.getArrayItem(i), default_width_));
}

void FontMetrics::ReadComposite(QPDFObjectHandle font) {
  QPDFObjectHandle encoding = font.getKey("/Encoding");
  QPDFObjectHandle fonts = font.getKey("/DescendantFonts");
  if (encoding.isStream()) code_bytes_ = CodeBytesOf(encoding);
  const bool known =
      encoding.isStream() ? code_bytes_ > 0 : encoding.isNameAndEquals("/Identity-H");
  if (!known || !fonts.isArray() || fonts.getArrayNItems() != 1 ||
      !fonts.getArrayItem(0).isDictionary()) {
    ordinary_ = bounded_ = false;
    code_bytes_ = 2;
    return;
  }
  QPDFObjectHandle descendant = fonts.getArrayItem(0);
  embedded_ = HasProgram(descendant);
  default_width_ = NumberOr(descendant.getKey("/DW"), kThousand);
  QPDFObjectHandle widths = descendant.getKey("/W");
  if (widths.isArray()) ReadCidWidths(widths);
  if (!encoding.isStream()) return;
  // Which of them a code has is not read: the widest will do.
  for (const auto& [cid, width] : cids_) default_width_ = std::max(default_width_, width);
  cids_.clear();
}

void FontMetrics::ReadMeanings(QPDFObjectHandle font) {
  code_bytes_ = font.getKey("/Subtype").isNameAndEquals("/Type0") ? 2 : 1;
  QPDFObjectHandle encoding = font.getKey("/Encoding");
  if (encoding.isDictionary()) ReadNames(encoding.getKey("/Differences"));
  QPDFObjectHandle map = font.getKey("/ToUnicode");
  QPDFObjectHandle descriptor = font.getKey("/FontDescriptor");
  // A font that is not in the file is one of letters, and its codes are those of an encoding.
  says_letters_ =
      map.isStream() || (code_bytes_ == 1 && (!encoding.isNull() || !descriptor.isDictionary()));
  if (!map.isStream()) return;
  const auto bytes = ReadStream(map, kMaxMeaningBytes);
  if (bytes.ok()) ReadMap(*bytes);
}

// Spec: ISO 32000-2, 9.6.5.1: a code, and the names of the glyphs from there on.
void FontMetrics::ReadNames(QPDFObjectHandle differences) {
  if (!differences.isArray()) return;
  std::size_t code = 0;
  for (int i = 0; i < differences.getArrayNItems(); ++i) {
    QPDFObjectHandle item = differences.getArrayItem(i);
    if (item.isInteger()) {
      code = static_cast<std::size_t>(std::clamp(item.getIntValue(), 0LL, 255LL));
    } else if (item.isName()) {
      const std::string name = item.getName().substr(1);
      const bool is_uni = name.size() == 7 && name.starts_with("uni");
      const auto character = is_uni ? std::strtoul(name.c_str() + 3, nullptr, 16) : 0;
      const std::array<char, 2> utf16 = {static_cast<char>(character >> 8),
                                         static_cast<char>(character & 0xFF)};
      if (is_uni) AddMeaning(code, code, {utf16.data(), utf16.size()});
      if (std::ranges::find(kBlockNames, name) != kBlockNames.end()) blocks_.insert(code);
      ++code;
    }
  }
}

// Of codes that follow one another, as their characters do.
void FontMetrics::AddMeaning(std::size_t first, std::size_t last, std::string_view utf16) {
  const char32_t character = FirstOf(utf16);
  if (IsPrivate(character)) says_letters_ = false;
  if (character == 0 || last < first || last > 0xFFFF) return;
  for (const BlockRange& range : kBlocks) {
    const std::uint64_t from = std::max<std::uint64_t>(range.first, character);
    const std::uint64_t to = std::min<std::uint64_t>(range.last, character + (last - first));
    for (std::uint64_t one = from; one <= to; ++one)
      blocks_.insert(first + static_cast<std::size_t>(one - character));
  }
}

// Spec: ISO 32000-2, 9.10.3. What is damaged ends the map: then it says less.
void FontMetrics::ReadMap(ByteSpan map) {
  ReadOperators(map, [this](std::string_view name, const std::vector<Operand>& operands) {
    const std::size_t step = name == "endbfchar" ? 2 : name == "endbfrange" ? 3 : 0;
    for (std::size_t i = 0; step != 0 && i + step <= operands.size(); i += step) {
      const std::size_t first = NumberIn(operands[i].text);
      const Operand& text = operands[i + step - 1];
      AddMeaning(first, step == 3 ? NumberIn(operands[i + 1].text) : first, text.text);
      for (std::size_t k = 0; k < text.items.size(); ++k)
        AddMeaning(first + k, first + k, text.items[k].text);
    }
  });
}

std::size_t FontMetrics::CodeAt(std::string_view bytes, std::size_t at) const {
  return static_cast<std::size_t>(NumberIn(bytes.substr(at, code_bytes_)));
}

int FontMetrics::BlocksIn(std::string_view bytes) const {
  if (is_of_marks_) return static_cast<int>(bytes.size() / code_bytes_);
  if (blocks_.empty()) return 0;
  int count = 0;
  for (std::size_t i = 0; i + code_bytes_ <= bytes.size(); i += code_bytes_)
    count += blocks_.contains(CodeAt(bytes, i)) ? 1 : 0;
  return count;
}

// Either "first [w w …]" or "first last w".
void FontMetrics::ReadCidWidths(QPDFObjectHandle widths) {
  const auto all = widths.getArrayAsVector();
  const auto cid_of = [](QPDFObjectHandle value) {
    return static_cast<std::size_t>(std::clamp(NumberOr(value, 0), 0.0, 65'535.0));
  };
  for (std::size_t i = 0; i + 1 < all.size();) {
    std::size_t cid = cid_of(all[i]);
    QPDFObjectHandle next = all[i + 1];
    if (next.isArray()) {
      for (QPDFObjectHandle& width : next.getArrayAsVector()) {
        if (!SetCid(cid++, width)) return;
      }
      i += 2;
    } else {
      if (i + 2 >= all.size()) return;
      for (const std::size_t last = cid_of(next); cid <= last; ++cid) {
        if (!SetCid(cid, all[i + 2])) return;
      }
      i += 3;
    }
  }
}

// A few bytes can name every code, and a few more can name them all again. The widths of such a
// font are given up, and each glyph counts as one em.
bool FontMetrics::SetCid(std::size_t cid, QPDFObjectHandle width) {
  if (++set_ <= kMaxCids) {
    cids_[cid] = NumberOr(width, default_width_);
    return true;
  }
  ordinary_ = bounded_ = false;
  cids_.clear();
  default_width_ = kThousand;
  return false;
}

FontMetrics::Places FontMetrics::PlacesOf(std::string_view bytes, const TextState& text) const {
  Places places;
  for (std::size_t i = 0; i + code_bytes_ <= bytes.size(); i += code_bytes_) {
    const std::size_t code = CodeAt(bytes, i);
    double width = default_width_;
    if (code_bytes_ == 2) {
      if (const auto found = cids_.find(code); found != cids_.end()) width = found->second;
    } else if (code >= first_ && code - first_ < simple_.size()) {
      width = simple_[code - first_];
    }
    places.first = std::min(places.first, places.end);
    places.last = std::max(places.last, places.end);
    places.end += width / kThousand * text.size + text.character_space;
    if (code_bytes_ == 1 && code == ' ') places.end += text.word_space;
  }
  return places;
}

}  // namespace sceau::document
