"""The day and the venue that a report gives for an event which it names elsewhere: in the headline, or sentences later.

教务处召开研讨会 (headline). 1月4日，在崇德楼612会议室，教务处与学院就…会谈: the lead tells when and where, the headline what.
10月16日上午，甲赴某学院调研。乙介绍了情况。座谈会由丙主持: the meeting of a visit is held that day.
What is read becomes statements of the grammars ``lead-date`` and ``lead-place``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from kgnews.annotate.base.document import Document
from kgnews.annotate.events import reports
from kgnews.expressions import expression
from kgnews.records import Annotated, Mention, Sentence, Span, Statement

_HEADLINE = expression(r"举行|召开|举办|开幕|开班|开讲|开营|启动|成功|顺利|圆满|隆重|落幕|做客|[会班式座坛赛讲礼]”?$")
# What a headline says of an event that is over, to come, or somewhere else.
_NOT_HELD = expression(
    r"通知|预告|报名|征集|征文|招募|将|拟|即将|推迟|取消|延期|会见|来华|精神|获奖|备战|邀请函|公告|启事|闭幕|访问|会谈"
)
_ACT = expression(r"赴|到|来|访|调研|考察|走访|一行|座谈|参观|就|进行|开展|参加|主持|齐聚|相聚|举行|作了|做了|带领|率")
_SAID = expression(
    r"表示|指出|强调|发布|印发|获悉|消息|报道|透露|致电|致信|通电话|将|拟|截至|以来|起施行|签署|逝世|死亡|火灾|事故|判"
)
_OPENS = expression(r"^(?:[^。；！？]{0,60}[，）：\s])?$")
_NOT_A_DAY = expression(r"(?:截至|截止|自|从|自从|于|据|继|生于|至)$")
_GATHERING = frozenset({"meeting", "lecture", "training", "ceremony"})
_BEFORE, _AFTER = 62, 7
_REACH = 4


def mark(document: Document, annotated: Annotated) -> None:
    """Add the statements that the lead of a report makes about an event named elsewhere."""
    starts = document.notes.get("sections")
    if isinstance(starts, list) and len(starts) > 1:
        return
    if reports.is_feature(document.title.norm, ""):
        return
    text = [s for s in annotated.sentences if s.where == "text"]
    dated = _dated(annotated.sentences)
    found = [*_of_headline(annotated, text, dated), *_of_visit(annotated, text, dated), *_of_that_day(document, text)]
    annotated.statements = (*annotated.statements, *found)


def _dated(sentences: Sequence[Sentence]) -> set[str]:
    """The events that some sentence names beside a day or month: what the lead says is not asked for."""
    return {
        event.name
        for s in sentences
        if any(m.label == "Date" and m.tags & {"day", "month"} for m in s.mentions)
        for event in _events(s)
    }


def _events(sentence: Sentence) -> list[Mention]:
    return [m for m in sentence.mentions if m.label == "Event" and m.name]


def _of_that_day(document: Document, text: list[Sentence]) -> Iterator[Statement]:
    """当日例行记者会: the day stands inside what points at the event."""
    days = {m.start: m for m in document.text.mentions if m.label == "Date" and len(m.name) == 10}
    for sentence in text:
        for event in _events(sentence):
            day = days.get(event.outer.start) if event.outer.start < event.start else None
            if day is not None and day.form.startswith(("当日", "当天", "今天", "昨天")):
                yield Statement("lead-date", "text", Span(day.start, event.end), event, day, {})


def _of_headline(annotated: Annotated, text: list[Sentence], dated: set[str]) -> Iterator[Statement]:
    title = next((s for s in annotated.sentences if s.where == "title"), None)
    events = _events(title) if title is not None else []
    if title is None or len({m.name for m in events}) != 1:
        return
    event = events[0]
    if event.name in dated or not _HEADLINE.search(title.text) or _NOT_HELD.search(title.text):
        return
    lead = next((s for s in text[:3] if len(s.text) > 16), None)
    if lead is None or any(m.name != event.name for m in _events(lead)):
        return
    yield from _told_by(lead, event, annotated.article.date or "")


def _of_visit(annotated: Annotated, text: list[Sentence], dated: set[str]) -> Iterator[Statement]:
    seen = set(dated)
    for index, sentence in enumerate(text):
        for event in _events(sentence):
            if event.name in seen:
                continue
            seen.add(event.name)
            if "unnamed" not in event.tags or not event.tags & _GATHERING or reports.aside(sentence, event, ""):
                continue
            lead = _day_before(text[max(0, index - _REACH) : index])
            if lead is not None and _ACT.search(lead.text):
                yield from _told_by(lead, event, annotated.article.date or "")


def _day_before(before: list[Sentence]) -> Sentence | None:
    """The last sentence that begins with a day, if no other event and no other date stands since."""
    for sentence in reversed(before):
        if any(m.label == "Date" and m.tags & {"day", "month"} for m in sentence.mentions):
            return None if _events(sentence) else sentence
        if _events(sentence):
            return None
    return None


def _told_by(lead: Sentence, event: Mention, today: str) -> Iterator[Statement]:
    days = [m for m in lead.mentions if m.label == "Date" and m.tags & {"day", "month"}]
    if len({m.name for m in days}) != 1 or not _near(days[0].name, today):
        return
    before = lead.text[: days[0].start - lead.start]
    subject = any(m.outer.end == days[0].start and m.label in ("Person", "Organization") for m in lead.mentions)
    if not (subject or _OPENS.match(before)) or _NOT_A_DAY.search(before) or _SAID.search(lead.text):
        return
    yield Statement("lead-date", "text", Span(days[0].start, _clause_end(lead, days[0])), event, days[0], {})
    for venue in lead.mentions:
        ahead = lead.text[: venue.start - lead.start]
        if venue.label == "Place" and "venue" in venue.tags and ahead.endswith(("在", "于")):
            yield Statement("lead-place", "text", Span(venue.start - 1, venue.end), event, venue, {})


def _clause_end(lead: Sentence, day: Mention) -> int:
    """Where the words that tell the day end: with the clause behind it."""
    at = day.end - lead.start
    stop = re.compile(r"[，。；！？]").search(lead.text, at + 1)
    return lead.start + (stop.start() if stop else len(lead.text))


def _near(value: str, today: str) -> bool:
    """Whether a day is about the article's: news tells what was yesterday, rarely what was months ago."""
    if len(value) < 7 or len(today) < 10:
        return False
    whole = value if len(value) == 10 else f"{value}-28"
    distance = (date.fromisoformat(today[:10]) - date.fromisoformat(whole)).days
    return -_AFTER <= distance <= _BEFORE
