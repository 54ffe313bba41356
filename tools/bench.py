#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""bench.py BUILD [RUNS]: what verifying, status lists and issuing cost.

- Whole-process time of `sceau verify` on a one-page issued PDF, beside drawing the page and searching it for codes with
  other people's tools (pdftoppm -r 200 -gray, then ZXingReader), which verify nothing.
- A status list of 100 million entries, one in a hundred withdrawn: its size, its installation, and what it adds to a
  process and to a verdict.
- Seals judged and attestations issued per second on one core, beside OpenSSL's bare signature check.

What is compared takes turns in one run, so that whatever else the machine does weighs on both.
"""
import os
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


def run_measured(*command):
    """Milliseconds and peak memory in MiB of one process."""
    started = time.perf_counter()
    process = os.posix_spawn(str(command[0]), [str(word) for word in command], os.environ,
                             file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
    _, status, usage = os.wait4(process, 0)
    if status:
        sys.exit(f"bench: {command[1]} failed")
    return (time.perf_counter() - started) * 1000, usage.ru_maxrss / 1024


def openssl_checks():
    """ECDSA P-256 signatures that OpenSSL checks per second on one core."""
    said = subprocess.run(["openssl", "speed", "-seconds", "3", "ecdsap256"], capture_output=True, text=True, check=True)
    return float(said.stdout.splitlines()[-1].split()[-1])


def bench_trust(build, runs):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        claims = folder / "claims.json"
        claims.write_bytes(subprocess.run([ROOT / "tests/claims_today.py", ROOT / "docs/examples/claims.json"], check=True,
                                          capture_output=True).stdout)
        before = openssl_checks()
        said = subprocess.run([build / "tools/sceau-bench-trust", folder, claims], check=True, capture_output=True,
                              text=True).stdout
        checks = (before + openssl_checks()) / 2
        value = {name: float(number) for name, number in (line.split() for line in said.splitlines())}
        sceau = build / "cli/sceau"
        installs = []
        for turn in range(3):
            state = folder / f"install-{turn}"
            installs.append(run_measured(sceau, "trust", "install", folder / "list.trust", "--roots", folder / "roots",
                                         "--state", state))
        turns = {"plain": [], "list": []}
        for turn in range(runs + 1):
            for which, measured in turns.items():
                one = ["--policy", ROOT / "tools/bench_trust/any-status.json", "--state", folder / f"state-{which}"]
                measured.append(run_measured(sceau, "verify", folder / "with-status.txt", *one))
    median = {which: [statistics.median(column) for column in zip(*measured[1:])] for which, measured in turns.items()}
    print(f"\nstatus list, 100,000,000 entries, {value['withdrawn_entries']:,.0f} withdrawn")
    print(f"  signed list                     {value['list_bytes'] / 1e6:8.2f} MB, "
          f"{value['list_bytes_with_details'] / 1e6:.2f} MB with when and why")
    print(f"  sceau trust install             {statistics.median(ms for ms, _ in installs):8.0f} ms, "
          f"{max(mib for _, mib in installs):.0f} MiB")
    print(f"  sceau verify, added by it       {median['list'][0] - median['plain'][0]:8.2f} ms, "
          f"{median['list'][1] - median['plain'][1]:.1f} MiB (medians of {runs} in turns)")
    print(f"  a warm verdict, added by it     {value['status_microseconds_a_verdict']:8.2f} us")
    print("\none core, per second")
    print(f"  openssl speed ecdsap256, verify {checks:8.0f}")
    print(f"  seals judged (ES256)            {value['verdicts_a_second']:8.0f}, "
          f"{value['verdicts_a_second'] / checks:.0%} of that")
    for label, key in (("issued, seal only", "without_page"), ("issued, with the code", "with_code"),
                       ("issued, with the page", "with_page")):
        print(f"  {label:<32}{value['issued_a_second_' + key]:8.0f}")


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 25
    sceau = build / "cli/sceau"
    for tool in ("pdftoppm", "ZXingReader", "openssl"):
        if not shutil.which(tool):
            sys.exit(f"bench: {tool} is missing: run ./dev setup")
    bench_page(sceau, runs)
    bench_trust(build, runs)


def bench_page(sceau, runs):
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
