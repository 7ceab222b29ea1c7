"""What Chinese news looks like across a seam: statistics of neighbouring characters, and how telling a pair of characters is."""

from __future__ import annotations

from functools import cache
from math import log
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kgnews.articles.characters import BOUNDARY, normalise

_SIZE = 8192
_PAIR = 0.8
_TRIPLE = 0.5


class Language:
    """Interpolated counts of one, two and three characters (see scripts/build_seams.py)."""

    def __init__(self, path: Path) -> None:
        with np.load(path) as data:
            alphabet = [chr(code) for code in data["alphabet"]]
            self._code = {char: i for i, char in enumerate(alphabet)}
            self._single: NDArray[Any] = data["single"].astype(np.float64)
            self._pairs = np.cumsum(data["pair_steps"].astype(np.int64))
            self._pair: NDArray[Any] = data["pair"]
            self._pair_articles: NDArray[Any] = data["pair_articles"]
            self._triples = np.cumsum(data["triple_steps"].astype(np.int64))
            self._triple: NDArray[Any] = data["triple"]
            self._articles = int(data["articles"])
        self._total = float(self._single.sum())
        self._memory: dict[str, int] = {}

    def _count(self, chars: str) -> float:
        known = self._memory.get(chars)
        if known is None:
            known = self._memory[chars] = self._look_up(chars)
            if len(self._memory) > 200_000:
                self._memory.clear()
        return known

    def _look_up(self, chars: str) -> int:
        codes = [self._code.get(char, -1) for char in chars]
        if min(codes) < 0:
            return 0
        if len(codes) == 1:
            return int(self._single[codes[0]])
        keys, counts = (self._pairs, self._pair) if len(codes) == 2 else (self._triples, self._triple)
        value = 0
        for code in codes:
            value = value * _SIZE + code
        place = int(np.searchsorted(keys, value))
        return int(counts[place]) if place < len(keys) and keys[place] == value else 0

    def chance(self, before: str, char: str) -> float:
        """The probability of a character behind up to two others (normalised text)."""
        chance = (self._count(char) + 0.5) / (self._total + _SIZE / 2)
        if before:
            last = before[-1]
            pair = self._count(last + char) / (self._count(last) + 1)
            chance = _PAIR * pair + (1 - _PAIR) * chance
        if len(before) > 1:
            two = before[-2:]
            seen = self._count(two)
            # Fixed shares and not counts as weights: 真 is often followed by 实, and 真假 is still a word.
            share = _TRIPLE * seen / (seen + 2)
            chance = share * self._count(two + char) / (seen + 1) + (1 - share) * chance
        return chance

    def follows(self, before: str, text: str, length: int = 3) -> float:
        """The log probability of the first characters of ``text`` behind ``before`` (normalised; BOUNDARY opens a sentence)."""
        total = 0.0
        for i, char in enumerate(text[:length]):
            total += log(self.chance((before[-2:] + text[:i])[-2:], char))
        return total

    def rarity(self, pairs: list[str]) -> NDArray[Any]:
        """For each pair of characters how telling it is: the negative log of the share of articles that have it."""
        codes = np.array([self._code.get(p[0], -1) * _SIZE + self._code.get(p[1], -_SIZE) for p in pairs], dtype=np.int64)
        places = np.minimum(np.searchsorted(self._pairs, codes), len(self._pairs) - 1)
        found = np.where(self._pairs[places] == codes, self._pair_articles[places], 0)
        return np.asarray(np.log((self._articles + 1) / (found + 1)))


@cache
def language() -> Language:
    """The shipped statistics, loaded once."""
    return Language(Path(__file__).with_name("seams.npz"))


def fit(end: str, start: str) -> float:
    """How much likelier ``start`` is as what follows ``end`` in mid-sentence than as the beginning of a sentence (log odds)."""
    model = language()
    before, after = normalise(end[-2:]), normalise(start[:4])
    return model.follows(before, after) - model.follows(BOUNDARY, after)
