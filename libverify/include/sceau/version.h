// SPDX-License-Identifier: Apache-2.0
#ifndef SCEAU_VERSION_H_
#define SCEAU_VERSION_H_

#include <string_view>

#include "sceau/public.h"

namespace SCEAU_PUBLIC sceau {

// "0.1.0", with a NUL behind it. Static storage.
std::string_view Version();

}  // namespace sceau

#endif  // SCEAU_VERSION_H_
