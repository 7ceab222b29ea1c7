"""Edges of bodies' names that are none of theirs: the verb behind (某学会|组织编写), what leads up to the name (到|某公司)."""

from __future__ import annotations

from collections.abc import Container

from kgnews.annotate.base.document import Passage
from kgnews.expressions import expression
from kgnews.records import Span

_ORGANIZES = expression(r"了?(?:召开|举办|举行|开展|实施)")
_HAS_WRITTEN = expression(
    r"了?(?:编写|撰写|编纂|编撰|编著|起草|评选|专家|拍摄|制作|各|全体|全校|全院|所属|本科生|研究生|党员|干部|学生|师生|教师)"
)
# What belongs to no body's name: the byline before it, the preposition of 到某公司检查.
_LEADING = expression(
    r"[（(][^（）()]{1,16}[）)]|假座|这是|(?:[到赴由]|应(?![急用届对邀援城])|对(?![外口台]))(?=[\u4e00-\u9fffA-Za-z]{4})"
)
_AND = expression("([\u4e00-\u9fff]{2,5})和(?![田平县龙硕静政顺林睦谐])(?=.{4})")


def cut_back(passage: Passage, places: Container[str]) -> None:
    """第一会议室组织召开…: 组织 is the verb there and no end of a body's name; nor is what leads up to the name a part of it."""
    for mention in passage.mentions:
        lead = _LEADING.match(mention.form)
        if (two := _AND.match(mention.form)) and two[1] in places:
            lead = two  # 比利时和|联合国教科文组织总部
        if mention.label == "Organization" and mention.start == mention.outer.start and lead:
            cut = lead.end()
            mention.start, mention.form = mention.start + cut, mention.form[cut:]
            mention.outer = Span(mention.start, mention.outer.end)
            mention.name = mention.name[cut:] if mention.name.startswith(lead[0]) else mention.name
    for mention in passage.mentions:
        if mention.form.endswith("组织") and mention.label == "Organization" and _HAS_WRITTEN.match(passage.norm, mention.end):
            mention.end, mention.form = mention.end - 2, mention.form[:-2]  # 中国法学会|组织编写
            mention.outer, mention.name = Span(mention.outer.start, mention.end), mention.name.removesuffix("组织")
    passage.mentions[:] = [
        m
        for m in passage.mentions
        if not (m.label == "Organization" and m.form.endswith("组织") and _ORGANIZES.match(passage.norm, m.end))
        and not (m.label == "Organization" and m.form.endswith("总部") and m.form[:-2] in places)  # 深圳|总部
    ]
