// SPDX-License-Identifier: Apache-2.0
// A file is read once: what is judged is what its digest is of.
#ifndef SCEAU_VERIFIER_GUI_MODEL_VERIFY_PATH_H_
#define SCEAU_VERIFIER_GUI_MODEL_VERIFY_PATH_H_

#include <QByteArray>
#include <cstdint>
#include <span>

#include "sceau/verify.h"
#include "verifier-gui/model/documents_model.h"

namespace sceau::gui {

std::span<const std::uint8_t> viewOf(const QByteArray& bytes);
QByteArray digestOf(const QByteArray& bytes);

// The digest is that of the bytes that were judged.
Verification verifyPath(const Verifier& verifier, const QByteArray& path, const Question& question,
                        QByteArray& digest);

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_MODEL_VERIFY_PATH_H_
