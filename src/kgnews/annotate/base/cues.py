"""Words that expressions cannot do without, looked for all at once: an expression of as many alternatives takes six times as long."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from ahocorasick_rs import AhoCorasick

from kgnews.records import Span


class Cues:
    """A set of words; the automaton is built when it is first asked."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = list(words)

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(self.words)

    def stand_in(self, text: str) -> bool:
        """Whether one of the words stands in a text."""
        return bool(self._automaton.find_matches_as_indexes(text))

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where the words stand in a text, in order, also one inside another."""
        return sorted([(start, end) for _, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True)])

    def places(self, text: str) -> list[int]:
        """Where the words begin in a text, in order."""
        return sorted({start for _, start, _ in self._automaton.find_matches_as_indexes(text, overlapping=True)})

    def sentences(self, text: str, spans: Iterable[Span]) -> list[Span]:
        """Those of the spans of a text, which are in order, in which one of the words stands."""
        found: list[Span] = []
        places, at = self._automaton.find_matches_as_indexes(text), 0
        for span in spans if places else ():
            while at < len(places) and places[at][1] < span.start:
                at += 1
            if at == len(places):
                break
            if places[at][2] <= span.end:
                found.append(span)
        return found

    def matches(self, pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
        """As ``pattern.finditer(text)``, of a pattern all of whose matches begin with one of the words."""
        return tried(pattern, self.places(text), text)

    def around(self, pattern: re.Pattern[str], reach: int, text: str) -> Iterator[re.Match[str]]:
        """As ``pattern.finditer(text)``, of a pattern each of whose matches holds one of the words, ``reach`` behind its start at most."""
        return tried(pattern, before(self.places(text), reach), text)


def cues(text: str) -> Cues:
    """The words of ``text``, parted by blanks; ``我|本×校|院`` stands for 我校, 我院, 本校 and 本院."""
    return Cues(word for factors in text.split() for word in _product(factors))


def _product(factors: str) -> list[str]:
    found = [""]
    for factor in factors.split("×"):
        found = [left + right for left in found for right in factor.split("|")]
    return found


def before(places: Iterable[int], reach: int, least: int = 0) -> Iterator[int]:
    """The places, from ``least`` on, that one of ``places`` is at most ``reach`` characters behind, in order."""
    at = least
    for place in places:
        yield from range(max(at, place - reach), place + 1)
        at = place + 1


def tried(pattern: re.Pattern[str], places: Iterable[int], text: str) -> Iterator[re.Match[str]]:
    """As ``pattern.finditer(text)``, of a pattern all of whose matches begin at one of ``places``, which are in order."""
    free = 0
    for place in places:
        if place >= free and (found := pattern.match(text, place)):
            free = max(found.end(), place + 1)
            yield found
