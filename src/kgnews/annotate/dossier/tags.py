"""Text that still bears the tags of a page: the same text, as long, with blanks for them, tabs between cells, ends of lines for rows."""

from __future__ import annotations

import re
from dataclasses import replace

from kgnews.annotate.base.document import Document, Passage
from kgnews.expressions import expression

_TAG = expression(r"</?[A-Za-z][^<>\n]{0,400}>|&(?:nbsp|ensp|emsp|#160|#12288);", re.I)
_CELL = re.compile(r"</t[dh]>\s*(?=<t[dh]\b)", re.I)  # between two cells, whatever lines the source sets them on
_ROW = re.compile(r"<tr\b.*?</tr>", re.I | re.S)
_LINE = re.compile(r"<(?:br */?|/(?:tr|p|div|li|h\d|table|dt|dd|section))>", re.I)
_DATE_BEHIND = re.compile(r"(?:<[^<>]*>|\s)*(?:19|20)\d\d")


def without_tags(document: Document) -> Document:
    """The document without tags, where its text bears those of a table or of paragraphs."""
    raw = document.text.raw
    if "</" not in raw or not _TAG.search(raw):
        return document
    marks = _marks(raw)
    if not marks:
        return document
    text = document.text
    plain: Passage = replace(text, raw=_set(text.raw, marks), norm=_set(text.norm, marks).replace("\t", " "))
    return replace(document, passages=(document.title, plain))


def _marks(raw: str) -> dict[int, str]:
    """What stands for each character of a tag."""
    marks: dict[int, str] = {}
    for tag in _TAG.finditer(raw):
        marks.update(dict.fromkeys(range(*tag.span()), " "))
        if _LINE.fullmatch(tag[0]):
            marks[tag.start()] = "\n"
    for row in _ROW.finditer(raw):
        for at in range(row.start(), row.end() - len("</tr>")):
            if (marks.get(at) == "\n" or raw[at] == "\n") and not _DATE_BEHIND.match(
                raw, raw.find(">", at) + 1 if raw[at] == "<" else at
            ):
                marks[at] = " "
        for gap in _CELL.finditer(raw, *row.span()):
            marks.update(dict.fromkeys(range(*gap.span()), " "))
            marks[gap.start()] = "\t"
    return marks


def _set(text: str, marks: dict[int, str]) -> str:
    return "".join(marks.get(at, one) for at, one in enumerate(text))
