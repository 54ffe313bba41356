// SPDX-License-Identifier: Apache-2.0
#include "decode/in_process_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "barcode/write/qr_code.h"
#include "base/status.h"
#include "document/image/testing.h"
#include "document/pdf/testing.h"
#include "fmt/format.h"

namespace sceau::decode {
namespace {

using document::testing::MakePdf;
using document::testing::PdfPage;
using isolation::PageSource;
using isolation::ReadOutcome;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

// A QR code as drawing operators, its lower left corner at (x, y), in points.
std::string DrawCode(std::string_view payload, double x, double y) {
  constexpr double kModule = 2;
  const auto modules = barcode::WriteQrCode(AsBytes(payload));
  EXPECT_TRUE(modules.ok());
  std::string content = "0 g\n";
  for (int row = 0; row < modules->size; ++row) {
    for (int column = 0; column < modules->size; ++column) {
      if (!modules->at(column, row)) continue;
      content += fmt::format("{} {} {} {} re\n", x + column * kModule,
                             y + (modules->size - 1 - row) * kModule, kModule, kModule);
    }
  }
  return content + "f\n";
}

PdfPage CodePage(std::string_view payload) {
  return {DrawCode(payload, 60, 60) + "BT /F1 10 Tf 20 20 Td (DUPONT Marie) Tj ET",
          "[0 0 200 200]"};
}

PdfPage WordsPage() { return {"BT /F1 10 Tf 20 20 Td (no code) Tj ET", "[0 0 200 200]"}; }

// A grey page with a code.
document::testing::TiffPage CodePicture(std::string_view payload, int scale = 4) {
  const auto modules = barcode::WriteQrCode(AsBytes(payload));
  EXPECT_TRUE(modules.ok());
  const int quiet = barcode::QuietZone(Symbology::kQrCode);
  const int side = (modules->size + 2 * quiet) * scale;
  document::testing::TiffPage page{{side, side, 1, {}}};
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < side; ++x) {
      const int column = x / scale - quiet;
      const int row = y / scale - quiet;
      const bool inside = std::min(column, row) >= 0 && std::max(column, row) < modules->size;
      page.picture.samples.push_back(inside && modules->at(column, row) ? 0 : 255);
    }
  }
  return page;
}

absl::StatusOr<ReadOutcome> Read(ByteSpan bytes, const Limits& limits = {}) {
  return MakeInProcessReader()->Read(bytes, limits);
}

std::vector<std::string> PayloadsOf(const ReadOutcome& outcome) {
  std::vector<std::string> payloads;
  for (const Page& page : outcome.content.pages) {
    for (const Symbol& symbol : page.symbols) payloads.emplace_back(AsText(symbol.payload));
  }
  return payloads;
}

TEST(InProcessReaderTest, PagesComeInOrderWithTheirSymbols) {
  const auto outcome = Read(MakePdf({CodePage("FIRST"), WordsPage(), CodePage("LAST")}));
  ASSERT_TRUE(outcome.ok()) << outcome.status();
  EXPECT_THAT(outcome->problems, IsEmpty());
  ASSERT_THAT(outcome->content.pages, SizeIs(3));
  for (int i = 0; i < 3; ++i)
    EXPECT_EQ(outcome->content.pages[static_cast<std::size_t>(i)].number, i + 1);
  EXPECT_THAT(PayloadsOf(*outcome), ElementsAre("FIRST", "LAST"));
  EXPECT_EQ(outcome->content.pages[2].symbols[0].symbology, Symbology::kQrCode);
}

TEST(InProcessReaderTest, SymbolsAndWordsReferToTheSamePixels) {
  const auto outcome = Read(MakePdf({CodePage("AD1:HELLO")}));
  ASSERT_TRUE(outcome.ok()) << outcome.status();
  const Page& page = outcome->content.pages.at(0);
  EXPECT_EQ(page.width, 556);  // 200 points at 200 dpi
  EXPECT_EQ(page.text_source, TextSource::kPrinted);
  ASSERT_THAT(page.words, SizeIs(2));
  EXPECT_EQ(page.words[0].text, "DUPONT");
  EXPECT_EQ(page.words[0].sight, Sight::kShown);
  // The words stand below the code and to the left of it.
  const Corners& corners = page.symbols.at(0).corners;
  EXPECT_GT(page.words[0].top_left.y, corners[3].y);
  EXPECT_LT(page.words[0].top_left.x, corners[0].x);
  EXPECT_NEAR(corners[0].x, 60 * 200 / 72.0, 8);
}

TEST(InProcessReaderTest, BesideASealTheWordsOfOtherPagesAreReadToo) {
  const auto words = [](const std::vector<PdfPage>& pages, std::size_t page) {
    const auto outcome = Read(MakePdf(pages));
    EXPECT_TRUE(outcome.ok()) << outcome.status();
    return outcome->content.pages.at(page).words.size();
  };
  EXPECT_EQ(words({CodePage("AD1:HELLO"), WordsPage()}, 1), 2U);
  EXPECT_EQ(words({WordsPage(), CodePage("AD1:HELLO")}, 0), 2U);
  EXPECT_EQ(words({CodePage("NO SEAL"), WordsPage()}, 1), 0U);
  PdfPage unclear = WordsPage();
  unclear.content += " nonsense";
  EXPECT_EQ(words({CodePage("AD1:HELLO"), unclear}, 1), 0U) << "not by drawing";
  std::vector<PdfPage> many(30, WordsPage());
  many.insert(many.begin(), CodePage("AD1:HELLO"));
  EXPECT_EQ(words(many, 20), 2U);
  EXPECT_EQ(words(many, 21), 0U);
}

TEST(InProcessReaderTest, BesideASealAnEmptyPageIsKnownToBeEmpty) {
  const auto is_empty = [](const Bytes& file) {
    const auto outcome = Read(file);
    EXPECT_TRUE(outcome.ok()) << outcome.status();
    const Page& page = outcome->content.pages.at(1);
    return page.words.empty() && page.letters_are_proven && page.has_only_words;
  };
  const auto beside_seal = [&](const std::string& content) {
    return is_empty(MakePdf({CodePage("AD1:HELLO"), {content, "[0 0 200 200]"}}));
  };
  EXPECT_TRUE(beside_seal(""));
  EXPECT_FALSE(beside_seal("20 20 m 30 40 l 40 20 l f")) << "a drawing";
  EXPECT_FALSE(beside_seal("BT /F1 10 Tf 20 20 Td (Marie) Tj ET"));
  const auto scanned_beside_seal = [&](const document::testing::TiffPage& page) {
    return is_empty(document::testing::EncodeTiff({CodePicture("AD1:HELLO"), page}));
  };
  document::testing::TiffPage back{{100, 100, 1, std::vector<std::uint8_t>(10'000, 250)}};
  EXPECT_TRUE(scanned_beside_seal(back));
  std::fill_n(back.picture.samples.begin() + 5'020, 30, 100);
  EXPECT_FALSE(scanned_beside_seal(back));
}

TEST(InProcessReaderTest, OfACutPictureNobodySaysThatItHasNoCode) {
  const document::testing::Picture picture = CodePicture("ABOVE THE CUT").picture;
  const Bytes jpeg = document::testing::EncodeJpeg(picture);
  const auto codes_in = [&](std::size_t size) { return Read(ByteSpan(jpeg).first(size)); };

  const auto half = codes_in(jpeg.size() / 2);
  ASSERT_TRUE(half.ok()) << half.status();
  ASSERT_THAT(half->problems, SizeIs(1));
  EXPECT_EQ(half->problems[0].reason, Reason::kDocumentDamaged);
  EXPECT_THAT(half->problems[0].detail, HasSubstr("page 1"));

  const auto all_but_the_end_marker = codes_in(jpeg.size() - 2);
  ASSERT_TRUE(all_but_the_end_marker.ok());
  EXPECT_THAT(PayloadsOf(*all_but_the_end_marker), ElementsAre("ABOVE THE CUT"));
  EXPECT_THAT(all_but_the_end_marker->problems, IsEmpty());
}

TEST(InProcessReaderTest, BesideADrawnSealOneInALargePictureIsReadToo) {
  const document::testing::Picture picture = CodePicture("AD1:PICTURE", 30).picture;
  const Bytes jpeg = document::testing::EncodeJpeg(picture);
  PdfPage page = CodePage("AD1:DRAWN");
  page.content += " q 80 0 0 80 110 110 cm /P Do Q";
  page.resources = "/XObject<</P 8 0 R>>";
  const std::string dictionary = fmt::format(
      "/Subtype/Image/Width {}/Height {}/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/DCTDecode",
      picture.width, picture.height);
  const auto outcome = Read(MakePdf(
      {page}, "", {"", {document::testing::MakeStream(dictionary, std::string(AsText(jpeg)))}}));
  ASSERT_TRUE(outcome.ok()) << outcome.status();
  EXPECT_THAT(PayloadsOf(*outcome), UnorderedElementsAre("AD1:DRAWN", "AD1:PICTURE"));
}

// As a bad camera sees it: each pixel the mean of those around it, darker to the right.
document::testing::Picture Blurred(const document::testing::Picture& picture, int radius) {
  document::testing::Picture blurred = picture;
  for (int y = 0; y < picture.height; ++y) {
    for (int x = 0; x < picture.width; ++x) {
      int sum = 0;
      int count = 0;
      for (int j = std::max(0, y - radius); j <= std::min(picture.height - 1, y + radius); ++j) {
        for (int i = std::max(0, x - radius); i <= std::min(picture.width - 1, x + radius); ++i) {
          sum += picture.samples[static_cast<std::size_t>(j * picture.width + i)];
          ++count;
        }
      }
      const int lit = 60 + 120 * (picture.width - x) / picture.width;
      blurred.samples[static_cast<std::size_t>(y * picture.width + x)] =
          static_cast<std::uint8_t>(sum / count * lit / 255);
    }
  }
  return blurred;
}

std::string GrayImageObject(const document::testing::Picture& picture) {
  return document::testing::MakeStream(
      fmt::format("/Subtype/Image/Width {}/Height {}/BitsPerComponent 8/ColorSpace/DeviceGray",
                  picture.width, picture.height),
      std::string(picture.samples.begin(), picture.samples.end()));
}

TEST(InProcessReaderTest, BesideAWebAddressASmallCaptureIsSearched) {
  for (const int radius : {2, 3, 4}) {
    PdfPage page{"q 80 0 0 80 10 10 cm /A Do Q q 80 0 0 80 110 110 cm /B Do Q", "[0 0 200 200]"};
    page.resources = "/XObject<</A 8 0 R/B 9 0 R>>";
    const auto outcome =
        Read(MakePdf({page}, "",
                     {"",
                      {GrayImageObject(CodePicture("https://example.org").picture),
                       GrayImageObject(Blurred(CodePicture("AD1:CAPTURED", 6).picture, radius))}}));
    ASSERT_TRUE(outcome.ok()) << outcome.status();
    EXPECT_THAT(PayloadsOf(*outcome), UnorderedElementsAre("https://example.org", "AD1:CAPTURED"))
        << radius;
  }
}

TEST(InProcessReaderTest, WordsAreReadOnlyBesideASealThatIsPrinted) {
  const auto without = Read(MakePdf({WordsPage(), CodePage("https://example.org")}));
  ASSERT_TRUE(without.ok());
  EXPECT_THAT(without->content.pages.at(0).words, IsEmpty());
  EXPECT_THAT(without->content.pages.at(1).words, IsEmpty());
  const auto with =
      Read(MakePdf({WordsPage(), CodePage("https://example.org"), CodePage("AD1:X")}));
  ASSERT_TRUE(with.ok());
  for (const Page& page : with->content.pages) EXPECT_THAT(page.words, SizeIs(2)) << page.number;
  EXPECT_THAT(with->problems, IsEmpty());
}

TEST(InProcessReaderTest, APageThatFailsDoesNotHideTheOthers) {
  Limits limits;
  limits.page_pixels = 22'500;
  const auto outcome =
      Read(document::testing::EncodeTiff(
               {CodePicture("FIRST"), CodePicture("TOO LARGE", 8), CodePicture("LAST")}),
           limits);
  ASSERT_TRUE(outcome.ok()) << outcome.status();
  EXPECT_THAT(PayloadsOf(*outcome), ElementsAre("FIRST", "LAST"));
  EXPECT_EQ(outcome->content.pages.at(1).number, 3);
  EXPECT_THAT(outcome->problems,
              ElementsAre(Finding{Reason::kDocumentTooManyPixels, "page 2: image size"}));
}

TEST(InProcessReaderTest, WhatEndsManyPagesIsSaidOnce) {
  Limits limits;
  limits.page_pixels = 22'500;
  const auto large = CodePicture("TOO LARGE", 8);
  const auto outcome =
      Read(document::testing::EncodeTiff({CodePicture("FIRST"), large, large, large}), limits);
  ASSERT_TRUE(outcome.ok()) << outcome.status();
  EXPECT_THAT(outcome->problems,
              ElementsAre(Finding{Reason::kDocumentTooManyPixels, "page 2: image size"}));
}

TEST(InProcessReaderTest, ADocumentOfWhichNothingCouldBeReadIsAnError) {
  Limits limits;
  limits.page_pixels = 10;
  const auto outcome =
      Read(document::testing::EncodeTiff({CodePicture("A"), CodePicture("B")}), limits);
  EXPECT_EQ(ReasonOf(outcome.status()), Reason::kDocumentTooManyPixels);
  EXPECT_EQ(DetailOf(outcome.status()), "page 1: image size");
}

TEST(InProcessReaderTest, SymbolsAreCountedOverAllPages) {
  Limits limits;
  limits.symbols = 2;
  const auto enough = Read(MakePdf({CodePage("A"), CodePage("B")}), limits);
  ASSERT_TRUE(enough.ok());
  EXPECT_THAT(enough->problems, IsEmpty());
  const auto too_many = Read(MakePdf({CodePage("A"), CodePage("B"), CodePage("C")}), limits);
  ASSERT_TRUE(too_many.ok());
  EXPECT_THAT(PayloadsOf(*too_many), ElementsAre("A", "C"));  // the first page, then the last
  EXPECT_THAT(too_many->problems, ElementsAre(Finding{Reason::kDocumentTooManySymbols, "page 2"}));
}

TEST(InProcessReaderTest, NoTimeIsADeadline) {
  Limits limits;
  limits.document_time = std::chrono::milliseconds(0);
  const auto outcome = Read(MakePdf({CodePage("A")}), limits);
  EXPECT_EQ(ReasonOf(outcome.status()), Reason::kDocumentDeadline);
  EXPECT_EQ(DetailOf(outcome.status()), "page 1");
}

// A page of 31 megapixels takes far longer to draw, so that time is up in the symbol search, if not
// before the page. The last operator is none, so that it is drawn.
TEST(InProcessReaderTest, TimeThatRunsOutOnAPageIsReported) {
  Limits limits;
  limits.document_time = std::chrono::milliseconds(1);
  PdfPage page = CodePage("A");
  page.media_box = "[0 0 2000 2000]";
  page.content += " nonsense";
  const auto outcome = Read(MakePdf({page, page}), limits);
  const Finding finding = outcome.ok()
                              ? outcome->problems.at(0)
                              : Finding{ReasonOf(outcome.status()), DetailOf(outcome.status())};
  EXPECT_EQ(finding, (Finding{Reason::kDocumentDeadline, "page 1"}));
}

TEST(InProcessReaderTest, AScannersTextIsAPageWithOneSymbol) {
  const auto outcome = Read(AsBytes("AD1:6BF+70790\r\n"));
  ASSERT_TRUE(outcome.ok());
  ASSERT_THAT(outcome->content.pages, SizeIs(1));
  const Page& page = outcome->content.pages[0];
  EXPECT_EQ(page.number, 1);
  EXPECT_EQ(page.text_source, TextSource::kNone);
  ASSERT_THAT(page.symbols, SizeIs(1));
  EXPECT_EQ(page.symbols[0].symbology, Symbology::kText);
  EXPECT_EQ(AsText(page.symbols[0].payload), "AD1:6BF+70790\r\n");
}

TEST(InProcessReaderTest, WhatIsNotADocumentIsRefused) {
  EXPECT_EQ(ReasonOf(Read({}).status()), Reason::kDocumentEmpty);
  EXPECT_EQ(ReasonOf(Read(AsBytes("\x01\x02")).status()), Reason::kDocumentUnknownType);
  EXPECT_EQ(ReasonOf(Read(AsBytes("GIF89a\x01\x02")).status()), Reason::kDocumentDamaged);
  EXPECT_EQ(Read(AsBytes("Rar!\x1A\x07")).status(),
            Refuse(Reason::kDocumentUnsupportedType, "rar"));
  EXPECT_EQ(ReasonOf(Read(AsBytes("%PDF-1.4\nnothing")).status()), Reason::kDocumentDamaged);
  EXPECT_EQ(ReasonOf(Read(AsBytes("P5\n60000 60000\n255\n")).status()),
            Reason::kDocumentTooManyPixels);
}

TEST(InProcessReaderTest, AFileOverTheLimitIsRefusedUnread) {
  Limits limits;
  limits.document_bytes = 10;
  EXPECT_TRUE(Read(AsBytes("0123456789"), limits).ok());
  EXPECT_EQ(ReasonOf(Read(AsBytes("0123456789a"), limits).status()), Reason::kDocumentTooLarge);
}

}  // namespace
}  // namespace sceau::decode
