// SPDX-License-Identifier: Apache-2.0
#include "cli/interrupt.h"

#include <unistd.h>

namespace sceau::cli {
namespace {

volatile std::sig_atomic_t interrupt_requested = 0;

extern "C" void NoteInterrupt(int /*signal*/) { interrupt_requested = 1; }

constexpr int kInterruptedExit = 128 + SIGINT;

}  // namespace

InterruptWatch::InterruptWatch() {
  interrupt_requested = 0;
  ::sigaction(SIGINT, nullptr, &before_);
  if (before_.sa_handler == SIG_IGN) return;  // whoever started us wants no interruption
  struct sigaction action {};
  action.sa_handler = NoteInterrupt;
  action.sa_flags = SA_RESTART;
  ::sigemptyset(&action.sa_mask);
  ::sigaction(SIGINT, &action, nullptr);
}

InterruptWatch::~InterruptWatch() { ::sigaction(SIGINT, &before_, nullptr); }

bool InterruptWatch::Requested() { return interrupt_requested != 0; }

void InterruptWatch::End() {
  std::signal(SIGINT, SIG_DFL);
  std::raise(SIGINT);
  ::_exit(kInterruptedExit);  // where the signal is blocked
}

}  // namespace sceau::cli
