#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""run_tests.py LIBSCEAU COMMAND: the tests of the package against a build. Without pytest they are skipped, with a message."""
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
# Debian's packages are for its own Python, which is not the first one on every path.
PYTHONS = (sys.executable, "/usr/bin/python3")


def has_pytest(python):
    return os.path.exists(python) and subprocess.run([python, "-c", "import pytest"], capture_output=True).returncode == 0


def main():
    library, command = (str(pathlib.Path(argument).resolve()) for argument in sys.argv[1:])
    python = next(filter(has_pytest, PYTHONS), None)
    if python is None:
        print("skipped: pytest is not installed (python3-pytest)")
        return 77
    environment = {**os.environ, "PYTHONPATH": str(HERE), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run([python, "-m", "pytest", "-q", "-c", str(HERE / "pyproject.toml"), "--rootdir", str(HERE),
                           f"--library={library}", f"--sceau={command}", str(HERE / "tests")], env=environment).returncode


if __name__ == "__main__":
    sys.exit(main())
