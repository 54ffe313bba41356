// SPDX-License-Identifier: Apache-2.0
// What happens at the counter, without a widget: documents, scans and camera
// reports come in, one answer stands, and nothing of it outlives the patient.
#ifndef SCEAU_VERIFIER_GUI_MODEL_SESSION_H_
#define SCEAU_VERIFIER_GUI_MODEL_SESSION_H_

#include <QObject>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>
#include <atomic>
#include <functional>
#include <memory>
#include <optional>

#include "sceau/verify.h"
#include "verifier-gui/model/camera_watch.h"
#include "verifier-gui/model/documents_model.h"
#include "verifier-gui/model/expected_list.h"
#include "verifier-gui/model/reading.h"
#include "verifier-gui/model/seals_model.h"

namespace sceau::gui {

class Session : public QObject {
  Q_OBJECT
 public:
  // What stands on the screen.
  enum class State {
    kWaiting,
    kReading,
    kAnswer,  // report()
    kFailed,  // failure(): a file that could not be read, trust that is missing
    kBatch,   // documents()
  };
  Q_ENUM(State)

  explicit Session(Language language, QObject* parent = nullptr);
  ~Session() override;

  // From now on; without it every document fails with trust.missing. What
  // stands is cleared.
  void setTrust(const absl::StatusOr<Trust>& trust, std::function<Instant()> now);
  // For a CameraVerifier of the same trust; nothing without trust.
  std::optional<VerifyOptions> optionsForCamera() const;

  // The day that every document is judged for; none for today. What stands is
  // judged again.
  void setDateOfCare(std::optional<Date> date);
  const std::optional<Date>& dateOfCare() const { return dateOfCare_; }

  void openFiles(const QStringList& paths);
  // The text of a code reader, or one that was pasted.
  void openText(const QByteArray& text);
  // The example that the window carries. It needs no trust, counts as no paper of the day and is
  // never kept.
  void openExample();
  // What a camera saw. A paper that stays before it is reported once, and again
  // when it has another answer or was taken away: an answer that was cleared
  // does not come back by itself. `showsPrint`: of a picture without a code.
  void showCameraReport(const Report& report, bool showsPrint = false);
  // A scanner has begun to type a seal, which takes it seconds: what stands is not its answer.
  void expectScan();
  // Of a batch: its report, read again for the page's picture while the file is
  // still there.
  void showRow(int row);
  void backToBatch();
  // Whom the batch should name: each row is held against them, now and once all are done.
  // Returns how many of their days and numbers cannot be read, and are not compared.
  int expectMembers(ExpectedTable expected);
  // Reads a row of the batch again for the pictures of its pages, before what waits, and says
  // pictured(); a row that is asked for later takes its place.
  void lookAt(int row);
  void askHolder(const ExpectedHolder& holder);
  // Whether such a question can be read.
  bool canAsk(const ExpectedHolder& holder) const;
  // Whose seal of the report is looked at, by its number.
  void selectSeal(std::size_t seal);
  // Those who are expected are held against what was read.
  void cancel();
  void clear();

  // After so long without touch() everything is cleared; 0 for never.
  void setIdleTime(std::chrono::milliseconds time);
  void touch();

  State state() const { return state_; }
  const std::optional<Report>& report() const { return report_; }
  // Of the answer that stands: which paper it is about.
  const Reading& reading() const { return reading_; }
  // A batch that nobody touches is covered, and never lost; touch() shows it again.
  bool isVeiled() const { return isVeiled_; }
  // What comes in and may be another paper than the one that was answered.
  std::optional<StaleBy> staleBy() const;
  bool isStale() const { return staleBy().has_value(); }
  const absl::Status& failure() const { return failure_; }
  // Of the holder question that was asked last, when it cannot be read.
  const absl::Status& holderMistake() const { return holderMistake_; }
  const ExpectedHolder& holder() const { return holder_; }
  bool isExample() const { return exampleVerifier_ != nullptr; }
  // Grows with each answer that comes or goes: what was asked about one is not asked of the next.
  int turn() const { return turn_; }
  std::size_t seal() const { return seal_; }
  bool hasBatch() const { return documents_.rowCount() > 0; }
  DocumentsModel* documents() { return &documents_; }
  SealsModel* seals() { return &seals_; }

 signals:
  void changed();                      // anything above
  void verifiersChanged();             // optionsForCamera()
  void idled();                        // cleared by itself, or a batch covered
  void progressed(int done, int all);  // of a batch
  void pictured(int row, const std::vector<PagePreview>& previews);

 private:
  using Work = std::function<Verification(const Verifier&, QByteArray& digest)>;

  // Runs `work` beside the window and hands its verification to `done` here,
  // unless something newer came.
  void start(Work work, std::function<void(Verification, QByteArray digest)> done);
  void startWith(std::shared_ptr<const Verifier> verifier, int priority, Work work,
                 std::function<void(Verification, QByteArray digest)> done);
  void show(Verification verification, Way way, const QByteArray& digest);
  void showReport(Report report);
  void count(Way way, const QByteArray& print, const QByteArray& digest);
  void showFailure(const absl::Status& failure);
  const Verifier* verifierOfAnswer() const;
  void makeVerifiers();
  void judgeAgain();
  void attend();
  void stop();
  void takeSamePaper(const Report& report);
  bool isKeptFromCamera(const Report& report) const;
  void takeAgain(const Report& report);
  bool isCameraAnswer(const QByteArray& print) const;
  void setSeen(std::optional<StaleBy> seen);
  void setState(State state);
  void forget();

  Language language_;
  State state_ = State::kWaiting;
  std::optional<Report> report_;
  absl::Status failure_;
  absl::Status holderMistake_;
  ExpectedHolder holder_;
  int turn_ = 0;
  std::size_t seal_ = 0;
  Reading reading_;
  ReadingCounter counter_;
  bool isScanExpected_ = false;  // each of the two alone makes it grey
  std::optional<StaleBy> seen_;  // by the camera
  bool wasAway_ = false;         // the paper of the answer, whose page was not compared since
  bool isVeiled_ = false;
  bool isStopped_ = false;  // files of the batch stay unread
  std::optional<Date> dateOfCare_;
  std::function<Instant()> now_;
  QStringList openPaths_;  // what stands came from them,
  QByteArray openText_;    // or from this
  CameraWatch watch_;
  DocumentsModel documents_;
  std::vector<ExpectedMember> members_;
  SealsModel seals_;
  absl::StatusOr<Trust> trust_;
  absl::Status trustFailure_;
  std::optional<VerifyOptions> options_;
  std::shared_ptr<const Verifier> verifier_;         // with previews and evidence
  std::shared_ptr<const Verifier> batchVerifier_;    // without
  std::shared_ptr<const Verifier> exampleVerifier_;  // while the example stands
  std::shared_ptr<std::atomic<bool>> cancelled_;
  std::shared_ptr<std::atomic<int>> lookedAt_;  // a row of the batch
  QThreadPool pool_;
  QTimer idle_;
};

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_MODEL_SESSION_H_
