"""Places: divisions, countries and cities by name; venues and sites by their head, behind 在, 到, 考察 and the like.

Levels that stand together are mentions of their own (浙江省 湖州市; 北京 人民大会堂), so that each can be an end of a fact.
在京, 访华 are read as 北京, 中国. A place inside the name of a body is the body's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from ahocorasick_rs import AhoCorasick, MatchKind

from kgnews.annotate.base.cues import Cues, cues
from kgnews.annotate.base.document import Document, Passage
from kgnews.annotate.base.marks import Taken, add
from kgnews.annotate.base.tables import table
from kgnews.annotate.bodies.edges import cut_back
from kgnews.annotate.places.abbreviated import abbreviated
from kgnews.annotate.places.known import KnownPlaces, halves
from kgnews.expressions import expression
from kgnews.records import Mention
from kgnews.schema.terms import Terms

_VISIT = (
    "考察|调研|视察|走访|慰问|参观|访问|检查|督导|看望|深入|抵达|飞抵|前往|赶赴|奔赴|来到|走进|位于|出访|回访|巡访|"
    "督查|踏访|探访|巡视"
)
# Each alternative begins with a character: then re looks for those only, and is six times as fast.
_TRIGGER = expression(
    "|".join(rf"{verb}(?!组|团|员|报告|课题|时|会(?![议展]|堂))(?:了|过)?" for verb in _VISIT.split("|"))
    + r"|地点[：:]|齐聚|相聚|云集|"
    + "".join(rf"{at}(?<![存现实内所潜正]{at})(?!于|线|会上|访|在)|" for at in "在于到赴")
    + r"假座?(?=[^，。；、“座]{3,18}(?:隆重|盛大)?(?:举行|举办|召开))"  # Hong Kong: 昨日假香港会议展览中心举行
)
_BEGIN = cues(f"{_VISIT}|地点：|地点:|齐聚|相聚|云集|在|于|到|赴|假")
FOLLOW = (
    r"(?=[，。；、！？）（和及与以暨]|(?:再次|同时|分别|隆重|成功|顺利|正式|胜利|圆满|盛大|联合|共同|首次|如期|同步|"
    r"拉开|主持|组织|启动|落下|热闹|热烈|火热|激情|登场|鸣枪|鸣金|开锣|开演|启幕|收官|打响|合办|联办|开馆|开讲|"
    r"举行|召开|举办|开幕|闭幕|开赛|开展|开营|开班|进行|上演|落幕|揭幕|揭牌|开启|会见|会谈|会晤|同|看望|出席|参加|"
    r"考察|调研|视察|走访|慰问|检查|督导|参观|访问|成立|签约|签署|发布|"
    r"宣布|为(?=[^，。；]{1,12}(?:举行|举办)|[^，。；]{2,24}(?:讲[授课]|授课|[作做]了?(?:一场|题|报告|讲)))|[作做](?=了|题|《|“|专题|学术|主题)|带来了?|讲授|主讲|就|了解|实地|看到|指导|督查|为期|亮相|揭晓|开机|首发|首映|开拍|表示|说|时))"
)
_NOT_A_PLACE = expression(
    r"^(?:几十?个|[数多]十?个|\d+[个家座处]|(?:施工|项目|活动|比赛|建设)现场$|[主分]会场$|(?:建筑|施工|建设|工程)工地$|(?:生产|加工|组装)车间$|此|这|那|该|其|会|同|全(?!国(?:政协|人大|妇联|总工会|工商联))|各|一|我|本|他|她|某|有|多|哪|什么|国际|国内|线|网|会议|现|当|今|近|上|下|前|后|不|"
    r"以|已|被|把|对|从|与|和(?![平谐睦美兴合静顺])|由|为|将|[室户门屋厅馆院楼]外|[^，。]{2,3}厅外)|"
    r"(?:全市|全省|全国|全区|全县|各地|地区|城市|农村|乡村|现场|中心|基地|社区|园区|市|县|区|镇|村|省|学校|医院|酒店|"
    r"大学|小区|广场|公园|机场|车站|工地|车间|楼|层|实验室|展厅|会议室|总部|街道|村镇|乡镇|村组|厂矿|街巷)$"
)
# What stands behind a place name and belongs to it: 北京|国家自主创新示范区 is one name, 上海|国家会展中心 two.
_PART = expression(
    r"国家(?!会展|会议|体育|大剧院|博物馆|图书馆|游泳|速滑|奥林匹克)|高新|经济|自由贸易|自贸|综合|大学|国际|"
    r"第[一二三四五六七八九十]"
)
_ACTS = expression(
    r"(?:将|还|已经?|曾|也|正式|日前|近日|昨[日天]|今[日天]|联合|共同|首次|成功|先后|陆续|率先|随后|相继|专门|\d+日|于(?:20\d\d年)?(?:\d{1,2}月)?(?:\d{1,2}日)?){0,3}(?:举办|承办|"
    r"主办|协办|召开|(?:制定|制订)(?:并|出台|印发|发布)|出台|印发|发布|公布|颁布)(?!地|方|单位|会|[，。])|"
    r"(?:已经?|将|\d+日|日前|近日|当天)?[与同和][^，。；的]{2,24}(?:签[署订约]|(?:联合|共同|携手)(?:举办|召开|举行|主办))|"
    r"(?:率先|专门|还|相继|迅速|及时)?(?:成立|组建)了?[^，。；：！？的]{2,30}(?:领导小组|协调小组|工作专班|指挥部)(?=[，。；])"
)
# A town called like a county; 云南乡村, 北京镇长 and the like are none.
_TOWN = expression(r"镇(?![长海江静定区级])|乡(?![村镇长亲里间愁土下情音])")
_UNIT = expression(rf"{_TOWN.pattern}|县(?=[\u4e00-\u9fff]{{2}})(?!城|域|级)")
_CONVENES = expression(r"(?:\d+日|昨[日天]|今[日天]|日前|近日|隆重|联合|还){0,2}(?:举行|开展)(?![，。、的])")
_ACTED_ON = expression(
    r"(?:已经?|\d+日|日前|近日|当天|在[^，。]{2,12}|正式|共同|政府间?|两国(?:领导人|元首|总理|外长|政府)?|就[^，。；]{2,20}?){0,3}签[署订约]"
)
_WITH = expression(r"[与同和][^，。；、]{0,8}$")
_SPLIT_OFF = expression(
    r".*的|.{2,16}(?:局|厅|委|会|大学|公司|院|处|中心)[于在]+(?=.{2})|[该我本贵](?:校|院|市|县|区|所|公司)(?=.{3})|学校(?=.{3})"
)
_CLAUSE = expression(
    rf"{_VISIT}|"
    r"(?<!求)是|[登开出收]场|[了着过把被让使将]|[展赛]和|(?<=..)和(?![平谐合园苑润佳睦顺])|举行|召开|举办|参加|出席|进行|发展|建设(?!工地|局|厅|部|银行|集团|公司|大)|推进|开展|努力|加强|实现|取得|作为|成为|通过|围绕|落实|设立|成立|组建|创办|部分|有关|相关|多家"
)
_ROAD = expression(r"[东西南北中]?(?:路(?![演过线上])|街|大道|大街)(?!道)")
_SHORT_COUNTRIES = frozenset({"沙特", "印尼", "巴新", "波黑", "埃塞", "苏联"})
_ROOM = expression(
    r"(?:[A-Z]?\d+|[一二三四五六七八九十]+|第[一二三四五六七八九十]+)(?:楼|层|号楼|号|会议)?(?:会议室|报告厅|展厅|"
    r"多功能厅|教室|大厅|厅|室)?|"
    r"（[\u4e00-\u9fffA-Z]{1,6}）"
)
# 明德楼|501会议室, 人民大会堂|福建厅: the building is the venue that other reports name too.
_IN_BUILDING = expression(
    r"(?P<building>[^，。；、]*?[^，。；、\d国校会](?:楼|大厦|会堂|礼堂|图书馆|[A-Z]座|国学馆|学院楼|体育馆|[^，。；、]酒店|宾馆|会馆))"
    r"(?:[A-Z]座)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})?(?:层|楼)?(?:[东西南北]侧)?(?:[A-Z]?\d{1,5}|\d号|[一二三四五六七八九十]+号?|第[一二三四五六七八九十]+|多功能|国际|学术|[\u4e00-\u9fff]{2})?"
    r"(?:会议室|会议厅|报告厅|演讲厅|展厅|多功能厅|学术厅|教室|大厅|厅|室)?"
)


_LONGEST = 31


class Gazetteer:
    """All place names as one automaton; which short names are ordinary words too; venue heads as an expression."""

    def __init__(self, terms: Terms) -> None:
        words = frozenset(terms.get("division_words", {}))
        names: dict[str, bool] = {}
        for source in ("divisions", "division_short", "country_codes", "zone_cities", "place_names"):
            names |= {name: name in words and source == "division_short" for name in terms.get(source, {}) if len(name) > 1}
        names |= {
            name: False
            for name in terms.get("countries", {})
            if (len(name) > 2 or name in _SHORT_COUNTRIES) and name not in names
        }
        self.common = frozenset(name for name, common in names.items() if common)
        self.names = frozenset(names)
        shorts = terms.get("division_short", {})
        self.short = frozenset(shorts)
        self.county = frozenset(name for name, codes in shorts.items() if all(len(code) > 4 for code in codes.split()))
        self.automaton = AhoCorasick(list(names), matchkind=MatchKind.LeftmostLongest)
        heads = "|".join(map(re.escape, sorted(terms["venue_heads"], key=len, reverse=True)))
        self.venue = re.compile(
            rf"(?:位于)?(?P<name>[^，。；：！？、“”《》\n（）]{{1,28}}?(?:{heads})(?:{_ROOM.pattern})*){FOLLOW}"
        )  # the head begins less than _LONGEST characters behind the beginning
        self.heads = Cues(terms["venue_heads"])
        self.head = re.compile(rf"(?:{heads})$")
        self.abbreviations = dict(terms.get("place_letters", {}))


def find(document: Document) -> None:
    """Add the Place mentions of title and text."""
    gazetteer = table(document.terms, Gazetteer)
    for passage in document.passages:
        cut_back(passage, gazetteer.names)
        taken = Taken(passage)
        _named(passage, gazetteer, taken)
        abbreviated(passage, gazetteer.abbreviations)
        _venues(passage, gazetteer, taken)
        _acting(passage)


def _acting(passage: Passage) -> None:
    """A territory that acts (成都将举办…, 江苏省出台…, 意大利与中国签署…) is a body there."""
    levels = {m.end: m.start for m in passage.mentions if m.label == "Place"}
    for end in sorted(levels):  # each end with the beginning of the levels that stand together
        levels[end] = levels.get(levels[end], levels[end])
    for mention in passage.mentions:
        if mention.label == "Place" and "venue" not in mention.tags and _acts(passage, mention, levels):
            mention.label = "Organization"
            mention.tags = mention.tags | {"territory"}


def _acts(passage: Passage, mention: Mention, levels: dict[int, int]) -> bool:
    text, first = passage.norm, levels.get(mention.start, mention.start)
    if text[max(0, first - 1) : first] in ("在", "于", "来", "到", "赴", "驻"):
        return False
    if _ACTS.match(text, mention.end) or (mention.form[-1] in "省市县区州镇乡" and _CONVENES.match(text, mention.end)):
        return True
    return bool(_ACTED_ON.match(text, mention.end) and _WITH.search(text, max(0, mention.start - 30), mention.start))


def _named(passage: Passage, gazetteer: Gazetteer, taken: Taken) -> None:
    behind = -1
    for _index, start, end in gazetteer.automaton.find_matches_as_indexes(passage.norm):
        name = passage.norm[start:end]
        if name in gazetteer.short and _TOWN.match(passage.norm, end):
            end += 1  # 平桥镇 is no 平桥
        if _stands_free(passage, gazetteer, name, start, end, behind) and not taken.touching(start, end):
            add(passage, "Place", start, end, name=passage.raw[start:end])
            behind = end


def _stands_free(passage: Passage, gazetteer: Gazetteer, name: str, start: int, end: int, behind: int) -> bool:
    """Whether the characters are the place here: at word bounds, and where an ordinary word is meant less likely."""
    if _ROAD.match(passage.norm, end):
        return False  # 南京|西路
    if start != behind and start not in passage.word_at and passage.norm[start - 1 : start] not in ("在", "赴", "到", "访"):
        return False
    if halves(passage, gazetteer.names, start, end):
        return True
    if end < len(passage.norm) and end not in passage.word_at and name not in gazetteer.short:
        return False
    if name in gazetteer.common or name in gazetteer.county:
        near = passage.norm[max(0, start - 1) : start]
        return (
            (start == behind and name not in gazetteer.common)  # 美国|友好团体
            or passage.norm[end : end + 1] in ("市", "县")
            or (near != "" and near in ("赴抵" if name in gazetteer.common else "赴抵在于到来往访驻"))
        )
    if end in passage.word_at or end == len(passage.norm):
        return True
    return start == behind


def _venues(passage: Passage, gazetteer: Gazetteer, taken: Taken) -> None:
    known = KnownPlaces(passage, taken)
    heads = gazetteer.heads.places(passage.norm)
    done = 0
    for trigger in _BEGIN.matches(_TRIGGER, passage.norm):
        if trigger.start() < done:
            continue
        position = trigger.end()
        if bisect_left(heads, position) == bisect_left(heads, position + _LONGEST):
            continue
        for start, end in _list(passage.norm, position, gazetteer):
            if not add_venue(known, gazetteer, start, end):
                break
            done = end
    known.close()


def _list(text: str, position: int, gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """The items of A、B和C, each as its span, from the first on."""
    while match := gazetteer.venue.match(text, position):
        yield match.span("name")
        position = match.end()
        if text[position : position + 1] not in ("、", "和", "及", "与"):
            return
        position += 1


def add_venue(known: KnownPlaces, gazetteer: Gazetteer, start: int, end: int) -> bool:
    """Add the venue that ``[start, end)`` names, without the levels in front of it; False where it is none."""
    passage, taken = known.passage, known.taken
    name = passage.norm[start:end]
    if name.endswith("）") and name[name.rfind("（") + 1 : -1] in gazetteer.names:
        end = start + name.rfind("（")
        name = passage.norm[start:end]
    if split := _SPLIT_OFF.match(name):
        start += split.end()
        name = passage.norm[start:end]
    if len(name) < 2 or _CLAUSE.search(name):
        return False
    if name.endswith("总部") and name[:-2] in gazetteer.names:
        known.once(start, end - 2)  # 深圳|总部
        return True
    whole = start
    if not any(m.label == "Organization" and m.start == start and m.end < end for m in taken.touching(start, end)):
        start = _behind_levels(known, gazetteer, start, end)
        name = passage.norm[start:end]
    if start > whole and (name in gazetteer.names or name.startswith("国家")):
        known.gone.add((whole, end))
    if name in gazetteer.names or not name:
        if name:
            known.once(start, end)
        return True
    if _generic(name) or known.covered(start, end):
        return name not in ("", "会")
    if any(m.label in ("Date", "Work") for m in taken.touching(start, end)):
        return False
    # 北京银泰中心 is known by its whole name, 北京 国家会议中心 by its own; either way the city is a place too.
    named = start if name.startswith("国家") else known.last_level(whole, start)
    mention = known.add(start, end, named)
    if room := _IN_BUILDING.fullmatch(passage.norm, start, end):
        mention.name = passage.raw[named : room.end("building")]
    mention.tags = frozenset({"venue"})
    return True


def _generic(name: str) -> bool:
    """该村, 全市, 现场: a head alone, or behind a word that only points."""
    match = _NOT_A_PLACE.search(name)
    return match is not None and (match.start() == 0 or match.start() == 0 == len(name) - len(match[0]))


def _behind_levels(known: KnownPlaces, gazetteer: Gazetteer, start: int, end: int) -> int:
    """Where the venue begins behind 北京, 浙江省湖州市: only where what is left is a name and no bare head (会议中心).

    The levels become mentions of their own where the words did not show them before.
    """
    passage = known.passage
    levels: list[tuple[int, int]] = []
    position = start
    while (
        (stop := _longest(passage.norm, position, end, gazetteer.names)) and stop < end and passage.norm[position:stop] != "中国"
    ):
        if stop + 1 < end and passage.norm[position:stop] in gazetteer.short and _UNIT.match(passage.norm, stop):
            stop += 1  # 平桥镇 is no 平桥
        levels.append((position, stop))
        position = stop
    while levels and _bare(passage.norm[position:end], gazetteer):
        position = levels.pop()[0]  # 平壤|木兰馆: the hall is called like a county
    for level in levels:
        known.once(*level)
    return position


def _bare(rest: str, gazetteer: Gazetteer) -> bool:
    """Whether what is left behind places is no name of its own: 会议中心, 国家自主创新示范区."""
    if not rest or rest in gazetteer.names:
        return False
    head = gazetteer.head.search(rest)
    return head is None or head.start() <= 1 or _PART.match(rest) is not None


def _longest(text: str, start: int, end: int, names: frozenset[str]) -> int:
    """Where the longest place name that begins at ``start`` ends, 0 for none."""
    return next((stop for stop in range(min(end, start + 11), start + 1, -1) if text[start:stop] in names), 0)
