// SPDX-License-Identifier: Apache-2.0
#include "trust/status_list/status_list_writer.h"

#include <algorithm>
#include <limits>
#include <string>

#include "base/status.h"
#include "codec/cbor.h"
#include "codec/zlib.h"
#include "seal/cose/sign1.h"
#include "trust/status_list/status_list_labels.h"

namespace sceau::trust {
namespace {

using codec::CborWriter;
using codec::DeflateKind;

constexpr unsigned kBits = 2;
constexpr unsigned kEntriesPerByte = 8 / kBits;

absl::Status CheckWithdrawals(const StatusListContent& content) {
  std::uint64_t least = 0;
  for (const Withdrawal& withdrawal : content.withdrawals) {
    if (withdrawal.index < least || withdrawal.index >= content.size) {
      return Refuse(Reason::kUsage, "status list: indices that do not ascend within the list");
    }
    least = withdrawal.index + 1;
    if (!IsWithdrawn(withdrawal.value)) {
      return Refuse(Reason::kUsage, "status list: a status that is not a withdrawal");
    }
    if (!content.with_details) continue;
    const int day = withdrawal.since.ok() ? DaysBetween(kFirstDay, withdrawal.since) : -1;
    if (day < 0 || day > std::numeric_limits<std::uint16_t>::max()) {
      return Refuse(Reason::kUsage, "status list: a day of withdrawal before 2020 or after 2199");
    }
  }
  return absl::OkStatus();
}

absl::Status CheckNotGiven(const StatusListContent& content) {
  if (!content.given_until) {
    if (content.not_given.empty()) return absl::OkStatus();
    return Refuse(Reason::kUsage, "status list: entries that were not given, and not until when");
  }
  if (*content.given_until < Instant{} || *content.given_until > content.issued) {
    return Refuse(Reason::kUsage, "status list: knows what was given after it was issued");
  }
  std::uint64_t least = 0;
  auto withdrawal = content.withdrawals.begin();
  for (const EntryRange& range : content.not_given) {
    if (range.count == 0 || range.first < least || range.first >= content.size ||
        range.count > content.size - range.first) {
      return Refuse(Reason::kUsage, "status list: ranges that do not ascend within the list");
    }
    least = range.first + range.count;
    while (withdrawal != content.withdrawals.end() && withdrawal->index < range.first) ++withdrawal;
    if (withdrawal != content.withdrawals.end() && withdrawal->index < least) {
      return Refuse(Reason::kUsage, "status list: a withdrawal of what was not given");
    }
  }
  return absl::OkStatus();
}

absl::Status CheckContent(const StatusListContent& content, const Limits& limits) {
  if (content.size == 0) return Refuse(Reason::kUsage, "status list: no entries");
  if (content.issued < Instant{} || content.expires <= content.issued ||
      content.expires >= Instant(std::chrono::seconds(kYear3000))) {
    return Refuse(Reason::kUsage, "status list: dates");
  }
  if (content.size > limits.status_entries) {
    return Refuse(Reason::kTrustStatusListTooLarge, "entries");
  }
  if (content.with_details && content.withdrawals.size() > limits.status_withdrawals) {
    return Refuse(Reason::kTrustStatusListTooLarge, "number of withdrawals with details");
  }
  SCEAU_RETURN_IF_ERROR(CheckWithdrawals(content));
  return CheckNotGiven(content);
}

// Whole bytes at once: there may be a hundred million.
void PackNotGiven(std::uint64_t first, std::uint64_t end, Bytes& packed) {
  constexpr unsigned kNotGiven = 3;
  while (first < end) {
    std::uint8_t& byte = packed[static_cast<std::size_t>(first / kEntriesPerByte)];
    if (first % kEntriesPerByte == 0 && end - first >= kEntriesPerByte) {
      const auto whole = static_cast<std::size_t>((end - first) / kEntriesPerByte);
      std::fill_n(&byte, whole, std::uint8_t{0xFF});
      first += whole * kEntriesPerByte;
    } else {
      const auto shift = static_cast<unsigned>(first % kEntriesPerByte) * kBits;
      byte = static_cast<std::uint8_t>(byte | kNotGiven << shift);
      ++first;
    }
  }
}

Bytes Pack(const StatusListContent& content) {
  Bytes packed(static_cast<std::size_t>((content.size + kEntriesPerByte - 1) / kEntriesPerByte));
  for (const Withdrawal& withdrawal : content.withdrawals) {
    const unsigned value = withdrawal.value == StatusValue::kSuspended ? 2 : 1;
    const auto shift = static_cast<unsigned>(withdrawal.index % kEntriesPerByte) * kBits;
    std::uint8_t& byte = packed[static_cast<std::size_t>(withdrawal.index / kEntriesPerByte)];
    byte = static_cast<std::uint8_t>(byte | value << shift);
  }
  for (const EntryRange& range : content.not_given)
    PackNotGiven(range.first, range.first + range.count, packed);
  if (content.given_until) PackNotGiven(content.size, packed.size() * kEntriesPerByte, packed);
  return packed;
}

Bytes Details(std::span<const Withdrawal> withdrawals) {
  Bytes low;
  Bytes high;
  Bytes reasons;
  for (const Withdrawal& withdrawal : withdrawals) {
    const int day = DaysBetween(kFirstDay, withdrawal.since);
    low.push_back(static_cast<std::uint8_t>(day & 0xFF));
    high.push_back(static_cast<std::uint8_t>(day >> 8));
    reasons.push_back(static_cast<std::uint8_t>(withdrawal.reason));
  }
  return CborWriter().Array(3).ByteString(low).ByteString(high).ByteString(reasons).Take();
}

absl::StatusOr<Bytes> PayloadOf(const StatusListContent& content,
                                const seal::CertificateHash& key) {
  SCEAU_ASSIGN_OR_RETURN(const Bytes list, codec::Deflate(Pack(content), DeflateKind::kSparse));
  const auto seconds = [](Instant instant) { return instant.time_since_epoch().count(); };
  CborWriter writer;
  writer.Map(4U + (content.with_details ? 1U : 0U) + (content.given_until ? 1U : 0U));
  writer.Integer(kClaimSubject).Text(StatusListSubject(key, content.number));
  writer.Integer(kClaimExpires).Integer(seconds(content.expires));
  writer.Integer(kClaimIssuedAt).Integer(seconds(content.issued));
  writer.Integer(kClaimStatusList).Map(2);
  writer.Text(kKeyList).ByteString(list).Text(kKeyBits).Unsigned(kBits);
  if (content.with_details) {
    SCEAU_ASSIGN_OR_RETURN(const Bytes details,
                           codec::Deflate(Details(content.withdrawals), DeflateKind::kNoise));
    writer.Integer(kClaimDetails).ByteString(details);
  }
  if (content.given_until) {
    writer.Integer(kClaimGivenUntil).Integer(seconds(*content.given_until));
  }
  return writer.Take();
}

Bytes ProtectedHeader(crypto::Algorithm algorithm, const seal::CertificateHash& key) {
  return CborWriter()
      .Map(3)
      .Integer(kHeaderAlgorithm)
      .Integer(LabelOf(algorithm))
      .Integer(kHeaderKeyId)
      .ByteString(key.prefix)
      .Integer(kHeaderType)
      .Text(kStatusListType)
      .Take();
}

}  // namespace

absl::StatusOr<Bytes> SignStatusList(const StatusListContent& content,
                                     const crypto::PrivateKey& key,
                                     const crypto::Certificate& certificate, const Limits& limits) {
  SCEAU_RETURN_IF_ERROR(CheckContent(content, limits));
  if (!key.Matches(certificate)) return Refuse(Reason::kKeyCertificateMismatch);
  if (content.issued < certificate.not_before() || certificate.not_after() < content.issued) {
    return Refuse(Reason::kKeyCertificateOutOfDate);
  }
  seal::CertificateHash key_id;
  std::copy_n(certificate.sha256().begin(), key_id.prefix.size(), key_id.prefix.begin());
  const Bytes header = ProtectedHeader(key.algorithm(), key_id);
  SCEAU_ASSIGN_OR_RETURN(const Bytes payload, PayloadOf(content, key_id));
  SCEAU_ASSIGN_OR_RETURN(const Bytes signature,
                         key.Sign(seal::cose::SigStructure(header, payload)));
  Bytes cwt = seal::cose::JoinSign1(header, payload, signature);
  if (cwt.size() > limits.status_list_bytes) {
    return Refuse(Reason::kTrustStatusListTooLarge, "signed list");
  }
  return cwt;
}

}  // namespace sceau::trust
