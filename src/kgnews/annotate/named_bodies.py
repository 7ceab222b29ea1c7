"""The named bodies of a passage in the order of their places, with the companies that have no ending of bodies."""

from __future__ import annotations

from kgnews.annotate.bodies import Bodies
from kgnews.annotate.document import Passage
from kgnews.expressions import expression
from kgnews.records import Mention, Span

# 青山股份2023年度股东大会: companies by a short name at the beginning of a clause.
_FIRM = expression(
    r"(?:^|[，。；：\n“])([\u4e00-\u9fff]{2,4}(?:股份|控股|证券|地产|药业|医药|传媒|置业|影业|汽车|能源|重工)|(?<=“)[\u4e00-\u9fff]{2,5}(?:科技|智能|半导体|生物|机器人|网络))(?=[\d（，”]|召开|发布|公告|宣布|日前|近日|今日|称)"
)


def bodies_of(passage: Passage, bodies: Bodies) -> list[tuple[int, str, Mention]]:
    """Start, form and mention of each body that has a name of its own."""
    found = []
    for mention in passage.mentions:
        if mention.label == "Organization":
            form = passage.norm[mention.start : mention.end]
            if form not in bodies.generic and len(form) > 2:
                found.append((mention.start, form, mention))
    found.extend(_brands(passage, bodies))
    return sorted(found, key=lambda one: (one[0], len(one[1])))


def _brands(passage: Passage, bodies: Bodies) -> list[tuple[int, str, Mention]]:
    """Companies by names that have no ending of bodies (中兴通讯)."""
    found = []
    for index in (place for place, tag in enumerate(passage.tags) if tag == "nz"):
        start, end = passage.starts[index], passage.ends[index]
        form, span = passage.norm[start:end], Span(start, end)
        if end - start > 2 and form in bodies.brands:
            found.append((start, form, Mention("Organization", passage.where, start, end, passage.raw[start:end], span, form)))
    for match in _FIRM.finditer(passage.norm):
        start, end = match.span(1)
        if passage.norm[start : start + 2] not in bodies.stops:
            found.append(
                (start, match[1], Mention("Organization", passage.where, start, end, match[1], Span(start, end), match[1]))
            )
    return found
