"""Posts where a phrase is known to be nothing but posts: 青山市委常委、组织部部长，市委党校校长（兼）."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kgnews.annotate.dossier.body_names import BodyNamer
from kgnews.annotate.dossier.layout import MARKS
from kgnews.annotate.dossier.office_words import (
    BRACKET,
    DEPUTY,
    DISCIPLINE,
    FLAGS,
    GRADED,
    LEAD,
    ORDERS,
    OWN_PART,
    OWN_UNIT,
    PARTY_BARE,
    PARTY_PREFIX,
    PLACED,
    POSTED_ABROAD,
    RANK,
    SAID_BEFORE,
    SCHOOL,
    SECTION,
    SECTION_END,
    SEPARATOR,
    SPACED_AT,
    SPACED_FIRST,
    STATIONED,
    TAIL,
    VAGUE,
    WORDS,
)
from kgnews.annotate.dossier.territory import UNITS
from kgnews.expressions import expression
from kgnews.records import Span

_COLUMN = expression(rf" *[\t{MARKS}]")


@dataclass(slots=True)
class Office:
    """One title with its body. ``body`` is where the body stands, an empty span where the text leaves it out."""

    title: str
    title_span: Span
    body: Span
    body_name: str
    status: str = ""
    flags: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Phrase:
    """What a phrase of posts holds; ``whole`` where every word of it was understood."""

    offices: list[Office]
    whole: bool


class OfficeReader(BodyNamer):
    """Reads phrases of posts of one passage; remembers the places that they name."""

    def read(self, start: int, end: int, before: str = "") -> Phrase:
        """The posts of ``[start, end)``; ``before`` is the body named last before it."""
        offices: list[Office] = []
        whole = True
        self.section = self.ledby = ""
        self.in_party_group = False
        shared: list[Span] = []
        last = before
        for item, note in self._items(start, end):
            office = self._office(item, note, last)
            if office is None:
                placed = PLACED.match(self.norm[item.start : item.end])
                if placed:
                    last = self._name(placed["body"], last)
                elif self._is_shared(item) or self._is_column(item):
                    if self.norm[item.end : item.end + 1] == " ":  # 某大学某学院　院长
                        last = self._name(self.norm[item.start : item.end], last)
                    else:
                        shared.append(item)
                elif not self._harmless(item):
                    whole = False
                continue
            if not office.body_name:
                whole = False
                continue
            if (
                (prefix := PARTY_PREFIX.match(self.ledby))
                and PARTY_BARE.fullmatch(office.title)
                and office.body.end == office.body.start
            ):
                office.title, office.body_name = prefix[0] + office.title, offices[-1].body_name  # 党委书记、委员
            for span in shared:
                name = self.territory.expand(self.norm[span.start : span.end])
                offices.append(Office(office.title, office.title_span, span, name, office.status, office.flags))
            shared = []
            offices.append(office)
            self.ledby = office.title
            self.in_party_group = "党组" in office.title or "党组" in self.norm[office.body.start : office.body.end]
            self.section = office.body_name if self._is_section(office) else ""
            last = self._stationed(office.body_name, before) or (last if last and self.section else office.body_name)
            self.territory.feed(office.body_name)
        return Phrase(offices, whole and not shared and bool(offices))

    def _stationed(self, name: str, home: str) -> str:
        """The body where inspectors sit, in whose party group they are: 省纪委监委驻厅纪检监察组组长、党组成员."""
        post = STATIONED.search(name)
        if post is None:
            return ""
        return self.territory.expand(post["at"]) if len(post["at"]) > 2 else home

    def _items(self, start: int, end: int) -> list[tuple[Span, str]]:
        """The pieces between separators, each with what brackets in or behind it say."""
        found: list[tuple[Span, str]] = []
        at, begin, note = start, start, ""
        while at < end:
            bracket = BRACKET.match(self.norm, at, end)
            if bracket:
                inside = self.norm[bracket.end() : bracket.end() + 1]
                if bracket.end() >= end or not "\u4e00" <= inside <= "\u9fff" or inside in "兼并":
                    found.append((Span(begin, at), bracket[1]))
                    begin = at = bracket.end()
                    continue
                at = bracket.end()
                continue
            if self.norm[at] in SPACED_FIRST and (spaced := SPACED_AT.match(self.norm, at, end)):
                at = spaced.end()
                continue
            separator = SEPARATOR.match(self.norm, at, end)
            if separator and separator.end() > at:
                if at > begin:
                    found.append((Span(begin, at), note))
                begin = at = separator.end()
                continue
            at += 1
        if end > begin:
            found.append((Span(begin, end), note))
        return [(self._bare(span), note) for span, note in found if self._bare(span).end > self._bare(span).start]

    def _bare(self, span: Span) -> Span:
        start, end = span
        while start < end and self.norm[start] in " ，、。；：":
            start += 1
        while end > start and self.norm[end - 1] in " ，、。；：":
            end -= 1
        return Span(start, end)

    def _office(self, item: Span, note: str, last: str) -> Office | None:
        start, end = item
        text = self.norm[start:end]
        if ORDERS.search(text):
            return None
        status, flags = "", {}
        lead = LEAD.match(text)
        if lead and lead.end() < len(text):
            status = "former" if lead["former"] else ""
            if "挂" in lead[0]:
                flags["on_secondment"] = "挂职"
            start += lead.end()
        tail = TAIL.search(self.norm[start:end])
        if tail and start + tail.start() > start:
            end = start + tail.start()
        text = self.norm[start:end]
        cut = self.heads.start(text)
        if DEPUTY.search(text):
            cut = len(text) - 2
        if abroad := POSTED_ABROAD.search(text):
            cut = abroad.start()
        if cut >= len(text):
            return None
        title = Span(start + cut, end)
        words_ = self.norm[title.start : title.end].replace(" ", "")
        for flag, pattern in FLAGS:
            found = pattern.search(note) or (flag == "acting" and re.match(r"代理|署理|代(?=[省市县区州镇乡院检])", words_))
            if found:
                flags[flag] = found[0] if flag != "acting" or found[0] != "代" else "代理"
        posted = text.rfind("驻", 0, cut)
        if posted > 0 and re.search(r"大使|领事|公使|代办|参赞|武官|代表", words_):
            cut = posted  # 驻某国大使 is the title, the body is who sends
            title = Span(start + cut, end)
        group = re.match(r"(?:纪检监察组|纪检组|纪工委)(?=.)", words_)
        if group and "驻" in text[:cut]:  # 省纪委监委驻厅 | 纪检监察组组长
            cut += group.end()
            title, words_ = Span(start + cut, end), words_[group.end() :]
        body = Span(start, start + cut)
        own = self.norm[body.start : body.end]
        if own.endswith("事务") and len(own) < 7 and words_.endswith("专员"):
            own, body, title = "", Span(start, start), Span(start, end)  # 旅遊事務專員, of the bureau named before
            words_ = text
        if GRADED.fullmatch(own) and words_[-1] in "师员官" and own[-1] not in "部局处司院所委办厅":
            own, body, title = "", Span(start, start), Span(start, end)  # 助理城市|规划师, of the department named before
            words_ = text
        if DISCIPLINE.fullmatch(own) and RANK.fullmatch(words_):
            own, body = "", Span(title.start, title.start)  # 外科学教授: a field of work and no body
        unit = OWN_UNIT.match(words_)
        if unit and own and not own.endswith((unit["unit"], "原", "前")) and self._overlaps(own, unit["unit"]):
            body = Span(body.start, body.end + 1)
            own += unit["unit"]
        part = OWN_PART.match(words_)
        if part and own and not SCHOOL.search(own) and not own.endswith(("原", "前")):
            body = Span(body.start, body.end + len(part[0]))  # 物理|系主任
            own, title, words_ = own + part[0], Span(title.start + len(part[0]), end), words_[len(part[0]) :]
        name = self._name(own, last) if own else self._inherited(words_, last)
        name = name or self._inherited(words_, last)
        if re.search(r"董事长?$|(?<!会)监事$", words_) and re.search(r"(?:董事会|监事会)$", own):
            name = re.sub(r"(?:董事会|监事会)$", "", name)  # 第四届董事会独立董事
        if own[:1] in ("前", "原") and self.norm[start - 2 : start] in ("曾任", "历任", "担任", "任过"):
            own, body, status = own[1:], Span(body.start + 1, body.end), "former"  # 曾任前民政事务局副秘书长
            name = self._name(own, last)
        if own[:2] in ("署理", "代理") and len(own) > 3:
            own, body = own[2:], Span(body.start + 2, body.end)
            flags["acting"] = text[:2]
            name = self._name(own, last)
        if own[-1:] in ("原", "前") and len(own) > 2:
            own, body, status = own[:-1], Span(body.start, body.end - 1), "former"
            name = self._name(own, last)
        if VAGUE.search(name) or VAGUE.search(own) or WORDS.search(own) or SAID_BEFORE.fullmatch(name):
            return Office(self._words(title), title, body, "", status)
        own_span = body if own else self._part(item, name)
        return Office(
            self._words(title),
            title,
            own_span,
            name,
            status,
            tuple(flags.items()),
        )

    def _words(self, span: Span) -> str:
        """The words of a title as they stand, but for blanks set into it."""
        return "".join(self.passage.raw[span.start : span.end].split())

    def _part(self, item: Span, name: str) -> Span:
        return Span(item.start, item.start)

    def _is_section(self, office: Office) -> bool:
        own = self.norm[office.body.start : office.body.end]
        return bool(own and SECTION.fullmatch(own) and own != office.body_name)

    def _is_shared(self, item: Span) -> bool:
        text = self.norm[item.start : item.end]
        return (
            len(text) > 2
            and not any(one.isdigit() for one in text)  # 1978级数学系, whom a class list tells
            and (self.bodies.suffix_of(text) in self.bodies.safe or text.endswith("办"))
            and not VAGUE.search(text)
        )

    def _is_column(self, item: Span) -> bool:
        """A body set apart from the title behind it: by the mark of a column, or by a blank where its name ends as one's does."""
        text = self.norm[item.start : item.end]
        if self.norm[item.end : item.end + 1] != " " or len(text) < 3:
            return False
        if _COLUMN.match(self.passage.raw, item.end):
            return True
        if len(text) > 3 and (SCHOOL.search(text) or SECTION_END.search(text)):
            return True
        return bool(self.territory.steps(text)) and ((len(text) > 4 and bool(self.bodies.suffix_of(text))) or text[-1] in UNITS)

    def _harmless(self, item: Span) -> bool:
        """正处级, 退休 and the like: no post, but no gap in the reading either."""
        return bool(
            re.fullmatch(
                r"(?:保留|享受|按)?(?:正|副)?(?:国|省部|部|省|厅局|厅|局|地厅|司|县处|处|县|乡科|科)级?(?:待遇|干部|"
                r"领导干部)?|(?:大校|上校|中校|少校|上尉|少将|中将|上将|上士)(?:军衔)?|职务|等|并|任|[\u4e00-\u9fff]{0,12}(?:19|20)\d\d[级届][\u4e00-\u9fff]{0,10}",
                self.norm[item.start : item.end],
            )
        )
