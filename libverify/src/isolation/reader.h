// SPDX-License-Identifier: Apache-2.0
// The one door through which a document is read: bytes -> pages with their symbols and words.
// Everything above this interface is safe from what the bytes do to image and PDF libraries: they
// run in another process (helper_reader.h), or in this one in tests, fuzzers and benchmarks alone
// (decode/in_process_reader.h).
#ifndef SCEAU_ISOLATION_READER_H_
#define SCEAU_ISOLATION_READER_H_

#include <memory>
#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "base/page.h"
#include "isolation/recognised.h"
#include "sceau/limits.h"

namespace sceau::isolation {

// A page as it is seen, made smaller, for a person to recognise it.
struct Preview {
  int page = 1;  // from 1
  PageImage image;
};

struct ReadOutcome {
  DocumentContent content;
  // What kept pages from being read (document.damaged, document.deadline …), while other pages
  // were; then what no page shows (document.attachments, document.xfa-form).
  std::vector<Finding> problems;
  std::vector<Preview> previews;
};

class Reader {
 public:
  virtual ~Reader() = default;
  // Errors: document.empty, document.unknown-type, document.unsupported-type, document.damaged,
  // document.encrypted, document.too-*, document.deadline, document.out-of-memory; from another
  // process also document.reader-crashed and isolation.unavailable. A scanner's text (UTF-8 or
  // bytes that are of no known file type but start like a seal) is one page with one kText symbol.
  virtual absl::StatusOr<ReadOutcome> Read(ByteSpan document, const Limits& limits) = 0;
  // One page (from 1) of the same document, read again for its pixels, whatever it is made of: with
  // symbols and a raster, without words. Nothing where the page shows no seal or cannot be drawn,
  // and of a reader that does not draw.
  virtual std::optional<Page> ReadPixels(ByteSpan /*document*/, int /*page*/,
                                         const Limits& /*limits*/) {
    return std::nullopt;
  }
  // The words that stand on a page, recognised. None of a reader that cannot, where the program
  // that does it is not installed, and where it fails.
  virtual std::vector<RecognisedWord> Recognise(const PageImage& /*image*/,
                                                const Limits& /*limits*/) {
    return {};
  }
};

enum class PageSource {
  kParts,    // what a page is made of, where that is certain
  kDrawing,  // the page as a viewer shows it: for an issuer who checks what it made
};

// Of which pages that show a seal grey pixels are taken, to compare their print with the seal.
enum class Rasters {
  kNone,
  kPictures,  // those whose print is in pictures, and others when they are drawn anyway
  kAll,
};

struct ReadSettings {
  PageSource source = PageSource::kParts;
  bool previews = false;  // of pages with a symbol; of the first page where there is none
  Rasters rasters = Rasters::kNone;
  int only_page = 0;  // from 1: no other page is read, and none of its words; 0: all pages
};

// What Reader::ReadPixels() asks for, and what it answers.
ReadSettings ForPixelsOf(int page);
std::optional<Page> PixelsIn(absl::StatusOr<ReadOutcome> outcome, int page);

// The same of a camera's pictures, one after the other. Not thread-safe.
class FrameReader {
 public:
  virtual ~FrameReader() = default;
  // Within Limits::frame_time. Refuses document.too-many-pixels, document.too-many-symbols,
  // document.deadline, document.out-of-memory, document.reader-crashed, isolation.unavailable;
  // after any of them the next picture is read as if nothing had been.
  // The page has no words, and a raster when it shows a seal.
  virtual absl::StatusOr<Page> ReadFrame(ImageView frame) = 0;
};

// The readers that the rooms above are given. No room defines these two: whoever links the rooms
// says what reads, our libraries by src/make_readers.cc. Where no process can be started, as in a
// browser, something else does. The reader of documents is thread-safe.
std::unique_ptr<Reader> MakeReader(const ReadSettings& settings = {});
std::unique_ptr<FrameReader> MakeFrameReader(const Limits& limits);

}  // namespace sceau::isolation

#endif  // SCEAU_ISOLATION_READER_H_
