// SPDX-License-Identifier: Apache-2.0
#include "cli/help_texts.h"

namespace sceau::cli {

const std::string_view kLedgerFrench =
    R"(sceau ledger, revoke, suspend, reinstate, status : le registre d'un émetteur, et ce qu'il publie des retraits.

  sceau ledger new --ledger REGISTRE
      crée un registre vide ; une clé d'émetteur n'a qu'un registre
  sceau ledger show --ledger REGISTRE [--document NUMÉRO]
      combien d'attestations, et dans quel état ; ou l'état de l'une d'elles
  sceau ledger restored --ledger REGISTRE
      à lancer une fois, quand ce fichier est repris d'une sauvegarde : il ne dira rien des attestations établies depuis
  sceau revoke --ledger REGISTRE (--document NUMÉRO | --nir NIR | --holder-file FICHIER) --reason CAUSE
      retire une attestation, ou toutes celles d'une personne, pour toujours
  sceau suspend --ledger REGISTRE (--document NUMÉRO | --nir NIR | --holder-file FICHIER) [--reason CAUSE]
  sceau reinstate --ledger REGISTRE (--document NUMÉRO | --nir NIR | --holder-file FICHIER)
      les suspend, et les rétablit
  sceau status publish --ledger REGISTRE --key CLÉ --cert CERTIFICAT --output-dir DOSSIER [--expires DATE]
      signe les listes de statuts de cette clé, à joindre à la liste de confiance

  --document NUMÉRO         le numéro imprimé sur l'attestation
  --nir NIR                 le numéro de sécurité sociale ; tout utilisateur de la machine peut le voir : préférez
  --holder-file FICHIER     un fichier qui contient une ligne nir=… (- pour l'entrée standard)
  --reason CAUSE            lost (perdue), stolen (volée), error (erreur), fraud (fraude), replaced (remplacée) ou other
  --output-dir DOSSIER      où écrire les listes ; celles du même nom sont remplacées
  --expires DATE            quand les listes cesseront de compter ; dans 35 jours par défaut
  --passphrase-file FICHIER la phrase secrète est la première ligne de ce fichier ; sinon, demandée au terminal
  --lang fr|en              la langue
  -h, --help                cette aide

Le registre ne contient ni nom ni numéro de sécurité sociale : des empreintes, sous une clé qui est dans le registre.
)";

const std::string_view kLedgerEnglish =
    R"(sceau ledger, revoke, suspend, reinstate, status: an issuer's ledger, and what it publishes of withdrawals.

  sceau ledger new --ledger LEDGER
      makes an empty ledger; an issuer key has one ledger only
  sceau ledger show --ledger LEDGER [--document NUMBER]
      how many attestations, and in what state; or the state of one of them
  sceau ledger restored --ledger LEDGER
      to be run once where this file was restored from a backup: it will say nothing of attestations issued since
  sceau revoke --ledger LEDGER (--document NUMBER | --nir NIR | --holder-file FILE) --reason CAUSE
      withdraws an attestation, or all of a person's, for good
  sceau suspend --ledger LEDGER (--document NUMBER | --nir NIR | --holder-file FILE) [--reason CAUSE]
  sceau reinstate --ledger LEDGER (--document NUMBER | --nir NIR | --holder-file FILE)
      suspends them, and makes them valid again
  sceau status publish --ledger LEDGER --key KEY --cert CERTIFICATE --output-dir DIR [--expires DATE]
      signs the status lists of this key, to go into the trust bundle

  --document NUMBER         the number printed on the attestation
  --nir NIR                 the social security number; every user of the machine can see it: prefer
  --holder-file FILE        a file that holds a line nir=… (- for standard input)
  --reason CAUSE            lost, stolen, error, fraud, replaced or other
  --output-dir DIR          where to write the lists; those of the same name are replaced
  --expires DATE            when the lists cease to count; in 35 days by default
  --passphrase-file FILE    the passphrase is the first line of this file; asked for on the terminal otherwise
  --lang fr|en              the language
  -h, --help                this help

The ledger holds no name and no social security number: digests, under a key that stands in the ledger.
)";

}  // namespace sceau::cli
