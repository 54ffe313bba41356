// SPDX-License-Identifier: Apache-2.0
// Report -> rows of a table. Spec: RFC 4180, except that cells are separated by semicolons and
// every one is quoted.
#include <array>

#include "base/text.h"
#include "sceau/verify.h"

namespace sceau {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

constexpr auto kColumns = std::to_array<std::string_view>({"file",
                                                           "verdict",
                                                           "page",
                                                           "format",
                                                           "issuer",
                                                           "holder",
                                                           "born",
                                                           "nir",
                                                           "fund",
                                                           "seal",
                                                           "status",
                                                           "rights",
                                                           "holder_check",
                                                           "document",
                                                           "freshness",
                                                           "reasons",
                                                           "outcome",
                                                           "request_id",
                                                           "authority",
                                                           "replayed",
                                                           "seal_outcome",
                                                           "printed_agrees",
                                                           "printed_differs",
                                                           "printed_not_compared",
                                                           "compare_by_eye"});

struct Row {
  std::array<std::string, kColumns.size()> cells{};

  std::string& operator[](std::string_view column) {
    std::size_t i = 0;
    while (kColumns[i] != column) ++i;
    return cells[i];
  }
  std::string text() const {
    std::string line;
    for (const std::string& cell : cells) line += (line.empty() ? "" : ";") + CsvCell(cell);
    return line + "\r\n";
  }
};

std::string CodesOf(const std::vector<Finding>& of_document, const std::vector<Finding>& of_seal) {
  std::string codes;
  for (const auto* findings : {&of_document, &of_seal}) {
    for (const Finding& finding : *findings)
      codes += (codes.empty() ? "" : " ") + std::string(ReasonCode(finding.reason));
  }
  return codes;
}

// Which facts of the page came to this, by name and row: "birth-name right-until/2".
std::string FactsThat(FactResult result, const std::vector<ComparedFact>& printed) {
  std::string names;
  for (const ComparedFact& compared : printed) {
    if (compared.result != result) continue;
    names += (names.empty() ? "" : " ") + std::string(Name(compared.fact.kind));
    if (IsOfARow(compared.fact.kind) || compared.fact.row > 0)
      names += "/" + std::to_string(compared.fact.row + 1);
  }
  return names;
}

void AddClaims(const Claims& claims, NirDisplay nir, Row& row) {
  if (!claims.attestation) return;
  const Holder& holder = claims.attestation->holder;
  row["holder"] = holder.birth_name + " " + holder.given_names;
  row["born"] = holder.birth_date;
  if (holder.nir) row["nir"] = nir == NirDisplay::kShown ? *holder.nir : MaskNir(*holder.nir);
  row["fund"] = claims.attestation->fund.name;
}

Row StartRow(const Report& report) {
  Row row;
  row["file"] = report.file;
  if (report.replayed) row["replayed"] = "true";
  // Of several seals in one document the worst decides.
  row["verdict"] = Name(report.verdict);
  row["outcome"] = Name(report.outcome);
  row["request_id"] = report.request_id;
  return row;
}

Row RowOf(const SealReport& seal, const Report& report, NirDisplay nir) {
  Row row = StartRow(report);
  row["page"] = std::to_string(seal.page);
  row["format"] = seal.format;
  if (seal.issuer) {
    row["issuer"] = seal.issuer->name;
    row["authority"] = seal.issuer->authority;
  }
  if (seal.claims) AddClaims(*seal.claims, nir, row);
  row["seal"] = Name(seal.axes.seal);
  row["seal_outcome"] = Name(seal.outcome);
  row["status"] = Name(seal.axes.status);
  row["rights"] = Name(seal.axes.rights);
  row["holder_check"] = Name(seal.axes.holder);
  row["document"] = Name(seal.axes.document);
  row["freshness"] = Name(seal.axes.freshness);
  row["printed_agrees"] = FactsThat(FactResult::kAgrees, seal.printed);
  row["printed_differs"] = FactsThat(FactResult::kDiffers, seal.printed);
  row["printed_not_compared"] = FactsThat(FactResult::kNotCompared, seal.printed);
  if (seal.compare_by_eye) row["compare_by_eye"] = "true";
  row["reasons"] = CodesOf(report.reasons, seal.reasons);
  return row;
}

// What a spreadsheet takes for the start of a formula, in the wide forms too that some of them
// fold.
bool LooksLikeFormula(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == text.npos) return false;
  text.remove_prefix(first);
  for (std::string_view start : {"=", "+", "-", "@", "＝", "＋", "－", "＠", "−"}) {
    if (text.starts_with(start)) return true;
  }
  return false;
}

}  // namespace

std::string CsvCell(std::string_view text) {
  std::string cell = "\"";
  if (LooksLikeFormula(text)) cell += '\'';
  for (char c : EscapeUnsafe(text)) {
    if (c == '"') cell += '"';
    cell += c;
  }
  return cell + "\"";
}

std::string CsvHeading() {
  Row row;
  for (std::size_t i = 0; i < kColumns.size(); ++i) row.cells[i] = kColumns[i];
  return std::string(kByteOrderMark) + row.text();
}

std::string ReportToCsv(const Report& report, NirDisplay nir) {
  std::string rows;
  for (const SealReport& seal : report.seals) rows += RowOf(seal, report, nir).text();
  if (!report.seals.empty()) return rows;
  Row row = StartRow(report);
  row["reasons"] = CodesOf(report.reasons, {});
  return row.text();
}

std::string FailureToCsv(const DocumentName& name, Reason reason) {
  Row row;
  row["file"] = name.file;
  row["request_id"] = name.request_id;
  row["outcome"] = Name(Outcome::kNotConfirmed);
  row["reasons"] = ReasonCode(reason);
  return row.text();
}

}  // namespace sceau
