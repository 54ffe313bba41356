// SPDX-License-Identifier: Apache-2.0
#include "hc1_vectors.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "crypto/digest.h"
#include "paper_vectors.h"
#include "rsa_issuer.h"
#include "seal/hc1/certificate_testing.h"
#include "sha256_signer.h"

namespace sceau::vectors {
namespace {

using namespace seal::hc1;

Bytes KidOf(ByteSpan certificate_der) {
  const auto digest = crypto::Sha256(certificate_der);
  return {digest.begin(), digest.begin() + 8};
}

Members WithMember(Members members, std::string_view key, const Item& value) {
  std::erase_if(members, [&](const auto& member) { return member.first == TextItem(key); });
  if (!value.empty()) members.emplace_back(TextItem(key), value);
  return members;
}

class Hc1Maker : private PaperVectors {
 public:
  explicit Hc1Maker(const Hc1Issuers& issuers) : PaperVectors("hc1"), issuers_(issuers) {}

  std::vector<Vector> Make() {
    AddContents();
    AddEnvelopes();
    AddRefused();
    return Take();
  }

 private:
  Bytes Kid(const Issuer& issuer) const { return KidOf(issuer.certificate.ToDer()); }
  EnvelopeRecipe Plain(const Bytes& payload = SomeToken()) const {
    return {.protected_header = HeaderOf(kAlgorithmEs256, Kid(issuers_.state)), .payload = payload};
  }
  static Bytes Signed(const EnvelopeRecipe& recipe, const Issuer& issuer) {
    return EnvelopeOf(recipe, [&](const Bytes& message) { return *issuer.key.Sign(message); });
  }
  Bytes Signed(const EnvelopeRecipe& recipe) const { return Signed(recipe, issuers_.state); }
  std::string SealOf(const Members& certificate) const {
    return Compressed(Signed(Plain(MapItem(TokenOf(MapItem(certificate))))));
  }

  void AddContents();
  void AddEnvelopes();
  void AddRefused();

  const Hc1Issuers& issuers_;
};

void Hc1Maker::AddContents() {
  Accept("vaccination", "A vaccination.", SealOf(SomeCertificate())).claims = {
      {"kind", "Certificat COVID numérique de l'UE : vaccination"},
      {"fields",
       {{"nam.fn", "Lefèvre"},
        {"nam.gn", "Zoé"},
        {"nam.fnt", "LEFEVRE"},
        {"nam.gnt", "ZOE"},
        {"dob", "1990-01-31"},
        {"ver", "1.3.0"},
        {"v.0.tg", "840539006"},
        {"v.0.vp", "1119349007"},
        {"v.0.mp", "EU/1/20/1528"},
        {"v.0.ma", "ORG-100030215"},
        {"v.0.dn", "2"},
        {"v.0.sd", "2"},
        {"v.0.dt", "2026-03-01"},
        {"v.0.co", "FR"},
        {"v.0.is", "Caisse de Fiction"},
        {"v.0.ci", "URN:UVCI:01:FR:FICTION#1"},
        {"iss", "FR"},
        {"iat", "1793523600"},
        {"exp", "1825059600"}}}};
  Accept("test", "A test.",
         SealOf(SomeCertificate("t", TextMembers({{"tg", "840539006"},
                                                  {"tt", "LP6464-4"},
                                                  {"nm", "Essai PCR"},
                                                  {"sc", "2026-10-31T08:00:00Z"},
                                                  {"tr", "260415000"},
                                                  {"tc", "Laboratoire de Fiction"},
                                                  {"co", "FR"},
                                                  {"is", "Caisse de Fiction"},
                                                  {"ci", "URN:UVCI:01:FR:FICTION#2"}}))));
  Accept("recovery", "A recovery.",
         SealOf(SomeCertificate("r", TextMembers({{"tg", "840539006"},
                                                  {"fr", "2026-10-01"},
                                                  {"df", "2026-10-12"},
                                                  {"du", "2027-03-30"},
                                                  {"co", "FR"},
                                                  {"is", "Caisse de Fiction"},
                                                  {"ci", "URN:UVCI:01:FR:FICTION#3"}}))));
  const std::pair<const char*, const char*> births[] = {
      {"year", "1990"}, {"month", "1990-01"}, {"instant", "1990-01-31T00:00:00"}, {"empty", ""}};
  for (const auto& [name, value] : births) {
    Accept(std::string("birth-date-") + name, "A birth date that is not a day.",
           SealOf(WithMember(SomeCertificate(), "dob", TextItem(value))));
  }
  Accept("no-birth-date", "No birth date.", SealOf(WithMember(SomeCertificate(), "dob", {})));
  Accept("one-name", "A surname and no forename.",
         SealOf(WithMember(SomeCertificate(), "nam",
                           MapItem(TextMembers({{"fn", "Lefèvre"}, {"fnt", "LEFEVRE"}})))));
  Vector& asked =
      Accept("holder", "The person whom somebody asked for.", SealOf(SomeCertificate()));
  asked.holder = {{"name", "Zoé Lefèvre"}, {"born", "1990-01-31"}};
  asked.expected.holder = "matches";
  Accept("unknown-field", "A member that no schema has.",
         SealOf(WithMember(SomeCertificate(), "x", TextItem("y"))), {"seal.unknown-field"});
}

void Hc1Maker::AddEnvelopes() {
  const auto accept = [&](const std::string& name, std::string description,
                          const std::function<void(EnvelopeRecipe&)>& change) {
    EnvelopeRecipe recipe = Plain();
    change(recipe);
    Accept(name, std::move(description), Compressed(Signed(recipe)));
  };
  accept("untagged", "The envelope has no tag.", [](auto& r) { r.tags = {}; });
  accept("web-token-tag", "Tag 61 stands around tag 18.", [](auto& r) { r.tags = {18, 61}; });
  accept("key-id-unprotected", "The key id stands in the unprotected header.", [&](auto& r) {
    r.protected_header = HeaderOf(kAlgorithmEs256, std::nullopt);
    r.unprotected_header = HeaderOf(std::nullopt, Kid(issuers_.state));
  });
  accept("more-parameters", "Headers with parameters that nobody needs.", [&](auto& r) {
    r.protected_header = MapItem({{NumberItem(4), BytesItem(Kid(issuers_.state))},
                                  {NumberItem(3), TextItem("application/cwt")},
                                  {NumberItem(1), NumberItem(kAlgorithmEs256)}});
    r.unprotected_header = MapItem({{TextItem("x"), NumberItem(1)}});
  });
  Members open = SomeCertificate();
  open[1].second = OpenMapItem(SomeNames());
  accept("indefinite-lengths", "Maps of indefinite length.",
         [&](auto& r) { r.payload = OpenMapItem(TokenOf(OpenMapItem(open))); });
  Members floats = TokenOf(MapItem(SomeCertificate()));
  floats[1].second = {0xFB, 0x41, 0xDA, 0xB9, 0xBF, 0xE4, 0x00, 0x00, 0x00};
  accept("date-float", "The day of issue is a float.",
         [&](auto& r) { r.payload = MapItem(floats); });
  Members tagged = TokenOf(MapItem(SomeCertificate()));
  tagged[1].second = TaggedItem(1, NumberItem(kSomeIssued));
  accept("date-tagged", "The day of issue has tag 1.",
         [&](auto& r) { r.payload = MapItem(tagged); });
  Accept("not-compressed", "Base45 holds the envelope itself.", TextOfBytes(Signed(Plain())));
  Accept("trailing-space", "A space follows the code.", Compressed(Signed(Plain())) + " ");
  Members members = TokenOf(MapItem(SomeCertificate()));
  std::ranges::reverse(members);
  accept("claims-reversed", "The claims come in another order.",
         [&](auto& r) { r.payload = MapItem(members); });
  std::erase_if(members, [](const auto& member) { return member.first == NumberItem(4); });
  accept("no-end", "The token does not say until when it is valid.",
         [&](auto& r) { r.payload = MapItem(members); });
  accept("key-id-twice", "Both headers name a key; the protected one counts.",
         [&](auto& r) { r.unprotected_header = HeaderOf(std::nullopt, Kid(issuers_.unknown)); });
  accept("algorithm-unprotected", "Algorithm and key id stand in the unprotected header.",
         [&](auto& r) {
           r.protected_header = {};
           r.unprotected_header = HeaderOf(kAlgorithmEs256, Kid(issuers_.state));
         });
  EnvelopeRecipe p384 = Plain();
  p384.protected_header = HeaderOf(kAlgorithmEs256, Kid(issuers_.p384));
  Accept("es256-p384", "ES256 with a key on P-384: SHA-256 and a signature of 96 bytes.",
         Compressed(EnvelopeOf(
             p384, [&](const Bytes& message) { return SignSha256(issuers_.p384.key, message); })));
  EnvelopeRecipe rsa = Plain();
  rsa.protected_header = HeaderOf(kAlgorithmPs256, KidOf(issuers_.rsa_certificate_der));
  Accept("ps256", "Signed with RSA.", Compressed(EnvelopeOf(rsa, SignPs256)));
}

void Hc1Maker::AddRefused() {
  Bytes bent = Signed(Plain());
  bent[bent.size() - 100] ^= 1;
  Altered("payload-changed", "A bit of what is signed was changed.", Compressed(bent),
          "seal.signature-mismatch");
  Altered("signature-other-key", "Signed with another trusted key than it names.",
          Compressed(Signed(Plain(), issuers_.other)), "seal.signature-mismatch");
  EnvelopeRecipe ps256 = Plain();
  ps256.protected_header = HeaderOf(kAlgorithmPs256, Kid(issuers_.state));
  Altered("algorithm-mismatch", "States PS256 for a key of P-256.", Compressed(Signed(ps256)),
          "seal.algorithm-mismatch");
  EnvelopeRecipe rsa = Plain();
  rsa.protected_header = HeaderOf(kAlgorithmPs256, KidOf(issuers_.rsa_certificate_der));
  Altered("ps256-changed", "An RSA signature over something else.",
          Compressed(EnvelopeOf(rsa, [](const Bytes&) { return SignPs256(Bytes{1}); })),
          "seal.signature-mismatch");
  EnvelopeRecipe other = Plain();
  other.protected_header = HeaderOf(-35, Kid(issuers_.state));
  Refuse("algorithm-es384", "States ES384, which no certificate uses.", Compressed(Signed(other)),
         "unsupported", "seal.unsupported-algorithm");
  other.protected_header = MapItem(
      {{NumberItem(1), NumberItem(kAlgorithmEs256)}, {NumberItem(2), ArrayItem({NumberItem(99)})}});
  Refuse("header-critical", "The header demands what nobody knows.", Compressed(Signed(other)),
         "unsupported", "seal.unsupported-critical");
  other.protected_header = HeaderOf(kAlgorithmEs256, Kid(issuers_.unknown));
  Refuse("issuer-unknown", "No trusted certificate has this key id.",
         Compressed(Signed(other, issuers_.unknown)), "issuer-unknown", "seal.issuer-unknown");
  other.protected_header = HeaderOf(kAlgorithmEs256, KidOf(issuers_.of_vds.certificate.ToDer()));
  Add("key-of-vds", "The key is trusted, and on a curve that another format alone may use.",
      Compressed(EnvelopeOf(
          other, [&](const Bytes& message) { return SignAsState(issuers_.of_vds, message); })),
      Unproven("undetermined", "not-checked", "issuer-unknown",
               {"seal.issuer-unknown", "trust.certificate-unusable"}))
      .trust = "vds";
  other.protected_header = HeaderOf(kAlgorithmEs256, std::nullopt);
  Refuse("key-id-missing", "No header names a key.", Compressed(Signed(other)), "issuer-unknown",
         "seal.issuer-unknown");
  const std::string good = Compressed(Signed(Plain()));
  Refuse("text-not-base45", "A character is not Base45.",
         good.substr(0, 40) + "=" + good.substr(41), "malformed", "seal.malformed-text");
  Bytes stream = *codec::Deflate(Signed(Plain()), codec::DeflateKind::kSparse);
  stream.back() ^= 1;
  Refuse("compression-damaged", "The checksum of the compression is another.", TextOfBytes(stream),
         "malformed", "seal.malformed-cose");
  Refuse("inflates-without-end", "A few bytes that inflate to a megabyte.",
         Compressed(Bytes(std::size_t{1} << 20, 0)), "malformed", "seal.too-long");
  Bytes cut = Signed(Plain());
  cut.pop_back();
  Refuse("envelope-cut", "The envelope ends too early.", Compressed(cut), "malformed",
         "seal.truncated");
  Add("not-a-certificate", "The token holds something else.",
      Compressed(Signed(Plain(MapItem({{NumberItem(1), TextItem("FR")}})))),
      Unproven("undetermined", "verified", "malformed", {"seal.malformed-claims"}));
  Members old = TokenOf(MapItem(SomeCertificate()));
  old[0].second = NumberItem(1'793'600'000);  // 2026-11-02
  Add("expired", "Genuine, and past its end.", Compressed(Signed(Plain(MapItem(old)))),
      {.verdict = "invalid",
       .rights = "expired",
       .reasons = {"status.not-offered", "rights.expired", "freshness.undated"}});
  Members early = TokenOf(MapItem(SomeCertificate()));
  early[1].second = NumberItem(1'640'995'200);  // 2022-01-01
  Add("signed-before-key", "Issued before the key's first day.",
      Compressed(Signed(Plain(MapItem(early)))),
      {.verdict = "invalid",
       .seal = "issuer-not-allowed",
       .rights = "not-applicable",
       .reasons = {"seal.signed-before-key", "status.not-offered", "rights.not-applicable",
                   "freshness.undated"}})
      .policy = "counter";  // the insurer has a maximum age
}

}  // namespace

std::vector<Vector> MakeHc1Vectors(const Hc1Issuers& issuers) { return Hc1Maker(issuers).Make(); }

}  // namespace sceau::vectors
