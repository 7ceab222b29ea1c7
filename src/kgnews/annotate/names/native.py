"""Names of peoples of China with a make of their own: Tibetan and Mongolian ones of two parts (泽仁桑珠, 孟和巴雅尔), Yi ones of a surname
and two characters (吉克木呷), and the parts of Turkic ones (买买提江·艾山)."""

from __future__ import annotations

import re

from kgnews.annotate.base.tables import words
from kgnews.schema.terms import Terms

_MIDDLE = "江汗"  # what a first name may go on with: 买买提|江·艾山
_LONGEST = 6


class NativeNames:
    """The lists of parts, read once."""

    def __init__(self, terms: Terms) -> None:
        listed = {kind: sorted(value.split(), key=len, reverse=True) for kind, value in words(terms, "native_names").items()}
        tibetan, mongolian, yi = ("|".join(listed[kind]) for kind in ("tibetan", "mongolian", "yi"))
        self._whole = re.compile(f"(?:{tibetan}){{2}}|(?:{mongolian}){{2,3}}")
        self._begins = frozenset(part[:2] for kind in ("tibetan", "mongolian") for part in listed[kind])
        self._yi = re.compile(f"(?:{yi})[\u4e00-\u9fff]{{2}}")
        self._turkic = frozenset(listed["turkic"])

    def end(self, norm: str, at: int, stop: int) -> int:
        """The end of a name of several parts at ``at``, or ``at``."""
        match = self._whole.match(norm, at, stop) if norm[at : at + 2] in self._begins else None
        return match.end() if match else at

    def whole(self, norm: str, at: int, stop: int) -> int:
        """The end of such a name at ``at`` where it does not go on in parts (巴雅尔赛罕·额尔登图雅), else 0."""
        end = self.end(norm, at, stop)
        return end if end > at and norm[end : end + 1] not in ("·", "-") else 0

    def start(self, norm: str, floor: int, end: int) -> int:
        """Where a name of several parts begins that ends at ``end``, or ``end``."""
        return next((at for at in range(max(floor, end - 8), end - 3) if self.end(norm, at, end) == end), end)

    def yi_end(self, norm: str, at: int, stop: int) -> int:
        """The end of a Yi name of four characters at ``at``, or ``at``; whether a name stands there at all is for others to say."""
        match = self._yi.match(norm, at, stop)
        return match.end() if match else at

    def part_end(self, norm: str, at: int, stop: int) -> int:
        """The end of the longest listed part of a Turkic name at ``at``, with 江 or 汗 behind it, or ``at``."""
        for end in range(min(at + _LONGEST, stop), at + 1, -1):
            if norm[at:end] in self._turkic:
                return end + (norm[end : end + 1] in _MIDDLE and end < stop)
        return at
