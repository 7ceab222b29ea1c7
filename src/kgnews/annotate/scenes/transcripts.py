"""Texts that tell an event line by line: the transcript of a press conference (甲：谢谢主持人…) and the notice of a meeting.

A person whose name stands alone before a colon at the beginning of a line has the word there: tag "turn", or "moderates" for
the one whom the text calls 主持人. Nothing of that holds for an interview, which has no event in its title.
"""

from __future__ import annotations

from kgnews.annotate.base.document import Document
from kgnews.expressions import expression
from kgnews.records import Annotated, Mention, Sentence

_TRANSCRIPT = expression(r"实录|直播|全文|答问|答记者问|发布会|吹风会|记者会|通气会")
_NOTICE = expression(r"通知|邀请函|预告|议程|日程|公告|讲座")
_TURN = expression(r"：")
_ROLE = expression(r"^(?:主持人|发布人|答|[^，。；：“”]{0,40})[ ]?$")
_MODERATOR = expression(r"主持人?[：: ]")
# Who has the word first and welcomes to the event presents those who are asked.
_WELCOMES = expression(r"欢迎(?:大家|各位)?(?:出席|参加|来到|收看)")
_ITEM = expression(
    r"^(?:[\d一二三四五六七八九十]{1,2}[.、．]|[（(][\d一二三四五六七八九十]{1,2}[）)]|\d{1,2}[:：]\d\d|特邀|主旨|大会)"
)


def mark(document: Document, annotated: Annotated) -> None:
    """Give the turns of a transcript and the items of a notice the event of the title."""
    event = _event(annotated)
    if event is None:
        return
    title = document.title.norm
    text = [sentence for sentence in annotated.sentences if sentence.where == "text"]
    if _NOTICE.search(title):
        for sentence in text:
            if sentence.event is None and _ITEM.match(sentence.text):
                sentence.event = event
    if event.tags & {"press"} or _TRANSCRIPT.search(title):
        _turns(text, event)


def _event(annotated: Annotated) -> Mention | None:
    """The one event that the title names."""
    found = [m for s in annotated.sentences if s.where == "title" for m in s.mentions if m.label == "Event" and m.name]
    return found[0] if len({m.name for m in found}) == 1 else None


def _turns(sentences: list[Sentence], event: Mention) -> None:
    turns = [(sentence, person) for sentence in sentences if (person := _speaker(sentence)) is not None]
    if len({person.name for _, person in turns}) < 2:
        return
    moderators = {
        m.name for sentence in sentences if _MODERATOR.match(sentence.text) for m in sentence.mentions if m.label == "Person"
    }
    opening = next((one.text for one in sentences[sentences.index(turns[0][0]) + 1 :]), "")
    if _WELCOMES.search(opening):
        moderators.add(turns[0][1].name)
    for sentence, person in turns:
        sentence.event = event
        person.tags = person.tags | {"moderates" if person.name in moderators else "turn"}


def _speaker(sentence: Sentence) -> Mention | None:
    """The person before the colon with which the line begins: 郜某：…, 国家文物局副局长 温某：."""
    people = [m for m in sentence.mentions if m.label == "Person"]
    if not people:
        return None
    first = people[0]
    end = first.end - sentence.start
    return first if _TURN.match(sentence.text, end) and _ROLE.match(sentence.text[: first.start - sentence.start]) else None
