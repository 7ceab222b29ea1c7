"""Careers: dated lines of a résumé, with what happened meanwhile in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kgnews.annotate.dossier import when
from kgnews.annotate.dossier.offices import Office, OfficeReader
from kgnews.annotate.dossier.schooling import study_cells, study_in
from kgnews.annotate.dossier.scribe import Scribe
from kgnews.annotate.dossier.when import Period
from kgnews.expressions import expression
from kgnews.records import Mention, Span

_BRACKET = expression(r"（(?P<inside>[^（）]*(?:（[^（）]*）[^（）]*)*)）")
_MEANWHILE = expression(r" *(?:其间|期间|其中|间|同时)?[：，:]? *")
_WORKED = expression(
    r"^(?:在|到|赴|入|进入)?[\u4e00-\u9fff（）]*(?:工作|锻炼|插队|下乡|务农|待业|待分配|服役|入伍|实习|支教|劳动|"
    r"借调|挂职锻炼|驻村)(?:期间)?$"
)
_AFTER_WORK = expression(
    r"^(?:同年|当年|毕业后|此后|随后|后)?(?:在|到|进入|调入|调到|分配到|加入|入职)(?P<body>[\u4e00-\u9fff（）]{2,24}?)(?:机关)?(?:工作|任职|任教|执教|从教|供职|就职)(?:期间)?$"
)
_JOINED_AS = expression(
    r"^(?:加入|进入|入职)(?P<body>[\u4e00-\u9fff]{2,20}?)，?(?:任职|担任|出任|任)(?P<posts>[\u4e00-\u9fff（）]{2,20})$"
)
_JOINED = expression(r"^(?:加入|进入|入职)(?P<body>[\u4e00-\u9fff]{1,18}(?:署|处|局|厅|院|公司|银行|集团|大学|报社|台))$")
_WHOLE = expression(
    r"[\u4e00-\u9fff（）]{3,26}(?:大学|学院|学校|医院|公司|集团|研究院|研究所|科学院|局|厅|委员会|委|处|科|系|部|室|中心|实验室|所|院|厂|馆|社|台|站|政府|银行|支行|分行)"
)
_HOUSE = expression(
    r"大学|学院|学校|中学|小学|医院|公司|集团|研究院|研究所|科学院|银行|[省市县区][\u4e00-\u9fff]{2,}(?:局|厅|委)"
)
_TO = expression(rf"，?(?:一职)?，?直?至(?:(?P<until>{when.DATE})(?:止|为止)?|今|现在) *$")
_SERIES = expression(r" *(?:(?:以?后|起|之后)，?)?(?:历任|先后(?:担任|任)?|曾任)：? *")


@dataclass(slots=True)
class Line:
    """The words of a dated line and its period (None where it has none)."""

    span: Span
    period: Period | None


class CareerScribe:
    """Writes the posts and studies of one person."""

    def __init__(self, offices: OfficeReader, scribe: Scribe, person: Mention) -> None:
        self.offices, self.scribe, self.person = offices, scribe, person
        self.norm = scribe.passage.norm
        self.before = ""
        self.schooling = False  # the heading above says that schools follow

    def line(self, line: Line, status: str = "") -> int:
        """Read one line; the number of facts in it."""
        count = len(self.scribe.statements)
        line = self._until(line)
        start, end = line.span
        if self._schooled(line):
            return len(self.scribe.statements) - count
        inner: list[Span] = []
        pieces: list[Span] = []
        at = start
        for match in _BRACKET.finditer(self.norm, start, end):
            inside = match["inside"]
            lead = _MEANWHILE.match(inside)
            if when.period(inside, lead.end() if lead else 0, len(inside)) or re.match(r" *(?:其间|期间)", inside):
                inner.append(Span(*match.span("inside")))
                pieces.append(Span(at, match.start()))
                at = match.end()
        pieces.append(Span(at, end))
        for piece in pieces:
            self._content(piece, line.period, status)
        for span in inner:
            self._meanwhile(span, line.period)
        return len(self.scribe.statements) - count

    def _schooled(self, line: Line, degree: str = "") -> bool:
        """2000.09–2003.06　北屿大学，高分子化学专业，理学硕士."""
        study = study_cells(self.norm, *line.span, headed=self.schooling, degree=degree)
        if study is not None:
            self._study(study, line.period)
        return study is not None

    def _until(self, line: Line) -> Line:
        """2019年8月出任某處助理處長至2022年7月: when it ended stands behind the post."""
        since = line.period
        if since is None or since.ranged:
            return line
        tail = _TO.search(self.norm, *line.span)
        until = when.iso(tail["until"]) if tail and tail["until"] else ""
        if tail is None or (until and until < since.since):
            return line
        return Line(Span(line.span.start, tail.start()), replace(since, until=until, open=not until, ranged=True))

    def _meanwhile(self, span: Span, outer: Period | None) -> None:
        for part in re.finditer(r"[^；;。]+", self.norm[span.start : span.end]):
            start, end = span.start + part.start(), span.start + part.end()
            lead = _MEANWHILE.match(self.norm, start, end)
            at = lead.end() if lead else start
            period = when.period(self.norm, at, end)
            kept = self.before
            before = len(self.scribe.statements)
            self._content(Span(period.end if period else at, end), period or None, "" if period else "former")
            self.before = kept
            if period is None:
                del self.scribe.statements[before:]  # no dates: what stands there is told too loosely

    def _content(self, span: Span, period: Period | None, status: str) -> None:
        self.series = status == "former"
        for piece in self._segments(span):
            start, end = piece
            series = _SERIES.match(self.norm, start, end)
            if series and series.end() > start:
                start, self.series = series.end(), True
            named = self.norm.startswith(self.person.name, start, end) and len(self.person.name)
            start += named or 0
            study = study_in(self.norm, start, end)
            if study:
                self._study(study, period)
                period = None if period and not period.ranged else period  # 1991年毕业于…，历任…
                continue
            if self.worked(start, end):
                continue
            if _WORKED.match(self.norm[start:end]):
                continue
            if body := self._body(Span(start, end)):
                self.before = body
                continue
            self._posts(Span(start, end), period, status)

    def _body(self, span: Span) -> str:
        """蔚川大学化学学院，讲师: the body of the posts set apart behind it."""
        text = self.norm[span.start : span.end]
        whole = _WHOLE.fullmatch(text) and (self.offices.stands(text) or _HOUSE.search(text))
        return self.offices._name(text, self.before) if whole and self.offices.heads.start(text) == len(text) else ""

    def worked(self, start: int, end: int) -> bool:
        """在某局工作: no post, but what follows may be of that body."""
        text = self.norm[start:end].strip()
        match = _AFTER_WORK.match(text) or _JOINED_AS.match(text) or _JOINED.match(text)
        if match:
            self.before = self.offices.territory.expand(match["body"])
        return match is not None

    def joined(self, start: int, end: int, period: Period) -> None:
        """一九九一年加入消防處任消防隊長: the body, and the post in it."""
        match = _JOINED_AS.match(self.norm[start:end])
        if self.worked(start, end) and match:
            self.series, body = False, self.before
            posts = Span(start + match.start("posts"), start + match.end("posts"))
            if not self._rank(posts, body, period):
                self._posts(posts, period, "")
            self.before = body

    def _rank(self, posts: Span, body: str, period: Period) -> bool:
        """入境事務主任 of 入境事務處, 海關督察 of 海關: a rank that says its department again."""
        words = self.norm[posts.start : posts.end]
        stem = re.sub(r"[署处局]$", "", body)
        if len(stem) < 2 or not words.startswith(stem) or len(words) == len(stem) or words.startswith(body + "副"):
            return False
        rest = words[len(stem) :]
        if not 2 <= len(rest) <= 5 or re.search(r"[总处科署局组部，、]", rest):
            return False
        start = period.start if posts.start - period.start < 80 else posts.start
        at = self.norm.rfind(body, start, posts.start)
        mention = self.scribe.body(Span(at, at + len(body)) if at >= 0 else Span(posts.start, posts.start), body)
        self.scribe.say(
            "record-career",
            Span(start, posts.end),
            (self.person, mention),
            {"title": self.scribe.raw(posts), "since": period.since, "until": period.until},
        )
        return True

    def told(self, offices: Iterable[Office], name: Span) -> None:
        """Posts that stand beside the name."""
        for office in offices:
            body = self.scribe.body(office.body, office.body_name)
            span = Span(min(name.start, office.title_span.start), max(name.end, office.title_span.end))
            self.scribe.say("record-career", span, (self.person, body), {"title": office.title, "status": office.status})

    def _segments(self, span: Span) -> list[Span]:
        found: list[Span] = []
        for part in re.finditer(r"[^，；。]+", self.norm[span.start : span.end]):
            start, end = span.start + part.start(), span.start + part.end()
            while start < end and self.norm[start] in " ：、.他她":
                start += 1
            while end > start and self.norm[end - 1] in " 、":
                end -= 1
            if start < end:
                found.append(Span(start, end))
        return found

    def _study(self, study: object, period: Period | None) -> None:
        from kgnews.annotate.dossier.schooling import Study

        assert isinstance(study, Study)
        name = self.offices.territory.expand(study.name)
        school = self.scribe.body(study.school, self.scribe.raw(study.school) if name == study.name else name)
        dates = (
            {"since": period.since, "until": period.until}
            if period and period.ranged
            else {"until": period.since}
            if period
            else {}
        )
        near = period is not None and 0 <= study.proof.start - period.start < 60
        span = Span(period.start if period and near else study.proof.start, study.proof.end)
        self.scribe.say(
            "record-study", span, (self.person, school), self._worded({"field": study.field, "degree": study.degree}) | dates
        )

    def _worded(self, words: dict[str, str]) -> dict[str, str]:
        return {key: self.scribe.writing.of(value) for key, value in words.items()}

    def _posts(self, span: Span, period: Period | None, status: str) -> None:
        phrase = self.offices.read(span.start, span.end, self.before)
        for office in phrase.offices:
            if not office.body_name:
                continue
            open_ = period is None or period.open or not period.ranged
            mark = "former" if office.status == "former" or self.series else status or ("" if open_ else "former")
            if self.series and period is not None and open_ and (period.open or period.ranged):
                continue  # 2010年至今，先后任甲、乙、丙: which of them holds now is not said
            dates = {"since": period.since, "until": period.until} if period else {}
            if self.series and period is not None and not period.ranged and office is not phrase.offices[0]:
                dates = {}  # 2003年4月后历任甲、乙: when the second began is not said
            flags = {key: value for key, value in office.flags if key != "probation"}
            start = (
                period.start
                if period and office.title_span.start - period.start < 80
                else min(office.body.start, office.title_span.start)
            )
            fact = Span(min(start, office.title_span.start), office.title_span.end)
            body = self.scribe.body(office.body, office.body_name)
            apart = {"since": ("text", Span(period.start, period.end))} if period and period.start > fact.end else {}
            self.scribe.say(
                "record-career", fact, (self.person, body), {"title": office.title, "status": mark} | dates | flags, apart
            )
            self.before = office.body_name
