// SPDX-License-Identifier: Apache-2.0
// Splits a content stream into operands and operators.
//
// Spec: ISO 32000-2, 7.2 and 7.8.2. Stricter than a viewer: what has no plain meaning ends the
// stream as damaged, and the page is then drawn instead.
#ifndef SCEAU_DOCUMENT_PDF_CONTENT_CONTENT_LEXER_H_
#define SCEAU_DOCUMENT_PDF_CONTENT_CONTENT_LEXER_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"

namespace sceau::document {

struct Operand {
  enum class Kind { kNumber, kName, kString, kArray, kDictionary, kOther };
  Kind kind = Kind::kOther;
  double number = 0;
  std::string text;            // of a name without its slash; the bytes of a string
  std::vector<Operand> items;  // of a dictionary: key, value, key, value …
};

// A view: the bytes must outlive the lexer.
class ContentLexer {
 public:
  enum class Token { kOperand, kOperator, kEnd, kDamaged };

  explicit ContentLexer(ByteSpan content) : text_(AsText(content)) {}

  // An operand is written to `operand`, an operator to `name`.
  Token Next(Operand& operand, std::string_view& name);

  // After the operator ID: the bytes of an inline image, and moves behind its EI. `length` is what
  // they take when that is known, else npos. Nothing (a view without data) when EI is missing.
  std::string_view TakeInlineImage(std::size_t length);

 private:
  bool ReadOperand(Operand& operand, int depth);
  bool ReadNumber(Operand& operand);
  bool ReadName(Operand& operand);
  bool ReadString(Operand& operand);
  bool ReadHexString(Operand& operand);
  bool ReadGroup(Operand& operand, Operand::Kind kind, std::string_view end, int depth);
  bool ReadKeyword(Operand& operand);
  char ReadEscape();
  void SkipSpace();
  bool AtEnd() const { return at_ >= text_.size(); }
  bool StartsWith(std::string_view start) const { return text_.substr(at_).starts_with(start); }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_CONTENT_CONTENT_LEXER_H_
