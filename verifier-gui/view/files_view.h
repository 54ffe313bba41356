// SPDX-License-Identifier: Apache-2.0
#ifndef SCEAU_VERIFIER_GUI_VIEW_FILES_VIEW_H_
#define SCEAU_VERIFIER_GUI_VIEW_FILES_VIEW_H_

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QWidget>
#include <vector>

#include "verifier-gui/model/batch_filter.h"
#include "verifier-gui/model/session.h"
#include "verifier-gui/model/text.h"
#include "verifier-gui/view/counter_button.h"
#include "verifier-gui/view/page_card.h"

namespace sceau::gui {

// A batch to be worked through: counters that filter, a search, the table with the worst first, and
// beside it the whole explanation of the row that is looked at.
class FilesView : public QWidget {
  Q_OBJECT
 public:
  FilesView(Session* session, Language language, QWidget* parent = nullptr);

  // Holds the list against the table of members at `path`. False where nobody can be read in it.
  bool expectMembersOf(const QString& path);
  const QLabel* totals() const { return totals_; }
  // The table as a spreadsheet. False when it cannot be written.
  bool writeSheet(const QString& path);
  QTableView* table() { return table_; }
  const PageCard* page() const { return page_; }

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct Counter {
    CounterButton* button = nullptr;
    std::vector<Tone> tones;
  };

  void makeTable();
  QLayout* makeDetail();
  void showPage(int row, const std::vector<PagePreview>& previews);
  void arrange();
  void addCounter(QHBoxLayout* row, Message name, std::vector<Tone> tones);
  void addExport(QHBoxLayout* row, const QString& text, const QString& suffix);
  void showProgress(int done, int all);
  void showTotals();
  QStringList expectedTotals() const;
  void chooseExpected();
  void showDetail();
  void chooseRow();
  void startOver();
  void openRow(const QModelIndex& index);
  void exportTo(const QString& suffix, const QString& title);

  Session* session_;
  Language language_;
  BatchFilter shown_;
  std::vector<Counter> counters_;
  QLineEdit* search_;
  QTableView* table_;
  QLabel* word_;
  QLabel* file_;
  QLabel* explanation_;
  QPushButton* open_;
  PageCard* page_;
  bool isReading_ = false;
  bool hasPage_ = true;
  QProgressBar* progress_;
  QPushButton* cancel_;
  QLabel* totals_;
  QLabel* notice_;
};

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_VIEW_FILES_VIEW_H_
