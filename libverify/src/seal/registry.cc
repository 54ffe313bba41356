// SPDX-License-Identifier: Apache-2.0
#include "seal/registry.h"

#include <algorithm>

#include "base/text.h"
#include "seal/ad1/decode_claims.h"
#include "seal/ad1/parse.h"
#include "seal/hc1/parse.h"
#include "seal/two_d_doc/key_names.h"
#include "seal/two_d_doc/parse.h"
#include "seal/two_d_doc/restore.h"
#include "seal/vds/key_names.h"
#include "seal/vds/parse.h"

namespace sceau::seal {
namespace {

constexpr Typed kTypedAd1 = {.is_base45 = true, .may_be_whole = &ad1::MayBeWhole};
constexpr Typed kTypedHc1 = {.is_base45 = true, .may_be_whole = &hc1::MayBeWhole};
constexpr Typed kTypedTwoDDoc = {.may_be_whole = &two_d_doc::MayBeWhole,
                                 .restore = &two_d_doc::Restore,
                                 .is_whole = &two_d_doc::IsWhole,
                                 .doubt = &two_d_doc::Doubt};

constexpr Format kFormats[] = {
    {.id = "ad1",
     .beginning = "AD1:",
     .printed = true,
     .key_naming = &kKeysByCertificateHash,
     .scoped_by_fund = true,
     .typed = &kTypedAd1,
     .detect = &ad1::Detect,
     .parse = &ad1::Parse,
     .decode_claims = &ad1::DecodeClaims},
    {.id = "2d-doc",
     .beginning = "DC0",
     .key_naming = &two_d_doc::kKeysByCommonNames,
     .leaf_is_certified_by_authority = true,
     .is_in_trusted_lists = true,
     .is_authority_name = &two_d_doc::IsAuthorityName,
     .is_test_key = &two_d_doc::IsTestKey,
     .typed = &kTypedTwoDDoc,
     .detect = &two_d_doc::Detect,
     .parse = &two_d_doc::Parse,
     .decode_claims = &two_d_doc::DecodeClaims},
    {.id = "hc1",
     .beginning = "HC1:",
     .key_naming = &kKeysByCertificateHash,
     .key_kinds = {.rsa = true, .of_authorities = true},
     .states_hash_alone = true,
     .typed = &kTypedHc1,
     .detect = &hc1::Detect,
     .parse = &hc1::Parse,
     .decode_claims = &hc1::DecodeClaims},
    {.id = "vds",
     .beginning = "\xDC",
     .key_naming = &vds::kKeysBySerialNumber,
     .key_kinds = {.state_curves = true},
     .leaf_is_certified_by_authority = true,
     .detect = &vds::Detect,
     .parse = &vds::Parse,
     .decode_claims = &vds::DecodeClaims},
};

// How a code starts; letters of the prefix are upper case.
struct Beginning {
  std::string_view prefix;
  bool any_case;
  OtherKind kind;
};
constexpr Beginning kBeginnings[] = {
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

const Format* FindFormat(std::string_view id) {
  const auto found = std::ranges::find(Formats(), id, &Format::id);
  return found == Formats().end() ? nullptr : &*found;
}

absl::StatusOr<ParsedSeal> Parse(const Format& format, ByteSpan payload, const Limits& limits) {
  auto seal = format.parse(payload, limits);
  if (seal.ok()) seal->format = &format;
  return seal;
}

OtherKind NameOther(ByteSpan payload) {
  const std::string_view text = AsText(payload);
  for (const Beginning& beginning : kBeginnings) {
    if (StartsWith(text, beginning)) return beginning.kind;
  }
  return {IsPlainText(text) ? "text" : "binary", false};
}

}  // namespace sceau::seal
