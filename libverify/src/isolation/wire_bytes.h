// SPDX-License-Identifier: Apache-2.0
// Numbers and texts as they pass between the library and its helper: little-endian, texts after
// their length.
#ifndef SCEAU_ISOLATION_WIRE_BYTES_H_
#define SCEAU_ISOLATION_WIRE_BYTES_H_

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "base/byte_reader.h"
#include "base/bytes.h"

namespace sceau::isolation {

template <std::unsigned_integral Number>
void AppendNumber(Bytes& to, Number number) {
  for (std::size_t i = 0; i < sizeof(Number); ++i)
    to.push_back(static_cast<std::uint8_t>(number >> (8 * i)));
}

inline void AppendReal(Bytes& to, double real) {
  AppendNumber(to, std::bit_cast<std::uint64_t>(real));
}

inline void AppendBytes(Bytes& to, ByteSpan bytes) {
  AppendNumber(to, static_cast<std::uint32_t>(bytes.size()));
  to.insert(to.end(), bytes.begin(), bytes.end());
}

template <std::unsigned_integral Number>
std::optional<Number> TakeNumber(ByteReader& from) {
  const auto bytes = from.Take(sizeof(Number));
  if (!bytes) return std::nullopt;
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < sizeof(Number); ++i) number |= std::uint64_t{(*bytes)[i]} << (8 * i);
  return static_cast<Number>(number);
}

inline std::optional<double> TakeReal(ByteReader& from) {
  const auto bits = TakeNumber<std::uint64_t>(from);
  return bits ? std::optional(std::bit_cast<double>(*bits)) : std::nullopt;
}

inline std::optional<ByteSpan> TakeBytes(ByteReader& from, std::size_t most) {
  const auto length = TakeNumber<std::uint32_t>(from);
  if (!length || *length > most) return std::nullopt;
  return from.Take(*length);
}

}  // namespace sceau::isolation

#endif  // SCEAU_ISOLATION_WIRE_BYTES_H_
