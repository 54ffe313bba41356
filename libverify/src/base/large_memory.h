// SPDX-License-Identifier: Apache-2.0
// Memory for pages of pixels. The system hands new memory out in pieces of 4 KB, and on virtual
// machines each of them costs more than to fill it: where it has large pages, these are asked for.
#ifndef SCEAU_BASE_LARGE_MEMORY_H_
#define SCEAU_BASE_LARGE_MEMORY_H_

#include <cstddef>
#include <memory>
#include <utility>

#include "base/bytes.h"

namespace sceau {

// Asks for large pages where some lie within these bytes; nothing but the time it takes to use them
// changes.
void PreferLargePages(void* memory, std::size_t bytes);

// As Bytes::reserve().
void ReserveLarge(Bytes& bytes, std::size_t capacity);

// A large page and a half: what is smaller would waste as much as it holds.
inline constexpr std::size_t kLarge = std::size_t{3} << 20;
// Memory in whole large pages. Throws std::bad_alloc.
void* AllocateLarge(std::size_t bytes);
void FreeLarge(void* memory, std::size_t bytes);

// Leaves numbers as the memory has them: to set a page of them to zero first would cost as much as
// to fill it.
template <typename T>
struct UnsetAllocator : std::allocator<T> {
  template <typename Other>
  struct rebind {
    using other = UnsetAllocator<Other>;
  };
  T* allocate(std::size_t count) {
    return count * sizeof(T) >= kLarge ? static_cast<T*>(AllocateLarge(count * sizeof(T)))
                                       : std::allocator<T>::allocate(count);
  }
  void deallocate(T* memory, std::size_t count) {
    if (count * sizeof(T) >= kLarge)
      FreeLarge(memory, count * sizeof(T));
    else
      std::allocator<T>::deallocate(memory, count);
  }
  template <typename Other>
  void construct(Other* at) {
    ::new (static_cast<void*>(at)) Other;
  }
  template <typename Other, typename... Arguments>
  void construct(Other* at, Arguments&&... arguments) {
    ::new (static_cast<void*>(at)) Other(std::forward<Arguments>(arguments)...);
  }
};

}  // namespace sceau

#endif  // SCEAU_BASE_LARGE_MEMORY_H_
