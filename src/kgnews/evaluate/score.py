"""Matches claims to gold facts, one to one.

A claim's end is the gold entity where its name or the form it was read from is among the gold names after normalisation; an
Event, a Work or an award also where the characters agree to 0.6 and neither edition nor year differ. Posts are compared as
body + title joined. A further claim of a fact that is found already, and presence where chairing or speaking is annotated,
counts neither way; so do optional facts.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from kgnews.evaluate.gold import GoldEntity, GoldFact, GoldRecord
from kgnews.records import Claim, End

SYMMETRIC = frozenset({"MEETS", "SIGNS_WITH"})
IMPLIES_ATTENDANCE = frozenset({"CHAIRS", "SPEAKS_AT"})
FUZZY = frozenset({"Event", "Work", "Award"})
LEAST_LIKENESS = 0.6
TYPES = (
    "HOLDS_POSITION", "ATTENDS", "CHAIRS", "SPEAKS_AT", "HOSTS", "ORGANIZES", "CO_ORGANIZES", "SUPPORTS", "HELD_AT", "HELD_ON",
    "MEETS", "VISITS", "SIGNS_WITH", "PUBLISHES", "FOUNDS", "RECEIVES_AWARD", "BYLINE",
)  # fmt: skip
_IGNORED = re.compile(r"[\s《》〈〉“”\"'‘’「」『』()·•・\-—]")
_EDITION = re.compile(r"第([一二三四五六七八九十百\d]+)[届次期]")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Scored:
    """One record's claims and facts: ``right`` pairs (optional facts left out), ``wrong`` claims, ``missed`` facts."""

    record: GoldRecord
    right: tuple[tuple[Claim, GoldFact], ...] = ()
    wrong: tuple[Claim, ...] = ()
    missed: tuple[GoldFact, ...] = ()


@dataclass(slots=True)
class Figures:
    """Counts for one type, rule or the whole, and the rates that follow. A rate of nothing is None."""

    found: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def gold(self) -> int:
        """How many facts there were to find."""
        return self.found + self.missed

    @property
    def precision(self) -> float | None:
        """The share of claims that are right."""
        return _rate(self.found, self.found + self.wrong)

    @property
    def recall(self) -> float | None:
        """The share of facts that are found."""
        return _rate(self.found, self.gold)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both."""
        return _rate(2 * self.found, 2 * self.found + self.wrong + self.missed)


def _rate(part: int, whole: int) -> float | None:
    return part / whole if whole else None


@dataclass(slots=True)
class Tally:
    """Figures by type and by rule and over all; ``status`` and ``names`` are (right, of)."""

    types: dict[str, Figures] = field(default_factory=lambda: {kind: Figures() for kind in TYPES})
    rules: dict[str, Figures] = field(default_factory=dict)
    whole: Figures = field(default_factory=Figures)
    status: Counter[bool] = field(default_factory=Counter)
    names: Counter[bool] = field(default_factory=Counter)


@lru_cache(maxsize=100_000)
def norm(text: str) -> str:
    """A name for comparison: compatibility forms, lower case, no blanks, quotes, brackets, dots and dashes."""
    return _IGNORED.sub("", unicodedata.normalize("NFKC", text or "").lower())


def likeness(a: str, b: str) -> float:
    """The F1 of the characters of two names."""
    common = sum((Counter(a) & Counter(b)).values())
    return 2 * common / (len(a) + len(b)) if a and b else 0.0


def compatible(a: str, b: str) -> bool:
    """Whether no edition and no year of the one name contradicts the other's."""
    for pattern in (_EDITION, _YEAR):
        one, other = set(pattern.findall(a)), set(pattern.findall(b))
        if one and other and not one & other:
            return False
    return True


def _forms(end: End) -> set[str]:
    return {norm(end.name), norm(end.mention or "")} - {""}


def same(names: Sequence[str], label: str, end: End) -> bool:
    """Whether an end denotes the gold entity of these names."""
    if (end.label == "Person") != (label == "Person"):
        return False
    gold, forms = {norm(name) for name in names}, _forms(end)
    if forms & gold:
        return True
    return label in FUZZY and any(likeness(f, g) >= LEAST_LIKENESS and compatible(f, g) for f in forms for g in gold)


def _is(entity: GoldEntity, end: End | None) -> bool:
    return same(entity.names, entity.label, end or End("", ""))


def found(fact: GoldFact, record: GoldRecord, claim: Claim) -> bool:
    """Whether a claim says a gold fact."""
    if fact.type != claim.type:
        return False
    subject = record.entities[fact.subject]
    if fact.type == "BYLINE":
        return same(subject.names, "Person", claim.subject)
    if fact.type == "HELD_ON":
        return same(subject.names, "Event", claim.subject) and (claim.object.name if claim.object else "") == fact.value
    if fact.type == "RECEIVES_AWARD":
        return _is(subject, claim.subject) and same([fact.value], "Award", claim.object or End("Award", ""))
    target = record.entities[fact.object or ""]
    if fact.type == "HOLDS_POSITION":
        return same(subject.names, "Person", claim.subject) and _same_post(fact, target, claim)
    straight = _is(subject, claim.subject) and _is(target, claim.object or End(target.label, ""))
    if straight or fact.type not in SYMMETRIC:
        return straight
    return _is(subject, claim.object or End(subject.label, "")) and _is(target, claim.subject)


def _same_post(fact: GoldFact, body: GoldEntity, claim: Claim) -> bool:
    title = norm(str(claim.properties.get("title", "")))
    names, titles = [norm(name) for name in body.names], [norm(title) for title in fact.titles]
    want = {name + post for name in names for post in titles}
    want |= {post for name in names for post in titles if post.startswith(name)}
    bodies = _forms(claim.object) if claim.object else set()
    have = {form + title for form in bodies} | {title for form in bodies if title.startswith(form)}
    return bool(want & have)


def closeness(fact: GoldFact, record: GoldRecord, claim: Claim) -> float:
    """How near a claim's names are to a fact's: where two facts fit one claim, the nearer is taken."""
    forms = [norm(end.name) for end in (claim.subject, claim.object) if end]
    keys = [key for key in (fact.subject, fact.object) if key]
    gold = [norm(name) for key in keys for name in record.entities[key].names] + [norm(fact.value)]
    return sum(max((likeness(form, name) for name in gold), default=0.0) for form in forms)


def score(record: GoldRecord, claims: Iterable[Claim], doubtful: bool = False) -> Scored:
    """Match the claims of one article to its gold facts: the firm ones, or the doubtful ones. Types without gold are left out."""
    right: list[tuple[Claim, GoldFact]] = []
    wrong: list[Claim] = []
    done: set[int] = set()
    for claim in claims:
        if claim.doubtful != doubtful or claim.type not in TYPES:
            continue
        hits = [number for number, fact in enumerate(record.facts) if found(fact, record, claim)]
        fresh = sorted((n for n in hits if n not in done), key=lambda n: -closeness(record.facts[n], record, claim))
        if fresh:
            done.add(fresh[0])
            right.append((claim, record.facts[fresh[0]]))
        elif not hits and not _attends(record, claim):
            wrong.append(claim)
    missed = (fact for number, fact in enumerate(record.facts) if number not in done and not fact.optional)
    return Scored(record, tuple((c, f) for c, f in right if not f.optional), tuple(wrong), tuple(missed))


def _attends(record: GoldRecord, claim: Claim) -> bool:
    """Whether a claim of presence is implied by an annotated chair or speech."""
    implied = (f.model_copy(update={"type": "ATTENDS"}) for f in record.facts if f.type in IMPLIES_ATTENDANCE)
    return any(found(fact, record, claim) for fact in implied)


def tally(scored: Iterable[Scored]) -> Tally:
    """Add up the figures of many records."""
    total = Tally()
    for item in scored:
        for claim, fact in item.right:
            _count(total, claim, "found")
            _fine(total, item.record, claim, fact)
        for claim in item.wrong:
            _count(total, claim, "wrong")
        for fact in item.missed:
            total.types[fact.type].missed += 1
            total.whole.missed += 1
    return total


def _count(total: Tally, claim: Claim, what: str) -> None:
    for figures in (total.types[claim.type], total.rules.setdefault(claim.rule, Figures()), total.whole):
        setattr(figures, what, getattr(figures, what) + 1)


def _fine(total: Tally, record: GoldRecord, claim: Claim, fact: GoldFact) -> None:
    status = (fact.status, claim.properties.get("status"))
    if claim.type == "HOLDS_POSITION" and any(status):
        total.status[status[0] == status[1]] += 1
    for key, end in ((fact.subject, claim.subject), (fact.object, claim.object)):
        if key and end:
            best = {norm(name) for name in record.entities[key].names}
            whole = {name + norm(title) for name in best for title in fact.titles}
            title = norm(str(claim.properties.get("title", "")))
            total.names[norm(end.name) in best or norm(end.name) + title in whole] += 1
