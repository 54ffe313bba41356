# SPDX-License-Identifier: Apache-2.0
"""What was found: docs/schemas/report.schema.json as dataclasses. Every one is immutable."""
from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NoReturn

from ._errors import internal_error

SCHEMA_VERSION = 1

Corners = tuple[tuple[float, float], ...]
_Json = Mapping[str, Any]


class Verdict(StrEnum):
    VALID = "valid"
    INVALID = "invalid"
    UNDETERMINED = "undetermined"


class Outcome(StrEnum):
    """The verdict in the words of the person who asked."""

    IN_ORDER = "in-order"
    RIGHTS_NOT_OPEN = "rights-not-open"
    REFUSED = "refused"
    NOT_CONFIRMED = "not-confirmed"
    NO_SEAL = "no-seal"


class Signature(StrEnum):
    VERIFIED = "verified"
    MISMATCH = "mismatch"
    NOT_CHECKED = "not-checked"


class SealAxis(StrEnum):
    NOT_RUN = "not-run"
    GENUINE = "genuine"
    ALTERED = "altered"
    ISSUER_UNKNOWN = "issuer-unknown"
    ISSUER_NOT_ALLOWED = "issuer-not-allowed"
    TEST_ISSUER = "test-issuer"
    UNSUPPORTED = "unsupported"
    MALFORMED = "malformed"


class StatusAxis(StrEnum):
    NOT_RUN = "not-run"
    CURRENT = "current"
    REVOKED = "revoked"
    SUSPENDED = "suspended"
    UNKNOWN = "unknown"
    NOT_OFFERED = "not-offered"
    NEVER_ISSUED = "never-issued"


class RightsAxis(StrEnum):
    NOT_RUN = "not-run"
    OPEN = "open"
    CLOSED = "closed"
    NOT_YET = "not-yet"
    GAP = "gap"
    EXPIRED = "expired"
    NOT_APPLICABLE = "not-applicable"


class HolderAxis(StrEnum):
    NOT_RUN = "not-run"
    MATCHES = "matches"
    CLOSE = "close"
    DIFFERS = "differs"
    NOT_ASKED = "not-asked"


class DocumentAxis(StrEnum):
    NOT_RUN = "not-run"
    AGREES = "agrees"
    DIFFERS = "differs"
    NOT_COMPARED = "not-compared"


class FreshnessAxis(StrEnum):
    NOT_RUN = "not-run"
    FRESH = "fresh"
    STALE = "stale"
    UNDATED = "undated"
    CLOCK_SUSPECT = "clock-suspect"


class PrintedFact(StrEnum):
    """What a paper prints for people to read."""

    BIRTH_NAME = "birth-name"
    NAME_IN_USE = "name-in-use"
    GIVEN_NAMES = "given-names"
    WHOLE_NAME = "whole-name"
    BIRTH_DATE = "birth-date"
    BIRTH_RANK = "birth-rank"
    NIR = "nir"
    ROLE = "role"
    FUND_NAME = "fund-name"
    FUND_CODE = "fund-code"
    DOCUMENT_NUMBER = "document-number"
    REPLACED_NUMBER = "replaced-number"
    ISSUED_ON = "issued-on"
    VALID_FROM = "valid-from"
    VALID_UNTIL = "valid-until"
    RIGHT = "right"
    RIGHT_FROM = "right-from"
    RIGHT_UNTIL = "right-until"
    DEPENDANT_NAME = "dependant-name"
    DEPENDANT_GIVEN_NAMES = "dependant-given-names"
    DEPENDANT_BIRTH_DATE = "dependant-birth-date"
    DEPENDANT_BIRTH_RANK = "dependant-birth-rank"
    TAX_NUMBER = "tax-number"
    TAX_NOTICE_NUMBER = "tax-notice-number"
    REFERENCE_INCOME = "reference-income"
    COLLECTED_ON = "collected-on"
    INVOICE_NUMBER = "invoice-number"
    AMOUNT = "amount"
    ACCOUNT_NUMBER = "account-number"
    ADDRESS_LINE = "address-line"
    LOCALITY = "locality"


class FactResult(StrEnum):
    AGREES = "agrees"
    DIFFERS = "differs"
    NOT_COMPARED = "not-compared"


class ComparisonWay(StrEnum):
    """By the words that draw the page, by its pixels, or by words that were recognised on them."""

    TEXT = "text"
    PIXELS = "pixels"
    RECOGNISED = "recognised"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One thing found: a stable code, and a sentence for people that may be reworded."""

    code: str
    message: str
    detail: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Axes:
    """Six answers that do not depend on one another."""

    seal: SealAxis
    status: StatusAxis
    rights: RightsAxis
    holder: HolderAxis
    document: DocumentAxis
    freshness: FreshnessAxis


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    key_id: str
    name: str  # empty when the issuer is unknown
    authority: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    since: datetime.date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """What became of one fact that the page should print. `row` counts rights, dependants and holders from 1."""

    fact: PrintedFact
    result: FactResult
    row: int | None = None
    way: ComparisonWay | None = None
    page: int | None = None
    box: tuple[float, ...] | None = None  # left, top, right, bottom
    picture: str | None = None  # the file of its evidence, where some was written


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """One signed code. `claims` are there only when its signature was verified; their members depend on `format`."""

    format: str
    signature: Signature
    symbology: str
    page: int
    corners: Corners
    verdict: Verdict
    outcome: Outcome
    axes: Axes
    reasons: tuple[Reason, ...]
    issuer: Issuer | None = None
    withdrawal: Withdrawal | None = None
    compare_by_eye: bool = False
    printed: tuple[Printed, ...] = ()
    claims: Mapping[str, Any] | None = None
    unsigned_annex: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """A code that is not a seal."""

    kind: str
    symbology: str
    page: int
    corners: Corners


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustBundle:
    """The trust bundle that a report is based on."""

    sequence: int
    issued: datetime.datetime
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What was found on one document. Ask `verdict`, or `outcome`: a report by itself is neither true nor false."""

    schema_version: int
    file: str
    verdict: Verdict
    outcome: Outcome
    reasons: tuple[Reason, ...]
    date_of_care: datetime.date
    verified_at: datetime.datetime
    policy: str
    pages_read: int
    seals: tuple[Seal, ...]
    others: tuple[Other, ...]
    request_id: str | None = None
    compare_by_eye: bool = False
    replayed: bool = False
    trust: TrustBundle | None = None
    trust_remarks: tuple[Reason, ...] = ()
    # The line of JSON that this was made of.
    json: str = field(default="", repr=False, compare=False)
    # The library's report, for Verifier.ask_holder(); none of one that was parsed.
    native: object = field(default=None, repr=False, compare=False)

    def __bool__(self) -> NoReturn:
        raise TypeError("a report is neither true nor false: ask for its verdict")


def _reasons(found: list[_Json]) -> tuple[Reason, ...]:
    return tuple(Reason(code=r["code"], message=r["message"], detail=r.get("detail")) for r in found)


def _corners(found: list[list[float]]) -> Corners:
    return tuple((float(x), float(y)) for x, y in found)


def _instant(text: str) -> datetime.datetime:
    return datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=datetime.timezone.utc)


def _axes(found: _Json) -> Axes:
    return Axes(seal=SealAxis(found["seal"]), status=StatusAxis(found["status"]), rights=RightsAxis(found["rights"]),
                holder=HolderAxis(found["holder"]), document=DocumentAxis(found["document"]),
                freshness=FreshnessAxis(found["freshness"]))


def _issuer(found: _Json | None) -> Issuer | None:
    return None if found is None else Issuer(key_id=found["key_id"], name=found["name"], authority=found.get("authority"))


def _withdrawal(found: _Json | None) -> Withdrawal | None:
    return None if found is None else Withdrawal(since=datetime.date.fromisoformat(found["since"]), reason=found["reason"])


def _printed(found: _Json) -> Printed:
    way, box = found.get("way"), found.get("box")
    return Printed(fact=PrintedFact(found["fact"]), result=FactResult(found["result"]), row=found.get("row"),
                   way=None if way is None else ComparisonWay(way), page=found.get("page"),
                   box=None if box is None else tuple(map(float, box)), picture=found.get("picture"))


def _seal(found: _Json) -> Seal:
    return Seal(format=found["format"], signature=Signature(found["signature"]), symbology=found["symbology"],
                page=found["page"], corners=_corners(found["corners"]), verdict=Verdict(found["verdict"]),
                outcome=Outcome(found["outcome"]), axes=_axes(found["axes"]), reasons=_reasons(found["reasons"]),
                issuer=_issuer(found.get("issuer")), withdrawal=_withdrawal(found.get("withdrawal")),
                compare_by_eye=found.get("compare_by_eye", False), printed=tuple(map(_printed, found.get("printed", []))),
                claims=found.get("claims"), unsigned_annex=found.get("unsigned_annex"))


def _other(found: _Json) -> Other:
    return Other(kind=found["kind"], symbology=found["symbology"], page=found["page"], corners=_corners(found["corners"]))


def _bundle(found: _Json | None) -> TrustBundle | None:
    return None if found is None else TrustBundle(sequence=found["sequence"], issued=_instant(found["issued"]), digest=found["digest"])


def _report(found: _Json, text: str, native: object) -> Report:
    if found["schema_version"] != SCHEMA_VERSION:
        raise ValueError("schema_version")
    return Report(schema_version=found["schema_version"], file=found["file"], verdict=Verdict(found["verdict"]),
                  outcome=Outcome(found["outcome"]), reasons=_reasons(found["reasons"]),
                  date_of_care=datetime.date.fromisoformat(found["date_of_care"]),
                  verified_at=_instant(found["verified_at"]), policy=found["policy"], pages_read=found["pages_read"],
                  seals=tuple(map(_seal, found["seals"])), others=tuple(map(_other, found["others"])),
                  request_id=found.get("request_id"), compare_by_eye=found.get("compare_by_eye", False),
                  replayed=found.get("replayed", False),
                  trust=_bundle(found.get("trust")), trust_remarks=_reasons(found.get("trust_remarks", [])),
                  json=text, native=native)


def parse_report(text: str, native: object = None) -> Report:
    """A report from its JSON, as `sceau verify --json` prints it too. Raises `SceauError` for anything else.

    A report that somebody hands in is not proof of anything: only `verify()` gives one that you may act on.
    """
    try:
        return _report(json.loads(text), text, native)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise internal_error(f"not a report of schema version {SCHEMA_VERSION}") from error
