#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# run.sh BUILD_FOLDER: installs the build into a fresh prefix, then uses only what is there: builds the README's example
# by CMake and by pkg-config, and lets both verify what the installed command has issued.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
build=$1
work=$build/tests/install
prefix=$work/prefix
rm -rf "$work"
mkdir -p "$work/trust"

cmake --install "$build" --prefix "$prefix" >/dev/null
for file in bin/sceau include/sceau/verify.h lib/libsceau.so lib/pkgconfig/sceau.pc lib/cmake/Sceau/SceauConfig.cmake \
            share/man/man1/sceau.1 share/man/fr/man1/sceau.1 share/sceau/schemas/report.schema.json \
            share/sceau/policies/counter.json; do
  [ -e "$prefix/$file" ] || { echo "not installed: $file" >&2; exit 1; }
done
if find "$prefix" -name '*.a' | grep .; then
  echo "the modules are no part of what is installed" >&2
  exit 1
fi

CMAKE_PREFIX_PATH=$prefix PKG_CONFIG_PATH=$prefix/lib/pkgconfig \
  cmake -S "$here" -B "$work/consumer" -G Ninja -DCMAKE_BUILD_TYPE=Release >"$work/configure.log" ||
  { cat "$work/configure.log" >&2; exit 1; }
cmake --build "$work/consumer"

sceau=$prefix/bin/sceau
"$sceau" keygen --organisation "Caisse de l'installation" --key "$work/key.pem" --cert "$work/trust/cert.pem" --no-passphrase
"$here/../claims_today.py" "$here/../../docs/examples/claims.json" >"$work/claims.json"
"$sceau" issue "$work/claims.json" --key "$work/key.pem" --cert "$work/trust/cert.pem" --no-status -o "$work/attestation.pdf"
for example in by_cmake by_pkg_config; do
  LD_LIBRARY_PATH=$prefix/lib "$work/consumer/$example" "$work/trust" "$work/attestation.pdf" | grep '"verdict":"valid"'
done
