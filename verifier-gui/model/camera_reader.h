// SPDX-License-Identifier: Apache-2.0
// Pictures of a camera to reports, beside the window. While one picture is read the next ones are
// dropped: an answer about now is worth more than one about each.
#ifndef SCEAU_VERIFIER_GUI_MODEL_CAMERA_READER_H_
#define SCEAU_VERIFIER_GUI_MODEL_CAMERA_READER_H_

#include <QObject>
#include <QThread>
#include <QVideoFrame>
#include <QVideoSink>
#include <atomic>
#include <cstdint>
#include <optional>
#include <vector>

#include "sceau/camera.h"

namespace sceau::gui {

// 8-bit luminance, rows without gaps.
struct Luminance {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> pixels;
};

// Of a frame in any format that a camera gives; empty when it cannot be read.
Luminance luminanceOf(const QVideoFrame& frame);

class CameraReader : public QObject {
  Q_OBJECT
 public:
  explicit CameraReader(QObject* parent = nullptr);
  ~CameraReader() override;

  // Where a camera, or a test, puts its frames.
  QVideoSink* sink() { return &sink_; }

  // Nothing is read without options. What is being read with earlier ones is no longer reported.
  void setOptions(std::optional<VerifyOptions> options);

  bool isReading() const { return busy_; }
  // Pictures that were read, and that were dropped.
  int readCount() const { return read_; }
  int droppedCount() const { return dropped_; }

 signals:
  // With the picture as its page, where it shows a code; where it shows none, whether it shows
  // print.
  void judged(const sceau::Report& report, QSize frame, bool showsPrint);

 private:
  void take(const QVideoFrame& frame);

  QVideoSink sink_;
  QThread thread_;
  QObject worker_;                          // lives in thread_
  std::optional<CameraVerifier> verifier_;  // used in thread_ alone, once set
  bool enabled_ = false;
  int generation_ = 0;  // of the options
  bool busy_ = false;
  int read_ = 0;
  int dropped_ = 0;
};

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_MODEL_CAMERA_READER_H_
