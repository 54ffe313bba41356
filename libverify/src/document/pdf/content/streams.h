// SPDX-License-Identifier: Apache-2.0
// The data of a PDF's streams, under bounds: qpdf inflates without end by itself.
#ifndef SCEAU_DOCUMENT_PDF_CONTENT_STREAMS_H_
#define SCEAU_DOCUMENT_PDF_CONTENT_STREAMS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "document/pdf/qpdf.h"

namespace sceau::document {

// Puts filters that stop at a bound in the place of qpdf's own, for the process: for the streams
// that qpdf reads by itself (objects, cross references) too. Call before qpdf opens a file.
void BoundStreamFilters();

// Decrypted and decoded, at most `limit` bytes. Refuses document.damaged for a filter that is
// unknown or belongs to an image, and document.too-large.
absl::StatusOr<Bytes> ReadStream(QPDFObjectHandle stream, std::size_t limit);

// Names of the filters, in the order in which a reader applies them.
std::vector<std::string> FiltersOf(QPDFObjectHandle stream);
// Decoded by all filters but the last.
absl::StatusOr<Bytes> ReadStreamButLast(QPDFObjectHandle stream, std::size_t limit);
// Of the last filter; a dictionary or null.
QPDFObjectHandle LastDecodeParms(QPDFObjectHandle stream);

// Empty unless it is an array of numbers.
std::vector<double> NumbersOf(QPDFObjectHandle array);

// Bytes of an image that has no filter; 0 when its dictionary does not say.
std::size_t RawImageSize(QPDFObjectHandle dictionary, QPDFObjectHandle resources);

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_CONTENT_STREAMS_H_
