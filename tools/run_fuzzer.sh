#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# run_fuzzer.sh BOUNDARY SECONDS|COUNTx: runs one libFuzzer program for that time, or that number of executions. It
# reads seeds from fuzz/corpus/BOUNDARY, keeps what it learns in build/fuzz/found/BOUNDARY and an input that breaks
# something in out/fuzz/, and adds a line to build/fuzz/executions.log for each run without a finding.
set -euo pipefail
cd "$(dirname "$0")/.."
boundary=$1
case $2 in
  *x) limit=-runs=${2%x} ;;
  *) limit=-max_total_time=$2 ;;
esac
learned=build/fuzz/found/$boundary
executions=build/fuzz/executions.log
mkdir -p "$learned" out/fuzz
options=("$limit" -timeout=20 -rss_limit_mb=2048 -print_final_stats=1 -artifact_prefix="out/fuzz/$boundary-")
[ ! -f "fuzz/dict/$boundary.dict" ] || options+=(-dict="fuzz/dict/$boundary.dict")
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! "build/fuzz/fuzz/${boundary}_fuzzer" "${options[@]}" "$learned" "fuzz/corpus/$boundary" >"$log" 2>&1; then
  tail -n 60 "$log" >&2
  echo "fuzz: $boundary failed; the input is in out/fuzz/. Once mended, add it to fuzz/corpus/$boundary/" >&2
  exit 1
fi
count=$(sed -n 's/^stat::number_of_executed_units: *\([0-9]*\)$/\1/p' "$log")
printf '%s\t%s\t%s\t%s\n' "$(date -u +%F)" "$(git describe --always --dirty 2>/dev/null || echo -)" "$boundary" "$count" >>"$executions"
total=$(awk -F'\t' -v boundary="$boundary" '$3 == boundary { sum += $4 } END { print sum }' "$executions")
echo "$boundary: $count executions, no finding ($total in $executions)"
