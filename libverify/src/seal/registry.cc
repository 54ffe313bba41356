// SPDX-License-Identifier: Apache-2.0
#include "seal/registry.h"

#include <algorithm>

#include "base/text.h"
#include "seal/ad1/decode_claims.h"
#include "seal/ad1/parse.h"
#include "seal/two_d_doc/parse.h"
#include "seal/two_d_doc/restore.h"

namespace sceau::seal {
namespace {

using Parser = absl::StatusOr<ParsedSeal> (*)(ByteSpan, const Limits&);

// A parsed seal names the row that made it.
template <std::size_t kRow, Parser kParse>
absl::StatusOr<ParsedSeal> ParseAsRow(ByteSpan payload, const Limits& limits) {
  auto seal = kParse(payload, limits);
  if (seal.ok()) seal->format = &Formats()[kRow];
  return seal;
}

constexpr Format kFormats[] = {
    {"ad1", "AD1:", true, &ad1::Detect, &ParseAsRow<0, &ad1::Parse>, &ad1::DecodeClaims,
     &ad1::MayBeWhole, nullptr, nullptr, nullptr},
    {"2d-doc", "DC0", false, &two_d_doc::Detect, &ParseAsRow<1, &two_d_doc::Parse>,
     &two_d_doc::DecodeClaims, &two_d_doc::MayBeWhole, &two_d_doc::Restore, &two_d_doc::IsWhole,
     &two_d_doc::Doubt},
};

// How a code starts; letters of the prefix are upper case.
struct Beginning {
  std::string_view prefix;
  bool any_case;
  OtherKind kind;
};
constexpr Beginning kBeginnings[] = {
    {"HC1:", false, {"hc1", true}},                // EU Digital COVID Certificate
    {"\xDC\x02", false, {"vds", true}},            // ICAO 9303-13, version 3
    {"\xDC\x03", false, {"vds", true}},            // ICAO 9303-13, version 4
    {"\xDC\x04", false, {"2d-doc-binary", true}},  // 2D-Doc version 04 in its binary form
    {"SHC:/", true, {"smart-health-card", true}},
    {"IS01", false, {"ins", false}},  // Datamatrix INS: who a patient is, no right
    {"HTTPS://", true, {"web-address", false}},
    {"HTTP://", true, {"web-address", false}},
};

bool StartsWith(std::string_view text, const Beginning& beginning) {
  const std::string_view start = text.substr(0, beginning.prefix.size());
  return beginning.any_case ? Lower(start) == Lower(beginning.prefix) : start == beginning.prefix;
}

bool IsPlainText(std::string_view text) {
  const auto decoded = DecodeUtf8(text);
  return decoded && std::ranges::all_of(*decoded, [](char32_t c) {
           return c == '\t' || c == '\r' || c == '\n' || !IsUnsafeInText(c);
         });
}

}  // namespace

std::span<const Format> Formats() { return kFormats; }

const Format* DetectFormat(ByteSpan payload) {
  for (const Format& format : Formats()) {
    if (format.detect(payload)) return &format;
  }
  return nullptr;
}

OtherKind NameOther(ByteSpan payload) {
  const std::string_view text = AsText(payload);
  for (const Beginning& beginning : kBeginnings) {
    if (StartsWith(text, beginning)) return beginning.kind;
  }
  return {IsPlainText(text) ? "text" : "binary", false};
}

}  // namespace sceau::seal
