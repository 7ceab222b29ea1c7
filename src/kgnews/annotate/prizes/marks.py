"""The Award mention of a prize's name, and what is no name of one."""

from __future__ import annotations

from kgnews.annotate.base.document import Passage
from kgnews.annotate.base.marks import add
from kgnews.expressions import expression
from kgnews.records import Mention, Span

GENERIC = expression(
    r"^(?:(?:全部|仅有的)?[近逾超约]?[一二两三四五六七八九十百几多数\d]+余?[枚项个块座次名篇家种]+(?:全国|国家级?|省级|市级|国际)?|多项|各类|各种|"
    r"这一?个?|该|此|本|其|首个?|唯一|更多|所有|国际|国家级?|省级|市级|相关|有关|大|第#个)?"
    r"(?:奖项|大?奖|荣誉称号|称号|荣誉|奖牌|(?<!^)[金银铜]牌|奖励|名单|单位|企业|党员|干部|市|县|村|城市|学校|家庭|个人|人物)(?:和[金银铜]牌)*$"
)
_OTHERS = expression(r"等(?:国家|荣誉|光荣)*(?:称号|荣誉|奖项|大奖)$")
_BARE_TITLE = expression(r"(?<=”)(?:荣誉|光荣)?(?:称号|荣誉|殊荣)$")
_COLLECTIVE = expression(
    r"(?:村|镇|县城|[县市区]|乡镇?|城市|名城|景区|单位|企业|基地|示范(?:区|县|市|点|校|单位)|学校|医院|社区|集体|党支部|党组织|品牌|百强|家庭)$"
)


def add_award(passage: Passage, start: int, end: int) -> Mention:
    """Put the prize of ``[start, end)`` into the passage, without 等荣誉 and its quotes."""
    if others := _OTHERS.search(passage.norm, start, end):
        end = others.start()
    outer = Span(start, end)
    if behind := _BARE_TITLE.search(passage.norm, start, end):
        end = behind.start()
    if passage.norm[start] == "“" and passage.norm[end - 1] == "”":
        start, end = start + 1, end - 1
    if passage.norm[end - 1] in "奖章":  # 《归途》斩获最佳导演|奖 is no post
        passage.mentions = [m for m in passage.mentions if m.label != "Post" or not m.start < end - 1 <= m.end or m.end > end]
    made = add(passage, "Award", start, end, name=passage.raw[start:end], outer=outer)
    if _COLLECTIVE.search(made.name):
        made.tags |= {"collective"}
    return made
