# SPDX-License-Identifier: Apache-2.0
"""Functions by themselves, by Google Benchmark: what runs for each pixel, each symbol and each seal."""
import json

from common import Skipped, run, table

MICROSECONDS = {"ns": 1e-3, "us": 1, "ms": 1e3, "s": 1e6}


def bench(build, options):
    program = build / "tools/sceau-bench-functions"
    if not program.exists():
        raise Skipped("apt-get install libbenchmark-dev, then remove the folder build/release")
    rounds = options.runs or 5
    said = json.loads(run(program, "--benchmark_format=json", f"--benchmark_repetitions={rounds}",
                          "--benchmark_report_aggregates_only=true", "--benchmark_min_time=0.1"))
    rows = []
    for one in said["benchmarks"]:
        if one.get("aggregate_name") != "median":
            continue
        rate = f"{one['items_per_second'] / 1e6:.0f}" if "items_per_second" in one else ""
        name = one["run_name"].removeprefix("BM_")
        rows.append([name, f"{one['cpu_time'] * MICROSECONDS[one['time_unit']]:.2f}", rate])
    return (f"./dev bench functions --runs {rounds}",
            [table(["function", "us", "million pixels/s"], rows), f"Medians of CPU over {rounds} rounds."], False)
