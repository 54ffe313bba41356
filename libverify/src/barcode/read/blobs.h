// SPDX-License-Identifier: Apache-2.0
// Finds connected areas of a map of cells.
#ifndef SCEAU_BARCODE_READ_BLOBS_H_
#define SCEAU_BARCODE_READ_BLOBS_H_

#include <cstdint>
#include <vector>

#include "barcode/read/geometry.h"
#include "barcode/read/plane.h"

namespace sceau::barcode {

// Cells [begin, end) of a row.
struct Run {
  int row;
  int begin;
  int end;
};

struct Blob {
  int cells = 0;
  double sum = 0;  // of the map over its cells
  std::vector<Run> runs;
};

// The areas of cells above `threshold` that touch by their sides. Bridges and spikes narrower than
// 2 radius + 1 cells are cut off first; areas of fewer than `least_cells` cells are left out.
std::vector<Blob> FindBlobs(const Plane<float>& map, float threshold, int radius, int least_cells);

// The end points of the blob's runs, which are all that its convex hull needs.
Polygon EndsOf(const Blob& blob);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_BLOBS_H_
