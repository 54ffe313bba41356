// SPDX-License-Identifier: Apache-2.0
#include "barcode/decode/qr_decoder.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "barcode/decode/correct_blocks.h"
#include "barcode/decode/qr_segments.h"
#include "barcode/qr_symbol.h"

namespace sceau::barcode {
namespace {

constexpr int kTimingLine = 6;
constexpr int kFirstVersionWithInformation = 7;

// Says of each module whether it belongs to a pattern or to the format and version information.
class TakenModules {
 public:
  explicit TakenModules(int version)
      : size_(QrSize(version)),
        taken_(static_cast<std::size_t>(size_) * static_cast<std::size_t>(size_)) {
    Take(kTimingLine, 0, 1, size_);
    Take(0, kTimingLine, size_, 1);
    // The finder patterns, with their separators and the format information around them.
    Take(0, 0, 9, 9);
    Take(size_ - 8, 0, 8, 9);
    Take(0, size_ - 8, 9, 8);
    if (version >= kFirstVersionWithInformation) {
      Take(size_ - 11, 0, 3, 6);
      Take(0, size_ - 11, 6, 3);
    }
    const std::vector<int> centres = QrAlignmentCentres(version);
    for (const int y : centres) {
      for (const int x : centres) {
        if (!IsInFinder(x, y)) Take(x - 2, y - 2, 5, 5);
      }
    }
  }

  bool at(int x, int y) const { return taken_[Index(x, y)]; }

 private:
  std::size_t Index(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(size_) +
           static_cast<std::size_t>(x);
  }
  void Take(int left, int top, int width, int height) {
    for (int y = top; y < top + height; ++y) {
      for (int x = left; x < left + width; ++x) taken_[Index(x, y)] = true;
    }
  }
  bool IsInFinder(int x, int y) const {
    const bool is_low_x = x == kTimingLine, is_low_y = y == kTimingLine;
    return (is_low_x && (is_low_y || y == size_ - 7)) || (is_low_y && x == size_ - 7);
  }

  int size_;
  std::vector<bool> taken_;
};

// Pairs of columns from the right, upwards and downwards in turn; the column of the timing pattern
// is left out (7.7.3).
std::vector<QrModule> CodewordCells(int version) {
  const TakenModules taken(version);
  const int size = QrSize(version);
  std::vector<QrModule> cells;
  bool is_upwards = true;
  for (int right = size - 1; right > 0; right -= 2) {
    if (right == kTimingLine) --right;
    for (int i = 0; i < size; ++i) {
      const int y = is_upwards ? size - 1 - i : i;
      for (const int x : {right, right - 1}) {
        if (!taken.at(x, y)) cells.push_back({x, y});
      }
    }
    is_upwards = !is_upwards;
  }
  return cells;
}

// The codewords of the blocks lie in turn: all first data codewords, all second ones and so on, the
// short blocks left out at the end; then the error codewords likewise (7.6).
std::vector<ReadBlock> Deinterleave(const QrBlocks& form, const ReadBlock& codewords) {
  std::vector<ReadBlock> blocks(form.blocks);
  std::size_t next = 0;
  const auto give = [&](ReadBlock& block) {
    block.codewords.push_back(codewords.codewords[next]);
    block.doubts.push_back(codewords.doubts[next]);
    block.numbers.push_back(next++);
  };
  for (std::size_t i = 0; i <= form.short_data; ++i) {
    for (std::size_t b = i < form.short_data ? 0 : form.short_blocks; b < form.blocks; ++b)
      give(blocks[b]);
  }
  for (std::size_t i = 0; i < form.error_codewords; ++i) {
    for (ReadBlock& block : blocks) give(block);
  }
  return blocks;
}

}  // namespace

QrDecoder::QrDecoder(int version)
    : version_(version), size_(QrSize(version)), cells_(CodewordCells(version)) {}

bool QrDecoder::IsMasked(int mask, int row, int column) {
  const int product = row * column;
  switch (mask) {  // table 10
    case 0:
      return (row + column) % 2 == 0;
    case 1:
      return row % 2 == 0;
    case 2:
      return column % 3 == 0;
    case 3:
      return (row + column) % 3 == 0;
    case 4:
      return (row / 2 + column / 3) % 2 == 0;
    case 5:
      return product % 2 + product % 3 == 0;
    case 6:
      return (product % 2 + product % 3) % 2 == 0;
    default:
      return ((row + column) % 2 + product % 3) % 2 == 0;
  }
}

Decoded QrDecoder::DecodeAs(const QrFormat& format, ModuleValues values) const {
  std::vector<BitPlace> places;
  places.reserve(cells_.size());
  for (const auto& [x, y] : cells_) {
    const int module = format.is_mirrored ? x * size_ + y : y * size_ + x;
    places.push_back({static_cast<std::size_t>(module), IsMasked(format.mask, y, x)});
  }
  const QrBlocks form = QrBlocksOf(version_, format.level);
  std::vector<ReadBlock> blocks = Deinterleave(form, ReadCodewords(values, places));
  const Correction correction = CorrectBlocks(kQrBlockCode, form.error_codewords, blocks);
  if (correction != Correction::kDone) {
    return {correction == Correction::kTooWeak ? Decoding::kUnsure : Decoding::kImpossible,
            {},
            KnownModules(blocks, places, values.size())};
  }
  Bytes data;
  for (const ReadBlock& block : blocks) {
    data.insert(data.end(), block.codewords.begin(),
                block.codewords.end() - static_cast<std::ptrdiff_t>(form.error_codewords));
  }
  return Decoded::From(DecodeQrSegments(version_, data));
}

Decoded QrDecoder::Decode(ModuleValues values) const {
  if (!MayHaveVersion(values, version_)) return {};
  Decoded best;
  for (const QrFormat& format : LikelyFormats(values, size_)) {
    Decoded decoded = DecodeAs(format, values);
    if (decoded.decoding == Decoding::kDone) return decoded;
    if (best.decoding == Decoding::kUnsure) continue;
    if (decoded.decoding == Decoding::kUnsure || best.known.empty()) best = std::move(decoded);
  }
  return best;
}

}  // namespace sceau::barcode
