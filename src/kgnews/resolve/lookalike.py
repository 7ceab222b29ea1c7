"""Names that differ in one character: print and character recognition confuse them. Proposed to a person, never joined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from kgnews.records import Decision, Feature, Member
from kgnews.resolve.sightings import Sighting
from kgnews.schema import Terms

_CROWDED = 50  # more names than this of one pattern (王*) say nothing
_LOOKALIKE, _BODY, _EVENT, _HOME = 2.0, 2.0, 2.0, 1.0
_ENOUGH = 3.0


def propose_lookalikes(seen: Iterable[Sighting], ids: Mapping[Member, str], terms: Terms) -> Iterator[Decision]:
    """Pairs of people whose names differ in one character and who share a body, an event or a house."""
    people: dict[str, dict[str, list[Sighting]]] = defaultdict(lambda: defaultdict(list))
    for sighting in seen:
        people[sighting.name][ids[sighting.member]].append(sighting)
    for left, right, place in sorted(_near_names(people)):
        alike = right[place] in terms["confusable_chars"].get(left[place], "")
        for mine in people[left].values():
            for theirs in people[right].values():
                if decision := _compare(left, right, mine, theirs, alike):
                    yield decision


def _near_names(names: Iterable[str]) -> set[tuple[str, str, int]]:
    patterns: dict[tuple[str, int], list[str]] = defaultdict(list)
    for name in names:
        if 2 <= len(name) <= 4:
            for place in range(len(name)):
                patterns[name[:place] + "*" + name[place + 1 :], place].append(name)
    return {
        (min(a, b), max(a, b), place)
        for (_, place), group in patterns.items()
        if 1 < len(group) <= _CROWDED
        for a, b in combinations(group, 2)
    }


def _compare(left: str, right: str, mine: list[Sighting], theirs: list[Sighting], alike: bool) -> Decision | None:
    features = [Feature("lookalike", _LOOKALIKE, f"“{left}”与“{right}”只差一个形近字")] if alike else []
    if bodies := _all(mine, "posts") & _all(theirs, "posts"):
        features.append(Feature("same_body", _BODY, f"两名都任同一机构同一职务：{min(bodies)[1]}"))
    if _all(mine, "events") & _all(theirs, "events"):
        features.append(Feature("same_event", _EVENT, "两名都参加同一活动"))
    if _homes(mine) & _homes(theirs):
        features.append(Feature("same_home", _HOME, "同一单位或地方的报道"))
    score = sum(feature.weight for feature in features)
    if score < _ENOUGH or {item.context.article for item in mine} & {item.context.article for item in theirs}:
        return None  # one article that names both takes them for two
    a, b = sorted((min(item.member for item in mine).key, min(item.member for item in theirs).key))
    return Decision(a, b, "doubtful", score, tuple(features))


def _all(seen: Iterable[Sighting], name: str) -> set[tuple[str, ...]]:
    if name == "posts":
        return {(post.body, post.title) for sighting in seen for post in sighting.posts}
    return {(event,) for sighting in seen for event in sighting.events if "@" not in event}


def _homes(seen: Iterable[Sighting]) -> set[str]:
    return {item.context.home_body or item.context.home_code for item in seen} - {""}
