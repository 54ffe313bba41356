# SPDX-License-Identifier: Apache-2.0
"""`sceau verify` on a one-page issued PDF, whole process, beside drawing the page and searching it for codes with other
people's tools (pdftoppm -r 200 -gray, then ZXingReader), which verify nothing."""
import pathlib
import statistics
import subprocess
import tempfile

from common import ROOT, milliseconds, need_tools, quietly, table

RUNS = 25


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


def bench(build, options):
    runs = options.runs or RUNS
    need_tools("pdftoppm", "ZXingReader")
    sceau = build / "cli/sceau"
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
    rows = [[label, f"{min(values):.1f}", f"{statistics.median(values):.1f}", f"{max(values):.1f}"]
            for label, values in times.items()]
    ours, theirs = (statistics.median(values) for values in times.values())
    note = f"{runs} runs in turns; the peer takes {theirs / ours:.1f} times as long (medians)."
    return (f"./dev bench page --runs {runs}",
            [table(["one-page PDF, whole process", "min ms", "median ms", "max ms"], rows), note], False)
