// SPDX-License-Identifier: Apache-2.0
#include "seal/hc1/subject.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "base/text.h"

namespace sceau::seal::hc1 {
namespace {

using codec::CborItem;

// The schema cuts names off here.
constexpr std::size_t kMaxNameLength = 80;

std::string_view TextIn(const CborItem& map, std::string_view key) {
  const CborItem* item = map.Find(key);
  if (item == nullptr || !item->WithoutTags().IsText()) return {};
  return item->WithoutTags().text();
}

bool IsSafe(std::string_view text) {
  const auto characters = DecodeUtf8(text);
  return characters && std::ranges::none_of(*characters, IsUnsafeInText);
}

bool IsWhole(std::string_view name) {
  const auto characters = DecodeUtf8(name);
  return !name.empty() && characters && characters->size() < kMaxNameLength;
}

// In a passport, "<" stands for a space or a hyphen.
std::string WithoutFillers(std::string_view name) {
  std::string text(name);
  std::ranges::replace(text, '<', ' ');
  return text;
}

std::string NameIn(const CborItem& names, std::string_view own, std::string_view passport) {
  const std::string_view written = TextIn(names, own);
  return written.empty() ? WithoutFillers(TextIn(names, passport)) : std::string(written);
}

// "1990-01-31", "1990-01", "1990", each also with a time: YYYYMMDD with zeros for what is not
// known.
std::string BirthDateOf(std::string_view born) {
  constexpr std::string_view kShape = "dddd-dd-dd";
  std::string digits;
  for (std::size_t i = 0; i < std::min(born.size(), kShape.size()); ++i) {
    if (kShape[i] == 'd' ? !IsDigit(born[i]) : born[i] != kShape[i]) return {};
    if (IsDigit(born[i])) digits.push_back(born[i]);
  }
  constexpr std::size_t kYear = 4;
  constexpr std::size_t kMonth = 7;
  const bool is_whole = born.size() == kYear || born.size() == kMonth ||
                        born.size() == kShape.size() ||
                        (born.size() > kShape.size() && born[kShape.size()] == 'T');
  if (!is_whole) return {};
  digits.resize(8, '0');
  return digits;
}

}  // namespace

std::vector<Subject> SubjectsOf(const CborItem& certificate) {
  const CborItem* found = certificate.Find("nam");
  if (found == nullptr) return {};
  const CborItem& names = found->WithoutTags();
  Subject subject;
  const std::string family = NameIn(names, "fn", "fnt");
  subject.given_names = NameIn(names, "gn", "gnt");
  if (family.empty() && subject.given_names.empty()) return {};
  if (!IsSafe(family) || !IsSafe(subject.given_names)) return {};
  if (!family.empty()) subject.name_in_use = family;
  subject.birth_date = BirthDateOf(TextIn(certificate, "dob"));
  subject.is_name_complete = IsWhole(family) && IsWhole(subject.given_names);
  return {subject};
}

}  // namespace sceau::seal::hc1
