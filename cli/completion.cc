// SPDX-License-Identifier: Apache-2.0
#include "cli/completion.h"

#include <algorithm>
#include <vector>

#include "cli/command.h"
#include "cli/option_set.h"
#include "fmt/format.h"
#include "fmt/ranges.h"
#include "sceau/seal_formats.h"

namespace sceau::cli {
namespace {

constexpr std::array kOptionValues = {
    OptionValues{"--lang", "fr en"},
    OptionValues{"--policy", "counter insurer unattended", true},
    OptionValues{"--algorithm", "es256 es384 eddsa"},
    OptionValues{"--reason", "lost stolen error fraud replaced other"},
    OptionValues{"issue --format", "pdf png svg txt"},
    OptionValues{"--only", "valid withdrawn suspended"},
    OptionValues{"--output-dir", "", false, true},
    OptionValues{"--state", "", false, true},
    OptionValues{"--evidence", "", false, true},
    OptionValues{"--after", ""},
    OptionValues{"--at", ""},
    OptionValues{"--document", ""},
    OptionValues{"--expires", ""},
    OptionValues{"--fund", ""},
    OptionValues{"--holder-born", ""},
    OptionValues{"--holder-name", ""},
    OptionValues{"--holder-nir", ""},
    OptionValues{"--issued-from", ""},
    OptionValues{"--issued-until", ""},
    OptionValues{"--jobs", ""},
    OptionValues{"--key-id", ""},
    OptionValues{"--limit", ""},
    OptionValues{"--name", ""},
    OptionValues{"--next-update", ""},
    OptionValues{"--nir", ""},
    OptionValues{"--organisation", ""},
    OptionValues{"issue --replaces", ""},
    OptionValues{"--request-id", ""},
    OptionValues{"--since", ""},
    OptionValues{"issue --status", ""},
    OptionValues{"--threshold", ""},
    OptionValues{"--valid-from", ""},
    OptionValues{"--valid-until", ""},
};

const std::vector<OptionValues>& AllValues() {
  static const std::string formats = [] {
    std::vector<std::string> ids;
    for (const SealFormat& format : SealFormats()) ids.push_back(format.id);
    return fmt::format("{}", fmt::join(ids, " "));
  }();
  static const std::vector<OptionValues> all = [] {
    std::vector<OptionValues> rows(kOptionValues.begin(), kOptionValues.end());
    rows.push_back({"trust add-issuer --format", formats});
    return rows;
  }();
  return all;
}

struct CompletedCommand {
  std::string name;  // "trust install"
  std::vector<DeclaredOption> options;

  std::string group() const { return name.substr(0, name.find(' ')); }
  bool is_grouped() const { return name.find(' ') != name.npos; }
  std::string last_word() const { return name.substr(name.rfind(' ') + 1); }
};

std::vector<CompletedCommand> CompletedCommands() {
  std::vector<CompletedCommand> commands;
  for (const CommandRow& row : AllCommands()) {
    const auto command = row.make();
    commands.push_back(
        {std::string(row.name), DeclaredBy([&command](OptionSet& set) { command->Declare(set); })});
    commands.back().options.push_back({{"-h", "--help"}, false});
    commands.back().options.push_back({{"--lang"}, true});
  }
  return commands;
}

void AddOnce(const std::string& word, std::vector<std::string>& words) {
  if (std::ranges::find(words, word) == words.end()) words.push_back(word);
}

std::string Joined(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, " "));
}

std::vector<std::string> FirstWords(const std::vector<CompletedCommand>& commands) {
  std::vector<std::string> words;
  for (const CompletedCommand& command : commands) AddOnce(command.group(), words);
  return words;
}

std::vector<std::string> GroupsOf(const std::vector<CompletedCommand>& commands) {
  std::vector<std::string> groups;
  for (const CompletedCommand& command : commands) {
    if (command.is_grouped()) AddOnce(command.group(), groups);
  }
  return groups;
}

std::vector<std::string> WordsOfGroup(const std::vector<CompletedCommand>& commands,
                                      std::string_view group) {
  std::vector<std::string> words;
  for (const CompletedCommand& command : commands) {
    if (command.is_grouped() && command.group() == group) words.push_back(command.last_word());
  }
  return words;
}

std::string ShellsJoined() {
  std::vector<std::string> names;
  names.reserve(kShells.size());
  for (const ShellName& row : kShells) names.emplace_back(row.name);
  return Joined(names);
}

// A case of bash and zsh: "  'trust show') options='--json …' ;;"
std::string CasesOfOptions(const std::vector<CompletedCommand>& commands) {
  std::string cases = fmt::format("    '') options='{} --help --version --lang' ;;\n",
                                  Joined(FirstWords(commands)));
  for (const std::string& group : GroupsOf(commands)) {
    cases += fmt::format("    '{}') options='{} --help --lang' ;;\n", group,
                         Joined(WordsOfGroup(commands, group)));
  }
  for (const CompletedCommand& command : commands) {
    std::vector<std::string> names;
    if (command.name == "completion") names.push_back(ShellsJoined());
    for (const DeclaredOption& option : command.options)
      names.insert(names.end(), option.names.begin(), option.names.end());
    cases += fmt::format("    '{}') options='{}' ;;\n", command.name, Joined(names));
  }
  return cases;
}

// Cases of bash and zsh over "$command $prev": "  *' --lang') kind=words; values='fr en' ;;", those
// of one command first, and then the options that take a file.
std::string CasesOfValues(const std::vector<CompletedCommand>& commands) {
  std::string of_one;
  std::string of_all;
  for (const OptionValues& row : AllValues()) {
    const char* kind = row.folders ? "folders" : row.also_files ? "both" : "words";
    const bool is_of_one = !row.option.starts_with('-');
    (is_of_one ? of_one : of_all) +=
        fmt::format("    {}'{}{}') kind={}; values='{}' ;;\n", is_of_one ? "" : "*",
                    is_of_one ? "" : " ", row.option, kind, row.words);
  }
  std::vector<std::string> files;
  for (const CompletedCommand& command : commands) {
    for (const DeclaredOption& option : command.options) {
      if (!option.takes_value) continue;
      for (const std::string& name : option.names) {
        if (!ValuesOf(command.name, name))
          AddOnce(fmt::format("'{} {}'", command.name, name), files);
      }
    }
  }
  return of_one + of_all + fmt::format("    {}) kind=files ;;\n", fmt::join(files, "|"));
}

constexpr std::string_view kFindCommand = R"(  for word in "${before[@]}"; do
    if [[ -n $skip ]]; then skip=; continue; fi
    case $word in
      --lang) skip=1 ;;
      -*) ;;
      *)
        if [[ -z $command ]]; then command=$word
        elif [[ " $groups " == *" $command "* ]]; then command="$command $word"; break
        else break; fi ;;
    esac
    [[ -n $command && " $groups " != *" $command "* ]] && break
  done
)";

std::string BashScript(const std::vector<CompletedCommand>& commands) {
  return fmt::format(R"(# bash completion for sceau. Made by `sceau completion bash`.
_sceau() {{
  local cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD-1]}}
  local before=("${{COMP_WORDS[@]:1:COMP_CWORD-1}}") groups='{groups}'
  local word skip= command= options= kind=files values=
{find}  case $command in
{options}  esac
  COMPREPLY=()
  if [[ $cur == -* || -z $command || " $groups completion " == *" $command "* ]]; then kind=words values=$options; fi
  case "$command $prev" in
{values}  esac
  if [[ $kind == words || $kind == both ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$values" -- "$cur")
  fi
  if [[ $kind == files || $kind == both ]]; then
    compopt -o filenames 2>/dev/null
    local found
    mapfile -t found < <(compgen -f -- "$cur")
    COMPREPLY+=("${{found[@]}}")
  elif [[ $kind == folders ]]; then
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen -d -- "$cur")
  fi
}}
complete -F _sceau sceau
)",
                     fmt::arg("groups", Joined(GroupsOf(commands))), fmt::arg("find", kFindCommand),
                     fmt::arg("options", CasesOfOptions(commands)),
                     fmt::arg("values", CasesOfValues(commands)));
}

std::string ZshScript(const std::vector<CompletedCommand>& commands) {
  return fmt::format(R"(#compdef sceau
# zsh completion for sceau. Made by `sceau completion zsh`.
_sceau() {{
  local cur=${{words[CURRENT]}} prev=${{words[CURRENT-1]}}
  local -a before=("${{(@)words[2,CURRENT-1]}}")
  local groups='{groups}' word skip= command= options= kind=files values=
{find}  case $command in
{options}  esac
  if [[ $cur == -* || -z $command || " $groups completion " == *" $command "* ]]; then kind=words values=$options; fi
  case "$command $prev" in
{values}  esac
  [[ $kind == words || $kind == both ]] && compadd -- ${{=values}}
  [[ $kind == files || $kind == both ]] && _files
  [[ $kind == folders ]] && _files -/
  return 0
}}
_sceau "$@"
)",
                     fmt::arg("groups", Joined(GroupsOf(commands))), fmt::arg("find", kFindCommand),
                     fmt::arg("options", CasesOfOptions(commands)),
                     fmt::arg("values", CasesOfValues(commands)));
}

// "-l output -s o -r", with what may follow.
std::string FishOption(std::string_view command, const DeclaredOption& option) {
  std::string line;
  std::optional<OptionValues> values;
  for (const std::string& name : option.names) {
    line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    if (!values) values = ValuesOf(command, name);
  }
  if (!option.takes_value) return line;
  if (!values) return line + " -r -F";
  if (values->folders) return line + " -x -a '(__fish_complete_directories)'";
  line += values->also_files ? " -r -F" : " -x";
  return values->words.empty() ? line : line + fmt::format(" -a '{}'", values->words);
}

std::string FishScript(const std::vector<CompletedCommand>& commands) {
  std::string script = "# fish completion for sceau. Made by `sceau completion fish`.\n";
  const auto add = [&](std::string_view condition, std::string_view rest) {
    script += fmt::format("complete -c sceau -n '{}'{}\n", condition, rest);
  };
  constexpr std::string_view kNone = "__fish_use_subcommand";
  add(kNone, fmt::format(" -f -a '{}'", Joined(FirstWords(commands))));
  add(kNone, " -l help -s h");
  add(kNone, " -l version");
  add(kNone, " -l lang -x -a 'fr en'");
  for (const std::string& group : GroupsOf(commands)) {
    const std::string words = Joined(WordsOfGroup(commands, group));
    add(fmt::format("__fish_seen_subcommand_from {}; and not __fish_seen_subcommand_from {}", group,
                    words),
        fmt::format(" -f -a '{}'", words));
  }
  for (const CompletedCommand& command : commands) {
    std::string condition = "__fish_seen_subcommand_from " + command.group();
    if (command.is_grouped())
      condition += "; and __fish_seen_subcommand_from " + command.last_word();
    if (command.name == "completion") add(condition, fmt::format(" -f -a '{}'", ShellsJoined()));
    for (const DeclaredOption& option : command.options)
      add(condition, FishOption(command.name, option));
  }
  return script;
}

}  // namespace

std::optional<OptionValues> ValuesOf(std::string_view command, std::string_view option) {
  for (const std::string& name : {fmt::format("{} {}", command, option), std::string(option)}) {
    const auto row = std::ranges::find(AllValues(), name, &OptionValues::option);
    if (row != AllValues().end()) return *row;
  }
  return std::nullopt;
}

std::span<const OptionValues> OptionsWithValues() { return AllValues(); }

std::string CompletionScript(Shell shell) {
  const std::vector<CompletedCommand> commands = CompletedCommands();
  switch (shell) {
    case Shell::kBash:
      return BashScript(commands);
    case Shell::kZsh:
      return ZshScript(commands);
    case Shell::kFish:
      return FishScript(commands);
  }
  return {};
}

}  // namespace sceau::cli
