"""The one root of all errors that a person is told about: a line, a hint, an exit code."""

from __future__ import annotations


class KgnewsError(Exception):
    """A problem that the user can act on. ``message`` is one line, ``hint`` says what to do about it."""

    exit_code = 2

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class SchemaError(KgnewsError):
    """The ontology, a rule or a term list is wrong; the message names file, entry and likely cause."""


class InputError(KgnewsError):
    """One input could not be read; the others go on."""

    exit_code = 3


class TimeLimitError(InputError):
    """An article took longer than it may; it is listed as failed and the others go on."""


class NotFoundError(KgnewsError):
    """The question was understood and the answer is no."""

    exit_code = 1


class Neo4jError(KgnewsError):
    """The server cannot be reached, refuses, or is too old."""

    exit_code = 4
