// SPDX-License-Identifier: Apache-2.0
// Attacks 1 to 4, 6 and 13 to 17 of docs/threat-model.md: on a seal, its signature and its
// encodings.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "attack_testing.h"
#include "codec/base32.h"
#include "codec/zlib.h"
#include "crypto/private_key.h"
#include "sceau/error.h"
#include "sceau/inspect.h"
#include "sceau/issue.h"
#include "seal/ad1/parse.h"
#include "trust/trust_testing.h"

namespace sceau::attacks {
namespace {

using codec::CborWriter;

class SealAttackTest : public testing::Test {
 protected:
  Report Run(std::string_view text) const { return Judge(trust_, text, now_); }

  const TestIssuer issuer_{crypto::Algorithm::kEs256, "CPAM de Test"};
  const TestIssuer p384_{crypto::Algorithm::kEs384, "Caisse P-384"};
  const TestIssuer edwards_{crypto::Algorithm::kEdDsa, "Caisse Ed25519"};
  const Trust trust_ = TrustOf({issuer_.certificate, p384_.certificate, edwards_.certificate});
  const Instant now_ = Morning("2026-11-23");
};

TEST_F(SealAttackTest, A00TheSealThatIsAttackedIsGenuine) {
  for (const TestIssuer* issuer : {&issuer_, &p384_, &edwards_}) {
    EXPECT_TRUE(IsBelieved(Run(ForgedSeal(*issuer).Text())));
    EXPECT_EQ(Run(ForgedSeal(*issuer).Text()).verdict, Verdict::kValid);
  }
}

TEST_F(SealAttackTest, A01AlgorithmChanged) {
  const auto header = [&](const Bytes& algorithm) {
    CborWriter writer;
    writer.Map(algorithm.empty() ? 1 : 2);
    Bytes bytes = writer.TakeUnchecked();
    if (!algorithm.empty()) {
      bytes.push_back(0x01);
      bytes.insert(bytes.end(), algorithm.begin(), algorithm.end());
    }
    const Bytes kid = CborWriter().Integer(4).ByteString(issuer_.key_id().prefix).TakeUnchecked();
    bytes.insert(bytes.end(), kid.begin(), kid.end());
    return bytes;
  };
  std::vector<Bytes> algorithms = {
      {}, CborWriter().Text("none").Take(), CborWriter().Text("ES256").Take()};
  for (std::int64_t label : {0, -1, -6, -8, -9, -35, -36, -37, -47, -257, 1, 4, 5, 6, 7})
    algorithms.push_back(CborWriter().Integer(label).Take());
  for (const Bytes& algorithm : algorithms) {
    ForgedSeal seal(issuer_);
    seal.header() = header(algorithm);
    EXPECT_FALSE(IsBelieved(Run(seal.Sign().Text()))) << ToHex(seal.header());
    seal.signature().clear();
    EXPECT_FALSE(IsBelieved(Run(seal.Text()))) << ToHex(seal.header());
  }
  ForgedSeal control(issuer_);
  control.header() = header(CborWriter().Integer(-7).Take());
  EXPECT_TRUE(IsBelieved(Run(control.Sign().Text())));
}

// n of P-256 (SEC 2, 2.4.2).
constexpr std::array<std::uint8_t, 32> kOrder = {
    0xFF, 0xFF, 0xFF, 0xFF, 0x00, 0x00, 0x00, 0x00, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
    0xBC, 0xE6, 0xFA, 0xAD, 0xA7, 0x17, 0x9E, 0x84, 0xF3, 0xB9, 0xCA, 0xC2, 0xFC, 0x63, 0x25, 0x51};

TEST_F(SealAttackTest, A02SignatureOfAnotherShape) {
  const Bytes good = ForgedSeal(issuer_).signature();
  const Bytes zero(32, 0);
  const Bytes order(kOrder.begin(), kOrder.end());
  const auto joined = [](const Bytes& a, const Bytes& b) {
    Bytes both = a;
    both.insert(both.end(), b.begin(), b.end());
    return both;
  };
  const Bytes r(good.begin(), good.begin() + 32);
  const Bytes s(good.begin() + 32, good.end());
  // As OpenSSL writes it, with and without the byte that keeps a number positive, and in BER.
  const Bytes der = joined(joined({0x30, 0x44, 0x02, 0x20}, r), joined({0x02, 0x20}, s));
  const Bytes ber =
      joined(joined({0x30, 0x80, 0x02, 0x20}, r), joined(joined({0x02, 0x20}, s), {0x00, 0x00}));
  const std::vector<Bytes> signatures = {{},
                                         {0},
                                         joined(zero, s),
                                         joined(r, zero),
                                         joined(zero, zero),
                                         joined(order, s),
                                         joined(r, order),
                                         joined(order, order),
                                         joined(s, r),
                                         joined(good, {0}),
                                         joined({0}, good),
                                         Bytes(good.begin(), good.end() - 1),
                                         Bytes(good.begin() + 1, good.end()),
                                         joined(good, good),
                                         Bytes(64, 0xFF),
                                         Bytes(96, 0x01),
                                         Bytes(4096, 0x01),
                                         der,
                                         ber,
                                         ForgedSeal(p384_).signature(),
                                         ForgedSeal(edwards_).signature()};
  for (const Bytes& signature : signatures) {
    ForgedSeal seal(issuer_);
    seal.signature() = signature;
    EXPECT_FALSE(IsBelieved(Run(seal.Text()))) << ToHex(signature).substr(0, 80);
  }
  // Its own signature under the name of another key type.
  for (const TestIssuer* named : {&p384_, &edwards_}) {
    ForgedSeal seal(issuer_);
    seal.header() = ForgedSeal(*named).header();
    EXPECT_FALSE(IsBelieved(Run(seal.Sign().Text())));
  }
}

// Anybody can turn s into n - s, and ECDSA then holds too. So nothing may be remembered or told
// apart by the bytes of a signature.
TEST_F(SealAttackTest, A03MalleableSignatureIsTheSameAttestation) {
  ForgedSeal seal(issuer_);
  const Report before = Run(seal.Text());
  int borrow = 0;
  for (std::size_t i = 32; i-- > 0;) {
    const int digit = int{kOrder[i]} - int{seal.signature()[32 + i]} - borrow;
    borrow = digit < 0 ? 1 : 0;
    seal.signature()[32 + i] = static_cast<std::uint8_t>(digit & 0xFF);
  }
  const Report after = Run(seal.Text());
  EXPECT_EQ(after.verdict, Verdict::kValid);
  EXPECT_EQ(ReportToJson(after, Language::kFrench, NirDisplay::kShown),
            ReportToJson(before, Language::kFrench, NirDisplay::kShown));
}

TEST_F(SealAttackTest, A04KeyIdCollides) {
  const trust::TestParty authority = trust::MakeParty({.common_name = "FR99", .authority = true});
  const auto leaf = [&] { return trust::MakeParty({.common_name = "0002"}, &authority); };
  const trust::TestParty one = leaf();
  const trust::TestParty two = leaf();
  const trust::TestParty stranger = leaf();
  const Trust trust = TrustOf({authority.certificate, one.certificate, two.certificate});
  const std::string signed_text =
      "DC04FR99000226452646010"
      "1FR10MME/FICTION/ZOE\x1D"
      "26FR";
  const auto sealed = [&](const trust::TestParty& by) {
    return signed_text + "\x1F" + codec::EncodeBase32(*by.key.Sign(AsBytes(signed_text)));
  };
  const auto run = [&](const trust::TestParty& by) {
    return Judge(trust, sealed(by), now_, "insurer");
  };
  for (const trust::TestParty* party : {&one, &two}) {
    EXPECT_TRUE(IsBelieved(run(*party)));
    EXPECT_TRUE(Says(run(*party), Reason::kSealKeyIdShared));
  }
  EXPECT_FALSE(IsBelieved(run(stranger)));
  EXPECT_EQ(JudgeSeen(trust, sealed(stranger), now_, "insurer").verdict, Verdict::kInvalid);

  // A key id outside what is signed, alone or beside the signed one.
  ForgedSeal seal(issuer_);
  for (const Bytes& header : {seal.header(), CborWriter().Map(1).Integer(1).Integer(-7).Take()}) {
    const Bytes signature = *issuer_.key.Sign(seal::cose::SigStructure(header, seal.payload()));
    CborWriter writer;
    writer.Tag(18).Array(4).ByteString(header);
    writer.Map(1).Integer(4).ByteString(issuer_.key_id().prefix);
    writer.ByteString(seal.payload()).ByteString(signature);
    const Report report = Run(TextOf(writer.TakeUnchecked()));
    EXPECT_FALSE(IsBelieved(report));
    EXPECT_TRUE(Says(report, Reason::kSealMalformedCose));
  }
}

TEST_F(SealAttackTest, A06SignedOutsideTheKeysLife) {
  const auto signed_at = [&](Instant instant, Instant now) {
    Attestation attestation = SomeAttestation();
    attestation.issued_at = instant;
    attestation.valid_from = ParisDay(instant);
    attestation.valid_until = AddMonths(ParisDay(instant), 3);
    attestation.rights[0].from = Day("2020-01-01");
    attestation.rights[0].until.reset();
    return Judge(trust_, issuer_.Seal(attestation), now);
  };
  const std::chrono::seconds second{1};
  const Instant first = issuer_.certificate.not_before();
  const Instant last = issuer_.certificate.not_after();
  const std::chrono::hours day{24};
  EXPECT_EQ(signed_at(first, first + day).verdict, Verdict::kValid);
  EXPECT_EQ(signed_at(last, last + day).verdict, Verdict::kValid) << "expired since";
  const Report early = signed_at(first - second, first + day);
  EXPECT_EQ(early.verdict, Verdict::kInvalid);
  EXPECT_TRUE(Says(early, Reason::kSealSignedBeforeKey));
  const Report late = signed_at(last + second, last + day);
  EXPECT_EQ(late.verdict, Verdict::kInvalid);
  EXPECT_TRUE(Says(late, Reason::kSealSignedAfterKey));
  const Report future = signed_at(now_ + day + second, now_);
  EXPECT_EQ(future.verdict, Verdict::kUndetermined) << "our clock may be the wrong one";
  EXPECT_TRUE(Says(future, Reason::kSealSignedInFuture));
}

TEST_F(SealAttackTest, A13UnknownFieldsAreShownAsUnknown) {
  const trust::TestParty authority = trust::MakeParty({.common_name = "FR99", .authority = true});
  const trust::TestParty leaf = trust::MakeParty({.common_name = "0001"}, &authority);
  const std::string text =
      "DC04FR990001264526460101FRZZDROITS OUVERTS\x1D"
      "26FR";
  const Report report =
      Judge(TrustOf({authority.certificate, leaf.certificate}),
            text + "\x1F" + codec::EncodeBase32(*leaf.key.Sign(AsBytes(text))), now_, "insurer");
  ASSERT_EQ(report.seals.size(), 1U);
  EXPECT_TRUE(Says(report, Reason::kSealUnknownField));
  const std::vector<ClaimField>& fields = report.seals[0].claims->fields;
  ASSERT_FALSE(fields.empty());
  EXPECT_EQ(fields[0].id, "ZZ");
  EXPECT_FALSE(fields[0].known);
  EXPECT_TRUE(fields[0].label_french.empty());
}

bool SaysRepair(const Report& report) {
  return Says(report, Reason::kScannerFrame) || Says(report, Reason::kScannerRepeated) ||
         Says(report, Reason::kScannerCapsLock) || Says(report, Reason::kScannerTypography) ||
         Says(report, Reason::kScannerSeveralCodes);
}

TEST_F(SealAttackTest, A14EncodedInAnotherWay) {
  const ForgedSeal seal(issuer_);
  const std::string good = seal.Text();
  std::vector<std::string> others;
  for (int byte = 0; byte < 256; ++byte) {
    const char c = static_cast<char>(byte);
    // A scanner ends with an end of line, and may add spaces to it.
    if (c == '\r' || c == '\n' || c == ' ' || c == '\t' || c == '\0') continue;
    others.push_back(good + c);
    others.push_back(std::string(1, c) + good);
    others.push_back(good.substr(0, 40) + c + good.substr(40));
  }
  for (const char* tail : {"00", "000", ":::", "\n0", "\r\n\r\n0", " 0", "\n\n\n\n\n\n\n\n!"})
    others.push_back(good + tail);
  std::string lower = good;
  std::ranges::transform(lower, lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  others.push_back(lower);
  others.push_back("ad1:" + good.substr(4));
  others.push_back("AD1:" + good);
  others.push_back(good + good);
  // 65536 and more in three characters; 256 and more in two.
  others.push_back("AD1:" + std::string("GGW") + good.substr(7));
  others.push_back(good.substr(0, good.size() - 2) + "::");
  for (const std::string& text : others) {
    if (text == good) continue;
    EXPECT_FALSE(seal::ad1::Parse(AsBytes(text), Limits{}).ok()) << EscapeForDisplay(text);
    const Report report = Run(text);
    EXPECT_TRUE(!IsBelieved(report) || SaysRepair(report)) << EscapeForDisplay(text);
  }
}

// A deflated copy of the seal, and one byte that stands for a thousand: nothing in a code of ours
// is ever inflated, and in a code of others never past the limit.
TEST_F(SealAttackTest, A15NoCodeIsInflatedWithoutBound) {
  const Bytes bomb = *codec::Deflate(Bytes(std::size_t{16} << 20, 0), codec::DeflateKind::kSparse);
  const Bytes seal = *codec::Deflate(ForgedSeal(issuer_).Envelope(), codec::DeflateKind::kSparse);
  for (const Bytes& bytes : {bomb, seal}) {
    for (const std::string prefix : {"AD1:", "HC1:"}) {
      const std::string text = prefix + codec::EncodeBase45(bytes);
      EXPECT_FALSE(IsBelieved(Run(text)));
      for (const InspectedSymbol& symbol : InspectBytes(AsBytes(text), "bomb").symbols) {
        for (const Layer& layer : symbol.layers)
          EXPECT_LE(layer.bytes.size(),
                    prefix == "AD1:" ? text.size() : Limits{}.inflated_seal_bytes);
      }
    }
  }
}

TEST_F(SealAttackTest, A16ClaimsInCborThatHasTwoReadings) {
  const ForgedSeal good(issuer_);
  Bytes claims = ForgedSeal(issuer_).payload();
  const auto with = [&](std::size_t at, std::size_t cut, const Bytes& put) {
    Bytes bent = claims;
    const auto from = bent.begin() + static_cast<std::ptrdiff_t>(at);
    bent.erase(from, from + static_cast<std::ptrdiff_t>(cut));
    bent.insert(bent.begin() + static_cast<std::ptrdiff_t>(at), put.begin(), put.end());
    return bent;
  };
  const std::size_t name = static_cast<std::size_t>(
      std::ranges::search(claims, std::string_view("LEF")).begin() - claims.begin());
  ASSERT_EQ(claims[0], 0xA5);
  Bytes indefinite = with(0, 1, {0xBF});
  indefinite.push_back(0xFF);
  Bytes nested(9, 0x81);
  nested.push_back(0x00);
  const std::vector<Bytes> payloads = {with(0, 1, {0xA6}),              // a pair that is missing
                                       with(0, 1, {0xA4}),              // trailing bytes
                                       with(0, 1, {0xB8, 0x05}),        // a long head
                                       with(0, 1, {0xB9, 0x00, 0x05}),  //
                                       with(1, 1, {0x18, 0x04}),        // a long integer
                                       with(1, 1, {0xFB, 0x40, 0x10, 0, 0, 0, 0, 0, 0}),  // 4.0
                                       with(1, 1, {0xF9, 0x44, 0x00}),   // 4.0, short
                                       with(1, 1, {0xC1, 0x04}),         // a tag
                                       with(1, 1, {0xF7}),               // undefined
                                       with(1, 1, {0xF8, 0x20}),         // a simple value
                                       with(1, 1, {0x1C}),               // reserved
                                       with(1, 1, {0xFF}),               // a break
                                       with(name, 1, {0xC3}),            // not UTF-8
                                       with(name, 1, {0xFF}),            //
                                       with(name + 3, 2, {0xED, 0xA0}),  // half a surrogate
                                       indefinite,
                                       with(claims.size(), 0, {0x00}),
                                       with(claims.size(), 0, nested),
                                       nested,
                                       Bytes(4096, 0x81),
                                       Bytes(64, 0x5F),
                                       {0x9B, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF},
                                       {0xBB, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF},
                                       {}};
  for (const Bytes& payload : payloads) {
    ForgedSeal seal(issuer_);
    seal.payload() = payload;
    const Report report = Run(seal.Sign().Text());
    EXPECT_FALSE(IsBelieved(report)) << ToHex(payload).substr(0, 60);
    ASSERT_EQ(report.seals.size(), 1U);
    EXPECT_EQ(report.seals[0].axes.seal, SealAxis::kMalformed) << ToHex(payload).substr(0, 60);
  }
  // A key that stands twice, whoever wins.
  ForgedSeal twice(issuer_);
  twice.payload() = with(0, 1, {0xA6, 0x04, 0x1A, 0x7F, 0xFF, 0xFF, 0xFF});
  const Report report = Run(twice.Sign().Text());
  EXPECT_FALSE(IsBelieved(report));
  EXPECT_TRUE(Says(report, Reason::kSealCborDuplicateKey));
}

TEST_F(SealAttackTest, A17SeparatorsInsideValues) {
  const trust::TestParty authority = trust::MakeParty({.common_name = "FR99", .authority = true});
  const trust::TestParty leaf = trust::MakeParty({.common_name = "0001"}, &authority);
  const Trust trust = TrustOf({authority.certificate, leaf.certificate});
  const std::string header = "DC04FR990001264526460101FR";
  const auto run = [&](const std::string& data, const std::string& after = "") {
    const std::string text = header + data;
    return Judge(trust, text + "\x1F" + codec::EncodeBase32(*leaf.key.Sign(AsBytes(text))) + after,
                 now_, "insurer");
  };
  EXPECT_TRUE(
      IsBelieved(run("10MME/FICTION/ZOE\x1D"
                     "26FR")));
  for (const std::string data : {"10A\x1D"
                                 "10B\x1D",
                                 "10A\x1C"
                                 "B\x1D"
                                 "26FR",
                                 "10A\x1D\x1D"
                                 "26FR",
                                 "10A\x1E\x1D"
                                 "26FR",
                                 "26F",
                                 "\x1D"
                                 "26FR",
                                 "10A\x1F"
                                 "B\x1D"
                                 "26FR"})
    EXPECT_FALSE(IsBelieved(run(data))) << EscapeForDisplay(data);
  const Report cut =
      run("10MME/FICTION/ZOE\x1E"
          "26FR");
  ASSERT_TRUE(cut.seals[0].claims);
  EXPECT_TRUE(cut.seals[0].claims->fields[0].truncated);
  // What follows the signature is reported apart from what is signed.
  const Report annex = run("26FR",
                           "\x1D"
                           "10DROITS OUVERTS\x1D");
  ASSERT_TRUE(annex.seals[0].claims);
  EXPECT_TRUE(Says(annex, Reason::kSealUnsignedAnnex));
  EXPECT_EQ(annex.seals[0].claims->fields.size(), 1U);

  // The issuer's side: no control character becomes part of a seal.
  const KeyPair pair = *GenerateKeyPair({.organisation = "Caisse",
                                         .valid_from = Day("2026-01-01"),
                                         .valid_until = Day("2028-01-01")});
  const std::string folder = testing::TempDir();
  std::ofstream(folder + "/attack.pem") << pair.certificate_pem;
  std::ofstream(folder + "/attack.key") << pair.private_key_pem;
  std::filesystem::permissions(folder + "/attack.key", std::filesystem::perms::owner_read);
  const IssuerKey key = *LoadIssuerKey(folder + "/attack.key", folder + "/attack.pem",
                                       [] { return absl::StatusOr<std::string>(""); });
  std::filesystem::remove(folder + "/attack.key");
  std::filesystem::remove(folder + "/attack.pem");
  for (const char* text :
       {"A\\u001dB", "A\\u001eB", "A\\u001fB", "A\\u0000B", "A\\nB", "A\\u202eB"}) {
    IssueOptions options;
    options.issuer = key;
    options.no_status = true;
    options.now = [this] { return now_; };
    const auto issued = IssueAttestation(std::string(R"({"holder": {"birth_name": ")") + text +
                                             R"(", "given_names": "Z", "birth_date": "19840512"},
            "fund": {"code": "017510000", "name": "C"},
            "rights": [{"kind": "base", "from": "2026-01-01"}],
            "valid_from": "2026-11-01", "valid_until": "2026-12-01"})",
                                         options);
    EXPECT_EQ(ReasonOf(issued.status()), Reason::kClaimsBadText) << text;
  }
}

}  // namespace
}  // namespace sceau::attacks
