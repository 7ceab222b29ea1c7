"""Which body a title or a pointer without a name means: the last fitting one before it, the house, the article's place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import itemgetter

from kgnews.annotate.bodies import Bodies
from kgnews.annotate.document import Document, Passage
from kgnews.annotate.tables import table, words
from kgnews.annotate.visited import comes_here, is_visited
from kgnews.records import Mention, Span

_HOUSE = re.compile(r"我校|我院|本校|本院|学校(?:党委|领导)|学院(?:党委|领导)|校(?:党委|领导)|我系|我所|本报|我市|我省|我县|我区")
# 青山股份2023年度股东大会: companies by a short name at the beginning of a clause.
_FIRM = re.compile(
    r"(?:^|[，。；：\n“])([\u4e00-\u9fff]{2,4}(?:股份|控股|证券|地产|药业|医药|传媒|置业|影业|汽车|能源|重工)|(?<=“)[\u4e00-\u9fff]{2,5}(?:科技|智能|半导体|生物|机器人|网络))(?=[\d（，”]|召开|发布|公告|宣布|日前|近日|今日|称)"
)
_LEAD = 150  # characters: what is named there is what the article is about
_UNIT_TAILS = {"市": "市", "省": "省", "县": "县", "区": "区", "州": "州", "镇": "镇", "乡": "乡", "村": "村", "旗": "旗"}
_COMPANY = ("公司", "集团", "银行", "企业", "股份", "证券", "通讯", "科技")
# What a pointer without a name can mean: endings of the bodies.
POINTS = {
    "学院": ("学院",),
    "院": ("学院", "研究院", "医院"),
    "校": ("大学", "学院", "学校", "中学", "小学"),
    "学校": ("大学", "学校", "中学", "小学", "学院"),
    "公司": _COMPANY,
    "集团": ("集团", "公司"),
    "医院": ("医院",),
    "大学": ("大学",),
    "中心": ("中心",),
    "协会": ("协会",),
    "学会": ("学会",),
    "研究院": ("研究院",),
    "研究所": ("研究所",),
    "基金会": ("基金会",),
    "委员会": ("委员会",),
    "组委会": ("组委会",),
    "管委会": ("管委会", "管理委员会"),
    "理事会": ("会",),
    "系": ("系",),
    "所": ("所", "研究所", "派出所"),
    "厂": ("厂",),
    "银行": ("银行",),
    "行": ("银行", "支行", "分行"),
    "商会": ("商会",),
    "联合会": ("联合会",),
    "俱乐部": ("俱乐部",),
    "社": ("社", "合作社", "出版社"),
    "局": ("局",),
    "部": ("部",),
    "厅": ("厅",),
    "馆": ("馆",),
    "会": ("会",),
    "法院": ("法院",),
    "检察院": ("检察院",),
    "合作社": ("合作社",),
    "中学": ("中学",),
    "小学": ("小学",),
    "高校": ("大学", "学院"),
    "酒店": ("酒店",),
    "队": ("队",),
    "党中央": ("中共中央",),
    "支行": ("支行",),
    "分行": ("分行",),
    "村": ("村",),
    "镇": ("镇",),
    "乡": ("乡",),
    "市": ("市",),
    "县": ("县",),
    "省": ("省",),
    "区": ("区",),
}


@dataclass
class Focus:
    """The bodies of an article in the order of their places, and what stands for the house and its place."""

    document: Document
    bodies: Bodies = field(init=False)

    def __post_init__(self) -> None:
        self.bodies = table(self.document.terms, Bodies)
        self.named: dict[str, list[tuple[int, str, Mention]]] = {}
        for passage in self.document.passages:
            self.named[passage.where] = _bodies_of(passage, self.bodies)
        self.counts = Counter(form for found in self.named.values() for _, form, _ in found)
        self.house = self._house()
        self.home = self.document.article.home or ""
        self._places: dict[str, str] = {}
        self._foremost: dict[tuple[str, ...], Mention | None] = {}
        self._countries: dict[str, list[str]] = {}
        self._near: dict[str, tuple[list[int], list[str]]] = {}

    def _house(self) -> str:
        article = self.document.article
        home = article.home or ""
        if home and self.bodies.suffix_of(home) in self.bodies.safe:
            return home
        source = article.source or ""
        if source.endswith(("大学", "学院", "学校", "中学", "小学", "医院", "研究院", "研究所")):
            return source
        school = re.match(r".{2,}?大学(?:.{1,10}?学院)?", source)
        if school:
            return school[0]
        site = _site(article.source or "", words(self.document.terms, "sites"))
        if site:
            return site
        whole = self.document.whole
        if not _HOUSE.search(whole):
            return ""
        schools = [form for form in self.counts if form.endswith(("大学", "学院", "学校", "中学", "小学", "医院"))]
        schools = [form for form in schools if not comes_here(form, whole)]
        if len(schools) > 1:
            schools = [form for form in schools if not is_visited(form, whole)] or schools
        ranked = sorted(schools, key=lambda form: (-self.counts[form], whole.find(form)))
        if len(ranked) > 1 and not self._leads(ranked[0], ranked[1]):
            return ""  # several schools alike: whose news it is cannot be told
        return ranked[0] if ranked else ""

    def _leads(self, first: str, second: str) -> bool:
        alike = first in second or second in first
        return alike or self.counts[first] >= 2 * self.counts[second] or first in self.document.title.norm

    def nearest(self, where: str, at: int, endings: tuple[str, ...], *, back: int = 400) -> Mention | None:
        """The last named body before ``at`` (within ``back`` characters) with one of the endings, else that of the title."""
        for _, form, mention in reversed(self._within(where, at - back, at)):
            if form.endswith(endings):
                return mention
        return self._titled(endings) if where == "text" else None

    def fitting(self, where: str, at: int, endings: tuple[str, ...], *, back: int) -> set[str]:
        """The names of all bodies with one of the endings within ``back`` characters before ``at``."""
        return {m.name or form for _, form, m in self._within(where, at - back, at) if form.endswith(endings)}

    def between(self, where: str, start: int, end: int, names: set[str]) -> bool:
        """Whether one of the bodies of these names stands in ``[start, end)``."""
        return any((m.name or form) in names for _, form, m in self._within(where, start, end))

    def _within(self, where: str, start: int, end: int) -> list[tuple[int, str, Mention]]:
        found = self.named[where]
        first = bisect_left(found, start, key=itemgetter(0))
        return found[first : bisect_left(found, end, lo=first, key=itemgetter(0))]

    def countries_with(self, head: str) -> list[str]:
        """The countries that stand right before ``head`` (巴西总统) where no name follows, in title and text."""
        if head not in self._countries:
            self._countries[head] = self._find_countries(head)
        return self._countries[head]

    def _find_countries(self, head: str) -> list[str]:
        found: dict[str, None] = {}
        for passage in self.document.passages:
            at = passage.norm.find(head)
            while at >= 0:
                before = (passage.norm[max(0, at - length) : at] for length in range(11, 1, -1))
                country = next((words for words in before if words in self.bodies.countries), "")
                if country:
                    found[country] = None
                at = passage.norm.find(head, at + len(head))
        return list(found)

    def near_place(self, where: str, at: int, unit: str) -> str:
        """The last place or body before ``at`` that ends in ``unit`` (a village that no list has), "" if none."""
        if where not in self._near:
            self._near[where] = self._forms(where)
        starts, forms = self._near[where]
        best = ""
        for index in range(bisect_left(starts, at) - 1, bisect_right(starts, at - 400) - 1, -1):
            if best and starts[index] != starts[index + 1]:
                break
            if forms[index].endswith(unit) and len(forms[index]) > 2:
                best = forms[index]  # of those that begin together the first that was found
        return best

    def _forms(self, where: str) -> tuple[list[int], list[str]]:
        passage = next(one for one in self.document.passages if one.where == where)
        found = sorted((m for m in passage.mentions if m.label in ("Place", "Organization")), key=lambda m: m.start)
        return [m.start for m in found], [passage.norm[m.start : m.end] for m in found]

    def _titled(self, endings: tuple[str, ...]) -> Mention | None:
        return next((mention for _, form, mention in self.named["title"] if form.endswith(endings)), None)

    def foremost(self, endings: tuple[str, ...]) -> Mention | None:
        """The body with one of the endings that the article names most, the earlier of equals."""
        if endings not in self._foremost:
            self._foremost[endings] = self._find_foremost(endings)
        return self._foremost[endings]

    def _find_foremost(self, endings: tuple[str, ...]) -> Mention | None:
        fitting = [(form, mention) for found in self.named.values() for _, form, mention in found if form.endswith(endings)]
        if not fitting:
            return None
        counts = Counter(form for form, _ in fitting)
        best = max(counts, key=lambda form: counts[form])
        return next(mention for form, mention in fitting if form == best)

    def place(self, unit: str) -> str:
        """The place of the article with that unit (市, 县, …), from its home or from the places it names, "" if none."""
        if unit not in self._places:
            self._places[unit] = self._find_place(unit)
        return self._places[unit]

    def _find_place(self, unit: str) -> str:
        if unit in _UNIT_TAILS and self.home.endswith(unit):
            return self.home
        names = self._by_name(unit) + self._by_office(unit)
        if names:
            return max(names, key=lambda name: names[name])
        return self._by_short(unit)

    def _by_name(self, unit: str) -> Counter[str]:
        """The known places that are named with that ending, and how often."""
        names: Counter[str] = Counter()
        for passage in self.document.passages:
            for name in re.findall(rf"[\u4e00-\u9fff]{{2,7}}?{unit}", passage.norm) if len(passage.norm) < 20000 else ():
                length = next((n for n in range(2, len(name)) if self.bodies.is_place(name[-n - 1 :])), 0)
                if length:
                    names[name[-length - 1 :]] += 1
        return names

    def _by_office(self, unit: str) -> Counter[str]:
        """The places whose party committees and governments are named (云泽县委): the article's own rather than others."""
        office = re.compile(rf"([\u4e00-\u9fff]{{2,4}}{unit})(?:委|政府|人民政府|人大常委会|政协)(?![\u4e00-\u9fff])")
        names: Counter[str] = Counter()
        for passage in self.document.passages:
            for mention in passage.mentions:
                bodies = [mention] if mention.label == "Organization" else [post.body for post in mention.posts if post.body]
                for body in bodies:
                    if match := office.fullmatch(passage.norm[body.start : body.end]):
                        names[match[1]] += 2
        return names

    def _by_short(self, unit: str) -> str:
        """北京 in the text gives 北京市 for 市委 where no place with that ending is named."""
        counts: Counter[str] = Counter()
        for passage in self.document.passages:
            for mention in passage.mentions:
                if mention.label == "Place" and self.bodies.is_place(mention.form + unit) and _stands_for(passage, mention):
                    counts[mention.form] += 2 if mention.start < _LEAD else 1
        whole = self.document.whole
        for name in list(counts):
            if any(name + other in whole for other in "省市县区州" if other != unit):
                del counts[name]  # 怀安市 is not 怀安县
            elif counts[name] < 2:
                del counts[name]  # named in passing
        best = max(counts, key=lambda name: counts[name], default="")
        return best + unit if best else ""


def _stands_for(passage: Passage, mention: Mention) -> bool:
    """Whether a short place name may mean the whole place: not in a firm's bracket (（上海）), nor as a town's (石门、黄沙两镇)."""
    text, end = passage.norm, mention.end
    if mention.start not in passage.word_at:
        return False  # 局长沙某: no 长沙
    if text[mention.start - 1 : mention.start] == "（" and text[end : end + 1] == "）":
        return False
    return re.match(r"(?:、[\u4e00-\u9fff]{2,3}){0,3}[两三四五]?[镇乡村]|街道", text[end : end + 16]) is None


def _bodies_of(passage: Passage, bodies: Bodies) -> list[tuple[int, str, Mention]]:
    found = []
    for mention in passage.mentions:
        if mention.label == "Organization":
            form = passage.norm[mention.start : mention.end]
            if form not in bodies.generic and len(form) > 2:
                found.append((mention.start, form, mention))
    found.extend(_brands(passage, bodies))
    return sorted(found, key=lambda one: (one[0], len(one[1])))


def _brands(passage: Passage, bodies: Bodies) -> list[tuple[int, str, Mention]]:
    """Companies by names that have no ending of bodies (中兴通讯)."""
    found = []
    for index in (place for place, tag in enumerate(passage.tags) if tag == "nz"):
        start, end = passage.starts[index], passage.ends[index]
        form, span = passage.norm[start:end], Span(start, end)
        if end - start > 2 and form in bodies.brands:
            found.append((start, form, Mention("Organization", passage.where, start, end, passage.raw[start:end], span, form)))
    for match in _FIRM.finditer(passage.norm):
        start, end = match.span(1)
        if passage.norm[start : start + 2] not in bodies.stops:
            found.append(
                (start, match[1], Mention("Organization", passage.where, start, end, match[1], Span(start, end), match[1]))
            )
    return found


def _site(source: str, sites: Mapping[str, str]) -> str:
    """The body behind a web site or account named as source."""
    for end in (source, source.partition(".")[2], source.partition(".")[2].partition(".")[2]):
        if end and end in sites:
            return sites[end]
    return ""
