// SPDX-License-Identifier: Apache-2.0
#include "seal/two_d_doc/mrz.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "base/text.h"

namespace sceau::seal::two_d_doc {
namespace {

constexpr std::size_t kPassportLength = std::size_t{2} * 44;
constexpr std::size_t kCardLength = std::size_t{3} * 30;
constexpr std::size_t kTwoLineLength = std::size_t{2} * 36;
constexpr std::string_view kFillers = "  ";

struct ZoneNames {
  std::string_view family{};
  std::string_view given{};
  bool is_cut = false;
};

// Both in one place, with two fillers between. Where none is left at the end, a name may be cut.
ZoneNames Apart(std::string_view place) {
  const std::size_t end = std::min(place.find(kFillers), place.size());
  return {Trim(place.substr(0, end)), Trim(place.substr(end)), !place.ends_with(' ')};
}

ZoneNames NamesIn(std::string_view zone) {
  if (zone.size() == kPassportLength && zone.starts_with('P')) return Apart(zone.substr(5, 39));
  if (zone.size() == kCardLength) return Apart(zone.substr(60, 30));
  if (zone.size() != kTwoLineLength) return {};
  if (!zone.starts_with("IDFRA")) return Apart(zone.substr(5, 31));
  const std::string_view family = zone.substr(5, 25);
  const std::string_view given = zone.substr(49, 14);
  return {Trim(family), Trim(given), !family.ends_with(' ') || !given.ends_with(' ')};
}

bool AreNames(std::string_view text) {
  return !text.empty() &&
         std::ranges::all_of(text, [](char c) { return (c >= 'A' && c <= 'Z') || c == ' '; });
}

}  // namespace

std::optional<Subject> SubjectOfMrz(std::string_view zone) {
  std::string spaced(zone);
  std::ranges::replace(spaced, '<', ' ');
  const ZoneNames names = NamesIn(spaced);
  if (!AreNames(names.family) || !AreNames(names.given)) return std::nullopt;
  return Subject{.name_in_use = std::string(names.family),
                 .given_names = std::string(names.given),
                 .is_name_complete = !names.is_cut};
}

}  // namespace sceau::seal::two_d_doc
