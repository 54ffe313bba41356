// SPDX-License-Identifier: Apache-2.0
// Words that a machine read off the pixels of a page: what of them certainly contradicts the seal.
#ifndef SCEAU_PAGE_COMPARE_RECOGNISED_H_
#define SCEAU_PAGE_COMPARE_RECOGNISED_H_

#include <string_view>

#include "base/page.h"
#include "page/check_printed.h"

namespace sceau::page {

// Whether recognised words could say anything of the page: the seal names no layout of ours, it is
// of a sort of paper whose labels we know, a fact is open, and no word of the file is certain.
bool IsWorthRecognising(const Claims& claims, const Page& page,
                        const std::vector<ComparedFact>& printed);

// Adds to `checked` what recognised words say against the seal (ComparisonWay::kRecognised), and
// the axis with it. They never say anything for it: a machine reads an edited letter as the one
// that it expects. `recognised` has their boxes, and those that are certain are kShown.
//
// A fact differs where it does on a page of words, and moreover
// - its value is a whole name, day, amount or number of the right form, which no slip in reading
//   makes of the sealed one (IsSlipInReading());
// - neither the sealed value nor anything that may be a bad reading of it stands elsewhere;
// - the page is of the seal's holder: another of its values stands there as sealed, or two differ;
// - most words of the page were certain.
void CompareRecognised(const Claims& claims, const Page& recognised, CheckedPage& checked);

// Both in capitals and digits without spaces. True where at most two letters or digits are taken
// for ones that look alike on bad paper, or at most two are added or lost.
bool IsSlipInReading(std::string_view one, std::string_view other);

}  // namespace sceau::page

#endif  // SCEAU_PAGE_COMPARE_RECOGNISED_H_
