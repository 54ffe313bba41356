// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/poppler/poppler_document.h"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "base/status.h"
#include "document/image/pixels.h"
#include "document/pdf/page_scale.h"

namespace sceau::document {
namespace {

// Poppler writes what it thinks of a file to standard error.
void SilencePoppler() {
  static std::once_flag once;
  std::call_once(
      once, [] { poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr); });
}

// Poppler draws the whole page for a place that is -1.
poppler::image DrawShare(const poppler::page_renderer& renderer, const poppler::page& page,
                         double dpi, const PageShare& share) {
  if (share.left <= 0 && share.top <= 0 && share.right >= 1 && share.bottom >= 1)
    return renderer.render_page(&page, dpi, dpi);
  double width = page.page_rect().width() * dpi / kPointsPerInch;
  double height = page.page_rect().height() * dpi / kPointsPerInch;
  if (page.orientation() == poppler::page::landscape ||
      page.orientation() == poppler::page::seascape)
    std::swap(width, height);
  const auto first = [](double at) { return static_cast<int>(std::floor(std::max(0.0, at))); };
  const int left = first(share.left * width);
  const int top = first(share.top * height);
  return renderer.render_page(&page, dpi, dpi, left, top,
                              std::max(1, static_cast<int>(share.right * width) - left),
                              std::max(1, static_cast<int>(share.bottom * height) - top));
}

class PopplerDocument : public Document {
 public:
  PopplerDocument(std::unique_ptr<poppler::document> pdf, const Limits& limits,
                  std::vector<double> user_units)
      : pdf_(std::move(pdf)), limits_(limits), user_units_(std::move(user_units)) {}

  int page_count() const override { return pdf_->pages(); }
  bool DrawsPages() const override { return true; }
  // The file could not be read by its rules: Poppler has repaired it.
  Showing ShowingOf(int /*index*/) override { return Showing::kUnchecked; }
  absl::StatusOr<PageImage> ReadPage(int index) override { return Draw(index, {}); }
  // At the resolution of the limits, which says how much finer that is.
  absl::StatusOr<PageImage> ReadPageFiner(int index, const PageShare& share) override {
    return Draw(index, share);
  }
  std::vector<Finding> FindBesidePages() override;

 private:
  using PagePointer = std::unique_ptr<poppler::page>;
  absl::StatusOr<PagePointer> GetPage(int index) const;
  double UserUnitOf(int index) const {
    const auto at = static_cast<std::size_t>(index);
    return at < user_units_.size() ? user_units_[at] : 1;
  }
  absl::StatusOr<PageImage> Draw(int index, const PageShare& share) const;

  std::unique_ptr<poppler::document> pdf_;
  Limits limits_;
  std::vector<double> user_units_;
};

absl::StatusOr<PopplerDocument::PagePointer> PopplerDocument::GetPage(int index) const {
  PagePointer page(pdf_->create_page(index));
  if (page == nullptr) return Refuse(Reason::kDocumentDamaged, "pdf page");
  const poppler::rectf box = page->page_rect();
  if (!(box.width() > 0 && box.height() > 0 && std::isfinite(box.width() * box.height())))
    return Refuse(Reason::kDocumentDamaged, "pdf page size");
  return page;
}

absl::StatusOr<PageImage> PopplerDocument::Draw(int index, const PageShare& share) const {
  SCEAU_ASSIGN_OR_RETURN(const PagePointer page, GetPage(index));
  const poppler::rectf box = page->page_rect();
  const double unit = UserUnitOf(index);
  const double dpi = DpiOf(box.width() * unit, box.height() * unit, limits_) * unit;
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_gray8);
  // Smooth edges of drawn modules: at 200 dpi, codes with modules of 0.3 mm or less or on a slant
  // are read where they are not read without. Text is drawn rough, which saves a quarter of the
  // time.
  renderer.set_render_hints(poppler::page_renderer::antialiasing);
  const poppler::image drawn = DrawShare(renderer, *page, dpi, share);
  if (!drawn.is_valid() || drawn.format() != poppler::image::format_gray8)
    return Refuse(Reason::kDocumentDamaged, "pdf page");
  SCEAU_ASSIGN_OR_RETURN(PageImage image, NewPage(drawn.width(), drawn.height(), limits_));
  const char* row = drawn.const_data();
  for (int y = 0; y < image.height; ++y, row += drawn.bytes_per_row())
    std::memcpy(RowOf(image, y), row, static_cast<std::size_t>(image.width));
  return image;
}

// Only the reader over qpdf finds forms.
std::vector<Finding> PopplerDocument::FindBesidePages() {
  if (!pdf_->has_embedded_files()) return {};
  return {{Reason::kDocumentAttachments, ""}};
}

}  // namespace

bool CanDraw() { return true; }

absl::StatusOr<std::unique_ptr<Document>> OpenPopplerDocument(
    ByteSpan bytes, const Limits& limits, const std::vector<double>& user_units) {
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
    return Refuse(Reason::kDocumentTooLarge);
  SilencePoppler();
  // Tries the empty password by itself.
  std::unique_ptr<poppler::document> pdf(
      poppler::document::load_from_raw_data(AsText(bytes).data(), static_cast<int>(bytes.size())));
  if (pdf == nullptr) return Refuse(Reason::kDocumentDamaged, "pdf structure");
  if (pdf->is_locked()) return Refuse(Reason::kDocumentEncrypted);
  if (pdf->pages() <= 0) return Refuse(Reason::kDocumentDamaged, "pdf without a page");
  if (pdf->pages() > limits.pages) return Refuse(Reason::kDocumentTooManyPages, "pdf pages");
  return std::make_unique<PopplerDocument>(std::move(pdf), limits, user_units);
}

}  // namespace sceau::document
