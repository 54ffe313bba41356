// SPDX-License-Identifier: Apache-2.0
#include "two_d_doc_vectors.h"

#include "codec/base32.h"
#include "crypto/private_key.h"
#include "fmt/format.h"

namespace sceau::vectors {
namespace {

constexpr char kGs = '\x1D';
constexpr char kRs = '\x1E';
constexpr char kUs = '\x1F';

std::string HexDay(std::string_view iso) {
  const int days = DaysBetween(*ParseIsoDate("2000-01-01"), *ParseIsoDate(iso));
  return fmt::format("{:04X}", days);
}

struct Header {
  std::string version = "04";
  std::string certificate = "0001";
  std::string issued = HexDay("2026-11-01");
  std::string signed_on = HexDay("2026-11-02");
  std::string type = "01";
};

std::string ToText(const Header& h) {
  std::string text = "DC" + h.version + "FR99" + h.certificate + h.issued + h.signed_on + h.type;
  if (h.version >= "03") text += "01";
  if (h.version >= "04") text += "FR";
  return text;
}

// An invoice for a person who does not exist.
std::string Invoice() {
  return std::string("10MME/FICTION/ZOE") + kGs + "22" + "12 RUE DES EXEMPLES" + kGs + "2499999" +
         "25VILLEFICTIVE" + kGs + "26FR";
}

Bytes BytesOf(const std::string& text) { return ToBytes(AsBytes(text)); }

class TwoDDocMaker {
 public:
  explicit TwoDDocMaker(const TwoDDocIssuers& issuers) : issuers_(issuers) {}

  std::vector<Vector> Make() {
    AddAccepted();
    AddDates();
    AddBent();
    return std::move(vectors_);
  }

 private:
  std::string Seal(const std::string& content, const Issuer& issuer) const {
    return content + kUs + codec::EncodeBase32(*issuer.key.Sign(AsBytes(content)));
  }
  static std::string SealByBytes(const std::string& content, const Issuer& issuer) {
    return content + std::string(AsText(*issuer.key.Sign(AsBytes(content))));
  }
  std::string Good(const Header& header = {}) const {
    return Seal(ToText(header) + Invoice(), issuers_.p256);
  }

  Vector& Add(std::string name, std::string description, const std::string& payload,
              Expected expected) {
    Vector& vector = vectors_.emplace_back();
    vector.name = std::move(name);
    vector.description = std::move(description);
    vector.format = "2d-doc";
    vector.payload = BytesOf(payload);
    vector.trust = "two-d-doc";
    vector.policy = "insurer";
    vector.expected = std::move(expected);
    return vector;
  }

  static Expected Paper(std::vector<std::string> notes = {}) {
    notes.insert(notes.end(), {"status.not-offered", "rights.not-applicable", "freshness.undated"});
    return {.rights = "not-applicable", .reasons = std::move(notes)};
  }

  void AddAccepted();
  void AddDates();
  void AddBent();

  const TwoDDocIssuers& issuers_;
  std::vector<Vector> vectors_;
};

void TwoDDocMaker::AddAccepted() {
  for (const std::string version : {"02", "03", "04"}) {
    Vector& vector = Add("accept-version-" + version, "An invoice in version " + version + ".",
                         Good({.version = version}), Paper());
    vector.claims = {{"ca_id", "FR99"},
                     {"certificate_id", "0001"},
                     {"type", "01"},
                     {"issue_date", "2026-11-01"},
                     {"signature_date", "2026-11-02"},
                     {"fields",
                      {{"10", "MME/FICTION/ZOE"},
                       {"22", "12 RUE DES EXEMPLES"},
                       {"24", "99999"},
                       {"25", "VILLEFICTIVE"},
                       {"26", "FR"}}}};
    vector.claims["perimeter"] = version >= "03" ? Json("01") : Json(nullptr);
    vector.claims["country"] = version >= "04" ? Json("FR") : Json(nullptr);
  }
  Vector& oldest =
      Add("accept-version-01", "An invoice in version 01, whose signature is bytes.",
          SealByBytes(ToText({.version = "01"}) + Invoice() + kGs, issuers_.p256), Paper());
  oldest.claims = {{"version", "01"}, {"type", "01"}, {"signature_date", "2026-11-02"}};
  Add("accept-p384", "Signed with a P-384 key, so with SHA-384.",
      Seal(ToText({.certificate = "0384"}) + Invoice(), issuers_.p384), Paper());
  Add("accept-annex", "An annex follows the signature; nobody signed it.",
      Good() + kGs + "10M/ANNEXE/NON" + kGs, Paper({"seal.unsigned-annex"}));
  Add("accept-truncated-value", "The issuer cut a value and says so with RS.",
      Seal(ToText({}) + "10MME/FICTION/ZOE" + kRs + "26FR", issuers_.p256), Paper());
  Add("accept-empty-field", "A field without a value.",
      Seal(ToText({}) + "10" + kGs + "26FR", issuers_.p256), Paper());
  Add("accept-unknown-field", "Identifier ZZ stands in no table; it is kept.",
      Seal(ToText({}) + "ZZFROM THE FUTURE" + kGs + "26FR", issuers_.p256),
      Paper({"seal.unknown-field"}));
  const std::string longest(38, 'N');
  Vector& greatest = Add("accept-greatest-length",
                         "A value of the greatest length, which needs no separator, then another.",
                         Seal(ToText({}) + "10" + longest + "26FR", issuers_.p256), Paper());
  greatest.claims = {{"fields", {{"10", longest}, {"26", "FR"}}}};
  for (const Issuer* issuer : {&issuers_.shared_one, &issuers_.shared_two}) {
    const std::string name = issuer == &issuers_.shared_one ? "first" : "second";
    Add("accept-shared-key-id-" + name,
        "Two trusted certificates bear FR99/0002; the " + name + " one signed.",
        Seal(ToText({.certificate = "0002"}) + Invoice(), *issuer), Paper({"seal.key-id-shared"}));
  }
  const std::string accents = ToText({}) +
                              "10MME/L\u00C9"
                              "FICTIF/ZO\u00C9" +
                              kGs + "26FR";
  std::string converted = Seal(accents, issuers_.p256);
  for (std::size_t at = converted.find("\u00C9"); at != converted.npos;
       at = converted.find("\u00C9"))
    converted.replace(at, 2, "\xC9");
  Vector& encoded = Add("accept-encoding-converted",
                        "UTF-8 was signed, and the code holds Latin-1.", converted, Paper());
  encoded.expected.reasons.push_back("scanner.text-encoding");
  Vector& counter =
      Add("rights-not-applicable",
          "A genuine invoice proves no right: undetermined at the counter.", Good(), Paper());
  counter.policy = "counter";
  counter.expected.verdict = "undetermined";
}

void TwoDDocMaker::AddDates() {
  Vector& undated = Add("accept-undated", "Neither date is stated, and the key is still valid.",
                        Good({.issued = "FFFF", .signed_on = "FFFF"}), Paper());
  undated.policy = "counter";
  undated.expected.verdict = "undetermined";
  Vector& late =
      Add("signing-date-unknown", "The signing date is not stated and the key has expired since.",
          Good({.issued = "FFFF", .signed_on = "FFFF"}),
          {.verdict = "undetermined",
           .seal = "issuer-unknown",
           .rights = "not-applicable",
           .reasons = {"seal.signing-date-unknown", "status.not-offered", "rights.not-applicable",
                       "freshness.undated"}});
  late.policy = "counter";
  late.now = "2028-02-01T10:00:00Z";
  late.date_of_care = "2028-02-01";
  Add("issue-date-unknown", "No issue date, while the reader has a maximum age.",
      Good({.issued = "FFFF"}),
      {.verdict = "undetermined",
       .rights = "not-run",
       .reasons = {"status.not-offered", "rights.issue-date-unknown", "freshness.undated"}});
  Vector& early = Add("signed-before-key", "Signed on the day before the key's first.",
                      Good({.issued = HexDay("2025-12-31"), .signed_on = HexDay("2025-12-31")}),
                      {.verdict = "invalid",
                       .seal = "issuer-not-allowed",
                       .rights = "not-applicable",
                       .reasons = {"seal.signed-before-key", "status.not-offered",
                                   "rights.not-applicable", "freshness.undated"}});
  early.policy = "counter";  // the insurer has a maximum age
  Add("issued-after-signed", "Issued two days after it was signed.",
      Good({.issued = HexDay("2026-11-04")}),
      {.verdict = "invalid",
       .seal = "issuer-not-allowed",
       .rights = "not-applicable",
       .reasons = {"seal.issued-after-signed", "status.not-offered", "rights.not-applicable",
                   "freshness.undated"}});
  Add("accept-issued-next-day", "Issued on the day after, as between midnight in Paris and in UTC.",
      Good({.issued = HexDay("2026-11-03")}), Paper());
  Add("test-issuer", "The certificate calls itself a test; its dates do not matter.",
      Seal(ToText({.certificate = "0009", .signed_on = HexDay("2025-01-01")}) + Invoice(),
           issuers_.test),
      {.verdict = "undetermined",
       .seal = "test-issuer",
       .rights = "not-applicable",
       .reasons = {"seal.test-issuer", "status.not-offered", "rights.not-applicable",
                   "freshness.undated"}});
  Vector& first =
      Add("accept-first-day-of-key", "Signed on the key's first day.",
          Good({.issued = HexDay("2026-01-01"), .signed_on = HexDay("2026-01-01")}), Paper());
  first.policy = "counter";
  first.expected.verdict = "undetermined";
}

void TwoDDocMaker::AddBent() {
  const auto not_checked = [](const std::string& reason, const std::string& seal) {
    return Unproven("undetermined", "not-checked", seal, {reason});
  };
  const auto mismatch = [](const std::string& reason) {
    return Unproven("invalid", "mismatch", "altered", {reason});
  };
  const std::string good = Good();
  std::string bent = good;
  bent[30] = 'X';
  Add("signature-field-changed", "One character of a field is changed.", bent,
      mismatch("seal.signature-mismatch"));
  bent = good;
  bent[20] = '9';
  Add("signature-type-changed", "The document type is changed.", bent,
      mismatch("seal.signature-mismatch"));
  Bytes short_signature = *issuers_.p256.key.Sign(AsBytes(ToText({}) + Invoice()));
  short_signature.pop_back();
  Add("signature-short", "The signature lacks its last byte.",
      ToText({}) + Invoice() + kUs + codec::EncodeBase32(short_signature),
      mismatch("seal.signature-length"));
  bent = good;
  bent.replace(4, 4, "FR98");
  Add("issuer-unknown", "No certificate of authority FR98 is trusted.", bent,
      not_checked("seal.issuer-unknown", "issuer-unknown"));
  bent = good;
  bent[bent.size() - 50] = '1';
  Add("text-not-base32", "A character of the signature is not Base32.", bent,
      not_checked("seal.malformed-text", "malformed"));
  Add("cut-before-signature", "The text ends in the middle of the header.", good.substr(0, 15),
      not_checked("seal.truncated", "malformed"));
  bent.clear();
  for (char c : good) {
    if (c != kGs && c != kRs && c != kUs) bent.push_back(c);
  }
  Add("separators-lost", "A scanner dropped every control character.", bent,
      not_checked("seal.separators-lost", "malformed"));
  bent = good;
  bent.replace(12, 4, "1G5D");
  Add("header-bad-date", "The issue date is not hexadecimal.", bent,
      not_checked("seal.malformed-header", "malformed"));
  Add("version-01", "Version 01 exists, and is not read.", "DC01" + good.substr(4),
      not_checked("seal.unsupported-version", "unsupported"));
  bent = SealByBytes(ToText({.version = "01"}) + Invoice() + kGs, issuers_.p256);
  bent[30] = 'X';
  Add("signature-bytes-changed", "One character of a field of version 01 is changed.", bent,
      mismatch("seal.signature-mismatch"));
  Add("trailing-text", "Version 03 has no annex.", Good({.version = "03"}) + kGs + "10M/X" + kGs,
      not_checked("seal.trailing-bytes", "malformed"));
  const auto bad_field = [&](const std::string& name, const std::string& description,
                             const std::string& fields) {
    Add(name, description, Seal(ToText({}) + fields, issuers_.p256),
        Unproven("undetermined", "verified", "malformed", {"seal.malformed-field"}));
  };
  bad_field("field-repeated", "Identifier 26 stands twice.", "26FR26FR");
  bad_field("field-cut", "The last field of fixed length ends too early.", "2499");
}

}  // namespace

std::vector<Vector> MakeTwoDDocVectors(const TwoDDocIssuers& issuers) {
  return TwoDDocMaker(issuers).Make();
}

}  // namespace sceau::vectors
