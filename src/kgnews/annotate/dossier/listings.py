"""Lists in no settled layout: every line that is name and post, in either order and however set apart, and nothing else.

What the other readers have not read is looked through: a line counts only where each word of it is of a name, a post, a
number or an attribute, and only where another such line stands near it, so that no single line of news is taken for a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kgnews.annotate.base.document import Passage
from kgnews.annotate.dossier.attributes import attributes_in, bracket, tell
from kgnews.annotate.dossier.list_words import BYLINE, EMPTY, FORMER, GAP, ITEM, PROPOSED, UNSURE
from kgnews.annotate.dossier.offices import Office
from kgnews.annotate.dossier.people import Named
from kgnews.annotate.dossier.roster_entries import EntryReader
from kgnews.annotate.dossier.roster_words import ROLES
from kgnews.annotate.dossier.title_heads import TitleHeads
from kgnews.annotate.names.runs import cut
from kgnews.expressions import expression
from kgnews.records import Mention, Span

_LINE = expression(r"[^\n]+")
_NEAR = 4  # lines between two entries of one list
_LONGEST = 120  # characters of an entry


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line that was read whole: its people with the posts told of all of them."""

    line: Span
    people: tuple[Named, ...]
    offices: tuple[Office, ...]
    rest: tuple[Span, ...] = ()  # cells with attributes


def near_posts(passage: Passage, heads: TitleHeads) -> set[int]:
    """The numbers of the lines that may tell a post and stand near another one that may."""
    words = ((number, passage.norm[line.start : line.end]) for number, line in _lines(passage))
    posted = [number for number, text in words if heads.may_stand(text.replace(" ", ""))]
    return {number for a, b in pairwise(posted) if b - a <= _NEAR for number in (a, b)}


def _lines(passage: Passage) -> Iterator[tuple[int, Span]]:
    """The numbered lines that may be of a list: short ones that are no sentences and tell no author."""
    bylines = [m.start for m in passage.mentions if "byline" in m.tags]
    for number, match in enumerate(_LINE.finditer(passage.norm)):
        line = _bare(passage.norm, Span(*match.span()))
        if not 3 < line.end - line.start < _LONGEST or any(line.start <= at < line.end for at in bylines):
            continue
        if passage.norm.find("。", *line) < 0 and not BYLINE.search(passage.norm, *line):
            yield number, line


def _bare(norm: str, line: Span) -> Span:
    item = ITEM.match(norm, *line)
    start, end = (item.end() if item else line.start), line.end
    while end > start and norm[end - 1] in " 。；，、\t":
        end -= 1
    return Span(start, end)


class ListingReader(EntryReader):
    """Reads the lists of one passage; ``owner`` is the body whose list it is, "" where none is named."""

    def run(self, owner: str) -> None:
        """Line by line; a line that is nothing but a body says whose the posts below it are."""
        if UNSURE.search(self.document.title.norm) or PROPOSED.search(self.norm):
            return
        self.owner = owner
        self.base = owner
        found: list[tuple[int, _Entry]] = []
        near = near_posts(self.passage, self.offices.heads)
        for number, line in _lines(self.passage) if near else ():
            entry = self._entry(line) if number in near else None
            if entry is not None:
                found.append((number, entry))
            elif found and found[-1][0] == number - 1 and (home := self._at_home(line, found[-1][1])):
                found[-1] = (number, home)
            else:
                self._heading(line)
        for index, (number, entry) in enumerate(found):
            beside = [found[at][0] for at in (index - 1, index + 1) if 0 <= at < len(found)]
            if any(abs(number - other) <= _NEAR for other in beside):
                self._write(entry)

    def _at_home(self, line: Span, above: _Entry) -> _Entry | None:
        """会长　何明, and on the line below 某市人民政府副市长（兼）: the posts at home of the one named above."""
        below = self.norm[line.end : line.end + 40].lstrip(" 。；\n").split("\n")[0].strip()
        if len(above.people) != 1 or self.people.is_name(below, strict=True):
            return None
        phrase = self.offices.read(*line)
        if not phrase.whole or phrase.offices[0].body.end <= phrase.offices[0].body.start:
            return None
        return _Entry(Span(above.line.start, line.end), above.people, (*above.offices, *phrase.offices), above.rest)

    def _heading(self, line: Span) -> None:
        text = self.norm[line.start : line.end].strip("： ")
        if (
            len(text) > 24
            or re.search(r"[，。；：、]", text)
            or self.offices.heads.start(text) < len(text)
            or self.bodies_end(text) is False
        ):
            return
        if self.offices.stands(text):
            self.owner = self.base = self.offices.territory.expand(text)
        elif self.base:
            self.owner = self.offices._name(text, self.base) or self.owner

    def bodies_end(self, text: str) -> bool:
        """Whether it is the name of a body by its end."""
        return self.offices.bodies.suffix_of(text) in self.offices.bodies.safe

    def _entry(self, line: Span) -> _Entry | None:
        if "\t" in self.passage.raw[line.start : line.end] or "|" in self.passage.raw[line.start : line.end]:
            return self._row(line)
        return self._name_and_posts(line) or self._posts_and_name(line) or self._run_on(line)

    def _row(self, line: Span) -> _Entry | None:
        """A row of a table whose headings were not read: a cell of a name, one of posts, others of numbers and attributes."""
        cells: list[Span] = []
        at = line.start
        for piece in re.split(r"[\t|]", self.passage.raw[line.start : line.end]):
            inner = piece.strip()
            if inner:
                start = at + piece.index(inner)
                cells.append(Span(start, start + len(inner)))
            at += len(piece) + 1
        named: Named | None = None
        offices: list[Office] = []
        rest: list[Span] = []
        roles: list[Office] = []
        body = ""
        for cell in cells:
            one = self._one(cell)
            if EMPTY.fullmatch(self.norm, *cell):
                continue
            if self.norm[cell.start : cell.end].replace(" ", "") in ROLES and len(cells) > 2:
                roles = self._posts(cell)  # what someone is in a group that no heading names is told of none
                continue
            if one is not None and named is None:
                named = one
            elif any(True for _ in attributes_in(self.norm, *cell)):
                rest.append(cell)
            elif (posts := self._posts(cell, body)) and not offices:
                offices = posts
            elif not body and not offices and self.bodies_end(self.norm[cell.start : cell.end]):
                body = self.offices._name(self.norm[cell.start : cell.end], self.owner)
            else:
                return None
        return _Entry(line, (named,), (*roles, *offices), tuple(rest)) if named and (roles or offices) else None

    def _one(self, span: Span) -> Named | None:
        named = self.people.one(span.start, span.end, strict=True)
        return named if named is not None and named.end >= span.end else None

    def _posts(self, span: Span, body: str = "") -> list[Office]:
        """The posts that fill a span; none where some word of it is not of one or whose post it is stays open."""
        phrase = self.offices.read(span.start, span.end, body or self.owner)
        return phrase.offices if phrase.whole and all(office.body_name for office in phrase.offices) else []

    def _gaps(self, line: Span) -> Iterator[tuple[int, int]]:
        for gap in GAP.finditer(self.norm, *line):
            yield gap.start(), gap.end()

    def _name_and_posts(self, line: Span) -> _Entry | None:
        """何明，县委书记; 何　明（女） 县长; 何明（县长）."""
        whole = self._one(line)
        if whole is not None and whole.note is not None and (posts := self._posts(whole.note)):
            return _Entry(line, (Named(whole.span, None, whole.end),), tuple(posts))
        for start, end in self._gaps(line):
            if start - line.start > 24:
                return None
            named = self._one(Span(line.start, start))
            if named is not None and (posts := self._posts(Span(end, line.end))):
                return _Entry(line, (named,), tuple(posts))
        return None

    def _posts_and_name(self, line: Span) -> _Entry | None:
        """县长：何明; 会长 何明 某局局长; 副校长　王小刚、赵丽萍."""
        for start, end in self._gaps(line):
            posts = self._posts(Span(line.start, start))
            if not posts:
                continue
            people = self._people(Span(end, line.end))
            if people:
                return _Entry(line, tuple(people), tuple(posts))
            own = self._name_and_posts(Span(end, line.end))
            if own is not None:
                return _Entry(line, own.people, (*posts, *own.offices))
        return None

    def _people(self, span: Span) -> list[Named]:
        found = self.people.many(span.start, span.end, strict=True)
        if not found:
            text = self.norm[span.start : span.end]
            parts = cut(self.people.names, text) if re.fullmatch(r"[\u4e00-\u9fff]{4,60}", text) else []
            found = [Named(Span(span.start + a, span.start + b), None, span.start + b) for a, b in parts]
        return found

    def _run_on(self, line: Span) -> _Entry | None:
        """副校长王小刚、赵丽萍."""
        mark = self.norm.find("、", line.start, line.end)
        stops = [line.end] if mark < 0 else [line.end, *(m.start() for m in re.compile("、").finditer(self.norm, *line))]
        for stop in stops:
            named = self._trailing_name(Span(line.start, stop))
            if named is None or named.end < stop:
                continue
            others = self.people.many(stop + 1, line.end, strict=True) if stop < line.end else []
            if stop < line.end and not others:
                continue
            if posts := self._posts(Span(line.start, named.span.start)):
                return _Entry(line, (named, *others), tuple(posts))
        return None

    def _noted(self, named: Named, person: Mention) -> None:
        """农业处处长 何明（现任某县政府参议）: the post in the bracket."""
        assert named.note is not None
        phrase = self.offices.read(*named.note)
        if not phrase.whole or phrase.offices[0].body.end <= phrase.offices[0].body.start:
            return
        for office in phrase.offices:
            body = self.scribe.body(office.body, office.body_name)
            self._say(Span(named.span.start, office.title_span.end), person, body, office.title, office.status)

    def _write(self, entry: _Entry) -> None:
        former = "former" if FORMER.search(self.document.title.norm) else ""
        for named in entry.people:
            person = self.scribe.person(named.span)
            bracket(self.scribe, person, named)
            if named.note is not None:
                self._noted(named, person)
            for cell in entry.rest:
                for one in attributes_in(self.norm, *cell):
                    tell(self.scribe, person, named.span, one)
            for office in entry.offices:
                body = self.scribe.body(office.body, office.body_name)
                fact = Span(min(named.span.start, office.title_span.start), max(named.span.end, office.title_span.end))
                flags = {key: value for key, value in office.flags if key == "acting"}
                self.scribe.say(
                    "record-roster", fact, (person, body), {"title": office.title, "status": office.status or former} | flags
                )
        self.scribe.claim(*entry.line)
