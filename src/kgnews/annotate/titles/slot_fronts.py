"""Bodies that only their place before a title tells: a country's letter, a branch in its own title, one with 原 in its middle."""

from __future__ import annotations

from kgnews.annotate.base.document import Document, Title
from kgnews.annotate.bodies.country_letters import countries_of
from kgnews.annotate.bodies.lists import Bodies
from kgnews.annotate.names.model import HAN
from kgnews.annotate.titles.state_posts import STATE_HEADS
from kgnews.expressions import expression
from kgnews.records import Span

_BEFORE_LETTER = frozenset("和与同及对向由为、，")
_COMMITTEE = expression(r"(?:党工委|党委|党组|纪工委|纪委|工委|[省市县区旗州]委|管委会|党总支|党支部)")
_KINDS = r"(?:离退休|退休|教工|教师|机关|行政|本科生?|研究生|硕士生?|博士生?|学生|第[一二三四五六七八九十]+)"
_WHOSE = r"(?:(?![由是为的和与及在来])[\u4e00-\u9fff]){0,12}?(?:(?:20)?\d\d级)?(?:(?![由是为的和与及在来])[\u4e00-\u9fff]){0,8}?"
_BRANCH = expression(rf"(?:(?<=[由是为的和与及])|(?<![\u4e00-\u9fff\d])){_WHOSE}{_KINDS}+(?:直属|联合)?(?:党总支|党支部)$")
_HELD_THERE = expression(r"副?书记$")


def is_letter(document: Document, bodies: Bodies, norm: str, title: Title, start: int) -> bool:
    """Whether one character before a state's office is the country (委|总统甲, 和委|外长乙 where the article names 委内瑞拉).

    ``start``: where the body seems to begin. Letters that always mean one country are read with the bodies.
    """
    at = title.left - 1
    if title.head not in STATE_HEADS or at < 0 or start not in (at, at - 1, at + 1) or not HAN.match(norm[at]):
        return False
    if (start == at - 1 and norm[start] not in _BEFORE_LETTER) or norm[at] in bodies.abbreviations:
        return False
    edge = at == 0 or not HAN.match(norm[at - 1]) or norm[at - 1] in _BEFORE_LETTER
    return edge and bool(countries_of(document, document.whole, {norm[at]}))


def inner_status(bodies: Bodies, norm: str, start: int, end: int) -> int:
    """Where the committee begins in 青山示范区原|党工委: behind the 原 between a body and its own committee; else ``start``."""
    at = norm.rfind("原", start + 2, end)
    if at < 0 or not _COMMITTEE.fullmatch(norm, at + 1, end):
        return start
    owner = norm[start:at]
    return at + 1 if bodies.suffix_of(owner) or bodies.is_place(owner) or owner[-1] in "省市县区州镇乡村旗盟" else start


def own_branch(norm: str, title: Title) -> Span | None:
    """The party branch that a title holds (离退休党支部|书记), with the words before it that say whose it is (教工|第一党支部)."""
    held = _HELD_THERE.search(norm, title.start, title.end)
    branch = _BRANCH.search(norm, max(0, title.start - 24), held.start()) if held else None
    return Span(*branch.span()) if branch else None
