// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/view/files_view.h"

#include <QFile>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollArea>
#include <QShortcut>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include "sceau/render.h"
#include "verifier-gui/model/text.h"
#include "verifier-gui/view/file_dialogs.h"
#include "verifier-gui/view/labels.h"
#include "verifier-gui/view/tones.h"

namespace sceau::gui {
namespace {

// Narrower lists, in average letters, have less columns.
constexpr int kNarrowList = 130;
constexpr int kLowList = 34;  // lines
constexpr int kShownMissing = 5;
constexpr qint64 kLargestTable = 16'000'000;

// The verdict's shape before its word.
class ToneDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

 protected:
  void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
    QStyledItemDelegate::initStyleOption(option, index);
    option->state &= ~QStyle::State_HasFocus;  // rows are chosen, not cells
    const QVariant tone = index.data(DocumentsModel::kToneRole);
    if (!tone.isValid() || index.column() != DocumentsModel::kVerdict) return;
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->icon = toneIcon(static_cast<Tone>(tone.toInt()), isDark(option->palette),
                            option->fontMetrics.height() * 2);
    option->decorationSize = QSize(option->fontMetrics.height(), option->fontMetrics.height());
    option->font.setBold(true);
  }
};

}  // namespace

FilesView::FilesView(Session* session, Language language, QWidget* parent)
    : QWidget(parent), session_(session), language_(language) {
  const int space = fontMetrics().height();
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(space, space * 3 / 4, space, space * 3 / 4);
  layout->setSpacing(space / 2);
  auto* counters = new QHBoxLayout;
  counters->setSpacing(space / 2);
  addCounter(counters, Message::kBatchAll, {});
  addCounter(counters, Message::kBatchRefused, {Tone::kRefused});
  addCounter(counters, Message::kBatchNotOpen, {Tone::kNotOpen});
  addCounter(counters, Message::kBatchUnsure, {Tone::kUnsure, Tone::kTest});
  addCounter(counters, Message::kBatchNoSeal, {Tone::kNoSeal});
  addCounter(counters, Message::kBatchCompare, {Tone::kCompare});
  addCounter(counters, Message::kBatchGood, {Tone::kGood});
  counters_.front().button->setChecked(true);
  layout->addLayout(counters);
  search_ = new QLineEdit(this);
  search_->setPlaceholderText(say(Message::kBatchSearch, language));
  search_->setAccessibleName(say(Message::kBatchSearch, language));
  connect(search_, &QLineEdit::textChanged, &shown_, &BatchFilter::setWords);
  auto* find = new QShortcut(QKeySequence::Find, this);
  connect(find, &QShortcut::activated, search_, [this] { search_->setFocus(); });
  auto* expected = new QPushButton(say(Message::kBatchExpected, language), this);
  connect(expected, &QPushButton::clicked, this, &FilesView::chooseExpected);
  auto* searching = new QHBoxLayout;
  searching->setSpacing(space / 2);
  searching->addWidget(search_, 1);
  searching->addWidget(expected);
  layout->addLayout(searching);
  makeTable();
  auto* middle = new QHBoxLayout;
  middle->setSpacing(space / 2);
  middle->addWidget(table_, 5);
  middle->addLayout(makeDetail(), 2);
  layout->addLayout(middle, 1);
  progress_ = new QProgressBar(this);
  progress_->setAccessibleName(say(Message::kBatchProgress, language));
  cancel_ = new QPushButton(say(Message::kBatchCancel, language), this);
  connect(cancel_, &QPushButton::clicked, session, &Session::cancel);
  auto* progress = new QHBoxLayout;
  progress->addWidget(progress_, 1);
  progress->addWidget(cancel_);
  layout->addLayout(progress);
  totals_ = plainLabel({}, this);
  layout->addWidget(totals_);
  notice_ = plainLabel(say(Message::kBatchHint, language), this);
  setInk(notice_, "quiet");
  layout->addWidget(notice_);
  auto* row = new QHBoxLayout;
  row->addStretch(1);
  addExport(row, say(Message::kBatchExport, language, "JSON"), QStringLiteral("json"));
  addExport(row, say(Message::kBatchExport, language, "CSV"), QStringLiteral("csv"));
  addExport(row, say(Message::kBatchSheet, language), QString());
  layout->addLayout(row);
  connect(session, &Session::progressed, this, &FilesView::showProgress);
  connect(session, &Session::pictured, this, &FilesView::showPage);
}

void FilesView::addCounter(QHBoxLayout* row, Message name, std::vector<Tone> tones) {
  const std::optional<Tone> tone = tones.empty() ? std::nullopt : std::optional(tones.front());
  auto* button = new CounterButton(say(name, language_), tone, this);
  button->setAutoExclusive(true);
  connect(button, &QPushButton::clicked, this, [this, tones] { shown_.setTones(tones); });
  row->addWidget(button, 1);
  counters_.push_back({button, std::move(tones)});
}

void FilesView::addExport(QHBoxLayout* row, const QString& text, const QString& suffix) {
  auto* button = new QPushButton(text, this);
  if (suffix.isEmpty()) button->setObjectName(QStringLiteral("primary"));
  connect(button, &QPushButton::clicked, this, [this, suffix, text] { exportTo(suffix, text); });
  row->addWidget(button);
}

void FilesView::makeTable() {
  shown_.setSourceModel(session_->documents());
  shown_.setSortRole(DocumentsModel::kSortRole);
  table_ = new QTableView(this);
  table_->setModel(&shown_);
  table_->setItemDelegate(new ToneDelegate(table_));
  table_->setSortingEnabled(true);
  table_->sortByColumn(DocumentsModel::kVerdict, Qt::AscendingOrder);
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  table_->setTabKeyNavigation(false);
  table_->verticalHeader()->hide();
  table_->setShowGrid(false);
  const int line = fontMetrics().height();
  table_->setIconSize(QSize(line, line));
  table_->verticalHeader()->setDefaultSectionSize(line * 7 / 4);
  table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  table_->horizontalHeader()->setHighlightSections(false);
  table_->setAccessibleName(say(Message::kBatchTable, language_));
  connect(table_, &QTableView::activated, this, &FilesView::openRow);
  connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          &FilesView::chooseRow);
  connect(&shown_, &BatchFilter::modelReset, this, &FilesView::startOver);
  connect(&shown_, &BatchFilter::dataChanged, this, [this](const QModelIndex& changed) {
    if (changed.column() == DocumentsModel::kSeen) showTotals();
    const bool isJudged = changed.column() == 0 && changed.row() == table_->currentIndex().row();
    if (isJudged) {
      chooseRow();
    } else {
      showDetail();  // it may be told that it came twice
    }
  });
}

QLayout* FilesView::makeDetail() {
  auto* card = new Card({}, this);
  word_ = plainLabel({}, card);
  scaleFont(word_, 1.6, true);
  file_ = plainLabel({}, card);
  scaleFont(file_, 1, true);
  explanation_ = plainLabel({}, card);
  open_ = new QPushButton(say(Message::kBatchOpenAnswer, language_), card);
  open_->setVisible(false);
  connect(open_, &QPushButton::clicked, this, [this] { openRow(table_->currentIndex()); });
  for (QWidget* part : std::initializer_list<QWidget*>{word_, file_, explanation_})
    card->body()->addWidget(part);
  card->body()->addWidget(open_, 0, Qt::AlignLeft);
  card->body()->addStretch(1);
  page_ = new PageCard(language_, this);
  page_->setBeside(true);
  page_->setVisible(false);
  auto* scroll = new QScrollArea(this);
  scroll->setWidget(card);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* column = new QVBoxLayout;
  column->addWidget(scroll, 2);
  column->addWidget(page_, 3);
  return column;
}

void FilesView::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  arrange();
}

// Where there is little room the pane beside the table says what its last columns do, and shows no
// page.
void FilesView::arrange() {
  hasPage_ = height() >= fontMetrics().height() * kLowList;
  if (!hasPage_) page_->setAnswer({}, {});
  const int letter = fontMetrics().averageCharWidth();
  const bool isNarrow = width() < letter * kNarrowList;
  for (const int column : {DocumentsModel::kBorn, DocumentsModel::kSentence})
    table_->setColumnHidden(column, isNarrow);
  table_->setColumnWidth(DocumentsModel::kVerdict, letter * 27);
  table_->setColumnWidth(DocumentsModel::kFile, letter * (isNarrow ? 14 : 16));
  table_->setColumnWidth(DocumentsModel::kPerson, letter * 20);
  table_->setColumnWidth(DocumentsModel::kBorn, letter * 12);
  table_->setColumnWidth(DocumentsModel::kSeen, letter * 8);
  QHeaderView* header = table_->horizontalHeader();
  header->setSectionResizeMode(QHeaderView::Interactive);
  header->setSectionResizeMode(isNarrow ? DocumentsModel::kPerson : DocumentsModel::kSentence,
                               QHeaderView::Stretch);
}

void FilesView::showProgress(int done, int all) {
  isReading_ = done < all;
  progress_->setMaximum(all);
  progress_->setValue(done);
  progress_->setVisible(done < all);
  cancel_->setVisible(done < all);
  const DocumentsModel& model = *session_->documents();
  for (const Counter& counter : counters_) {
    int count = counter.tones.empty() ? model.rowCount() : 0;
    for (const Tone tone : counter.tones) count += model.countOf({tone});
    counter.button->setCount(count);
  }
  showTotals();
  if (done < all || table_->currentIndex().isValid()) return;
  table_->selectRow(0);  // the worst
  if (!search_->hasFocus()) table_->setFocus();
}

void FilesView::showTotals() {
  const DocumentsModel& model = *session_->documents();
  QStringList lines{say(Message::kBatchTotals, language_, model.rowCount(), model.doneCount(),
                        model.twiceCount(), model.seenCount())};
  if (!model.members().empty()) {
    if (isReading_) {
      lines.append(say(Message::kBatchExpectedReading, language_, model.members().size()));
    } else {
      lines += expectedTotals();
    }
  }
  totals_->setText(lines.join(QLatin1Char('\n')));
}

QStringList FilesView::expectedTotals() const {
  using Kind = Attendance::Kind;
  const DocumentsModel& model = *session_->documents();
  const Attendance& attendance = model.attendance();
  QStringList lines{say(Message::kBatchExpectedTotals, language_, model.members().size(),
                        attendance.countOf(Kind::kExpected), attendance.missing.size(),
                        attendance.countOf(Kind::kUnexpected), attendance.countOf(Kind::kDiffers))};
  const int byName = attendance.countOf(Kind::kNameOnly);
  if (byName > 0) lines.append(say(Message::kBatchNameOnly, language_, byName));
  if (model.doneCount() < model.rowCount())
    lines.append(say(Message::kBatchMissingSoFar, language_, model.rowCount() - model.doneCount()));
  QStringList names;
  for (const int member : attendance.missing) {
    if (names.size() == kShownMissing) break;
    names.append(fromOutside(model.members()[static_cast<std::size_t>(member)].name.toStdString()));
  }
  const auto more = std::ssize(attendance.missing) - names.size();
  if (names.isEmpty()) return lines;
  const std::string listed = names.join(QStringLiteral(", ")).toStdString();
  lines.append(more > 0 ? say(Message::kBatchMissingMore, language_, listed, more)
                        : say(Message::kBatchMissing, language_, listed));
  return lines;
}

bool FilesView::expectMembersOf(const QString& path) {
  QFile file(path);
  const bool isRead = QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly);
  ExpectedTable expected;
  expected.isWhole = !isRead || file.size() <= kLargestTable;
  if (isRead && expected.isWhole) expected = readExpected(file.read(kLargestTable));
  if (expected.members.empty()) {
    notice_->setText(say(
        expected.isWhole ? Message::kBatchExpectedNone : Message::kBatchExpectedCut, language_));
    return false;
  }
  const int unread = expected.unread;
  const int left = session_->expectMembers(std::move(expected));
  notice_->setText(unread + left > 0 ? say(Message::kBatchExpectedUnread, language_, unread, left)
                                     : say(Message::kBatchHint, language_));
  return true;
}

void FilesView::chooseExpected() {
  const QStringList paths = askWhatToOpen(this, say(Message::kBatchExpected, language_));
  if (paths.isEmpty()) return;
  expectMembersOf(paths.front());
  session_->touch();
}

void FilesView::showDetail() {
  const QModelIndex current = table_->currentIndex();
  open_->setVisible(current.isValid());
  if (!current.isValid()) {
    for (QLabel* label : {word_, file_, explanation_}) label->clear();
    return;
  }
  const auto text = [&](int column) { return current.siblingAtColumn(column).data().toString(); };
  word_->setText(text(DocumentsModel::kVerdict));
  file_->setText(text(DocumentsModel::kFile));
  explanation_->setText(text(DocumentsModel::kSentence));
}

void FilesView::chooseRow() {
  showDetail();
  page_->setAnswer({}, {});
  const QModelIndex current = table_->currentIndex();
  if (current.isValid()) session_->lookAt(shown_.mapToSource(current).row());
}

// A name that was searched for does not outlive the list.
void FilesView::startOver() {
  search_->clear();
  counters_.front().button->click();
  notice_->setText(say(Message::kBatchHint, language_));
  showTotals();
  chooseRow();
}

void FilesView::showPage(int row, const std::vector<PagePreview>& previews) {
  if (hasPage_ && shown_.mapToSource(table_->currentIndex()).row() == row)
    page_->setAnswer(session_->documents()->answer(row), previews);
}

void FilesView::openRow(const QModelIndex& index) {
  if (!index.isValid()) return;
  const int row = shown_.mapToSource(index).row();
  if (session_->documents()->verification(row) == nullptr) return;  // it waits, and nobody saw it
  session_->documents()->setData(session_->documents()->index(row, DocumentsModel::kSeen),
                                 Qt::Checked, Qt::CheckStateRole);
  showTotals();
  session_->showRow(row);
}

bool FilesView::writeSheet(const QString& path) {
  const bool isWritten = writePrivately(path, session_->documents()->toSheet());
  if (isWritten) session_->documents()->setExported();
  return isWritten;
}

void FilesView::exportTo(const QString& suffix, const QString& title) {
  // Taken before the dialog: the list may be another when it closes.
  DocumentsModel* documents = session_->documents();
  const auto content = [&] {
    if (suffix.isEmpty()) return documents->toSheet();
    return suffix == QLatin1String("csv") ? documents->toCsv() : documents->toJson();
  };
  const QByteArray bytes = content();
  const QString path = askWhereToSave(
      this, title, QStringLiteral("sceau.") + (suffix.isEmpty() ? QStringLiteral("csv") : suffix));
  if (path.isEmpty()) return;
  const bool isWritten = writePrivately(path, bytes);
  if (isWritten && content() == bytes) documents->setExported();
  notice_->setText(say(isWritten ? Message::kBatchWritten : Message::kBatchNotWritten, language_,
                       EscapeForDisplay(path.toStdString())));
  session_->touch();
}

}  // namespace sceau::gui
