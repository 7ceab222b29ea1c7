"""What forbids to guess the body of a title: words right before it that say whose it is, and names that are no member's."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from kgnews.annotate.base.document import Document, Passage
from kgnews.annotate.base.tables import table
from kgnews.annotate.bodies.lists import Bodies
from kgnews.annotate.names.model import HAN, Names
from kgnews.annotate.titles.state_posts import foreign_made
from kgnews.expressions import expression
from kgnews.records import Mention, Post

_JOINTS = "、，兼及和暨"
# 负责财务的副总裁, 主管研究生工作的副院长: what the holder does. 公司的总经理, 学校的校长: whose it is, in words for any body.
_DUTY = expression(
    r"(?:负责|主管|分管|协管|主持)[^，。；]{1,16}的$|(?:公司|集团|学校|学院|医院|酒店|协会|银行|单位|企业|其|他们|我们|新|来|上任|就任|岁|高龄|年轻|年迈|在场|到会|与会|在座)的$"
)
# Nouns of people and time that stand before a title and are not its body: 校领导副书记, 当时CEO, 本科生班主任.
_NO_OWNER = expression(
    r"(?:同志|领导|老师|时任|现任|当时|嘉宾|学院|学校|公司|集团|医院|酒店|银行|协会|党政|党员|本科生|硕士生|博士生|研究生|新生|硕士|博士|本届|上届"
    r"|期间|当天|上午|下午|晚上|日|月|年|后|前|时|上|中|下|里|内|现场|原|新|兼|前任|班子|代表|教授|记者|主任|院长|校长|书记|处长)$"
)
_ACTS = expression(r"[在的了由与和是为日年月]|会见|出席|参加|期间")
_RANKS = ("医生", "医师", "教师", "记者", "律师", "工程师", "民警", "护士", "护士长")
_NOUNS = ("n", "nz", "nt", "ns", "nr", "nrt", "nrfg", "eng", "j", "l", "i", "vn")
# 著名专家甲教授, 召集人乙教授: who is told so comes from elsewhere.
_GUEST = expression(
    r"(?:(?<!督导)专家|学者|学家|召集人|负责人|嘉宾|会长|理事长|委员|代表团|来自[^，。；]{2,12})$"
    r"|主讲(?:人|嘉宾)?[】：:]|(?:主讲人|演讲人|报告人|评议人)$"
    r"|(?<!督导)(?:专家|学者|学家|副会长|常务理事|副理事长)[\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,4}){0,3}(?:、|和|及|与)$"
)


def owned(document: Document, mention: Mention, post: Post) -> bool:
    """Whether what stands right before the title says whose it is (《甲》的总监, 乙通讯董事长), so that no other body can be guessed."""
    passage = next(one for one in document.passages if one.where == post.where)
    if mention.where == post.where and mention.start < post.title_span.start:
        return False
    at = _chain_start(passage, post.title_span.start)
    while passage.norm[at - 1 : at] in ("前", "原") and at > 1:
        at -= 1
    one = passage.norm[at - 1 : at]
    if one == "”":
        return passage.norm[at - 2 : at - 1] not in ("。", "！", "？", "…")  # “…基地”主任, not the end of what somebody said
    if one in ("》", "）"):
        return True
    if one == "的":
        return _DUTY.search(passage.norm, max(0, at - 22), at) is None
    if passage.norm.endswith(("长江学者", "泰山学者", "珠江学者"), 0, post.title_span.start):
        return True
    if not one or not (HAN.match(one) or one.isalnum()):
        return False
    if post.title.endswith(_RANKS) and not any(m.end == at or m.outer.end == at for m in passage.mentions if m.label == "Person"):
        return HAN.match(one) is not None and _NO_OWNER.search(passage.norm, max(0, at - 8), at) is None  # 援藏|医生
    bodies = table(document.terms, Bodies)
    clause = passage.norm[max(passage.norm.rfind(mark, 0, at) for mark in "，。；：！？\n”") + 1 : at]
    if 4 < len(clause) < 13 and bodies.place_prefix(clause) > 1 and not _ACTS.search(clause):
        return True  # 泰国电视五台高级主编: an unknown body that begins with its place
    return _noun_before(bodies, passage, at)


def _chain_start(passage: Passage, at: int) -> int:
    """Where the first title of the chain begins that the title at ``at`` belongs to."""
    ends = {title.end: title.left for title in passage.titles if at - 40 < title.end <= at}
    left = next((title.left for title in passage.titles if title.left <= at <= title.start), at)
    while left > 0:
        end = left
        while passage.norm[end - 1 : end] and passage.norm[end - 1] in _JOINTS:
            end -= 1
        if end not in ends or ends[end] >= left:
            return left
        left = ends[end]
    return left


def _noun_before(bodies: Bodies, passage: Passage, at: int) -> bool:
    """Whether a noun ends at ``at`` that is neither a time nor what any holder may be called."""
    if _NO_OWNER.search(passage.norm, max(0, at - 8), at):
        return False
    index = bisect_right(passage.starts, at - 1) - 1
    if passage.norm[at - 1] in "会社所" and index and passage.tags[index - 1][:1] == "n" and passage.starts[index] == at - 1:
        return True  # 甲市商业|会(前)理事长
    if passage.ends[index] != at:
        return False
    if any(m.end == at or m.outer.end == at for m in passage.mentions if m.label == "Person"):
        return False
    word = passage.norm[passage.starts[index] : at]
    return passage.tags[index] in _NOUNS and word not in bodies.acting and word not in bodies.stops


def stranger(document: Document, names: Names, people: Sequence[Mention]) -> bool:
    """Whether a person, told in these mentions, is hardly one of the house: by a foreign name, or called an expert from elsewhere."""
    norms = {passage.where: passage.norm for passage in document.passages}
    for mention in people:
        if foreign_made(names, (mention.name or mention.form).replace(" ", "")):
            return True
        if _GUEST.search(norms.get(mention.where, ""), max(0, mention.start - 16), mention.start):
            return True
    return False
