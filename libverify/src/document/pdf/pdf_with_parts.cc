// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/pdf_with_parts.h"

#include <utility>

#include "base/status.h"
#include "document/pdf/fast_pdf.h"
#include "document/pdf/pdf_document.h"

namespace sceau::document {
namespace {

class PdfWithParts : public Document {
 public:
  PdfWithParts(ByteSpan bytes, const Limits& limits) : bytes_(bytes), limits_(limits) {
    fast_ = FastPdf::Open(bytes_, limits_);
  }

  bool is_fast() const { return fast_ != nullptr; }
  int page_count() const override { return fast_->page_count(); }

  absl::StatusOr<PageImage> ReadPage(int index) override {
    SCEAU_ASSIGN_OR_RETURN(Document * drawn, Drawn(drawn_, limits_));
    return drawn->ReadPage(index);
  }
  absl::StatusOr<PageImage> ReadPageFiner(int index) override {
    Limits finer = limits_;
    finer.render_dpi = static_cast<int>(limits_.render_dpi * kFiner);
    SCEAU_ASSIGN_OR_RETURN(Document * drawn, Drawn(finer_, finer));
    return drawn->ReadPage(index);
  }
  absl::StatusOr<PageText> ReadText(int index) override {
    if (auto text = fast_->ReadText(index)) return *std::move(text);
    SCEAU_ASSIGN_OR_RETURN(Document * drawn, Drawn(drawn_, limits_));
    return drawn->ReadText(index);
  }
  absl::StatusOr<std::optional<PageText>> ReadSeenText(int index) override {
    return fast_->ReadText(index);
  }
  absl::StatusOr<std::unique_ptr<PageParts>> OpenParts(int index) override {
    return fast_->OpenParts(index);
  }
  std::vector<Finding> FindBesidePages() override { return fast_->FindBesidePages(); }

 private:
  absl::StatusOr<Document*> Drawn(std::unique_ptr<Document>& document, const Limits& limits) {
    if (document != nullptr) return document.get();
    SCEAU_ASSIGN_OR_RETURN(std::unique_ptr<Document> opened, OpenPdf(bytes_, limits));
    if (opened->page_count() != page_count())
      return Refuse(Reason::kDocumentDamaged, "pdf page tree");
    document = std::move(opened);
    return document.get();
  }

  ByteSpan bytes_;
  Limits limits_;
  std::unique_ptr<FastPdf> fast_;
  std::unique_ptr<Document> drawn_;
  std::unique_ptr<Document> finer_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<Document>> OpenPdfWithParts(ByteSpan bytes, const Limits& limits) {
  auto document = std::make_unique<PdfWithParts>(bytes, limits);
  if (!document->is_fast()) return OpenPdf(bytes, limits);
  return document;
}

}  // namespace sceau::document
