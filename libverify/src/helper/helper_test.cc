// SPDX-License-Identifier: Apache-2.0
// The real helper: what it reads is what is read in this process, and what breaks it breaks nothing
// else.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "barcode/write/qr_code.h"
#include "base/status.h"
#include "decode/in_process_reader.h"
#include "document/image/testing.h"
#include "document/pdf/testing.h"
#include "fmt/format.h"
#include "helper/processes_testing.h"
#include "isolation/ask.h"
#include "isolation/helper_frame_reader.h"
#include "isolation/helper_reader.h"
#include "sandbox/landlock.h"

namespace sceau::helper {
namespace {

using document::testing::MakePdf;
using isolation::HelperProgram;
using isolation::HelperReader;
using isolation::PageSource;
using isolation::ReadOutcome;
using ::testing::IsEmpty;
using ::testing::SizeIs;

PageImage CodeImage(std::string_view payload, int scale = 4) {
  const auto modules = barcode::WriteQrCode(AsBytes(payload));
  EXPECT_TRUE(modules.ok());
  const int quiet = barcode::QuietZone(Symbology::kQrCode);
  const int side = (modules->size + 2 * quiet) * scale;
  PageImage image{side, side, {}};
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < side; ++x) {
      const int column = x / scale - quiet;
      const int row = y / scale - quiet;
      const bool inside = std::min(column, row) >= 0 && std::max(column, row) < modules->size;
      image.pixels.push_back(inside && modules->at(column, row) ? 0 : 255);
    }
  }
  return image;
}

document::testing::Picture CodePicture(std::string_view payload) {
  PageImage image = CodeImage(payload);
  return {image.width, image.height, 1, std::move(image.pixels)};
}

document::testing::Picture InColours(const document::testing::Picture& grey) {
  document::testing::Picture colours{grey.width, grey.height, 3, {}};
  for (const std::uint8_t sample : grey.samples)
    colours.samples.insert(colours.samples.end(), 3, sample);
  return colours;
}

// `more` is drawn too.
Bytes CodePdf(std::string_view payload, const std::string& more = "") {
  const auto modules = barcode::WriteQrCode(AsBytes(payload));
  std::string content = "0 g\n";
  for (int row = 0; row < modules->size; ++row) {
    for (int column = 0; column < modules->size; ++column) {
      if (modules->at(column, row))
        content += fmt::format("{} {} 2 2 re\n", 60 + column * 2, 160 - row * 2);
    }
  }
  content += "f BT /F1 10 Tf 20 20 Td (DUPONT Marie) Tj ET " + more;
  return MakePdf({{content, "[0 0 220 220]"}});
}

// Poppler alone shows what a shading hides and what not.
const char* const kShading = "q 0 0 5 5 re W n /Sh1 sh Q";

// A code as a fax, and nothing else.
// The code where `matrix` puts it; `over` is drawn after it.
Bytes FaxPdf(std::string_view payload, const std::string& matrix = "80 0 0 80 60 60",
             const std::string& over = "") {
  using namespace document::testing;
  const Picture code = CodePicture(payload);
  const Bytes tiff = EncodeTiff({{code, TiffKind::kFax4}});
  const std::string fax = MakeStream(
      fmt::format("/Subtype/Image/Width {0}/Height {0}/BitsPerComponent 1/ColorSpace/DeviceGray"
                  "/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns {0}>>",
                  code.width),
      std::string(AsText(StripOf(tiff))));
  return MakePdf({{fmt::format("q {} cm /P Do Q {}", matrix, over), "[0 0 200 200]", "",
                   "/XObject<</P 8 0 R>>"}},
                 "", {"", {fax}});
}

std::vector<std::string> PayloadsOf(const ReadOutcome& outcome) {
  std::vector<std::string> payloads;
  for (const Page& page : outcome.content.pages) {
    for (const Symbol& symbol : page.symbols) payloads.emplace_back(AsText(symbol.payload));
  }
  return payloads;
}

void ExpectSame(const absl::StatusOr<ReadOutcome>& isolated,
                const absl::StatusOr<ReadOutcome>& here) {
  ASSERT_EQ(isolated.ok(), here.ok()) << isolated.status() << here.status();
  if (!here.ok()) {
    EXPECT_EQ(ReasonOf(isolated.status()), ReasonOf(here.status()));
    return;
  }
  EXPECT_EQ(PayloadsOf(*isolated), PayloadsOf(*here));
  EXPECT_EQ(isolated->problems, here->problems);
  ASSERT_EQ(isolated->content.pages.size(), here->content.pages.size());
  for (std::size_t i = 0; i < here->content.pages.size(); ++i) {
    EXPECT_EQ(isolated->content.pages[i].width, here->content.pages[i].width);
    EXPECT_EQ(isolated->content.pages[i].words.size(), here->content.pages[i].words.size());
  }
}

isolation::Asked AskProgram(HelperProgram program, ByteSpan document,
                            const isolation::ReadSettings& settings = {}) {
  auto process = isolation::HelperProcess::Start(isolation::PathOf(program, ProgramFolder()),
                                                 isolation::HelperMode::kOnce);
  if (!process.ok()) return {process.status()};
  return isolation::AskOnce(*process, document, {settings, {}});
}

TEST(HelperTest, EachProgramReadsWhatItIsForAndSaysWhatNeedsAnother) {
  const struct {
    const char* name;
    Bytes document;
    HelperProgram first;  // that reads it
  } kCases[] = {
      {"a picture", document::testing::EncodePng(CodePicture("PNG")), HelperProgram::kDecode},
      {"a fax", FaxPdf("FAX"), HelperProgram::kDecodePdf},
      {"words of a standard font", CodePdf("AD1:WORDS"), HelperProgram::kDecodePdf},
      {"words on a slant", CodePdf("AD1:WORDS", "BT /F1 9 Tf 1 0.3 0 1 9 9 Tm (X) Tj ET"),
       HelperProgram::kDecodePdf},
      {"a form that is not there", CodePdf("AD1:FORM", "/Gone Do"), HelperProgram::kDraw},
  };
  for (const auto& c : kCases) {
    for (const auto program :
         {HelperProgram::kDecode, HelperProgram::kDecodePdf, HelperProgram::kDraw}) {
      SCOPED_TRACE(std::string(c.name) + " by" + isolation::PathOf(program, " "));
      const auto asked = AskProgram(program, c.document);
      ASSERT_TRUE(asked.answer.ok()) << asked.answer.status();
      const bool reads = program >= c.first;
      EXPECT_EQ(asked.answer->needs_drawing, !reads);
      EXPECT_THAT(PayloadsOf(asked.answer->outcome), SizeIs(reads ? 1 : 0));
    }
  }
}

TEST(HelperTest, AScanGivesItsPixelsWithoutADrawing) {
  constexpr char kWholePage[] = "200 0 0 200 0 0";
  const struct {
    Bytes document;
    HelperProgram first;  // that can give them
  } kCases[] = {
      {document::testing::EncodePng(CodePicture("AD1:PICTURE")), HelperProgram::kDecode},
      {FaxPdf("AD1:SCAN", kWholePage), HelperProgram::kDecodePdf},
      {FaxPdf("AD1:SCAN", kWholePage, "BT /F1 10 Tf 5 5 Td (copy) Tj ET"), HelperProgram::kDraw},
  };
  for (const auto& c : kCases) {
    for (const auto program :
         {HelperProgram::kDecode, HelperProgram::kDecodePdf, HelperProgram::kDraw}) {
      const auto asked =
          AskProgram(program, c.document, {.rasters = isolation::Rasters::kPictures});
      ASSERT_TRUE(asked.answer.ok()) << asked.answer.status();
      EXPECT_EQ(asked.answer->needs_drawing, program < c.first);
      if (program < c.first) continue;
      ASSERT_THAT(asked.answer->outcome.content.pages, SizeIs(1));
      EXPECT_FALSE(asked.answer->outcome.content.pages[0].raster.empty());
    }
  }
}

TEST(HelperTest, OnePageIsDrawnByAHelperOfItsOwnOrByTheServerThatWaits) {
  const Bytes pdf = CodePdf("AD1:PIXELS");
  HelperReader reader;
  for (int i = 0; i < 3; ++i) {  // from the second on, a server has read it
    const auto read = reader.Read(pdf, {});
    ASSERT_TRUE(read.ok()) << read.status();
    const auto drawn = reader.ReadPixels(pdf, 1, {});
    ASSERT_TRUE(drawn) << i;
    EXPECT_EQ(drawn->number, 1);
    EXPECT_EQ(drawn->width, read->content.pages.at(0).width);
    EXPECT_FALSE(drawn->raster.empty());
    EXPECT_THAT(drawn->words, IsEmpty());
  }
  EXPECT_FALSE(reader.ReadPixels(pdf, 2, {}));
  EXPECT_FALSE(HelperReader().ReadPixels(AsBytes("no document"), 1, {}));
}

TEST(HelperTest, PreviewsAndDrawingsOfAPdfNeedTheProgramThatDraws) {
  const Bytes pdf = CodePdf("AD1:PREVIEW");
  for (const isolation::ReadSettings& settings :
       {isolation::ReadSettings{.previews = true},
        isolation::ReadSettings{.source = PageSource::kDrawing}}) {
    const auto without = AskProgram(HelperProgram::kDecodePdf, pdf, settings);
    ASSERT_TRUE(without.answer.ok()) << without.answer.status();
    EXPECT_TRUE(without.answer->needs_drawing);
    const auto with = AskProgram(HelperProgram::kDraw, pdf, settings);
    ASSERT_TRUE(with.answer.ok()) << with.answer.status();
    EXPECT_THAT(PayloadsOf(with.answer->outcome), SizeIs(1));
  }
}

TEST(HelperTest, ReadsWhatIsReadHere) {
  struct Case {
    const char* name;
    Bytes document;
  };
  const document::testing::TiffPage tiff{CodePicture("TIFF")};
  const Case cases[] = {
      {"pdf in parts", CodePdf("AD1:PARTS")},
      {"pdf to be drawn", CodePdf("AD1:DRAWN", kShading)},
      {"pdf of a fax", FaxPdf("AD1:FAX")},
      {"jpeg", document::testing::EncodeJpeg(CodePicture("JPEG"))},
      {"png", document::testing::EncodePng(CodePicture("PNG"))},
      {"webp", document::testing::EncodeWebp(InColours(CodePicture("WEBP")), true)},
      {"tiff", document::testing::EncodeTiff({tiff})},
      {"damaged pdf", ToBytes(AsBytes("%PDF-1.7 nothing"))},
      {"damaged png", ToBytes(AsBytes("\x89PNG\r\n\x1A\n nothing"))},
      {"scanner's text", ToBytes(AsBytes("AD1:TEXT"))},
      {"damaged gif", ToBytes(AsBytes("GIF89a\x01"))},
      {"unknown", ToBytes(AsBytes("\x01\x02"))},
      {"an archive", ToBytes(AsBytes("Rar!\x1A\x07"))},
  };
  for (const auto source : {PageSource::kParts, PageSource::kDrawing}) {
    HelperReader reader({.source = source});
    for (const Case& c : cases) {
      SCOPED_TRACE(c.name);
      const auto here = decode::MakeInProcessReader({.source = source})->Read(c.document, {});
      ExpectSame(HelperReader({.source = source}).Read(c.document, {}), here);
      ExpectSame(reader.Read(c.document, {}), here);
    }
  }
}

TEST(HelperTest, LettersThatAreNotEmbeddedAreDrawn) {
  if (sandbox::LandlockLevel() < sandbox::kMinLandlock)
    GTEST_SKIP() << "without Landlock no font file is read";
  const Bytes pdf = MakePdf({{"BT /F1 60 Tf 10 10 Td (MMM) Tj ET", "[0 0 200 80]"}});
  HelperReader reader({.source = PageSource::kDrawing, .previews = true});
  for (int i = 0; i < 2; ++i) {
    const auto read = reader.Read(pdf, {});
    ASSERT_TRUE(read.ok()) << read.status();
    ASSERT_THAT(read->previews, SizeIs(1));
    const Bytes& pixels = read->previews[0].image.pixels;
    EXPECT_GT(std::ranges::count_if(pixels, [](std::uint8_t p) { return p < 64; }), 1000);
  }
}

TEST(HelperTest, LimitsHoldInside) {
  Limits limits;
  limits.page_pixels = 100;
  HelperReader reader;
  for (int i = 0; i < 2; ++i)
    EXPECT_EQ(
        ReasonOf(reader.Read(document::testing::EncodePng(CodePicture("A")), limits).status()),
        Reason::kDocumentTooManyPixels);
}

#ifndef SCEAU_WEAK_SANDBOX_FOR_SANITIZERS_NEVER_SHIP
TEST(HelperTest, TooMuchMemoryHasItsReasonAndTheNextDocumentIsRead) {
  Limits limits;
  limits.decode_memory = std::size_t{64} << 20;
  const Bytes large = document::testing::EncodePng({14'000, 4'000, 1, Bytes(56'000'000, 255)});
  HelperReader reader;  // its first program reads pictures alone, its second everything
  for (int i = 0; i < 2; ++i) {
    const auto refused = reader.Read(large, limits);
    EXPECT_EQ(ReasonOf(refused.status()), Reason::kDocumentOutOfMemory) << refused.status();
    EXPECT_TRUE(reader.Read(CodePdf("NEXT"), {}).ok());
  }
}

// A page that takes minutes: each step fills it with the smallest of patterns.
Bytes SlowPdf() {
  std::string content = "/Pattern cs /P scn ";
  for (int i = 0; i < 2'000; ++i) content += "0 0 2000 2000 re f ";
  const std::string pattern = document::testing::MakeStream(
      "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep .01/YStep .01"
      "/Resources<<>>",
      "0 0 .5 .5 re f");
  return MakePdf({{content, "[0 0 2000 2000]", "", "/Pattern<</P 8 0 R>>"}}, "", {"", {pattern}});
}

TEST(HelperTest, TooMuchTimeHasItsReasonAndTheNextDocumentIsRead) {
  Limits limits;
  limits.decode_wall = std::chrono::milliseconds{700};
  HelperReader reader({.source = PageSource::kDrawing});
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(ReasonOf(reader.Read(SlowPdf(), limits).status()), Reason::kDocumentDeadline);
    const auto next = reader.Read(CodePdf("NEXT"), {});
    ASSERT_TRUE(next.ok()) << next.status();
    EXPECT_THAT(PayloadsOf(*next), ::testing::ElementsAre("NEXT"));
  }
}
#endif

TEST(HelperTest, AKilledServerCostsOneDocumentAtMost) {
  HelperReader reader;
  const Bytes pdf = CodePdf("AD1:X");
  EXPECT_TRUE(reader.Read(pdf, {}).ok());
  EXPECT_TRUE(reader.Read(pdf, {}).ok());
  for (const pid_t helper : HelperProcesses()) ::kill(helper, SIGKILL);
  // It may still have taken the document, and then it did not read it.
  const auto next = reader.Read(pdf, {});
  EXPECT_TRUE(next.ok() || ReasonOf(next.status()) == Reason::kDocumentReaderCrashed);
  EXPECT_TRUE(reader.Read(pdf, {}).ok());
}

TEST(HelperTest, ThreadsHaveServersOfTheirOwn) {
  HelperReader reader;
  const Bytes pdf = CodePdf("AD1:X");
  std::atomic<int> read = 0;
  {
    std::vector<std::jthread> threads;
    for (int t = 0; t < 3; ++t) {
      threads.emplace_back([&] {
        for (int i = 0; i < 5; ++i) read += reader.Read(pdf, {}).ok() ? 1 : 0;
      });
    }
  }
  EXPECT_EQ(read, 15);
  // The threads that started them are gone, and they are not.
  EXPECT_TRUE(reader.Read(pdf, {}).ok());
}

// Who may not raise it, as an ordinary user, keeps it.
TEST(HelperTest, ReadsUnderALimitOfItsHostThatIsLowerThanOurs) {
  const pid_t fork = ::fork();
  ASSERT_GE(fork, 0);
  if (fork == 0) {
    constexpr rlim_t kFew = 24;  // sandbox.cc allows 32 open files
    const rlimit limit{kFew, kFew};
    const bool has_read =
        ::setrlimit(RLIMIT_NOFILE, &limit) == 0 && HelperReader().Read(CodePdf("X"), {}).ok();
    ::_exit(has_read ? 0 : 1);
  }
  int status = -1;
  ASSERT_EQ(::waitpid(fork, &status, 0), fork);
  EXPECT_EQ(status, 0);
}

TEST(HelperTest, NothingIsLeftBehind) {
  {
    HelperReader reader;
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(reader.Read(CodePdf("X"), {}).ok());
  }
  EXPECT_THAT(HelperProcesses(), IsEmpty());
}

Limits OnASlowMachine() {
  Limits limits;
  limits.frame_time = std::chrono::seconds{15};
  return limits;
}

TEST(FrameReaderTest, FindsSymbolsInPictures) {
  isolation::HelperFrameReader reader(OnASlowMachine());
  const PageImage code = CodeImage("AD1:CAMERA");
  const PageImage grey{64, 64, Bytes(64 * 64, 128)};
  for (int i = 0; i < 3; ++i) {
    const auto page = reader.ReadFrame(View(code));
    ASSERT_TRUE(page.ok()) << page.status();
    ASSERT_THAT(page->symbols, SizeIs(1));
    EXPECT_EQ(AsText(page->symbols.front().payload), "AD1:CAMERA");
    EXPECT_EQ(page->raster.image.pixels, code.pixels);
    const auto none = reader.ReadFrame(View(grey));
    ASSERT_TRUE(none.ok()) << none.status();
    EXPECT_THAT(none->symbols, IsEmpty());
    EXPECT_TRUE(none->raster.empty());
  }
}

TEST(FrameReaderTest, AKilledWorkerCostsOnePicture) {
  isolation::HelperFrameReader reader(OnASlowMachine());
  const PageImage code = CodeImage("AD1:CAMERA");
  EXPECT_TRUE(reader.ReadFrame(View(code)).ok());
  for (const pid_t helper : HelperProcesses()) ::kill(helper, SIGKILL);
  EXPECT_EQ(ReasonOf(reader.ReadFrame(View(code)).status()), Reason::kDocumentReaderCrashed);
  EXPECT_TRUE(reader.ReadFrame(View(code)).ok());
}

// In KiB, of all its life.
long MostMemoryOf(pid_t process) {
  std::ifstream status("/proc/" + std::to_string(process) + "/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) return std::stol(line.substr(6));
  }
  ADD_FAILURE() << "no process " << process;
  return 0;
}

// What stays touched no byte of the picture: what did is gone.
TEST(FrameReaderTest, WhatReadsAPictureReadsNoOther) {
  isolation::HelperFrameReader reader(OnASlowMachine());
  ASSERT_TRUE(reader.ReadFrame(View(PageImage{64, 64, Bytes(64 * 64, 128)})).ok());
  const std::vector<pid_t> server = HelperProcesses();
  ASSERT_THAT(server, SizeIs(1));
  const long before = MostMemoryOf(server[0]);
  const PageImage large{6'000, 6'000, Bytes(36'000'000, 255)};
  ASSERT_TRUE(reader.ReadFrame(View(large)).ok());
  EXPECT_EQ(HelperProcesses(), server);
  EXPECT_LT(MostMemoryOf(server[0]), before + 8 * 1024);
}

TEST(FrameReaderTest, TheServerIsStartedAnewFromTimeToTime) {
  isolation::HelperFrameReader reader(OnASlowMachine());
  const PageImage small{1, 1, Bytes(1, 128)};
  ASSERT_TRUE(reader.ReadFrame(View(small)).ok());
  const std::vector<pid_t> first = HelperProcesses();
  for (int i = 1; i < 500; ++i) ASSERT_TRUE(reader.ReadFrame(View(small)).ok()) << i;
  ASSERT_TRUE(reader.ReadFrame(View(small)).ok());
  EXPECT_NE(HelperProcesses(), first);
}

}  // namespace
}  // namespace sceau::helper
