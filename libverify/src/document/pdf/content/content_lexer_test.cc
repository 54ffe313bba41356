// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/content/content_lexer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "fmt/format.h"

namespace sceau::document {
namespace {

std::string Shown(const Operand& operand) {
  std::string items;
  for (const Operand& item : operand.items) items += Shown(item) + " ";
  switch (operand.kind) {
    case Operand::Kind::kNumber:
      return fmt::format("{}", operand.number);
    case Operand::Kind::kName:
      return "/" + operand.text;
    case Operand::Kind::kString:
      return "(" + operand.text + ")";
    case Operand::Kind::kArray:
      return "[" + items + "]";
    case Operand::Kind::kDictionary:
      return "<<" + items + ">>";
    case Operand::Kind::kOther:
      break;
  }
  return operand.text;
}

// All tokens, a space between them; "!" where the stream is damaged.
std::string Tokens(std::string_view content) {
  ContentLexer lexer(AsBytes(content));
  std::string all;
  Operand operand;
  std::string_view name;
  while (true) {
    switch (lexer.Next(operand, name)) {
      case ContentLexer::Token::kEnd:
        return all;
      case ContentLexer::Token::kDamaged:
        return all + "!";
      case ContentLexer::Token::kOperand:
        all += Shown(operand) + " ";
        break;
      case ContentLexer::Token::kOperator:
        all += std::string(name) + " ";
        break;
    }
  }
}

TEST(ContentLexerTest, TokensAreSplitAsTheStandardSays) {
  const struct {
    const char* content;
    const char* tokens;
  } kCases[] = {
      {"", ""},
      {"q 1 0 0 -1 .5 +2. cm", "q 1 0 0 -1 0.5 2 cm "},
      {"/F1 12 Tf%comment\n(a)Tj", "/F1 12 Tf (a) Tj "},
      {"/A#20B /", "/A B / "},
      {"(a(b)c\\)\\050\\n\\\r\nd)'", "(a(b)c)(\nd) ' "},
      {"<48 65 6C6C6>Tj", "(Hell`) Tj "},
      {"[(a) -250 (b)]TJ", "[(a) -250 (b) ] TJ "},
      {"/OC<</MCID 0/X[1 true]>>BDC", "/OC <</MCID 0 /X [1 true ] >> BDC "},
      {"true false null", "true false null "},
  };
  for (const auto& c : kCases) EXPECT_EQ(Tokens(c.content), c.tokens) << c.content;
}

TEST(ContentLexerTest, WhatHasNoMeaningIsDamaged) {
  for (const char* content :
       {"(open", "<4", "<4x>", "[1 2", "<</A 1", "<</A>>", "1-2 w", "20re", "1.2.3 w", "--5 w",
        "/A#Z1 gs", ")", "]", "}", "1234567890123456 w", "[[[[[[[[[1]]]]]]]]]", "(a\\"}) {
    EXPECT_THAT(Tokens(content), ::testing::EndsWith("!")) << content;
  }
}

TEST(ContentLexerTest, AnInlineImageEndsWhereItsLengthOrItsEndMarkSays) {
  const auto take = [](std::string_view content, std::size_t length) {
    ContentLexer lexer(AsBytes(content));
    Operand operand;
    std::string_view name;
    EXPECT_EQ(lexer.Next(operand, name), ContentLexer::Token::kOperator);  // ID
    const std::string_view data = lexer.TakeInlineImage(length);
    if (data.data() == nullptr) return std::string("none");
    std::string rest;
    EXPECT_EQ(lexer.Next(operand, name), ContentLexer::Token::kOperator);
    return std::string(data) + "|" + std::string(name);
  };
  constexpr std::size_t kUnknown = std::string_view::npos;
  EXPECT_EQ(take("ID abcd\nEI Q", 4), "abcd|Q");
  EXPECT_EQ(take("ID aEI \nEI Q", 4), "aEI |Q");
  EXPECT_EQ(take("ID a EI\nEI Q", 4), "none") << "a viewer may take the first one";
  EXPECT_EQ(take("ID abcd%\nEI Q", 4), "none");
  EXPECT_EQ(take("ID abcd\nEI Q", kUnknown), "abcd|Q");
  EXPECT_EQ(take("ID ab EI\x01 cd\nEI Q", kUnknown), "none");
  EXPECT_EQ(take("ID 00> EI %\x80\nEI Q", kUnknown), "none");
  EXPECT_EQ(take("ID 00>EI 0 g\nEI Q", kUnknown), "none");
  EXPECT_EQ(take("ID abcd\nEI Q", 3), "none");
  EXPECT_EQ(take("ID abcd\nEI Q", 400), "none");
  EXPECT_EQ(take("ID abcd", kUnknown), "none");
}

}  // namespace
}  // namespace sceau::document
