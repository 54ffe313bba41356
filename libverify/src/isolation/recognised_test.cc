// SPDX-License-Identifier: Apache-2.0
// What sceau-recognise says, and the library against a program in its place that lies, hangs and
// floods.
#include "isolation/recognised.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/status.h"
#include "isolation/fakes_testing.h"
#include "isolation/recognise_apart.h"
#include "isolation/wire_bytes.h"

namespace sceau::isolation {
namespace {

PageImage GreyPage() { return {40, 20, Bytes(40UL * 20, 200)}; }

RecognisedWord SomeWord() {
  return {.text = "Zoé", .left = 1, .top = 2, .right = 40, .bottom = 20, .confidence = 97};
}

Bytes AnswerOf(const std::vector<RecognisedWord>& words, const Limits& limits = {}) {
  return WriteRecognised(words, View(GreyPage()), limits);
}

TEST(RecognisedTest, WhatIsWrittenIsRead) {
  const std::vector<RecognisedWord> words = {SomeWord(), {"1", 0, 0, 1, 1, 0}};
  const auto read = ReadRecognised(AnswerOf(words), GreyPage(), Limits{});
  ASSERT_TRUE(read.ok()) << read.status();
  EXPECT_EQ(*read, words);
  const auto none = ReadRecognised(AnswerOf({}), GreyPage(), Limits{});
  ASSERT_TRUE(none.ok());
  EXPECT_TRUE(none->empty());
}

TEST(RecognisedTest, TheImageIsReadAsItWasWritten) {
  const Bytes bytes = WriteImageToRecognise(GreyPage());
  const auto image = ReadImageToRecognise(bytes);
  ASSERT_TRUE(image);
  EXPECT_EQ(image->width, 40);
  EXPECT_EQ(image->height, 20);
  EXPECT_EQ(image->pixels, bytes.data() + 8);
  for (std::size_t length = 0; length < bytes.size(); ++length)
    EXPECT_FALSE(ReadImageToRecognise(ByteSpan(bytes).first(length))) << length;
  EXPECT_FALSE(ReadImageToRecognise(WriteImageToRecognise({})));
}

TEST(RecognisedTest, WhatIsBeyondTheLimitsIsNotWritten) {
  RecognisedWord outside = SomeWord();
  outside.right = 41;
  RecognisedWord of_no_size = SomeWord();
  of_no_size.left = of_no_size.right;
  RecognisedWord long_word = SomeWord();
  long_word.text = std::string(Limits{}.recognised_word_bytes + 1, 'a');
  RecognisedWord unsafe = SomeWord();
  unsafe.text = "a\x1B[2J";
  RecognisedWord no_text = SomeWord();
  no_text.text = "\xFF";
  const auto read = ReadRecognised(
      AnswerOf({outside, of_no_size, long_word, unsafe, no_text, SomeWord()}), GreyPage(), {});
  ASSERT_TRUE(read.ok()) << read.status();
  EXPECT_EQ(read->size(), 1U);
  Limits few;
  few.recognised_words = 2;
  EXPECT_EQ(ReadRecognised(AnswerOf(std::vector(2, SomeWord()), few), GreyPage(), few)->size(), 2U);
  EXPECT_EQ(ReadRecognised(AnswerOf(std::vector(3, SomeWord()), few), GreyPage(), few)->size(), 0U);
}

TEST(RecognisedTest, EachBoundIsHeld) {
  const Bytes whole = AnswerOf({SomeWord()});
  const auto refused = [](const Bytes& bytes, const Limits& limits = {}) {
    const auto read = ReadRecognised(bytes, GreyPage(), limits);
    return !read.ok() && ReasonOf(read.status()) == Reason::kDocumentReaderCrashed;
  };
  for (std::size_t length = 0; length < whole.size(); ++length)
    EXPECT_TRUE(refused(Bytes(whole.begin(), whole.begin() + static_cast<int>(length)))) << length;
  Bytes more = whole;
  more.push_back(0);
  EXPECT_TRUE(refused(more));
  Limits limits;
  limits.recognised_words = 0;
  EXPECT_TRUE(refused(whole, limits));
  limits = {};
  limits.recognised_word_bytes = 2;
  EXPECT_TRUE(refused(whole, limits));
  const struct {
    const char* what;
    std::size_t at;  // of the byte
    std::uint8_t value;
  } kLies[] = {
      {"count", 0, 2},   {"text", 8, 0x1B},  {"left", 12, 40},     {"top", 16, 20},
      {"right", 20, 41}, {"bottom", 24, 21}, {"far right", 23, 1}, {"confidence", 28, 101},
  };
  for (const auto& lie : kLies) {
    Bytes bytes = whole;
    bytes.at(lie.at) = lie.value;
    EXPECT_TRUE(refused(bytes)) << lie.what;
  }
}

TEST(RecogniseApartTest, A26EachWayToMisbehaveRecognisesNothing) {
  Limits limits;
  limits.recognise_wall = std::chrono::milliseconds{400};
  const struct {
    const char* kind;
    Reason reason;
  } kCases[] = {
      {"flood", Reason::kDocumentReaderCrashed},
      {"crash", Reason::kDocumentReaderCrashed},
      {"half", Reason::kDocumentReaderCrashed},
      {"silent", Reason::kDocumentReaderCrashed},
      {"exit", Reason::kDocumentReaderCrashed},
      {"hang", Reason::kDocumentDeadline},
      {"out-of-memory", Reason::kDocumentOutOfMemory},
      {"no-sandbox", Reason::kIsolationUnavailable},
      {"misused", Reason::kIsolationUnavailable},
  };
  for (const auto& one : kCases) {
    const auto words = RecogniseApart(GreyPage(), limits, Fake(one.kind));
    EXPECT_FALSE(words.ok()) << one.kind;
    EXPECT_EQ(ReasonOf(words.status()), one.reason) << one.kind;
  }
}

TEST(RecogniseApartTest, WithoutTheProgramNothingIsRecognised) {
  const auto words = RecogniseApart(GreyPage(), {}, "/nowhere");
  EXPECT_EQ(ReasonOf(words.status()), Reason::kIsolationUnavailable);
}

}  // namespace
}  // namespace sceau::isolation
