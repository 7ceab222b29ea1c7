"""One article's claims: each once, with its best evidence, without those that a stronger one implies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from kgnews.records import Claim
from kgnews.schema import Ontology

_PRESENT = ("CHAIRS", "SPEAKS_AT")

# What makes two facts of two that have the same ends, title and status.
_APART = ("attribute", "measure", "role", "since", "until")

# The length of a date that tells the day; the days that one event lasts; what parts the name of one event from 座谈会.
_DAY, _LASTS = 10, 10
_OF_ITS_OWN = re.compile(r"[“《第届\d]|.{9}")

Key = tuple[object, ...]


def merged(claims: Iterable[Claim], ontology: Ontology) -> list[Claim]:
    """Equal claims folded, implied ones dropped, in the order of their evidence."""
    best: dict[Key, Claim] = {}
    for claim in claims:
        key = _key(claim, ontology)
        known = best.get(key)
        if known is None or _rank(claim) < _rank(known):
            best[key] = claim
    dated: dict[Key, list[tuple[Key, Claim]]] = {}
    for key, claim in best.items():
        if key[4]:
            dated.setdefault(key[:3], []).append((key, claim))
    begun = _beginnings(best.values())
    kept = [
        claim
        for key, claim in best.items()
        if not _implied(key, claim, best, dated.get(key[:3], ())) and not _later_day(claim, begun)
    ]
    return sorted(kept, key=_position)


def _beginnings(claims: Iterable[Claim]) -> dict[str, list[str]]:
    """The dates told of each event, doubtful ones aside."""
    found: dict[str, list[str]] = {}
    for claim in claims:
        if claim.type == "HELD_ON" and claim.object is not None and not claim.doubtful:
            found.setdefault(claim.subject.name, []).append(claim.object.name)
    return found


def _later_day(claim: Claim, begun: dict[str, list[str]]) -> bool:
    """A further day of an event that has begun before (9日上午的大会), or its month where the article also tells the day."""
    if claim.type != "HELD_ON" or claim.object is None:
        return False
    value, others = claim.object.name, begun.get(claim.subject.name, [])
    if any(len(other) > len(value) and other.startswith(value) for other in others):
        return True
    if len(value) < _DAY or not _OF_ITS_OWN.search(claim.subject.name):
        return False
    day = date.fromisoformat(value)
    return any(len(other) == _DAY and 0 < (day - date.fromisoformat(other)).days <= _LASTS for other in others)


def _ends(claim: Claim) -> tuple[tuple[str, str], ...]:
    ends = [(claim.subject.label, claim.subject.name)]
    if claim.object is not None:
        ends.append((claim.object.label, claim.object.name))
    return tuple(ends)


def _key(claim: Claim, ontology: Ontology) -> Key:
    ends = _ends(claim)
    if ontology.relations[claim.type].symmetric:
        ends = tuple(sorted(ends))
    more = tuple((key, claim.properties[key]) for key in _APART if key in claim.properties)
    return (claim.type, ends, claim.properties.get("title", ""), claim.properties.get("status", ""), more)


def _rank(claim: Claim) -> tuple[object, ...]:
    """Firm before doubtful, told before inferred, more told before less, one quotation before several, short before long."""
    first = claim.evidence[0]
    told = sum(1 for key in claim.properties if key not in ("inferred", "order"))
    return (
        claim.doubtful, "inferred" in claim.properties, -told, len(claim.evidence), -claim.confidence,
        first.where != "text", first.end - first.start, first.start, claim.rule, claim.id,
    )  # fmt: skip


def _implied(key: Key, claim: Claim, best: dict[Key, Claim], dated: Sequence[tuple[Key, Claim]]) -> bool:
    """Presence that the same words tell as chairing or speaking; a post without status that the article also tells with one.

    A guest of the list who speaks later on (出席开幕式的有甲、乙。…甲在开幕式上表示) is told both, and both are kept.
    ``dated``: the claims of the same ends and title that say since when or until when.
    """
    kind, ends, title, status, more = key
    if kind == "ATTENDS":
        stronger = (best.get((other, ends, title, status, more)) for other in _PRESENT)
        return any(_firm(one, claim) and _overlap(one, claim) for one in stronger)
    if kind == "HOLDS_POSITION" and not more:
        others = ("former", "appointed") if not status else ()
        return any(_firm(best.get((kind, ends, title, other, more)), claim) for other in others) or _dated(key, claim, dated)
    return False


def _dated(key: Key, claim: Claim, dated: Sequence[tuple[Key, Claim]]) -> bool:
    """Whether the article tells the same post with its time."""
    return any(_firm(told, claim) for other, told in dated if not key[3] or other[3] == key[3])


def _firm(stronger: Claim | None, claim: Claim) -> bool:
    return stronger is not None and stronger.doubtful <= claim.doubtful


def _overlap(left: Claim | None, right: Claim) -> bool:
    if left is None:
        return False
    one, other = left.evidence[0], right.evidence[0]
    return one.where == other.where and one.start < other.end and other.start < one.end


def _position(claim: Claim) -> tuple[object, ...]:
    first = claim.evidence[0]
    title = str(claim.properties.get("title", ""))
    order = claim.properties.get("order", 0)
    return (first.where != "title", first.start, first.end, claim.type, order, _ends(claim), title, claim.id)
