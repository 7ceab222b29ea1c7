"""The posts and the things that a person is told to be responsible for."""

from __future__ import annotations

import re

from kgnews.annotate.base.document import Document, Passage
from kgnews.annotate.dossier.duty_words import (
    FIELD_FORMS,
    ONE_FIELD,
    SPLIT,
    VERB,
    WORD,
    WORK_TAIL,
)
from kgnews.annotate.dossier.houses import own_part
from kgnews.annotate.dossier.offices import OfficeReader
from kgnews.annotate.dossier.people import People
from kgnews.annotate.dossier.rosters import RosterReader
from kgnews.annotate.dossier.scribe import Scribe
from kgnews.expressions import expression
from kgnews.records import Mention, Span

_PART = expression(
    r"[\u4e00-\u9fff]{0,12}(?:办公室|科|处|股|室)|机关党委|[\u4e00-\u9fff]{2,5}(?<!干)部|[\u4e00-\u9fff]{2,8}(?:支队|大队|(?<!公)司)|"
    r"[\u4e00-\u9fff]{1,6}办|(?:图书|档案|博物|校史)馆|[\u4e00-\u9fff]{2,8}中心"
)
# What only a school or a court has: 外国语学院, 民事审判第一庭.
_PARTS_OF = (
    (
        expression(r"(?:[镇乡]|街道|街道办事处|[镇乡]人民政府|[镇乡]政府)$"),
        expression(r"(?!派出)[\u4e00-\u9fff]{2,8}(?:所|站|办|服务中心|大队|窗口)"),
    ),
    (
        expression(r"大学$|^(?!.*大学)[\u4e00-\u9fff]{4,}学院$"),
        expression(r"(?!.*(?:职业|专科|师范))[\u4e00-\u9fff]{1,14}学院|[\u4e00-\u9fff]{1,10}(?:学部|系)|研究生院"),
    ),
    (
        expression(r"(?:中学|小学|学校)$"),
        expression(r"[\u4e00-\u9fff]{2,8}(?:教研组|备课组|年级组|年级部|级部|学部)"),
    ),
    (expression(r"(?:人大|人大常委会|常务委员会)$"), expression(r"[\u4e00-\u9fff]{2,14}(?:工作委员会|工委)")),
    (expression(r"局$"), expression(r"[\u4e00-\u9fff]{2,6}分局")),
    (
        expression(r"(?:报社|电视台|出版社|医院|研究院|报业集团)$"),
        expression(
            r"[\u4e00-\u9fff]{2,5}公司|[\u4e00-\u9fff]{2,8}(?:学院|系|所|馆|中心|编辑部|记者站)|研究生院|附属[\u4e00-\u9fff]{2,6}"
        ),
    ),
    (expression(r"政协$"), expression(r"[\u4e00-\u9fff]{2,14}(?:委员会|专委会)")),
    (expression(r"法院$"), expression(r"[\u4e00-\u9fff]{2,12}庭|执行局|[\u4e00-\u9fff]{2,6}部")),
    (
        expression(r"检察院$"),
        expression(r"(?:第[一二三四五六七八九十]+|[\u4e00-\u9fff]{2,6})(?:检察|业务|综合)?(?<!干)部|[\u4e00-\u9fff]{2,6}局"),
    ),
)


class ThingReader:
    """Reads what one person is responsible for."""

    def __init__(self, document: Document, passage: Passage, offices: OfficeReader, scribe: Scribe) -> None:
        self.document, self.passage, self.norm = document, passage, passage.norm
        self.offices, self.scribe = offices, scribe
        self.people = People(document, passage)
        self.names = RosterReader(document, passage, offices, scribe)
        self.person: Mention | None = None
        self.own = ""
        self.name = Span(0, 0)
        self.host = ""
        self.above: bool | None = None  # whether posts stand above the names of a page; not known before the first
        self.waits = False  # for the posts of a person whose name stood alone

    def _posts(self, span: Span, note: Span | None = None) -> None:
        """The posts in ``span``; ``note`` is what a bracket behind the name says of them (挂职)."""
        assert self.person is not None
        seconded = note is not None and self.norm.startswith("挂职", note.start)
        flags = {"on_secondment": self.scribe.raw(note)} if note is not None and seconded else {}
        start, end = span
        while end > start and self.norm[end - 1] in " ，。：；":
            end -= 1
        offices = [office for office in self.offices.read(start, end, self.host).offices if office.body_name]
        for office in offices:
            body = self.scribe.body(office.body, office.body_name)
            fact = Span(min(self.name.start, office.title_span.start), office.title_span.end)
            if fact.end - fact.start > 80:
                fact = office.title_span
            self.scribe.say("record-roster", fact, (self.person, body), {"title": office.title, "status": office.status} | flags)
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
                self._things(verb["verb"], verb.start(), Span(verb.end(), stop))

    def _is_verb(self, match: re.Match[str], start: int) -> bool:
        before = self.norm[match.start() - 1 : match.start()]
        return match.start() == start or before in "，。；：、 " or before == "并" or bool(match["help"])

    def _things(self, role: str, said: int, span: Span) -> None:
        """What stands in ``span`` as things that the person is responsible for in the ``role`` that is said at ``said``."""
        start, end = span
        while end > start and self.norm[end - 1] in " ，。；、并":
            end -= 1
        whole = self.norm[start:end]
        general = re.fullmatch(r"[^、，]{0,24}?(?:全面|日常|常务)工作", whole) or (
            role == "主持" and re.fullmatch(r"[^、，]{2,24}工作", whole)
        )
        if not general:
            tail = WORK_TAIL.search(whole)
            end -= len(tail[0]) if tail and len(tail[0]) < len(whole) else 0
        pieces = [Span(start, end)] if general else self._split(start, end)
        for piece in pieces:
            if self.norm.endswith(("全面", "日常"), piece.start, piece.end) and self.norm.startswith("工作", piece.end):
                piece = Span(piece.start, piece.end + 2)  # 党组、行政全面工作
            text = self.norm[piece.start : piece.end]
            if len(text) < 2 or text.startswith("协助") or not WORD.fullmatch(text):
                continue
            fact = Span(said if piece.start - said < 60 else piece.start, piece.end)
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
            ("局", "委", "办", "厅", "院", "中心", "科", "处", "室", "股", "支队")
        ):
            return True
        return not (
            right.endswith(("局", "厅", "部", "委", "委员会", "处", "科", "办公室"))
        ) and not self.offices.bodies.suffix_of(right)

    def _of_own(self, text: str, role: str) -> bool:
        """Whether it is a part of the person's own body (财务科, 绩效办), whose name leaves that out."""
        if not self.own or self.offices.bodies.place_prefix(text):
            return False
        if text in ("工会", "团委"):
            return role != "负责"
        own = next((parts for house, parts in _PARTS_OF if house.search(self.own)), None)
        return bool(_PART.fullmatch(text) or (own and own.fullmatch(text) and not self.offices.stands(text)))

    def _thing(self, span: Span, text: str, role: str) -> Mention:
        bodies = self.offices.bodies
        name = self.offices.territory.expand(text)
        if part := own_part(text, self.own or self.host) if role != "负责" else "":  # 公司财务部, 校团委
            name = (self.own or self.host) + part
        elif name == text and self._of_own(text, role):
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
