"""Near-copies: parts of a page that text recognition read twice. One of them is kept, the others become its copies."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from kgnews.articles.characters import is_ended, normalise
from kgnews.articles.layout import Block

_SHINGLE = 6
# Two paragraphs of different articles of one day share at most a third of their six-character strings; copies with a wrong
# character in every thirty share more than two thirds.
_SHARED = 0.6
_ALIKE = 0.85
# Shorter texts may stand in another by chance: a subhead that quotes, a slogan.
_SHORTEST = 36
_LINE = 24


@dataclass(frozen=True, slots=True)
class Copy:
    """Block ``copy`` repeats ``kept`` or a part of it. ``at_start``, ``at_end``: whether it begins, ends where ``kept`` does."""

    copy: int
    kept: int
    at_start: bool
    at_end: bool


def find_copies(blocks: Sequence[Block]) -> dict[int, Copy]:
    """Copies by the index of the block that repeats; ``kept`` is never itself a copy."""
    texts = [normalise(block.text) for block in blocks]
    usable = [i for i, block in enumerate(blocks) if block.kind in {"body", "short"} and len(texts[i]) >= _SHORTEST]
    holders: dict[str, list[int]] = defaultdict(list)
    order = sorted(usable, key=lambda i: (-len(texts[i]), i))
    found: dict[int, Copy] = {}
    for index in order:
        shingles = {texts[index][k : k + _SHINGLE] for k in range(len(texts[index]) - _SHINGLE + 1)}
        hits = Counter(holder for shingle in shingles for holder in holders.get(shingle, ()))
        best = next(iter(sorted(hits.items(), key=lambda hit: (-hit[1], hit[0]))), None)
        copy = _compare(texts, index, best[0]) if best and best[1] >= _SHARED * len(shingles) else None
        # A paragraph that ends where its double goes on was not cut there: it is a summary or a quotation (核心阅读) and no copy.
        if copy and (copy.at_end or not is_ended(texts[index])):
            found[index] = copy
        else:
            for shingle in shingles:
                holders[shingle].append(index)
    _add_short(blocks, texts, found)
    return found


def _compare(texts: Sequence[str], copy: int, kept: int) -> Copy | None:
    matcher = SequenceMatcher(None, texts[kept], texts[copy], autojunk=False)
    runs = [run for run in matcher.get_matching_blocks() if run.size >= 3]
    if sum(run.size for run in runs) < _ALIKE * len(texts[copy]):
        return None
    spread = runs[-1].a + runs[-1].size - runs[0].a
    if spread > 1.3 * len(texts[copy]) + 6:
        return None
    at_start = runs[0].a <= runs[0].b + 2
    at_end = len(texts[kept]) - runs[-1].a - runs[-1].size <= len(texts[copy]) - runs[-1].b - runs[-1].size + 2
    return Copy(copy, kept, at_start, at_end)


def _add_short(blocks: Sequence[Block], texts: Sequence[str], found: dict[int, Copy]) -> None:
    """Lines too short to be sure of (subheads, bylines) are copies where they stand again beside a copy."""
    first: dict[str, int] = {}
    for index, block in enumerate(blocks):
        if block.kind not in {"body", "short", "byline"} or index in found:
            continue
        kept = first.setdefault(texts[index], index)
        if kept == index or len(texts[index]) > _LINE:
            continue
        for step in (-1, 1):
            beside = found.get(index + step)
            if beside and beside.kept == kept + step:
                found[index] = Copy(index, kept, True, True)
                break
