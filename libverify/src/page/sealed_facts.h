// SPDX-License-Identifier: Apache-2.0
// What a seal says that its page should print, as the comparison asks for it.
#ifndef SCEAU_PAGE_SEALED_FACTS_H_
#define SCEAU_PAGE_SEALED_FACTS_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "page/printed_date.h"
#include "sceau/claims.h"

namespace sceau::page {

// A name of whoever holds the paper.
constexpr bool IsNameOfHolder(PrintedKind kind) {
  using enum PrintedKind;
  return kind == kBirthName || kind == kNameInUse || kind == kGivenNames || kind == kWholeName;
}

struct SealedRight {
  std::uint8_t row = 0;
  std::string kind{};  // as PrintedFact has it
  std::vector<std::string> words{};
  std::string from{};
  std::optional<std::string> until{};
};

struct SealedPerson {
  std::uint8_t row = 0;
  std::string name{};
  std::string given_names{};
  std::string birth_date{};
  std::string birth_rank{};
};

class SealedFacts {
 public:
  // `claims` must outlive it.
  explicit SealedFacts(const Claims& claims);

  std::span<const PrintedFact> all() const { return claims_.printed; }
  const PrintedFact* Find(PrintedKind kind, std::uint8_t row = 0) const;  // null where none is
  std::string ValueOf(PrintedKind kind) const;                            // "" where none is

  const std::vector<SealedRight>& rights() const { return rights_; }
  const std::vector<SealedPerson>& dependants() const { return dependants_; }
  const std::vector<std::string>& right_days() const { return right_days_; }
  bool is_whole() const { return claims_.printed_is_whole; }
  std::span<const std::string> titles() const { return claims_.printed_titles; }
  bool has_layout() const { return claims_.layout.has_value(); }
  bool has_known_layout() const;  // one whose words and drawing we know

  // A day of a right, of the validity or of the issue.
  bool IsKnownDay(const PrintedDate& date) const;

 private:
  const Claims& claims_;
  std::vector<SealedRight> rights_;
  std::vector<SealedPerson> dependants_;
  std::vector<std::string> right_days_;
};

}  // namespace sceau::page

#endif  // SCEAU_PAGE_SEALED_FACTS_H_
