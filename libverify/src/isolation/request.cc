// SPDX-License-Identifier: Apache-2.0
#include "isolation/request.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string_view>

#include "isolation/wire_bytes.h"

namespace sceau::isolation {
namespace {

constexpr std::string_view kVersion = SCEAU_VERSION;
constexpr std::size_t kVersionBytes = 16;
static_assert(kVersion.size() <= kVersionBytes);

// The limits that hold for reading, each once, so that writing and reading cannot disagree.
template <typename SomeLimits, typename Use>
constexpr void ForEachLimit(SomeLimits& limits, const Use& use) {
  use(limits.document_bytes);
  use(limits.pages);
  use(limits.page_pixels);
  use(limits.symbols);
  use(limits.words_per_page);
  use(limits.document_time);
  use(limits.search_time);
  use(limits.render_dpi);
  use(limits.pdf_content_bytes);
  use(limits.pdf_operators);
  use(limits.pdf_image_bytes);
  use(limits.colour_profile_bytes);
  use(limits.decode_memory);
  use(limits.decode_cpu);
  use(limits.decode_wall);
  use(limits.answer_bytes);
  use(limits.preview_pixels);
  use(limits.previews);
  use(limits.raster_bytes);
  use(limits.recognised_words);
  use(limits.recognised_word_bytes);
  use(limits.certificate_bytes);
  use(limits.etsi_list_bytes);
  use(limits.etsi_elements);
  use(limits.etsi_attributes);
  use(limits.etsi_depth);
  use(limits.etsi_text_bytes);
  use(limits.etsi_services);
  use(limits.etsi_periods);
  use(limits.etsi_identities);
}

// A number short would leave the helper to read its last limit out of nothing.
constexpr std::size_t BytesOfLimits() {
  const Limits limits;
  std::size_t count = 0;
  ForEachLimit(limits, [&](const auto&) { ++count; });
  return count * sizeof(std::uint64_t);
}
constexpr std::size_t kSettingsBytes = 3 + sizeof(std::uint32_t);
static_assert(kRequestBytes == kVersionBytes + kSettingsBytes + BytesOfLimits());

template <typename Number>
std::uint64_t ToWire(Number number) {
  return static_cast<std::uint64_t>(number);
}
template <typename Rep, typename Period>
std::uint64_t ToWire(std::chrono::duration<Rep, Period> time) {
  return static_cast<std::uint64_t>(time.count());
}

template <typename Number>
void FromWire(std::uint64_t wire, Number& number) {
  number = static_cast<Number>(wire);
}
template <typename Rep, typename Period>
void FromWire(std::uint64_t wire, std::chrono::duration<Rep, Period>& time) {
  time = std::chrono::duration<Rep, Period>(static_cast<Rep>(wire));
}

}  // namespace

Bytes WriteRequest(const Request& request) {
  Bytes bytes = ToBytes(AsBytes(kVersion));
  bytes.resize(kVersionBytes);
  bytes.push_back(request.settings.source == PageSource::kDrawing ? 1 : 0);
  bytes.push_back(request.settings.previews ? 1 : 0);
  bytes.push_back(static_cast<std::uint8_t>(request.settings.rasters));
  AppendNumber(bytes, static_cast<std::uint32_t>(request.settings.only_page));
  ForEachLimit(request.limits, [&](const auto& limit) { AppendNumber(bytes, ToWire(limit)); });
  return bytes;
}

std::optional<Request> ReadRequest(ByteSpan bytes) {
  if (bytes.size() != kRequestBytes) return std::nullopt;
  ByteReader from(bytes);
  Bytes version = ToBytes(AsBytes(kVersion));
  version.resize(kVersionBytes);
  if (!std::ranges::equal(*from.Take(kVersionBytes), version)) return std::nullopt;
  Request request;
  request.settings.source = *from.TakeByte() == 1 ? PageSource::kDrawing : PageSource::kParts;
  request.settings.previews = *from.TakeByte() == 1;
  const std::uint8_t rasters = *from.TakeByte();
  if (rasters > static_cast<std::uint8_t>(Rasters::kAll)) return std::nullopt;
  request.settings.rasters = static_cast<Rasters>(rasters);
  request.settings.only_page = static_cast<int>(*TakeNumber<std::uint32_t>(from));
  ForEachLimit(request.limits,
               [&](auto& limit) { FromWire(*TakeNumber<std::uint64_t>(from), limit); });
  return request;
}

}  // namespace sceau::isolation
