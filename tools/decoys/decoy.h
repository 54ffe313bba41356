// SPDX-License-Identifier: Apache-2.0
// Pictures on which a careless reader sees a seal, or a code that is not there. All of them are
// made here from a seed, the same on every machine.
#ifndef SCEAU_TOOLS_DECOYS_DECOY_H_
#define SCEAU_TOOLS_DECOYS_DECOY_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/page.h"

namespace sceau::decoys {

struct Decoy {
  std::string_view kind;
  PageImage image;
  std::vector<Bytes> codes;      // the payloads of the codes that are really on it
  bool may_look_sealed = false;  // they begin like a seal and are not seals
};

// Makes the decoy of a seed. Kinds take turns, so that a run of consecutive seeds has the same
// number of each.
Decoy MakeDecoy(std::uint64_t seed, int width, int height);

}  // namespace sceau::decoys

#endif  // SCEAU_TOOLS_DECOYS_DECOY_H_
