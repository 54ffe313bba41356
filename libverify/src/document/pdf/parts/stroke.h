// SPDX-License-Identifier: Apache-2.0
// Lines of a width as the shapes that they paint. Spec: ISO 32000-2, 8.4.3 and 8.5.3.2.
#ifndef SCEAU_DOCUMENT_PDF_PARTS_STROKE_H_
#define SCEAU_DOCUMENT_PDF_PARTS_STROKE_H_

#include <cstddef>
#include <optional>
#include <vector>

#include "document/pdf/content/content_state.h"

namespace sceau::document {

// The dashes of a path: `lengths` are on and off in turn, all together above zero, from `start` on.
// Nothing when there are more than `most`.
std::optional<Path> DashesOf(const Path& path, const std::vector<double>& lengths, double start,
                             std::size_t most);

// One quadrilateral for each segment. `capped`: with a round or a square end, which is drawn as a
// square: so a point is a module, as it is meant where codes are drawn by points.
Path OutlineOf(const Path& path, double width, bool capped);

// Where sides meet in points that reach beyond the outline by more than the line is wide.
Box SpikesOf(const Path& path, double width, double miter_limit);

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_PARTS_STROKE_H_
