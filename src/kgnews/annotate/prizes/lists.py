"""Names in lists of prizes, which stand without titles: 一等奖：张三、李四；二等奖 王五 赵 六; 物理系张三、李四获二等奖.

A list counts only where each of its items is a name (with the office it belongs to, or a body that is known), so rules of
a contest (一等奖3名，奖金1000元) and prose are no lists. What stands under a heading becomes statements (prize_facts).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kgnews.annotate.base.cues import cues
from kgnews.annotate.base.document import Document, Passage
from kgnews.annotate.base.marks import Taken, add
from kgnews.annotate.base.tables import table
from kgnews.annotate.bodies.lists import Bodies
from kgnews.annotate.names.finder import Finder
from kgnews.annotate.names.model import Names
from kgnews.annotate.names.runs import cut, whole
from kgnews.annotate.prizes.winners import Winners
from kgnews.expressions import expression
from kgnews.records import Mention

_RANKED = (
    r"(?:(?:个人|团体|集体|团队|组织|作品|男子组?|女子组?|男单|女单|男双|女双|混双|本科生?组|研究生组|教师组|学生组|成人组|青年组|甲组|乙组|[A-D]组)?"
    r"(?:[特一二三四]等奖|优秀奖|优胜奖|鼓励奖|提名奖|入围奖|纪念奖|杰出奖|优秀组织奖|[冠亚季]军|[金银铜]奖|第[一二三四五六七八九十\d]{1,3}名|"
    r"最[佳具][^，。；：、\s\d“”]{1,8}奖|“最[佳具][^，。；：、\s“”]{1,8}奖?”奖?)|"
    r"(?:先进|优秀|杰出|模范)(?:个人|集体|单位|工作者|指导教师|教师|教练员?|裁判员?|运动员|学员|学生|干部|党员|员工|青年|志愿者|辅导员|班主任|班集体)(?=：))"
)
_RANK = expression(r"第[一二三四五六七八九十\d]{1,3}名")
_PRIZES = ("奖", "冠军", "亚军", "季军", "最佳", "最具", "先进", "优秀", "模范")  # one of them is in every heading, or a rank
_HEADING = expression(
    rf"(?P<prize>{_RANKED})(?:获得者|得主|获奖者|获奖名单|获奖作品|名单)?(?:[（]?[共\d一二三四五六七八九十]+[名人位个项][）]?)?"
    r"(?:分别)?[是为有]?(?P<mark>[：，、 \u3000\n]{0,3})(?=[\u4e00-\u9fff《])"
)
_LEFT = expression(r"(?:[\n。；：）〕】 \u3000]|名单|如下|结果|情况|\A)\Z")
_ITEMS = expression(r"(?:[\u4e00-\u9fff·、，和 \u3000\n]|（[^（）\n；：]{2,20}）(?=[、，和\n；。 ]|\Z))+")
_WORKS = expression(r"(?:《[^》\n]{1,40}》（(?:[^（）\n]|（[^（）\n]{1,8}）){2,60}）[、，；\n ]{0,3})+")
_AUTHOR = expression(r"》（([^（），：]{2,24})")  # and behind a comma where he comes from, or who taught him
_TOKEN = expression(r"（[^）]*）|[^、，\n（]+")
_RESULTS = expression("获奖|名单|结果|奖项|比赛|大赛|竞赛|评选|决赛|评比|揭晓|表彰|运动会|联赛|公布")

_ANY = cues("奖 获 军 授 夺 摘 牌 章 等功 全国 称号")
_ANY_PLACE = expression("第.{1,3}名")
_AUTHORS = expression(r"(?P<names>[\u4e00-\u9fff和]{2,26})的《(?=[^。；\n]{2,400}(?:获|评为))")
_HELD = cues("获得者 得主 全国")  # one of them is in every match
_HOLDER = expression(
    "(?:(?:奖|奖章|勋章|奖学金|基金|”|年度)(?:的)?(?:获得者|得主)|"
    "全国(?:劳动模范|先进工作者|优秀共产党员|道德模范|三八红旗手|技术能手|模范教师|优秀教师)(?:荣誉)?(?:称号)?(?:获得者)?)(?:代表)?、?"
)


@dataclass(frozen=True, slots=True)
class _Item:
    start: int
    end: int
    text: str


def find(document: Document) -> None:
    """Add Person mentions for the names in lists of winners; ``document.notes["prizes"]`` holds what headings tell."""
    if not any(_ANY.stand_in(passage.norm) or _ANY_PLACE.search(passage.norm) for passage in document.passages):
        return
    names, bodies = table(document.terms, Names), table(document.terms, Bodies)
    document.notes["prizes"] = _under_headings(document, document.text, names, bodies)
    for passage in document.passages:
        winners = Winners(document, passage, names, bodies)
        winners.find()
        _authors(winners)
        _behind_winner(winners)


def _under_headings(document: Document, passage: Passage, names: Names, bodies: Bodies) -> list[tuple[Mention, list[Mention]]]:
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
        authors = list(_of_works(Winners(document, passage, names, bodies), heading.end(), close))
        items = _ITEMS.match(norm, heading.end(), close) if not authors else None
        if authors:
            prize = heading.span("prize")
            found.append((add(passage, "Award", *prize, name=passage.raw[slice(*prize)]), authors))
        if items is None or not _ended(norm, items.end(), close):
            continue
        winners = list(_winners(Winners(document, passage, names, bodies), taken, *items.span()))
        if winners:
            last = items.end()
            prize = heading.span("prize")
            found.append(
                (add(passage, "Award", *prize, name=passage.raw[slice(*prize)].replace("“", "").replace("”", "")), winners)
            )
    return found


def _of_works(winners: Winners, start: int, close: int) -> Iterator[Mention]:
    """《甲》（张三）、《乙》（李四、王五）: the authors behind the works."""
    works = _WORKS.match(winners.norm, start, close)
    for author in _AUTHOR.finditer(winners.norm, *works.span()) if works else ():
        for name in re.finditer(r"[^、， ]+", author[1]):
            if whole(winners.names, name[0]) or cut(winners.names, name[0]) == [(0, len(name[0]))]:
                yield winners.person(author.start(1) + name.start(), author.start(1) + name.end())


def _ended(norm: str, at: int, close: int) -> bool:
    """A list ends with the sentence, a bracket, or the next heading."""
    return at == close or at >= len(norm) or norm[at] in "。；（！"


def _winners(winners: Winners, taken: Taken, start: int, end: int) -> Iterator[Mention]:
    passage, names = winners.passage, winners.names
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
            yield winners.person(begin, stop)
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
        if token[0][0] == "（":
            continue  # 甲（乙大学）、丙（丁大学）
        begin, text = -1, ""
        for word in re.finditer(r"\S+", token[0]):
            begin = token.start() + word.start() if begin < 0 else begin
            text += word[0]
            if len(text) > 1:
                yield _Item(begin, token.start() + word.end(), text)
                begin, text = -1, ""
        if text:
            yield _Item(begin, token.end(), text)


def _authors(winners: Winners) -> None:
    """红河大学社会学系张三和李四的《……》获一等奖."""
    norm = winners.norm
    for author in _AUTHORS.finditer(norm) if "的《" in norm else ():
        for piece in reversed([*re.finditer("[^和]+", author["names"])]):
            at = author.start("names") + piece.start()
            if not winners.bare(at, at + len(piece[0]), least=0.6):
                break


def _behind_winner(winners: Winners) -> None:
    """吴玉章奖学金获得者张三: a name without any title."""
    passage = winners.passage
    finder = Finder(winners.document, passage)
    for winner in _HOLDER.finditer(passage.norm) if _HELD.stand_in(passage.norm) else ():
        end = finder.after(winner.end(), len(passage.norm), least=1.2)
        if end - winner.end() in (2, 3) and not Taken(passage, "Person", "Organization").touching(winner.end(), end):
            winners.person(winner.end(), end)
