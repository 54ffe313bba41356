// SPDX-License-Identifier: Apache-2.0
// Spec: ISO 32000-2, 7.4.7; ITU-T T.88.

// jbig2.h needs these before it and does not include them.
// clang-format off
#include <cstddef>
#include <cstdint>
#include <jbig2.h>
#undef inline  // which it leaves defined as nothing
// clang-format on

#include <cstdlib>
#include <memory>

#include "base/status.h"
#include "document/image/pixels.h"
#include "document/pdf/image_codecs.h"
#include "document/pdf/streams.h"

namespace sceau::document {
namespace {

// jbig2dec allocates what its input asks for.
struct BoundedAllocator {
  Jbig2Allocator functions{Allocate, Free, Reallocate};  // first: jbig2dec hands it back
  std::size_t left;

  explicit BoundedAllocator(std::size_t bytes) : left(bytes) {}

  static void* Allocate(Jbig2Allocator* self, std::size_t size) {
    return Reallocate(self, nullptr, size);
  }
  static void Free(Jbig2Allocator*, void* block) { std::free(block); }
  // What is given back is not counted: the bound is on all that was ever asked for.
  static void* Reallocate(Jbig2Allocator* self, void* block, std::size_t size) {
    auto* bounded = reinterpret_cast<BoundedAllocator*>(self);
    if (size > bounded->left) return nullptr;
    bounded->left -= size;
    return std::realloc(block, size);
  }
};

struct FreeContext {
  void operator()(Jbig2Ctx* context) const { jbig2_ctx_free(context); }
};
struct FreeGlobals {
  void operator()(Jbig2GlobalCtx* globals) const { jbig2_global_ctx_free(globals); }
};
using Context = std::unique_ptr<Jbig2Ctx, FreeContext>;

void KeepQuiet(void*, const char*, Jbig2Severity, std::uint32_t) {}

absl::Status Damaged() { return Refuse(Reason::kDocumentDamaged, "pdf jbig2"); }

}  // namespace

absl::StatusOr<PageImage> DecodeJbig2(ByteSpan bytes, QPDFObjectHandle parms,
                                      const Limits& limits) {
  // Two bitmaps of the page, a bit a pixel, and dictionaries of symbols.
  constexpr std::size_t kDictionaries = std::size_t{64} << 20;
  BoundedAllocator allocator(kDictionaries + static_cast<std::size_t>(limits.page_pixels) / 4);
  const auto open = [&](Jbig2GlobalCtx* globals) {
    return Context(
        jbig2_ctx_new(&allocator.functions, JBIG2_OPTIONS_EMBEDDED, globals, KeepQuiet, nullptr));
  };
  std::unique_ptr<Jbig2GlobalCtx, FreeGlobals> globals;
  QPDFObjectHandle stream =
      parms.isDictionary() ? parms.getKey("/JBIG2Globals") : QPDFObjectHandle::newNull();
  if (stream.isStream()) {
    SCEAU_ASSIGN_OR_RETURN(const Bytes data, ReadStream(stream, limits.pdf_image_bytes));
    Context context = open(nullptr);
    if (context == nullptr || jbig2_data_in(context.get(), data.data(), data.size()) != 0)
      return Damaged();
    globals.reset(jbig2_make_global_ctx(context.release()));
  }
  const Context context = open(globals.get());
  if (context == nullptr || jbig2_data_in(context.get(), bytes.data(), bytes.size()) != 0 ||
      jbig2_complete_page(context.get()) != 0)
    return Damaged();
  Jbig2Image* drawn = jbig2_page_out(context.get());
  if (drawn == nullptr) return Damaged();
  const auto release = [&](Jbig2Image* page) { jbig2_release_page(context.get(), page); };
  const std::unique_ptr<Jbig2Image, decltype(release)> held(drawn, release);
  SCEAU_ASSIGN_OR_RETURN(PageImage image, NewPage(drawn->width, drawn->height, limits));
  for (int y = 0; y < image.height; ++y) {
    const std::uint8_t* row = drawn->data + static_cast<std::size_t>(y) * drawn->stride;
    std::uint8_t* to = RowOf(image, y);
    // In JBIG2 1 is black, in PDF 0.
    for (int x = 0; x < image.width; ++x) to[x] = (row[x / 8] >> (7 - x % 8) & 1) == 0 ? 1 : 0;
  }
  return image;
}

}  // namespace sceau::document
