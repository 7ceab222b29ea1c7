"""Claims that say the same become one edge with all their proofs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import prod
from typing import TypeAlias

from kgnews.graph.ids import edge_id
from kgnews.records import Claim, Edge, Proof
from kgnews.records.claims import OWN_VALUES, Value

# What keeps two edges between the same ends apart; the other properties are settled among the claims.
APART = ("title", "status", "date")
# The same for types that have such a property; a spell in office or at a school by when it began and ended.
APART_TOO = ("attribute", "measure", "role", "value")
SPELLS = frozenset({"HOLDS_POSITION", "STUDIED_AT"})
_CERTAIN = 0.9999  # what any number of proofs can reach without a person's word


# A claim, the date of its article, and whether a person confirmed it.
Member: TypeAlias = tuple[Claim, str | None, bool]


@dataclass(slots=True)
class Bundle:
    """The claims of one edge."""

    type: str
    source: str
    target: str
    doubtful: bool
    members: list[Member] = field(default_factory=list)

    def edge(self) -> Edge:
        """The edge with its proofs, the oldest article first."""
        self.members.sort(key=lambda member: (member[1] or "9999", member[0].article, member[0].id, member[0].rule))
        claims = [claim for claim, _, _ in self.members]
        apart = apart_values(self.type, claims[0])
        return Edge(
            id=edge_id(self.type, self.source, self.target, apart, self.doubtful),
            type=self.type,
            source=self.source,
            target=self.target,
            properties=_properties(self.type, claims),
            proofs=tuple(proof(claim, date) for claim, date, _ in self.members),
            confidence=1.0 if any(confirmed for _, _, confirmed in self.members) else combined(self.members),
            doubtful=self.doubtful,
        )


def apart_values(kind: str, claim: Claim) -> tuple[str, ...]:
    """What keeps the claim's edge apart; the date of HELD_ON is the name of its object."""
    own = own_value(claim)
    values = {**claim.properties, **own}
    first = tuple(str(values.get(key, "")) for key in APART)
    more = tuple(f"{key}={values[key]}" for key in APART_TOO if values.get(key))
    return (*first, *more, *_spell(kind, claim))


def own_value(claim: Claim) -> dict[str, Value]:
    """The value at the object of a claim that tells of its own subject, under the property that holds it."""
    if claim.object is None or claim.object.label not in OWN_VALUES:
        return {}
    return {OWN_VALUES[claim.object.label]: claim.object.name}


def _spell(kind: str, claim: Claim) -> tuple[str, ...]:
    """Two spells in one post are two edges, and so are two tellings of one that differ: look-ups join them and list what differs."""
    if kind not in SPELLS:
        return ()
    return tuple(f"{key}={claim.properties[key]}" for key in ("since", "until") if claim.properties.get(key))


def proof(claim: Claim, date: str | None) -> Proof:
    """The claim as a proof of an edge."""
    quotes = tuple((item.shows, item.where, item.start, item.end, item.quote) for item in claim.evidence)
    return Proof(claim.id, claim.article, claim.rule, claim.confidence, quotes, date)


def combined(members: Iterable[Member]) -> float:
    """How sure the claims make a fact together. The same words on the same day count once: a reprint proves nothing new."""
    best: dict[tuple[object, ...], float] = {}
    for claim, date, _ in members:
        words = (date, *(item.quote for item in claim.evidence if item.shows == "fact"))
        best[words] = max(best.get(words, 0.0), claim.confidence)
    return round(max(*best.values(), min(_CERTAIN, 1 - prod(1 - value for value in sorted(best.values())))), 4)


def _properties(kind: str, claims: Sequence[Claim]) -> dict[str, Value]:
    keys = sorted({key for claim in claims for key in claim.properties} - {"inferred"})
    values = {key: _settled(key, [claim.properties[key] for claim in claims if key in claim.properties]) for key in keys}
    values |= own_value(claims[0])
    inferred = _inferred(claims)
    return values | {"inferred": inferred} if inferred else values


def _inferred(claims: Sequence[Claim]) -> tuple[str, ...]:
    """What rests on an inference in every claim; one that says it outright is enough to lift it."""
    common: set[str] | None = None
    for claim in claims:
        given = claim.properties.get("inferred", ())
        here = {given} if isinstance(given, str) else set(given) if isinstance(given, tuple) else set()
        common = here if common is None else common & here
    return tuple(sorted(common or ()))


def _settled(key: str, values: Sequence[Value]) -> Value:
    """One value for all: the first rank, the most precise and widest dates, else what most claims say."""
    if key == "order":
        return min(value for value in values if isinstance(value, int))
    if key in ("since", "until"):
        texts = [str(value) for value in values]
        longest = [text for text in texts if len(text) == max(map(len, texts))]
        return min(longest) if key == "since" else max(longest)
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], str(value)))
