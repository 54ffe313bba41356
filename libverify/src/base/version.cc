// SPDX-License-Identifier: Apache-2.0
#include "sceau/version.h"

namespace sceau {

std::string_view Version() { return SCEAU_VERSION; }

}  // namespace sceau
