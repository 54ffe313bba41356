// SPDX-License-Identifier: Apache-2.0
#include "isolation/recognise_apart.h"

#include "base/status.h"
#include "isolation/ask.h"
#include "isolation/helper_process.h"

namespace sceau::isolation {

absl::StatusOr<std::vector<RecognisedWord>> RecogniseApart(const PageImage& image,
                                                           const Limits& limits,
                                                           const std::string& programs) {
  SCEAU_ASSIGN_OR_RETURN(
      auto helper,
      HelperProcess::Start(PathOf(HelperProgram::kRecognise, programs), HelperMode::kOnce));
  Limits own = limits;  // what the program gives itself
  own.decode_memory = limits.recognise_memory;
  own.decode_cpu = limits.recognise_cpu;
  own.decode_wall = limits.recognise_wall;
  SCEAU_ASSIGN_OR_RETURN(const Bytes said, AskForBytes(helper, WriteImageToRecognise(image),
                                                       {{}, own}, MostRecognisedBytes(limits)));
  return ReadRecognised(said, image, limits);
}

}  // namespace sceau::isolation
