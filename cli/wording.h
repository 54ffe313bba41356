// SPDX-License-Identifier: Apache-2.0
// The words that the command shares with the desktop app, by their own names.
#ifndef SCEAU_CLI_WORDING_H_
#define SCEAU_CLI_WORDING_H_

#include "wording/checks.h"
#include "wording/claims_words.h"
#include "wording/messages.h"
#include "wording/trust_words.h"
#include "wording/verdict_sentence.h"
#include "wording/words.h"

namespace sceau::cli {

using wording::Check;
using wording::ChecksOf;
using wording::FieldWords;
using wording::HeadlineOf;
using wording::KindOf;
using wording::LanguageOfLocale;
using wording::MarkOf;
using wording::Message;
using wording::NameOf;
using wording::NotesOf;
using wording::OfIssuer;
using wording::OtherName;
using wording::Pattern;
using wording::Say;
using wording::ShowBirthDate;
using wording::ShowDate;
using wording::ShowDay;
using wording::ShowNir;
using wording::TrustChangeSentence;
using wording::TrustFileHead;
using wording::VerdictSentence;
using wording::WordOfWithdrawal;
using wording::WordsOf;

}  // namespace sceau::cli

#endif  // SCEAU_CLI_WORDING_H_
