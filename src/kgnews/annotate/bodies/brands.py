"""What the names of companies are made of: a strange word and a line of business (恒泽|精工), by ``brand_tails.txt``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kgnews.annotate.base.cues import Cues
from kgnews.annotate.base.tables import words
from kgnews.expressions import expression
from kgnews.schema.terms import Terms

_ORDINARY = "pcurxmtfd"  # prepositions, conjunctions, particles, pronouns, numbers, times, places, adverbs
_STRANGE = frozenset(("nz", "nr", "nrt", "nrfg", "eng", "nt"))


_OPENS = 6  # characters between the beginning of such a clause and a line of business


class Brands:
    """The lines of business, and the expressions made of them."""

    def __init__(self, terms: Terms) -> None:
        tails = words(terms, "brand_tails")
        self.tails = tuple(sorted((word for word, mark in tails.items() if mark != "inside"), key=len, reverse=True))
        item = rf"[\u4e00-\u9fff]{{2,6}}?(?:{'|'.join(self.tails)})"
        self.item = expression(item)
        self.visited = expression(
            rf"(?:走访|到访|走进|来到|参观|前往|考察|拜访|莅临|赴)(?:了|过)?(?:企业)?(?P<items>{item}(?:[、和与及]{item}){{0,8}})"
            r"(?=[，。；、和与及等]|走访|考察|调研|参观|开展|慰问|座谈|进行)"
        )
        self.signed = expression(
            rf"(?:\A|(?<=[，。；：、\n日与同和]))(?P<items>{item})(?=(?:已经?|将|正式|日前|近日|分别)*(?:与|同|和|、|[三双]方|在|签)"
            r"[^，。；]{0,40}?签[署订约]|签[署订约]|(?:在[^，。；]{2,12})?(?:正式|共同|联合)*签[署订约])"
        )
        # 青山股份2023年度股东大会: companies by a short name at the beginning of a clause.
        self.openers = Cues(word for word, mark in tails.items() if mark in ("opens", "quoted"))
        name = rf"[\u4e00-\u9fff]{{2,4}}(?:{_marked(tails, 'opens')})|(?<=“)[\u4e00-\u9fff]{{2,5}}(?:{_marked(tails, 'quoted')})"
        self.opening = expression(
            rf"(?:^|[，。；：\n“])({name})"
            r"(?=[\d（，”]|召开|发布|公告|宣布|日前|近日|今日|称)"
        )
        # A company's name does not begin with a line of business, a brand stands before it.
        self.without_brand = expression(rf"(?:{'|'.join(tails)}|（[\u4e00-\u9fff]{{2,6}}）).{{0,12}}公司")

    def openings(self, text: str) -> Iterator[re.Match[str]]:
        """The companies that begin a clause, each in group 1."""
        return self.openers.around(self.opening, _OPENS, text)


def _marked(tails: Mapping[str, str], mark: str) -> str:
    return "|".join(word for word, found in tails.items() if found == mark)


def is_ordinary(tag: str) -> bool:
    """Whether a word of that part of speech is never part of a brand."""
    return tag[:1] in _ORDINARY


def is_strange(tag: str) -> bool:
    """Whether the tagger takes the word for a name of something."""
    return tag in _STRANGE
