"""Who or what stands at the end of a claim: a mention, a post of a mention, captured words, or a context of the sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kgnews.records import Annotated, Mention, Post, Span
from kgnews.rules.match import Capture, Match


@dataclass(slots=True, eq=False)
class Actor:
    """One candidate for an end.

    ``at``: the position of its symbol in the reduced sentence, None for a context; ``rank``: its place in a list, from 1.
    """

    label: str
    name: str
    mention: Mention | None = None
    post: Post | None = None
    words: Span | None = None
    at: int | None = None
    rank: int | None = None
    capture: Capture | None = None

    @property
    def span(self) -> Span | None:
        """Where it stands in title or text."""
        return Span(self.mention.start, self.mention.end) if self.mention else self.words


def named(mention: Mention) -> str:
    """The best name of a mention: its own, its antecedent's, or its form; "" where it only points."""
    seen = 0
    current: Mention | None = mention
    while current is not None and seen < 5:
        if current.name:
            return current.name
        if not current.generic and current.label != "Date":
            return current.form
        current, seen = current.antecedent, seen + 1
    return ""


def actors(names: str, match: Match, annotated: Annotated, allowed: frozenset[str]) -> list[Actor]:
    """The actors of the first of ``names`` (``a|b``) that is filled, those with a label that the end may have."""
    for name in names.split("|"):
        found = [actor for actor in _filled(name.strip(), match, annotated, allowed) if actor.name]
        if found:
            return found
    return []


def _filled(name: str, match: Match, annotated: Annotated, allowed: frozenset[str]) -> Iterable[Actor]:
    if name.startswith("@"):
        mention = context(name, match, annotated)
        return [Actor(mention.label, named(mention), mention)] if mention is not None and mention.label in allowed else []
    capture = match.captures.get(name)
    if capture is None:
        return []
    return _from_words(capture, match, annotated, allowed) if capture.words else _from_mentions(capture, allowed)


def context(name: str, match: Match, annotated: Annotated) -> Mention | None:
    """What ``@event``, ``@topic`` or ``@house`` means for a match."""
    sentence = match.sentence.parts[-1]
    return {"@event": sentence.event, "@topic": sentence.topic, "@house": annotated.house}.get(name)


def _from_mentions(capture: Capture, allowed: frozenset[str]) -> Iterator[Actor]:
    for rank, (at, mention) in enumerate(capture.mentions, 1):
        place = rank if capture.many else None
        if mention.label == "Post":
            yield from _from_posts(mention, at, capture)
        elif "silent" in mention.tags:
            continue
        elif label := _acting(mention.label, allowed):
            yield Actor(label, named(mention), mention, at=at, rank=place, capture=capture)


def _acting(label: str, allowed: frozenset[str]) -> str:
    """The label at an end: a territory where it acts as a body (江苏省出台《…》) is a body; "" where it cannot stand there."""
    if label in allowed:
        return label
    return "Organization" if label == "Place" and "Organization" in allowed else ""


def _from_posts(mention: Mention, at: int, capture: Capture) -> Iterator[Actor]:
    for rank, post in enumerate(mention.posts, 1):
        if post.body is not None:
            place = rank if len(mention.posts) > 1 else None
            yield Actor(post.body.label, named(post.body), post.body, post, at=at, rank=place, capture=capture)


def _from_words(capture: Capture, match: Match, annotated: Annotated, allowed: frozenset[str]) -> Iterable[Actor]:
    label = next((label for label in ("Award", "Work", "Date") if label in allowed), None)
    if label is None or capture.words is None:
        return []
    start, end = capture.words
    text = source_text(annotated, match.sentence.parts[0].where)[start:end]
    return [Actor(label, text, words=capture.words, at=capture.start, capture=capture)]


def source_text(annotated: Annotated, where: str) -> str:
    """Title or text of the article."""
    return annotated.article.title if where == "title" else annotated.article.text
