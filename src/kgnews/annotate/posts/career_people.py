"""The persons that a text tells a career of: who ends at a place, of whom a sentence speaks, the names of a list."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from kgnews.annotate.persons.beside_titles import PersonReader
from kgnews.annotate.posts.career_words import (
    AGED,
    CONGRESS,
    CONVENED,
    GOES_ON,
    IN_BODY,
    JOINED,
    LISTED_NAME,
    OBITUARY,
    OF_HIS,
)
from kgnews.expressions import expression
from kgnews.records import Mention, Span

_NEAR, _REPORT = 160, 600  # characters before an election: where what is elected is told, and its congress

_STRANGER = expression(r"[\u4e00-\u9fff]{2,4}?(?=现年\d|今年\d|，[男女]，|生于|毕业于)")
_INTRODUCED = expression(r"[，（]|现年|今年\d|生于|出生|毕业|\d{4}年")
# A verb whose subject stands in a sentence before has but a short clause before it, and perhaps another one before that.
_ELIDED = expression(r"(?:.{0,40}[，。；])?[^，。；]{0,30}")


class CareerPeople:
    """Finds persons, and the body that elects them, in one passage."""

    def __init__(self, reader: PersonReader) -> None:
        self.reader, self.norm, self.passage = reader, reader.norm, reader.passage
        self.people = sorted(
            (m for m in self.passage.mentions if m.label == "Person" and ("byline" not in m.tags or self._told_of(m))),
            key=lambda m: m.start,
        )
        self.starts = [m.start for m in self.people]
        self.dead = self._dead()

    def _dead(self) -> Mention | None:
        """Of whom an obituary (李四同志逝世) tells, whoever is named last."""
        match = OBITUARY.search(headline := self.reader.document.title.norm)
        if match is None or "、" in headline:
            return None
        return next((m for m in self.people if self.norm[m.start : m.end] == match["who"]), None)

    def _told_of(self, byline: Mention) -> bool:
        """作者：甲，系乙大学教授: the byline goes on with the post."""
        return self.norm.startswith(("，系", "，现任", "，现为", "系"), byline.end)

    def electing(self, at: int) -> Span | None:
        """中国侨联第十一次全国代表大会选举…为主席: the body whose congress elects, told before ``at``.

        What is elected has numbers too (产生了第三届理事会) and no body before it: then the congress stands farther ahead.
        """
        if CONGRESS.search(self.norm, max(0, at - _NEAR), at) is None:
            return None
        for match in reversed(list(CONGRESS.finditer(self.norm, max(0, at - _REPORT), at))):
            floor = self.reader.chains.sentence(match.start()).start
            convened = CONVENED.search(self.norm, floor, match.start())
            end = convened.start() if convened else match.start()
            left = self.reader.chains.body_before(end, floor)
            if left < end - 2:
                return Span(left, end)
        return None

    def joined(self, end: int, stayed: bool = False) -> tuple[int, int] | None:
        """加入甲公司|担任…, 到乙局|任…: where the words that tell of the coming begin, and the body that ends at ``end``.

        ``stayed``: also 在丙大学|做访问学者.
        """
        floor = self.reader.chains.sentence(end - 1).start
        left = self.reader.chains.body_before(end, floor)
        came = (IN_BODY if stayed else JOINED).search(self.norm, floor, left) if left < end - 1 else None
        return (came.start(), left) if came else None

    def names_in(self, start: int, end: int) -> list[Mention]:
        """The persons of a list of names that fills ``[start, end)``."""
        found: list[Mention] = []
        at = start
        while at < end:
            stop = self.reader.finder.after(at, end, least=-0.5, loose=True)
            whole = LISTED_NAME.match(self.norm, at, end)
            named = self.norm[at - 1 : at] == "、" or self.reader.finder.names.surname_at(self.norm, at)
            if whole and (stop == at or stop < whole.end(1)) and named:
                stop = whole.end(1)  # an order names nothing but persons there
            if stop == at:
                break
            found.append(self.person(at, stop))
            match = re.compile(r"(?:先生|女士|同志|教授|博士|院士)?(?:（[^）]{1,10}）)?(?:、|和|及|以及)?").match(
                self.norm, stop, end
            )
            at = match.end() if match else stop
        return found

    def ending_at(self, end: int, floor: int, named: bool = False) -> Mention | None:
        """The person whose name (with a title behind) ends at ``end``; ``named``: what follows is only said of persons."""
        at = bisect_right(self.starts, end) - 1
        for person in self.people[max(0, at - 1) : at + 1][::-1]:
            if end in (person.end, person.outer.end):
                return person
        start = self.reader.finder.before(end, max(floor, end - 12), least=0.9)
        if start == end and named and end - floor > 2:
            # 董事会，李自学|当选: the whole clause before the verb is the name.
            left = next((at for at in range(end - 2, end - 4, -1) if at == floor or self.norm[at - 1] in "，；：、。"), end)
            start = left if left < end and self._may_name(left, end) else end
        return self.person(start, end) if start < end else None

    def _may_name(self, start: int, end: int) -> bool:
        names = self.reader.finder.names
        surname = names.surname_at(self.norm, start)
        return surname > 0 and names.name_score(self.norm[start:end], surname) > -9.0  # not 祝贺他|再次当选

    def find_subject(self, at: int, sentence: Span) -> Mention | None:
        """Who is spoken of: the last person of the sentence before ``at``, else who opens one of the two sentences before."""
        part = self.norm.rfind("；", sentence.start, at) + 1 or sentence.start
        last = bisect_left(self.starts, at)
        if last and self.starts[last - 1] >= part:
            return None if OF_HIS.match(self.norm, self.people[last - 1].outer.end, at) else self.people[last - 1]
        opening = self.reader.finder.after(part, min(at, part + 8), least=1.0)
        stranger = _STRANGER.match(self.norm, part, at) if self.reader.finder.names.surname_at(self.norm, part) else None
        opening = stranger.end() if stranger and stranger.end() - part > 1 else opening
        if opening > part and _INTRODUCED.match(self.norm, opening, at):
            return self.person(part, opening)  # 甲，男，现任…；乙，男，现任…；丙现年52岁，曾任…
        if (told := self._opening(part, at)) is not None:
            return told
        if last and self.starts[last - 1] >= sentence.start:
            return self.people[last - 1]
        if not _ELIDED.fullmatch(self.norm, sentence.start, at):
            return None
        sentences = self.passage.sentences
        place = bisect_left(sentences, sentence)
        for earlier in sentences[max(0, place - 5) : place][::-1]:
            first = bisect_left(self.starts, earlier.start)
            if first < len(self.people) and self.starts[first] < earlier.end:
                return self.people[first] if self.people[first].outer.start <= earlier.start + 12 else None
        return self.dead

    def _opening(self, part: int, at: int) -> Mention | None:
        """Who opens the clause of the verb, or the sentence, and is told nowhere else (甲1977年至1981年出任…, 乙在过去六年一直担任…)."""
        clause = max(self.norm.rfind(mark, part, at) for mark in "，：“") + 1
        aged = AGED.match(self.norm, clause or part, at)
        for start in dict.fromkeys((aged.end() if aged else clause or part, part)):
            end = self.reader.finder.after(start, min(at, start + 8), least=1.8)
            if end > start and GOES_ON.match(self.norm, end, at) and start in self.passage.word_at:
                return self.person(start, end)
        return None

    def person(self, start: int, end: int) -> Mention:
        for person in self.people:
            if person.start < end and start < person.end:
                return person
        made = Mention("Person", self.passage.where, start, end, self.passage.raw[start:end], Span(start, end))
        self.passage.mentions.append(made)
        self.people.append(made)
        self.people.sort(key=lambda m: m.start)
        self.starts = [m.start for m in self.people]
        self.reader.document.names.setdefault(self.norm[start:end], 1)
        return made
