"""Orders that name their people below: 补选下列人员为某会委员（按姓氏笔画排列）：, and lines of nothing but names."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from kgnews.annotate.dossier import when
from kgnews.annotate.dossier.decree_words import EACH, NOT_YET, OF_SCHOOL, TUTORS, TUTORS_HEAD
from kgnews.annotate.dossier.offices import Office
from kgnews.annotate.dossier.order_parts import Order
from kgnews.annotate.dossier.orders import OrderReader
from kgnews.expressions import expression
from kgnews.records import Span

_GAP = expression(r" +|，|：|(?<=）)(?=[\u4e00-\u9fff])")
_REACH = 24  # characters that a name and its bracket take
_LIST = re.compile("名单|结果|名录")


class TogetherReader(OrderReader):
    """Reads such orders of one passage."""

    each: Order | None = None  # given to everyone named on the lines below

    def _together(self, start: int, end: int, sentence: Callable[[int, int], list[Order]]) -> list[Order] | None:
        """The orders of a sentence that gives all of a list the same posts, or of a line of that list; None where it is neither.

        ``sentence`` reads what stands before, a sentence of its own.
        """
        match = EACH.fullmatch(self.norm, start, end) if self.norm.find("下", start, end) >= 0 else None
        if match is None:
            return [] if self._tutors(Span(start, end)) else self._people_below(Span(start, end))
        self.each = self._given_each(match, start)
        if self.each is None:
            return None
        self.scribe.claim(start, end)
        before = match.end("pre") - 1 - self.norm[start : match.end("pre")][::-1].find("，")
        first = sentence(start, before) if start < before < match.end("pre") else []  # 委任某某为主席，并委任下列人士为委员
        if match["date"]:
            self.context.current.date, self.context.current.date_span = when.iso(match["date"]), Span(*match.span("date"))
        names = Span(*match.span("names")) if match["names"] else None
        return first + ((self._people_below(names) or []) if names else [])

    def _tutors(self, line: Span) -> bool:
        """现将2025年新增博士生导师名单公布如下: a post of the house for everyone named below."""
        title = self.document.title.norm
        match = TUTORS.fullmatch(self.norm, *line) or (TUTORS_HEAD.fullmatch(self.norm, *line) if _LIST.search(title) else None)
        if match is None or not self.offices.host or NOT_YET.search(title + match["pre"].rpartition("，")[2]):
            return False
        self.context.hear(*line)
        post = Span(*match.span("post"))
        office = Office(self.scribe.raw(post), post, Span(post.start, post.start), self.offices.host)
        self.each = Order([], [office], "appointed", post, shown=post)
        self.scribe.claim(*line)
        return True

    def _given_each(self, match: re.Match[str], start: int) -> Order | None:
        group = "given" if match["given"] else "taken"
        status = "appointed" if group == "given" else "former"
        if group == "given" and (match["take"] or not (match["give"] or self.state.mode or "当选" in match[0])):
            return None
        if self.state.mode == "proposed" or re.search(r"提请|提名|建议|拟", match["pre"]):
            status = "proposed"
        self.context.hear(start, match.start(group))
        phrase = self._whole(*match.span(group))
        said = Span(match.end("pre"), match.end(group))
        return Order([], phrase.offices, status, said, shown=said) if phrase is not None else None

    def _told_below(self, line: Span) -> Order | None:
        """覃远舟　某集团总工程师, in such a list: a name and the posts that the person holds already."""
        for gap in _GAP.finditer(self.norm, line.start, min(line.end, line.start + _REACH)):
            who = self._who(Span(line.start, gap.start()), strict=True)
            held = self._whole(gap.end(), line.end) if len(who) == 1 and self.each is not None else None
            if held is not None and self.each is not None:
                return replace(
                    self.each, who=who, span=line, offices=[replace(one) for one in self.each.offices], held=held.offices
                )
        return None

    def _people_below(self, line: Span) -> list[Order] | None:
        who = self._who(line, strict=True) if self.each is not None else []
        if self.each is not None and not who and (school := OF_SCHOOL.match(self.norm, *line)):
            who = self._who(Span(school.end(), line.end), strict=True)
        if self.each is not None and not who and (told := self._told_below(line)):
            return [told]
        if self.each is None or not who:
            self.each = None
            return None
        return [replace(self.each, who=who, span=line, offices=[replace(one) for one in self.each.offices])]
