// SPDX-License-Identifier: Apache-2.0
// A folder of three hundred files becomes a sheet. Where SCEAU_SHEET names a file the sheet is left
// there, for testing/sheet_test.py, which lets a spreadsheet open it.
#include <QDir>
#include <QTemporaryDir>

#include "verifier-gui/model/text.h"
#include "verifier-gui/testing/counter_fixture.h"

namespace sceau::gui {
namespace {

constexpr int kFolderFiles = 300;

class SheetTest : public CounterTest {
 protected:
  // Names that a spreadsheet could take for something else, and plain ones.
  static QString nameOf(int number) {
    static const QStringList odd = {QStringLiteral("=1+1.pdf"),       QStringLiteral("a;b.pdf"),
                                    QStringLiteral("un \"mot\".pdf"), QStringLiteral("été.pdf"),
                                    QStringLiteral("-12.pdf"),        QStringLiteral("01,5.pdf")};
    return number < odd.size() ? odd[number] : QStringLiteral("envoi-%1.pdf").arg(number);
  }
};

TEST_F(SheetTest, AFolderOfThreeHundredFilesBecomesASheet) {
  const QTemporaryDir scratch;
  const char* const kinds[] = {"genuine.pdf", "expired.pdf", "forged.pdf", "foreign.pdf",
                               "unsealed.pdf"};
  for (int i = 0; i < kFolderFiles; ++i)
    ASSERT_TRUE(QFile::copy(document(QLatin1String(kinds[i % 5])), scratch.filePath(nameOf(i))));
  window_->openPaths({scratch.path()});
  ASSERT_TRUE(QTest::qWaitFor([&] { return session().documents()->doneCount() == kFolderFiles; },
                              4 * kPatience));
  const DocumentsModel& model = *session().documents();
  EXPECT_EQ(model.countOf({Tone::kGood}), kFolderFiles / 5);
  EXPECT_EQ(model.countOf({Tone::kNotOpen}), kFolderFiles / 5);
  EXPECT_EQ(model.twiceCount(), 2 * kFolderFiles / 5 - 2);
  const QString path = qEnvironmentVariable("SCEAU_SHEET", scratch.filePath("liste.csv"));
  ASSERT_TRUE(window_->filesView()->writeSheet(path));
  QFile file(path);
  ASSERT_TRUE(file.open(QIODevice::ReadOnly));
  EXPECT_EQ(file.readAll().count("\r\n"), 1 + kFolderFiles);
}

}  // namespace
}  // namespace sceau::gui
