"""The features that two facets of one name share, each with its weight and a sentence that says it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kgnews.records import Feature
from kgnews.resolve.facets import FAME, LONG, MOST_COMPANIONS, WEIGHTS, Facet
from kgnews.resolve.gazetteer import CHINA, related
from kgnews.resolve.keys import clean
from kgnews.resolve.sightings import Held
from kgnews.schema.offices import is_head, is_high, is_national, is_of_few, is_of_many, is_top, is_unique

_PEERS = 2
_OF_SCHOOL = frozenset({"校长", "书记", "党委书记", "副校长", "常务副校长", "副书记", "党委副书记"})
_HIGH_TECH = re.compile("高?新技术(?:产业)?开发区")
_LEGAL = re.compile("(?:集团)?(?:股份|有限责任|有限)*(?:公司|集团)$")


def shared(left: Facet, right: Facet, crowd: Mapping[str, int]) -> Iterator[Feature]:
    """What two facets of one name have in common besides the name. ``crowd``: in how many articles a companion is."""
    if left.scopes & right.scopes:
        yield _feature("same_report", "同一篇报道的转载")
    if desks := left.desks & right.desks:
        yield _feature("same_byline", f"同为“{min(desks)}”的署名作者")
    yield from _posts(left, right)
    if events := left.events & right.events:
        yield _feature("same_event", f"参加同一活动：{_label(min(events))}")
    if awards := left.awards & right.awards:
        yield _feature("same_award", f"获同一奖项：{min(awards)}")
    if homes := left.homes & right.homes:
        yield _feature("same_home", f"同为“{_label(min(homes))}”的报道")
    elif place := _place_named(left, right):
        yield _feature("names_place", f"一处只有姓名，但所报道的正是另一处任职之地（{place}）")
    elif (sources := left.sources & right.sources) and not (left.national or right.national):
        yield _feature("same_source", f"同一来源：{min(sources)}")
    with_both = sorted(name for name in left.companions & right.companions if crowd.get(name, 0) <= 50)[:MOST_COMPANIONS]
    if with_both:
        yield Feature("companion", WEIGHTS["companion"] * len(with_both), f"两处都与{'、'.join(with_both)}同时出现")
    yield from _figure(left, right)
    yield from _against(left, right)


def _place_named(left: Facet, right: Facet) -> str:
    """The name of a body whose place a report without a post is about; "" where there is none."""
    if left.bare == right.bare or left.byline or right.byline:
        return ""
    bare, posted = (left, right) if left.bare else (right, left)
    for post in sorted(posted.posts):
        if post.code.isdecimal() and any(code[:4].startswith(post.code[:4]) for code in bare.near):
            return post.name
    return ""


def _posts(left: Facet, right: Facet) -> Iterator[Feature]:
    """The strongest of what the posts share."""
    best = max((_pair(a, b) for a in left.posts for b in right.posts), key=lambda item: item.weight, default=None)
    if best is not None and best.weight < WEIGHTS["like_office"]:
        best = _unit_named(left, right) or _unit_named(right, left) or best
    if best is not None and best.name == "same_leader" and _gap(left.days, right.days) > FAME:
        best = _feature("same_country", "先后任同一国家的领导人，但相隔五年以上，或是同姓的另一人")
    if best is not None and best.weight:
        yield best
    elif best is not None and not (_provinces(left) & _provinces(right)) and _provinces(left) and _provinces(right):
        yield _feature("other_province", "任职机构在不同的省，级别也不高")


def _unit_named(left: Facet, right: Facet) -> Feature | None:
    """One holds an office of a unit (教务处处长) in a report that names the body of which the other's unit is a part."""
    for a in left.posts:
        for b in right.posts:
            same = "@" in b.body and a.title == b.title and is_unique(a.title, a.name)
            if same and a.parent in right.named and clean(a.name).endswith(clean(b.name)):
                return _feature("like_office", f"同为{b.name}{b.title}，报道同时提到其上级机构：{a.name}")
    return None


def _provinces(facet: Facet) -> set[str]:
    return {post.code[:2] for post in facet.posts if post.code.isdecimal()}


def _pair(a: Held, b: Held) -> Feature:
    if a.body == b.body:
        return _same_body(a, b)
    if a.body in b.line or b.body in a.line:
        return _feature("related_body" if a.parent or b.parent else "renamed_body", f"机构更名前后：{a.name}、{b.name}")
    if (a.parent and a.parent in b.line) or (b.parent and b.parent in a.line):
        return _feature("related_body", f"任职机构所属部门更名前后：{a.name}、{b.name}")
    if a.parent == b.body or b.parent == a.body or (a.parent and a.parent == b.parent and not a.country):
        return _feature("related_body", f"任职机构相互隶属：{a.name}、{b.name}")
    if a.code.isdecimal() and b.code.isdecimal() and (related(a.code, b.code) or a.code[:2] == b.code[:2]):
        return _same_region(a, b)
    if _at_top(a) and _at_top(b):
        return _feature("top_office", f"都是国家领导人或省部级正职，同时在任者不过百余人：{a.name}{a.title}、{b.name}{b.title}")
    if _abbreviated(a, b):
        name = "like_office" if a.title == b.title and is_unique(a.title, a.name) else "like_body"
        return _feature(name, f"任职机构像是全称与简称：{a.name}、{b.name}")
    if _leads(a) and _leads(b):
        return _feature("same_rank", f"都是中央或省级机构、大学的领导职务：{a.name}{a.title}、{b.name}{b.title}")
    if a.code and a.code == b.code and not a.code.isdecimal() and a.code != "中国":
        return _feature("same_country", f"任职机构同属{a.code}")
    return Feature("", 0, "")


def _same_body(a: Held, b: Held) -> Feature:
    many = is_of_many(a.title) or is_of_many(b.title)
    if a.title == b.title and not many:
        if is_of_few(a.title, a.body) and not a.country and "@" not in a.body:
            return _feature("same_deputy", f"同任{a.name}{a.title}")
        known = is_unique(a.title, a.name) or is_national(a.body, a.title, a.country)
        return _feature("same_office" if known else "same_post", f"同任{a.name}{a.title}")
    if a.country and is_national(a.body, a.title, True) and is_national(b.body, b.title, True):
        return _feature("same_leader", f"都是{a.name}的国家领导人：{a.title}、{b.title}")
    if a.country:
        return _feature("same_country", f"都在{a.name}任职")
    return _feature("large_body" if many else "same_body", f"都在{a.name}任职：{a.title}、{b.title}")


def _same_region(a: Held, b: Held) -> Feature:
    city = a.code[:4] == b.code[:4] and len(a.code) >= 4 and len(b.code) >= 4
    return _feature("same_city" if city else "same_province", f"任职机构在同一{'市' if city else '省'}：{a.name}、{b.name}")


def _at_top(post: Held) -> bool:
    """A leader of the country, or the head of a province or a ministry."""
    national = post.code == CHINA and is_national(post.body, post.title, post.country)
    return national or is_top(post.title, post.body)


def _abbreviated(a: Held, b: Held) -> bool:
    """Whether one body's name looks like a short form of the other's (大连化物所), where not both are known as two."""
    if (a.kind and b.kind) or a.country or b.country or "@" in a.body + b.body:
        return False
    if a.code.isdecimal() and b.code.isdecimal() and not related(a.code, b.code):
        return False
    if a.parent and b.parent and a.parent != b.parent and not a.code.isdecimal() and not b.code.isdecimal():
        return False  # 法学院 of two universities
    short, long = sorted((_short_zone(a.name), _short_zone(b.name)), key=len)
    core = _LEGAL.sub("", short)
    if short == long or len(core) < 2 or core[:2] not in long or (core == short and core[-1] != long[-1]):
        return False
    rest = iter(long)
    return all(char in rest for char in core)


def _short_zone(name: str) -> str:
    return _HIGH_TECH.sub("高新区", clean(name)).replace("经济技术开发区", "经开区")


def _leads(post: Held) -> bool:
    """A leading post of the centre or of a province, the head of a national body or of a university."""
    if post.kind == "school":
        return post.title in _OF_SCHOOL
    national = post.code == CHINA
    high = is_high(post.title) and (national or (post.code.isdecimal() and len(post.code) == 2))
    return high or (national and post.kind == "known" and is_unique(post.title))


def _figure(left: Facet, right: Facet) -> Iterator[Feature]:
    """A name without a post, where a person of that name holds one that the nation knows."""
    bare, known = (left, right) if left.bare else (right, left)
    post = known.national
    if not bare.bare:
        leader = left.national or right.national
        if leader and not (left.desks or right.desks) and not (left.national and right.national):
            yield _feature("rare_figure", f"其中一人是全国知名人物（{leader.name}{leader.title}），姓名又少有人用")
        return
    if known.bare or post is None or bare.byline or _gap(bare.days or known.days, known.days or bare.days) > FAME:
        return
    head = post.code == CHINA and is_head(post.title)
    yield _feature("head_figure" if head else "known_figure", f"全国知名人物（{post.name}{post.title}），报道常只写姓名")
    if bare.peers >= _PEERS and post.code == CHINA:
        yield _feature("among_leaders", "报道同时提到其他几位国家领导人")
    if post.body in bare.named or (post.country and post.body in bare.named):
        yield _feature("names_body", f"报道同时提到{post.name}")


def _against(left: Facet, right: Facet) -> Iterator[Feature]:
    if left.days and right.days and _gap(left.days, right.days) > LONG:
        yield _feature("long_apart", "两处报道相隔十年以上")
        yield _feature("surname_only", "外国人只写姓氏，相隔十年以上，可能是同姓的另一人")
    if left.byline != right.byline and not (left.other_than_byline and right.other_than_byline):
        official = right if left.byline else left
        if official.posts and not any("记者" in post.title or "编辑" in post.title for post in official.posts):
            yield _feature("journalist", "一处是署名记者，一处是官员或其他任职者")


def _gap(left: set[int], right: set[int]) -> int:
    """Days between two spans of sightings; 0 where they overlap or a day is not known."""
    if not left or not right:
        return 0
    return max(min(left) - max(right), min(right) - max(left), 0)


def _feature(name: str, why: str) -> Feature:
    return Feature(name, WEIGHTS[name], why)


def _label(key: str) -> str:
    return key.split("@")[0].split("#")[0].split(":")[-1].split("/")[-1] or key
