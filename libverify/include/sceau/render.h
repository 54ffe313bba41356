// SPDX-License-Identifier: Apache-2.0
// Reports as text: JSON for programs, a table for spreadsheets, and what was written by others made
// safe to show. Every function here is pure, may be called from several threads at once, and owns
// what it returns.
#ifndef SCEAU_RENDER_H_
#define SCEAU_RENDER_H_

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "sceau/public.h"
#include "sceau/reason.h"
#include "sceau/report.h"

namespace SCEAU_PUBLIC sceau {

// Text from outside as it may be shown on a terminal or a label: control, bidirectional and
// invisible characters and bytes that are not UTF-8 are written visibly (\u{202E}, \x{FF}), and so
// are letters that are drawn as the Latin ones beside them (\u{0410}).
std::string EscapeForDisplay(std::string_view text);

// A NIR as it may be shown to anybody: all but sex, year and month as bullets.
std::string MaskNir(std::string_view nir);

// What a caller calls a document, in a list of many.
struct DocumentName {
  std::string file;
  std::string request_id;  // empty when there is none
};

enum class NirDisplay { kMasked, kShown };

// A file name, or another text of the caller, as it stands in JSON: the same text where it is
// UTF-8, so that a program can match it with what it gave. Each byte that is not UTF-8 is written
// \x{FF}.
std::string TextForJson(std::string_view text);

// The same JSON value on one line that is safe to print: every control, bidirectional or invisible
// character as \uXXXX. `json` is UTF-8; what is not gives an empty text.
std::string EscapeInJson(std::string_view json);

// One JSON object on one line, by docs/schemas/report.schema.json, escaped by EscapeInJson().
// Report::file and Report::request_id stand there by TextForJson().
std::string ReportToJson(const Report& report, Language language, NirDisplay nir);
// The same of a file that could not even be read, by "failure" of the schema.
std::string FailureToJson(const DocumentName& name, const absl::Status& failure, Language language);

// A table for spreadsheets: the heading, then one row per seal of each document, or one row when it
// has none. UTF-8 with its mark, semicolons, every cell quoted, one line per row; columns may be
// added at the end. What a file could not even be read for stands under `reasons`, without a
// verdict; its outcome is not-confirmed.
std::string CsvHeading();
std::string ReportToCsv(const Report& report, NirDisplay nir);
std::string FailureToCsv(const DocumentName& name, Reason reason);

// One cell with its quotes: escaped as by EscapeForDisplay(), and with an apostrophe before what a
// spreadsheet would run as a formula.
std::string CsvCell(std::string_view text);

// "seal", "genuine" … as in the JSON, for callers that print. Static storage, with a NUL behind it.
std::string_view Name(Verdict);
std::string_view Name(Outcome);
std::string_view Name(Signature);
std::string_view Name(SealAxis);
std::string_view Name(StatusAxis);
std::string_view Name(RightsAxis);
std::string_view Name(HolderAxis);
std::string_view Name(DocumentAxis);
std::string_view Name(FreshnessAxis);
std::string_view Name(PrintedKind);
std::string_view Name(FactResult);
std::string_view Name(ComparisonWay);

}  // namespace sceau

#endif  // SCEAU_RENDER_H_
