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

}  // namespace
}  // namespace sceau::gui
