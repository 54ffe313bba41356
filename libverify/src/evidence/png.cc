// SPDX-License-Identifier: Apache-2.0
#include "evidence/png.h"

#include <array>
#include <cstddef>
#include <string_view>

#include "base/bytes.h"
#include "base/status.h"
#include "codec/zlib.h"

namespace sceau::evidence {
namespace {

// Clause D of the specification.
constexpr std::array<std::uint32_t, 256> kCrcTable = [] {
  constexpr std::uint32_t kPolynomial = 0xEDB88320U;
  std::array<std::uint32_t, 256> table{};
  for (std::uint32_t i = 0; i < table.size(); ++i) {
    std::uint32_t value = i;
    for (int bit = 0; bit < 8; ++bit)
      value = (value & 1U) != 0 ? kPolynomial ^ (value >> 1U) : value >> 1U;
    table[i] = value;
  }
  return table;
}();

std::uint32_t CrcOf(std::string_view bytes) {
  std::uint32_t crc = ~0U;
  for (const char c : bytes)
    crc = kCrcTable[(crc ^ static_cast<std::uint8_t>(c)) & 0xFFU] ^ (crc >> 8U);
  return ~crc;
}

void AppendBigEndian(std::string& out, std::uint32_t value) {
  for (const unsigned shift : {24U, 16U, 8U, 0U}) out += static_cast<char>(value >> shift & 0xFFU);
}

// 5.3: length, type, content, and the check sum of the last two.
void AppendChunk(std::string& out, std::string_view type, std::string_view content) {
  AppendBigEndian(out, static_cast<std::uint32_t>(content.size()));
  const std::size_t start = out.size();
  out.append(type).append(content);
  AppendBigEndian(out, CrcOf(std::string_view(out).substr(start)));
}

std::string HeaderOf(const Canvas& canvas) {
  constexpr std::string_view kEightBitColour("\x08\x02\x00\x00\x00", 5);
  std::string header;
  AppendBigEndian(header, static_cast<std::uint32_t>(canvas.width()));
  AppendBigEndian(header, static_cast<std::uint32_t>(canvas.height()));
  return header.append(kEightBitColour);
}

// Each row with the number of its filter before it. Up (2): of print, most is as in the row above.
Bytes FilteredRows(const Canvas& canvas) {
  const std::size_t stride = 3 * static_cast<std::size_t>(canvas.width());
  Bytes rows;
  rows.reserve((stride + 1) * static_cast<std::size_t>(canvas.height()));
  const std::vector<std::uint8_t>& rgb = canvas.rgb();
  for (std::size_t start = 0; start < rgb.size(); start += stride) {
    rows.push_back(2);
    for (std::size_t i = start; i < start + stride; ++i) {
      const unsigned above = start == 0 ? 0U : rgb[i - stride];
      rows.push_back(static_cast<std::uint8_t>(rgb[i] - above));
    }
  }
  return rows;
}

}  // namespace

absl::StatusOr<std::string> PngOf(const Canvas& canvas) {
  SCEAU_ASSIGN_OR_RETURN(const Bytes packed,
                         codec::Deflate(FilteredRows(canvas), codec::DeflateKind::kNoise));
  std::string png("\x89PNG\r\n\x1A\n", 8);
  AppendChunk(png, "IHDR", HeaderOf(canvas));
  AppendChunk(png, "IDAT", AsText(packed));
  AppendChunk(png, "IEND", "");
  return png;
}

}  // namespace sceau::evidence
