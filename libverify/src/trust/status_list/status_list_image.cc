// SPDX-License-Identifier: Apache-2.0
#include "trust/status_list/status_list_image.h"

#include <algorithm>
#include <string_view>

#include "base/status.h"
#include "crypto/digest.h"
#include "trust/status_list/status_list_labels.h"

namespace sceau::trust {
namespace {

constexpr std::string_view kMagic = "SCEAUSL2";
constexpr std::string_view kOlderMagic = "SCEAUSL1";
constexpr std::size_t kGivenUntilAt = 64;
constexpr std::size_t kOlderDigestAt = kGivenUntilAt;
constexpr std::size_t kDigestAt = kGivenUntilAt + 8;
constexpr std::size_t kDigestSize = 8;
constexpr std::size_t kHeaderSize = kDigestAt + kDigestSize;
constexpr std::size_t kWidths = 4 + 2 + 1;  // of an index, a day and a reason

absl::Status Unusable(const char* detail) {
  return Refuse(Reason::kTrustStatusListUnusable, detail);
}

void Append(Bytes& out, std::uint64_t number, std::size_t width) {
  for (std::size_t i = 0; i < width; ++i) out.push_back(static_cast<std::uint8_t>(number >> 8 * i));
}

std::uint64_t NumberAt(ByteSpan bytes, std::size_t offset, std::size_t width) {
  std::uint64_t number = 0;
  for (std::size_t i = width; i-- > 0;) number = number << 8 | bytes[offset + i];
  return number;
}

std::uint64_t Seconds(Instant instant) {
  return static_cast<std::uint64_t>(instant.time_since_epoch().count());
}

// A cause that a later release names is still a withdrawal.
WithdrawalReason ReasonFrom(std::uint8_t number) {
  return number <= static_cast<std::uint8_t>(WithdrawalReason::kFraud)
             ? static_cast<WithdrawalReason>(number)
             : WithdrawalReason::kOther;
}

// Where the digest stands that ends the header.
absl::StatusOr<std::size_t> DigestOffset(ByteSpan bytes) {
  if (bytes.size() < kMagic.size()) return Unusable("shorter than its header");
  const std::string_view magic = AsText(bytes).substr(0, kMagic.size());
  if (magic != kMagic && magic != kOlderMagic) return Unusable("no installed status list");
  const std::size_t digest_at = magic == kMagic ? kDigestAt : kOlderDigestAt;
  if (bytes.size() < digest_at + kDigestSize) return Unusable("shorter than its header");
  return digest_at;
}

absl::Status ReadGivenUntil(ByteSpan bytes, StatusListHeader& header) {
  const std::uint64_t given = NumberAt(bytes, kGivenUntilAt, 8);
  if (given == 0) return absl::OkStatus();
  if (given - 1 > Seconds(header.issued) || header.bits != 2) return Unusable("given until");
  header.given_until = Instant(std::chrono::seconds(given - 1));
  return absl::OkStatus();
}

absl::StatusOr<StatusListHeader> ReadHeader(ByteSpan bytes, std::size_t digest_at) {
  const auto digest = crypto::Sha256(bytes.first(digest_at));
  if (!std::equal(digest.begin(), digest.begin() + kDigestSize,
                  bytes.begin() + static_cast<std::ptrdiff_t>(digest_at))) {
    return Unusable("damaged header");
  }
  StatusListHeader header;
  const std::uint64_t bits = NumberAt(bytes, 8, 8);
  if (bits != 1 && bits != 2) return Unusable("bits per entry");
  header.bits = static_cast<int>(bits);
  std::ranges::copy(bytes.subspan(16, header.key.prefix.size()), header.key.prefix.begin());
  header.number = NumberAt(bytes, 24, 8);
  const std::uint64_t issued = NumberAt(bytes, 32, 8);
  const std::uint64_t expires = NumberAt(bytes, 40, 8);
  if (expires <= issued || expires >= kYear3000) return Unusable("dates");
  header.issued = Instant(std::chrono::seconds(issued));
  header.expires = Instant(std::chrono::seconds(expires));
  if (digest_at == kDigestAt) SCEAU_RETURN_IF_ERROR(ReadGivenUntil(bytes, header));
  return header;
}

}  // namespace

Bytes WriteStatusListImage(const VerifiedStatusList& list) {
  const WithdrawalDetails none;
  const WithdrawalDetails& details = list.details() ? *list.details() : none;
  Bytes out;
  out.reserve(kHeaderSize + list.packed().size() + details.indices.size() * kWidths);
  std::ranges::copy(AsBytes(kMagic), std::back_inserter(out));
  Append(out, static_cast<std::uint64_t>(list.header().bits), 8);
  std::ranges::copy(list.header().key.prefix, std::back_inserter(out));
  Append(out, list.header().number, 8);
  Append(out, Seconds(list.header().issued), 8);
  Append(out, Seconds(list.header().expires), 8);
  Append(out, list.packed().size(), 8);
  Append(out, details.indices.size(), 8);
  Append(out, list.header().given_until ? Seconds(*list.header().given_until) + 1 : 0, 8);
  const auto digest = crypto::Sha256(out);
  out.insert(out.end(), digest.begin(), digest.begin() + kDigestSize);
  out.insert(out.end(), list.packed().begin(), list.packed().end());
  for (const std::uint32_t index : details.indices) Append(out, index, 4);
  for (const std::uint16_t day : details.days) Append(out, day, 2);
  out.insert(out.end(), details.reasons.begin(), details.reasons.end());
  return out;
}

absl::StatusOr<StatusListImage> StatusListImage::Read(ByteSpan bytes) {
  StatusListImage image;
  SCEAU_ASSIGN_OR_RETURN(const std::size_t digest_at, DigestOffset(bytes));
  SCEAU_ASSIGN_OR_RETURN(image.header_, ReadHeader(bytes, digest_at));
  const std::uint64_t packed = NumberAt(bytes, 48, 8);
  const std::uint64_t count = NumberAt(bytes, 56, 8);
  ByteSpan rest = bytes.subspan(digest_at + kDigestSize);
  // Divided, not multiplied: no count can overflow.
  if (packed > rest.size() || (rest.size() - packed) % kWidths != 0 ||
      (rest.size() - packed) / kWidths != count) {
    return Unusable("its size is not what its header says");
  }
  const auto take = [&rest](std::uint64_t size) {
    const ByteSpan taken = rest.first(static_cast<std::size_t>(size));
    rest = rest.subspan(taken.size());
    return taken;
  };
  image.packed_ = take(packed);
  image.indices_ = take(4 * count);
  image.days_ = take(2 * count);
  image.reasons_ = rest;
  return image;
}

StatusEntry StatusListImage::Lookup(std::uint64_t index) const {
  StatusEntry status{.value = StatusAt(packed_, header_.bits, index), .withdrawal = std::nullopt};
  if (IsWithdrawn(status.value)) status.withdrawal = FindDetails(index, status.value);
  return status;
}

std::optional<Withdrawal> StatusListImage::FindDetails(std::uint64_t index,
                                                       StatusValue value) const {
  std::size_t first = 0;
  for (std::size_t count = reasons_.size(); count > 0;) {
    const std::size_t half = count / 2;
    if (NumberAt(indices_, 4 * (first + half), 4) < index) {
      first += half + 1;
      count -= half + 1;
    } else {
      count = half;
    }
  }
  if (first == reasons_.size() || NumberAt(indices_, 4 * first, 4) != index) return std::nullopt;
  return Withdrawal{.index = index,
                    .value = value,
                    .since = AddDays(kFirstDay, static_cast<int>(NumberAt(days_, 2 * first, 2))),
                    .reason = ReasonFrom(reasons_[first])};
}

}  // namespace sceau::trust
