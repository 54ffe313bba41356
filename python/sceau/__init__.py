# SPDX-License-Identifier: Apache-2.0
"""Verify sealed documents offline, with libsceau.

    import sceau

    trust = sceau.Trust.open("confiance")
    report = sceau.verify("attestation.pdf", trust=trust)
    if report.verdict is sceau.Verdict.VALID:
        ...

A string or a path names a file, and bytes are the document itself. What was found is a `Report`, a forged document included;
what could not be done is a `SceauError` with a stable code. docs/python.md says more.
"""
from ._errors import DocumentError, OptionsError, SceauError, TrustError
from ._library import load_library, version
from ._report import (Axes, ComparisonWay, Corners, DocumentAxis, FactResult, FreshnessAxis, HolderAxis, Issuer, Other, Outcome,
                      Printed, PrintedFact, Reason, Report, RightsAxis, Seal, SealAxis, Signature, StatusAxis, TrustBundle, Verdict,
                      Withdrawal, parse_report)
from ._verify import Document, Holder, Policy, Request, Trust, Verifier, averify, inspect, verify, verify_many

__all__ = [
    "Axes", "ComparisonWay", "Corners", "Document", "DocumentAxis", "DocumentError", "FactResult", "FreshnessAxis",
    "Holder", "HolderAxis", "Issuer", "OptionsError", "Other", "Outcome", "Policy", "Printed", "PrintedFact",
    "Reason", "Report", "Request", "RightsAxis", "SceauError", "Seal", "SealAxis", "Signature", "StatusAxis", "Trust",
    "TrustBundle", "TrustError", "Verdict", "Verifier", "Withdrawal", "averify", "inspect", "load_library",
    "parse_report", "verify", "verify_many", "version",
]
