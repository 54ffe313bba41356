// SPDX-License-Identifier: Apache-2.0
// Spec: PNG (W3C, third edition), 11.3.2, colour spaces, and 11.3.6, animations. Read here rather
// than by libpng, which drops what it takes for wrong and other programs go by.
#include "document/image/png_chunks.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "base/byte_reader.h"
#include "codec/zlib.h"

namespace sceau::document {
namespace {

constexpr std::size_t kSignatureSize = 8;
constexpr std::size_t kChecksumSize = 4;
constexpr double kUnit = 100'000;  // of gAMA and cHRM

std::uint32_t PngNumber(ByteSpan bytes, std::size_t at) {
  return std::uint32_t{bytes[at]} << 24 | std::uint32_t{bytes[at + 1]} << 16 |
         std::uint32_t{bytes[at + 2]} << 8 | bytes[at + 3];
}

// A name that a zero ends, the compression 0, then the profile in zlib's form.
ColourProfile ProfileOfPng(ByteSpan chunk, const Limits& limits) {
  const auto end = std::ranges::find(chunk, 0);
  const auto at = static_cast<std::size_t>(end - chunk.begin()) + 2;
  if (at >= chunk.size()) return {};
  constexpr codec::InflateReasons kReasons{Reason::kDocumentDamaged, Reason::kDocumentTooLarge};
  const auto icc = codec::Inflate(chunk.subspan(at), limits.colour_profile_bytes, kReasons);
  // Of a stream with a wrong end, other programs take what came before it.
  return icc.ok() ? ColourProfile(*icc, limits) : ColourProfile::Unknown();
}

Chromaticities ReadChromaticities(ByteSpan chunk) {
  const auto xy = [&](std::size_t which) {
    return std::array{PngNumber(chunk, 8 * which) / kUnit, PngNumber(chunk, 8 * which + 4) / kUnit};
  };
  return {xy(0), xy(1), xy(2), xy(3)};
}

class PngChunkReader {
 public:
  explicit PngChunkReader(const Limits& limits) : limits_(limits) {}

  void Read(std::string_view name, ByteSpan chunk) {
    if (name == "acTL") chunks_.differs = true;
    if (name == "gAMA" && chunk.size() >= 4) gamma_ = PngNumber(chunk, 0) / kUnit;
    if (name == "cHRM" && chunk.size() >= 32) chromaticities_ = ReadChromaticities(chunk);
    if (name == "cICP" && chunk.size() >= 2) chunks_.differs |= !IsPlainTransfer(chunk[1]);
    if (name != "iCCP") return;
    chunks_.differs |= has_profile_;
    chunks_.colours = ProfileOfPng(chunk, limits_);
    has_profile_ = true;
  }

  // Which of them ranks above the others is not the same in all viewers: each has to be plain.
  PngChunks Take() && {
    if (gamma_ || chromaticities_) {
      constexpr double kPlainGamma = 1 / 2.2;
      ColourProfile numbers(1 / std::max(gamma_.value_or(kPlainGamma), 1 / kUnit),
                            chromaticities_.value_or(kPlainChromaticities));
      chunks_.differs |= numbers.showing() == Showing::kDiffers;
    }
    return std::move(chunks_);
  }

 private:
  const Limits& limits_;
  PngChunks chunks_;
  bool has_profile_ = false;
  std::optional<double> gamma_;
  std::optional<Chromaticities> chromaticities_;
};

}  // namespace

PngChunks ReadPngChunks(ByteSpan bytes, const Limits& limits) {
  ByteReader input(bytes);
  input.Take(kSignatureSize);
  PngChunkReader reader(limits);
  while (const auto head = input.Take(8)) {
    const std::string_view name = AsText(*head).substr(4);
    const auto chunk = input.Take(PngNumber(*head, 0));
    if (name == "IDAT" || !chunk) break;
    reader.Read(name, *chunk);
    input.Take(kChecksumSize);
  }
  return std::move(reader).Take();
}

}  // namespace sceau::document
