"""The credits of campus news and features: 文字：宣传部张三李四图片：王五编辑：赵六, （文/学院新闻小组张三 图/李四）, 供稿：张三."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kgnews.annotate.base.cues import Cues, before, tried
from kgnews.annotate.base.document import Document
from kgnews.annotate.base.tables import table
from kgnews.annotate.names.model import Names
from kgnews.annotate.names.runs import cut, mark_author, pieces, whole
from kgnews.expressions import expression

_HAN = "[\u4e00-\u9fff]"
_AUTHOR = (
    r"文字|文案|文稿|撰稿人?|撰文|采写|采访|图文|文图|图片|供图|供稿|摄影师?|摄像|新闻|作者|(?:新闻|文字)整理|整理|"
    r"文[、/&]图|图[、/&]文|(?:文字|新闻)[、/&及和](?:图片|摄影)|(?:图片|摄影)[、/&及和](?:文字|新闻)|文|图"
)
_OTHER = (
    r"美编|责编|责任编辑|实习编辑|执行编辑|编辑排版|编辑|编校|校对|审核|排版|视频|音频|来源|封面图?|头图制作|头图|图片制作|动图|"
    r"海报|[\u4e00-\u9fff]{0,3}手绘|出镜|监制|统筹|指导老师|指导教师|主编|版式设计|版式|翻译|初审|终审|复审|策划|设计|制作|宣传|"
    r"资料整理|推送|剪辑|主持人?|朗读|配音|技术|后期"
)
_MARK = expression(rf"(?:(?P<author>{_AUTHOR})|(?P<other>{_OTHER}))[ ]?(?:[：:|]|(?<!图)/|(?<=图)/(?!文))[ ]?")
_SET, _REACH = Cues("：:|/"), 7  # one of these is in every match, so many characters behind its beginning at most
_ZONE = 360  # characters at the end where credits stand
_NEAR = 70  # from one role to the next
_FIRST = expression(rf"(?:(?<!{_HAN})|(?<=出品))\Z")
_STOP = expression(
    r"(?:部分)?(?:图片|文字|资料|内容|照片)?(?:部分)?(?:来自|来源|均?由|均为|提供|转自|转载)|部分|点击|听说|报送|供稿|"
    rf"(?:19|20)\d\d|[^{_HAN[1:-1]}、，；;&/·\s]"
)
_GOOD_STOP = expression(r"部分|[）)\]】\d.:：…—]|报送|供稿|来源|图片|文字")
# （学院新闻小组张三报送）
_SENT = expression(rf"（(?P<run>{_HAN}{{2,24}})(?:报送|供稿|供图|撰稿)）")


def find(document: Document) -> None:
    """Tag the persons whom the credits name as authors or photographers with "byline"."""
    passage = document.text
    names = table(document.terms, Names)
    marks = list(_marks(passage.norm))
    found: list[tuple[int, int]] = []
    for place, mark in enumerate(marks):
        if mark["author"]:
            close = marks[place + 1].start() if place + 1 < len(marks) else len(passage.norm)
            found.extend(_authors(names, passage.norm, mark.end(), close, place + 1 < len(marks)))
    for sent in _SENT.finditer(passage.norm, max(0, len(passage.norm) - _ZONE)):
        found.extend(_named(names, passage.norm, *sent.span("run")))
    for start, end in found:
        mark_author(document, passage, start, end)


def _marks(norm: str) -> Iterator[re.Match[str]]:
    """The roles in the credits: the first stands apart, is a word of its own or has another behind it; the rest may be run on."""
    last = -1000
    begin = max(0, len(norm) - _ZONE)
    near = before([begin + place for place in _SET.places(norm[begin:])], _REACH, begin)
    found = list(tried(_MARK, near, norm))
    for place, mark in enumerate(found):
        role = mark["author"] or mark["other"]
        apart = _FIRST.search(norm, max(0, mark.start() - 4), mark.start()) is not None
        chained = place + 1 < len(found) and found[place + 1].start() - mark.end() < 30
        word = len(role) > 1 and mark["author"] and mark[0][-1] not in "|/"
        if apart or mark.start() - last < _NEAR or word or chained:
            last = mark.end()
            yield mark


def _authors(names: Names, norm: str, at: int, close: int, followed: bool) -> list[tuple[int, int]]:
    line = norm.find("\n", at, close)
    if line >= 0:
        close, followed = line, True
    stop = _STOP.search(norm, at, close)
    if stop is not None:
        if not _GOOD_STOP.match(stop[0]):
            return []
        close, followed = stop.start(), True
    if not followed and close - at > _NEAR:
        return []
    return list(_named(names, norm, at, close))


def _named(names: Names, norm: str, at: int, close: int) -> Iterator[tuple[int, int]]:
    for start, end, text in pieces(norm, at, close):
        if " " in text or "\u3000" in text:
            yield from [(start, end)] if cut(names, text[0] + text[-1]) else []
        elif whole(names, text):
            yield start, end
        else:
            yield from ((start + here, start + there) for here, there in cut(names, text, offices=True))
