"""Lists of appointments and removals: a sentence is read only where every word of it belongs to their closed grammar."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kgnews.annotate.document import Document, Passage
from kgnews.annotate.dossier.attributes import bracket
from kgnews.annotate.dossier.context import ContextReader, Decision
from kgnews.annotate.dossier.offices import WORDS, Office, OfficeReader
from kgnews.annotate.dossier.people import Named, People
from kgnews.annotate.dossier.scribe import Scribe
from kgnews.records import Span

_NUMBER = r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.、．） ](?!\d)|[①-⑳]|[•●■▪·*-] ?)?"
_ITEM = re.compile(rf" *{_NUMBER} *")
_GIVE = r"任命|聘任|聘请|续聘|改聘|委任|委派|补选|补充任命|选举|增选|增补|推选|推举|任用|任职"
_TAKE = r"免去|免除|免职|撤销|撤去|罢免|解聘|解除|终止"
_HEAD = re.compile(
    rf"(?:决定|批准|提请|同意|拟|通过)?(?:的)?(?:(?P<give>{_GIVE})|(?P<take>{_TAKE}))(?:决定|名单|事项|人员|"
    rf"的人员|职务|下列人员|以下人员|下列同志|以下同志|如下|干部|的有)?(?:（[^）]*）)?：? *$"
)
_PREFACE = re.compile(
    r"(?:[^“”]*?(?:决定|同意|批准|通过|研究|提名|提请|近日|宣布|公布|日前|昨日|今天|今日|当日|据悉|消息|会议|会上|表决|"
    r"依法|一致|投票|公示期满|如下|：|商|日|根据工作需要|因工作需要|因工作变动|经[^，]{2,40}|根据[^，]{2,40}|"
    r"并|同时|还|其中|此外|"
    r"等?有关任免事项|了)[，： ]*)?(?:特|现|将|予以|由)?(?:决定|同意|批准)?"
)
_V_GIVE = re.compile(rf"(?P<pre>.*?)(?:{_GIVE})：?(?=[\u4e00-\u9fffA-Z ])")
_V_TAKE = re.compile(rf"(?P<pre>.*?)(?:{_TAKE})：?(?=[\u4e00-\u9fffA-Z ])")
_AS = re.compile(r"(?:分别|继续|兼)?(?:担任|为|任|出任|兼任|代理|署理)")
_IS = re.compile(
    r" ?(?:同志)?(?:分别|继续|同时|被)?(?P<verb>担任|兼任|出任|挂职担任|挂职任|挂任|挂职|当选为?|聘任为|聘为|"
    r"任命为|选为|升任|转任|调任|改任|任|为|代理|署理)：?"
)
_OF = re.compile(r" ?(?:同志)?(?:所?(?:担|兼)任的?|的)")
_RESIGN = re.compile(
    r"(?P<pre>.*?)(?:接受|同意|批准)(?:了)?(?P<who>[^，。；]{2,30}?)(?:因[^，。；]{2,20})?，?(?:关于|提出的?|请求|"
    r"申请)*辞去(?:所?担?兼?任的|其)?(?P<posts>[^。；]{2,60}?)的?(?:请求|申请|报告)?(?:的?决定)?$"
)
_LEAVE = re.compile(
    r"(?P<who>.*?)(?:因[^，。；]{2,16}?)?(?:申请|请求|已经?)?(?:不再担任|不再兼任|不再任|不再履行|辞去|卸任|离任|辞任)(?:其|"
    r"所?担任的?)?(?P<posts>.+?)(?:的?请求|的?申请)?$"
)
_LAPSES = re.compile(
    r"(?P<who>[^的，。；]{2,20}?)的(?P<posts>[^，。；]{3,40}?)职务(?:自然|同时|自行|相应|随之)(?:免除|免去|解除)$"
)
_ORDERED = re.compile(r"聘任|任命|免去|解聘|续聘|补选")
_PRONOUN = re.compile(r"其|他|她|本人")
_REMARK = re.compile(
    r"(?P<probation>试用期[一二三四两半\d]+(?:年|个月)[^，；。]*)|(?P<on_secondment>挂职(?:锻炼)?(?:时间|"
    r"期限?)?[为：]?[一二三四两半\d][^，；。]*|挂职(?:锻炼)?)|"
    r"(?P<rest>另有任用|另有安排|到龄退休|退休|聘期[^，；。]*|任期[^，；。]*|任职时间[^，；。]*|"
    r"(?:任职)?试用期满[^，；。]*|报[^，；。]*备案|按[^，；。]*(?:办理|执行|管理|规定)[^，；。]*|"
    r"列[^，；。]*(?:之后|之前|后|前)|保留[^，；。]*|"
    r"级别不变|正?副?[处科县厅局司]级|(?:现予|特此|现将)[^，；。]*|以上[^，；。]*|不再保留[^，；。]*|"
    r"原(?:任)?职务(?:自然)?(?:免除|免去)[^，；。]*|职级[^，；。]*|待遇[^，；。]*|办理退休[^，；。]*|"
    r"到任[^，；。]*|原[^，。；]{2,20}?(?:另有任用|退休|调离|调任[^，。；]*)|原任?职务[^，。；]*|"
    r"因[^，；。]{2,20}|自[^，；。]{2,18}(?:起)?[^，；。]{0,10}(?:算|效)|"
    r"从[^，；。]{2,18}[^，；。]{0,10}(?:算|效)|依法[^，；。]{2,16}|并?颁发[^，；。]*|原有[^，；。]*)"
)
_NOMINATES = re.compile(
    r"(?P<who>.*?)(?:拟提名|拟任|提名|建议提名|建议任命|提请任命|推荐)(?:(?P<who2>[^，为任]{2,20}?)(?:同志)?(?"
    r":为|任|担任)|为|任|担任)?(?P<posts>[^，]{3,60}?)(?:的?(?:提名|建议)?人选|的?候选人|职务)*$"
)
_SENTENCE = re.compile(r"[^。；\n]+")
_NOT = re.compile(r"拟任|拟提名|拟聘|候选人|建议任命|提请任命|提名|公示|将任|有望|可能")


@dataclass(slots=True)
class Order:
    """One person given or taken posts in a sentence."""

    who: list[Named]
    offices: list[Office]
    status: str
    span: Span
    flags: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _State:
    mode: str = ""
    last: list[Named] = field(default_factory=list)
    body: str = ""
    sentence_mode: str = ""


class DecreeReader:
    """Reads one passage."""

    def __init__(self, document: Document, passage: Passage, offices: OfficeReader, scribe: Scribe) -> None:
        self.document, self.passage, self.norm = document, passage, passage.norm
        self.offices, self.scribe = offices, scribe
        self.people = People(document, passage)
        self.context = ContextReader(document, passage, offices.territory)
        self.state = _State()

    def run(self) -> None:
        """Sentence by sentence; headings set what the lines below them are."""
        waiting: list[tuple[Decision, list[Order]]] = []
        self.offices.host = self._host()
        for match in _SENTENCE.finditer(self.norm):
            start, end = match.span()
            if self.norm[start - 1 : start] in ("\n", ""):
                self.state.sentence_mode = ""
            if self.norm[start - 1 : start] != "；":
                self.state.body = ""
            item = _ITEM.match(self.norm, start, end)
            start = item.end() if item else start
            while end > start and self.norm[end - 1] in " ，：、":
                end -= 1
            if end - start < 2 or self._heading(start, end):
                continue
            state = _State(self.state.mode, list(self.state.last), self.state.body, self.state.sentence_mode)
            orders = self._sentence(start, end)
            if orders:
                waiting.append((self.context.snapshot(), orders))
            else:
                self.state = state
                self.context.overhear(start, end)
                if (
                    self.norm[end : end + 1] == "\n"
                    and len(self.norm[start:end]) > 40
                    and not re.search(r"任|免|通过|决定", self.norm[start:end])
                ):
                    self.state.mode = ""
        for decision, orders in waiting:
            self._write(self.context.whole(decision), orders)

    def _host(self) -> str:
        """The company or school whose own posts a list gives (公司总经理)."""
        company = r"(?:集团|公司|大学|医院|银行|研究院|学院)(?:股份|集团)*(?:有限)?(?:责任)?(?:公司)?"
        title, text = (
            re.compile(rf"[\u4e00-\u9fff（）]{{2,30}}?{company}"),
            re.compile(rf"[\u4e00-\u9fff（）]{{2,30}}?{company}(?=董事会|股东|（以下简称|党委|决定)"),
        )
        for pattern, words in ((title, self.document.title.norm), (title, self.context.signed.body), (text, self.norm[:300])):
            for match in pattern.finditer(words):
                name = re.sub(r"^.*(?:关于|中共|经|由|根据|，|对)", "", match[0])
                if len(name) > 3 and not WORDS.search(name) and not name.startswith(("股份", "有限", "公司", "集团")):
                    return name
        return ""

    def _heading(self, start: int, end: int) -> bool:
        match = _HEAD.match(self.norm, start, end)
        if match is None:
            colon = re.search(
                rf"(?P<pre>.*?(?:决定|通过|研究|同意|批准|常委会|人民政府|会议|大会|\d日|提请|提名|建议|：))(?:(?P<give>{_GIVE})|"
                rf"(?P<take>{_TAKE})) *$",
                self.norm[start:end],
            )
            if colon is None or end - start > 70:
                return False
            self.context.hear(start, end)
            self.state.mode = "appointed" if colon["give"] else "former"
            if re.search(r"提请|提名|建议", colon["pre"]):
                self.state.mode = "proposed"
            return True
        self.state.mode = "appointed" if match["give"] else "former"
        if re.search(r"提请|拟|提名|建议", match[0]):
            self.state.mode = "proposed"
        return True

    def _sentence(self, start: int, end: int) -> list[Order]:
        """All orders of a sentence, or none where a part of it was not understood."""
        orders: list[Order] = []
        parts = self._parts(start, end)
        index = 0
        while index < len(parts):
            for stop in range(len(parts), index, -1):  # the longest run of parts that is one order
                span = Span(parts[index].start, parts[stop - 1].end)
                order = self._order(span)
                if order is not None:
                    orders.append(order)
                    index = stop
                    break
            else:
                if not self._aside(parts[index], orders):
                    return []
                index += 1
        return orders

    def _parts(self, start: int, end: int) -> list[Span]:
        found, begin, depth = [], start, 0
        for at in range(start, end):
            depth += (self.norm[at] == "（") - (self.norm[at] == "）")
            joined = self.norm[at] == "、" and _ORDERED.match(self.norm, at + 1, end)
            if (self.norm[at] == "，" or joined) and depth <= 0:
                found.append(Span(begin, at))
                begin = at + 1
        found.append(Span(begin, end))
        return [span for span in found if self.norm[span.start : span.end].strip()]

    def _aside(self, span: Span, orders: list[Order]) -> bool:
        """A remark on the order before, or words that lead up to one."""
        text = self.norm[span.start : span.end].strip()
        remark = _REMARK.fullmatch(text.strip("（）"))
        if remark and orders:
            for key in ("probation", "on_secondment"):
                if remark[key] and orders[-1].status == "appointed":
                    orders[-1].flags[key] = remark[key]
            return True
        if not orders and _PREFACE.fullmatch(text) and len(text) < 90:
            self.context.hear(span.start, span.end)
            return True
        return False

    def _order(self, span: Span) -> Order | None:
        if _NOT.search(self.norm, *span):
            return self._nominated(span)
        for read in (self._resigned, self._given, self._taken, self._left, self._acts, self._listed):
            order = read(span)
            if order is not None:
                return order
        return None

    def _nominated(self, span: Span) -> Order | None:
        """提名某某为某职人选; 某某拟任某职; 提名为某职候选人: proposed, never held."""
        match = _NOMINATES.match(self.norm, *span)
        if match is None:
            return None
        posts = Span(*match.span("posts"))
        if match["who2"]:
            who = self._who(Span(*match.span("who2"))) if self._preface(span.start, match["who"]) else []
        else:
            who = self._who(Span(*match.span("who"))) if match["who"].strip() else self.state.last
        return self._made(who, posts, "proposed", span)

    def _preface(self, start: int, words: str) -> bool:
        words_ = words.strip(" ，")
        if not words_:
            return True
        if not _PREFACE.fullmatch(words_) and not re.fullmatch(
            r"(?:国务院|[\u4e00-\u9fff（）]{2,30}(?:会议|政府|委|委员会|常委会|部|公司|集团|院|局|厅|党组|董事会|"
            r"大会|校|长官))(?:\d{1,2}月\d{1,2}日|日前|近日)?(?:决定|批准|同意|依法|提请)?",
            words_,
        ):
            return False
        self.context.hear(start, start + len(words) + 4)
        return True

    def _resigned(self, span: Span) -> Order | None:
        match = _RESIGN.match(self.norm, *span)
        if match is None or not self._preface(span.start, match["pre"]):
            return None
        who = self._who(Span(*match.span("who")))
        return self._made(who, Span(*match.span("posts")), "former", span)

    def _given(self, span: Span) -> Order | None:
        match = _V_GIVE.match(self.norm, *span)
        if match is None or re.search(_TAKE, match["pre"]) or not self._preface(span.start, match["pre"]):
            return None
        self.state.sentence_mode = "appointed"
        for verb in _AS.finditer(self.norm, match.end(), span.end):
            who = self._who(Span(match.end(), verb.start()))
            if who:
                order = self._made(who, Span(verb.end(), span.end), "appointed", span)
                if order:
                    return self._acting(order, verb[0])
        return None

    def _taken(self, span: Span) -> Order | None:
        match = _V_TAKE.match(self.norm, *span)
        if match is None or not self._preface(span.start, match["pre"]):
            return None
        self.state.sentence_mode = "former"
        return self._stripped(match.end(), span)

    def _stripped(self, at: int, span: Span) -> Order | None:
        """名 的 职务, from ``at`` on; the name runs on into the post where 的 is left out."""
        pronoun = _PRONOUN.match(self.norm, at, span.end)
        if pronoun:
            link = _OF.match(self.norm, pronoun.end(), span.end)
            return self._made(self.state.last, Span(link.end() if link else pronoun.end(), span.end), "former", span)
        for link in _OF.finditer(self.norm, at, span.end):
            who = self._who(Span(at, link.start()))
            order = self._made(who, Span(link.end(), span.end), "former", span) if who else None
            if order:
                return order
        for link in re.compile(r" ?同志(?:（[^）]*）)?|(?<=[\u4e00-\u9fff）]) +(?=[\u4e00-\u9fff]{3})").finditer(
            self.norm, at, span.end
        ):
            who = self._who(Span(at, link.start()))
            order = self._made(who, Span(link.end(), span.end), "former", span) if who else None
            if order:
                return order
        for end in self._name_ends(at, span.end):
            order = self._made(self._who(Span(at, end)), Span(end, span.end), "former", span)
            if order:
                return order
        return None

    def _name_ends(self, at: int, stop: int) -> list[int]:
        """Where a name may end that runs on into a post (免去谢逊南浦市统计局局长职务), best first: where a known place or body begins."""
        likely = self.people.first(at, stop)
        places = (*self.offices.territory.places.values(), self.offices.host or "\n", "中共", *"省市县区")

        def fit(end: int) -> tuple[int, int]:
            rest = self.norm[end:stop]
            known = 3 * rest.startswith(places) + (self.offices.bodies.place_prefix(rest) > 1) + (self.norm.count(rest[:5]) > 1)
            return -known - (end == likely), end

        ends = {
            end
            for end in (likely, at + 2, at + 3, at + 4)
            if at < end < stop and self.people.is_name(self.norm[at:end], strict=True)
        }
        return sorted(ends, key=fit)

    def _left(self, span: Span) -> Order | None:
        lapsed = _LAPSES.match(self.norm, *span)
        if lapsed:
            return self._made(self._who(Span(*lapsed.span("who"))), Span(*lapsed.span("posts")), "former", span)
        match = _LEAVE.match(self.norm, *span)
        if match is None:
            return None
        who = (
            self._who(Span(*match.span("who")))
            if match["who"].strip() and not _PRONOUN.fullmatch(match["who"].strip())
            else self.state.last
        )
        if not who and match["who"]:
            at = self._after_preface(span)
            who = self._who(Span(at, match.end("who"))) if at > span.start else []
        return self._made(who, Span(*match.span("posts")), "former", span)

    def _after_preface(self, span: Span) -> int:
        match = re.compile(r".*?(?:决定|通过|同意|批准|研究|：)[，： ]*").match(self.norm, *span)
        if match and self._preface(span.start, match[0]):
            return match.end()
        return span.start

    def _acts(self, span: Span) -> Order | None:
        """名 任 职, under a heading or after words of decision."""
        at = self._after_preface(span)
        if at == span.start and not (
            self.state.mode in ("appointed", "proposed")
            or self.state.sentence_mode == "appointed"
            or self.state.last
            or self._is_list()
        ):
            return None
        start = at
        if self.norm.startswith("由", start):
            start += 1
        for verb in _IS.finditer(self.norm, start, span.end):
            who = self._who(Span(start, verb.start()), strict=not (self._is_list() or self.state.mode)) if verb.start() > start else self.state.last
            if not who or (verb["verb"] == "为" and self.state.mode == self.state.sentence_mode == ""):
                continue
            status = "proposed" if self.state.mode == "proposed" and self.state.sentence_mode == "" else "appointed"
            order = self._made(who, Span(verb.end(), span.end), status, span)
            if order:
                if "挂" in verb["verb"]:
                    order.flags.setdefault("on_secondment", "挂职")
                return self._acting(order, verb["verb"])
        return None

    def _is_list(self) -> bool:
        return bool(re.search(r"任免|任职|免职|任命|聘任|职务|补选|选举|当选", self.document.title.norm))

    def _listed(self, span: Span) -> Order | None:
        """A line under a heading: 名　职, 名的职务."""
        mode = self.state.sentence_mode or self.state.mode
        if not mode:
            return None
        if mode == "former":
            order = self._stripped(span.start, span)
            if order:
                return order
        gap = re.compile(r"(?<=[\u4e00-\u9fff）]) +(?=[\u4e00-\u9fff]{3})|：|，")
        for link in gap.finditer(self.norm, *span):
            who = self._who(Span(span.start, link.start()))
            order = self._made(who, Span(link.end(), span.end), mode, span) if who else None
            if order:
                return order
        return None

    def _acting(self, order: Order, verb: str) -> Order:
        """代理市长 where the verb says 代理 and the title does not."""
        word = next((one for one in ("代理", "署理") if one in verb), "")
        if word:
            order.flags["acting"] = word
            for office in order.offices:
                if not office.title.startswith(word[0]):
                    office.title = word + office.title
        return order

    def _who(self, span: Span, *, strict: bool = False) -> list[Named]:
        start, end = span
        while end > start and self.norm[end - 1] in " ，、：":
            end -= 1
        return self.people.many(start, end, strict=strict) if end > start else []

    def _made(self, who: list[Named], posts: Span, status: str, span: Span) -> Order | None:
        if not who:
            return None
        start, end = posts
        tail = re.search(r"(?:等?(?:职务|一职|职))?$", self.norm[start:end])
        if tail and tail[0] and end - len(tail[0]) > start and tail[0] != "职":
            end -= len(tail[0])
        flags: dict[str, str] = {}
        while note := re.search(r" ?（([^（）]*)）$", self.norm[start:end]):
            remark = _REMARK.fullmatch(note[1])
            if remark is None and not re.fullmatch(r"兼|正?副?[处科县厅局司]级|[^（）]{0,10}级|挂职[^（）]*", note[1]):
                break
            if remark:
                flags |= {key: remark[key] for key in ("probation", "on_secondment") if remark[key]}
            end = start + note.start()
        phrase = self.offices.read(start, end)
        if not phrase.whole and self.state.body:
            phrase = self.offices.read(start, end, self.state.body)
        if not phrase.whole:
            return None
        self.state.last = who
        self.state.body = phrase.offices[-1].body_name
        for office in phrase.offices:
            flags |= {key: value for key, value in office.flags if key != "acting"}
        return Order(who, phrase.offices, status, span, flags)

    def _write(self, decision: Decision, orders: list[Order]) -> None:
        for order in orders:
            self.scribe.claim(*order.span)
            for named in order.who:
                person = self.scribe.person(named.span)
                if named.note:
                    bracket(self.scribe, person, named)
                for office in order.offices:
                    if order.status == "proposed":
                        body = self.scribe.body(office.body, office.body_name)
                        self.scribe.say("record-proposed", order.span, (person, body), {"title": office.title})
                        continue
                    status = "former" if office.status == "former" else order.status
                    flags = order.flags | {key: value for key, value in office.flags if key == "acting"}
                    if status == "former":
                        flags = {}
                    body = self.scribe.body(office.body, office.body_name)
                    properties = {"title": office.title, "status": status} | decision.properties(status) | flags
                    grammar = "record-appointed" if status == "appointed" else "record-removed"
                    self.scribe.say(grammar, order.span, (person, body), properties, decision.proofs())
