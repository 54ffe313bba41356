// SPDX-License-Identifier: Apache-2.0
// Papers that attest no right, such as an invoice or a tax notice: what their seals say of them,
// held against the values beside the labels that such papers have.
#ifndef SCEAU_PAGE_PAPER_FACTS_H_
#define SCEAU_PAGE_PAPER_FACTS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "page/differences.h"
#include "page/match_place.h"
#include "page/printed_page.h"
#include "page/sealed_facts.h"
#include "sceau/report.h"

namespace sceau::page {

struct PrintedAmount {
  std::int64_t cents = 0;
  bool has_cents = false;

  bool operator==(const PrintedAmount&) const = default;
};

// "1 234,56 €", "1.234,56", "1234", "-89,10 EUR". Nothing where anything else stands there.
std::optional<PrintedAmount> AmountIn(std::string_view text);

// Letters and digits of which the last two prove the others (ISO 13616).
bool IsAccountNumber(std::string_view letters);

// Those that stand on the page as the seal has them, of the facts that no attestation has.
std::vector<ComparedFact> FindPaperAgreements(const SealedFacts& sealed,
                                              const PrintedPage& printed);

// Only of a page that is titled as its seal's papers are, and has two kinds of their labels, or
// says whose it is: another whole value of the right form stands beside a label, in one way alone
// and for certain in sight, and what the seal says is nowhere on the page.
std::vector<Difference> FindPaperDifferences(const SealedFacts& sealed, const PrintedPage& printed,
                                             const PlaceMatcher& matcher);

}  // namespace sceau::page

#endif  // SCEAU_PAGE_PAPER_FACTS_H_
