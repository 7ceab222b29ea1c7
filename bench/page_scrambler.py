"""Makes scrambled newspaper pages out of whole articles, with the truth about every character.

A page is scrambled as text recognition scrambles a scan: articles are cut into columns in mid-sentence, columns are moved
behind other articles, parts are doubled, headlines stay, move or stand over their neighbour's text.
"""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

HALF = str.maketrans("，：（）；？！", ",:();?!")


class Origin(NamedTuple):
    """Where a character of the page comes from: the index of its article and the offset in that article's text (-1: title)."""

    article: int
    offset: int


@dataclass(frozen=True)
class Style:
    """How a page is set. ``heading``: "hash" (# each), "mixed" (# first, ## others), "bare". ``width``: characters a line, 0: no breaks."""

    heading: str = "hash"
    blank: bool = True
    half: bool = False
    width: int = 0
    indent: bool = False


@dataclass(frozen=True)
class Level:
    """How badly. Shares are probabilities: of a further cut, of a column that moves, of a cut at the end of a sentence or
    paragraph, of an article with a doubled part, of a headline that loses its text, of a changed character in a doubled part."""

    cuts: tuple[int, int] = (0, 1)
    moved: float = 0.6
    clean_cut: float = 0.1
    doubled: float = 0.2
    orphaned: float = 0.1
    noise: float = 0.0


LEVELS = {
    "easy": Level(),
    "medium": Level(cuts=(0, 2), moved=0.7, clean_cut=0.15, doubled=0.4, orphaned=0.2, noise=0.002),
    "hard": Level(cuts=(1, 3), moved=0.85, clean_cut=0.2, doubled=0.6, orphaned=0.35, noise=0.005),
}


@dataclass
class Scrambled:
    """``text`` is the page, ``origins[i]`` the origin of its character i (None for line breaks, headings' marks and the like)."""

    text: str
    origins: list[Origin | None]
    titles: list[str]
    texts: list[str]


@dataclass
class _Piece:
    article: int
    start: int
    end: int
    head: bool = False
    noise: float = 0.0


@dataclass
class _Sheet:
    parts: list[str] = field(default_factory=list)
    origins: list[Origin | None] = field(default_factory=list)

    def add(self, char: str, origin: Origin | None = None) -> None:
        self.parts.append(char)
        self.origins.extend([origin] * len(char))


def clean(text: str) -> str:
    """An article's text as a page shows it: one paragraph a line, no white space around."""
    lines = (re.sub(r"[\xa0\u3000\t ]+", " ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line and not re.fullmatch(r"[【(（]?(?:责任)?编辑[:：].{1,12}[】)）]?", line))


def scramble(articles: Sequence[tuple[str, str]], style: Style, level: Level, rng: random.Random) -> Scrambled:
    """A page of the given (title, text) pairs."""
    titles = [clean(title) for title, _ in articles]
    texts = [clean(text) for _, text in articles]
    if style.half:
        texts = [text.translate(HALF) for text in texts]
    order = _arrange(texts, level, rng)
    sheet = _Sheet()
    for number, piece in enumerate(order):
        if piece.head:
            _set_head(sheet, titles[piece.article], piece.article, style, number == 0)
        else:
            _set_text(sheet, texts[piece.article], piece, style, rng)
    return Scrambled("".join(sheet.parts), sheet.origins, titles, texts)


def _arrange(texts: Sequence[str], level: Level, rng: random.Random) -> list[_Piece]:
    """Headlines and columns in the order of the page."""
    page: list[list[_Piece]] = []
    loose: list[_Piece] = []
    for number, text in enumerate(texts):
        columns = _columns(number, text, level, rng)
        own = [_Piece(number, -1, -1, head=True), columns[0]]
        if rng.random() < level.orphaned:
            loose.append(own.pop())
        for column in columns[1:]:
            (loose if rng.random() < level.moved else own).append(column)
        page.append(own)
        if rng.random() < level.doubled:
            loose.append(_double(rng.choice(columns), text, level, rng))
    for piece in loose:
        target = rng.randrange(len(page) + 1)
        if target == len(page):
            page.append([piece])
        else:
            page[target].insert(rng.randint(1, len(page[target])), piece)
    return [piece for group in page for piece in group]


def _columns(number: int, text: str, level: Level, rng: random.Random) -> list[_Piece]:
    most = max(0, len(text) // 120 - 1)
    count = min(most, rng.randint(*level.cuts))
    cuts = sorted({_cut_point(text, level, rng) for _ in range(count)})
    cuts = [cut for i, cut in enumerate(cuts) if cut - (cuts[i - 1] if i else 0) >= 40 and len(text) - cut >= 40]
    bounds = [0, *cuts, len(text)]
    return [_Piece(number, a, b) for a, b in itertools.pairwise(bounds)]


def _cut_point(text: str, level: Level, rng: random.Random) -> int:
    point = rng.randrange(40, len(text) - 40)
    if rng.random() < level.clean_cut:
        ends = [match.end() for match in re.finditer(r"[。！？!?][”’]?\n?|\n", text)]
        return min(ends, key=lambda end: abs(end - point), default=point)
    while point > 41 and text[point - 1] in "。！？!?”’\n":
        point -= 1
    return point


def _double(column: _Piece, text: str, level: Level, rng: random.Random) -> _Piece:
    """A part of a column that text recognition read twice: whole paragraphs or a stretch that begins anywhere."""
    length = column.end - column.start
    size = min(length, rng.randint(60, 400))
    start = column.start + rng.randint(0, length - size)
    if rng.random() < 0.7:
        start = text.rfind("\n", 0, start) + 1
        end = text.find("\n", start + size)
        return _Piece(column.article, start, len(text) if end < 0 else end, noise=level.noise)
    return _Piece(column.article, start, start + size, noise=level.noise)


def _set_head(sheet: _Sheet, title: str, article: int, style: Style, first: bool) -> None:
    marks = {"hash": "# ", "bare": "", "mixed": "# " if first else "## "}[style.heading]
    sheet.add(marks)
    for char in title:
        sheet.add(char, Origin(article, -1))
    sheet.add("\n\n" if style.blank or style.heading != "bare" else "\n")


def _set_text(sheet: _Sheet, text: str, piece: _Piece, style: Style, rng: random.Random) -> None:
    column = 0
    if style.indent and (piece.start == 0 or text[piece.start - 1] == "\n"):
        sheet.add("　　")
    for offset in range(piece.start, piece.end):
        char = text[offset]
        if char == "\n":
            sheet.add("\n\n" if style.blank else "\n", None)
            sheet.add("　　" if style.indent else "")
            column = 0
            continue
        if style.width and column == style.width:
            sheet.add("\n")
            column = 0
        changed = rng.random() < piece.noise
        sheet.add(rng.choice("的一是了我不人在") if changed else char, Origin(piece.article, offset))
        column += 1
    if sheet.parts and not sheet.parts[-1].endswith("\n"):
        sheet.add("\n\n" if style.blank else "\n")
