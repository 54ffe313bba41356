// SPDX-License-Identifier: Apache-2.0
// The example that the window carries: an attestation of a test issuer whom nothing else trusts. It
// is judged on the day on which it was made, so that it looks alike for ever.
#ifndef SCEAU_VERIFIER_GUI_MODEL_EXAMPLE_H_
#define SCEAU_VERIFIER_GUI_MODEL_EXAMPLE_H_

#include <QByteArray>
#include <memory>

#include "absl/status/statusor.h"
#include "sceau/verify.h"

namespace sceau::gui {

// The PDF.
QByteArray exampleDocument();

// By the roots and the list of the example, which count for nothing else; whatever is installed on
// this computer is neither read nor changed. Error: when the resources are missing.
absl::StatusOr<std::shared_ptr<const Verifier>> makeExampleVerifier();

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_MODEL_EXAMPLE_H_
