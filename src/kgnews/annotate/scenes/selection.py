"""The end of annotation: which mentions stand at the top of each sentence, and the entities that they denote."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from kgnews.annotate.base.document import Document, Passage
from kgnews.expressions import expression
from kgnews.records import Annotated, LocalEntity, Mention, NamedMention, Sentence

_BREAK = expression("\n")
_ENTITIES = frozenset({"Person", "Organization", "Event", "Place", "Work", "Award"})
# Where two mentions cover each other the one whose label comes first here stays on top, of equals the longer.
_RANK = {label: rank for rank, label in enumerate(("Event", "Work", "Person", "Post", "Award", "Organization", "Place", "Date"))}


def annotated(document: Document) -> Annotated:
    """The article's sentences with their top mentions, and its entities."""
    sentences: list[Sentence] = []
    for passage in document.passages:
        _silence(passage.mentions)
        sentences.extend(_sentences(passage))
    return Annotated(document.article, tuple(sentences), _entities(document), document.house, document.notes)


def _silence(mentions: list[Mention]) -> None:
    """（张三、李四）舰队抵达某港: who wrote the piece does not act in it."""
    for mention in mentions:
        if "byline" in mention.tags and not mention.posts:
            mention.tags |= {"silent"}


def _sentences(passage: Passage) -> list[Sentence]:
    top = _top(passage.mentions)
    starts = [mention.outer.start for mention in top]
    breaks = [match.start() for match in _BREAK.finditer(passage.norm)]
    found = []
    for start, end in passage.sentences:
        inside = top[bisect_left(starts, start) : bisect_left(starts, end)]
        inside = [mention for mention in inside if mention.outer.end <= end]
        paragraph = bisect_right(breaks, start)
        found.append(Sentence(passage.where, start, end, passage.norm[start:end], paragraph, tuple(inside)))
    return found


def _top(mentions: list[Mention]) -> list[Mention]:
    """Mentions that no other covers, by ``outer``, sorted; where two cross, the one of the better label or length stays."""
    order = sorted(mentions, key=lambda one: (one.outer.start - one.outer.end, _RANK.get(one.label, 9)))
    taken: list[Mention] = []
    starts: list[int] = []
    for mention in order:
        place = bisect_left(starts, mention.outer.start)
        free = (place == 0 or taken[place - 1].outer.end <= mention.outer.start) and (
            place == len(taken) or taken[place].outer.start >= mention.outer.end
        )
        if free:
            taken.insert(place, mention)
            starts.insert(place, mention.outer.start)
    return taken


def _entities(document: Document) -> tuple[LocalEntity, ...]:
    grouped: dict[tuple[str, str], list[Mention]] = {}
    for passage in document.passages:
        for mention in passage.mentions:
            if mention.label in _ENTITIES and mention.name:
                grouped.setdefault((mention.label, mention.name), []).append(mention)
    return tuple(_entity(label, name, found) for (label, name), found in grouped.items())


def _entity(label: str, name: str, found: list[Mention]) -> LocalEntity:
    forms = dict.fromkeys([name, *(mention.form for mention in found if not mention.generic)])
    spans = tuple(NamedMention(one.where, one.start, one.end, one.form) for one in found)
    return LocalEntity(label, name, tuple(forms), all(mention.generic for mention in found), spans)
