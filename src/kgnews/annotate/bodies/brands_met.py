"""Companies by a short name that no list knows, where they sign or are visited: 恒泽精工与甲集团签署…, 走访蓝湾软件、恒泽精工.

Such a name is something strange (no ordinary word) and a line of business; anywhere else the words would rather be ordinary ones.
"""

from __future__ import annotations

from rjieba import has_word

from kgnews.annotate.base.document import Document, Passage
from kgnews.annotate.base.marks import Taken, add
from kgnews.annotate.base.tables import table
from kgnews.annotate.bodies.brands import is_ordinary, is_strange
from kgnews.annotate.bodies.lists import Bodies


def find(document: Document) -> None:
    """Add the Organization mentions of such companies."""
    bodies = table(document.terms, Bodies)
    brands = bodies.business
    for passage in document.passages:
        found = [*brands.visited.finditer(passage.norm)] if "访" in passage.norm or "察" in passage.norm else []
        if "签" in passage.norm:
            found += brands.signed.finditer(passage.norm)
        taken = Taken(passage) if found else None
        for match in found:
            for item in brands.item.finditer(passage.norm, *match.span("items")):
                start = item.start() + (passage.norm[item.start()] in "、和与及")
                if taken and not taken.touching(start, item.end()) and _is_brand(bodies, passage, start, item.end()):
                    taken.put(add(passage, "Organization", start, item.end(), name=passage.raw[start : item.end()]))


def _is_brand(bodies: Bodies, passage: Passage, start: int, end: int) -> bool:
    text = passage.norm[start:end]
    tail = next(tail for tail in bodies.business.tails if text.endswith(tail))
    front = end - len(tail)
    if front - start < 2 or start not in passage.word_at or has_word(text) or text in bodies.generic:
        return False
    strange, at = passage.norm[start:front] in bodies.places, start
    while at < front:
        index = passage.word_at.get(at)
        if index is None:
            return False
        word, tag = passage.norm[at : passage.ends[index]], passage.tags[index]
        if is_ordinary(tag) or word in bodies.acting or word in bodies.stops:
            return False
        strange = strange or not has_word(word) or is_strange(tag) or tag == "ns"
        at = passage.ends[index]
    return strange
