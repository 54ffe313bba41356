// SPDX-License-Identifier: Apache-2.0
// libheif, loaded when the first HEIC or AVIF picture comes. Linked, it brings libx265, libaom,
// libdav1d and libnuma into every process: 5 ms of start-up out of 12 (Debian 12), for a format
// that few documents have. It is also not required to be installed.
#ifndef SCEAU_DOCUMENT_IMAGE_HEIF_LIBRARY_H_
#define SCEAU_DOCUMENT_IMAGE_HEIF_LIBRARY_H_

#include <libheif/heif.h>

namespace sceau::document {

// The functions that we call, with the types of libheif's own header.
struct HeifLibrary {
#define SCEAU_HEIF_FUNCTIONS(X)                   \
  X(heif_context_alloc)                           \
  X(heif_context_free)                            \
  X(heif_context_get_image_handle)                \
  X(heif_context_get_list_of_top_level_image_IDs) \
  X(heif_context_get_number_of_top_level_images)  \
  X(heif_context_get_primary_image_ID)            \
  X(heif_context_read_from_memory_without_copy)   \
  X(heif_context_set_max_decoding_threads)        \
  X(heif_context_set_maximum_image_size_limit)    \
  X(heif_decode_image)                            \
  X(heif_decoding_options_alloc)                  \
  X(heif_decoding_options_free)                   \
  X(heif_image_get_bits_per_pixel_range)          \
  X(heif_image_get_colorspace)                    \
  X(heif_image_get_height)                        \
  X(heif_image_get_nclx_color_profile)            \
  X(heif_image_get_plane_readonly)                \
  X(heif_image_get_width)                         \
  X(heif_image_handle_get_color_profile_type)     \
  X(heif_image_handle_get_height)                 \
  X(heif_image_handle_get_luma_bits_per_pixel)    \
  X(heif_image_handle_get_nclx_color_profile)     \
  X(heif_image_handle_get_raw_color_profile)      \
  X(heif_image_handle_get_raw_color_profile_size) \
  X(heif_image_handle_get_width)                  \
  X(heif_image_handle_has_alpha_channel)          \
  X(heif_image_handle_release)                    \
  X(heif_image_release)                           \
  X(heif_nclx_color_profile_free)
#define SCEAU_HEIF_MEMBER(name) decltype(&::name) name = nullptr;
  SCEAU_HEIF_FUNCTIONS(SCEAU_HEIF_MEMBER)
#undef SCEAU_HEIF_MEMBER
};

// Null when this computer has no libheif, or one that lacks a function. Thread-safe; once loaded it
// stays.
const HeifLibrary* LoadHeif();

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_IMAGE_HEIF_LIBRARY_H_
