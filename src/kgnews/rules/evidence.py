"""The words that prove a claim: first those that state the fact, then one piece for each end whose name stands elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kgnews.records import Annotated, Evidence, Mention, NamedMention, Sentence, Span
from kgnews.rules.actors import Actor, source_text
from kgnews.rules.match import Match

_TRIM = " \n\t\u3000，、；：。,;:"
# A body further away than this from its title is shown by a quotation of its own.
MAX_POST_QUOTE = 80
# So is a context (会上) further away than this from what is said of it.
MAX_QUOTE = 140
# How far a mention in brackets or a line of its own is quoted with what stands there beside it (记者 甲 乙 摄).
_REACH = 40
_OPENS = re.compile(r"[（(【\[〔。！？\n]")
_CLOSES = re.compile(r"[）)】\]〕。！？，；\n]")


@dataclass(slots=True)
class Showing:
    """Finds where the names of an article's entities stand."""

    annotated: Annotated
    _places: dict[tuple[str, str], tuple[NamedMention, ...]] | None = field(default=None)

    def text(self, where: str) -> str:
        """Title or text of the article."""
        return source_text(self.annotated, where)

    def quote(self, shows: str, where: str, start: int, end: int) -> Evidence:
        """Evidence whose quotation is the span, without blanks and punctuation at its edges."""
        text = self.text(where)
        while start < end and text[start] in _TRIM:
            start += 1
        while end > start and text[end - 1] in _TRIM:
            end -= 1
        return Evidence(shows, where, start, end, text[start:end])

    def place(self, label: str, name: str) -> NamedMention | None:
        """Where an entity is named in full; where it is so nowhere, its longest form."""
        if self._places is None:
            self._places = {(entity.label, entity.name): entity.mentions for entity in self.annotated.entities}
        found = self._places.get((label, name), ())
        exact = next((mention for mention in found if mention.form == name), None)
        return exact or max(found, key=lambda mention: (len(mention.form), -mention.start), default=None)


def fact_span(match: Match, used: list[Actor]) -> Span:
    """The shortest span that shows the fact: the match without what its lists name besides these actors."""
    start, end = match.start, match.end
    first: Mention | None = None
    last: Mention | None = None
    for actor in used:
        capture = actor.capture
        if capture is None or actor.at is None:
            continue
        if capture.start == match.start and capture.words is None:
            start, first = actor.at, actor.mention if actor.post is None else None
        if capture.end == match.end and capture.words is None:
            end, last = actor.at + 1, actor.mention if actor.post is None else None
    span = match.sentence.source(start, end)
    low = first.start if first is not None and first.label == "Person" else span.start
    high = last.end if last is not None and last.label == "Person" else span.end
    for actor in used:
        if actor.post is not None and actor.capture is not None and actor.capture.end == match.end:
            high = min(high, max(low, actor.post.title_span.end))
    return Span(low, max(low, high))


def widened(span: Span, where: str, sentence: Sentence, actors: Iterable[Actor]) -> Span:
    """The span with those actors that stand in the same sentence outside of it: a context (会上), a title of a post."""
    for actor in actors:
        for place in _places(actor, where):
            whole = _hull(span, place)
            if sentence.start <= place.start and place.end <= sentence.end and whole.end - whole.start <= MAX_QUOTE:
                span = whole
    return span


def _places(actor: Actor, where: str) -> Iterator[Span]:
    if actor.post is not None:
        if actor.post.where == where:
            yield actor.post.title_span
        return
    if actor.mention is not None and actor.mention.where == where and actor.at is None:
        yield Span(actor.mention.start, actor.mention.end)


def post_span(person: Mention, actor: Actor) -> tuple[str, Span]:
    """Where a post of a person is told: title and name, and the body where it is near; the title alone where the name is far."""
    post = actor.post
    assert post is not None
    title = Span(*post.title_span)
    if person.where != post.where:
        return post.where, title
    span = _hull(title, Span(person.start, person.end))
    if span.end - span.start > MAX_POST_QUOTE:
        span = title
    body = post.body
    if body is not None and body.where == post.where:
        wide = _hull(span, Span(body.start, body.end))
        span = wide if wide.end - wide.start <= MAX_POST_QUOTE else span
    return post.where, span


def line_span(showing: Showing, mention: Mention) -> Span:
    """A mention with the words beside it in its bracket or line: what shows that 甲 is a 记者."""
    text = showing.text(mention.where)
    low = max(0, mention.start - _REACH)
    opened = [match.end() for match in _OPENS.finditer(text, low, mention.start)]
    closed = _CLOSES.search(text, mention.outer.end, mention.outer.end + 6)
    start = opened[-1] if opened else (low if low == 0 else mention.outer.start)
    return Span(min(start, mention.outer.start), closed.start() if closed else max(mention.end, mention.outer.end))


def _hull(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))


def inside(fact: Evidence, mention: Mention | None) -> bool:
    """Whether a mention stands in the words of the fact."""
    return mention is not None and mention.where == fact.where and fact.start <= mention.start and mention.end <= fact.end


def elsewhere(showing: Showing, fact: Evidence, ends: Mapping[str, Actor]) -> list[Evidence]:
    """Evidence for each end whose name is not in the words of the fact."""
    found: list[Evidence] = []
    for shows, actor in ends.items():
        if actor.label == "Date" or actor.name in fact.quote:
            continue
        piece = _shown(showing, shows, actor)
        if piece is not None and piece.quote and not _covered(piece, fact):
            found.append(piece)
    return found


def _covered(piece: Evidence, fact: Evidence) -> bool:
    return piece.where == fact.where and fact.start <= piece.start and piece.end <= fact.end


def _shown(showing: Showing, shows: str, actor: Actor) -> Evidence | None:
    mention, steps = actor.mention, 0
    while mention is not None and mention.form != actor.name and mention.antecedent is not None and steps < 5:
        mention, steps = mention.antecedent, steps + 1
    if mention is not None and (mention.form == actor.name or steps):
        return showing.quote(shows, mention.where, mention.start, mention.end)
    place = showing.place(actor.label, actor.name)
    if place is not None and (mention is None or place.form == actor.name):
        return showing.quote(shows, place.where, place.start, place.end)
    if mention is None:
        return None
    return _parent(showing, shows, mention, actor.name) or showing.quote(shows, mention.where, mention.start, mention.end)


def _parent(showing: Showing, shows: str, mention: Mention, name: str) -> Evidence | None:
    """The first half of a name that was joined from two places (安徽省委 … 宣传部), nearest before the second half."""
    if not name.endswith(mention.form):
        return None
    text, head = showing.text(mention.where), name[: -len(mention.form)]
    for size in range(len(head), 1, -1):
        at = text.rfind(head[:size], 0, mention.start)
        if at >= 0:
            return showing.quote(shows, mention.where, at, at + size)
    return None
