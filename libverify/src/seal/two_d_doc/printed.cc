// SPDX-License-Identifier: Apache-2.0
#include "seal/two_d_doc/printed.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>

#include "attestation/printed_facts.h"
#include "base/ascii.h"
#include "base/text.h"

namespace sceau::seal::two_d_doc {
namespace {

struct PrintedField {
  std::string_view id;
  PrintedKind kind;
  std::uint8_t row = 0;
};
constexpr auto kPrintedFields = std::to_array<PrintedField>({
    {"40", PrintedKind::kTaxNumber},
    {"47", PrintedKind::kTaxNumber},
    {"49", PrintedKind::kTaxNumber, 1},
    {"44", PrintedKind::kTaxNotice},
    {"41", PrintedKind::kTaxIncome},
    {"4A", PrintedKind::kCollectedOn},
    {"18", PrintedKind::kInvoiceNumber},
    {"1D", PrintedKind::kAmount},
    {"31", PrintedKind::kAccountNumber},
    {"22", PrintedKind::kAddressLine},
});

// Of which papers, and what they are headed with: the types of which that is certain.
struct TitleOfType {
  std::string_view type;
  std::string_view title;
};
constexpr auto kTitles = std::to_array<TitleOfType>({
    {"00", "FACTURE"},
    {"00", "VOTREFACTURE"},
    {"00", "QUITTANCE"},
    {"01", "FACTURE"},
    {"01", "VOTREFACTURE"},
    {"03", "RELEVEDIDENTITEBANCAIRE"},
    {"04", "AVISDIMPOT"},
    {"09", "FACTURE"},
    {"09", "VOTREFACTURE"},
    {"11", "RELEVEDECOMPTE"},
    {"11", "VOTRERELEVEDECOMPTE"},
    {"16", "ATTESTATIONDEDEMANDEDASILE"},
    {"18", "AVISDESITUATIONDECLARATIVE"},
    {"24", "AVISDESITUATIONDECLARATIVE"},
    {"27", "AVISDESITUATIONDECLARATIVE"},
    {"28", "AVISDIMPOT"},
    {"L1", "ATTESTATIONVACCINALE"},
    {"L1", "ATTESTATIONDEVACCINATION"},
    {"L1", "CERTIFICATDEVACCINATION"},
});

const Field* FieldIn(std::span<const Field> fields, std::string_view id) {
  const auto field = std::ranges::find(fields, id, &Field::id);
  const bool usable =
      field != fields.end() && field->known != nullptr && !field->truncated && IsUtf8(field->value);
  return usable ? &*field : nullptr;
}

// What fills its field may go on behind it.
bool MayGoOn(const Field& field) {
  const Identifier& known = *field.known;
  return known.fixed_length == 0 && known.greatest_length > 0 &&
         field.value.size() >= known.greatest_length;
}

// As PrintedFact has it; "" of what does not have its shape.
std::string PrintedValue(const Field& field) {
  std::string shown = ShowValue(field);
  if (field.known->shape == Shape::kDate) {  // YYYY-MM-DD, or as carried
    if (shown.size() != 10 || shown[4] != '-') return {};
    std::erase(shown, '-');
  } else if (field.known->shape == Shape::kText) {
    shown = std::string(Trim(shown));
  }
  return shown;
}

void Put(PrintedKind kind, std::uint8_t row, std::string value, Claims& claims) {
  const FactKey key{kind, row};
  const bool known =
      std::ranges::find(claims.printed, key, &PrintedFact::key) != claims.printed.end();
  if (!value.empty() && !known) claims.printed.push_back({.key = key, .value = std::move(value)});
}

// "75011" and "PARIS".
void PutLocality(std::string_view code_id, std::string_view town_id, std::span<const Field> fields,
                 Claims& claims) {
  const Field* code = FieldIn(fields, code_id);
  const Field* town = FieldIn(fields, town_id);
  if (code == nullptr || town == nullptr || MayGoOn(*town)) return;
  const std::string name(Trim(town->value));
  if (!std::ranges::all_of(code->value, IsDigit) || name.empty()) return;
  Put(PrintedKind::kLocality, 0, std::string(code->value) + " " + name, claims);
}

}  // namespace

void AddPrinted(std::string_view type, std::span<const Field> fields, Claims& claims) {
  claims.printed = attestation::PrintedFactsOf(claims.subjects);
  for (const PrintedField& printed : kPrintedFields) {
    const Field* field = FieldIn(fields, printed.id);
    if (field != nullptr && !MayGoOn(*field))
      Put(printed.kind, printed.row, PrintedValue(*field), claims);
  }
  PutLocality("24", "25", fields, claims);
  if (claims.names_not_all) {
    for (PrintedFact& fact : claims.printed) fact.may_be_anothers = true;
  }
  for (const TitleOfType& title : kTitles) {
    if (title.type == type) claims.printed_titles.emplace_back(title.title);
  }
}

}  // namespace sceau::seal::two_d_doc
