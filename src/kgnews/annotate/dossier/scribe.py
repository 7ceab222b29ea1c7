"""Writes down what the grammars of documents read: mentions, statements, and which words were read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kgnews.annotate.base.document import Document, Passage
from kgnews.annotate.base.writing import Writing
from kgnews.annotate.dossier.territory import Territory
from kgnews.expressions import expression
from kgnews.records import Mention, Span, Statement

_TOLD = expression(r"[\u4e00-\u9fff]{2,4}(?:同志|先生|女士)(?:担任|任|为)(?=[\u4e00-\u9fff]{2})")


class Covered:
    """Spans laid together, asked for what they cover."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans: list[Span] = []
        for span in sorted(spans):
            if self.spans and span.start <= self.spans[-1].end:
                self.spans[-1] = Span(self.spans[-1].start, max(self.spans[-1].end, span.end))
            else:
                self.spans.append(span)

    def touches(self, start: int, end: int) -> bool:
        """Whether one of them overlaps ``[start, end)``."""
        place = bisect_left(self.spans, (end,)) - 1
        return place >= 0 and start < self.spans[place].end

    def rest(self, span: Span) -> list[Span]:
        """The parts of a span that none of them covers."""
        found, at = [], span.start
        for one in self.spans:
            if one.end <= at or one.start >= span.end:
                continue
            if one.start > at:
                found.append(Span(at, one.start))
            at = one.end
        return [*found, Span(at, span.end)] if at < span.end else found

    def holds(self, at: int) -> bool:
        """Whether the character at ``at`` lies in one of them."""
        return self.touches(at, at + 1)


@dataclass
class Scribe:
    """One passage's statements. ``claimed`` are the spans that a closed grammar has read whole: nothing else reads them.

    Where ``passage`` is the text with broken lines joined, ``offsets`` say where its characters stand in the text:
    spans come in as of the passage and are written down as of the text.
    """

    document: Document
    passage: Passage
    statements: list[Statement] = field(default_factory=list)
    claimed: list[Span] = field(default_factory=list)
    offsets: Sequence[int] = ()
    territory: Territory | None = None  # what places the document is about
    issuer: str = ""  # the body that speaks: 本府
    host: str = ""  # the company or school whose short name the document says
    writing: Writing = field(init=False)
    _made: dict[tuple[str, int, int, str], Mention] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.writing = Writing((self.passage, self.document.title))

    def person(self, span: Span) -> Mention:
        """The mention of a person; blanks set into a name are not of it."""
        raw = self.passage.raw[span.start : span.end]
        name = "".join(raw.split()) if not raw.isascii() else raw
        return self._mention("Person", span, name)

    def body(self, span: Span, name: str) -> Mention:
        """The mention of a body under its settled name, written as the text does; an empty span where it leaves the body out."""
        if told := _TOLD.match(name):
            name = name[told.end() :]  # 甲同志任|红河大学: no body's name begins so
        if name.endswith("的") and len(name) > 3:
            name = name[:-1]  # 某委員會的成員名單
        own = self.passage.norm[span.start : span.end]
        if told := _TOLD.match(own):
            span, own = Span(span.start + told.end(), span.end), own[told.end() :]
        written = self.raw(span) if own == name else self.writing.of(name)
        return self._mention("Organization", span, written)

    def value(self, label: str, span: Span, name: str) -> Mention:
        """A value at the end of a fact: a date, a field of work, an attribute."""
        at = self.placed(span)
        return Mention(label, self.passage.where, at.start, at.end, self.document.text.raw[at.start : at.end], at, name)

    def placed(self, span: Span) -> Span:
        """A span of the passage as one of the text."""
        if not self.offsets:
            return span
        start = self.offsets[span.start]
        return Span(start, self.offsets[span.end - 1] + 1 if span.end > span.start else start)

    def raw(self, span: Span) -> str:
        """The words of a span as they stand."""
        return self.passage.raw[span.start : span.end]

    def _mention(self, label: str, span: Span, name: str) -> Mention:
        key = (label, span.start, span.end, name)
        if key not in self._made:
            at = self.placed(span)
            form = self.document.text.raw[at.start : at.end]
            made = Mention(label, self.passage.where, at.start, at.end, form, at, name, inferred=not form)
            self._made[key] = made
        return self._made[key]

    def mentions(self) -> list[Mention]:
        """All mentions made, those without words of their own left out."""
        return [mention for mention in self._made.values() if mention.form]

    def say(
        self,
        grammar: str,
        span: Span,
        ends: tuple[Mention, Mention | None],
        properties: Mapping[str, str],
        proofs: Mapping[str, tuple[str, Span]] | None = None,
    ) -> None:
        """Add a statement; ``proofs`` show properties that stand elsewhere: (where, span)."""
        kept = {key: value for key, value in properties.items() if value}
        shown = tuple(
            (key, where, self.placed(place) if where == "text" else place)
            for key, (where, place) in (proofs or {}).items()
            if key in kept
        )
        self.statements.append(Statement(grammar, self.passage.where, self.placed(span), ends[0], ends[1], kept, shown))

    def claim(self, start: int, end: int) -> None:
        """Mark words as read whole."""
        self.claimed.append(self.placed(Span(start, end)))
