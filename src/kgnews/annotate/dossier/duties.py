"""Who is responsible for what: 主持…全面工作, 负责…方面工作, 分管…, 联系…."""

from __future__ import annotations

import re

from kgnews.annotate.document import Document, Passage
from kgnews.annotate.dossier.attributes import bracket
from kgnews.annotate.dossier.duty_words import (
    FIELD_FORMS,
    FIELD_LINE,
    HEADED,
    NAME_LINE,
    ONE_FIELD,
    OPEN,
    PLAIN,
    SPLIT,
    TITLE_LINE,
    VERB,
    WORD,
    WORK_TAIL,
)
from kgnews.annotate.dossier.kinds import DUTIES
from kgnews.annotate.dossier.offices import OfficeReader
from kgnews.annotate.dossier.people import Named, People
from kgnews.annotate.dossier.profile_words import BELOW
from kgnews.annotate.dossier.profile_words import OPEN as OPEN_PROFILE
from kgnews.annotate.dossier.rosters import RosterReader
from kgnews.annotate.dossier.scribe import Scribe
from kgnews.records import Mention, Span

# A line of nothing but duties, below a life.
_ONLY_DUTIES = re.compile(r" *(?:(?:主要)?(?:负责|分管|协助|主持|联系|协管)[^，。；\n]{2,90}[。；，]?)+ *")


class DutyReader:
    """Reads the duties of one passage."""

    def __init__(self, document: Document, passage: Passage, offices: OfficeReader, scribe: Scribe) -> None:
        self.document, self.passage, self.norm = document, passage, passage.norm
        self.offices, self.scribe = offices, scribe
        self.people = People(document, passage)
        self.names = RosterReader(document, passage, offices, scribe)
        self.person: Mention | None = None
        self.own = ""
        self.name = Span(0, 0)
        self.host = ""
        self.waits = False  # for the posts of a person whose name stood alone

    def run(self) -> None:
        """Only documents that say they divide work, or whose lines open with name and post before a duty."""
        told = DUTIES.search(self.document.title.norm + "\n" + self.norm[:200])
        told = told or re.search(r"(?m)^ *(?:工作)?分 *工 *(?:：|$)", self.norm)
        self.host = self.offices.host = self._host()
        for match in re.finditer(r"[^\n]+", self.norm):
            line = Span(*match.span())
            if not self._introduced(line) and not told:
                if self.person is not None and _ONLY_DUTIES.fullmatch(self.norm, *line):
                    self._duties(line)
                    self.scribe.claim(*line)
                continue
            if self._named(line) or self._field(line) or self._alone(line) or self._headed(line) or self._opened(line):
                continue
            if self.person is not None and VERB.match(self.norm, *self._stripped(line)):
                self._duties(line)
                self.scribe.claim(*line)

    def _introduced(self, line: Span) -> bool:
        """The person whose life a line tells is whose duties stand below it; the line is the reader's of lives."""
        match = OPEN_PROFILE.match(self.norm, *line)
        if match and self.people.is_name(match["name"], strict=True):
            self.person, self.name = self.scribe.person(Span(*match.span("name"))), Span(*match.span("name"))
            now = re.compile(r"现[任为](?P<posts>[^。；\n]+)").search(self.norm, *line)
            posts = self.offices.read(*now.span("posts")).offices if now else []
            self.own = next((office.body_name for office in posts if not office.body_name.endswith("委")), self.host)
            return True
        return False

    def _alone(self, line: Span) -> bool:
        """A name on a line of its own, and the line of nothing but posts below it."""
        named = self.people.one(*line, strict=True) if line.end - line.start <= 20 else None
        if named is not None and not self.norm[named.end : line.end].strip():
            below = self.norm[line.end + 1 : line.end + 200].split("\n")[:4]
            if not any(BELOW.match(one) or VERB.match(one) for one in below):
                return False
            self.person, self.name, self.waits = self.scribe.person(named.span), named.span, True
            bracket(self.scribe, self.person, named)
            self.scribe.claim(*line)
            return True
        if self.person is None or not self.waits or line.end - line.start > 60:
            return False
        if not self.offices.read(*line, self.host).whole:
            return False
        self._posts(line)
        self.waits = False
        self.scribe.claim(*line)
        return True

    def _stripped(self, line: Span) -> Span:
        start = line.start
        while start < line.end and self.norm[start] in " ：，":
            start += 1
        return Span(start, line.end)

    def _host(self) -> str:
        match = re.search(
            r"(?P<body>[\u4e00-\u9fff]{2,24}?(?:人民政府|政府|委员会|局|厅|部|委|院|公司|集团|大学|学院|中心|银行|"
            r"法院|检察院|办公室))(?:党组|党委)?(?:校|院|局|厅)?(?:领导|班子|关于|党组|副?[局厅院校行]长)",
            self.document.title.norm + "\n" + self.norm[:160],
        )
        return self.offices.territory.expand(re.sub(r"^.*(?:现任|现为|曾任|历任)", "", match["body"])) if match else ""

    def _named(self, line: Span) -> bool:
        match = NAME_LINE.fullmatch(self.norm, *line)
        named = self.people.one(*match.span("value")) if match else None
        if named is None:
            return False
        self.person, self.name = self.scribe.person(named.span), named.span
        self.host = self.host or ""
        self.scribe.claim(*line)
        return True

    def _field(self, line: Span) -> bool:
        if self.person is None:
            return False
        title = TITLE_LINE.fullmatch(self.norm, *line)
        if title and "：" in title[0]:
            self._posts(Span(*title.span("value")))
            self.scribe.claim(*line)
            return True
        duty = FIELD_LINE.fullmatch(self.norm, *line)
        if duty and ("：" in duty[0] or VERB.match(duty["value"])):
            self._duties(Span(*duty.span("value")))
            self.scribe.claim(*line)
            return True
        return False

    def _opened(self, line: Span) -> bool:
        """程　远　市委副书记、市长。主持…: a name, its posts, its duties; or 程远同志：负责…."""
        match = OPEN.match(self.norm, *line)
        if match is None:
            return self._titled(line)
        span = Span(*match.span("name"))
        rest = Span(*match.span("rest"))
        verb = VERB.search(self.norm, *rest)
        posts_end = verb.start() if verb else rest.end
        posts = self.norm[rest.start : posts_end].strip(" ，。：；")
        found = (
            self.offices.read(
                rest.start, rest.start + len(self.norm[rest.start : posts_end].rstrip(" ，。：；")), self.host
            ).offices
            if posts
            else []
        )
        strict = not found and "·" not in match["name"]
        if not self.people.is_name(match["name"], strict=strict):
            return self._titled(line)
        if (posts and not found) or (verb is None and match["gap"] == "，"):
            return False
        self.person, self.name = self.scribe.person(span), span
        if match["note"]:
            note = Span(match.start("note") + match["note"].index("（") + 1, match.end("note") - 1)
            bracket(self.scribe, self.person, Named(span, note, match.end("note")))
        if posts:
            self._posts(Span(rest.start, posts_end))
        if verb:
            self._duties(Span(posts_end, rest.end))
        self.scribe.claim(*line)
        return True

    def _titled(self, line: Span) -> bool:
        """党委书记 韩冰：主持党委全面工作."""
        if line.end - line.start <= 16 and self._called(self._stripped(line), None):
            self.scribe.claim(*line)
            return True
        head = re.compile(r" *(?P<head>[^：，。]{4,40})(?:：|，)(?=[^\n]{2})").match(self.norm, *line)
        verb = VERB.search(self.norm, *line)
        plain = PLAIN.match(self.norm, *line)
        if plain is not None and (named := self.names._trailing_name(Span(*plain.span("head")))):
            return self._spoken(Span(*plain.span("head")), named, Span(plain.end(), line.end))
        if head is None or verb is None:
            return False
        named = self.names._trailing_name(Span(*head.span("head")))
        if named is None:
            return self._called(Span(*head.span("head")), Span(head.end(), line.end))
        return self._spoken(Span(*head.span("head")), named, Span(head.end(), line.end))

    def _spoken(self, head: Span, named: Named, rest: Span) -> bool:
        """Posts and name in ``head``, what the person does in ``rest``."""
        self.person, self.name = self.scribe.person(named.span), named.span
        bracket(self.scribe, self.person, named)
        self._posts(Span(head.start, named.span.start))
        self._duties(rest)
        self.scribe.claim(head.start, rest.end)
        return True

    def _headed(self, line: Span) -> bool:
        """党组成员、副主任：邰　丽（女）, what they do below."""
        match = HEADED.fullmatch(self.norm, *line)
        if match is None or not self.offices.read(*match.span("posts"), self.host).whole:
            return False
        named = self.people.one(*match.span("name"))
        below = self.norm[line.end + 1 : line.end + 60]
        if named is None or (match["gap"] != "：" and not VERB.match(below.lstrip())):
            return False
        self.person, self.name = self.scribe.person(named.span), named.span
        bracket(self.scribe, self.person, named)
        self._posts(Span(*match.span("posts")))
        self.scribe.claim(*line)
        return True

    def _called(self, head: Span, rest: Span | None) -> bool:
        """童百熊市长：领导市政府全面工作."""
        for size in (3, 2, 4):
            end = head.start + size
            if end >= head.end or not self.people.is_name(self.norm[head.start : end], strict=True):
                continue
            phrase = self.offices.read(end, head.end, self.host)
            if phrase.whole and phrase.offices[0].body.end == phrase.offices[0].body.start:
                self.person, self.name = self.scribe.person(Span(head.start, end)), Span(head.start, end)
                self._posts(Span(end, head.end))
                if rest is not None:
                    self._duties(rest)
                self.scribe.claim(head.start, rest.end if rest is not None else head.end)
                return True
        return False

    def _posts(self, span: Span) -> None:
        assert self.person is not None
        start, end = span
        while end > start and self.norm[end - 1] in " ，。：；":
            end -= 1
        offices = [office for office in self.offices.read(start, end, self.host).offices if office.body_name]
        for office in offices:
            body = self.scribe.body(office.body, office.body_name)
            fact = Span(min(self.name.start, office.title_span.start), office.title_span.end)
            if fact.end - fact.start > 80:
                fact = office.title_span
            self.scribe.say("record-roster", fact, (self.person, body), {"title": office.title, "status": office.status})
        if offices and not self.document.title.norm:
            self.host = offices[-1].body_name
        self.own = next((office.body_name for office in offices if not re.search(r"委$", office.body_name)), self.host)

    def _duties(self, span: Span) -> None:
        assert self.person is not None
        for sentence in re.finditer(r"[^。；\n]+", self.norm[span.start : span.end]):
            start, end = span.start + sentence.start(), span.start + sentence.end()
            verbs = [match for match in VERB.finditer(self.norm, start, end) if self._is_verb(match, start)]
            for index, verb in enumerate(verbs):
                stop = verbs[index + 1].start() if index + 1 < len(verbs) else end
                self._things(verb, Span(verb.end(), stop))

    def _is_verb(self, match: re.Match[str], start: int) -> bool:
        before = self.norm[match.start() - 1 : match.start()]
        return match.start() == start or before in "，。；：、 " or before == "并" or bool(match["help"])

    def _things(self, verb: re.Match[str], span: Span) -> None:
        start, end = span
        while end > start and self.norm[end - 1] in " ，。；、并":
            end -= 1
        whole = self.norm[start:end]
        general = re.fullmatch(r"[^、，]{0,24}?(?:全面|日常|常务)工作", whole) or (
            verb["verb"] == "主持" and re.fullmatch(r"[^、，]{2,24}工作", whole)
        )
        if not general:
            tail = WORK_TAIL.search(whole)
            end -= len(tail[0]) if tail and len(tail[0]) < len(whole) else 0
        role = verb["verb"]
        pieces = [Span(start, end)] if general else self._split(start, end)
        for piece in pieces:
            if self.norm.endswith(("全面", "日常"), piece.start, piece.end) and self.norm.startswith("工作", piece.end):
                piece = Span(piece.start, piece.end + 2)  # 党组、行政全面工作
            text = self.norm[piece.start : piece.end]
            if len(text) < 2 or not WORD.fullmatch(text):
                continue
            fact = Span(verb.start() if piece.start - verb.start() < 60 else piece.start, piece.end)
            person = self.person
            assert person is not None
            thing = self._thing(piece, text, role)
            self.scribe.say("record-duty", fact, (person, thing), {"role": role})

    def _split(self, start: int, end: int) -> list[Span]:
        found, begin, depth, _quoted = [], start, 0, 0
        at = start
        while at < end:
            depth += (self.norm[at] in "（“") - (self.norm[at] in "）”")
            mark = SPLIT.match(self.norm, at, end) if depth <= 0 else None
            if mark and (mark[0] in "、，" or self._joins(begin, at, mark.end(), end)):
                found.append(Span(begin, at))
                begin = at = mark.end()
                continue
            at += 1
        found.append(Span(begin, end))
        spans = []
        for one in found:
            tail = WORK_TAIL.search(self.norm[one.start : one.end])
            stop = one.end - (
                len(tail[0])
                if tail and one.end - one.start > len(tail[0]) + 1 and not FIELD_FORMS.search(self.norm[one.start : one.end])
                else 0
            )
            spans.append(Span(one.start, stop))
        return spans

    def _joins(self, begin: int, at: int, after: int, end: int) -> bool:
        """Whether 和 stands between two things rather than inside one name (文化和旅游局)."""
        left = self.norm[begin:at]
        if ONE_FIELD.match(self.norm, begin):
            return False
        stop = re.search(r"[、，]", self.norm[after:end])
        right = self.norm[after : after + stop.start() if stop else end]
        if self.offices.bodies.suffix_of(left) in self.offices.bodies.safe or left.endswith(
            ("局", "委", "办", "厅", "院", "中心")
        ):
            return True
        return not (
            right.endswith(("局", "厅", "部", "委", "委员会", "处", "科", "办公室"))
        ) and not self.offices.bodies.suffix_of(right)

    def _thing(self, span: Span, text: str, role: str) -> Mention:
        bodies = self.offices.bodies
        name = self.offices.territory.expand(text)
        if (
            name == text
            and self.own
            and re.fullmatch(
                r"(?:[\u4e00-\u9fff]{0,8}(?:办公室|科|处|股|室)|机关党委|[\u4e00-\u9fff]{2,5}部|"
                r"[\u4e00-\u9fff]{2,8}(?:支队|大队|司)|(?:图书|档案|博物|校史)馆|[\u4e00-\u9fff]{2,8}中心)",
                text,
            )
            and not bodies.place_prefix(text)
        ):
            name = self.own + text
        place = re.fullmatch(r"[\u4e00-\u9fff]{1,6}(?:县|市|区|镇|乡|村|街道|州|旗)", text)
        suffix = bodies.suffix_of(text)
        body = (
            (bool(suffix) and len(suffix) < len(text) and (suffix in bodies.safe or text[-1] in "局委办院部厅社会司"))
            or text in bodies.known
            or place
            or name != text
            or re.search(r"(?:局|委|办|厅|院|中心|公司|集团|银行|法院|检察院|大学|学院|医院|总队|支队|大队|办公室|处|科)$", text)
        )
        if body and not re.search(r"工作$|建设$|改革$|管理$|事业$", text):
            return self.scribe.body(span, name)
        return self.scribe.value("Field", span, self.scribe.raw(span))
