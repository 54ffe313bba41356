// SPDX-License-Identifier: Apache-2.0
// Whether a picture of a camera shows a printed page, with a code or without, and not a table, a
// wall or a blank sheet. Nothing is read.
#ifndef SCEAU_VERIFIER_GUI_MODEL_PRINT_SEEN_H_
#define SCEAU_VERIFIER_GUI_MODEL_PRINT_SEEN_H_

#include "verifier-gui/model/camera_reader.h"

namespace sceau::gui {

bool showsPrint(const Luminance& picture);

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_MODEL_PRINT_SEEN_H_
