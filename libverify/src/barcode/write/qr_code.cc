// SPDX-License-Identifier: Apache-2.0
#include "barcode/write/qr_code.h"

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <algorithm>
#include <exception>
#include <string>
#include <string_view>

#include "base/status.h"

namespace sceau::barcode {
namespace {

constexpr std::string_view kAlphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

// ZXing takes 0 to 8 and halves it: 3 and 4 are level M (15 % of the codewords can be restored).
constexpr int kZXingLevelM = 4;

// What version 40 holds at level M (ISO/IEC 18004, table 7).
std::size_t QrCapacity(ByteSpan payload) {
  const auto all = [&](auto accepts) { return std::ranges::all_of(payload, accepts); };
  if (all([](std::uint8_t b) { return b >= '0' && b <= '9'; })) return 5596;
  if (all([](std::uint8_t b) {
        return kAlphanumeric.find(static_cast<char>(b)) != std::string_view::npos;
      }))
    return 3391;
  return 2331;
}

}  // namespace

absl::StatusOr<Modules> WriteQrCode(ByteSpan payload) {
  if (payload.empty()) return Refuse(Reason::kInternal, "symbol: empty payload");
  if (payload.size() > QrCapacity(payload)) {
    return Refuse(Reason::kClaimsTooLargeForCode, "qr code: payload over the capacity of level m");
  }
  try {
    // One wide character a byte: ZXing takes it as ISO 8859-1, its default, and adds no ECI.
    const std::wstring contents(payload.begin(), payload.end());
    ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::QRCode);
    const ZXing::BitMatrix bits =
        writer.setMargin(0).setEccLevel(kZXingLevelM).encode(contents, 0, 0);
    Modules modules;
    modules.size = bits.width();
    for (int y = 0; y < bits.height(); ++y) {
      for (int x = 0; x < bits.width(); ++x) modules.dark.push_back(bits.get(x, y));
    }
    return modules;
  } catch (const std::exception&) {
    return Refuse(Reason::kInternal, "qr code: the writer failed");
  }
}

}  // namespace sceau::barcode
