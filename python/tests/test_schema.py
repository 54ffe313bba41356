# SPDX-License-Identifier: Apache-2.0
"""The dataclasses against docs/schemas/report.schema.json, and the declarations against sceau.h."""
import dataclasses
import json
import re

import pytest

import sceau
from conftest import SOURCE
from sceau import _library

SCHEMA = json.loads((SOURCE / "docs/schemas/report.schema.json").read_text(encoding="utf-8"))["$defs"]
REPORT, SEAL = SCHEMA["report"], SCHEMA["seal"]
OBJECTS = [
    (sceau.Report, REPORT), (sceau.Seal, SEAL), (sceau.Axes, SCHEMA["axes"]), (sceau.Reason, SCHEMA["reason"]),
    (sceau.Other, SCHEMA["other"]), (sceau.Issuer, SEAL["properties"]["issuer"]),
    (sceau.Withdrawal, SEAL["properties"]["withdrawal"]), (sceau.TrustBundle, REPORT["properties"]["trust"]),
    (sceau.Printed, SCHEMA["printed"]),
]
AXES = SCHEMA["axes"]["properties"]
PRINTED = SCHEMA["printed"]["properties"]
ENUMERATIONS = [
    (sceau.Verdict, SCHEMA["verdict"]), (sceau.Outcome, SCHEMA["outcome"]), (sceau.Signature, SEAL["properties"]["signature"]),
    (sceau.SealAxis, AXES["seal"]), (sceau.StatusAxis, AXES["status"]), (sceau.RightsAxis, AXES["rights"]),
    (sceau.HolderAxis, AXES["holder"]), (sceau.DocumentAxis, AXES["document"]), (sceau.FreshnessAxis, AXES["freshness"]),
    (sceau.PrintedFact, PRINTED["fact"]), (sceau.FactResult, PRINTED["result"]), (sceau.ComparisonWay, PRINTED["way"]),
]
OURS = {"json", "native"}


@pytest.mark.parametrize("kind,schema", OBJECTS, ids=lambda value: getattr(value, "__name__", ""))
def test_a_dataclass_has_the_members_of_the_schema(kind, schema):
    fields = {field.name: field for field in dataclasses.fields(kind) if field.name not in OURS}
    assert set(fields) == set(schema["properties"])
    required = {name for name, field in fields.items() if field.default is dataclasses.MISSING}
    assert required == set(schema["required"])


@pytest.mark.parametrize("kind,schema", ENUMERATIONS, ids=lambda value: getattr(value, "__name__", ""))
def test_an_enumeration_has_the_values_of_the_schema(kind, schema):
    assert [member.value for member in kind] == schema["enum"] or set(kind) == set(schema["enum"])


def test_the_functions_are_those_of_the_header():
    header = re.sub(r"//[^\n]*", "", (SOURCE / "libverify/include/sceau/sceau.h").read_text(encoding="utf-8"))
    declared = {name: 0 if arguments.strip() == "void" else len(arguments.split(","))
                for name, arguments in re.findall(r"SCEAU_API [\w\s*]*?(sceau_\w+)\(([^)]*)\)", header)}
    ours = {name: len(arguments) for name, (_, arguments) in _library._FUNCTIONS.items()}
    # The verdict is read from the JSON.
    assert {**ours, "sceau_report_verdict": 1, "sceau_report_outcome": 1} == declared


REPORT_JSON = {
    "schema_version": 1, "file": "a", "verdict": "valid", "outcome": "in-order", "reasons": [], "date_of_care": "2026-11-23",
    "verified_at": "2026-11-23T10:00:00Z", "policy": "counter", "pages_read": 1, "seals": [], "others": [],
}


def test_members_that_a_newer_library_adds_are_passed_over():
    assert sceau.parse_report(json.dumps({**REPORT_JSON, "colour": "red"})).verdict is sceau.Verdict.VALID


@pytest.mark.parametrize("change", [{"schema_version": 2}, {"verdict": "fine"}, {"verdict": None}, {"seals": [{}]}, {"seals": None},
                                    {"date_of_care": "today"}, {"verified_at": 7}])
def test_what_is_no_report_is_an_error(change):
    with pytest.raises(sceau.SceauError) as caught:
        sceau.parse_report(json.dumps({**REPORT_JSON, **change}))
    assert caught.value.code == "internal"


@pytest.mark.parametrize("text", ["", "[]", "null", "7", '"valid"', "{}"])
def test_text_that_is_no_object_is_an_error(text):
    with pytest.raises(sceau.SceauError):
        sceau.parse_report(text)
