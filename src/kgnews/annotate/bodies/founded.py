"""New bodies at the words that found them: 创办了“怡心合作社”, 成立甲创新中心、乙实验室. Their names stand nowhere else yet."""

from __future__ import annotations

import re

from kgnews.annotate.base.cues import cues
from kgnews.annotate.base.document import Document, Passage
from kgnews.annotate.base.marks import Taken, add
from kgnews.expressions import expression
from kgnews.records import Span

_VERB = (
    r"(?:创办|创建|创立|组建成立|组建|设立|成立|共建|筹建|合建|建立)(?:起)?了?(?:[一两三四五六七八九十]个|全国首个|首个|一家|首家)?"
    r"(?:[^，。；“”、]{0,6}?的|(?:由|以)[^，。；“”]{2,30}?(?:组成|为[组队]长|为主任|为会长|为总指挥|参与|参加)的)?"
)
_HEADS = (
    r"(?:合作社|联合社|公司|工厂|协会|学会|商会|基金会|联合会|促进会|研究会|联盟|创新中心|研究中心|技术中心|工程中心|研发中心|服务中心|研究院|研究所|"
    r"委员会|领导小组|工作小组|协调小组|指导小组|工作专班|指挥部|产业联盟|理事会|智库|学院|融媒体中心|"
    r"(?<=[\u4e00-\u9fff]{4})(?:中心|服务队|突击队|宣讲团)|实验室|工作站|工作室|书院|学校|幼儿园|医院|银行|集团|俱乐部|艺术团|合唱团|志愿服务队|孵化器)"
)
_FOUNDED = cues("创|组|设|成|共|筹|合|建×办|建|立")
_QUOTED = expression(rf"{_VERB}(?:[^，。；“”]{{0,8}}?)“([^“”，。]{{2,28}}?{_HEADS})”")
_BRANDED = expression(
    rf"{_VERB}(“[^“”，。\n]{{2,20}}”[^，。；、“”的了]{{0,8}}?{_HEADS})(?![”\u4e00-\u9fff])"
)  # “千村示范”工作协调小组
_LISTED = expression(rf"{_VERB}(?=[\u4e00-\u9fffA-Z])(?!以来|于|后|之后|时|的|大会|仪式|#周年)")
_ITEM = expression(rf"((?:[^，。；：、“”《》\n]{{3,26}}?){_HEADS})(?=[，。；、和及与]|$)")


def find(document: Document) -> None:
    """Add Organization mentions for bodies that are founded here and not known as names otherwise."""
    for passage in document.passages:
        if _FOUNDED.stand_in(passage.norm):
            taken = Taken(passage, "Organization")
            _quoted(passage, taken)
            _listed(passage, taken)


def _quoted(passage: Passage, taken: Taken) -> None:
    for match in _QUOTED.finditer(passage.norm):
        start, end = match.span(1)
        if not any(m.start <= start and m.end >= end for m in taken.touching(start, end)):
            add(passage, "Organization", start, end, name=passage.raw[start:end], outer=Span(start - 1, end + 1))
    for match in _BRANDED.finditer(passage.norm) if "”" in passage.norm else ():
        start, end = match.span(1)
        if not taken.touching(start, end):
            add(passage, "Organization", start, end, name=passage.raw[start:end])


def _listed(passage: Passage, taken: Taken) -> None:
    """A、B和C behind the verb, each with the head of a body; not where the first is a body already."""
    for match in _LISTED.finditer(passage.norm):
        position = match.end()
        while item := _ITEM.match(passage.norm, position):
            start, end = item.span(1)
            known = taken.touching(start, end)
            if any(m.start <= start and m.end >= end for m in known) or re.search(
                "[了在是的为]|进驻|负责|前往|进行|专门|相应|各级|专项", item[1]
            ):
                break
            add(passage, "Organization", start, end, name=passage.raw[start:end])
            position = end
            if passage.norm[position : position + 1] not in ("、", "和", "及", "与"):
                break
            position += 1
