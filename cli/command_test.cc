// SPDX-License-Identifier: Apache-2.0
#include "cli/command.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "cli/help.h"
#include "sceau/version.h"

namespace sceau::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

struct CommandResult {
  int code = -1;
  std::string out;
  std::string error;
};

std::string Content(std::FILE* file) {
  std::fflush(file);
  std::string text(static_cast<std::size_t>(std::ftell(file)), '\0');
  std::rewind(file);
  EXPECT_EQ(std::fread(text.data(), 1, text.size(), file), text.size());
  std::fclose(file);
  return text;
}

CommandResult Sceau(const std::vector<std::string>& arguments) {
  ::setenv("LC_ALL", "C", 1);
  std::FILE* out = std::tmpfile();
  std::FILE* error = std::tmpfile();
  CommandResult outcome;
  outcome.code = static_cast<int>(RunCommand(AllCommands(), arguments, out, error));
  outcome.out = Content(out);
  outcome.error = Content(error);
  return outcome;
}

std::vector<std::string> Words(const std::string& text, const std::vector<std::string>& more) {
  std::istringstream words(text);
  std::vector<std::string> arguments{std::istream_iterator<std::string>(words), {}};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return arguments;
}

TEST(CommandTest, HelpAndVersionSucceed) {
  EXPECT_EQ(Sceau({"--version"}).out, "sceau " + std::string(Version()) + "\n");
  EXPECT_EQ(Sceau({"--version"}).code, 0);
  for (const char* flag : {"--help", "-h"}) {
    EXPECT_EQ(Sceau({flag}).out, HelpText("", Language::kFrench));
    EXPECT_EQ(Sceau({flag, "--lang", "en"}).out, HelpText("", Language::kEnglish));
    EXPECT_EQ(Sceau({"--lang=en", flag}).out, HelpText("", Language::kEnglish));
  }
  for (const CommandRow& row : AllCommands()) {
    const std::string name(row.name);
    EXPECT_EQ(Sceau(Words(name, {"--help"})).out, HelpText(name, Language::kFrench));
    EXPECT_EQ(Sceau(Words(name, {"-h", "--lang", "en"})).out, HelpText(name, Language::kEnglish));
    EXPECT_EQ(Sceau(Words("--lang en " + name, {"-h"})).out, HelpText(name, Language::kEnglish));
    EXPECT_EQ(Sceau(Words(name, {"--help"})).code, 0);
    EXPECT_EQ(Sceau(Words(name, {"--help"})).error, "");
  }
  EXPECT_EQ(Sceau({"trust", "--help"}).out, HelpText("trust", Language::kFrench));
}

std::set<std::string> OptionsOf(const CommandRow& row) {
  std::set<std::string> options = {"--help", "-h", "--lang"};
  const auto command = row.make();
  for (const DeclaredOption& option :
       DeclaredBy([&command](OptionSet& set) { command->Declare(set); }))
    options.insert(option.names.begin(), option.names.end());
  return options;
}

// Every option is in the help, and the help names no option that does not exist. The commands of a
// group share a page, and so do those of the ledger.
TEST(CommandTest, HelpIsTrue) {
  for (Language language : {Language::kFrench, Language::kEnglish}) {
    std::map<std::string, std::set<std::string>> declared;
    for (const CommandRow& row : AllCommands())
      declared[std::string(HelpText(row.name, language))].merge(OptionsOf(row));
    for (const auto& [help, options] : declared) {
      std::set<std::string> named;
      const std::regex option("(?:^|[\\s(,\\[])(--?[a-z0][a-z-]*)");
      for (std::sregex_iterator i(help.begin(), help.end(), option), end; i != end; ++i)
        named.insert((*i)[1]);
      EXPECT_EQ(named, options) << help;
    }
  }
}

struct UsageCase {
  std::vector<std::string> arguments;
  const char* message;
};

TEST(CommandTest, MistakesExitWith2AndAHint) {
  const std::vector<std::string> issue = {"issue",  "c.json", "--key", "k",
                                          "--cert", "c",      "-o",    "a.pdf"};
  const auto with = [](std::vector<std::string> base, std::vector<std::string> more) {
    base.insert(base.end(), more.begin(), more.end());
    return base;
  };
  const UsageCase cases[] = {
      {{}, "il manque une commande"},
      {{"frobnicate"}, "la commande n'existe pas"},
      {{"--frobnicate"}, "l'option --frobnicate n'existe pas"},
      {{"verify"}, "il manque le nom d'un fichier"},
      {{"trust"}, "il manque une commande"},
      {{"trust", "frobnicate"}, "la commande n'existe pas"},
      {{"trust", "new-root", "--threshold", "1", "-o", "r"}, "l'option --cert est obligatoire"},
      {{"trust", "new-root", "--cert", "c", "--threshold", "2", "-o", "r"}, "--threshold attend"},
      {{"trust", "new-root", "--cert", "c", "--threshold", "0", "-o", "r"}, "--threshold attend"},
      {{"trust", "new-root", "--cert", "c", "-o", "r"}, "l'option --threshold est obligatoire"},
      {{"trust", "sign", "--key", "k", "--cert", "c"}, "il manque le nom d'un fichier"},
      {{"trust", "sign", "f", "--cert", "c"}, "l'option --key est obligatoire"},
      {{"trust", "add-issuer", "--draft", "d", "--name", "n"}, "l'option --cert est obligatoire"},
      {{"trust", "add-issuer", "--name", "n"}, "l'option --draft est obligatoire"},
      {{"trust", "add-issuer", "--draft", "d", "--name", "n", "--cert", "c",
        "--maximum-validity-days", "3661"},
       "de 1 à 3660"},
      {{"trust", "import-etsi", "--signer", "s"}, "il manque le nom d'un fichier"},
      {{"trust", "import-etsi", "l.xml"}, "l'option --signer est obligatoire"},
      {{"trust", "import-etsi", "l.xml", "--signer", "s", "--at", "x"}, "--at attend une date"},
      {{"trust", "retire-issuer", "--draft", "d", "--key-id", "i"}, "l'option --since"},
      {{"trust", "compromise-issuer", "--draft", "d", "--key-id", "i", "--since", "31/13/2026"},
       "--since attend une date"},
      {{"trust", "build", "--draft", "d", "-o", "t"}, "l'option --roots est obligatoire"},
      {{"trust", "build", "--draft", "d", "-o", "t", "--roots", "r", "--next-update", "2026-01-01"},
       "--next-update attend une date à venir"},
      {{"trust", "install"}, "il manque le nom d'un fichier"},
      {{"trust", "show", "a", "b"}, "un argument de trop"},
      {{"trust", "diff"}, "il manque le nom d'un fichier"},
      {{"verify", "a", "--trust", "d", "--trust", "e"}, "l'option --trust est donnée deux fois"},
      {{"verify", "a", "--trust"}, "il manque la valeur de l'option --trust"},
      {{"verify", "a", "--at", "--json"}, "il manque la valeur de l'option --at"},
      {{"verify", "a", "--json=yes"}, "l'option --json ne prend pas de valeur"},
      {{"verify", "a", "--at="}, "l'option --at est vide"},
      {{"verify", "a", "--trust", "d", "--at", "11/23/2026"}, "--at attend une date"},
      {{"verify", "a", "--trust", "d", "--null"}, "--null demande --files-from"},
      {{"verify", "a", "--trust", "d", "--batch", "b"}, "--batch nomme tous les fichiers"},
      {{"verify", "--files-from", "-", "-", "--trust", "d"}, "ne peut être lue qu'une fois"},
      {{"verify", "a", "--trust", "d", "--brief", "--json"}, "--json et --brief"},
      {{"verify", "a", "--trust", "d", "--brief", "--full"}, "--brief et --full"},
      {{"verify", "a", "--trust", "d", "--at", "2026-02-30"}, "--at attend une date"},
      {{"verify", "a", "b", "--trust", "d", "--replay", "r"}, "un seul document"},
      {{"verify", "a", "--trust", "d", "--replay", "r", "--at", "2026-11-23"}, "--at et --replay"},
      {{"verify", "a", "--trust", "d", "--jobs", "0"}, "--jobs attend un nombre"},
      {{"verify", "-", "-", "--trust", "d"}, "l'entrée standard (-) ne peut être lue qu'une fois"},
      {{"verify", "-", "--holder-file", "-", "--trust", "d"}, "ne peut être lue qu'une fois"},
      {{"verify", "a", "--trust", "d", "--lang", "de"}, "--lang attend fr ou en"},
      {{"inspect"}, "il manque le nom d'un fichier"},
      {{"inspect", "--trust", "d", "a"}, "l'option --trust n'existe pas"},
      {{"issue"}, "il manque le nom d'un fichier"},
      {{"issue", "c.json", "--cert", "c", "-o", "a"}, "l'option --key est obligatoire"},
      {{"issue", "c.json", "--key", "k", "--cert", "c"}, "l'option -o est obligatoire"},
      {with(issue, {"--status", "1:2", "--no-status"}), "--status et --no-status"},
      {with(issue, {"--status", "1"}), "--status attend LISTE:RANG"},
      {with(issue, {"--no-status", "--png", "a.pdf"}), "une sortie porte le nom"},
      {with(issue, {"--no-status", "--png", "-"}), "ne peuvent pas aller vers -"},
      {with(issue, {"--no-status", "other.json"}), "un argument de trop"},
      {with(issue, {"--no-status", "--request-id", "r"}), "demandent --ledger"},
      {with(issue, {"--no-status", "--replaces", "MZXW6YTBOIAAAAAA"}), "demandent --ledger"},
      {with(issue, {"--ledger", "l", "--replaces", "x"}), "--replaces attend le numéro"},
      {with(issue, {"--no-status", "--format", "pdf"}), "demandent --batch"},
      {with(issue, {"--batch", "--ledger", "l", "--output-dir", "d"}), "--batch écrit dans"},
      {{"issue", "--batch", "r", "--key", "k", "--cert", "c"}, "l'option --ledger est obligatoire"},
      {{"issue", "--batch", "r", "--key", "k", "--cert", "c", "--ledger", "l", "--output-dir", "d",
        "--format", "gif"},
       "--format attend pdf"},
      {{"revoke", "--ledger", "l", "--document", "MZXW6YTBOIAAAAAA"}, "l'option --reason"},
      {{"revoke", "--ledger", "l", "--document", "x", "--reason", "lost"}, "--document attend"},
      {{"revoke", "--ledger", "l", "--reason", "lost"}, "un seul de --document"},
      {{"revoke", "--ledger", "l", "--reason", "lost", "--nir", "1", "--holder-file", "f"},
       "un seul"},
      {{"revoke", "--ledger", "l", "--nir", "1", "--reason", "oubli"}, "--reason attend perdue"},
      {{"revoke", "--ledger", "l", "--nir", "1", "--reason", "lost", "a.pdf"}, "un seul"},
      {{"suspend", "--nir", "1"}, "l'option --ledger est obligatoire"},
      {{"reinstate", "--nir", "1", "--ledger", "l", "--reason", "lost"},
       "l'option --reason n'existe"},
      {{"status"}, "il manque une commande"},
      {{"status", "publish", "--ledger", "l", "--key", "k", "--cert", "c"}, "--output-dir est obl"},
      {{"status", "publish", "--ledger", "l", "--key", "k", "--cert", "c", "--output-dir", "d",
        "--expires", "2026-01-01"},
       "--expires attend une date à venir"},
      {{"ledger", "new"}, "l'option --ledger est obligatoire"},
      {{"ledger", "restored"}, "l'option --ledger est obligatoire"},
      {{"ledger", "show", "--ledger", "l", "--document", "x"}, "--document attend le numéro"},
      {{"ledger", "show", "--ledger", "l", "--only", "x"}, "--only attend"},
      {{"ledger", "show", "--ledger", "l", "--limit", "0"}, "--limit attend"},
      {{"ledger", "show", "--ledger", "l", "--limit", "10001"}, "--limit attend"},
      {{"completion"}, "completion attend bash"},
      {{"completion", "tcsh"}, "completion attend bash"},
      {{"keygen", "--key", "k", "--cert", "c"}, "l'option --organisation est obligatoire"},
      {{"keygen", "--organisation", "O", "--key", "k", "--cert", "k"}, "une sortie porte le nom"},
      {{"keygen", "--organisation", "O", "--key", "k", "--cert", "c", "--algorithm", "rsa"},
       "--algorithm attend es256"},
      {{"keygen", "--organisation", "O", "--key", "k", "--cert", "c", "--valid-from", "2026-01-02",
        "--valid-until", "2026-01-01"},
       "la clé finirait avant de commencer"},
      {{"keygen", "--organisation", "O", "--key", "k", "--cert", "c", "--passphrase-file", "f",
        "--no-passphrase"},
       "--passphrase-file et --no-passphrase ne vont pas ensemble"},
  };
  for (const UsageCase& c : cases) {
    const CommandResult outcome = Sceau(c.arguments);
    EXPECT_EQ(outcome.code, 2) << c.message;
    EXPECT_EQ(outcome.out, "") << c.message;
    EXPECT_THAT(outcome.error, HasSubstr(c.message));
    EXPECT_THAT(outcome.error, testing::StartsWith("sceau: error: "));
    EXPECT_THAT(outcome.error, HasSubstr("[usage]"));
    EXPECT_THAT(outcome.error, HasSubstr("\nsceau: hint: voyez « sceau "));
  }
}

TEST(CommandTest, HelpIsShownWhateverElseIsWrong) {
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{"verify", "--frobnicate", "--help"},
                                             {"verify", "-h", "--at"},
                                             {"verify", "--json=yes", "a", "-h"}}) {
    EXPECT_EQ(Sceau(arguments).code, 0);
    EXPECT_EQ(Sceau(arguments).out, HelpText("verify", Language::kFrench));
  }
}

TEST(CommandTest, MistakesAreToldInTheLanguageAskedFor) {
  EXPECT_THAT(Sceau({"verify", "--lang", "en"}).error,
              HasSubstr("sceau: error: the name of a file is missing [usage]\n"
                        "sceau: hint: see “sceau verify --help”\n"));
}

TEST(CommandTest, AMistypedWordIsMetWithTheNearest) {
  const CommandResult command = Sceau({"verfy", "a.pdf"});
  EXPECT_THAT(command.error, HasSubstr("\nsceau: hint: vouliez-vous dire « verify » ?\n"));
  EXPECT_THAT(command.error, HasSubstr("les commandes : keygen, issue, verify, inspect, trust,"));
  EXPECT_THAT(Sceau({"trust", "instal"}).error,
              AllOf(HasSubstr("« install »"), HasSubstr("les commandes : new-root, sign,")));
  const CommandResult file = Sceau({"attestation.pdf"});
  EXPECT_THAT(file.error, AllOf(Not(HasSubstr("vouliez-vous")), HasSubstr("verify, inspect")));
  EXPECT_THAT(Sceau({"verify", "a.pdf", "--jbos", "2"}).error, HasSubstr("« --jobs »"));
  EXPECT_THAT(Sceau({"verify", "a.pdf", "--polcy=insurer"}).error, HasSubstr("« --policy »"));
  EXPECT_THAT(Sceau({"verify", "a.pdf", "--frobnicate"}).error, Not(HasSubstr("vouliez-vous")));
}

// What stands where an option should stand may be a person's number.
TEST(CommandTest, AMistakeDoesNotRepeatValues) {
  const CommandResult unknown =
      Sceau({"verify", "a", "--trust", "d", "--holder-nirr=2840588321025"});
  EXPECT_THAT(unknown.error, HasSubstr("--holder-nirr"));
  const CommandResult left_over = Sceau({"keygen", "2840588321025"});
  const CommandResult language = Sceau({"keygen", "--lang", "2840588321025"});
  for (const CommandResult& outcome : {unknown, left_over, language}) {
    EXPECT_EQ(outcome.code, 2);
    EXPECT_THAT(outcome.error, Not(HasSubstr("2840588321025")));
  }
}

std::vector<std::string> Files(std::vector<std::string> arguments) {
  std::vector<std::string> missing;
  arguments.insert(arguments.begin(), {"inspect", "--lang", "en"});
  const std::string error = Sceau(arguments).error;
  const std::regex line("sceau: error: (.*): This file does not exist");
  for (std::sregex_iterator i(error.begin(), error.end(), line), end; i != end; ++i)
    missing.push_back((*i)[1]);
  return missing;
}

// The parser must not mistake odd names for lists or options.
TEST(CommandTest, AnyFileNameReachesTheCommand) {
  using Names = std::vector<std::string>;
  EXPECT_EQ(Files({"[a,b]"}), (Names{"[a,b]"}));
  EXPECT_EQ(Files({"a,b", "c d", "{}", "verify", "%%", "a=b"}),
            (Names{"a,b", "c d", "{}", "verify", "%%", "a=b"}));
  EXPECT_EQ(Files({"a", "--", "-b", "--json"}), (Names{"a", "-b", "--json"}));
  EXPECT_EQ(Files({"a", "--json", "b"}), (Names{"a", "b"}));
}

TEST(CommandTest, FilesThatCannotBeReadExitWith2) {
  const CommandResult text = Sceau({"inspect", "/nowhere/a.pdf"});
  EXPECT_EQ(text.code, 2);
  EXPECT_EQ(text.out, "");
  EXPECT_THAT(text.error, HasSubstr("/nowhere/a.pdf : Ce fichier n'existe pas [document.missing]"));
  const CommandResult json = Sceau({"inspect", "--json", "/nowhere/a.pdf"});
  EXPECT_EQ(json.code, 2);
  EXPECT_THAT(json.out, HasSubstr(R"("error":{"code":"document.missing")"));
}

}  // namespace
}  // namespace sceau::cli
