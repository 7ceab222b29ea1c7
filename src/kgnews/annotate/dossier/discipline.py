"""Discipline and law: what a body is reported to have decided about a person, worded as the source words it.

Under investigation is not guilty: the measure says exactly which step is reported, and nothing is concluded from it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from kgnews.annotate.document import Document, Passage
from kgnews.annotate.dossier import when
from kgnews.annotate.dossier.discipline_words import (
    DECIDED,
    DOUBLE,
    GIVEN,
    MEASURES,
    NOT,
    OF_COURTS,
    ORGAN,
    TOLD_BY,
    TRIGGER,
    USED,
)
from kgnews.annotate.dossier.offices import OfficeReader
from kgnews.annotate.dossier.people import People
from kgnews.annotate.dossier.scribe import Scribe
from kgnews.annotate.dossier.territory import Territory
from kgnews.records import Mention, Span


@dataclass(frozen=True, slots=True)
class _Measure:
    measure: str
    span: Span
    body: Span | None


class _Ordered:
    """Mentions in the order of their places, so that those of a sentence are found without looking at all others."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._mentions = sorted(mentions, key=lambda m: m.start)
        self._starts = [m.start for m in self._mentions]

    def within(self, start: int, end: int) -> list[Mention]:
        """Those that begin in ``[start, end)``."""
        return self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


class DisciplineReader:
    """Reads one passage; the persons are those that the other passes have found there."""

    def __init__(self, document: Document, passage: Passage, territory: Territory, scribe: Scribe) -> None:
        self.document, self.passage, self.norm = document, passage, passage.norm
        self.territory, self.scribe = territory, scribe
        self.people = People(document, passage)
        self.person: Mention | None = None
        self.persons = _Ordered(self._names_of_persons())
        self.days = _Ordered([m for m in passage.mentions if m.label == "Date" and len(m.name) == 10])
        self.organizations = _Ordered([m for m in passage.mentions if m.label == "Organization"])
        self.body: tuple[Span, str] | None = None

    def run(self) -> None:
        """Sentence by sentence; whom the last sentence was about stays until another is named."""
        if not TRIGGER.search(self.norm):
            return
        for match in re.finditer(r"[^。！？\n]+", self.norm):
            start, end = match.span()
            text = match[0]
            if re.match(r" *\n", self.norm[start - 1 : start + 1]):
                self.body = None
            self._used(start, end)
            if not TRIGGER.search(text):
                self._hear(start, end)
                continue
            if NOT.search(text) and not re.search(r"(?:接受|给予|对)[^，。]{2,20}(?:审查调查|处分|纪律审查)", text):
                continue
            self._sentence(start, end)
        self._settle()

    def _used(self, start: int, end: int) -> None:
        """利用担任甲县县长、乙市副市长等职务上的便利: the posts of that time are no longer held."""
        match = USED.search(self.norm, start, end)
        named = [one for one in self.persons.within(start, end) if match and one.start < match.start()]
        person = named[-1] if named else self.person
        if match is None or person is None:
            return
        phrase = OfficeReader(self.document, self.passage, self.territory).read(*match.span("posts"))
        for office in phrase.offices if phrase.whole else []:
            words = Span(min(office.body.start, office.title_span.start), office.title_span.end)
            body = self.scribe.body(office.body, office.body_name)
            self.scribe.say("record-career", words, (person, body), {"title": office.title, "status": "former"})
        if phrase.whole:
            self.scribe.claim(*match.span("posts"))

    def _settle(self) -> None:
        """What is told again without the body that decided says nothing new."""
        named = {
            (said.subject.name, said.properties["measure"])
            for said in self.scribe.statements
            if said.object and said.object.label == "Organization" and "measure" in said.properties
        }
        self.scribe.statements = [
            said
            for said in self.scribe.statements
            if said.object
            and (said.object.label == "Organization" or (said.subject.name, said.properties["measure"]) not in named)
        ]

    def _hear(self, start: int, end: int) -> None:
        people = self.persons.within(start, end)
        if people:
            self.person = people[0]

    def _names_of_persons(self) -> list[Mention]:
        found = (m for m in self.passage.mentions if m.label == "Person" and "byline" not in m.tags)
        return [m for m in found if "某" not in m.form and not self.people.bodies.is_place(m.form)]

    def _sentence(self, start: int, end: int) -> None:
        people = self.persons.within(start, end)
        date = self._date(start, end)
        for clause in re.finditer(r"[^；]+", self.norm[start:end]):
            left, right = start + clause.start(), start + clause.end()
            for measure in self._measures(left, right):
                own = [one for one in people if left <= one.start < right]
                day = date or self._month(start, measure.span)
                for person in self._whom(measure, own or people, left if own else start):
                    self.person = person
                    self._say(person, measure, self._by(measure, left, left if own else start), day)

    def _measures(self, start: int, end: int) -> list[_Measure]:
        found: list[_Measure] = []
        double = DOUBLE.search(self.norm, start, end)
        taken: list[Span] = []
        if double:
            span = Span(*double.span())
            taken.append(span)
            found += [_Measure("expelled_from_party", span, None), _Measure("dismissed", span, None)]
        for measure, pattern in MEASURES:
            for match in pattern.finditer(self.norm, start, end):
                span = Span(*match.span())
                if any(span.start < other.end and other.start < span.end for other in taken):
                    continue
                groups = match.groupdict()
                body = Span(*match.span("body")) if groups.get("body") else None
                taken.append(span)
                found.append(_Measure(measure, span, body))
        if any(one.measure == "sentenced" for one in found):
            found = [one for one in found if one.measure not in ("tried",)]
        once: dict[str, _Measure] = {}
        for one in found:
            once.setdefault(one.measure, one)
        return sorted(once.values(), key=lambda one: one.span)

    def _whom(self, measure: _Measure, people: list[Mention], sentence: int) -> list[Mention]:
        given = list(GIVEN.finditer(self.norm, sentence, measure.span.end))
        for lead in reversed(given):
            at = lead.end()
            known = next(
                (
                    m
                    for m in people
                    if m.start <= at + 40 and m.start >= at and not re.search(r"[，。；]", self.norm[at : m.start])
                ),
                None,
            )
            end = self.people.first(at, min(at + 5, len(self.norm)))
            if known is not None and known.start < measure.span.end:
                return [known]
            if end > at and self.people.is_name(self.norm[at:end], strict=True):
                return [self.scribe.person(Span(at, end))]
            pronoun = self.norm[at : at + 1]
            if pronoun in ("其", "他", "她"):
                break
        before = [m for m in people if m.start < measure.span.start]
        if not before and measure.measure in OF_COURTS:  # 开庭审理了某某受贿一案
            before = [m for m in people if m.start >= measure.span.end][:1]
        if not before:
            return [self.person] if self.person is not None else []
        last = [before[-1]]
        for one in reversed(before[:-1]):  # 甲、乙等接受审查调查
            gap = self.norm[one.outer.end : last[0].outer.start]
            if not re.fullmatch(r"、|和|及|与|，", gap):
                break
            last.insert(0, one)
        return last

    def _by(self, measure: _Measure, start: int, sentence: int) -> tuple[Span, str] | None:
        """The deciding body: in the words of the measure, else nearest before it in the sentence."""
        if measure.body is not None:
            return self._organ(measure.body)
        inside = re.search(rf"向(?P<body>{ORGAN})", self.norm[measure.span.start : measure.span.end])
        if measure.measure == "transferred" and (
            to := re.search(r"检察机关|司法机关|有关机关", self.norm[measure.span.start : measure.span.end])
        ):
            del to
        floor = sentence
        found: tuple[Span, str] | None = None
        for match in DECIDED.finditer(self.norm, floor, measure.span.start + 2):
            if "报" in self.norm[match.start("body") - 1 : match.end("body")]:
                continue
            organ = self._organ(Span(*match.span("body")))
            if organ and self._fits(organ[1], measure.measure):
                found = organ
        del inside
        if found is not None:
            self.body = found
            return found
        told = list(TOLD_BY.finditer(self.norm, sentence, measure.span.end)) or list(
            TOLD_BY.finditer(self.norm, max(0, sentence - 160), sentence)
        )
        if measure.measure == "investigated" and told:
            organ = self._organ(Span(*told[-1].span("body")))
            if organ:
                return organ
        mentioned = [
            m
            for m in self.organizations.within(sentence, measure.span.start)
            if self._fits(m.name or m.form, measure.measure)
            and re.search(r"纪委|监委|纪检|监察|法院|检察|公安|廉", m.name or m.form)
        ]
        if (
            not mentioned
            and self.body
            and "给予" in self.norm[sentence : measure.span.start]
            and self._fits(self.body[1], measure.measure)
        ):
            return self.body
        if mentioned:
            nearest = max(mentioned, key=lambda m: m.start)
            if not re.match(r"原|党组|党委", self.norm[nearest.end : nearest.end + 2]):
                return self._organ(Span(nearest.start, nearest.end)) or (
                    Span(nearest.start, nearest.end),
                    nearest.name or nearest.form,
                )
        return None

    def _fits(self, name: str, measure: str) -> bool:
        court = bool(re.search(r"法院$", name))
        procurators = bool(re.search(r"检察|公安|廉|地检", name))
        discipline = bool(
            re.search(
                r"纪委|监委|纪律|监察|纪检|党委|党组|工委|委$|委员会$|政府$|学校$|公司$|集团$|廉政公署|廉署|局$|"
                r"常委会$",
                name,
            )
        )
        if measure in ("sentenced", "tried", "acquitted"):
            return court
        if measure in ("arrested", "prosecuted"):
            return procurators
        return discipline and not court and (measure != "transferred" or not procurators)

    def _organ(self, span: Span) -> tuple[Span, str] | None:
        text = self.norm[span.start : span.end]
        lead = re.match(
            r"^.*?(?:上午|下午|在|正在|目前|接受|并|经|由|向|了|日前|近日|，|被|据|报|和|日)(?=[\u4e00-\u9fff]{2,})", text
        )
        start = span.start
        while lead and len(text) - lead.end() >= 2:
            start += lead.end()
            text = text[lead.end() :]
            lead = re.match(r"^(?:正在|目前|接受|并|经|由|向|日前|近日|被|据|报)(?=[\u4e00-\u9fff]{2,})", text)
        match = re.match(rf"{ORGAN}$", text)
        if match is None or len(text) < 2:
            return None
        return Span(start, span.end), self.territory.expand(text)

    def _date(self, start: int, end: int) -> str:
        told = re.search(when.DATE, self.norm[start:end])
        if told and "日" in told[0]:
            return when.iso(told[0])
        days = self.days.within(start, end)
        return days[0].name if len(days) == 1 else ""

    def _month(self, start: int, measure: Span) -> str:
        """2024年2月，某某受到…处分: a month that nothing but the person stands behind."""
        told = re.search(rf"(?P<date>{when.DATE})，?[^，。；]{{0,12}}?(?:受到|被)?$", self.norm[start : measure.start])
        value = when.iso(told["date"]) if told else ""
        return value if len(value) == 7 else ""

    def _say(self, person: Mention, measure: _Measure, by: tuple[Span, str] | None, date: str) -> None:
        wording = self.scribe.raw(measure.span).strip("，、 ")
        target = self.scribe.body(*by) if by is not None else self.scribe.value("Value", measure.span, wording)
        if person.where != "text":
            person = Mention("Person", "text", measure.span.start, measure.span.start, "", Span(0, 0), person.name)
        near = person.form and measure.span.end - person.start <= 140 and person.start < measure.span.start
        span = Span(person.start, measure.span.end) if near else measure.span
        self.scribe.say(
            "record-discipline", span, (person, target), {"measure": measure.measure, "wording": wording, "date": date}
        )
        # Courts and prosecutors are named where it is told what they did; without them it may be a wish or a comparison.
        self.scribe.statements[-1].doubtful = by is None and measure.measure in OF_COURTS
