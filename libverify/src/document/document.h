// SPDX-License-Identifier: Apache-2.0
// Bytes of a document -> pages, one at a time: pixels, and the words of a PDF's text layer.
#ifndef SCEAU_DOCUMENT_DOCUMENT_H_
#define SCEAU_DOCUMENT_DOCUMENT_H_

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "base/page.h"
#include "sceau/limits.h"

namespace sceau::document {

// What ReadPageFiner() enlarges by.
inline constexpr double kFiner = 1.5;

// For ReadReducedPage(): whatever factor suits a search.
inline constexpr int kAnyFactor = 1 << 16;
// A picture may hold other words than the text of a page does: where pictures take more of the page
// than this, its text is not all that it prints. A code and a logo take less.
inline constexpr double kMaxPictures = 0.2;

// What one page gives besides its pixels.
struct PageText {
  TextSource source = TextSource::kNone;
  std::vector<Word> words;
  bool letters_are_proven = false;  // Page::letters_are_proven
  // Around all that is painted beside words, rules and plain areas. Nothing where there is nothing.
  std::optional<sceau::Box> drawings{};
};

// A page decoded at a fraction of its size: a pixel at (x, y) of the image is one at (x, y) *
// factor of the page.
struct ReducedPage {
  PageImage image;
  int factor = 1;
  int width = 0;  // of the page
  int height = 0;
};

// A rectangle of a page, as shares of its sides from the top left.
struct PageShare {
  double left = 0;
  double top = 0;
  double right = 1;
  double bottom = 1;
};

// A picture that a page is made of, with pixels as the file has them or drawn at a whole number of
// pixels for each module.
struct PagePart {
  PageImage image;
  // Where the image's corners lie on the page, from its top left on, clockwise in the image.
  Corners outline{};
  bool drawn = false;  // from shapes, by this program: sharp and straight
  // From shapes that may be modules and are not squares: a code in them may stay unread.
  bool is_open = false;
  int zoom = 1;  // pixels of the image along a side of one that the file has

  Point OnPage(Point at) const {
    const double x = at.x / image.width;
    const double y = at.y / image.height;
    return {outline[0].x + x * (outline[1].x - outline[0].x) + y * (outline[3].x - outline[0].x),
            outline[0].y + x * (outline[1].y - outline[0].y) + y * (outline[3].y - outline[0].y)};
  }
};

// What a page is made of, without drawing it. The document must outlive it. Points are those of the
// page that ReadPage() would give.
class PageParts {
 public:
  virtual ~PageParts() = default;
  virtual int width() const = 0;
  virtual int height() const = 0;
  // True when the page cannot show a code outside of its parts.
  virtual bool understood() const = 0;
  virtual std::size_t count() const = 0;
  // Parts of one document with the same name have the same picture. Empty when only reading the
  // part shows what it is.
  virtual std::string NameOf(std::size_t /*part*/) const { return {}; }
  virtual absl::StatusOr<PagePart> Read(std::size_t part) = 0;
  // Of a picture: how many of its pixels lie along one of the page's.
  virtual double DensityOf(std::size_t /*part*/) const { return 1; }
  // Whether a person who looks at the page sees nothing but that part, which has been read, and
  // white paper.
  virtual bool IsAllThatIsSeen(std::size_t /*part*/) const { return false; }
  // Whether what lies under the part, which has been read, may be seen within it.
  virtual bool ShowsItsGround(std::size_t /*part*/) const { return false; }
  // Whether pictures take so much of the page that its print may be in them, as in a scan.
  virtual bool IsOfPictures() const { return false; }
  // Of a symbol that was found in that part. kUnsure when only a drawing of the page can decide.
  virtual Sight SightOf(std::size_t part, const Corners& on_page) const = 0;
};

// An open document. Not thread-safe. The bytes given to OpenDocument must outlive it.
class Document {
 public:
  virtual ~Document() = default;
  virtual int page_count() const = 0;
  // Whether pages are drawn from what a file says of them: a PDF, not a picture.
  virtual bool DrawsPages() const { return false; }
  // `index` from 0. Upright as a viewer shows it (EXIF orientation and /Rotate applied).
  // Refuses document.damaged, document.too-many-pixels.
  virtual absl::StatusOr<PageImage> ReadPage(int index) = 0;
  // The page reduced by a factor of two to `max_factor`, when it is so large that this mostly
  // suffices for a search and saves time; otherwise nothing. Refuses as ReadPage().
  virtual absl::StatusOr<std::optional<ReducedPage>> ReadReducedPage(int /*index*/,
                                                                     int /*max_factor*/) {
    return std::nullopt;
  }
  // The words of a PDF page, each with whether a reader of the page sees it. Nothing for a picture,
  // and where the words of a page are not certain.
  virtual absl::StatusOr<std::optional<PageText>> ReadText(int /*index*/) { return std::nullopt; }
  // Whether other viewers show the page as ReadPage() and ReadText() give it. Of a picture it is
  // known once that page was read, whole or reduced.
  virtual Showing ShowingOf(int /*index*/) { return Showing::kAlike; }
  // That share of the page half as large again in each direction, for codes too fine for
  // ReadPage(). Refuses internal where pages have pixels of their own.
  virtual absl::StatusOr<PageImage> ReadPageFiner(int index, const PageShare& share);
  // Null when only ReadPage() can read the page. Refuses NeedsDrawing() where the parts would not
  // tell all and this program cannot draw the rest, so that nothing is searched twice.
  virtual absl::StatusOr<std::unique_ptr<PageParts>> OpenParts(int index);
  // What the file holds that no page shows: document.attachments (with the detail "portfolio" where
  // viewers show the files in the place of the pages), document.xfa-form.
  virtual std::vector<Finding> FindBesidePages() { return {}; }
};

// What a program that does not draw answers for a page that has to be drawn, or for a whole PDF, so
// that another program is asked. It says nothing about the document, and is not in reasons.inc.
absl::Status NeedsDrawing();
bool IsNeedsDrawing(const absl::Status& status);

// Refuses document.empty, document.unknown-type, document.damaged, document.encrypted,
// document.too-many-pages, document.too-many-pixels; NeedsDrawing().
absl::StatusOr<std::unique_ptr<Document>> OpenDocument(ByteSpan bytes, const Limits& limits);

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_DOCUMENT_H_
