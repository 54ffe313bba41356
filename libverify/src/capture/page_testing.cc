// SPDX-License-Identifier: Apache-2.0
#include "capture/page_testing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>

#include "capture/blur.h"
#include "capture/plane.h"

namespace sceau::capture {
namespace {

using Shape = std::array<std::string_view, 7>;

const std::map<char32_t, Shape>& Shapes() {
  static const std::map<char32_t, Shape> shapes{
      {U'A', {".###.", "#...#", "#...#", "#####", "#...#", "#...#", "#...#"}},
      {U'B', {"####.", "#...#", "#...#", "####.", "#...#", "#...#", "####."}},
      {U'C', {".###.", "#...#", "#....", "#....", "#....", "#...#", ".###."}},
      {U'D', {"####.", "#...#", "#...#", "#...#", "#...#", "#...#", "####."}},
      {U'E', {"#####", "#....", "#....", "###..", "#....", "#....", "#####"}},
      {U'F', {"#####", "#....", "#....", "###..", "#....", "#....", "#...."}},
      {U'G', {".###.", "#....", "#....", "#.###", "#...#", "#...#", ".###."}},
      {U'H', {"#...#", "#...#", "#...#", "#####", "#...#", "#...#", "#...#"}},
      {U'I', {".###.", "..#..", "..#..", "..#..", "..#..", "..#..", ".###."}},
      {U'L', {"#....", "#....", "#....", "#....", "#....", "#....", "#####"}},
      {U'M', {"#...#", "##.##", "#.#.#", "#.#.#", "#...#", "#...#", "#...#"}},
      {U'N', {"#...#", "##..#", "#.#.#", "#.#.#", "#..##", "#...#", "#...#"}},
      {U'O', {".###.", "#...#", "#...#", "#...#", "#...#", "#...#", ".###."}},
      {U'P', {"####.", "#...#", "#...#", "####.", "#....", "#....", "#...."}},
      {U'R', {"####.", "#...#", "#...#", "####.", "#.#..", "#..#.", "#...#"}},
      {U'S', {".####", "#....", "#....", ".###.", "....#", "....#", "####."}},
      {U'T', {"#####", "..#..", "..#..", "..#..", "..#..", "..#..", "..#.."}},
      {U'U', {"#...#", "#...#", "#...#", "#...#", "#...#", "#...#", ".###."}},
      {U'V', {"#...#", "#...#", "#...#", "#...#", ".#.#.", ".#.#.", "..#.."}},
      {U'Z', {"#####", "....#", "...#.", "..#..", ".#...", "#....", "#####"}},
      {U'0', {".###.", "#...#", "#..##", "#.#.#", "##..#", "#...#", ".###."}},
      {U'1', {"..#..", ".##..", "..#..", "..#..", "..#..", "..#..", ".###."}},
      {U'2', {".###.", "#...#", "....#", "..##.", ".#...", "#....", "#####"}},
      {U'3', {"####.", "....#", "....#", ".###.", "....#", "....#", "####."}},
      {U'4', {"...#.", "..##.", ".#.#.", "#..#.", "#####", "...#.", "...#."}},
      {U'5', {"#####", "#....", "####.", "....#", "....#", "#...#", ".###."}},
      {U'6', {"..##.", ".#...", "#....", "####.", "#...#", "#...#", ".###."}},
      {U'7', {"#####", "....#", "...#.", "..#..", "..#..", ".#...", ".#..."}},
      {U'8', {".###.", "#...#", "#...#", ".###.", "#...#", "#...#", ".###."}},
      {U'9', {".###.", "#...#", "#...#", ".####", "....#", "...#.", ".##.."}},
      {U'J', {"..###", "...#.", "...#.", "...#.", "...#.", "#..#.", ".##.."}},
      {U'Q', {".###.", "#...#", "#...#", "#...#", "#.#.#", "#..#.", ".##.#"}},
      {U'X', {"#...#", "#...#", ".#.#.", "..#..", ".#.#.", "#...#", "#...#"}},
      {U'i', {"..#..", ".....", ".##..", "..#..", "..#..", "..#..", ".###."}},
      {U'-', {".....", ".....", ".....", ".###.", ".....", ".....", "....."}},
      {U' ', {".....", ".....", ".....", ".....", ".....", ".....", "....."}}};
  return shapes;
}

constexpr float kSquareOfEm = 0.105F;
float SquareSize(float points) { return points * kPixelsPerPoint * kSquareOfEm; }
float AdvanceOf(float points) { return 6 * SquareSize(points); }

// How much of pixel `at` lies in [from, to).
float Overlap(int at, float from, float to) {
  return std::clamp(
      std::min(to, static_cast<float>(at + 1)) - std::max(from, static_cast<float>(at)), 0.0F,
      1.0F);
}

// Calls `add` with each pixel that the letter covers, and by how much. Squares that touch leave no
// seam.
template <typename Add>
void Cover(const Shape& shape, float points, float x, float y, Add add) {
  const float size = SquareSize(points);
  for (int row = 0; row < 7; ++row) {
    for (int column = 0; column < 5; ++column) {
      if (shape[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)] != '#') continue;
      const float left = x + static_cast<float>(column) * size;
      const float top = y - static_cast<float>(7 - row) * size;
      for (int py = static_cast<int>(std::floor(top)); static_cast<float>(py) < top + size; ++py) {
        for (int px = static_cast<int>(std::floor(left)); static_cast<float>(px) < left + size;
             ++px) {
          add(px, py, Overlap(px, left, left + size) * Overlap(py, top, top + size));
        }
      }
    }
  }
}

std::uint32_t Next(std::uint32_t& state) {
  state = state * 1664525U + 1013904223U;
  return state >> 16U;
}

class PageMaker {
 public:
  PageMaker() { page_.ink.assign(static_cast<std::size_t>(kPageWidth) * kPageHeight, 0); }

  void Text(float x, float baseline, std::string_view text, float points, int fact) {
    while (!text.empty()) {
      const std::string_view word = text.substr(0, text.find(' '));
      if (!word.empty()) x = Word(x, baseline, word, points, fact);
      x += AdvanceOf(points);
      text.remove_prefix(std::min(text.size(), word.size() + 1));
    }
  }

  void Code(int left, int top) {
    constexpr int kModules = 33;
    constexpr int kModule = 8;
    std::uint32_t state = 17;
    for (int row = 0; row < kModules; ++row) {
      for (int column = 0; column < kModules; ++column) {
        if (Next(state) % 2 == 0 && row > 0 && column > 0) continue;
        for (int y = 0; y < kModule; ++y) {
          for (int x = 0; x < kModule; ++x)
            Ink(left + column * kModule + x, top + row * kModule + y, 1);
        }
      }
    }
    const double l = left;
    const double t = top;
    const double side = kModules * kModule;
    page_.code = {{{l, t}, {l + side, t}, {l + side, t + side}, {l, t + side}}};
  }

  ExpectedPage Take() { return std::move(page_); }

 private:
  float Word(float x, float baseline, std::string_view text, float points, int fact) {
    ExpectedWord word;
    word.left = x;
    word.baseline = baseline;
    word.top = baseline - 7 * SquareSize(points);
    word.bottom = baseline + 2 * SquareSize(points);
    word.points = points;
    word.face = 0;
    word.fact = fact;
    for (const char c : text) {
      const auto letter = static_cast<char32_t>(c);
      word.letters.push_back({letter, x, baseline});
      Cover(Shapes().at(letter), points, x, baseline,
            [this](int px, int py, float cover) { Ink(px, py, cover); });
      x += AdvanceOf(points);
    }
    word.right = x;
    page_.words.push_back(std::move(word));
    page_.fact_count = std::max(page_.fact_count, fact + 1);
    return x;
  }

  void Ink(int x, int y, float cover) {
    std::uint8_t& ink =
        page_.ink[static_cast<std::size_t>(y) * kPageWidth + static_cast<std::size_t>(x)];
    ink = static_cast<std::uint8_t>(std::min(230.0F, static_cast<float>(ink) + 230 * cover));
  }

  ExpectedPage page_;
};

void AddFrame(PageMaker& maker) {
  maker.Code(200, 1900);
  const std::array<std::string_view, 6> lines{
      "COMMENT VERIFIER CE DOCUMENT",     "LE CODE CONTIENT LES DONNEES DU DOCUMENT",
      "SIGNEES PAR LE SERVICE EMETTEUR",  "UN DOCUMENT DIFFERENT EST REFUSE",
      "LES DONNEES RESTENT SUR CE POSTE", "AUCUNE LIAISON EST UTILISEE"};
  float y = 1930;
  for (const std::string_view line : lines) maker.Text(520, y += 42, line, 9, kFixedText);
}

double Bend(double y) { return std::sin(3.141592653589793 * y / kPageHeight); }

}  // namespace

bool SquareLetters::Draw(int /*face*/, float points, char32_t letter, float phase_x, float phase_y,
                         LetterInk* ink) {
  const auto shape = Shapes().find(letter);
  if (shape == Shapes().end()) return false;
  const int up = static_cast<int>(7 * SquareSize(points)) + 2;
  ink->left = 0;
  ink->top = -up;
  ink->width = static_cast<int>(AdvanceOf(points)) + 2;
  ink->height = up + 2;
  ink->advance = AdvanceOf(points);
  Plane<float> cover(ink->width, ink->height);
  Cover(shape->second, points, phase_x, phase_y,
        [&](int x, int y, float share) { cover.At(x, y + up) += share; });
  ink->coverage.clear();
  for (const float v : cover.values())
    ink->coverage.push_back(static_cast<std::uint8_t>(std::min(255.0F, 255 * v)));
  return true;
}

ExpectedPage MakePage(const PageValues& values) {
  PageMaker maker;
  maker.Text(180, 220, "ATTESTATION DE DROITS", 20, kFixedText);
  maker.Text(180, 290, "CE DOCUMENT EST EMIS PAR LE SERVICE DES DROITS", 10, kFixedText);
  const std::array<std::string_view, 6> labels{"NOM DE NAISSANCE", "PRENOMS DU TITULAIRE",
                                               "NAISSANCE LE",     "NUMERO DU TITULAIRE",
                                               "VALABLE AU",       "SERVICE EMETTEUR"};
  float y = 380;
  for (std::size_t i = 0; i < labels.size(); ++i, y += 60) {
    maker.Text(180, y, labels[i], 9.5F, kFixedText);
    maker.Text(760, y, values[i], 10.5F, static_cast<int>(i));
  }
  const std::array<std::string_view, 10> lines{
      "LES DROITS SONT OUVERTS POUR LES SOINS DU TITULAIRE",
      "SUR TOUT LE TERRITOIRE DE LA REGION INDIQUEE",
      "LE TITULAIRE REMET CE DOCUMENT AU PROFESSIONNEL",
      "AVANT LES SOINS OU LA DELIVRANCE DES PRODUITS",
      "EN CAS DE PERTE UN AUTRE DOCUMENT EST EMIS",
      "LA DATE DE FIN EST CELLE DES DROITS SIGNES",
      "TOUTE MODIFICATION DES DONNEES EST INTERDITE",
      "LE SERVICE RESTE SEUL GARANT DES DONNEES",
      "UN RECOURS EST POSSIBLE DANS LES DEUX MOIS",
      "LA PRESENTE EST REMISE POUR SERVIR CE DROIT"};
  y = 820;
  for (const std::string_view line : lines) maker.Text(180, y += 62, line, 10, kFixedText);
  AddFrame(maker);
  return maker.Take();
}

ExpectedPage MakeLetter() {
  PageMaker maker;
  const std::array<std::string_view, 6> lines{"MONSIEUR",
                                              "NOUS AVONS LU VOTRE LETTRE DU PRINTEMPS",
                                              "ET VOUS DONNONS RAISON POUR LE RESTE",
                                              "RIEN NE CHANGE AUTREMENT",
                                              "BIEN A VOUS",
                                              "LA DIRECTION GENERALE"};
  float y = 300;
  for (const std::string_view line : lines) maker.Text(240, y += 130, line, 14, kFixedText);
  AddFrame(maker);
  return maker.Take();
}

const ExpectedWord& FirstWordOf(const ExpectedPage& page, int fact) {
  return *std::ranges::find(page.words, fact, &ExpectedWord::fact);
}

MadeCapture Capture(const ExpectedPage& page, const Camera& camera) {
  const double turn = camera.degrees * 3.141592653589793 / 180;
  const double cosine = std::cos(turn) * camera.scale;
  const double sine = std::sin(turn) * camera.scale;
  const double middle_x = 0.5 * kPageWidth;
  const double middle_y = 0.5 * kPageHeight;
  MadeCapture made;
  made.image.width = static_cast<int>(kPageWidth * camera.scale * 1.06);
  made.image.height = static_cast<int>((kPageHeight - camera.lift) * camera.scale * 1.06);
  const double out_x = 0.5 * made.image.width;
  const double out_y = 0.5 * made.image.height - 0.5 * camera.lift * camera.scale;
  const auto to_capture = [&](double x, double y) {
    const double w = 1 + camera.tilt * (y - middle_y) / kPageHeight;
    x = (x - middle_x + camera.bend * Bend(y)) / w;
    y = (y - middle_y) / w;
    return Point{out_x + cosine * x - sine * y, out_y + sine * x + cosine * y};
  };
  const auto to_page = [&](double u, double v) {
    const double x = (cosine * (u - out_x) + sine * (v - out_y)) / (camera.scale * camera.scale);
    const double y = (cosine * (v - out_y) - sine * (u - out_x)) / (camera.scale * camera.scale);
    const double w = 1 / (1 - camera.tilt * y / kPageHeight);
    const double page_y = y * w + middle_y;
    return Point{x * w + middle_x - camera.bend * Bend(page_y), page_y};
  };
  Plane<float> light(made.image.width, made.image.height, 200.0F);
  for (int v = 0; v < light.height(); ++v) {
    for (int u = 0; u < light.width(); ++u) {
      const Point p = to_page(u + 0.5, v + 0.5);
      const int x = static_cast<int>(std::floor(p.x - 0.5));
      const int y = static_cast<int>(std::floor(p.y - 0.5));
      if (x < 0 || y < 0 || x + 1 >= kPageWidth || y + 1 >= kPageHeight) continue;
      const float a = static_cast<float>(p.x - 0.5 - x);
      const float b = static_cast<float>(p.y - 0.5 - y);
      const std::uint8_t* top = page.ink.data() + static_cast<std::ptrdiff_t>(y) * kPageWidth + x;
      const std::uint8_t* bottom = top + kPageWidth;
      const float ink =
          (1 - b) * ((1 - a) * top[0] + a * top[1]) + b * ((1 - a) * bottom[0] + a * bottom[1]);
      light.At(u, v) = 235 * (1 - 0.9F * ink / 255);
    }
  }
  light = GaussianBlur(light, camera.blur);
  std::uint32_t state = 5;
  for (int v = 0; v < light.height(); ++v) {
    for (int u = 0; u < light.width(); ++u) {
      const float shade = static_cast<float>(1 - camera.shade * u / light.width());
      const float noise = camera.noise * (static_cast<float>(Next(state) % 1000) / 500 - 1);
      made.image.pixels.push_back(
          static_cast<std::uint8_t>(std::clamp(light.At(u, v) * shade + noise, 0.0F, 255.0F)));
    }
  }
  for (std::size_t i = 0; i < 4; ++i) made.code[i] = to_capture(page.code[i].x, page.code[i].y);
  return made;
}

void Paint(ExpectedPage& page, float left, float top, float right, float bottom,
           const std::function<void(int x, int y, std::uint8_t& ink)>& paint) {
  for (int y = std::max(0, static_cast<int>(top));
       y < std::min(kPageHeight, static_cast<int>(bottom)); ++y) {
    for (int x = std::max(0, static_cast<int>(left));
         x < std::min(kPageWidth, static_cast<int>(right)); ++x) {
      paint(x, y, page.ink[static_cast<std::size_t>(y) * kPageWidth + static_cast<std::size_t>(x)]);
    }
  }
}

}  // namespace sceau::capture
