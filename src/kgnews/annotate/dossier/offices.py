"""Posts where a phrase is known to be nothing but posts: 青山市委常委、组织部部长，市委党校校长（兼）."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kgnews.annotate.bodies import Bodies
from kgnews.annotate.document import Document, Passage
from kgnews.annotate.dossier.territory import Territory
from kgnews.annotate.tables import table, words
from kgnews.records import Span
from kgnews.schema.terms import Terms

_SEPARATOR = re.compile(
    r" *(?:、|，|；|/|。|暨|并兼任|兼任|(?<!专)兼(?!职|并|管)|并任|\.(?=\D)) *(?:兼任|兼|并任)?|"
    r"(?<=[\u4e00-\u9fff）]) +(?=[\u4e00-\u9fff])"
)
_BRACKET = re.compile(r" ?（([^（）]{0,60})）")
_LEAD = re.compile(
    r"(?:(?P<former>原任|原|前任|时任|曾任|曾担任|历任|先后担任|先后任|先后)|现担任|现任|现为|现系|现|担任|"
    r"出任|就任|转任|调任|升任|改任|兼任|任|为|系|挂职担任|挂职任|挂任|挂职|聘为|当选为?|一直|此后|之后|随后|"
    r"期间|开始|被任命为|任命为|被选为|选为|当选|获任|接任|晋升为?|提任|调|并|还|同时|后|又|再|其中|"
    r"在)+(?=[\u4e00-\u9fff第])"
)
_TAIL = re.compile(r"(?:职务|一职|等职务|等职|等|的职务|人选|的职责|工作)+$")
_COMMITTEE = re.compile(r"(?:党委|党组|党工委|工委|纪委|党总支|党支部|党支委|委员会|(?<=[省市县区州盟旗镇乡])委)$")
_SECTION = re.compile(
    r"(?:宣传部|组织部|统战部|统一战线工作部|政法委|政法委员会|办公厅|办公室|秘书处|纪委|监委|机关党委|"
    r"直属机关党委|机关工委|团委|工会|党校|编办|网信办|文明办|"
    r"督查室|政研室|研究室|政策研究室|老干部局|人武部|武装部|财经办|改革办|外事办|巡察办|"
    r"巡察工作领导小组办公室|政府|人大|政协|人大常委会|政府党组|审判委员会|检察委员会|"
    r"[\u4e00-\u9fff]{0,8}(?<!大)(?:处|科|室|股|系|教研室|车间|编辑部|总编室|采访部|新闻部|研究部|综合部|"
    r"人事部|财务部|市场部|学生处|工作部|总支|党总支|党支部|支部)|"
    r"(?:第?[一二三四五六七八九十]+)?(?:支队|大队|中队|分公司|项目部|工程部|民事审判庭|刑事审判庭|执行局|"
    r"办案组|监督检查室|纪检监察组)|"
    r"[\u4e00-\u9fff]{1,8}(?:学院|分院|研究院|研究所)|[\u4e00-\u9fff]{1,6}庭|(?:省|市|县|"
    r"区)?直机关(?:党)?工委|工商联|总工会|妇联|科协|残联|人大机关)$"
)
# A section that names the body that it is of.
_WHOLE = re.compile(
    r"[\u4e00-\u9fff]{2,}?(?:大学|学院|公司|集团|银行|医院|学校|委员会|政府|厂|局|厅|(?<!支)委|法院|检察院|"
    r"[^总]部)(?=[\u4e00-\u9fff]{2,})"
)
_GOVERNED = re.compile(
    r"(?:[\u4e00-\u9fff]{0,2}公安(?:分)?局|财政局|教育局|司法局|民政局|发改委|发改局|商务局|国资委|政府办公室|"
    r"总工会|妇联|团委|科协|残联|红十字会|管委会|监委|监察委员会|人民政府|政府|人大常委会|政协|政府党组|"
    r"人武部)$"
)
_UNIT_HEAD = re.compile(r"(?:代理|代|署理|副|常务副|第一副)*(?P<unit>[省市县区州镇乡旗盟])长$")
_OWN_UNIT = re.compile(r"(?P<unit>[省市县区州镇乡旗局厅部处科院校所站社台厂司署行庭])长$")
_PARTY = re.compile(r"书记|常委|委员|秘书长|党组|党委|党工委|纪检")
_VAGUE = re.compile(
    r"某|^(?:在|到|从|后|并|本|该|全|各|其他)$|单位$|有关|部队$|等地|相关|市直$|省直$|县直$|区直$|^(?:乡镇|街道|"
    r"县区|镇街|区县|中层|基层|企业|单位|部门|国有企业|事业单位)$"
)
_ORDERS = re.compile(r"免去|任命|不再|辞去|聘任|撤销|罢免|另有|决定|拟任|拟提名|提名|接受|同意")
_TERM = re.compile(r"第[一二三四五六七八九十百\d]+届")
_SCHOOL = re.compile(r"(?:大学|学院|学校|中学|小学|医院|集团|公司|局|厅|部|院|所|社|台|馆|中心|团|法院|检察院|厂)$")
_SWALLOWED = {"国务委员": "国务院", "全国人大代表": "全国人大", "全国政协委员": "全国政协"}
_FLAGS = (
    ("on_secondment", re.compile(r"挂职[^，。；）]*|援[藏疆青]|挂任")),
    ("probation", re.compile(r"试用期[^，。；）]*")),
    ("acting", re.compile(r"代理|署理|主持工作")),
)


# Words that no name of a body has: what they stand in is a sentence.
WORDS = re.compile(
    r"担任|出任|曾|此后|任命|解除|闭幕|[的了将被]|一直|之后|随后|宣布|当选|归属|以及|成为|表示|参加|会议(?!中心)|"
    r"推选|开始|分别|先后|[是为](?!民)"
)
# Whom a body employs without a title: what follows (、股长) is of that body.
_PLACED = re.compile(
    r"(?:在)?(?P<body>[\u4e00-\u9fff（）]{3,30}?)(?:普通|机关)?(?:干部|工作人员|工人|职工|学员|战士|学生|见习生|"
    r"试用期?|借调|工作)$"
)
# 海关副关长: the head of a unit that its title repeats.
_SAME_UNIT = re.compile(r"(?P<unit>[\u4e00-\u9fff])(?P<title>(?:副|代|常务副)?(?P=unit)长)$")
_SECTION_END = re.compile(r"(?:处|科|室|股|系|部|中心|支队|大队|庭|组)$")
# What anyone may be who works or learns somewhere: no posts.
_NO_POSTS = frozenset({"工人", "职工", "员工", "学生", "学员", "战士", "队员", "球员", "老师", "会员", "代表", "专家", "学者", "工作人员"})
# A part of a school or company that a list of its own names without it.
_PART_OF_HOST = re.compile(
    r"(?!.*(?:大学|公司|集团|委员会(?=.)|银行))(?:[\u4e00-\u9fff]{2,10}(?:学院|系|研究所|研究院|中心|处|部|办公室|科|馆|厂|分公司|项目部|团委|办|实验室|院|车间|矿|队))$"
)
_CONGRESS = re.compile(r"(?:政协|人大|人大常委会|人民代表大会|人民代表大会常务委员会|政治协商会议.{2,12}委员会)$")
_BARE = frozenset(
    [
        "公司",
        "本公司",
        "集团",
        "本集团",
        "总公司",
        "学校",
        "校",
        "我校",
        "本校",
        "本院",
        "医院",
        "局",
        "院",
        "所",
        "中心",
        "厂",
        "行",
        "社",
        "会",
        "部",
        "厅",
        "办",
        "馆",
        "本行",
        "本会",
    ]
)


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
        self.heads -= _NO_POSTS
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
        same = _SAME_UNIT.search(text)
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
        self.host = ""  # the body whose offices are listed without naming it

    def read(self, start: int, end: int, before: str = "") -> Phrase:
        """The posts of ``[start, end)``; ``before`` is the body named last before it."""
        offices: list[Office] = []
        whole = True
        shared: list[Span] = []
        last = before
        for item, note in self._items(start, end):
            office = self._office(item, note, last)
            if office is None:
                placed = _PLACED.match(self.norm[item.start : item.end])
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
            last = last if last and self._is_section(office) else office.body_name
            self.territory.feed(office.body_name)
        return Phrase(offices, whole and not shared and bool(offices))

    def _items(self, start: int, end: int) -> list[tuple[Span, str]]:
        """The pieces between separators, each with what brackets in or behind it say."""
        found: list[tuple[Span, str]] = []
        at, begin, note = start, start, ""
        while at < end:
            bracket = _BRACKET.match(self.norm, at, end)
            if bracket:
                inside = self.norm[bracket.end() : bracket.end() + 1]
                if bracket.end() >= end or not "\u4e00" <= inside <= "\u9fff" or inside in "兼并":
                    found.append((Span(begin, at), bracket[1]))
                    begin = at = bracket.end()
                    continue
                at = bracket.end()
                continue
            separator = _SEPARATOR.match(self.norm, at, end)
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
        if _ORDERS.search(text):
            return None
        status, flags = "", {}
        lead = _LEAD.match(text)
        if lead and lead.end() < len(text):
            status = "former" if lead["former"] else ""
            if "挂" in lead[0]:
                flags["on_secondment"] = "挂职"
            start += lead.end()
        tail = _TAIL.search(self.norm[start:end])
        if tail and start + tail.start() > start:
            end = start + tail.start()
        text = self.norm[start:end]
        cut = self.heads.start(text)
        if cut >= len(text):
            return None
        title = Span(start + cut, end)
        words_ = self.norm[title.start : title.end]
        for flag, pattern in _FLAGS:
            found = pattern.search(note) or (flag == "acting" and re.match(r"代理|署理|代(?=[省市县区州镇乡院检])", words_))
            if found:
                flags[flag] = found[0] if flag != "acting" or found[0] != "代" else "代理"
        posted = text.rfind("驻", 0, cut)
        if posted > 0 and re.search(r"大使|领事|公使|代办|参赞|武官|代表", words_):
            cut = posted  # 驻某国大使 is the title, the body is who sends
            title = Span(start + cut, end)
        body = Span(start, start + cut)
        own = self.norm[body.start : body.end]
        unit = _OWN_UNIT.match(words_)
        if unit and own and not own.endswith(unit["unit"]) and self._overlaps(own, unit["unit"]):
            body = Span(body.start, body.end + 1)
            own += unit["unit"]
        name = self._name(own, last) if own else self._inherited(words_, last)
        name = name or self._inherited(words_, last)
        if own[-1:] in ("原", "前") and len(own) > 2:
            own, body, status = own[:-1], Span(body.start, body.end - 1), "former"
            name = self._name(own, last)
        if _VAGUE.search(name) or _VAGUE.search(own) or WORDS.search(own):
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
        own = _TERM.sub("", own.replace(" ", "")).removeprefix("新一届").removeprefix("大股东")
        own = own[1:] if own[:1] == "新" and self.bodies.suffix_of(own[1:]) == own[1:][-len(own[1:]) :] and len(own) > 2 else own
        if not own:
            return ""
        if own in _BARE:
            return self.host or last
        if len(own) == 1 and own in "省市县区州旗镇乡盟":
            return _territory(last, own) or self.territory.places.get(own, "")
        if own.startswith(("公司", "本公司")) and len(own) > 2:
            return (self.host or last) + own.removeprefix("本").removeprefix("公司") if self.host or last else ""
        expanded = self.territory.expand(own)
        if expanded != own:
            return expanded
        base = last or self.host
        if (base and own in ("政府", "人民政府", "人大常委会", "人大", "政协", "监委", "纪委监委")) or (
            base and _GOVERNED.fullmatch(own) and _place_of(base)
        ):
            return (_place_of(base) or base) + own
        if base and own in ("党委", "党组", "党总支", "党支部", "团委", "工会", "机关党委", "党工委", "董事会", "监事会", "纪委"):
            return _uncommittee(base) + own
        if base and base.endswith(own):
            return base
        if base and _CONGRESS.search(base) and re.fullmatch(r"[\u4e00-\u9fff]{2,14}(?:委员会|专委会|工委|研究室)", own):
            return (base if "工作" in own or "工委" in own else re.sub(r"常委会$|常务委员会$", "", base)) + own
        if self.host and last in ("", self.host) and _PART_OF_HOST.match(own) and not self._named(own):
            return self.host + own
        known = own.startswith(tuple(self.territory.places.values())) if self.territory.places else False
        if (
            base
            and _SECTION.fullmatch(own)
            and not known
            and not _WHOLE.match(own)
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
        for word, name in _SWALLOWED.items():
            if title.endswith(word):
                return name
        base = last or self.host
        unit = _UNIT_HEAD.search(title)
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
        if head and _SECTION_END.search(base):
            wanted = "(?:大学|学校|中学|小学|学院|校)" if head[1] == "校" else head[1]
            whole = re.match(rf".+{wanted}(?=.)", base)
            base = whole[0] if whole else base
        if _COMMITTEE.search(base) and not _PARTY.search(title) and not re.search(r"委员会$", base):
            return _uncommittee(base)
        return base

    def _is_section(self, office: Office) -> bool:
        own = self.norm[office.body.start : office.body.end]
        return bool(own and _SECTION.fullmatch(own) and own != office.body_name)

    def _is_shared(self, item: Span) -> bool:
        text = self.norm[item.start : item.end]
        return (
            len(text) > 2 and (self.bodies.suffix_of(text) in self.bodies.safe or text.endswith("办")) and not _VAGUE.search(text)
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
    match = _COMMITTEE.search(name)
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
