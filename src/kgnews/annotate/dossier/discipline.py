"""Discipline and law: what a body is reported to have decided about a person, worded as the source words it.

Under investigation is not guilty: the measure says exactly which step is reported, and nothing is concluded from it.
"""

from __future__ import annotations

import re

from kgnews.annotate.base.document import Document, Passage
from kgnews.annotate.dossier.attributes import bracket
from kgnews.annotate.dossier.decree_words import ITEM
from kgnews.annotate.dossier.discipline_bodies import DecidingBodies
from kgnews.annotate.dossier.discipline_dates import Ordered, StepDates
from kgnews.annotate.dossier.discipline_words import DOUBLE, GIVEN, MEASURES, NEXT, NOT, OF_COURTS, THE_CASE, TRIGGER, USED, Step
from kgnews.annotate.dossier.houses import house_of
from kgnews.annotate.dossier.offices import Office, OfficeReader
from kgnews.annotate.dossier.people import People
from kgnews.annotate.dossier.scribe import Scribe
from kgnews.annotate.dossier.territory import Territory
from kgnews.expressions import expression
from kgnews.records import Mention, Span, Statement

_BRACKET = 20  # characters of a bracket behind a name

# Whose notices are about its own people; a bureau's tell of others'.
_OWN_NOTICE = expression(
    r"(?:大学|学院|学校|中学|小学|医院|公司|集团|研究院|科学院|研究所|设计院|银行|报社|出版社|博物馆|图书馆)$"
)
_PARTS = expression("；(?=[^；。]*(?:给予|对)其)")
_SAME_CASE = expression(r" *(?:同案(?:原审)?被告人?|(?:其他|其余)被告人|被告人|以[^，。；]{2,20}罪(?:一审)?判处被告人)")
_FIRST = expression(r" *[一二三四五六七八九十]是")
_CASE_NAME = expression(r"(?=([\u3400-\u9fff] {1,4}[\u3400-\u9fff]|[\u3400-\u9fff]{2}))")


class DisciplineReader:
    """Reads one passage; the persons are those that the other passes have found there."""

    def __init__(self, document: Document, passage: Passage, territory: Territory, scribe: Scribe) -> None:
        self.document, self.passage, self.norm = document, passage, passage.norm
        self.territory, self.scribe = territory, scribe
        self.people = People(document, passage)
        self.person: Mention | None = None
        self.judged: tuple[tuple[Span, str], str] | None = None  # the court of the last step, and when
        self.accused: list[Mention] = []  # all whom the last step was about
        self.persons = Ordered(self._names_of_persons())
        self.dates = StepDates(self.norm, (m for m in passage.mentions if m.label == "Date" and len(m.name) == 10))
        house = house_of(document)
        self.house = house if _OWN_NOTICE.search(house) else ""
        bodies = (m for m in passage.mentions if m.label == "Organization")
        self.bodies = DecidingBodies(self.norm, territory, bodies, self.house)

    def run(self) -> None:
        """Sentence by sentence; whom the last sentence was about stays until another is named."""
        if not TRIGGER.search(self.norm):
            return
        for match in re.finditer(r"[^。！？\n]+", self.norm):
            start, end = match.span()
            text = match[0]
            if re.match(r" *\n", self.norm[start - 1 : start + 1]):
                self.bodies.last = None
            self._used(start, end)
            if text.endswith("问题") and self._case(start, end):
                continue
            if not TRIGGER.search(text):
                self._hear(start, end)
                continue
            if NOT.search(text) and not re.search(r"(?:接受|给予|对)[^，。]{2,20}(?:审查调查|处分|纪律审查)", text):
                continue
            self._sentence(start, end)
        self._settle()

    def _offices(self) -> OfficeReader:
        """A reader of posts, which may leave the house out whose notice it is."""
        offices = OfficeReader(self.document, self.passage, self.territory)
        offices.host = self.house
        return offices

    def _used(self, start: int, end: int) -> None:
        """利用担任甲县县长、乙市副市长等职务上的便利: the posts of that time are no longer held."""
        match = USED.search(self.norm, start, end)
        named = [one for one in self.persons.within(start, end) if match and one.start < match.start()]
        person = named[-1] if named else self.person
        if match is None or person is None:
            return
        phrase = self._offices().read(*match.span("posts"))
        for office in phrase.offices if phrase.whole else []:
            words = Span(min(office.body.start, office.title_span.start), office.title_span.end)
            body = self.scribe.body(office.body, office.body_name)
            self.scribe.say("record-career", words, (person, body), {"title": office.title, "status": "former"})
        if phrase.whole:
            self.scribe.claim(*match.span("posts"))

    def _case(self, start: int, end: int) -> bool:
        """某县某局某股原股长某某优亲厚友问题: a case of a notice, by whose name it goes on."""
        line_start = self.norm.rfind("\n", 0, start) + 1
        if self.norm[line_start:start].strip() or "，" in self.norm[start:end]:
            return False
        item = _FIRST.match(self.norm, start, end) or ITEM.match(self.norm, start, end)
        at = item.end() if item else start
        stop = self.norm.find("\n", end)
        rest = self.norm[end : stop if stop >= 0 else len(self.norm)]
        offices = self._offices()
        for name in _CASE_NAME.finditer(self.norm, at + 4, end):
            for size in (len(name[1]),) if " " in name[1] else (4, 3, 2):
                words = Span(name.start(1), name.start(1) + size)
                bare = self.norm[slice(*words)].replace(" ", "")
                if bare not in rest or not self.people.is_name(bare, strict=True):
                    continue
                if rest.count(bare[:-1]) > rest.count(bare) and size > 2:  # 沈璐违规
                    continue
                phrase = offices.read(at, words.start)
                if phrase.whole:
                    self._of_case(words, phrase.offices)
                    return True
        return False

    def _of_case(self, name: Span, offices: list[Office]) -> None:
        """The posts of whom a case is about; 原 before the first is of all of them."""
        self.person = self.scribe.person(name)
        status = offices[0].status
        for office in offices:
            body = self.scribe.body(office.body, office.body_name)
            words = Span(min(office.body.start, office.title_span.start), name.end)
            properties = {"title": office.title, "status": office.status or status}
            self.scribe.say("record-career", words, (self.person, body), properties)
        self.scribe.claim(min(office.title_span.start for office in offices), name.end)

    def _settle(self) -> None:
        """What is told again without the body that decided says nothing new."""
        named: dict[tuple[str, str], set[str]] = {}
        for said in self.scribe.statements:
            if said.object and said.object.label == "Organization" and "measure" in said.properties:
                days = named.setdefault((said.subject.name, said.properties["measure"]), set())
                days.add(said.properties.get("date", ""))
        self.scribe.statements = [one for one in self.scribe.statements if one.object and not self._is_old(one, named)]

    def _is_old(self, said: Statement, named: dict[tuple[str, str], set[str]]) -> bool:
        """Whether a step without a body is one that is told with one, too; steps of two days are two."""
        days = named.get((said.subject.name, said.properties.get("measure", "")), set())
        told = said.object is not None and said.object.label == "Organization"
        day = said.properties.get("date", "")
        return not told and bool(days) and (day in days or any(len(one) < 10 for one in (day, *days)))

    def _hear(self, start: int, end: int) -> None:
        people = self.persons.within(start, end)
        if people:
            self.person = people[0]

    def _names_of_persons(self) -> list[Mention]:
        found = (m for m in self.passage.mentions if m.label == "Person" and "byline" not in m.tags)
        return [m for m in found if "某" not in m.form and not self.people.bodies.is_place(m.form)]

    def _sentence(self, start: int, end: int) -> None:
        people = self.persons.within(start, end)
        steps = self._steps(start, end)
        days = self.dates.of(Span(start, end), [step.span for step in steps]) if steps else []
        said: set[tuple[str, str, str]] = set()
        self._brackets(people, steps)
        for step, day in zip(steps, days, strict=True):
            left = max(self.norm.rfind("；", start, step.span.start) + 1, start)
            right = self.norm.find("；", step.span.end, end)
            own = [one for one in people if left <= one.start < (right if right >= 0 else end)]
            whom = self._whom(step, own or people, left if own else start)
            by = self.bodies.of(step, left if own else start)
            if by is None and own and left > start and step.measure in OF_COURTS:
                by = self.bodies.of(step, start)
            if step.measure in OF_COURTS:
                by, day = self._of_case_before(Span(start, end), by, day)
            self.accused = whom
            for person in whom:
                self.person = person
                key = (person.name, step.measure, by[1] if by else "")
                if key not in said and (by or not any(one[:2] == key[:2] for one in said)):
                    said.add(key)
                    self._say(person, step, by, day)

    def _of_case_before(self, sentence: Span, by: tuple[Span, str] | None, day: str) -> tuple[tuple[Span, str] | None, str]:
        """同案被告人某某被判处…: by the court of the sentence before, on its day."""
        if by is None and self.judged and _SAME_CASE.match(self.norm, *sentence) and not day:
            return self.judged
        if by is not None:
            self.judged = by, day
        return by, day

    def _brackets(self, people: list[Mention], steps: list[Step]) -> None:
        """某局原局长某某（女）涉嫌贪污一案: what the bracket says."""
        for person in people if steps else ():
            at = Span(person.start, person.end)
            if self.norm[at.end : at.end + 1] == "（":
                bracket(self.scribe, person, self.people.behind(at.start, at.end, at.end + _BRACKET))

    def _steps(self, start: int, end: int) -> list[Step]:
        """The steps that a sentence tells, each kind once; investigations of two bodies are two."""
        found: list[Step] = []
        if double := DOUBLE.search(self.norm, start, end):
            span = Span(*double.span())
            found += [Step("expelled_from_party", span), Step("dismissed", span)]
        for measure, pattern in MEASURES:
            for match in pattern.finditer(self.norm, start, end):
                span = Span(*match.span())
                if any(span.start < other.span.end and other.span.start < span.end for other in found):
                    continue
                body = Span(*match.span("body")) if match.groupdict().get("body") else None
                found.append(Step(measure, span, body))
        if any(one.measure == "sentenced" for one in found):
            found = [one for one in found if one.measure != "tried"]
        once: dict[tuple[str, int], Step] = {}
        for one in sorted(found, key=lambda step: step.span):
            several = one.measure == "investigated"
            whole = "决定执行" in self.norm[one.span.start : one.span.end]
            apart = NEXT if one.measure in OF_COURTS else _PARTS  # 校长办公会给予甲记过处分；校纪委给予其警告处分
            key = one.measure, one.span.start if several else len(apart.findall(self.norm, start, one.span.start))
            if key not in once or whole:
                once[key] = one
        return sorted(once.values(), key=lambda step: step.span)

    def _whom(self, step: Step, people: list[Mention], sentence: int) -> list[Mention]:
        given = list(GIVEN.finditer(self.norm, sentence, step.span.end))
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
            if known is not None and known.start < step.span.end:
                return [known]
            if end > at and self.people.is_name(self.norm[at:end], strict=True):
                return [self.scribe.person(Span(at, end))]
            pronoun = self.norm[at : at + 1]
            if pronoun in ("其", "他", "她"):
                break
        before = [m for m in people if m.start < step.span.start]
        if not before and step.measure in OF_COURTS:  # 开庭审理了某某受贿一案
            before = [m for m in people if m.start >= step.span.end][:1]
        if not before:
            if self.accused and THE_CASE.search(self.norm, sentence, step.span.end + 6):
                return self.accused
            return [self.person] if self.person is not None else []
        last = [before[-1]]
        for one in reversed(before[:-1]):  # 甲、乙等接受审查调查
            gap = self.norm[one.outer.end : last[0].outer.start]
            if not re.fullmatch(r"、|和|及|与|，", gap):
                break
            last.insert(0, one)
        return last

    def _say(self, person: Mention, step: Step, by: tuple[Span, str] | None, date: str) -> None:
        wording = self.scribe.raw(step.span).strip("，、 ")
        target = self.scribe.body(*by) if by is not None else self.scribe.value("Value", step.span, wording)
        if person.where != "text":
            person = Mention("Person", "text", step.span.start, step.span.start, "", Span(0, 0), person.name)
        near = person.form and step.span.end - person.start <= 140 and person.start < step.span.start
        span = Span(person.start, step.span.end) if near else step.span
        self.scribe.say("record-discipline", span, (person, target), {"measure": step.measure, "wording": wording, "date": date})
        # Courts and prosecutors are named where it is told what they did; without them it may be a wish or a comparison.
        self.scribe.statements[-1].doubtful = by is None and step.measure in OF_COURTS
