// SPDX-License-Identifier: Apache-2.0
// A list of files is held against a table of members.
#include <QTableView>
#include <QTemporaryDir>

#include "verifier-gui/model/text.h"
#include "verifier-gui/testing/counter_fixture.h"

namespace sceau::gui {
namespace {

class ExpectedTest : public CounterTest {
 protected:
  QString write(const QByteArray& csv) {
    const QString path = scratch_.filePath(QStringLiteral("adherents.csv"));
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(csv);
    return path;
  }

  QTemporaryDir scratch_;
};

TEST_F(ExpectedTest, TheListSaysWhoIsMissingUnexpectedAndAnother) {
  drop({"genuine.pdf", "expired.pdf", "forged.pdf", "unsealed.pdf", "genuine.pdf"});
  FilesView* view = window_->filesView();
  EXPECT_FALSE(view->expectMembersOf(scratch_.filePath("nowhere.csv")));
  EXPECT_FALSE(view->expectMembersOf(write("\n\n")));
  ASSERT_TRUE(
      view->expectMembersOf(write("Nom;Prénom;Date de naissance\nABSENT;Paul;01/02/1960\n"
                                  "Lefevre;Zoe;17/05/1985\n")))
      << "while files are still read";
  ASSERT_TRUE(QTest::qWaitFor([&] { return session().documents()->doneCount() == 5; }, kPatience));
  const DocumentsModel& model = *session().documents();
  EXPECT_EQ(model.attendance().countOf(Attendance::Kind::kDiffers), 3) << "another year";
  EXPECT_TRUE(model.explanation(0).contains(QStringLiteral("17/05/1985")));
  EXPECT_TRUE(view->totals()->text().contains(QStringLiteral("ABSENT Paul")));

  ASSERT_TRUE(
      view->expectMembersOf(write("Nom;Prénom;Date de naissance\nABSENT;Paul;01/02/1960\n"
                                  "Lefevre;Zoe;17/05/1984\n")));
  EXPECT_EQ(model.attendance().countOf(Attendance::Kind::kExpected), 3);
  EXPECT_EQ(model.attendance().missing, std::vector<int>{0});
  EXPECT_TRUE(model.explanation(0).startsWith(say(Message::kRowExpected, Language::kFrench)));
  EXPECT_EQ(model.twiceCount(), 1);
  const QString sheet = QString::fromUtf8(model.toSheet());
  EXPECT_EQ(sheet.count(QStringLiteral("\r\n")), 1 + 5 + 1);
  EXPECT_TRUE(sheet.contains(QStringLiteral("MANQUANT")));
  EXPECT_TRUE(sheet.contains(say(Message::kColumnExpected, Language::kFrench)));
  EXPECT_FALSE(model.isExported());

  ASSERT_TRUE(view->expectMembersOf(write("ABSENT;Paul;01/02/1960\n")));
  EXPECT_EQ(model.attendance().countOf(Attendance::Kind::kUnexpected), 3);
  session().clear();
  EXPECT_TRUE(session().documents()->members().empty());
  EXPECT_FALSE(view->totals()->text().contains(QStringLiteral("ABSENT")));
}

// As the library compares days, so does the list: whoever matches is expected.
TEST_F(ExpectedTest, ADayInEachWayToWriteIt) {
  drop({"genuine.pdf", "unsealed.pdf"});
  ASSERT_TRUE(QTest::qWaitFor([&] { return session().documents()->doneCount() == 2; }, kPatience));
  using Kind = Attendance::Kind;
  const std::pair<const char*, Kind> cases[] = {
      {"17/05/1984", Kind::kExpected}, {"17-05-1984", Kind::kExpected},
      {"17.5.84", Kind::kExpected},    {"1984-05-17", Kind::kExpected},
      {"19840517", Kind::kExpected},   {"17051984", Kind::kExpected},
      {"00/05/1984", Kind::kExpected}, {"05/1984", Kind::kExpected},
      {"1984", Kind::kExpected},       {"18/05/1984", Kind::kDiffers},
      {"00/06/1984", Kind::kDiffers},  {"1985", Kind::kDiffers},
      {"mai 1984", Kind::kNameOnly},   {"", Kind::kNameOnly},
  };
  for (const auto& [born, kind] : cases) {
    ASSERT_TRUE(window_->filesView()->expectMembersOf(
        write("Nom;Prénom;Date de naissance\nLefevre;Zoe;" + QByteArray(born) + "\n")));
    EXPECT_EQ(session().documents()->attendance().countOf(kind), 1) << born;
  }
}

TEST_F(ExpectedTest, WhatWasNotReadMayYetNameSomebody) {
  drop({"genuine.pdf", "expired.pdf", "forged.pdf", "unsealed.pdf"});
  FilesView* view = window_->filesView();
  ASSERT_TRUE(view->expectMembersOf(write("ABSENT;Paul;01/02/1960\n")));
  EXPECT_FALSE(view->totals()->text().contains(QStringLiteral("ABSENT")));
  const DocumentsModel& model = *session().documents();
  const QString soFar = say(Message::kRowMissingSoFar, Language::kFrench);
  EXPECT_TRUE(QString::fromUtf8(model.toSheet()).contains(soFar));
  session().cancel();
  ASSERT_LT(model.doneCount(), model.rowCount());
  EXPECT_TRUE(view->totals()->text().contains(QStringLiteral("ABSENT"))) << "so far";
  EXPECT_TRUE(QString::fromUtf8(model.toSheet()).contains(soFar));
}

TEST_F(ExpectedTest, AnotherDayOfCareKeepsTheList) {
  drop({"genuine.pdf", "unsealed.pdf"});
  ASSERT_TRUE(QTest::qWaitFor([&] { return session().documents()->doneCount() == 2; }, kPatience));
  ASSERT_TRUE(window_->filesView()->expectMembersOf(write("Lefevre;Zoe;17/05/1984\n")));
  session().setDateOfCare(ParseIsoDate("2026-10-01"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return session().documents()->doneCount() == 2; }, kPatience));
  EXPECT_EQ(session().documents()->attendance().countOf(Attendance::Kind::kExpected), 1);
}

TEST_F(ExpectedTest, AListThatIsCutIsNotTaken) {
  drop({"genuine.pdf", "unsealed.pdf"});
  FilesView* view = window_->filesView();
  const auto says = [&](Message message) {
    for (const QLabel* label : view->findChildren<QLabel*>())
      if (label->text() == say(message, Language::kFrench)) return true;
    return false;
  };
  EXPECT_FALSE(view->expectMembersOf(write("Nom;Prénom\n\"DURAND;Zoé\nMARTIN;Léa\n")));
  EXPECT_TRUE(says(Message::kBatchExpectedCut));
  EXPECT_FALSE(view->expectMembersOf(write(QByteArray(16'000'001, 'x'))));
  EXPECT_TRUE(says(Message::kBatchExpectedCut));
  EXPECT_FALSE(view->expectMembersOf(write("\n")));
  EXPECT_TRUE(says(Message::kBatchExpectedNone));
  EXPECT_TRUE(view->expectMembersOf(write("DURAND;Zoé;17/05/1984\n")));
  EXPECT_FALSE(says(Message::kBatchExpectedNone)) << "that was the other file";
}

TEST_F(ExpectedTest, ATickCountsAtOnce) {
  drop({"genuine.pdf", "unsealed.pdf"});
  ASSERT_TRUE(QTest::qWaitFor([&] { return session().documents()->doneCount() == 2; }, kPatience));
  const QString before = window_->filesView()->totals()->text();
  DocumentsModel& model = *session().documents();
  model.setData(model.index(0, DocumentsModel::kSeen), Qt::Checked, Qt::CheckStateRole);
  EXPECT_NE(window_->filesView()->totals()->text(), before);
}

TEST_F(ExpectedTest, OnlyWhatAnIntactSealSaysCounts) {
  drop({"genuine.pdf", "unsealed.pdf"});
  ASSERT_TRUE(QTest::qWaitFor([&] { return session().documents()->doneCount() == 2; }, kPatience));
  const auto verifier = Verifier::Create(*session().optionsForCamera());
  ASSERT_TRUE(verifier.ok());
  const AskMember ask = askBy(*verifier);
  ExpectedHolder asked;
  asked.name = "Lefevre Zoe";
  Report report = std::get<Report>(*session().documents()->verification(0));
  EXPECT_EQ(ask(report, asked), HolderAxis::kMatches);
  for (const SealAxis seal :
       {SealAxis::kTestIssuer, SealAxis::kAltered, SealAxis::kIssuerUnknown}) {
    report.seals[0].axes.seal = seal;
    EXPECT_EQ(ask(report, asked), HolderAxis::kDiffers) << static_cast<int>(seal);
  }
}

}  // namespace
}  // namespace sceau::gui
