// SPDX-License-Identifier: Apache-2.0
// Subjects for tests, and how tests print them.
#ifndef SCEAU_ATTESTATION_SUBJECT_TESTING_H_
#define SCEAU_ATTESTATION_SUBJECT_TESTING_H_

#include <ostream>
#include <string>
#include <utility>

#include "sceau/claims.h"

namespace sceau {

inline void PrintTo(const Subject& subject, std::ostream* out) {
  *out << "birth name '" << subject.birth_name << "', in use '" << subject.name_in_use.value_or("-")
       << "', given '" << subject.given_names << "', whole '" << subject.whole_name << "', born '"
       << subject.birth_date << "', numbers " << subject.numbers.size()
       << (subject.role == SubjectRole::kListed ? ", listed" : "")
       << (subject.is_name_complete ? ", complete" : ", incomplete");
}

}  // namespace sceau

namespace sceau::attestation {

// As an invoice names its customer.
inline Subject Invoiced(std::string family, std::string given, bool is_complete = true) {
  return {.name_in_use = std::move(family),
          .given_names = std::move(given),
          .is_name_complete = is_complete};
}

inline Subject InOneLine(std::string name, bool is_complete = true) {
  return {.whole_name = std::move(name), .is_name_complete = is_complete};
}

}  // namespace sceau::attestation

#endif  // SCEAU_ATTESTATION_SUBJECT_TESTING_H_
