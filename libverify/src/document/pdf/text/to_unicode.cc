// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/text/to_unicode.h"

#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

#include "document/pdf/content/content_lexer.h"

namespace sceau::document {
namespace {

// Characters and ranges: each code of two bytes by itself, and as many again.
constexpr std::size_t kMaxMappings = std::size_t{1} << 17;
// The standard has 100 entries a section; some programs write more.
constexpr std::size_t kMaxSectionOperands = std::size_t{1} << 17;
constexpr std::size_t kMaxCharacters = 16;  // of one code: a ligature has three

std::optional<std::u32string> FromUtf16(std::string_view bytes) {
  if (bytes.empty() || bytes.size() % 2 != 0 || bytes.size() > 2 * kMaxCharacters)
    return std::nullopt;
  std::u32string text;
  for (std::size_t i = 0; i < bytes.size(); i += 2) {
    const auto unit = [&](std::size_t at) {
      return static_cast<char32_t>(static_cast<unsigned char>(bytes[at]) << 8 |
                                   static_cast<unsigned char>(bytes[at + 1]));
    };
    char32_t character = unit(i);
    if (character >= 0xD800 && character < 0xE000) {
      if (character >= 0xDC00 || i + 3 >= bytes.size()) return std::nullopt;
      const char32_t low = unit(i + 2);
      if (low < 0xDC00 || low >= 0xE000) return std::nullopt;
      character = 0x10000 + ((character - 0xD800) << 10) + (low - 0xDC00);
      i += 2;
    }
    text += character;
  }
  return text;
}

std::u32string CountedOn(std::u32string text, std::uint32_t by) {
  text.back() += by;
  return text;
}

}  // namespace

// Takes what stands between two operators into the map.
class MapReader {
 public:
  MapReader(std::size_t code_bytes, ToUnicode& map) : code_bytes_(code_bytes), map_(map) {}

  bool Read(std::string_view name, const std::vector<Operand>& operands) {
    if (name == "endcodespacerange") return ReadCodeSpaces(operands);
    if (name == "endbfchar") return ReadCharacters(operands);
    if (name == "endbfrange") return ReadRanges(operands);
    return name != "usecmap" && name != "endcidchar" && name != "endcidrange";
  }

 private:
  bool ReadCodeSpaces(const std::vector<Operand>& operands) const {
    if (operands.size() % 2 != 0) return false;
    for (const Operand& operand : operands) {
      if (!CodeOf(operand)) return false;
    }
    return true;
  }

  bool ReadCharacters(const std::vector<Operand>& operands) {
    if (operands.size() % 2 != 0) return false;
    for (std::size_t i = 0; i < operands.size(); i += 2) {
      const auto code = CodeOf(operands[i]);
      if (!code || !Add(*code, *code, operands[i + 1])) return false;
    }
    return true;
  }

  bool ReadRanges(const std::vector<Operand>& operands) {
    if (operands.size() % 3 != 0) return false;
    for (std::size_t i = 0; i < operands.size(); i += 3) {
      const auto first = CodeOf(operands[i]);
      const auto last = CodeOf(operands[i + 1]);
      if (!first || !last || *last < *first) return false;
      if (!AddRange(*first, *last, operands[i + 2])) return false;
    }
    return true;
  }

  std::optional<std::uint32_t> CodeOf(const Operand& operand) const {
    if (operand.kind != Operand::Kind::kString || operand.text.size() != code_bytes_)
      return std::nullopt;
    std::uint32_t code = 0;
    for (const char byte : operand.text) code = code << 8 | static_cast<unsigned char>(byte);
    return code;
  }

  bool Add(std::uint32_t first, std::uint32_t last, const Operand& characters) {
    if (characters.kind != Operand::Kind::kString || ++entries_ > kMaxMappings) return false;
    auto text = FromUtf16(characters.text);
    if (!text) return false;
    map_.Put(first, {last, *std::move(text)});
    return true;
  }

  bool AddRange(std::uint32_t first, std::uint32_t last, const Operand& characters) {
    if (characters.kind != Operand::Kind::kArray) return Add(first, last, characters);
    const std::uint32_t count = last - first + 1;
    if (characters.items.size() != count) return false;
    for (std::uint32_t i = 0; i < count; ++i) {
      if (!Add(first + i, first + i, characters.items[i])) return false;
    }
    return true;
  }

  std::size_t code_bytes_;
  ToUnicode& map_;
  std::size_t entries_ = 0;
};

// The last of two counts: what is there already keeps the codes on both sides.
void ToUnicode::Put(std::uint32_t first, Range range) {
  auto next = ranges_.upper_bound(first);
  if (next != ranges_.begin() && std::prev(next)->second.last >= first) --next;
  while (next != ranges_.end() && next->first <= range.last) {
    const auto [old_first, old] = *next;
    next = ranges_.erase(next);
    if (old_first < first) ranges_.insert({old_first, {first - 1, old.text}});
    if (old.last > range.last)
      ranges_.insert({range.last + 1, {old.last, CountedOn(old.text, range.last + 1 - old_first)}});
  }
  ranges_.insert({first, std::move(range)});
}

std::optional<std::u32string> ToUnicode::Find(std::uint32_t code) const {
  const auto after = ranges_.upper_bound(code);
  if (after == ranges_.begin()) return std::nullopt;
  const auto& [first, range] = *std::prev(after);
  if (code > range.last) return std::nullopt;
  return CountedOn(range.text, code - first);
}

std::size_t ToUnicode::size() const {
  std::size_t codes = 0;
  for (const auto& [first, range] : ranges_) codes += range.last - first + 1;
  return codes;
}

std::optional<ToUnicode> ToUnicode::Parse(ByteSpan cmap, std::size_t code_bytes) {
  ToUnicode map;
  ContentLexer lexer(cmap);
  std::vector<Operand> operands;
  MapReader reader(code_bytes, map);
  while (true) {
    Operand operand;
    std::string_view name;
    const ContentLexer::Token token = lexer.Next(operand, name);
    if (token == ContentLexer::Token::kEnd) return map;
    if (token == ContentLexer::Token::kDamaged) return std::nullopt;
    if (token == ContentLexer::Token::kOperand) {
      operands.push_back(std::move(operand));
      if (operands.size() > kMaxSectionOperands) return std::nullopt;
      continue;
    }
    if (!reader.Read(name, operands)) return std::nullopt;
    operands.clear();
  }
}

}  // namespace sceau::document
