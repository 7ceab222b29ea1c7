"""The page while it is put in order: which block follows which, and which headline stands over which chain."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from kgnews.articles import patterns
from kgnews.articles.characters import CLOSING, is_ended, normalise, open_quotes, unbalanced
from kgnews.articles.copies import Copy, find_copies
from kgnews.articles.layout import Block
from kgnews.articles.topics import Matrix, Topics
from kgnews.expressions import expression

RUN = 5
# A second headline below the first has at most 60 characters.
DECK = 60
_SAME = 0.7
TEXT = {"body", "short", "byline"}
# A subhead has at most 22 characters (97 % of those in 800 articles of a daily).
_SUBHEAD = 22
# A list may follow as paragraphs of its own.
_LISTS = "：:；;"
_GOES_ON = "，、,的和与及在为是对向将被把从由等"
_BRACKETED = expression(r"[（(【].*[)）】]")


@dataclass
class Draft:
    """``after`` and ``before`` link blocks into chains, ``head`` maps the first block of a chain to its headline.

    ``near`` counts how often two blocks stand side by side on the page, copies taken as what they repeat.
    ``sure`` are links made by evidence at the seam, not by standing side by side.
    """

    blocks: list[Block]
    copies: dict[int, Copy]
    topics: Topics
    after: dict[int, int] = field(default_factory=dict)
    before: dict[int, int] = field(default_factory=dict)
    head: dict[int, int] = field(default_factory=dict)
    near: Counter[tuple[int, int]] = field(default_factory=Counter)
    sure: set[int] = field(default_factory=set)
    under: dict[int, int] = field(default_factory=dict)
    bonds: dict[tuple[int, int], float] = field(default_factory=dict)
    seams: dict[tuple[int, int], float] = field(default_factory=dict)

    @cached_property
    def texts(self) -> list[int]:
        """Indices of the blocks that are text of articles and no copies."""
        return [i for i, block in enumerate(self.blocks) if block.kind in TEXT and i not in self.copies]

    @cached_property
    def page(self) -> str:
        """The normalised text of all blocks, copies left out."""
        return "\n".join(normalise(self.blocks[index].text) for index in self.texts)

    @property
    def heads(self) -> list[int]:
        """Indices of the headlines."""
        return [i for i, block in enumerate(self.blocks) if block.kind == "headline"]

    def link(self, first: int, second: int) -> None:
        """Makes ``second`` follow ``first``; their former links are given up."""
        self.unlink(first)
        if second in self.before:
            self.unlink(self.before[second])
        self.after[first] = second
        self.before[second] = first
        self.head.pop(second, None)

    def unlink(self, first: int) -> None:
        """Ends the chain behind ``first``."""
        if first in self.after:
            del self.before[self.after.pop(first)]
            self.sure.discard(first)

    def chain(self, start: int) -> list[int]:
        """The blocks from ``start`` to the end of its chain."""
        found = [start]
        while found[-1] in self.after:
            found.append(self.after[found[-1]])
        return found

    def first(self, index: int) -> int:
        """The block that the chain of a block begins with."""
        while index in self.before:
            index = self.before[index]
        return index

    def chains(self) -> Iterator[list[int]]:
        """All chains in the order of their first blocks."""
        return (self.chain(index) for index in self.texts if index not in self.before)

    def weight(self, indices: Sequence[int]) -> Matrix:
        """The pairs of characters of some blocks together, as one row."""
        return np.asarray(self.topics.counts[list(indices)].sum(axis=0, keepdims=True))


def openness(block: Block) -> float:
    """Whether the block ends in mid-sentence: 1 surely, 0 surely not, between for short lines that may as well be subheads."""
    text = block.text
    if block.kind == "byline" or block.onward or patterns.SUBJECT.match(text) or is_ended(text) or _BRACKETED.fullmatch(text):
        return 0.0
    if text[-1] in _LISTS:
        return 0.5
    if block.kind == "body" or unbalanced(text) or text[-1] in _GOES_ON:
        return 1.0
    if text[-1] in CLOSING:
        return 0.0
    return 0.5 if len(text) <= _SUBHEAD or not re.search("[，,、；;]", text) else 1.0


def is_open(block: Block) -> bool:
    """Whether the block surely ends in mid-sentence."""
    return openness(block) == 1.0


def is_headless(block: Block) -> bool:
    """Whether the block certainly begins in mid-sentence."""
    return block.backward or bool(patterns.HEADLESS.match(block.text))


def make_draft(blocks: list[Block], topics: Topics) -> Draft:
    """Blocks side by side linked where nothing speaks against it."""
    draft = Draft(blocks, find_copies(blocks), topics)
    for first, second, heading in _neighbours(draft):
        if heading is not None:
            draft.under.setdefault(second, heading)
        elif first is not None and first != second:
            draft.near[first, second] += 1
    draft.under.update(_repeated_headlines(draft))
    for _, first, second in sorted(_ranked(draft)):
        if first not in draft.after and second not in draft.before and first not in draft.chain(second):
            draft.link(first, second)
    for second, heading in draft.under.items():
        if second not in draft.before and not is_headless(blocks[second]):
            draft.head[second] = heading
    return draft


def _repeated_headlines(draft: Draft) -> Iterator[tuple[int, int]]:
    """(block, headline) where a text begins by saying its headline again, as news agencies' do."""
    heads = [(index, _pairs(draft.blocks[index].text)) for index in draft.heads]
    for index in draft.texts:
        text = draft.blocks[index].text
        if len(text) <= DECK and not is_ended(text):
            own = _pairs(text)
            best = max(heads, key=lambda head: len(head[1] & own), default=None)
            if best and len(best[1] & own) >= _SAME * max(6, min(len(best[1]), len(own))):
                yield index, best[0]


def _pairs(text: str) -> set[str]:
    bare = re.sub(r"\W", "", text)
    return {bare[i : i + 2] for i in range(len(bare) - 1)}


def _neighbours(draft: Draft) -> Iterator[tuple[int | None, int, int | None]]:
    """(block before or None, block, headline right above or None) as they stand on the page, copies as what they repeat."""
    previous: int | None = None
    heading: int | None = None
    for index, block in enumerate(draft.blocks):
        if block.kind == "headline":
            previous, heading = None, index
        elif block.kind == "mark" or patterns.EDITORS.match(block.text):
            previous = heading = None
        elif block.kind in TEXT:
            copy = draft.copies.get(index)
            if copy is None or copy.at_start:
                yield previous, copy.kept if copy else index, heading
            previous = (copy.kept if copy.at_end else None) if copy else index
            heading = None


def may_follow(first: Block, second: Block) -> bool:
    """Whether two paragraphs side by side may be one text: the first ends, the second begins as paragraphs do."""
    if is_open(first) or first.onward or second.backward or is_headless(second) or patterns.is_final(first.text):
        return False
    if patterns.is_final(second.text):
        return True
    if second.kind == "byline":
        return first.kind == "short"
    return not patterns.is_lead(second.text) or first.kind == "byline"


def _ranked(draft: Draft) -> Iterator[tuple[tuple[float, float], int, int]]:
    """Neighbours that may be one text, ranked: copies can give a block two, then the more frequent and more alike is taken."""
    firsts, seconds = Counter(a for a, _ in draft.near), Counter(b for _, b in draft.near)
    decks = {first for first, second in draft.near if _is_deck(draft.blocks[first]) and _goes_below(draft.blocks, first, second)}
    for (first, second), count in draft.near.items():
        if first in decks or (
            second not in decks and second not in draft.under and may_follow(draft.blocks[first], draft.blocks[second])
        ):
            rival = firsts[first] > 1 or seconds[second] > 1
            yield (-count, -_likeness(draft, first, second) if rival else 0.0), first, second


def opens(block: Block) -> bool:
    """Whether a block is how an article begins: a byline, a dateline."""
    return block.kind == "byline" or patterns.is_lead(block.text)


def _goes_below(blocks: list[Block], first: int, second: int) -> bool:
    """A dateline that only names its subject (新华社…电题：…) has its byline below; other lines go with what begins below."""
    return opens(blocks[second]) and (blocks[second].kind == "byline" or not opens(blocks[first]))


def _is_deck(block: Block) -> bool:
    """Whether a line may be a second headline: what stands above a dateline or byline goes with it, not with what is above."""
    ended = openness(block) < 1 and not patterns.is_final(block.text)
    return block.kind in {"short", "body"} and len(block.text) <= DECK and ended and "。" not in block.text


def _likeness(draft: Draft, first: int, second: int) -> float:
    return draft.topics.bond([first], [second])


def bond_at(draft: Draft, first: int) -> float:
    """The bond of the texts before and after the link behind a block, some paragraphs on either side (as first measured)."""
    link = (first, draft.after[first])
    if link not in draft.bonds:
        before = [first]
        while len(before) < RUN and before[-1] in draft.before:
            before.append(draft.before[before[-1]])
        draft.bonds[link] = draft.topics.bond(before, draft.chain(link[1])[:RUN])
    return draft.bonds[link]


def quote_fit(first: str, second: str) -> int:
    """+1 where the second text closes a quotation that the first leaves open, -1 where only one of them asks for it."""
    still = open_quotes(first)[1] > 0
    closes = open_quotes(second)[0] > 0
    return 1 if still and closes else -1 if still != closes else 0
