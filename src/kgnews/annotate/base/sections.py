"""Sections of a text: a bulletin (快讯, 简讯) has several stories, and what is said in one does not hold in the next."""

from __future__ import annotations

import itertools
from bisect import bisect_right

from kgnews.annotate.base.document import Passage
from kgnews.expressions import expression

_LINE = expression(r"[^\n]+")
_ENDED = expression(r"[。！？；：，”）]\s*$|\d$")
_BULLETIN_LONGEST = 36
_FEWEST = 2


def section_starts(passage: Passage) -> list[int]:
    """Where each section of the passage begins: one, but for a bulletin of headed stories."""
    text = passage.norm
    lines = [(match.start(), match[0].strip()) for match in _LINE.finditer(text) if match[0].strip()]
    heads = [
        start
        for (start, line), (_, following) in itertools.pairwise(lines)
        if 5 <= len(line) <= _BULLETIN_LONGEST and not _ENDED.search(line) and len(following) > 40 and _ENDED.search(following)
    ]
    stories = sum(len(line) > 40 for _, line in lines)
    return [0, *heads] if len(heads) >= _FEWEST and stories <= 3 * len(heads) + 2 else [0]


def section_of(starts: list[int], position: int) -> int:
    """The index of the section that ``position`` lies in."""
    return bisect_right(starts, position) - 1
