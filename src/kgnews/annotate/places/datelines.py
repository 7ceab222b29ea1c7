"""Datelines (新华社杭州9月22日电): where and when a story was filed, which is no part of it."""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter

from kgnews.annotate.base.cues import cues, tried
from kgnews.annotate.base.document import Passage
from kgnews.expressions import expression
from kgnews.records import Mention

_FILED = cues("日|网|报|社|台×讯|消息 日×电|专电 消息（")  # one of these ends the words of every match
_DATELINE = expression(
    r"(?:(?<=\n)|\A|(?<=。)) *(?:（[^（）\n]{2,12}）)?(?:"
    r"[^，。；！？\n]{2,30}?\d{1,2}月\d{1,2}日(?:电|讯|专电|消息)|"
    r"(?:本报|本网|央视网|中新网|新华网|人民网|光明网|中国网|[\u4e00-\u9fff]{2,6}[网报社台])(?:讯|消息)|"
    r"[^，。；！？\n]{2,8}消息（[^（）]{2,6}）)(?:（[^（）\n]{2,40}）)?[：:]?"
)


def _beginnings(norm: str) -> list[int]:
    """The beginnings of the lines and sentences that hold such words."""
    return sorted({max(norm.rfind("\n", 0, place), norm.rfind("。", 0, place)) + 1 for place in _FILED.places(norm)})


def without_datelines(passage: Passage) -> None:
    """Take out what a dateline names (新华社杭州9月22日电): it is where the story was filed, no part of it."""
    if not (lines := [line.span() for line in tried(_DATELINE, _beginnings(passage.norm), passage.norm)]):
        return

    def outside(mention: Mention) -> bool:
        at = bisect_right(lines, mention.start, key=itemgetter(0)) - 1
        return at < 0 or mention.end > lines[at][1] or mention.label not in ("Organization", "Place", "Date")

    passage.mentions[:] = [m for m in passage.mentions if outside(m)]
