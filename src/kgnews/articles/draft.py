"""The page while it is put in order: which block follows which, and which headline stands over which chain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from kgnews.articles import patterns
from kgnews.articles.characters import is_ended, open_quotes
from kgnews.articles.copies import Copy, find_copies
from kgnews.articles.layout import Block
from kgnews.articles.topics import Matrix, Topics

TEXT = {"body", "short", "byline"}


@dataclass
class Draft:
    """``after`` and ``before`` link blocks into chains, ``head`` maps the first block of a chain to its headline.

    ``near`` holds the pairs of blocks that stand side by side on the page, copies counted as what they repeat.
    ``sure`` are links made by evidence at the seam, not by standing side by side.
    """

    blocks: list[Block]
    copies: dict[int, Copy]
    topics: Topics
    after: dict[int, int] = field(default_factory=dict)
    before: dict[int, int] = field(default_factory=dict)
    head: dict[int, int] = field(default_factory=dict)
    near: set[tuple[int, int]] = field(default_factory=set)
    sure: set[int] = field(default_factory=set)
    under: dict[int, int] = field(default_factory=dict)

    @property
    def texts(self) -> list[int]:
        """Indices of the blocks that are text of articles and no copies."""
        return [i for i, block in enumerate(self.blocks) if block.kind in TEXT and i not in self.copies]

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


def is_open(block: Block) -> bool:
    """Whether the block ends in mid-sentence. A short line without any sign is a subhead and ends as it ends."""
    if block.kind == "byline" or block.onward or is_ended(block.text):
        return False
    return block.kind == "body" or any(sign in block.text for sign in "，。；：、“”,;:") or block.text[-1] in "的和与在为是对向"


def is_headless(block: Block) -> bool:
    """Whether the block certainly begins in mid-sentence."""
    return block.backward or bool(patterns.HEADLESS.match(block.text))


def make_draft(blocks: list[Block]) -> Draft:
    """Blocks side by side linked where nothing speaks against it."""
    draft = Draft(blocks, find_copies(blocks), Topics([block.text for block in blocks]))
    for first, second, heading in _neighbours(draft):
        if heading is not None:
            draft.under.setdefault(second, heading)
        elif first is not None and first != second:
            draft.near.add((first, second))
    for first, second in sorted(draft.near):
        if may_follow(blocks[first], blocks[second]):
            _link_better(draft, first, second)
    for second, heading in draft.under.items():
        if second not in draft.before and not is_headless(blocks[second]):
            draft.head[second] = heading
    return draft


def _neighbours(draft: Draft) -> Iterator[tuple[int | None, int, int | None]]:
    """(block before or None, block, headline right above or None) as they stand on the page, copies as what they repeat."""
    previous: int | None = None
    heading: int | None = None
    for index, block in enumerate(draft.blocks):
        if block.kind == "headline":
            previous, heading = None, index
        elif block.kind == "mark":
            previous = heading = None
        elif block.kind in TEXT:
            copy = draft.copies.get(index)
            if copy is None or copy.at_start:
                yield previous, copy.kept if copy else index, heading
            previous = (copy.kept if copy.at_end else None) if copy else index
            heading = None


def may_follow(first: Block, second: Block) -> bool:
    """Whether two paragraphs side by side may be one text: the first ends, the second begins as paragraphs do."""
    if is_open(first) or first.onward or second.backward or is_headless(second):
        return False
    if second.kind == "byline":
        return first.kind == "short"
    return not patterns.is_lead(second.text) or first.kind == "byline"


def _link_better(draft: Draft, first: int, second: int) -> None:
    """Links two neighbours; where a copy gives one of them two neighbours, the one whose text is more like it."""
    rivals = [(first, draft.after[first])] if first in draft.after else []
    rivals += [(draft.before[second], second)] if second in draft.before else []
    if first in draft.chain(second):
        return
    mine = _likeness(draft, first, second)
    if all(mine > _likeness(draft, *rival) for rival in rivals):
        draft.link(first, second)


def _likeness(draft: Draft, first: int, second: int) -> float:
    forward = draft.topics.likeness(draft.weight([first]), draft.weight([second]))[0, 0]
    size = min(draft.topics.counts[first].sum(), draft.topics.counts[second].sum())
    return float(forward / (size + 1) ** 0.5)


def quote_fit(first: str, second: str) -> int:
    """+1 where the second text closes a quotation that the first leaves open, -1 where only one of them asks for it."""
    still = open_quotes(first)[1] > 0
    closes = open_quotes(second)[0] > 0
    return 1 if still and closes else -1 if still != closes else 0
