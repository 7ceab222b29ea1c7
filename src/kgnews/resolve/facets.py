"""A person as some sightings show them, and the features that two of these share. Every weight stands in ``WEIGHTS``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from kgnews.records import Feature, Member
from kgnews.resolve.gazetteer import related
from kgnews.resolve.sightings import Held, Sighting
from kgnews.schema.offices import is_high, is_national, is_of_many, is_territorial, is_unique

# In points; docs/entities.md explains each. Five points are certain, two and a half doubtful.
WEIGHTS: Mapping[str, float] = {
    "same_report": 20.0,
    "same_office": 7.0,
    "same_byline": 7.0,
    "same_post": 4.0,
    "same_body": 4.0,
    "large_body": 1.5,
    "same_event": 4.0,
    "related_body": 3.0,
    "same_city": 3.0,
    "same_province": 2.0,
    "same_rank": 2.0,
    "same_home": 2.0,
    "same_source": 1.0,
    "rare_figure": 2.0,
    "same_country": 1.5,
    "companion": 1.5,
    "known_figure": 3.0,
    "names_body": 1.5,
    "long_apart": -1.5,
    "journalist": -4.0,
}
CERTAIN, DOUBTFUL = 5.0, 2.5
_AT_ONCE = 45  # days within which two sightings are of one time
_LONG = 15 * 365
_FAME = 5 * 365  # days around the reports of a post in which its holder goes by name alone (two presidents 布什)
_MOST_COMPANIONS = 3


@dataclass(slots=True)
class Facet:
    """Sightings taken for one person. ``spells``: territorial posts now held, as (code, first day, last day)."""

    name: str
    members: list[Member] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    posts: set[Held] = field(default_factory=set)
    scopes: set[str] = field(default_factory=set)
    homes: set[str] = field(default_factory=set)
    events: set[str] = field(default_factory=set)
    companions: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    days: set[int] = field(default_factory=set)
    spells: dict[str, tuple[int, int]] = field(default_factory=dict)
    sources: set[str] = field(default_factory=set)
    desks: set[str] = field(default_factory=set)
    byline: bool = False
    other_than_byline: bool = False
    sex: set[str] = field(default_factory=set)
    born: set[str] = field(default_factory=set)

    @property
    def bare(self) -> bool:
        """Whether nothing but the name is told: no post, no byline."""
        return not self.posts and not self.desks

    @property
    def national(self) -> Held | None:
        """A post whose holder the nation knows."""
        return next((post for post in sorted(self.posts) if is_national(post.body, post.title, post.country)), None)

    def add(self, other: Facet) -> None:
        """Take the sightings of another for the same person's."""
        self.members += other.members
        for name in (
            "names",
            "posts",
            "scopes",
            "homes",
            "events",
            "companions",
            "named",
            "days",
            "sources",
            "desks",
            "sex",
            "born",
        ):
            getattr(self, name).update(getattr(other, name))
        for code, (first, last) in other.spells.items():
            mine = self.spells.get(code, (first, last))
            self.spells[code] = (min(first, mine[0]), max(last, mine[1]))
        self.byline |= other.byline
        self.other_than_byline |= other.other_than_byline


def facet_of(sighting: Sighting, named: frozenset[str]) -> Facet:
    """The facet of a single sighting."""
    context = sighting.context
    home = context.home_body or context.home_code or context.home
    facet = Facet(sighting.name, [sighting.member], {sighting.name}, set(sighting.posts), {context.scope})
    facet.homes = {home} if home else set()
    facet.sources = {context.source} if context.source else set()
    facet.events, facet.companions, facet.named = set(sighting.events), set(sighting.companions), set(named)
    facet.byline = sighting.byline
    facet.other_than_byline = bool(sighting.posts or sighting.events)
    facet.desks = {context.source} if sighting.byline and context.source else set()
    facet.sex = {sighting.sex} - {""}
    facet.born = {sighting.born} - {""}
    day = _day(context.date)
    if day:
        facet.days = {day}
        codes = {post.code for post in sighting.posts if post.now and post.code.isdecimal() and is_territorial(post.title)}
        facet.spells = dict.fromkeys(codes, (day, day))
    return facet


def _day(text: str) -> int:
    try:
        return date.fromisoformat(text).toordinal()
    except ValueError:
        return 0


def contradiction(left: Facet, right: Facet) -> Feature | None:
    """What forbids that two facets are one person."""
    for name, word in (("sex", "性别"), ("born", "出生年份")):
        mine, theirs = getattr(left, name), getattr(right, name)
        if mine and theirs and not mine & theirs:
            return Feature(f"other_{name}", -100, f"{word}不同：{'、'.join(sorted(mine))}；{'、'.join(sorted(theirs))}")
    if _other_first_name(left.names, right.names):
        return Feature("other_first_name", -100, f"名不同：{min(left.names)}；{min(right.names)}")
    for code, (first, last) in left.spells.items():
        for other, (begin, end) in right.spells.items():
            if not related(code, other) and first - _AT_ONCE <= end and begin - _AT_ONCE <= last:
                return Feature("two_posts_at_once", -100, f"同一时期在两地任职（区划代码 {code}、{other}）")
    return None


def _other_first_name(left: Iterable[str], right: Iterable[str]) -> bool:
    mine = {name.split("·")[0] for name in left if "·" in name}
    theirs = {name.split("·")[0] for name in right if "·" in name}
    return bool(mine and theirs and not mine & theirs)


def shared(left: Facet, right: Facet, crowd: Mapping[str, int]) -> Iterator[Feature]:
    """What two facets of one name have in common besides the name. ``crowd``: in how many articles a companion is."""
    if left.scopes & right.scopes:
        yield _feature("same_report", "同一篇报道的转载")
    if desks := left.desks & right.desks:
        yield _feature("same_byline", f"同为“{min(desks)}”的署名作者")
    yield from _posts(left, right)
    if events := left.events & right.events:
        yield _feature("same_event", f"参加同一活动：{_label(min(events))}")
    if homes := left.homes & right.homes:
        yield _feature("same_home", f"同为“{_label(min(homes))}”的报道")
    elif (sources := left.sources & right.sources) and not (left.national or right.national):
        yield _feature("same_source", f"同一来源：{min(sources)}")
    with_both = sorted(name for name in left.companions & right.companions if crowd.get(name, 0) <= 50)[:_MOST_COMPANIONS]
    if with_both:
        yield Feature("companion", WEIGHTS["companion"] * len(with_both), f"两处都与{'、'.join(with_both)}同时出现")
    yield from _figure(left, right)
    yield from _against(left, right)


def _posts(left: Facet, right: Facet) -> Iterator[Feature]:
    """The strongest of what the posts share."""
    best = max((_pair(a, b) for a in left.posts for b in right.posts), key=lambda item: item.weight, default=None)
    if best is not None and best.weight:
        yield best


def _pair(a: Held, b: Held) -> Feature:
    if a.body == b.body:
        return _same_body(a, b)
    if a.parent == b.body or b.parent == a.body or (a.parent and a.parent == b.parent and not a.country):
        return _feature("related_body", f"任职机构相互隶属：{a.name}、{b.name}")
    if a.code.isdecimal() and b.code.isdecimal() and (related(a.code, b.code) or a.code[:2] == b.code[:2]):
        return _same_region(a, b)
    if is_high(a.title) and is_high(b.title) and _ranks(a) and _ranks(b):
        return _feature("same_rank", f"都是中央或省级机构的领导职务：{a.name}{a.title}、{b.name}{b.title}")
    if a.code and a.code == b.code and not a.code.isdecimal() and a.code != "中国":
        return _feature("same_country", f"任职机构同属{a.code}")
    return Feature("", 0, "")


def _same_body(a: Held, b: Held) -> Feature:
    many = is_of_many(a.title) or is_of_many(b.title)
    if a.title == b.title and not many:
        known = is_unique(a.title, a.name) or is_national(a.body, a.title, a.country)
        return _feature("same_office" if known else "same_post", f"同任{a.name}{a.title}")
    if a.country and is_national(a.body, a.title, True) and is_national(b.body, b.title, True):
        return _feature("same_rank", f"都是{a.name}的国家领导人：{a.title}、{b.title}")
    if a.country:
        return _feature("same_country", f"都在{a.name}任职")
    return _feature("large_body" if many else "same_body", f"都在{a.name}任职：{a.title}、{b.title}")


def _same_region(a: Held, b: Held) -> Feature:
    city = a.code[:4] == b.code[:4] and len(a.code) >= 4 and len(b.code) >= 4
    return _feature("same_city" if city else "same_province", f"任职机构在同一{'市' if city else '省'}：{a.name}、{b.name}")


def _ranks(post: Held) -> bool:
    """A body of the centre or of a province."""
    return post.code == "中国" or (post.code.isdecimal() and len(post.code) == 2)


def _figure(left: Facet, right: Facet) -> Iterator[Feature]:
    """A name without a post, where a person of that name holds one that the nation knows."""
    bare, known = (left, right) if left.bare else (right, left)
    post = known.national
    if not bare.bare:
        leader = post or left.national
        if leader and not (left.desks or right.desks) and not (post and left.national):
            yield _feature("rare_figure", f"其中一人是全国知名人物（{leader.name}{leader.title}），姓名又少有人用")
        return
    if known.bare or post is None or bare.byline or _gap(bare.days or known.days, known.days or bare.days) > _FAME:
        return
    yield _feature("known_figure", f"全国知名人物（{post.name}{post.title}），报道常只写姓名")
    if post.body in bare.named or (post.country and post.body in bare.named):
        yield _feature("names_body", f"报道同时提到{post.name}")


def _against(left: Facet, right: Facet) -> Iterator[Feature]:
    if left.days and right.days and _gap(left.days, right.days) > _LONG:
        yield _feature("long_apart", "两处报道相隔十五年以上")
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
