"""Prizes that share their words: 分别获得甲组和乙组的冠军 are 甲组冠军 and 乙组冠军; 包揽某项的冠亚军 are two."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kgnews.annotate.base.document import Passage
from kgnews.annotate.prizes.words import Deed
from kgnews.expressions import expression
from kgnews.records import Mention, Span

_HEAD = r"(?:总?[冠亚季]军|[金银铜]牌|[特一二三]等奖|第[一二三四五六七八九十]+名)"
_ONE = r"[^，。；：！？、“”\n]{2,24}?"
_EACH = expression(
    rf"(?P<verb>(?:获得|获|夺得|摘得|斩获|赢得|荣获|夺取|获取|收获)了?)(?P<first>{_ONE})(?<!军|牌|奖|名)[和与及](?P<last>{_ONE})的?(?P<head>{_HEAD})(?=[，。；])"
)
_ALL = expression(
    r"(?P<verb>包揽了?)(?P<what>[^，。；：！？、“”\n]{0,24}?)的?(?P<heads>冠亚季军|冠、?亚军|金银铜牌|金、?银牌)(?=[，。；])"
)
_SHORT = expression(
    r"(?P<verb>分获|分别获得|分别夺得|分别摘得)(?P<heads>[冠亚季]、[冠亚季](?:、季)?军|[金银铜]、[金银铜](?:、铜)?牌)"
)
_HEADS = {
    "冠亚季军": ("冠军", "亚军", "季军"),
    "冠亚军": ("冠军", "亚军"),
    "金银铜牌": ("金牌", "银牌", "铜牌"),
    "金银牌": ("金牌", "银牌"),
}


def find(passage: Passage) -> Iterator[Deed]:
    """The deeds; their prizes are no mentions of the passage, for they overlap or their names are joined."""
    for found in _EACH.finditer(passage.norm) if "分别" in passage.norm else ():
        if "分别" in passage.norm[max(0, found.start() - 8) : found.start()]:
            awards = [
                _award(passage, found.span("first"), found["first"] + found["head"]),
                _award(passage, (found.start("last"), found.end("head")), found["last"] + found["head"]),
            ]
            yield Deed(passage.where, *found.span("verb"), awards, given=False, apart=True)
    for found in _SHORT.finditer(passage.norm) if "分" in passage.norm else ():
        end = found.end("heads")
        places = [at for at in range(found.start("heads"), end - 1) if passage.norm[at] != "、"]
        awards = [_award(passage, (at, at + 1), passage.norm[at] + passage.norm[end - 1]) for at in places]
        yield Deed(passage.where, *found.span("verb"), awards, given=False, apart=True)
    for found in _ALL.finditer(passage.norm) if "包揽" in passage.norm else ():
        heads = _HEADS[re.sub("、", "", found["heads"])]
        where = (found.start("what"), found.end("heads"))
        awards = [_award(passage, where, found["what"] + head) for head in heads]
        yield Deed(passage.where, *found.span("verb"), awards, given=False, apart=True)


def _award(passage: Passage, where: tuple[int, int], name: str) -> Mention:
    return Mention("Award", passage.where, *where, passage.raw[slice(*where)], Span(*where), name)
