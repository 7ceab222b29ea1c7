"""What is read: a page, and the articles that are cut from it. Offsets are code points."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points, ``text[start:end]``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Page:
    """One input as read; its text is never changed.

    ``whole`` is true where the input is one article by its format (a JSONL record, a CSV row): it is never cut.
    ``source`` says where it came from (file name, newspaper) and is shown to people.
    ``metadata`` keeps every further key of the record as it stood.
    """

    id: str
    text: str
    title: str = ""
    date: str | None = None
    home: str | None = None
    source: str | None = None
    whole: bool = False
    metadata: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Article:
    """One story. ``text`` is exactly the concatenation of ``spans`` of the page, where it was cut from one.

    ``spans`` and ``title_spans`` are empty for a whole record: its evidence is given in ``text`` and ``title``.
    ``copies`` are further spans of the page that repeat a part of the article (near-copies that were folded).
    """

    id: str
    text: str
    title: str = ""
    date: str | None = None
    home: str | None = None
    source: str | None = None
    page: str | None = None
    spans: tuple[Span, ...] = ()
    title_spans: tuple[Span, ...] = ()
    copies: tuple[Span, ...] = ()
    metadata: Mapping[str, object] = field(default_factory=dict)

    def page_spans(self, where: str, start: int, end: int) -> list[Span]:
        """The spans of the page that ``[start, end)`` of ``where`` ("text" or "title") was joined from."""
        return map_spans(self.title_spans if where == "title" else self.spans, start, end)


@dataclass(frozen=True, slots=True)
class Fragment:
    """Text of a page that could not be placed, with the ids of the articles it fits best (best first)."""

    page: str
    span: Span
    text: str
    candidates: tuple[str, ...] = ()
    reason: str = ""


def map_spans(spans: tuple[Span, ...], start: int, end: int) -> list[Span]:
    """Map ``[start, end)`` of the concatenated spans back to where it stands; adjacent pieces are joined."""
    ends = list(accumulate(span.end - span.start for span in spans))
    pieces: list[Span] = []
    position = bisect_right(ends, start)
    while position < len(spans) and start < end:
        span, stop = spans[position], ends[position]
        first = span.end - (stop - start)
        last = min(span.end, first + end - start)
        if pieces and pieces[-1].end == first:
            pieces[-1] = Span(pieces[-1].start, last)
        elif last > first:
            pieces.append(Span(first, last))
        start, position = stop, position + 1
    return pieces
