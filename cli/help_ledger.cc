// SPDX-License-Identifier: Apache-2.0
#include "cli/help_texts.h"

namespace sceau::cli {

const std::string_view kLedgerFrench =
    R"(sceau ledger, revoke, suspend, reinstate, status : le registre d'un émetteur, et ce qu'il publie des retraits.

  sceau ledger new --ledger REGISTRE
      crée un registre vide ; une clé d'émetteur n'a qu'un registre
  sceau ledger show --ledger REGISTRE [--only ÉTAT] [--issued-from DATE] [--issued-until DATE] [--request-id NOM]
                    [--limit N] [--after NUMÉRO] [--json]
      ce qui a été établi, la dernière attestation d'abord : numéro, dates, état, place dans les listes de statuts
  sceau ledger show --ledger REGISTRE --document NUMÉRO [--json]
      l'état de l'une d'elles
  sceau ledger restored --ledger REGISTRE
      à lancer une fois, quand ce fichier est repris d'une sauvegarde : il ne dira rien des attestations établies depuis
  sceau revoke FICHIER… --ledger REGISTRE --reason CAUSE [--trust DOSSIER|LISTE] [--state DOSSIER]
  sceau revoke --ledger REGISTRE (--document NUMÉRO | --nir NIR | --holder-file FICHIER) --reason CAUSE
      retire une attestation, ou toutes celles d'une personne, pour toujours. FICHIER est l'attestation elle-même (PDF,
      image), dont le sceau est vérifié d'abord
  sceau suspend …, sceau reinstate …
      les suspend, et les rétablit ; de la même façon que revoke
  sceau status publish --ledger REGISTRE --key CLÉ --cert CERTIFICAT --output-dir DOSSIER [--expires DATE]
      signe les listes de statuts de cette clé, à joindre à la liste de confiance

  --document NUMÉRO         le numéro imprimé sur l'attestation
  --nir NIR                 le numéro de sécurité sociale ; tout utilisateur de la machine peut le voir : préférez
  --holder-file FICHIER     un fichier qui contient une ligne nir=… (- pour l'entrée standard)
  --reason CAUSE            perdue, volée, erreur, fraude, remplacée ou autre (lost, stolen, error, fraud, replaced, other)
  --trust, --state          à qui se fier pour lire FICHIER, comme pour sceau verify
  --only ÉTAT               valid (en vigueur), withdrawn (retirées) ou suspended (suspendues)
  --issued-from DATE        établies ce jour-là ou après ; --issued-until DATE : ce jour-là ou avant
  --request-id NOM          établie pour cette demande ; le registre n'en a que l'empreinte
  --limit N                 au plus N attestations, de 1 à 10000 ; 100 par défaut
  --after NUMÉRO            la page qui suit cette attestation
  --json                    un objet JSON par ligne et par attestation
  --output-dir DOSSIER      où écrire les listes ; celles du même nom sont remplacées, un dossier qui manque est créé
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
  sceau ledger show --ledger LEDGER [--only STATE] [--issued-from DATE] [--issued-until DATE] [--request-id ID]
                    [--limit N] [--after NUMBER] [--json]
      what was issued, the newest first: number, dates, state, entry in the status lists
  sceau ledger show --ledger LEDGER --document NUMBER [--json]
      the state of one of them
  sceau ledger restored --ledger LEDGER
      to be run once where this file was restored from a backup: it will say nothing of attestations issued since
  sceau revoke FILE… --ledger LEDGER --reason CAUSE [--trust DIR|BUNDLE] [--state DIR]
  sceau revoke --ledger LEDGER (--document NUMBER | --nir NIR | --holder-file FILE) --reason CAUSE
      withdraws an attestation, or all of a person's, for good. FILE is the attestation itself (PDF, picture), whose seal
      is verified first
  sceau suspend …, sceau reinstate …
      suspends them, and makes them valid again; in the same ways as revoke
  sceau status publish --ledger LEDGER --key KEY --cert CERTIFICATE --output-dir DIR [--expires DATE]
      signs the status lists of this key, to go into the trust bundle

  --document NUMBER         the number printed on the attestation
  --nir NIR                 the social security number; every user of the machine can see it: prefer
  --holder-file FILE        a file that holds a line nir=… (- for standard input)
  --reason CAUSE            lost, stolen, error, fraud, replaced or other
  --trust, --state          whom to trust when reading FILE, as for sceau verify
  --only STATE              valid, withdrawn or suspended
  --issued-from DATE        issued on that day or later; --issued-until DATE: on that day or before
  --request-id ID           issued for this request, of which the ledger has only a digest
  --limit N                 at most N attestations, 1 to 10000; 100 by default
  --after NUMBER            the page that follows this attestation
  --json                    one line of JSON per attestation
  --output-dir DIR          where to write the lists; those of the same name are replaced, a missing directory is made
  --expires DATE            when the lists cease to count; in 35 days by default
  --passphrase-file FILE    the passphrase is the first line of this file; asked for on the terminal otherwise
  --lang fr|en              the language
  -h, --help                this help

The ledger holds no name and no social security number: digests, under a key that stands in the ledger.
)";

}  // namespace sceau::cli
