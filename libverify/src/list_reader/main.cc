// SPDX-License-Identifier: Apache-2.0
// sceau-read-list: the one program that reads trusted lists with libxml2 and xmlsec. The library
// starts it with a socket as descriptor 3; by itself it does nothing.
#include <string_view>

#include "list_reader/work.h"
#include "sandbox/job.h"
#include "sandbox/sandbox.h"

namespace {

using sceau::isolation::HelperExit;

HelperExit Run() {
  if (!sceau::sandbox::IsAlone()) return HelperExit::kMisused;
  if (!sceau::sandbox::HideFromOthers()) return HelperExit::kNoSandbox;
  return sceau::list_reader::Work(sceau::sandbox::kSocket);
}

}  // namespace

int main(int count, char** arguments) {
  const bool asked = count == 2 && std::string_view(arguments[1]) == "--once";
  return static_cast<int>(asked ? Run() : HelperExit::kMisused);
}
