// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <utility>

#include "base/status.h"
#include "base/text.h"
#include "isolation/list_answer_kind.h"
#include "isolation/trusted_list.h"
#include "isolation/wire_bytes.h"
#include "isolation/wire_finding.h"

namespace sceau::isolation {
namespace {

absl::Status NotOurs(const char* what) {
  return Refuse(Reason::kTrustEtsiReaderStopped, std::string("answer: ") + what);
}

// The years that a date of a list can have, 0000 to 9999.
constexpr Instant kFirst = std::chrono::sys_days(std::chrono::year(0) / 1 / 1);
constexpr Instant kBeyond = std::chrono::sys_days(std::chrono::year(10'000) / 1 / 1);

// Reads one answer; each method reads one piece, and refuses it when it is cut or out of bounds.
class ListAnswerReading {
 public:
  ListAnswerReading(ByteSpan bytes, const Limits& limits) : from_(bytes), limits_(limits) {}

  absl::StatusOr<TrustedList> Run() {
    const auto kind = from_.TakeByte();
    if (!kind) return NotOurs("cut");
    if (*kind == static_cast<std::uint8_t>(ListAnswerKind::kRefusal)) return ReadRefusal();
    if (*kind != static_cast<std::uint8_t>(ListAnswerKind::kList)) return NotOurs("kind");
    SCEAU_ASSIGN_OR_RETURN(TrustedList list, ReadScheme());
    SCEAU_ASSIGN_OR_RETURN(const int services, ReadCount(limits_.etsi_services, "services"));
    for (int i = 0; i < services; ++i) {
      SCEAU_ASSIGN_OR_RETURN(TrustService service, ReadService());
      list.services.push_back(std::move(service));
    }
    if (!from_.empty()) return NotOurs("bytes after the end");
    return list;
  }

 private:
  absl::Status ReadRefusal() {
    auto finding = TakeFinding(from_, kListReasons);
    if (!finding || !from_.empty()) return NotOurs("reason");
    return Refuse(finding->reason, finding->detail);
  }

  absl::StatusOr<int> ReadCount(int most, const char* what) {
    const auto count = TakeNumber<std::uint32_t>(from_);
    if (!count || std::cmp_greater(*count, most)) return NotOurs(what);
    return static_cast<int>(*count);
  }

  absl::StatusOr<std::string> ReadText() {
    const auto bytes = TakeBytes(from_, limits_.etsi_text_bytes);
    if (!bytes || bytes->empty()) return NotOurs("text");
    const auto characters = DecodeUtf8(AsText(*bytes));
    if (!characters || std::ranges::any_of(*characters, IsUnsafeInText)) return NotOurs("text");
    return std::string(AsText(*bytes));
  }

  absl::StatusOr<Instant> ReadInstant() {
    const auto seconds = TakeNumber<std::uint64_t>(from_);
    if (!seconds) return NotOurs("date");
    const Instant instant(std::chrono::seconds(static_cast<std::int64_t>(*seconds)));
    if (instant < kFirst || instant >= kBeyond) return NotOurs("date");
    return instant;
  }

  absl::StatusOr<TrustedList> ReadScheme() {
    TrustedList list;
    SCEAU_ASSIGN_OR_RETURN(list.scheme_operator, ReadText());
    SCEAU_ASSIGN_OR_RETURN(list.territory, ReadText());
    const auto number = TakeNumber<std::uint64_t>(from_);
    if (!number) return NotOurs("sequence number");
    list.sequence_number = *number;
    SCEAU_ASSIGN_OR_RETURN(list.issued, ReadInstant());
    const auto has_next = from_.TakeByte();
    if (!has_next || *has_next > 1) return NotOurs("next update");
    if (*has_next == 1) {
      SCEAU_ASSIGN_OR_RETURN(list.next_update, ReadInstant());
    }
    return list;
  }

  absl::Status ReadPeriods(std::vector<StatusPeriod>& periods) {
    const int most = std::max(1, limits_.etsi_periods);
    SCEAU_ASSIGN_OR_RETURN(const int count, ReadCount(most, "periods of a service"));
    if (count == 0) return NotOurs("periods of a service");
    for (int i = 0; i < count; ++i) {
      SCEAU_ASSIGN_OR_RETURN(std::string status, ReadText());
      SCEAU_ASSIGN_OR_RETURN(const Instant from, ReadInstant());
      if (i > 0 && from > periods.back().from) return NotOurs("order of periods");
      periods.push_back({std::move(status), from});
    }
    return absl::OkStatus();
  }

  absl::StatusOr<TrustService> ReadService() {
    TrustService service;
    SCEAU_ASSIGN_OR_RETURN(service.provider, ReadText());
    SCEAU_ASSIGN_OR_RETURN(service.name, ReadText());
    SCEAU_ASSIGN_OR_RETURN(service.type, ReadText());
    SCEAU_RETURN_IF_ERROR(ReadPeriods(service.periods));
    SCEAU_ASSIGN_OR_RETURN(const int count,
                           ReadCount(limits_.etsi_identities, "certificates of a service"));
    for (int i = 0; i < count; ++i) {
      const auto certificate = TakeBytes(from_, limits_.certificate_bytes);
      if (!certificate) return NotOurs("certificate");
      service.certificates.push_back(ToBytes(*certificate));
    }
    return service;
  }

  ByteReader from_;
  const Limits& limits_;
};

}  // namespace

absl::StatusOr<TrustedList> ReadListAnswer(ByteSpan bytes, const Limits& limits) {
  if (bytes.size() > MostListAnswerBytes(limits)) return NotOurs("length");
  return ListAnswerReading(bytes, limits).Run();
}

}  // namespace sceau::isolation
