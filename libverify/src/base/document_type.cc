// SPDX-License-Identifier: Apache-2.0
#include "base/document_type.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "base/unread_kind.h"

namespace sceau {
namespace {

using namespace std::string_view_literals;

struct Magic {
  std::string_view start;
  DocumentType type;
};

constexpr auto kMagics = std::to_array<Magic>({
    {"\xFF\xD8\xFF"sv, DocumentType::kJpeg},
    {"\x89PNG\r\n\x1A\n"sv, DocumentType::kPng},
    {"II*\0"sv, DocumentType::kTiff},
    {"MM\0*"sv, DocumentType::kTiff},
    {"II+\0"sv, DocumentType::kTiff},  // BigTIFF
    {"MM\0+"sv, DocumentType::kTiff},
    {"GIF87a"sv, DocumentType::kGif},
    {"GIF89a"sv, DocumentType::kGif},
});

// The brands under which telephones and computers write still pictures in HEVC and AV1 (ISO/IEC
// 23008-12, annex B; AV1 Image File Format, 6).
constexpr auto kHeifBrands =
    std::to_array<std::string_view>({"heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1",
                                     "mif2", "miaf", "avif", "avis"});

bool IsWebp(std::string_view text) {
  return text.starts_with("RIFF") &&
         text.substr(std::min<std::size_t>(8, text.size()), 4) == "WEBP";
}

std::uint32_t LittleEndian(std::string_view text, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = 4; i-- > 0;) number = number << 8 | static_cast<std::uint8_t>(text[at + i]);
  return number;
}

// Looks at the brand of the file and at those with which it is compatible: some programs write
// their own brand first.
bool IsHeif(std::string_view text) {
  constexpr std::size_t kBrands = 8;  // they follow the length and the name of the box
  constexpr std::size_t kMaxBox = 256;
  if (text.size() < kBrands + 4 || text.substr(4, 4) != "ftyp" || text[0] != 0 || text[1] != 0)
    return false;
  const std::size_t stated =
      static_cast<std::uint8_t>(text[2]) * std::size_t{256} + static_cast<std::uint8_t>(text[3]);
  const std::size_t end = std::min({std::max(stated, kBrands + 4), text.size(), kMaxBox});
  for (std::size_t at = kBrands; at + 4 <= end; at += 4) {
    const bool is_version = at == kBrands + 4;
    if (!is_version && std::ranges::find(kHeifBrands, text.substr(at, 4)) != kHeifBrands.end())
      return true;
  }
  return false;
}

// Two letters could begin a scanner's text too. So the second header must have one of its sizes,
// and the pixels must begin after it.
bool IsBmp(std::string_view text) {
  constexpr std::size_t kFileHeader = 14;
  constexpr auto kHeaders = std::to_array<std::uint32_t>({12, 16, 40, 52, 56, 64, 108, 124});
  if (text.size() < kFileHeader + 4 || !text.starts_with("BM")) return false;
  const std::uint32_t header = LittleEndian(text, kFileHeader);
  return std::ranges::find(kHeaders, header) != kHeaders.end() &&
         LittleEndian(text, 10) >= kFileHeader + header;
}

bool IsPnmSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// A digit, a comment or more white space must follow, since a scanner's text may begin with "P1 ".
bool IsPnm(std::string_view text) {
  return text.size() >= 4 && text[0] == 'P' && text[1] >= '1' && text[1] <= '6' &&
         IsPnmSpace(text[2]) &&
         (IsPnmSpace(text[3]) || text[3] == '#' || (text[3] >= '0' && text[3] <= '9'));
}

// Adobe PDF Reference 1.7, appendix H.3, note 13: readers accept the header in the first 1,024
// bytes.
bool IsPdf(std::string_view text) {
  constexpr std::string_view kHeader = "%PDF-";
  constexpr std::size_t kMaxJunk = 1024;
  return text.substr(0, kMaxJunk + kHeader.size()).find(kHeader) != text.npos;
}

}  // namespace

DocumentType DetectType(ByteSpan bytes) {
  const std::string_view text = AsText(bytes);
  for (const Magic& magic : kMagics) {
    if (text.starts_with(magic.start)) return magic.type;
  }
  if (IsWebp(text)) return DocumentType::kWebp;
  if (IsHeif(text)) return DocumentType::kHeif;
  if (IsBmp(text)) return DocumentType::kBmp;
  if (IsPnm(text)) return DocumentType::kPnm;
  if (HasUnreadMagic(bytes)) return DocumentType::kUnknown;
  if (IsPdf(text)) return DocumentType::kPdf;
  return DocumentType::kUnknown;
}

}  // namespace sceau
