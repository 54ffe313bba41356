// SPDX-License-Identifier: Apache-2.0
#include "layout/page_words.h"

#include <array>
#include <initializer_list>

#include "fmt/format.h"

namespace sceau::layout {
namespace {

// Cuts `text` into groups; what is left over stays on the last. A text of another length is
// written as it is.
std::string Group(std::string_view text, std::initializer_list<std::size_t> lengths) {
  std::string grouped;
  for (const std::size_t length : lengths) {
    if (!grouped.empty()) grouped += ' ';
    const std::size_t taken = std::min(length, text.size());
    grouped += text.substr(0, taken);
    text.remove_prefix(taken);
  }
  return grouped.append(text);
}

}  // namespace

std::string FrenchDate(Date date) {
  return fmt::format("{:02}/{:02}/{:04}", static_cast<unsigned>(date.day()),
                     static_cast<unsigned>(date.month()), static_cast<int>(date.year()));
}

std::string FrenchBirthDate(std::string_view yyyymmdd) {
  if (yyyymmdd.size() != 8) return std::string(yyyymmdd);
  return fmt::format("{}/{}/{}", yyyymmdd.substr(6, 2), yyyymmdd.substr(4, 2),
                     yyyymmdd.substr(0, 4));
}

std::string GroupedNir(std::string_view nir) { return Group(nir, {1, 2, 2, 2, 3, 3, 2}); }

std::string GroupedFundCode(std::string_view code) { return Group(code, {2, 3, 4}); }

std::string GroupedDocumentId(const DocumentId& id) {
  return Group(FormatDocumentId(id), {4, 4, 4, 4});
}

std::string_view RightName(RightKind kind) {
  switch (kind) {
    case RightKind::kBase:
      return "Assurance maladie (base)";
    case RightKind::kC2sWithoutParticipation:
      return "Complémentaire santé solidaire sans participation financière";
    case RightKind::kC2sWithParticipation:
      return "Complémentaire santé solidaire avec participation financière";
    case RightKind::kAme:
      return "Aide médicale de l’État";
    case RightKind::kMaternity:
      return "Assurance maternité";
    case RightKind::kAlsaceMoselle:
      return "Régime local d’Alsace-Moselle";
  }
  return {};
}

std::string_view RoleName(Role role) {
  switch (role) {
    case Role::kInsured:
      return "Assuré(e)";
    case Role::kDependant:
      return "Ayant droit";
  }
  return {};
}

}  // namespace sceau::layout
