// SPDX-License-Identifier: Apache-2.0
// The programs that read documents. All have ZXing and the image libraries; sceau-decode-pdf has
// qpdf too, and sceau-draw has qpdf and Poppler. The library starts them with a socket as
// descriptor 3; by themselves they do nothing.
#include <malloc.h>

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

// What was freed is used again: a page after the other takes memory of the same sizes, and each
// page of memory that the kernel hands out anew costs as much as reading some of it.
void KeepFreedMemory() {
  constexpr int kMaxKept = 1 << 30;
  ::mallopt(M_MMAP_THRESHOLD, kMaxKept);
  ::mallopt(M_TRIM_THRESHOLD, kMaxKept);
}

}  // namespace

int main(int count, char** arguments) {
  KeepFreedMemory();
  return static_cast<int>(count == 2 ? Run(arguments[1]) : HelperExit::kMisused);
}
