"""Words that expressions cannot do without, looked for all at once: an expression of as many alternatives takes six times as long."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import ClassVar

from ahocorasick_rs import AhoCorasick

from kgnews.records import Span

Places = list[tuple[int, int]]
_KEPT = 8  # texts whose words are remembered: all passes ask for those of the same few


class Cues:
    """A set of words; the automaton is built when it is first asked."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = list(words)

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(self.words)

    def _found(self, text: str) -> Places:
        return [(start, end) for _, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True)]

    def stand_in(self, text: str) -> bool:
        """Whether one of the words stands in a text."""
        return bool(self._found(text))

    def spans(self, text: str) -> Places:
        """Where the words stand in a text, in order, also one inside another."""
        return sorted(self._found(text))

    def places(self, text: str) -> list[int]:
        """Where the words begin in a text, in order."""
        return sorted({start for start, _ in self._found(text)})

    def sentences(self, text: str, spans: Iterable[Span]) -> list[Span]:
        """Those of the spans of a text, which are in order, in which one of the words stands."""
        found: list[Span] = []
        places, at = self.spans(text), 0
        for span in spans if places else ():
            while at < len(places) and places[at][0] < span.start:
                at += 1
            if at == len(places):
                break
            if places[at][1] <= span.end:
                found.append(span)
        return found

    def within(self, text: str, start: int, end: int) -> bool:
        """Whether one of the words stands in ``text[start:end]``."""
        places = self.spans(text)
        at = bisect_left(places, (start, 0))
        return at < len(places) and places[at][1] <= end

    def matches(self, pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
        """As ``pattern.finditer(text)``, of a pattern all of whose matches begin with one of the words."""
        return tried(pattern, self.places(text), text)

    def around(self, pattern: re.Pattern[str], reach: int, text: str) -> Iterator[re.Match[str]]:
        """As ``pattern.finditer(text)``, of a pattern each of whose matches holds one of the words, ``reach`` behind its start at most."""
        return tried(pattern, before(self.places(text), reach), text)


class _Shared(Cues):
    """A set of words of the program's own: those of all passes are found in one walk through a text."""

    sets: ClassVar[list[_Shared]] = []

    def __init__(self, words: Iterable[str]) -> None:
        super().__init__(words)
        self._number = len(self.sets)
        self.sets.append(self)

    def _found(self, text: str) -> Places:
        return _walk(text, len(self.sets)).get(self._number, [])

    def spans(self, text: str) -> Places:
        return self._found(text)


@lru_cache(maxsize=_KEPT)
def _walk(text: str, sets: int) -> dict[int, Places]:
    """Where the words of each of the first so many sets stand in a text, in order."""
    automaton, owners = _shared(sets)
    found: dict[int, Places] = {}
    for which, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
        for number in owners[which]:
            if number in found:
                found[number].append((start, end))
            else:
                found[number] = [(start, end)]
    for places in found.values():
        places.sort()
    return found


@lru_cache(maxsize=1)
def _shared(sets: int) -> tuple[AhoCorasick, list[list[int]]]:
    """One automaton of the words of the first so many sets, and whose each word is."""
    owners: dict[str, list[int]] = {}
    for number, one in enumerate(_Shared.sets[:sets]):
        for word in dict.fromkeys(one.words):
            owners.setdefault(word, []).append(number)
    return AhoCorasick(list(owners)), list(owners.values())


def cues(text: str) -> Cues:
    """The words of ``text``, parted by blanks; ``我|本×校|院`` stands for 我校, 我院, 本校 and 本院. For constants of modules."""
    return _Shared(word for factors in text.split() for word in _product(factors))


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
