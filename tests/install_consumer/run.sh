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
cd "$prefix"
for file in bin/sceau include/sceau/verify.h lib/libsceau.so lib/sceau/poppler-*.so lib/sceau/sceau-decode \
            lib/sceau/sceau-read-list lib/pkgconfig/sceau.pc lib/cmake/Sceau/SceauConfig.cmake \
            share/man/man1/sceau.1 share/man/fr/man1/sceau.1 share/sceau/schemas/report.schema.json \
            share/sceau/policies/counter.json share/bash-completion/completions/sceau \
            share/zsh/site-functions/_sceau share/fish/vendor_completions.d/sceau.fish; do
  [ -e "$file" ] || { echo "not installed: $file" >&2; exit 1; }
done
cd - >/dev/null
if find "$prefix" -name '*.a' | grep .; then
  echo "the modules are not part of what is installed" >&2
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
# The package finds the library that was installed with it.
PYTHONPATH=$prefix/lib/python3/dist-packages \
  python3 -B "$here/../../examples/verify.py" "$work/trust" "$work/attestation.pdf" | grep '"verdict":"valid"'

# The parts over heavy libraries are loaded when they are needed, from beside the library alone; what reads documents is not
# in the library at all.
if ldd "$prefix/lib/libsceau.so" | grep -E 'poppler|qpdf|tiff|jpeg|png|webp|seccomp|pango|xml|sqlite' ||
   nm -DC "$prefix/lib/libsceau.so" | grep -E 'sceau::(decode|document|helper)::|barcode::ReadSymbols'; then
  echo "libsceau is linked with what it should load later" >&2
  exit 1
fi
mv "$prefix" "$work/moved"
sceau=$work/moved/bin/sceau
"$sceau" verify "$work/attestation.pdf" --trust "$work/trust" --policy insurer --json | grep -q '"verdict":"valid"'
mkdir -p "$work/elsewhere/sceau"
mv "$work"/moved/lib/sceau/cairo-*.so "$work/elsewhere/sceau"
code=0
said=$(cd "$work/elsewhere" && LD_LIBRARY_PATH=$work/elsewhere/sceau "$sceau" issue "$work/claims.json" --key "$work/key.pem" \
         --cert "$work/trust/cert.pem" --no-status -o "$work/none.pdf" 2>&1) || code=$?
if [ $code != 2 ] || ! grep -q '\[internal\] (.*/moved/lib/sceau/cairo-' <<<"$said"; then
  echo "a missing part: exit $code, $said" >&2
  exit 1
fi

# Without the helper nothing is read, wherever another one may lie.
mv "$work/moved/lib/sceau/sceau-decode" "$work/elsewhere/sceau"
code=0
said=$(cd "$work/elsewhere" && PATH=$work/elsewhere/sceau:$PATH "$sceau" verify "$work/attestation.pdf" --trust "$work/trust" --json) ||
  code=$?
if [ $code != 4 ] || ! grep -q '"code":"isolation.unavailable"' <<<"$said"; then
  echo "a missing helper: exit $code, $said" >&2
  exit 1
fi

# Nor is a list of a state.
"$sceau" trust import-etsi "$here/../../cli/etsi_list/list.xml" --signer "$here/../../cli/etsi_list/signer.pem" --at 2026-11-23 >"$work/list"
grep -q 'Agence de Fiction' "$work/list"
mv "$work/moved/lib/sceau/sceau-read-list" "$work/elsewhere/sceau"
code=0
said=$(cd "$work/elsewhere" && PATH=$work/elsewhere/sceau:$PATH "$sceau" trust import-etsi "$here/../../cli/etsi_list/list.xml" \
         --signer "$here/../../cli/etsi_list/signer.pem" 2>&1) || code=$?
if [ $code != 2 ] || ! grep -q 'isolation.unavailable' <<<"$said"; then
  echo "a missing reader of lists: exit $code, $said" >&2
  exit 1
fi
