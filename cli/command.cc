// SPDX-License-Identifier: Apache-2.0
#include "cli/command.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "cli/become_issue_program.h"
#include "cli/help.h"
#include "cli/nearest.h"
#include "fmt/ranges.h"
#include "sceau/version.h"

namespace sceau::cli {
namespace {

// Options that every command has, and `sceau` itself.
struct CommonOptions {
  bool help = false;
  bool version = false;
  std::string language;

  void Declare(OptionSet& set) {
    set.Flag("-h,--help", help);
    set.Text("--lang", language);
  }
};

std::optional<Language> ParseLanguage(std::string_view text) {
  if (text == "fr") return Language::kFrench;
  if (text == "en") return Language::kEnglish;
  return std::nullopt;
}

// Even mistakes are reported in the language asked for: --lang is looked for before all else.
Language ChooseLanguage(const std::vector<std::string>& arguments) {
  constexpr std::string_view kOption = "--lang";
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view argument = arguments[i];
    std::string_view value;
    if (argument == kOption && i + 1 < arguments.size()) value = arguments[i + 1];
    if (argument.starts_with("--lang=")) value = argument.substr(kOption.size() + 1);
    if (const auto language = ParseLanguage(value)) return *language;
  }
  return LanguageOfLocale(std::getenv("LC_ALL"), std::getenv("LC_MESSAGES"), std::getenv("LANG"));
}

// The command's name is the first argument, or follows a leading --lang.
std::size_t CommandPosition(const std::vector<std::string>& arguments) {
  std::size_t at = 0;
  while (at < arguments.size() && arguments[at].starts_with("--lang")) {
    at += arguments[at] == "--lang" ? 2U : 1U;
  }
  return std::min(at, arguments.size());
}

using CommandRows = std::span<const CommandRow>;

const CommandRow* FindCommand(CommandRows commands, std::string_view name) {
  const auto row = std::ranges::find(commands, name, &CommandRow::name);
  return row == commands.end() ? nullptr : &*row;
}

bool IsGroup(CommandRows commands, std::string_view word) {
  return std::ranges::any_of(commands, [word](const CommandRow& row) {
    return row.name.size() > word.size() && row.name.starts_with(word) &&
           row.name[word.size()] == ' ';
  });
}

// The words that name a command, or a group alone, taken out of the arguments.
std::string TakeCommandName(CommandRows commands, std::vector<std::string>& arguments) {
  const auto at = arguments.begin() + static_cast<std::ptrdiff_t>(CommandPosition(arguments));
  if (at == arguments.end()) return {};
  std::string name = *at;
  auto end = at + 1;
  const bool is_group = IsGroup(commands, name);
  if (is_group && end != arguments.end() && FindCommand(commands, name + " " + *end) != nullptr)
    name += " " + *end++;
  else if (!is_group && FindCommand(commands, name) == nullptr)
    return {};
  arguments.erase(at, end);
  return name;
}

void HintNearest(std::string_view typed, const std::vector<std::string>& words,
                 Terminal& terminal) {
  if (const auto nearest = NearestWord(typed, words)) terminal.Hint(Message::kDidYouMean, *nearest);
}

ExitCode RefuseOption(const OptionMistake& mistake, const OptionSet& set, Terminal& terminal) {
  const ExitCode code = terminal.UsageError(mistake.message, mistake.option);
  if (mistake.message != Message::kUnknownOption) return code;
  std::vector<std::string> names;
  for (const DeclaredOption& option : set.declared()) {
    for (const std::string& name : option.names) {
      if (name.starts_with("--")) names.push_back(name);
    }
  }
  HintNearest(mistake.option, names, terminal);
  return code;
}

// The words that may follow: commands and groups, or the commands of a group.
std::vector<std::string> WordsAfter(CommandRows commands, std::string_view group) {
  std::vector<std::string> words;
  for (const CommandRow& row : commands) {
    std::string_view name = row.name;
    if (!group.empty()) {
      if (!name.starts_with(group) || name.size() <= group.size() + 1) continue;
      name.remove_prefix(group.size() + 1);
    }
    std::string word(name.substr(0, name.find(' ')));
    if (std::ranges::find(words, word) == words.end()) words.push_back(std::move(word));
  }
  return words;
}

ExitCode RefuseCommand(CommandRows commands, const std::vector<std::string>& operands,
                       Terminal& terminal) {
  const ExitCode code =
      terminal.UsageError(operands.empty() ? Message::kNoCommand : Message::kUnknownCommand);
  const std::vector<std::string> words = WordsAfter(commands, terminal.command());
  if (!operands.empty()) HintNearest(operands.front(), words, terminal);
  terminal.Hint(Message::kCommandList, fmt::format("{}", fmt::join(words, ", ")));
  return code;
}

// Nothing when there is no command to run with them.
std::optional<ExitCode> RunWithArguments(OptionSet& set, CommonOptions& common, Command* command,
                                         const ParsedArguments& parsed, Terminal& terminal) {
  if (common.help) {
    terminal.Print(HelpText(terminal.command(), terminal.language()));
    return ExitCode::kOk;
  }
  if (common.version) {
    terminal.Print(fmt::format("sceau {}\n", Version()));
    return ExitCode::kOk;
  }
  if (!common.language.empty() && !ParseLanguage(common.language))
    return terminal.UsageError(Message::kBadLanguage);
  if (parsed.mistake) return RefuseOption(*parsed.mistake, set, terminal);
  if (command != nullptr) return command->Run(parsed.operands, terminal);
  return std::nullopt;
}

}  // namespace

ExitCode RunCommand(std::span<const CommandRow> commands, const std::vector<std::string>& arguments,
                    std::FILE* out, std::FILE* error) {
  std::vector<std::string> rest = arguments;
  const std::string name = TakeCommandName(commands, rest);
  const CommandRow* row = FindCommand(commands, name);
  Terminal terminal(out, error, ChooseLanguage(arguments), name);
  if (row != nullptr && row->make == nullptr) return BecomeIssueProgram(arguments, terminal);
  OptionSet options;
  CommonOptions common;
  common.Declare(options);
  std::unique_ptr<Command> command;
  if (row != nullptr) {
    command = row->make();
    command->Declare(options);
  } else {
    options.Flag("--version", common.version);
  }
  const ParsedArguments parsed = options.Parse(rest);
  auto code = RunWithArguments(options, common, command.get(), parsed, terminal);
  if (!code) code = RefuseCommand(commands, parsed.operands, terminal);
  if (terminal.Flush()) return *code;
  terminal.Error(Finding{Reason::kOutputNotWritten, ""},
                 Pattern(Message::kStandardOutput, terminal.language()));
  return ExitCode::kCouldNotRun;
}

}  // namespace sceau::cli
