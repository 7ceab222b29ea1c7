"""A page as blocks: what stands on its lines, which lines are one paragraph, and what is no text of an article."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kgnews.articles import patterns
from kgnews.articles.characters import is_ended
from kgnews.expressions import expression
from kgnews.records import Span, map_spans

# YAML between two rules: keys, list items and indented lines only.
_FRONT = expression(r"\s*(---[ \t]*\n(?:[\w-]+:(?:[ \t].*)?\n(?:(?:[ \t]|- ).*\n)*)+---)[ \t]*(?:\n|\Z)")
_SPACE = " \t\u3000\xa0\u200b\ufeff"
# A headline has at most 40 characters (98 % of 2,854); subheads fewer.
_SHORT = 40
# Two lines of three are full where paragraphs have three lines, the least in columns of a newspaper.
_FULL = 0.4


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a headline or a line of furniture.

    ``kind``: "headline" (marked), "short" (a bare short line: headline, subhead or
    remnant), "body", "byline", "mark", "furniture".
    ``spans`` are its pieces of the page without indents and line breaks, ``text`` their concatenation. ``blank``: an empty line
    stands before it. ``onward``, ``backward``: its text is marked as continued elsewhere (下转), from elsewhere (上接).
    """

    kind: str
    spans: tuple[Span, ...]
    text: str
    level: int = 0
    blank: bool = True
    onward: bool = False
    backward: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    blank: bool
    indent: bool


@dataclass(slots=True)
class Layout:
    """``width``: characters of a full line where text recognition kept the lines of the columns, else 0.

    ``marks``: spans of the marks taken off the ends of paragraphs (上接第一版).
    """

    blocks: list[Block] = field(default_factory=list)
    width: int = 0
    marked: bool = False
    marks: list[Span] = field(default_factory=list)


def read_layout(text: str) -> Layout:
    """The blocks of a page in their order."""
    front = _FRONT.match(text)
    lines = _lines(text, front.end() if front else 0)
    width, cells = _line_width(lines)
    indented = sum(line.indent for line in lines) > 0.1 * len(lines)
    blocks = [Block("furniture", (Span(*front.span(1)),), front.group(1))] if front else []
    group: list[_Line] = []
    for line in lines:
        if group and not (width and _goes_on(group[-1], line, width, cells, indented)):
            blocks.append(_block(group))
            group = []
        group.append(line)
    if group:
        blocks.append(_block(group))
    marked = any(block.kind == "headline" for block in blocks)
    bare = [_inner_marks(block) for block in blocks]
    marks = [span for block, kept in zip(blocks, bare, strict=True) for span in _taken_off(block, kept)]
    return Layout(bare, width, marked, marks)


def _lines(text: str, position: int) -> list[_Line]:
    found: list[_Line] = []
    blank = True
    for raw in text[position:].split("\n"):
        content = raw.strip(_SPACE + "\r\f\v")
        if content:
            start = position + raw.index(content)
            found.append(_Line(start, start + len(content), content, blank, raw[:1] in _SPACE))
        blank = not content
        position += len(raw) + 1
    return found


def _cells(text: str) -> int:
    return sum(1 if char.isascii() else 2 for char in text)


def _line_width(lines: Sequence[_Line]) -> tuple[int, bool]:
    """The width that most running lines share, and whether it is counted in cells (a wide character is two); 0 without one."""
    running = [line for line, after in itertools.pairwise(lines) if not after.blank and not line.text.startswith("#")]
    if len(running) < 4:
        return 0, False
    best, measure, share = 0, False, _FULL
    for cells in (False, True):
        sizes = [_lengths(line, cells) for line in running]
        counts = Counter(size for both in sizes for size in both)
        for length in sorted(counts):
            if (20 if cells else 12) <= length <= (120 if cells else 60):
                near = {length - 1, length} if cells else {length}
                full = [line for line, both in zip(running, sizes, strict=True) if near & both]
                # Lines that text recognition broke rarely end where sentences do; paragraphs of one length would.
                if len(full) > share * len(running) and sum(is_ended(line.text) for line in full) < 0.5 * len(full):
                    best, measure, share = length, cells, len(full) / len(running)
    return best, measure


def _lengths(line: _Line, cells: bool) -> set[int]:
    """The length of a line, with its indent and without."""
    length = _cells(line.text) if cells else len(line.text)
    return {length, length + (4 if cells else 2)} if line.indent else {length}


def _goes_on(line: _Line, after: _Line, width: int, cells: bool, indented: bool) -> bool:
    if after.blank or (indented and after.indent) or line.text.startswith("#") or after.text.startswith("#"):
        return False
    length = _cells(line.text) if cells else len(line.text)
    if length < width - (2 if cells else (2 if line.indent else 0)):
        return False
    return not (is_ended(line.text) and not indented and patterns.is_lead(after.text))


def _block(group: Sequence[_Line]) -> Block:
    spans = tuple(Span(line.start, line.end) for line in group)
    text = "".join(line.text for line in group)
    heading = patterns.MARKDOWN_HEADING.fullmatch(text)
    blank = group[0].blank
    if heading and heading.group(2).strip():
        start = spans[0].start + heading.start(2)
        return Block("headline", (Span(start, start + len(heading.group(2))),), heading.group(2), len(heading.group(1)), blank)
    return Block(_kind(text), spans, text, blank=blank)


def _kind(text: str) -> str:
    if patterns.MARK.fullmatch(text):
        return "mark"
    if patterns.FURNITURE.fullmatch(text) or (len(text) <= 60 and patterns.CREDIT.fullmatch(text)):
        return "furniture"
    if patterns.is_byline(text) and not patterns.is_final(text):
        return "byline"
    if len(text) <= _SHORT and not is_ended(text):
        return "short"
    return "body"


def _inner_marks(block: Block) -> Block:
    """(上接第一版) and (下转第二版) at the ends of a paragraph are no text of it."""
    if block.kind not in {"body", "short"}:
        return block
    first = patterns.MARK.match(block.text)
    last = next((m for m in patterns.MARK.finditer(block.text) if m.end() == len(block.text)), None)
    start = first.end() if first and first.group("kind") in {"上接", "紧接"} else 0
    end = last.start() if last and last.group("kind") in {"下转", "转"} and last.start() > start else len(block.text)
    if (start, end) == (0, len(block.text)) or end <= start:
        return block
    spans = tuple(map_spans(block.spans, start, end))
    return replace(block, spans=spans, text=block.text[start:end], backward=start > 0, onward=end < len(block.text))


def _taken_off(block: Block, kept: Block) -> list[Span]:
    """The spans of a block that were taken off its ends."""
    if block is kept:
        return []
    start = block.text.index(kept.text)
    ends = ((0, start), (start + len(kept.text), len(block.text)))
    return [span for begin, end in ends if begin < end for span in map_spans(block.spans, begin, end)]
