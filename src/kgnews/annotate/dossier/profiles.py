"""Profiles: 姓名，男，汉族，1965年3月生，…, with posts held and proposed; the lines of a résumé below them; tables of fields."""

from __future__ import annotations

import re

from kgnews.annotate.document import Document, Passage
from kgnews.annotate.dossier import when
from kgnews.annotate.dossier.attributes import attributes_in, bracket, tell
from kgnews.annotate.dossier.careers import CareerScribe, Line
from kgnews.annotate.dossier.offices import OfficeReader
from kgnews.annotate.dossier.people import Named, People
from kgnews.annotate.dossier.profile_words import (
    CANDIDATE,
    FIELD,
    FORMER,
    GOES_ON,
    HEADLINE,
    HELD,
    OPEN,
    PART,
    PROPOSED,
    TITLED,
    VAGUE_PROPOSAL,
)
from kgnews.annotate.dossier.schooling import study_in
from kgnews.annotate.dossier.scribe import Scribe
from kgnews.records import Mention, Span


class ProfileReader:
    """Reads the profiles and résumés of one passage."""

    def __init__(self, document: Document, passage: Passage, offices: OfficeReader, scribe: Scribe) -> None:
        self.document, self.passage, self.norm = document, passage, passage.norm
        self.offices, self.scribe = offices, scribe
        self.people = People(document, passage)
        self.person: Mention | None = None
        self.name = Span(0, 0)
        self.career: CareerScribe | None = None
        self.former = False
        self.proposed_in = ""

    def run(self) -> None:
        """Line by line: a profile sets the person, fields and dated lines tell of that person."""
        titled = self._titled()
        lines = [Span(*match.span()) for match in re.finditer(r"[^\n]+", self.norm)]
        dated = sum(1 for line in lines if self._dated(line))
        if titled is not None and (dated >= 2 or any(HEADLINE.match(self.norm[a:b]) for a, b in lines)):
            self._set(*titled)
        for line in lines:
            if self._field(line) or self._profile(line):
                continue
            if self.person is None:
                continue
            if HEADLINE.match(self.norm, *line):
                self.former = False
                self.scribe.claim(*line)
                continue
            period = self._dated(line)
            if period:
                self._line(line, period)
            elif self._meanwhile(line):
                self.scribe.claim(*line)
            elif dated >= 2 or GOES_ON.match(self.norm, *line):
                self._text(line.start, line.end, claim=True)
            else:
                self.person = None

    def _titled(self) -> tuple[Mention, Span] | None:
        """The person whom the title names, by where the name stands in the text, else in the title."""
        match = TITLED.search(self.document.title.norm)
        first = re.match(
            r"(?: *(?P<name>[\u3400-\u9fff·]{2,6}) *(?:同志|先生|女士)?(?:简历|简介|个人简历|履历)?：? *)\n", self.norm
        )
        if match is None and first and self.people.is_name(first["name"], strict=True):
            span = Span(*first.span("name"))
            return self.scribe.person(span), span
        name = (match["a"] or match["b"]) if match else ""
        for pattern in () if match else (r"^([\u3400-\u9fff·]{2,6})$",):
            whole = re.match(pattern, self.document.title.norm.strip())
            name = whole[1] if whole else ""
        if not name or not self.people.is_name(name, strict=True):
            return None
        at = self.norm.find(name)
        if at >= 0:
            span = Span(at, at + len(name))
            return self.scribe.person(span), span
        at = self.document.title.norm.find(name)
        raw = self.document.title.raw[at : at + len(name)]
        mention = Mention("Person", "title", at, at + len(name), raw, Span(at, at + len(name)), raw)
        self.document.title.mentions.append(mention)
        return mention, Span(0, 0)

    def _set(self, person: Mention, span: Span) -> None:
        if self.person is None or self.person.name != person.name:
            self.career = CareerScribe(self.offices, self.scribe, person)
        self.person, self.name = person, span
        assert self.career is not None
        self.career.person = person
        self.former = False

    def _dated(self, line: Span) -> when.Period | None:
        item = re.compile(r" *(?:[●•■◆·\-*]|\d{1,2}[、.．](?!\d))? *(?:自|从)?").match(self.norm, *line)
        period = when.period(self.norm, item.end() if item else line.start, line.end)
        if period is None or period.end >= line.end:
            return None
        rest = self.norm[period.end : line.end].lstrip(" ，：")
        if re.match(r"(?:出生|生于|生，|生。|入伍|参加工作|加入|入党|生$)", rest):
            return None
        return period

    def _line(self, line: Span, period: when.Period) -> None:
        assert self.career is not None
        now = re.compile(r" *(?:起)?，? *(?:任?现职|至今任)[：，]").match(self.norm, period.end, line.end)
        content = Span(now.end() if now else period.end, line.end)
        parts = self._subperiods(content, period)
        for span, when_ in parts:
            self.career.line(Line(span, when_), "former" if self.former and when_.ranged and not when_.open else "")
        self.scribe.claim(*line)

    def _meanwhile(self, line: Span) -> bool:
        """（其间：2008.03—2008.07某校学习） on a line of its own, below the line it belongs to."""
        match = re.compile(r" *（(?P<inside>(?:其间|期间|\d{4})[^\n]*)） *").fullmatch(self.norm, *line)
        if match is None or self.career is None:
            return False
        self.career._meanwhile(Span(*match.span("inside")), None)
        return True

    def _subperiods(self, span: Span, period: when.Period) -> list[tuple[Span, when.Period]]:
        """A line of several periods: 1990年7月至1995年6月任甲；1995年6月至2003年2月任乙."""
        found = [(span.start, period)]
        depth = 0
        for at in range(span.start, span.end):
            depth += (self.norm[at] == "（") - (self.norm[at] == "）")
            if self.norm[at] in "；，。" and depth <= 0:
                further = when.period(self.norm, at + 1, span.end)
                if further and further.end < span.end:
                    found.append((at + 1, further))
        spans = []
        for index, (start, when_) in enumerate(found):
            stop = found[index + 1][0] - 1 if index + 1 < len(found) else span.end
            spans.append((Span(max(start, when_.end), stop), when_))
        return spans

    def _field(self, line: Span) -> bool:
        """姓名：裴雪莹, one field a line."""
        match = FIELD.match(self.norm, *line)
        if match is None or (not match["value"].strip() and match.end("key") == match.end()):
            return False
        key = match["key"].replace(" ", "")
        start, end = match.span("value")
        colon = "：" in self.norm[match.end("key") : start]
        if key == "姓名":
            value = self.norm[start:end]
            stop = re.search(r" {2,}|，| (?=性别)", value)
            named = self.people.one(start, start + stop.start() if stop else end)
            if named is None:
                return False
            self._set(self.scribe.person(named.span), named.span)
            bracket(self.scribe, self.person, named)  # type: ignore[arg-type]
            if stop:
                self._text(start + stop.start(), end, claim=False)
            self.scribe.claim(*line)
            return True
        if self.person is None or not colon:
            return False
        if key.startswith("拟"):
            self._propose(start, end)
        elif "职" in key:
            self._post(start, end, "")
        elif key.startswith("毕业"):
            study = study_in(self.norm, start, end) or study_in(self.norm[:end] + "毕业", start, end + 2)
            if study and self.career:
                self.career._study(study, None)
        elif not self._attribute(match.start("key"), end):
            self._attribute(start, end)
        self.scribe.claim(*line)
        return True

    def _attribute(self, start: int, end: int) -> bool:
        assert self.person is not None
        compact = self.norm[start:end]
        key = re.match(r"([\u4e00-\u9fff]) +([\u4e00-\u9fff])(?=：)", compact)
        if key:  # 民　族：回族
            found = list(
                attributes_in(
                    self.norm[:start] + " " * (key.end() - 2) + key[1] + key[2] + self.norm[start + key.end() :], start, end
                )
            )
        else:
            found = list(attributes_in(self.norm, start, end))
        for one in found:
            tell(self.scribe, self.person, self.name, one)
        return bool(found)

    def _profile(self, line: Span) -> bool:
        match = OPEN.match(self.norm, *line)
        if match is None or not self.people.is_name(match["name"]):
            return False
        span = Span(*match.span("name"))
        if not self._is_profile(Span(match.end(), line.end)):
            return False
        self._set(self.scribe.person(span), span)
        note = Span(match.start("note") + 2, match.end("note") - 1) if match["note"] else None
        assert self.person is not None
        if note is not None:
            note = Span(match.start("note") + match["note"].index("（") + 1, match.end("note") - 1)
            bracket(self.scribe, self.person, Named(span, note, match.end()))
        self._text(match.end(), line.end, claim=False)
        self.scribe.claim(*line)
        return True

    def _is_profile(self, span: Span) -> bool:
        """At least two attributes, or one with a post told or proposed."""
        text = self.norm[span.start : span.end]
        parts = [(span.start + part.start(), span.start + part.end()) for part in PART.finditer(text)]
        count = sum(any(True for _ in attributes_in(self.norm, *part)) for part in parts)
        posts = len(re.findall(r"现任|拟任|历任|曾任|现为|拟提名|毕业", text))
        return count >= 2 or (count >= 1 and posts >= 1) or bool(PROPOSED.search(text) and re.search(r"现任|现为", text))

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
        if self._attribute(start, end):
            return
        pieces = re.findall(r"[^、 ]+", self.norm[start:end])
        if len(pieces) > 1 and all(any(True for _ in attributes_in(piece, 0, len(piece))) for piece in pieces):
            for piece in re.finditer(r"[^、 ]+", self.norm[start:end]):
                self._attribute(start + piece.start(), start + piece.end())
            return
        proposed = PROPOSED.match(self.norm, start, end) or re.compile(r"(?P<verb>提名[\u4e00-\u9fff]{0,4}为)").match(
            self.norm, start, end
        )
        if proposed:
            self.mode = "proposed"
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
            self._post(held.end(), end, "")
            return
        assert self.career is not None
        period = when.period(self.norm, start, end)
        if period and period.end < end:
            self.mode = "former" if period.until else "held"
            study = study_in(self.norm, period.end, end)
            if (
                study
                or period.ranged
                or re.match(r" *(?:起)?，?(?:担?任|出任|当选|调任|升任|转任|兼任)", self.norm[period.end : end])
            ):
                self.career.line(Line(Span(period.end, end), period))
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
        tail = CANDIDATE.search(self.norm[start:end])
        if tail:
            end = start + tail.start()
        lead = re.compile(r"(?:担任|任|为)").match(self.norm, start, end)
        start = lead.end() if lead else start
        if VAGUE_PROPOSAL.match(self.norm[start:end]):
            return
        parts = re.compile(r"[、，]?(?:并)?拟?提名(?:为|任)?").split(self.norm[start:end])
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
            if not office.body_name or office.status == "former":
                continue
            body = self.scribe.body(office.body, office.body_name)
            near = office.title_span.end - self.name.start <= 80 and self.name.start <= office.title_span.start
            first = self.name.start if near else min(start, office.title_span.start)
            self.scribe.say("record-proposed", Span(first, office.title_span.end), (self.person, body), {"title": office.title})
