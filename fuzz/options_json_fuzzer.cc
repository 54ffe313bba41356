// SPDX-License-Identifier: Apache-2.0
// The JSON of sceau.h: what is taken has no member that nobody knows, and no clock other than that
// of a report which says so.
#include <string>

#include "base/bytes.h"
#include "c_api/options.h"
#include "fuzz_check.h"

namespace {

// The same object with one member more.
std::string WithAStranger(std::string_view object) {
  const std::size_t brace = object.find('{');
  const bool is_empty = object.find_first_not_of(" \t\r\n", brace + 1) == object.find('}');
  return std::string(object.substr(0, brace + 1)) + R"("stranger":0)" + (is_empty ? "" : ",") +
         std::string(object.substr(brace + 1));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sceau;
  using namespace sceau::c_api;
  const std::string_view text = AsText(ByteSpan(data, size));
  if (const auto options = ParseOptions(text); options.ok()) {
    fuzz::Check(options->replay == static_cast<bool>(options->now), "a clock is a replay");
    fuzz::Check(options->trust == nullptr, "no text says whom to trust");
    fuzz::Check(!ParseOptions(WithAStranger(text)).ok(), "options: a stranger is refused");
  }
  if (ParseQuestion(text).ok())
    fuzz::Check(!ParseQuestion(WithAStranger(text)).ok(), "question: a stranger is refused");
  if (ParseHolder(text).ok())
    fuzz::Check(!ParseHolder(WithAStranger(text)).ok(), "holder: a stranger is refused");
  return 0;
}
