// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/session.h"

#include <QFile>
#include <algorithm>
#include <utility>

#include "sceau/error.h"
#include "sceau/ins.h"
#include "verifier-gui/model/example.h"
#include "verifier-gui/model/paper_print.h"
#include "verifier-gui/model/verify_path.h"

namespace sceau::gui {
namespace {

std::shared_ptr<const Verifier> makeVerifier(const VerifyOptions& options, absl::Status& failure) {
  auto verifier = Verifier::Create(options);
  if (!verifier.ok()) {
    failure = verifier.status();
    return nullptr;
  }
  return std::make_shared<const Verifier>(*std::move(verifier));
}

}  // namespace

Session::Session(Language language, QObject* parent)
    : QObject(parent),
      language_(language),
      documents_(language),
      seals_(language),
      trustFailure_(Refuse(Reason::kTrustMissing)),
      cancelled_(std::make_shared<std::atomic<bool>>(false)),
      lookedAt_(std::make_shared<std::atomic<int>>(-1)) {
  pool_.setMaxThreadCount(std::clamp(QThread::idealThreadCount(), 1, 4));
  idle_.setSingleShot(true);
  connect(&idle_, &QTimer::timeout, this, [this] {
    if (hasBatch()) {
      isVeiled_ = true;
      emit changed();
    } else {
      clear();
    }
    emit idled();
  });
}

Session::~Session() {
  *cancelled_ = true;
  pool_.waitForDone();
}

void Session::setTrust(const absl::StatusOr<Trust>& trust, std::function<Instant()> now) {
  clear();
  now_ = std::move(now);
  trust_ = trust;
  makeVerifiers();
}

void Session::makeVerifiers() {
  verifier_.reset();
  batchVerifier_.reset();
  options_.reset();
  trustFailure_ = trust_.status();
  if (!trust_.ok()) return;
  VerifyOptions options;
  options.trust = *trust_;
  options.now = now_;
  options.date_of_care = dateOfCare_;
  batchVerifier_ = makeVerifier(options, trustFailure_);
  options.evidence = EvidencePictures::kNumberCovered;
  options_ = options;
  options.previews = true;
  verifier_ = makeVerifier(options, trustFailure_);
}

std::optional<VerifyOptions> Session::optionsForCamera() const { return options_; }

void Session::setDateOfCare(std::optional<Date> date) {
  if (date == dateOfCare_) return;
  dateOfCare_ = date;
  makeVerifiers();
  judgeAgain();
}

// A paper before the camera answers for itself.
void Session::judgeAgain() {
  const QStringList paths = openPaths_;
  const QByteArray text = openText_;
  std::vector<ExpectedMember> members = std::move(members_);
  // On a screen that cleared itself nothing comes back of what lies there still.
  const bool stood = state_ != State::kWaiting;
  clear();
  if (stood) watch_.forgetPaper();
  emit verifiersChanged();
  if (!paths.isEmpty()) {
    openFiles(paths);
    if (!hasBatch()) return;
    members_ = std::move(members);
    attend();
  } else if (!text.isEmpty()) {
    openText(text);
  }
}

void Session::start(Work work, std::function<void(Verification, QByteArray)> done) {
  startWith(hasBatch() && state_ == State::kBatch ? batchVerifier_ : verifier_, 0, std::move(work),
            std::move(done));
}

void Session::startWith(std::shared_ptr<const Verifier> verifier, int priority, Work work,
                        std::function<void(Verification, QByteArray)> done) {
  const auto run = [this, verifier = std::move(verifier), work = std::move(work),
                    done = std::move(done), cancelled = cancelled_] {
    if (*cancelled) return;
    QByteArray digest;
    Verification verification = work(*verifier, digest);
    if (*cancelled) return;
    QMetaObject::invokeMethod(
        this,
        [done, cancelled, digest, verification = std::move(verification)]() mutable {
          if (!*cancelled) done(std::move(verification), digest);
        },
        Qt::QueuedConnection);
  };
  pool_.start(run, priority);
}

void Session::openFiles(const QStringList& paths) {
  if (paths.isEmpty()) return;
  clear();
  openPaths_ = paths;
  if (!verifier_) {
    show(trustFailure_, Way::kFile, {});
    return;
  }
  if (paths.size() == 1) {
    setState(State::kReading);
    start([path = QFile::encodeName(paths.front())](
              const Verifier& v, QByteArray& digest) { return verifyPath(v, path, {}, digest); },
          [this](Verification verification, const QByteArray& digest) {
            show(std::move(verification), Way::kFile, digest);
          });
    return;
  }
  documents_.append(paths);
  setState(State::kBatch);
  for (int row = 0; row < documents_.rowCount(); ++row) {
    start([path = QFile::encodeName(documents_.path(row))](
              const Verifier& v, QByteArray& digest) { return verifyPath(v, path, {}, digest); },
          [this, row](Verification verification, const QByteArray& digest) {
            documents_.setVerification(row, std::move(verification), digest);
            touch();  // a long batch is not an idle screen
            if (documents_.doneCount() == documents_.rowCount()) {
              attend();
            } else {
              emit progressed(documents_.doneCount(), documents_.rowCount());
            }
          });
  }
}

void Session::openText(const QByteArray& text) {
  // The identity on a patient's papers asks about the answer that stands.
  if (const auto holder = HolderOfIns(text.toStdString()); holder && state_ == State::kAnswer) {
    isScanExpected_ = false;  // what the camera sees keeps it grey
    askHolder(*holder);
    return;
  }
  clear();
  openText_ = text;
  if (!verifier_) {
    show(trustFailure_, Way::kScanner, {});
    return;
  }
  setState(State::kReading);
  start(
      [text](const Verifier& v, QByteArray& digest) -> Verification {
        digest = digestOf(text);
        return v.VerifyBytes(viewOf(text), "");
      },
      [this](Verification verification, const QByteArray& digest) {
        show(std::move(verification), Way::kScanner, digest);
      });
}

void Session::openExample() {
  clear();
  auto verifier = makeExampleVerifier();
  if (!verifier.ok()) {
    showFailure(verifier.status());
    return;
  }
  exampleVerifier_ = *std::move(verifier);
  setState(State::kReading);
  startWith(
      exampleVerifier_, 0,
      [](const Verifier& v, QByteArray&) -> Verification {
        return v.VerifyBytes(viewOf(exampleDocument()), "example.pdf");
      },
      [this](Verification verification, const QByteArray&) {
        if (auto* report = std::get_if<Report>(&verification)) showReport(std::move(*report));
      });
}

const Verifier* Session::verifierOfAnswer() const {
  return isExample() ? exampleVerifier_.get() : verifier_.get();
}

void Session::showCameraReport(const Report& report, bool showsPrint) {
  const bool showsCode = !report.seals.empty() || !report.others.empty();
  const QByteArray print = showsCode ? printOf(report) : QByteArray();
  watch_.see(print, !report.seals.empty(), showsPrint, isCameraAnswer({}));
  if (watch_.isSame()) {
    takeSamePaper(report);
    return;
  }
  // Whoever looked for a name keeps the question.
  if (isTold(report) && isCameraAnswer(print)) {
    watch_.cameBack();
    wasAway_ = true;
    takeSamePaper(report);
    return;
  }
  if (isCameraAnswer({}) && watch_.other()) setSeen(watch_.other());
  if (!showsCode || isKeptFromCamera(report)) return;
  clear();
  watch_.answered();
  count(Way::kCamera, isTold(report) ? print : QByteArray(), {});
  showReport(report);
}

// What stands is the camera's answer: of the paper with that print, or of any.
bool Session::isCameraAnswer(const QByteArray& print) const {
  if (state_ != State::kAnswer || hasBatch() || reading_.way != Way::kCamera) return false;
  return print.isEmpty() || (report_ && printOf(*report_) == print);
}

std::optional<StaleBy> Session::staleBy() const { return isScanExpected_ ? StaleBy::kScan : seen_; }

void Session::setSeen(std::optional<StaleBy> seen) {
  if (seen == seen_) return;
  seen_ = seen;
  emit changed();
}

void Session::expectScan() {
  if (state_ != State::kAnswer || hasBatch() || isScanExpected_) return;
  isScanExpected_ = true;
  emit changed();
}

// The page of a paper is compared once it is held still: what is told then
// joins the answer that stands, with its holder. After a grey, or when it was away, the page may be
// another with the same seal: what was said of it goes. Only a difference stays, and goes when a
// paper that was away is compared anew.
void Session::takeSamePaper(const Report& report) {
  if (!isCameraAnswer(printOf(report))) return;
  const PageSaid said = pageSaid(*report_);
  const PageSaid now = pageSaid(report);
  const bool isTaken = said == PageSaid::kDiffers ? wasAway_ && now != PageSaid::kNothing
                                                  : wasAway_ || seen_ || now > said;
  if (isTaken) {
    takeAgain(report);
  } else {
    setSeen({});
  }
}

// In place of the report that stands, about the same seals.
void Session::takeAgain(const Report& report) {
  seen_.reset();
  wasAway_ = false;
  report_ = report;
  seals_.setReport(*report_);
  if (holder_.name || holder_.born || holder_.nir || holder_.rank || holder_.insured_nir) {
    askHolder(ExpectedHolder(holder_));
    return;
  }
  touch();
  emit changed();
}

bool Session::isKeptFromCamera(const Report& report) const {
  // Somebody who looks through a batch, or waits for a file, is not interrupted
  // by what lies before the camera.
  if (state_ == State::kBatch || state_ == State::kReading || hasBatch()) return true;
  // A web address may stand beside a seal that this one picture does not show:
  // only pictures in a row are an answer, and never in place of another.
  if (!report.seals.empty()) return false;
  if (seen_) return !watch_.isReplaced();
  return !watch_.isUnsealed() || state_ != State::kWaiting;
}

void Session::showRow(int row) {
  const Verification* verification = documents_.verification(row);
  if (verification == nullptr) return;
  reading_ = {};
  reading_.digest = documents_.digest(row);
  const auto* report = std::get_if<Report>(verification);
  if (report == nullptr) {
    showFailure(std::get<absl::Status>(*verification));
    return;
  }
  showReport(*report);
  start([path = QFile::encodeName(documents_.path(row))](
            const Verifier& v, QByteArray& digest) { return verifyPath(v, path, {}, digest); },
        [this, file = report->file, seals = printOf(*report)](Verification again,
                                                              const QByteArray& digest) {
          auto* found = std::get_if<Report>(&again);
          const bool isCurrent = state_ == State::kAnswer && report_ && report_->file == file;
          // Other bytes under the name are not what was judged.
          const bool isSame = digest == reading_.digest;
          if (found == nullptr || !isCurrent || !isSame || seals != printOf(*found)) return;
          report_->previews = std::move(found->previews);
          for (std::size_t i = 0; i < report_->seals.size(); ++i)
            report_->seals[i].pictures = std::move(found->seals[i].pictures);
          emit changed();
        });
}

void Session::lookAt(int row) {
  *lookedAt_ = row;
  const Verification* verification = documents_.verification(row);
  if (verification == nullptr || std::holds_alternative<absl::Status>(*verification)) return;
  constexpr int kBeforeTheOthers = 1;
  startWith(
      verifier_, kBeforeTheOthers,
      [path = QFile::encodeName(documents_.path(row)), row, lookedAt = lookedAt_](
          const Verifier& v, QByteArray& digest) -> Verification {
        if (*lookedAt != row) return absl::CancelledError();
        return verifyPath(v, path, {}, digest);
      },
      [this, row](const Verification& again, const QByteArray& digest) {
        const auto* report = std::get_if<Report>(&again);
        if (report != nullptr && *lookedAt_ == row && digest == documents_.digest(row))
          emit pictured(row, report->previews);
      });
}

void Session::backToBatch() {
  if (!hasBatch()) return;
  report_.reset();
  holder_ = {};
  ++turn_;
  setState(State::kBatch);
}

int Session::expectMembers(ExpectedTable expected) {
  members_ = std::move(expected.members);
  const int left =
      leaveUnreadable(members_, [this](const ExpectedHolder& asked) { return canAsk(asked); });
  attend();
  return left;
}

void Session::attend() {
  const int done = documents_.doneCount();
  if (!members_.empty() && batchVerifier_) {
    std::vector<const Report*> reports;
    for (int row = 0; row < documents_.rowCount(); ++row) {
      const Verification* verification = documents_.verification(row);
      reports.push_back(verification == nullptr ? nullptr : std::get_if<Report>(verification));
    }
    documents_.setAttendance(members_, attendanceOf(members_, reports, askBy(*batchVerifier_)));
  }
  emit progressed(done, isStopped_ ? done : documents_.rowCount());
}

void Session::show(Verification verification, Way way, const QByteArray& digest) {
  if (auto* report = std::get_if<Report>(&verification)) {
    // The same seal on a page that says something else is another paper.
    const bool isEdited = pageSaid(*report) == PageSaid::kDiffers;
    const bool isKnown = isTold(*report) && !isEdited;
    count(way, isKnown ? printOf(*report) : digest, digest);
    showReport(std::move(*report));
    return;
  }
  if (now_) count(way, {}, digest);
  showFailure(std::get<absl::Status>(verification));
}

void Session::showFailure(const absl::Status& failure) {
  failure_ = failure;
  report_.reset();
  setState(State::kFailed);
}

void Session::count(Way way, const QByteArray& print, const QByteArray& digest) {
  reading_ = counter_.count(print, way, now_());
  reading_.digest = digest;
}

void Session::showReport(Report report) {
  const std::vector<std::size_t> order = sealsWorstFirst(report);
  seal_ = order.empty() ? 0 : order.front();
  holder_ = {};
  holderMistake_ = {};
  ++turn_;
  seals_.setReport(report);
  report_ = std::move(report);
  setState(State::kAnswer);
}

void Session::askHolder(const ExpectedHolder& holder) {
  const Verifier* verifier = verifierOfAnswer();
  if (!report_ || verifier == nullptr) return;
  auto asked = verifier->AskHolder(*report_, holder);
  holderMistake_ = asked.status();
  if (asked.ok()) {
    holder_ = holder;
    report_ = *std::move(asked);
    seals_.setReport(*report_);
  }
  touch();
  emit changed();
}

bool Session::canAsk(const ExpectedHolder& holder) const {
  const Verifier* verifier = verifierOfAnswer();
  return verifier != nullptr && verifier->AskHolder(Report(), holder).ok();
}

void Session::selectSeal(std::size_t seal) {
  if (!report_ || seal >= report_->seals.size()) return;
  seal_ = seal;
  touch();
  emit changed();
}

void Session::cancel() {
  stop();
  attend();
}

void Session::stop() {
  *cancelled_ = true;
  cancelled_ = std::make_shared<std::atomic<bool>>(false);
  pool_.clear();
  isStopped_ = true;
  if (state_ == State::kReading) setState(State::kWaiting);
}

void Session::forget() {
  report_.reset();
  failure_ = {};
  holderMistake_ = {};
  holder_ = {};
  ++turn_;
  seal_ = 0;
  reading_ = {};
  isScanExpected_ = false;
  seen_.reset();
  wasAway_ = false;
  exampleVerifier_.reset();
  openPaths_.clear();
  openText_.clear();
  seals_.setReport({});
  documents_.clear();
  members_.clear();
}

void Session::clear() {
  stop();
  forget();
  isStopped_ = false;
  emit progressed(0, 0);
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
  if (isVeiled_) {
    isVeiled_ = false;
    emit changed();
  }
  if (state_ == State::kWaiting || idle_.interval() == 0) {
    idle_.stop();
  } else {
    idle_.start();
  }
}

}  // namespace sceau::gui
