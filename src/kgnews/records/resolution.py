"""Which mentions of which articles denote one entity, and why: the output of resolve, the input of graph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from typing import Literal, NamedTuple, TypeAlias

from kgnews.records.claims import Properties

Outcome: TypeAlias = Literal["merged", "doubtful", "apart"]


class Member(NamedTuple):
    """An entity as one article has it: what ``LocalEntity`` and the ends of claims are known by.

    ``article`` is "" for a name that the term lists know (国务院, 佛山市): such a member is in the entity whatever was
    read, and gives it an id that is the same in every graph.
    """

    article: str
    label: str
    name: str

    @property
    def key(self) -> str:
        """How judgements name it; it survives a rebuild. Never taken apart, only compared."""
        return f"{self.label}:{self.name}@{self.article}"

    @property
    def id(self) -> str:
        """The id that an entity has whose least member this is; ids of other members go on resolving to the entity."""
        return f"{self.label.lower()}-{blake2b(self.key.encode('utf-8', 'replace'), digest_size=8).hexdigest()}"


@dataclass(frozen=True, slots=True)
class Feature:
    """One reason for or against two being one: its name, its weight (negative: against), and a sentence that says it."""

    name: str
    weight: float
    why: str


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether two are one. ``left`` < ``right`` are keys of members; ``score`` is the sum of the features' weights."""

    left: str
    right: str
    outcome: Outcome
    score: float
    features: tuple[Feature, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """What several members denote. ``id`` is that of the least member; ``members`` are sorted.

    ``properties``: ``code`` (division code of a place or of the place a body belongs to), ``date`` (of an event, the best
    known), ``why`` (a sentence that says what makes the members one).
    """

    id: str
    label: str
    name: str
    aliases: tuple[str, ...] = ()
    members: tuple[Member, ...] = ()
    properties: Properties = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tie:
    """A link between two entities that no article states: RENAMED_TO, PART_OF, or BODY_OF (杭州 that acts, 杭州 the place)."""

    type: str
    source: str
    target: str
    why: str


@dataclass(frozen=True)
class Resolution:
    """All entities by id, which one each member is, the decisions that a person may want to see, and ties.

    ``copies`` gives articles that repeat another (reprints) the least id among those that say the same: one source.
    """

    entities: Mapping[str, Entity] = field(default_factory=dict)
    ids: Mapping[Member, str] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()
    ties: tuple[Tie, ...] = ()
    copies: Mapping[str, str] = field(default_factory=dict)

    def id_of(self, article: str, label: str, name: str) -> str | None:
        """The entity that an article's (label, name) is; None where it was not resolved (a Date, an Article)."""
        return self.ids.get(Member(article, label, name))

    @cached_property
    def keys(self) -> Mapping[str, Member]:
        """Members by their judgement key."""
        return {member.key: member for member in self.ids}

    def doubtful(self) -> Iterable[Decision]:
        """The queue for review: most likely the same first, then by keys."""
        found = (decision for decision in self.decisions if decision.outcome == "doubtful")
        return sorted(found, key=lambda item: (-item.score, item.left, item.right))

    def current(self, old: str) -> str | None:
        """The entity that an id of today or of an earlier graph denotes now; None where nothing of it is left."""
        if old in self.entities:
            return old
        return next((now for member, now in self.ids.items() if member.id == old), None)
