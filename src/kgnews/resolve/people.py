"""Which sightings of a name are one person: facets that share enough are joined, best first, unless something forbids it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from kgnews.records import Decision, Feature, Member
from kgnews.resolve.blocks import blocks_of, leaders_named
from kgnews.resolve.facets import CERTAIN, DOUBTFUL, LONG, WEIGHTS, Facet, contradiction, facet_of
from kgnews.resolve.features import shared
from kgnews.resolve.rarity import Rarity
from kgnews.resolve.sightings import Bodies, Sighting
from kgnews.resolve.verdicts import Verdicts
from kgnews.schema.offices import is_unique

_ALL_PAIRS = 40  # up to so many facets of a name each pair is scored; beyond, those that share a key
_CROWDED = 60  # of a key shared by more facets, neighbours only are scored
_ROUNDS = 4
_MARGIN = 1.5  # by which a name without a post must fit one person better than the next
_QUEUE = 12  # doubtful pairs shown of one name


@dataclass(slots=True)
class People:
    """The persons found, and the decisions on the way to them."""

    groups: list[list[Member]] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)


def cluster_people(seen: Iterable[Sighting], bodies: Bodies, rarity: Rarity, verdicts: Verdicts) -> People:
    """Join the sightings of each name. The result does not depend on their order."""
    people = People()
    ordered = sorted(seen, key=lambda item: item.member)
    crowd = Counter(name for sighting in ordered for name in sighting.companions)
    peers = leaders_named(ordered)
    for name, block in sorted(blocks_of(ordered, rarity, bodies.naming).items()):
        facets = [facet_of(item, bodies.named.get(item.member.article, frozenset())) for item in block]
        for facet in facets:
            facet.peers = len(peers.get(facet.members[0].article, set()) - facet.names)
        _Block(name, rarity, crowd, verdicts).run(facets, people)
    return people


@dataclass(slots=True)
class _Block:
    name: str
    rarity: Rarity
    crowd: Mapping[str, int]
    verdicts: Verdicts

    @property
    def rare(self) -> Feature:
        """What the name alone says."""
        return self.rarity.feature(self.name)

    def run(self, facets: list[Facet], people: People) -> None:
        clusters = self._collapse(facets, people)
        clusters = self._join_judged(clusters)
        leaving = [cluster for cluster in clusters if not self.verdicts.leaving.isdisjoint(cluster.members)]
        if leaving:  # who was split off must not stand between those that stay
            clusters = self._settle([cluster for cluster in clusters if cluster not in leaving], people) + leaving
        clusters = self._settle(clusters, people)
        clusters.sort(key=lambda item: min(item.members))
        people.decisions += self._queue(clusters)
        people.groups += [sorted(cluster.members) for cluster in clusters]

    def _settle(self, clusters: list[Facet], people: People) -> list[Facet]:
        for _ in range(_ROUNDS):
            joined = self._join_posted(clusters, people)
            joined = self._attach_bare(joined, people)
            if len(joined) == len(clusters):
                break
            clusters = joined
        return clusters

    # facets that say the same

    def _collapse(self, facets: Iterable[Facet], people: People) -> list[Facet]:
        """One facet for all sightings with the very same posts, where these alone make them certain."""
        groups: dict[object, list[Facet]] = defaultdict(list)
        for facet in facets:
            free = facet.members[0] not in self.verdicts.leaving and not facet.sex and not facet.born
            groups[self._signature(facet) if free else facet.members[0]].append(facet)
        return [self._fold(part, people) for group in groups.values() for part in _by_time(group)]

    def _signature(self, facet: Facet) -> object:
        names = frozenset(facet.names), frozenset(facet.eras)
        for post in sorted(facet.posts):
            if is_unique(post.title, post.name) and self.rare.weight + WEIGHTS["same_office"] >= CERTAIN and "@" not in post.body:
                return names, post.body, post.title
        if facet.desks and not facet.posts and self.rare.weight + WEIGHTS["same_byline"] >= CERTAIN:
            return names, "desk", min(facet.desks)
        if facet.bare and facet.homes and not facet.byline and self.rare.weight + WEIGHTS["same_home"] >= CERTAIN:
            return names, "home", min(facet.homes)
        return facet.members[0]

    def _fold(self, group: Sequence[Facet], people: People) -> Facet:
        first = group[0]
        for other in group[1:]:
            if len(group) <= _ALL_PAIRS:
                self._note(first, other, "merged", self._score(first, other), people.decisions)
        for other in group[1:]:
            first.add(other)
        return first

    # judgements

    def _join_judged(self, clusters: list[Facet]) -> list[Facet]:
        if not self.verdicts.same:
            return clusters
        home = {member: cluster for cluster in clusters for member in cluster.members}
        for left, right in sorted(self.verdicts.same):
            mine, theirs = home.get(left), home.get(right)
            if mine is not None and theirs is not None and mine is not theirs:
                mine.add(theirs)
                home.update(dict.fromkeys(theirs.members, mine))
        return list({id(cluster): cluster for cluster in home.values()}.values())

    def _forbidden(self, left: Facet, right: Facet) -> Feature | None:
        if self.verdicts.different:
            mine, theirs = set(left.members), set(right.members)
            if any((a in mine and b in theirs) or (b in mine and a in theirs) for a, b in self.verdicts.different):
                return Feature("judged", -100, "人工判定为不同的人")
        return contradiction(left, right)

    # scores

    def _score(self, left: Facet, right: Facet) -> tuple[Feature, ...]:
        found = [item for item in shared(left, right, self.crowd) if self._counts(item.name, left, right)]
        found.sort(key=lambda item: (-item.weight, item.name))
        return (self._rare(left, right), *found) if found else ()

    def _rare(self, left: Facet, right: Facet) -> Feature:
        """What the name says, of these two: 毛雷尔 is a rare Chinese name, but not of a president of Switzerland."""
        full = max((name for name in left.names & right.names if "·" in name), default="")
        if full:
            return self.rarity.feature(full)
        foreign = left.foreign or right.foreign or not left.names & right.names
        return self.rarity.transliterated(self.name) if foreign and self.rare.weight > 0 else self.rare

    def _counts(self, feature: str, left: Facet, right: Facet) -> bool:
        """Whether a feature says something of such a name."""
        rare = self._rare(left, right)
        if feature == "rare_figure":
            return rare.weight >= 3
        if feature == "surname_only":
            return rare.name == "foreign_name" and not any("·" in name for name in left.names & right.names)
        return True

    def _join_posted(self, clusters: list[Facet], people: People) -> list[Facet]:
        posted = sorted((item for item in clusters if not item.bare), key=lambda item: min(item.members))
        bare = [item for item in clusters if item.bare]
        scored = [(left, right, self._score(posted[left], posted[right])) for left, right in self._pairs(posted)]
        ranked = sorted((-_sum(features), left, right, features) for left, right, features in scored if _sum(features) >= CERTAIN)
        owner = list(range(len(posted)))
        for _, left, right, features in ranked:
            a, b = _root(owner, left), _root(owner, right)
            if a == b or self._forbidden(posted[a], posted[b]):
                continue
            self._note(posted[left], posted[right], "merged", features, people.decisions)
            a, b = min(a, b), max(a, b)
            owner[b] = a
            posted[a].add(posted[b])
        return [posted[n] for n in range(len(posted)) if owner[n] == n] + bare

    def _attach_bare(self, clusters: list[Facet], people: People) -> list[Facet]:
        """Give a name without a post to the one person whom it fits; two names without one join by what they share."""
        order = sorted(range(len(clusters)), key=lambda n: (clusters[n].bare, min(clusters[n].members)))
        clusters = [clusters[n] for n in order]
        near = self._neighbours(clusters)
        owner = list(range(len(clusters)))
        for n, facet in enumerate(clusters):
            if not facet.bare:
                continue
            other = self._home_of(n, {_root(owner, other) for other in near[n]} - {_root(owner, n)}, clusters)
            if other is None:
                continue
            self._note(facet, clusters[other], "merged", self._score(facet, clusters[other]), people.decisions)
            a, b = sorted((other, _root(owner, n)))
            owner[b] = a
            clusters[a].add(clusters[b])
        return [clusters[n] for n in range(len(clusters)) if owner[n] == n]

    def _home_of(self, n: int, others: Iterable[int], clusters: Sequence[Facet]) -> int | None:
        """The one cluster that a name without a post belongs to; None where none is certain, or two are near."""
        fits = sorted((-_sum(self._score(clusters[n], clusters[other])), other) for other in others)
        fits = [(-score, other) for score, other in fits if not self._forbidden(clusters[n], clusters[other])]
        if not fits or fits[0][0] < CERTAIN:
            return None
        posted = [(score, other) for score, other in fits if not clusters[other].bare and score >= DOUBTFUL]
        best = posted[0] if posted and posted[0][0] >= CERTAIN else fits[0]
        rivals = [score for score, other in posted if other != best[1]]
        return None if rivals and best[0] - rivals[0] < _MARGIN else best[1]

    # which pairs to look at

    def _pairs(self, facets: Sequence[Facet]) -> Iterable[tuple[int, int]]:
        if len(facets) <= _ALL_PAIRS:
            return combinations(range(len(facets)), 2)
        return sorted({(min(a, b), max(a, b)) for group in self._index(facets).values() for a, b in _within(group)})

    def _neighbours(self, facets: Sequence[Facet]) -> Mapping[int, set[int]]:
        near: dict[int, set[int]] = defaultdict(set)
        for group in self._index(facets).values():
            for a, b in _within(group):
                near[a].add(b)
                near[b].add(a)
        figures = [n for n, facet in enumerate(facets) if facet.national]
        small = len(facets) <= _ALL_PAIRS
        for n in range(len(facets)):
            near[n].update(range(len(facets)) if small else figures)
            near[n].discard(n)
        return near

    def _index(self, facets: Sequence[Facet]) -> Mapping[tuple[str, str], list[int]]:
        index: dict[tuple[str, str], list[int]] = defaultdict(list)
        for n, facet in enumerate(facets):
            for key in _traits(facet):
                index[key].append(n)
        return index

    # what is told of it

    def _queue(self, clusters: Sequence[Facet]) -> list[Decision]:
        """The doubtful and the contradicted among what is left, best first."""
        found: list[Decision] = []
        for left, right in self._pairs(clusters):
            features = self._score(clusters[left], clusters[right])
            if _sum(features) < DOUBTFUL and not (self.rare.weight >= 3 and _plain(clusters[left], clusters[right])):
                continue
            veto = self._forbidden(clusters[left], clusters[right])
            outcome = "apart" if veto else "doubtful"
            self._note(clusters[left], clusters[right], outcome, (*(features or (self.rare,)), *([veto] if veto else [])), found)
        return sorted(found, key=lambda item: (-item.score, item.left, item.right))[:_QUEUE]

    def _note(self, left: Facet, right: Facet, outcome: str, features: tuple[Feature, ...], into: list[Decision]) -> None:
        a, b = sorted((min(left.members).key, min(right.members).key))
        into.append(Decision(a, b, outcome, round(_sum(features), 2), features))  # type: ignore[arg-type]


def _by_time(group: Sequence[Facet]) -> Iterable[Sequence[Facet]]:
    """Facets that say the same, parted where years lie between them: 布什 the president, and 布什 the president."""
    ordered = sorted(group, key=lambda facet: (min(facet.days, default=0), facet.members))
    start = 0
    for n in range(1, len(ordered)):
        if ordered[n - 1].days and min(ordered[n].days) - max(ordered[n - 1].days) > LONG:
            yield ordered[start:n]
            start = n
    yield ordered[start:]


def _plain(left: Facet, right: Facet) -> bool:
    """Two sightings of a rare name of which at least one tells nothing: worth a look, but no more."""
    return (left.bare or right.bare) and not (left.byline or right.byline)


def _traits(facet: Facet) -> Iterable[tuple[str, str]]:
    for post in facet.posts:
        yield "body", post.body
        if post.parent:
            yield "body", post.parent
        if post.code.isdecimal():
            yield "region", post.code[:2]
        elif post.code:
            yield "country", post.code
    for name in ("scopes", "homes", "sources", "events", "companions", "desks"):
        for value in getattr(facet, name):
            yield name, value


def _within(group: Sequence[int]) -> Iterable[tuple[int, int]]:
    return combinations(group, 2) if len(group) <= _CROWDED else pairwise(group)


def _sum(features: Iterable[Feature]) -> float:
    return sum(feature.weight for feature in features)


def _root(owner: list[int], n: int) -> int:
    while owner[n] != n:
        owner[n] = owner[owner[n]]
        n = owner[n]
    return n
