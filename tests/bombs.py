#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""bombs.py BUILD_FOLDER KIT: verifies each hostile PDF that KIT/mkbombs.py writes, then all of them beside an honest file.

Each must end with a reason, in bounded time and memory of the command itself, and leave no process. Exit 77: no kit.
"""
import concurrent.futures
import contextlib
import json
import pathlib
import resource
import runpy
import shutil
import subprocess
import sys
import time
import zlib
from unittest import mock

SECONDS = 20  # the wall limit of a document is 15; the rest is for a machine that has other work
KILOBYTES = 100_000
AT_ONCE = 3  # most of the time goes into bombs that spend all they are allowed


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


class RepeatingDeflater:
    """zlib.compressobj() for streams that repeat one block, which it deflates once."""

    raw_deflater = staticmethod(zlib.compressobj)

    def __init__(self, level):
        self.level, self.block, self.chunk, self.block_sums, self.sums = level, None, b"", (0, 0), (1, 0)

    def compress(self, block):
        head = b"\x78\xda" if self.block is None else b""
        if block is not self.block:
            raw = self.raw_deflater(self.level, zlib.DEFLATED, -zlib.MAX_WBITS)
            self.block, self.chunk = block, raw.compress(block) + raw.flush(zlib.Z_FULL_FLUSH)
            self.block_sums = divmod(zlib.adler32(block, 0), 1 << 16)
        # RFC 1950, section 8: both sums of what came before, carried over the block.
        first, second = self.sums
        of_second, of_first = self.block_sums
        self.sums = (first + of_first) % 65521, (second + len(block) * first + of_second) % 65521
        return head + self.chunk

    def flush(self):
        first, second = self.sums
        return b"\x03\x00" + (second << 16 | first).to_bytes(4, "big")


def make_bombs(kit, folder):
    """Runs the kit, whose thirty gigabytes would take minutes to deflate honestly."""
    with mock.patch("zlib.compressobj", RepeatingDeflater), mock.patch("sys.argv", ["mkbombs.py", str(folder)]), \
            contextlib.redirect_stdout(None):
        runpy.run_path(str(kit / "mkbombs.py"))
    return sorted(folder.glob("*.pdf"))


def issue(sceau, work):
    here = pathlib.Path(__file__).resolve().parent
    claims = subprocess.run([here / "claims_today.py", here.parent / "docs/examples/claims.json"], check=True, stdout=subprocess.PIPE)
    (work / "claims.json").write_bytes(claims.stdout)
    subprocess.run([sceau, "issue", work / "claims.json", "--key", work / "key.pem", "--cert", work / "trust/cert.pem",
                    "--no-status", "-o", work / "honest.pdf"], check=True, stdout=subprocess.DEVNULL)
    return work / "honest.pdf"


def faults_of(bomb, verify, output):
    out, code, seconds, peak = measured([*verify, bomb], output)
    reasons = reasons_of(out) if out else ["nothing said"]
    print(f"{bomb.name}: exit {code}, {seconds:.1f} s, {peak // 1024} MB, {', '.join(reasons)}")
    if code != 4 or not reasons or not all(r.startswith("document.") for r in reasons):
        yield f"{bomb.name}: exit {code}, {reasons}"
    if seconds > SECONDS or peak > KILOBYTES:
        yield f"{bomb.name}: {seconds:.1f} s, {peak} kB"


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
    bombs = make_bombs(kit, work / "kit")
    sceau = build / "cli/sceau"
    (work / "trust").mkdir()
    subprocess.run([sceau, "keygen", "--organisation", "Caisse", "--key", work / "key.pem", "--cert", work / "trust/cert.pem",
                    "--no-passphrase"], check=True, stdout=subprocess.DEVNULL)
    verify = [sceau, "verify", "--json", "--trust", work / "trust"]
    failures = []
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        for found in pool.map(lambda bomb: list(faults_of(bomb, verify, work / f"{bomb.stem}.json")), bombs):
            failures += found
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
