// SPDX-License-Identifier: Apache-2.0
#include "bundle_vectors.h"

#include <chrono>
#include <optional>
#include <stdexcept>
#include <utility>

#include "ad1_person.h"
#include "issuers.h"
#include "seal/ad1/encode.h"
#include "trust/bundle/bundle.h"
#include "trust/status_list/status_list_writer.h"

namespace sceau::vectors {
namespace {

using trust::FileKind;
using trust::SignedFile;

Instant At(std::string_view iso) { return StartOfParisDay(D(iso)); }

Bytes Signed(SignedFile file, const std::vector<Issuer>& roots) {
  for (const Issuer& root : roots) {
    if (!file.AddSignature(root.key, root.certificate).ok())
      throw std::runtime_error("a root did not sign");
  }
  return file.ToBytes();
}

class BundleMaker {
 public:
  BundleVectors Make() {
    Add("accept-bundle-granted", "The bundle grants the format and the fund.", Entry("granted"),
        {.reasons = {"status.not-offered"}});

    trust::IssuerEntry entry = Entry("other format");
    entry.formats = {"none"};
    entry.funds.clear();
    Refuse("bundle-format-not-granted", "The bundle grants another format.", entry,
           "seal.format-not-granted");

    entry = Entry("other fund");
    entry.funds = {"02"};
    Refuse("bundle-fund-not-granted", "The bundle grants the funds of another regime.", entry,
           "seal.fund-not-granted");

    entry = Entry("retired before");
    entry.retired = At("2026-11-02");
    Refuse("bundle-signed-after-retirement", "Signed on the day from which the key is retired.",
           entry, "seal.signed-after-retirement");

    entry = Entry("retired since");
    entry.retired = At("2026-11-03");
    Add("accept-bundle-retired-since", "Signed the day before the key was retired.", entry,
        {.reasons = {"status.not-offered"}});

    entry = Entry("compromised");
    entry.compromised = At("2026-11-02");
    Refuse("bundle-signed-after-compromise",
           "Signed on the day from which others may have signed too.", entry,
           "seal.signed-after-compromise");

    entry = Entry("test");
    entry.test = true;
    Add("bundle-test-issuer", "The bundle says that the issuer is there for tests.", entry,
        {.verdict = "undetermined",
         .seal = "test-issuer",
         .reasons = {"seal.test-issuer", "status.not-offered"}});

    Add("bundle-stale", "Verified at the instant of the next update.", Entry("stale"),
        {.verdict = "undetermined", .reasons = {"status.not-offered", "freshness.stale"}});
    vectors_.back().now = "2026-12-19T23:00:00Z";

    Add("bundle-clock-suspect", "The clock is behind the bundle's own date.", Entry("clock"),
        {.verdict = "undetermined", .reasons = {"status.not-offered", "freshness.clock-suspect"}});
    vectors_.back().now = "2026-11-19T22:00:00Z";
    vectors_.back().date_of_care = "2026-11-19";
    AddExpiredByAWrongClock();
    AddValidities();
    AddStatuses();
    AddNeverIssued();
    return Finish();
  }

 private:
  void AddExpiredByAWrongClock() {
    content_.issuers.push_back(Entry("expired"));
    Attestation attestation = Person();
    attestation.issued_at = At("2026-08-03");
    attestation.valid_from = D("2026-08-03");
    attestation.valid_until = D("2026-10-31");
    const auto on = [&](const std::string& name, const std::string& description,
                        const std::string& day, const Expected& expected) {
      Vector& vector = AddSealOf(attestation, name, description, expected);
      vector.date_of_care = day;
      vector.now = "2026-11-19T22:00:00Z";
    };
    on("bundle-clock-suspect-expired",
       "The clock is behind the bundle, and the attestation has expired on the clock's day alone.",
       "2026-11-19",
       {.verdict = "undetermined",
        .rights = "not-run",
        .reasons = {"status.not-offered", "freshness.clock-suspect"}});
    on("bundle-clock-suspect-expired-when-asked",
       "The clock is behind the bundle, and the attestation has expired on the day that was asked "
       "about.",
       "2026-11-18",
       {.verdict = "invalid",
        .rights = "expired",
        .reasons = {"status.not-offered", "rights.expired", "freshness.clock-suspect"}});
  }

  void AddValidities() {
    const Instant end = StartOfParisDay(AddDays(Person().valid_until, 1));
    const auto at = [&](const std::string& name, const std::string& description, Instant issued,
                        const std::string& reason) {
      Attestation attestation = Person();
      attestation.issued_at = issued;
      Expected expected{.reasons = {"status.not-offered"}};
      if (!reason.empty()) {
        expected = {.verdict = "invalid",
                    .seal = "issuer-not-allowed",
                    .reasons = {reason, "status.not-offered"}};
      }
      AddSealOf(attestation, name, description, expected);
    };
    const std::chrono::seconds second{1};
    content_.issuers.push_back(Entry("validity"));
    at("accept-bundle-validity-longest", "It ends 186 days after it was signed.",
       end - std::chrono::days{186}, "");
    at("bundle-validity-too-long", "It ends 186 days and a second after it was signed.",
       end - std::chrono::days{186} - second, "seal.validity-too-long");
    trust::IssuerEntry entry = Entry("longer validity");
    entry.maximum_validity_days = 250;
    content_.issuers.push_back(entry);
    at("accept-bundle-validity-granted", "It ends after 250 days, as the bundle grants.",
       end - std::chrono::days{250}, "");
    at("bundle-validity-past-the-grant", "It ends a second after the 250 days of the bundle.",
       end - std::chrono::days{250} - second, "seal.validity-too-long");

    entry = Entry("status always offered");
    entry.always_offers_status = true;
    Refuse("bundle-status-missing", "The issuer always offers status, and the seal has none.",
           entry, "seal.status-missing");
  }

  void AddStatuses() {
    trust::IssuerEntry entry = Entry("statuses");
    entry.always_offers_status = true;
    const std::vector<trust::Withdrawal> withdrawals = {
        {3, trust::StatusValue::kInvalid, D("2026-11-05"), WithdrawalReason::kLost},
        {5, trust::StatusValue::kSuspended, D("2026-11-06"), WithdrawalReason::kOther}};
    const auto list = [&](std::uint64_t number, std::string_view issued, std::string_view expires) {
      content_.status_lists.push_back(
          *trust::SignStatusList({.number = number,
                                  .issued = At(issued),
                                  .expires = At(expires),
                                  .size = 100,
                                  .withdrawals = withdrawals},
                                 issuers_.back().key, issuers_.back().certificate, Limits{}));
    };
    list(1, "2026-11-20", "2026-12-20");
    list(2, "2026-11-10", "2026-11-22");
    list(3, "2026-11-01", "2026-12-20");
    list(6, "2026-10-19", "2026-12-20");
    const auto on = [&](const std::string& name, const std::string& description,
                        StatusReference reference, const std::string& status,
                        const std::string& reason) {
      const bool refuted = status == "revoked" || status == "suspended";
      Expected expected{
          .verdict = refuted ? "invalid" : "undetermined", .status = status, .reasons = {reason}};
      if (status == "current") expected.verdict = "valid";
      if (reason.empty()) expected = {.status = status, .reasons = {}};
      AddSeal("bundle-status-" + name, description, reference, expected);
    };
    content_.issuers.push_back(entry);
    on("current", "The list says that it is in force.", {1, 2}, "current", "");
    on("revoked", "Withdrawn as lost.", {1, 3}, "revoked", "status.revoked");
    on("suspended", "Suspended.", {1, 5}, "suspended", "status.suspended");
    on("not-in-list", "An index behind the end of the list.", {1, 100}, "unknown",
       "status.not-in-list");
    on("list-expired", "The list has expired.", {2, 2}, "unknown", "status.list-expired");
    on("issued-after-list", "The list was issued before the attestation.", {3, 2}, "current",
       "status.issued-after-list");
    on("list-older", "The list was issued before the attestation, and suspends its entry.", {3, 5},
       "unknown", "status.list-older");
    on("issued-after-list-not-in-list", "A younger attestation, behind the end of the list.",
       {3, 100}, "unknown", "status.not-in-list");
    on("revoked-in-an-older-list", "A withdrawal counts, whenever the seal says it was signed.",
       {3, 3}, "revoked", "status.revoked");
    const auto insurer = [&](const std::string& now) {
      vectors_.back().policy = "insurer";
      vectors_.back().date_of_care = "2026-11-22";
      vectors_.back().now = now;
    };
    on("list-of-35-days", "The list has the greatest age that the policy insurer allows.", {6, 2},
       "current", "status.issued-after-list");
    insurer("2026-11-22T22:00:00Z");
    on("list-too-old", "The list is older than the policy insurer allows.", {6, 2}, "unknown",
       "status.list-too-old");
    insurer("2026-11-22T23:00:00Z");
    on("list-missing", "No list of this number.", {4, 2}, "unknown", "status.unknown");
    on("revoked-in-an-expired-list", "A withdrawal is final.", {2, 3}, "revoked", "status.revoked");
  }

  // Lists that know what their issuer gave: of 100 entries, the first 20.
  void AddNeverIssued() {
    content_.issuers.push_back(Entry("ledger"));
    const std::vector<trust::EntryRange> not_given = {{20, 80}};
    const auto list = [&](std::uint64_t number, Instant issued, Instant given_until) {
      content_.status_lists.push_back(
          *trust::SignStatusList({.number = number,
                                  .issued = issued,
                                  .expires = At("2026-12-20"),
                                  .size = 100,
                                  .given_until = given_until,
                                  .not_given = not_given},
                                 issuers_.back().key, issuers_.back().certificate, Limits{}));
    };
    const Instant hour_later = Person().issued_at + std::chrono::hours(1);
    list(1, At("2026-11-20"), At("2026-11-20"));
    list(2, At("2026-11-20"), hour_later + std::chrono::seconds(1));
    list(3, At("2026-11-20"), hour_later);
    list(4, hour_later, hour_later);
    list(5, At("2026-11-01"), At("2026-11-01"));
    const auto refuse = [&](const std::string& name, const std::string& description,
                            StatusReference reference) {
      AddSeal("bundle-status-" + name, description, reference,
              {.verdict = "invalid", .status = "never-issued", .reasons = {"status.never-issued"}});
    };
    refuse("never-issued", "The issuer's ledger never gave this entry.", {1, 20});
    refuse("never-issued-behind-the-list", "Nor one that the list does not have.", {1, 100});
    refuse("never-issued-by-a-second",
           "The list knows what was given until an hour and a second after the seal was signed.",
           {2, 99});
    AddSeal("bundle-status-given", "The last entry that the ledger gave.", StatusReference{1, 19},
            {.status = "current", .reasons = {}});
    AddSeal("bundle-status-in-the-making",
            "The list was signed an hour after the seal, which may have been in the making.",
            StatusReference{4, 99}, {.status = "current", .reasons = {"status.issued-after-list"}});
    AddSeal("bundle-status-issued-after-list-not-given",
            "The list is older than the seal, and its entry had not been given.",
            StatusReference{5, 99}, {.status = "current", .reasons = {"status.issued-after-list"}});
    AddSeal(
        "bundle-status-list-without-memory",
        "The list knows what was given until an hour after the seal was signed, and is younger.",
        StatusReference{3, 99},
        {.verdict = "undetermined", .status = "unknown", .reasons = {"status.list-older"}});
  }

  // The entry of a new issuer, which may do everything that the person's seal needs.
  trust::IssuerEntry Entry(const std::string& name) {
    issuers_.push_back(MakeIssuer(crypto::Algorithm::kEs256, "Caisse " + name, name));
    return {.name = issuers_.back().name,
            .certificates = {issuers_.back().certificate},
            .formats = {"ad1"},
            .funds = {"01999"},
            .retired = std::nullopt,
            .compromised = std::nullopt};
  }

  // Sealed by the issuer of the last entry.
  void Add(const std::string& name, const std::string& description, trust::IssuerEntry entry,
           Expected expected) {
    content_.issuers.push_back(std::move(entry));
    AddSeal(name, description, std::nullopt, std::move(expected));
  }

  void AddSeal(const std::string& name, const std::string& description,
               std::optional<StatusReference> status, Expected expected) {
    Attestation attestation = Person();
    attestation.status = status;
    AddSealOf(attestation, name, description, std::move(expected));
  }

  Vector& AddSealOf(const Attestation& attestation, const std::string& name,
                    const std::string& description, Expected expected) {
    const Issuer& issuer = issuers_.back();
    const auto parts = seal::ad1::Encode(attestation, Stated(issuer), KeyIdOf(issuer));
    const std::string text = seal::ad1::Assemble(parts, *issuer.key.Sign(parts.to_be_signed));
    Vector& vector = vectors_.emplace_back();
    vector.name = name;
    vector.description = description;
    vector.format = "ad1";
    vector.payload = ToBytes(AsBytes(text));
    vector.trust = "bundle";
    vector.expected = std::move(expected);
    return vector;
  }

  void Refuse(const std::string& name, const std::string& description, trust::IssuerEntry entry,
              const std::string& reason) {
    Add(name, description, std::move(entry),
        {.verdict = "invalid",
         .seal = "issuer-not-allowed",
         .reasons = {reason, "status.not-offered"}});
  }

  BundleVectors Finish() {
    const std::vector<Issuer> roots = {
        MakeIssuer(crypto::Algorithm::kEdDsa, "Racine A", "Racine A"),
        MakeIssuer(crypto::Algorithm::kEs256, "Racine B", "Racine B")};
    const Bytes roots_file =
        Signed(SignedFile(FileKind::kRoots,
                          trust::EncodeRoots({1, 2, {roots[0].certificate, roots[1].certificate}})),
               roots);
    const Bytes bundle =
        Signed(SignedFile(FileKind::kBundle, trust::EncodeBundle({{roots_file}}, content_)), roots);
    return {roots_file, bundle, std::move(vectors_)};
  }

  trust::BundleContent content_{1, At("2026-11-20"), At("2026-12-20"), {}};
  std::vector<Issuer> issuers_;
  std::vector<Vector> vectors_;
};

}  // namespace

BundleVectors MakeBundleVectors() { return BundleMaker().Make(); }

}  // namespace sceau::vectors
