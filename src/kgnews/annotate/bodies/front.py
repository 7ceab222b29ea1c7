"""Words at the front of what was read as a body that are none of its name: a preposition, a name and its verb."""

from __future__ import annotations

from rjieba import has_word

from kgnews.annotate.base.document import Passage
from kgnews.annotate.bodies.lists import Bodies
from kgnews.expressions import expression

_IS = expression(
    r"依法[对向]|(?:长|书记|主任|主席|委员|总监|经理|成员|嘉宾|人)(?:分别)?[为是兼]|(?:选|聘|任命|选举|推选)为"
    r"|(?:同志|先生|女士)(?:任|为|系|是|担任|兼任)"
)

_LISTED = expression(r"、[^，。；：！？]{2,22}$")
_OF_A_WORD = frozenset("自理缘经因事")  # 自由贸易区, 经由: there 由 is no preposition of its own


def after_preposition(bodies: Bodies, norm: str, start: int, end: int) -> int:
    """据, 由 … at the front, and 张三向红河大学: a preposition before the place or known body that the name begins with."""
    if norm.startswith("和县", start) and end - start > 3 and _LISTED.search(norm, max(0, start - 24), start):
        return start + 1  # 察看了红星村、清水河水库和|县人民医院: not of 和县
    named = _IS.search(norm, start, end)
    if named and named.end() < end:
        return named.end()  # 代表团团长为哲学院
    if (by := norm.rfind("由", start + 2, end - 2)) > 0 and norm[by - 1] not in _OF_A_WORD:
        return by + 1  # 代表大会由|省体育总会
    if norm[start] == "从" and (norm[start + 1] in "省市县区州" or bodies.place_prefix(norm[start + 1 : end])):
        return start + 1  # 从省电影局局长手中接过
    if norm[start] in "据由" and (end - start > 3 or norm[start + 1 : end] in ("院", "校", "系", "所")):
        return start + 1
    rest = norm[start + 1 : end]
    if norm[start] in "如同而与和对" and (
        rest in bodies.abbreviations or bodies.place_prefix(rest) or any(rest[:cut] in bodies.brands for cut in (2, 3, 4))
    ):
        return start + 1  # 如联想控股股份有限公司, 而美商务部长
    for at in range(start + 2, min(start + 4, end - 2)):
        if norm[at] == "任" and bodies.place_prefix(norm[at + 1 : end]) > 1:
            return at + 1  # 何明远任|蒙阴县委
    for at in range(start, min(start + 6, end - 2)):
        if norm[at] in "经让向" and (at == start or norm[at] == "向"):
            rest = norm[at + 1 : end]
            if bodies.place_prefix(rest) or any(rest[:size] in bodies.known for size in range(3, min(len(rest), 12) + 1)):
                return at + 1
    return start


def after_name(passage: Passage, start: int, end: int) -> int:
    """林远江为|华光公司: the body begins behind the name and the verb that tell whose post it is; ``start`` where none do."""
    index = passage.word_at.get(start)
    if index is None or passage.tags[index] not in ("nr", "nrt", "nrfg") or index + 1 >= len(passage.tags):
        return start
    stop = passage.ends[index]
    verb = passage.norm[stop : passage.ends[index + 1]]
    if len(verb) == 2 and verb[1] in "为任" and not has_word(verb) and stop - start == 2:
        return passage.ends[index + 1] if end - stop > 4 else start  # 王军|强为|乙公司
    return passage.ends[index + 1] if verb in ("为", "任", "系", "是") and 1 < stop - start < 5 and end - stop > 3 else start


_LEFT = expression(r"[\u4e00-\u9fff·]{2,5}?(?:辞任|辞去了?|卸任|离任|请辞|升任|调任|转任|接任|出任)(?=[\u4e00-\u9fffA-Za-z]{2})")


def after_office_verb(norm: str, start: int, end: int) -> int:
    """甲辞任|某公司: the body begins behind the verb that tells what somebody does with the post."""
    told = _LEFT.match(norm, start, end)
    return told.end() if told else start


def quoted_front(bodies: Bodies, norm: str, start: int, end: int) -> int:
    """The start at the quotation mark inside where what stands before it is no body (考察项目进展|“明珠”项目部; but 省委“双减”办)."""
    quote = norm.find("“", start + 1, end)
    before = norm[start:quote] if quote > 0 else ""
    if len(before) < 5 or bodies.suffix_of(before) or before[-1] in "省市县区州镇乡村委" or bodies.place_prefix(before):
        return start
    return quote if "”" in norm[quote:end] and before not in bodies.known else start
