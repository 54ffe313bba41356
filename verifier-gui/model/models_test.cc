// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <vector>

#include "sceau/error.h"
#include "verifier-gui/model/documents_model.h"
#include "verifier-gui/model/seals_model.h"
#include "wording/report_testing.h"

namespace sceau::gui {
namespace {

using wording::TestReport;
using wording::TestSeal;

constexpr auto kStrict = QAbstractItemModelTester::FailureReportingMode::Fatal;

Report named(Report report, const char* file) {
  report.file = file;
  return report;
}

TEST(DocumentsModelTest, RowsFillInAsFilesAreJudged) {
  DocumentsModel model(Language::kFrench);
  const QAbstractItemModelTester tester(&model, kStrict);
  EXPECT_EQ(model.append({"/a/genuine.pdf", "/a/lost.pdf", "/a/late\u202E.pdf"}), 0);
  EXPECT_EQ(model.rowCount(), 3);
  EXPECT_EQ(model.verification(0), nullptr);
  const auto text = [&](int row, int column) { return model.index(row, column).data().toString(); };
  EXPECT_EQ(text(0, DocumentsModel::kVerdict), QStringLiteral("en attente"));
  EXPECT_EQ(text(0, DocumentsModel::kFile), QStringLiteral("genuine.pdf"));
  EXPECT_FALSE(text(2, DocumentsModel::kFile).contains(QChar(0x202E)));
  model.setVerification(0, named(TestReport(TestSeal()), "/a/genuine.pdf"));
  model.setVerification(1, Refuse(Reason::kDocumentMissing));
  EXPECT_EQ(text(0, DocumentsModel::kVerdict), QStringLiteral("CONFORME"));
  EXPECT_EQ(text(0, DocumentsModel::kPerson), QStringLiteral("DURAND Zoé Anne"));
  EXPECT_EQ(text(1, DocumentsModel::kVerdict), QStringLiteral("NON CONFIRMÉ"));
  EXPECT_EQ(model.doneCount(), 2);
  model.setVerification(0, named(TestReport(TestSeal()), "/a/genuine.pdf"));
  EXPECT_EQ(model.doneCount(), 2) << "the same row twice";
  model.clear();
  EXPECT_EQ(model.rowCount(), 0);
  EXPECT_EQ(model.doneCount(), 0);
}

TEST(DocumentsModelTest, TheWorstSortsFirst) {
  DocumentsModel model(Language::kFrench);
  model.append({"good", "bad"});
  model.setVerification(0, TestReport(TestSeal()));
  SealReport altered = TestSeal();
  altered.axes.seal = SealAxis::kAltered;
  altered.outcome = Outcome::kRefused;
  model.setVerification(1, TestReport(altered));
  const auto rank = [&](int row) {
    return model.index(row, DocumentsModel::kVerdict).data(DocumentsModel::kSortRole).toInt();
  };
  EXPECT_LT(rank(1), rank(0));
}

TEST(DocumentsModelTest, ExportsWhatIsDoneWithTheNumberMasked) {
  DocumentsModel model(Language::kFrench);
  model.append({"a.pdf", "lost.pdf", "waiting.pdf"});
  model.setVerification(0, named(TestReport(TestSeal()), "a.pdf"));
  model.setVerification(1, Refuse(Reason::kDocumentMissing));
  EXPECT_EQ(model.toCsv().count('\n'), 3) << model.toCsv().toStdString();
  EXPECT_TRUE(model.toCsv().contains("document.missing"));
  EXPECT_EQ(model.toJson().count('\n'), 2) << "a file that could not be read has its line too";
  EXPECT_TRUE(model.toJson().contains("document.missing"));
  const QByteArray nir = QByteArray::fromStdString(*TestSeal().claims->attestation->holder.nir);
  EXPECT_FALSE(model.toCsv().contains(nir));
  EXPECT_FALSE(model.toJson().contains(nir));
}

TEST(DocumentsModelTest, ASheetIsInTheLanguageOfTheWindow) {
  DocumentsModel model(Language::kFrench);
  model.append({"a.pdf", "=lost.pdf", "waiting.pdf"});
  model.setVerification(0, named(TestReport(TestSeal()), "a.pdf"));
  model.setVerification(1, Refuse(Reason::kDocumentMissing));
  model.setData(model.index(0, DocumentsModel::kSeen), Qt::Checked, Qt::CheckStateRole);
  const QString sheet = QString::fromUtf8(model.toSheet());
  EXPECT_EQ(sheet.count(QLatin1Char('\n')), 4) << "a row for each file, and the headings";
  for (const char* text : {"\"Résultat\";\"Fichier\"", "\"12/05/1984\"", "\"DURAND Zoé Anne\"",
                           "jusqu’au 31/05/2027", "\"'=lost.pdf\"", "\"en attente\"", "\"vu\""})
    EXPECT_TRUE(sheet.contains(QString::fromUtf8(text))) << text << sheet.toStdString();
  EXPECT_FALSE(sheet.contains(QStringLiteral("284052A32102552")));
  DocumentsModel english(Language::kEnglish);
  EXPECT_TRUE(english.toSheet().contains("\",\"File\",\""));
}

TEST(DocumentsModelTest, WhatCameTwiceSaysSo) {
  for (const std::vector<int>& order : {std::vector<int>{0, 1, 2}, std::vector<int>{2, 1, 0}}) {
    DocumentsModel model(Language::kFrench);
    model.append({"first.pdf", "other.pdf", "copy.pdf"});
    Report other = TestReport(TestSeal());
    other.seals[0].claims->attestation->document_id[0] ^= 1;
    for (const int row : order)
      model.setVerification(row, row == 1 ? other : TestReport(TestSeal()));
    EXPECT_FALSE(model.explanation(0).contains(QStringLiteral("Même")));
    EXPECT_FALSE(model.explanation(1).contains(QStringLiteral("Même")));
    EXPECT_TRUE(model.explanation(2).contains(QStringLiteral("first.pdf")));
  }
}

// All that is known of either is whose key it claims.
TEST(DocumentsModelTest, SealsThatSayNothingAreNotTheSame) {
  DocumentsModel model(Language::kFrench);
  model.append({"first.pdf", "other.pdf"});
  SealReport altered = TestSeal();
  altered.axes.seal = SealAxis::kAltered;
  altered.outcome = Outcome::kRefused;
  altered.claims.reset();
  for (const int row : {0, 1}) model.setVerification(row, TestReport(altered));
  for (const int row : {0, 1})
    EXPECT_FALSE(model.explanation(row).contains(QStringLiteral("Même"))) << row;
}

TEST(DocumentsModelTest, RowsAreCountedByTheirTone) {
  DocumentsModel model(Language::kFrench);
  model.append({"a", "b", "c", "d"});
  SealReport altered = TestSeal();
  altered.axes.seal = SealAxis::kAltered;
  altered.outcome = Outcome::kRefused;
  Report bad = TestReport(altered);
  model.setVerification(0, TestReport(TestSeal()));
  model.setVerification(1, bad);
  model.setVerification(2, Refuse(Reason::kDocumentMissing));
  EXPECT_EQ(model.countOf({Tone::kRefused}), 1);
  EXPECT_EQ(model.countOf({Tone::kUnsure, Tone::kTest}), 1);
  EXPECT_EQ(model.countOf({Tone::kGood, Tone::kCompare}), 1);
}

TEST(DocumentsModelTest, FoldersAreOpened) {
  QTemporaryDir folder;
  QDir(folder.path()).mkpath("inner");
  for (const char* name : {"b.pdf", "inner/a.pdf", ".hidden.pdf"}) {
    QFile file(folder.filePath(QLatin1String(name)));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
  }
  EXPECT_EQ(filesAmong({"/x/lone.pdf", folder.path()}),
            (QStringList{"/x/lone.pdf", folder.filePath("b.pdf"), folder.filePath("inner/a.pdf")}));
}

TEST(SealsModelTest, ListsTheWorstFirst) {
  SealsModel model(Language::kFrench);
  const QAbstractItemModelTester tester(&model, kStrict);
  Report report = TestReport(TestSeal());
  SealReport unknown = TestSeal();
  unknown.axes.seal = SealAxis::kIssuerUnknown;
  unknown.outcome = Outcome::kNotConfirmed;
  unknown.page = 2;
  report.seals.push_back(unknown);
  model.setReport(report);
  ASSERT_EQ(model.rowCount(), 2);
  EXPECT_EQ(model.sealOf(0), 1U);
  EXPECT_TRUE(model.index(0).data().toString().startsWith(QStringLiteral("NON CONFIRMÉ, page 2")));
  model.setReport({});
  EXPECT_EQ(model.rowCount(), 0);
}

}  // namespace
}  // namespace sceau::gui
