"""Visits of a leader who is told by his office: 总书记在宁波考察, 总书记来到余村, 在舟山港，总书记强调.

Whose office it is must be told in the article, of one person only. What is read becomes statements of the grammar ``styled-visit``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kgnews.annotate.base.document import Document
from kgnews.expressions import expression
from kgnews.records import Annotated, Mention, Sentence, Span, Statement

_OFFICES = ("总书记", "总理", "委员长")
_OFFICE = expression("(?<![副前原老任])(?:总书记|总理|委员长)(?![^，。；]{0,2}(?:特使|夫人|府|的))")
_SAID = r"[^，。；！？、“”]{0,10}?"
_GOES = expression(rf"{_SAID}(?:来到|走进|考察|视察|踏访|瞻仰)了?")
_STAYS = expression(rf"{_SAID}[在到赴]")
_INSPECTS = expression(r"[^，。；！？“”]{0,14}?(?:考察|调研|视察|看望|慰问|走访)")
_ELSE = expression(r"[^。；！？]{0,24}(?:会见|接见|出席|参加|主持|发表|会议)")
_WISH = expression("希望|期待|盼|欢迎|邀请|如果|没有|未曾|不是|一直想|等待|将")
_JOINTS = ("、", "和", "及", "与")


def mark(document: Document, annotated: Annotated) -> None:
    """Add a statement for each place or body that is visited."""
    if any(office in document.whole for office in _OFFICES):
        holders = _holders(annotated)
        said = [one for sentence in annotated.sentences for one in _visits(sentence, holders)]
        annotated.statements = (*annotated.statements, *said)


def _holders(annotated: Annotated) -> dict[str, Mention | None]:
    """The one person of each office, None where there are several."""
    found: dict[str, Mention | None] = {}
    for sentence in annotated.sentences:
        for person in sentence.mentions:
            for office in _OFFICES if person.label == "Person" and person.name else ():
                if any(post.title == office and post.status != "former" for post in person.posts) or _styled(
                    sentence, person, office
                ):
                    known = found.setdefault(office, person)
                    if known is not None and known.name != person.name:
                        found[office] = None
    return found


def _styled(sentence: Sentence, person: Mention, office: str) -> bool:
    """习近平总书记: the office stands right behind the name."""
    return sentence.text.startswith(office, person.end - sentence.start)


def _visits(sentence: Sentence, holders: dict[str, Mention | None]) -> Iterator[Statement]:
    for office in _OFFICE.finditer(sentence.text):
        start, end = sentence.start + office.start(), sentence.start + office.end()
        clause = max(sentence.text.rfind(mark, 0, office.start()) for mark in "，。；：") + 1
        person = next((m for m in sentence.mentions if m.label == "Person" and m.outer.start <= start < m.outer.end), None)
        holder = holders.get(office[0])
        if person is None and holder is not None:
            person = Mention(
                "Person", sentence.where, start, end, office[0], Span(start, end), holder.name, generic=True, antecedent=holder
            )
        if person is None or _WISH.search(sentence.text, clause, office.start()):
            continue
        for place in _stops(sentence, office):
            span = Span(min(person.start, place.outer.start), max(end, place.outer.end))
            yield Statement("styled-visit", sentence.where, span, person, place, {})


def _stops(sentence: Sentence, office: re.Match[str]) -> list[Mention]:
    """What is visited: behind the verb, behind 在 and before the verb, or in front of the office (在舟山港，总书记…)."""
    text = sentence.text
    if (goes := _GOES.match(text, office.end())) and not _WISH.search(goes[0]):
        found, end = _row(sentence, goes.end())
        if found and not _ELSE.match(text, end):
            return found
    if (stays := _STAYS.match(text, office.end())) and not _WISH.search(stays[0]):
        found, end = _row(sentence, stays.end())
        if found and (told := _INSPECTS.match(text, end)) and not _WISH.search(told[0]):
            return found
    return []


def _row(sentence: Sentence, at: int) -> tuple[list[Mention], int]:
    """The places and bodies that begin at ``at``, one after the other or parted by marks, and where they end."""
    found: list[Mention] = []
    while here := [m for m in sentence.mentions if m.outer.start - sentence.start == at and m.label in ("Place", "Organization")]:
        found += [m for m in here if "level" not in m.tags]
        at = max(m.outer.end for m in here) - sentence.start
        if sentence.text[at : at + 1] in _JOINTS:
            at += 1
    return found, at
