"""Which body a title or a pointer without a name means: the last fitting one before it, the house, the article's place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import itemgetter

from kgnews.annotate.base.document import Document
from kgnews.annotate.base.tables import table, words
from kgnews.annotate.bodies.lists import Bodies
from kgnews.annotate.bodies.named import bodies_of
from kgnews.annotate.places.home_places import HomePlaces
from kgnews.annotate.pointing.visited import comes_here, is_visited
from kgnews.expressions import expression
from kgnews.records import Mention

_HOUSE = expression(r"我校|我院|本校|本院|学校(?:党委|领导)|学院(?:党委|领导)|校(?:党委|领导)|我系|我所|本报|我市|我省|我县|我区")

# 杭坪镇|薛家村: a village behind its township; not 镇|示范村, which is a kind of villages.
_VILLAGE = expression(
    r"(?:[镇乡县市旗]|街道|苏木|[\u4e00-\u9fff]区)((?![镇乡街区县市旗])[\u4e00-\u9fff]{1,4}?村)(?![民委支里级庄镇口子村民])"
)
_SHORTLY = 150  # characters
_KIND_OF = expression(
    r"(?:[乡农山各全该本邻小整一二三四五六七八九十个某到在的和与镇驻进出回帮扶入]|中心|示范|贫困|重点|行政|自然|城中|文明|美丽|先进|试点|特色|帮扶|所有|多个|基层|度假|运动员?|大运|亚运|奥运|世界)村$"
)


@dataclass
class Focus:
    """The bodies of an article in the order of their places, and what stands for the house and its place."""

    document: Document
    bodies: Bodies = field(init=False)

    def __post_init__(self) -> None:
        self.bodies = table(self.document.terms, Bodies)
        self.named: dict[str, list[tuple[int, str, Mention]]] = {}
        for passage in self.document.passages:
            self.named[passage.where] = bodies_of(passage, self.bodies)
        self.counts = Counter(form for found in self.named.values() for _, form, _ in found)
        self.house = self._house()
        self.homes = HomePlaces(self.document, self.bodies, self.document.article.home or "")
        self._foremost: dict[tuple[str, ...], Mention | None] = {}
        self._countries: dict[str, list[str]] = {}
        self._villages: set[str] | None = None
        self._near: dict[str, tuple[list[int], list[str]]] = {}

    def _house(self) -> str:
        article = self.document.article
        home = article.home or ""
        if home and self.bodies.suffix_of(home) in self.bodies.safe:
            return home
        source = article.source or ""
        if source.endswith(("大学", "学院", "学校", "中学", "小学", "医院", "研究院", "研究所")):
            return source
        school = re.match(r".{2,}?大学(?:.{1,10}?学院)?", source)
        if school:
            return school[0]
        site = _site(article.source or "", words(self.document.terms, "sites"))
        if site:
            return site
        whole = self.document.whole
        if not _HOUSE.search(whole):
            return ""
        schools = [form for form in self.counts if form.endswith(("大学", "学院", "学校", "中学", "小学", "医院"))]
        schools = [form for form in schools if not comes_here(form, whole)]
        if len(schools) > 1:
            schools = [form for form in schools if not is_visited(form, whole)] or schools
        ranked = sorted(schools, key=lambda form: (-self.counts[form], whole.find(form)))
        if len(ranked) > 1 and not self._leads(ranked[0], ranked[1]):
            return ""  # several schools alike: whose news it is cannot be told
        return ranked[0] if ranked else ""

    def _leads(self, first: str, second: str) -> bool:
        alike = first in second or second in first
        return alike or self.counts[first] >= 2 * self.counts[second] or first in self.document.title.norm

    def nearest(self, where: str, at: int, endings: tuple[str, ...], *, back: int = 400) -> Mention | None:
        """The last named body before ``at`` (within ``back`` characters) with one of the endings, else that of the title."""
        for _, form, mention in reversed(self._within(where, at - back, at)):
            if form.endswith(endings):
                return mention
        return self._titled(endings) if where == "text" else None

    def fitting(self, where: str, at: int, endings: tuple[str, ...], *, back: int) -> set[str]:
        """The names of all bodies with one of the endings within ``back`` characters before ``at``."""
        return {m.name or form for _, form, m in self._within(where, at - back, at) if form.endswith(endings)}

    def between(self, where: str, start: int, end: int, names: set[str]) -> bool:
        """Whether one of the bodies of these names stands in ``[start, end)``."""
        return any((m.name or form) in names for _, form, m in self._within(where, start, end))

    def _within(self, where: str, start: int, end: int) -> list[tuple[int, str, Mention]]:
        found = self.named[where]
        first = bisect_left(found, start, key=itemgetter(0))
        return found[first : bisect_left(found, end, lo=first, key=itemgetter(0))]

    def countries_with(self, head: str) -> list[str]:
        """The countries that stand right before ``head`` (巴西总统) where no name follows, in title and text."""
        if head not in self._countries:
            self._countries[head] = self._find_countries(head)
        return self._countries[head]

    def _find_countries(self, head: str) -> list[str]:
        found: dict[str, None] = {}
        for passage in self.document.passages:
            at = passage.norm.find(head)
            while at >= 0:
                before = (passage.norm[max(0, at - length) : at] for length in range(11, 1, -1))
                country = next((words for words in before if words in self.bodies.countries), "")
                if country:
                    found[country] = None
                at = passage.norm.find(head, at + len(head))
        return list(found)

    def near_place(self, where: str, at: int, unit: str) -> str:
        """The last place or body before ``at`` that ends in ``unit`` (a village that no list has), "" if none."""
        if where not in self._near:
            self._near[where] = self._forms(where)
        starts, forms = self._near[where]
        best = ""
        for index in range(bisect_left(starts, at) - 1, bisect_right(starts, at - 400) - 1, -1):
            if best and starts[index] != starts[index + 1]:
                break
            if forms[index].endswith(unit) and len(forms[index]) > 2:
                best = forms[index]  # of those that begin together the first that was found
        return best

    def village(self, where: str, at: int) -> str:
        """The village that 村 means at ``at``: the only one of the article, or the only one named shortly before; "" if none is."""
        passage = next(one for one in self.document.passages if one.where == where)
        if self._villages is None:
            whole = "\n".join(one.norm for one in self.document.passages)
            named = {match[1] for match in _VILLAGE.finditer(whole) if not _KIND_OF.search(match[1])}
            forms = [form for form in self.counts if form.endswith("村") and len(form) > 2 and not _KIND_OF.search(form)]
            self._villages = named | set(forms)
        names = {name for name in self._villages if not any(other != name and name.endswith(other) for other in self._villages)}
        near = passage.norm[max(0, at - _SHORTLY) : at]
        found = names if len(names) == 1 else {name for name in names if name[-3:] in near}
        return next(iter(found)) if len(found) == 1 else ""

    def _forms(self, where: str) -> tuple[list[int], list[str]]:
        passage = next(one for one in self.document.passages if one.where == where)
        found = sorted((m for m in passage.mentions if m.label in ("Place", "Organization")), key=lambda m: m.start)
        return [m.start for m in found], [passage.norm[m.start : m.end] for m in found]

    def _titled(self, endings: tuple[str, ...]) -> Mention | None:
        return next((mention for _, form, mention in self.named["title"] if form.endswith(endings)), None)

    def foremost(self, endings: tuple[str, ...]) -> Mention | None:
        """The body with one of the endings that the article names most, the earlier of equals."""
        if endings not in self._foremost:
            self._foremost[endings] = self._find_foremost(endings)
        return self._foremost[endings]

    def _find_foremost(self, endings: tuple[str, ...]) -> Mention | None:
        fitting = [(form, mention) for found in self.named.values() for _, form, mention in found if form.endswith(endings)]
        if not fitting:
            return None
        counts = Counter(form for form, _ in fitting)
        best = max(counts, key=lambda form: counts[form])
        return next(mention for form, mention in fitting if form == best)

    def place(self, unit: str) -> str:
        """The place of the article with that unit (市, 县, …), from its home or from the places it names, "" if none."""
        return self.homes.place(unit)


def _site(source: str, sites: Mapping[str, str]) -> str:
    """The body behind a web site or account named as source."""
    for end in (source, source.partition(".")[2], source.partition(".")[2].partition(".")[2]):
        if end and end in sites:
            return sites[end]
    return ""
