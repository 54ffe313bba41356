// SPDX-License-Identifier: Apache-2.0
#include "cli/progress.h"

#include <unistd.h>

#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

namespace sceau::cli {
namespace {

constexpr std::chrono::milliseconds kPause{100};
constexpr std::string_view kEraseLine = "\r\033[K";

bool CanMoveBack(std::FILE* out) {
  const char* term = std::getenv("TERM");
  const bool dumb = term == nullptr || *term == '\0' || std::string_view(term) == "dumb";
  return !dumb && ::isatty(::fileno(out)) == 1;
}

}  // namespace

Progress::Progress(std::FILE* out, Language language, std::size_t total)
    : out_(total > 1 && CanMoveBack(out) ? out : nullptr), language_(language), total_(total) {}

void Progress::Show(std::size_t done) {
  if (out_ == nullptr) return;
  const auto now = std::chrono::steady_clock::now();
  if (shown_ && now < next_) return;
  next_ = now + kPause;
  shown_ = true;
  const std::string line = std::string(kEraseLine) +
                           Say(Message::kProgress, language_, done, total_, done * 100 / total_);
  std::fwrite(line.data(), 1, line.size(), out_);
  std::fflush(out_);
}

void Progress::Clear() {
  if (!std::exchange(shown_, false)) return;
  std::fwrite(kEraseLine.data(), 1, kEraseLine.size(), out_);
  std::fflush(out_);
}

}  // namespace sceau::cli
