"""Finds what follows the broken ends of columns: all ends against all beginnings at once, the sure ones first."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kgnews.articles import patterns
from kgnews.articles.characters import normalise
from kgnews.articles.draft import RUN, Draft, bond_at, is_headless, openness, quote_fit
from kgnews.articles.language import fit
from kgnews.articles.topics import Matrix


@dataclass
class Weights:
    """Log odds by kind of evidence, chosen on scrambled pages (bench/pages.py, other pages than those that are reported).

    ``text``: for each unit of ``fit``; ``again``: for each character beyond two of a string across the seam that stands elsewhere
    on the page; ``quote``: for an open quotation; ``topic``: for each unit of likeness; ``near``: for standing side by side;
    ``default``, ``headed``: what speaks for the place where the beginning stands now, behind an ended block or under a headline.
    """

    text: float = 0.95
    again: float = 0.3
    quote: float = 2.2
    topic: float = 0.4
    near: float = 2.4
    default: float = 1.2
    headed: float = 0.6
    bias: float = 2.8
    headless: float = 0.3
    last: float = 0.4
    maybe: float = 1.0
    bond: float = 0.6
    circle: float = 1.0


WEIGHTS = Weights()


def join_seams(draft: Draft) -> None:
    """Links open ends to what goes on there; ends for which nothing is likely stay open."""
    for least in (0.8, 0.65, WEIGHTS.last, WEIGHTS.last):
        ends = [i for i in draft.texts if i not in draft.sure and openness(draft.blocks[i])]
        starts = [i for i in draft.texts if draft.blocks[i].kind != "byline" and not patterns.is_lead(draft.blocks[i].text)]
        starts = [i for i in starts if draft.before.get(i) not in draft.sure]
        if not ends or not starts:
            return
        chances = likely_pairs(_score(draft, ends, starts))
        for row, column in sorted(np.argwhere(chances >= least).tolist(), key=lambda cell: -chances[cell[0], cell[1]]):
            first, second = ends[row], starts[column]
            if first not in draft.sure and draft.before.get(second) not in draft.sure and _open_circle(draft, first, second):
                draft.link(first, second)
                draft.sure.add(first)


def _open_circle(draft: Draft, first: int, second: int) -> bool:
    """Where a link would close a circle, gives up the weakest link of it that rests on nothing but standing side by side."""
    chain = draft.chain(second)
    if first not in chain:
        return True
    circle = chain[: chain.index(first)]
    links = [index for index in circle if index not in draft.sure]
    if links:
        draft.unlink(min(links, key=lambda index: bond_at(draft, index)))
    return bool(links)


def likely_pairs(odds: Matrix) -> Matrix:
    """The probability of each pair, where every row and every column has at most one partner (mean field of the matching)."""
    strength = np.exp(np.clip(odds, -30, 30))
    free = np.ones((1, odds.shape[1]))
    for _ in range(40):
        rows = 1 / (1 + (strength * free).sum(axis=1, keepdims=True))
        free = 1 / (1 + (strength * rows).sum(axis=0, keepdims=True))
    return np.asarray(strength * rows * free)


def _score(draft: Draft, ends: list[int], starts: list[int]) -> Matrix:
    doubt = np.array([[WEIGHTS.maybe * (openness(draft.blocks[end]) < 1)] for end in ends])
    odds = WEIGHTS.topic * _topic(draft, ends, starts) - WEIGHTS.bias - doubt
    for row, end in enumerate(ends):
        for column, start in enumerate(starts):
            circle = draft.chain(start)
            if start == end or (end in circle and all(i in draft.sure for i in circle[: circle.index(end)])):
                odds[row, column] = -30
            else:
                odds[row, column] += seam(draft, end, start) - WEIGHTS.circle * (end in circle)
    return np.asarray(odds - np.array([[_present(draft, start) for start in starts]]))


def _present(draft: Draft, start: int) -> float:
    """What speaks for the place where a beginning stands now; a quotation that it closes but nobody opened speaks against it."""
    if start in draft.before:
        first = draft.blocks[draft.before[start]]
        rivals = sum(second == start for _, second in draft.near)
        strength = WEIGHTS.default + WEIGHTS.bond * min(3.0, bond_at(draft, draft.before[start]) - 1)
        return strength / max(1, rivals) + WEIGHTS.quote * min(0, quote_fit(first.text, draft.blocks[start].text))
    return WEIGHTS.headed if start in draft.head else 0.0


def seam(draft: Draft, end: int, start: int) -> float:
    """The log odds, from the words around the seam alone, that one block goes on in the other."""
    if (end, start) not in draft.seams:
        draft.seams[end, start] = _fit_of(draft, end, start)
    return draft.seams[end, start]


def _fit_of(draft: Draft, end: int, start: int) -> float:
    first, second = draft.blocks[end], draft.blocks[start]
    odds = WEIGHTS.text * max(-6.0, min(12.0, fit(first.text, second.text)))
    odds += WEIGHTS.again * _again(normalise(first.text[-6:]), normalise(second.text[:6]), draft.page)
    odds += WEIGHTS.quote * quote_fit(first.text, second.text)
    odds += WEIGHTS.near * ((end, start) in draft.near)
    return odds + WEIGHTS.headless * is_headless(second)


def _again(end: str, start: str, page: str) -> int:
    """How many characters beyond two the longest string across the seam has that stands elsewhere on the page."""
    best = 0
    for left in range(1, len(end) + 1):
        if end[-left:] + start[:1] not in page:
            break
        right = 1
        while right < len(start) and end[-left:] + start[: right + 1] in page:
            right += 1
        best = max(best, left + right - 2)
    return min(best, 4)


def _topic(draft: Draft, ends: list[int], starts: list[int]) -> Matrix:
    """Likeness of the chain that each end closes and the chain that each start opens, against the other chains."""
    befores = [_with_head(draft, _upto(draft, end)) for end in ends]
    afters = [draft.chain(start)[:RUN] for start in starts]
    left = np.vstack([draft.weight(rows) for rows in befores])
    right = np.vstack([draft.weight(rows) for rows in afters])
    size = np.sqrt(right.sum(axis=1) + 30)
    like = draft.topics.likeness(left, right) / size
    # A chain is like itself: where the start stands before the end in one chain, nothing is learnt.
    for row, before in enumerate(befores):
        for column, after in enumerate(afters):
            if not set(before).isdisjoint(after):
                like[row, column] = 0.0
    return np.asarray(like - like.mean(axis=0, keepdims=True))


def _upto(draft: Draft, end: int) -> list[int]:
    found = [end]
    while len(found) < RUN and found[-1] in draft.before:
        found.append(draft.before[found[-1]])
    return found


def _with_head(draft: Draft, upto: list[int]) -> list[int]:
    return [*upto, draft.head[upto[-1]]] if upto[-1] in draft.head else upto
