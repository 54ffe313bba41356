// SPDX-License-Identifier: Apache-2.0
// Whether a colour space that a file describes shows its numbers as the device space of as many
// components does: black as black, white as white, and everything between in order.
#ifndef SCEAU_DOCUMENT_PDF_CONTENT_PLAIN_COLOR_H_
#define SCEAU_DOCUMENT_PDF_CONTENT_PLAIN_COLOR_H_

#include "document/pdf/qpdf.h"

namespace sceau::document {

// An ICC profile of 1 or 3 components: curves of a usual gamma, and primaries near those of sRGB.
// Tables in their place are not read.
bool IsPlainProfile(QPDFObjectHandle stream, int components);
// The dictionary of CalGray (1) or CalRGB (3).
bool IsPlainCalibration(QPDFObjectHandle dictionary, int components);
// Of Separation: no ink is white, all of it black, in a straight line.
bool IsPlainTint(QPDFObjectHandle alternate, QPDFObjectHandle function);

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_CONTENT_PLAIN_COLOR_H_
