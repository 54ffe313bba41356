// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/session.h"

#include <QCryptographicHash>
#include <algorithm>
#include <utility>

#include "sceau/error.h"
#include "sceau/ins.h"

namespace sceau::gui {
namespace {

// At three to ten pictures a second, a moment in which a hand finds the seal.
constexpr int kUnsealedFrames = 3;
// A paper that no picture shows so many times in a row was taken away.
constexpr int kGoneFrames = 5;

void addTo(QCryptographicHash& print, std::string_view text) {
  const auto size = static_cast<qsizetype>(text.size());
  print.addData(QByteArray::number(size) + ':');
  print.addData(QByteArrayView(text.data(), size));
}

void addTo(QCryptographicHash& print, const SealReport& seal) {
  addTo(print, seal.format);
  addTo(print, seal.issuer ? seal.issuer->key_id : "");
  for (const std::string_view axis : {Name(seal.axes.seal), Name(seal.axes.status),
                                      Name(seal.axes.rights), Name(seal.axes.freshness)})
    addTo(print, axis);
  if (!seal.claims) return;
  if (seal.claims->attestation)
    addTo(print, FormatDocumentId(seal.claims->attestation->document_id));
  for (const ClaimField& field : seal.claims->fields) addTo(print, field.value);
}

// How much was said of the page: a difference that was seen once stays seen.
int seenOfThePage(const Report& report) {
  int seen = 0;
  for (const SealReport& seal : report.seals) {
    if (seal.axes.document == DocumentAxis::kAgrees) seen = std::max(seen, 1);
    if (seal.axes.document == DocumentAxis::kDiffers) seen = 2;
  }
  return seen;
}

Verification verifyPath(const Verifier& verifier, const QString& path) {
  auto report = verifier.VerifyFile(path.toStdString());
  if (!report.ok()) return report.status();
  return *std::move(report);
}

std::shared_ptr<const Verifier> makeVerifier(const VerifyOptions& options, absl::Status& failure) {
  auto verifier = Verifier::Create(options);
  if (!verifier.ok()) {
    failure = verifier.status();
    return nullptr;
  }
  return std::make_shared<const Verifier>(*std::move(verifier));
}

}  // namespace

QByteArray printOf(const Report& report) {
  QCryptographicHash print(QCryptographicHash::Sha256);
  for (const SealReport& seal : report.seals) addTo(print, seal);
  if (report.seals.empty()) {
    for (const OtherSymbol& other : report.others) addTo(print, other.kind);
  }
  return print.result();
}

Session::Session(Language language, QObject* parent)
    : QObject(parent),
      language_(language),
      documents_(language),
      seals_(language),
      trustFailure_(Refuse(Reason::kTrustMissing)),
      cancelled_(std::make_shared<std::atomic<bool>>(false)) {
  pool_.setMaxThreadCount(std::clamp(QThread::idealThreadCount(), 1, 4));
  idle_.setSingleShot(true);
  connect(&idle_, &QTimer::timeout, this, &Session::clear);
}

Session::~Session() {
  *cancelled_ = true;
  pool_.waitForDone();
}

void Session::setTrust(const absl::StatusOr<Trust>& trust, std::function<Instant()> now) {
  clear();
  verifier_.reset();
  batchVerifier_.reset();
  options_.reset();
  trustFailure_ = trust.status();
  if (!trust.ok()) return;
  VerifyOptions options;
  options.trust = *trust;
  options.now = std::move(now);
  batchVerifier_ = makeVerifier(options, trustFailure_);
  options.evidence = EvidencePictures::kNumberCovered;
  options_ = options;
  options.previews = true;
  verifier_ = makeVerifier(options, trustFailure_);
}

std::optional<VerifyOptions> Session::optionsForCamera() const { return options_; }

void Session::start(Work work, std::function<void(Verification)> done) {
  pool_.start([this, work = std::move(work), done = std::move(done), cancelled = cancelled_,
               verifier = hasBatch() && state_ == State::kBatch ? batchVerifier_ : verifier_] {
    if (*cancelled) return;
    Verification verification = work(*verifier);
    if (*cancelled) return;
    QMetaObject::invokeMethod(
        this,
        [done, cancelled, verification = std::move(verification)]() mutable {
          if (!*cancelled) done(std::move(verification));
        },
        Qt::QueuedConnection);
  });
}

void Session::openFiles(const QStringList& paths) {
  if (paths.isEmpty()) return;
  clear();
  if (!verifier_) {
    show(trustFailure_);
    return;
  }
  if (paths.size() == 1) {
    setState(State::kReading);
    start([path = paths.front()](const Verifier& v) { return verifyPath(v, path); },
          [this](Verification verification) { show(std::move(verification)); });
    return;
  }
  documents_.append(paths);
  setState(State::kBatch);
  for (int row = 0; row < documents_.rowCount(); ++row) {
    start([path = documents_.path(row)](const Verifier& v) { return verifyPath(v, path); },
          [this, row](Verification verification) {
            documents_.setVerification(row, std::move(verification));
            touch();  // a long batch is not an idle screen
            emit progressed(documents_.doneCount(), documents_.rowCount());
          });
  }
}

void Session::openText(const QByteArray& text) {
  // The identity on a patient's papers asks about the answer that stands.
  if (const auto holder = HolderOfIns(text.toStdString()); holder && state_ == State::kAnswer) {
    askHolder(*holder);
    return;
  }
  clear();
  if (!verifier_) {
    show(trustFailure_);
    return;
  }
  setState(State::kReading);
  start(
      [text](const Verifier& v) -> Verification {
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.constData());
        return v.VerifyBytes({bytes, static_cast<std::size_t>(text.size())}, "");
      },
      [this](Verification verification) { show(std::move(verification)); });
}

void Session::showCameraReport(const Report& report) {
  const bool showsCode = !report.seals.empty() || !report.others.empty();
  const QByteArray print = showsCode ? printOf(report) : QByteArray();
  unsealedFrames_ = showsCode && report.seals.empty() ? unsealedFrames_ + 1 : 0;
  if (print == cameraPrint_) {
    otherFrames_ = 0;
    takeSamePaper(report);
    return;
  }
  if (++otherFrames_ >= kGoneFrames) cameraPrint_.clear();
  if (!showsCode || isKeptFromCamera(report)) return;
  clear();
  cameraPrint_ = print;
  otherFrames_ = 0;
  showReport(report);
}

// The page of a paper is compared once it is held still: what is told then joins the answer that
// stands, with its holder.
void Session::takeSamePaper(const Report& report) {
  const bool isShown = state_ == State::kAnswer && report_ && report_->file.empty() &&
                       printOf(*report_) == cameraPrint_;
  if (!isShown || seenOfThePage(report) <= seenOfThePage(*report_)) return;
  report_ = report;
  seals_.setReport(*report_);
  const bool isAsked =
      holder_.name || holder_.born || holder_.nir || holder_.rank || holder_.insured_nir;
  if (isAsked) {
    askHolder(ExpectedHolder(holder_));
    return;
  }
  touch();
  emit changed();
}

bool Session::isKeptFromCamera(const Report& report) const {
  // Somebody who looks through a batch, or waits for a file, is not interrupted by what lies before
  // the camera.
  if (state_ == State::kBatch || state_ == State::kReading || hasBatch()) return true;
  // A web address may stand beside a seal that this one picture does not show: only pictures in a
  // row are an answer, and never in place of another.
  return report.seals.empty() && (unsealedFrames_ < kUnsealedFrames || state_ != State::kWaiting);
}

void Session::showRow(int row) {
  const Verification* verification = documents_.verification(row);
  if (verification == nullptr) return;
  const auto* report = std::get_if<Report>(verification);
  if (report == nullptr) {
    show(*verification);
    return;
  }
  showReport(*report);
  start([path = documents_.path(row)](const Verifier& v) { return verifyPath(v, path); },
        [this, file = report->file, seals = printOf(*report)](Verification again) {
          auto* found = std::get_if<Report>(&again);
          const bool isCurrent = state_ == State::kAnswer && report_ && report_->file == file;
          if (found == nullptr || !isCurrent || seals != printOf(*found)) return;
          report_->previews = std::move(found->previews);
          for (std::size_t i = 0; i < report_->seals.size(); ++i)
            report_->seals[i].pictures = std::move(found->seals[i].pictures);
          emit changed();
        });
}

void Session::backToBatch() {
  if (!hasBatch()) return;
  report_.reset();
  holder_ = {};
  setState(State::kBatch);
}

void Session::show(Verification verification) {
  if (auto* report = std::get_if<Report>(&verification)) {
    showReport(std::move(*report));
    return;
  }
  failure_ = std::get<absl::Status>(verification);
  report_.reset();
  setState(State::kFailed);
}

void Session::showReport(Report report) {
  const std::vector<std::size_t> order = sealsWorstFirst(report);
  seal_ = order.empty() ? 0 : order.front();
  holder_ = {};
  holderMistake_ = {};
  seals_.setReport(report);
  report_ = std::move(report);
  setState(State::kAnswer);
}

void Session::askHolder(const ExpectedHolder& holder) {
  if (!report_ || !verifier_) return;
  auto asked = verifier_->AskHolder(*report_, holder);
  holderMistake_ = asked.status();
  if (asked.ok()) {
    holder_ = holder;
    report_ = *std::move(asked);
    seals_.setReport(*report_);
  }
  touch();
  emit changed();
}

void Session::selectSeal(std::size_t seal) {
  if (!report_ || seal >= report_->seals.size()) return;
  seal_ = seal;
  touch();
  emit changed();
}

void Session::cancel() {
  *cancelled_ = true;
  cancelled_ = std::make_shared<std::atomic<bool>>(false);
  pool_.clear();
  if (state_ == State::kReading) setState(State::kWaiting);
  emit progressed(documents_.doneCount(), documents_.doneCount());
}

void Session::forget() {
  report_.reset();
  failure_ = {};
  holderMistake_ = {};
  holder_ = {};
  seal_ = 0;
  seals_.setReport({});
  documents_.clear();
}

void Session::clear() {
  cancel();
  forget();
  setState(State::kWaiting);
}

void Session::setState(State state) {
  state_ = state;
  touch();
  emit changed();
}

void Session::setIdleTime(std::chrono::milliseconds time) {
  idle_.setInterval(time);
  touch();
}

void Session::touch() {
  if (state_ == State::kWaiting || idle_.interval() == 0) {
    idle_.stop();
  } else {
    idle_.start();
  }
}

}  // namespace sceau::gui
