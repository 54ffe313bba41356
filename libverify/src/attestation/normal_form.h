// SPDX-License-Identifier: Apache-2.0
// Unicode Normalization Form C (UAX #15): the one way to write an accented letter in a seal.
#ifndef SCEAU_ATTESTATION_NORMAL_FORM_H_
#define SCEAU_ATTESTATION_NORMAL_FORM_H_

#include <string>
#include <string_view>

namespace sceau::attestation {

// Returns the text in Normalization Form C. Text that is not UTF-8 comes back as it is.
std::string ToNfc(std::string_view utf8);

// True when a letter of the text is written from right to left (Hebrew, Arabic and others).
bool HasRightToLeftLetter(std::string_view utf8);

}  // namespace sceau::attestation

#endif  // SCEAU_ATTESTATION_NORMAL_FORM_H_
