// SPDX-License-Identifier: Apache-2.0
#include "decode/find_symbols.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>

#include "base/seen.h"
#include "base/status.h"
#include "decode/blank_page.h"
#include "decode/picture_symbols.h"
#include "decode/symbol_contrast.h"

namespace sceau::decode {
namespace {

Point CentreOf(const Corners& corners) {
  Point centre;
  for (const Point p : corners) {
    centre.x += p.x / 4;
    centre.y += p.y / 4;
  }
  return centre;
}

// Two readings of one symbol of a page.
bool IsSame(const Symbol& a, const Symbol& b) {
  if (a.symbology != b.symbology || a.payload != b.payload) return false;
  const Point one = CentreOf(a.corners);
  const Point two = CentreOf(b.corners);
  const double side = std::hypot(a.corners[2].x - a.corners[0].x, a.corners[2].y - a.corners[0].y);
  return std::hypot(one.x - two.x, one.y - two.y) < side / 4;
}

// Scans fill pages. A part cut out of one is smaller, and rare.
bool IsSmall(const PageImage& image) {
  constexpr std::int64_t kPixels = 1'000'000;
  return std::int64_t{image.width} * image.height < kPixels;
}

double AreaOf(const Corners& corners) {
  double area = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    const Point& a = corners[i];
    const Point& b = corners[(i + 1) % 4];
    area += (a.x * b.y - b.x * a.y) / 2;
  }
  return std::abs(area);
}

// Whether the picture is one of the symbol, with its quiet zone, and not of the page around it.
bool IsAllOf(const Corners& picture, const Symbol& symbol) {
  constexpr double kWithQuietZone = 2.5;  // the smallest QR code and its margin take 1.9
  return AreaOf(picture) <= kWithQuietZone * AreaOf(symbol.corners);
}

// Symbols with fewer modules on each side are too small for a seal, and to find them each logo
// would have to be searched.
constexpr int kMinModules = 12;

class PageReading {
 public:
  PageReading(document::Document& document, int index, Depth depth,
              const barcode::ReadOptions& options, EmptyParts& empty, const RasterWish& wish)
      : document_(document),
        index_(index),
        depth_(depth),
        options_(options),
        empty_(empty),
        raster_(document, index, wish) {}

  absl::StatusOr<PageSymbols> Run() {
    std::unique_ptr<document::PageParts> parts;
    if (depth_ != Depth::kDrawing) {
      SCEAU_ASSIGN_OR_RETURN(parts, document_.OpenParts(index_));
    }
    drawn_ = document_.DrawsPages();  // where no scan is known to be on the page
    if (parts == nullptr) {
      SCEAU_RETURN_IF_ERROR(AddPicture(options_));
      return Take();
    }
    page_.width = parts->width();
    page_.height = parts->height();
    bool understood = parts->understood();
    for (std::size_t i = 0; i < parts->count() && !page_.out_of_time; ++i)
      understood = AddPart(*parts, i) && understood;
    drawn_ = drawn_ && (seal_stands_alone_ || !parts->IsOfPictures());
    if (page_.out_of_time) return Take();
    const bool drawn_in_vain = empty_.HoldsDrawing(index_);
    bool draws = AnyUnsure() || (!understood && !drawn_in_vain);
    if (!draws && !read_all_ && !drawn_in_vain) {
      SCEAU_ASSIGN_OR_RETURN(draws, UnreadShowMore());
    }
    if (draws && !page_.out_of_time) SCEAU_RETURN_IF_ERROR(ConfirmByDrawing());
    if (!page_.out_of_time) SCEAU_RETURN_IF_ERROR(raster_.FromDrawing(*parts, ShownSymbols()));
    return Take();
  }

 private:
  struct Found {
    Symbol symbol;
    Sight sight;
  };

  bool AnyUnsure() const {
    return std::ranges::any_of(found_, [](const Found& f) { return f.sight == Sight::kUnsure; });
  }

  bool ShowsSeal() const {
    return std::ranges::any_of(
        found_, [](const Found& f) { return f.sight == Sight::kShown && IsSeal(f.symbol); });
  }

  std::vector<Symbol> ShownSymbols() const {
    std::vector<Symbol> shown;
    for (const Found& found : found_) {
      if (found.sight == Sight::kShown) shown.push_back(found.symbol);
    }
    return shown;
  }

  void Add(Symbol symbol, Sight sight) {
    for (Found& known : found_) {
      if (!IsSame(known.symbol, symbol)) continue;
      // A symbol that is seen in one way is seen.
      if (known.sight == Sight::kShown) return;
      if (sight == Sight::kShown || known.sight == Sight::kHidden) known.sight = sight;
      return;
    }
    found_.push_back({std::move(symbol), sight});
  }

  // Of the page as it is seen.
  void AddDrawn(Symbol symbol) {
    const Sight sight = symbol.hidden ? Sight::kHidden : Sight::kShown;
    Add(std::move(symbol), sight);
  }

  // False when the part looks like a code that was not read: the drawing may show what is in it, on
  // its ground.
  bool AddPart(document::PageParts& parts, std::size_t i) {
    const std::string name = parts.NameOf(i);
    if (empty_.Holds(name)) return true;
    auto part = parts.Read(i);
    if (!part.ok()) {
      read_all_ = false;
      unread_density_ = std::max(unread_density_, parts.DensityOf(i));
      return true;
    }
    page_.blank |= IsBlank(View(part->image)) && parts.IsAllThatIsSeen(i);
    if (empty_.Holds(part->image)) {
      empty_.Add(name, false);
      return true;
    }
    barcode::ReadOptions options = options_;
    options.drawn = depth_ == Depth::kGlance && IsSmall(part->image);
    options.drawing = part->drawn;
    options.zoom = part->zoom;
    options.least_modules = kMinModules;
    options.beside_symbol = ShowsSeal();
    auto read = barcode::ReadSymbols(View(part->image), options);
    if (!read.ok()) {
      read_all_ = false;
      unread_density_ = std::max(unread_density_, parts.DensityOf(i));
      return true;
    }
    if (raster_.wanted() && parts.IsAllThatIsSeen(i))
      raster_.FromPart(*part, page_.width, page_.height, read->symbols);
    const bool searched = read->certain || !options.drawn;
    page_.glanced |= !searched;
    page_.out_of_time = read->out_of_time;
    if (read->symbols.empty() && !read->out_of_time && (options.drawn || !options.beside_symbol)) {
      empty_.Add(name, searched);
      empty_.Add(std::move(part->image));
    }
    for (Symbol& symbol : read->symbols) {
      const bool faint = IsFaint(part->image, symbol.corners);
      for (Point& corner : symbol.corners) corner = part->OnPage(corner);
      seal_stands_alone_ |= IsSeal(symbol) && (part->drawn || IsAllOf(part->outline, symbol));
      Sight sight = parts.SightOf(i, symbol.corners);
      if (faint && sight == Sight::kShown) sight = Sight::kUnsure;
      Add(std::move(symbol), sight);
    }
    const bool open = read->unread || (part->is_open && read->symbols.empty());
    return !(open && parts.ShowsItsGround(i));
  }

  // The page as it is seen.
  absl::Status AddPicture(const barcode::ReadOptions& options) {
    SCEAU_ASSIGN_OR_RETURN(auto read, ReadPictureSymbols(document_, index_, options));
    doubts_ = std::move(read.doubts);
    page_.width = read.width;
    page_.height = read.height;
    page_.out_of_time = read.out_of_time;
    // A code in the part that is there is as good as any; that there is none cannot be said.
    if (read.image.cut && read.symbols.empty())
      page_.problem = Refuse(Reason::kDocumentDamaged, "the picture is cut off");
    page_.blank = !read.image.cut && IsBlank(View(read.image));
    raster_.FromPicture(read);
    for (Symbol& symbol : read.symbols) AddDrawn(std::move(symbol));
    return absl::OkStatus();
  }

  absl::Status AddFinerDrawing() {
    SCEAU_ASSIGN_OR_RETURN(const PageImage image, document_.ReadPageFiner(index_, {}));
    SCEAU_ASSIGN_OR_RETURN(auto read, barcode::ReadSymbols(View(image), options_));
    page_.out_of_time = read.out_of_time;
    for (Symbol& symbol : read.symbols) symbol.hidden = IsFaint(image, symbol.corners);
    const double finer = static_cast<double>(image.width) / page_.width;
    raster_.FromImage(image, {0, 0, finer, finer}, page_.width, page_.height, read.symbols);
    for (Symbol& symbol : read.symbols) {
      for (Point& corner : symbol.corners) {
        corner.x *= static_cast<double>(page_.width) / image.width;
        corner.y *= static_cast<double>(page_.height) / image.height;
      }
      AddDrawn(std::move(symbol));
    }
    return absl::OkStatus();
  }

  // A symbol that the drawing does not show either is not seen by anybody. Where all pictures were
  // read and none leaves a doubt, what else the page shows was drawn by a program: then it is
  // searched as that, and drawn finer only where something looks like a symbol.
  absl::Status ConfirmByDrawing() {
    barcode::ReadOptions options = options_;
    const bool nothing_known = read_all_ && found_.empty();
    options.drawing = nothing_known;
    if (nothing_known) options.least_modules = kMinModules;
    SCEAU_RETURN_IF_ERROR(AddPicture(options));
    if (page_.out_of_time) return absl::OkStatus();
    bool finer = AnyUnsure() || found_.empty();
    if (nothing_known && found_.empty()) {
      SCEAU_ASSIGN_OR_RETURN(finer, DoubtsShowMore(options));
      if (!finer && !page_.out_of_time) empty_.AddDrawing(index_);
    }
    return finer ? AddFinerDrawing() : absl::OkStatus();
  }

  // Whether parts that only a drawing shows, such as pictures in JBIG2, leave something to be
  // found. They are searched as other pictures are: with all their pixels, and once. Of coarse ones
  // the page's own resolution shows each pixel as several.
  absl::StatusOr<bool> UnreadShowMore() {
    constexpr double kCoarse = 0.4;
    if (!found_.empty()) return true;
    SCEAU_ASSIGN_OR_RETURN(const PageImage image, unread_density_ <= kCoarse
                                                      ? document_.ReadPage(index_)
                                                      : document_.ReadPageFiner(index_, {}));
    SCEAU_ASSIGN_OR_RETURN(const auto read, barcode::ReadSymbols(View(image), options_));
    page_.out_of_time = read.out_of_time;
    const bool more = read.unread || !read.symbols.empty();
    if (!more && !page_.out_of_time) empty_.AddDrawing(index_);
    return more;
  }

  // Whether a symbol is read where the drawing leaves a doubt, once that is drawn finer: doubts
  // that lie together at once, others one by one.
  absl::StatusOr<bool> DoubtsShowMore(const barcode::ReadOptions& options) {
    constexpr double kTogether = 0.25;     // of the page
    constexpr std::size_t kMaxDoubts = 6;  // the likeliest come first
    if (doubts_.empty()) return false;
    const document::PageShare all = ShareOf(doubts_);
    if ((all.right - all.left) * (all.bottom - all.top) <= kTogether)
      return ShowsMore(all, options);
    for (std::size_t i = 0; i < std::min(doubts_.size(), kMaxDoubts); ++i) {
      SCEAU_ASSIGN_OR_RETURN(const bool more, ShowsMore(ShareOf({doubts_[i]}), options));
      if (more || page_.out_of_time) return more;
    }
    return false;
  }

  document::PageShare ShareOf(const std::vector<Corners>& doubts) const {
    constexpr double kAround = 0.25;  // of the longer side: the area may lack some modules
    document::PageShare share{1, 1, 0, 0};
    for (const Corners& corners : doubts) {
      const auto [left, right] = std::ranges::minmax(corners, {}, &Point::x);
      const auto [top, bottom] = std::ranges::minmax(corners, {}, &Point::y);
      const double around = kAround * std::max(right.x - left.x, bottom.y - top.y);
      share.left = std::min(share.left, (left.x - around) / page_.width);
      share.top = std::min(share.top, (top.y - around) / page_.height);
      share.right = std::max(share.right, (right.x + around) / page_.width);
      share.bottom = std::max(share.bottom, (bottom.y + around) / page_.height);
    }
    return {std::max(share.left, 0.0), std::max(share.top, 0.0), std::min(share.right, 1.0),
            std::min(share.bottom, 1.0)};
  }

  absl::StatusOr<bool> ShowsMore(const document::PageShare& share,
                                 const barcode::ReadOptions& options) {
    SCEAU_ASSIGN_OR_RETURN(const PageImage image, document_.ReadPageFiner(index_, share));
    SCEAU_ASSIGN_OR_RETURN(const auto read, barcode::ReadSymbols(View(image), options));
    page_.out_of_time = read.out_of_time;
    return !read.symbols.empty();
  }

  // Where time ran out before it was known whether a symbol is seen, it counts as hidden, so that
  // nothing is concluded from it.
  PageSymbols Take() {
    for (Found& found : found_) {
      const Corners& at = found.symbol.corners;
      const double side = std::min(std::hypot(at[1].x - at[0].x, at[1].y - at[0].y),
                                   std::hypot(at[3].x - at[0].x, at[3].y - at[0].y));
      found.symbol.hidden = found.sight != Sight::kShown || IsTiny(side, page_.width, page_.height);
      page_.symbols.push_back(std::move(found.symbol));
    }
    if (std::ranges::any_of(
            page_.symbols, [](const Symbol& symbol) { return !symbol.hidden && IsSeal(symbol); })) {
      page_.raster = raster_.Take();
      page_.raster.drawn = drawn_;
    }
    std::ranges::stable_sort(page_.symbols, {}, [](const Symbol& symbol) {
      constexpr double kLine = 20;  // pixels: what stands in one line is ordered from the left
      const Point at = CentreOf(symbol.corners);
      return std::pair(std::floor(at.y / kLine), at.x);
    });
    return std::move(page_);
  }

  document::Document& document_;
  int index_;
  Depth depth_;
  barcode::ReadOptions options_;
  EmptyParts& empty_;
  RasterTaker raster_;
  PageSymbols page_;
  std::vector<Found> found_;
  bool read_all_ = true;       // of the parts
  double unread_density_ = 0;  // of those that were not read, the greatest
  // A seal is drawn, or in a picture of its own: whatever pictures lie behind it, no scan shows it.
  bool seal_stands_alone_ = false;
  bool drawn_ = false;           // PageRaster::drawn
  std::vector<Corners> doubts_;  // of the last picture
};

}  // namespace

bool EmptyParts::Holds(const std::string& name) const { return names_.contains(name); }

bool EmptyParts::Holds(const PageImage& image) const {
  return std::ranges::any_of(images_, [&](const PageImage& known) {
    return known.width == image.width && known.height == image.height &&
           known.pixels == image.pixels;
  });
}

void EmptyParts::Add(const std::string& name, bool searched) {
  constexpr std::size_t kMax = 256;
  if (!name.empty() && names_.size() < kMax) names_.emplace(name, searched);
}

void EmptyParts::ForgetGlanced() {
  images_.clear();
  std::erase_if(names_, [](const auto& name) { return !name.second; });
}

void EmptyParts::Add(PageImage image) {
  constexpr std::size_t kMax = 16;
  constexpr std::size_t kMaxPixels = 1'000'000;
  if (images_.size() < kMax && image.pixels.size() <= kMaxPixels)
    images_.push_back(std::move(image));
}

absl::StatusOr<PageSymbols> FindSymbols(document::Document& document, int index, Depth depth,
                                        const barcode::ReadOptions& options, EmptyParts& empty,
                                        const RasterWish& wish) {
  return PageReading(document, index, depth, options, empty, wish).Run();
}

}  // namespace sceau::decode
