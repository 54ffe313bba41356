// SPDX-License-Identifier: Apache-2.0
#include "sandbox/sandbox.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <span>
#include <utility>

#include "sandbox/landlock.h"

namespace sceau::sandbox {
namespace {

// Where Poppler, FreeType and fontconfig look for fonts and their tables. The links of /etc/fonts
// lead to /usr/share/fontconfig.
constexpr auto kFontFolders =
    std::to_array<const char*>({"/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/poppler",
                                "/usr/share/fontconfig", "/etc/fonts", "/var/cache/fontconfig"});

// A font, a table, a cache, and the three of the answer and the document.
constexpr rlim_t kOpenFiles = 32;

// A limit that is lower already stays as it is: nobody may raise it, and it is as good.
bool Cap(int resource, rlim_t soft, rlim_t hard) {
  const auto which = static_cast<__rlimit_resource>(resource);
  rlimit before{};
  if (::getrlimit(which, &before) != 0) return false;
  const rlimit limit{std::min(soft, before.rlim_cur), std::min(hard, before.rlim_max)};
  return ::setrlimit(which, &limit) == 0;
}

bool CapAllButTime([[maybe_unused]] const Limits& limits) {
#ifndef SCEAU_WEAK_SANDBOX_FOR_SANITIZERS_NEVER_SHIP  // whose shadow takes 20 TB of addresses
  if (!Cap(RLIMIT_AS, limits.decode_memory, limits.decode_memory)) return false;
#endif
  return Cap(RLIMIT_FSIZE, 0, 0) && Cap(RLIMIT_NPROC, 0, 0) &&
         Cap(RLIMIT_NOFILE, kOpenFiles, kOpenFiles);
}

// The soft limit ends the process by a signal of its own.
bool CapTime(const Limits& limits) {
  const auto cpu = static_cast<rlim_t>(limits.decode_cpu.count());
  return Cap(RLIMIT_CPU, cpu, cpu + 1);
}

// Its signal ends the process: nothing inside may change that any more.
bool StartTimer(std::chrono::milliseconds wall) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(wall);
  const std::chrono::microseconds rest = wall - seconds;
  const itimerval timer{{0, 0}, {seconds.count(), rest.count()}};
  return ::setitimer(ITIMER_REAL, &timer, nullptr) == 0;
}

}  // namespace

std::optional<Sandbox> Sandbox::Prepare(const SandboxOptions& options) {
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return std::nullopt;
  const std::span<const char* const> readable =
      options.fonts ? std::span<const char* const>(kFontFolders) : std::span<const char* const>();
  const bool restricted = RestrictFiles(readable, options.landlock_at_most);
  const Files files = restricted && options.fonts ? Files::kReadOnly : Files::kNone;
  auto filter = MakeFilter(files);
  if (!filter) return std::nullopt;
  return Sandbox(*std::move(filter));
}

bool Sandbox::Enter(const Limits& limits) const {
  return CapTime(limits) && StartTimer(limits.decode_wall) && CapAllButTime(limits) &&
         Install(filter_);
}

bool HideFromOthers() {
  return Cap(RLIMIT_CORE, 0, 0) && ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
}

}  // namespace sceau::sandbox
