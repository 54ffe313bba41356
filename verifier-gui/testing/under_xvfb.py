#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""under_xvfb.py COMMAND…: runs it on a screen of its own that nobody sees. Exit 77 where there is no Xvfb, or no COMMAND."""
import os
import shutil
import subprocess
import sys


def main():
    if not shutil.which("Xvfb"):
        print("SKIPPED: no Xvfb")
        return 77
    if not shutil.which(sys.argv[1]):
        print("SKIPPED: no", sys.argv[1])
        return 77
    reading, writing = os.pipe()
    screen = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1200x24", "-nolisten", "tcp",
                               "-noreset"],  # which it would do when a first client of a moment has gone
                              pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as number:
            display = ":" + number.readline().strip()
        return subprocess.run(sys.argv[1:], env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}).returncode
    finally:
        screen.terminate()
        screen.wait()


if __name__ == "__main__":
    sys.exit(main())
