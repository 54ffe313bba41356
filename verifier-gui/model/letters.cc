// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/letters.h"

#include <QStringList>
#include <algorithm>

#include "verifier-gui/model/text.h"

namespace sceau::gui {
namespace {

// Names have 100 characters at most, a question that a person types about as many.
constexpr qsizetype kLongest = 256;

QString folded(QChar letter) {
  const QString parts = QString(letter).normalized(QString::NormalizationForm_KD);
  return parts.isEmpty() ? parts : QString(parts.front()).toUpper();
}

bool isAlike(QChar a, QChar b) {
  const auto isGap = [](QChar c) {
    return c == QLatin1Char(' ') || c == QLatin1Char('-') || c == QLatin1Char('\'') ||
           c == QChar(0x2019);
  };
  return (isGap(a) && isGap(b)) || folded(a) == folded(b);
}

// The length of the longest common subsequence of what follows each pair of places.
class CommonLetters {
 public:
  CommonLetters(const QString& asked, const QString& sealed)
      : width_(static_cast<std::size_t>(sealed.size()) + 1),
        lengths_((static_cast<std::size_t>(asked.size()) + 1) * width_, 0) {
    for (qsizetype i = asked.size() - 1; i >= 0; --i) {
      for (qsizetype j = sealed.size() - 1; j >= 0; --j) {
        set(i, j,
            isAlike(asked[i], sealed[j]) ? 1 + at(i + 1, j + 1)
                                         : std::max(at(i + 1, j), at(i, j + 1)));
      }
    }
  }

  int at(qsizetype i, qsizetype j) const { return lengths_[index(i, j)]; }

 private:
  std::size_t index(qsizetype i, qsizetype j) const {
    return static_cast<std::size_t>(i) * width_ + static_cast<std::size_t>(j);
  }
  void set(qsizetype i, qsizetype j, int length) { lengths_[index(i, j)] = length; }

  std::size_t width_;
  std::vector<int> lengths_;
};

void append(std::vector<LetterRun>& runs, LetterKind kind, QChar letter) {
  if (runs.empty() || runs.back().kind != kind) runs.push_back({kind, {}});
  runs.back().text.append(letter);
}

QStringList waysToWrite(const Holder& holder) {
  const QString family = fromUtf8(holder.birth_name);
  QStringList families = {family};
  if (holder.name_in_use) {
    const QString inUse = fromUtf8(*holder.name_in_use);
    families << inUse << family + QLatin1Char(' ') + inUse << inUse + QLatin1Char(' ') + family;
  }
  const QString given = fromUtf8(holder.given_names);
  QStringList ways;
  for (const QString& name : families) {
    for (const QString& first : {given, given.section(QLatin1Char(' '), 0, 0)}) {
      ways << name + QLatin1Char(' ') + first << first + QLatin1Char(' ') + name;
    }
    ways << name;
  }
  return ways;
}

}  // namespace

std::vector<LetterRun> compareLetters(const QString& asked, const QString& sealed) {
  const QString question = asked.simplified().left(kLongest);
  const QString answer = sealed.simplified().left(kLongest);
  const CommonLetters common(question, answer);
  std::vector<LetterRun> runs;
  qsizetype i = 0;
  qsizetype j = 0;
  while (i < question.size() || j < answer.size()) {
    if (i < question.size() && j < answer.size() && isAlike(question[i], answer[j])) {
      append(runs, question[i] == answer[j] ? LetterKind::kSame : LetterKind::kAlike, answer[j]);
      ++i;
      ++j;
    } else if (j == answer.size() ||
               (i < question.size() && common.at(i + 1, j) >= common.at(i, j + 1))) {
      append(runs, LetterKind::kExtra, question[i++]);
    } else {
      append(runs, LetterKind::kMissing, answer[j++]);
    }
  }
  return runs;
}

QString nearestName(const QString& asked, const Holder& holder) {
  const QString question = asked.simplified().left(kLongest);
  QString nearest;
  qsizetype fewest = -1;
  for (const QString& way : waysToWrite(holder)) {
    const qsizetype apart = question.size() + way.size() -
                            qsizetype{2} * CommonLetters(question, way.left(kLongest)).at(0, 0);
    if (fewest >= 0 && apart >= fewest) continue;
    fewest = apart;
    nearest = way;
  }
  return nearest;
}

}  // namespace sceau::gui
