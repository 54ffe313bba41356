// SPDX-License-Identifier: Apache-2.0
#include "cli/text_layout.h"

#include <algorithm>

#include "fmt/format.h"
#include "sceau/render.h"
#include "sceau/report.h"

namespace sceau::cli {
namespace {

constexpr std::size_t kWidth = 88;
constexpr std::size_t kLabelColumn = 2;
constexpr std::size_t kFieldColumn = 4;
constexpr std::size_t kValueColumn = 20;

std::string_view EscapeSequence(Colour colour) {
  switch (colour) {
    case Colour::kNone:
      return "\033[1m";
    case Colour::kGreen:
      return "\033[1;32m";
    case Colour::kRed:
      return "\033[1;31m";
    case Colour::kYellow:
      return "\033[1;33m";
    case Colour::kBlue:
      return "\033[1;34m";
  }
  return "";
}

// Where the next line may begin: at a space, unless a French mark stands behind or before it, which
// no line begins or ends with.
std::size_t EndOfWord(std::string_view text) {
  constexpr std::string_view kMarks = ":;!?";
  for (std::size_t space = text.find(' '); space != text.npos; space = text.find(' ', space + 1)) {
    const std::string_view before = text.substr(0, space);
    const std::string_view behind = text.substr(space + 1);
    const bool opens = before.ends_with("«");
    const bool closes = !behind.empty() && kMarks.find(behind.front()) != kMarks.npos;
    if (!opens && !closes && !behind.starts_with("»")) return space;
  }
  return text.size();
}

}  // namespace

std::size_t DisplayWidth(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

void TextLayout::Flow(std::string_view text, std::size_t column, std::size_t indent) {
  const std::string escaped = EscapeForDisplay(text);
  std::string_view rest = escaped;
  bool at_start = true;  // no space is owed before the next word
  while (!rest.empty()) {
    const std::size_t space = EndOfWord(rest);
    const std::string_view word = rest.substr(0, space);
    rest.remove_prefix(std::min(space + 1, rest.size()));
    const std::size_t width = DisplayWidth(word);
    if (!at_start && column + 1 + width > kWidth) {
      text_ += '\n';
      text_.append(indent, ' ');
      column = indent;
      at_start = true;
    }
    if (!at_start) {
      text_ += ' ';
      ++column;
    }
    text_ += word;
    column += width;
    at_start = false;
  }
  text_ += '\n';
}

void TextLayout::Mark(std::string_view mark, Colour colour) {
  if (colour_) text_ += EscapeSequence(colour);
  text_ += mark;
  if (colour_) text_ += "\033[0m";
}

void TextLayout::Headline(std::string_view mark, Colour colour, std::string_view text) {
  Mark(mark, colour);
  text_ += ' ';
  Flow(text, DisplayWidth(mark) + 1, kLabelColumn);
}

void TextLayout::Row(std::string_view label, std::string_view value) {
  text_.append(kLabelColumn, ' ');
  text_ += label;
  const std::size_t used = kLabelColumn + DisplayWidth(label);
  const std::size_t gap = used < kValueColumn ? kValueColumn - used : 1;
  text_.append(gap, ' ');
  Flow(value, used + gap, kValueColumn);
}

void TextLayout::Field(std::string_view label, std::string_view value) {
  text_.append(kFieldColumn, ' ');
  Flow(fmt::format("{} {}", label, value), kFieldColumn, kFieldColumn + 2);
}

void TextLayout::Advice(std::string_view text) {
  text_.append(kValueColumn, ' ');
  text_ += "→ ";
  Flow(text, kValueColumn + 2, kValueColumn + 2);
}

void TextLayout::Paragraph(std::string_view text) {
  text_.append(kLabelColumn, ' ');
  Flow(text, kLabelColumn, kLabelColumn);
}

void TextLayout::Blank() { text_ += '\n'; }

void TextLayout::Line(std::string_view text) {
  text_ += EscapeForDisplay(text);
  text_ += '\n';
}

}  // namespace sceau::cli
