// SPDX-License-Identifier: Apache-2.0
#include "cli/help.h"

#include <array>

namespace sceau::cli {
namespace {

// The texts are made from the source of the manual: man/source/.
struct Row {
  std::string_view commands;  // that share the text, separated by spaces
  std::string_view french;
  std::string_view english;
};
constexpr std::array kRows = {
#define SCEAU_HELP(commands, french, english) Row{commands, french, english},
#include "cli/help_texts.inc"
#undef SCEAU_HELP
};

bool IsOf(std::string_view commands, std::string_view command) {
  while (true) {
    const std::size_t space = commands.find(' ');
    if (commands.substr(0, space) == command) return true;
    if (space == commands.npos) return false;
    commands.remove_prefix(space + 1);
  }
}

}  // namespace

std::string_view HelpText(std::string_view command, Language language) {
  command = command.substr(0, command.find(' '));  // the commands of a group share one text
  for (const Row& row : kRows) {
    if (IsOf(row.commands, command))
      return language == Language::kFrench ? row.french : row.english;
  }
  return {};
}

}  // namespace sceau::cli
