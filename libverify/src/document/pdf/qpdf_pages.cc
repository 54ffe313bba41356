// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/qpdf_pages.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <exception>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "document/pdf/annotations.h"
#include "document/pdf/beside_pages.h"
#include "document/pdf/content/optional_content.h"
#include "document/pdf/content/page_geometry.h"
#include "document/pdf/content/streams.h"
#include "document/pdf/parts/page_collector.h"
#include "document/pdf/qpdf.h"
#include "document/pdf/showing.h"
#include "document/pdf/text/text_reader.h"

namespace sceau::document {
namespace {

constexpr int kMaxTreeDepth = 32;
constexpr std::size_t kMaxContents = 1'000;  // streams of one page
constexpr std::size_t kMaxFontsKept = 16;    // for the next page; a large one takes 3 MB

// What a page inherits from its tree. Spec: ISO 32000-2, 7.7.3.4.
struct PageNode {
  QPDFObjectHandle page;
  QPDFObjectHandle resources;
  QPDFObjectHandle media_box;
  QPDFObjectHandle crop_box;
  QPDFObjectHandle rotate;
};

// False when the tree breaks a rule.
bool Walk(PageNode node, int depth, std::set<QPDFObjGen>& seen, const Limits& limits,
          std::vector<PageNode>& pages) {
  if (depth > kMaxTreeDepth || !node.page.isDictionary()) return false;
  if (!node.page.isIndirect() || !seen.insert(node.page.getObjGen()).second) return false;
  const auto inherit = [&](const char* key, QPDFObjectHandle& value) {
    if (QPDFObjectHandle own = node.page.getKey(key); !own.isNull()) value = own;
  };
  inherit("/Resources", node.resources);
  inherit("/MediaBox", node.media_box);
  inherit("/CropBox", node.crop_box);
  inherit("/Rotate", node.rotate);
  QPDFObjectHandle kids = node.page.getKey("/Kids");
  if (kids.isNull()) {
    pages.push_back(node);
    return pages.size() <= static_cast<std::size_t>(limits.pages) &&
           node.page.getKey("/Type").isNameAndEquals("/Page");
  }
  if (!kids.isArray()) return false;
  const int count = kids.getArrayNItems();
  for (int i = 0; i < count; ++i) {
    PageNode kid = node;
    kid.page = kids.getArrayItem(i);
    if (!Walk(kid, depth + 1, seen, limits, pages)) return false;
  }
  return true;
}

// Of what qpdf warns about an otherwise sound file. No viewer looks at these: the highest number of
// an object, and space before the table of objects.
bool OnlyHarmless(const std::vector<QPDFExc>& warnings) {
  return std::ranges::all_of(warnings, [](const QPDFExc& warning) {
    const std::string& what = warning.getMessageDetail();
    return what.starts_with("reported number of objects (") ||
           what == "extraneous whitespace seen before xref";
  });
}

class CollectedParts : public PageParts {
 public:
  CollectedParts(const PageGeometry& geometry, FontCache& fonts, const Limits& limits)
      : geometry_(geometry), limits_(limits), collector_(geometry.Shown(), fonts, limits) {}

  PageCollector& collector() { return collector_; }

  void Finish() {
    understood_ = collector_.understood();
    const auto mosaics = collector_.images().Join();
    understood_ = understood_ && mosaics.has_value();
    if (mosaics) mosaics_ = *mosaics;
    // The smallest first: once a seal has been read, the search of the others costs less.
    std::ranges::stable_sort(mosaics_, {}, [](const Mosaic& mosaic) {
      return std::int64_t{mosaic.width} * mosaic.height;
    });
    for (const ShapeSet* shapes : {&collector_.shown(), &collector_.hidden()}) {
      const auto clusters = shapes->FindClusters();
      understood_ = understood_ && clusters.has_value();
      if (!clusters) continue;
      for (const Cluster& cluster : *clusters)
        drawings_.push_back({shapes, cluster, PainterOf(*shapes, cluster)});
    }
  }

  int width() const override { return geometry_.width; }
  int height() const override { return geometry_.height; }
  bool understood() const override { return understood_; }
  std::size_t count() const override { return mosaics_.size() + drawings_.size(); }

  std::string NameOf(std::size_t part) const override {
    if (part < drawings_.size()) return {};
    return collector_.images().NameOf(mosaics_[part - drawings_.size()]);
  }

  absl::StatusOr<PagePart> Read(std::size_t part) override {
    if (part >= drawings_.size())
      return collector_.images().Read(mosaics_[part - drawings_.size()], limits_);
    const Drawing& drawing = drawings_[part];
    return drawing.shapes->Draw(drawing.cluster);
  }

  bool IsAllThatIsSeen(std::size_t part) const override {
    // What was not understood may have painted where nothing was noted.
    if (part < drawings_.size() || !collector_.understood() || !collector_.complete()) return false;
    const Mosaic& mosaic = mosaics_[part - drawings_.size()];
    return collector_.paintings().IsAllThatIsSeen(mosaic.painter, collector_.images().BoxOf(mosaic),
                                                  geometry_.Shown());
  }

  bool ShowsItsGround(std::size_t part) const override {
    return part < drawings_.size() || !mosaics_[part - drawings_.size()].painter.opaque;
  }

  double DensityOf(std::size_t part) const override {
    if (part < drawings_.size()) return 1;
    return collector_.images().DensityOf(mosaics_[part - drawings_.size()]);
  }

  bool IsOfPictures() const override {
    const Box page = geometry_.Shown();
    double pictures = 0;
    for (const Mosaic& mosaic : mosaics_) {
      const Box seen = Common(collector_.images().BoxOf(mosaic), page);
      if (!mosaic.painter.hidden && !seen.IsEmpty()) pictures += seen.width() * seen.height();
    }
    return pictures > kMaxPictures * page.width() * page.height();
  }

  Sight SightOf(std::size_t part, const Corners& on_page) const override {
    Box box;
    for (const Point p : on_page) box.Add(p);
    const Painter& painter = part < drawings_.size() ? drawings_[part].painter
                                                     : mosaics_[part - drawings_.size()].painter;
    const Sight sight = collector_.paintings().SightOf(painter, box, geometry_.Shown());
    return sight == Sight::kShown && !collector_.complete() ? Sight::kUnsure : sight;
  }

 private:
  struct Drawing {
    const ShapeSet* shapes;
    Cluster cluster;
    Painter painter;
  };

  Painter PainterOf(const ShapeSet& shapes, const Cluster& cluster) const {
    Painter painter;
    painter.hidden = &shapes == &collector_.hidden();
    painter.darkest = shapes.Darkest(cluster);
    painter.lightest = shapes.Lightest(cluster);
    painter.clip = geometry_.Shown().Grown(1e6);
    for (const std::size_t i : cluster.shapes) {
      for (std::size_t k = 0; k < shapes[i].paints; ++k)
        painter.paintings.push_back(shapes[i].paint + k);
      painter.sure = painter.sure && shapes[i].sure;
      painter.alpha = std::min(painter.alpha, shapes[i].alpha);
    }
    return painter;
  }

  PageGeometry geometry_;
  const Limits& limits_;
  PageCollector collector_;
  std::vector<Mosaic> mosaics_;
  std::vector<Drawing> drawings_;
  bool understood_ = false;
};

class QpdfPageTree : public QpdfPages {
 public:
  explicit QpdfPageTree(const Limits& limits) : limits_(limits) {}

  bool Open(ByteSpan bytes) {
    BoundStreamFilters();
    pdf_.setSuppressWarnings(true);
    // A viewer may repair a damaged file in another way than qpdf does, and show something else.
    pdf_.setAttemptRecovery(false);
    pdf_.processMemoryFile("document", AsText(bytes).data(), bytes.size());
    QPDFObjectHandle root = pdf_.getRoot();
    std::set<QPDFObjGen> seen;
    const QPDFObjectHandle none = QPDFObjectHandle::newNull();
    if (!Walk({root.getKey("/Pages"), none, none, none, none}, 0, seen, limits_, pages_))
      return false;
    QPDFObjectHandle count = root.getKey("/Pages").getKey("/Count");
    if (pages_.empty() || !count.isInteger() ||
        count.getIntValue() != static_cast<long long>(pages_.size()))
      return false;
    layers_.emplace(root.getKey("/OCProperties"));
    return OnlyHarmless(pdf_.getWarnings());
  }

  int page_count() const override { return static_cast<int>(pages_.size()); }

  std::vector<double> UserUnits() override try {
    std::vector<double> units;
    units.reserve(pages_.size());
    for (const PageNode& node : pages_) units.push_back(UserUnitOf(node.page).value_or(1));
    return units;
  } catch (const std::exception&) {
    return {};
  }

  std::unique_ptr<PageParts> OpenParts(int index) override try {
    PageNode& node = pages_[static_cast<std::size_t>(index)];
    const auto geometry = GeometryOfPage(node);
    if (!geometry) return nullptr;
    const Bytes* content = ContentOf(index);
    if (content == nullptr) return nullptr;
    if (fonts_.size() > kMaxFontsKept) fonts_.clear();
    auto parts = std::make_unique<CollectedParts>(*geometry, fonts_, limits_);
    ReadContent(pdf_, *content, node.resources, geometry->to_pixels, *layers_, limits_,
                parts->collector());
    AddAnnotations(node, geometry->to_pixels, parts->collector());
    if (HasWarned()) return nullptr;
    parts->Finish();
    return parts;
  } catch (const std::exception&) {
    return nullptr;
  }

  Showing ShowingOf(int index) override try {
    PageNode& node = pages_[static_cast<std::size_t>(index)];
    const auto geometry = GeometryOfPage(node);
    if (!geometry) return Showing::kUnchecked;
    const Bytes* content = ContentOf(index);
    QPDFObjectHandle root = pdf_.getRoot();
    QPDFObjectHandle form = root.getKey("/AcroForm");
    if (content == nullptr || ActsByItself(root, node.page) ||
        DrawAnnotationsDifferently(node.page, form))
      return Showing::kDiffers;
    ShowingSink sink(geometry->Shown());
    ReadContent(pdf_, *content, node.resources, geometry->to_pixels, *layers_, limits_, sink);
    const PageAnnotations annotations = ReadAnnotations(node.page, node.rotate, form);
    if (annotations.damaged) sink.Doubt();
    ReadContent(pdf_, AsBytes(annotations.content), annotations.resources, geometry->to_pixels,
                *layers_, limits_, sink);
    if (sink.differs()) return Showing::kDiffers;
    const bool is_alike = !HasWarned() && !sink.may_differ();
    return is_alike ? Showing::kAlike : Showing::kUnchecked;
  } catch (const std::exception&) {
    return Showing::kUnchecked;
  }

  std::optional<PageText> ReadText(int index) override try {
    PageNode& node = pages_[static_cast<std::size_t>(index)];
    const auto geometry = GeometryOfPage(node);
    if (!geometry) return std::nullopt;
    const Bytes* content = ContentOf(index);
    if (content == nullptr) return std::nullopt;
    auto text =
        ReadPageText(pdf_, node.page, node.resources, *content, *geometry, *layers_, limits_);
    return HasWarned() ? std::nullopt : std::move(text);
  } catch (const std::exception&) {
    return std::nullopt;
  }

  std::vector<Finding> FindBesidePages() override try {
    std::vector<QPDFObjectHandle> pages;
    pages.reserve(pages_.size());
    for (const PageNode& node : pages_) pages.push_back(node.page);
    return document::FindBesidePages(pdf_.getRoot(), pages);
  } catch (const std::exception&) {
    return {};
  }

 private:
  // qpdf says once what is wrong with an object, and pages may share one.
  bool HasWarned() {
    has_warned_ = has_warned_ || !pdf_.getWarnings().empty();
    return has_warned_;
  }

  std::optional<PageGeometry> GeometryOfPage(const PageNode& node) const {
    const auto unit = UserUnitOf(node.page);
    if (!unit) return std::nullopt;
    return GeometryOf(node.media_box, node.crop_box, node.rotate, *unit, limits_);
  }

  // Kept until another page is asked for, since the words of a page are often read after its parts.
  // Null when it cannot be read.
  const Bytes* ContentOf(int index) {
    if (content_of_ != index) {
      content_ = ReadContents(pages_[static_cast<std::size_t>(index)].page.getKey("/Contents"));
      content_of_ = index;
    }
    return content_ ? &*content_ : nullptr;
  }

  // The streams of a page are one, separated by white space.
  std::optional<Bytes> ReadContents(QPDFObjectHandle contents) const {
    std::vector<QPDFObjectHandle> streams;
    if (contents.isStream()) streams.push_back(contents);
    if (contents.isArray()) streams = contents.getArrayAsVector();
    if (streams.size() > kMaxContents) return std::nullopt;
    Bytes all;
    for (QPDFObjectHandle& stream : streams) {
      if (!stream.isStream()) return std::nullopt;
      const auto data = ReadStream(stream, limits_.pdf_content_bytes - all.size());
      if (!data.ok() || all.size() + data->size() >= limits_.pdf_content_bytes) return std::nullopt;
      all.insert(all.end(), data->begin(), data->end());
      all.push_back('\n');
    }
    return all;
  }

  // Stamps and filled fields draw over the page.
  void AddAnnotations(PageNode& node, const Matrix& to_pixels, PageCollector& collector) {
    const PageAnnotations annotations =
        ReadAnnotations(node.page, node.rotate, pdf_.getRoot().getKey("/AcroForm"));
    if (annotations.damaged) collector.Miss(Gap::kDamaged);
    if (!annotations.content.empty())
      ReadContent(pdf_, AsBytes(annotations.content), annotations.resources, to_pixels, *layers_,
                  limits_, collector);
    if (!annotations.unknown.empty()) collector.Miss(Gap::kUnknown);
    for (const auto* boxes : {&annotations.unknown, &annotations.plain}) {
      for (const Box& box : *boxes) {
        Box seen;
        seen.Add(to_pixels.Apply(box.left, box.top));
        seen.Add(to_pixels.Apply(box.right, box.bottom));
        collector.Overlay(seen);
      }
    }
  }

  const Limits& limits_;
  QPDF pdf_;
  std::vector<PageNode> pages_;
  std::optional<OptionalContent> layers_;
  FontCache fonts_;
  std::optional<Bytes> content_;
  int content_of_ = -1;
  bool has_warned_ = false;
};

}  // namespace

std::unique_ptr<QpdfPages> QpdfPages::Open(ByteSpan bytes, const Limits& limits) try {
  auto pages = std::make_unique<QpdfPageTree>(limits);
  if (!pages->Open(bytes)) return nullptr;
  return pages;
} catch (const std::exception&) {
  return nullptr;
}

}  // namespace sceau::document
