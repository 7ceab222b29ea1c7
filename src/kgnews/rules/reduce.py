"""Sentences as rules see them: the sentence's own characters, each top-level mention one symbol. Positions map both ways."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from kgnews.records import Mention, Sentence, Span
from kgnews.rules.alphabet import FIRST, LAST, Alphabet

_PRIVATE = re.compile(f"[{chr(FIRST)}-{chr(LAST)}]")
# A sentence with more symbols than this is none (a table, a page without full stops); what lies behind is not matched.
MAX_LENGTH = 1500


@dataclass(slots=True, eq=False)
class Reduced:
    """A reduced sentence, or two that follow each other (``parts``). ``mentions`` are in the order of their symbols.

    ``labels``: which labels they have, as bits of the alphabet; ``words``: the rules' words in it, where they were looked for.
    """

    text: str
    parts: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    labels: int
    words: set[int] | None = None
    _positions: list[int] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)

    def _map(self) -> None:
        """Where each symbol stands in the source: ``_starts[i]``, and the positions of the mentions' symbols."""
        index, pieces = 0, iter(self.mentions)
        mention = next(pieces, None)
        for part in self.parts:
            at = part.start
            while at < part.end and index < len(self.text):
                self._starts.append(at)
                if mention is not None and mention.outer.start == at:
                    self._positions.append(index)
                    at = mention.outer.end
                    mention = next(pieces, None)
                else:
                    at += 1
                index += 1
        self._starts.append(self.parts[-1].end)

    def source(self, start: int, end: int) -> Span:
        """The span of title or text that ``text[start:end]`` stands for."""
        if not self._starts:
            self._map()
        if start >= end:
            return Span(self._starts[start], self._starts[start])
        last = self._starts[end - 1]
        mention = self.mention_at(end - 1)
        return Span(self._starts[start], mention.outer.end if mention else last + 1)

    def mention_at(self, position: int) -> Mention | None:
        """The mention whose symbol stands at a position of ``text``."""
        if not self._starts:
            self._map()
        index = bisect_right(self._positions, position) - 1
        return self.mentions[index] if index >= 0 and self._positions[index] == position else None

    def mentions_in(self, start: int, end: int) -> list[tuple[int, Mention]]:
        """The mentions of ``text[start:end]`` with the positions of their symbols."""
        if not self._starts:
            self._map()
        first, last = bisect_right(self._positions, start - 1), bisect_right(self._positions, end - 1)
        return list(zip(self._positions[first:last], self.mentions[first:last], strict=True))


def reduce(sentence: Sentence, alphabet: Alphabet) -> Reduced:
    """The reduced form of a sentence."""
    text, base = sentence.text, sentence.start
    if not text.isascii() and _PRIVATE.search(text):
        text = _PRIVATE.sub("�", text)
    pieces: list[str] = []
    at, used = 0, []
    for mention in sentence.mentions:
        start, end = mention.outer[0] - base, mention.outer[1] - base
        if start < at or end > len(text) or start >= end:
            continue
        pieces.append(text[at:start])
        pieces.append(alphabet.symbol(mention))
        used.append(mention)
        at = end
    pieces.append(text[at:])
    return Reduced("".join(pieces)[:MAX_LENGTH], (sentence,), tuple(used), alphabet.bits([m.label for m in used]))


def join(first: Reduced, second: Reduced) -> Reduced:
    """Two sentences that follow each other, read as one."""
    return Reduced(
        first.text + second.text,
        first.parts + second.parts,
        first.mentions + second.mentions,
        first.labels | second.labels,
    )
