"""Walking back from a head noun to the left edge of its name: brackets are stepped over whole, words one by one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from kgnews.annotate.base.document import Passage

_CLOSERS = {"”": "“", "》": "《", "）": "（", "’": "‘", "】": "【", "〉": "〈", "〕": "〔", "]": "["}
_WIDEST = 70

Stop = Callable[[int, int], bool]


def back(passage: Passage, position: int, stops: Stop) -> int:
    """The left edge of the name whose head begins at ``position``.

    ``stops(start, end)`` says whether the word (or bracket) ``[start, end)`` does not belong to the name any more.
    """
    text, lowest = passage.norm, max(0, position - _WIDEST)
    while position > lowest:
        start = opener(text, position - 1, lowest) if text[position - 1] in _CLOSERS else word_start(passage, position)
        if start < lowest or stops(start, position):
            return position
        position = start
    return position


def word_start(passage: Passage, end: int) -> int:
    """Where the word that ends at ``end``, or that ``end`` cuts, begins."""
    index = bisect_left(passage.ends, end)
    return min(passage.starts[index], end - 1) if index < len(passage.ends) else end - 1


def tag_at(passage: Passage, start: int) -> str:
    """The part of speech of the word that begins at ``start``, "" inside a word."""
    index = passage.word_at.get(start)
    return "" if index is None else passage.tags[index]


def opener(text: str, close: int, lowest: int) -> int:
    """Where the bracket that closes at ``close`` opens; -1 where it does not within reach."""
    closer, wanted, depth = text[close], _CLOSERS[text[close]], 0
    for position in range(close, lowest - 1, -1):
        if text[position] == closer:
            depth += 1
        elif text[position] == wanted:
            depth -= 1
            if depth == 0:
                return position
        elif text[position] in "。\n！？":
            return -1
    return -1
