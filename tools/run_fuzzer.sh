#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# run_fuzzer.sh BOUNDARY SECONDS: runs one libFuzzer program. Seeds are read from fuzz/corpus/BOUNDARY, what it learns
# stays in build/fuzz/found/BOUNDARY, and an input that breaks it is kept in out/fuzz/.
set -euo pipefail
cd "$(dirname "$0")/.."
boundary=$1 seconds=$2
learned=build/fuzz/found/$boundary
mkdir -p "$learned" out/fuzz
options=(-max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 -print_final_stats=1
         -artifact_prefix="out/fuzz/$boundary-")
[ ! -f "fuzz/dict/$boundary.dict" ] || options+=(-dict="fuzz/dict/$boundary.dict")
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! "build/fuzz/fuzz/${boundary}_fuzzer" "${options[@]}" "$learned" "fuzz/corpus/$boundary" >"$log" 2>&1; then
  tail -n 60 "$log" >&2
  echo "fuzz: $boundary failed; the input is in out/fuzz/. Once mended, add it to fuzz/corpus/$boundary/" >&2
  exit 1
fi
sed -n 's/^stat::number_of_executed_units: *\([0-9]*\)$/'"$boundary"': \1 executions, no finding/p' "$log"
