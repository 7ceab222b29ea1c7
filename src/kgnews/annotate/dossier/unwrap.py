"""Lines that a page has broken in mid-phrase: the same words with those breaks taken out, and where each stood.

A résumé is set with a hanging indent, so a long line goes on below itself: 1997.05—2003.11 某段副段长、党委副书记兼纪 / 委书记.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from kgnews.annotate.base.document import Document
from kgnews.annotate.base.text import read
from kgnews.annotate.dossier import when
from kgnews.expressions import expression

_BREAK = expression(
    r"(?: (?: )*\n|\n)(?P<indent> *)(?=[^ \n])"
)  # each alternative begins with a character: re looks for those only
_DATED = expression(rf" *(?:自|从)?{when.DATE}(?=[^\n]{{4}})")
_OWN_LINE = expression(
    rf"{when.DATE}|（|[\u4e00-\u9fff ]{{1,8}}：|\d+[.、．]|[一二三四五六七八九十]+、|[●•■◆·]|[^\n]{{0,10}}(?:简历|经历|履历)"
)
# What no line of its own begins or ends with: a text that breaks there is set to a width.
_SPLIT = expression(r"\n(?:(?<=[\dA-Za-z]\n)(?=[年月日\d])|(?<=[年月]\n)(?=\d)|(?<=[、，（]\n)(?=[^ \n])|(?=[、，。；）]))")
_ITEM = expression(r"\d+[.、．]|[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|[●•■◆·]|[\u4e00-\u9fff ]{1,8}：")
_INDENT = 4
_MARGIN = 22
_RAGGED = 8  # columns that a full line may fall short
_LONGEST = 600


def unwrapped(document: Document) -> tuple[Document, list[int]] | None:
    """The document with those breaks taken out and, for each of its characters and their end, the place in the text; None without any."""
    cuts = _cuts(document.text.norm)
    if not cuts:
        return None
    raw = document.text.raw
    text: list[str] = []
    offsets: list[int] = []
    at = 0
    for start, end in [*cuts, (len(raw), len(raw))]:
        text.append(raw[at:start])
        offsets.extend(range(at, start))
        at = end
    offsets.append(len(raw))
    made = read(replace(document.article, text="".join(text)), document.terms)
    made.names, made.passages = document.names, (document.title, made.text)
    for mention in document.text.mentions:
        start = bisect_right(offsets, mention.start) - 1
        stop = bisect_right(offsets, mention.end) - 1
        made.text.mentions.append(replace(mention, start=start, end=stop))
    return made, offsets


def _cuts(norm: str) -> list[tuple[int, int]]:
    """The breaks, as spans of the text."""
    cuts: list[tuple[int, int]] = []
    width = _width(norm)
    margin = max((len(line.strip()) for line in norm.split("\n") if _DATED.match(line)), default=0)
    begin = 0  # where the line begins that goes on
    for match in _BREAK.finditer(norm):
        line = norm[begin : match.start()]
        if _goes_on(line, match, norm, margin) or (width and _is_full(line, match, norm, width)):
            cuts.append(match.span())
        else:
            begin = match.end() - len(match["indent"])
    return cuts


def _width(norm: str) -> int:
    """The columns that a text is set to where it breaks inside its sentences, a Chinese character being two; 0 where it does not."""
    if not _SPLIT.search(norm):
        return 0
    lines = [line for line in norm.split("\n") if line.strip()]
    widths = sorted((_columns(line) for line in lines), reverse=True)
    width = next((one for one in widths if sum(one - _RAGGED <= other <= one for other in widths) > 2), 0)
    full = [line for line in lines if width - _RAGGED <= _columns(line) <= width]
    open_ = sum("\u4e00" <= line[-1] <= "\u9fff" or line[-1] in "、，（" or line[-1].isdigit() for line in full)
    return width if width >= 2 * _MARGIN and 2 * open_ > len(full) else 0


def _columns(line: str) -> int:
    return len(line) + sum(one >= "\u2e80" or one in "“”—…·" for one in line)


def _is_full(line: str, match: re.Match[str], norm: str, width: int) -> bool:
    """Whether the last line of a paragraph is full and the next one no paragraph of its own."""
    last = line[line.rfind("\n") + 1 :]
    if not width - _RAGGED <= _columns(last) <= width + 1 or last[-1] in "。；：！？" or len(line) > _LONGEST:
        return False
    return not match["indent"] and not _ITEM.match(norm, match.end())


def _goes_on(line: str, match: re.Match[str], norm: str, margin: int) -> bool:
    if not "\u4e00" <= line[-1:] <= "\u9fff" and line[-1:] not in "、，（—":
        return False
    open_ = line.count("（") - line.count("）") == 1 and len(line) - line.rfind("（") < 80
    if _OWN_LINE.match(norm, match.end()) and not open_:
        return False
    if len(line) > _LONGEST:
        return False
    last = line[line.rfind("\n") + 1 :]
    closed = "）" in _line_at(norm, match.end())[:60]
    if open_ and closed and len(last.strip()) > 12:
        return True
    if not _DATED.match(line):
        return False
    full = margin >= _MARGIN and len(last.strip()) >= margin - 2
    rest = _line_at(norm, match.end()).strip()
    return len(match["indent"]) >= _INDENT or (full and line[-1:] != "，" and len(rest) < margin and "，" not in rest)


def _line_at(norm: str, at: int) -> str:
    end = norm.find("\n", at)
    return norm[at : end if end >= 0 else len(norm)]
