// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "sceau/claims.h"

namespace sceau {

const std::string* Subject::Number(NumberKind kind) const {
  const auto number = std::ranges::find(numbers, kind, &SubjectNumber::kind);
  return number == numbers.end() ? nullptr : &number->value;
}

}  // namespace sceau
