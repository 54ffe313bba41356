// SPDX-License-Identifier: Apache-2.0
// The roots and the bundle of the vectors, for tests of what installs them.
#ifndef SCEAU_VERIFIER_GUI_TESTING_TRUST_VECTORS_H_
#define SCEAU_VERIFIER_GUI_TESTING_TRUST_VECTORS_H_

#include <QString>

#include "sceau/date.h"

namespace sceau::gui {

QString trustVector(const char* name);
Instant issuedOfTrustVector();

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_TESTING_TRUST_VECTORS_H_
