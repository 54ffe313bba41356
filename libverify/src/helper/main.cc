// SPDX-License-Identifier: Apache-2.0
// The programs that read documents. All have ZXing and the image libraries; sceau-decode-pdf has
// qpdf too, and sceau-draw has qpdf and Poppler. The library starts them with a socket as
// descriptor 3; by themselves they do nothing.
#include <string_view>

#include "helper/modes.h"
#include "sandbox/job.h"
#include "sandbox/sandbox.h"

namespace {

using sceau::isolation::HelperExit;

HelperExit Run(std::string_view mode) {
  using namespace sceau::helper;
  using sceau::sandbox::kSocket;
  if (!sceau::sandbox::IsAlone()) return HelperExit::kMisused;
  if (!sceau::sandbox::HideFromOthers()) return HelperExit::kNoSandbox;
  if (mode == "--once") return RunOnce(kSocket);
  if (mode == "--serve") return RunServer(kSocket);
  if (mode == "--frames") return RunFrames(kSocket);
  return HelperExit::kMisused;
}

}  // namespace

int main(int count, char** arguments) {
  return static_cast<int>(count == 2 ? Run(arguments[1]) : HelperExit::kMisused);
}
