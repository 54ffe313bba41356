// SPDX-License-Identifier: Apache-2.0
#ifndef SCEAU_VERIFIER_GUI_VIEW_FLOW_LAYOUT_H_
#define SCEAU_VERIFIER_GUI_VIEW_FLOW_LAYOUT_H_

#include <QLayout>
#include <QList>

namespace sceau::gui {

// Its parts one beside the other, in as many lines as they need.
class FlowLayout : public QLayout {
 public:
  // `place`: of what is lower than its line, AlignTop or AlignVCenter.
  FlowLayout(QWidget* parent, int across, int down, Qt::Alignment place = Qt::AlignVCenter);
  ~FlowLayout() override;

  void addItem(QLayoutItem* item) override { items_.append(item); }
  int count() const override { return static_cast<int>(items_.size()); }
  QLayoutItem* itemAt(int index) const override { return items_.value(index); }
  QLayoutItem* takeAt(int index) override;
  Qt::Orientations expandingDirections() const override { return {}; }
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override { return arrange({0, 0, width, 0}, false); }
  QSize minimumSize() const override;
  QSize sizeHint() const override { return minimumSize(); }
  void setGeometry(const QRect& area) override;

 private:
  // Returns the height.
  int arrange(const QRect& area, bool place) const;

  QList<QLayoutItem*> items_;
  int across_;
  int down_;
  Qt::Alignment place_;
};

}  // namespace sceau::gui

#endif  // SCEAU_VERIFIER_GUI_VIEW_FLOW_LAYOUT_H_
