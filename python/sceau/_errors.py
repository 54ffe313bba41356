# SPDX-License-Identifier: Apache-2.0
"""Why the work could not be done. What is wrong with a document is never an exception, but a report."""
from __future__ import annotations


class SceauError(Exception):
    """An error of Sceau, with one of the reasons of docs/reference/reasons.md.

    `code` is stable. `french` and `english` tell a person what to do next. `detail` names an argument, a member or a file, for
    developers, and may be empty.
    """

    def __init__(self, code: str, french: str, english: str, detail: str = "") -> None:
        super().__init__(code, french, english, detail)
        self.code = code
        self.french = french
        self.english = english
        self.detail = detail

    def __str__(self) -> str:
        return f"{self.english} [{self.code}]" + (f" ({self.detail})" if self.detail else "")


class DocumentError(SceauError):
    """The file is not there or cannot be opened (`document.*`)."""


class OptionsError(SceauError):
    """An argument or a policy cannot be used (`options.*`, `policy.*`)."""


class TrustError(SceauError):
    """Whom to trust cannot be read (`trust.*`)."""


_BY_AREA = {"document": DocumentError, "options": OptionsError, "policy": OptionsError, "trust": TrustError}


def error_of(code: str, french: str, english: str, detail: str) -> SceauError:
    """The error of the class that its code calls for."""
    return _BY_AREA.get(code.partition(".")[0], SceauError)(code, french, english, detail)


def internal_error(detail: str) -> SceauError:
    """For what this package itself cannot make sense of."""
    return SceauError("internal", "Une erreur interne est survenue ; aucun résultat n'en est tiré.",
                      "An internal error occurred; no result is drawn from it.", detail)
