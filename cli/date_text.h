// SPDX-License-Identifier: Apache-2.0
// Dates as people type them.
#ifndef SCEAU_CLI_DATE_TEXT_H_
#define SCEAU_CLI_DATE_TEXT_H_

#include <optional>
#include <string_view>

#include "sceau/date.h"

namespace sceau::cli {

// 2026-10-31, 31/10/2026, 31-10-2026, 31.10.2026, "31 octobre 2026", "1er nov. 2026", "31 October
// 2026": the day before the month, the year in four digits.
std::optional<Date> ParseTypedDate(std::string_view text);

}  // namespace sceau::cli

#endif  // SCEAU_CLI_DATE_TEXT_H_
