// SPDX-License-Identifier: Apache-2.0
// What a machine-readable zone of two lines says. Spec: ICAO 9303-5 to 9303-7: visas of both sizes
// and cards of size 2 have the same first 28 characters of the second line.
#ifndef SCEAU_SEAL_VDS_ZONE_H_
#define SCEAU_SEAL_VDS_ZONE_H_

#include <cstddef>
#include <optional>
#include <string_view>

#include "sceau/claims.h"
#include "sceau/date.h"

namespace sceau::seal::vds {

// Whether a text, with spaces as fillers, has a first line of that length and enough of a second.
bool IsZone(std::string_view zone, std::size_t line);

// Nobody where it has no name. The birth date has no century: it is taken where one alone leaves
// its bearer between 0 and 115 years old on the day of issue, and left out elsewhere.
std::optional<Subject> SubjectOf(std::string_view zone, std::size_t line, Date issued_on);

// The last day of validity, of this century; nothing where the zone has none.
std::optional<Date> LastDayOf(std::string_view zone, std::size_t line);

}  // namespace sceau::seal::vds

#endif  // SCEAU_SEAL_VDS_ZONE_H_
