"""What a person gives to a command besides articles: lists of names and decisions, dates."""

from __future__ import annotations

import re
import sys
from datetime import date as day
from pathlib import Path

from kgnews.errors import InputError, KgnewsError

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def read_lines(file: str) -> list[str]:
    """The lines of a small text file that a person wrote, or of standard input (``-``), in any encoding that articles may have."""
    from kgnews.pages.decoding import DecodeError, decode

    data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    try:
        return decode(data).splitlines()
    except DecodeError as error:
        raise InputError(f"{file}: {error.problem}", "it must be a text file, best in UTF-8") from None


def check_dates(*dates: str | None) -> None:
    """``KgnewsError`` unless each is empty or a day, a month or a year that the calendar has."""
    for date in filter(None, dates):
        try:
            known = _DATE.fullmatch(date) and day.fromisoformat(date + "-01-01"[len(date) - 4 :] if len(date) < 10 else date)
        except ValueError:
            known = None
        if not known:
            raise KgnewsError(f"{date!r} is no date", "write 2020, 2020-11 or 2020-11-05")
