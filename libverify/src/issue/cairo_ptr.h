// SPDX-License-Identifier: Apache-2.0
// Owners of Cairo's and GLib's objects.
#ifndef SCEAU_ISSUE_CAIRO_PTR_H_
#define SCEAU_ISSUE_CAIRO_PTR_H_

#include <cairo.h>
#include <pango/pangocairo.h>

#include <exception>
#include <memory>
#include <string>

namespace sceau::issue {

struct CairoDeleter {
  void operator()(cairo_t* context) const { cairo_destroy(context); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
  void operator()(PangoLayout* layout) const { g_object_unref(layout); }
  void operator()(PangoLayoutIter* iterator) const { pango_layout_iter_free(iterator); }
  void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
  void operator()(PangoAttrList* attributes) const { pango_attr_list_unref(attributes); }
};

using CairoPtr = std::unique_ptr<cairo_t, CairoDeleter>;
using SurfacePtr = std::unique_ptr<cairo_surface_t, CairoDeleter>;
using FontOptionsPtr = std::unique_ptr<cairo_font_options_t, CairoDeleter>;
using LayoutPtr = std::unique_ptr<PangoLayout, CairoDeleter>;
using LayoutIterPtr = std::unique_ptr<PangoLayoutIter, CairoDeleter>;
using FontDescriptionPtr = std::unique_ptr<PangoFontDescription, CairoDeleter>;
using AttributesPtr = std::unique_ptr<PangoAttrList, CairoDeleter>;

// Appends what Cairo writes to the std::string that `closure` points to. No exception may cross C.
inline cairo_status_t AppendToString(void* closure, const unsigned char* data,
                                     unsigned int length) noexcept {
  try {
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
  } catch (const std::exception&) {
    return CAIRO_STATUS_NO_MEMORY;
  }
}

}  // namespace sceau::issue

#endif  // SCEAU_ISSUE_CAIRO_PTR_H_
