"""Tables that appoint and remove: 姓名、任命职务、免去职务 under an order, 原任职务 and 新任职务."""

from __future__ import annotations

import re

from kgnews.annotate.base.document import Document, Passage
from kgnews.annotate.dossier import when
from kgnews.annotate.dossier.decisions import Decision
from kgnews.annotate.dossier.decree_words import REMARK, SENTENCE
from kgnews.annotate.dossier.offices import OfficeReader
from kgnews.annotate.dossier.order_parts import Order
from kgnews.annotate.dossier.scribe import Scribe
from kgnews.annotate.dossier.together import TogetherReader
from kgnews.expressions import expression
from kgnews.records import Mention, Span

_IN_FORCE = expression(rf"(?:自|从|由)(?P<date>{when.DATE})(?:起|开始)?(?:正式)?(?:生效|实施|起聘|到任|任职)")
_TAKEN = expression(r"免|解聘|撤")  # 原任职务 says only what was held before


class TableOrders:
    """The orders in the rows of one table."""

    def __init__(self, document: Document, passage: Passage, offices: OfficeReader, scribe: Scribe) -> None:
        self.document, self.passage, self.offices, self.scribe = document, passage, offices, scribe
        self.decision = Decision()
        self.flags: dict[str, str] = {}
        self.each: Order | None = None

    def above(self, table: Span) -> None:
        """Who decided and when, by the words above a table."""
        reader = TogetherReader(self.document, self.passage, self.offices, self.scribe)
        context = reader.context
        context.host = self.offices.host
        for match in SENTENCE.finditer(self.passage.norm, 0, table.start):
            context.hear(*match.span())
            start, end = match.start(), match.start() + len(match[0].rstrip(" ，：、"))
            if end > start:
                reader._together(start, end, lambda start, end: [])
        self.each = reader.each  # 增列以下7人为某大学博士生导师：
        self.decision = context.whole(context.snapshot())
        if force := _IN_FORCE.search(self.passage.norm, 0, table.start):
            self.decision.date, self.decision.date_span = when.iso(force["date"]), Span(*force.span("date"))

    def of_each(self, person: Mention, name: Span) -> None:
        """What the words above the table give to everyone in it."""
        for office in self.each.offices if self.each is not None else ():
            body = self.scribe.body(office.body, office.body_name)
            shown = {"title": ("text", office.title_span)}
            if self.each is not None and self.each.status == "proposed":
                self.scribe.say("record-proposed", name, (person, body), {"title": office.title}, shown)
            elif self.each is not None:
                properties = {"title": office.title, "status": self.each.status} | self.decision.properties(self.each.status)
                properties["decided_by"] = self.scribe.writing.of(properties.get("decided_by", ""))
                grammar = "record-appointed" if self.each.status == "appointed" else "record-removed"
                self.scribe.say(grammar, name, (person, body), properties, self.decision.proofs() | shown)

    def given(self, person: Mention, name: Span, cell: Span, before: str, remark: Span | None = None) -> None:
        """The posts of the cell are given to the person; ``remark`` may say on trial or on secondment."""
        self.flags = {}
        if remark is not None and (told := REMARK.match(self.passage.norm, *remark)):
            self.flags = {key: told[key] for key in ("probation", "on_secondment") if told[key]}
        self._say("appointed", person, name, cell, before)

    def taken(self, person: Mention, name: Span, cell: Span, before: str, heading: str) -> None:
        """The posts of the cell are no longer held."""
        self._say("former" if _TAKEN.search(heading) else "held", person, name, cell, before)

    def _say(self, status: str, person: Mention, name: Span, cell: Span, before: str) -> None:
        if not re.search(r"[\u4e00-\u9fff]{2}", self.passage.norm[cell.start : cell.end]):
            return
        for office in self.offices.read(cell.start, cell.end, before).offices:
            if not office.body_name:
                continue
            properties = {"title": office.title, "status": "former" if status == "held" else status}
            if status != "held":
                properties |= self.decision.properties(status)
                properties["decided_by"] = self.scribe.writing.of(properties.get("decided_by", ""))
            if status == "appointed":
                properties |= self.flags | dict(office.flags)
            body = self.scribe.body(office.body, office.body_name)
            fact = Span(min(name.start, office.title_span.start), max(name.end, office.title_span.end))
            grammar = "record-appointed" if status == "appointed" else "record-removed"
            self.scribe.say(grammar, fact, (person, body), properties, self.decision.proofs())
