// SPDX-License-Identifier: Apache-2.0
// How ICAO's seals name a certificate: country and common name of the signer, and the serial number
// that its authority gave the certificate.
#ifndef SCEAU_SEAL_VDS_KEY_NAMES_H_
#define SCEAU_SEAL_VDS_KEY_NAMES_H_

#include "seal/key_id.h"
#include "seal/vds/header.h"

namespace sceau::seal::vds {

// "DE/TS/27": zeros before the reference say nothing.
KeyId KeyIdOf(const Header& header);

extern const KeyNaming kKeysBySerialNumber;

}  // namespace sceau::seal::vds

#endif  // SCEAU_SEAL_VDS_KEY_NAMES_H_
