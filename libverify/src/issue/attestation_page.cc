// SPDX-License-Identifier: Apache-2.0
#include "issue/attestation_page.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "base/status.h"
#include "fmt/format.h"
#include "issue/attestation_words.h"
#include "issue/code_drawing.h"
#include "issue/layout.h"
#include "issue/page_flow.h"
#include "issue/page_style.h"

namespace sceau::issue {
namespace {

void Heading(PageFlow& flow, std::string_view text, const Density& density) {
  flow.Skip(density.section_gap);
  flow.Text("H2", text, {density.heading, kAccent, Weight::kSemibold});
  flow.Skip(density.row_padding / 2);
  flow.Rule(kAccent, 0.75);
}

void Fund(PageFlow& flow, const Attestation& attestation, const Density& density) {
  flow.Text("P", attestation.fund.name, {density.heading + 1.5, kAccent, Weight::kSemibold});
  flow.Text("P", "Organisme " + GroupedFundCode(attestation.fund.code), {density.label, kQuiet});
}

void Title(PageFlow& flow, const Attestation& attestation, const Density& density) {
  flow.Skip(density.section_gap * 1.2);
  flow.Text("H1", kAttestationTitle, {density.title, kAccent, Weight::kSemibold});
  flow.Skip(density.paragraph_gap / 3);
  flow.Text("P",
            fmt::format("Document établi le\u00A0{}   ·   N°\u00A0{}",
                        FrenchDate(ParisDay(attestation.issued_at)),
                        GroupedDocumentId(attestation.document_id)),
            {density.label + 0.5, kQuiet});
  if (attestation.replaces) {
    flow.Text(
        "P",
        fmt::format("Remplace l’attestation n°\u00A0{}.", GroupedDocumentId(*attestation.replaces)),
        {density.label + 0.5, kQuiet});
  }
  flow.Skip(density.paragraph_gap);
  flow.Callout(fmt::format("Cette attestation est valable du {} au {} inclus.",
                           FrenchDate(attestation.valid_from), FrenchDate(attestation.valid_until)),
               {density.body + 0.75, kText, Weight::kSemibold}, density.row_padding + 4);
}

void HolderFacts(PageFlow& flow, const Attestation& attestation, const Density& density) {
  const Holder& holder = attestation.holder;
  std::vector<Fact> facts = {{"Nom de naissance", holder.birth_name, Weight::kSemibold}};
  if (holder.name_in_use) facts.push_back({"Nom d’usage", *holder.name_in_use, Weight::kSemibold});
  facts.push_back({"Prénoms", holder.given_names, Weight::kSemibold});
  facts.push_back({"Né(e) le", FrenchBirthDate(holder.birth_date)});
  facts.push_back({"Rang de naissance", fmt::format("{}", holder.birth_rank)});
  if (holder.nir) {
    facts.push_back({"Numéro de sécurité sociale", GroupedNir(*holder.nir), Weight::kSemibold});
  }
  facts.push_back({"Qualité", std::string(RoleName(holder.role))});
  facts.push_back({"Organisme de rattachement", GroupedFundCode(attestation.fund.code)});
  Heading(flow, "Bénéficiaire", density);
  flow.Facts(facts, density);
}

// One period per row; where space is short, two of the same right side by side.
void RightsTable(PageFlow& flow, const std::vector<Right>& rights, const Density& density) {
  Table table{{0.66, 0.16, 0.18}, {"Nature", "Du", "Au (inclus)"}, {}};
  if (density.periods_per_row == 2) {
    table.widths = {0.40, 0.14, 0.16, 0.14, 0.16};
    table.head = {"Nature", "Du", "Au (inclus)", "Du", "Au (inclus)"};
  }
  std::optional<RightKind> kind;  // of the last row
  for (const Right& right : rights) {
    const bool full = !table.rows.empty() && table.rows.back().size() == table.head.size();
    if (right.kind != kind || full) table.rows.push_back({std::string(RightName(right.kind))});
    kind = right.kind;
    table.rows.back().push_back(FrenchDate(right.from));
    table.rows.back().push_back(right.until ? FrenchDate(*right.until) : "sans date de fin");
  }
  Heading(flow, "Droits", density);
  flow.TableOf(table, density);
}

void DependantsTable(PageFlow& flow, const std::vector<Dependant>& dependants,
                     const Density& density) {
  if (dependants.empty()) return;
  Table table{{0.34, 0.36, 0.18, 0.12}, {"Nom", "Prénoms", "Né(e) le", "Rang"}, {}};
  for (const Dependant& dependant : dependants) {
    table.rows.push_back({dependant.name, dependant.given_names,
                          FrenchBirthDate(dependant.birth_date),
                          fmt::format("{}", dependant.birth_rank)});
  }
  Heading(flow, "Ayants droit rattachés", density);
  flow.TableOf(table, density);
}

void Content(PageFlow& flow, const Attestation& attestation, const Density& density) {
  Fund(flow, attestation, density);
  Title(flow, attestation, density);
  HolderFacts(flow, attestation, density);
  RightsTable(flow, attestation.rights, density);
  DependantsTable(flow, attestation.dependants, density);
}

// ---- The frame at the foot of the page: the code at the left, how to verify at its right

constexpr double kFramePadding = 10;

// A whole number of hundredths of an inch keeps the edges on the pixels of usual printers and
// scanners: 0.635 mm while the code stays under 50 mm, else 0.508 mm.
double ModulePoints(const barcode::Modules& code) {
  constexpr double kComfortable = 1.8;
  constexpr double kSmallest = 1.44;
  static_assert(kSmallest >= kModuleMillimetres * kPointsPerMillimetre);
  constexpr double kMaxComfortable = 50 * kPointsPerMillimetre;
  const int modules = code.size + 2 * barcode::QuietZone(Symbology::kQrCode);
  return modules * kComfortable <= kMaxComfortable ? kComfortable : kSmallest;
}

double CodeSide(const barcode::Modules& code) {
  return (code.size + 2 * barcode::QuietZone(Symbology::kQrCode)) * ModulePoints(code);
}

void HowToVerify(PageFlow& flow, const Attestation& attestation) {
  flow.Text("H2", "Comment vérifier", {11, kAccent, Weight::kSemibold});
  flow.Skip(4);
  flow.Steps(
      {"Lisez ce code avec Sceau, sur papier ou à l’écran, ou vérifiez le fichier PDF avec la "
       "commande «\u00A0sceau verify\u00A0». Internet n’est pas nécessaire.",
       fmt::format("Sceau dit si le sceau est celui de l’organisme «\u00A0{}\u00A0», si ces "
                   "informations ont été modifiées et si les droits sont ouverts à la date "
                   "des soins.",
                   attestation.fund.name),
       "Comparez le nom et la date de naissance avec une pièce d’identité."},
      {8.75}, 2.5);
  flow.Skip(6);
  flow.Text("P", "Cette attestation ne garantit pas le paiement des soins.", {8.5, kQuiet});
}

PageFlow FrameText(cairo_t* cr, Pass pass, const barcode::Modules& code, double top) {
  const double left = kLeft + kFramePadding / 2 + CodeSide(code) + kFramePadding / 2;
  return {cr, pass, left, kRight - kFramePadding - left, top};
}

double FrameHeight(cairo_t* cr, const Attestation& attestation, const barcode::Modules& code,
                   bool& unknown_glyphs) {
  PageFlow flow = FrameText(cr, Pass::kMeasure, code, 0);
  HowToVerify(flow, attestation);
  unknown_glyphs = unknown_glyphs || flow.has_unknown_glyphs();
  return std::max(flow.y() + 2 * kFramePadding, CodeSide(code) + kFramePadding);
}

void DrawFrame(cairo_t* cr, const Attestation& attestation, const barcode::Modules& code,
               double top, double height) {
  constexpr double kLine = 0.75;
  cairo_set_source_rgb(cr, kAccent.red, kAccent.green, kAccent.blue);
  cairo_set_line_width(cr, kLine);
  cairo_rectangle(cr, kLeft + kLine / 2, top + kLine / 2, kContentWidth - kLine, height - kLine);
  cairo_stroke(cr);
  const double module = ModulePoints(code);
  const double quiet = barcode::QuietZone(Symbology::kQrCode) * module;
  // On the grid of 1/100 inch, as the modules are.
  const auto snap = [](double points) { return std::round(points / 0.72) * 0.72; };
  {
    const Tag figure(cr, "Figure");
    FillCode(cr, code, snap(kLeft + kFramePadding / 2 + quiet),
             snap(top + (height - CodeSide(code)) / 2 + quiet), module);
  }
  PageFlow text = FrameText(cr, Pass::kDraw, code, top + kFramePadding);
  HowToVerify(text, attestation);
}

}  // namespace

absl::Status DrawPage(cairo_t* cr, const Attestation& attestation, const barcode::Modules& code) {
  bool unknown_glyphs = false;
  const double frame = FrameHeight(cr, attestation, code, unknown_glyphs);
  for (const Density& density : kDensities) {
    PageFlow measured(cr, Pass::kMeasure, kLeft, kContentWidth, density.top);
    Content(measured, attestation, density);
    if (unknown_glyphs || measured.has_unknown_glyphs()) {
      return Refuse(Reason::kClaimsNoFont, "page: a character that no installed font has");
    }
    const double frame_top = kPageHeight - density.bottom - frame;
    if (measured.y() + density.section_gap > frame_top) continue;

    const Tag document(cr, "Document");
    PageFlow drawn(cr, Pass::kDraw, kLeft, kContentWidth, density.top);
    Content(drawn, attestation, density);
    DrawFrame(cr, attestation, code, frame_top, frame);
    return absl::OkStatus();
  }
  return Refuse(Reason::kClaimsTooLargeForCode, "page: the content is longer than a page");
}

}  // namespace sceau::issue
