// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/proof.h"

#include <QBuffer>
#include <QPageSize>
#include <QPdfWriter>
#include <QTextDocument>

#include "sceau/render.h"
#include "verifier-gui/model/text.h"
#include "wording/trust_words.h"
#include "wording/words.h"

namespace sceau::gui {
namespace {

constexpr int kDpi = 150;
constexpr double kPointSize = 10;

class ProofWriter {
 public:
  explicit ProofWriter(Language language) : language_(language) {}

  void add(Message label, const QString& value) {
    if (value.isEmpty()) return;
    addRow(say(label, language_), value);
  }
  void addRow(const QString& label, const QString& value) {
    rows_ += QStringLiteral("<tr><td width=\"30%\">%1</td><td><b>%2</b></td></tr>")
                 .arg(label.toHtmlEscaped(), value.toHtmlEscaped().replace('\n', "<br>"));
  }
  QString table() const {
    return QStringLiteral("<table width=\"100%\" cellpadding=\"3\">%1</table>").arg(rows_);
  }

 private:
  Language language_;
  QString rows_;
};

QString listOf(const Report& report, Language language) {
  if (!report.trust) return say(Message::kTrustDirectory, language);
  return say(Message::kProofList, language, report.trust->sequence,
             wording::ShowDay(report.trust->issued, language), report.trust->digest);
}

QString personOf(const Answer& answer) {
  if (!answer.identity) return {};
  QString person = answer.identity->name + QLatin1Char('\n') + answer.identity->born;
  if (!answer.identity->nameInUse.isEmpty())
    person += QLatin1Char('\n') + answer.identity->nameInUse;
  return person;
}

}  // namespace

QString proofPage(const Report& report, const Answer& answer, const Reading& reading,
                  Language language) {
  ProofWriter rows(language);
  rows.add(Message::kLabelFile, fromOutside(report.file));
  rows.add(Message::kProofDigest, QString::fromLatin1(reading.digest.toHex()));
  rows.add(Message::kProofRead, fromUtf8(wording::ShowDay(report.verified_at, language)) +
                                    QLatin1Char(' ') + timeOf(report.verified_at));
  rows.add(Message::kProofPaper, stampOf(reading, language));
  rows.add(Message::kLabelDateOfCare, fromUtf8(wording::ShowDate(report.date_of_care, language)));
  rows.add(Message::kTrustTitle, listOf(report, language));
  rows.add(Message::kLabelHolder, personOf(answer));
  for (const RightRow& right : answer.rights) rows.addRow(right.label, right.words);
  for (const CheckRow& check : answer.checks) rows.addRow(check.label, check.word);
  const QString next = answer.next.join(QLatin1Char('\n')).toHtmlEscaped().replace('\n', "<br>");
  return QStringLiteral(
             "<h3>%1</h3><h1>%2</h1><p><b>%3</b></p><p>%4</"
             "p>%5<hr><p>%6</p><p>%7</p>")
      .arg(say(Message::kProofTitle, language).toHtmlEscaped(), answer.word.toHtmlEscaped(),
           answer.sentence.toHtmlEscaped(), next, rows.table(),
           say(Message::kNotProven, language).toHtmlEscaped(),
           say(Message::kProofReplay, language).toHtmlEscaped());
}

QByteArray proofJson(const Report& report, Language language) {
  return QByteArray::fromStdString(ReportToJson(report, language, NirDisplay::kMasked)) + '\n';
}

QByteArray proofPdf(const Report& report, const Answer& answer, const Reading& reading,
                    Language language) {
  QByteArray pdf;
  QBuffer buffer(&pdf);
  if (!buffer.open(QIODevice::WriteOnly)) return {};
  QPdfWriter writer(&buffer);
  writer.setPageSize(QPageSize(QPageSize::A4));
  writer.setResolution(kDpi);
  writer.setTitle(say(Message::kProofTitle, language));
  writer.setCreator(QStringLiteral("Sceau"));
  writer.addFileAttachment(QStringLiteral("report.json"), proofJson(report, language),
                           QStringLiteral("application/json"));
  QTextDocument page;
  QFont font = page.defaultFont();
  font.setPointSizeF(kPointSize);
  page.setDefaultFont(font);
  page.setHtml(proofPage(report, answer, reading, language));
  page.print(&writer);
  return pdf;
}

}  // namespace sceau::gui
