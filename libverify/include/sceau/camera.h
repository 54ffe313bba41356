// SPDX-License-Identifier: Apache-2.0
// Verify the pictures of a camera, one after the other: pixels in, Report out.
#ifndef SCEAU_CAMERA_H_
#define SCEAU_CAMERA_H_

#include <cstddef>
#include <cstdint>
#include <memory>

#include "absl/status/statusor.h"
#include "sceau/public.h"
#include "sceau/report.h"
#include "sceau/verify.h"

namespace SCEAU_PUBLIC sceau {

// A view of 8-bit luminance, rows from the top, 0 = black; the pixels outlive the call.
struct CameraFrame {
  const std::uint8_t* luminance = nullptr;
  int width = 0;
  int height = 0;
  std::ptrdiff_t stride = 0;  // bytes from one row to the next
};

// Not thread-safe: one for each thread that reads a camera. Each picture is decoded by a process of
// its own: what one paper did there cannot answer for the next.
class CameraVerifier {
 public:
  // Errors as of Verifier::Create(). VerifyOptions::previews says nothing here,
  // and VerifyOptions::evidence asks for pictures of pages that differ alone.
  static absl::StatusOr<CameraVerifier> Create(VerifyOptions options);

  CameraVerifier(CameraVerifier&&) noexcept;
  CameraVerifier& operator=(CameraVerifier&&) noexcept;
  ~CameraVerifier();

  // Within Limits::frame_time and some milliseconds. A report without a seal says
  // document.no-code, document.no-seal or why the picture could not be read: show the next one.
  // The page is compared with its seal, which takes some 0.2 s, once two pictures in a row show the
  // seal in the same place; until then the axis `document` is not-compared. Never throws.
  Report VerifyFrame(const CameraFrame& frame);

 private:
  struct [[gnu::visibility("hidden")]] State;
  explicit CameraVerifier(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace sceau

#endif  // SCEAU_CAMERA_H_
