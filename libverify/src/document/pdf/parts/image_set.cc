// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/parts/image_set.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>
#include <utility>

#include "base/status.h"
#include "document/image/pixels.h"
#include "document/pdf/parts/image_decode.h"
#include "fmt/format.h"

namespace sceau::document {
namespace {

constexpr int kMaxZoom = 8;
// A margin costs a copy, and pictures of this size show the paper around their code.
constexpr std::int64_t kLargePixels = 4'000'000;
constexpr double kMaxDrift = 0.6;  // pixels between neighbours that abut

// A step of one pixel, on the page.
Matrix PixelsOf(const ImageUse& use) {
  const Matrix& m = use.to_page;
  const double w = use.width;
  const double h = use.height;
  return {m.a / w, m.b / w, -m.c / h, -m.d / h, m.e + m.c, m.f + m.d};
}

// Where `point` of the page lies in pixels of the image.
std::optional<Point> InPixels(const Matrix& pixels, Point at) {
  const double determinant = pixels.a * pixels.d - pixels.b * pixels.c;
  if (std::abs(determinant) < 1e-12) return std::nullopt;
  const double x = at.x - pixels.e;
  const double y = at.y - pixels.f;
  return Point{(x * pixels.d - y * pixels.c) / determinant,
               (y * pixels.a - x * pixels.b) / determinant};
}

bool SameStep(const Matrix& a, const Matrix& b) {
  constexpr double kTolerance = 0.03;
  const double size = std::hypot(a.a, a.b) + std::hypot(a.c, a.d);
  return std::abs(a.a - b.a) + std::abs(a.b - b.b) + std::abs(a.c - b.c) + std::abs(a.d - b.d) <
         kTolerance * size;
}

// Where `b` begins in pixels of `a`, when they share an edge.
std::optional<Point> Abuts(const ImageUse& a, const ImageUse& b) {
  const Matrix pixels = PixelsOf(a);
  const Matrix other = PixelsOf(b);
  if (!SameStep(pixels, other)) return std::nullopt;
  const auto at = InPixels(pixels, {other.e, other.f});
  if (!at) return std::nullopt;
  const auto near = [](double x, double y) { return std::abs(x - y) <= kMaxDrift; };
  const bool beside = near(at->x, a.width) || near(at->x, -b.width);
  const bool below = near(at->y, a.height) || near(at->y, -b.height);
  const bool overlaps_x = at->x < a.width - 1 && at->x + b.width > 1;
  const bool overlaps_y = at->y < a.height - 1 && at->y + b.height > 1;
  if (!((beside && overlaps_y) || (below && overlaps_x))) return std::nullopt;
  return Point{std::round(at->x), std::round(at->y)};
}

// They share an edge or a part, and neither lies on the other.
bool Meet(const ImageUse& a, const ImageUse& b) {
  const Box one = BoxOfUnitSquare(a.to_page);
  const Box two = BoxOfUnitSquare(b.to_page);
  return one.Grown(1).Touches(two) && !one.Grown(1).Holds(two) && !two.Grown(1).Holds(one);
}

// Whether the image looks the same whatever the resources of the page are.
bool IsSelfContained(QPDFObjectHandle image) {
  QPDFObjectHandle dictionary = image.getDict();
  QPDFObjectHandle space = dictionary.getKey("/ColorSpace");
  if (space.isArray() && space.getArrayNItems() > 0)
    return space.getArrayItem(0).isNameAndEquals("/ICCBased");
  return space.isNameAndEquals("/DeviceRGB") || space.isNameAndEquals("/DeviceGray") ||
         space.isNameAndEquals("/DeviceCMYK") || space.isNull();
}

void Merge(Painter& all, const Painter& one) {
  all.paintings.insert(all.paintings.end(), one.paintings.begin(), one.paintings.end());
  std::ranges::sort(all.paintings);
  all.clip = Common(all.clip, one.clip);
  all.clip_exact = all.clip_exact && one.clip_exact;
  all.sure = all.sure && one.sure;
}

void Enclose(Mosaic& mosaic, const std::vector<ImageUse>& uses) {
  int right = mosaic.left;
  int bottom = mosaic.top;
  for (const Mosaic::Tile& tile : mosaic.tiles) {
    mosaic.left = std::min(mosaic.left, tile.left);
    mosaic.top = std::min(mosaic.top, tile.top);
    right = std::max(right, tile.left + uses[tile.use].width);
    bottom = std::max(bottom, tile.top + uses[tile.use].height);
  }
  mosaic.width = right - mosaic.left;
  mosaic.height = bottom - mosaic.top;
}

void Paste(const PageImage& from, PageImage& to, int left, int top, int zoom) {
  for (int y = 0; y < from.height * zoom; ++y) {
    const int row = top + y;
    if (row < 0 || row >= to.height) continue;
    const std::uint8_t* source = from.pixels.data() + static_cast<std::size_t>(y / zoom) *
                                                          static_cast<std::size_t>(from.width);
    std::uint8_t* target = RowOf(to, row);
    const int first = std::max(0, -left);
    const int last = std::min(from.width * zoom, to.width - left);
    if (last <= first) continue;
    if (zoom == 1) {
      std::memcpy(target + left + first, source + first, static_cast<std::size_t>(last - first));
    } else {
      for (int x = first; x < last; ++x) target[left + x] = source[x / zoom];
    }
  }
}

}  // namespace

std::optional<std::vector<Mosaic>> ImageSet::Join() const {
  std::vector<Mosaic> mosaics;
  std::vector<bool> taken(uses_.size());
  for (std::size_t i = 0; i < uses_.size(); ++i) {
    if (taken[i]) continue;
    Mosaic mosaic;
    mosaic.tiles.push_back({i, 0, 0});
    mosaic.painter = uses_[i].painter;
    taken[i] = true;
    for (std::size_t k = 0; k < mosaic.tiles.size(); ++k) {
      const Mosaic::Tile tile = mosaic.tiles[k];
      for (std::size_t j = 0; j < uses_.size(); ++j) {
        if (taken[j] || uses_[j].painter.hidden != mosaic.painter.hidden) continue;
        const auto at = Abuts(uses_[tile.use], uses_[j]);
        if (!at) continue;
        mosaic.tiles.push_back(
            {j, tile.left + static_cast<int>(at->x), tile.top + static_cast<int>(at->y)});
        Merge(mosaic.painter, uses_[j].painter);
        taken[j] = true;
      }
    }
    for (std::size_t j = 0; j < uses_.size(); ++j) {
      const bool mine = std::ranges::any_of(
          mosaic.tiles, [j](const Mosaic::Tile& tile) { return tile.use == j; });
      for (const Mosaic::Tile& tile : mosaic.tiles) {
        if (!mine && Meet(uses_[tile.use], uses_[j])) return std::nullopt;
      }
    }
    Enclose(mosaic, uses_);
    mosaics.push_back(std::move(mosaic));
  }
  return mosaics;
}

Box ImageSet::BoxOf(const Mosaic& mosaic) const {
  Box box;
  for (const Mosaic::Tile& tile : mosaic.tiles) box.Add(BoxOfUnitSquare(uses_[tile.use].to_page));
  return box;
}

double ImageSet::DensityOf(const Mosaic& mosaic) const {
  double most = 0;
  for (const Mosaic::Tile& tile : mosaic.tiles) {
    const ImageUse& use = uses_[tile.use];
    most = std::max({most, use.width / use.to_page.ScaleX(), use.height / use.to_page.ScaleY()});
  }
  return most;
}

std::string ImageSet::NameOf(const Mosaic& mosaic) const {
  if (mosaic.tiles.size() != 1) return {};
  const ImageUse& use = uses_[mosaic.tiles.front().use];
  QPDFObjectHandle image = use.image;
  if (!image.isIndirect() || !IsSelfContained(image)) return {};
  const Matrix& m = use.to_page;  // where it stands does not matter
  const int ink = use.ink.known ? use.ink.gray : -1;
  return fmt::format("{} {} {} {} {} {} {}", image.getObjectID(), image.getGeneration(), ink, m.a,
                     m.b, m.c, m.d);
}

absl::StatusOr<PagePart> ImageSet::Read(Mosaic& mosaic, const Limits& limits) const {
  const Matrix pixels = PixelsOf(uses_[mosaic.tiles.front().use]);
  SCEAU_RETURN_IF_ERROR(CheckSize(mosaic.width, mosaic.height, limits));
  std::optional<PageImage> whole;
  double reduction = 1;  // of a picture that its decoder made smaller
  int zoom = 1;
  int margin = 0;
  mosaic.painter.opaque = true;
  mosaic.painter.darkest = 255;
  mosaic.painter.lightest = 0;
  for (const Mosaic::Tile& tile : mosaic.tiles) {
    const ImageUse& use = uses_[tile.use];
    SCEAU_ASSIGN_OR_RETURN(DecodedImage decoded,
                           DecodeImage(use.image, use.resources, use.ink, limits));
    mosaic.painter.opaque = mosaic.painter.opaque && decoded.opaque;
    mosaic.painter.darkest = std::min(mosaic.painter.darkest, decoded.darkest);
    mosaic.painter.lightest = std::max(mosaic.painter.lightest, decoded.lightest);
    if (mosaic.tiles.size() == 1) {
      reduction = static_cast<double>(use.width) / decoded.image.width;
      const double other = static_cast<double>(use.height) / decoded.image.height;
      if (std::abs(other / reduction - 1) > 0.01)
        return Refuse(Reason::kDocumentDamaged, "pdf image size");
    } else if (decoded.image.width != use.width || decoded.image.height != use.height) {
      return Refuse(Reason::kDocumentDamaged, "pdf image size");
    }
    if (!whole) {
      const auto own = [&](int side) { return static_cast<int>(std::lround(side / reduction)); };
      const std::int64_t area = std::int64_t{own(mosaic.width)} * own(mosaic.height);
      if (area > kLargePixels && mosaic.tiles.size() == 1) {
        whole = std::move(decoded.image);
        break;
      }
      const double step = std::max(pixels.ScaleX(), pixels.ScaleY()) * reduction;
      while (zoom < kMaxZoom && zoom < step && area * (zoom + 1) * (zoom + 1) <= kLargePixels)
        ++zoom;
      const int width = own(mosaic.width) * zoom;
      const int height = own(mosaic.height) * zoom;
      margin = std::clamp(std::min(width, height) / 8, 8, 64);
      PageImage page;
      page.width = width + 2 * margin;
      page.height = height + 2 * margin;
      page.pixels.assign(
          static_cast<std::size_t>(page.width) * static_cast<std::size_t>(page.height),
          decoded.ground);
      whole = std::move(page);
    }
    Paste(decoded.image, *whole, margin + (tile.left - mosaic.left) * zoom,
          margin + (tile.top - mosaic.top) * zoom, zoom);
  }
  PagePart part;
  part.zoom = zoom;
  part.image = *std::move(whole);
  const auto back = [&](double x, double y) {
    const auto use_pixels = [&](double at, int start) {
      return (at - margin) / zoom * reduction + start;
    };
    return pixels.Apply(use_pixels(x, mosaic.left), use_pixels(y, mosaic.top));
  };
  const double width = part.image.width;
  const double height = part.image.height;
  part.outline = {back(0, 0), back(width, 0), back(width, height), back(0, height)};
  return part;
}

}  // namespace sceau::document
