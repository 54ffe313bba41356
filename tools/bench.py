#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""bench.py BUILD [RUNS]: whole-process time of `sceau verify` on a one-page issued PDF, beside drawing the page and
searching it for codes with other people's tools (pdftoppm -r 200 -gray, then ZXingReader), which verify nothing.

The two take turns in one run, so that whatever else the machine does weighs on both.
"""
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent


def quietly(*command):
    subprocess.run([str(word) for word in command], check=True, stdout=subprocess.DEVNULL)


def milliseconds(work):
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def issue(sceau, folder):
    key, trust = folder / "key.pem", folder / "trust"
    trust.mkdir()
    certificate = trust / "issuer.pem"
    quietly(sceau, "keygen", "--organisation", "Banc d'essai", "--key", key, "--cert", certificate, "--no-passphrase")
    claims = subprocess.run([ROOT / "tests/claims_today.py", ROOT / "docs/examples/claims.json"], check=True,
                            capture_output=True).stdout
    (folder / "claims.json").write_bytes(claims)
    quietly(sceau, "issue", folder / "claims.json", "--key", key, "--cert", certificate, "--no-status",
            "-o", folder / "a.pdf")
    return folder / "a.pdf", trust


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 25
    sceau = build / "cli/sceau"
    for tool in ("pdftoppm", "ZXingReader"):
        if not shutil.which(tool):
            sys.exit(f"bench: {tool} is missing: run ./dev setup")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        pdf, trust = issue(sceau, folder)

        def verify():
            quietly(sceau, "verify", pdf, "--trust", trust)

        def draw_and_read():
            quietly("pdftoppm", "-r", "200", "-gray", "-singlefile", pdf, folder / "page")
            quietly("ZXingReader", folder / "page.pgm")

        times = {"sceau verify": [], "pdftoppm + ZXingReader": []}
        for turn in range(runs + 1):
            ours, theirs = milliseconds(verify), milliseconds(draw_and_read)
            if turn:  # the first warms the caches
                times["sceau verify"].append(ours)
                times["pdftoppm + ZXingReader"].append(theirs)
    print(f"{'one-page PDF, whole process':<30}{'min':>8}{'median':>8}{'max':>8}  ms, {runs} runs in turns")
    for label, values in times.items():
        print(f"{label:<30}{min(values):8.1f}{statistics.median(values):8.1f}{max(values):8.1f}")
    ours, theirs = (statistics.median(values) for values in times.values())
    print(f"ratio of the medians: {ours / theirs:.2f}")


if __name__ == "__main__":
    main()
