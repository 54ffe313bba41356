// SPDX-License-Identifier: Apache-2.0
#include "cli/option_set.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sceau::cli {
namespace {

using testing::ElementsAre;
using Arguments = std::vector<std::string>;

struct Values {
  bool recursive = false;
  bool null = false;
  std::string output;
  Arguments certificates;

  ParsedArguments Parse(const Arguments& arguments) {
    OptionSet set;
    set.Flag("-r,--recursive", recursive);
    set.Flag("-0,--null", null);
    set.Text("-o,--output", output);
    set.Texts("--cert", certificates);
    return set.Parse(arguments);
  }
};

TEST(OptionSetTest, EveryWayToWriteAnOptionSetsIt) {
  const Arguments ways[] = {
      {"-r", "-0", "-o", "a.pdf"},
      {"-r0oa.pdf"},
      {"-0", "-roa.pdf"},
      {"--recursive", "--null", "--output", "a.pdf"},
      {"--output=a.pdf", "-r", "--null", "-r"},
  };
  for (const Arguments& arguments : ways) {
    Values values;
    const ParsedArguments parsed = values.Parse(arguments);
    EXPECT_FALSE(parsed.mistake) << arguments.front();
    EXPECT_TRUE(parsed.operands.empty()) << arguments.front();
    EXPECT_TRUE(values.recursive && values.null) << arguments.front();
    EXPECT_EQ(values.output, "a.pdf");
  }
}

TEST(OptionSetTest, ValuesKeepWhatTheyAre) {
  struct Case {
    Arguments arguments;
    const char* output;
  };
  const Case cases[] = {{{"-o", "-"}, "-"},
                        {{"--output=-x"}, "-x"},
                        {{"--output=a=b,c"}, "a=b,c"},
                        {{"--output", "[a,b]"}, "[a,b]"},
                        {{"-o=a"}, "=a"}};
  for (const Case& c : cases) {
    Values values;
    EXPECT_FALSE(values.Parse(c.arguments).mistake) << c.output;
    EXPECT_EQ(values.output, c.output);
  }
  Values many;
  EXPECT_FALSE(many.Parse({"--cert", "a", "--cert=b,c", "--cert", "a"}).mistake);
  EXPECT_THAT(many.certificates, ElementsAre("a", "b,c", "a"));
}

TEST(OptionSetTest, OperandsStandAnywhere) {
  Values values;
  const ParsedArguments parsed =
      values.Parse({"", "a", "-r", "-", "b=c", "--", "-0", "--", "--output=x"});
  EXPECT_FALSE(parsed.mistake);
  EXPECT_THAT(parsed.operands, ElementsAre("", "a", "-", "b=c", "-0", "--", "--output=x"));
  EXPECT_TRUE(values.recursive);
  EXPECT_FALSE(values.null);
}

TEST(OptionSetTest, MistakesNameTheOptionAndNoValue) {
  struct Case {
    Arguments arguments;
    Message message;
    const char* option;
  };
  const Case cases[] = {
      {{"--outptu=2840588321025"}, Message::kUnknownOption, "--outptu"},
      {{"--out", "x"}, Message::kUnknownOption, "--out"},  // never abbreviated
      {{"-2840588321025"}, Message::kUnknownOption, "-2"},
      {{"-rx"}, Message::kUnknownOption, "-x"},
      {{"--null=x"}, Message::kTakesNoValue, "--null"},
      {{"-o"}, Message::kNoValue, "-o"},
      {{"--output", "-r"}, Message::kNoValue, "--output"},
      {{"--output", "--"}, Message::kNoValue, "--output"},
      {{"--output="}, Message::kEmptyValue, "--output"},
      {{"--cert", ""}, Message::kEmptyValue, "--cert"},
      {{"-o", "a", "--output", "b"}, Message::kGivenTwice, "--output"},
      {{"--null=x", "--unknown"}, Message::kTakesNoValue, "--null"},  // the first
  };
  for (const Case& c : cases) {
    Values values;
    const ParsedArguments parsed = values.Parse(c.arguments);
    ASSERT_TRUE(parsed.mistake) << c.arguments.front();
    EXPECT_EQ(parsed.mistake->message, c.message) << c.arguments.front();
    EXPECT_EQ(parsed.mistake->option, c.option);
  }
}

TEST(OptionSetTest, WhatStandsBehindAMistakeIsStillRead) {
  Values values;
  EXPECT_TRUE(values.Parse({"--unknown", "-r"}).mistake);
  EXPECT_TRUE(values.recursive);
}

TEST(OptionSetTest, DeclaredOptionsHaveTheirNames) {
  bool flag = false;
  std::string text;
  const auto declared = DeclaredBy([&](OptionSet& set) {
    set.Flag("-h,--help", flag);
    set.Text("--lang", text);
  });
  ASSERT_EQ(declared.size(), 2U);
  EXPECT_THAT(declared[0].names, ElementsAre("-h", "--help"));
  EXPECT_FALSE(declared[0].takes_value);
  EXPECT_THAT(declared[1].names, ElementsAre("--lang"));
  EXPECT_TRUE(declared[1].takes_value);
}

}  // namespace
}  // namespace sceau::cli
