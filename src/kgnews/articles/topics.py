"""Whether two pieces of text are about the same: pairs of characters (names above all) that they share and others do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kgnews.articles.characters import normalise
from kgnews.articles.language import language
from kgnews.expressions import expression

Matrix = NDArray[np.float64]
_WORDS = expression(r"[\u3400-\u9fffa0]+")
# Of a text's pairs about this share is its own (names, topic), the rest is the language's.
_OWN = 0.3


class Topics:
    """The pairs of characters of each block of a page, counted once."""

    def __init__(self, texts: Sequence[str]) -> None:
        counts = [_pairs(text) for text in texts]
        self._place = {pair: i for i, pair in enumerate(sorted({pair for count in counts for pair in count}))}
        self.counts: Matrix = np.zeros((len(texts), len(self._place) or 1))
        for row, count in enumerate(counts):
            for pair, number in count.items():
                self.counts[row, self._place[pair]] = number
        rarity = language().rarity(list(self._place)) if self._place else np.zeros(1)
        # Names and rare words tell more than what all pieces on villages or meetings share, which is not independent evidence.
        self._weight: NDArray[Any] = (rarity / 5.0) ** 2
        # An article has some 500 different pairs: the share of articles with a pair, spread over them, is its chance at a place.
        self._chance: NDArray[Any] = np.exp(-rarity) / 500

    def likeness(self, contexts: Matrix, pieces: Matrix) -> Matrix:
        """Row i, column j: the log odds that piece j is drawn from context i rather than from news at large.

        ``contexts`` and ``pieces`` are sums of rows of ``counts``. Repeated pairs of a piece count little more than once.
        """
        sizes = contexts.sum(axis=1, keepdims=True) + 20.0
        gain = np.log1p(_OWN / (1 - _OWN) * contexts / sizes / self._chance)
        return np.asarray((gain * self._weight) @ np.log1p(pieces).T)

    def bond(self, first: Sequence[int], second: Sequence[int]) -> float:
        """How much two runs of blocks are about the same: log odds over the square root of the size of the smaller."""
        upper = self.counts[list(first)].sum(axis=0, keepdims=True)
        lower = self.counts[list(second)].sum(axis=0, keepdims=True)
        like = (self.likeness(upper, lower)[0, 0] + self.likeness(lower, upper)[0, 0]) / 2
        return float(like / np.sqrt(min(upper.sum(), lower.sum()) + 30))


def _pairs(text: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for run in _WORDS.findall(normalise(text)):
        found.update(run[i : i + 2] for i in range(len(run) - 1))
    return found
