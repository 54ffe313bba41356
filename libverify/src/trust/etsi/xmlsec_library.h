// SPDX-License-Identifier: Apache-2.0
// xmlsec, made ready once.
#ifndef SCEAU_TRUST_ETSI_XMLSEC_LIBRARY_H_
#define SCEAU_TRUST_ETSI_XMLSEC_LIBRARY_H_

namespace sceau::trust::etsi {

// Thread-safe. False when the library could not be made ready.
bool XmlsecReady();

}  // namespace sceau::trust::etsi

#endif  // SCEAU_TRUST_ETSI_XMLSEC_LIBRARY_H_
