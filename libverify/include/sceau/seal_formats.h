// SPDX-License-Identifier: Apache-2.0
// The seal formats that Sceau verifies.
#ifndef SCEAU_SEAL_FORMATS_H_
#define SCEAU_SEAL_FORMATS_H_

#include <string>
#include <vector>

#include "sceau/public.h"

namespace SCEAU_PUBLIC sceau {

struct SealFormat {
  std::string id;  // "ad1"
  // It attests rights: an issuer may seal it for the funds that a bundle names.
  bool scoped_by_fund = false;
  // ETSI trusted lists say who may certify the keys of its issuers.
  bool is_in_trusted_lists = false;
};

// All of them, always in the same order. May be called from any thread.
std::vector<SealFormat> SealFormats();

}  // namespace sceau

#endif  // SCEAU_SEAL_FORMATS_H_
