"""Which short lines are headlines of articles, and which headings are only sections of one article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from kgnews.articles import patterns
from kgnews.articles.draft import TEXT, is_headless, openness, opens
from kgnews.articles.layout import Block
from kgnews.articles.topics import Topics
from kgnews.expressions import expression

_SECTION = expression(
    r"(?:[（(]?[一二三四五六七八九十]+[)）、.．\s]|[（(]?\d{1,2}[)）、.．]\s?\D|第[一二三四五六七八九十\d]+[章节部条])"
)
_RUN = 4
# Likeness of the texts above and below a line (units as in places): above this they are one article and the line is a subhead.
# Of the subheads of 800 articles of a daily 1 in 20 falls under it.
ONE_TEXT = 4.0
# Sections of one document are about one subject; shorter ones (in pairs of characters) tell nothing.
_ONE_SUBJECT = 1.0
_TELLING = 60


def find_headlines(blocks: list[Block], topics: Topics) -> list[Block]:
    """The blocks with headlines and section headings told apart; fewer than two headlines mean that the page is one article."""
    if any(block.kind == "headline" for block in blocks):
        blocks = [_as_section(block) if _SECTION.match(block.text) else block for block in blocks]
        return _one_document(blocks, topics) or blocks
    sure = [i for i in range(len(blocks)) if _is_bare_headline(blocks, i)]
    sure = [i for i in sure if not _repeats(blocks, i, sure, len(sure) > 2 or _is_broken(blocks) > 0)]
    if len(sure) > 1 or _is_broken(blocks) >= 2:
        chosen = {*sure, *(i for i in range(len(blocks)) if i not in sure and _may_be_headline(blocks, topics, i, set(sure)))}
    else:
        chosen = set(sure)
    return [replace(block, kind="headline") if i in chosen else block for i, block in enumerate(blocks)]


def _as_section(block: Block) -> Block:
    return replace(block, kind="short") if block.kind == "headline" else block


def _one_document(blocks: list[Block], topics: Topics) -> list[Block] | None:
    """A document of its own with a title and sections (# and ##), not a page: one beginning, no broken ends, one subject."""
    heads = [i for i, block in enumerate(blocks) if block.kind == "headline"]
    if not heads or any(blocks[i].level <= blocks[heads[0]].level for i in heads[1:]) or _is_broken(blocks):
        return None
    texts = [i for i, block in enumerate(blocks) if block.kind in TEXT]
    if any(opens(blocks[i]) or is_headless(blocks[i]) for i in texts[1:] if i - 1 in heads or not opens(blocks[i - 1])):
        return None
    sections = [[i for i in texts if a < i < b] for a, b in pairwise([*heads[1:], len(blocks)])]
    if any(len(section) == 0 for section in sections):
        return None
    for section in sections:
        rest = [i for i in texts if i not in section]
        if min(topics.counts[section].sum(), topics.counts[rest].sum()) > _TELLING and topics.bond(section, rest) < _ONE_SUBJECT:
            return None
    return [_as_section(block) if i in heads[1:] else block for i, block in enumerate(blocks)]


def _is_broken(blocks: list[Block]) -> int:
    """How many paragraphs end in mid-sentence or are marked as continued."""
    return sum((block.kind == "body" and openness(block) == 1) or block.kind == "mark" for block in blocks)


def _is_bare_headline(blocks: list[Block], i: int) -> bool:
    """A line without sentence end right above a dateline or byline, below the end mark of another article, or first of all."""
    block = blocks[i]
    if not _looks_like_headline(block):
        return False
    after = next((other for other in blocks[i + 1 :] if other.kind != "furniture"), None)
    if after is None or after.kind not in TEXT:
        return False
    before = next((other for other in reversed(blocks[:i]) if other.kind != "furniture"), None)
    if after.kind == "byline" or patterns.is_lead(after.text):
        return before is None or before.kind != "headline"
    return before is None or patterns.is_final(before.text) or (i > 0 and bool(patterns.EDITORS.match(blocks[i - 1].text)))


def _repeats(blocks: list[Block], i: int, heads: list[int], several: bool) -> bool:
    """Whether a line is a second part of the headline right above: on a page of one article always, else if it says the same."""
    if i - 1 not in heads:
        return False
    first, second = (set(zip(block.text, block.text[1:], strict=False)) for block in blocks[i - 1 : i + 1])
    return not several or len(first & second) > 0.5 * min(len(first), len(second))


def _looks_like_headline(block: Block) -> bool:
    return (
        block.kind == "short"
        and len(block.text) >= 5
        and openness(block) < 1
        and not patterns.is_final(block.text)
        and not patterns.is_lead(block.text)
        and not _SECTION.match(block.text)
        and "。" not in block.text
    )


def _may_be_headline(blocks: list[Block], topics: Topics, i: int, heads: set[int]) -> bool:
    """Whether the texts above and below a short line are about different things."""
    if not _looks_like_headline(blocks[i]):
        return False
    above, below = list(_run(blocks, i, -1, heads)), list(_run(blocks, i, 1, heads))
    if not above or not below:
        return bool(below)
    return topics.bond(above, below) < ONE_TEXT


def _run(blocks: list[Block], i: int, step: int, heads: set[int]) -> Iterator[int]:
    found = 0
    i += step
    while 0 <= i < len(blocks) and found < _RUN and i not in heads and blocks[i].kind != "headline":
        if blocks[i].kind == "body":
            found += 1
            yield i
        i += step
