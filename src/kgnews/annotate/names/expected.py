"""Names where one is expected: right behind an office with its body, though they begin as another word does (部长黎明某)."""

from __future__ import annotations

from kgnews.annotate.names.finder import Finder
from kgnews.annotate.names.model import chinese_after
from kgnews.expressions import expression

_PAUSE = expression(r"[，、；。：）]")
_PREPOSITIONS = frozenset("为由向对从同与应曾任时于到经连将至自会能均再")
# Of all the corpus' offices with a body, those before 向股民 (1.3) and the like score below, names above.
_LEAST, _LEAST_OF_PREPOSITION = 1.9, 2.4


def expected_end(finder: Finder, at: int, stop: int) -> int:
    """The end of the name that begins at ``at``, of characters that are surely a name's, or ``at``."""
    names, norm = finder.names, finder.norm
    if at >= stop:
        return at
    end, score = chinese_after(names, norm, at, stop, finder.document.whole, finder._behind)
    least = _LEAST_OF_PREPOSITION if norm[at] in _PREPOSITIONS else _LEAST
    if end == at or score < least or finder._behind(end) < 0.4:
        return at
    name = norm[at:end]
    if name in names.never or finder.bodies.suffix_of(name) or any(at <= title.left < end for title in finder.passage.titles):
        return at
    given = name[1:]
    word = given in names.words or given in names.followers or finder.bodies.is_place(given)
    return at if word and _PAUSE.match(norm, end) is None else end
