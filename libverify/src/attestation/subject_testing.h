// SPDX-License-Identifier: Apache-2.0
// How tests print a subject.
#ifndef SCEAU_ATTESTATION_SUBJECT_TESTING_H_
#define SCEAU_ATTESTATION_SUBJECT_TESTING_H_

#include <ostream>

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

#endif  // SCEAU_ATTESTATION_SUBJECT_TESTING_H_
