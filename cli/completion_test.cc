// SPDX-License-Identifier: Apache-2.0
#include "cli/completion.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "cli/command.h"
#include "cli/options.h"

namespace sceau::cli {
namespace {

using testing::AnyOf;
using testing::HasSubstr;

// "--json", and "issue --json" behind its command.
std::set<std::string> DeclaredOptions(bool with_commands) {
  std::set<std::string> names = {"--lang"};
  for (const CommandRow& row : AllCommands()) {
    const auto command = row.make();
    for (const DeclaredOption& option :
         DeclaredBy([&command](OptionSet& set) { command->Declare(set); })) {
      for (const std::string& name : option.names) {
        names.insert(name);
        if (with_commands) names.insert(std::string(row.name) + " " + name);
      }
    }
  }
  return names;
}

// The test in Python runs the scripts.
TEST(CompletionTest, EveryCommandAndEveryOptionIsInEveryScript) {
  for (const ShellName& shell : kShells) {
    const std::string script = CompletionScript(shell.shell);
    for (const CommandRow& row : AllCommands()) {
      const std::string_view name = row.name;
      EXPECT_THAT(script, HasSubstr(std::string(name.substr(0, name.find(' ')))));
      EXPECT_THAT(script, HasSubstr(std::string(name.substr(name.rfind(' ') + 1))));
    }
    for (const std::string& option : DeclaredOptions(false)) {
      const bool is_long = option.starts_with("--");
      const std::string fish_name = (is_long ? " -l " : " -s ") + option.substr(is_long ? 2 : 1);
      if (shell.shell == Shell::kFish) {
        EXPECT_THAT(script, HasSubstr(fish_name));
      } else {
        EXPECT_THAT(script, AnyOf(HasSubstr(" " + option + " "), HasSubstr("'" + option + " "),
                                  HasSubstr(" " + option + "'")));
      }
    }
  }
}

// A row of the table is of an option that exists, and offers words that the option takes.
TEST(CompletionTest, TheValuesAreThoseOfOptionsThatExist) {
  const std::set<std::string> declared = DeclaredOptions(true);
  for (const OptionValues& row : OptionsWithValues())
    EXPECT_TRUE(declared.contains(std::string(row.option))) << row.option;
  const auto words = [](std::string_view command, std::string_view option) {
    return std::string(ValuesOf(command, option)->words);
  };
  EXPECT_EQ(words("verify", "--lang"), "fr en");
  EXPECT_FALSE(ValuesOf("verify", "--trust"));
  EXPECT_FALSE(ValuesOf("trust new-root", "--replaces")) << "a file there, a number of issue";
  for (const char* algorithm : {"es256", "es384", "eddsa"}) {
    EXPECT_TRUE(ParseAlgorithm(algorithm));
    EXPECT_THAT(words("keygen", "--algorithm"), HasSubstr(algorithm));
  }
  for (const char* reason : {"lost", "stolen", "error", "fraud", "replaced", "other"}) {
    EXPECT_TRUE(ParseWithdrawalReason(reason));
    EXPECT_THAT(words("revoke", "--reason"), HasSubstr(reason));
  }
}

}  // namespace
}  // namespace sceau::cli
