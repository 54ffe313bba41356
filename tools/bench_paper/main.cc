// SPDX-License-Identifier: Apache-2.0
// sceau-bench-paper FONT…: holds captures against the pages that they should show and prints what
// was said of each, for tools/bench/paper.py. FONT is a file for each face. Each line of the
// standard input names one comparison:
//   PAGE.pgm PAGE.words CAPTURE.pgm x0 y0 x1 y1 x2 y2 x3 y3
// and each line of the output answers one:
//   CAPTURE.pgm cpu_ms page_result registered_share places text_added, then for each fact
//   result:why:word:expected:seen
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H
#include <time.h>

#include <cmath>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "capture/judge_page.h"

namespace sceau::capture {
namespace {

class FreeTypeDrawer : public LetterDrawer {
 public:
  explicit FreeTypeDrawer(const std::vector<std::string>& fonts) {
    if (FT_Init_FreeType(&library_) != 0) throw std::runtime_error("FreeType does not start");
    for (const std::string& font : fonts) {
      faces_.emplace_back();
      if (FT_New_Face(library_, font.c_str(), 0, &faces_.back()) != 0)
        throw std::runtime_error("no font: " + font);
    }
  }
  FreeTypeDrawer(const FreeTypeDrawer&) = delete;
  FreeTypeDrawer& operator=(const FreeTypeDrawer&) = delete;
  ~FreeTypeDrawer() override { FT_Done_FreeType(library_); }

  bool Draw(int face, float points, char32_t letter, float phase_x, float phase_y,
            LetterInk* ink) override {
    if (face < 0 || static_cast<std::size_t>(face) >= faces_.size()) return false;
    FT_Face font = faces_[static_cast<std::size_t>(face)];
    if (FT_Set_Char_Size(font, 0, std::lround(points * 64), kPageDpi, kPageDpi) != 0) return false;
    const FT_UInt glyph = FT_Get_Char_Index(font, letter);
    if (glyph == 0 || FT_Load_Glyph(font, glyph, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP) != 0)
      return false;
    FT_Outline_Translate(&font->glyph->outline, std::lround(phase_x * 64),
                         -std::lround(phase_y * 64));
    if (FT_Render_Glyph(font->glyph, FT_RENDER_MODE_NORMAL) != 0) return false;
    const FT_Bitmap& bitmap = font->glyph->bitmap;
    ink->width = static_cast<int>(bitmap.width);
    ink->height = static_cast<int>(bitmap.rows);
    ink->left = font->glyph->bitmap_left;
    ink->top = -font->glyph->bitmap_top;
    ink->advance = static_cast<float>(font->glyph->linearHoriAdvance) / 65536;
    ink->coverage.clear();
    for (unsigned y = 0; y < bitmap.rows; ++y) {
      const unsigned char* row = bitmap.buffer + static_cast<std::ptrdiff_t>(y) * bitmap.pitch;
      ink->coverage.insert(ink->coverage.end(), row, row + bitmap.width);
    }
    return true;
  }

 private:
  FT_Library library_ = nullptr;
  std::vector<FT_Face> faces_;
};

PageImage ReadPgm(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string magic;
  PageImage image;
  int depth = 0;
  file >> magic >> image.width >> image.height >> depth;
  file.get();
  if (!file || magic != "P5" || depth != 255 || image.width < 1 || image.height < 1)
    throw std::runtime_error("no PGM: " + path);
  image.pixels.resize(static_cast<std::size_t>(image.width) *
                      static_cast<std::size_t>(image.height));
  file.read(reinterpret_cast<char*>(image.pixels.data()),
            static_cast<std::streamsize>(image.pixels.size()));
  if (!file) throw std::runtime_error("cut: " + path);
  return image;
}

// Lines of `code x y x y x y x y` and `word fact face points baseline left top right bottom count`,
// then for each letter its number, x and y.
void ReadWords(const std::string& path, ExpectedPage& page) {
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    std::istringstream fields(line);
    std::string kind;
    fields >> kind;
    if (kind == "code") {
      for (Point& p : page.code) fields >> p.x >> p.y;
    } else {
      ExpectedWord word;
      std::size_t count = 0;
      fields >> word.fact >> word.face >> word.points >> word.baseline >> word.left >> word.top >>
          word.right >> word.bottom >> count;
      for (std::size_t i = 0; i < count && fields; ++i) {
        std::uint32_t number = 0;
        ExpectedLetter letter;
        fields >> number >> letter.x >> letter.y;
        letter.letter = number;
        word.letters.push_back(letter);
      }
      page.fact_count = std::max(page.fact_count, word.fact + 1);
      page.words.push_back(word);
    }
    if (!fields) throw std::runtime_error("bad line in " + path + ": " + line);
  }
}

ExpectedPage ReadExpected(const std::string& picture, const std::string& words) {
  const PageImage image = ReadPgm(picture);
  if (image.width != kPageWidth || image.height != kPageHeight)
    throw std::runtime_error("not A4 at 200 dpi: " + picture);
  ExpectedPage page;
  page.ink.assign(image.pixels.begin(), image.pixels.end());
  for (std::uint8_t& v : page.ink) v = static_cast<std::uint8_t>(255 - v);
  ReadWords(words, page);
  return page;
}

double CpuMilliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

void Answer(const std::string& request, LetterDrawer& drawer) {
  std::istringstream fields(request);
  std::string picture;
  std::string words;
  std::string capture;
  Corners code;
  fields >> picture >> words >> capture;
  for (Point& p : code) fields >> p.x >> p.y;
  if (!fields) throw std::runtime_error("bad request: " + request);
  const ExpectedPage page = ReadExpected(picture, words);
  const PageImage image = ReadPgm(capture);
  const double before = CpuMilliseconds();
  const PageJudgement judgement = JudgePage(page, drawer, View(image), code);
  std::cout << capture << ' ' << CpuMilliseconds() - before << ' '
            << static_cast<int>(judgement.result) << ' ' << judgement.registered_share << ' '
            << judgement.registered_places << ' ' << judgement.text_added;
  for (const FactJudgement& fact : judgement.facts) {
    std::cout << ' ' << static_cast<int>(fact.result) << ':' << static_cast<int>(fact.why) << ':'
              << fact.word << ':' << static_cast<std::uint32_t>(fact.expected) << ':'
              << static_cast<std::uint32_t>(fact.seen);
  }
  std::cout << std::endl;
}

}  // namespace
}  // namespace sceau::capture

int main(int argc, char** argv) try {
  sceau::capture::FreeTypeDrawer drawer(std::vector<std::string>(argv + 1, argv + argc));
  for (std::string line; std::getline(std::cin, line);) sceau::capture::Answer(line, drawer);
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "sceau-bench-paper: error: %s\n", error.what());
  return 2;
}
