// SPDX-License-Identifier: Apache-2.0
// Reads a document in this process: what the isolated one does inside, and what tests, fuzzers and
// benchmarks call directly.
#ifndef SCEAU_DECODE_IN_PROCESS_READER_H_
#define SCEAU_DECODE_IN_PROCESS_READER_H_

#include <memory>

#include "isolation/reader.h"

namespace sceau::decode {

// Also refuses document::NeedsDrawing(), in programs that do not draw.
std::unique_ptr<isolation::Reader> MakeInProcessReader(isolation::ReadSettings settings = {});

}  // namespace sceau::decode

#endif  // SCEAU_DECODE_IN_PROCESS_READER_H_
