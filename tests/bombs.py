#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""bombs.py BUILD_FOLDER KIT: verifies each hostile PDF that KIT/mkbombs.py writes, then all of them beside an honest file.

Each must end with a reason, in bounded time and memory of the command itself, and leave no process. Exit 77: no kit.
"""
import json
import pathlib
import resource
import shutil
import subprocess
import sys
import time

SECONDS = 20  # the wall limit of a document is 15; the rest is for a machine that has other work
KILOBYTES = 100_000


def peak_of(process, peak):
    """The most that the process itself has held so far: its helpers are other processes."""
    try:
        status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    except OSError:
        return peak
    return max([peak, *(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))])


def measured(command, output):
    """Output, exit code, seconds and the peak in kB of the command alone."""
    started = time.monotonic()
    peak = 0
    with open(output, "w+b") as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL)
        while process.poll() is None:
            peak = peak_of(process, peak)
            time.sleep(0.005)
        out.seek(0)
        return out.read(), process.returncode, time.monotonic() - started, peak


def reasons_of(line):
    return [reason["code"] for reason in json.loads(line).get("reasons", [])]


def make_bombs(kit, folder):
    """Once: it deflates some thirty gigabytes."""
    done = folder / "done"
    if not done.exists():
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([sys.executable, kit / "mkbombs.py", folder], check=True, stdout=subprocess.DEVNULL)
        done.touch()
    return sorted(folder.glob("*.pdf"))


def issue(sceau, work):
    here = pathlib.Path(__file__).resolve().parent
    claims = subprocess.run([here / "claims_today.py", here.parent / "docs/examples/claims.json"], check=True, stdout=subprocess.PIPE)
    (work / "claims.json").write_bytes(claims.stdout)
    subprocess.run([sceau, "issue", work / "claims.json", "--key", work / "key.pem", "--cert", work / "trust/cert.pem",
                    "--no-status", "-o", work / "honest.pdf"], check=True, stdout=subprocess.DEVNULL)
    return work / "honest.pdf"


def is_genuine(line):
    return [seal["axes"]["seal"] for seal in json.loads(line)["seals"]] == ["genuine"]


def main():
    build, kit = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    if not (kit / "mkbombs.py").exists():
        print(f"SKIPPED: no {kit / 'mkbombs.py'}")
        return 77
    work = build / "tests/bombs"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    bombs = make_bombs(kit, build / "tests/bomb-kit")
    sceau = build / "cli/sceau"
    (work / "trust").mkdir()
    subprocess.run([sceau, "keygen", "--organisation", "Caisse", "--key", work / "key.pem", "--cert", work / "trust/cert.pem",
                    "--no-passphrase"], check=True, stdout=subprocess.DEVNULL)
    verify = [sceau, "verify", "--json", "--trust", work / "trust"]
    failures = []
    for bomb in bombs:
        out, code, seconds, peak = measured([*verify, bomb], work / "out.json")
        reasons = reasons_of(out) if out else ["nothing said"]
        print(f"{bomb.name}: exit {code}, {seconds:.1f} s, {peak // 1024} MB, {', '.join(reasons)}")
        if code != 4 or not reasons or not all(r.startswith("document.") for r in reasons):
            failures.append(f"{bomb.name}: exit {code}, {reasons}")
        if seconds > SECONDS or peak > KILOBYTES:
            failures.append(f"{bomb.name}: {seconds:.1f} s, {peak} kB")
    quick = [b for b in bombs if b.stat().st_size < 2000][:6]
    honest = issue(sceau, work)
    files = [f for bomb in quick for f in (bomb, honest)]
    out, code, _, _ = measured([*verify, *files], work / "out.json")
    lines = out.decode().splitlines()
    if code != 4 or len(lines) != len(files) or any(not is_genuine(line) for line in lines[1::2]):
        failures.append("an honest file after a bomb was not judged")
    for failure in failures:
        print("FAILED:", failure)
    return 1 if failures or not bombs else 0


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.exit(main())
