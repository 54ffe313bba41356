// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "base/large_memory.h"
#include "base/status.h"
#include "isolation/frame_kind.h"
#include "isolation/wire.h"
#include "isolation/wire_bytes.h"
#include "isolation/wire_finding.h"

namespace sceau::isolation {
namespace {

// No page has a larger coordinate.
constexpr double kMaxCoordinate = 1e7;
// No raster is finer than its page by a larger factor.
constexpr double kMaxScale = 64;

absl::Status Lie(const char* what) {
  return Refuse(Reason::kDocumentReaderCrashed, std::string("answer: ") + what);
}

// Reads one answer; each method reads one piece, and refuses it when it is cut or out of bounds.
class AnswerReading {
 public:
  AnswerReading(ByteSpan bytes, const Limits& limits) : bytes_(bytes), limits_(limits) {}

  absl::StatusOr<Answer> Run() {
    ByteReader from(bytes_);
    while (true) {
      const auto kind = from.TakeByte();
      const auto content = TakeBytes(from, bytes_.size());
      if (!kind || !content) return Lie("cut");
      if (*kind == static_cast<std::uint8_t>(FrameKind::kEnd)) {
        if (!content->empty() || !from.empty()) return Lie("bytes after the end");
        return std::move(answer_);
      }
      if (answer_.refusal || answer_.needs_drawing) return Lie("frames after a refusal");
      SCEAU_RETURN_IF_ERROR(ReadFrame(static_cast<FrameKind>(*kind), *content));
    }
  }

 private:
  absl::Status ReadFrame(FrameKind kind, ByteSpan content) {
    ByteReader from(content);
    switch (kind) {
      case FrameKind::kPage:
        SCEAU_RETURN_IF_ERROR(ReadPage(from));
        break;
      case FrameKind::kProblem:
        SCEAU_RETURN_IF_ERROR(ReadProblem(from));
        break;
      case FrameKind::kRefusal: {
        if (HasContent()) return Lie("a refusal after pages");
        SCEAU_ASSIGN_OR_RETURN(answer_.refusal, ReadFinding(from));
        break;
      }
      case FrameKind::kNeedsDrawing:
        if (HasContent()) return Lie("a refusal after pages");
        answer_.needs_drawing = true;
        break;
      case FrameKind::kPreview:
        SCEAU_RETURN_IF_ERROR(ReadPreview(from));
        break;
      case FrameKind::kRaster:
      case FrameKind::kDrawnRaster:
        SCEAU_RETURN_IF_ERROR(ReadRaster(from, kind == FrameKind::kDrawnRaster));
        break;
      case FrameKind::kEnd:
      default:  // a number that is not a kind of ours
        return Lie("frame kind");
    }
    return from.empty() ? absl::OkStatus() : Lie("frame length");
  }

  bool HasContent() const {
    return !answer_.outcome.content.pages.empty() || !answer_.outcome.problems.empty() ||
           !answer_.outcome.previews.empty();
  }

  absl::StatusOr<Finding> ReadFinding(ByteReader& from) const {
    auto finding = TakeFinding(from, kReaderReasons);
    if (!finding) return Lie("reason");
    return *std::move(finding);
  }

  absl::Status ReadProblem(ByteReader& from) {
    // A page has two at most, the end of time is said once more, and two speak of the whole file.
    if (std::ssize(answer_.outcome.problems) > 2 * std::int64_t{limits_.pages} + 2)
      return Lie("problems");
    SCEAU_ASSIGN_OR_RETURN(Finding problem, ReadFinding(from));
    answer_.outcome.problems.push_back(std::move(problem));
    return absl::OkStatus();
  }

  absl::StatusOr<int> ReadCount(ByteReader& from, std::int64_t most, const char* what) const {
    const auto count = TakeNumber<std::uint32_t>(from);
    if (!count || *count > most || *count > std::uint32_t{1} << 30) return Lie(what);
    return static_cast<int>(*count);
  }

  absl::StatusOr<Point> ReadPoint(ByteReader& from) const {
    const auto x = TakeReal(from);
    const auto y = TakeReal(from);
    if (!x || !y || !(std::abs(*x) <= kMaxCoordinate && std::abs(*y) <= kMaxCoordinate))
      return Lie("point");
    return Point{*x, *y};
  }

  absl::StatusOr<Symbol> ReadSymbol(ByteReader& from) const {
    const auto symbology = from.TakeByte();
    const auto hidden = from.TakeByte();
    // A scanner's text is read by the host itself.
    if (!symbology || *symbology > static_cast<std::uint8_t>(Symbology::kDataMatrix) || !hidden ||
        *hidden > 1)
      return Lie("symbol");
    Symbol symbol;
    symbol.symbology = static_cast<Symbology>(*symbology);
    symbol.hidden = *hidden == 1;
    for (Point& corner : symbol.corners) {
      SCEAU_ASSIGN_OR_RETURN(corner, ReadPoint(from));
    }
    const auto payload = TakeBytes(from, kMaxPayloadBytes);
    if (!payload) return Lie("payload");
    symbol.payload = ToBytes(*payload);
    return symbol;
  }

  absl::Status ReadPage(ByteReader& from) {
    auto& pages = answer_.outcome.content.pages;
    Page page;
    SCEAU_ASSIGN_OR_RETURN(page.number, ReadCount(from, limits_.pages, "page number"));
    if (page.number <= (pages.empty() ? 0 : pages.back().number)) return Lie("page number");
    SCEAU_RETURN_IF_ERROR(ReadSize(from, limits_.page_pixels, page.width, page.height));
    SCEAU_ASSIGN_OR_RETURN(const int symbols,
                           ReadCount(from, limits_.symbols - symbols_, "symbols"));
    symbols_ += symbols;
    for (int i = 0; i < symbols; ++i) {
      SCEAU_ASSIGN_OR_RETURN(Symbol symbol, ReadSymbol(from));
      page.symbols.push_back(std::move(symbol));
    }
    const auto showing = from.TakeByte();
    if (!showing || *showing > static_cast<std::uint8_t>(Showing::kDiffers)) return Lie("showing");
    page.showing = static_cast<Showing>(*showing);
    SCEAU_RETURN_IF_ERROR(ReadWords(from, page));
    pages.push_back(std::move(page));
    return absl::OkStatus();
  }

  absl::Status ReadSize(ByteReader& from, std::int64_t max_pixels, int& width, int& height) const {
    SCEAU_ASSIGN_OR_RETURN(width, ReadCount(from, max_pixels, "page width"));
    SCEAU_ASSIGN_OR_RETURN(height, ReadCount(from, max_pixels, "page height"));
    return std::int64_t{width} * height <= max_pixels ? absl::OkStatus() : Lie("page pixels");
  }

  absl::Status ReadWords(ByteReader& from, Page& page) const {
    const auto source = from.TakeByte();
    if (!source || *source > static_cast<std::uint8_t>(TextSource::kOcr)) return Lie("text source");
    page.text_source = static_cast<TextSource>(*source);
    const auto proven = from.TakeByte();
    const auto only_words = from.TakeByte();
    if (!proven || *proven > 1 || !only_words || *only_words > 1) return Lie("letters");
    page.letters_are_proven = *proven == 1;
    page.has_only_words = *only_words == 1;
    SCEAU_ASSIGN_OR_RETURN(const int words, ReadCount(from, limits_.words_per_page, "words"));
    for (int i = 0; i < words; ++i) {
      Word word;
      SCEAU_ASSIGN_OR_RETURN(word.top_left, ReadPoint(from));
      SCEAU_ASSIGN_OR_RETURN(word.bottom_right, ReadPoint(from));
      const auto sight = from.TakeByte();
      if (!sight || *sight > static_cast<std::uint8_t>(Sight::kHidden)) return Lie("sight");
      word.sight = static_cast<Sight>(*sight);
      const auto text = TakeBytes(from, limits_.answer_bytes);
      if (!text) return Lie("word");
      word.text = AsText(*text);
      page.words.push_back(std::move(word));
    }
    return absl::OkStatus();
  }

  absl::Status ReadPreview(ByteReader& from) {
    if (std::ssize(answer_.outcome.previews) >= limits_.previews) return Lie("previews");
    Preview preview;
    PageImage& image = preview.image;
    SCEAU_ASSIGN_OR_RETURN(preview.page, ReadCount(from, limits_.pages, "preview page"));
    SCEAU_RETURN_IF_ERROR(ReadSize(from, limits_.preview_pixels, image.width, image.height));
    const auto pixels =
        from.Take(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height));
    if (!pixels || preview.page < 1) return Lie("preview");
    image.pixels = ToBytes(*pixels);
    answer_.outcome.previews.push_back(std::move(preview));
    return absl::OkStatus();
  }

  // Of the last page, which has none yet; each side is that of the page, scaled, but for rounding.
  absl::Status ReadRaster(ByteReader& from, bool drawn) {
    auto& pages = answer_.outcome.content.pages;
    if (pages.empty() || !pages.back().raster.empty()) return Lie("raster of no page");
    Page& page = pages.back();
    const auto scale = TakeReal(from);
    if (!scale || !(*scale > 0 && *scale <= kMaxScale)) return Lie("raster scale");
    PageRaster raster;
    raster.scale = *scale;
    raster.drawn = drawn;
    PageImage& image = raster.image;
    const auto left = static_cast<std::int64_t>(limits_.raster_bytes - raster_bytes_);
    SCEAU_RETURN_IF_ERROR(ReadSize(from, left, image.width, image.height));
    const auto fits = [&](int side, int of_page) {
      return side >= 1 && std::abs(side - of_page * *scale) <= 1;
    };
    if (!fits(image.width, page.width) || !fits(image.height, page.height))
      return Lie("raster size");
    const auto pixels =
        from.Take(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height));
    if (!pixels) return Lie("raster");
    ReserveLarge(image.pixels, pixels->size());
    image.pixels.assign(pixels->begin(), pixels->end());
    raster_bytes_ += image.pixels.size();
    page.raster = std::move(raster);
    return absl::OkStatus();
  }

  ByteSpan bytes_;
  const Limits& limits_;
  Answer answer_;
  int symbols_ = 0;
  std::size_t raster_bytes_ = 0;
};

}  // namespace

absl::StatusOr<Answer> ReadAnswer(ByteSpan bytes, const Limits& limits) {
  if (bytes.size() > MaxAnswerBytes(limits)) return Lie("length");
  return AnswerReading(bytes, limits).Run();
}

}  // namespace sceau::isolation
