// SPDX-License-Identifier: Apache-2.0
#include "page/sealed_facts.h"

#include <algorithm>
#include <utility>

#include "layout/lay_out.h"

namespace sceau::page {

using enum PrintedKind;

SealedFacts::SealedFacts(const Claims& claims) : claims_(claims) {
  for (const PrintedFact& fact : claims.printed) {
    const std::uint8_t row = fact.key.row;
    if (fact.key.kind == kRight) {
      SealedRight right{.row = row, .kind = fact.value, .words = fact.words};
      if (const PrintedFact* from = Find(kRightFrom, row)) right.from = from->value;
      const PrintedFact* until = Find(kRightUntil, row);
      if (until != nullptr && !until->value.empty()) right.until = until->value;
      right_days_.push_back(right.from);
      if (right.until) right_days_.push_back(*right.until);
      rights_.push_back(std::move(right));
    }
    if (fact.key.kind == kDependantName) {
      const auto value = [&](PrintedKind kind) {
        const PrintedFact* found = Find(kind, row);
        return found != nullptr ? found->value : std::string();
      };
      dependants_.push_back({row, fact.value, value(kDependantGivenNames),
                             value(kDependantBirthDate), value(kDependantBirthRank)});
    }
  }
}

const PrintedFact* SealedFacts::Find(PrintedKind kind, std::uint8_t row) const {
  const auto found = std::ranges::find(claims_.printed, FactKey{kind, row}, &PrintedFact::key);
  return found != claims_.printed.end() ? &*found : nullptr;
}

std::string SealedFacts::ValueOf(PrintedKind kind) const {
  const PrintedFact* fact = Find(kind);
  return fact != nullptr ? fact->value : std::string();
}

bool SealedFacts::has_known_layout() const { return claims_.layout == layout::kLayoutId; }

bool SealedFacts::IsKnownDay(const PrintedDate& date) const {
  return std::ranges::any_of(right_days_, [&](const std::string& day) { return date.Is(day); }) ||
         date.Is(ValueOf(kIssuedOn)) || date.Is(ValueOf(kValidFrom)) ||
         date.Is(ValueOf(kValidUntil));
}

}  // namespace sceau::page
