// SPDX-License-Identifier: Apache-2.0
#include "capture/words.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "capture/blur.h"
#include "capture/match.h"

namespace sceau::capture {
namespace {

constexpr int kNear = 4;
constexpr int kFar = 14;

// Softened a little, so that half a pixel more or less counts for little.
Plane<std::int16_t> SoftPiece(const ExpectedPage& expected, PixelBox box) {
  Plane<float> ink(box.width(), box.height());
  for (int y = 0; y < ink.height(); ++y) {
    const std::uint8_t* row =
        expected.ink.data() + static_cast<std::ptrdiff_t>(box.top + y) * kPageWidth + box.left;
    std::copy_n(row, ink.width(), ink.Row(y));
  }
  const Plane<float> soft = GaussianBlur(ink, 1);
  Plane<std::uint8_t> bytes(box.width(), box.height());
  std::transform(soft.values().begin(), soft.values().end(), bytes.values().begin(),
                 [](float v) { return RoundedByte(v); });
  return PieceOf(bytes, {0, 0, box.width(), box.height()});
}

struct Found {
  int dx = 0;
  int dy = 0;
  float score = 0;
  bool at_edge = true;
};

// Looks for a piece of the word within `radius` of a shift. Nothing when that leads out of the
// page.
std::optional<Found> Look(const Plane<std::int16_t>& piece, const Plane<std::uint8_t>& page,
                          PixelBox box, int dx, int dy, int radius) {
  const PixelBox area{box.left + dx - radius, box.top + dy - radius, box.right + dx + radius,
                      box.bottom + dy + radius};
  if (area.left < 0 || area.top < 0 || area.right > page.width() || area.bottom > page.height())
    return std::nullopt;
  Plane<std::uint8_t> patch(area.width(), area.height());
  for (int y = 0; y < patch.height(); ++y)
    std::copy_n(page.Row(area.top + y) + area.left, patch.width(), patch.Row(y));
  const Match match = FindPiece(piece, patch, radius);
  return Found{dx + static_cast<int>(std::lround(match.dx)),
               dy + static_cast<int>(std::lround(match.dy)), match.score, match.at_edge};
}

bool InPicture(const Plane<std::uint8_t>& page, PixelBox box) {
  constexpr int kMargin = 4;
  if (box.width() < 3 || box.height() < 3 || box.left < kWordReach || box.top < kWordReach ||
      box.right > page.width() - kWordReach || box.bottom > page.height() - kWordReach) {
    return false;
  }
  for (int y = box.top - kMargin; y < box.bottom + kMargin; ++y) {
    const std::uint8_t* row = page.Row(y);
    if (std::find(row + box.left - kMargin, row + box.right + kMargin, kOutside) !=
        row + box.right + kMargin)
      return false;
  }
  return true;
}

// The value that half of the weight lies below.
float WeightedMedian(std::vector<std::pair<float, float>> values) {
  std::sort(values.begin(), values.end());
  float total = 0;
  for (const auto& [value, weight] : values) total += weight;
  float sum = 0;
  for (const auto& [value, weight] : values) {
    sum += weight;
    if (sum >= total / 2) return value;
  }
  return values.empty() ? 0 : values.back().first;
}

// Asks the words round each word.
class Neighbours {
 public:
  Neighbours(const ExpectedPage& expected, const Plane<std::uint8_t>& page,
             std::vector<SeenWord>& words, const std::vector<Found>& own)
      : expected_(expected), page_(page), words_(words), own_(own) {}

  void Ask(std::size_t index) {
    SeenWord& word = words_[index];
    const std::vector<Neighbour> near = Nearest(index);
    if (near.size() < 3) return;
    std::vector<std::pair<float, float>> dx;
    std::vector<std::pair<float, float>> dy;
    for (const Neighbour& n : near) {
      const float weight = Quality(n.index) / (1 + n.distance / 60);
      dx.emplace_back(static_cast<float>(own_[n.index].dx), weight);
      dy.emplace_back(static_cast<float>(own_[n.index].dy), weight);
    }
    const float x = WeightedMedian(dx);
    const float y = WeightedMedian(dy);
    std::vector<float> off;
    for (const Neighbour& n : near) {
      off.push_back(Off(n.index, x, y));
      word.support += off.back() <= 2 && own_[n.index].score > 0.65F && n.distance < 230 ? 1 : 0;
    }
    std::sort(off.begin(), off.end());
    word.spread = off.size() % 2 == 1 ? off[off.size() / 2]
                                      : 0.5F * (off[off.size() / 2 - 1] + off[off.size() / 2]);
    word.bend = off[off.size() - 2] + std::max(std::abs(x), std::abs(y));
    word.column = Column(index, x, y);
    word.beside = Beside(index, x, y);
    if (Off(index, x, y) > 1.6F || Quality(index) == 0)
      Move(index, static_cast<int>(std::lround(x)), static_cast<int>(std::lround(y)));
  }

 private:
  struct Neighbour {
    std::size_t index;
    float distance;
  };

  float Quality(std::size_t i) const {
    const Found& own = own_[i];
    if (!words_[i].seen || own.at_edge || own.score < 0.5F) return 0;
    return own.score * std::sqrt(static_cast<float>(words_[i].box.width()));
  }

  float Off(std::size_t i, float x, float y) const {
    return std::max(std::abs(static_cast<float>(own_[i].dx) - x),
                    std::abs(static_cast<float>(own_[i].dy) - y));
  }

  bool Apart(std::size_t a, std::size_t b) const {
    return a != b &&
           (words_[a].word->fact == kFixedText || words_[a].word->fact != words_[b].word->fact);
  }

  std::vector<Neighbour> Nearest(std::size_t index) const {
    constexpr std::size_t kAround = 14;
    constexpr std::size_t kAsked = 9;
    std::vector<Neighbour> around;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (i == index || !words_[i].seen) continue;
      const double dx = (words_[i].middle.x - words_[index].middle.x) / 2.2;
      const double dy = words_[i].middle.y - words_[index].middle.y;
      around.push_back({i, static_cast<float>(std::hypot(dx, dy))});
    }
    const std::size_t count = std::min(kAround, around.size());
    std::partial_sort(
        around.begin(), around.begin() + static_cast<std::ptrdiff_t>(count), around.end(),
        [](const Neighbour& a, const Neighbour& b) { return a.distance < b.distance; });
    around.resize(count);
    std::erase_if(around, [&](const Neighbour& n) {
      return Quality(n.index) == 0 || !Apart(index, n.index);
    });
    if (around.size() > kAsked) around.resize(kAsked);
    return around;
  }

  int Column(std::size_t index, float x, float y) const {
    constexpr double kReach = 95 * kPixelsPerPoint;
    constexpr int kBeside = static_cast<int>(20 * kPixelsPerPoint);
    const SeenWord& word = words_[index];
    int count = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const SeenWord& other = words_[i];
      if (!other.seen || !Apart(index, i) || own_[i].score <= 0.65F ||
          std::abs(other.middle.y - word.middle.y) >= kReach)
        continue;
      const bool beside =
          other.box.left < word.box.right + kBeside && other.box.right > word.box.left - kBeside;
      count += beside && Off(i, x, y) <= 2.2F ? 1 : 0;
    }
    return count;
  }

  int Beside(std::size_t index, float x, float y) const {
    constexpr double kTwoLines = 27 * kPixelsPerPoint;
    int count = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const bool close = std::abs(words_[i].middle.y - words_[index].middle.y) < kTwoLines;
      count += close && words_[i].seen && Apart(index, i) && own_[i].score > 0.65F &&
                       Off(i, x, y) <= 2.2F
                   ? 1
                   : 0;
    }
    return count;
  }

  void Move(std::size_t index, int x, int y) {
    SeenWord& word = words_[index];
    const Found& own = own_[index];
    const std::optional<Found> near =
        Look(SoftPiece(expected_, word.box), page_, word.box, x, y, word.spread < 1.2F ? 2 : 3);
    if (!near) {
      word.dx = x;
      word.dy = y;
    } else if (!(own.score > 0.8F &&
                 Off(index, static_cast<float>(x), static_cast<float>(y)) < 5)) {
      word.dx = near->dx;
      word.dy = near->dy;
      word.score = near->score;
    }
  }

  const ExpectedPage& expected_;
  const Plane<std::uint8_t>& page_;
  std::vector<SeenWord>& words_;
  const std::vector<Found>& own_;
};

// The best shift that the word finds for itself: near, or farther when nothing near is like it.
Found FindAlone(const ExpectedPage& expected, const Plane<std::uint8_t>& page, PixelBox box) {
  const Plane<std::int16_t> piece = SoftPiece(expected, box);
  Found best = Look(piece, page, box, 0, 0, kNear).value_or(Found{});
  if ((best.score < 0.6F || best.at_edge) && box.width() > 40) {
    const std::optional<Found> far = Look(piece, page, box, 0, 0, kFar);
    if (far && far->score > std::max(0.62F, best.score + 0.12F) && !far->at_edge) best = *far;
  }
  return best;
}

}  // namespace

PixelBox BoxOf(const ExpectedWord& word) {
  const float em = word.points * kPixelsPerPoint;
  return {static_cast<int>(word.left) - 2, static_cast<int>(word.baseline - 1.02F * em),
          static_cast<int>(word.right) + 3, static_cast<int>(word.baseline + 0.30F * em) + 1};
}

std::vector<SeenWord> LocateWords(const ExpectedPage& expected, const Plane<std::uint8_t>& page) {
  std::vector<SeenWord> words;
  std::vector<Found> own;
  for (std::size_t i = 0; i < expected.words.size(); ++i) {
    SeenWord word;
    word.word = &expected.words[i];
    word.index = static_cast<int>(i);
    word.box = BoxOf(*word.word);
    word.middle = {0.5 * (word.box.left + word.box.right), word.word->baseline};
    word.seen = InPicture(page, word.box);
    const Found found = word.seen ? FindAlone(expected, page, word.box) : Found{};
    word.dx = found.dx;
    word.dy = found.dy;
    word.score = found.score;
    words.push_back(word);
    own.push_back(found);
  }
  Neighbours neighbours(expected, page, words, own);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].seen) continue;
    neighbours.Ask(i);
    words[i].dx = std::clamp(words[i].dx, -words[i].box.left, page.width() - words[i].box.right);
    words[i].dy = std::clamp(words[i].dy, -words[i].box.top, page.height() - words[i].box.bottom);
  }
  return words;
}

Plane<float> InkAt(const Plane<std::uint8_t>& page, const SeenWord& word) {
  Plane<float> ink(word.box.width(), word.box.height());
  for (int y = 0; y < ink.height(); ++y) {
    const std::uint8_t* row = page.Row(word.box.top + word.dy + y) + word.box.left + word.dx;
    float* to = ink.Row(y);
    for (int x = 0; x < ink.width(); ++x) to[x] = row[x] == kOutside ? 0 : InkOf(row[x]);
  }
  return ink;
}

Plane<float> ExpectedInk(const ExpectedPage& expected, const SeenWord& word) {
  Plane<float> ink(word.box.width(), word.box.height());
  for (int y = 0; y < ink.height(); ++y) {
    const std::uint8_t* row = expected.ink.data() +
                              static_cast<std::ptrdiff_t>(word.box.top + y) * kPageWidth +
                              word.box.left;
    float* to = ink.Row(y);
    for (int x = 0; x < ink.width(); ++x) to[x] = static_cast<float>(row[x]) * (1.0F / 255);
  }
  return ink;
}

bool IsStretched(const ExpectedPage& expected, const Plane<std::uint8_t>& page,
                 const SeenWord& word) {
  const int width = word.box.width();
  if (width <= 50) return false;
  const int parts = width < 130 ? 2 : 3;
  std::vector<Found> found;
  for (int i = 0; i < parts; ++i) {
    const PixelBox part{word.box.left + width * i / parts, word.box.top,
                        word.box.left + width * (i + 1) / parts, word.box.bottom};
    const std::optional<Found> at =
        Look(SoftPiece(expected, part), page, part, word.dx, word.dy, 12);
    if (!at || at->score <= 0.7F) return false;
    found.push_back(*at);
  }
  return std::any_of(found.begin(), found.end(), [&](const Found& f) {
    return std::max(std::abs(f.dx - found[0].dx), std::abs(f.dy - found[0].dy)) >= 2;
  });
}

}  // namespace sceau::capture
