// SPDX-License-Identifier: Apache-2.0
#include "verify/axis_names.h"

#include "sceau/verify.h"

namespace sceau {

std::string_view Name(Verdict verdict) {
  switch (verdict) {
    case Verdict::kUndetermined:
      return "undetermined";
    case Verdict::kInvalid:
      return "invalid";
    case Verdict::kValid:
      return "valid";
  }
  return "undetermined";
}

std::string_view Name(Outcome outcome) {
  switch (outcome) {
    case Outcome::kNotConfirmed:
      return "not-confirmed";
    case Outcome::kInOrder:
      return "in-order";
    case Outcome::kRightsNotOpen:
      return "rights-not-open";
    case Outcome::kRefused:
      return "refused";
    case Outcome::kNoSeal:
      return "no-seal";
  }
  return "not-confirmed";
}

std::string_view Name(Signature signature) {
  switch (signature) {
    case Signature::kNotChecked:
      return "not-checked";
    case Signature::kMismatch:
      return "mismatch";
    case Signature::kVerified:
      return "verified";
  }
  return "not-checked";
}

std::string_view Name(SealAxis value) { return verify::NameIn(verify::kSealNames, value); }
std::string_view Name(StatusAxis value) { return verify::NameIn(verify::kStatusNames, value); }
std::string_view Name(RightsAxis value) { return verify::NameIn(verify::kRightsNames, value); }
std::string_view Name(HolderAxis value) { return verify::NameIn(verify::kHolderNames, value); }
std::string_view Name(DocumentAxis value) { return verify::NameIn(verify::kDocumentNames, value); }
std::string_view Name(FreshnessAxis value) {
  return verify::NameIn(verify::kFreshnessNames, value);
}
std::string_view Name(PrintedKind value) { return verify::NameIn(verify::kPrintedNames, value); }
std::string_view Name(FactResult value) { return verify::NameIn(verify::kFactResultNames, value); }
std::string_view Name(ComparisonWay value) { return verify::NameIn(verify::kWayNames, value); }

}  // namespace sceau
