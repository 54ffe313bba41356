// SPDX-License-Identifier: Apache-2.0
#include <exception>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include "base/document_type.h"
#include "base/status.h"
#include "document/document.h"
#include "document/image/codecs.h"
#include "document/pdf/hybrid_pdf_reader.h"

namespace sceau::document {
namespace {

// The edge of the room: an exception of a library becomes a refusal.
template <typename Work>
auto Contain(Work work) -> decltype(work()) try {
  return work();
} catch (const std::bad_alloc&) {
  return Refuse(Reason::kDocumentOutOfMemory);
} catch (const std::exception&) {
  return Refuse(Reason::kDocumentDamaged, "the decoder gave up");
}

using Decode = absl::StatusOr<PageImage> (*)(ByteSpan, const Limits&);

class SinglePicture : public Document {
 public:
  SinglePicture(ByteSpan bytes, const Limits& limits, Decode decode)
      : bytes_(bytes), limits_(limits), decode_(decode) {}
  int page_count() const override { return 1; }
  absl::StatusOr<PageImage> ReadPage(int) override {
    auto page = decode_(bytes_, limits_);
    if (page.ok()) showing_ = page->showing;
    return page;
  }
  // Known once the page was read.
  Showing ShowingOf(int) override { return showing_; }

 protected:
  ByteSpan bytes_;
  Limits limits_;
  Showing showing_ = Showing::kAlike;

 private:
  Decode decode_;
};

class JpegPicture : public SinglePicture {
 public:
  JpegPicture(ByteSpan bytes, const Limits& limits) : SinglePicture(bytes, limits, DecodeJpeg) {}
  absl::StatusOr<std::optional<ReducedPage>> ReadReducedPage(int, int max_factor) override {
    auto page = DecodeReducedJpeg(bytes_, limits_, max_factor);
    if (page.ok() && *page) showing_ = (*page)->image.showing;
    return page;
  }
};

// Wraps every document: checks the page number and contains exceptions.
class ContainedDocument : public Document {
 public:
  explicit ContainedDocument(std::unique_ptr<Document> inner) : inner_(std::move(inner)) {}
  int page_count() const override { return inner_->page_count(); }
  bool DrawsPages() const override { return inner_->DrawsPages(); }
  absl::StatusOr<PageImage> ReadPage(int index) override {
    if (!HasPage(index)) return Refuse(Reason::kInternal, "page number");
    return Contain([&] { return inner_->ReadPage(index); });
  }
  absl::StatusOr<std::optional<ReducedPage>> ReadReducedPage(int index, int max_factor) override {
    if (!HasPage(index)) return Refuse(Reason::kInternal, "page number");
    return Contain([&] { return inner_->ReadReducedPage(index, max_factor); });
  }
  Showing ShowingOf(int index) override { return inner_->ShowingOf(index); }
  absl::StatusOr<std::optional<PageText>> ReadText(int index) override {
    if (!HasPage(index)) return Refuse(Reason::kInternal, "page number");
    return Contain([&] { return inner_->ReadText(index); });
  }
  absl::StatusOr<PageImage> ReadPageFiner(int index, const PageShare& share) override {
    if (!HasPage(index)) return Refuse(Reason::kInternal, "page number");
    return Contain([&] { return inner_->ReadPageFiner(index, share); });
  }
  absl::StatusOr<std::unique_ptr<PageParts>> OpenParts(int index) override {
    if (!HasPage(index)) return Refuse(Reason::kInternal, "page number");
    return Contain([&] { return inner_->OpenParts(index); });
  }
  std::vector<Finding> FindBesidePages() override { return inner_->FindBesidePages(); }

 private:
  bool HasPage(int index) const { return index >= 0 && index < page_count(); }

  std::unique_ptr<Document> inner_;
};

absl::StatusOr<std::unique_ptr<Document>> OpenByType(ByteSpan bytes, const Limits& limits) {
  const auto single = [&](Decode decode) -> std::unique_ptr<Document> {
    return std::make_unique<SinglePicture>(bytes, limits, decode);
  };
  switch (DetectType(bytes)) {
    case DocumentType::kPdf:
      return OpenHybridPdf(bytes, limits);
    case DocumentType::kJpeg:
      return std::make_unique<JpegPicture>(bytes, limits);
    case DocumentType::kPng:
      return single(DecodePng);
    case DocumentType::kTiff:
      return OpenTiff(bytes, limits);
    case DocumentType::kWebp:
      return single(DecodeWebp);
    case DocumentType::kHeif:
      return OpenHeif(bytes, limits);
    case DocumentType::kGif:
      return single(DecodeGif);
    case DocumentType::kBmp:
      return single(DecodeBmp);
    case DocumentType::kPnm:
      return single(DecodePnm);
    case DocumentType::kUnknown:
      break;
  }
  return Refuse(Reason::kDocumentUnknownType);
}

}  // namespace

absl::StatusOr<PageImage> Document::ReadPageFiner(int, const PageShare&) {
  return Refuse(Reason::kInternal, "pages have pixels");
}
absl::StatusOr<std::unique_ptr<PageParts>> Document::OpenParts(int) { return nullptr; }

absl::Status NeedsDrawing() { return absl::UnavailableError("the page has to be drawn"); }
bool IsNeedsDrawing(const absl::Status& status) { return absl::IsUnavailable(status); }

absl::StatusOr<std::unique_ptr<Document>> OpenDocument(ByteSpan bytes, const Limits& limits) {
  if (bytes.empty()) return Refuse(Reason::kDocumentEmpty);
  return Contain([&]() -> absl::StatusOr<std::unique_ptr<Document>> {
    SCEAU_ASSIGN_OR_RETURN(std::unique_ptr<Document> document, OpenByType(bytes, limits));
    return std::make_unique<ContainedDocument>(std::move(document));
  });
}

}  // namespace sceau::document
