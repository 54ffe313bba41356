#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# make_example.sh SCEAU OUT: makes the example that the window carries, with keys that are thrown away: an attestation of a test
# issuer, and the roots and the list that name that issuer. Nothing else trusts them. kExampleDay of model/example.cc is the
# day on which it was run.
set -euo pipefail
sceau=$(realpath "$1") out=$(realpath "$2")
claims=$(dirname "$(realpath "$0")")/example-claims.json
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
"$sceau" keygen --organisation "Racine d’exemple" --key root.key --cert root.pem --no-passphrase
"$sceau" keygen --organisation "Caisse d’exemple" --key key.pem --cert issuer.pem --no-passphrase
"$sceau" trust new-root --cert root.pem --threshold 1 -o example.roots
"$sceau" trust sign example.roots --key root.key --cert root.pem
"$sceau" trust add-issuer --draft draft.json --name "Caisse d’exemple" --cert issuer.pem --fund 01751 --test
"$sceau" trust build --draft draft.json --roots example.roots -o example.trust
"$sceau" trust sign example.trust --key root.key --cert root.pem
"$sceau" issue "$claims" --key key.pem --cert issuer.pem --no-status -o example.pdf
mkdir -p "$out"
cp example.roots example.trust example.pdf "$out"
