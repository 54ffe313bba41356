// SPDX-License-Identifier: Apache-2.0
// A policy names, for each axis, the results that `valid` may have. Data, not code:
// docs/schemas/policy.schema.json.
//
// What a policy cannot do: accept an altered, malformed or unknown seal, or a check that did not
// run. Whether a result that is not accepted means `invalid` or `undetermined` is not the policy's
// choice either; see judge.cc.
#ifndef SCEAU_VERIFY_POLICY_H_
#define SCEAU_VERIFY_POLICY_H_

#include <optional>
#include <set>
#include <string>

#include "sceau/report.h"

namespace sceau::verify {

struct Policy {
  std::string name;
  std::set<SealAxis> seal;
  std::set<StatusAxis> status;
  std::set<RightsAxis> rights;
  std::set<HolderAxis> holder;
  std::set<DocumentAxis> document;
  // The same of seals that name the layout of their page; none: as any other seal.
  std::set<DocumentAxis> document_of_known_layout;
  std::set<FreshnessAxis> freshness;
  // The reader's own limit on the age of a document on the date of care; none means no limit.
  std::optional<int> maximum_age_days;
  // The same on the age of a status list on the day of the verification.
  std::optional<int> maximum_list_age_days;
};

}  // namespace sceau::verify

#endif  // SCEAU_VERIFY_POLICY_H_
