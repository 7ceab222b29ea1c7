"""Keys of organizations: by official name, by place and unit, by parent, by a name of their own, or the house's or article's."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kgnews.resolve.gazetteer import CHINA, Gazetteer
from kgnews.resolve.keys import Context, Key, clean, made_of_words, narrow, of_article

_PARTY = re.compile("^(?:中共|中国共产党)(?=.{2})(?!中央)")
_CONSULT = re.compile("^(?:中国人民政治协商会议|人民政协|政协)(.+?)(?:委员会|委)?$")
_LEAGUE = re.compile("^(?:共青团|中国共产主义青年团|团)(.+?)(?:委员会|委)$")
_LEAGUE_LEVEL = re.compile("^(?:共青团|团)([省市区县州旗])委(?:员会)?$")
_LEVEL = re.compile("^(自治区|自治州|自治县|省|市|区|县|州|旗)(?=.)(?!场|民|级|域|际)")
_LEVEL_SIZE = {"自治区": 2, "自治州": 4, "自治县": 6, "省": 2, "市": 4, "州": 4, "区": 6, "县": 6, "旗": 6}
_WIDE = re.compile("^(?:全国|国家|中国|中华|中央|国际|世界|全球|亚洲|亚太|欧洲|非洲|联合国|中外)")
# What is a part of something that its name does not tell, unless the name has a proper noun in it.
_PART = re.compile(
    "(?:学院|书院|系|处|科|室|部|司|局|厅|办|所|组|办公室|管委会|委员会|组委会|党委|党组|党工委|工委|纪委|支部|总支|团委|工会|学生会"
    "|研究生会|研究院|研究中心|中心|支队|大队|中队|分局|分行|支行|分公司|派出所|村委会|居委会|编辑部|车间|小组|指挥部|校友会|医院|中学|小学|幼儿园|学校"
    "|公司|集团|银行|法院|检察院|高新区|开发区|新区|园区|协会|商会|学会|队|团|馆|站|社|台|厂|店|会)$"
)
_SCHOOL_OF = {"附中": "附属中学", "附小": "附属小学", "附高": "附属高级中学", "附院": "附属医院"} | {
    f"附属{n}院": f"附属第{n}医院" for n in "一二三四五"
}
# Parts of a school or a ministry may be about the world: 国际法学院, 全球治理研究中心.
_TOPIC = re.compile("^(?:国际|世界|全球|亚洲|亚太|欧洲|非洲|中外).*(?:学院|系|处|部|司|室|中心|研究院|研究所|办公室|教研室)$")
# Each party and league has one: the name alone tells of none.
_COMMITTEES = frozenset({"中央委员会", "全国委员会", "中央常委会", "全国代表大会", "中央纪律委员会"})
_FORCES = frozenset({"陆军", "海军", "空军"})  # China's, in a report that names no other country
_VERTICAL = re.compile("^国家税务总局(?=.{2,}税务局$)")  # 国家税务总局山东省税务局 is 山东省税务局
_ZONE = re.compile("^(?:国家级?)?(?:高新区|高新技术产业开发区)(?:$|管委会|党工委|管理委员会)")
_TERM = re.compile("(?:第?[一二三四五六七八九十0-9]+届)(?=.*(?:人大|人民代表大会|政协|全国委员会|中央委员会|国务院))")
_FIRM = re.compile("(?:集团)?(?:有限责任公司|有限公司|总公司|公司)$")
_GROUP = re.compile("集团(?:有限责任公司|有限公司|公司)?$")
_VILLAGE = re.compile("^[^国省市]{1,5}?(?:村|镇|乡|社区|街道|屯|寨)")
_LONG = 8
# Behind a place these tell of no one body: 美国公司, 上海企业, 广东代表团.
_GENERIC = re.compile(
    "^(?:公司|企业|集团|学校|学院|大学|医院|银行|中心|研究院|研究所|协会|商会|代表团|团队|机构|组织|单位|部门|媒体|工厂|酒店|店|馆|队|社区|村|乡村"
    "|街道|园区|基地|分公司|子公司|当局|军方|警方|官方|方面|高校|院校|中小学|农村|市民|居民)$"
)


def body_key(names: Iterable[str], context: Context, gazetteer: Gazetteer) -> Key:
    """The key of an organization by its names in one article, the best name first: the first that tells whose it is."""
    keys = [_key(clean(name), context, gazetteer) for name in names if clean(name)]
    rank = {"known": 0, "placed": 0, "part": 0, "absolute": 0, "local": 1, "house": 2, "article": 3}
    return min(keys, key=lambda key: rank[key.kind]) if keys else of_article("", context)


def _key(name: str, context: Context, gazetteer: Gazetteer) -> Key:
    name = _VERTICAL.sub("", name)
    bare = name.removeprefix(CHINA)
    if bare != name and not gazetteer.body(name) and (owner := gazetteer.owner(bare)):
        official = gazetteer.body(owner[0]) or ""
        name = bare if official.startswith("中华人民共和国") else name  # 中国科技部某司 is 科技部某司
    return _known(name, context, gazetteer) or _local(name, context, gazetteer) or _own(name, context, gazetteer)


def _known(name: str, context: Context, gazetteer: Gazetteer) -> Key | None:
    name = _TERM.sub("", name)
    bare = name.removesuffix("政府") if len(name) > 3 else name
    if country := gazetteer.country(name) or gazetteer.country(bare) or gazetteer.acting(name):
        return Key("known", country, country, why=f"国家（地区）名“{country}”")
    official = gazetteer.body(name)
    if name in _FORCES and not context.countries - {CHINA}:
        official = gazetteer.body(f"解放军{name}")
    if official is None and name.startswith(CHINA):
        official = gazetteer.body(name.removeprefix(CHINA))
    other = context.home_body not in {"", official} and official in gazetteer.universities and name.endswith("学院")
    if other and made_of_words(name, gazetteer):  # 国际关系学院 of another university, in its own news
        return None
    if official is None or (name in gazetteer.also_local and context.home_code):
        return None
    return Key("known", official, gazetteer.nation(official), why=f"知名机构，正式名称为“{official}”")


def _local(name: str, context: Context, gazetteer: Gazetteer) -> Key | None:
    """A body that its name places (佛山市教育局), is a part of a known one (中国人民大学法学院), or has a level (市委)."""
    stem, tail = _untangle(name)
    placed = gazetteer.placed(stem)
    owner = gazetteer.owner(name)
    party = stem != name and bool(placed.place)
    if owner and len(owner[0]) > len(placed.place) and owner[0] != CHINA and not party:
        return of_article(name, context) if _GENERIC.match(owner[1]) else _part(*owner, gazetteer)
    if placed.place:
        unit = gazetteer.unit(placed.rest + tail)
        unit = "委" if unit == "委员会" else unit
        if _GENERIC.match(unit):
            return of_article(name, context)
        return _placed(name, placed.place, placed.codes, unit, context, gazetteer)
    if _ZONE.match(name) and len(context.home_code) == 4:  # a city has one, in its own news
        return _at_level(name, "市", gazetteer.unit(name), context, gazetteer)
    if level := _LEVEL.match(stem + tail):
        return _at_level(name, level[1], gazetteer.unit(stem + tail), context, gazetteer)
    return None


def _untangle(name: str) -> tuple[str, str]:
    """The place-first form of names that begin with the organisation: 政协佛山市委员会 → 佛山市 + 政协."""
    if found := _LEAGUE_LEVEL.match(name):
        return found[1], "团委"
    if found := _CONSULT.match(name):
        return found[1], "政协"
    if (found := _LEAGUE.match(name)) and not name.startswith("团结"):
        return found[1], "团委"
    return _PARTY.sub("", name), ""


def _part(head: str, rest: str, gazetteer: Gazetteer) -> Key:
    parent = gazetteer.country(head) or gazetteer.body(head) or head
    rest = _SCHOOL_OF.get(rest, rest)
    country = gazetteer.country(head) or gazetteer.nation(parent)
    return Key("part", f"{parent}/{_firm(rest)}", country, parent, f"“{parent}”下属的“{rest}”")


def _placed(name: str, place: str, codes: tuple[str, ...], unit: str, context: Context, gazetteer: Gazetteer) -> Key:
    code = narrow(codes, context, short=gazetteer.is_short(place) and not unit)
    if code is None:
        scope = context.home or context.scope
        return Key("local", f"?{place}:{_firm(unit)}@{scope}", why=f"有几个“{place}”，报道没有说明是哪一个")
    where = gazetteer.division(code) or place
    why = f"{where}（区划代码 {code}）的{'行政机关' if not unit else '“' + unit + '”'}"
    return Key("placed", f"{code}:{_firm(unit)}", code, f"{code}:" if unit else "", why)


def _at_level(name: str, level: str, unit: str, context: Context, gazetteer: Gazetteer) -> Key:
    size = _LEVEL_SIZE[level]
    if len(context.home_code) < size:
        return of_article(name, context)
    code = context.home_code[:size]
    where = gazetteer.division(code) or context.home
    why = f"报道的所在地是{where}，“{name}”即该地的机构"
    return Key("placed", f"{code}:{_firm(unit)}", code, f"{code}:" if unit else "", why)


def _own(name: str, context: Context, gazetteer: Gazetteer) -> Key:
    """A body by its own name, where that has a proper noun; else the house's, else this article's alone."""
    if _VILLAGE.match(name) and not _WIDE.match(name):
        return _of_village(name, context)
    if _WIDE.match(name) and len(name) > 4 and not (_TOPIC.match(name) and made_of_words(name, gazetteer)):
        if name in _COMMITTEES:
            return of_article(name, context)
        return Key("absolute", _firm(name), CHINA, why=f"同一名称“{name}”")
    ordinary = made_of_words(name, gazetteer)
    if ordinary and (_PART.search(name) or len(name) < _LONG):
        return _of_house(name, context)
    return Key("absolute", _firm(name), why=f"同一专名“{name}”")


def _of_village(name: str, context: Context) -> Key:
    nearest = max(context.codes | {context.home_code}, key=lambda code: (len(code), code), default="")
    if len(nearest) >= 4 and all(nearest.startswith(code) for code in context.codes):
        return Key("local", f"{nearest}:{name}", nearest, why=f"报道所及之地（{nearest}）的“{name}”")
    return of_article(name, context)


def _of_house(name: str, context: Context) -> Key:
    if context.home_body:
        why = f"“{context.home}”自己的报道所说的“{name}”"
        return Key("house", f"{context.home_body}/{_firm(name)}", parent=context.home_body, why=why)
    return of_article(name, context)


def _firm(name: str) -> str:
    """X集团有限公司 and X集团, X有限公司 and X公司 are one; a joint-stock company (股份) is kept apart."""
    if name.endswith("股份有限公司"):
        return name
    return _GROUP.sub("集团", name) if _GROUP.search(name) else _FIRM.sub("公司", name)
