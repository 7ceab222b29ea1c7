"""Datelines (新华社杭州9月22日电): where and when a story was filed, which is no part of it."""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter

from kgnews.annotate.base.document import Passage
from kgnews.annotate.base.marks import opening
from kgnews.expressions import expression
from kgnews.records import Mention

_ENDED = expression("[\n。]")
_DATELINE = expression(
    r"(?:(?<=\n)|\A|(?<=。)) *(?:（[^（）\n]{2,12}）)?(?:"
    r"[^，。；！？\n]{2,30}?\d{1,2}月\d{1,2}日(?:电|讯|专电|消息)|"
    r"(?:本报|本网|央视网|中新网|新华网|人民网|光明网|中国网|[\u4e00-\u9fff]{2,6}[网报社台])(?:讯|消息)|"
    r"[^，。；！？\n]{2,8}消息（[^（）]{2,6}）)(?:（[^（）\n]{2,40}）)?[：:]?"
)


def without_datelines(passage: Passage) -> None:
    """Take out what a dateline names (新华社杭州9月22日电): it is where the story was filed, no part of it."""
    if not (lines := [line.span() for line in opening(_DATELINE, _ENDED, passage.norm)]):
        return

    def outside(mention: Mention) -> bool:
        at = bisect_right(lines, mention.start, key=itemgetter(0)) - 1
        return at < 0 or mention.end > lines[at][1] or mention.label not in ("Organization", "Place", "Date")

    passage.mentions[:] = [m for m in passage.mentions if outside(m)]
