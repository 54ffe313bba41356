#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""sheet_test.py COUNTER_TEST: the sheet that the window exports of three hundred files goes through LibreOffice and back, and
every cell is what it was. Exit 77 where there is no LibreOffice Calc."""
import csv
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

# Semicolons, quotation marks, UTF-8, from the first line, France; special numbers are not looked for, as the dialog of LibreOffice
# has it unless somebody ticks a box, by which it would write years in two digits.
READING = "59,34,76,1,,1036,false,false"
# The same, each cell as it is shown.
WRITING = "59,34,76,1,,1036,false,true"
FILES = 300
# A spreadsheet of France, whatever this machine speaks.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>fr-FR</value></prop></item>
</oor:items>
"""


def cells_of(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))


def make_profile(work):
    folder = work / "profile" / "user"
    folder.mkdir(parents=True)
    (folder / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")


def convert(work, path, to, reading=None):
    """The file that LibreOffice makes of `path`, with a profile of its own."""
    command = ["soffice", "--headless", "--norestore", f"-env:UserInstallation={(work / 'profile').as_uri()}"]
    if reading:
        command.append(f"--infilter=CSV:{reading}")
    out = work / to.partition(":")[0]
    subprocess.run(command + ["--convert-to", to, "--outdir", out, path], check=True, stdout=subprocess.DEVNULL, timeout=200)
    return out / f"{path.stem}.{to.partition(':')[0]}"


def main():
    if not shutil.which("soffice"):
        print("SKIPPED: no soffice (LibreOffice Calc)")
        return 77
    with tempfile.TemporaryDirectory() as scratch:
        work = pathlib.Path(scratch)
        sheet = work / "liste.csv"
        environment = {**os.environ, "SCEAU_SHEET": str(sheet), "QT_QPA_PLATFORM": "offscreen"}
        subprocess.run([sys.argv[1], "--gtest_filter=SheetTest.*"], check=True, env=environment)
        if not sheet.exists():
            print("SKIPPED: no documents")
            return 77
        before = cells_of(sheet)
        make_profile(work)
        workbook = convert(work, sheet, "xlsx", READING)
        after = cells_of(convert(work, workbook, f"csv:Text - txt - csv (StarCalc):{WRITING}"))
        wrong = [(a, b) for a, b in zip(before, after) if a != b]
        for one, other in wrong[:5]:
            print("before", one, "\nafter ", other, file=sys.stderr)
        print(f"{len(before)} lines before, {len(after)} after, {len(wrong)} of them other")
        return 1 if wrong or len(before) != len(after) or len(before) != FILES + 1 else 0


if __name__ == "__main__":
    sys.exit(main())
