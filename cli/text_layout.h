// SPDX-License-Identifier: Apache-2.0
// Text in lines of bounded width: rows of a label and a value, wrapped at spaces. Whatever is put
// in is escaped here, once, so that no text of a seal or file name can move the terminal.
#ifndef SCEAU_CLI_TEXT_LAYOUT_H_
#define SCEAU_CLI_TEXT_LAYOUT_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace sceau::cli {

// Code points of UTF-8 text, which is its width for the scripts that our documents use.
std::size_t DisplayWidth(std::string_view utf8);

enum class Colour { kNone, kGreen, kRed, kYellow, kBlue };

class TextLayout {
 public:
  explicit TextLayout(bool colour) : colour_(colour) {}

  // In colour and bold if there are colours at all.
  void Mark(std::string_view mark, Colour colour);
  // The mark, then the text.
  void Headline(std::string_view mark, Colour colour, std::string_view text);
  // "  label    value", the value in its column.
  void Row(std::string_view label, std::string_view value);
  // "    label: value", for labels of any length.
  void Field(std::string_view label, std::string_view value);
  // Text under the value column, after an arrow.
  void Advice(std::string_view text);
  void Paragraph(std::string_view text);
  void Blank();
  // As it is, escaped but not wrapped.
  void Line(std::string_view text);

  const std::string& text() const { return text_; }

 private:
  // Writes `text` from `column` on; lines after the first start at `indent`.
  void Flow(std::string_view text, std::size_t column, std::size_t indent);

  bool colour_;
  std::string text_;
};

}  // namespace sceau::cli

#endif  // SCEAU_CLI_TEXT_LAYOUT_H_
