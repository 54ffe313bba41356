// SPDX-License-Identifier: Apache-2.0
#include "sceau/seal_formats.h"

#include "seal/registry.h"

namespace sceau {

std::vector<SealFormat> SealFormats() {
  std::vector<SealFormat> formats;
  for (const seal::Format& format : seal::Formats())
    formats.push_back({std::string(format.id), format.scoped_by_fund, format.is_in_trusted_lists});
  return formats;
}

}  // namespace sceau
