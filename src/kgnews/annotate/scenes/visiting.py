"""Reports of a visit or an inspection: the visitor, and the places and bodies where he stops."""

from __future__ import annotations

from dataclasses import dataclass

from kgnews.annotate.events import reports
from kgnews.expressions import expression
from kgnews.records import Mention, Sentence

# What may stand before the person who opens a sentence: a clause, and what he is by trade.
OPENING = expression(
    r"^[“\s]*(?:[^，。；]{0,14}，){0,1}(?:(?:\d{1,3}岁的)?(?:[\u4e00-\u9fff]{0,6}(?:村民|社员|农民|[果茶菜花棉粮]农|渔民|牧民|居民|市民|作家|诗人|画家|歌手|"
    r"演员|导演|编剧|学者|专家|教师|老师|学生|同学|职工|工人|技师|护士|医生|民警|战士|选手|运动员|队员|老人|乡贤|企业家|创始人|"
    r"创业者|致富带头人|大户)))?$"
)
_VISITING = expression(
    r"(?:考察|调研|视察|访问|走访|慰问|检查|督导|督查|巡访|执法检查)(?!组|团|报告|员|站|中|期间|工作会|结果|课题|"
    r"对象)"
)
_STOP_AT = expression(
    r"(?:来到|走进|前往|瞻仰了?|拜谒了?|考察了?|察看了?|视察了?|走访了?|参观了?|抵达|赶到|深入|检查了?|调研了?|到)$"
)
_IN_AT = expression(r"(?:^|；)[“\s]*(?:随后|接着|之后|当天|当日|下午|上午)?，?在$")
_INVITES = expression(r"(?:的|盛情|共同)*邀请，")  # 应某国议长甲邀请，乙访问
_LED_BY = expression(r"(?:由|为|与|和|同|受|据|对|向|经)$")


@dataclass(slots=True)
class Visit:
    """Who visits in the section that is read: the name, and where it stood first."""

    visitor: str = ""
    guest: Mention | None = None


def follow(sentence: Sentence, visit: Visit, headline: str, *, first: bool, aside: list[Mention]) -> None:
    """In a report whose ``first`` sentences say that somebody inspects or visits, tag the places and bodies of the visit.

    ``aside`` are the persons of the sentence who only report.
    """
    text = sentence.text
    people = [m for m in sentence.mentions if m.label == "Person" and m not in aside]
    person = next((m for m in people if not _INVITES.match(text, m.outer.end - sentence.start)), None)
    if first and person is not None and not visit.visitor and _goes(text, person, sentence.start, headline):
        visit.visitor, visit.guest = person.name, person
    if not visit.visitor:
        return
    if person is not None and OPENING.match(text[: person.outer.start - sentence.start]) and person.name != visit.visitor:
        return
    stopping, behind = False, -1
    for mention in sentence.mentions:
        before = text[: mention.outer.start - sentence.start]
        listed = stopping and (before[-1:] in "、和及与" or mention.outer.start == behind)
        stopping = mention.label in ("Place", "Organization") and (
            bool(_STOP_AT.search(before) or _IN_AT.search(before)) or listed
        )
        behind = mention.outer.end
        if stopping:
            mention.tags = mention.tags | {"visited"}


def _goes(text: str, person: Mention, base: int, headline: str) -> bool:
    """Whether the person is the one who goes and inspects, and the story is about that: its headline or its date says so."""
    if reports.is_feature(headline, ""):
        return False  # 考察讲话引起热烈反响: the places told are those that react
    start, end = person.outer.start - base, person.outer.end - base
    told = _VISITING.search(text, end, end + 120) is not None and not _LED_BY.search(text[:start])
    return told and (not headline or person.name in headline or _VISITING.search(headline) is not None or "日" in text[:start])
