// SPDX-License-Identifier: Apache-2.0
#include "base/document_type.h"

#include <algorithm>
#include <array>
#include <string_view>

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
});

// Major brands under which phones and computers write HEVC still pictures (ISO/IEC 23008-12, annex
// B).
constexpr auto kHeicBrands = std::to_array<std::string_view>(
    {"heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"});

bool IsWebp(std::string_view text) {
  return text.starts_with("RIFF") &&
         text.substr(std::min<std::size_t>(8, text.size()), 4) == "WEBP";
}

bool IsHeic(std::string_view text) {
  return text.size() >= 12 && text.substr(4, 4) == "ftyp" &&
         std::ranges::find(kHeicBrands, text.substr(8, 4)) != kHeicBrands.end();
}

bool IsPnmSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// A digit, a comment or more white space must follow, for a scanner's text may begin with "P1 ".
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
  if (IsHeic(text)) return DocumentType::kHeic;
  if (IsPnm(text)) return DocumentType::kPnm;
  if (IsPdf(text)) return DocumentType::kPdf;
  return DocumentType::kUnknown;
}

}  // namespace sceau
