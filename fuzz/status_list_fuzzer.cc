// SPDX-License-Identifier: Apache-2.0
// Reads any bytes as a signed status list, as the claims of one that its issuer did sign, and as
// the file of an installed one.
#include <algorithm>
#include <array>
#include <limits>

#include "base/status.h"
#include "crypto/digest.h"
#include "fuzz_check.h"
#include "seal/cose/sign1.h"
#include "trust/status_list/status_list.h"
#include "trust/status_list/status_list_image.h"
#include "trust/status_list/status_list_writer.h"

namespace sceau::fuzz {
namespace {

using namespace trust;

// Small limits, so that a run also finds what lies beyond them.
Limits SmallLimits() {
  Limits limits;
  limits.status_entries = std::uint64_t{1} << 16;
  limits.status_withdrawals = 1 << 12;
  return limits;
}

// The same key and certificate in each run: seeds name them.
struct Issuer {
  crypto::PrivateKey key;
  crypto::Certificate certificate;
};
const Issuer& SomeIssuer() {
  static const Issuer issuer = [] {
    const Bytes seed(32, 7);
    const auto key = *crypto::PrivateKey::FromRaw(crypto::Algorithm::kEdDsa, seed);
    const crypto::PrivateKey::CertificateRequest request{
        .organisation = "Fuzz",
        .common_name = "Fuzz",
        .not_before = Instant(std::chrono::seconds(1'700'000'000)),
        .not_after = Instant(std::chrono::seconds(1'900'000'000)),
        .serial = Bytes{1}};
    return Issuer{key, *key.Certify(request, key.public_key(), std::nullopt)};
  }();
  return issuer;
}

void CheckRefusal(const absl::Status& status) {
  constexpr std::array kReasons = {
      Reason::kTrustStatusListMalformed, Reason::kTrustStatusListTooLarge,
      Reason::kTrustStatusListSignature, Reason::kTrustStatusListUnusable};
  Check(std::ranges::find(kReasons, ReasonOf(status)) != kReasons.end(),
        "a refusal has a trust.status-list-* reason");
}

void Look(const StatusListImage& image) {
  for (const std::uint64_t index : {std::uint64_t{0}, std::uint64_t{5}, std::uint64_t{70'000},
                                    std::numeric_limits<std::uint64_t>::max()}) {
    const StatusEntry entry = image.Lookup(index);
    Check(!entry.withdrawal || IsWithdrawn(entry.value), "only withdrawn entries have details");
    Check(!entry.withdrawal || entry.withdrawal->since.ok(), "a day that exists");
  }
}

void CheckInstalled(const VerifiedStatusList& list) {
  const Bytes bytes = WriteStatusListImage(list);
  const auto image = StatusListImage::Read(bytes);
  Check(image.ok(), "what is written is read");
  Check(image->header() == list.header(), "the header stays");
  Look(*image);
  const auto bits = static_cast<unsigned>(list.header().bits);
  for (std::uint64_t i = 0; i <= list.packed().size() * (8 / bits); ++i) {
    const StatusEntry entry = image->Lookup(i);
    Check(entry.value == StatusAt(list.packed(), list.header().bits, i), "every entry stays");
    Check(entry.withdrawal.has_value() == (list.details() && IsWithdrawn(entry.value)),
          "each withdrawn entry has its details");
  }
}

void TrySigned(ByteSpan payload) {
  const StatusListContent content{.issued = Instant(std::chrono::seconds(1'750'000'000)),
                                  .expires = Instant(std::chrono::seconds(1'760'000'000)),
                                  .size = 1};
  const Issuer& issuer = SomeIssuer();
  static const Bytes model = *SignStatusList(content, issuer.key, issuer.certificate, {});
  static const Bytes header = ToBytes(seal::cose::SplitSign1(model, 3)->protected_header.bytes);
  const Bytes signature = *issuer.key.Sign(seal::cose::SigStructure(header, payload));
  const auto parsed =
      ParseStatusList(seal::cose::JoinSign1(header, payload, signature), SmallLimits());
  Check(parsed.ok(), "the payload is not judged before the signature");
  const auto list = VerifiedStatusList::Verify(*parsed, issuer.certificate, SmallLimits());
  if (!list.ok()) return CheckRefusal(list.status());
  CheckInstalled(*list);
}

// With the digest in the header corrected, which no mutation would guess.
void TryImage(ByteSpan input) {
  constexpr std::size_t kDigestSize = 8;
  const std::size_t digest_at = AsText(input).starts_with("SCEAUSL1") ? 64 : 72;
  Bytes bytes = ToBytes(input);
  if (bytes.size() >= digest_at + kDigestSize) {
    const auto digest = crypto::Sha256(input.first(digest_at));
    std::copy_n(digest.begin(), kDigestSize,
                bytes.begin() + static_cast<std::ptrdiff_t>(digest_at));
  }
  const auto image = StatusListImage::Read(bytes);
  if (!image.ok()) return CheckRefusal(image.status());
  Look(*image);
}

}  // namespace
}  // namespace sceau::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sceau;
  const ByteSpan input(data, size);
  const auto parsed = trust::ParseStatusList(input, fuzz::SmallLimits());
  if (!parsed.ok()) {
    fuzz::CheckRefusal(parsed.status());
  } else {
    const auto list = trust::VerifiedStatusList::Verify(*parsed, fuzz::SomeIssuer().certificate,
                                                        fuzz::SmallLimits());
    if (!list.ok()) fuzz::CheckRefusal(list.status());
  }
  fuzz::TrySigned(input);
  fuzz::TryImage(input);
  return 0;
}
