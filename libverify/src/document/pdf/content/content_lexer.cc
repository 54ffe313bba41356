// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/content/content_lexer.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/ascii.h"

namespace sceau::document {
namespace {

// TJ takes an array, BDC a dictionary that may hold some; nothing in use nests deeper.
constexpr int kMaxNesting = 8;
constexpr std::size_t kMaxItems = 100'000;  // of an array: a line of text has hundreds
constexpr int kMaxDigits = 15;              // more do not change a double
constexpr auto kPowersOfTen = [] {
  std::array<double, kMaxDigits + 1> powers{1};
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = 10 * powers[i - 1];
  return powers;
}();

// Spec: 7.2.3, tables 1 and 2.
enum class CharacterClass : std::uint8_t { kRegular, kSpace, kDelimiter };
constexpr auto kCharacterClasses = [] {
  std::array<CharacterClass, 256> classes{};
  const auto set = [&](std::string_view characters, CharacterClass to) {
    for (const char c : characters) classes[static_cast<unsigned char>(c)] = to;
  };
  set({" \n\r\t\f\0", 6}, CharacterClass::kSpace);
  set("()<>[]{}/%", CharacterClass::kDelimiter);
  return classes;
}();
CharacterClass ClassOf(char c) { return kCharacterClasses[static_cast<unsigned char>(c)]; }
bool IsSpace(char c) { return ClassOf(c) == CharacterClass::kSpace; }
bool IsDelimiter(char c) { return ClassOf(c) == CharacterClass::kDelimiter; }
bool IsRegular(char c) { return ClassOf(c) == CharacterClass::kRegular; }
int HexDigit(char c) {
  if (IsDigit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

void ContentLexer::SkipSpace() {
  while (!AtEnd()) {
    if (text_[at_] == '%') {
      at_ = std::min(text_.find_first_of("\r\n", at_), text_.size());
    } else if (IsSpace(text_[at_])) {
      ++at_;
    } else {
      return;
    }
  }
}

ContentLexer::Token ContentLexer::Next(Operand& operand, std::string_view& name) {
  SkipSpace();
  if (AtEnd()) return Token::kEnd;
  const char c = text_[at_];
  if (IsDelimiter(c) || IsDigit(c) || c == '-' || c == '+' || c == '.')
    return ReadOperand(operand, 0) ? Token::kOperand : Token::kDamaged;
  const std::size_t start = at_;
  while (!AtEnd() && IsRegular(text_[at_])) ++at_;
  name = text_.substr(start, at_ - start);
  if (name != "true" && name != "false" && name != "null") return Token::kOperator;
  operand = Operand{};
  operand.text = name;
  return Token::kOperand;
}

bool ContentLexer::ReadOperand(Operand& operand, int depth) {
  operand.items.clear();
  operand.text.clear();
  const char c = text_[at_];
  if (IsDigit(c) || c == '-' || c == '+' || c == '.') return ReadNumber(operand);
  if (c == '/') return ReadName(operand);
  if (c == '(') return ReadString(operand);
  if (c == '[') return ReadGroup(operand, Operand::Kind::kArray, "]", depth);
  if (StartsWith("<<")) return ReadGroup(operand, Operand::Kind::kDictionary, ">>", depth);
  if (c == '<') return ReadHexString(operand);
  return IsRegular(c) && ReadKeyword(operand);
}

bool ContentLexer::ReadNumber(Operand& operand) {
  const bool negative = text_[at_] == '-';
  if (negative || text_[at_] == '+') ++at_;
  std::int64_t value = 0;  // of all digits that count
  int digits = 0;
  std::size_t decimals = 0;
  bool point = false;
  for (; !AtEnd(); ++at_) {
    const char c = text_[at_];
    if (IsDigit(c)) {
      if (++digits > kMaxDigits) {
        if (!point) return false;
        continue;
      }
      value = value * 10 + (c - '0');
      decimals += point ? 1 : 0;
    } else if (c == '.' && !point) {
      point = true;
    } else if (IsRegular(c)) {
      return false;
    } else {
      break;
    }
  }
  operand.kind = Operand::Kind::kNumber;
  operand.number = static_cast<double>(negative ? -value : value) / kPowersOfTen[decimals];
  return digits > 0 || point;
}

bool ContentLexer::ReadName(Operand& operand) {
  operand.kind = Operand::Kind::kName;
  for (++at_; !AtEnd() && IsRegular(text_[at_]); ++at_) {
    char c = text_[at_];
    if (c == '#' && at_ + 2 < text_.size()) {
      const int high = HexDigit(text_[at_ + 1]);
      const int low = HexDigit(text_[at_ + 2]);
      if (high < 0 || low < 0) return false;
      c = static_cast<char>(high * 16 + low);
      at_ += 2;
    }
    operand.text += c;
  }
  return true;
}

// After a backslash. Spec: 7.3.4.2, table 3.
char ContentLexer::ReadEscape() {
  const char c = text_[at_];
  if (c >= '0' && c <= '7') {
    int code = 0;
    for (int i = 0; i < 3 && !AtEnd() && text_[at_] >= '0' && text_[at_] <= '7'; ++i, ++at_)
      code = code * 8 + (text_[at_] - '0');
    return static_cast<char>(code);
  }
  ++at_;
  constexpr std::string_view kLetters = "nrtbf";
  constexpr std::string_view kMeanings = "\n\r\t\b\f";
  const std::size_t letter = kLetters.find(c);
  return letter == kLetters.npos ? c : kMeanings[letter];
}

bool ContentLexer::ReadString(Operand& operand) {
  operand.kind = Operand::Kind::kString;
  int open = 1;
  ++at_;
  while (!AtEnd()) {
    const char c = text_[at_];
    if (c == '\\') {
      if (++at_ >= text_.size()) return false;
      if (text_[at_] == '\r' || text_[at_] == '\n') {  // the line goes on
        at_ += StartsWith("\r\n") ? 2U : 1U;
      } else {
        operand.text += ReadEscape();
      }
      continue;
    }
    ++at_;
    if (c == '(') ++open;
    if (c == ')' && --open == 0) return true;
    operand.text += c;
  }
  return false;
}

bool ContentLexer::ReadHexString(Operand& operand) {
  operand.kind = Operand::Kind::kString;
  int high = -1;
  for (++at_; !AtEnd(); ++at_) {
    const char c = text_[at_];
    if (c == '>') {
      if (high >= 0) operand.text += static_cast<char>(high * 16);
      ++at_;
      return true;
    }
    if (IsSpace(c)) continue;
    const int digit = HexDigit(c);
    if (digit < 0) return false;
    if (high < 0) {
      high = digit;
    } else {
      operand.text += static_cast<char>(high * 16 + digit);
      high = -1;
    }
  }
  return false;
}

bool ContentLexer::ReadGroup(Operand& operand, Operand::Kind kind, std::string_view end,
                             int depth) {
  operand.kind = kind;
  if (depth >= kMaxNesting) return false;
  at_ += end.size();
  for (SkipSpace(); !AtEnd(); SkipSpace()) {
    if (StartsWith(end)) {
      at_ += end.size();
      return kind == Operand::Kind::kArray || operand.items.size() % 2 == 0;
    }
    if (operand.items.size() >= kMaxItems) return false;
    if (!ReadOperand(operand.items.emplace_back(), depth + 1)) return false;
  }
  return false;
}

bool ContentLexer::ReadKeyword(Operand& operand) {
  operand.kind = Operand::Kind::kOther;
  while (!AtEnd() && IsRegular(text_[at_])) operand.text += text_[at_++];
  return true;
}

// Where the data ends, viewers decide in several ways: by its length, by its filter, by the first
// "EI" that looks like an operator. What they might see in different ways is not read.
std::string_view ContentLexer::TakeInlineImage(std::size_t length) {
  if (AtEnd()) return {};
  ++at_;  // one white-space character follows ID
  const std::size_t start = std::min(at_, text_.size());
  const auto is_end = [this](std::size_t at) {
    if (!text_.substr(at).starts_with("EI") || !IsSpace(text_[at - 1])) return false;
    if (at + 2 < text_.size() && !IsSpace(text_[at + 2])) return false;
    // What follows is text.
    const std::string_view next = text_.substr(std::min(at + 2, text_.size())).substr(0, 12);
    return std::ranges::all_of(next, [](char c) { return IsSpace(c) || (c >= ' ' && c <= '~'); });
  };
  const bool by_length = length != std::string_view::npos;
  if (by_length && length > text_.size() - start) return {};
  std::size_t end = start + (by_length ? length : 0);
  if (by_length) {
    at_ = end;
    while (!AtEnd() && IsSpace(text_[at_])) ++at_;
    for (std::size_t i = start + 1; i < at_; ++i) {
      if (is_end(i)) return {};
    }
  } else {
    at_ = std::min(text_.find("EI", start), text_.size());
    end = std::max(at_, start + 1) - 1;
  }
  if (at_ <= start || at_ >= text_.size() || !is_end(at_)) return {};
  at_ += 2;
  return text_.substr(start, end - start);
}

}  // namespace sceau::document
