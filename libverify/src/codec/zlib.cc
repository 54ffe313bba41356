// SPDX-License-Identifier: Apache-2.0
#include "codec/zlib.h"

#include <zlib.h>

#include <algorithm>
#include <limits>
#include <new>

#include "base/status.h"

namespace sceau::codec {
namespace {

constexpr std::size_t kFirstStep = std::size_t{1} << 16;
// zlib counts the input and the output of one call in `uInt`.
constexpr std::size_t kMaxStep = std::numeric_limits<uInt>::max();

constexpr int kBestLevel = 9;
constexpr int kZlibWindow = 15;  // the zlib format, neither gzip nor raw
constexpr int kMaxMemory = 9;

// Releases zlib's state; a struct that was never initialised is left alone by zlib itself.
template <int (*End)(z_streamp)>
struct Stream {
  z_stream z{};
  Stream() = default;
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;
  ~Stream() { End(&z); }
};

// Gives zlib the next part of the input when it has used up the last.
void Feed(z_stream& z, ByteSpan& left) {
  if (z.avail_in != 0 || left.empty()) return;
  const std::size_t step = std::min(left.size(), kMaxStep);
  z.next_in = const_cast<Bytef*>(left.data());  // zlib's own interface; it does not write there
  z.avail_in = static_cast<uInt>(step);
  left = left.subspan(step);
}

// Gives zlib room after what it has made: twice as much each time, up to `most` in all.
void Grow(z_stream& z, Bytes& out, std::size_t most) {
  const std::size_t made = out.size();
  const std::size_t room = std::min({std::max(made, kFirstStep), most - made, kMaxStep});
  out.resize(made + room);
  z.next_out = out.data() + made;
  z.avail_out = static_cast<uInt>(room);
}

}  // namespace

absl::StatusOr<Bytes> Inflate(ByteSpan stream, std::size_t limit, InflateReasons reasons) try {
  Stream<inflateEnd> state;
  z_stream& z = state.z;
  if (inflateInit2(&z, kZlibWindow) != Z_OK) return Refuse(Reason::kInternal, "zlib");
  // One byte more than the limit: that byte shows that there is too much.
  const std::size_t most = limit + (limit < std::numeric_limits<std::size_t>::max() ? 1 : 0);
  Bytes out;
  for (int result = Z_OK; result != Z_STREAM_END;) {
    Feed(z, stream);
    if (z.avail_out == 0) Grow(z, out, most);
    result = inflate(&z, Z_NO_FLUSH);
    if (result == Z_MEM_ERROR) return Refuse(Reason::kInternal, "zlib: out of memory");
    if (out.size() - z.avail_out > limit) return Refuse(reasons.too_large, "inflated size");
    // Z_BUF_ERROR: no progress with room left, since the input ended too early.
    if (result != Z_OK && result != Z_STREAM_END) return Refuse(reasons.damaged, "zlib stream");
  }
  if (z.avail_in != 0 || !stream.empty()) return Refuse(reasons.damaged, "bytes after the stream");
  out.resize(out.size() - z.avail_out);
  return out;
} catch (const std::bad_alloc&) {
  return Refuse(reasons.too_large, "out of memory");
}

absl::StatusOr<Bytes> Deflate(ByteSpan bytes, DeflateKind kind) {
  Stream<deflateEnd> state;
  z_stream& z = state.z;
  const int strategy = kind == DeflateKind::kNoise ? Z_HUFFMAN_ONLY : Z_DEFAULT_STRATEGY;
  if (deflateInit2(&z, kBestLevel, Z_DEFLATED, kZlibWindow, kMaxMemory, strategy) != Z_OK) {
    return Refuse(Reason::kInternal, "zlib: out of memory");
  }
  Bytes out;
  for (int result = Z_OK; result != Z_STREAM_END;) {
    Feed(z, bytes);
    if (z.avail_out == 0) Grow(z, out, std::numeric_limits<std::size_t>::max());
    result = deflate(&z, bytes.empty() ? Z_FINISH : Z_NO_FLUSH);
    if (result != Z_OK && result != Z_STREAM_END) return Refuse(Reason::kInternal, "zlib");
  }
  out.resize(out.size() - z.avail_out);
  return out;
}

}  // namespace sceau::codec
