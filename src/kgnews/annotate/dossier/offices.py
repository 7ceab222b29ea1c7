"""Posts where a phrase is known to be nothing but posts: 青山市委常委、组织部部长，市委党校校长（兼）."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kgnews.annotate.bodies import Bodies
from kgnews.annotate.document import Document, Passage
from kgnews.annotate.dossier.office_words import (
    BARE,
    BRACKET,
    COMMITTEE,
    CONGRESS,
    FLAGS,
    GOVERNED,
    LEAD,
    NO_POSTS,
    ORDERS,
    OWN_UNIT,
    PART_OF_HOST,
    PARTY,
    PLACED,
    SAME_UNIT,
    SECTION,
    SECTION_END,
    SEPARATOR,
    SWALLOWED,
    TAIL,
    TERM,
    UNIT_HEAD,
    VAGUE,
    WHOLE,
    WORDS,
)
from kgnews.annotate.dossier.territory import Territory
from kgnews.annotate.tables import table, words
from kgnews.records import Span
from kgnews.schema.terms import Terms


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


class _Heads:
    def __init__(self, terms: Terms) -> None:
        titles = words(terms, "titles")
        self.heads = {head for head, value in titles.items() if value.split()[0] in ("office", "rank")}
        self.heads |= set(words(terms, "record_titles"))
        self.heads -= NO_POSTS
        self.modifiers = sorted(
            {*words(terms, "title_modifiers"), "市直机关", "正", "半"} - {"总", "大", "安全", "正", "半", "信息", "数据", "首都"},
            key=len,
            reverse=True,
        )
        self.longest = max(map(len, self.heads))

    def start(self, text: str) -> int:
        """Where the title that ends ``text`` begins; its length where there is none."""
        for length in range(min(self.longest, len(text)), 0, -1):
            if text[-length:] in self.heads:
                return self._modified(text, len(text) - length)
        same = SAME_UNIT.search(text)
        return same.start("title") if same else len(text)

    def _modified(self, text: str, at: int) -> int:
        if text[at:] == "助理" and (before := self.start(text[:at])) < at:
            return before  # 厂长助理
        moved = True
        while moved:
            moved = False
            for modifier in self.modifiers:
                if text.endswith(modifier, 0, at):
                    at, moved = at - len(modifier), True
                    break
        return at


class OfficeReader:
    """Reads phrases of posts of one passage; remembers the places that they name."""

    def __init__(self, document: Document, passage: Passage, territory: Territory) -> None:
        self.passage, self.norm, self.territory = passage, passage.norm, territory
        self.heads = table(document.terms, _Heads)
        self.bodies: Bodies = table(document.terms, Bodies)
        self.section = ""  # the section named last in the phrase
        self.host = ""  # the body whose offices are listed without naming it

    def read(self, start: int, end: int, before: str = "") -> Phrase:
        """The posts of ``[start, end)``; ``before`` is the body named last before it."""
        offices: list[Office] = []
        whole = True
        self.section = ""
        shared: list[Span] = []
        last = before
        for item, note in self._items(start, end):
            office = self._office(item, note, last)
            if office is None:
                placed = PLACED.match(self.norm[item.start : item.end])
                if placed:
                    last = self._name(placed["body"], last)
                elif self._is_shared(item):
                    shared.append(item)
                elif not self._harmless(item):
                    whole = False
                continue
            if not office.body_name:
                whole = False
                continue
            for span in shared:
                name = self.territory.expand(self.norm[span.start : span.end])
                offices.append(Office(office.title, office.title_span, span, name, office.status, office.flags))
            shared = []
            offices.append(office)
            self.section = office.body_name if self._is_section(office) else ""
            last = last if last and self.section else office.body_name
            self.territory.feed(office.body_name)
        return Phrase(offices, whole and not shared and bool(offices))

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
        if cut >= len(text):
            return None
        title = Span(start + cut, end)
        words_ = self.norm[title.start : title.end]
        for flag, pattern in FLAGS:
            found = pattern.search(note) or (flag == "acting" and re.match(r"代理|署理|代(?=[省市县区州镇乡院检])", words_))
            if found:
                flags[flag] = found[0] if flag != "acting" or found[0] != "代" else "代理"
        posted = text.rfind("驻", 0, cut)
        if posted > 0 and re.search(r"大使|领事|公使|代办|参赞|武官|代表", words_):
            cut = posted  # 驻某国大使 is the title, the body is who sends
            title = Span(start + cut, end)
        body = Span(start, start + cut)
        own = self.norm[body.start : body.end]
        unit = OWN_UNIT.match(words_)
        if unit and own and not own.endswith(unit["unit"]) and self._overlaps(own, unit["unit"]):
            body = Span(body.start, body.end + 1)
            own += unit["unit"]
        name = self._name(own, last) if own else self._inherited(words_, last)
        name = name or self._inherited(words_, last)
        if own[-1:] in ("原", "前") and len(own) > 2:
            own, body, status = own[:-1], Span(body.start, body.end - 1), "former"
            name = self._name(own, last)
        if VAGUE.search(name) or VAGUE.search(own) or WORDS.search(own):
            return Office(self.passage.raw[title.start : title.end], title, body, "", status)
        own_span = body if own else self._part(item, name)
        return Office(
            self.passage.raw[title.start : title.end],
            title,
            own_span,
            self._raw_name(name, own, own_span),
            status,
            tuple(flags.items()),
        )

    def _overlaps(self, own: str, unit: str) -> bool:
        """红河县长 is 县长 of 红河县; 工会部长 is not."""
        if unit in "省市县区州镇乡旗":
            return not self.bodies.suffix_of(own) or self.bodies.is_place(own)
        return unit in "部局厅" and not self.bodies.suffix_of(own) and len(own) > 1

    def _raw_name(self, name: str, own: str, span: Span) -> str:
        """The name in the characters of the text where it stands there whole (traditional ones stay)."""
        raw = self.passage.raw[span.start : span.end]
        return "".join(raw.split()) if own and name == own else self.as_written(name)

    def as_written(self, name: str) -> str:
        """A completed name in the characters of the text (traditional ones stay)."""
        if self.norm == self.passage.raw:
            return name
        for cut in range(len(name), 1, -1):
            first, rest = self.norm.find(name[:cut]), self.norm.find(name[cut:])
            if first >= 0 and rest >= 0:
                return self.passage.raw[first : first + cut] + self.passage.raw[rest : rest + len(name) - cut]
        return name

    def _part(self, item: Span, name: str) -> Span:
        return Span(item.start, item.start)

    def _name(self, own: str, last: str) -> str:
        own = TERM.sub("", own.replace(" ", "")).removeprefix("新一届").removeprefix("大股东")
        own = own[1:] if own[:1] == "新" and self.bodies.suffix_of(own[1:]) == own[1:][-len(own[1:]) :] and len(own) > 2 else own
        if not own:
            return ""
        if own in BARE:
            return self.host or last
        if own in ("机关", "直属机关") and (last or self.host):
            return (last or self.host) + own
        if len(own) == 1 and own in "省市县区州旗镇乡盟":
            return _territory(last, own) or self.territory.places.get(own, "")
        if own.startswith(("公司", "本公司")) and len(own) > 2:
            return (self.host or last) + own.removeprefix("本").removeprefix("公司") if self.host or last else ""
        expanded = self.territory.expand(own)
        if expanded != own:
            return expanded
        base = last or self.host
        if (base and own in ("政府", "人民政府", "人大常委会", "人大", "政协", "监委", "纪委监委")) or (
            base and GOVERNED.fullmatch(own) and _place_of(base)
        ):
            return (_place_of(base) or base) + own
        if base and own in ("党委", "党组", "党总支", "党支部", "团委", "工会", "机关党委", "党工委", "董事会", "监事会", "纪委"):
            return _uncommittee(base) + own
        if base and base.endswith(own):
            return base
        if base and CONGRESS.search(base) and re.fullmatch(r"[\u4e00-\u9fff]{2,14}(?:委员会|专委会|工委|研究室)", own):
            return (base if "工作" in own or "工委" in own else re.sub(r"常委会$|常务委员会$", "", base)) + own
        if self.host and last in ("", self.host) and PART_OF_HOST.match(own) and not self._named(own):
            return self.host + own
        known = own.startswith(tuple(self.territory.places.values())) if self.territory.places else False
        if (
            base
            and SECTION.fullmatch(own)
            and not known
            and not WHOLE.match(own)
            and not self.bodies.place_prefix(own)
            and not own.startswith(("中共", "中国", "全国", "国家"))
        ):
            if any(own.startswith(one) for one in ("全", "第")) and own.endswith(("团", "师", "旅")):
                return own
            if own.endswith(("学院", "分院", "研究院", "研究所")) and not base.endswith(("大学", "学院", "院")):
                return own
            return _section(base, own)
        return own

    def _named(self, own: str) -> bool:
        """Whether a name begins with a place or a body that is known, so that it stands by itself."""
        places = tuple(self.territory.places.values())
        return bool(self.bodies.place_prefix(own) or self.territory.steps(own) or (places and own.startswith(places)))

    def _inherited(self, title: str, last: str) -> str:
        for word, name in SWALLOWED.items():
            if title.endswith(word):
                return name
        base = last or self.host
        part = re.search(r"([科处股系室所庭队])长$|(室|中心|办)(?:副)?主任$", title)
        if part and self.section.endswith(part[1] or part[2]):
            return self.section
        unit = UNIT_HEAD.search(title)
        if unit:
            if last.endswith("政府") and last != self.host:
                return base
            place = _territory(base, unit["unit"]) if base else ""
            return place or self.territory.places.get(unit["unit"], "") or base
        if not base:
            return ""
        court = re.match(r".+?(?:法院|检察院)(?=.)", base)
        if court and re.search(r"审判员|检察员|法官|检察官|党组", title):
            return court[0]
        head = re.search(r"([院校局厅台社馆厂行所])长$", title)
        if head and SECTION_END.search(base):
            wanted = "(?:大学|学校|中学|小学|学院|校)" if head[1] == "校" else head[1]
            whole = re.match(rf".+{wanted}(?=.)", base)
            base = whole[0] if whole else base
        if COMMITTEE.search(base) and not PARTY.search(title) and not re.search(r"委员会$", base):
            return _uncommittee(base)
        return base

    def _is_section(self, office: Office) -> bool:
        own = self.norm[office.body.start : office.body.end]
        return bool(own and SECTION.fullmatch(own) and own != office.body_name)

    def _is_shared(self, item: Span) -> bool:
        text = self.norm[item.start : item.end]
        return (
            len(text) > 2 and (self.bodies.suffix_of(text) in self.bodies.safe or text.endswith("办")) and not VAGUE.search(text)
        )

    def _harmless(self, item: Span) -> bool:
        """正处级, 退休 and the like: no post, but no gap in the reading either."""
        return bool(
            re.fullmatch(
                r"(?:保留|享受|按)?(?:正|副)?(?:国|省部|部|省|厅局|厅|局|地厅|司|县处|处|县|乡科|科)级?(?:待遇|干部|"
                r"领导干部)?|(?:大校|上校|中校|少校|上尉|少将|中将|上将|上士)(?:军衔)?|职务|等|并|任",
                self.norm[item.start : item.end],
            )
        )


def _place_of(name: str) -> str:
    found = re.match(
        r"(?:中共)?(?P<place>[\u4e00-\u9fff]+?(?:特别行政区|自治区|自治州|自治县|[省市县区州旗镇乡盟]))(?=委|政府|"
        r"人民|人大|政协|纪委|监委|$)",
        name,
    )
    if found:
        return found["place"]
    return name if name and name[-1] in "省市县区州旗镇乡" else ""


def _uncommittee(name: str) -> str:
    match = COMMITTEE.search(name)
    if match is None or (match[0] == "委员会" and "中共" not in name):
        return name
    return name[: match.start()].removeprefix("中共") or name


def _section(base: str, own: str) -> str:
    base = re.sub(r"党组$", "", base)
    return base + own if not own.startswith(base) else own


def _territory(name: str, unit: str) -> str:
    """The place in a name up to the first ``unit`` (自治州 for 州)."""
    name = name.removeprefix("中共")
    match = re.match(rf"[\u4e00-\u9fff]+?{unit}", name)
    return match[0] if match and len(match[0]) > 1 else ""
