"""A person as some sightings show them, and the features that two of these share. Every weight stands in ``WEIGHTS``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from kgnews.records import Feature, Member
from kgnews.resolve.gazetteer import CHINA, related
from kgnews.resolve.keys import Context
from kgnews.resolve.sightings import Held, Sighting
from kgnews.schema.offices import is_national, is_territorial

# In points; docs/entities.md explains each. Five points are certain, two and a half doubtful.
WEIGHTS: Mapping[str, float] = {
    "same_report": 20.0,
    "same_office": 7.0,
    "same_byline": 7.0,
    "same_deputy": 7.0,
    "top_office": 7.0,
    "same_post": 4.0,
    "same_body": 4.0,
    "large_body": 1.5,
    "same_event": 4.0,
    "renamed_body": 4.0,
    "related_body": 3.0,
    "like_office": 4.0,
    "like_body": 3.0,
    "same_city": 3.0,
    "same_award": 2.0,
    "same_province": 2.0,
    "same_leader": 3.5,
    "same_rank": 2.0,
    "same_home": 2.0,
    "same_source": 1.0,
    "rare_figure": 2.0,
    "same_country": 2.0,
    "companion": 1.5,
    "head_figure": 3.5,
    "known_figure": 3.0,
    "names_body": 1.5,
    "names_place": 1.5,
    "among_leaders": 1.5,
    "long_apart": -1.5,
    "other_province": -1.5,
    "surname_only": -4.0,
    "journalist": -4.0,
}
CERTAIN, DOUBTFUL = 5.0, 2.5
# Countries whose people (or many of them) Chinese writes with their whole names.
_CHINESE_NAMES = frozenset(
    {
        CHINA,
        "新加坡",
        "越南",
        "韩国",
        "朝鲜",
        "日本",
        "马来西亚",
        "泰国",
        "印度尼西亚",
        "菲律宾",
        "美国",
        "柬埔寨",
        "缅甸",
        "老挝",
    }
)
_SCHOOL = "school:"
_AT_ONCE = 45  # days within which two sightings are of one time
LONG = 10 * 365
FAME = 5 * 365  # days around the reports of a post in which its holder goes by name alone (two presidents 布什)
MOST_COMPANIONS = 3


@dataclass(slots=True)
class Facet:
    """Sightings taken for one person.

    ``near``: the codes of the places told of, where these are of one province. ``spells``: posts now held that tie to a place
    or a school, as (code or school, first day, last day). ``eras``: whose time it is, of leaders of one name. ``peers``: how many other
    leaders of the country one article names.
    """

    name: str
    members: list[Member] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    posts: set[Held] = field(default_factory=set)
    scopes: set[str] = field(default_factory=set)
    homes: set[str] = field(default_factory=set)
    events: set[str] = field(default_factory=set)
    companions: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    near: set[str] = field(default_factory=set)
    eras: set[str] = field(default_factory=set)
    awards: set[str] = field(default_factory=set)
    peers: int = 0
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
    def foreign(self) -> bool:
        """Whether all posts told are of a country whose people have transliterated names in Chinese."""
        codes = {post.code for post in self.posts if post.code}
        return bool(codes) and not any(code.isdecimal() or code in _CHINESE_NAMES for code in codes)

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
            "near",
            "eras",
            "awards",
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
        self.peers = max(self.peers, other.peers)
        self.byline |= other.byline
        self.other_than_byline |= other.other_than_byline


def facet_of(sighting: Sighting, named: frozenset[str]) -> Facet:
    """The facet of a single sighting."""
    context = sighting.context
    home = context.home_body or context.home_code or context.home
    facet = Facet(sighting.name, [sighting.member], {sighting.name}, set(sighting.posts), {context.scope})
    facet.homes = {home} if home and _inside(sighting.posts, home) else set()
    facet.sources = {context.source} if context.source else set()
    facet.events, facet.companions, facet.named = set(sighting.events), set(sighting.companions), set(named)
    facet.near = _near(context)
    facet.eras = {sighting.era} - {""}
    facet.awards = set(sighting.awards)
    facet.byline = sighting.byline
    facet.other_than_byline = bool(sighting.posts or sighting.events)
    facet.desks = {context.source} if sighting.byline and context.source else set()
    facet.sex = {sighting.sex} - {""}
    facet.born = {sighting.born} - {""}
    day = _day(context.date)
    if day:
        facet.days = {day}
        codes = {post.code for post in sighting.posts if post.now and post.code.isdecimal() and is_territorial(post.title)}
        codes |= {_SCHOOL + post.body for post in sighting.posts if post.now and post.kind == "school" and post.title == "校长"}
        facet.spells = dict.fromkeys(codes, (day, day))
    return facet


def _inside(posts: Iterable[Held], home: str) -> bool:
    """Whether somebody is of the house or place whose news it is, as far as is told: guests from elsewhere are not."""
    told = [post for post in posts if "@" not in post.body]
    return not told or any(
        home in {post.body, post.parent} or post.body.startswith(f"{home}/") or (home.isdecimal() and related(post.code, home))
        for post in told
    )


def _near(context: Context) -> set[str]:
    codes = context.codes | ({context.home_code} - {""})
    return codes if len({code[:2] for code in codes}) == 1 else set()


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
    if left.eras and right.eras and not left.eras & right.eras:
        return Feature("other_bearer", -100, f"“{left.name}”先后有两位领导人同姓，两处报道分属两人任期")
    if _other_first_name(left.names, right.names):
        return Feature("other_first_name", -100, f"名不同：{min(left.names)}；{min(right.names)}")
    for code, (first, last) in left.spells.items():
        for other, (begin, end) in right.spells.items():
            if _apart(code, other) and first - _AT_ONCE <= end and begin - _AT_ONCE <= last:
                places = "、".join(sorted(text.removeprefix(_SCHOOL) for text in (code, other)))
                return Feature("two_posts_at_once", -100, f"同一时期在两地任职（{places}）")
    return None


def _apart(code: str, other: str) -> bool:
    """Whether nobody can be in both at once: two schools, or two places of which neither lies in the other."""
    return code.startswith(_SCHOOL) == other.startswith(_SCHOOL) and not related(code, other)


def _other_first_name(left: Iterable[str], right: Iterable[str]) -> bool:
    mine = [name.split("·") for name in left if "·" in name]
    theirs = [name.split("·") for name in right if "·" in name]
    if not mine or not theirs:
        return False
    known = any(a[0].startswith(b[0]) or b[0].startswith(a[0]) for a in mine for b in theirs)
    return not known or any(_other_middle(a, b) for a in mine for b in theirs)


def _other_middle(left: Sequence[str], right: Sequence[str]) -> bool:
    """乔治·赫伯特·沃克·布什 is not 乔治·沃克·布什; a name without its middle part may be either."""
    return len(left) > 2 and len(right) > 2 and left[0] == right[0] and left[1:-1] != right[1:-1]
