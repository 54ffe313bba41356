// SPDX-License-Identifier: Apache-2.0
// sceau-recognise: the one program that recognises words, with Tesseract. The library
// starts it with a socket as descriptor 3; by itself it does nothing.
#include <string_view>

#include "recogniser/work.h"
#include "sandbox/job.h"
#include "sandbox/sandbox.h"

namespace {

using sceau::isolation::HelperExit;

HelperExit Run() {
  if (!sceau::sandbox::IsAlone()) return HelperExit::kMisused;
  if (!sceau::sandbox::HideFromOthers()) return HelperExit::kNoSandbox;
  return sceau::recogniser::Work(sceau::sandbox::kSocket);
}

}  // namespace

int main(int count, char** arguments) {
  const bool asked = count == 2 && std::string_view(arguments[1]) == "--once";
  return static_cast<int>(asked ? Run() : HelperExit::kMisused);
}
