"""A decision as the outside of a document tells it: its heading, an order's first lines, the signature at its end."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kgnews.annotate.base.document import Document
from kgnews.annotate.dossier import decree_words, when
from kgnews.expressions import expression
from kgnews.records import Span

TERM = expression(r"第?[一二三四五六七八九十百\d]+届")
_SIGNATURE = expression(
    r"^ *(?P<body>(?:中共)?[\u4e00-\u9fff（）]{2,30}?(?:委员会|人民政府|常务委员会|委|组织部|办公室|董事会|集团|"
    r"公司|大学|学院|局|厅|部|党组|院|人大常委会|国务院|中心|银行|协会|学会|"
    r"商会|联合社|联社|报社|出版社|学校|中学|小学|研究所|总队|支队))(?: +[\u4e00-\u9fff]{3,20})? *$"
)


@dataclass(slots=True)
class Decision:
    """Body and date with where they stand; "" and None where the document does not say."""

    body: str = ""
    body_span: Span | None = None
    body_where: str = "text"
    date: str = ""
    date_span: Span | None = None

    def properties(self, status: str) -> dict[str, str]:
        """The properties that the decision gives a post."""
        dated = {"since": self.date} if status == "appointed" else {"until": self.date} if status == "former" else {}
        return {"decided_by": self.body} | dated

    def proofs(self) -> dict[str, tuple[str, Span]]:
        """Where body and date stand."""
        found: dict[str, tuple[str, Span]] = {}
        if self.body_span is not None:
            found["decided_by"] = (self.body_where, self.body_span)
        if self.date_span is not None:
            found["since"] = found["until"] = ("text", self.date_span)
        return found


def ordered(document: Document) -> Decision:
    """An order's heading and the day that it is issued on."""
    found, title = Decision(), document.title.norm
    lines = [("title", title, 0)]
    if "\n" in document.text.norm[:60]:
        lines += [("text", match[0], match.start()) for match in list(re.finditer(r"[^\n]+", document.text.norm[:200]))[:3]]
    for where, line, at in lines:
        match = decree_words.ORDER_OF.match(line) or decree_words.DISPATCH.match(line)
        if match is None:
            continue
        if not found.body:
            start = at + match.start("body")
            found.body, found.body_where = match["body"], where
            found.body_span = Span(start, start + len(match["body"]))
        if match.groupdict().get("date") and where == "text":
            start = at + match.start("date")
            found.date, found.date_span = when.iso(match["date"]), Span(start, start + len(match["date"]))
    if issued := decree_words.ISSUED.search(document.text.norm, 0, 400) or decree_words.BELOW_TITLE.match(document.text.norm):
        found.date, found.date_span = when.iso(issued["date"]), Span(*issued.span("date"))
    return found


def headed(document: Document) -> Decision:
    title = document.title
    match = decree_words.HEADING.match(title.norm)
    if match:
        return Decision(TERM.sub("", match["body"]), Span(*match.span("body")), "title")
    for span in document.text.sentences[:4]:
        match = decree_words.HEADING.match(document.text.norm[span.start : span.end])
        if match:
            start = span.start + match.start("body")
            return Decision(TERM.sub("", match["body"]), Span(start, start + len(match["body"])))
    return Decision()


def signed(document: Document) -> Decision:
    """The signature: a body and a date on lines of their own at the end."""
    found = Decision()
    lines = [match.span() for match in re.finditer(r"[^\n]+", document.text.norm)]
    for start, end in lines[-4:]:
        line = document.text.norm[start:end]
        day, body = decree_words.DATE_LINE.match(line), _SIGNATURE.match(line)
        both = re.match(rf"^ *(?P<body>[\u4e00-\u9fff（）]{{4,30}}) *(?P<date>{when.DATE}) *$", line)
        if both:
            found.body, found.body_span = both["body"], Span(start + both.start("body"), start + both.end("body"))
            day = both
        if day:
            found.date = when.iso(day["date"])
            found.date_span = Span(start + day.start("date"), start + day.end("date"))
        elif body and len(lines) > 1:
            found.body, found.body_span = body["body"], Span(start + body.start("body"), start + body.end("body"))
    return found
