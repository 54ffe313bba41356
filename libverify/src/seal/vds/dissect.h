// SPDX-License-Identifier: Apache-2.0
// What `inspect` shows of a seal: offsets and meanings.
#ifndef SCEAU_SEAL_VDS_DISSECT_H_
#define SCEAU_SEAL_VDS_DISSECT_H_

#include <span>

#include "base/bytes.h"
#include "sceau/inspect.h"
#include "seal/vds/features.h"
#include "seal/vds/header.h"

namespace sceau::seal::vds {

// All of them are of `payload`.
Layer DissectSeal(ByteSpan payload, const Header& header, std::span<const Feature> features,
                  const Feature& signature);

}  // namespace sceau::seal::vds

#endif  // SCEAU_SEAL_VDS_DISSECT_H_
