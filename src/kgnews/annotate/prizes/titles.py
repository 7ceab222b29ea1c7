"""Prizes that stand among the titles of a person: 青山新闻奖获得者某某, 全国劳动模范某某."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container

from kgnews.annotate.base.document import Passage
from kgnews.annotate.base.tables import words
from kgnews.annotate.prizes.marks import GENERIC, add_award
from kgnews.expressions import expression
from kgnews.records import Mention
from kgnews.schema.terms import Terms

Winners = list[tuple[Mention, list[Mention]]]

# “七一勋章”获得者林丹, 韬奋新闻奖获得者; what is won begins at a mark, or behind a body or a person.
WINNER = expression(
    r"(?P<award>“[^”\n。]{2,20}”[^，。；、“”]{0,6}?|[^，。；：！？、“”（）《》\n\s的]{2,30}?(?:奖|奖章|勋章|奖学金|科学基金|青年基金|冠军|金牌|称号))"
    r"(?:的|(?:19|20)\d\d年度)?(?:获得者|得主)"
)

_QUOTE = expression("“[^”]*”")
_ASIDE = expression(r"^[（(][^（）()]{0,30}[）)]")
_OPENS = ("", "，", "。", "；", "\n")
_ROW = expression(r"(?:“[^”\n，。]{2,20}”[、和]?){1,4}\Z")
_HOLDER = expression(r"(?:荣誉)?(?:称号)?(?:获得者|得主)")
_SO_MANY = expression(r"(?:[一二两三四五六七八九十\d]+[位名])?")


def honours(terms: Terms) -> re.Pattern[str]:
    """全国劳动模范某某: titles of honour of the whole country, which stand before the name like a post."""
    named = "|".join(sorted(words(terms, "honours"), key=len, reverse=True))
    return expression(rf"(?P<award>(?:第[一二三四五六七八九十]+届)?全国(?:{named}))")


def _name_start(passage: Passage, end: int, ordinary: Container[str]) -> int:
    """Where the words begin that can be of a prize's name: none of them a verb, a preposition or a pronoun."""
    index = bisect_left(passage.starts, end) - 1
    while index >= 0:
        word = passage.norm[passage.starts[index] : passage.ends[index]]
        known = len(word) == 1 or word in ordinary
        if passage.tags[index][:1] not in "njmxbagzteqsi" and passage.tags[index] != "vn" and known:
            break
        if passage.tags[index][:1] == "m" and passage.norm[passage.ends[index] - 1] in "位名":
            break
        index -= 1
    return passage.ends[index] if index >= 0 else 0


def won(passage: Passage, winner: re.Match[str], winners: Winners, ordinary: Container[str]) -> None:
    """Add the prize of a winner, without the body or the words in front of it (在第二届“五四奖章”获得者中)."""
    start, end = winner.span("award")
    if passage.norm[start] != "“":
        start = max(start, _name_start(passage, end, ordinary))
    start += len(_SO_MANY.match(passage.norm, start, end)[0])  # type: ignore[index]
    if end - start < 3 or GENERIC.match(passage.norm[start:end]):
        return
    first = _ROW.search(passage.norm, max(0, start - 80), start) if passage.norm[start] == "“" else None
    for quoted in _QUOTE.finditer(passage.norm, *first.span()) if first else ():
        add_award(passage, *quoted.span())  # 是“甲”“乙”获得者
    award = add_award(passage, start, end)
    for mention in passage.mentions:  # 总编辑、韬奋新闻奖获得者陈某: the prize stands among the titles
        if mention.label == "Person" and mention.outer.start <= start and winner.end() <= mention.start < winner.end() + 30:
            winners.append((award, [mention]))
    if people := _right_behind(passage, start, winner.end()) or _right_before(passage, start):
        winners.append((award, people))


def _right_behind(passage: Passage, start: int, end: int) -> list[Mention]:
    """某奖获得者甲、乙: those named behind the words; behind a comma one with his titles, where the prize opens the clause."""
    opens = passage.norm[max(0, start - 1) : start] in _OPENS or passage.norm[max(0, start - 2) : start] in ("，“", "。“")
    found: list[Mention] = []
    for one in sorted((m for m in passage.mentions if m.outer.start >= end and m.label == "Person"), key=lambda m: m.outer.start):
        between = _ASIDE.sub("", passage.norm[end : one.outer.start])
        if between not in (("、", "和", "与") if found else ("", "：", "、", "代表", "之一")) and not (
            between == "，" and opens and one.posts and not found
        ):
            break
        found.append(one)
        end = one.outer.end
    return found


_NAMELY = expression(r"(?:等|(?:都|均|也|就)?是(?:一[名位])?(?:[^，。；的]{2,10}的)?(?:一[名位])?)\Z")


def _right_before(passage: Passage, start: int) -> list[Mention]:
    """甲、乙等某奖获得者; 甲是某奖获得者: those named right before the words."""
    namely = _NAMELY.search(passage.norm, max(0, start - 18), start)
    found: list[Mention] = []
    at = namely.start() if namely else -1
    people = (m for m in passage.mentions if m.label == "Person" and m.outer.end <= at)
    for one in sorted(people, key=lambda m: m.outer.end, reverse=True) if namely else ():
        if passage.norm[one.outer.end : at] not in (("、", "和") if found else ("",)):
            break
        found.insert(0, one)
        at = one.outer.start
    return found


def honoured(passage: Passage, honour: re.Match[str], winners: Winners) -> None:
    """Add the title of honour where one person's name, or his further titles and his name, stand right behind it."""
    end = honour.end("award")
    holder = _HOLDER.match(passage.norm, end)
    end = holder.end() if holder else end
    for mention in passage.mentions:
        if mention.label != "Person" or mention.start < end or mention.start > end + 60 or mention.outer.start > end + 1:
            continue
        between = passage.norm[end : mention.outer.start] if mention.outer.start > end else ""
        if between in ("", "、", "，") and not re.match("[代候]", passage.norm[end:]):
            winners.append((add_award(passage, *honour.span("award")), [mention]))
            return
