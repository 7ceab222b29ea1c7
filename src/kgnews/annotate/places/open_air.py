"""Venues out of doors: 在鄂尔多斯市|库布其沙漠举办, 在雁栖湖举行. Only where something is held there: a lake is no venue elsewhere."""

from __future__ import annotations

from rjieba import has_word

from kgnews.annotate.base.document import Document, Passage
from kgnews.annotate.base.marks import Taken, add
from kgnews.annotate.base.walk import tag_at
from kgnews.expressions import expression

_HEAD = (
    r"(?:沙漠|草原|湿地|森林|峡谷|海滩|沙滩|海域|梯田|古城|老街|步行街|胡同|长城|石窟|雪山|湖|江|河|山|岛|湾|滩|峰|泉|窟|峪|沟|关|桥|门)"
    r"(?:之畔|之滨|畔|岸边|岸|边|脚下|之巅|上)?"
)
_HELD = (
    r"(?:隆重|成功|顺利|正式|如期|共同|联合|盛大|热烈|欢乐|同时)*"
    r"(?:举行|举办|召开|开幕|闭幕|启幕|开赛|开跑|鸣枪|落幕|上演|开营|拉开(?:帷幕|序幕))"
)
_THERE = expression(rf"[在于](?P<place>[\u4e00-\u9fff·]{{2,24}}?{_HEAD})(?=(?:举行|举办|召开)的|{_HELD})")
_HEADS = expression(_HEAD)
_NO_PLACE = expression(
    r"[的了着过把被让使将与或]|^[和及等该此这那其他她我某每各]|[一二两三四五六七八九十多]个|举行|召开|举办|参加|出席|进行|之间|期间|全|满|热门|专门|部门|有关"
)


def find(document: Document) -> None:
    """Add the Place mentions of such venues, behind the levels that are mentions already."""
    for passage in document.passages:
        if "在" in passage.norm or "于" in passage.norm:
            _find(passage)


def _find(passage: Passage) -> None:
    found = list(_THERE.finditer(passage.norm))
    if not found:
        return
    taken = Taken(passage)
    for match in found:
        start, end = match.span("place")
        while level := next(
            (m for m in taken.touching(start, end) if m.label == "Place" and m.start == start and m.end < end), None
        ):
            start = level.end
        name = passage.norm[start:end]
        inside = taken.touching(start, end)
        if any(m.label != "Person" or m.posts for m in inside) or not _is_name(passage, name, start, match.start("place")):
            continue
        if inside:
            passage.mentions[:] = [m for m in passage.mentions if not any(m is one for one in inside)]
        add(passage, "Place", start, end, name=passage.raw[start:end]).tags = frozenset({"venue"})


def _is_name(passage: Passage, name: str, start: int, whole: int) -> bool:
    """Whether the words are a name: more than 沙漠, and no word of every day where no town stands before them."""
    if _HEADS.fullmatch(name) or _NO_PLACE.search(name):
        return False
    return start > whole or tag_at(passage, start) in ("ns", "nz", "nr", "nrt") or not has_word(name)
