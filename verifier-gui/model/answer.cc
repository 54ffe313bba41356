// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/answer.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "sceau/error.h"
#include "sceau/render.h"
#include "verifier-gui/model/text.h"
#include "wording/checks.h"
#include "wording/claims_words.h"
#include "wording/printed_words.h"
#include "wording/verdict_sentence.h"
#include "wording/words.h"

namespace sceau::gui {
namespace {

QString personName(const std::string& family, const std::string& given) {
  return fromOutside(family + " " + given);
}

// By the first digit of the number, which says the sex, of temporary numbers
// too.
Message bornOf(const Holder& holder) {
  switch (holder.nir && !holder.nir->empty() ? holder.nir->front() : '?') {
    case '1':
    case '3':
    case '7':
      return Message::kWindowBornHe;
    case '2':
    case '4':
    case '8':
      return Message::kWindowBornShe;
  }
  return Message::kWindowBorn;
}

Identity identityOf(const Holder& holder, Language language) {
  Identity identity;
  identity.name = personName(holder.birth_name, holder.given_names);
  if (holder.name_in_use)
    identity.nameInUse = say(Message::kWindowNameInUse, language, *holder.name_in_use);
  const std::string birthDate = wording::ShowBirthDate(holder.birth_date, language);
  identity.birthDate = fromUtf8(birthDate);
  identity.born = say(bornOf(holder), language, birthDate);
  if (holder.nir) {
    identity.nirMasked = fromUtf8(wording::ShowNir(*holder.nir, false));
    identity.nirInFull = fromUtf8(wording::ShowNir(*holder.nir, true));
  }
  return identity;
}

class DetailWriter {
 public:
  DetailWriter(Language language, std::vector<CheckRow>& details)
      : language_(language), details_(details) {}

  void addAttestation(const Attestation& attestation) {
    add(Message::kLabelFund,
        fromOutside(attestation.fund.name + " (" + attestation.fund.code + ")"));
    for (const Dependant& dependant : attestation.dependants) {
      add(Message::kLabelDependants,
          say(Message::kDependant, language_, EscapeForDisplay(dependant.name),
              EscapeForDisplay(dependant.given_names),
              wording::ShowBirthDate(dependant.birth_date, language_)));
    }
    add(Message::kLabelNumber, fromUtf8(FormatDocumentId(attestation.document_id)));
  }

  void addPaper(const Claims& claims) {
    add(Message::kLabelKind, fromOutside(wording::KindOf(claims, language_)));
    if (claims.validity.issued_on)
      add(Message::kLabelIssuedOn,
          fromUtf8(wording::ShowDate(*claims.validity.issued_on, language_)));
    for (const ClaimField& field : claims.fields) addField(field);
  }

 private:
  void add(Message label, const QString& value) {
    details_.push_back({say(label, language_), value, {}});
  }

  void addField(const ClaimField& field) {
    const wording::FieldWords words = wording::WordsOf(field, language_);
    details_.push_back({fromOutside(words.label), fromOutside(words.value), {}});
  }

  Language language_;
  std::vector<CheckRow>& details_;
};

std::vector<CheckRow> checksOf(const SealReport& seal, Date day, Language language) {
  std::vector<CheckRow> rows;
  for (const wording::Check& check : wording::ChecksOf(seal, day, language)) {
    CheckRow row{say(check.label, language), fromWords(check.word, language), {}};
    for (const Reason reason : check.reasons) row.advice.append(sentenceOf(reason, language));
    rows.push_back(std::move(row));
  }
  for (const Reason reason : wording::NotesOf(seal)) {
    rows.push_back({say(Message::kAxisOther, language), sentenceOf(reason, language), {}});
  }
  return rows;
}

QString whatToCompare(const SealReport& seal, Language language) {
  const std::string facts = wording::FactsToCompare(seal, language);
  return facts.empty() ? say(Message::kWindowComparePage, language) : fromWords(facts, language);
}

// The reasons that keep a seal from being good, in the order of its axes; notes
// that change nothing stay in the checks.
QStringList nextSteps(const SealReport& seal, Language language) {
  if (seal.compare_by_eye) return {whatToCompare(seal, language)};
  if (seal.outcome == Outcome::kInOrder) return {};
  QStringList steps;
  for (const wording::Check& check : wording::ChecksOf(seal, {}, language)) {
    for (const Reason reason : check.reasons) {
      if (reason != Reason::kStatusNotOffered && reason != Reason::kFreshnessUndated)
        steps.append(sentenceOf(reason, language));
    }
    if (!steps.isEmpty()) break;
  }
  return steps;
}

// As the page prints it.
std::string numberAsPrinted(std::string number) {
  constexpr std::size_t kGroup = 4;
  for (std::size_t at = kGroup; at < number.size(); at += kGroup + 1) number.insert(at, " ");
  return number;
}

// What the seal says of a fact, as a person writes it. Nothing of a number,
// which is covered in the picture too, nor of what is a word of a table.
QString signedValueOf(const SealReport& seal, FactKey key, Language language) {
  const auto fact = std::ranges::find(seal.claims->printed, key, &PrintedFact::key);
  if (fact == seal.claims->printed.end()) return {};
  switch (key.kind) {
    case PrintedKind::kNir:
    case PrintedKind::kTaxNumber:
    case PrintedKind::kAccountNumber:
    case PrintedKind::kRole:
    case PrintedKind::kRight:
      return {};
    case PrintedKind::kRightUntil:
      if (fact->value.empty()) return say(Message::kWindowNoEnd, language);
      [[fallthrough]];
    case PrintedKind::kBirthDate:
    case PrintedKind::kIssuedOn:
    case PrintedKind::kValidFrom:
    case PrintedKind::kValidUntil:
    case PrintedKind::kRightFrom:
    case PrintedKind::kDependantBirthDate:
    case PrintedKind::kCollectedOn:
      return fromOutside(wording::ShowBirthDate(fact->value, language));
    case PrintedKind::kDocumentNumber:
    case PrintedKind::kReplacedNumber:
      return fromOutside(numberAsPrinted(fact->value));
    case PrintedKind::kBirthName:
    case PrintedKind::kNameInUse:
    case PrintedKind::kGivenNames:
    case PrintedKind::kWholeName:
    case PrintedKind::kBirthRank:
    case PrintedKind::kFundName:
    case PrintedKind::kFundCode:
    case PrintedKind::kDependantName:
    case PrintedKind::kDependantGivenNames:
    case PrintedKind::kDependantBirthRank:
    case PrintedKind::kTaxNotice:
    case PrintedKind::kTaxIncome:
    case PrintedKind::kInvoiceNumber:
    case PrintedKind::kAmount:
    case PrintedKind::kAddressLine:
    case PrintedKind::kLocality:
      break;
  }
  return fromOutside(fact->value);
}

// The place of the number on a page of which everything was compared: another
// number may stand elsewhere on any other.
std::optional<Box> numberBoxOf(const SealReport& seal) {
  if (seal.axes.document != DocumentAxis::kAgrees) return std::nullopt;
  for (const ComparedFact& fact : seal.printed) {
    if (fact.fact.kind == PrintedKind::kNir && fact.page == seal.page) return fact.box;
  }
  return std::nullopt;
}

// Those that differ alone: a fact in doubt is no reason against a paper.
std::vector<DifferenceRow> differencesOf(const SealReport& seal, Language language) {
  std::vector<DifferenceRow> rows;
  for (const FactPicture& picture : seal.pictures) {
    const auto fact = std::ranges::find(seal.printed, picture.fact, &ComparedFact::fact);
    if (fact == seal.printed.end() || fact->result != FactResult::kDiffers) continue;
    QString label = fromWords(wording::FactName(picture.fact, language), language);
    label[0] = label[0].toUpper();
    const Message legend = fact->way == ComparisonWay::kPixels ? Message::kWindowEvidencePixels
                                                               : Message::kWindowEvidenceWords;
    rows.push_back({std::move(label), QByteArray::fromStdString(picture.png), say(legend, language),
                    signedValueOf(seal, picture.fact, language)});
  }
  return rows;
}

void showClaims(const Report& report, const SealReport& seal, Language language, Answer& answer) {
  answer.numberBox = numberBoxOf(seal);
  DetailWriter details(language, answer.details);
  if (seal.claims->attestation) {
    const Attestation& attestation = *seal.claims->attestation;
    answer.identity = identityOf(attestation.holder, language);
    answer.rights = rightsRowsOf(attestation, report.date_of_care, language);
    answer.rightsDay = fromUtf8(wording::ShowDate(report.date_of_care, language));
    details.addAttestation(attestation);
  } else {
    details.addPaper(*seal.claims);
  }
}

Answer answerOfSeal(const Report& report, const SealReport& seal, Language language) {
  Answer answer;
  answer.tone = toneOf(seal);
  answer.sentence =
      fromWords(wording::VerdictSentence(seal, report.date_of_care, language), language);
  answer.next = nextSteps(seal, language);
  answer.checks = checksOf(seal, report.date_of_care, language);
  answer.marks = marksOf(seal, language);
  answer.page = seal.page;
  answer.corners = seal.corners;
  // The report holds no claims without a verified signature; these are the
  // second and third locks.
  const bool genuine = seal.axes.seal == SealAxis::kGenuine;
  if (!genuine || seal.signature != Signature::kVerified || !seal.claims) return answer;
  answer.differences = differencesOf(seal, language);
  showClaims(report, seal, language, answer);
  return answer;
}

// A code reader's text that is nothing known may be what is left of a seal: a tail that was cut
// off, or the keys of another keyboard.
bool mayBeOfASeal(const Report& report) {
  return report.seals.empty() && std::ranges::any_of(report.others, [](const OtherSymbol& other) {
           return other.symbology == "Text" && (other.kind == "text" || other.kind == "binary");
         });
}

Answer answerOfNoSeal(const Report& report, Language language) {
  Answer answer;
  answer.tone = toneOf(report);
  const bool isUnread = mayBeOfASeal(report);
  for (const Finding& finding : report.reasons) {
    if (!isUnread || finding.reason != Reason::kDocumentNoSeal)
      answer.next.append(sentenceOf(finding.reason, language));
  }
  if (isUnread) answer.next.append(say(Message::kWindowTextHint, language));
  answer.sentence = say(
      answer.tone == Tone::kNoSeal ? Message::kWindowNoSeal : Message::kWindowNotRead, language);
  for (const OtherSymbol& other : report.others) {
    answer.details.push_back(
        {say(Message::kLabelOtherCodes, language),
         say(Message::kOtherCode, language, wording::OtherName(other.kind, language), other.page),
         {}});
  }
  return answer;
}

Outcome outcomeOf(Tone tone) {
  switch (tone) {
    case Tone::kGood:
    case Tone::kCompare:
      return Outcome::kInOrder;
    case Tone::kRefused:
      return Outcome::kRefused;
    case Tone::kNotOpen:
      return Outcome::kRightsNotOpen;
    case Tone::kNoSeal:
      return Outcome::kNoSeal;
    case Tone::kUnsure:
    case Tone::kTest:
      break;
  }
  return Outcome::kNotConfirmed;
}

Tone toneOf(Outcome outcome) {
  switch (outcome) {
    case Outcome::kInOrder:
      return Tone::kGood;
    case Outcome::kRefused:
      return Tone::kRefused;
    case Outcome::kRightsNotOpen:
      return Tone::kNotOpen;
    case Outcome::kNoSeal:
      return Tone::kNoSeal;
    case Outcome::kNotConfirmed:
      break;
  }
  return Tone::kUnsure;
}

bool isInOrder(Tone tone) { return tone == Tone::kGood || tone == Tone::kCompare; }

// That of the command, but for seals of test issuers, which it calls by their
// outcome too.
Message headlineOf(const SealReport& seal) { return wording::HeadlineOf(seal); }

}  // namespace

int rankOf(Tone tone) {
  switch (tone) {
    case Tone::kRefused:
      return 0;
    case Tone::kNotOpen:
      return 1;
    case Tone::kTest:
      return 2;
    case Tone::kUnsure:
      return 3;
    case Tone::kNoSeal:
      return 4;
    case Tone::kCompare:
      return 5;
    case Tone::kGood:
      return 6;
  }
  return 0;
}

Tone toneOf(const SealReport& seal) {
  if (seal.compare_by_eye) return Tone::kCompare;
  return seal.axes.seal == SealAxis::kTestIssuer ? Tone::kTest : toneOf(seal.outcome);
}

Tone toneOf(const Report& report) {
  if (report.compare_by_eye) return Tone::kCompare;
  if (mayBeOfASeal(report)) return Tone::kUnsure;
  const bool isTest = std::ranges::any_of(report.seals, [](const SealReport& seal) {
    return !seal.set_aside && toneOf(seal) == Tone::kTest;
  });
  return isTest && report.outcome == Outcome::kNotConfirmed ? Tone::kTest : toneOf(report.outcome);
}

QString wordOf(Tone tone, Language language) {
  if (tone == Tone::kCompare) return say(Message::kOutcomeCompareThePage, language);
  return say(wording::NameOf(outcomeOf(tone)), language);
}

Answer answerOf(const Report& report, std::size_t seal, Language language) {
  const bool hasSeal = seal < report.seals.size();
  Answer answer = hasSeal ? answerOfSeal(report, report.seals[seal], language)
                          : answerOfNoSeal(report, language);
  answer.word =
      hasSeal ? say(headlineOf(report.seals[seal]), language) : wordOf(answer.tone, language);
  if (report.seals.empty()) return answer;
  // What was found about the whole document weighs on each of its seals, but
  // for remarks.
  for (const Finding& finding : report.reasons)
    answer.next.append(sentenceOf(finding.reason, language));
  const bool onlyRemarks = std::ranges::all_of(report.reasons, IsRemark);
  if (isInOrder(answer.tone) && !onlyRemarks) {
    answer.tone = Tone::kUnsure;
    answer.word = wordOf(answer.tone, language);
  }
  // No seal looks better than the document on which it stands.
  if (const Tone whole = toneOf(report); rankOf(whole) < rankOf(answer.tone)) {
    answer.tone = whole;
    answer.word = say(wording::HeadlineOf(report), language);
    answer.next.prepend(answer.sentence);
    answer.sentence = say(Message::kWindowDocumentDecides, language);
  }
  return answer;
}

Answer exampleAnswerOf(const Report& report, Language language) {
  Answer answer = answerOf(report, 0, language);
  answer.tone = Tone::kTest;
  answer.word = say(Message::kExampleWord, language);
  answer.sentence = say(Message::kExampleSentence, language);
  answer.next = {say(Message::kExampleNext, language)};
  const bool isIts = !report.seals.empty() && report.seals[0].axes.seal == SealAxis::kTestIssuer &&
                     report.seals[0].signature == Signature::kVerified && report.seals[0].claims;
  if (isIts) showClaims(report, report.seals[0], language, answer);
  return answer;
}

Answer answerOf(const absl::Status& status, Language language) {
  Answer answer;
  answer.word = wordOf(answer.tone, language);
  answer.sentence = say(Message::kWindowNotRead, language);
  answer.next = {sentenceOf(ReasonOf(status), language)};
  return answer;
}

std::vector<std::size_t> sealsWorstFirst(const Report& report) {
  std::vector<std::size_t> order(report.seals.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::stable_sort(order, {}, [&](std::size_t i) {
    const SealReport& seal = report.seals[i];
    return std::pair(seal.set_aside, rankOf(toneOf(seal)));
  });
  return order;
}

}  // namespace sceau::gui
