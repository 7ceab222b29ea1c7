"""Names in lists of prizes, which stand without titles: 一等奖：张三、李四；二等奖 王五 赵 六; 物理系张三、李四获二等奖.

A list counts only where each of its items is a name (with the office it belongs to, or a body that is known), so rules of
a contest (一等奖3名，奖金1000元) and prose are no lists. What stands under a heading becomes statements (prize_facts).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kgnews.annotate.bodies import Bodies
from kgnews.annotate.document import Document, Passage
from kgnews.annotate.marks import Taken, add
from kgnews.annotate.name_runs import cut, whole
from kgnews.annotate.names import Names
from kgnews.annotate.person_names import Finder
from kgnews.annotate.tables import table
from kgnews.records import Mention, Span

_RANKED = (
    r"(?:(?:个人|团体|集体|团队|组织|作品|男子组?|女子组?|男单|女单|男双|女双|混双|本科生?组|研究生组|教师组|学生组|成人组|青年组|甲组|乙组|[A-D]组)?"
    r"(?:[特一二三四]等奖|优秀奖|优胜奖|鼓励奖|提名奖|入围奖|纪念奖|杰出奖|优秀组织奖|[冠亚季]军|[金银铜]奖|第[一二三四五六七八九十\d]{1,3}名|"
    r"最[佳具][^，。；：、\s\d“”]{1,8}奖|“最[佳具][^，。；：、\s“”]{1,8}奖?”奖?))"
)
_RANK = re.compile(r"第[一二三四五六七八九十\d]{1,3}名")
_PRIZES = ("奖", "冠军", "亚军", "季军", "最佳", "最具")  # one of them is in every heading, or a rank
_HEADING = re.compile(
    rf"(?P<prize>{_RANKED})(?:获得者|得主|获奖者|获奖名单|获奖作品|名单)?(?:[（]?[共\d一二三四五六七八九十]+[名人位个项][）]?)?"
    r"(?:分别)?[是为有]?(?P<mark>[：，、 \u3000\n]{0,3})(?=[\u4e00-\u9fff])"
)
_LEFT = re.compile(r"(?:[\n。；：）〕】 \u3000]|名单|如下|结果|情况|\A)\Z")
_ITEMS = re.compile(r"[\u4e00-\u9fff·、，和 \u3000\n]+")
_TOKEN = re.compile(r"[^、，\n]+")
_RESULTS = re.compile("获奖|名单|结果|奖项|比赛|大赛|竞赛|评选|决赛|评比|揭晓|表彰|运动会|联赛|公布")

_ANY = re.compile("[奖获军授]|第.{1,3}名|等功|全国")
_VERB = re.compile(
    r"(?:分别|分(?=获)|各(?=获)|共同|均|荣|喜|双双|并列|最终|一举|依次|同学|老师|选手|[两三四五六七八九十\d]+[人名位](?:同学|老师|选手|学生)?|等)*"
    r"(?:荣获|荣立|获评|获得|夺得|摘得|斩获|捧得|当选为?|(?<![收截捕俘缴查抓破擒荣])获|被评为|被授予)了?"
    r"(?=[^，。；]{0,30}(?:奖|称号|[冠亚季]军|[金银铜]牌|第[一二三四五六七八九十]+名|标兵|先进|模范|能手|十佳|优秀|[一二三特]等功|好人”|人物”|之星”|楷模”))"
)
_WON = ("获", "夺得", "摘得", "捧得", "被评为", "被授予", "荣立", "当选")  # one of them is in every match of it
_GIVEN = re.compile(
    r"(?:追授|授予|追记)(?P<names>[\u4e00-\u9fff、]{2,60}?)(?:等|[\d一二两三四五六七八九十]+[名位]|同志|同学|老师|烈士)*(?=“|全国|国家|一等|二等|三等)"
)
_PRIZE = r"(?:奖|奖章|勋章|冠军|亚军|季军|[金银铜]牌|称号)"
_WINNERS = re.compile(
    rf"{_PRIZE}(?:则|分别|均)?由(?P<by>[^，。；：！？“”《》\n]{{2,60}}?)(?:共同|分别)?(?:获得|摘得|夺得|斩获|捧得|获)(?=[，。；])|"
    rf"(?:为|给|向)(?P<to>[\u4e00-\u9fff、]{{2,60}}?)(?:颁发|颁授|佩戴)了?(?=[^，。；]{{2,30}}?{_PRIZE})|"
    rf"{_PRIZE}”?的(?:分别|还|主要)?[是有为]：?(?P<are>[^，。；：！？“”《》\n]{{2,60}}?)(?=[，。；])"
)
_AUTHORS = re.compile(r"(?P<names>[\u4e00-\u9fff和]{2,26})的《(?=[^。；\n]{2,400}(?:获|评为))")
_HOLDER = re.compile(
    "(?:(?:奖|奖章|勋章|奖学金|基金|”|年度)(?:的)?(?:获得者|得主)|"
    "全国(?:劳动模范|先进工作者|优秀共产党员|道德模范|三八红旗手|技术能手|模范教师|优秀教师))(?:代表)?、?"
)
_BOUND = re.compile(r"[，。；：！？\n“”（）《》]")
_LEAD = re.compile(r"(?:其中|由|而|我院|我校|本校|该校|来自)+")
_CUE = re.compile(
    r"(?:同学|学生|选手|队员|运动员|教师|老师|职工|本科生|硕士生|博士生|研究生|级|班|专业|队|村|县|市|组合|学生代表|作者|记者|教练员?|志愿者|员|的)\Z"
)


@dataclass(frozen=True, slots=True)
class _Item:
    start: int
    end: int
    text: str


def find(document: Document) -> None:
    """Add Person mentions for the names in lists of winners; ``document.notes["prizes"]`` holds what headings tell."""
    if not any(_ANY.search(passage.norm) for passage in document.passages):
        return
    names, bodies = table(document.terms, Names), table(document.terms, Bodies)
    document.notes["prizes"] = _under_headings(document, document.text, names)
    for passage in document.passages:
        _before_verbs(document, passage, names, bodies)
        _after_verbs(document, passage, names, bodies)
        _authors(document, passage, names, bodies)
        _behind_winner(document, passage)


def _under_headings(document: Document, passage: Passage, names: Names) -> list[tuple[Mention, list[Mention]]]:
    norm = passage.norm
    if not (any(word in norm for word in _PRIZES) or _RANK.search(norm)) or not _RESULTS.search(norm):
        return []
    headings = list(_HEADING.finditer(norm))
    if not headings:
        return []
    taken = Taken(passage, "Organization")
    found: list[tuple[Mention, list[Mention]]] = []
    last = -1
    for place, heading in enumerate(headings):
        apart = _LEFT.search(norm, max(0, heading.start() - 2), heading.start()) is not None
        if not apart and heading.start() != last:
            continue
        close = headings[place + 1].start() if place + 1 < len(headings) else len(norm)
        items = _ITEMS.match(norm, heading.end(), close)
        if items is None or not _ended(norm, items.end(), close):
            continue
        winners = list(_winners(document, passage, names, taken, *items.span()))
        if winners:
            last = items.end()
            prize = heading.span("prize")
            found.append(
                (add(passage, "Award", *prize, name=passage.raw[slice(*prize)].replace("“", "").replace("”", "")), winners)
            )
    return found


def _ended(norm: str, at: int, close: int) -> bool:
    """A list ends with the sentence, a bracket, or the next heading."""
    return at == close or at >= len(norm) or norm[at] in "。；（！"


def _winners(document: Document, passage: Passage, names: Names, taken: Taken, start: int, end: int) -> Iterator[Mention]:
    spans: list[tuple[int, int, str]] = []
    missed = 0
    for item in _items(passage.norm, start, end):
        body = _body(taken, item)
        if body is not None:
            spans.append((body.start, body.end, "Organization"))
            continue
        parts = [(0, len(item.text))] if whole(names, item.text) else cut(names, item.text, offices=True)
        missed += not parts
        places = [place for place in range(item.start, item.end) if not passage.norm[place].isspace()]
        spans.extend((places[here], places[there - 1] + 1, "Person") for here, there in parts)
    if missed and (missed > 2 or len(spans) < 4 * missed):
        return  # prose, or things that are won
    for begin, stop, label in spans:
        if label == "Person":
            yield _person(document, passage, begin, stop)
        else:
            yield next(m for m in passage.mentions if m.label == label and (m.start, m.end) == (begin, stop))


def _body(taken: Taken, item: _Item) -> Mention | None:
    """The body that the item is, with or without 队 behind it."""
    body = taken.ending_at(item.end) or next(
        (m for m in taken.touching(item.start, item.end) if item.end - m.end in range(1, 5) and item.text[-1] == "队"), None
    )
    return body if body is not None and body.start == item.start else None


def _items(norm: str, start: int, end: int) -> Iterator[_Item]:
    """The items between marks and blanks; a single character is the surname of the next one (赵 翀)."""
    for token in _TOKEN.finditer(norm, start, end):
        begin, text = -1, ""
        for word in re.finditer(r"\S+", token[0]):
            begin = token.start() + word.start() if begin < 0 else begin
            text += word[0]
            if len(text) > 1:
                yield _Item(begin, token.start() + word.end(), text)
                begin, text = -1, ""
        if text:
            yield _Item(begin, token.end(), text)


def _before_verbs(document: Document, passage: Passage, names: Names, bodies: Bodies) -> None:
    norm = passage.norm
    for verb in _VERB.finditer(norm) if any(word in norm for word in _WON) else ():
        bound = max((one.end() for one in _BOUND.finditer(norm, max(0, verb.start() - 80), verb.start())), default=None)
        if bound is None:
            bound = 0 if verb.start() <= 80 else verb.start()
        lead = _LEAD.match(norm, bound, verb.start())
        start = lead.end() if lead else bound
        pieces = [*re.finditer(r"[^、和与及 ]+", norm[start : verb.start()])]
        for number, piece in enumerate(reversed(pieces)):
            at, end = start + piece.start(), start + piece.end()
            if not _bare(document, passage, names, bodies, at, end, least=0.6 if number == len(pieces) - 1 else 0.3):
                break


def _after_verbs(document: Document, passage: Passage, names: Names, bodies: Bodies) -> None:
    for verb in _GIVEN.finditer(passage.norm):
        for piece in re.finditer(r"[^、和]+", verb["names"]):
            at = verb.start("names") + piece.start()
            if not _bare(document, passage, names, bodies, at, at + len(piece[0]), least=-0.8 if piece.start() else 0.6):
                break
    for won in _WINNERS.finditer(passage.norm) if "奖" in passage.norm else ():
        place = won.start(won.lastgroup or 0)
        for piece in re.finditer(r"[^、和与及]+", won[won.lastgroup or 0]):
            _bare(document, passage, names, bodies, place + piece.start(), place + piece.end(), least=0.6)


def _authors(document: Document, passage: Passage, names: Names, bodies: Bodies) -> None:
    """红河大学社会学系张三和李四的《……》获一等奖."""
    for author in _AUTHORS.finditer(passage.norm) if "的《" in passage.norm else ():
        for piece in reversed([*re.finditer("[^和]+", author["names"])]):
            at = author.start("names") + piece.start()
            if not _bare(document, passage, names, bodies, at, at + len(piece[0]), least=0.6):
                break


def _behind_winner(document: Document, passage: Passage) -> None:
    """吴玉章奖学金获得者张三: a name without any title."""
    finder = Finder(document, passage)
    for winner in _HOLDER.finditer(passage.norm):
        end = finder.after(winner.end(), len(passage.norm), least=1.2)
        if end - winner.end() in (2, 3) and not Taken(passage, "Person", "Organization").touching(winner.end(), end):
            _person(document, passage, winner.end(), end)


def _bare(document: Document, passage: Passage, names: Names, bodies: Bodies, at: int, end: int, *, least: float) -> bool:
    """Add the name that the item is; whether it is one."""
    text = passage.norm[at:end]
    known = Taken(passage, "Person").touching(at, end)
    if known:
        return True
    if not re.fullmatch("[\u4e00-\u9fff]{2,24}", text):
        return False
    if Taken(passage, "Organization", "Event", "Work", "Place", "Date").touching(max(at, end - 2), end):
        return False
    for length in (3, 2):
        name = text[-length:]
        surname = names.surname_at(name, 0)
        if len(text) < length or not surname or surname >= length or bodies.is_place(name):
            continue
        before = text[:-length]
        apart = not before or _CUE.search(before) is not None or bodies.suffix_of(before) != ""
        score = names.name_score(name, surname)
        if apart and score > min(least, 0.3 if before else least) and name not in names.words and name not in names.never:
            _person(document, passage, end - length, end)
            return True
    return False


def _person(document: Document, passage: Passage, start: int, end: int) -> Mention:
    """The mention of the person there; what else was read from a part of the name gives way."""
    touching = Taken(passage, "Person", "Organization", "Place", "Post").touching(start, end)
    same = next((m for m in touching if m.label == "Person" and (m.start, m.end) == (start, end)), None)
    if same is not None:
        return same
    if touching:
        passage.mentions = [m for m in passage.mentions if m not in touching or m.start < start or m.end > end]
        passage.mentions = [m for m in passage.mentions if m.label != "Person" or m not in touching]
    name = re.sub(r"\s", "", passage.norm[start:end])
    document.names.setdefault(name, 1)
    made = Mention("Person", passage.where, start, end, passage.raw[start:end], Span(start, end), tags=frozenset({"listed"}))
    passage.mentions.append(made)
    return made
