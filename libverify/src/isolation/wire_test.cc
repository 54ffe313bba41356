// SPDX-License-Identifier: Apache-2.0
#include "isolation/wire.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <limits>
#include <string>

#include "base/status.h"
#include "isolation/frame_kind.h"
#include "isolation/request.h"
#include "isolation/wire_bytes.h"
#include "isolation/wire_finding.h"

namespace sceau::isolation {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

Symbol Code(std::string_view payload, Symbology symbology = Symbology::kQrCode) {
  return {symbology, ToBytes(AsBytes(payload)), {{{1, 2}, {30.5, 2}, {30.5, 31}, {1, 31}}}};
}

Answer TwoPages() {
  Answer answer;
  Page first;
  first.number = 1;
  first.width = 1654;
  first.height = 2339;
  first.symbols = {Code("AD1:ONE"), Code("DC04", Symbology::kDataMatrix)};
  first.symbols[1].hidden = true;
  first.text_source = TextSource::kPrinted;
  first.letters_are_proven = true;
  first.has_only_words = true;
  first.words = {{"DUPONT", {10, 20}, {60, 30}},
                 {"Zoé", {-1, 20.25}, {90, 30}, Sight::kShown},
                 {"Luc", {10, 40}, {60, 50}, Sight::kHidden}};
  first.raster.image = {3, 4, {0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110}};
  first.raster.scale = 0.0017;
  first.raster.drawn = true;
  Page third;
  third.number = 3;
  answer.outcome.content.pages = {first, third};
  answer.outcome.problems = {{Reason::kDocumentDamaged, "page 2: pdf page"}};
  answer.outcome.previews = {{1, {2, 3, {0, 50, 100, 150, 200, 255}}}};
  return answer;
}

void ExpectTwoPages(const Answer& answer) {
  const Answer expected = TwoPages();
  ASSERT_THAT(answer.outcome.content.pages, SizeIs(2));
  const Page& page = answer.outcome.content.pages[0];
  const Page& wanted = expected.outcome.content.pages[0];
  EXPECT_EQ(page.number, 1);
  EXPECT_EQ(page.width, wanted.width);
  EXPECT_EQ(page.height, wanted.height);
  ASSERT_THAT(page.symbols, SizeIs(2));
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(page.symbols[i].symbology, wanted.symbols[i].symbology);
    EXPECT_EQ(page.symbols[i].payload, wanted.symbols[i].payload);
    EXPECT_EQ(page.symbols[i].corners, wanted.symbols[i].corners);
    EXPECT_EQ(page.symbols[i].hidden, wanted.symbols[i].hidden);
  }
  EXPECT_EQ(page.text_source, TextSource::kPrinted);
  EXPECT_TRUE(page.letters_are_proven);
  EXPECT_TRUE(page.has_only_words);
  EXPECT_FALSE(answer.outcome.content.pages[1].letters_are_proven);
  EXPECT_FALSE(answer.outcome.content.pages[1].has_only_words);
  ASSERT_THAT(page.words, SizeIs(3));
  EXPECT_EQ(page.words[0].sight, Sight::kUnsure);
  EXPECT_EQ(page.words[1].sight, Sight::kShown);
  EXPECT_EQ(page.words[2].sight, Sight::kHidden);
  EXPECT_EQ(page.words[1].text, "Zoé");
  EXPECT_EQ(page.words[1].top_left, (Point{-1, 20.25}));
  EXPECT_EQ(page.raster.image.pixels, wanted.raster.image.pixels);
  EXPECT_EQ(page.raster.image.width, 3);
  EXPECT_EQ(page.raster.image.height, 4);
  EXPECT_EQ(page.raster.scale, 0.0017);
  EXPECT_TRUE(page.raster.drawn);
  EXPECT_EQ(answer.outcome.content.pages[1].number, 3);
  EXPECT_TRUE(answer.outcome.content.pages[1].raster.empty());
  EXPECT_EQ(answer.outcome.problems, expected.outcome.problems);
  ASSERT_THAT(answer.outcome.previews, SizeIs(1));
  EXPECT_EQ(answer.outcome.previews[0].image.pixels, expected.outcome.previews[0].image.pixels);
}

Reason ReasonFor(const Answer& answer, const Limits& limits) {
  return ReasonOf(ReadAnswer(WriteAnswer(answer, Limits{}), limits).status());
}

TEST(WireTest, WhatIsWrittenIsReadAgain) {
  const auto read = ReadAnswer(WriteAnswer(TwoPages(), Limits{}), Limits{});
  ASSERT_TRUE(read.ok()) << read.status();
  ExpectTwoPages(*read);
  EXPECT_FALSE(read->refusal);
  EXPECT_FALSE(read->needs_drawing);
}

TEST(WireTest, RefusalsStandAlone) {
  Answer refusal;
  refusal.refusal = Finding{Reason::kDocumentEncrypted, ""};
  const auto read = ReadAnswer(WriteAnswer(refusal, Limits{}), Limits{});
  ASSERT_TRUE(read.ok()) << read.status();
  EXPECT_EQ(read->refusal, refusal.refusal);
  Answer drawing;
  drawing.needs_drawing = true;
  EXPECT_TRUE(ReadAnswer(WriteAnswer(drawing, Limits{}), Limits{})->needs_drawing);
}

TEST(WireTest, EveryTruncationIsRefused) {
  const Bytes whole = WriteAnswer(TwoPages(), Limits{});
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const auto read = ReadAnswer(ByteSpan(whole).first(size), Limits{});
    EXPECT_EQ(ReasonOf(read.status()), Reason::kDocumentReaderCrashed) << size;
  }
  Bytes longer = whole;
  longer.push_back(0);
  EXPECT_EQ(ReasonOf(ReadAnswer(longer, Limits{}).status()), Reason::kDocumentReaderCrashed);
}

TEST(WireTest, NoChangedByteIsMoreThanTheLimitsAllow) {
  const Bytes whole = WriteAnswer(TwoPages(), Limits{});
  for (std::size_t i = 0; i < whole.size(); ++i) {
    for (const unsigned bit : {0x01U, 0x80U, 0xFFU}) {
      Bytes changed = whole;
      changed[i] = static_cast<std::uint8_t>(changed[i] ^ bit);
      const auto read = ReadAnswer(changed, Limits{});
      EXPECT_TRUE(read.ok() || ReasonOf(read.status()) == Reason::kDocumentReaderCrashed);
    }
  }
}

TEST(WireTest, EachBoundIsHeld) {
  struct Case {
    const char* name;
    std::function<void(Answer&)> lie;
  };
  const auto page = [](Answer& answer) -> Page& { return answer.outcome.content.pages[0]; };
  const Case cases[] = {
      {"page number over the limit", [](Answer& a) { a.outcome.content.pages[1].number = 101; }},
      {"page zero", [&](Answer& a) { page(a).number = 0; }},
      {"a page twice", [](Answer& a) { a.outcome.content.pages[1].number = 1; }},
      {"pixels", [&](Answer& a) { page(a).width = 64'000'000; }},
      {"negative width", [&](Answer& a) { page(a).width = -1; }},
      {"symbols", [&](Answer& a) { page(a).symbols.assign(65, Code("A")); }},
      {"symbols of all pages",
       [](Answer& a) {
         for (Page& p : a.outcome.content.pages) p.symbols.assign(33, Code("A"));
       }},
      {"a scanner's text", [&](Answer& a) { page(a).symbols[0].symbology = Symbology::kText; }},
      {"payload", [&](Answer& a) { page(a).symbols[0].payload.resize(kMaxPayloadBytes + 1); }},
      {"no number",
       [&](Answer& a) {
         page(a).symbols[0].corners[3].y = std::numeric_limits<double>::quiet_NaN();
       }},
      {"far away", [&](Answer& a) { page(a).words[0].top_left.x = -1e8; }},
      {"infinite",
       [&](Answer& a) {
         page(a).words[0].bottom_right.y = std::numeric_limits<double>::infinity();
       }},
      {"no sight", [&](Answer& a) { page(a).words[0].sight = static_cast<Sight>(3); }},
      {"words",
       [&](Answer& a) {
         page(a).words.assign(20'001, {"a", {}, {}});
       }},
      {"a reason of ours",
       [](Answer& a) { a.outcome.problems[0].reason = Reason::kDocumentNoCode; }},
      {"a seal's reason",
       [](Answer& a) { a.outcome.problems[0].reason = Reason::kSealIssuerUnknown; }},
      {"problems",
       [](Answer& a) {
         const Finding problem = a.outcome.problems[0];
         a.outcome.problems.assign(300, problem);
       }},
      {"a raster of another size than its page", [&](Answer& a) { page(a).raster.scale = 0.01; }},
      {"a raster of no scale",
       [&](Answer& a) { page(a).raster.scale = std::numeric_limits<double>::quiet_NaN(); }},
      {"a raster of a page of no size",
       [&](Answer& a) { std::swap(page(a).raster, a.outcome.content.pages[1].raster); }},
      {"a raster without its last pixel",
       [&](Answer& a) { page(a).raster.image.pixels.pop_back(); }},
      {"a raster with a pixel more", [&](Answer& a) { page(a).raster.image.pixels.push_back(0); }},
      {"a raster over the limit",
       [&](Answer& a) {
         page(a).width = 4'001;
         page(a).height = 4'000;
         page(a).raster = {{4'001, 4'000, Bytes(16'004'000)}, 1};
       }},
      {"rasters over the limit",
       [&](Answer& a) {
         for (Page& p : a.outcome.content.pages) {
           p.width = p.height = 2'400;
           p.raster = {{2'400, 2'400, Bytes(5'760'000)}, 1};
         }
       }},
      {"preview of no page", [](Answer& a) { a.outcome.previews[0].page = 0; }},
      {"preview without pixels", [](Answer& a) { a.outcome.previews[0].image.pixels.clear(); }},
      {"preview too large",
       [](Answer& a) {
         a.outcome.previews[0].image = {1001, 1000, Bytes(1'001'000)};
       }},
      {"previews",
       [](Answer& a) {
         const Preview preview = a.outcome.previews[0];
         a.outcome.previews.assign(5, preview);
       }},
  };
  for (const Case& c : cases) {
    Answer answer = TwoPages();
    c.lie(answer);
    EXPECT_EQ(ReasonFor(answer, Limits{}), Reason::kDocumentReaderCrashed) << c.name;
  }
}

TEST(WireTest, FramesThatNoReaderWritesAreRefused) {
  const auto frame = [](std::uint8_t kind, std::string_view content) {
    Bytes bytes = {kind};
    AppendBytes(bytes, AsBytes(content));
    return bytes;
  };
  const auto joined = [](std::initializer_list<Bytes> frames) {
    Bytes bytes;
    for (const Bytes& f : frames) bytes.insert(bytes.end(), f.begin(), f.end());
    return bytes;
  };
  const auto refusal = [&](std::string_view code, std::string_view detail) {
    Bytes content;
    AppendBytes(content, AsBytes(code));
    AppendBytes(content, AsBytes(detail));
    return frame(3, AsText(content));
  };
  const Bytes end = frame(0, "");
  // Of one pixel, at the scale of its page.
  Bytes raster;
  AppendReal(raster, 1);
  AppendNumber(raster, std::uint32_t{1});
  AppendNumber(raster, std::uint32_t{1});
  raster.push_back(7);
  Answer of_one_page;
  of_one_page.outcome.content.pages.emplace_back();
  Bytes page = WriteAnswer(of_one_page, Limits{});
  page.resize(page.size() - end.size());
  const Bytes pixel = frame(6, AsText(raster));
  const auto scanned = ReadAnswer(joined({page, pixel, end}), Limits{});
  ASSERT_TRUE(scanned.ok());
  EXPECT_FALSE(scanned->outcome.content.pages.at(0).raster.drawn);
  EXPECT_TRUE(ReadAnswer(joined({refusal("document.damaged", ""), end}), Limits{}).ok());
  const Bytes cases[] = {
      joined({frame(9, ""), end}),
      frame(0, "x"),
      joined({frame(4, "x"), end}),
      joined({frame(4, ""), frame(4, ""), end}),
      joined({refusal("document.damaged", ""), refusal("document.damaged", ""), end}),
      joined({refusal("document.nonsense", ""), end}),
      joined({refusal("document.damaged", "\x1B[31m"), end}),
      joined({refusal("document.damaged", std::string(201, 'a')), end}),
      joined({refusal("isolation.unavailable", ""), end}),
      joined({pixel, end}),
      joined({page, pixel, pixel, end}),
      joined({page, pixel, frame(7, AsText(raster)), end}),
      joined({page, frame(7, std::string(AsText(raster)) + 'x'), end}),
  };
  for (const Bytes& bytes : cases)
    EXPECT_EQ(ReasonOf(ReadAnswer(bytes, Limits{}).status()), Reason::kDocumentReaderCrashed)
        << ToHex(bytes);
}

TEST(WireTest, DetailsAreWrittenPlain) {
  Answer answer;
  answer.refusal = Finding{Reason::kInternal, "caf\xC3\xA9\n" + std::string(300, 'a')};
  const auto read = ReadAnswer(WriteAnswer(answer, Limits{}), Limits{});
  ASSERT_TRUE(read.ok()) << read.status();
  EXPECT_TRUE(read->refusal->detail.starts_with("caf???aaa"));
  EXPECT_THAT(read->refusal->detail, SizeIs(kMaxDetailBytes));
}

TEST(WireTest, WordsWithoutRoomAreDroppedAndThePageIsNotCompared) {
  Limits limits;
  limits.answer_bytes = 600;
  Answer answer = TwoPages();
  answer.outcome.content.pages[0].words[0].text = std::string(300, 'a');
  const auto read = ReadAnswer(WriteAnswer(answer, limits), limits);
  ASSERT_TRUE(read.ok()) << read.status();
  EXPECT_THAT(read->outcome.content.pages[0].words, IsEmpty());
  EXPECT_EQ(read->outcome.content.pages[0].text_source, TextSource::kNone);
  EXPECT_THAT(read->outcome.content.pages[0].symbols, SizeIs(2));
}

TEST(WireTest, NothingLongerThanTheLimitIsLookedAt) {
  Limits limits;
  limits.answer_bytes = 100;
  limits.previews = 0;
  limits.raster_bytes = 0;
  EXPECT_EQ(ReasonFor(TwoPages(), limits), Reason::kDocumentReaderCrashed);
}

TEST(RequestTest, CarriesTheLimits) {
  Request request;
  request.settings = {PageSource::kDrawing, true, Rasters::kAll, 70'000};
  request.limits.pages = 7;
  request.limits.page_pixels = 1'234'567'890'123;
  request.limits.decode_wall = std::chrono::milliseconds{321};
  request.limits.etsi_identities = 9;
  const Bytes bytes = WriteRequest(request);
  EXPECT_EQ(bytes.size(), kRequestBytes);
  const auto read = ReadRequest(bytes);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->settings.source, PageSource::kDrawing);
  EXPECT_TRUE(read->settings.previews);
  EXPECT_EQ(read->settings.rasters, Rasters::kAll);
  EXPECT_EQ(read->settings.only_page, 70'000);
  EXPECT_EQ(read->limits.pages, 7);
  EXPECT_EQ(read->limits.page_pixels, 1'234'567'890'123);
  EXPECT_EQ(read->limits.decode_wall, std::chrono::milliseconds{321});
  EXPECT_EQ(read->limits.etsi_identities, 9);
}

TEST(RequestTest, OfAnotherVersionIsNotRead) {
  Bytes bytes = WriteRequest({});
  bytes[0] ^= 1;
  EXPECT_FALSE(ReadRequest(bytes));
  bytes[0] ^= 1;
  bytes.push_back(0);
  EXPECT_FALSE(ReadRequest(bytes));
}

}  // namespace
}  // namespace sceau::isolation
