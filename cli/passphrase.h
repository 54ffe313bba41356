// SPDX-License-Identifier: Apache-2.0
// Passphrases: asked for on the terminal with the echo off, or read from a file; never taken from
// the command line or the environment, which other processes can see.
#ifndef SCEAU_CLI_PASSPHRASE_H_
#define SCEAU_CLI_PASSPHRASE_H_

#include <string>

#include "absl/status/statusor.h"
#include "cli/terminal.h"
#include "sceau/issue.h"

namespace sceau::cli {

// Longer than any that people type or generators make.
inline constexpr std::size_t kLongestPassphrase = 1024;

// Writes `prompt` to the terminal and reads a line with the echo off. The terminal is as before
// afterwards, even when a signal ends the process meanwhile. `terminal` is a descriptor of it, open
// to read and write. Error: key.passphrase-wrong (empty, too long, ended).
absl::StatusOr<std::string> AskOn(int terminal, const std::string& prompt);

// The same on the process's own terminal, whatever its standard input is. Refused when there is
// none.
absl::StatusOr<std::string> Ask(const std::string& prompt);

// Asks twice and refuses two answers that differ.
absl::StatusOr<std::string> AskTwice(Language language);

// The first line of a file without its end. Warns when others can read the file.
absl::StatusOr<std::string> ReadPassphraseFile(const std::string& path, Terminal& terminal);

// From the file if one is named, or else from the process's terminal, when the key needs it.
PassphraseSource PassphraseFrom(const std::string& path, Terminal& terminal);

}  // namespace sceau::cli

#endif  // SCEAU_CLI_PASSPHRASE_H_
