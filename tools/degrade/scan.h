// SPDX-License-Identifier: Apache-2.0
// What a flatbed scanner makes of a page that was not laid straight.
#ifndef SCEAU_TOOLS_DEGRADE_SCAN_H_
#define SCEAU_TOOLS_DEGRADE_SCAN_H_

#include "degrade/picture.h"

namespace sceau::degrade {

struct ScanSettings {
  double turn_degrees = 3;  // clockwise
};

// Same size as the page: turned about its middle, off-white paper, faded ink, soft optics, dust,
// sensor noise.
Picture Scan(const Picture& page, const ScanSettings& settings, Random& random);

}  // namespace sceau::degrade

#endif  // SCEAU_TOOLS_DEGRADE_SCAN_H_
