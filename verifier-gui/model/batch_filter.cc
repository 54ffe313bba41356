// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/batch_filter.h"

#include <algorithm>
#include <utility>

namespace sceau::gui {

void BatchFilter::setTones(std::vector<Tone> tones) {
  tones_ = std::move(tones);
  invalidateFilter();
}

void BatchFilter::setWords(const QString& words) {
  words_ = words.simplified();
  invalidateFilter();
}

bool BatchFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
  const auto cell = [&](int column) { return sourceModel()->index(row, column, parent); };
  if (!tones_.empty()) {
    const QVariant tone = cell(DocumentsModel::kVerdict).data(DocumentsModel::kToneRole);
    if (!tone.isValid() ||
        std::ranges::find(tones_, static_cast<Tone>(tone.toInt())) == tones_.end())
      return false;
  }
  if (words_.isEmpty()) return true;
  for (const int column : {DocumentsModel::kFile, DocumentsModel::kPerson, DocumentsModel::kBorn,
                           DocumentsModel::kSentence}) {
    if (cell(column).data().toString().contains(words_, Qt::CaseInsensitive)) return true;
  }
  return false;
}

}  // namespace sceau::gui
