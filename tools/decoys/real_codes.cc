// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <string>
#include <string_view>

#include "barcode/write/write_symbol.h"
#include "decoys/kinds.h"

namespace sceau::decoys {
namespace {

std::string Some(std::string_view alphabet, int length, Random& random) {
  std::string text;
  for (; length > 0; --length)
    text += alphabet[static_cast<std::size_t>(random.Next() % alphabet.size())];
  return text;
}

constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kBase32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
constexpr std::string_view kBase45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

std::string EverydayText(Random& random) {
  const std::string word = Some(kLetters, Between(random, 3, 20), random);
  const std::string number = Some(kDigits, Between(random, 6, 14), random);
  switch (Between(random, 0, 8)) {
    case 0:
      return "https://www." + word + ".example/" + Some(kLetters, Between(random, 0, 80), random);
    case 1:
      return "WIFI:T:WPA;S:" + word + ";P:" + number + ";;";
    case 2:
      return "BEGIN:VCARD\nVERSION:3.0\nN:" + word + "\nTEL:" + number + "\nEND:VCARD";
    case 3:
      return "mailto:" + word + "@example.org";
    case 4:
      return "tel:+33" + number;
    case 5:
      return number;
    case 6:
      return "BCD\n002\n1\nSCT\n\n" + word + "\nFR76" + number + "\nEUR12.30";
    case 7:
      return "geo:48.85,2.35?q=" + word;
    default:
      return Some(kBase45, Between(random, 1, 300), random);
  }
}

// Draws a code that fits, where there is room for it.
std::vector<Bytes> Place(Picture& picture, Symbology symbology, ByteSpan payload, Random& random) {
  const auto modules = barcode::WriteSymbol(symbology, payload);
  if (!modules.ok()) return {};
  Cells cells(modules->size, modules->size);
  cells.dark = modules->dark;
  PlaceSomewhere(picture, cells, barcode::QuietZone(symbology), random);
  return {ToBytes(payload)};
}

}  // namespace

std::vector<Bytes> DrawEverydayQr(Picture& picture, Random& random) {
  return Place(picture, Symbology::kQrCode, AsBytes(EverydayText(random)), random);
}

std::vector<Bytes> DrawRandomDataMatrix(Picture& picture, Random& random) {
  Bytes payload(static_cast<std::size_t>(Between(random, 1, 300)));
  for (std::uint8_t& byte : payload) byte = static_cast<std::uint8_t>(random.Next());
  return Place(picture, Symbology::kDataMatrix, payload, random);
}

std::vector<Bytes> DrawBrokenSeals(Picture& picture, Random& random) {
  struct Beginning {
    Symbology symbology;
    std::string_view text;
    std::string_view alphabet;
  };
  static constexpr std::array<Beginning, 6> kBeginnings = {{
      {Symbology::kQrCode, "AD1:", kBase45},
      {Symbology::kQrCode, "HC1:", kBase45},
      {Symbology::kDataMatrix, "DC04FR0000012F2F1E2F0001FR", kBase32},
      {Symbology::kDataMatrix, "DC02FR0000011E2D1E2D00", kBase32},
      {Symbology::kDataMatrix, "\xDC\x03", kBase32},
      {Symbology::kDataMatrix, "DC04", kDigits},
  }};
  const auto& beginning = kBeginnings[static_cast<std::size_t>(random.Next() % kBeginnings.size())];
  std::string text(beginning.text);
  text += Some(beginning.alphabet, Between(random, 0, 300), random);
  if (random.Uniform() < 0.5) text += "\x1F" + Some(kBase32, 103, random);
  return Place(picture, beginning.symbology, AsBytes(text), random);
}

}  // namespace sceau::decoys
