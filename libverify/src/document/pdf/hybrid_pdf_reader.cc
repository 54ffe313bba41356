// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/hybrid_pdf_reader.h"

#include <utility>

#include "base/status.h"
#include "document/pdf/poppler/poppler_document.h"
#include "document/pdf/qpdf_pages.h"

namespace sceau::document {
namespace {

class HybridPdfReader : public Document {
 public:
  HybridPdfReader(ByteSpan bytes, const Limits& limits) : bytes_(bytes), limits_(limits) {
    pages_ = QpdfPages::Open(bytes_, limits_);
  }

  bool has_pages() const { return pages_ != nullptr; }
  int page_count() const override { return pages_->page_count(); }
  bool DrawsPages() const override { return true; }

  absl::StatusOr<PageImage> ReadPage(int index) override {
    SCEAU_ASSIGN_OR_RETURN(Document * drawn, Drawn(drawn_, limits_));
    return drawn->ReadPage(index);
  }
  absl::StatusOr<PageImage> ReadPageFiner(int index, const PageShare& share) override {
    Limits finer = limits_;
    finer.render_dpi = static_cast<int>(limits_.render_dpi * kFiner);
    SCEAU_ASSIGN_OR_RETURN(Document * drawn, Drawn(finer_, finer));
    return drawn->ReadPageFiner(index, share);
  }
  Showing ShowingOf(int index) override { return pages_->ShowingOf(index); }
  absl::StatusOr<std::optional<PageText>> ReadText(int index) override {
    return pages_->ReadText(index);
  }
  absl::StatusOr<std::unique_ptr<PageParts>> OpenParts(int index) override {
    auto parts = pages_->OpenParts(index);
    if (!CanDraw() && (parts == nullptr || !parts->understood())) return NeedsDrawing();
    return parts;
  }
  std::vector<Finding> FindBesidePages() override { return pages_->FindBesidePages(); }

 private:
  absl::StatusOr<Document*> Drawn(std::unique_ptr<Document>& document, const Limits& limits) {
    if (document != nullptr) return document.get();
    SCEAU_ASSIGN_OR_RETURN(std::unique_ptr<Document> opened,
                           OpenPopplerDocument(bytes_, limits, pages_->UserUnits()));
    if (opened->page_count() != page_count())
      return Refuse(Reason::kDocumentDamaged, "pdf page tree");
    document = std::move(opened);
    return document.get();
  }

  ByteSpan bytes_;
  Limits limits_;
  std::unique_ptr<QpdfPages> pages_;
  std::unique_ptr<Document> drawn_;
  std::unique_ptr<Document> finer_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<Document>> OpenHybridPdf(ByteSpan bytes, const Limits& limits) {
  auto document = std::make_unique<HybridPdfReader>(bytes, limits);
  if (!document->has_pages()) return OpenPopplerDocument(bytes, limits);
  return document;
}

}  // namespace sceau::document
