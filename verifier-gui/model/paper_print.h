// SPDX-License-Identifier: Apache-2.0
// Whether two reports are about the same paper.
#ifndef SCEAU_VERIFIER_GUI_MODEL_PAPER_PRINT_H_
#define SCEAU_VERIFIER_GUI_MODEL_PAPER_PRINT_H_

#include <QByteArray>

#include "sceau/report.h"

namespace sceau::gui {

// Of what a report says of its seals, or of its other codes where it has none,
// wherever these stand on the page, whoever was asked for and whatever the page
// was seen to print: a digest, from which nothing personal can be read.
QByteArray printOf(const Report& report);

// Whether printOf() tells the paper from every other: seals of which nothing is believed look the
// same on all papers of one key.
bool isTold(const Report& report);

// What was said of a page, from the least; of several seals the gravest.
enum class PageSaid { kNothing, kAgrees, kDiffers };
PageSaid pageSaid(const Report& report);

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_MODEL_PAPER_PRINT_H_
