"""Companies by a short name that no list knows, where they sign or are visited: 恒泽精工与甲集团签署…, 走访蓝湾软件、恒泽精工.

Such a name is something strange (no ordinary word) and a line of business; anywhere else the words would rather be ordinary ones.
"""

from __future__ import annotations

import re

from rjieba import has_word

from kgnews.annotate.bodies import Bodies
from kgnews.annotate.document import Document, Passage
from kgnews.annotate.marks import Taken, add
from kgnews.annotate.tables import table
from kgnews.schema.terms import Terms

_ORDINARY = "pcurxmtfd"  # prepositions, conjunctions, particles, pronouns, numbers, times, places, adverbs
_MADE = ("nz", "nr", "nrt", "nrfg", "nt", "ns")


class Brands:
    """The two expressions, compiled once from the lines of business."""

    def __init__(self, terms: Terms) -> None:
        self.tails = tuple(sorted(terms["brand_tails"], key=len, reverse=True))
        item = rf"[\u4e00-\u9fff]{{2,6}}?(?:{'|'.join(self.tails)})"
        self.item = re.compile(item)
        self.visited = re.compile(
            rf"(?:走访|到访|走进|来到|参观|前往|考察|拜访|莅临|赴)(?:了|过)?(?:企业)?(?P<items>{item}(?:[、和与及]{item}){{0,8}})"
            r"(?=[，。；、和与及等]|走访|考察|调研|参观|开展|慰问|座谈|进行)"
        )
        self.signed = re.compile(
            rf"(?:\A|(?<=[，。；：、\n日与同和]))(?P<items>{item})(?=(?:已经?|将|正式|日前|近日|分别)*(?:与|同|和|、|[三双]方|在|签)"
            r"[^，。；]{0,40}?签[署订约]|签[署订约]|(?:在[^，。；]{2,12})?(?:正式|共同|联合)*签[署订约])"
        )


def find(document: Document) -> None:
    """Add the Organization mentions of such companies."""
    brands, bodies = table(document.terms, Brands), table(document.terms, Bodies)
    for passage in document.passages:
        found = [match for match in brands.visited.finditer(passage.norm) if "访" in passage.norm or "察" in passage.norm]
        if "签" in passage.norm:
            found += brands.signed.finditer(passage.norm)
        taken = Taken(passage) if found else None
        for match in found:
            for item in brands.item.finditer(passage.norm, *match.span("items")):
                start = item.start() + (passage.norm[item.start()] in "、和与及")
                if taken and not taken.touching(start, item.end()) and _is_brand(brands, bodies, passage, start, item.end()):
                    taken.put(add(passage, "Organization", start, item.end(), name=passage.raw[start : item.end()]))


def _is_brand(brands: Brands, bodies: Bodies, passage: Passage, start: int, end: int) -> bool:
    text = passage.norm[start:end]
    tail = next(tail for tail in brands.tails if text.endswith(tail))
    front = end - len(tail)
    if front - start < 2 or start not in passage.word_at or has_word(text) or text in bodies.generic:
        return False
    strange, at = passage.norm[start:front] in bodies.places, start
    while at < front:
        index = passage.word_at.get(at)
        if index is None:
            return False
        word, tag = passage.norm[at : passage.ends[index]], passage.tags[index]
        if tag[:1] in _ORDINARY or word in bodies.acting or word in bodies.stops:
            return False
        strange = strange or not has_word(word) or tag in _MADE
        at = passage.ends[index]
    return strange
