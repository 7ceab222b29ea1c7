"""What running words tell of one person: attributes, posts held and proposed, studies."""

from __future__ import annotations

import re

from kgnews.annotate.base.document import Document, Passage
from kgnews.annotate.dossier import when
from kgnews.annotate.dossier.attributes import Found, attributes_in, tell
from kgnews.annotate.dossier.careers import CareerScribe, Line
from kgnews.annotate.dossier.offices import OfficeReader
from kgnews.annotate.dossier.people import People
from kgnews.annotate.dossier.profile_words import CANDIDATE, FORMER, HELD, PROPOSED, VAGUE_PROPOSAL
from kgnews.annotate.dossier.schooling import study_in
from kgnews.annotate.dossier.scribe import Scribe
from kgnews.expressions import expression
from kgnews.records import Mention, Span

_LEAD = expression(
    r"(?:(?:[\u3400-\u9fff]{1,2}(?:女士|先生|同志|博士|医生|教授)|他|她)(?=曾|历任|现任|先后|现为|担任|出任|[于自由在从]))?"
    r"(?:并?(?:[于自由从]|在)(?=[\d一二])|并(?=曾任|担任|兼任))?"
)
_SPACED_KEY = expression(r"(?:[\u4e00-\u9fff] +)+[\u4e00-\u9fff](?=：)")
_TAKES_UP = expression(
    r" *(?:起)?，?(?:他|她)?(?:担?任(?!职)|出任|当选|调任|升任|转任|兼任|署理|"
    r"获?(?:晋升|擢升|升任|委任|调升)(?:为|至)?(?![^，。]*(?:政务官|政务主任|现职|级)))"
)
# 自二○二一年四月起，他担任…: a date set apart from what it is of.
_DATE_ALONE = expression(rf"(?:并?[于自由从在](?:{when.DATE}|{when._YEAR}年)(?:起|开始|以来)?|{when.DATE}(?:起|开始|以来)) *")
_NOTE = expression(r"（[^（）]*）$")  # 院士候选人（农业学部）
_AFTER_PEOPLE = expression(r"(?:男|女|族)[， ]+$")


class ClauseReader:
    """Reads the clauses about one person of a passage."""

    def __init__(self, document: Document, passage: Passage, offices: OfficeReader, scribe: Scribe) -> None:
        self.document, self.passage, self.norm = document, passage, passage.norm
        self.offices, self.scribe = offices, scribe
        self.people = People(document, passage)
        self.person: Mention | None = None
        self.name = Span(0, 0)
        self.career: CareerScribe | None = None
        self.former = False
        self.mode = ""  # what the clauses of a person tell: posts held, once held, proposed
        self.proposed_in = ""
        self.vague = False  # proposed for a post in no body that is named: 拟任省属高校党委副书记，提名为校长人选
        self.rest: list[Span] = []  # what a dated line tells without a date
        self.lone = False  # the name stood on a line of its own

    def _set(self, person: Mention, span: Span) -> None:
        if self.person is None or self.person.name != person.name:
            self.career = CareerScribe(self.offices, self.scribe, person)
        self.person, self.name, self.lone = person, span, False
        assert self.career is not None
        self.career.person = person
        self.former = False

    def _attribute(self, start: int, end: int) -> bool:
        assert self.person is not None
        key = _SPACED_KEY.match(self.norm, start, end)
        if key:  # 民　族：回族
            words = "".join(key[0].split()).rjust(len(key[0]))
            found = list(attributes_in(self.norm[:start] + words + self.norm[key.end() :], start, end))
        else:
            found = list(attributes_in(self.norm, start, end))
        if not found and when.ONE.fullmatch(self.norm, start, end) and _AFTER_PEOPLE.search(self.norm, max(0, start - 6), start):
            found = [Found("birth", when.iso(self.norm[start:end]), Span(start, end))]  # 男，汉族，1979.11，…
        for one in found:
            tell(self.scribe, self.person, self.name, one)
        return bool(found)

    def _text(self, start: int, end: int, *, claim: bool) -> None:
        """The clauses of running words about the person."""
        assert self.person is not None
        self.mode = ""
        at = start
        count = len(self.scribe.statements)
        for span in self._clauses(start, end):
            self._clause(span)
            at = span.end
        if claim and len(self.scribe.statements) > count:
            self.scribe.claim(start, at)

    def _clauses(self, start: int, end: int) -> list[Span]:
        found, begin, depth = [], start, 0
        for at in range(start, end):
            depth += (self.norm[at] == "（") - (self.norm[at] == "）")
            if self.norm[at] in "，；。" and depth <= 0:
                if self.norm[at] == "，" and _DATE_ALONE.fullmatch(self.norm, begin, at):
                    continue
                found.append(Span(begin, at))
                begin = at + 1
        found.append(Span(begin, end))
        bare = []
        for span in found:
            left, right = span
            while left < right and self.norm[left] in " ：":
                left += 1
            while right > left and self.norm[right - 1] in " ：、":
                right -= 1
            if left < right:
                bare.append(Span(left, right))
        return bare

    def _clause(self, span: Span) -> None:
        start, end = span
        lead = _LEAD.match(self.norm, start, end)
        start = lead.end() if lead else start
        if self._attribute(start, end):
            return
        proposed = PROPOSED.match(self.norm, start, end) or re.compile(r"(?P<verb>提名[\u4e00-\u9fff]{0,4}为)").match(
            self.norm, start, end
        )
        if proposed:
            self.mode = "proposed"
            self.vague = self.vague and proposed["verb"].startswith("提名")
            self._propose(proposed.end(), end)
            return
        former = FORMER.match(self.norm, start, end)
        held = HELD.match(self.norm, start, end)
        if former:
            self.mode = "former"
            self._post(former.end(), end, "former")
            return
        if held:
            self.mode = "held"
            self._post(held.start() if "挂" in held[0] else held.end(), end, "")
            return
        assert self.career is not None
        period = when.period(self.norm, start, end)
        if period and period.end < end:
            study = study_in(self.norm, period.end, end)
            if study or period.ranged or _TAKES_UP.match(self.norm, period.end, end):
                self.mode = "former" if period.until else "held"
                self.career.line(Line(Span(period.end, end), period))
            else:
                self.mode = ""
                self.career.joined(period.end, end, period)
            return
        study = study_in(self.norm, start, end)
        if study:
            self.career._study(study, None)
            return
        if self.mode == "proposed":
            self._propose(start, end)
        elif self.mode:
            self._post(start, end, "former" if self.mode == "former" else "")
        else:
            phrase = self.offices.read(start, end)
            if phrase.whole and all(office.body.end > office.body.start for office in phrase.offices[:1]):
                self._post(start, end, "")
                self.mode = "held"

    def _post(self, start: int, end: int, status: str) -> None:
        assert self.career is not None
        period = when.period(self.norm, start, end)
        if period and period.end < end:
            self.career.line(Line(Span(period.end, end), period), status)
            return
        if status != "former":
            phrase = self.offices.read(start, end, self.career.before)
            if not phrase.offices:
                self.mode = ""
        self.career.line(Line(Span(start, end), None), status)

    def _propose(self, start: int, end: int) -> None:
        assert self.person is not None
        assert self.career is not None
        tail = CANDIDATE.search(_NOTE.sub("", self.norm[start:end]))
        if tail:
            end = start + tail.start()
        lead = re.compile(r"(?:担任|任|为)").match(self.norm, start, end)
        start = lead.end() if lead else start
        if VAGUE_PROPOSAL.match(self.norm[start:end]):
            self.vague = True
            return
        parts = re.compile(r"[、，]?(?:并)?拟?(?:提名|推荐)(?:为|任)?").split(self.norm[start:end])
        if len(parts) > 1:
            at = start
            for part in parts:
                at = self.norm.index(part, at)
                self._propose_one(at, at + len(part), start)
            return
        self._propose_one(start, end, start)

    def _propose_one(self, start: int, end: int, first_at: int) -> None:
        assert self.person is not None
        assert self.career is not None
        phrase = self.offices.read(start, end, self.proposed_in if start > first_at else self.career.before)
        for office in phrase.offices:
            self.proposed_in = office.body_name
            if not office.body_name or office.status == "former" or (self.vague and office.body.end == office.body.start):
                continue
            body = self.scribe.body(office.body, office.body_name)
            near = office.title_span.end - self.name.start <= 80 and self.name.start <= office.title_span.start
            first = self.name.start if near else min(start, office.title_span.start)
            self.scribe.say("record-proposed", Span(first, office.title_span.end), (self.person, body), {"title": office.title})
