// SPDX-License-Identifier: Apache-2.0
// Bytes in a memory file that nobody can change or cut any more, to be handed to another process.
#ifndef SCEAU_ISOLATION_SEALED_MEMORY_H_
#define SCEAU_ISOLATION_SEALED_MEMORY_H_

#include <cstddef>
#include <optional>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "base/descriptor.h"

namespace sceau::isolation {

// Refuses document.out-of-memory.
absl::StatusOr<Descriptor> SealedMemory(ByteSpan bytes);

// The content of one, in place. Not copyable; the descriptor may be closed meanwhile.
class MappedMemory {
 public:
  // Nothing when it is not sealed: whoever holds it could cut it while it is read.
  static std::optional<MappedMemory> Map(int descriptor);
  MappedMemory(MappedMemory&& other) noexcept;
  MappedMemory& operator=(MappedMemory&&) = delete;
  ~MappedMemory();

  ByteSpan bytes() const { return {data_, size_}; }

 private:
  MappedMemory(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}
  const std::uint8_t* data_;
  std::size_t size_;
};

}  // namespace sceau::isolation

#endif  // SCEAU_ISOLATION_SEALED_MEMORY_H_
