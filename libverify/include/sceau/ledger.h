// SPDX-License-Identifier: Apache-2.0
// What a fund remembers of the attestations that it issued: enough to withdraw them, to publish
// their status and to give the same one again; no name, no NIR. File: docs/formats/ledger.md.
#ifndef SCEAU_LEDGER_H_
#define SCEAU_LEDGER_H_

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "sceau/attestation.h"
#include "sceau/date.h"
#include "sceau/limits.h"
#include "sceau/public.h"
#include "sceau/withdrawal.h"

namespace sceau::issue {
class LedgerStore;
struct SigningIdentity;
}  // namespace sceau::issue

namespace SCEAU_PUBLIC sceau {

// One thread at a time; other processes may use the same file meanwhile.
using Ledger = std::shared_ptr<issue::LedgerStore>;

struct LedgerOptions {
  // How long to wait while another process writes. -> ledger.locked
  std::chrono::milliseconds patience{10'000};
  // Entries of a new status list, a multiple of 4. A million take 256 KiB at a verifier.
  std::uint64_t list_entries = std::uint64_t{1} << 20;
  // Entries of a new list that are filled before others. An attestation hides among as many; what a
  // list holds beyond them is one run of "never issued" and costs next to nothing.
  std::uint64_t block_entries = std::uint64_t{1} << 16;
  std::function<void(std::span<std::uint8_t>)> random;  // null means OpenSSL's; tests inject
};

// A new one, readable by its owner only. One issuer key belongs to one ledger: a second one would
// give the same entries of the same lists again. Errors: output.exists, and those below.
absl::Status CreateLedger(const std::string& path);

// Errors: ledger.missing, and of all below: ledger.locked, ledger.unusable, ledger.unsupported
// (made by a later version), ledger.not-written.
absl::StatusOr<Ledger> OpenLedger(const std::string& path, const LedgerOptions& options = {});

enum class LedgerState { kValid, kWithdrawn, kSuspended };

// Which attestations: exactly one of the two. By NIR, all of that person's.
struct LedgerSelection {
  std::optional<DocumentId> document;
  std::optional<std::string> nir;  // 13 characters and key
};
// Each returns how many it changed; what is so already is not an error. Errors: usage,
// ledger.unknown-document, ledger.unknown-holder, claims.bad-nir, claims.nir-key.
absl::StatusOr<std::size_t> Withdraw(const Ledger& ledger, const LedgerSelection& which,
                                     WithdrawalReason reason, Instant now);
// Suspended or valid again; one that was withdrawn stays so: ledger.withdrawn-for-good for a
// document, passed over by NIR.
absl::StatusOr<std::size_t> Suspend(const Ledger& ledger, const LedgerSelection& which,
                                    WithdrawalReason reason, Instant now);
absl::StatusOr<std::size_t> Reinstate(const Ledger& ledger, const LedgerSelection& which,
                                      Instant now);

struct SignedStatusList {
  std::string key_id;
  std::uint64_t number = 0;
  std::vector<std::uint8_t> file;  // docs/formats/status-list.md
};
// All lists of this key, and the one after them, which is still empty: verifiers have it before its
// first entry is given, so that no attestation of a new list has an unknown status. They say which
// entries were given to no attestation by `issued`: that must be no later than now, and the ledger
// then records nothing that is dated more than an hour before it (ledger.clock-behind). Errors
// also: key.certificate-out-of-date, trust.status-list-too-large.
absl::StatusOr<std::vector<SignedStatusList>> SignStatusLists(
    const Ledger& ledger, const std::shared_ptr<const issue::SigningIdentity>& key, Instant issued,
    Instant expires, const Limits& limits = {});

// To be called once where the file was restored from a backup. Lists of its keys then say what was
// never issued only until the last attestation that the copy knows, and issuing goes on with a new
// issuer key (ledger.restored): an entry that was given since the backup would be given twice.
absl::Status DeclareLedgerRestored(const Ledger& ledger);

struct LedgerEntry {
  std::string document_id;
  std::string key_id;
  StatusReference status;
  Instant issued_at{};
  Date valid_until{};
  LedgerState state = LedgerState::kValid;
  std::optional<Instant> since;  // of the state; none while it never changed
  WithdrawalReason reason = WithdrawalReason::kOther;
  std::optional<std::string> replaces;
  std::optional<std::string> replaced_by;
};
// Error: ledger.unknown-document.
absl::StatusOr<LedgerEntry> FindInLedger(const Ledger& ledger, const DocumentId& document);

// Which attestations, and which page of them. Dates are days of Paris, both included.
struct LedgerQuery {
  std::optional<LedgerState> state;
  std::optional<Date> issued_from;
  std::optional<Date> issued_until;
  std::optional<std::string> request_id;  // at most one; the ledger knows only its hash
  std::optional<DocumentId> after;        // those that come after this one, which ended a page
  std::size_t limit = 100;                // 1 to 10,000
};
// The newest first. Errors: usage; ledger.unknown-document for `after`.
absl::StatusOr<std::vector<LedgerEntry>> ListLedger(const Ledger& ledger, const LedgerQuery& query);

struct LedgerSummary {
  struct List {
    std::string key_id;
    std::uint64_t number = 0;
    std::uint64_t entries = 0;
    std::uint64_t used = 0;
  };
  std::uint64_t valid = 0;
  std::uint64_t withdrawn = 0;
  std::uint64_t suspended = 0;
  std::vector<List> lists;
};
absl::StatusOr<LedgerSummary> SummarizeLedger(const Ledger& ledger);

}  // namespace sceau

#endif  // SCEAU_LEDGER_H_
