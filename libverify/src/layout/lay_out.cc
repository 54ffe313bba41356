// SPDX-License-Identifier: Apache-2.0
#include "layout/lay_out.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/status.h"
#include "fmt/format.h"
#include "layout/page_flow.h"
#include "layout/page_style.h"
#include "layout/page_words.h"

namespace sceau::layout {
namespace {

using enum PrintedKind;

Piece Says(PrintedKind kind, std::string text, std::size_t row = 0) {
  return {std::move(text), FactKey{kind, static_cast<std::uint8_t>(row)}};
}

void Heading(PageFlow& flow, const char* text, const Density& density) {
  flow.Skip(density.section_gap);
  flow.Text("H2", {{text}}, {density.heading, kAccent, Face::kSemibold});
  flow.Skip(density.row_padding / 2);
  flow.Rule(kAccent, 0.75);
}

void Fund(PageFlow& flow, const Attestation& attestation, const Density& density) {
  flow.Text("P", {Says(kFundName, attestation.fund.name)},
            {density.heading + 1.5, kAccent, Face::kSemibold});
  flow.Text("P", {{"Organisme "}, Says(kFundCode, GroupedFundCode(attestation.fund.code))},
            {density.label, kQuiet});
}

void Title(PageFlow& flow, const Attestation& attestation, const Density& density) {
  flow.Skip(density.section_gap * 1.2);
  flow.Text("H1", {{kAttestationTitle}}, {density.title, kAccent, Face::kSemibold});
  flow.Skip(density.paragraph_gap / 3);
  flow.Text("P",
            {{"Document établi le\u00A0"},
             Says(kIssuedOn, FrenchDate(ParisDay(attestation.issued_at))),
             {"   ·   N°\u00A0"},
             Says(kDocumentNumber, GroupedDocumentId(attestation.document_id))},
            {density.label + 0.5, kQuiet});
  if (attestation.replaces) {
    flow.Text("P",
              {{"Remplace l’attestation n°\u00A0"},
               Says(kReplacedNumber, GroupedDocumentId(*attestation.replaces)),
               {"."}},
              {density.label + 0.5, kQuiet});
  }
  flow.Skip(density.paragraph_gap);
  flow.Callout({{"Cette attestation est valable du "},
                Says(kValidFrom, FrenchDate(attestation.valid_from)),
                {" au "},
                Says(kValidUntil, FrenchDate(attestation.valid_until)),
                {" inclus."}},
               {density.body + 0.75, kText, Face::kSemibold}, density.row_padding + 4);
}

void HolderFacts(PageFlow& flow, const Attestation& attestation, const Density& density) {
  const Holder& holder = attestation.holder;
  std::vector<FactLine> facts;
  const auto add = [&](const char* label, Piece value, Face face = Face::kRegular) {
    facts.push_back({label, {std::move(value)}, face});
  };
  add("Nom de naissance", Says(kBirthName, holder.birth_name), Face::kSemibold);
  if (holder.name_in_use)
    add("Nom d’usage", Says(kNameInUse, *holder.name_in_use), Face::kSemibold);
  add("Prénoms", Says(kGivenNames, holder.given_names), Face::kSemibold);
  add("Né(e) le", Says(kBirthDate, FrenchBirthDate(holder.birth_date)));
  add("Rang de naissance", Says(kBirthRank, fmt::format("{}", holder.birth_rank)));
  if (holder.nir)
    add("Numéro de sécurité sociale", Says(kNir, GroupedNir(*holder.nir)), Face::kSemibold);
  add("Qualité", Says(kRole, std::string(RoleName(holder.role))));
  add("Organisme de rattachement", Says(kFundCode, GroupedFundCode(attestation.fund.code)));
  Heading(flow, "Bénéficiaire", density);
  flow.Facts(facts, density);
}

// One period per row; where space is short, two of the same right side by side, under the name that
// the first of them prints.
void RightsTable(PageFlow& flow, const std::vector<Right>& rights, const Density& density) {
  Table table{{0.66, 0.16, 0.18}, {"Nature", "Du", "Au (inclus)"}, {}};
  if (density.periods_per_row == 2) {
    table.widths = {0.40, 0.14, 0.16, 0.14, 0.16};
    table.head = {"Nature", "Du", "Au (inclus)", "Du", "Au (inclus)"};
  }
  std::optional<RightKind> kind;  // of the last row
  for (std::size_t i = 0; i < rights.size(); ++i) {
    const Right& right = rights[i];
    const bool full = !table.rows.empty() && table.rows.back().size() == table.head.size();
    if (right.kind != kind || full)
      table.rows.push_back({{Says(kRight, std::string(RightName(right.kind)), i)}});
    kind = right.kind;
    table.rows.back().push_back({Says(kRightFrom, FrenchDate(right.from), i)});
    table.rows.back().push_back(
        {Says(kRightUntil, right.until ? FrenchDate(*right.until) : "sans date de fin", i)});
  }
  Heading(flow, "Droits", density);
  flow.TableOf(table, density);
}

void DependantsTable(PageFlow& flow, const std::vector<Dependant>& dependants,
                     const Density& density) {
  if (dependants.empty()) return;
  Table table{{0.34, 0.36, 0.18, 0.12}, {"Nom", "Prénoms", "Né(e) le", "Rang"}, {}};
  for (std::size_t i = 0; i < dependants.size(); ++i) {
    const Dependant& dependant = dependants[i];
    table.rows.push_back({{Says(kDependantName, dependant.name, i)},
                          {Says(kDependantGivenNames, dependant.given_names, i)},
                          {Says(kDependantBirthDate, FrenchBirthDate(dependant.birth_date), i)},
                          {Says(kDependantBirthRank, fmt::format("{}", dependant.birth_rank), i)}});
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
constexpr int kMinModules = 21;  // QR code versions 1 to 40
constexpr int kMaxModules = 177;

// A whole number of hundredths of an inch keeps the edges on the pixels of usual printers and
// scanners: 0.635 mm while the code stays under 50 mm, else 0.508 mm.
double ModulePoints(int modules) {
  constexpr double kComfortable = 1.8;
  constexpr double kSmallest = 1.44;
  static_assert(kSmallest >= kMinModuleMillimetres * kPointsPerMillimetre);
  constexpr double kMaxComfortable = 50 * kPointsPerMillimetre;
  return (modules + 2 * kQuietModules) * kComfortable <= kMaxComfortable ? kComfortable : kSmallest;
}

double CodeSide(int modules) { return (modules + 2 * kQuietModules) * ModulePoints(modules); }

void HowToVerify(PageFlow& flow, const Attestation& attestation) {
  flow.Text("H2", {{"Comment vérifier"}}, {11, kAccent, Face::kSemibold});
  flow.Skip(4);
  flow.Steps(
      {{{"Lisez ce code avec Sceau, sur papier ou à l’écran, ou vérifiez le fichier PDF avec la "
         "commande «\u00A0sceau verify\u00A0». Internet n’est pas nécessaire."}},
       {{"Sceau dit si le sceau est celui de l’organisme «\u00A0"},
        Says(kFundName, attestation.fund.name),
        {"\u00A0», si ces informations ont été modifiées et si les droits sont ouverts à la date "
         "des soins."}},
       {{"Comparez le nom et la date de naissance avec une pièce d’identité."}}},
      {8.75}, 2.5);
  flow.Skip(6);
  flow.Text("P", {{"Cette attestation ne garantit pas le paiement des soins."}}, {8.5, kQuiet});
}

PageFlow FrameText(const Typesetter& typesetter, int modules, double top) {
  const double left = kLeftEdge + kFramePadding / 2 + CodeSide(modules) + kFramePadding / 2;
  return {typesetter, left, kRightEdge - kFramePadding - left, top};
}

absl::StatusOr<double> FrameHeight(const Typesetter& typesetter, const Attestation& attestation,
                                   int modules) {
  PageFlow flow = FrameText(typesetter, modules, 0);
  HowToVerify(flow, attestation);
  if (!flow.status().ok()) return flow.status();
  return std::max(flow.y() + 2 * kFramePadding, CodeSide(modules) + kFramePadding);
}

void Append(PageFlow&& flow, std::vector<Operation>& operations) {
  std::ranges::move(flow.operations(), std::back_inserter(operations));
}

void AddFrame(const Typesetter& typesetter, const Attestation& attestation, int modules, double top,
              double height, std::vector<Operation>& operations) {
  constexpr double kLine = 0.75;
  operations.emplace_back(Rectangle{kLeftEdge, top, kContentWidth, kLine, kAccent});
  operations.emplace_back(
      Rectangle{kLeftEdge, top + height - kLine, kContentWidth, kLine, kAccent});
  operations.emplace_back(Rectangle{kLeftEdge, top + kLine, kLine, height - 2 * kLine, kAccent});
  operations.emplace_back(
      Rectangle{kRightEdge - kLine, top + kLine, kLine, height - 2 * kLine, kAccent});
  const double module = ModulePoints(modules);
  const double quiet = kQuietModules * module;
  // On the grid of 1/100 inch, as the modules are.
  const auto snap = [](double points) { return std::round(points / 0.72) * 0.72; };
  {
    const Tag figure(operations, "Figure");
    operations.emplace_back(CodePlace{snap(kLeftEdge + kFramePadding / 2 + quiet),
                                      snap(top + (height - CodeSide(modules)) / 2 + quiet), module,
                                      modules});
  }
  PageFlow text = FrameText(typesetter, modules, top + kFramePadding);
  HowToVerify(text, attestation);
  Append(std::move(text), operations);
}

}  // namespace

bool IsExact(const Fonts& fonts, const Attestation& attestation) {
  const auto has = [&](const std::string& text) { return HasLettersOf(fonts, text); };
  const Holder& holder = attestation.holder;
  return has(attestation.fund.name) && has(holder.birth_name) &&
         (!holder.name_in_use || has(*holder.name_in_use)) && has(holder.given_names) &&
         std::ranges::all_of(attestation.dependants, [&](const Dependant& dependant) {
           return has(dependant.name) && has(dependant.given_names);
         });
}

absl::StatusOr<PageDrawing> LayOut(const Attestation& attestation, int modules, const Fonts& fonts,
                                   ForeignText* foreign) {
  if (modules < kMinModules || modules > kMaxModules)
    return Refuse(Reason::kClaimsTooLargeForCode, "page: no code of that size");
  const Typesetter typesetter{fonts, foreign};
  SCEAU_ASSIGN_OR_RETURN(const double frame, FrameHeight(typesetter, attestation, modules));
  for (const Density& density : kDensities) {
    PageFlow content(typesetter, kLeftEdge, kContentWidth, density.top);
    Content(content, attestation, density);
    if (!content.status().ok()) return content.status();
    const double frame_top = kPageHeight - density.bottom - frame;
    if (content.y() + density.section_gap > frame_top) continue;

    PageDrawing drawing;
    {
      const Tag document(drawing.operations, "Document");
      Append(std::move(content), drawing.operations);
      AddFrame(typesetter, attestation, modules, frame_top, frame, drawing.operations);
    }
    return drawing;
  }
  return Refuse(Reason::kClaimsTooLargeForCode, "page: the content is longer than a page");
}

}  // namespace sceau::layout
