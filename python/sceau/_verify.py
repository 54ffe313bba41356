# SPDX-License-Identifier: Apache-2.0
"""Trust and verifiers: the library's handles as Python values."""
from __future__ import annotations

import asyncio
import collections
import datetime
import json
import os
import threading
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Literal

from ._errors import SceauError
from ._library import ENGLISH, FRENCH, Handle, library
from ._report import Report, parse_report

Document = str | os.PathLike[str] | bytes | bytearray | memoryview
Language = Literal["fr", "en"]
Policy = str | Mapping[str, Any]
# Verifiers that a Trust keeps for verify() and its like, one a policy: their processes stay warm.
_KEPT_VERIFIERS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """The person that the document should name. What is absent is not compared."""

    name: str | None = None
    born: datetime.date | str | None = None
    nir: str | None = None
    rank: int | str | None = None
    insured_nir: str | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """One document of verify_many(), with what is asked about it alone."""

    document: Document
    name: str | None = None
    date_of_care: datetime.date | None = None
    holder: Holder | None = None
    request_id: str | None = None


def _holder_json(holder: Holder) -> dict[str, str]:
    if not isinstance(holder, Holder):
        raise TypeError("a holder is a sceau.Holder")
    members = {"name": holder.name, "nir": holder.nir, "insured_nir": holder.insured_nir,
               "born": holder.born.isoformat() if isinstance(holder.born, datetime.date) else holder.born,
               "rank": str(holder.rank) if isinstance(holder.rank, int) else holder.rank}
    return {name: value for name, value in members.items() if value is not None}


def _day(day: datetime.date) -> str:
    if not isinstance(day, datetime.date) or isinstance(day, datetime.datetime):
        raise TypeError("a date of care is a day: take datetime.date")
    return day.isoformat()


def _instant(instant: datetime.datetime) -> str:
    if instant.tzinfo is None:
        raise ValueError("an instant needs its time zone")
    return instant.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def _encode(members: Mapping[str, Any]) -> bytes:
    return json.dumps({name: value for name, value in members.items() if value is not None}, sort_keys=True).encode()


def _without_nul(text: bytes) -> bytes:
    """C would take the text up to a NUL for the whole of it, and verify a file other than the one that is named."""
    if b"\0" in text:
        raise ValueError("a name holds a NUL")
    return text


def _path(path: str | os.PathLike[str]) -> bytes:
    return _without_nul(os.fsencode(path))


def _name(name: str | None) -> bytes:
    return _without_nul((name or "").encode(errors="surrogateescape"))


def _bytes(document: bytes | bytearray | memoryview, wanted: str = "a document is a path or bytes") -> bytes:
    if not isinstance(document, (bytes, bytearray, memoryview)):  # bytes() would accept a number, too
        raise TypeError(wanted)
    return bytes(document)


def _language(language: Language) -> int:
    if language not in ("fr", "en"):
        raise ValueError('a language is "fr" or "en"')
    return FRENCH if language == "fr" else ENGLISH


class Trust:
    """Whom to believe. Immutable; threads may share it."""

    def __init__(self, handle: Handle) -> None:
        self.handle = handle
        self._lock = threading.Lock()
        self._verifiers: dict[bytes, Handle] = {}

    @classmethod
    def open(cls, path: str | os.PathLike[str] | None = None, *, state: str | os.PathLike[str] | None = None) -> Trust:
        """A directory of certificates, or a trust bundle by the roots pinned in `state`; without a path what is installed there.

        `state` is the user's own unless another one is named. Raises `TrustError`.
        """
        return cls(library().open_trust(None if path is None else _path(path), None if state is None else _path(state)))

    def verifier(self, options: bytes) -> Handle:
        """A verifier with these options, made once."""
        with self._lock:
            handle = self._verifiers.get(options)
            if handle is None:
                handle = library().open_verifier(self.handle, options)
                if len(self._verifiers) >= _KEPT_VERIFIERS:
                    self._verifiers.pop(next(iter(self._verifiers)))
                self._verifiers[options] = handle
            return handle


class Verifier:
    """Judges documents by one trust and one policy. Immutable; threads may share it.

    `policy` is "counter", "insurer", "unattended" or a policy by docs/schemas/policy.schema.json. `date_of_care` and `holder` are what is asked
    about every document; without a date it is today in Paris. `language` is that of the sentences in reports, and `show_nir`
    writes the numbers of persons in full. `replay_at` judges as at another instant and marks each report as replayed.
    `recognise_words` recognises the words of pages of pixels that were not compared otherwise, where sceau-recognise is
    installed: some two seconds a page.
    """

    def __init__(self, trust: Trust, *, policy: Policy | None = None, date_of_care: datetime.date | None = None,
                 holder: Holder | None = None, language: Language = "fr", show_nir: bool = False,
                 replay_at: datetime.datetime | None = None, recognise_words: bool = False) -> None:
        if not isinstance(trust, Trust):
            raise TypeError("trust is a sceau.Trust: take sceau.Trust.open(path)")
        if not isinstance(policy, (str, Mapping, type(None))):
            raise TypeError("a policy is a name or a dictionary")
        options = _encode({"policy": policy if policy is None or isinstance(policy, str) else dict(policy),
                           "replay_at": replay_at and _instant(replay_at), "recognise_words": recognise_words or None})
        self._handle = trust.verifier(options)
        self._date_of_care = date_of_care
        self._holder = holder
        self._language = _language(language)
        self._show_nir = show_nir

    def verify(self, document: Document, *, name: str | None = None, date_of_care: datetime.date | None = None,
               holder: Holder | None = None, request_id: str | None = None) -> Report:
        """What one document is worth. A string or a path names a file; bytes are the document, and `name` is theirs.

        Raises `DocumentError` when there is no such file, `OptionsError` for a question that cannot be read.
        """
        day, person = date_of_care or self._date_of_care, holder or self._holder
        question = _encode({"date_of_care": day and _day(day), "holder": person and _holder_json(person),
                            "request_id": request_id})
        if isinstance(document, (str, os.PathLike)):
            if name is not None:
                raise TypeError("a file is called by its own path")
            return self._report(library().verify_file(self._handle, _path(document), question))
        return self._report(library().verify_bytes(self._handle, _bytes(document), _name(name), question))

    async def averify(self, document: Document, *, name: str | None = None, date_of_care: datetime.date | None = None,
                      holder: Holder | None = None, request_id: str | None = None) -> Report:
        """verify() in a thread of the event loop's. Cancelling it ends the wait, while the work goes on to its end."""
        return await asyncio.to_thread(self.verify, document, name=name, date_of_care=date_of_care, holder=holder,
                                       request_id=request_id)

    def verify_many(self, documents: Iterable[Document | Request], *, jobs: int | None = None) -> Iterator[Report | SceauError]:
        """One answer for each document, in their order, from as many threads as there are processors, or `jobs`.

        What cannot be verified at all, as a file that is not there, has its error in place of a report, and the others go on.
        Documents are asked for as answers are taken, so that a generator of millions is fine.
        """
        if isinstance(documents, (str, os.PathLike, bytes, bytearray, memoryview, Request)):
            raise TypeError("verify_many() takes documents, and this is a single one: for a folder, list its files")
        if jobs is not None and jobs < 1:
            raise ValueError("at least one job is needed")
        return self._answers(iter(documents), jobs or len(os.sched_getaffinity(0)))

    def _answers(self, documents: Iterator[Document | Request], workers: int) -> Iterator[Report | SceauError]:
        waiting: collections.deque[Future[Report | SceauError]] = collections.deque()
        pool = ThreadPoolExecutor(max_workers=workers, thread_name_prefix="sceau")
        try:
            for document in documents:
                waiting.append(pool.submit(self._answer, document))
                if len(waiting) > 2 * workers:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(cancel_futures=True)

    def ask_holder(self, report: Report, holder: Holder | None) -> Report:
        """A report of this verifier, judged anew for another person, or for none. Nothing is read again."""
        if not isinstance(report.native, Handle):
            raise ValueError("only a report of a verifier can be asked again")
        person = _encode(_holder_json(holder or Holder()))
        return self._report(library().ask_holder(self._handle, report.native, person))

    def _answer(self, document: Document | Request) -> Report | SceauError:
        asked = document if isinstance(document, Request) else Request(document)
        try:
            return self.verify(asked.document, name=asked.name, date_of_care=asked.date_of_care, holder=asked.holder,
                               request_id=asked.request_id)
        except SceauError as error:
            return error

    def _report(self, handle: Handle) -> Report:
        return parse_report(library().report_json(handle, self._language, self._show_nir), handle)


def verify(document: Document, *, trust: Trust, date_of_care: datetime.date | None = None, policy: Policy | None = None,
           holder: Holder | None = None, name: str | None = None, request_id: str | None = None, language: Language = "fr",
           show_nir: bool = False) -> Report:
    """What one document is worth, by what `trust` believes: Verifier.verify() in one call."""
    verifier = Verifier(trust, policy=policy, language=language, show_nir=show_nir)
    return verifier.verify(document, name=name, date_of_care=date_of_care, holder=holder, request_id=request_id)


async def averify(document: Document, *, trust: Trust, date_of_care: datetime.date | None = None, policy: Policy | None = None,
                  holder: Holder | None = None, name: str | None = None, request_id: str | None = None,
                  language: Language = "fr", show_nir: bool = False) -> Report:
    """verify() for an event loop: Verifier.averify() in one call."""
    verifier = Verifier(trust, policy=policy, language=language, show_nir=show_nir)
    return await verifier.averify(document, name=name, date_of_care=date_of_care, holder=holder, request_id=request_id)


def verify_many(documents: Iterable[Document | Request], *, trust: Trust, date_of_care: datetime.date | None = None,
                policy: Policy | None = None, holder: Holder | None = None, jobs: int | None = None, language: Language = "fr",
                show_nir: bool = False) -> Iterator[Report | SceauError]:
    """One answer for each document, in their order: Verifier.verify_many() in one call."""
    verifier = Verifier(trust, policy=policy, date_of_care=date_of_care, holder=holder, language=language, show_nir=show_nir)
    return verifier.verify_many(documents, jobs=jobs)


def inspect(document: bytes | bytearray | memoryview, *, name: str | None = None, language: Language = "fr") -> dict[str, Any]:
    """Every layer of every code of a document, by docs/schemas/inspection.schema.json. Nothing in it is verified."""
    found: dict[str, Any] = json.loads(
        library().inspect_bytes(_bytes(document, "inspect() takes bytes: read the file first"), _name(name), _language(language)))
    return found
