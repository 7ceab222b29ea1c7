"""The stops of a visit that are known by no list: 来到甲公司、乙县丙镇丁村和戊水电站, each item by its head or as what it is already.

Levels in front of a place (丙镇丁村 behind 乙县) get the tag "level": who visits the village is not said to visit the county.
"""

from __future__ import annotations

import re

from kgnews.annotate.base.cues import cues, tried
from kgnews.annotate.base.document import Document, Passage
from kgnews.annotate.base.marks import Taken, add
from kgnews.annotate.base.tables import table
from kgnews.annotate.base.walk import tag_at
from kgnews.annotate.places.known import KnownPlaces
from kgnews.annotate.places.named import FOLLOW, Gazetteer, add_venue
from kgnews.expressions import expression
from kgnews.schema.terms import Terms

_VISIT = "来到|走进|深入|考察|察看|视察|参观|走访|调研|瞻仰|前往|慰问|检查|督导|探访|踏访|凭吊|祭扫|莅临|到访|参访|再访|查看|赶赴|奔赴|转赴"
_TRIGGER = expression(
    "|".join(rf"{verb}(?![组团员队时中后期])(?:了|过)?" for verb in _VISIT.split("|"))
    + r"|(?:(?<=先后)到|[到赴])(?=[^，。；]{2,90}(?:调研|考察|走访|慰问|检查|督导|视察|看望|参观))"
)
_VISITED = cues(_VISIT)
_TO, _AIMS, _AIM = expression("[到赴]"), cues("调研|考察|走访|慰问|检查|督导|视察|看望|参观"), 92
# 在甲学院、乙码头、丙集团，某某与大家交流: the stops of a visit, before the one who makes it.
_BEFORE = expression(r"(?:^|(?<=[。！？；\n]))在(?=[^，。；：！？、]{2,20}、[^，。；：！？]{2,60}，)")
_OFFICE = expression(
    r"(?P<name>[^，。；：！？、“”《》\n（）和与及]{1,16}?(?:处|部|局|厅|办公室|公司|集团|研究所|服务站|派出所|消防站|消防队|支队|合作社))"
    r"(?=[，。；、！？和与及等]|调研|考察|走访|慰问|检查|督导|视察|看望|参观|指导|座谈)"
)
_NO_NAME = expression(
    r"^(?:各|有关|相关|部分|一些|几个?|多个?|[一二两三四五六七八九十\d]+[个家]|基层|这|那|该|其|本|我|他|她|当地|附近|同|到|在|对)|"
    r"[的了着在是为把被将对]|^(?:总部|内部|东部|西部|南部|北部|中部|干部|到处|好处|下属|所属|.{0,2}公司|.{0,2}集团|分公司|子公司|全部|.*干部)$"
)
_BRAND = expression(
    "(?!跨国|大型|龙头|企业|国有|控股|外资|民营|财团|犯罪|.?[该各本我])[\u4e00-\u9fff]{2}集团$"
)  # among others: 玉柴集团
_ITS_WORK = expression("[\u4e00-\u9fff]{2,8}(?:情况|工作|进展)[，。]")  # 考察了某景区建设情况
# What leads up to a name: 位于…, 该公司承建的…, 安置点….
_AHEAD = r"(?:位于|(?:该|由)[^，。；、]{0,12}(?:建设|修建|兴建|承建|援建|投资|运营|管理)的|(?:安置点|企业|联系点)(?=.{3}))?"
_VAGUE = expression("部分|有关|相关|多个|多家|一些|几个|各|附近|所在|等")
_NOT_IN_NAMES = ("d", "p", "r", "c", "u")  # adverbs, prepositions, pronouns, and the like
_SEPARATORS = ("、", "和", "及", "与")


class Stops:
    """An expression for an item of such a list, compiled once from the heads of venues and of stops."""

    def __init__(self, terms: Terms) -> None:
        self.heads = frozenset(
            (*terms["stop_heads"], "村镇", "乡村", "村寨", "矿区", *(head for head in terms["venue_heads"] if len(head) < 4))
        )
        heads = sorted((*terms["venue_heads"], *terms["stop_heads"]), key=len, reverse=True)
        self.item = re.compile(
            rf"{_AHEAD}(?P<name>[^，。；：！？、“”《》\n（）]{{1,28}}?(?:{'|'.join(map(re.escape, heads))}))"
            rf"(?:{FOLLOW}|(?=等|的[\u4e00-\u9fff]|{_ITS_WORK.pattern}))"
        )


def find(document: Document) -> None:
    """Add the Place and Organization mentions of such lists, and the tag of levels."""
    stops, gazetteer = table(document.terms, Stops), table(document.terms, Gazetteer)
    for passage in document.passages:
        taken = Taken(passage)
        known = KnownPlaces(passage, taken)
        for trigger in tried(_TRIGGER, _begins(passage.norm), passage.norm):
            _list(passage, known, stops, gazetteer, trigger.end())
        if "\n在" in passage.norm or "。在" in passage.norm:
            tour = _VISITED.stand_in(passage.norm)
            for opening in _BEFORE.finditer(passage.norm) if tour else ():
                _list(passage, known, stops, gazetteer, opening.end())
        known.close()
        _levels(passage)


def _begins(norm: str) -> list[int]:
    """Where the lists can begin: at a visit, or at 到 and 赴 in the clause that tells what for."""
    places = set(_VISITED.places(norm))
    for aim in _AIMS.places(norm):
        clause = max(aim - _AIM, *(norm.rfind(mark, 0, aim) for mark in "，。；"), 0)
        places.update(to.start() for to in _TO.finditer(norm, clause, aim))
    return sorted(places)


def _list(passage: Passage, known: KnownPlaces, stops: Stops, gazetteer: Gazetteer, at: int) -> None:
    first = at
    while True:
        end = _item(passage, known, stops, gazetteer, at, first=at == first)
        if end <= at or passage.norm[end : end + 1] not in _SEPARATORS:
            return
        at = end + 1


def _item(passage: Passage, known: KnownPlaces, stops: Stops, gazetteer: Gazetteer, at: int, *, first: bool) -> int:
    """Where the item ends that begins at ``at``; ``at`` where there is none."""
    end = _known(passage, at)
    if end > at and passage.norm[end : end + 1] in _SEPARATORS:
        return end
    if item := stops.item.match(passage.norm, at):
        if _VAGUE.search(item["name"]) or (len(item["name"]) < 4 and _ITS_WORK.match(passage.norm, item.end("name"))):
            return at
        bare = item["name"] in stops.heads
        return item.end("name") if bare or add_venue(known, gazetteer, *item.span("name")) else at
    if end > at:
        return end
    office = _OFFICE.match(passage.norm, at)
    listed = office is not None and passage.norm[office.end("name")] == "、" and passage.norm[at - 1] in "到赴进往在"
    alone = first and not listed
    brand = office is not None and not first and _BRAND.match(office["name"]) is not None
    if office is None or alone or (_NO_NAME.search(office["name"]) and not brand) or known.taken.touching(*office.span("name")):
        return at
    start, end = office.span("name")
    if any(place in passage.word_at and tag_at(passage, place)[:1] in _NOT_IN_NAMES for place in range(start, end)):
        return at
    known.taken.put(add(passage, "Organization", start, end, name=passage.raw[start:end]))
    return end


def _known(passage: Passage, at: int) -> int:
    """Where the places and bodies end that begin at ``at`` and stand together."""
    while here := [m for m in passage.mentions if m.outer.start == at and m.label in ("Place", "Organization")]:
        at = max(m.outer.end for m in here)
    return at


def _levels(passage: Passage) -> None:
    """Tag the levels right in front of a venue."""
    places = [m for m in passage.mentions if m.label == "Place"]
    ends = {m.end: m for m in places if "venue" not in m.tags}
    for venue in places:
        at = venue.start if "venue" in venue.tags else -1
        while level := ends.get(at):
            level.tags |= {"level"}
            at = level.start
