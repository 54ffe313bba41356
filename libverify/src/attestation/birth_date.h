// SPDX-License-Identifier: Apache-2.0
// Birth dates as French health insurance carries them: eight digits YYYYMMDD that need not be a day
// that exists. People born abroad may have a lunar date (a day or month that our calendar lacks),
// and an unknown day or month is 00. The text is what is signed and shown; it is never turned into
// another date.
#ifndef SCEAU_ATTESTATION_BIRTH_DATE_H_
#define SCEAU_ATTESTATION_BIRTH_DATE_H_

#include <string>
#include <string_view>
#include <vector>

namespace sceau::attestation {

// True for eight digits with a year from 1800 to 2199, whatever the month and the day.
bool IsBirthDate(std::string_view yyyymmdd);

// Formats a birth date as "12/05/1984". `yyyymmdd` must pass IsBirthDate().
std::string FormatBirthDate(std::string_view yyyymmdd);

// Returns what a date that somebody typed can mean, as YYYYMMDD; nothing when it is not a date. The
// day or the year may come first, with or without separators; a missing day, or a missing day and
// month, is 00. A year of two digits belongs to this century or to the last, and so has two
// meanings.
std::vector<std::string> ReadBirthDate(std::string_view text);

enum class BirthDateLikeness { kDiffers, kClose, kSameAsFarAsKnown, kSame };

// Compares two birth dates. A part that is 00 is unknown and agrees with anything. A day and month
// that our calendar lacks agree with 1 January, which programs put in their place, and are close to
// any other day of their year, since the month may have been typed first.
BirthDateLikeness CompareBirthDates(std::string_view a, std::string_view b);

}  // namespace sceau::attestation

#endif  // SCEAU_ATTESTATION_BIRTH_DATE_H_
