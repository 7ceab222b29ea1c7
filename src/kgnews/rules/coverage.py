"""What the rules leave unread: rules that never fire, and sentences with officials or events but without a fact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kgnews.records import Annotated, Claim, Sentence
from kgnews.rules.compiler import CompiledRules


@dataclass(frozen=True, slots=True)
class Unread:
    """A sentence that names an official or an event, and what it names, but gives no fact."""

    article: str
    where: str
    start: int
    text: str
    mentions: tuple[str, ...]


@dataclass(slots=True)
class Coverage:
    """Counts over many articles. Add each article with its claims (their evidence in title or text, not in a page)."""

    compiled: CompiledRules
    fired: Counter[str] = field(default_factory=Counter)
    sentences: int = 0
    telling: int = 0
    read: int = 0

    def add(self, annotated: Annotated, claims: Iterable[Claim]) -> Iterator[Unread]:
        """Count one article; give its sentences without a fact."""
        spans: dict[str, list[tuple[int, int]]] = {"title": [], "text": []}
        for claim in claims:
            self.fired[claim.rule] += 1
            for piece in claim.evidence[:1]:
                spans[piece.where].append((piece.start, piece.end))
        for sentence in annotated.sentences:
            self.sentences += 1
            named = _telling(sentence)
            if not named:
                continue
            self.telling += 1
            if any(start < sentence.end and sentence.start < end for start, end in spans[sentence.where]):
                self.read += 1
            else:
                source = annotated.article.title if sentence.where == "title" else annotated.article.text
                text = source[sentence.start : sentence.end]
                yield Unread(annotated.article.id, sentence.where, sentence.start, text, named)

    def silent(self) -> list[str]:
        """The rules that fired nowhere, in the order of their files."""
        return [rule.rule.id for rule in self.compiled.rules if not self.fired[rule.rule.id]]


def _telling(sentence: Sentence) -> tuple[str, ...]:
    found = [m for m in sentence.mentions if (m.label == "Person" and m.posts) or (m.label == "Event" and not m.generic)]
    return tuple(dict.fromkeys(mention.name or mention.form for mention in found))
