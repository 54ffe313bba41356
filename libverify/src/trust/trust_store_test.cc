// SPDX-License-Identifier: Apache-2.0
#include "trust/trust_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "base/status.h"
#include "seal/registry.h"
#include "seal/two_d_doc/key_names.h"
#include "trust/certified.h"
#include "trust/foreign_certificates_testing.h"
#include "trust/trust_testing.h"

namespace sceau::trust {
namespace {

using seal::two_d_doc::KeyIdOf;

constexpr seal::KeyKinds kKindsOfOthers = {.rsa = true, .of_authorities = true};

absl::StatusOr<TrustStore> StoreOf(const std::vector<const TestParty*>& parties) {
  std::vector<crypto::Certificate> certificates;
  std::vector<std::string> origin;
  for (const TestParty* party : parties) {
    certificates.push_back(party->certificate);
    origin.push_back("file-" + std::to_string(origin.size()));
  }
  return TrustStore::Create(std::move(certificates), std::move(origin));
}

seal::KeyId HashOf(const TestParty& party) { return seal::ToKeyId(HashIdOf(party.certificate)); }

// The store is made, and the certificate of `party` is in it and never trusted.
void ExpectNeverTrusted(const std::vector<const TestParty*>& parties, const TestParty& party,
                        const std::string& file) {
  const auto store = StoreOf(parties);
  ASSERT_TRUE(store.ok()) << store.status();
  const seal::KeyId names =
      KeyIdOf(party.certificate.issuer_common_name(), party.certificate.subject_common_name());
  for (const seal::KeyId& key : {HashOf(party), names}) {
    EXPECT_TRUE(store->Find(key).empty());
    const std::vector<Finding> refused = store->Search(key).refused;
    ASSERT_EQ(refused.size(), 1U);
    EXPECT_EQ(refused[0].reason, Reason::kTrustLeafNotCertified);
    EXPECT_THAT(refused[0].detail, testing::HasSubstr(file));
  }
  EXPECT_TRUE(store->issuers().empty());
}

void ExpectNoStore(const std::vector<const TestParty*>& parties, Reason reason,
                   const std::string& detail) {
  const auto store = StoreOf(parties);
  ASSERT_FALSE(store.ok());
  EXPECT_EQ(ReasonOf(store.status()), reason) << store.status();
  EXPECT_THAT(DetailOf(store.status()), testing::HasSubstr(detail));
}

TEST(TrustStoreTest, AnIssuerIsFoundByBothItsKeyIds) {
  const TestParty authority = MakeParty({.common_name = "FR99", .authority = true});
  const TestParty leaf = MakeParty({.common_name = "0001", .organisation = "Fonds"}, &authority);
  const auto store = StoreOf({&authority, &leaf});
  ASSERT_TRUE(store.ok()) << store.status();
  ASSERT_EQ(store->issuers().size(), 1U);
  for (const seal::KeyId& key : {HashOf(leaf), KeyIdOf("FR99", "0001")}) {
    const auto found = store->Find(key);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0]->certificate.sha256(), leaf.certificate.sha256());
    EXPECT_EQ(found[0]->name, "Fonds");
  }
}

TEST(TrustStoreTest, AnIssuerWithoutOrganisationGoesByItsCommonName) {
  const TestParty leaf = MakeParty({.common_name = "Caisse", .organisation = ""});
  EXPECT_EQ(StoreOf({&leaf})->issuers()[0].name, "Caisse");
}

TEST(TrustStoreTest, NobodyIsFoundByAnotherKeyId) {
  const TestParty authority = MakeParty({.common_name = "FR99", .authority = true});
  const TestParty leaf = MakeParty({.common_name = "0001"}, &authority);
  const auto store = StoreOf({&authority, &leaf});
  ASSERT_TRUE(store.ok()) << store.status();
  seal::CertificateHash near = HashIdOf(leaf.certificate);
  near.prefix[7] ^= 1;
  EXPECT_TRUE(store->Find(seal::ToKeyId(near)).empty());
  EXPECT_TRUE(store->Find(HashOf(authority)).empty());  // an authority seals nothing
  EXPECT_TRUE(store->Find(KeyIdOf("FR99", "0002")).empty());
  EXPECT_TRUE(store->Find(KeyIdOf("FR98", "0001")).empty());
  EXPECT_TRUE(store->Find(KeyIdOf("0001", "FR99")).empty());
  EXPECT_TRUE(store->Find(KeyIdOf("", "")).empty());
}

TEST(TrustStoreTest, ASharedKeyIdGivesAll) {
  const TestParty authority = MakeParty({.common_name = "FR99", .authority = true});
  const TestParty one = MakeParty({.common_name = "0001"}, &authority);
  const TestParty two =
      MakeParty({.common_name = "0001", .algorithm = crypto::Algorithm::kEs384}, &authority);
  const auto store = StoreOf({&one, &authority, &two});
  ASSERT_TRUE(store.ok()) << store.status();
  EXPECT_EQ(store->Find(KeyIdOf("FR99", "0001")).size(), 2U);
  EXPECT_EQ(store->Find(HashOf(one)).size(), 1U);
  EXPECT_EQ(store->Find(HashOf(two)).size(), 1U);
}

TEST(TrustStoreTest, TheSameCertificateTwiceCountsOnce) {
  const TestParty leaf = MakeParty({.common_name = "Caisse"});
  const auto store = StoreOf({&leaf, &leaf});
  ASSERT_TRUE(store.ok()) << store.status();
  EXPECT_EQ(store->issuers().size(), 1U);
  EXPECT_EQ(store->Find(HashOf(leaf)).size(), 1U);
}

TEST(TrustStoreTest, ALeafOfAnAbsentAuthorityIsTrustedItself) {
  const TestParty authority = MakeParty({.common_name = "FR99", .authority = true});
  const TestParty leaf = MakeParty({.common_name = "0001"}, &authority);
  const auto store = StoreOf({&leaf});
  ASSERT_TRUE(store.ok()) << store.status();
  EXPECT_EQ(store->Find(KeyIdOf("FR99", "0001")).size(), 1U);
}

TEST(TrustStoreTest, ALeafThatItsAuthorityDidNotSignIsRefused) {
  const TestParty authority = MakeParty({.common_name = "FR99", .authority = true});
  const TestParty twin = MakeParty({.common_name = "FR99", .authority = true});
  const TestParty forged = MakeParty({.common_name = "0001"}, &twin);
  ExpectNeverTrusted({&authority, &forged}, forged, "file-1");
  ExpectNeverTrusted({&forged, &authority}, forged, "file-0");
  // A renewed authority keeps its name: either may have signed.
  EXPECT_EQ(StoreOf({&authority, &twin, &forged})->issuers().size(), 1U);
}

TEST(TrustStoreTest, ASelfSignedLeafMayNotBearAnAuthoritysName) {
  const TestParty authority = MakeParty({.common_name = "FR99", .authority = true});
  const TestParty twin = MakeParty({.common_name = "FR99"});
  ExpectNeverTrusted({&authority, &twin}, twin, "file-1");
}

TEST(TrustStoreTest, ALeafOutsideItsAuthoritysValidityIsRefused) {
  const TestParty authority = MakeParty({.common_name = "FR99", .authority = true});
  const auto leaf = [&](const std::string& from, const std::string& until) {
    return MakeParty({.common_name = "0001", .from = from, .until = until}, &authority);
  };
  const TestParty same = leaf("2026-01-01", "2028-01-01");
  EXPECT_EQ(StoreOf({&authority, &same})->issuers().size(), 1U);
  const TestParty early = leaf("2025-12-31", "2028-01-01");
  ExpectNeverTrusted({&authority, &early}, early, "file-1");
  const TestParty late = leaf("2026-01-01", "2028-01-02");
  ExpectNeverTrusted({&authority, &late}, late, "file-1");
}

TEST(TrustStoreTest, AnAuthorityBelowAnotherMustBeCertifiedToo) {
  const TestParty root = MakeParty({.common_name = "Root", .authority = true});
  const TestParty other_root = MakeParty({.common_name = "Root", .authority = true});
  const TestParty below = MakeParty({.common_name = "FR99", .authority = true}, &other_root);
  const TestParty leaf = MakeParty({.common_name = "0001"}, &below);
  ExpectNeverTrusted({&root, &below, &leaf}, leaf, "file-2");
  EXPECT_EQ(StoreOf({&below, &leaf})->issuers().size(), 1U);
  // A renewed root beside the old one is not a forgery.
  EXPECT_EQ(StoreOf({&root, &other_root, &below, &leaf})->issuers().size(), 1U);
}

TEST(TrustStoreTest, AuthoritiesAloneSealNothing) {
  const TestParty authority = MakeParty({.common_name = "FR99", .authority = true});
  ExpectNoStore({&authority}, Reason::kTrustEmpty, "");
  ExpectNoStore({}, Reason::kTrustEmpty, "");
}

TEST(TrustStoreTest, WhomATwoDDocAuthorityCertifiedSealsNothingElse) {
  const TestParty authority =
      MakeParty({.common_name = "FR99", .organisation = "AC Fiction", .authority = true});
  const TestParty fund_authority = MakeParty({.common_name = "Fonds", .authority = true});
  const TestParty leaf = MakeParty({.common_name = "EDF9", .organisation = "EDF"}, &authority);
  const TestParty fund = MakeParty({.common_name = "Caisse"}, &fund_authority);
  const TestParty alone = MakeParty({.common_name = "FR98"});
  for (const auto& parties : {std::vector<const TestParty*>{&leaf},
                              std::vector<const TestParty*>{&authority, &leaf, &fund, &alone}}) {
    const auto store = StoreOf(parties);
    ASSERT_TRUE(store.ok()) << store.status();
    const Issuer issuer = *store->Find(HashOf(leaf)).at(0);
    EXPECT_TRUE(issuer.MaySeal("2d-doc"));
    EXPECT_FALSE(issuer.MaySeal("ad1"));
    EXPECT_EQ(issuer.name, "EDF");
    EXPECT_EQ(issuer.authority, parties.size() == 1 ? "" : "AC Fiction");
  }
  const auto store = StoreOf({&authority, &fund_authority, &leaf, &fund, &alone});
  EXPECT_TRUE(store->Find(HashOf(fund)).at(0)->MaySeal("ad1"));
  EXPECT_TRUE(store->Find(HashOf(alone)).at(0)->MaySeal("ad1")) << "certified by nobody else";
}

TEST(TrustStoreTest, ARowOfAuthoritiesEnds) {
  std::vector<TestParty> row = {MakeParty({.common_name = "Root", .authority = true})};
  for (int i = 0; i < 12; ++i) {
    row.push_back(
        MakeParty({.common_name = "Below " + std::to_string(i), .authority = true}, &row.back()));
  }
  const TestParty near = MakeParty({.common_name = "near"}, &row[6]);
  const TestParty far = MakeParty({.common_name = "far"}, &row[12]);
  std::vector<const TestParty*> parties = {&near, &far};
  for (const TestParty& authority : row) parties.push_back(&authority);
  const auto store = StoreOf(parties);
  EXPECT_EQ(store->Find(HashOf(near)).size(), 1U);
  EXPECT_TRUE(store->Find(HashOf(far)).empty());
}

// RFC 9053 §2.1: the algorithm that a certificate of the EU states names the hash alone.
TEST(TrustStoreTest, AKeyIsAbleToMakeWhatItsFormatLetsItState) {
  const TestParty leaf = MakeParty({.common_name = "0001", .algorithm = crypto::Algorithm::kEs384});
  const auto store = StoreOf({&leaf});
  const Issuer& issuer = *store->Find(HashOf(leaf)).at(0);
  const auto able = [&](seal::StatedAlgorithm stated, const char* format) {
    return issuer.IsAbleTo(stated, *seal::FindFormat(format));
  };
  EXPECT_TRUE(able(seal::StatedAlgorithm::kEs384, "ad1"));
  EXPECT_FALSE(able(seal::StatedAlgorithm::kEs256, "ad1"));
  EXPECT_TRUE(able(seal::StatedAlgorithm::kEs256, "hc1"));
  EXPECT_FALSE(able(seal::StatedAlgorithm::kPs256, "hc1"));
  EXPECT_FALSE(able(seal::StatedAlgorithm::kEdDsa, "hc1"));
}

// Some states certify the keys of their certificates as authorities.
TEST(TrustStoreTest, AnAuthorityWhoseKeyMaySignIsFoundForFormatsThatTakeOne) {
  const auto parsed = crypto::Certificate::ParsePem(AsBytes(kSigningAuthority));
  ASSERT_TRUE(parsed.ok()) << parsed.status();
  const crypto::Certificate& authority = parsed->front();
  const seal::KeyId key = seal::ToKeyId(HashIdOf(authority));
  const auto store = TrustStore::Create({authority}, {"authority.pem"});
  ASSERT_TRUE(store.ok()) << store.status();
  EXPECT_TRUE(store->remarks().empty());
  EXPECT_EQ(store->Find(key, kKindsOfOthers).size(), 1U);
  EXPECT_TRUE(store->Find(key).empty());
  EXPECT_TRUE(store->Search(key).refused.empty());
  EXPECT_TRUE(store->issuers().empty());
  // One whose key certifies alone seals nothing.
  const TestParty other = MakeParty({.common_name = "Root", .authority = true});
  const TestParty leaf = MakeParty({.common_name = "0001"}, &other);
  const auto usual = StoreOf({&other, &leaf});
  EXPECT_TRUE(usual->Find(HashOf(other), kKindsOfOthers).empty());
}

// An RSA key seals what others made, and never what is ours.
TEST(TrustStoreTest, AnRsaKeyIsFoundForFormatsThatHaveThem) {
  const TestParty leaf = MakeParty({.common_name = "Caisse"});
  const auto rsa = crypto::Certificate::ParsePem(AsBytes(kRsaCertificate));
  ASSERT_TRUE(rsa.ok()) << rsa.status();
  const auto store = TrustStore::Create({leaf.certificate, rsa->front()}, {"leaf.pem", "rsa.pem"});
  ASSERT_TRUE(store.ok()) << store.status();
  EXPECT_TRUE(store->remarks().empty());
  for (const seal::KeyId& key :
       {seal::ToKeyId(HashIdOf(rsa->front())), KeyIdOf("Fiction", "Fiction")}) {
    EXPECT_TRUE(store->Find(key).empty());
    EXPECT_THAT(
        store->Search(key).refused,
        testing::ElementsAre(Finding{Reason::kTrustCertificateUnusable, "rsa.pem: an RSA key"}));
    const auto found = store->Find(key, kKindsOfOthers);
    ASSERT_EQ(found.size(), 1U);
    const seal::Format& others = *seal::FindFormat("hc1");
    EXPECT_TRUE(found[0]->IsAbleTo(seal::StatedAlgorithm::kPs256, others));
    EXPECT_FALSE(found[0]->IsAbleTo(seal::StatedAlgorithm::kEs256, others));
    EXPECT_EQ(*found[0]->Verify(Bytes{1}, Bytes(256, 0)), crypto::SignatureCheck::kMismatch);
    EXPECT_EQ(*found[0]->Verify(Bytes{1}, Bytes(64, 0)), crypto::SignatureCheck::kWrongLength);
  }
  EXPECT_EQ(store->Find(HashOf(leaf), kKindsOfOthers).size(), 1U);
}

// A key on a curve of states seals what states made, and nothing else.
TEST(TrustStoreTest, AKeyOnACurveOfStatesIsFoundForTheirFormatAlone) {
  const auto state = crypto::Certificate::ParsePem(AsBytes(kStateSigner));
  ASSERT_TRUE(state.ok()) << state.status();
  const auto store = TrustStore::Create({state->front()}, {"state.pem"});
  ASSERT_TRUE(store.ok()) << store.status();
  EXPECT_TRUE(store->remarks().empty());
  const seal::KeyId id = seal::ToKeyId(HashIdOf(state->front()));
  for (const seal::Format& format : seal::Formats()) {
    const auto found = store->Search(id, format.key_kinds);
    if (format.id == "vds") {
      ASSERT_EQ(found.issuers.size(), 1U);
      EXPECT_TRUE(found.refused.empty());
      for (const auto stated : {seal::StatedAlgorithm::kEs256, seal::StatedAlgorithm::kEs384,
                                seal::StatedAlgorithm::kEdDsa, seal::StatedAlgorithm::kPs256})
        EXPECT_FALSE(found.issuers[0]->IsAbleTo(stated, format));
      EXPECT_EQ(*found.issuers[0]->Verify(Bytes{1}, Bytes(64, 1)),
                crypto::SignatureCheck::kMismatch);
    } else {
      EXPECT_TRUE(found.issuers.empty()) << format.id;
      EXPECT_THAT(found.refused, testing::ElementsAre(Finding{
                                     Reason::kTrustCertificateUnusable,
                                     "state.pem: a key on a curve for seals of states alone"}))
          << format.id;
    }
  }
}

TEST(TrustStoreTest, ItsTrustIsUndated) {
  const TestParty leaf = MakeParty({.common_name = "Caisse"});
  EXPECT_EQ(StoreOf({&leaf})->FreshnessAt({}), FreshnessAxis::kUndated);
}

}  // namespace
}  // namespace sceau::trust
