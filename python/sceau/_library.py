# SPDX-License-Identifier: Apache-2.0
"""libsceau by ctypes: the only module that knows C. The declarations follow libverify/include/sceau/sceau.h.

ctypes releases the interpreter's lock during each call, so that threads verify at once.
"""
from __future__ import annotations

import ctypes
import os
import pathlib
import threading
import weakref
from collections.abc import Callable
from typing import NoReturn

from ._errors import SceauError, error_of

SONAME = "libsceau.so.0"
FRENCH, ENGLISH = 0, 1

_TEXT, _HANDLE, _SIZE, _INT = ctypes.c_char_p, ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int
_ERROR = ctypes.POINTER(ctypes.c_void_p)
# Function -> what it returns, what it takes. Text that the caller has to free is a handle, or ctypes would lose its address.
_FUNCTIONS: dict[str, tuple[type | None, list[type]]] = {
    "sceau_version": (_TEXT, []),
    "sceau_trust_open": (_HANDLE, [_TEXT, _TEXT, _ERROR]),
    "sceau_trust_free": (None, [_HANDLE]),
    "sceau_verifier_open": (_HANDLE, [_HANDLE, _TEXT, _ERROR]),
    "sceau_verifier_free": (None, [_HANDLE]),
    "sceau_verify_bytes": (_HANDLE, [_HANDLE, _TEXT, _SIZE, _TEXT, _TEXT, _ERROR]),
    "sceau_verify_file": (_HANDLE, [_HANDLE, _TEXT, _TEXT, _ERROR]),
    "sceau_report_ask_holder": (_HANDLE, [_HANDLE, _HANDLE, _TEXT, _ERROR]),
    "sceau_report_json": (_HANDLE, [_HANDLE, _INT, _INT, _ERROR]),
    "sceau_report_free": (None, [_HANDLE]),
    "sceau_inspect_bytes": (_HANDLE, [_TEXT, _SIZE, _TEXT, _INT, _ERROR]),
    "sceau_string_free": (None, [_HANDLE]),
    "sceau_error_code": (_TEXT, [_HANDLE]),
    "sceau_error_sentence": (_TEXT, [_HANDLE, _INT]),
    "sceau_error_detail": (_TEXT, [_HANDLE]),
    "sceau_error_free": (None, [_HANDLE]),
}


class Handle:
    """A handle of the library, freed once nothing refers to it any more.

    What it points to never changes, so that a copy is the handle itself. In another process the pointer would mean nothing.
    """

    def __init__(self, pointer: int, free: Callable[[int], None]) -> None:
        self.pointer = pointer
        # Not at the end of the interpreter, when a thread may still be inside a call: the process frees all.
        weakref.finalize(self, free, pointer).atexit = False

    def __copy__(self) -> Handle:
        return self

    def __deepcopy__(self, memo: object) -> Handle:
        return self

    def __reduce__(self) -> NoReturn:
        raise TypeError("what libsceau holds does not pass through pickle: send report.json, and open trust in each process")


class Library:
    """The functions of one libsceau, with exceptions for errors and text for bytes."""

    def __init__(self, path: str) -> None:
        self._c = ctypes.CDLL(path)
        for name, (result, arguments) in _FUNCTIONS.items():
            function = getattr(self._c, name)
            function.restype, function.argtypes = result, arguments

    def version(self) -> str:
        text: bytes = self._c.sceau_version()
        return text.decode()

    def open_trust(self, path: bytes | None, state: bytes | None) -> Handle:
        return self._handle("trust", self._call("sceau_trust_open", path, state))

    def open_verifier(self, trust: Handle, options: bytes) -> Handle:
        return self._handle("verifier", self._call("sceau_verifier_open", trust.pointer, options))

    def verify_bytes(self, verifier: Handle, document: bytes, name: bytes, question: bytes) -> Handle:
        return self._handle("report", self._call("sceau_verify_bytes", verifier.pointer, document, len(document), name, question))

    def verify_file(self, verifier: Handle, path: bytes, question: bytes) -> Handle:
        return self._handle("report", self._call("sceau_verify_file", verifier.pointer, path, question))

    def ask_holder(self, verifier: Handle, report: Handle, holder: bytes) -> Handle:
        return self._handle("report", self._call("sceau_report_ask_holder", verifier.pointer, report.pointer, holder))

    def report_json(self, report: Handle, language: int, show_nir: bool) -> str:
        return self._text(self._call("sceau_report_json", report.pointer, language, int(show_nir)))

    def inspect_bytes(self, document: bytes, name: bytes, language: int) -> str:
        return self._text(self._call("sceau_inspect_bytes", document, len(document), name, language))

    def _call(self, function: str, *arguments: object) -> int:
        error = ctypes.c_void_p()
        pointer: int | None = getattr(self._c, function)(*arguments, ctypes.byref(error))
        if pointer is None:
            raise self._error(error.value)
        return pointer

    def _handle(self, kind: str, pointer: int) -> Handle:
        return Handle(pointer, getattr(self._c, f"sceau_{kind}_free"))

    def _text(self, pointer: int) -> str:
        try:
            return ctypes.string_at(pointer).decode()
        finally:
            self._c.sceau_string_free(pointer)

    def _error(self, pointer: int | None) -> SceauError:
        try:
            french, english = (self._c.sceau_error_sentence(pointer, language) for language in (FRENCH, ENGLISH))
            code, detail = self._c.sceau_error_code(pointer), self._c.sceau_error_detail(pointer)
            return error_of(code.decode(), french.decode(), english.decode(), detail.decode(errors="replace"))
        finally:
            self._c.sceau_error_free(pointer)


_lock = threading.Lock()
_loaded: Library | None = None


def _installed_path() -> str:
    """Where `cmake --install` put the library, seen from this package, or the name by which the system's loader finds it."""
    package = pathlib.Path(__file__).resolve().parent
    try:
        said = (package / "library-path").read_text(encoding="utf-8")
    except FileNotFoundError:  # not installed by CMake
        return SONAME
    return str((package / said.strip()).resolve())


def load_library(path: str | os.PathLike[str]) -> None:
    """Takes libsceau from this file, which must be named by an absolute path. Only before the first use of anything else.

    Without it the library is the one that was installed with this package, or else the system's. No environment variable of
    Sceau's is asked.
    """
    global _loaded
    if not os.path.isabs(path):
        raise ValueError("libsceau must be named by an absolute path")
    with _lock:
        if _loaded is not None:
            raise RuntimeError("libsceau is loaded already")
        _loaded = Library(os.fspath(path))


def library() -> Library:
    """The library, loaded when it is first needed."""
    global _loaded
    with _lock:
        if _loaded is None:
            try:
                _loaded = Library(_installed_path())
            except OSError as error:
                raise OSError(f"{error}: install Sceau, or name its library by sceau.load_library() before anything else") from error
        return _loaded


def version() -> str:
    """The version of libsceau: "0.1.0"."""
    return library().version()
