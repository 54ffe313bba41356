// SPDX-License-Identifier: Apache-2.0
#include "cli/help_texts.h"

namespace sceau::cli {

const std::string_view kTrustFrench =
    R"(sceau trust : la liste de confiance, un fichier signé par plusieurs clés racines, et son installation.

Chez qui vérifie :
  sceau trust install [LISTE.trust] [--roots RACINES] [--state DOSSIER]
      prend la liste à la place de la précédente, ou la refuse en entier ; dit ce qui change. La première fois,
      --roots désigne les racines à croire désormais, si la liste est prise : comparez leur empreinte avec celle que leur
      éditeur annonce
  sceau trust show [FICHIER] [--state DOSSIER]
      montre une liste, des racines, ou ce qui est installé ; dit si les racines d'ici n'en répondent pas
  sceau trust diff [ANCIENNE] NOUVELLE [--state DOSSIER]
      dit ce qui changerait, par rapport à ANCIENNE ou à ce qui est installé

Chez qui publie :
  sceau trust new-root --cert FICHIER… --threshold N -o RACINES [--replaces RACINES]
      un jeu de clés racines, dont N doivent signer ; --replaces désigne le jeu précédent, qui signe aussi
  sceau trust add-issuer --draft BROUILLON --name NOM --cert FICHIER… [--format FORMAT…] [--fund PRÉFIXE…]
                         [--maximum-validity-days N] [--always-offers-status] [--test]
      ajoute un émetteur au brouillon, créé s'il n'existe pas ; --format : ce qu'il peut sceller (ad1, 2d-doc…), les
      attestations de droits (ad1) si rien n'est dit ; --fund : le début des codes d'organisme qu'il peut écrire ;
      --maximum-validity-days : la plus longue durée entre la signature d'une attestation et sa fin, 186 jours si rien
      n'est dit ; --always-offers-status : une attestation qui ne renvoie à aucune liste de statuts est refusée. Un
      vérificateur trop ancien pour connaître ces deux options refuse la liste
  sceau trust import-etsi LISTE.xml --signer CERTIFICAT [--cert FICHIER…] [--draft BROUILLON] [--at DATE]
      montre les autorités d'une liste ETSI que ce certificat a signée ; ajoute au brouillon celles qui certifient les
      certificats donnés, pour le format 2d-doc ; une liste qui n'est plus à jour ce jour-là est refusée
  sceau trust retire-issuer --draft BROUILLON --key-id CLÉ --since DATE
      ce que cette clé signe à partir de ce jour ne compte plus
  sceau trust compromise-issuer --draft BROUILLON --key-id CLÉ --since DATE
      à partir de ce jour, un autre a pu signer avec cette clé
  sceau trust build --draft BROUILLON --roots RACINES… [--status LISTE…] [--next-update DATE] -o LISTE.trust
      la liste suivante, à faire signer ; à renouveler dans 35 jours si rien n'est dit
  sceau trust sign FICHIER --key CLÉ --cert CERTIFICAT [--passphrase-file FICHIER] [-o FICHIER]
      ajoute une signature à des racines ou à une liste, sur place si -o manque

  --state DOSSIER   où la confiance est installée ; par défaut ~/.local/share/sceau/trust (XDG)
  -o, --output      le fichier à écrire
  --lang fr|en      la langue
  -h, --help        cette aide

Une option suivie de … se répète. Une DATE s'écrit AAAA-MM-JJ.
)";

const std::string_view kTrustEnglish =
    R"(sceau trust: the trust bundle, a file that several root keys sign, and its installation.

Where documents are verified:
  sceau trust install [BUNDLE.trust] [--roots ROOTS] [--state DIR]
      takes the bundle in place of the one before, or refuses it whole; says what changes. The first time, --roots names
      the roots to believe from now on, if the bundle is taken: compare their digest with the one that their publisher
      announces
  sceau trust show [FILE] [--state DIR]
      shows a bundle, a set of roots, or what is installed; says so if the roots of this computer have not signed it
  sceau trust diff [OLD] NEW [--state DIR]
      says what would change, against OLD or what is installed

Where bundles are published:
  sceau trust new-root --cert FILE… --threshold N -o ROOTS [--replaces ROOTS]
      a set of root keys, of which N must sign; --replaces names the set before it, which signs too
  sceau trust add-issuer --draft DRAFT --name NAME --cert FILE… [--format FORMAT…] [--fund PREFIX…]
                         [--maximum-validity-days N] [--always-offers-status] [--test]
      adds an issuer to the draft, made if it does not exist; --format: what it may seal (ad1, 2d-doc…), attestations of
      rights (ad1) unless you say; --fund: what the fund codes that it may write start with;
      --maximum-validity-days: the longest time from the signing of an attestation to its end, 186 days unless you say;
      --always-offers-status: an attestation that refers to no status list is refused. A verifier that is too old to know
      these two options refuses the bundle
  sceau trust import-etsi LIST.xml --signer CERTIFICATE [--cert FILE…] [--draft DRAFT] [--at DATE]
      shows the authorities of an ETSI list that this certificate signed; adds those that certify the given certificates
      to the draft, for the format 2d-doc; a list that is overdue on that day is refused
  sceau trust retire-issuer --draft DRAFT --key-id KEY --since DATE
      what this key signs from that day on does not count
  sceau trust compromise-issuer --draft DRAFT --key-id KEY --since DATE
      from that day on somebody else may have signed with this key
  sceau trust build --draft DRAFT --roots ROOTS… [--status LIST…] [--next-update DATE] -o BUNDLE.trust
      the next bundle, to be signed; its next update is in 35 days unless you say
  sceau trust sign FILE --key KEY --cert CERTIFICATE [--passphrase-file FILE] [-o FILE]
      adds a signature to a set of roots or a bundle, in place without -o

  --state DIR       where trust is installed; by default ~/.local/share/sceau/trust (XDG)
  -o, --output      the file to write
  --lang fr|en      the language
  -h, --help        this help

An option followed by … may be repeated. A DATE is written YYYY-MM-DD.
)";

}  // namespace sceau::cli
