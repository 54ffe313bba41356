// SPDX-License-Identifier: Apache-2.0
// The rules of an attestation, wherever it came from.
#include <algorithm>

#include "attestation/birth_date.h"
#include "attestation/claims_json.h"
#include "attestation/nir.h"
#include "attestation/normal_form.h"
#include "attestation/validity.h"
#include "base/status.h"
#include "base/text.h"
#include "fmt/format.h"

namespace sceau::attestation {
namespace {

constexpr std::size_t kMaxTextCharacters = 100;
constexpr std::size_t kMaxRights = 16;
constexpr std::size_t kMaxDependants = 12;
constexpr std::size_t kMaxDigests = 16;
constexpr int kMaxRank = 99;
constexpr int kValidityMonths = 6;

absl::Status Broken(Reason reason, std::string_view pointer, std::string_view rule) {
  return Refuse(reason, fmt::format("{}: {}", pointer, rule));
}

// True for a space of any width: they all look alike.
bool IsSpace(char32_t c) {
  return c == U' ' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
         c == 0x205F || c == 0x3000;
}

absl::Status CheckText(const std::string& text, std::string_view pointer) {
  const auto decoded = DecodeUtf8(text);
  if (!decoded) return Broken(Reason::kClaimsBadText, pointer, "not utf-8");
  if (decoded->empty() || decoded->size() > kMaxTextCharacters) {
    return Broken(Reason::kClaimsBadText, pointer, "1 to 100 characters are needed");
  }
  if (std::ranges::any_of(*decoded, IsUnsafeInText)) {
    return Broken(Reason::kClaimsBadText, pointer, "holds a control or invisible character");
  }
  const auto are_spaces = [](char32_t a, char32_t b) { return IsSpace(a) && IsSpace(b); };
  if (IsSpace(decoded->front()) || IsSpace(decoded->back()) ||
      std::ranges::adjacent_find(*decoded, are_spaces) != decoded->end()) {
    return Broken(Reason::kClaimsBadText, pointer, "holds a space at an end or two together");
  }
  if (ToNfc(text) != text)
    return Broken(Reason::kClaimsNotNormalised, pointer, "not in Normalization Form C");
  return absl::OkStatus();
}

absl::Status CheckBirth(const std::string& birth_date, int rank, const std::string& pointer) {
  if (!IsBirthDate(birth_date)) {
    return Broken(Reason::kClaimsBadBirthDate, pointer + "/birth_date",
                  "YYYY-MM-DD or YYYYMMDD is needed");
  }
  if (rank > kMaxRank)
    return Broken(Reason::kClaimsWrongType, pointer + "/birth_rank", "0 to 99 is needed");
  return absl::OkStatus();
}

absl::Status CheckHolder(const Holder& holder) {
  SCEAU_RETURN_IF_ERROR(CheckText(holder.birth_name, "/holder/birth_name"));
  if (holder.name_in_use)
    SCEAU_RETURN_IF_ERROR(CheckText(*holder.name_in_use, "/holder/name_in_use"));
  SCEAU_RETURN_IF_ERROR(CheckText(holder.given_names, "/holder/given_names"));
  SCEAU_RETURN_IF_ERROR(CheckBirth(holder.birth_date, holder.birth_rank, "/holder"));
  if (!holder.nir) return absl::OkStatus();
  const auto nir = Nir::Parse(*holder.nir);
  if (!nir.ok()) return Broken(ReasonOf(nir.status()), "/holder/nir", DetailOf(nir.status()));
  if (nir->text() != *holder.nir)
    return Broken(Reason::kClaimsBadNir, "/holder/nir", "15 characters without spaces are needed");
  return absl::OkStatus();
}

absl::Status CheckFund(const Fund& fund) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto digit_or_letter = [&](char c) { return digit(c) || (c >= 'A' && c <= 'Z'); };
  const std::string& code = fund.code;
  const bool shaped = code.size() == 9 && std::all_of(code.begin(), code.begin() + 2, digit) &&
                      std::all_of(code.begin() + 2, code.begin() + 5, digit_or_letter) &&
                      std::all_of(code.begin() + 5, code.end(), digit);
  if (!shaped) return Broken(Reason::kClaimsBadFund, "/fund/code", "regime 2, fund 3, centre 4");
  return CheckText(fund.name, "/fund/name");
}

absl::Status CheckRights(const std::vector<Right>& rights) {
  if (rights.empty())
    return Broken(Reason::kClaimsMissingField, "/rights", "at least one right is needed");
  if (rights.size() > kMaxRights) return Broken(Reason::kClaimsTooMany, "/rights", "at most 16");
  for (std::size_t i = 0; i < rights.size(); ++i) {
    const Right& right = rights[i];
    if (right.until && *right.until < right.from) {
      return Broken(Reason::kClaimsBadPeriod, fmt::format("/rights/{}/until", i),
                    "ends before it starts");
    }
    if (i == 0) continue;
    const Right& before = rights[i - 1];
    if (right.kind < before.kind)
      return Broken(Reason::kClaimsBadPeriod, fmt::format("/rights/{}", i), "not sorted by kind");
    if (right.kind == before.kind && (!before.until || right.from <= *before.until)) {
      return Broken(Reason::kClaimsBadPeriod, fmt::format("/rights/{}/from", i),
                    "overlaps the period before");
    }
  }
  return absl::OkStatus();
}

absl::Status CheckDependants(const std::vector<Dependant>& dependants) {
  if (dependants.size() > kMaxDependants)
    return Broken(Reason::kClaimsTooMany, "/dependants", "at most 12");
  for (std::size_t i = 0; i < dependants.size(); ++i) {
    const std::string pointer = fmt::format("/dependants/{}", i);
    SCEAU_RETURN_IF_ERROR(CheckText(dependants[i].name, pointer + "/name"));
    SCEAU_RETURN_IF_ERROR(CheckText(dependants[i].given_names, pointer + "/given_names"));
    SCEAU_RETURN_IF_ERROR(CheckBirth(dependants[i].birth_date, dependants[i].birth_rank, pointer));
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status Check(const Attestation& attestation) {
  SCEAU_RETURN_IF_ERROR(CheckHolder(attestation.holder));
  SCEAU_RETURN_IF_ERROR(CheckFund(attestation.fund));
  SCEAU_RETURN_IF_ERROR(CheckRights(attestation.rights));
  SCEAU_RETURN_IF_ERROR(CheckDependants(attestation.dependants));
  if (attestation.digests.size() > kMaxDigests)
    return Broken(Reason::kClaimsTooMany, "/digests", "at most 16");
  if (attestation.valid_until < attestation.valid_from) {
    return Broken(Reason::kClaimsBadPeriod, "/valid_until", "ends before it starts");
  }
  return absl::OkStatus();
}

absl::Status CheckValidityLength(const Attestation& attestation) {
  // From 15 January, six months end on 14 July.
  if (attestation.valid_until < AddMonths(attestation.valid_from, kValidityMonths))
    return absl::OkStatus();
  return Broken(Reason::kClaimsTooLongValidity, "/valid_until",
                "more than six months after /valid_from");
}

std::chrono::seconds TimeToEnd(Instant signed_at, Date last_day) {
  return StartOfParisDay(AddDays(last_day, 1)) - signed_at;
}

}  // namespace sceau::attestation
