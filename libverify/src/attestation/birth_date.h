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

// Eight digits with a year from 1800 to 2199; any month and day.
bool IsBirthDate(std::string_view yyyymmdd);

// "12/05/1984"; `yyyymmdd` is a birth date.
std::string FormatBirthDate(std::string_view yyyymmdd);

// What a date that somebody typed can mean, as YYYYMMDD; nothing when it is none. Day first or year
// first, with or without separators; without a day, or a day and a month, these are 00. A year of
// two digits is one of this century or of the last, so that it has two meanings.
std::vector<std::string> ReadBirthDate(std::string_view text);

enum class BirthDateLikeness { kDiffers, kClose, kSameAsFarAsKnown, kSame };

// Two birth dates. What is unknown in one agrees with anything in the other: a part that is 00. A
// day and month that our calendar lacks agree with 1 January, which programs put in their place,
// and are close to any other of their year: a month may have been typed first.
BirthDateLikeness CompareBirthDates(std::string_view a, std::string_view b);

}  // namespace sceau::attestation

#endif  // SCEAU_ATTESTATION_BIRTH_DATE_H_
