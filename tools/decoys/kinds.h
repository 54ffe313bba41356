// SPDX-License-Identifier: Apache-2.0
// The kinds of decoys, by what they imitate. Each draws on a picture that is all paper.
#ifndef SCEAU_TOOLS_DECOYS_KINDS_H_
#define SCEAU_TOOLS_DECOYS_KINDS_H_

#include <vector>

#include "base/bytes.h"
#include "decoys/drawing.h"

namespace sceau::decoys {

// Things that cameras and printers see everywhere and that are not codes.
void DrawPhotograph(Picture& picture, Random& random);
void DrawNoise(Picture& picture, Random& random);
void DrawTextPage(Picture& picture, Random& random);
void DrawHalftone(Picture& picture, Random& random);
void DrawCheckerboard(Picture& picture, Random& random);
void DrawMoire(Picture& picture, Random& random);

// Things that have the marks of a code, but no content that holds.
void DrawHollowQr(Picture& picture, Random& random);
void DrawHollowDataMatrix(Picture& picture, Random& random);
void DrawOtherSymbologies(Picture& picture, Random& random);  // like Aztec, PDF417, bars

// Codes that can be read. They return the payloads.
std::vector<Bytes> DrawEverydayQr(Picture& picture, Random& random);
std::vector<Bytes> DrawRandomDataMatrix(Picture& picture, Random& random);
std::vector<Bytes> DrawBrokenSeals(Picture& picture, Random& random);  // begin like a seal

}  // namespace sceau::decoys

#endif  // SCEAU_TOOLS_DECOYS_KINDS_H_
