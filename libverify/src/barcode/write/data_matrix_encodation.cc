// SPDX-License-Identifier: Apache-2.0
#include "barcode/write/data_matrix_encodation.h"

#include <algorithm>
#include <array>
#include <limits>
#include <vector>

#include "barcode/data_matrix_symbol.h"

namespace sceau::barcode {
namespace {

constexpr std::uint8_t kPad = 129;
constexpr std::uint8_t kFirstDigitPair = 130;  // "00"
constexpr std::uint8_t kLatchC40 = 230;
constexpr std::uint8_t kLatchBase256 = 231;
constexpr std::uint8_t kUpperShift = 235;
constexpr std::uint8_t kUnlatchC40 = 254;
constexpr std::size_t kMaxShortBase256 = 249;  // one codeword of length; two beyond

constexpr bool IsDigit(std::uint8_t byte) { return byte >= '0' && byte <= '9'; }

// ---- ASCII (5.2.3)

bool IsDigitPair(ByteSpan payload, std::size_t at) {
  return at + 1 < payload.size() && IsDigit(payload[at]) && IsDigit(payload[at + 1]);
}

void AppendAscii(std::uint8_t byte, Bytes& codewords) {
  if (byte >= 128) codewords.push_back(kUpperShift);
  codewords.push_back(static_cast<std::uint8_t>(byte % 128 + 1));
}

// ---- C40 (5.2.5): three values of 0 to 39 make two codewords

struct C40Values {
  std::array<std::uint8_t, 4> values{};
  std::size_t count = 0;
};

C40Values ToC40(std::uint8_t byte) {
  C40Values c40;
  const auto add = [&](int value) { c40.values[c40.count++] = static_cast<std::uint8_t>(value); };
  constexpr int kShift1 = 0, kShift2 = 1, kShift3 = 2, kC40UpperShift = 30;
  if (byte >= 128) {
    add(kShift2);
    add(kC40UpperShift);
  }
  const int c = byte % 128;
  if (c == ' ') {
    add(3);
  } else if (c >= '0' && c <= '9') {
    add(c - '0' + 4);
  } else if (c >= 'A' && c <= 'Z') {
    add(c - 'A' + 14);
  } else if (c < 32) {
    add(kShift1);
    add(c);
  } else if (c <= '/') {
    add(kShift2);
    add(c - '!');
  } else if (c <= '@') {
    add(kShift2);
    add(c - ':' + 15);
  } else if (c <= '_') {
    add(kShift2);
    add(c - '[' + 22);
  } else {
    add(kShift3);
    add(c - '`');
  }
  return c40;
}

void AppendC40(ByteSpan run, Bytes& codewords) {
  std::vector<unsigned> values;
  for (const std::uint8_t byte : run) {
    const C40Values c40 = ToC40(byte);
    values.insert(values.end(), c40.values.begin(),
                  c40.values.begin() + static_cast<std::ptrdiff_t>(c40.count));
  }
  codewords.push_back(kLatchC40);
  for (std::size_t i = 0; i + 2 < values.size(); i += 3) {
    const unsigned packed = 1600 * values[i] + 40 * values[i + 1] + values[i + 2] + 1;
    codewords.push_back(static_cast<std::uint8_t>(packed / 256));
    codewords.push_back(static_cast<std::uint8_t>(packed % 256));
  }
  codewords.push_back(kUnlatchC40);
}

// ---- Base 256 (5.2.9)

// The 255-state algorithm (B.2): `position` counts codewords from 1.
std::uint8_t Randomise255(std::uint8_t value, std::size_t position) {
  return static_cast<std::uint8_t>((value + 149 * position % 255 + 1) % 256);
}

void AppendBase256(ByteSpan run, Bytes& codewords) {
  codewords.push_back(kLatchBase256);
  const auto append = [&](std::size_t value) {
    codewords.push_back(Randomise255(static_cast<std::uint8_t>(value), codewords.size() + 1));
  };
  if (run.size() <= kMaxShortBase256) {
    append(run.size());
  } else {
    append(run.size() / 250 + 249);
    append(run.size() % 250);
  }
  for (const std::uint8_t byte : run) append(byte);
}

// ---- The cheapest way through the payload

enum class Mode : std::uint8_t { kAscii, kC40, kBase256 };

// How the cheapest encodation of the first n bytes ends.
struct Step {
  std::size_t cost = std::numeric_limits<std::size_t>::max();
  std::size_t from = 0;  // where its last run starts
  Mode mode = Mode::kAscii;
};

// Every run returns to ASCII, so the cheapest encodation of a prefix does not depend on what
// follows, and one pass over all runs finds the best. C40 runs end on a whole triplet.
std::vector<Step> CheapestSteps(ByteSpan payload) {
  std::vector<Step> best(payload.size() + 1);
  best[0].cost = 0;
  for (std::size_t from = 0; from < payload.size(); ++from) {
    const std::size_t cost = best[from].cost;
    const auto offer = [&](std::size_t to, std::size_t added, Mode mode) {
      if (cost + added < best[to].cost) best[to] = {cost + added, from, mode};
    };
    offer(from + 1, payload[from] >= 128 ? 2 : 1, Mode::kAscii);
    if (IsDigitPair(payload, from)) offer(from + 2, 1, Mode::kAscii);
    std::size_t values = 0;
    for (std::size_t to = from + 1; to <= payload.size(); ++to) {
      values += ToC40(payload[to - 1]).count;
      if (values % 3 == 0) offer(to, 2 + values / 3 * 2, Mode::kC40);
      const std::size_t length = to - from;
      offer(to, (length <= kMaxShortBase256 ? 2 : 3) + length, Mode::kBase256);
    }
  }
  return best;
}

}  // namespace

Bytes EncodeDataMatrixData(ByteSpan payload) {
  const std::vector<Step> best = CheapestSteps(payload);
  std::vector<std::size_t> ends;
  for (std::size_t to = payload.size(); to > 0; to = best[to].from) ends.push_back(to);
  std::ranges::reverse(ends);

  Bytes codewords;
  for (const std::size_t to : ends) {
    const ByteSpan run = payload.subspan(best[to].from, to - best[to].from);
    switch (best[to].mode) {
      case Mode::kAscii:
        if (run.size() == 2) {
          codewords.push_back(
              static_cast<std::uint8_t>(kFirstDigitPair + 10 * (run[0] - '0') + run[1] - '0'));
        } else {
          AppendAscii(run[0], codewords);
        }
        break;
      case Mode::kC40:
        AppendC40(run, codewords);
        break;
      case Mode::kBase256:
        AppendBase256(run, codewords);
        break;
    }
  }
  // A C40 run that fills the symbol needs no unlatch (5.2.5.2).
  if (!payload.empty() && best[payload.size()].mode == Mode::kC40) {
    const auto symbol = SmallestSymbol(codewords.size() - 1);
    if (symbol && symbol->data_codewords == codewords.size() - 1) codewords.pop_back();
  }
  return codewords;
}

void PadDataMatrixData(Bytes& codewords, std::size_t capacity) {
  if (codewords.size() < capacity) codewords.push_back(kPad);
  while (codewords.size() < capacity) {
    // The 253-state algorithm (B.1).
    const std::size_t value = kPad + 149 * (codewords.size() + 1) % 253 + 1;
    codewords.push_back(static_cast<std::uint8_t>(value <= 254 ? value : value - 254));
  }
}

}  // namespace sceau::barcode
