"""Bylines whose names are run together: 文字：宣传部张三丰李四光编辑：…, （总台央视记者吴汶倩靳丹妮）, 本报记者杨昊采访整理."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kgnews.annotate.document import Document, Passage
from kgnews.annotate.marks import Taken
from kgnews.annotate.names import Names
from kgnews.annotate.tables import table
from kgnews.records import Mention, Span

_HAN = "[\u4e00-\u9fff]"
_DONE = r"(?:采访整理|采访报道|综合报道|参与采写|参与报道|采写整理|采写|编译|整理|摄影报道|报道|文并摄|文?/图|图?/文|/摄)"
_EDITING = "美编|责编|责任编辑|编辑|编校|校对|排版|审核|视频|来源|封面"
_RUN = rf"(?P<run>{_HAN}{{2,4}}(?:[、，和 ]?{_HAN}{{2,4}}){{0,9}}?)"
_REPORTER = re.compile(
    rf"(?:(?<=[（\n■●◆】。；，])|\A)(?:文/|图/|文|来源：)?(?P<outlet>《{_HAN}{{2,8}}》|{_HAN}{{0,10}}?)"
    rf"(?:(?:首席|见习|实习|特约|参与|执笔|学生)?记者|通讯员|执笔)[：: ]*{_RUN}"
    rf"(?={_DONE}?(?:[）\n；]|\Z)|{_HAN}{{0,4}}编辑|实习记者|，?通讯员)"
)
_ROLE = re.compile("记者|通讯员|执笔")
_CREDIT = re.compile(
    rf"(?:(?<!{_HAN})|(?<=出品)|(?<=来源：))(?:文字|文案|撰稿|撰文|采写|图文|摄影|图片|供图|文|图)[ ]?[：:|／/][ ]?"
    rf"(?:{_HAN}{{2,12}}?(?:部|社|团|中心|学院|校报|小组))?{_RUN}"
    rf"(?=[ ]?(?:\Z|\n|{_EDITING}|图片|头图|(?:文字|文案|撰稿|图片|摄影|图文|文|图)[ ]?[：:|／/]))"
)
# What ends up in a run though it is no name; blanked.
_TAIL = re.compile(r"(?:参与采写|参与报道|综合报道|采访|报道|采写|整理|编译)+$|和|(?:见习|实习|本报)?(?:通讯员|记者)")
_ZONE = 260  # characters at the head and the end where bylines stand
_NOT_OUTLET = re.compile(r"[的了在是对向和与从]|各|多位|名$")


def find(document: Document) -> None:
    """Tag the persons of run-together bylines with "byline"."""
    names = table(document.terms, Names)
    for start, found in _runs(document.text.norm):
        end = found - (document.text.norm[found - 1 : found + 1] in ("文/", "图/"))
        run = _TAIL.sub(lambda tail: " " * len(tail[0]), document.text.norm[start:end])
        for piece in re.finditer(f"{_HAN}+", run):
            for at, to in _parted(names, piece[0]):
                _add(document, document.text, start + piece.start() + at, start + piece.start() + to)


def _runs(norm: str) -> Iterator[tuple[int, int]]:
    size = len(norm)
    named = _ROLE.search(norm, 0, _ZONE + 40) or _ROLE.search(norm, max(0, size - _ZONE - 140))
    for match in _REPORTER.finditer(norm) if named else ():
        near = match.start() < _ZONE or match.end() > size - _ZONE
        if near and not _NOT_OUTLET.search(match["outlet"]):
            yield match.span("run")
    for match in _CREDIT.finditer(norm, max(0, size - _ZONE)):
        yield match.span("run")


def _parted(names: Names, run: str) -> list[tuple[int, int]]:
    """The run cut into names, the likeliest way; nothing where some part is no likely name."""

    @cache
    def best(at: int) -> tuple[float, tuple[tuple[int, int], ...]]:
        if at == len(run):
            return 0.0, ()
        found: tuple[float, tuple[tuple[int, int], ...]] = (-99.0, ())
        for length in (2, 3, 4):
            surname = names.surname_at(run, at)
            if not surname or at + length > len(run) or surname >= length or (length == 4 and surname != 2):
                continue
            score = names.name_score(run[at : at + length], surname)
            rest, parts = best(at + length)
            # A name more costs: else three names of two beat two of three.
            total = score + rest - 0.6 + (0.3 if length == 3 else 0.0)
            share = names.surnames.get(run[at : at + surname], 0.0)
            if score > -1.5 and (share > 0.02 or length == len(run)) and rest > -50 and total > found[0]:
                found = total, ((at, at + length), *parts)
        return found

    score, parts = best(0)
    return list(parts) if parts and score / len(parts) > -1.6 else []


def _add(document: Document, passage: Passage, start: int, end: int) -> None:
    touching = Taken(passage, "Person", "Post", "Organization", "Place").touching(start, end)
    same = next((m for m in touching if m.label == "Person" and (m.start, m.end) == (start, end)), None)
    passage.mentions = [mention for mention in passage.mentions if mention is same or mention not in touching]
    if same is not None:
        same.tags |= {"byline"}
        return
    form = passage.raw[start:end]
    passage.mentions.append(Mention("Person", passage.where, start, end, form, Span(start, end), tags=frozenset({"byline"})))
    document.names.setdefault(passage.norm[start:end], 1)
