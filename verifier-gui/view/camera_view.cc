// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/view/camera_view.h"

#include <QCameraDevice>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

#include "verifier-gui/model/text.h"
#include "verifier-gui/view/labels.h"

namespace sceau::gui {
namespace {

// An eye takes ten pictures a second for a film; more would cost what the
// reading needs.
constexpr qint64 kFrameMilliseconds = 80;
constexpr int kOutlineMilliseconds = 800;
// The largest side of what is shown.
constexpr int kShownSide = 640;

// Nearest to what the kit of captures has: enough pixels for a code at arm's
// length, few enough to be read in time.
QCameraFormat bestFormatOf(const QCameraDevice& device) {
  const auto distance = [](const QCameraFormat& format) {
    return std::abs(format.resolution().width() - 1280);
  };
  QCameraFormat best;
  for (const QCameraFormat& format : device.videoFormats()) {
    const bool nearer =
        best.isNull() || distance(format) < distance(best) ||
        (distance(format) == distance(best) && format.maxFrameRate() > best.maxFrameRate());
    if (nearer) best = format;
  }
  return best;
}

}  // namespace

CameraView::CameraView(CameraReader* reader, Language language, QWidget* parent)
    : QWidget(parent), reader_(reader), language_(language) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  view_ = new PageView(this);
  view_->setAccessibleName(say(Message::kCameraView, language));
  view_->setFitting(true);
  view_->setVisible(false);
  notice_ = plainLabel(say(Message::kCameraSearching, language), this);
  notice_->setAlignment(Qt::AlignCenter);
  choice_ = new QComboBox(this);
  choice_->setAccessibleName(say(Message::kCameraChoice, language));
  choice_->setVisible(false);
  layout->addWidget(view_, 1);
  layout->addWidget(notice_, 1);
  layout->addWidget(choice_);
  connect(choice_, &QComboBox::currentIndexChanged, this, &CameraView::useCamera);
  connect(reader->sink(), &QVideoSink::videoFrameChanged, this, &CameraView::showFrame);
  connect(reader, &CameraReader::judged, this, &CameraView::showJudged);
  outlineEnds_.setSingleShot(true);
  outlineEnds_.setInterval(kOutlineMilliseconds);
  connect(&outlineEnds_, &QTimer::timeout, view_, [this] { view_->setOutline({}); });
}

CameraView::~CameraView() {
  if (camera_) camera_->stop();
}

void CameraView::start() {
  devices_ = std::make_unique<QMediaDevices>();
  connect(devices_.get(), &QMediaDevices::videoInputsChanged, this, &CameraView::listCameras);
  listCameras();
}

void CameraView::listCameras() {
  const QSignalBlocker quiet(choice_);
  const QByteArray current = camera_ ? camera_->cameraDevice().id() : QByteArray();
  choice_->clear();
  int chosen = 0;
  for (const QCameraDevice& device : QMediaDevices::videoInputs()) {
    if (device.id() == current) chosen = choice_->count();
    choice_->addItem(fromOutside(device.description().toStdString()));
  }
  choice_->addItem(say(Message::kCameraOff, language_));
  choice_->setCurrentIndex(chosen);
  choice_->setVisible(choice_->count() > 1);
  const bool goesOn = camera_ && chosen < choice_->count() - 1 &&
                      QMediaDevices::videoInputs()[chosen].id() == current;
  if (!goesOn) useCamera(chosen);
}

void CameraView::useCamera(int choice) {
  if (camera_) camera_->stop();
  camera_.reset();
  capture_.reset();
  const QList<QCameraDevice> devices = QMediaDevices::videoInputs();
  if (choice < 0 || choice >= devices.size()) {
    showNotice(say(devices.isEmpty() ? Message::kCameraNone : Message::kCameraIsOff, language_));
    return;
  }
  showNotice(say(Message::kCameraSearching, language_));
  camera_ = std::make_unique<QCamera>(devices[choice]);
  if (const QCameraFormat format = bestFormatOf(devices[choice]); !format.isNull())
    camera_->setCameraFormat(format);
  connect(camera_.get(), &QCamera::errorOccurred, this,
          [this] { showNotice(say(Message::kCameraFailed, language_)); });
  capture_ = std::make_unique<QMediaCaptureSession>();
  capture_->setCamera(camera_.get());
  capture_->setVideoSink(reader_->sink());
  camera_->start();
}

void CameraView::showNotice(const QString& text) {
  notice_->setText(text);
  notice_->setVisible(true);
  view_->clear();
  view_->setVisible(false);
  emit seeing(false);
}

void CameraView::showFrame(const QVideoFrame& frame) {
  if (!notice_->isHidden()) {
    notice_->setVisible(false);
    emit seeing(true);
  }
  if (!isVisible() || (shown_.isValid() && shown_.elapsed() < kFrameMilliseconds)) return;
  shown_.start();
  const QImage image = frame.toImage();
  if (image.isNull()) return;
  view_->setPicture(image.scaled(kShownSide, kShownSide, Qt::KeepAspectRatio));
  view_->setVisible(true);
}

void CameraView::showJudged(const Report& report, QSize frame) {
  if (report.seals.empty()) return;
  view_->setOutline(outlineOf(report.seals.front().corners, frame));
  outlineEnds_.start();
}

}  // namespace sceau::gui
