// SPDX-License-Identifier: Apache-2.0
// Birth dates as French health insurance carries them: eight digits YYYYMMDD that need not be a day
// that exists. People born abroad may have a lunar date (a day or month that our calendar lacks),
// and an unknown day or month is 00. The text is what is signed, shown and compared; it is never
// turned into another date.
#ifndef SCEAU_ATTESTATION_BIRTH_DATE_H_
#define SCEAU_ATTESTATION_BIRTH_DATE_H_

#include <optional>
#include <string>
#include <string_view>

namespace sceau::attestation {

// Eight digits with a year from 1800 to 2199; any month and day.
bool IsBirthDate(std::string_view yyyymmdd);

// "12/05/1984"; `yyyymmdd` is a birth date.
std::string FormatBirthDate(std::string_view yyyymmdd);

// YYYY-MM-DD, DD/MM/YYYY (also with dots or hyphens) or YYYYMMDD -> YYYYMMDD. Eight digits that
// could only be a day first are not guessed at: nothing.
std::optional<std::string> ParseBirthDate(std::string_view text);

}  // namespace sceau::attestation

#endif  // SCEAU_ATTESTATION_BIRTH_DATE_H_
