// SPDX-License-Identifier: Apache-2.0
// claims -> checks -> seal -> signature -> symbol -> page, read back before it is released
#include <algorithm>

#include "attestation/claims_json.h"
#include "barcode/write.h"
#include "base/status.h"
#include "crypto/digest.h"
#include "isolation/reader.h"
#include "issue/issuer_key.h"
#include "issue/layout.h"
#include "sceau/issue.h"
#include "seal/ad1/encode.h"

namespace sceau {
namespace {

using crypto::Algorithm;
using seal::StatedAlgorithm;

constexpr int kPngPixelsPerModule = 8;

StatedAlgorithm Stated(Algorithm algorithm) {
  switch (algorithm) {
    case Algorithm::kEs256:
      return StatedAlgorithm::kEs256;
    case Algorithm::kEs384:
      return StatedAlgorithm::kEs384;
    case Algorithm::kEdDsa:
      return StatedAlgorithm::kEdDsa;
  }
  return StatedAlgorithm::kEs256;
}

absl::Status ChooseStatus(const IssueOptions& options, Attestation& attestation) {
  const int choices = int{options.no_status} + int{options.status.has_value()} +
                      int{attestation.status.has_value()};
  if (choices != 1)
    return Refuse(Reason::kUsage, "exactly one of a status reference and no status must be chosen");
  if (options.status) attestation.status = options.status;
  return absl::OkStatus();
}

absl::StatusOr<Attestation> Prepare(std::string_view claims_json, const IssueOptions& options) {
  SCEAU_ASSIGN_OR_RETURN(Attestation attestation,
                         attestation::ParseClaims(claims_json, options.limits));
  SCEAU_RETURN_IF_ERROR(ChooseStatus(options, attestation));
  if (!options.allow_long_validity)
    SCEAU_RETURN_IF_ERROR(attestation::CheckValidityLength(attestation));

  attestation.issued_at =
      options.now ? options.now()
                  : std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const crypto::Certificate& certificate = options.issuer->certificate;
  if (attestation.issued_at < certificate.not_before() ||
      attestation.issued_at > certificate.not_after()) {
    return Refuse(Reason::kKeyCertificateOutOfDate);
  }
  if (attestation.valid_until < ParisDay(attestation.issued_at)) {
    return Refuse(Reason::kClaimsBadPeriod, "/valid_until: before the day of issue");
  }
  if (options.random) {
    options.random(attestation.document_id);
  } else {
    SCEAU_RETURN_IF_ERROR(crypto::FillRandom(attestation.document_id));
  }
  SCEAU_RETURN_IF_ERROR(attestation::Check(attestation));
  return attestation;
}

absl::StatusOr<std::string> Seal(const Attestation& attestation,
                                 const issue::IssuerIdentity& issuer) {
  seal::CertificateHash key;
  std::copy_n(issuer.certificate.sha256().begin(), key.prefix.size(), key.prefix.begin());
  const seal::ad1::Unsigned unsigned_seal =
      seal::ad1::Encode(attestation, Stated(issuer.key.algorithm()), key);
  SCEAU_ASSIGN_OR_RETURN(const Bytes signature, issuer.key.Sign(unsigned_seal.to_be_signed));
  const auto check = issuer.key.public_key().Verify(unsigned_seal.to_be_signed, signature);
  if (!check.ok() || *check != crypto::SignatureCheck::kVerified) {
    return Refuse(Reason::kInternal, "the signature just made does not verify");
  }
  return seal::ad1::Assemble(unsigned_seal, signature);
}

// The page that leaves must give back its own seal when it is read as a verifier reads it.
absl::Status ReadBack(const std::string& pdf, const std::string& seal_text, const Limits& limits) {
  const auto read = isolation::MakeInProcessReader()->Read(AsBytes(pdf), limits);
  if (!read.ok())
    return Refuse(Reason::kIssueReadBack, std::string(ReasonCode(ReasonOf(read.status()))));
  if (read->content.pages.size() != 1 || !read->problems.empty())
    return Refuse(Reason::kIssueReadBack, "pages");
  const std::vector<Symbol>& symbols = read->content.pages.front().symbols;
  if (symbols.size() != 1 || AsText(symbols.front().payload) != seal_text) {
    return Refuse(Reason::kIssueReadBack, "the code on the page is not the seal");
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<IssuedAttestation> IssueAttestation(std::string_view claims_json,
                                                   const IssueOptions& options) {
  if (!options.issuer) return Refuse(Reason::kKeyMissing, "no issuer key given");
  IssuedAttestation issued;
  SCEAU_ASSIGN_OR_RETURN(issued.attestation, Prepare(claims_json, options));
  issued.document_id = FormatDocumentId(issued.attestation.document_id);
  SCEAU_ASSIGN_OR_RETURN(issued.seal_text, Seal(issued.attestation, *options.issuer));
  SCEAU_ASSIGN_OR_RETURN(const barcode::Modules code,
                         barcode::WriteSymbol(Symbology::kQrCode, AsBytes(issued.seal_text)));
  SCEAU_ASSIGN_OR_RETURN(issued.pdf, issue::DrawAttestationPdf(issued.attestation, code));
  SCEAU_RETURN_IF_ERROR(ReadBack(issued.pdf, issued.seal_text, options.limits));
  SCEAU_ASSIGN_OR_RETURN(issued.png,
                         issue::DrawCodePng(code, Symbology::kQrCode, kPngPixelsPerModule));
  issued.svg = issue::DrawCodeSvg(code, Symbology::kQrCode);
  return issued;
}

}  // namespace sceau
