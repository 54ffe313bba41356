// SPDX-License-Identifier: Apache-2.0
#include "crypto/state_curve_key.h"

#include <openssl/objects.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "crypto/ecdsa.h"
#include "crypto/known_answers.h"
#include "crypto/state_curve_key_handle.h"

namespace sceau::crypto {
namespace {

struct StateCurveRow {
  int nid;
  StateCurve curve;
  std::size_t bytes;  // of a number below the group's order
};

constexpr StateCurveRow kStateCurves[] = {
    {NID_secp224r1, StateCurve::kP224, 28},
    {NID_brainpoolP224r1, StateCurve::kBrainpoolP224, 28},
    {NID_brainpoolP256r1, StateCurve::kBrainpoolP256, 32},
    {NID_brainpoolP384r1, StateCurve::kBrainpoolP384, 48},
};

}  // namespace

bool IsAbleToVerifyStateCurves() {
  return std::ranges::all_of(kStateCurves, [](const StateCurveRow& row) {
    return IsAbleToVerify(KnownAnswerOf(row.curve));
  });
}

std::optional<StateCurveKey> StateCurveKey::Handle::FromPublicKey(EvpPkeyPtr key) {
  const ErrorScope errors;
  if (!key) return std::nullopt;
  const auto* row = std::ranges::find(kStateCurves, CurveOf(key.get()), &StateCurveRow::nid);
  if (row == std::end(kStateCurves)) return std::nullopt;
  auto handle = std::make_shared<Handle>();
  handle->key = std::move(key);
  handle->order = GroupOrder(handle->key.get(), row->bytes);
  if (handle->order.empty() || !IsSoundEcKey(handle->key.get())) return std::nullopt;
  return StateCurveKey(row->curve, std::move(handle));
}

StateCurveKey::StateCurveKey(StateCurve curve, std::shared_ptr<const Handle> handle)
    : curve_(curve), handle_(std::move(handle)) {}

absl::StatusOr<SignatureCheck> StateCurveKey::Verify(ByteSpan message, ByteSpan signature) const {
  const KnownAnswer known = KnownAnswerOf(curve_);
  return VerifyRawEcdsa(
      {.key = handle_->key.get(), .order = handle_->order, .digest = known.digest, .known = known},
      message, signature);
}

}  // namespace sceau::crypto
