"""Bylines whose names are run together: 文字：宣传部张三丰李四光编辑：…, （总台央视记者吴汶倩靳丹妮）, 本报记者杨昊采访整理."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kgnews.annotate.base.cues import cues
from kgnews.annotate.base.document import Document
from kgnews.annotate.base.tables import table
from kgnews.annotate.names.model import Names
from kgnews.annotate.names.runs import cut, mark_author, pieces
from kgnews.expressions import expression

_HAN = "[\u4e00-\u9fff]"
_DONE = r"(?:采访整理|采访报道|综合报道|参与采写|参与报道|采写整理|采写|编译|整理|摄影报道|报道|文并摄|文?/图|图?/文|/?摄)"
# One character after the other, so that there is but one way to match.
_RUN = rf"(?P<run>{_HAN}(?:[、， \u3000]{{0,2}}{_HAN}){{1,60}}?)"
_OPENS = "（\n■●◆□◎】。；，”电讯"
_REPORTER = expression(
    rf"(?:(?<=[{_OPENS}])|\A)(?:文/|图/|文|来源：)?(?P<outlet>{_HAN}{{0,6}}《{_HAN}{{2,8}}》|{_HAN}{{0,10}}?)"
    rf"(?:(?:首席|见习|实习|特约|参与|执笔|学生)?记者|通讯员|执笔|(?<=》)作者)[：: 丨|\u3000]*{_RUN}"
    rf"(?={_DONE}?(?:[）\n；]|\Z)|报道：|(?:石家庄|哈尔滨|{_HAN}{{2}})报道\n|参与采写|[/ ]摄|"
    r"(?:(?P=outlet)|责任|实习|见习|执行|视频|文字)?编辑|实习记者|，?通讯员|来源：)"
)
_ROLE, _REACH = cues("记者 通讯员 执笔 》作者"), 21  # what stands in every match, and how far behind its beginning
# 中新网北海4月1日电（周建蒋雪林）: no role is told, so what stands there must be several likely names.
_WIRE = expression(rf"[电讯] ?（(?P<run>{_HAN}{{4,12}})）")
_PRESS_OFFICE = expression(rf"[电讯] ?（{_HAN}{{1,3}}宣 ?(?P<run>{_HAN}{{2,3}})）")  # 中新网福州4月2日电（福关宣张三）
# （徐安童参与采写）; a line 本报记者 贺 勇摄（人民视觉）.
_MORE = expression(rf"（(?:(?:本报|实习|特约)?(?:记者|通讯员|实习生))?{_RUN}参与(?:采写|报道|采访)")
_CAPTION = expression(rf"\n[ \u3000]*(?:{_HAN}{{0,8}}记者)?[ \u3000]*{_RUN}摄(?=（|\n|\Z)")
# What ends up in a run though it is no name; blanked.
_TAIL = expression(
    r"(?:参与采写|参与报道|综合报道|采访|报道|采写|整理|编译)+$|和|(?:见习|实习|本报)?(?:通讯员|记者)|实习生|(?<=[\u4e00-\u9fff]{4})[\u4e00-\u9fff]{2}台$"
)
_ZONE = 260  # characters at the head and the end where bylines stand
_NOT_OUTLET = expression(r"[的了在是对向和与从]|各|多位|名$")


def find(document: Document) -> None:
    """Tag the persons of run-together bylines with "byline"."""
    names = table(document.terms, Names)
    for start, found in _runs(document.text.norm):
        end = found - (document.text.norm[found - 1 : found + 1] in ("文/", "图/"))
        run = _TAIL.sub(lambda tail: " " * len(tail[0]), document.text.norm[start:end])
        for at, to, text in pieces(run, 0, len(run)):
            name = re.sub(r"\s", "", text)
            for here, there in [(0, to - at)] if name != text and cut(names, name) else cut(names, name):
                mark_author(document, document.text, start + at + here, start + at + there)


def _runs(norm: str) -> Iterator[tuple[int, int]]:
    size = len(norm)
    named = _ROLE.within(norm, 0, _ZONE + 40) or _ROLE.within(norm, max(0, size - _ZONE - 140), size)
    for match in _ROLE.around(_REPORTER, _REACH, norm) if named else ():
        near = match.start() < _ZONE or match.end() > size - _ZONE
        if near and not _NOT_OUTLET.search(match["outlet"]):
            yield match.span("run")
    for match in _PRESS_OFFICE.finditer(norm, 0, _ZONE):
        yield match.span("run")
    for match in _WIRE.finditer(norm, 0, _ZONE):
        yield match.span("run")
    for match in _MORE.finditer(norm, max(0, size - _ZONE)):
        yield match.span("run")
    for match in _CAPTION.finditer(norm):
        yield match.span("run")
