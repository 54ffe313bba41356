// SPDX-License-Identifier: Apache-2.0
// What a fund signs with: its signing identity. A report's issuer identity (sceau/report.h) is the
// public part of it.
#ifndef SCEAU_ISSUE_ISSUER_KEY_H_
#define SCEAU_ISSUE_ISSUER_KEY_H_

#include "crypto/certificate.h"
#include "crypto/private_key.h"

namespace sceau::issue {

struct SigningIdentity {
  crypto::PrivateKey key;
  crypto::Certificate certificate;  // of this key; may sign documents
};

}  // namespace sceau::issue

#endif  // SCEAU_ISSUE_ISSUER_KEY_H_
