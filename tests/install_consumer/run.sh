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
for file in bin/sceau include/sceau/verify.h lib/libsceau.so lib/libsceau-issue.so libexec/sceau/sceau-issue \
            libexec/sceau/sceau-decode libexec/sceau/sceau-decode-pdf libexec/sceau/sceau-draw libexec/sceau/sceau-read-list \
            lib/pkgconfig/sceau.pc lib/pkgconfig/sceau-issue.pc lib/cmake/Sceau/SceauConfig.cmake \
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

for example in issue_by_cmake issue_by_pkg_config; do
  [ "$(LD_LIBRARY_PATH=$prefix/lib "$work/consumer/$example")" = "16 ledger.missing" ]
done

# Each file stands over the libraries that it needs: what reads documents is in neither library, what issues not in libsceau.
# What those need in their turn, as FreeType needs a reader of PNG, is not ours to say.
refuse_libraries() {  # FILE PATTERN
  if objdump -p "$1" | grep NEEDED | grep -E "$2"; then
    echo "$1 is linked with what another file is for" >&2
    exit 1
  fi
}
refuse_libraries "$prefix/lib/libsceau.so" 'poppler|qpdf|tiff|jpeg|png|webp|seccomp|ZXing|pango|cairo|xml|sqlite'
refuse_libraries "$prefix/bin/sceau" 'poppler|qpdf|tiff|jpeg|png|webp|seccomp|ZXing|pango|cairo|xml|sqlite'
refuse_libraries "$prefix/lib/libsceau-issue.so" 'poppler|qpdf|tiff|webp|seccomp'
refuse_libraries "$prefix/libexec/sceau/sceau-decode" 'poppler|qpdf|crypto|sqlite'
refuse_libraries "$prefix/libexec/sceau/sceau-decode-pdf" 'poppler'
[ -z "$(find "$prefix/lib" -maxdepth 1 -name 'sceau*' -type d)" ]  # nothing is loaded from beside the libraries

# The libraries show their public interface: C functions, and what stands in the namespace of the public headers itself.
for library in libsceau libsceau-issue; do
  shown=$(nm -DC --defined-only "$prefix/lib/$library.so" | cut -c 20-)
  grep -q '^sceau::[A-Z]' <<<"$shown"
  if grep -vE '^sceau(_[a-z_]+$|::[A-Z])' <<<"$shown"; then
    echo "$library shows what is not its interface" >&2
    exit 1
  fi
done

mv "$prefix" "$work/moved"
sceau=$work/moved/bin/sceau
"$sceau" verify "$work/attestation.pdf" --trust "$work/trust" --policy insurer --json | grep -q '"verdict":"valid"'

# Without the program that issues nothing is issued, wherever another one may lie.
mkdir -p "$work/elsewhere"
mv "$work/moved/libexec/sceau/sceau-issue" "$work/elsewhere"
code=0
said=$(cd "$work/elsewhere" && PATH=$work/elsewhere:$PATH "$sceau" issue "$work/claims.json" --key "$work/key.pem" \
         --cert "$work/trust/cert.pem" --no-status -o "$work/none.pdf" 2>&1) || code=$?
if [ $code != 2 ] || ! grep -q '\[internal\] (.*/moved/libexec/sceau/sceau-issue' <<<"$said"; then
  echo "a missing program: exit $code, $said" >&2
  exit 1
fi

# Without the program that draws, what need not be drawn is read all the same.
mv "$work/moved/libexec/sceau/sceau-draw" "$work/elsewhere"
"$sceau" verify "$work/attestation.pdf" --trust "$work/trust" --policy insurer --json | grep -q '"verdict":"valid"'

# Without the programs that decode nothing is read, wherever another one may lie.
mv "$work"/moved/libexec/sceau/sceau-decode* "$work/elsewhere"
code=0
said=$(cd "$work/elsewhere" && PATH=$work/elsewhere:$PATH "$sceau" verify "$work/attestation.pdf" --trust "$work/trust" --json) ||
  code=$?
if [ $code != 4 ] || ! grep -q '"code":"isolation.unavailable"' <<<"$said"; then
  echo "a missing helper: exit $code, $said" >&2
  exit 1
fi

# Nor is a list of a state.
mv "$work/elsewhere/sceau-issue" "$work/moved/libexec/sceau"
"$sceau" trust import-etsi "$here/../../cli/etsi_list/list.xml" --signer "$here/../../cli/etsi_list/signer.pem" --at 2026-11-23 >"$work/list"
grep -q 'Agence de Fiction' "$work/list"
mv "$work/moved/libexec/sceau/sceau-read-list" "$work/elsewhere"
code=0
said=$(cd "$work/elsewhere" && PATH=$work/elsewhere:$PATH "$sceau" trust import-etsi "$here/../../cli/etsi_list/list.xml" \
         --signer "$here/../../cli/etsi_list/signer.pem" 2>&1) || code=$?
if [ $code != 2 ] || ! grep -q 'isolation.unavailable' <<<"$said"; then
  echo "a missing reader of lists: exit $code, $said" >&2
  exit 1
fi
