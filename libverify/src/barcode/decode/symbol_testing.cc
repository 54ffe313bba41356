// SPDX-License-Identifier: Apache-2.0
#include "barcode/decode/symbol_testing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <string_view>

#include "barcode/decode/qr_decoder.h"
#include "barcode/decode/symbol_decoder.h"
#include "barcode/galois_field.h"

namespace sceau::barcode {
namespace {

// The remainder of the data by the generator polynomial, by long division.
Bytes ErrorCodewords(const GaloisField& field, std::size_t first_root, ByteSpan data,
                     std::size_t count) {
  Bytes generator{1};  // from the highest power down
  for (std::size_t i = 0; i < count; ++i) {
    generator.push_back(0);
    for (std::size_t j = generator.size() - 1; j > 0; --j)
      generator[j] ^= field.Multiply(generator[j - 1], field.Power(first_root + i));
  }
  Bytes rest(data.begin(), data.end());
  rest.resize(data.size() + count);
  for (std::size_t i = 0; i < data.size(); ++i) {
    const std::uint8_t factor = rest[i];
    for (std::size_t j = 0; j <= count; ++j) rest[i + j] ^= field.Multiply(generator[j], factor);
  }
  return {rest.end() - static_cast<std::ptrdiff_t>(count), rest.end()};
}

bool BitAt(ByteSpan codewords, std::size_t bit) {
  return bit / 8 < codewords.size() && ((codewords[bit / 8] >> (7 - bit % 8)) & 1) != 0;
}

Bytes Interleave(const QrBlocks& form, ByteSpan data) {
  std::vector<Bytes> blocks;
  std::vector<Bytes> errors;
  for (std::size_t b = 0, at = 0; b < form.blocks; ++b) {
    const std::size_t length = form.short_data + (b < form.short_blocks ? 0 : 1);
    const ByteSpan block = data.subspan(at, length);
    blocks.emplace_back(block.begin(), block.end());
    errors.push_back(ErrorCodewords(kQrField, 0, block, form.error_codewords));
    at += length;
  }
  Bytes all;
  for (const std::vector<Bytes>* part : {&blocks, &errors}) {
    for (std::size_t i = 0; i < kMaxBlockCodewords; ++i) {
      for (const Bytes& block : *part) {
        if (i < block.size()) all.push_back(block[i]);
      }
    }
  }
  return all;
}

class QrDrawing {
 public:
  explicit QrDrawing(int size) : size_(size) {
    symbol_ = {
        Symbology::kQrCode, size, size,
        std::vector<float>(static_cast<std::size_t>(size) * static_cast<std::size_t>(size), -1.0F)};
  }

  void Set(int x, int y, bool dark) {
    if (x < 0 || y < 0 || x >= size_ || y >= size_) return;
    symbol_.values[static_cast<std::size_t>(y * size_ + x)] = dark ? 1.0F : -1.0F;
  }
  void Squares(int x, int y, int reach, int light) {
    for (int j = -reach; j <= reach; ++j) {
      for (int i = -reach; i <= reach; ++i) {
        const int ring = std::max(std::abs(i), std::abs(j));
        Set(x + i, y + j, ring != light && ring != 4);
      }
    }
  }
  void Patterns(int version) {
    for (int i = 0; i < size_; ++i) {
      Set(i, 6, i % 2 == 0);
      Set(6, i, i % 2 == 0);
    }
    const std::vector<int> centres = QrAlignmentCentres(version);
    for (const int y : centres) {
      for (const int x : centres) {
        const bool is_in_finder =
            (x == 6 && (y == 6 || y == size_ - 7)) || (y == 6 && x == size_ - 7);
        if (!is_in_finder) Squares(x, y, 2, 1);
      }
    }
    Squares(3, 3, 4, 2);
    Squares(size_ - 4, 3, 4, 2);
    Squares(3, size_ - 4, 4, 2);
    Set(8, size_ - 8, true);
  }
  template <std::size_t kBits>
  void Word(unsigned word, const std::array<std::array<QrModule, kBits>, 2>& copies) {
    for (const auto& cells : copies) {
      for (std::size_t bit = 0; bit < kBits; ++bit)
        Set(cells[bit].x, cells[bit].y, ((word >> (kBits - 1 - bit)) & 1) != 0);
    }
  }
  DrawnSymbol Take() { return std::move(symbol_); }

 private:
  int size_;
  DrawnSymbol symbol_;
};

}  // namespace

DrawnSymbol DrawQrCode(int version, QrLevel level, int mask, ByteSpan data) {
  const QrDecoder layout(version);
  QrDrawing drawing(layout.size());
  const Bytes codewords = Interleave(QrBlocksOf(version, level), data);
  std::size_t bit = 0;
  for (const auto& [x, y] : layout.cells())
    drawing.Set(x, y, BitAt(codewords, bit++) != QrDecoder::IsMasked(mask, y, x));
  drawing.Patterns(version);
  drawing.Word(FormatWord(level, mask), FormatCells(layout.size()));
  if (version >= 7) drawing.Word(VersionWord(version), VersionCells(layout.size()));
  return drawing.Take();
}

DrawnSymbol DrawDataMatrix(const DataMatrixForm& form, ByteSpan data) {
  Bytes codewords(data.begin(), data.end());
  codewords.resize(form.data_codewords + form.error_codewords);
  for (std::size_t b = 0; b < form.blocks; ++b) {
    Bytes block;
    for (std::size_t n = b; n < form.data_codewords; n += form.blocks) block.push_back(data[n]);
    std::size_t at = b + block.size() * form.blocks;
    for (const std::uint8_t codeword :
         ErrorCodewords(kDataMatrixField, 1, block, form.error_codewords / form.blocks)) {
      codewords[at] = codeword;
      at += form.blocks;
    }
  }
  DrawnSymbol symbol{Symbology::kDataMatrix, form.width, form.height, {}};
  const int across = form.width / form.regions_across;
  const int down = form.height / form.regions_down;
  for (int y = 0; y < form.height; ++y) {
    for (int x = 0; x < form.width; ++x) {
      const int row = y % down, column = x % across;
      const bool is_solid = column == 0 || row == down - 1;
      const bool is_broken = row == 0 ? column % 2 == 0 : column == across - 1 && row % 2 == 1;
      // Elsewhere light; where four modules are left over, a fixed pattern (F.1).
      const bool is_left_over = (y == form.height - 2 && x == form.width - 2) ||
                                (y == form.height - 3 && x == form.width - 3);
      symbol.values.push_back(is_solid || is_broken || is_left_over ? 1.0F : -1.0F);
    }
  }
  const DataMatrixDecoder layout(form);
  for (std::size_t bit = 0; bit < layout.places().size(); ++bit)
    symbol.values[layout.places()[bit].module] = BitAt(codewords, bit) ? 1.0F : -1.0F;
  return symbol;
}

BitWriter& BitWriter::Add(std::size_t value, std::size_t bits) {
  while (bits-- > 0) bits_.push_back(((value >> bits) & 1) != 0);
  return *this;
}

Bytes BitWriter::QrCodewords(std::size_t count) const {
  std::vector<bool> bits = bits_;
  bits.resize(std::min(bits.size() + 4, 8 * count));
  bits.resize((bits.size() + 7) / 8 * 8);
  Bytes codewords(bits.size() / 8);
  for (std::size_t i = 0; i < bits.size(); ++i)
    codewords[i / 8] |= static_cast<std::uint8_t>((bits[i] ? 1U : 0U) << (7 - i % 8));
  for (bool is_first = true; codewords.size() < count; is_first = !is_first)
    codewords.push_back(is_first ? 0xEC : 0x11);
  return codewords;
}

Bytes PaddedDataMatrix(Bytes codewords, std::size_t count) {
  if (codewords.size() < count) codewords.push_back(129);
  while (codewords.size() < count) {
    const std::size_t value = 129 + 149 * (codewords.size() + 1) % 253 + 1;
    codewords.push_back(static_cast<std::uint8_t>(value <= 254 ? value : value - 254));
  }
  codewords.resize(count);
  return codewords;
}

namespace {

// Numbers of a few digits, letters or bytes, alone or mixed, that fill a part of the symbol.
Bytes SomeQrData(int version, std::size_t capacity, std::mt19937& random, Bytes& payload) {
  constexpr std::string_view kLetters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
  const std::size_t range = version < 10 ? 0 : version < 27 ? 2 : 4;
  BitWriter bits;
  std::size_t left = 8 * capacity * (1 + random() % 8) / 8;
  const auto add_letter = [&](std::size_t letter) {
    payload.push_back(static_cast<std::uint8_t>(kLetters[letter]));
  };
  while (left > 4 + 16 + 11 + 8) {
    const std::size_t mode = random() % 3;
    if (mode == 0) {
      const std::size_t digits = random() % 1000;
      bits.Add(1, 4).Add(3, 10 + range).Add(digits, 10);
      for (const std::size_t digit : {digits / 100, digits / 10 % 10, digits % 10})
        add_letter(digit);
      left -= 4 + 10 + range + 10;
    } else if (mode == 1) {
      const std::size_t pair = random() % (45 * 45);
      bits.Add(2, 4).Add(2, 9 + range).Add(pair, 11);
      add_letter(pair / 45);
      add_letter(pair % 45);
      left -= 4 + 9 + range + 11;
    } else {
      const std::size_t count_bits = version < 10 ? 8 : 16;
      const std::size_t length = 1 + random() % std::min<std::size_t>(200, (left - 20) / 8);
      bits.Add(4, 4).Add(length, count_bits);
      for (std::size_t i = 0; i < length; ++i) {
        payload.push_back(static_cast<std::uint8_t>(random()));
        bits.Add(payload.back(), 8);
      }
      left -= 4 + count_bits + 8 * length;
    }
  }
  if (payload.empty()) {
    bits.Add(1, 4).Add(1, 10 + range).Add(7, 4);
    add_letter(7);
  }
  return bits.QrCodewords(capacity);
}

// Digits by pairs and ASCII, with upper shifts.
Bytes SomeDataMatrixData(std::size_t capacity, std::mt19937& random, Bytes& payload) {
  Bytes codewords;
  const std::size_t length = 1 + random() % capacity;
  while (codewords.size() < length) {
    const std::size_t kind = random() % 3;
    if (kind == 0) {
      const std::size_t pair = random() % 100;
      codewords.push_back(static_cast<std::uint8_t>(130 + pair));
      payload.push_back(static_cast<std::uint8_t>('0' + pair / 10));
      payload.push_back(static_cast<std::uint8_t>('0' + pair % 10));
    } else {
      const std::size_t character = random() % 128;
      const bool is_upper = kind == 2 && codewords.size() + 1 < length;
      if (is_upper) codewords.push_back(235);
      codewords.push_back(static_cast<std::uint8_t>(character + 1));
      payload.push_back(static_cast<std::uint8_t>(character + (is_upper ? 128 : 0)));
    }
  }
  return PaddedDataMatrix(codewords, capacity);
}

// Small numbers more often.
std::size_t SmallBelow(std::size_t end, std::mt19937& random) {
  return std::min({random() % end, random() % end, random() % end});
}

}  // namespace

PrintedSymbol PrintAny(std::mt19937& random) {
  PrintedSymbol printed;
  if (random() % 2 == 0) {
    const int version = 1 + static_cast<int>(SmallBelow(kQrVersions, random));
    const auto level = static_cast<QrLevel>(random() % 4);
    const int mask = static_cast<int>(random() % 8);
    const Bytes data =
        SomeQrData(version, QrBlocksOf(version, level).data_codewords(), random, printed.payload);
    printed.symbol = DrawQrCode(version, level, mask, data);
  } else {
    const auto forms = DataMatrixForms();
    const std::size_t at =
        random() % 5 == 0 ? forms.size() - 1 - random() % 6 : SmallBelow(forms.size(), random);
    const Bytes data = SomeDataMatrixData(forms[at].data_codewords, random, printed.payload);
    printed.symbol = DrawDataMatrix(forms[at], data);
  }
  return printed;
}

Damage AnyDamage(std::mt19937& random) {
  std::uniform_real_distribution<double> share(0, 1);
  const auto rarely_much = [&](double most) { return most * std::pow(share(random), 3); };
  return {.flipped = rarely_much(0.2), .faded = rarely_much(0.8), .noise = 0.6 * share(random)};
}

Decoded DecodeOnce(const DrawnSymbol& symbol) {
  const auto decoder = SymbolDecoder::For(symbol.symbology, symbol.width, symbol.height);
  return decoder ? decoder->Decode(symbol.values) : Decoded{};
}

void Spoil(const Damage& damage, std::mt19937& random, DrawnSymbol& symbol) {
  std::uniform_real_distribution<double> share(0, 1);
  std::normal_distribution<double> noise(0, 1);
  // The stain is a square somewhere, which may leave the symbol.
  const double side = std::sqrt(damage.faded * symbol.width * symbol.height);
  const double left = share(random) * symbol.width - side / 2;
  const double top = share(random) * symbol.height - side / 2;
  for (int y = 0; y < symbol.height; ++y) {
    for (int x = 0; x < symbol.width; ++x) {
      float& value = symbol.values[static_cast<std::size_t>(y * symbol.width + x)];
      if (share(random) < damage.flipped) value = -value;
      if (x >= left && x < left + side && y >= top && y < top + side) value = 0;
      value += static_cast<float>(damage.noise * noise(random));
    }
  }
}

}  // namespace sceau::barcode
