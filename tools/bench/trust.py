# SPDX-License-Identifier: Apache-2.0
"""Status lists and issuing.

- A status list of 100 million entries, of which a share was given to attestations, one in a hundred of those withdrawn, and
  the rest are "never issued": its size, its installation, and what it adds to a process and to a verdict.
- Seals judged and attestations issued per second on one core, beside OpenSSL's bare signature check.
"""
import pathlib
import statistics
import subprocess
import tempfile

from common import ROOT, need_tools, run, run_measured, table

RUNS = 25
SHARES = (50, 65, 100)  # of the entries, in per cent; the one before the last is installed and looked into
MEASURED = f"details{SHARES[-2]}"


def openssl_checks():
    """ECDSA P-256 signatures that OpenSSL checks per second on one core."""
    return float(run("openssl", "speed", "-seconds", "3", "ecdsap256").splitlines()[-1].split()[-1])


def measure(build, folder, runs):
    claims = folder / "claims.json"
    claims.write_bytes(subprocess.run([ROOT / "tests/claims_today.py", ROOT / "docs/examples/claims.json"], check=True,
                                      capture_output=True).stdout)
    before = openssl_checks()
    said = run(build / "tools/sceau-bench-trust", folder, claims)
    checks = (before + openssl_checks()) / 2
    value = {name: float(number) for name, number in (line.split() for line in said.splitlines())}
    sceau = build / "cli/sceau"
    installs = [run_measured(sceau, "trust", "install", folder / f"{MEASURED}.trust", "--roots", folder / "roots",
                             "--state", folder / f"install-{turn}") for turn in range(3)]
    turns = {"plain": [], MEASURED: []}
    for _ in range(runs + 1):
        for which, measured in turns.items():
            one = ["--policy", ROOT / "tools/bench_trust/any-status.json", "--state", folder / f"state-{which}"]
            measured.append(run_measured(sceau, "verify", folder / "with-status.txt", *one))
    median = {which: [statistics.median(column) for column in zip(*measured[1:])] for which, measured in turns.items()}
    return value, checks, installs, median


def bench(build, options):
    runs = options.runs or RUNS
    need_tools("openssl")
    with tempfile.TemporaryDirectory() as name:
        value, checks, installs, median = measure(build, pathlib.Path(name), runs)
    _, added_ms, added_mib = (b - a for a, b in zip(median["plain"], median[MEASURED]))
    sizes = [[f"{share} %", f"{value[f'list{share}_bytes'] / 1e6:.2f} MB", f"{value[f'details{share}_bytes'] / 1e6:.2f} MB"]
             for share in SHARES]
    status = [
        ["`sceau trust install`", f"{statistics.median(i[1] for i in installs):.0f} ms of CPU, {max(i[2] for i in installs):.0f} MiB"],
        ["`sceau verify`, added by it", f"{added_ms:.2f} ms of CPU, {added_mib:.1f} MiB"],
        ["a look-up of a random entry, warm", f"{value['look_up_nanoseconds']:.0f} ns"]]
    rates = [["openssl speed ecdsap256, verify", f"{checks:.0f}"],
             ["seals judged (ES256)", f"{value['verdicts_a_second']:.0f}"],
             ["issued, seal only", f"{value['issued_a_second_without_page']:.0f}"],
             ["issued, with the code", f"{value['issued_a_second_with_code']:.0f}"],
             ["issued, with the page", f"{value['issued_a_second_with_page']:.0f}"]]
    entries = ("100,000,000 entries, one in a hundred of the issued ones withdrawn at random; the block in use is half used, and "
               "what lies behind it was never issued.")
    looked = f"Of those, the one with {SHARES[-2]} % issued, with when and why; medians of {runs} in turns."
    share = f"A seal is judged in {checks / value['verdicts_a_second']:.2f} times what the signature check alone takes."
    return (f"./dev bench trust --runs {runs}",
            [table(["issued", "signed list", "with when and why"], sizes), entries,
             table(["status list", "cost"], status), looked, table(["one core", "per second"], rates), share], False)
