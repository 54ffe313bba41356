// SPDX-License-Identifier: Apache-2.0
// Issuing draws what verifying expects: a page by this room, read by Poppler, against the page that
// the room layout draws from the same claims.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poppler-document.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "barcode/write/qr_code.h"
#include "base/text.h"
#include "issue/layout.h"
#include "layout/attestation_testing.h"
#include "layout/code_size.h"
#include "layout/expect_page.h"
#include "layout/lay_out.h"

namespace sceau::issue {
namespace {

using capture::ExpectedWord;
using layout::ExpectedDrawing;

barcode::Modules QrCodeOf(const std::string& text) { return *barcode::WriteQrCode(AsBytes(text)); }

ExpectedDrawing Expect(const Attestation& attestation, const barcode::Modules& code) {
  const layout::Fonts fonts = *layout::Fonts::Open();
  const auto drawing = layout::LayOut(attestation, code.size, fonts);
  const std::vector<std::uint8_t> dark(code.dark.begin(), code.dark.end());
  return *layout::ExpectPage(*drawing, fonts, dark);
}

class DrawnPdf {
 public:
  DrawnPdf(const Attestation& attestation, const barcode::Modules& code)
      : bytes_(*DrawAttestationPdf(attestation, code)),
        document_(
            poppler::document::load_from_raw_data(bytes_.data(), static_cast<int>(bytes_.size()))),
        page_(document_->create_page(0)) {}

  // The ink of each page pixel. Poppler puts letters on whole pixels: it draws three times as fine.
  std::vector<double> Ink() const {
    poppler::page_renderer renderer;
    renderer.set_image_format(poppler::image::format_gray8);
    renderer.set_render_hint(poppler::page_renderer::antialiasing);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
    const poppler::image image =
        renderer.render_page(page_.get(), kFiner * capture::kPageDpi, kFiner * capture::kPageDpi);
    std::vector<double> ink(static_cast<std::size_t>(capture::kPageWidth) * capture::kPageHeight);
    for (int y = 0; y < std::min(image.height(), kFiner * capture::kPageHeight); ++y) {
      const char* row = image.const_data() + std::ptrdiff_t{y} * image.bytes_per_row();
      double* line = ink.data() + std::ptrdiff_t{y / kFiner} * capture::kPageWidth;
      for (int x = 0; x < std::min(image.width(), kFiner * capture::kPageWidth); ++x)
        line[x / kFiner] += (255 - static_cast<unsigned char>(row[x])) / double{kFiner * kFiner};
    }
    return ink;
  }

  // Each character that is not a space with the left edge of its advance, in page pixels.
  std::vector<capture::ExpectedLetter> Letters() const {
    std::vector<capture::ExpectedLetter> letters;
    for (const poppler::text_box& box : page_->text_list()) {
      const auto utf8 = box.text().to_utf8();
      const std::u32string characters = *DecodeUtf8({utf8.data(), utf8.size()});
      for (std::size_t i = 0; i < characters.size(); ++i) {
        const poppler::rectf place = box.char_bbox(i);
        letters.push_back({characters[i], Pixels(place.left()), Pixels(place.bottom())});
      }
    }
    return letters;
  }

 private:
  static constexpr int kFiner = 3;
  static float Pixels(double points) {
    return static_cast<float>(points) * capture::kPixelsPerPoint;
  }

  std::string bytes_;
  std::unique_ptr<poppler::document> document_;
  std::unique_ptr<poppler::page> page_;
};

struct Sample {
  std::string name;
  Attestation attestation;
  std::string seal;
};

std::vector<Sample> Samples() {
  Attestation accents = layout::OnePerson();
  accents.fund.name = "Caisse primaire de l’Île-de-France – AVENIR, P. Yvelines";
  accents.holder.birth_name = "VAN DEN WYNGAERT-TAŸEB D’AVOUT";
  accents.holder.given_names = "Anne-Sophie Élodie Œnone fi fl ffi Væ ÇÀ Łukasz To";
  return {{"one person", layout::OnePerson(), std::string(400, 'A')},
          {"two children", layout::TwoChildren(), std::string(480, 'B')},
          {"many", layout::ManyRightsAndDependants(), std::string(1300, 'C')},
          {"accents", accents, std::string(600, 'D')}};
}

// A verifier knows the size of the code from the text that it read.
TEST(ExpectedPageTest, TheCodeHasTheSizeThatItsTextSays) {
  for (std::size_t characters = 1; characters <= 3391; characters += characters < 400 ? 1 : 53) {
    EXPECT_EQ(QrCodeOf(std::string(characters, 'Z')).size, layout::CodeModules(characters))
        << characters;
  }
}

// Poppler's rasteriser makes edges lighter. Letters that are all 0.3 pixels away differ by a fifth
// of the ink.
TEST(ExpectedPageTest, PopplerDrawsThePageThatIsExpected) {
  for (const Sample& sample : {Samples().front(), Samples().back()}) {
    SCOPED_TRACE(sample.name);
    const barcode::Modules code = QrCodeOf(sample.seal);
    const ExpectedDrawing expected = Expect(sample.attestation, code);
    const std::vector<double> drawn = DrawnPdf(sample.attestation, code).Ink();
    double difference = 0;
    double ink = 0;
    for (std::size_t i = 0; i < drawn.size(); ++i) {
      difference += std::abs(drawn[i] - expected.page.ink[i]);
      ink += drawn[i];
    }
    EXPECT_LT(difference / ink, 0.1) << "of the page's ink";
  }
}

TEST(ExpectedPageTest, EachLetterStandsWhereItIsExpected) {
  constexpr float kTolerance = 0.3F;
  for (const Sample& sample : Samples()) {
    SCOPED_TRACE(sample.name);
    const barcode::Modules code = QrCodeOf(sample.seal);
    std::vector<capture::ExpectedLetter> drawn = DrawnPdf(sample.attestation, code).Letters();
    std::size_t count = 0;
    for (const ExpectedWord& word : Expect(sample.attestation, code).page.words) {
      for (const capture::ExpectedLetter& letter : word.letters) {
        ++count;
        EXPECT_TRUE(std::ranges::any_of(drawn,
                                        [&](const capture::ExpectedLetter& other) {
                                          return other.letter == letter.letter &&
                                                 std::abs(other.x - letter.x) < kTolerance &&
                                                 std::abs(other.y - word.bottom) <
                                                     0.3F * (word.bottom - word.top);
                                        }))
            << EncodeUtf8(std::u32string_view(&letter.letter, 1)) << " at " << letter.x << ", "
            << letter.y;
      }
    }
    EXPECT_EQ(count, drawn.size()) << "the page has other letters";
  }
}

}  // namespace
}  // namespace sceau::issue
