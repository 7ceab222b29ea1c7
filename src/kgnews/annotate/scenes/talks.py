"""Talks of two: who 我, 你 and 总统先生 are in what one says to the other, and whom the host of several talks meets.

甲会见乙. 甲指出，总统先生去年成功访华; 今年5月我同你在成都会晤: earlier visits and meetings, told in the second person.
甲分别会见… 在会见乙时，双方表示…: the host stands in the headline only. What is read becomes statements of the grammars
``talks-visit`` and ``talks-meeting``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kgnews.annotate.base.document import Document
from kgnews.expressions import expression
from kgnews.records import Annotated, Mention, Sentence, Span, Statement

_MEETING = expression(r"会见|会晤|会谈|通电话|拜会|接见")
_I = r"我(?![们国方校院市省县区军党会])"
_YOU = (
    r"(?:你(?![们方好])|您|(?:总统|副总统|总理|副总理|主席|副主席|首相|议长|国王|女王|总书记|部长|外长|委员长|国务卿|秘书长)"
    r"(?:先生|女士|阁下|陛下))"
)
_WHO = expression(rf"(?P<i>{_I})|(?P<you>{_YOU})")
_SPEAKS = expression(
    r"(?:主席|总统|总理|首相)?[^，。；“”]{0,8}(?:表示|指出|强调|说|赞赏|称|回顾|感谢|祝贺|积极评价|高度评价|介绍|欢迎|愿)"
)
_HE_SAYS = expression(r"[他她](?:还|并|也)?(?:表示|指出|强调|说)")
_WISH = expression(r"愿|期待|希望|欢迎|邀请|将|打算|准备|等待|请|想|明年|下个?月|下周|届时|如果|尽快|早日|再来|若")
_VISITS = expression(r"(?P<mid>[^，。；！？“”同与和见]{0,14}?)(?:成功)?(?:访问|出访|访)(?!团|期间将)")
_ON_VISIT = expression(r"(?P<mid>[^，。；！？“”同与和见]{0,14}?)对")
_THERE = expression(r"(?:成功)?(?:进行|作)[^，。；]{0,10}访问")
_WITH = expression(r"[^，。；！？“”对]{0,12}?(?:同|与|和)")
_MET = expression(r"[^，。；！？“”]{0,24}?(?:会晤|会谈|会见|见面|会面|通电话|通话)(?!精神|成果|共识|机制|时)")
_ELIDED = expression(r"^“?(?:在)?(?:分别)?(?:会见|会晤|接见)了?$")
_WHEN = expression(r"(?:一行)?(?:时|过程中)，(?!会见)")
_OPENING = 14


@dataclass(slots=True)
class _Talk:
    """The two who talk (``pair``), or the one who receives several (``host``); ``speaker`` holds while a story is read."""

    pair: tuple[Mention, ...]
    host: Mention | None
    speaker: Mention | None = None
    paragraph: int = -1


def mark(document: Document, annotated: Annotated) -> None:
    """Add the statements about earlier visits and meetings in what two say to each other, and about talks with an elided host."""
    starts = document.notes.get("sections")
    if isinstance(starts, list) and len(starts) > 1:
        return
    talk = _Talk(_pair(annotated), _host(annotated))
    found: list[Statement] = []
    for sentence in annotated.sentences:
        if sentence.where == "text":
            found += _elided(sentence, talk)
            _listen(sentence, talk)
            if talk.speaker is not None:
                found += _told(sentence, talk)
    annotated.statements = (*annotated.statements, *found)


def _people(sentence: Sentence) -> list[Mention]:
    return [m for m in sentence.mentions if m.label == "Person" and m.name and "byline" not in m.tags]


def _pair(annotated: Annotated) -> tuple[Mention, ...]:
    """The two persons of the headline or of one of the first sentences that tells of a meeting."""
    text = [s for s in annotated.sentences if s.where == "text"][:3]
    for sentence in (*(s for s in annotated.sentences if s.where == "title"), *text):
        people = {m.name: m for m in reversed(_people(sentence))}
        if _MEETING.search(sentence.text) and len(people) == 2:
            return tuple(people.values())
    return ()


def _host(annotated: Annotated) -> Mention | None:
    """The one person of a headline that tells of several talks (甲分别会见…)."""
    title = next((s for s in annotated.sentences if s.where == "title"), None)
    people = _people(title) if title is not None else []
    return people[0] if title is not None and len(people) == 1 and re.search(r"会见|会晤|接见", title.text) else None


def _listen(sentence: Sentence, talk: _Talk) -> None:
    """Who speaks: the person who opens the sentence with a verb of speech, or still the one before in the paragraph."""
    people = _people(sentence)
    if sentence.paragraph != talk.paragraph:
        talk.speaker, talk.paragraph = None, sentence.paragraph
    first = people[0] if people else None
    if _HE_SAYS.match(sentence.text) and sentence.topic is not None and sentence.topic.label == "Person":
        talk.speaker = sentence.topic
        return
    if first is None or first.outer.start - sentence.start > _OPENING:
        return
    if _SPEAKS.match(sentence.text, first.outer.end - sentence.start):
        talk.speaker = first


def _told(sentence: Sentence, talk: _Talk) -> Iterator[Statement]:
    for word in _WHO.finditer(sentence.text):
        who = _meant(talk, bool(word["you"]))
        clause = max(sentence.text.rfind(mark, 0, word.start()) for mark in "，。；：“") + 1
        if who is None or _WISH.search(sentence.text, clause, word.start()):
            continue
        mention = _pronoun(sentence, word, who)
        yield from _visited(sentence, word, mention)
        yield from _met(sentence, word, mention, talk)


def _meant(talk: _Talk, you: bool) -> Mention | None:
    if not you or talk.speaker is None:
        return talk.speaker
    others = [one for one in talk.pair if one.name != talk.speaker.name]
    return others[0] if len(talk.pair) == 2 and len(others) == 1 else None


def _pronoun(sentence: Sentence, word: re.Match[str], who: Mention) -> Mention:
    start, end = sentence.start + word.start(), sentence.start + word.end()
    return Mention("Person", sentence.where, start, end, word[0], Span(start, end), who.name, generic=True, antecedent=who)


def _at(sentence: Sentence, position: int, label: str) -> Mention | None:
    """The mention whose words begin at ``position``."""
    return next((m for m in sentence.mentions if m.label == label and m.outer.start - sentence.start == position), None)


def _visited(sentence: Sentence, word: re.Match[str], who: Mention) -> Iterator[Statement]:
    text = sentence.text
    for pattern, behind in ((_VISITS, None), (_ON_VISIT, _THERE)):
        verb = pattern.match(text, word.end())
        place = _at(sentence, verb.end(), "Place") if verb is not None else None
        if verb is None or place is None or _WISH.search(verb["mid"]):
            continue
        end = place.outer.end - sentence.start
        visit = behind.match(text, end) if behind is not None else None
        if behind is None or visit is not None:
            span = Span(who.start, sentence.start + (visit.end() if visit is not None else end))
            yield Statement("talks-visit", sentence.where, span, who, place, {})
            return


def _met(sentence: Sentence, word: re.Match[str], mention: Mention, talk: _Talk) -> Iterator[Statement]:
    """我同甲会晤, 甲同你会晤, 我同你会晤: each pair once, told at its second word."""
    text = sentence.text
    if word["i"]:
        joint = _WITH.match(text, word.end())
        if joint is None or _WISH.search(joint[0]):
            return
        you = re.compile(_YOU).match(text, joint.end())
        other = _at(sentence, joint.end(), "Person") or (_meant(talk, you=True) if you else None)
        end = you.end() if you else other.outer.end - sentence.start if other is not None else -1
        first: Mention | None = mention
    else:
        other, end = mention, word.end()
        first = _before(sentence, word.start())
    if other is None or first is None or end < 0 or first.name == other.name:
        return
    if met := _MET.match(text, end):
        yield Statement("talks-meeting", sentence.where, Span(first.start, sentence.start + met.end()), first, other, {})


def _before(sentence: Sentence, at: int) -> Mention | None:
    """The person who stands right before 同, 与 or 和 and a word for the other one."""
    if sentence.text[at - 1 : at] not in ("同", "与", "和"):
        return None
    return next((m for m in _people(sentence) if m.outer.end - sentence.start == at - 1), None)


def _elided(sentence: Sentence, talk: _Talk) -> Iterator[Statement]:
    people = _people(sentence)
    if talk.host is None or not people or not _ELIDED.match(sentence.text[: people[0].outer.start - sentence.start]):
        return
    end = people[0].outer.end - sentence.start
    if _WHEN.match(sentence.text, end) and people[0].name != talk.host.name:
        span = Span(sentence.start, people[0].outer.end)
        yield Statement("talks-meeting", sentence.where, span, talk.host, people[0], {})
