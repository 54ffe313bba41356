// SPDX-License-Identifier: Apache-2.0
// Ctrl-C during a long command: what was printed stays whole, and the terminal is left in order.
#ifndef SCEAU_CLI_INTERRUPT_H_
#define SCEAU_CLI_INTERRUPT_H_

#include <csignal>

namespace sceau::cli {

// While one lives, SIGINT does not end the process at once. One at a time.
class InterruptWatch {
 public:
  InterruptWatch();
  ~InterruptWatch();
  InterruptWatch(const InterruptWatch&) = delete;
  InterruptWatch& operator=(const InterruptWatch&) = delete;

  static bool Requested();
  // Ends the process by the signal, as whoever started it expects; helpers end with it.
  [[noreturn]] static void End();

 private:
  struct sigaction before_ {};
};

}  // namespace sceau::cli

#endif  // SCEAU_CLI_INTERRUPT_H_
