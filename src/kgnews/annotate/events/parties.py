"""The other parties of an agreement: what stands between 与 and 签署 is a body, also one whose name no list knows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kgnews.annotate.base.document import Document, Passage
from kgnews.annotate.base.marks import Taken, add
from kgnews.annotate.base.tables import table
from kgnews.annotate.bodies.lists import Bodies
from kgnews.expressions import expression
from kgnews.records import Mention, Span

_SIGN = expression(
    r"(?P<with>[与同跟和])(?P<others>[\u4e00-\u9fffA-Za-z·、（）]{2,90}?)(?:等(?:[\d一二三四五六七八九十多余]+[家个所])?(?:企业|单位|高校|机构|公司|院校|部门)*)?"
    r"(?:在[\u4e00-\u9fff]{2,16})?(?:正式|成功|共同|分别|现场|联合|已|也|还|就[^，。；]{2,20})*(?:签署|签订|签约|续签|签定|达成|(?:举行|举办)了?[^，。；]{0,16}签[约字])"
)
_FIRST = expression(r"(?:\A|[，。；：\n日])(?P<one>[\u4e00-\u9fff]{4,16}?)(?:已经|已|将|分别|现场|也|日前|近日|正式|还)*\Z")
_SEPARATOR = expression("、|以及|及|和|与")
_NO_NAME = expression(
    r"[的了在是对把被让给其各该某哪每多余们名位户]|相关|有关|部分|一些|国外|境外|海外|国内|当地|愿意|需要|有(?!限)|为(?!公司|技术)|之间|双方|国家$|地区$|[东西南北]部$|企业$|厂商$|高校$|机构$|院校$|客户$|单位$|"
    r"部门$|业主$|老人$|居民$|两国|我国|本国|政府间|公司间"
)
_OFFICE = expression("(?:部|署|局|厅|委|院|处|办公室|委员会|理事会|协会|商会|总会)$")
_LONG, _PREFIX = 24, 8  # characters of a name, and of what may stand before a known one
_SHORT = 4  # characters that a name known by its ending alone must have


def find(document: Document) -> None:
    """Add or lengthen the Organization mentions that are parties behind 与."""
    bodies = table(document.terms, Bodies)
    for passage in document.passages:
        if "签" not in passage.norm and "达成" not in passage.norm:
            continue
        taken = Taken(passage, "Organization", "Person", "Work", "Event")
        places = Taken(passage, "Place")
        for signed in _SIGN.finditer(passage.norm):
            if signed["with"] == "和" and taken.ending_at(signed.start()) is None:
                continue
            for start, end in _items(passage, taken, *signed.span("others")):
                _party(bodies, passage, taken, start, end)
            first = _FIRST.search(passage.norm, max(0, signed.start() - 40), signed.start())
            if first is not None:
                _first_party(bodies, passage, (taken, places), *first.span("one"))


def _items(passage: Passage, taken: Taken, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The items of the list; a mark inside a known name (文化和旅游部) is none."""
    at = start
    for mark in _SEPARATOR.finditer(passage.norm, start, end):
        inside = any(m.start < mark.start() and mark.end() < m.end for m in taken.touching(*mark.span()))
        if not inside and mark.start() >= at:
            yield at, mark.start()
            at = mark.end()
    yield at, end


def _party(bodies: Bodies, passage: Passage, taken: Taken, start: int, end: int) -> None:
    touching = taken.touching(start, end)
    text = passage.norm[start : touching[-1].start if touching else end]
    if not 0 < len(text) <= _LONG or _NO_NAME.search(text):
        return
    if not touching:
        if len(text) >= _SHORT and bodies.suffix_of(text) not in ("", text) and not bodies.is_place(text):
            taken.put(add(passage, "Organization", start, end))
        return
    body = touching[-1]
    place = bodies.is_place(text) and not _OFFICE.search(body.form)  # 中国|中兴公司
    if len(touching) == 1 and body.label == "Organization" and body.end == end and len(text) <= _PREFIX and not place:
        taken.drop(body)
        _lengthen(passage, body, start)
        taken.put(body)


def _first_party(bodies: Bodies, passage: Passage, known: tuple[Taken, Taken], start: int, end: int) -> None:
    """约旦旅游局|与: a place and the ending of a body."""
    taken, places = known
    placed = any(m.start == start and m.end < end for m in places.touching(start, end))
    text = passage.norm[start:end]
    if placed and not taken.touching(start, end) and not _NO_NAME.search(text) and bodies.suffix_of(text) not in ("", text):
        taken.put(add(passage, "Organization", start, end))


def _lengthen(passage: Passage, body: Mention, start: int) -> None:
    """阿布扎比|文化和旅游部 is one name."""
    body.start, body.form = start, passage.raw[start : body.end]
    body.outer = Span(start, body.outer.end)


def ceremonies(document: Document) -> None:
    """Tag the events at which something is signed with "signing"."""
    for passage in document.passages:
        for mention in passage.mentions:
            if mention.label == "Event" and re.search("签(?:约|字|署)(?:仪式|活动)$", mention.form):
                mention.tags |= {"signing"}
