// SPDX-License-Identifier: Apache-2.0
#include "trust/etsi/xmlsec_part.h"

const sceau::trust::etsi::XmlsecPart sceau_part_xmlsec = {&sceau::trust::etsi::ReadList};
