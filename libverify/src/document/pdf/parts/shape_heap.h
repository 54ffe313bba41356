// SPDX-License-Identifier: Apache-2.0
// Pieces of shapes that lie close together, and whether they may be the modules of a code.
#ifndef SCEAU_DOCUMENT_PDF_PARTS_SHAPE_HEAP_H_
#define SCEAU_DOCUMENT_PDF_PARTS_SHAPE_HEAP_H_

#include <cstddef>
#include <optional>
#include <vector>

#include "document/pdf/content/content_state.h"

namespace sceau::document {

// One subpath in the turned frame.
struct Piece {
  Box box;
  std::size_t shape = 0;
  std::size_t points = 0;
  double area = 0;
  double edge = 0;      // the shortest side
  double turns = 0;     // of those that are large; see TurnsOf()
  double outline = 0;   // length of all sides
  double straight = 0;  // of those along the frame
  // Of shapes with few corners: where the longest side points to, degrees of a right angle, and the
  // length of those that run so or across.
  double tilt = 0;
  double tilted = 0;
  bool goes_on = false;  // Subpath::goes_on

  // Half of the width of a square, the width of a long line.
  double thick() const { return outline > 0 ? 2 * area / outline : 0; }
};

// What a heap may be made of: rectangles along the frame, dots of one size, or shapes that are
// neither.
enum class Modules { kNone, kAlongFrame, kDots, kTilted };

struct Heap {
  Modules modules = Modules::kNone;
  Box box;
  std::size_t pieces = 0;
  std::size_t bends = 0;  // of the pieces: those that go on
  std::size_t points = 0;
  double area = 0;
  double outline = 0;
  double bent = 0;  // of the outline: that of the bends
  double straight = 0;
  std::size_t last = 0;  // shape
  bool has_outline = false;
  std::vector<double> edges;
  std::vector<double> dots;          // widths of round pieces
  std::vector<Box> squares;          // round or not
  std::vector<const Piece*> facets;  // with few corners, of the pieces that were searched
};

// The smallest symbols have more than so many runs.
inline constexpr std::size_t kMinShapes = 8;
// What differs by a smaller share is of one size.
inline constexpr double kAlike = 0.2;
// Of a heap that does not tell: enough for what is drawn so.
inline constexpr double kPixelsAModule = 4;

bool IsAsWide(const Box& box, double width);
double MiddleOf(std::vector<double>& numbers);

Piece PieceOf(const Subpath& subpath, std::size_t shape, double cosine, double sine);
// Those that may be codes, in each way that pieces join. Nothing when there is too much to look at.
std::optional<std::vector<Heap>> HeapsOf(const std::vector<Piece>& pieces);
// Whether its modules may stand along another frame than the one in which the heap is drawn, so
// that a code in it may not be read.
bool IsOpen(const Heap& heap);
// How wide a module is.
double ModuleOf(Heap& heap);

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_PARTS_SHAPE_HEAP_H_
