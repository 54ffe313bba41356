// SPDX-License-Identifier: Apache-2.0
// sceau inspect: what is in the codes of documents, whoever made them.
#include "sceau/inspect.h"

#include "cli/command.h"
#include "cli/documents.h"
#include "cli/input.h"
#include "cli/inspection_text.h"

namespace sceau::cli {
namespace {

absl::StatusOr<Inspection> InspectOne(const std::string& file) {
  if (file != kStandardInput) return InspectFile(file);
  const Limits limits;
  const auto content = ReadInput(file, limits.document_bytes + 1);
  if (!content.ok()) return content.status();
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(content->data());
  return InspectBytes({bytes, content->size()}, file, limits);
}

class InspectCommand : public Command {
 public:
  void Declare(OptionSet& set) override { set.Flag("--json", json_); }

  ExitCode Run(const std::vector<std::string>& operands, Terminal& terminal) override {
    files_ = operands;
    if (const auto mistake = CheckFiles(files_, false, terminal)) return *mistake;
    ExitCode code = ExitCode::kOk;
    DocumentPrinter printer(json_ ? OutputForm::kJson : OutputForm::kText, false, terminal);
    for (const std::string& file : files_) {
      const DocumentOutput output = Show(file, terminal.language());
      code = Worse(code, output.code);
      if (!printer.Print({file, ""}, output)) break;
    }
    return code;
  }

 private:
  DocumentOutput Show(const std::string& file, Language language) const {
    const auto inspection = InspectOne(file);
    if (!inspection.ok()) return {{}, inspection.status()};
    return {json_ ? InspectionToJson(*inspection, language) + "\n"
                  : InspectionText(*inspection, language),
            absl::OkStatus(), inspection->reasons.empty() ? ExitCode::kOk : ExitCode::kUndetermined,
            Outcome::kNotConfirmed};
  }

  std::vector<std::string> files_;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> MakeInspectCommand() { return std::make_unique<InspectCommand>(); }

}  // namespace sceau::cli
