"""Persons named without a title: names that the article knows, and what the tagger and the name model both take for one."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind
from rjieba import has_word

from kgnews.annotate.base.document import Document, Passage
from kgnews.annotate.base.tables import table
from kgnews.annotate.names.finder import Finder
from kgnews.annotate.names.foreign import japanese_surname
from kgnews.annotate.names.model import HAN, Names, parts_at
from kgnews.records import Mention, Span

_LEFT = frozenset("，。；：、“”（）！？ \n\u3000《》—")
_LISTED = ("，", "、", "；", "和", "（", "等", "以及")  # what goes on a list behind a name
_ITEM = re.compile(r"(?:[\u4e00-\u9fff]{1,5}·[\u4e00-\u9fff]{1,6}|[\u4e00-\u9fff]{2,3})(?=、)")
_BEFORE = frozenset("由与和请对向据是为让给被及同将以的")


@dataclass
class BareReader:
    """Looks for names in one passage besides those found with titles."""

    document: Document
    passage: Passage

    def __post_init__(self) -> None:
        self.finder = Finder(self.document, self.passage)
        self.norm = self.passage.norm
        taken = [m for m in self.passage.mentions if m.label in ("Person", "Organization", "Work")]
        self.taken = sorted((m.outer if m.label == "Person" else Span(m.start, m.end)) for m in taken)
        self.longest = max((span.end - span.start for span in self.taken), default=0)

    def known(self, automaton: AhoCorasick, names: list[str]) -> None:
        """Further places of the names that the article is known to have."""
        for which, start, end in automaton.find_matches_as_indexes(self.norm):
            if self._free(start, end) and self._stands(names[which], start, end):
                self._add(start, end)

    def _stands(self, name: str, start: int, end: int) -> bool:
        """A name that is also a word, or part of longer words, needs something behind it that names have."""
        if "·" in name or len(name) > 3:
            return True
        names = self.finder.names
        index = self.passage.word_at.get(start)
        whole = index is not None and self.passage.ends[index] == end
        if whole and self.passage.tags[index or 0][:2] == "nr":
            return True
        ordinary = name in names.words or name in names.name_words
        behind = names.behind(self.norm, end)
        if ordinary or (len(name) == 2 and not whole):
            return behind >= 1.5 and (
                start == 0 or self.norm[start - 1] in _LEFT or (not ordinary and start in self.passage.word_at)
            )
        return whole or start in self.passage.word_at or behind > 0.5

    def tagged(self) -> None:
        """Words that the tagger takes for names of persons, where the characters and what stands around agree."""
        passage, names = self.passage, self.finder.names
        of_names = {tag for tag in set(passage.tags) if tag[:2] == "nr"}
        for index in [place for place, tag in enumerate(passage.tags) if tag in of_names] if of_names else ():
            start = passage.starts[index]
            if not names.surname_at(self.norm, start) or not self._free(start, passage.ends[index]):
                continue
            if (
                start
                and self.norm[start - 1] not in _LEFT
                and self.norm[start - 1] not in _BEFORE
                and HAN.match(self.norm[start - 1])
            ):
                continue
            if self.norm[start - 1 : start] == "·":
                continue  # the last part of a name that is not read as a whole
            end = self.finder.after(start, len(self.norm), least=2.6)
            if end - start > 3 and self.finder.bodies.is_place(self.norm[start:end]):
                continue  # 哈萨克斯坦
            if end > start and self._free(start, end) and names.behind(self.norm, end) >= 0.9:
                self._add(start, end)

    def placed(self) -> None:
        """Names right behind their bodies in a list: 北京大学王建国，清华大学李明、张华等."""
        bodies = [m for m in self.passage.mentions if m.label == "Organization" and HAN.match(self.norm[m.end : m.end + 1])]
        found = [span for body in bodies if (span := self._listed(body.end))]
        for row in self._rows(found):
            for start, end in row if len(row) > 1 else ():
                if self._free(start, end):
                    self._add(start, end)

    def _listed(self, start: int) -> Span | None:
        """The name at ``start`` that a mark of lists follows."""
        if not self._free(start, start + 1) or not self.finder.names.surname_at(self.norm, start):
            return None
        end = self.finder.after(start, min(len(self.norm), start + 4), least=0.4)
        listed = self.norm.startswith(_LISTED, end)
        return Span(start, end) if listed and 1 < end - start < 5 else None

    def _rows(self, found: list[Span]) -> list[list[Span]]:
        """The names of one sentence each, with those that 、 adds to them."""
        rows: list[list[Span]] = []
        last = -1
        for span in found:
            stop = self.norm.find("。", span.start)
            if stop != last or not rows:
                rows.append([])
            last = stop
            rows[-1].append(span)
        for row in rows:
            row.extend(more for span in list(row) for more in self._more(span))
        return rows

    def _more(self, span: Span) -> list[Span]:
        found: list[Span] = []
        while self.norm[span.end : span.end + 1] == "、" and (following := self._listed(span.end + 1)):
            found.append(following)
            span = following
        return found

    def between(self) -> None:
        """What stands between two names of a list is a third, though no list has it: 吉炳轩、|艾力更·依明巴海|、王勇."""
        people = {m.outer.start for m in self.passage.mentions if m.label == "Person"}
        ends = {m.outer.end for m in self.passage.mentions if m.label == "Person"}
        for start in sorted(end + 1 for end in ends if self.norm[end : end + 1] == "、"):
            item = _ITEM.match(self.norm, start)
            if item is None or item.end() + 1 not in people or not self._free(start, item.end()):
                continue
            strange = "·" in item[0] or (self.finder.names.surname_at(item[0], 0) and not has_word(item[0]))
            if strange and not self.finder.bodies.suffix_of(item[0]):
                self._add(start, item.end())

    def parts(self) -> None:
        """Foreign names in parts that stand alone: 西摩尔·霍夫曼认为."""
        dot = self.norm.find("·")
        while dot > 0:
            start, end = self._parts(dot)
            if end > dot + 1 and self._free(start, end):
                self._add(start, end)
            dot = self.norm.find("·", max(dot + 1, end))

    def _parts(self, dot: int) -> tuple[int, int]:
        """Beginning and end of the name with its first mark at ``dot``; both ``dot`` where there is none."""
        finder, norm, start = self.finder, self.norm, dot
        while start > 0 and dot - start < 7 and norm[start - 1] in finder.names.foreign:
            start -= 1
        while start < dot and start not in self.passage.word_at and HAN.match(norm[start - 1 : start] or " "):
            start += 1
        word = finder.word_start(dot)
        whole = start > word and 2 <= dot - word <= 5 and finder.foreign_part(word, dot + 1)
        strange = any(one in finder.names.foreign for one in norm[word:dot]) and not has_word(norm[word:dot])
        whole = whole and strange and not HAN.match(norm[word - 1 : word] or " ")
        start = word if whole else start  # 素帕·翁萨功
        end = parts_at(norm, start, min(len(norm), start + 30))
        if whole and end > dot and finder.names.behind(norm, finder.parts_end(start, end)) >= 1.0:
            return start, finder.parts_end(start, end)
        if dot - start < 2 or end <= dot or not finder.foreign_parts(norm[start:dot]):
            return dot, dot
        end = finder.parts_end(start, end)
        last = norm.rfind("·", dot, end) + 1
        if (
            end - last < 2
            or not finder.foreign_parts(norm[last:end])
            or finder.bodies.suffix_of(norm[start:end]) in finder.bodies.safe
        ):
            return dot, dot
        return start, end

    def _free(self, start: int, end: int) -> bool:
        place = bisect_left(self.taken, (start - self.longest, 0))
        while place < len(self.taken) and self.taken[place].start < end:
            if self.taken[place].end > start:
                return False
            place += 1
        return True

    def _add(self, start: int, end: int) -> None:
        span = Span(start, end)
        self.passage.mentions.append(Mention("Person", self.passage.where, start, end, self.passage.raw[start:end], span))
        place = bisect_left(self.taken, span)
        self.taken.insert(place, span)
        self.longest = max(self.longest, end - start)
        self.document.names.setdefault(self.norm[start:end], 1)


def find(document: Document) -> None:
    """Add Person mentions for names that stand alone."""
    readers = [BareReader(document, passage) for passage in document.passages]
    for reader in readers:
        reader.parts()
        reader.placed()
        reader.tagged()
    names = [name for name in document.names if 2 <= len(name) <= 30 and "某" not in name]
    parts = {part for name in names if "·" in name for part in name.split("·")[-1:] if len(part) > 1}
    parts.update(part for name in names for part in japanese_surname(table(document.terms, Names), name))
    names.extend(part for part in parts if part not in document.names)
    if names:
        automaton = AhoCorasick(names, matchkind=MatchKind.LeftmostLongest)
        for reader in readers:
            reader.known(automaton, names)
    for reader in readers:
        reader.between()
