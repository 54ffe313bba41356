// SPDX-License-Identifier: Apache-2.0
#include "vds_vectors.h"

#include <utility>

#include "paper_vectors.h"
#include "seal/vds/seal_testing.h"

namespace sceau::vectors {
namespace {

using namespace seal::vds;
using crypto::Algorithm;

crypto::PrivateKey::CertificateRequest RequestOf(const std::string& signer, const Bytes& serial) {
  return {.organisation = "Préfecture de Fiction",
          .common_name = signer,
          .country = "FR",
          .not_before = StartOfParisDay(*ParseIsoDate("2026-01-01")),
          .not_after = StartOfParisDay(*ParseIsoDate("2028-01-01")) - std::chrono::seconds{1},
          .serial = serial};
}

Issuer SignerOf(const Issuer& authority, Algorithm algorithm, const std::string& signer,
                const Bytes& serial, const std::string& key_name) {
  crypto::PrivateKey key = KeyNamed(algorithm, "vds " + key_name);
  auto certificate =
      authority.key.Certify(RequestOf(signer, serial), key.public_key(), authority.certificate);
  return {"Préfecture de Fiction", std::move(key), *std::move(certificate)};
}

Issuer AuthorityOf(const std::string& key_name) {
  crypto::PrivateKey key = KeyNamed(Algorithm::kEs256, "vds authority " + key_name);
  crypto::PrivateKey::CertificateRequest request = RequestOf("État de Fiction", {0x01});
  request.authority = true;
  auto certificate = key.Certify(request, key.public_key(), std::nullopt);
  return {"État de Fiction", std::move(key), *std::move(certificate)};
}

Bytes Joined(std::initializer_list<Bytes> features) {
  Bytes out;
  for (const Bytes& feature : features) AppendTo(out, feature);
  return out;
}

Bytes Text(std::uint8_t tag, std::string_view text) {
  return FeatureBytes(tag, ToBytes(AsBytes(text)));
}

const std::string kCardZone =
    "ARFRALEFEVRE<<ZOE<<<<<<<<<<<<<<<<<<<"
    "6525845096UTO9001318F2711010<<<<<<06";

class VdsMaker : private PaperVectors {
 public:
  explicit VdsMaker(const VdsIssuers& issuers) : PaperVectors("vds"), issuers_(issuers) {}

  std::vector<Vector> Make() {
    AddPapers();
    AddKeys();
    AddStateCurves();
    AddDates();
    AddRefused();
    return Take();
  }

 private:
  Bytes Sealed(const HeaderRecipe& recipe, const Bytes& features, const Issuer& issuer) const {
    const Bytes content = SignedBytes(recipe, features);
    return WithSignature(content, *issuer.key.Sign(content));
  }
  Bytes Sealed(const HeaderRecipe& recipe = {}, const Bytes& features = SomeVisaFeatures()) const {
    return Sealed(recipe, features, issuers_.p256);
  }

  void AddPapers();
  void AddKeys();
  void AddStateCurves();
  void AddDates();
  void AddRefused();

  const VdsIssuers& issuers_;
};

void VdsMaker::AddPapers() {
  Accept("visa", "A visa of size B.", Sealed()).claims = {
      {"kind", "Visa"},
      {"version", "4"},
      {"issuing_country", "FRA"},
      {"signer", "FRXA"},
      {"certificate_reference", "2A"},
      {"issue_date", "2026-11-01"},
      {"signature_date", "2026-11-02"},
      {"fields",
       {{"02", "VCFRALEFEVRE  ZOE ANNE              1234567XY7UTO9001318F2711010"},
        {"03", "02"},
        {"04", "5a0000"},
        {"05", "47110815P"}}}};
  Accept("visa-a", "A visa of size A.",
         Sealed({}, FeatureBytes(0x01, C40("VCFRALEFEVRE<<ZOE<<<<<<<<<<<<<<<<<<<<<<<<<<<"
                                           "1234567XY7UTO9001318F2711010"))));
  Accept("version-3", "A residence permit in version 3.",
         Sealed({.version = 3, .certificate = "0002A", .definition = 0xFB, .category = 0x06},
                Joined({FeatureBytes(0x02, C40(kCardZone)), FeatureBytes(0x03, C40("UFO001979"))})))
      .claims = {{"version", "3"}, {"certificate_reference", "0002A"}};
  Accept("social-insurance-card", "Names in their own letters.",
         Sealed({.definition = 0xFC, .category = 0x04},
                Joined({FeatureBytes(0x01, C40("65170839J003")), Text(0x02, "Lefèvre"),
                        Text(0x03, "Zoé"), Text(0x04, "Durand")})));
  Vector& asked = Accept("holder", "The person whom somebody asked for.", Sealed());
  asked.holder = {{"name", "Zoé Lefèvre"}, {"born", "1990-01-31"}};
  asked.expected.holder = "matches";
  asked.expected.reasons = {"status.not-offered", "rights.not-applicable",
                            "holder.name-transliterated", "freshness.undated"};
  Accept("unknown-feature", "A feature that no table has.",
         Sealed({}, Joined({SomeVisaFeatures(), FeatureBytes(0x42, {0xC0, 0xDE})})),
         {"seal.unknown-field"});
  Accept("unknown-paper", "A paper that no table has.",
         Sealed({.definition = 0x42, .category = 0x42}, FeatureBytes(0x01, {0x01})),
         {"seal.unknown-field"});
  Accept("no-features", "A header alone.", Sealed({}, {}));
  Accept("long-feature", "A feature whose length needs two bytes more.",
         Sealed({}, FeatureBytes(0x07, Bytes(300, 0x11))));
}

void VdsMaker::AddKeys() {
  Accept("p384", "Signed with a P-384 key, so with SHA-384.",
         Sealed({.certificate = "384"}, SomeVisaFeatures(), issuers_.p384));
  Accept("reference-padded", "Zeros stand before the reference.", Sealed({.certificate = "002A"}));
  for (const Issuer* issuer : {&issuers_.shared_one, &issuers_.shared_two}) {
    const std::string name = issuer == &issuers_.shared_one ? "first" : "second";
    Accept("shared-key-id-" + name,
           "Two trusted certificates are FR/XB/7; the " + name + " one signed.",
           Sealed({.signer = "FRXB", .certificate = "7"}, SomeVisaFeatures(), *issuer),
           {"seal.key-id-shared"});
  }
  Add("issuer-unknown", "No trusted certificate has this serial number.",
      Sealed({.certificate = "2B"}),
      Unproven("undetermined", "not-checked", "issuer-unknown", {"seal.issuer-unknown"}));
  Add("leaf-not-certified", "The authority did not sign the certificate that names it.",
      Sealed({.signer = "FRXC", .certificate = "1"}, SomeVisaFeatures(), issuers_.uncertified),
      Unproven("undetermined", "not-checked", "issuer-unknown",
               {"seal.issuer-unknown", "trust.leaf-not-certified"}));
}

void VdsMaker::AddStateCurves() {
  const struct {
    const char* name;
    const char* description;
  } rows[] = {{"p224", "Signed with a P-224 key, so with SHA-224."},
              {"brainpool-p224", "Signed on brainpoolP224r1, so with SHA-224."},
              {"brainpool-p256", "Signed on brainpoolP256r1, so with SHA-256."},
              {"brainpool-p384", "Signed on brainpoolP384r1, so with SHA-384."}};
  for (std::size_t i = 0; i < std::size(rows); ++i) {
    const StateSigner& signer = issuers_.on_state_curves.at(i);
    const std::string reference = std::to_string(i + 1);
    const Bytes content = SignedBytes({.signer = "FRXD", .certificate = reference});
    const Bytes signature = SignAsState(signer, content);
    Accept(rows[i].name, rows[i].description, WithSignature(content, signature));
    const std::string name = rows[i].name;
    Bytes bent = WithSignature(content, signature);
    bent[40] ^= 1;
    Altered(name + "-feature-changed", "A bit of the machine-readable zone is changed.", bent,
            "seal.signature-mismatch");
    Altered(name + "-signature-short", "The signature lacks its last byte.",
            WithSignature(content, Bytes(signature.begin(), signature.end() - 1)),
            "seal.signature-length");
    Altered(name + "-signature-zero", "The signature is nothing but zeros.",
            WithSignature(content, Bytes(signature.size(), 0)), "seal.signature-out-of-range");
  }
}

void VdsMaker::AddDates() {
  std::string zone = kSomeVisaZone;
  zone.replace(36 + 21, 6, "261122");
  Add("expired", "Genuine, and past the last day that its zone says.",
      Sealed({}, FeatureBytes(0x02, C40(zone))),
      {.verdict = "invalid",
       .rights = "expired",
       .reasons = {"status.not-offered", "rights.expired", "freshness.undated"}});
  Add("signed-before-key", "Signed before the key's first day.",
      Sealed({.issued_on = "2025-12-01", .signed_on = "2025-12-01"}),
      {.verdict = "invalid",
       .seal = "issuer-not-allowed",
       .rights = "not-applicable",
       .reasons = {"seal.signed-before-key", "status.not-offered", "rights.not-applicable",
                   "freshness.undated"}})
      .policy = "counter";  // the insurer has a maximum age
  Accept("signed-in-another-time-zone", "Its day had begun where the issuer is, not yet in Paris.",
         Sealed({.issued_on = "2026-11-24", .signed_on = "2026-11-24"}))
      .now = "2026-11-23T23:00:00Z";
  Vector& counter =
      Accept("at-the-counter", "A genuine visa proves no right: undetermined.", Sealed());
  counter.policy = "counter";
  counter.expected.verdict = "undetermined";
}

void VdsMaker::AddRefused() {
  const Bytes good = Sealed();
  Bytes bent = good;
  bent[40] ^= 1;
  Altered("feature-changed", "A bit of the machine-readable zone is changed.", bent,
          "seal.signature-mismatch");
  Altered("signature-other-key", "Signed with another trusted key than it names.",
          Sealed({}, SomeVisaFeatures(), issuers_.shared_one), "seal.signature-mismatch");
  Bytes signature = *issuers_.p256.key.Sign(SignedBytes());
  signature.pop_back();
  Altered("signature-short", "The signature lacks its last byte.",
          WithSignature(SignedBytes(), signature), "seal.signature-length");
  Refuse("cut", "The signature ends too early.", Bytes(good.begin(), good.end() - 1), "malformed",
         "seal.truncated");
  Bytes longer = good;
  longer.push_back(0x00);
  Refuse("trailing-byte", "A byte follows the signature.", longer, "malformed",
         "seal.trailing-bytes");
  bent = good;
  bent[10] = 0xFF;
  Refuse("header-bad-date", "The issue date does not exist.", bent, "malformed",
         "seal.malformed-header");
  Bytes features = {0x07, 0x83, 0x00, 0x00, 0x01, 0x11};
  Refuse("length-of-three-bytes", "A length that no seal needs.", Sealed({}, features), "malformed",
         "seal.malformed-field");
  const auto bad_features = [&](const std::string& name, std::string description,
                                const Bytes& content) {
    Add(name, std::move(description), Sealed({}, content),
        Unproven("undetermined", "verified", "malformed", {"seal.malformed-field"}));
  };
  bad_features("feature-repeated", "The passport number stands twice.",
               Joined({FeatureBytes(0x05, C40("A")), FeatureBytes(0x05, C40("B"))}));
  bad_features("zone-short", "The machine-readable zone lacks its last character.",
               FeatureBytes(0x02, C40(kSomeVisaZone.substr(0, 63))));
}

}  // namespace

VdsIssuers MakeVdsIssuers() {
  const Issuer authority = AuthorityOf("one");
  const Issuer other = AuthorityOf("other");
  return {authority,
          SignerOf(authority, Algorithm::kEs256, "XA", {0x2A}, "XA 2A"),
          SignerOf(authority, Algorithm::kEs384, "XA", {0x03, 0x84}, "XA 384"),
          SignerOf(authority, Algorithm::kEs256, "XB", {0x07}, "XB 7 one"),
          SignerOf(authority, Algorithm::kEs256, "XB", {0x07}, "XB 7 two"),
          SignerOf(other, Algorithm::kEs256, "XC", {0x01}, "XC 1"),
          {MakeStateSigner(authority, "secp224r1", "XD", 1),
           MakeStateSigner(authority, "brainpoolP224r1", "XD", 2),
           MakeStateSigner(authority, "brainpoolP256r1", "XD", 3),
           MakeStateSigner(authority, "brainpoolP384r1", "XD", 4)}};
}

std::vector<Vector> MakeVdsVectors(const VdsIssuers& issuers) { return VdsMaker(issuers).Make(); }

}  // namespace sceau::vectors
