// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/qpdf_part.h"

const sceau::document::QpdfPart sceau_part_qpdf = {&sceau::document::OpenPdfWithParts};
