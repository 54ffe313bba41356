// SPDX-License-Identifier: Apache-2.0
#include "barcode/decode/data_matrix_decoder.h"

#include <algorithm>
#include <array>

#include "barcode/data_matrix_places.h"
#include "barcode/data_matrix_symbol.h"
#include "barcode/decode/correct_blocks.h"
#include "barcode/decode/data_matrix_encodations.h"

namespace sceau::barcode {
namespace {

constexpr std::array<DataMatrixForm, 6> kRectangles{{
    {18, 8, 1, 1, 5, 7, 1},
    {32, 8, 2, 1, 10, 11, 1},
    {26, 12, 1, 1, 16, 14, 1},
    {36, 12, 2, 1, 22, 18, 1},
    {36, 16, 2, 1, 32, 24, 1},
    {48, 16, 2, 1, 49, 28, 1},
}};

constexpr auto kForms = [] {
  std::array<DataMatrixForm, kDataMatrixSymbols.size() + kRectangles.size()> forms{};
  auto next = forms.begin();
  for (const DataMatrixSymbol& square : kDataMatrixSymbols) {
    *next++ = {square.size,    square.size,           square.regions,
               square.regions, square.data_codewords, square.error_codewords,
               square.blocks};
  }
  std::ranges::copy(kRectangles, next);
  return forms;
}();

// The one form whose blocks differ in length. Some writers begin its error codewords with those of
// the first block; ZXing tries both.
constexpr int kUnevenSize = 144;

std::vector<ReadBlock> DataMatrixBlocks(const DataMatrixForm& form, const ReadBlock& codewords) {
  std::vector<ReadBlock> blocks(form.blocks);
  for (std::size_t n = 0; n < codewords.codewords.size(); ++n) {
    ReadBlock& block = blocks[n % form.blocks];
    block.codewords.push_back(codewords.codewords[n]);
    block.doubts.push_back(codewords.doubts[n]);
    block.numbers.push_back(n);
  }
  return blocks;
}

}  // namespace

std::span<const DataMatrixForm> DataMatrixForms() { return kForms; }

DataMatrixDecoder::DataMatrixDecoder(const DataMatrixForm& form) : form_(form) {
  // Each region has a border of one module around it.
  const int region_width = form.width / form.regions_across - 2;
  const int region_height = form.height / form.regions_down - 2;
  const int columns = region_width * form.regions_across;
  const int rows = region_height * form.regions_down;
  for (const std::size_t place : DataMatrixPlaces(rows, columns)) {
    const int row = static_cast<int>(place) / columns;
    const int column = static_cast<int>(place) % columns;
    const int y = row + 2 * (row / region_height) + 1;
    const int x = column + 2 * (column / region_width) + 1;
    places_.push_back({static_cast<std::size_t>(y * form.width + x)});
  }
}

Decoded DataMatrixDecoder::Decode(ModuleValues values) const {
  const std::size_t error_codewords = form_.error_codewords / form_.blocks;
  std::vector<ReadBlock> blocks = DataMatrixBlocks(form_, ReadCodewords(values, places_));
  const Correction correction = CorrectBlocks(kDataMatrixBlockCode, error_codewords, blocks);
  if (correction != Correction::kDone) {
    const bool is_unsure = correction == Correction::kTooWeak || form_.width == kUnevenSize;
    return {is_unsure ? Decoding::kUnsure : Decoding::kImpossible,
            {},
            KnownModules(blocks, places_, values.size())};
  }
  Bytes data;
  for (std::size_t n = 0; n < form_.data_codewords; ++n)
    data.push_back(blocks[n % form_.blocks].codewords[n / form_.blocks]);
  return Decoded::From(DecodeDataMatrixEncodations(data));
}

}  // namespace sceau::barcode
