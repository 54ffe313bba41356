#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# lint.sh [PART…]: format, files, layers, docs, reasons, headers, python, abi, tidy. All parts when none is named; says nothing when all is well.
set -euo pipefail
cd "$(dirname "$0")/.."

sources() {  # the C and C++ of the house, one path per line; -h headers only, -c .cc only
  local names=(-name '*.h' -o -name '*.cc' -o -name '*.c')
  [ "${1:-}" != -h ] || names=(-name '*.h')
  [ "${1:-}" != -c ] || names=(-name '*.cc')
  find libverify wording cli verifier-gui fuzz tests tools docs examples test-vectors \( "${names[@]}" \) -print 2>/dev/null | sort
}

lint_format() {
  if [ "${1:-}" = --fix ]; then
    sources | xargs clang-format -i
  else
    sources | xargs clang-format --dry-run -Werror
  fi
}

lint_files() { python3 tools/check_files.py; }
lint_layers() { python3 tools/check_layers.py; }
lint_docs() { python3 tools/check_docs.py && python3 tools/check_guides.py && python3 tools/check_words.py; }
lint_reasons() { python3 tools/check_reasons.py; }

lint_python() {
  if ! command -v mypy >/dev/null; then
    echo "lint: python: mypy is not installed, types are not checked"
    return 0
  fi
  mkdir -p build
  (cd python && mypy --no-error-summary --cache-dir ../build/mypy sceau ../examples/verify.py)
}

# The folder of the preset that was configured last, of the two that have everything: the whole test's and the everyday one.
built() {
  local folder=build/check
  [ ! -f build/dev/$1 ] || [ build/check/$1 -nt build/dev/$1 ] || folder=build/dev
  [ -f $folder/$1 ] || { ./dev build dev && folder=build/dev; }
  echo $folder
}

lint_abi() { python3 tools/check_abi.py "$(built lib/libsceau.so)/lib/libsceau.so"; }

# Each header compiles alone, and sceau.h as C too, so that nobody depends on the order of includes. One that its own source includes first of
# all is compiled alone by the presets dev and release, and is passed over here.
lint_headers() {
  local flags="-std=c++20 -fsyntax-only -Wall -Wextra -Werror -I. -Ilibverify/include -Ilibverify/src -Itools"
  flags+=" $(pkg-config --cflags poppler-cpp pangocairo sqlite3 xmlsec1-openssl libxml-2.0 libqpdf Qt6Widgets Qt6Multimedia Qt6Network Qt6Test) -fPIC -DPOINTERHOLDER_TRANSITION=4"
  gcc -std=c11 -fsyntax-only -Wall -Wextra -Wpedantic -Werror -x c libverify/include/sceau/sceau.h || return 1
  sources -h | while read -r header; do includes_itself_first "$header" || echo "$header"; done |
    xargs -P "$(nproc)" -I{} sh -c \
      "printf '#include \"%s\"\n#include \"%s\"\n' {} {} | g++ $flags -x c++ - || { echo '{}: does not compile alone' >&2; exit 1; }"
}

includes_itself_first() {
  local source=${1%.h}.cc first
  [ -f "$source" ] || return 1
  first=$(grep -m 1 '^#include' "$source" | sed 's/^#include ["<]\(.*\)[">].*/\1/')
  case $1 in */"$first" | "$first") return 0 ;; *) return 1 ;; esac
}

# Without arguments over what is shipped, and not over tests, whose macros cost more time than they hide bugs; `--changed`
# over what differs from the last commit; `--deep` with clang's analyzer, which takes as long as all the rest and which the
# sanitizers and fuzzers of each run mostly forestall: before a release.
lint_tidy() {
  local folder files quick=--checks=-clang-analyzer-*
  [ "${1:-}" != --deep ] || quick=
  folder=$(built compile_commands.json)
  files=$(sources -c | grep '^libverify/\|^wording/\|^cli/\|^verifier-gui/' | grep -v '_test\.cc$\|testing')
  if [ "${1:-}" = --changed ]; then
    files=$(grep -xFf <(git diff --name-only HEAD; git ls-files --others --exclude-standard) <<<"$files" || true)
    [ -n "$files" ] || return 0
  fi
  tools/tidy.py "$folder" ${quick:+"$quick"} <<<"$files"
}

parts=()
option=
for argument; do
  case $argument in
    --*) option=$argument ;;
    format | files | layers | docs | reasons | headers | python | abi | tidy) parts+=("$argument") ;;
    *) echo "lint: there is no part $argument" >&2; exit 2 ;;
  esac
done
[ ${#parts[@]} -gt 0 ] || parts=(format files layers docs reasons headers python abi tidy)

failed=()
for part in "${parts[@]}"; do
  "lint_$part" $option || failed+=("$part")
done
if [ ${#failed[@]} -gt 0 ]; then
  echo "lint: failed: ${failed[*]}" >&2
  exit 1
fi
