"""Names of bodies anywhere in the text: well-known ones, and those with an ending of bodies (公司, 大学, 委员会)."""

from __future__ import annotations

from ahocorasick_rs import AhoCorasick, MatchKind

from kgnews.annotate.base.document import Document, Passage
from kgnews.annotate.base.tables import table, word_set, words
from kgnews.annotate.bodies.lists import Bodies
from kgnews.annotate.bodies.offices_listed import share_places
from kgnews.annotate.bodies.walk import body_start
from kgnews.expressions import expression
from kgnews.records import Mention, Span
from kgnews.schema.terms import Terms

_KNOWN = ("bodies", "international_bodies", "universities", "schools")
_SHORT_AMBIGUOUS = word_set(
    "中央 人大 政协 海关 空军 海军 陆军 军队 国会 议会 央行 清华 南开 同济 复旦 中大 南大 交大 人大 师大 东大 华工 武大"
    " 北大荒 外管 中联 共青团 法院 检察院 警方 组织 总部 组织部 宣传部"
)
# Nothing but the ending and such words before it is no name: 多家公司, 各级政府, 相关部门.
_VAGUE = expression(
    r"(?:多家|各级|各地|相关|有关|一些|这家|该|两家|几家|数家|某|其他|其它|这些|那些|一家|许多|大型|中小|国有|民营|私营|外资|上市|跨国|龙头|知名|重点|地方|当地|外国|"
    r"国外|海外|境外|国内|境内|优质|著名|主要|全球|世界|各|所|此|本|我|他|她|其|新|老|大|小|名牌|一流|双一流|普通|公立|私立|公办|民办|高等|高级|基层|"
    r"中级|人民|社会|群众|行业|专业|企业|家庭|乡村|农村|城市|社区|街道|乡镇|学生|青年|妇女|工人|农民|网络|电子|科技|金融|商业|投资|保险|生产|服务|管理|研究|"
    r"国际|公共|公益|慈善|志愿|医疗|教育|文化|体育|艺术|旅游|交通|能源|环保|农业|工业|法律|新闻|传媒|互联网|人工智能|大数据|跨境|电商|物流|快递|房地产|建筑|汽车)*"
)


class _Table:
    def __init__(self, terms: Terms) -> None:
        self.bodies = table(terms, Bodies)
        known = {name for source in _KNOWN for name in words(terms, source) if len(name) > 1} - _SHORT_AMBIGUOUS
        suffixes = {name for name in self.bodies.safe if name not in known}
        self.local = frozenset(words(terms, "also_local_bodies"))
        self.names = [*known, *suffixes]
        self.count = len(known)
        self.finder = AhoCorasick(self.names, matchkind=MatchKind.LeftmostLongest)


def find(document: Document) -> None:
    """Add Organization mentions (also nested ones) to the passages."""
    known = table(document.terms, _Table)
    for passage in document.passages:
        _find(passage, known)
        share_places(known.bodies, known.local, passage)


def _find(passage: Passage, known: _Table) -> None:
    norm = passage.norm
    ends = {title.end for title in passage.titles if title.kind != "cue"}
    boundaries = sorted({span.start for span in passage.sentences} | ends)
    place, floor = 0, 0
    seen: dict[int, int] = {}
    for which, start, end in known.finder.find_matches_as_indexes(norm):
        while place < len(boundaries) and boundaries[place] <= start:
            floor = boundaries[place]
            place += 1
        if end < len(norm) and end not in passage.word_at and which >= known.count:
            continue
        if norm[end - 1] == "部" and norm.startswith(("门", "队", "分", "署"), end) and end not in passage.word_at:
            continue  # 民政部门
        if norm[end - 1] == "会" and norm.startswith(("商研", "商调", "商，", "商。", "谈", "晤"), end):
            continue  # 与水利部联合会商
        left = start if which < known.count and start in passage.word_at else -1
        if left >= 0 and norm[start:end] in known.local:
            left = _with_place(known.bodies, passage, Span(left, end), floor)
        ending = known.bodies.suffix_of(norm[start:end]) if which < known.count and left < 0 else ""
        if ending in known.bodies.safe:
            left = _left(passage, known, end - len(ending), end, floor)  # 广东|省科技厅: the known name begins inside a word
        if which >= known.count:
            left = _left(passage, known, start, end, floor)
        if left < 0 or seen.get(left) == end:
            continue
        seen[left] = end
        form = passage.raw[left:end]
        passage.mentions.append(Mention("Organization", passage.where, left, end, form, Span(left, end)))


def _with_place(bodies: Bodies, passage: Passage, name: Span, floor: int) -> int:
    """Where the province's or city's own begins: 发改委 right behind 广东省 is no other's than 广东省's."""
    wider = body_start(bodies, passage, name.end, floor)
    before = passage.norm[wider : name.start]
    return wider if before and bodies.place_prefix(before) == len(before) else name.start


def _left(passage: Passage, known: _Table, start: int, end: int, floor: int) -> int:
    """Where the body with the ending ``[start, end)`` begins, -1 where that is no name."""
    norm = passage.norm
    left = body_start(known.bodies, passage, end, floor)
    text = norm[left:end]
    if end - left > 40 or (left >= start and text not in known.bodies.generic):
        return -1
    match = _VAGUE.match(norm, left, start)
    if _FOR_THE_HOUSE.search(text) and text.rpartition("代表")[2] in known.bodies.generic:
        return -1  # 周明远代表|学校
    if text in known.bodies.generic:
        return -1
    if (match and match.end() >= start) or not _proper(passage, known.bodies, left, start, norm[start:end]):
        return -1
    return left


_FOR_THE_HOUSE = expression("代表(?:学[校院]|公司|集团|医院|协会|学会|企业|中心)$")
_COMMON = word_set(
    "公司 集团 学校 银行 医院 企业 机构 组织 政府 幼儿园 酒店 工厂 机场 俱乐部 事务所 法院 大学 中学 小学 高中 议会"
    " 工业园 产业园 园区 宾馆 剧院 联盟 部队 智库 孵化器 分公司 子公司 总公司 报社 电视台 农场 煤矿 车队 乐队 总部 空军"
    " 海军 航空 养老院 合作社 突击队 志愿服务队 国家队 服务中心 示范区 开发区"
)


def _proper(passage: Passage, bodies: Bodies, left: int, suffix: int, ending: str) -> bool:
    """Whether the name holds more than ordinary words, where its ending is one that all kinds of talk use."""
    index = passage.word_at.get(left)
    if index is not None and passage.tags[index][:1] == "v" and passage.norm[passage.ends[index] : suffix] == "":
        return False
    if ending not in _COMMON:
        return True
    index = index if index is not None else 0
    while index < len(passage.starts) and passage.starts[index] < suffix:
        tag, length = passage.tags[index], passage.ends[index] - passage.starts[index]
        if (
            tag[:2] in ("ns", "nt", "nz", "nr", "en")
            or tag == "j"
            or (length == 1 and tag not in ("v", "a", "m", "q", "f", "b", "x"))
        ):
            return True
        index += 1
    return bodies.place_prefix(passage.norm[left:suffix]) > 0
