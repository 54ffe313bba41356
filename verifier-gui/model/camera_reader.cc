// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/camera_reader.h"

#include <QImage>
#include <QSize>
#include <utility>

#include "verifier-gui/model/print_seen.h"

namespace sceau::gui {
namespace {

// For formats whose first plane holds the luminance: where it starts and how far apart its samples
// are.
std::optional<int> luminanceStep(QVideoFrameFormat::PixelFormat format) {
  switch (format) {
    case QVideoFrameFormat::Format_Y8:
    case QVideoFrameFormat::Format_YUV420P:
    case QVideoFrameFormat::Format_YUV422P:
    case QVideoFrameFormat::Format_YV12:
    case QVideoFrameFormat::Format_NV12:
    case QVideoFrameFormat::Format_NV21:
    case QVideoFrameFormat::Format_IMC1:
    case QVideoFrameFormat::Format_IMC2:
    case QVideoFrameFormat::Format_IMC3:
    case QVideoFrameFormat::Format_IMC4:
      return 1;
    case QVideoFrameFormat::Format_YUYV:
      return 2;
    default:
      return std::nullopt;
  }
}

Luminance fromPlane(QVideoFrame frame, int step) {
  Luminance out;
  if (!frame.map(QVideoFrame::ReadOnly)) return out;
  const int stride = frame.bytesPerLine(0);
  const std::int64_t last =
      std::int64_t{stride} * (frame.height() - 1) + std::int64_t{step} * (frame.width() - 1);
  if (frame.width() > 0 && frame.height() > 0 && last < frame.mappedBytes(0)) {
    out.width = frame.width();
    out.height = frame.height();
    out.pixels.reserve(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height));
    for (int y = 0; y < out.height; ++y) {
      const uchar* row = frame.bits(0) + std::ptrdiff_t{y} * stride;
      for (int x = 0; x < out.width; ++x) out.pixels.push_back(row[std::ptrdiff_t{x} * step]);
    }
  }
  frame.unmap();
  return out;
}

Luminance fromImage(const QImage& image) {
  Luminance out;
  const QImage grey = image.convertToFormat(QImage::Format_Grayscale8);
  if (grey.isNull()) return out;
  out.width = grey.width();
  out.height = grey.height();
  for (int y = 0; y < grey.height(); ++y)
    out.pixels.insert(out.pixels.end(), grey.constScanLine(y),
                      grey.constScanLine(y) + grey.width());
  return out;
}

}  // namespace

Luminance luminanceOf(const QVideoFrame& frame) {
  if (!frame.isValid()) return {};
  const auto step = luminanceStep(frame.pixelFormat());
  return step ? fromPlane(frame, *step) : fromImage(frame.toImage());
}

CameraReader::CameraReader(QObject* parent) : QObject(parent) {
  worker_.moveToThread(&thread_);
  connect(&sink_, &QVideoSink::videoFrameChanged, this, &CameraReader::take);
  thread_.start();
}

CameraReader::~CameraReader() {
  sink_.disconnect(this);
  thread_.quit();
  thread_.wait();
}

void CameraReader::setOptions(std::optional<VerifyOptions> options) {
  enabled_ = options.has_value();
  ++generation_;
  QMetaObject::invokeMethod(&worker_, [this, options = std::move(options)]() mutable {
    verifier_.reset();
    if (!options) return;
    auto created = CameraVerifier::Create(*std::move(options));
    if (created.ok()) verifier_ = *std::move(created);
  });
}

void CameraReader::take(const QVideoFrame& frame) {
  if (!enabled_) return;
  if (busy_) {
    ++dropped_;
    return;
  }
  busy_ = true;
  QMetaObject::invokeMethod(&worker_, [this, frame, generation = generation_] {
    Luminance picture = luminanceOf(frame);
    Report report;
    bool isPrinted = false;
    if (verifier_) {
      report = verifier_->VerifyFrame(
          {picture.pixels.data(), picture.width, picture.height, picture.width});
      if (!report.seals.empty() || !report.others.empty()) {
        report.previews.push_back({1, picture.width, picture.height, picture.width, picture.height,
                                   std::move(picture.pixels)});
      } else {
        isPrinted = showsPrint(picture);
      }
    }
    QMetaObject::invokeMethod(
        this,
        [this, generation, isPrinted, report = std::move(report),
         size = QSize(picture.width, picture.height)] {
          busy_ = false;
          ++read_;
          if (generation == generation_) emit judged(report, size, isPrinted);
        },
        Qt::QueuedConnection);
  });
}

}  // namespace sceau::gui
