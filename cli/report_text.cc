// SPDX-License-Identifier: Apache-2.0
#include "cli/report_text.h"

#include "cli/brief_text.h"
#include "cli/claims_text.h"
#include "cli/text_layout.h"
#include "cli/wording.h"
#include "wording/printed_words.h"

namespace sceau::cli {
namespace {

class ReportWriter {
 public:
  ReportWriter(const Report& report, const TextOptions& options)
      : report_(report), options_(options), layout_(options.colour) {}

  std::string Write() {
    AddHeadline();
    if (report_.replayed) AddReplayNotice();
    Row(Message::kLabelFile, report_.file);
    AddDocumentReasons();
    for (std::size_t i = 0; i < report_.seals.size(); ++i) {
      const SealReport& seal = report_.seals[i];
      layout_.Blank();
      if (report_.seals.size() > 1) AddSealHeadline(seal, i + 1);
      AddSealContent(seal);
      AddChecks(seal);
    }
    AddEnd();
    return layout_.text();
  }

 private:
  std::string_view Text(Message message) const { return Pattern(message, options_.language); }
  std::string Day() const { return ShowDate(report_.date_of_care, options_.language); }
  void Row(Message label, std::string_view value) { layout_.Row(Text(label), value); }

  // "✔ CONFORME :", or "REJOUÉ, ✔ CONFORME :" for what was judged as on the day of a report.
  template <typename Judged>  // SealReport or Report
  std::string Marked(const Judged& judged) const {
    const std::string mark =
        Say(Message::kHeadline, options_.language, MarkOf(judged), Text(HeadlineOf(judged)));
    return report_.replayed ? Say(Message::kReplayedMark, options_.language, mark) : mark;
  }

  void AddHeadline() {
    const Colour colour = ColourOf(report_, report_.outcome);
    const std::string mark = Marked(report_);
    if (report_.seals.size() == 1) {
      layout_.Headline(mark, colour,
                       VerdictSentence(report_.seals[0], report_.date_of_care, options_.language));
    } else if (!report_.seals.empty()) {
      layout_.Headline(mark, colour,
                       Say(Message::kSeveralSeals, options_.language, report_.seals.size()));
    } else {
      const Reason reason =
          report_.reasons.empty() ? Reason::kInternal : report_.reasons.front().reason;
      layout_.Headline(mark, colour, WithCode(reason));
    }
  }

  void AddReplayNotice() {
    layout_.Paragraph(Say(Message::kReplayNotice, options_.language,
                          ShowDate(ParisDay(report_.verified_at), options_.language)));
  }

  void AddSealHeadline(const SealReport& seal, std::size_t number) {
    layout_.Paragraph(
        Say(Message::kSealOf, options_.language, number, report_.seals.size(), seal.page));
    layout_.Headline(Marked(seal), ColourOf(report_, seal.outcome),
                     VerdictSentence(seal, report_.date_of_care, options_.language));
    layout_.Blank();
  }

  std::string WithCode(Reason reason) const {
    return Say(Message::kReasonWithCode, options_.language,
               ReasonSentence(reason, options_.language), ReasonCode(reason));
  }

  void AddDocumentReasons() {
    // Without a seal the first is the headline.
    for (std::size_t i = report_.seals.empty() ? 1 : 0; i < report_.reasons.size(); ++i)
      Row(Message::kAxisOther, WithCode(report_.reasons[i].reason));
  }

  void AddSealContent(const SealReport& seal) {
    // The report holds no claims without a verified signature; this is the second lock.
    if (!seal.claims || seal.signature != Signature::kVerified) {
      layout_.Paragraph(Text(Message::kSaysNothing));
      return;
    }
    const bool genuine = seal.axes.seal == SealAxis::kGenuine;
    layout_.Paragraph(Text(genuine ? Message::kSays : Message::kSaysNotTrue));
    AddClaims(*seal.claims, options_.language, options_.show_nir, layout_);
  }

  void AddChecks(const SealReport& seal) {
    layout_.Blank();
    layout_.Paragraph(Text(Message::kChecks));
    for (const Check& check : ChecksOf(seal, report_.date_of_care, options_.language)) {
      Row(check.label, check.word);
      for (const Reason reason : check.reasons) layout_.Advice(WithCode(reason));
      if (check.label == Message::kAxisDocument) AddPrinted(seal);
      if (check.label == Message::kAxisSeal) AddAuthority(seal);
    }
    for (const Reason reason : NotesOf(seal)) Row(Message::kAxisOther, WithCode(reason));
  }

  void AddPrinted(const SealReport& seal) {
    const std::string line = wording::PrintedLine(seal, options_.language);
    if (!line.empty()) layout_.Advice(line);
    std::string pictures;
    for (const ComparedFact& compared : seal.printed) {
      if (!compared.picture.empty()) pictures += (pictures.empty() ? "" : ", ") + compared.picture;
    }
    if (!pictures.empty()) layout_.Advice(Say(Message::kPictures, options_.language, pictures));
  }

  void AddAuthority(const SealReport& seal) {
    if (seal.signature == Signature::kVerified && seal.issuer && !seal.issuer->authority.empty())
      Row(Message::kLabelAuthority, seal.issuer->authority);
  }

  void AddEnd() {
    if (!report_.others.empty() || !report_.seals.empty()) layout_.Blank();
    for (const OtherSymbol& other : report_.others) {
      Row(Message::kLabelOtherCodes,
          Say(Message::kOtherCode, options_.language,
              fmt::format("{} ({})", OtherName(other.kind, options_.language), other.symbology),
              other.page));
    }
    Row(Message::kLabelDateOfCare, Day());
    Row(Message::kLabelPolicy, report_.policy);
    if (!report_.seals.empty()) layout_.Paragraph(Text(Message::kNotProven));
  }

  const Report& report_;
  const TextOptions& options_;
  TextLayout layout_;
};

}  // namespace

std::string ReportText(const Report& report, const TextOptions& options) {
  return ReportWriter(report, options).Write();
}

}  // namespace sceau::cli
