// SPDX-License-Identifier: Apache-2.0
// How values are written for people: dates, numbers, the words of each axis.
#ifndef SCEAU_WORDING_WORDS_H_
#define SCEAU_WORDING_WORDS_H_

#include <string>
#include <string_view>

#include "sceau/attestation.h"
#include "sceau/report.h"
#include "wording/messages.h"

namespace sceau::wording {

std::string ShowDate(Date date, Language language);  // 23/11/2026, 2026-11-23
// YYYYMMDD in the same order, as carried: unknown and lunar parts are kept (00/00/1984,
// 31/42/1962).
std::string ShowBirthDate(std::string_view yyyymmdd, Language language);
// "2 84 05 88 321 025 32", or masked.
std::string ShowNir(std::string_view nir, bool in_full);

// "CONFORME", and the mark that stands before it: ✔ ◷ ✘ ! –
Message NameOf(Outcome outcome);
std::string_view MarkOf(Outcome outcome);
// The same of a seal and of a whole report. What attests no rights cannot have them open or not:
// the outcome is then named by the dates of the paper ("DOCUMENT PÉRIMÉ"). What is in order but for
// its page, which nobody compared, is not called so: "◐ COMPAREZ LA PAGE".
Message HeadlineOf(const SealReport& seal);
Message HeadlineOf(const Report& report);
std::string_view MarkOf(const SealReport& seal);
std::string_view MarkOf(const Report& report);
Message NameOf(RightKind kind);
Message NameOf(Role role);
// The word of an axis; its placeholders are {0} OfIssuer() and {1} the key id for the seal.
Message WordOf(const SealReport& seal);
Message WordOf(StatusAxis axis);
// Of a coarse reason, as WithdrawalNotice has it.
Message WordOfWithdrawal(std::string_view reason);
// "terminés depuis le 31/10/2026": the date that decides, where a genuine seal says it, else the
// date of care.
std::string RightsWords(const SealReport& seal, Date date_of_care, Language language);
// Whether these words speak of the rights, and not of the paper that attests them.
bool SpeaksOfRights(const SealReport& seal);
Message WordOf(HolderAxis axis);
Message WordOf(FreshnessAxis axis);

// "de la CPAM de Paris", "d'Atout Santé", "of …": the issuer that a report names, however little is
// known of it.
std::string OfIssuer(const SealReport& seal, Language language);
// The signature holds under a trusted key, but nothing says when it was made.
bool IsUnplaced(const SealReport& seal);

}  // namespace sceau::wording

#endif  // SCEAU_WORDING_WORDS_H_
