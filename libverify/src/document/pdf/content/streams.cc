// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/content/streams.h"

#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <qpdf/Buffer.hh>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDFStreamFilter.hh>
#include <utility>

#include "base/status.h"
#include "document/pdf/content/color_space.h"
#include "document/pdf/content/stream_filters.h"
#include "document/pdf/qpdf.h"

namespace sceau::document {
namespace {

// For streams of objects and of cross references: 200 objects, the most that writers put in one,
// weigh some 50 kB; an entry of a cross reference 5 to 8 bytes.
constexpr std::size_t kStructureBytes = std::size_t{8} << 20;
constexpr int kMaxNumbers = 64;

thread_local std::size_t stream_limit = kStructureBytes;
thread_local bool stream_failed = false;  // since the outermost StreamScope began

class StreamScope {
 public:
  explicit StreamScope(std::size_t limit)
      : outer_limit_(std::exchange(stream_limit, limit)),
        outer_failed_(std::exchange(stream_failed, false)) {}
  ~StreamScope() {
    stream_limit = outer_limit_;
    stream_failed = outer_failed_;
  }
  StreamScope(const StreamScope&) = delete;
  StreamScope& operator=(const StreamScope&) = delete;

 private:
  std::size_t outer_limit_;
  bool outer_failed_;
};

using Decoder = std::function<absl::StatusOr<Bytes>(ByteSpan, std::size_t)>;

// Waits for all of the data, then decodes. Data that cannot be decoded is noted and passed on as
// none: an exception out of finish() makes qpdf 11 finish once more, and its AES filter, which has
// let its cipher go by then, crash. Where qpdf itself asked, for objects or cross references, it
// finds them missing and repairs the file.
class DecodeAtEnd : public Pipeline {
 public:
  DecodeAtEnd(Pipeline* to, Decoder decode) : Pipeline("sceau", to), decode_(std::move(decode)) {}
  void write(unsigned char const* data, std::size_t size) override {
    bytes_.insert(bytes_.end(), data, data + size);
  }
  void finish() override {
    if (std::exchange(finished_, true)) return;
    const auto decoded = decode_(std::exchange(bytes_, {}), stream_limit);
    if (decoded.ok()) {
      getNext()->write(decoded->data(), decoded->size());
    } else {
      stream_failed = true;
    }
    getNext()->finish();
  }

 private:
  Decoder decode_;
  Bytes bytes_;
  bool finished_ = false;
};

enum class FilterKind { kFlate, kLzw, kRunLength };

class BoundedFilter : public QPDFStreamFilter {
 public:
  explicit BoundedFilter(FilterKind kind) : kind_(kind) {}

  bool setDecodeParms(QPDFObjectHandle parms) override {
    if (parms.isNull()) return true;
    if (!parms.isDictionary()) return false;
    const auto integer = [&](const char* key, int otherwise) {
      QPDFObjectHandle value = parms.getKey(key);
      return value.isInteger() ? value.getIntValueAsInt() : otherwise;
    };
    predictor_ = {integer("/Predictor", 1), integer("/Colors", 1), integer("/BitsPerComponent", 8),
                  integer("/Columns", 1)};
    early_change_ = integer("/EarlyChange", 1) != 0;
    return IsPossible(predictor_);
  }

  Pipeline* getDecodePipeline(Pipeline* next) override {
    pipeline_ = std::make_unique<DecodeAtEnd>(
        next, [this](ByteSpan bytes, std::size_t limit) { return Decode(bytes, limit); });
    return pipeline_.get();
  }

 private:
  absl::StatusOr<Bytes> Decode(ByteSpan bytes, std::size_t limit) const {
    if (kind_ == FilterKind::kRunLength) return DecodeRunLength(bytes, limit);
    SCEAU_ASSIGN_OR_RETURN(Bytes decoded, kind_ == FilterKind::kFlate
                                              ? InflateStream(bytes, limit)
                                              : DecodeLzw(bytes, early_change_, limit));
    return Undo(predictor_, std::move(decoded));
  }

  FilterKind kind_;
  Predictor predictor_;
  bool early_change_ = true;
  std::unique_ptr<Pipeline> pipeline_;
};

class Collect : public Pipeline {
 public:
  explicit Collect(std::size_t limit) : Pipeline("sceau", nullptr), limit_(limit) {}
  void write(unsigned char const* data, std::size_t size) override {
    too_large = too_large || size > limit_ - bytes.size();
    if (!too_large) bytes.insert(bytes.end(), data, data + size);
  }
  void finish() override { finished = true; }

  Bytes bytes;
  bool finished = false;
  bool too_large = false;

 private:
  std::size_t limit_;
};

absl::StatusOr<Bytes> Pipe(QPDFObjectHandle stream, std::size_t limit,
                           qpdf_stream_decode_level_e level) {
  const StreamScope scope(limit);
  Collect collect(limit);
  bool decoded = false;
  bool done = false;
  try {
    done = stream.pipeStreamData(&collect, &decoded, 0, level, true);
  } catch (const std::bad_alloc&) {
    return Refuse(Reason::kDocumentTooLarge, "pdf stream");
  } catch (const std::exception&) {
    done = false;
  }
  if (collect.too_large) return Refuse(Reason::kDocumentTooLarge, "pdf stream");
  if (!done || stream_failed || !collect.finished || (level != qpdf_dl_none && !decoded))
    return Refuse(Reason::kDocumentDamaged, "pdf stream");
  return std::move(collect.bytes);
}

}  // namespace

void BoundStreamFilters() {
  static std::once_flag once;
  std::call_once(once, [] {
    const auto bound = [](const char* name, FilterKind kind) {
      QPDF::registerStreamFilter(name, [kind] { return std::make_shared<BoundedFilter>(kind); });
    };
    bound("/FlateDecode", FilterKind::kFlate);
    bound("/LZWDecode", FilterKind::kLzw);
    bound("/RunLengthDecode", FilterKind::kRunLength);
  });
}

std::vector<std::string> FiltersOf(QPDFObjectHandle stream) {
  QPDFObjectHandle filter = stream.getDict().getKey("/Filter");
  std::vector<std::string> names;
  if (filter.isName()) names.push_back(filter.getName());
  if (!filter.isArray()) return names;
  for (int i = 0; i < filter.getArrayNItems(); ++i) {
    QPDFObjectHandle one = filter.getArrayItem(i);
    names.push_back(one.isName() ? one.getName() : "");
  }
  return names;
}

absl::StatusOr<Bytes> ReadStream(QPDFObjectHandle stream, std::size_t limit) {
  const bool plain = FiltersOf(stream).empty();
  return Pipe(stream, limit, plain ? qpdf_dl_none : qpdf_dl_specialized);
}

absl::StatusOr<Bytes> ReadStreamButLast(QPDFObjectHandle stream, std::size_t limit) {
  SCEAU_ASSIGN_OR_RETURN(Bytes raw, Pipe(stream, limit, qpdf_dl_none));
  if (FiltersOf(stream).size() == 1) return raw;
  QPDFObjectHandle filters = stream.getDict().getKey("/Filter").shallowCopy();
  filters.eraseItem(filters.getArrayNItems() - 1);
  QPDFObjectHandle parms = stream.getDict().getKey("/DecodeParms");
  if (parms.isArray() && parms.getArrayNItems() > 0) {
    parms = parms.shallowCopy();
    parms.eraseItem(parms.getArrayNItems() - 1);
  }
  QPDFObjectHandle rest = QPDFObjectHandle::newStream(stream.getOwningQPDF(), "");
  rest.replaceStreamData(std::string(AsText(raw)), filters, parms);
  return Pipe(rest, limit, qpdf_dl_specialized);
}

QPDFObjectHandle LastDecodeParms(QPDFObjectHandle stream) {
  QPDFObjectHandle parms = stream.getDict().getKey("/DecodeParms");
  if (parms.isArray()) {
    const int count = parms.getArrayNItems();
    parms = count > 0 ? parms.getArrayItem(count - 1) : QPDFObjectHandle::newNull();
  }
  return parms.isDictionary() ? parms : QPDFObjectHandle::newNull();
}

std::vector<double> NumbersOf(QPDFObjectHandle array) {
  std::vector<double> numbers;
  if (!array.isArray() || array.getArrayNItems() > kMaxNumbers) return numbers;
  for (int i = 0; i < array.getArrayNItems(); ++i) {
    QPDFObjectHandle item = array.getArrayItem(i);
    if (!item.isNumber()) return {};
    numbers.push_back(item.getNumericValue());
  }
  return numbers;
}

std::size_t RawImageSize(QPDFObjectHandle dictionary, QPDFObjectHandle resources) {
  const auto integer = [&](const char* key, std::uint64_t most) -> std::uint64_t {
    QPDFObjectHandle value = dictionary.getKey(key);
    if (!value.isInteger() || value.getIntValue() < 0) return 0;
    const auto number = static_cast<std::uint64_t>(value.getIntValue());
    return number <= most ? number : 0;
  };
  constexpr std::uint64_t kMaxSide = 1 << 20;
  QPDFObjectHandle mask = dictionary.getKey("/ImageMask");
  const bool is_mask = mask.isBool() && mask.getBoolValue();
  std::uint64_t bits = 1;
  if (!is_mask) {
    const ColorSpace space = ResolveColorSpace(dictionary.getKey("/ColorSpace"), resources);
    bits = integer("/BitsPerComponent", 16) * static_cast<std::uint64_t>(space.components());
  }
  return static_cast<std::size_t>((integer("/Width", kMaxSide) * bits + 7) / 8 *
                                  integer("/Height", kMaxSide));
}

}  // namespace sceau::document
