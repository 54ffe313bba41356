// SPDX-License-Identifier: Apache-2.0
#include "cli/help.h"

#include <array>

#include "cli/help_texts.h"

namespace sceau::cli {
namespace {

constexpr std::string_view kMainFrench =
    R"(sceau : établit des attestations de droits scellées et les vérifie, avec les 2D-Doc de l'État, sans réseau.

  sceau verify FICHIER…        dit ce que valent les sceaux de documents
  sceau inspect FICHIER…       montre chaque couche de chaque code, sans rien vérifier
  sceau issue DONNÉES.json …   établit une attestation scellée, en PDF
  sceau keygen …               crée la clé et le certificat d'un émetteur
  sceau revoke | suspend | reinstate | ledger | status …
                               retire des attestations, et le publie
  sceau trust …                installe la liste de confiance, ou la publie
  sceau completion bash|zsh|fish
                               écrit ce qu'il faut à un shell pour compléter la commande

  sceau COMMANDE --help   l'aide d'une commande
  sceau --version         la version
  --lang fr|en            la langue ; par défaut, celle de l'environnement, ou le français

Résultats sur la sortie standard, messages sur la sortie d'erreur. Code de retour : 0 tout est conforme ou fait,
2 la commande n'a pas pu s'exécuter, 3 au moins un document refusé ou aux droits non ouverts, 4 au moins un document
non confirmé ou sans sceau (plusieurs documents : 3 l'emporte sur 2, 2 sur 4, 4 sur 0), 5 un document rejugé par
--replay.
)";
constexpr std::string_view kMainEnglish =
    R"(sceau: issues sealed health-insurance attestations and verifies them, and the French 2D-Doc, offline.

  sceau verify FILE…          says what the seals of documents are worth
  sceau inspect FILE…         shows every layer of every code, verifying nothing
  sceau issue CLAIMS.json …   makes a sealed attestation, as PDF
  sceau keygen …              makes an issuer's key and certificate
  sceau revoke | suspend | reinstate | ledger | status …
                              withdraws attestations, and publishes that
  sceau trust …               installs the trust bundle, or publishes it
  sceau completion bash|zsh|fish
                              writes what a shell needs to complete the command

  sceau COMMAND --help   the help of a command
  sceau --version        the version
  --lang fr|en           the language; by default the locale's, or French

Results on standard output, messages on standard error. Exit status: 0 all in order or done, 2 the command could not
run, 3 at least one document refused or with rights not open, 4 at least one not confirmed or without a seal
(several: 3 over 2, 2 over 4, 4 over 0), 5 judged again by --replay.
)";

constexpr std::string_view kKeygenFrench =
    R"(sceau keygen --organisation NOM --key FICHIER --cert FICHIER [options]

Crée une clé privée (lisible par son seul propriétaire) et son certificat, à placer dans les dossiers de confiance.
Affiche l'identifiant de la clé. Aucun fichier existant n'est jamais remplacé.

  --organisation NOM        l'émetteur, tel que les vérificateurs le liront
  --key FICHIER             où écrire la clé privée (PKCS#8, PEM)
  --cert FICHIER            où écrire le certificat (X.509, PEM)
  --algorithm ALGORITHME    es256 (par défaut), es384 ou eddsa
  --valid-from DATE         premier jour de validité ; aujourd'hui par défaut
  --valid-until DATE        dernier jour de validité ; trois ans par défaut
  --passphrase-file FICHIER la phrase secrète est la première ligne de ce fichier
  --no-passphrase           laisse la clé sans phrase secrète
  --lang fr|en              la langue
  -h, --help                cette aide

Sans --passphrase-file ni --no-passphrase, la phrase secrète est demandée deux fois au terminal.
Une DATE s'écrit 2026-10-31, 31/10/2026 ou "31 octobre 2026".
)";
constexpr std::string_view kKeygenEnglish =
    R"(sceau keygen --organisation NAME --key FILE --cert FILE [options]

Makes a private key (readable by its owner only) and its certificate, to put into trust directories.
Prints the key id. An existing file is never overwritten.

  --organisation NAME       the issuer, as verifiers will read it
  --key FILE                where to write the private key (PKCS#8, PEM)
  --cert FILE               where to write the certificate (X.509, PEM)
  --algorithm ALGORITHM     es256 (the default), es384 or eddsa
  --valid-from DATE         first day of validity; today by default
  --valid-until DATE        last day of validity; three years by default
  --passphrase-file FILE    the passphrase is the first line of this file
  --no-passphrase           leaves the key without a passphrase
  --lang fr|en              the language
  -h, --help                this help

Without --passphrase-file or --no-passphrase the passphrase is asked for twice on the terminal.
A DATE is written 2026-10-31, 31/10/2026 or "31 October 2026".
)";

constexpr std::string_view kIssueFrench =
    R"(sceau issue DONNÉES.json --key FICHIER --cert FICHIER (--ledger REGISTRE | --status LISTE:RANG | --no-status)
      -o SORTIE.pdf [options]
sceau issue --batch DEMANDES.ndjson --key FICHIER --cert FICHIER --ledger REGISTRE --output-dir DOSSIER [--format FORMAT…]

Contrôle les données, les scelle, dessine une page A4, la relit, et ne l'écrit que si elle se vérifie. Affiche le numéro
de l'attestation. Les fichiers produits paraissent tous en entier, ou aucun. DONNÉES.json peut être - (entrée standard).

  --key FICHIER             la clé privée de l'émetteur
  --cert FICHIER            son certificat
  --ledger REGISTRE         le registre qui retient l'attestation, pour pouvoir la retirer (sceau ledger new)
  --request-id NOM          demandée à nouveau sous ce nom, la même attestation est rendue
  --replaces NUMÉRO         retire l'attestation que celle-ci remplace
  --status LISTE:RANG       où l'émetteur publiera un éventuel retrait
  --no-status               l'attestation ne pourra jamais être retirée
  -o, --output SORTIE.pdf   l'attestation
  --png FICHIER             le code seul, en image
  --svg FICHIER             le code seul, en dessin
  --seal-text FICHIER       le texte que porte le code
  --force                   remplace une attestation d'avant qui porte le même nom ; jamais un autre fichier
  --batch                   une demande par ligne : {"request_id": "…", "claims": {…}} ; une réponse par ligne, en JSON,
                            avec la demande, le numéro et les fichiers. Interrompue, la même commande reprend où elle
                            en était
  --output-dir DOSSIER      où écrire NUMÉRO.pdf ; un dossier qui manque est créé
  --format FORMAT           pdf (par défaut), png, svg ou txt ; se répète
  --passphrase-file FICHIER la phrase secrète est la première ligne de ce fichier ; sinon, demandée au terminal
  --allow-long-validity     accepte une validité de plus de six mois, ou de plus de 186 jours à partir d'aujourd'hui ; seuls
                            l'acceptent les vérificateurs dont la liste de confiance le permet à cet émetteur
  --lang fr|en              la langue
  -h, --help                cette aide
)";
constexpr std::string_view kIssueEnglish =
    R"(sceau issue CLAIMS.json --key FILE --cert FILE (--ledger LEDGER | --status LIST:INDEX | --no-status) -o OUT.pdf [options]
sceau issue --batch REQUESTS.ndjson --key FILE --cert FILE --ledger LEDGER --output-dir DIR [--format FORMAT…]

Checks the claims, seals them, draws one A4 page, reads it back, and writes it only if it verifies. Prints the number of
the attestation. The outputs all appear whole, or none does. CLAIMS.json may be - (standard input).

  --key FILE                the issuer's private key
  --cert FILE               its certificate
  --ledger LEDGER           the ledger that remembers the attestation, so that it can be withdrawn (sceau ledger new)
  --request-id ID           asked for again under this id, the same attestation is given
  --replaces NUMBER         withdraws the attestation that this one takes the place of
  --status LIST:INDEX       where the issuer will publish whether it was withdrawn
  --no-status               the attestation can never be withdrawn
  -o, --output OUT.pdf      the attestation
  --png FILE                the code alone, as a picture
  --svg FILE                the code alone, as a drawing
  --seal-text FILE          the text that the code carries
  --force                   replaces an earlier attestation of the same name; never another file
  --batch                   one request per line: {"request_id": "…", "claims": {…}}; one answer per line, in JSON, with
                            the request, the number and the files. Interrupted, the same command goes on where it was
  --output-dir DIR          where to write NUMBER.pdf; a directory that is missing is made
  --format FORMAT           pdf (the default), png, svg or txt; may be repeated
  --passphrase-file FILE    the passphrase is the first line of this file; asked for on the terminal otherwise
  --allow-long-validity     accepts a validity of more than six months, or of more than 186 days from now; only verifiers
                            whose trust bundle grants it to this issuer accept that
  --lang fr|en              the language
  -h, --help                this help
)";

constexpr std::string_view kVerifyFrench =
    R"(sceau verify FICHIER… [options]
sceau verify -r DOSSIER… [options]
sceau verify --files-from LISTE [-0] [options]

Dit, pour chaque document, si un émetteur de confiance a scellé exactement ce qu'il contient, et si les droits sont
ouverts à la date des soins d'après lui. Ne prouve ni l'identité du porteur, ni qu'une facture sera payée.
Un FICHIER est un PDF, une image, le texte d'un lecteur de codes, ou - (entrée standard). Le texte d'une douchette mal
réglée est réparé s'il n'admet qu'une lecture, et le rapport dit quoi régler.
Chaque document a un résultat : conforme, droits non ouverts, refusé, non confirmé ou sans sceau.

  -r, --recursive           vérifie aussi ce que contiennent les dossiers donnés, dans l'ordre des noms, sans les fichiers
                            cachés ni les liens vers des dossiers
  --files-from LISTE        vérifie les fichiers que nomme LISTE, un par ligne (- pour l'entrée standard)
  -0, --null                les noms de LISTE sont séparés par des octets nuls
  --batch DEMANDES          une demande par ligne, {"request_id": "…", "file": "…"} ; --json et --csv redisent request_id
  --trust DOSSIER|LISTE     un dossier de certificats d'émetteurs (PEM ou DER), ou une liste de confiance pour cette
                            fois ; par défaut celle qu'installe sceau trust install
  --state DOSSIER           où la confiance est installée
  --at DATE                 la date des soins ; aujourd'hui par défaut
  --replay RAPPORT          juge à nouveau le document d'un rapport (--json), avec la date, la politique et la liste de
                            confiance d'alors ; --trust désigne cette liste si elle n'est plus installée. La réponse est
                            marquée « rejoué », le code de retour est 5 : un rapport n'est pas une preuve
  --policy NOM|FICHIER      ce qui est exigé : counter (comptoir, par défaut), insurer (assureur), ou un fichier JSON
  --holder-name NOM         le nom et les prénoms de la personne attendue ; un 2D-Doc répond pour ceux qu'il nomme
  --holder-born DATE        sa date de naissance, JJ/MM/AAAA ou AAAA-MM-JJ ; ce qui n'en est pas connu, 00 ou omis
  --holder-nir NIR          son numéro de sécurité sociale ; tout utilisateur de la machine peut le voir : préférez
                            --holder-file
  --holder-rank RANG        son rang de naissance, comme sur la carte Vitale
  --holder-insured-nir NIR  le numéro de l'assuré dont elle tient ses droits, comme sur la carte Vitale
  --holder-file FICHIER     les mêmes, en lignes name=…, born=…, nir=…, rank=…, insured-nir=… (- pour l'entrée
                            standard)
  --brief                   une ligne par document ; c'est déjà le cas pour plus de trois documents
  --full                    le rapport entier de chacun, même s'ils sont nombreux
  --json                    un objet JSON par ligne et par document
  --csv                     un tableau pour tableur : une ligne par sceau
  --show-nir                montre les numéros de sécurité sociale en entier ; masqués sinon
  --jobs N                  documents traités en même temps, de 1 à 256 ; par défaut, autant que de cœurs
  --lang fr|en              la langue
  -h, --help                cette aide

Les résultats sortent dans l'ordre des fichiers. Après --, tout est un nom de fichier. Une DATE s'écrit 2026-10-31,
31/10/2026 ou "31 octobre 2026". Code de retour : 0, 2, 3, 4 ou 5 ; voir sceau --help.
)";
constexpr std::string_view kVerifyEnglish =
    R"(sceau verify FILE… [options]
sceau verify -r DIR… [options]
sceau verify --files-from LIST [-0] [options]

Says of each document whether a trusted issuer sealed exactly what it says, and whether it says that rights are open on
the date of care. Proves neither who the bearer is, nor that an invoice will be paid.
A FILE is a PDF, an image, the text of a code reader, or - (standard input). The text of a scanner that is set up
wrongly is repaired if it allows one reading only, and the report says what to set.
Every document has an outcome: in order, rights not open, refused, not confirmed or no seal.

  -r, --recursive           also verifies what the given directories contain, in the order of the names, without hidden
                            files and links to directories
  --files-from LIST         verifies the files that LIST names, one per line (- for standard input)
  -0, --null                the names in LIST are separated by NUL bytes
  --batch REQUESTS          one request per line, {"request_id": "…", "file": "…"}; --json and --csv repeat request_id
  --trust DIR|BUNDLE        a directory of issuers' certificates (PEM or DER), or a trust bundle for this once;
                            by default the one that sceau trust install installed
  --state DIR               where trust is installed
  --at DATE                 the date of care; today by default
  --replay REPORT           judges the document of a report (--json) again, by the date, the policy and the bundle of
                            that day; --trust names that bundle when it is not the one installed any more. The answer
                            is marked as replayed and the exit status is 5: a report proves nothing
  --policy NAME|FILE        what is required: counter (the default), insurer, or a JSON file
  --holder-name NAME        family name and given names of the person expected; a 2D-Doc answers for whom it names
  --holder-born DATE        that person's birth date, DD/MM/YYYY or YYYY-MM-DD; what is unknown of it 00 or left out
  --holder-nir NIR          that person's social security number; every user of the machine can see it: prefer
                            --holder-file
  --holder-rank RANK        that person's rank of birth, as on a Vitale card
  --holder-insured-nir NIR  the number of the insured person by whom the rights are held, as on a Vitale card
  --holder-file FILE        the same in lines name=…, born=…, nir=…, rank=…, insured-nir=… (- for standard input)
  --brief                   one line per document, which is so already for more than three documents
  --full                    the whole report of each, however many
  --json                    one line of JSON per document
  --csv                     a table for spreadsheets: one row per seal
  --show-nir                show social security numbers in full; masked otherwise
  --jobs N                  documents worked on at the same time, 1 to 256; as many as cores by default
  --lang fr|en              the language
  -h, --help                this help

The results come in the order of the files. After --, everything is a file name. A DATE is written 2026-10-31,
31/10/2026 or "31 October 2026". Exit status: 0, 2, 3, 4 or 5; see sceau --help.
)";

constexpr std::string_view kInspectFrench =
    R"(sceau inspect FICHIER… [options]

Montre chaque couche de chaque code, avec positions, octets et sens. Rien n'est vérifié : rien de ce qui s'affiche n'est
prouvé. Les octets montrés contiennent toutes les données du code, numéros de sécurité sociale compris.
Un FICHIER est un PDF, une image, le texte d'un lecteur de codes, ou - (entrée standard).

  --json                    un objet JSON par ligne et par document
  --lang fr|en              la langue
  -h, --help                cette aide

Code de retour : 0, 2 (fichier absent ou illisible) ou 4 (document abîmé, chiffré, hors limites ou sans code).
)";
constexpr std::string_view kInspectEnglish =
    R"(sceau inspect FILE… [options]

Shows every layer of every code, with offsets, bytes and meaning. Nothing is verified: nothing that it prints is proven.
The bytes shown hold all data of the code, social security numbers included.
A FILE is a PDF, an image, the text of a code reader, or - (standard input).

  --json                    one JSON object per document, on a line of its own
  --lang fr|en              the language
  -h, --help                this help

Exit status: 0, 2 (file missing or unreadable) or 4 (document damaged, encrypted, over a limit or without a code).
)";

struct Row {
  std::string_view command;
  std::string_view french;
  std::string_view english;
};
const std::array kRows = {Row{"", kMainFrench, kMainEnglish},
                          Row{"keygen", kKeygenFrench, kKeygenEnglish},
                          Row{"issue", kIssueFrench, kIssueEnglish},
                          Row{"verify", kVerifyFrench, kVerifyEnglish},
                          Row{"inspect", kInspectFrench, kInspectEnglish},
                          Row{"completion", kCompletionFrench, kCompletionEnglish},
                          Row{"trust", kTrustFrench, kTrustEnglish},
                          Row{"ledger", kLedgerFrench, kLedgerEnglish},
                          Row{"revoke", kLedgerFrench, kLedgerEnglish},
                          Row{"suspend", kLedgerFrench, kLedgerEnglish},
                          Row{"reinstate", kLedgerFrench, kLedgerEnglish},
                          Row{"status", kLedgerFrench, kLedgerEnglish}};

}  // namespace

std::string_view HelpText(std::string_view command, Language language) {
  command = command.substr(0, command.find(' '));  // a group has one page
  for (const Row& row : kRows) {
    if (row.command == command) return language == Language::kFrench ? row.french : row.english;
  }
  return {};
}

}  // namespace sceau::cli
