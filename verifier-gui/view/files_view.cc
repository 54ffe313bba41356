// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/view/files_view.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QSaveFile>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include "sceau/render.h"
#include "verifier-gui/model/text.h"
#include "verifier-gui/view/labels.h"
#include "verifier-gui/view/tones.h"

namespace sceau::gui {
namespace {

// The verdict's shape before its word.
class ToneDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

 protected:
  void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
    QStyledItemDelegate::initStyleOption(option, index);
    const QVariant tone = index.data(DocumentsModel::kToneRole);
    if (!tone.isValid() || index.column() != DocumentsModel::kVerdict) return;
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->icon = toneIcon(static_cast<Tone>(tone.toInt()), isDark(option->palette),
                            option->fontMetrics.height() * 2);
  }
};

}  // namespace

bool writePrivately(const QString& path, const QByteArray& bytes) {
  QSaveFile file(path);
  if (!file.open(QIODevice::WriteOnly)) return false;
  if (!file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)) return false;
  return file.write(bytes) == bytes.size() && file.commit();
}

FilesView::FilesView(Session* session, Language language, QWidget* parent)
    : QWidget(parent), session_(session), language_(language) {
  sorted_.setSourceModel(session->documents());
  sorted_.setSortRole(DocumentsModel::kSortRole);
  title_ = plainLabel({}, this);
  scaleFont(title_, 1.25, true);
  table_ = new QTableView(this);
  table_->setModel(&sorted_);
  table_->setItemDelegate(new ToneDelegate(table_));
  table_->setSortingEnabled(true);
  table_->sortByColumn(-1, Qt::AscendingOrder);
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  table_->setTabKeyNavigation(false);
  table_->verticalHeader()->hide();
  table_->horizontalHeader()->setStretchLastSection(true);
  table_->setColumnWidth(DocumentsModel::kVerdict, fontMetrics().averageCharWidth() * 26);
  table_->setColumnWidth(DocumentsModel::kFile, fontMetrics().averageCharWidth() * 30);
  table_->setColumnWidth(DocumentsModel::kPerson, fontMetrics().averageCharWidth() * 24);
  table_->setAccessibleName(say(Message::kBatchTable, language));
  connect(table_, &QTableView::activated, this, &FilesView::openRow);
  connect(session, &Session::progressed, this, &FilesView::showProgress);
  progress_ = new QProgressBar(this);
  progress_->setAccessibleName(say(Message::kBatchProgress, language));
  cancel_ = new QPushButton(say(Message::kBatchCancel, language), this);
  connect(cancel_, &QPushButton::clicked, session, &Session::cancel);
  notice_ = plainLabel(say(Message::kBatchHint, language), this);
  auto* row = new QHBoxLayout;
  row->addWidget(progress_, 1);
  row->addWidget(cancel_);
  for (const char* suffix : {"csv", "json"}) {
    auto* button = new QPushButton(say(Message::kBatchExport, language,
                                       QString(QLatin1String(suffix)).toUpper().toStdString()),
                                   this);
    connect(button, &QPushButton::clicked, this,
            [this, suffix] { exportTo(QString(QLatin1String(suffix))); });
    row->addWidget(button);
  }
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(title_);
  layout->addWidget(table_, 1);
  layout->addWidget(notice_);
  layout->addLayout(row);
}

void FilesView::showProgress(int done, int all) {
  progress_->setMaximum(all);
  progress_->setValue(done);
  cancel_->setEnabled(done < all);
  title_->setText(say(Message::kBatchTitle, language_, done, session_->documents()->rowCount()));
}

void FilesView::openRow(const QModelIndex& index) {
  session_->showRow(sorted_.mapToSource(index).row());
}

void FilesView::exportTo(const QString& suffix) {
  const QString path = QFileDialog::getSaveFileName(
      this, say(Message::kBatchExport, language_, suffix.toUpper().toStdString()),
      QStringLiteral("sceau.") + suffix);
  if (path.isEmpty()) return;
  const QByteArray bytes = suffix == QLatin1String("csv") ? session_->documents()->toCsv()
                                                          : session_->documents()->toJson();
  const Message outcome =
      writePrivately(path, bytes) ? Message::kBatchWritten : Message::kBatchNotWritten;
  notice_->setText(say(outcome, language_, EscapeForDisplay(path.toStdString())));
  session_->touch();
}

}  // namespace sceau::gui
