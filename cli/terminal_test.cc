// SPDX-License-Identifier: Apache-2.0
#include "cli/terminal.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>

#include "cli/documents.h"
#include "nlohmann/json.hpp"
#include "sceau/error.h"

namespace sceau::cli {
namespace {

class TerminalTest : public testing::Test {
 protected:
  TerminalTest() : out_(std::tmpfile()), error_(std::tmpfile()) {}
  ~TerminalTest() override {
    std::fclose(out_);
    std::fclose(error_);
  }
  Terminal Make(Language language) { return Terminal(out_, error_, language, "verify"); }
  static std::string Content(std::FILE* file) {
    std::fflush(file);
    std::string text(static_cast<std::size_t>(std::ftell(file)), '\0');
    std::rewind(file);
    EXPECT_EQ(std::fread(text.data(), 1, text.size(), file), text.size());
    return text;
  }

  std::FILE* out_;
  std::FILE* error_;
};

TEST(WorseTest, ThreeOverTwoOverFourOverZero) {
  using enum ExitCode;
  const ExitCode order[] = {kOk, kUndetermined, kCouldNotRun, kInvalid};
  for (std::size_t i = 0; i < 4; ++i) {
    for (std::size_t j = 0; j < 4; ++j) EXPECT_EQ(Worse(order[i], order[j]), order[std::max(i, j)]);
  }
  EXPECT_EQ(static_cast<int>(kInvalid), 3);
  EXPECT_EQ(static_cast<int>(kCouldNotRun), 2);
  EXPECT_EQ(static_cast<int>(kUndetermined), 4);
  EXPECT_EQ(static_cast<int>(kOk), 0);
  EXPECT_EQ(static_cast<int>(kReplayed), 5);
}

TEST_F(TerminalTest, AnErrorHasItsFileItsCodeAndItsAdvice) {
  Make(Language::kFrench).Error(Refuse(Reason::kDocumentMissing, ""), "a.pdf");
  EXPECT_EQ(Content(error_),
            "sceau: error: a.pdf : Ce fichier n'existe pas [document.missing]\n"
            "sceau: hint: vérifiez son nom et son emplacement.\n");
}

TEST_F(TerminalTest, EnglishAndTheDetail) {
  Make(Language::kEnglish).Error(Refuse(Reason::kOutputNotWritten, "write: No space left"), "b");
  EXPECT_EQ(Content(error_),
            "sceau: error: b: The output file could not be written; nothing was left half done "
            "[output.not-written] (write: No space left)\n"
            "sceau: hint: check the space and your rights.\n");
}

TEST_F(TerminalTest, AFileNameCannotMoveTheTerminal) {
  Make(Language::kEnglish).Error(Refuse(Reason::kDocumentMissing, ""), "a\x1b[2J\n\u202Eb");
  EXPECT_EQ(Content(error_).substr(0, 43), "sceau: error: a\\u{001B}[2J\\u{000A}\\u{202E}b");
}

TEST_F(TerminalTest, UsageErrorsPointToTheHelpOfTheCommand) {
  EXPECT_EQ(Make(Language::kFrench).UsageError(Message::kMissingOption, "--trust"),
            ExitCode::kCouldNotRun);
  EXPECT_EQ(Content(error_),
            "sceau: error: l'option --trust est obligatoire [usage]\n"
            "sceau: hint: voyez « sceau verify --help »\n");
}

TEST_F(TerminalTest, AnOutputThatIsFullIsNoticed) {
  std::FILE* full = std::fopen("/dev/full", "w");
  if (full == nullptr) GTEST_SKIP() << "no /dev/full";
  Terminal terminal(full, error_, Language::kFrench, "");
  terminal.Print("text");
  EXPECT_FALSE(terminal.Flush());
  EXPECT_FALSE(terminal.Print("more"));
  std::fclose(full);
}

TEST_F(TerminalTest, ColourIsForTerminalsOnly) { EXPECT_FALSE(WantsColour(::fileno(out_))); }

TEST_F(TerminalTest, AFailureIsAnObjectAsTheSchemaSays) {
  const auto json = nlohmann::json::parse(
      FailureToJson({"a\n.pdf", "r1"}, Refuse(Reason::kDocumentMissing, ""), Language::kEnglish));
  EXPECT_EQ(json["schema_version"], 1);
  EXPECT_EQ(json["file"], "a\n.pdf");
  EXPECT_EQ(json["request_id"], "r1");
  EXPECT_EQ(json["outcome"], "not-confirmed");
  EXPECT_EQ(json["error"]["code"], "document.missing");
  EXPECT_EQ(json["error"]["message"], ReasonSentence(Reason::kDocumentMissing, Language::kEnglish));
  EXPECT_FALSE(json["error"].contains("detail"));
}

TEST_F(TerminalTest, DocumentsAreSetApartAndFailuresGoToStandardError) {
  Terminal terminal = Make(Language::kEnglish);
  DocumentPrinter printer(OutputForm::kText, false, terminal);
  EXPECT_TRUE(
      printer.Print({"0", ""}, {{}, Refuse(Reason::kDocumentMissing, ""), ExitCode::kCouldNotRun}));
  EXPECT_TRUE(printer.Print({"a", ""}, {"first\n", absl::OkStatus(), ExitCode::kOk}));
  EXPECT_TRUE(
      printer.Print({"b", ""}, {{}, Refuse(Reason::kDocumentMissing, ""), ExitCode::kCouldNotRun}));
  EXPECT_TRUE(printer.Print({"c", ""}, {"third\n", absl::OkStatus(), ExitCode::kOk}));
  EXPECT_EQ(Content(out_), "first\n\nthird\n");
  EXPECT_NE(Content(error_).find("sceau: error: b: "), std::string::npos);
}

}  // namespace
}  // namespace sceau::cli
