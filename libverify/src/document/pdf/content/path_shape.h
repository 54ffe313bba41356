// SPDX-License-Identifier: Apache-2.0
// What decides whether a path covers all of its box.
#ifndef SCEAU_DOCUMENT_PDF_CONTENT_PATH_SHAPE_H_
#define SCEAU_DOCUMENT_PDF_CONTENT_PATH_SHAPE_H_

#include "document/pdf/content/content_state.h"

namespace sceau::document {

Box BoxOf(const Path& path);

// How often its sides turn right round, there and back, all together: 1 for a rectangle or a disc,
// a few for a letter, dozens for the outline of a code.
double TurnsOf(const Path& path);

// Whether one shape without a dent lies all round the points of another path.
bool LiesRound(const Path& convex, const Path& inner);

// A rectangle along the page's axes.
bool IsUpright(const Path& path);
bool IsUpright(const Subpath& shape);
// The unit square becomes one.
bool IsUpright(const Matrix& m);

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_CONTENT_PATH_SHAPE_H_
