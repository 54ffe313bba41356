// SPDX-License-Identifier: Apache-2.0
// Days of which a page prints a part: "mai 1984", "05/1984", a year in words.
#ifndef SCEAU_PAGE_PARTIAL_DATE_H_
#define SCEAU_PAGE_PARTIAL_DATE_H_

#include <string>
#include <string_view>

#include "page/printed_page.h"

namespace sceau::page {

// "MILNEUFCENTQUATREVINGTQUATRE" of "1984"; "" outside of two centuries.
Letters YearInLetters(std::string_view year);

// The month and the year of the day without a day before them, or its year in words.
bool PrintsPartOf(const PrintedPage& printed, std::string_view yyyymmdd);

}  // namespace sceau::page

#endif  // SCEAU_PAGE_PARTIAL_DATE_H_
