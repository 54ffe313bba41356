// SPDX-License-Identifier: Apache-2.0
// sceau-decode: the one program that reads documents with Poppler, qpdf, ZXing and the image
// libraries. The library starts it with a socket as descriptor 3; by itself it does nothing.
#include <sys/socket.h>
#include <unistd.h>

#include <string_view>

#include "helper/modes.h"
#include "helper/sandbox.h"

namespace {

using sceau::isolation::HelperExit;

constexpr int kSocket = 3;

// Nothing else may be open, whoever started this.
bool IsAlone() {
  int type = 0;
  socklen_t size = sizeof(type);
  return ::close_range(kSocket + 1, ~0U, 0) == 0 &&
         ::getsockopt(kSocket, SOL_SOCKET, SO_TYPE, &type, &size) == 0 && type == SOCK_SEQPACKET;
}

HelperExit Run(std::string_view mode) {
  using namespace sceau::helper;
  if (!IsAlone()) return HelperExit::kMisused;
  if (!HideFromOthers()) return HelperExit::kNoSandbox;
  if (mode == "--once") return RunOnce(kSocket, false);
  if (mode == "--once-drawing") return RunOnce(kSocket, true);
  if (mode == "--serve") return RunServer(kSocket);
  if (mode == "--frames") return RunFrames(kSocket);
  return HelperExit::kMisused;
}

}  // namespace

int main(int count, char** arguments) {
  return static_cast<int>(count == 2 ? Run(arguments[1]) : HelperExit::kMisused);
}
