// SPDX-License-Identifier: Apache-2.0
// What a shell completes after "sceau ", made from the tables of the commands and their options.
#ifndef SCEAU_CLI_COMPLETION_H_
#define SCEAU_CLI_COMPLETION_H_

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace sceau::cli {

enum class Shell { kBash, kZsh, kFish };

struct ShellName {
  std::string_view name;
  Shell shell;
};
inline constexpr std::array kShells = {ShellName{"bash", Shell::kBash},
                                       ShellName{"zsh", Shell::kZsh},
                                       ShellName{"fish", Shell::kFish}};

// What may follow an option that takes a value; an option without a row takes a file.
struct OptionValues {
  std::string_view option;  // of every command, or behind the name of one: "issue --replaces"
  std::string_view words;   // separated by spaces
  bool also_files = false;
  bool folders = false;
};
// Empty words without files and folders: something that only the user knows.
std::optional<OptionValues> ValuesOf(std::string_view command, std::string_view option);

// The rows, to be held against the options that there are.
std::span<const OptionValues> OptionsWithValues();

// A script to be sourced, or installed where the shell looks for it.
std::string CompletionScript(Shell shell);

}  // namespace sceau::cli

#endif  // SCEAU_CLI_COMPLETION_H_
