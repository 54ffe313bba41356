// SPDX-License-Identifier: Apache-2.0
#include <cstdint>

#include "base/status.h"
#include "isolation/list_answer_kind.h"
#include "isolation/trusted_list.h"
#include "isolation/wire_bytes.h"
#include "isolation/wire_finding.h"

namespace sceau::isolation {
namespace {

void AppendText(Bytes& to, const std::string& text) { AppendBytes(to, AsBytes(text)); }

void AppendCount(Bytes& to, std::size_t count) {
  AppendNumber(to, static_cast<std::uint32_t>(count));
}

void AppendInstant(Bytes& to, Instant instant) {
  AppendNumber(to, static_cast<std::uint64_t>(instant.time_since_epoch().count()));
}

void AppendService(Bytes& to, const TrustService& service) {
  AppendText(to, service.provider);
  AppendText(to, service.name);
  AppendText(to, service.type);
  AppendCount(to, service.periods.size());
  for (const StatusPeriod& period : service.periods) {
    AppendText(to, period.status);
    AppendInstant(to, period.from);
  }
  AppendCount(to, service.certificates.size());
  for (const Bytes& certificate : service.certificates) AppendBytes(to, certificate);
}

}  // namespace

Bytes WriteListJob(const ListJob& job) {
  Bytes bytes;
  bytes.reserve(sizeof(std::uint32_t) + job.signer.size() + job.list.size());
  AppendBytes(bytes, job.signer);
  bytes.insert(bytes.end(), job.list.begin(), job.list.end());
  return bytes;
}

std::optional<ListJob> ReadListJob(ByteSpan bytes) {
  ByteReader from(bytes);
  const auto signer = TakeBytes(from, bytes.size());
  if (!signer) return std::nullopt;
  return ListJob{*signer, bytes.subspan(from.offset())};
}

Bytes WriteListAnswer(const absl::StatusOr<TrustedList>& read) {
  Bytes bytes;
  if (!read.ok()) {
    bytes.push_back(static_cast<std::uint8_t>(ListAnswerKind::kRefusal));
    AppendFinding(bytes, {ReasonOf(read.status()), DetailOf(read.status())});
    return bytes;
  }
  bytes.push_back(static_cast<std::uint8_t>(ListAnswerKind::kList));
  AppendText(bytes, read->scheme_operator);
  AppendText(bytes, read->territory);
  AppendNumber(bytes, read->sequence_number);
  AppendInstant(bytes, read->issued);
  bytes.push_back(read->next_update ? 1 : 0);
  if (read->next_update) AppendInstant(bytes, *read->next_update);
  AppendCount(bytes, read->services.size());
  for (const TrustService& service : read->services) AppendService(bytes, service);
  return bytes;
}

std::size_t MostListAnswerBytes(const Limits& limits) { return 2 * limits.etsi_list_bytes; }

}  // namespace sceau::isolation
