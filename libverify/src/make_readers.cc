// SPDX-License-Identifier: Apache-2.0
// What the verifiers read documents with, in a library: processes of their own.
#include "isolation/helper_frame_reader.h"
#include "isolation/helper_reader.h"
#include "sceau/programs.h"

namespace sceau::isolation {

std::unique_ptr<Reader> MakeReader(const ReadSettings& settings) {
  return std::make_unique<HelperReader>(settings, ProgramFolder());
}

std::unique_ptr<FrameReader> MakeFrameReader(const Limits& limits) {
  return std::make_unique<HelperFrameReader>(limits, ProgramFolder());
}

}  // namespace sceau::isolation
