"""What is found in an article: mentions, the entities that they denote there, and claims. Offsets are code points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

Value: TypeAlias = str | int | tuple[str, ...]
Properties: TypeAlias = Mapping[str, Value]


# Labels of objects that are no entities. What a fact tells of its own subject, and the property that holds it in the graph:
OWN_VALUES: Mapping[str, str] = {"Date": "date", "Value": "value"}
# and what is a node by its name alone, one for all articles.
NAMED_VALUES = frozenset({"Award", "Field"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that show a fact or one of its ends; ``source[start:end] == quote``, always.

    ``shows`` is "fact" for the words that state the fact, else the end or property that stands elsewhere
    ("subject", "object", "title", …). ``where`` is "text", "title" or "page" (written as ``in`` in JSON).
    """

    shows: str
    where: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class End:
    """One end of a claim. ``name`` is the best name in the article, ``mention`` the form in the words that state the fact.

    ``mention`` is None where the end is elided there. Where a fact has no entity at its object (HELD_ON,
    RECEIVES_AWARD) the label is "Date" or "Award" and ``name`` the value.
    """

    label: str
    name: str
    mention: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One fact read by one rule from one article.

    ``id`` is a hash of article, type, ends and properties. ``properties`` are those of the ontology: title, status,
    since, until, date, place, order, via, inferred. ``doubtful`` claims are listed on request and never in the graph's facts.
    """

    id: str
    article: str
    type: str
    subject: End
    object: End | None
    properties: Properties
    evidence: tuple[Evidence, ...]
    rule: str
    confidence: float
    doubtful: bool = False


class NamedMention(NamedTuple):
    """Where an entity of an article is named: for look-ups by name, MENTIONED_IN and highlighting."""

    where: str
    start: int
    end: int
    form: str


@dataclass(frozen=True, slots=True)
class LocalEntity:
    """What several mentions of one article denote, before articles are joined.

    (``label``, ``name``) is unique in an article and is what the ends of its claims say. ``forms`` are all its surface
    forms, best first. ``generic`` marks an event without a name of its own (签约仪式, 座谈会): it is this article's alone.
    """

    label: str
    name: str
    forms: tuple[str, ...] = ()
    generic: bool = False
    mentions: tuple[NamedMention, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one article: the output of annotate and rules, the input of resolve."""

    article: str
    claims: tuple[Claim, ...] = ()
    entities: tuple[LocalEntity, ...] = ()
