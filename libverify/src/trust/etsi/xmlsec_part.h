// SPDX-License-Identifier: Apache-2.0
// What libxml2 and xmlsec do for this room, loaded when a trusted list is read (base/part.h).
#ifndef SCEAU_TRUST_ETSI_XMLSEC_PART_H_
#define SCEAU_TRUST_ETSI_XMLSEC_PART_H_

#include "trust/etsi/read_list.h"

namespace sceau::trust::etsi {

struct XmlsecPart {
  decltype(&ReadList) read_list;
};

}  // namespace sceau::trust::etsi

extern "C" [[gnu::weak]] const sceau::trust::etsi::XmlsecPart sceau_part_xmlsec;

#endif  // SCEAU_TRUST_ETSI_XMLSEC_PART_H_
