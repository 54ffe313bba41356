// SPDX-License-Identifier: Apache-2.0
// The files of one batch, one row per file, filled in as they are judged, and worked through: what
// was seen is marked, and what came twice says so.
#ifndef SCEAU_VERIFIER_GUI_MODEL_DOCUMENTS_MODEL_H_
#define SCEAU_VERIFIER_GUI_MODEL_DOCUMENTS_MODEL_H_

#include <QAbstractTableModel>
#include <QStringList>
#include <initializer_list>
#include <variant>
#include <vector>

#include "absl/status/status.h"
#include "sceau/report.h"
#include "verifier-gui/model/answer.h"
#include "verifier-gui/model/expected_list.h"

namespace sceau::gui {

// A report, or why the file could not even be read.
using Verification = std::variant<absl::Status, Report>;

class DocumentsModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { kVerdict, kFile, kPerson, kBorn, kSentence, kSeen, kColumnCount };
  static constexpr int kSortRole = Qt::UserRole;  // the verdict's, from the worst
  static constexpr int kToneRole = Qt::UserRole + 1;

  explicit DocumentsModel(Language language, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role) override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  void clear();
  // Rows that wait. Returns the number of the first.
  int append(const QStringList& paths);
  // `digest`: of the bytes that were judged.
  void setVerification(int row, Verification verification, QByteArray digest = {});

  QString path(int row) const { return rows_[static_cast<std::size_t>(row)].path; }
  // None for a row that waits.
  const Verification* verification(int row) const;
  const QByteArray& digest(int row) const { return rows_[static_cast<std::size_t>(row)].digest; }
  int doneCount() const { return done_; }

  const Answer& answer(int row) const { return rows_[static_cast<std::size_t>(row)].answer; }
  // All that is said of a row: its sentence, what to do, and whether it came twice.
  QString explanation(int row) const;
  // How many rows that are done have one of these tones.
  int countOf(std::initializer_list<Tone> tones) const;
  // How many came twice, and were seen.
  int twiceCount() const;
  int seenCount() const;
  // Who of those that are expected has sent a row.
  void setAttendance(std::vector<ExpectedMember> members, Attendance attendance);
  const std::vector<ExpectedMember>& members() const { return members_; }
  const Attendance& attendance() const { return attendance_; }
  bool isExported() const { return isExported_; }
  void setExported() { isExported_ = true; }

  // For a spreadsheet in the language of the window: headings, days as they are written there,
  // rights and explanations in words, every cell a text. All rows, those that wait too, and who is
  // missing.
  QByteArray toSheet() const;
  // Of the rows that are done: JSON lines by docs/schemas, or a table for spreadsheets.
  QByteArray toJson() const;
  QByteArray toCsv() const;

 private:
  struct Row {
    QString path;
    std::optional<Verification> verification;
    Answer answer;  // of the verification, its worst seal
    QByteArray digest;
    bool isSeen = false;
    QByteArray print;  // of what its seals say
    int sameAs = -1;   // the first row with that print
  };

  void noteTwice(int row);

  QString textOf(const Row& row, int column) const;
  QString attendanceOfRow(int row) const;

  Language language_;
  std::vector<Row> rows_;
  std::vector<ExpectedMember> members_;
  Attendance attendance_;
  int done_ = 0;
  bool isExported_ = false;
};

// The files in the folders among `paths` and below them, and the others as they are. Hidden ones
// and links to folders are left out.
QStringList filesAmong(const QStringList& paths);

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_MODEL_DOCUMENTS_MODEL_H_
