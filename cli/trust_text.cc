// SPDX-License-Identifier: Apache-2.0
#include "cli/trust_text.h"

#include "cli/text_layout.h"
#include "cli/wording.h"

namespace sceau::cli {
namespace {

std::string Listed(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

class FileWriter {
 public:
  FileWriter(const TrustFileDescription& file, Language language)
      : file_(file), language_(language) {}

  std::string Write() {
    layout_.Row(Pattern(Message::kLabelDigest, language_), file_.digest);
    layout_.Row(Pattern(Message::kLabelSignatures, language_),
                Say(Message::kSignatures, language_, file_.signature_count(), file_.threshold));
    for (const DescribedRoot& root : file_.roots) AddRoot(root);
    if (file_.bundle) AddBundle(*file_.bundle);
    return HeadLine(file_, language_) + layout_.text();
  }

 private:
  // Between two facts.
  std::string And() const { return std::string(Pattern(Message::kClauseJoin, language_)); }

  std::string Validity(const DescribedKey& key) const {
    return Say(Message::kKeyValidity, language_, ShowDay(key.not_before, language_),
               ShowDay(key.not_after, language_));
  }

  void AddRoot(const DescribedRoot& root) {
    const Message word = root.has_signed ? Message::kHasSigned : Message::kHasNotSigned;
    layout_.Field(root.key.key_id,
                  Say(word, language_, root.key.name) + And() + Validity(root.key));
  }

  void AddBundle(const DescribedBundle& bundle) {
    layout_.Blank();
    if (!file_.approved) layout_.Paragraph(Pattern(Message::kNotApproved, language_));
    layout_.Paragraph(Say(Message::kIssuerCount, language_, bundle.issuers.size()));
    for (const DescribedIssuer& issuer : bundle.issuers) AddIssuer(issuer);
    layout_.Blank();
    layout_.Paragraph(Say(Message::kStatusListCount, language_, bundle.status_list_count));
    for (const DescribedStatusList& list : bundle.status_lists) AddList(list);
  }

  void AddIssuer(const DescribedIssuer& issuer) {
    std::string text = issuer.name;
    if (issuer.test) text += Pattern(Message::kTestIssuer, language_);
    if (!issuer.authority.empty())
      text += And() + Say(Message::kCertifiedBy, language_, issuer.authority);
    text += And() + Listed(issuer.formats);
    if (!issuer.funds.empty()) text += Say(Message::kFunds, language_, Listed(issuer.funds));
    text += And() + Validity(issuer.key);
    if (issuer.retired)
      text += And() + Say(Message::kRetiredSince, language_, ShowDay(*issuer.retired, language_));
    if (issuer.compromised)
      text += And() +
              Say(Message::kCompromisedSince, language_, ShowDay(*issuer.compromised, language_));
    if (issuer.maximum_validity_days)
      text += And() + Say(Message::kMaximumValidity, language_, *issuer.maximum_validity_days);
    if (issuer.always_offers_status)
      text += And() + std::string(Pattern(Message::kAlwaysOffersStatus, language_));
    layout_.Field(issuer.key.key_id, text);
  }

  void AddList(const DescribedStatusList& list) {
    layout_.Field(
        fmt::format("{}:{}", list.key_id, list.number),
        Say(Message::kStatusListFacts, language_, list.entries, list.withdrawn, list.suspended,
            ShowDay(list.issued, language_), ShowDay(list.expires, language_)));
  }

  const TrustFileDescription& file_;
  Language language_;
  TextLayout layout_{false};
};

}  // namespace

std::string HeadLine(const TrustFileDescription& file, Language language) {
  TextLayout layout(false);
  layout.Line(TrustFileHead(file, language));
  return layout.text();
}

std::string SignatureLine(const TrustFileDescription& file, Language language) {
  return Say(Message::kSignatureLine, language, file.signature_count(), file.threshold) + "\n";
}

std::string TrustFileText(const TrustFileDescription& file, Language language) {
  return FileWriter(file, language).Write();
}

std::string EtsiListText(const EtsiList& list, Language language) {
  TextLayout layout(false);
  layout.Line(Say(Message::kEtsiHead, language, list.sequence, list.scheme_operator,
                  ShowDay(list.issued, language)));
  for (const EtsiAuthority& authority : list.authorities) {
    const Message force = authority.in_force ? Message::kEtsiInForce : Message::kEtsiNotInForce;
    layout.Field(authority.service,
                 Say(force, language, authority.status, ShowDay(authority.since, language),
                     authority.leaves.size()));
  }
  return layout.text();
}

std::string ChangesText(const std::vector<TrustChange>& changes, Language language) {
  TextLayout layout(false);
  if (changes.empty()) layout.Paragraph(Pattern(Message::kNoChange, language));
  for (const TrustChange& change : changes) layout.Paragraph(TrustChangeSentence(change, language));
  return layout.text();
}

}  // namespace sceau::cli
