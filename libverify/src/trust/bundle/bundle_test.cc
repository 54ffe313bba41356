// SPDX-License-Identifier: Apache-2.0
#include "trust/bundle/bundle.h"

#include <gtest/gtest.h>

#include <functional>

#include "base/status.h"
#include "codec/cbor.h"
#include "seal/two_d_doc/key_names.h"
#include "trust/bundle/bundle_testing.h"
#include "trust/certified.h"
#include "trust/foreign_certificates_testing.h"
#include "trust/trust_store.h"

namespace sceau::trust {
namespace {

class BundleTest : public testing::Test {
 protected:
  BundleTest() : roots_(RootsFile(1, 2, holders_, holders_)) {}

  Bytes Sealed(const BundleContent& content) const {
    return BundleFile({roots_}, content, holders_);
  }
  absl::StatusOr<Bundle> Open(const Bytes& file, const Limits& limits = {}) const {
    return OpenBundle(file, *RootSet::Parse(roots_), limits);
  }
  Reason RefusalOf(const Bytes& file) const {
    const auto bundle = Open(file);
    EXPECT_FALSE(bundle.ok());
    return bundle.ok() ? Reason::kInternal : ReasonOf(bundle.status());
  }

  const std::vector<TestParty> holders_ = MakeRootHolders(2);
  const Bytes roots_;
  const TestParty fund_ = MakeParty({.common_name = "fund"});
  const TestParty authority_ = MakeParty({.common_name = "FR99", .authority = true});
  const TestParty leaf_ = MakeParty({.common_name = "0001"}, &authority_);
};

TEST_F(BundleTest, WhatIsWrittenIsRead) {
  BundleContent content = SomeContent(7);
  IssuerEntry full = EntryOf(fund_, {"01751", "01752"});
  full.formats = {"ad1", "later-format"};
  full.retired = At("2026-10-01");
  full.compromised = At("2026-09-01");
  full.test = true;
  full.maximum_validity_days = 400;
  full.always_offers_status = true;
  content.issuers = {full,
                     {.name = "Autorité",
                      .certificates = {leaf_.certificate, authority_.certificate},
                      .formats = {"2d-doc"},
                      .funds = {},
                      .retired = std::nullopt,
                      .compromised = std::nullopt}};
  const auto bundle = Open(Sealed(content));
  ASSERT_TRUE(bundle.ok()) << bundle.status();
  EXPECT_EQ(bundle->roots.version(), 1U);
  EXPECT_EQ(bundle->content.sequence, 7U);
  EXPECT_EQ(bundle->content.issued, content.issued);
  EXPECT_EQ(bundle->content.next_update, content.next_update);
  ASSERT_EQ(bundle->content.issuers.size(), 2U);
  const IssuerEntry& read = bundle->content.issuers[0];
  EXPECT_EQ(read.name, full.name);
  EXPECT_EQ(read.certificates[0].sha256(), fund_.certificate.sha256());
  EXPECT_EQ(read.formats, full.formats);
  EXPECT_EQ(read.funds, full.funds);
  EXPECT_EQ(read.retired, full.retired);
  EXPECT_EQ(read.compromised, full.compromised);
  EXPECT_TRUE(read.test);
  EXPECT_EQ(read.maximum_validity_days, 400);
  EXPECT_TRUE(read.always_offers_status);
  EXPECT_FALSE(bundle->content.issuers[1].test);
  EXPECT_FALSE(bundle->content.issuers[1].maximum_validity_days);
  EXPECT_FALSE(bundle->content.issuers[1].always_offers_status);
  EXPECT_FALSE(bundle->content.issuers[1].retired);
}

TEST_F(BundleTest, TheThresholdOfTheRootsInForceDecides) {
  const BundleContent content = SomeContent();
  EXPECT_EQ(RefusalOf(BundleFile({roots_}, content, {holders_[0]})), Reason::kTrustBundleThreshold);
  EXPECT_EQ(RefusalOf(BundleFile({roots_}, content, {holders_[0], fund_})),
            Reason::kTrustBundleThreshold);
  const auto next = MakeRootHolders(1);
  const Bytes second = RootsFile(2, 1, next, {holders_[0], holders_[1], next[0]});
  EXPECT_TRUE(Open(BundleFile({roots_, second}, content, next)).ok());
  EXPECT_EQ(RefusalOf(BundleFile({roots_, second}, content, holders_)),
            Reason::kTrustBundleThreshold);
  EXPECT_EQ(RefusalOf(BundleFile({}, content, holders_)), Reason::kTrustRootsRollback);
}

TEST_F(BundleTest, AnyChangedByteIsRefused) {
  BundleContent content = SomeContent();
  content.issuers = {EntryOf(fund_)};
  const Bytes file = Sealed(content);
  ASSERT_TRUE(Open(file).ok());
  for (std::size_t i = 0; i < file.size(); i += 11) {
    Bytes bent = file;
    bent[i] ^= 0x20;
    EXPECT_FALSE(Open(bent).ok()) << i;
  }
}

TEST_F(BundleTest, ASizeOverTheLimitIsRefusedUnread) {
  Limits limits;
  const Bytes file = Sealed(SomeContent());
  limits.bundle_bytes = file.size() - 1;
  EXPECT_EQ(ReasonOf(Open(file, limits).status()), Reason::kTrustTooLarge);
}

TEST_F(BundleTest, AnEntryThatBreaksARuleRefusesTheWhole) {
  const TestParty other = MakeParty({.common_name = "other"});
  struct Row {
    std::string_view what;
    Reason reason;
    std::function<void(BundleContent&)> change;
  };
  const auto first = [](auto change) {
    return [change](BundleContent& content) { change(content.issuers[0]); };
  };
  const Row rows[] = {
      {"an RSA key for attestations", Reason::kTrustFileMalformed, first([](IssuerEntry& e) {
         e.certificates = *crypto::Certificate::ParsePem(AsBytes(kRsaCertificate));
       })},
      {"a key on a curve of states for attestations", Reason::kTrustFileMalformed,
       first([](IssuerEntry& e) {
         e.certificates = *crypto::Certificate::ParsePem(AsBytes(kStateSigner));
       })},
      {"no name", Reason::kTrustFileMalformed, first([](IssuerEntry& e) { e.name = ""; })},
      {"hostile name", Reason::kTrustFileMalformed,
       first([](IssuerEntry& e) { e.name = "\xE2\x80\xAE"; })},
      {"no certificate", Reason::kTrustFileMalformed,
       first([](IssuerEntry& e) { e.certificates.clear(); })},
      {"authorities only", Reason::kTrustFileMalformed,
       first([this](IssuerEntry& e) { e.certificates = {authority_.certificate}; })},
      {"no format", Reason::kTrustFileMalformed, first([](IssuerEntry& e) { e.formats.clear(); })},
      {"ad1 without funds", Reason::kTrustFileMalformed,
       first([](IssuerEntry& e) { e.funds.clear(); })},
      {"funds without ad1", Reason::kTrustFileMalformed,
       first([](IssuerEntry& e) { e.formats = {"later-format"}; })},
      {"every fund", Reason::kTrustFileMalformed, first([](IssuerEntry& e) { e.funds = {""}; })},
      {"half a regime", Reason::kTrustFileMalformed,
       first([](IssuerEntry& e) { e.funds = {"0"}; })},
      {"no fund code", Reason::kTrustFileMalformed,
       first([](IssuerEntry& e) { e.funds = {"01*"}; })},
      {"no validity", Reason::kTrustFileMalformed,
       first([](IssuerEntry& e) { e.maximum_validity_days = 0; })},
      {"a validity of more than ten years", Reason::kTrustFileMalformed,
       first([](IssuerEntry& e) { e.maximum_validity_days = kMaxValidityDays + 1; })},
      {"a validity without ad1", Reason::kTrustFileMalformed, first([](IssuerEntry& e) {
         e.formats = {"later-format"};
         e.funds.clear();
         e.maximum_validity_days = 300;
       })},
      {"status without ad1", Reason::kTrustFileMalformed, first([](IssuerEntry& e) {
         e.formats = {"later-format"};
         e.funds.clear();
         e.always_offers_status = true;
       })},
      {"leaf that signed itself", Reason::kTrustLeafNotCertified, first([](IssuerEntry& e) {
         e.formats = {"ad1", "2d-doc"};
       })},
      {"one certificate in two entries", Reason::kTrustKeyIdTwice,
       [this](BundleContent& c) { c.issuers.push_back(EntryOf(fund_)); }},
      {"dates in the wrong order", Reason::kTrustFileMalformed,
       [](BundleContent& c) { c.next_update = c.issued; }},
      {"sequence 0", Reason::kTrustFileMalformed, [](BundleContent& c) { c.sequence = 0; }},
  };
  BundleContent good = SomeContent();
  good.issuers = {EntryOf(fund_), EntryOf(other)};
  ASSERT_TRUE(Open(Sealed(good)).ok());
  for (const Row& row : rows) {
    BundleContent content = good;
    row.change(content);
    EXPECT_EQ(RefusalOf(Sealed(content)), row.reason) << row.what;
  }
}

// The names of two leaves are the same; their keys are not.
TEST_F(BundleTest, TwoLeavesWithTheNamesOfOneAreRefused) {
  const TestParty twin = MakeParty({.common_name = "0001"}, &authority_);
  BundleContent content = SomeContent();
  for (const TestParty* leaf : {&leaf_, &twin}) {
    IssuerEntry entry = EntryOf(*leaf, {});
    entry.certificates.push_back(authority_.certificate);
    entry.formats = {"2d-doc"};
    content.issuers.push_back(entry);
  }
  EXPECT_EQ(RefusalOf(Sealed(content)), Reason::kTrustKeyIdTwice);
}

TEST_F(BundleTest, UnknownMembersAreRefused) {
  const auto with_content = [this](auto write) {
    codec::CborWriter inner;
    write(inner);
    codec::CborWriter outer;
    outer.Array(2).Array(1).ByteString(roots_).ByteString(inner.Take());
    return SignedBy(SignedFile(FileKind::kBundle, outer.Take()), holders_);
  };
  const auto content = [](codec::CborWriter& w, std::uint64_t format, std::size_t members) {
    w.Map(members).Integer(0).Unsigned(format).Integer(1).Unsigned(1);
    w.Integer(2).Unsigned(1).Integer(3).Unsigned(2).Integer(4).Array(0);
  };
  EXPECT_TRUE(Open(with_content([&](auto& w) { content(w, 1, 5); })).ok());
  EXPECT_EQ(RefusalOf(with_content([&](auto& w) { content(w, 2, 5); })),
            Reason::kTrustFileUnsupported);
  EXPECT_EQ(RefusalOf(with_content([&](auto& w) {
              content(w, 1, 6);
              w.Integer(6).Unsigned(0);
            })),
            Reason::kTrustFileUnsupported);
  EXPECT_EQ(RefusalOf(with_content([&](auto& w) { w.Unsigned(1); })), Reason::kTrustFileMalformed);
}

TEST_F(BundleTest, AStoreFindsIssuersByTheIdsOfTheirFormats) {
  BundleContent content = SomeContent();
  IssuerEntry state = EntryOf(leaf_, {});
  state.certificates.push_back(authority_.certificate);
  state.formats = {"2d-doc"};
  content.issuers = {EntryOf(fund_), state};
  const TrustStore store = TrustStore::FromBundle(content, {}, content.issued, {});
  EXPECT_EQ(store.issuers().size(), 2U);
  const auto by_names = store.Find(seal::two_d_doc::KeyIdOf("FR99", "0001"));
  ASSERT_EQ(by_names.size(), 1U);
  // The entry bears the authority's name; the seal is whose certificate it is.
  EXPECT_EQ(by_names[0]->name, leaf_.certificate.subject_organisation());
  EXPECT_EQ(by_names[0]->authority, authority_.certificate.subject_organisation());
  EXPECT_TRUE(store.Find(seal::two_d_doc::KeyIdOf("fund", "fund")).empty());
  const auto found = store.Find(seal::ToKeyId(HashIdOf(fund_.certificate)));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0]->name, "CPAM d'essai");
  EXPECT_EQ(found[0]->authority, "");
  EXPECT_EQ(found[0]->entry->funds, std::vector<std::string>{"01"});
}

// The seals of a state name its key by country, signer and serial number.
TEST_F(BundleTest, AKeyOnACurveOfStatesIsTakenForTheirFormat) {
  BundleContent content = SomeContent();
  IssuerEntry state = EntryOf(leaf_, {});
  state.certificates = {crypto::Certificate::ParsePem(AsBytes(kStateSigner))->front(),
                        crypto::Certificate::ParsePem(AsBytes(kStateAuthority))->front()};
  state.formats = {"vds"};
  content.issuers = {state};
  const auto bundle = Open(Sealed(content));
  ASSERT_TRUE(bundle.ok()) << bundle.status();
  const TrustStore store = TrustStore::FromBundle(bundle->content, {}, content.issued, {});
  EXPECT_EQ(store.Find(seal::KeyId("FI/TS/27"), {.state_curves = true}).size(), 1U);
  EXPECT_TRUE(store.Find(seal::KeyId("FI/TS/27")).empty());
  EXPECT_TRUE(store.Find(seal::KeyId("FI/TS/27"), {.rsa = true, .of_authorities = true}).empty());
}

TEST_F(BundleTest, FreshnessFollowsTheDates) {
  const BundleContent content = SomeContent();  // 2026-11-01 to 2026-12-15
  const TrustStore store = TrustStore::FromBundle(content, {}, At("2026-11-10"), {});
  const auto second = std::chrono::seconds(1);
  EXPECT_EQ(store.FreshnessAt(At("2026-11-10") - second), FreshnessAxis::kClockSuspect);
  EXPECT_EQ(store.FreshnessAt(At("2026-11-10")), FreshnessAxis::kFresh);
  EXPECT_EQ(store.FreshnessAt(At("2026-12-15") - second), FreshnessAxis::kFresh);
  EXPECT_EQ(store.FreshnessAt(At("2026-12-15")), FreshnessAxis::kStale);
}

}  // namespace
}  // namespace sceau::trust
