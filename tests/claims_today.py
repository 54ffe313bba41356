#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""claims_today.py CLAIMS.json: prints the same claims, moved so that they are valid from today on.

An example with fixed dates would expire; this keeps the demo and the tests of the installed command true on any day.
"""
import datetime
import json
import re
import sys

# Six months are never fewer than 181 days, the first one included.
LONGEST = datetime.timedelta(days=180)


def moved(value, delta):
    if isinstance(value, dict):
        return {key: moved(item, delta) for key, item in value.items()}
    if isinstance(value, list):
        return [moved(item, delta) for item in value]
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return (datetime.date.fromisoformat(value) + delta).isoformat()
    return value


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        claims = json.load(file)
    start = datetime.datetime.now(datetime.timezone.utc).date()  # never later than the day in Paris
    claims = moved(claims, start - datetime.date.fromisoformat(claims["valid_from"]))
    until = datetime.date.fromisoformat(claims["valid_until"])
    claims["valid_until"] = min(until, start + LONGEST).isoformat()
    json.dump(claims, sys.stdout, ensure_ascii=False, indent=2)


if __name__ == "__main__":
    main()
