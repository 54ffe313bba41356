// SPDX-License-Identifier: Apache-2.0
#include "ad1_vectors.h"

#include <functional>

#include "ad1_person.h"
#include "attestation/claims_json.h"
#include "codec/base45.h"
#include "codec/cbor.h"
#include "crypto/private_key.h"
#include "holder_vectors.h"
#include "seal/ad1/encode.h"

namespace sceau::vectors {
namespace {

using codec::CborWriter;

// A seal in the making: every byte may be bent before and after signing.
struct Making {
  seal::ad1::Unsigned parts;
  Bytes signature;
};

Bytes SigStructure(ByteSpan protected_header, ByteSpan payload) {
  return CborWriter()
      .Array(4)
      .Text("Signature1")
      .ByteString(protected_header)
      .ByteString({})
      .ByteString(payload)
      .Take();
}

Bytes Text(const std::string& text) { return ToBytes(AsBytes(text)); }

std::string TextOf(const Making& making) {
  return seal::ad1::Assemble(making.parts, making.signature);
}

class Ad1Maker {
 public:
  explicit Ad1Maker(const Ad1Issuers& issuers) : issuers_(issuers) {}

  std::vector<Vector> Make() {
    AddAccepted();
    AddJudged();
    AddBentSignatures();
    AddBentClaims();
    AddBentEnvelopes();
    AddHolderVectors(issuers_.es256, vectors_);
    return std::move(vectors_);
  }

 private:
  Making Sign(const Attestation& attestation, const Issuer& issuer) {
    Making making{seal::ad1::Encode(attestation, Stated(issuer), KeyIdOf(issuer)), {}};
    making.signature = *issuer.key.Sign(making.parts.to_be_signed);
    return making;
  }

  // Signed by a trusted key over a payload that the encoder would not write.
  Making SignPayload(Bytes payload) {
    Making making = Sign(Person(), issuers_.es256);
    making.parts.payload = std::move(payload);
    making.parts.to_be_signed = SigStructure(making.parts.protected_header, making.parts.payload);
    making.signature = *issuers_.es256.key.Sign(making.parts.to_be_signed);
    return making;
  }

  Vector& Add(std::string name, std::string description, const Making& making,
              Expected expected = {}) {
    Vector& vector = AddPayload(std::move(name), std::move(description), Text(TextOf(making)),
                                std::move(expected));
    vector.intermediates = {{"protected_header", ToHex(making.parts.protected_header)},
                            {"payload", ToHex(making.parts.payload)},
                            {"to_be_signed", ToHex(making.parts.to_be_signed)},
                            {"signature", ToHex(making.signature)}};
    return vector;
  }

  Vector& AddPayload(std::string name, std::string description, Bytes payload, Expected expected) {
    Vector& vector = vectors_.emplace_back();
    vector.name = std::move(name);
    vector.description = std::move(description);
    vector.format = "ad1";
    vector.payload = std::move(payload);
    vector.expected = std::move(expected);
    return vector;
  }

  void Accept(const std::string& name, const std::string& description,
              const Attestation& attestation) {
    Vector& vector = Add("accept-" + name, description, Sign(attestation, issuers_.es256));
    vector.claims = attestation::ToJson(attestation, /*show_nir=*/false);
  }

  void AddAccepted();
  void AddJudged();
  void AddBentSignatures();
  void AddBentClaims();
  void AddBentEnvelopes();
  void AddJudgedDates();
  void AddClocks();
  void AddLongValidities();
  Bytes PayloadWith(const std::function<void(CborWriter&)>& extra_claims, std::uint64_t version = 1,
                    bool critical = false, bool unknown = false);

  const Ad1Issuers& issuers_;
  std::vector<Vector> vectors_;
};

void Ad1Maker::AddAccepted() {
  Accept("one-person", "One person, one right, no option.", Person());
  Add("accept-es384", "Signed with ES384.", Sign(Person(), issuers_.es384));
  Add("accept-eddsa", "Signed with EdDSA (Ed25519).", Sign(Person(), issuers_.eddsa));
  AddPayload("accept-scanner-newline", "A handheld scanner ends the text with CR LF.",
             Text(TextOf(Sign(Person(), issuers_.es256)) + "\r\n"), {});

  Attestation a = Person();
  a.holder.name_in_use = "MOREAU";
  a.holder.birth_rank = 2;
  a.rights = {{RightKind::kBase, D("2026-01-01"), std::nullopt},
              {RightKind::kC2sWithoutParticipation, D("2026-03-01"), D("2027-02-28")},
              {RightKind::kMaternity, D("2026-09-01"), D("2027-01-31")},
              {RightKind::kAlsaceMoselle, D("2026-01-01"), std::nullopt}};
  a.dependants = {{"LEFÈVRE", "Léo", "20150230", 1}, {"MOREAU", "Inès", "20180611", 1}};
  a.replaces = DocumentId{9, 9, 9, 9, 9, 9, 9, 9, 9, 9};
  a.digests = {SaltedDigest{1}, SaltedDigest{2}};
  Accept("everything", "Every optional item.", a);

  a = Person();
  a.holder.nir = "284052A32102552";
  Accept("corsica", "A NIR of southern Corsica (2A).", a);

  a = Person();
  a.holder.nir.reset();
  a.holder.role = Role::kDependant;
  Accept("dependant-without-nir", "A dependant has no NIR of their own.", a);

  a = Person();
  a.holder.birth_date = "19500231";
  Accept("lunar-birth-date", "31 February, kept as carried.", a);
  a.holder.birth_date = "19500000";
  Accept("partial-birth-date", "Only the year is known.", a);

  a = Person();
  a.rights = {{RightKind::kAme, D("2026-06-01"), D("2027-05-31")}};
  Accept("ame", "Aide médicale de l'État alone.", a);
  a.rights = {{RightKind::kC2sWithParticipation, D("2026-06-01"), D("2027-05-31")}};
  Accept("c2s-with-participation", "Complémentaire santé solidaire with participation.", a);

  a = Person();
  a.layout = 1;
  Accept("layout", "The seal names the layout of its page.", a);
  a.layout = 70'000;
  Accept("layout-unknown", "The seal names a layout that no reader knows yet.", a);
}

void Ad1Maker::AddJudged() {
  AddJudgedDates();
  AddLongValidities();
  Attestation a = Person();
  a.status = StatusReference{3, 123456};
  Add("status-unknown", "The seal offers a status and the folder of trust has no list.",
      Sign(a, issuers_.es256),
      {.verdict = "undetermined",
       .status = "unknown",
       .reasons = {"status.unknown", "freshness.undated"}});

  Vector& old =
      Add("too-old-for-insurer", "93 days old on the date of care, under the policy insurer.",
          Sign(Person(), issuers_.es256),
          {.verdict = "invalid",
           .rights = "expired",
           .reasons = {"status.not-offered", "rights.too-old", "freshness.undated"}});
  old.policy = "insurer";
  old.date_of_care = "2027-02-03";
  old.now = "2027-02-03T10:00:00Z";

  Add("rights-future-date", "The date of care lies after the day of the verification.",
      Sign(Person(), issuers_.es256),
      {.reasons = {"status.not-offered", "rights.future-date", "freshness.undated"}})
      .date_of_care = "2026-11-24";
}

void Ad1Maker::AddJudgedDates() {
  const auto on = [&](const std::string& name, const std::string& day,
                      const Attestation& attestation, const std::string& axis,
                      const std::string& reason) {
    Expected expected{.rights = axis};
    if (!reason.empty())
      expected = {.verdict = "invalid",
                  .rights = axis,
                  .reasons = {"status.not-offered", reason, "freshness.undated"}};
    Vector& vector =
        Add(name, "Date of care " + day + ".", Sign(attestation, issuers_.es256), expected);
    vector.date_of_care = day;
    if (day > "2026-11-23") vector.now = day + "T10:00:00Z";
  };
  on("rights-attestation-first-day", "2026-11-02", Person(), "open", "");
  on("rights-attestation-day-before", "2026-11-01", Person(), "not-yet",
     "rights.attestation-not-yet");
  on("rights-last-day", "2026-12-31", Person(), "open", "");
  on("rights-day-after", "2027-01-01", Person(), "closed", "rights.closed");
  on("rights-expired", "2027-05-01", Person(), "expired", "rights.expired");
  Attestation a = Person();
  a.rights = {{RightKind::kBase, D("2026-12-01"), D("2027-03-31")}};
  on("rights-not-yet", "2026-11-30", a, "not-yet", "rights.not-yet");
  a.rights = {{RightKind::kBase, D("2026-01-01"), D("2026-11-15")},
              {RightKind::kBase, D("2026-12-01"), std::nullopt}};
  on("rights-gap", "2026-11-16", a, "gap", "rights.gap");
}

void Ad1Maker::AddBentSignatures() {
  Making making = Sign(Person(), issuers_.es256);
  making.parts.payload[making.parts.payload.size() / 2] ^= 0x01;
  Add("signature-bit-flipped", "One bit of the signed claims is flipped.", making,
      Unproven("invalid", "mismatch", "altered", {"seal.signature-mismatch"}));

  making = Sign(Person(), issuers_.es256);
  making.signature.pop_back();
  Add("signature-short", "The signature lacks its last byte.", making,
      Unproven("invalid", "mismatch", "altered", {"seal.signature-length"}));

  making = Sign(Person(), issuers_.es256);
  std::fill_n(making.signature.begin(), 32, std::uint8_t{0});
  Add("signature-r-zero", "r is zero.", making,
      Unproven("invalid", "mismatch", "altered", {"seal.signature-out-of-range"}));
  std::fill_n(making.signature.begin(), 32, std::uint8_t{0xFF});
  Add("signature-r-too-large", "r is not below the group order.", making,
      Unproven("invalid", "mismatch", "altered", {"seal.signature-out-of-range"}));
  making = Sign(Person(), issuers_.es256);
  std::fill_n(making.signature.begin() + 32, 32, std::uint8_t{0});
  Add("signature-s-zero", "s is zero.", making,
      Unproven("invalid", "mismatch", "altered", {"seal.signature-out-of-range"}));

  Making other = Sign(Person(), issuers_.stranger);
  Add("issuer-unknown", "A well-made seal by an issuer that is not trusted.", other,
      Unproven("undetermined", "not-checked", "issuer-unknown", {"seal.issuer-unknown"}));
  other = {seal::ad1::Encode(Person(), seal::StatedAlgorithm::kEs256, KeyIdOf(issuers_.es256)), {}};
  other.signature = *issuers_.stranger.key.Sign(other.parts.to_be_signed);
  Add("signature-other-key", "The key id of a trusted issuer, the signature of another key.", other,
      Unproven("invalid", "mismatch", "altered", {"seal.signature-mismatch"}));
  other = {seal::ad1::Encode(Person(), seal::StatedAlgorithm::kEdDsa, KeyIdOf(issuers_.es256)), {}};
  other.signature = *issuers_.es256.key.Sign(other.parts.to_be_signed);
  Add("algorithm-mismatch", "The header states EdDSA, the certificate is P-256.", other,
      Unproven("invalid", "mismatch", "altered", {"seal.algorithm-mismatch"}));

  Add("two-d-doc-leaf", "Whom an authority of 2D-Doc certified seals 2D-Doc and nothing else.",
      Sign(Person(), issuers_.two_d_doc_leaf),
      {.verdict = "invalid",
       .seal = "issuer-not-allowed",
       .reasons = {"seal.format-not-granted", "status.not-offered", "freshness.undated"}})
      .trust = "two-d-doc";

  const auto signed_at = [&](const std::string& name, Instant instant, const std::string& reason) {
    Attestation a = Person();
    a.issued_at = instant;
    Add(name, "Signed at a moment when the key may not sign.", Sign(a, issuers_.es256),
        {.verdict = "invalid",
         .seal = "issuer-not-allowed",
         .reasons = {reason, "status.not-offered", "freshness.undated"}});
  };
  signed_at("signed-before-key", issuers_.es256.certificate.not_before() - std::chrono::seconds{1},
            "seal.signed-before-key");
  AddClocks();
  Attestation late = Person();
  late.issued_at = issuers_.es256.certificate.not_after() + std::chrono::seconds{1};
  late.valid_from = D("2028-01-01");
  late.valid_until = D("2028-06-30");
  late.rights[0].until.reset();
  Vector& after =
      Add("signed-after-key", "Signed one second after the key's end.", Sign(late, issuers_.es256),
          {.verdict = "invalid",
           .seal = "issuer-not-allowed",
           .reasons = {"seal.signed-after-key", "status.not-offered", "freshness.undated"}});
  after.date_of_care = "2028-02-01";
  after.now = "2028-02-01T10:00:00Z";
  late.issued_at = issuers_.es256.certificate.not_after();
  Vector& just = Add("accept-key-expired-since",
                     "Signed in the key's last second, verified when the key has expired.",
                     Sign(late, issuers_.es256), {});
  just.date_of_care = "2028-02-01";
  just.now = "2028-02-01T10:00:00Z";
}

// What a clock that is behind says, which is nothing against the paper.
void Ad1Maker::AddClocks() {
  Attestation a = Person();
  a.issued_at = StartOfParisDay(D("2026-12-01"));
  Add("signed-in-future", "Signed more than a day after the clock.", Sign(a, issuers_.es256),
      {.verdict = "undetermined",
       .seal = "issuer-unknown",
       .reasons = {"seal.signed-in-future", "status.not-offered", "freshness.undated"}});
  Vector& eve =
      Add("rights-clock-behind",
          "On the clock's day the attestation is not yet in date, and the clock is behind "
          "its signature.",
          Sign(Person(), issuers_.es256),
          {.verdict = "undetermined",
           .rights = "not-run",
           .reasons = {"status.not-offered", "seal.signed-in-future", "freshness.undated"}});
  eve.date_of_care = "2026-11-01";
  eve.now = "2026-11-01T20:00:00Z";
}

void Ad1Maker::AddLongValidities() {
  Attestation a = Person();
  a.issued_at = StartOfParisDay(AddDays(a.valid_until, 1)) - std::chrono::days{366};
  Add("accept-validity-longest", "It ends 366 days after it was signed.", Sign(a, issuers_.es256));
  a.issued_at -= std::chrono::seconds{1};
  Add("validity-too-long", "It ends 366 days and a second after it was signed.",
      Sign(a, issuers_.es256),
      {.verdict = "invalid",
       .seal = "issuer-not-allowed",
       .reasons = {"seal.validity-too-long", "status.not-offered", "freshness.undated"}});
}

// The claims of Person() written by hand, so that they can be bent.
Bytes Ad1Maker::PayloadWith(const std::function<void(CborWriter&)>& extra_claims,
                            std::uint64_t version, bool critical, bool unknown) {
  CborWriter w;
  w.Map(extra_claims ? 6 : 5);
  w.Integer(4).Integer(StartOfParisDay(D("2027-05-01")).time_since_epoch().count());
  w.Integer(5).Integer(StartOfParisDay(D("2026-11-02")).time_since_epoch().count());
  w.Integer(6).Integer(Person().issued_at.time_since_epoch().count());
  w.Integer(7).ByteString(Person().document_id);
  if (extra_claims) extra_claims(w);
  w.Integer(-65537);
  w.Map(4 + static_cast<std::size_t>(critical) + static_cast<std::size_t>(unknown));
  w.Integer(0).Unsigned(version);
  w.Integer(1)
      .Map(5)
      .Integer(1)
      .Text("LEFÈVRE")
      .Integer(3)
      .Text("Zoé")
      .Integer(4)
      .Text("19840512")
      .Integer(5)
      .Unsigned(1)
      .Integer(7)
      .Unsigned(0);
  w.Integer(2).Array(2).Text("019990000").Text("CPAM de Fiction");
  w.Integer(3).Array(1).Array(3).Unsigned(0).Unsigned(20260101).Unsigned(20261231);
  if (unknown) w.Integer(127).Text("from the future");
  if (critical) w.Integer(128).Text("must be understood");
  return w.TakeUnchecked();
}

void Ad1Maker::AddBentClaims() {
  const auto malformed = [](const std::string& reason, const std::string& seal = "malformed") {
    return Unproven("undetermined", "verified", seal, {reason});
  };
  Add("accept-handmade", "The same claims written by hand.", SignPayload(PayloadWith({})));
  Add("accept-unknown-key", "Key 127 of the attestation is unknown, not critical, and listed.",
      SignPayload(PayloadWith({}, 1, false, true)),
      {.reasons = {"seal.unknown-field", "status.not-offered", "freshness.undated"}});
  Add("unsupported-critical", "Key 128 of the attestation is unknown and critical.",
      SignPayload(PayloadWith({}, 1, true)), malformed("seal.unsupported-critical", "unsupported"));
  Add("unsupported-version", "Version 2 of the attestation map.", SignPayload(PayloadWith({}, 2)),
      malformed("seal.unsupported-version", "unsupported"));

  Bytes payload = PayloadWith({});
  payload.push_back(0x00);
  Add("claims-trailing-byte", "A byte follows the claims.", SignPayload(payload),
      malformed("seal.trailing-bytes"));
  payload = PayloadWith({});
  payload[0] = 0xBF;
  payload.push_back(0xFF);
  Add("claims-indefinite-length", "The claims map has no stated length.", SignPayload(payload),
      malformed("seal.cbor-not-deterministic"));
  Add("claims-duplicate-key", "Claim 7 stands twice.", SignPayload(PayloadWith([](CborWriter& w) {
        w.Integer(7).ByteString(Person().document_id);
      })),
      malformed("seal.cbor-duplicate-key"));
  Add("claims-unsorted-key", "Claim 3 stands after claim 7.",
      SignPayload(PayloadWith([](CborWriter& w) { w.Integer(3).Text("x"); })),
      malformed("seal.cbor-not-deterministic"));
  payload = PayloadWith({});
  payload.insert(payload.begin() + 1, 0x18);  // key 4 as 18 04
  Add("claims-long-integer", "An integer is not in its shortest form.", SignPayload(payload),
      malformed("seal.cbor-not-deterministic"));
  Add("claims-not-a-map", "The payload is an empty array.", SignPayload({0x80}),
      malformed("seal.malformed-claims"));
  Add("claims-bad-cbor", "The payload is no CBOR item that we take (a float).",
      SignPayload({0xF9, 0x00, 0x00}), malformed("seal.malformed-cbor"));
  const auto named = [&](const std::string& name, const std::string& description,
                         const std::string& birth_name) {
    Attestation a = Person();
    a.holder.birth_name = birth_name;
    Add("claims-" + name, description, Sign(a, issuers_.es256), malformed("seal.malformed-claims"));
  };
  named("not-normalised", "The birth name has a combining accent (it is not in NFC).",
        "LEFE\u0300VRE");
  named("invisible-filler", "The birth name ends in a Hangul filler.", "LEFÈVRE\u3164");
  named("variation-selector", "The birth name holds a variation selector.", "LEFÈVRE\uFE0F");
  named("space-at-end", "The birth name ends in a no-break space.", "LEFÈVRE\u00A0");

  Attestation a = Person();
  a.holder.birth_date = "1984-5-1";
  Add("claims-bad-birth-date", "The signed birth date has no form that we know.",
      Sign(a, issuers_.es256), malformed("seal.malformed-claims"));
  a = Person();
  a.holder.nir = "284058832102533";
  Add("claims-bad-nir-key", "The signed NIR has a wrong key.", Sign(a, issuers_.es256),
      malformed("seal.malformed-claims"));

  a = Person();
  a.layout = 1;
  payload = Sign(a, issuers_.es256).parts.payload;  // ends in the layout
  payload.back() = 0x61;                            // a text of one character
  payload.push_back('1');
  Add("claims-bad-layout", "The number of the layout is a text.", SignPayload(payload),
      malformed("seal.malformed-claims"));
}

void Ad1Maker::AddBentEnvelopes() {
  const auto bent = [&](const std::string& name, const std::string& description,
                        const std::string& text, const std::string& reason,
                        const std::string& seal = "malformed") {
    AddPayload(name, description, Text(text),
               Unproven("undetermined", "not-checked", seal, {reason}));
  };
  const std::string good = TextOf(Sign(Person(), issuers_.es256));
  const Bytes cose = *codec::DecodeBase45(good.substr(4));
  const auto text_of = [](const Bytes& bytes) { return "AD1:" + codec::EncodeBase45(bytes); };

  bent("text-lower-case", "A character that Base45 does not have.",
       good.substr(0, 20) + "a" + good.substr(21), "seal.malformed-text");
  bent("text-empty", "The prefix alone.", "AD1:", "seal.truncated");
  bent("envelope-cut", "The last 30 bytes are missing.",
       text_of(Bytes(cose.begin(), cose.end() - 30)), "seal.truncated");
  Bytes longer = cose;
  longer.push_back(0);
  bent("envelope-trailing-byte", "A byte follows the envelope.", text_of(longer),
       "seal.trailing-bytes");
  bent("envelope-untagged", "COSE_Sign1 without its tag 18.",
       text_of(Bytes(cose.begin() + 1, cose.end())), "seal.malformed-cose");

  const Making making = Sign(Person(), issuers_.es256);
  const auto envelope = [&](ByteSpan header, const std::function<void(CborWriter&)>& unprotected) {
    CborWriter w;
    w.Tag(18).Array(4).ByteString(header);
    unprotected(w);
    return text_of(w.ByteString(making.parts.payload).ByteString(making.signature).TakeUnchecked());
  };
  const auto empty_map = [](CborWriter& w) { w.Map(0); };
  bent("envelope-unprotected-key-id", "The key id stands in the unprotected header too.",
       envelope(
           making.parts.protected_header,
           [&](CborWriter& w) { w.Map(1).Integer(4).ByteString(KeyIdOf(issuers_.es256).prefix); }),
       "seal.malformed-cose");
  bent("envelope-no-key-id", "The protected header has no key id.",
       envelope(CborWriter().Map(1).Integer(1).Integer(-7).Take(), empty_map),
       "seal.malformed-cose");
  bent("envelope-unsupported-algorithm", "The header states HS256.",
       envelope(CborWriter()
                    .Map(2)
                    .Integer(1)
                    .Integer(5)
                    .Integer(4)
                    .ByteString(KeyIdOf(issuers_.es256).prefix)
                    .Take(),
                empty_map),
       "seal.unsupported-algorithm", "unsupported");
}

}  // namespace

std::vector<Vector> MakeAd1Vectors(const Ad1Issuers& issuers) { return Ad1Maker(issuers).Make(); }

}  // namespace sceau::vectors
