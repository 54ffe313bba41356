// SPDX-License-Identifier: Apache-2.0
#include "cli/claims_text.h"

#include "cli/wording.h"

namespace sceau::cli {
namespace {

class ClaimsWriter {
 public:
  ClaimsWriter(Language language, bool show_nir, TextLayout& layout)
      : language_(language), show_nir_(show_nir), layout_(layout) {}

  void AddAttestation(const Attestation& attestation) {
    AddHolder(attestation.holder);
    Row(Message::kLabelFund, fmt::format("{} ({})", attestation.fund.name, attestation.fund.code));
    AddRights(attestation.rights);
    AddDependants(attestation.dependants);
    Row(Message::kLabelValidity,
        Say(Message::kValidity, language_, Day(attestation.valid_from),
            Day(attestation.valid_until), Day(ParisDay(attestation.issued_at))));
    Row(Message::kLabelNumber, FormatDocumentId(attestation.document_id));
    if (attestation.replaces) Row(Message::kLabelReplaces, FormatDocumentId(*attestation.replaces));
  }

  void AddPaper(const Claims& claims) {
    Row(Message::kLabelKind, KindOf(claims, language_));
    if (claims.validity.issued_on) Row(Message::kLabelIssuedOn, Day(*claims.validity.issued_on));
    AddFields(claims.fields);
  }

  void AddFields(const std::vector<ClaimField>& fields) {
    for (const ClaimField& field : fields) {
      const FieldWords words = WordsOf(field, language_);
      layout_.Field(Say(Message::kField, language_, words.label), words.value);
    }
  }

 private:
  std::string Text(Message message) const { return std::string(Pattern(message, language_)); }
  std::string Day(Date date) const { return ShowDate(date, language_); }
  void Row(Message label, std::string_view value) { layout_.Row(Pattern(label, language_), value); }

  void AddHolder(const Holder& holder) {
    const std::string name = holder.name_in_use
                                 ? Say(Message::kNameInUse, language_, holder.birth_name,
                                       *holder.name_in_use, holder.given_names)
                                 : fmt::format("{} {}", holder.birth_name, holder.given_names);
    Row(Message::kLabelHolder, fmt::format("{}, {}", name, Text(NameOf(holder.role))));
    Row(Message::kLabelBorn,
        Say(Message::kBornRank, language_, ShowBirthDate(holder.birth_date, language_),
            static_cast<int>(holder.birth_rank)));
    if (holder.nir) Row(Message::kLabelNir, ShowNir(*holder.nir, show_nir_));
  }

  void AddRights(const std::vector<Right>& rights) {
    bool first = true;
    for (const Right& right : rights) {
      const std::string kind = Text(NameOf(right.kind));
      const std::string period =
          right.until
              ? Say(Message::kRightUntil, language_, kind, Day(right.from), Day(*right.until))
              : Say(Message::kRightOpenEnded, language_, kind, Day(right.from));
      layout_.Row(first ? Pattern(Message::kLabelRights, language_) : "", period);
      first = false;
    }
  }

  void AddDependants(const std::vector<Dependant>& dependants) {
    bool first = true;
    for (const Dependant& dependant : dependants) {
      layout_.Row(first ? Pattern(Message::kLabelDependants, language_) : "",
                  Say(Message::kDependant, language_, dependant.name, dependant.given_names,
                      ShowBirthDate(dependant.birth_date, language_)));
      first = false;
    }
  }

  Language language_;
  bool show_nir_;
  TextLayout& layout_;
};

}  // namespace

void AddClaims(const Claims& claims, Language language, bool show_nir, TextLayout& layout) {
  ClaimsWriter writer(language, show_nir, layout);
  if (claims.attestation) {
    writer.AddAttestation(*claims.attestation);
  } else {
    writer.AddPaper(claims);
  }
  if (claims.unsigned_annex.empty()) return;
  layout.Paragraph(Pattern(Message::kAnnex, language));
  writer.AddFields(claims.unsigned_annex);
}

}  // namespace sceau::cli
