"""What stands before a title and looks like its body: common words that are none, and names that go on too far."""

from __future__ import annotations

from rjieba import has_word

from kgnews.annotate.base.document import Passage, Title
from kgnews.annotate.base.tables import word_set
from kgnews.annotate.bodies.lists import Bodies
from kgnews.annotate.names.model import HAN
from kgnews.annotate.titles.state_posts import STATE_HEADS
from kgnews.expressions import expression

# Offices of all sorts of things (跨媒体实验课程负责人, 项目经理): common words before them are the thing, not a body.
_OF_THINGS = word_set(
    "负责人 项目经理 经理 主管 班主任 辅导员 项目负责人 组长 专家组组长 召集人 成员 联络人 牵头人 团长 指导员 产品经理 支部书记"
    " 评委 讲解员 领导人 领袖"
    " 校长 副校长 常务副校长 院长 书记 党委书记 总编辑"
)
_NAMES = frozenset(("ns", "nt", "nz", "nr", "nrt", "nrfg", "j", "eng", "l", "i"))
PARTIES = ("党", "联盟", "阵线", "刚果")  # what a bracket behind belongs to: （联合马列）, （布）
_FIRMS = ("公司", "集团", "银行", "移动", "电信", "联通")
_ACRONYM = expression(r"(?!CEO|CFO|CTO|COO|GDP|CPI|APP|KOL|MBA|EMBA|VIP|IPO|PPP|IP)[A-Z]{3,6}")
_PAPER = expression(r"(?:杂志社?|周刊|月刊|季刊|期刊|学报|报社?|编辑部|栏目)")
_COHORT = expression(r"\d\d后$")


def common_words(bodies: Bodies, passage: Passage, start: int, end: int) -> bool:
    """Whether ``[start, end)`` is made of words of the dictionary alone and has neither ending nor beginning of a body."""
    body = passage.norm[start:end]
    if _COHORT.match(body):
        return True
    if (
        bodies.suffix_of(body)
        or bodies.place_prefix(body)
        or body in bodies.known
        or body in bodies.brands
        or body in bodies.generic
    ):
        return False
    at = start
    while at < end:
        index = passage.word_at.get(at)
        if index is None or passage.tags[index] in _NAMES or not HAN.match(passage.norm[at]):
            return False
        word = passage.norm[at : passage.ends[index]]
        if not has_word(word) or bodies.suffix_of(word) in bodies.safe or word in bodies.brands or word in bodies.known:
            return False
        at = passage.ends[index]
    return at == end


def no_body(bodies: Bodies, passage: Passage, title: Title, start: int, end: int) -> bool:
    """钢琴|教师, 二审|代理律师, 研究方向|项目经理, 实权|总统: what stands before the title goes with it, and is no body."""
    loose = title.kind == "rank" or title.head in _OF_THINGS or title.head in STATE_HEADS
    return loose and common_words(bodies, passage, start, end)


def known_front(bodies: Bodies, body: str) -> int:
    """How much of ``body`` is a well-known body that is no company (联合国|叙利亚问题 特使), 0 if none."""
    for cut in range(len(body) - 1, 1, -1):
        front = body[:cut]
        full = bodies.known.get(front, "") or front
        if front in bodies.known and front not in bodies.countries and front not in bodies.brands and not full.endswith(_FIRMS):
            return cut
    return 0


def owner_before(bodies: Bodies, body: str) -> bool:
    """Whether ``body`` before 的 and a title is surely a body (小米科技的创始人), not a thing."""
    if body in bodies.generic or len(body) < 2:
        return False
    if _ACRONYM.fullmatch(body):
        return True  # WTA的主席
    if len(body) > 2 and body.endswith(("村", "社区", "镇", "乡")):
        return True  # 东碱场村的第一书记
    sure = len(body) > 3 and bodies.suffix_of(body) in bodies.safe and bool(bodies.suffix_of(body))
    named = bodies.is_place(body) or body in bodies.known or any(body[:cut] in bodies.brands for cut in range(2, len(body) + 1))
    return sure or named


def before_bracket(norm: str, end: int, floor: int) -> int:
    """国际货币基金组织（IMF）总裁, 甲公司（以下简称乙）董事长: the body ends before the bracket."""
    while norm[end - 1 : end] == "）":
        at = norm.rfind("（", max(floor, end - 30), end)
        inside = norm[at + 1 : end - 1]
        if at <= floor or not (inside.isascii() or inside.startswith(("以下", "下称", "简称", "筹"))):
            break
        end = at
    return end


def own_bracket(bodies: Bodies, norm: str, end: int, floor: int) -> int:
    """学生工作部（处）, 综合司（政策法规司）, 中央党校（国家行政学院）: where the bracket that belongs to the name opens."""
    at = norm.rfind("（", max(floor, end - 14), end)
    inside = norm[at + 1 : end - 1]
    if norm.endswith(PARTIES, floor, max(at, floor)):
        return at  # 尼泊尔共产党（联合马列）, 刚果（布）
    return at if at > floor and (len(inside) < 3 or bodies.suffix_of(inside)) and "，" not in inside else end


def own_end(bodies: Bodies, passage: Passage, body: str, start: int) -> int:
    """How much of ``body`` is the name of the body; the rest belongs to the title (中国|气候变化事务 特使)."""
    if "》" in body:
        cut = body.rindex("》") + 1
        paper = _PAPER.match(body, cut)
        return len(body) if bodies.suffix_of(body) and paper else paper.end() if paper else cut
    if bodies.suffix_of(body) or body[-1] == "”":
        return len(body)
    for cut in range(len(body) - 1, 3, -1):
        if bodies.suffix_of(body[:cut]) in bodies.safe:
            return cut
    known = known_front(bodies, body)
    if start + known in passage.word_at and known:
        return known
    place = bodies.place_prefix(body)
    if bodies.is_place(body[place:]):
        return len(body)  # 韩国首尔|市长
    return place if start + place in passage.word_at and place else len(body)
