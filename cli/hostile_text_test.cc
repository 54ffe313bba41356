// SPDX-License-Identifier: Apache-2.0
// Text from outside through every way out: each byte and each character that moves a terminal or
// disguises a label, in every field that a document, a list, a file name or an error can fill.
#include <gtest/gtest.h>

#include <functional>

#include "cli/brief_text.h"
#include "cli/documents.h"
#include "cli/inspection_text.h"
#include "cli/ledger_text.h"
#include "cli/report_text.h"
#include "cli/terminal.h"
#include "cli/trust_text.h"
#include "sceau/error.h"
#include "sceau/inspect.h"
#include "sceau/verify.h"
#include "wording/report_testing.h"

namespace sceau::cli {
namespace {

using wording::Day;
using wording::TestReport;
using wording::TestSeal;

// Each byte alone, then each listed character, between letters so that its loss would be seen.
std::vector<std::string> HostileTexts() {
  std::vector<std::string> texts;
  texts.reserve(300);
  for (int byte = 0; byte < 256; ++byte)
    texts.push_back("a" + std::string(1, static_cast<char>(byte)) + "[31mz");
  for (const char* character :
       {"\u0085",   "\u009B",       "\u00AD",          "\u061C",     "\u180E",     "\u200B",
        "\u200C",   "\u200D",       "\u200E",          "\u200F",     "\u2028",     "\u2029",
        "\u202A",   "\u202B",       "\u202C",          "\u202D",     "\u202E",     "\u2060",
        "\u2061",   "\u2066",       "\u2067",          "\u2068",     "\u2069",     "\u206F",
        "\uFEFF",   "\uFFF9",       "\uFFFB",          "\U000E0001", "\U000E007F", "\xEF\xBF\xBE",
        "\xC0\x9B", "\xED\xA0\x80", "\xF4\x90\x80\x80"})
    texts.push_back("a" + std::string(character) + "z");
  return texts;
}

// Only what a text of ours has: printable characters that EscapeForDisplay() leaves, and ends of
// lines.
void ExpectHarmless(std::string_view out, std::string_view way) {
  if (out.starts_with("\xEF\xBB\xBF")) out.remove_prefix(3);  // the mark of a table
  while (!out.empty()) {
    const std::size_t end = std::min(out.find('\n'), out.size());
    std::string_view line = out.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    ASSERT_EQ(EscapeForDisplay(line), line) << way;
    out.remove_prefix(std::min(end + 1, out.size()));
  }
}

Finding HostileFinding(const std::string& text) { return {Reason::kDocumentDamaged, text}; }

Report HostileReport(const std::string& text) {
  SealReport seal = TestSeal();
  Attestation& attestation = *seal.claims->attestation;
  attestation.holder.birth_name = attestation.holder.given_names = text;
  attestation.holder.name_in_use = text;
  attestation.holder.nir = text;
  attestation.holder.birth_date = text;
  attestation.fund = {text, text};
  attestation.dependants = {{text, text, text, 1}};
  seal.issuer = {text, text, text};
  seal.format = seal.symbology = text;
  seal.withdrawal = WithdrawalNotice{Day(2026, 1, 1), text};
  seal.reasons.push_back(HostileFinding(text));
  SealReport paper = TestSeal();
  paper.claims.emplace();
  paper.claims->kind_french = paper.claims->kind_english = text;
  paper.claims->header = {{"country", text}};
  paper.claims->fields = {{text, text, text, text, text, true, true},
                          {text, "", "", text, text, false, false}};
  paper.claims->unsigned_annex = paper.claims->fields;
  Report report = TestReport(seal);
  report.seals.push_back(paper);
  report.file = report.policy = report.request_id = text;
  report.trust = BundleIdentity{1, {}, text};
  report.reasons = {HostileFinding(text)};
  report.others = {{text, text, 1, {}}};
  return report;
}

Inspection HostileInspection(const std::string& text) {
  const std::vector<std::uint8_t> bytes(text.begin(), text.end());
  Inspection inspection;
  inspection.file = text;
  inspection.reasons = {HostileFinding(text)};
  InspectedSymbol whole;
  whole.symbology = whole.kind = text;
  whole.payload = bytes;
  whole.problems = inspection.reasons;
  InspectedSymbol layered = whole;
  layered.layers = {{text, bytes, {{0, bytes.size(), 0, text, text, true}}}};
  inspection.symbols = {whole, layered};
  return inspection;
}

TrustFileDescription HostileTrust(const std::string& text) {
  TrustFileDescription file;
  file.digest = text;
  DescribedRoot root;
  root.key.key_id = root.key.name = text;
  file.roots = {root};
  DescribedIssuer issuer;
  issuer.name = issuer.authority = text;
  issuer.key = root.key;
  issuer.formats = issuer.funds = {text};
  file.bundle.emplace();
  file.bundle->issuers = {issuer};
  file.bundle->status_lists.emplace_back().key_id = text;
  return file;
}

LedgerEntry HostileEntry(const std::string& text) {
  LedgerEntry entry;
  entry.document_id = entry.key_id = text;
  entry.replaces = entry.replaced_by = text;
  return entry;
}

std::string ErrorText(const std::string& text) {
  std::FILE* file = std::tmpfile();
  Terminal terminal(file, file, Language::kEnglish, text);
  terminal.Error(Refuse(Reason::kDocumentMissing, text), text);
  terminal.Fail(Refuse(Reason::kInternal, text), text);
  terminal.UsageError(Message::kUnknownOption, text);
  terminal.Warn(Message::kReplayDiffers, text);
  std::string written(static_cast<std::size_t>(std::ftell(file)), '\0');
  std::rewind(file);
  EXPECT_EQ(std::fread(written.data(), 1, written.size(), file), written.size());
  std::fclose(file);
  return written;
}

struct Way {
  const char* name;
  std::function<std::string(const std::string&, Language)> write;
};

const Way kWays[] = {
    {"verify",
     [](const auto& t, Language l) {
       return ReportText(HostileReport(t), {l, true});
     }},
    {"verify, NIR masked",
     [](const auto& t, Language l) { return ReportText(HostileReport(t), {l}); }},
    {"verify --brief",
     [](const auto& t, Language l) {
       return BriefText(HostileReport(t), l, false) +
              BriefFailure(t, Refuse(Reason::kInternal, t), l, false);
     }},
    {"verify --json",
     [](const auto& t, Language l) {
       return ReportToJson(HostileReport(t), l, NirDisplay::kShown);
     }},
    {"verify --csv",
     [](const auto& t, Language) {
       Report none = HostileReport(t);
       none.seals.clear();
       return CsvHeading() + ReportToCsv(HostileReport(t), NirDisplay::kShown) +
              ReportToCsv(none, NirDisplay::kShown) + FailureToCsv({t, t}, Reason::kInternal);
     }},
    {"a failure as JSON",
     [](const auto& t, Language l) {
       return FailureToJson({t, t}, Refuse(Reason::kInternal, t), l);
     }},
    {"inspect", [](const auto& t, Language l) { return InspectionText(HostileInspection(t), l); }},
    {"inspect --json",
     [](const auto& t, Language l) { return InspectionToJson(HostileInspection(t), l); }},
    {"trust show", [](const auto& t, Language l) { return TrustFileText(HostileTrust(t), l); }},
    {"trust diff",
     [](const auto& t, Language l) {
       TrustChange change;
       change.name = change.key_id = t;
       return ChangesText({change}, l);
     }},
    {"trust import-etsi",
     [](const auto& t, Language l) {
       EtsiList list;
       list.scheme_operator = t;
       EtsiAuthority authority;
       authority.service = authority.status = t;
       list.authorities = {authority};
       return EtsiListText(list, l);
     }},
    {"ledger show", [](const auto& t, Language l) { return LedgerEntryText(HostileEntry(t), l); }},
    {"ledger show, a list",
     [](const auto& t, Language l) {
       return LedgerListText({HostileEntry(t)}, l) + LedgerEntryToJson(HostileEntry(t));
     }},
    {"an error", [](const auto& t, Language) { return ErrorText(t); }},
};

TEST(HostileTextTest, NothingRawComesOutOfAnyWay) {
  for (const Way& way : kWays) {
    for (const std::string& text : HostileTexts()) {
      for (Language language : {Language::kFrench, Language::kEnglish})
        ExpectHarmless(way.write(text, language), way.name);
    }
  }
}

// The check above would also pass if the text were left out.
TEST(HostileTextTest, WhatIsHarmlessComesOutWhole) {
  for (const Way& way : kWays)
    EXPECT_NE(way.write("Zoë’s", Language::kEnglish).find("Zoë’s"), std::string::npos) << way.name;
}

TEST(HostileTextTest, NoCellOfATableIsAFormula) {
  for (const char* start : {"=", "+", "-", "@", "\t=", "\r=", " ="}) {
    const std::string text = start + std::string("HYPERLINK(\"x\");1");
    const std::string rows = ReportToCsv(HostileReport(text), NirDisplay::kShown);
    for (const char* opening : {"\"=", "\"+", "\"-", "\"@", "\" =", "\"\t", "\"\r"}) {
      // A cell opens at the start of a row or after the semicolon that follows a closed one.
      EXPECT_EQ(rows.find("\";" + std::string(opening)), std::string::npos) << start;
      EXPECT_FALSE(rows.starts_with(opening)) << start;
    }
  }
}

}  // namespace
}  // namespace sceau::cli
