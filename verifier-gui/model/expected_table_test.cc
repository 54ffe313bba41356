// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/expected_table.h"

#include <gtest/gtest.h>

namespace sceau::gui {
namespace {

struct TableCase {
  const char* what;
  QByteArray csv;
  std::vector<std::string> people;  // "name|born|number"
  int unread = 0;
};

std::vector<std::string> peopleIn(const ExpectedTable& table) {
  std::vector<std::string> people;
  for (const ExpectedMember& member : table.members)
    people.push_back(*member.asked.name + "|" + member.asked.born.value_or("") + "|" +
                     member.asked.nir.value_or(""));
  return people;
}

TEST(ExpectedTableTest, TablesOfSpreadsheetsAreRead) {
  const TableCase cases[] = {
      {"with headings",
       "Nom;Prénom;Date de naissance;NIR\r\nDURAND;Zoé;17/05/1984;2840575999025\r\n",
       {"DURAND Zoé|17/05/1984|2840575999025"}},
      {"in another order, with more",
       "id,born,given names,name\n7,1984-05-17,Zoé,DURAND\n",
       {"DURAND Zoé|1984-05-17|"}},
      {"the name in one column",
       "Adhérent\tNé(e) le\nDURAND Zoé\t17/05/1984\n",
       {"DURAND Zoé|17/05/1984|"}},
      {"a birth name",
       "Nom de naissance;Prénoms;Né le\nDURAND;Zoé Anne;17/05/1984\n",
       {"DURAND Zoé Anne|17/05/1984|"}},
      {"without headings",
       "DURAND;Zoé;17/05/1984\nNUÑEZ;Maël;02/09/2019\n",
       {"DURAND Zoé|17/05/1984|", "NUÑEZ Maël|02/09/2019|"}},
      {"quoted",
       "\"DURAND; née \"\"X\"\"\";Zoé;17/05/1984\n",
       {"DURAND; née \"X\" Zoé|17/05/1984|"}},
      {"with a mark before it", "\xEF\xBB\xBFNom;Prénom\nDURAND;Zoé\n", {"DURAND Zoé||"}},
      {"in Latin-1", "Nom;Pr\xE9nom\nLEF\xC8VRE;Zo\xE9\n", {"LEFÈVRE Zoé||"}},
      {"a line without a name",
       "Nom;Prénom;Né le\n;;17/05/1984\nDURAND;Zoé;\n",
       {"DURAND Zoé||"},
       1},
      {"a number of the member before the name",
       "N° adhérent;Nom;Prénom;Date de naissance\n7;DURAND;Zoé;17/05/1984\n",
       {"DURAND Zoé|17/05/1984|"}},
      {"codes and identifiers",
       "Code adhérent;Id adhérent;Matricule adhérent;Nom;Prénom\n7;8;9;DURAND;Zoé\n",
       {"DURAND Zoé||"}},
      {"in English",
       "Member ID,Member,Last name,First name,DOB\n7,Z,DURAND,Zoé,17/05/1984\n",
       {"DURAND Zoé|17/05/1984|"}},
      {"the number of a contract before the NIR",
       "Numéro d'adhérent;Nom;Prénom;NIR\n12;DURAND;Zoé;2840575999025\n",
       {"DURAND Zoé||2840575999025"}},
      {"the social security number",
       "Numéro;Nom;Prénom;N° de sécurité sociale\n12;DURAND;Zoé;2840575999025\n",
       {"DURAND Zoé||2840575999025"}},
      {"where somebody was born",
       "Nom;Prénom;Lieu de naissance;Commune de naissance;Pays de naissance;Rang de naissance;"
       "Date de naissance\nDURAND;Zoé;Fiction;Fiction;France;1;17/05/1984\n",
       {"DURAND Zoé|17/05/1984|"}},
      {"née le", "Née le;Nom;Prénom\n17/05/1984;DURAND;Zoé\n", {"DURAND Zoé|17/05/1984|"}},
      {"DDN", "DDN;Nom;Prénom\n17/05/1984;DURAND;Zoé\n", {"DURAND Zoé|17/05/1984|"}},
      {"a heading with a digit", "Nom;Prénom;Adresse 1\nDURAND;Zoé;3 rue X\n", {"DURAND Zoé||"}},
      {"both names in one",
       "Prénom et nom;Né le\nZoé DURAND;17/05/1984\n",
       {"Zoé DURAND|17/05/1984|"}},
      {"the name of something else",
       "Nom du fichier;Nom;Prénom\na.pdf;DURAND;Zoé\n",
       {"DURAND Zoé||"}},
      {"told to Excel", "sep=,\r\nNom,Prénom\r\nDURAND,Zoé\r\n", {"DURAND Zoé||"}},
      {"headings without a name", "N° adhérent;Date de naissance;NIR\n7;17/05/1984;1\n", {}, 1},
      {"of Windows", "Nom;Pr\xE9nom\nD\x92\x8CUVRE;Zo\xE9\n", {"D’ŒUVRE Zoé||"}},
      {"in UTF-16", QByteArray("\xFF\xFEN\0o\0m\0\n\0\xC9\0v\0e\0", 16), {"Éve||"}},
      {"a mark within a name",
       "Nom;Prénom\nL\"HAY;Zoé\nDURAND;Zoé\n",
       {"L\"HAY Zoé||", "DURAND Zoé||"}},
      {"of a program",
       "NomFamille;Prenom;DateNaissance;NumSecu\nDURAND;Zoé;17/05/1984;2840575999025\n",
       {"DURAND Zoé|17/05/1984|2840575999025"}},
      {"of a program that splits a word", "Nom;PréNom\nDURAND;Zoé\n", {"DURAND Zoé||"}},
      {"in capitals",
       "NOMFAMILLE;PRENOM;LIEUNAISS;DATENAISS;NUMSECU\nDURAND;Zoé;X;17/05/1984;2840575999025\n",
       {"DURAND Zoé|17/05/1984|2840575999025"}},
      {"shortened",
       "Nom;Prénom;LIEU_NAIS;DATE_NAIS;N° SS\nDURAND;Zoé;X;17/05/1984;2840575999025\n",
       {"DURAND Zoé|17/05/1984|2840575999025"}},
      {"the number in words",
       "Nom;Prénom;Clé Numéro SS;Numéro SS\nDURAND;Zoé;25;2840575999025\n",
       {"DURAND Zoé||2840575999025"}},
      {"the number otherwise",
       "Nom;Prénom;No SS\nDURAND;Zoé;2840575999025\n",
       {"DURAND Zoé||2840575999025"}},
      {"more columns than anybody reads",
       "Nom" + QByteArray(";").repeated(600) + "Prénom\nDURAND" + QByteArray(";").repeated(600) +
           "Zoé\n",
       {"DURAND||"}},
      {"nothing", "", {}},
      {"empty lines", "\n\r\n;;\n", {}},
  };
  for (const TableCase& c : cases) {
    const ExpectedTable table = readExpected(c.csv);
    EXPECT_EQ(peopleIn(table), c.people) << c.what;
    EXPECT_EQ(table.unread, c.unread) << c.what;
  }
}

TEST(ExpectedTableTest, ATableThatCannotBeReadToItsEndIsNotTaken) {
  const QByteArray heading = "Nom;Prénom\n";
  const QByteArray line = "DURAND;Zoé\n";
  EXPECT_TRUE(readExpected(heading + line).isWhole);
  EXPECT_TRUE(readExpected(heading + line.repeated(99'999)).isWhole);
  for (const QByteArray& cut :
       {heading + line.repeated(100'000), heading + "\"DURAND;Zoé\n" + line}) {
    const ExpectedTable table = readExpected(cut);
    EXPECT_FALSE(table.isWhole);
    EXPECT_TRUE(table.members.empty());
  }
}

}  // namespace
}  // namespace sceau::gui
