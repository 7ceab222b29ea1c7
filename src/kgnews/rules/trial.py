"""Runs the examples and refusals that rules carry through the whole way from text to claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from kgnews.records import Article, Claim, End
from kgnews.schema import Example, LocatedRule, Ontology, RuleSet
from kgnews.schema.rules import Text

# All claims of an article, before equal ones of several rules are folded.
Reader: TypeAlias = Callable[[Article], Iterable[Claim]]


@dataclass(frozen=True, slots=True)
class Trial:
    """One text of a rule and what is wrong with it; no ``problems`` where it does what the rule says."""

    rule: str
    kind: str
    text: str
    where: str
    problems: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether the text does what the rule says."""
        return not self.problems


def trials(rules: RuleSet, ontology: Ontology, read: Reader, only: Sequence[str] = ()) -> Iterator[Trial]:
    """Run every example and refusal of the rules (of those named in ``only``)."""
    for item in rules:
        if only and item.rule.id not in only:
            continue
        for number, example in enumerate(item.rule.examples):
            problems = tuple(_example(item, example, ontology, read))
            yield Trial(item.rule.id, "example", _shown(example), _place(item, "examples", number), problems)
        for number, text in enumerate(item.rule.refuses):
            problems = tuple(f"claims {said(claim)}" for claim in read(article(text)) if claim.rule == item.rule.id)
            yield Trial(item.rule.id, "refuses", _shown(text), _place(item, "refuses", number), problems)


def article(text: Text) -> Article:
    """The article that a text of a rule stands for."""
    return Article("example", text.text, text.title, text.date, text.home)


def _shown(text: Text) -> str:
    return " / ".join(part for part in (text.title, text.text) if part)


def _place(item: LocatedRule, key: str, number: int) -> str:
    return f"{item.source.path.name}:{item.source.line([*item.location, key, number])}"


def _example(item: LocatedRule, example: Example, ontology: Ontology, read: Reader) -> Iterator[str]:
    claims = list(read(article(example)))
    own = [claim for claim in claims if claim.rule == item.rule.id]
    used: set[str] = set()
    for fact in example.facts:
        wanted = dict(fact[3]) if len(fact) == 4 else {}
        by = wanted.pop("by", item.rule.id)
        found = [claim for claim in claims if claim.rule == by and agrees(claim, fact, wanted, ontology)]
        used.update(claim.id for claim in found)
        if not found:
            claimer = f" (by {by})" if by != item.rule.id else ""
            yield f"does not claim {' '.join(map(str, fact[:3]))}{f' {wanted}' if wanted else ''}{claimer}"
    if not example.more:
        yield from dict.fromkeys(f"also claims {said(claim)}" for claim in own if claim.id not in used)


def agrees(claim: Claim, fact: Sequence[Any], wanted: Mapping[str, Any], ontology: Ontology) -> bool:
    """Whether a claim is the listed fact: type, ends by name or mention, and the properties that the fact names."""
    if fact[1] != claim.type or not all(_text(claim.properties.get(key)) == _text(value) for key, value in wanted.items()):
        return False
    names = [str(fact[0]), str(fact[2]) if len(fact) > 2 and fact[2] is not None else ""]
    straight = _is(claim.subject, names[0]) and _is(claim.object, names[1])
    symmetric = ontology.relation(claim.type).symmetric
    return straight or (symmetric and _is(claim.subject, names[1]) and _is(claim.object, names[0]))


def _text(value: Any) -> str:
    if value is None:
        return ""
    return "、".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _is(end: End | None, name: str) -> bool:
    return (end is None and not name) or (end is not None and name in (end.name, end.mention))


def said(claim: Claim) -> str:
    """A claim in one line."""
    properties = {key: _text(value) for key, value in claim.properties.items()}
    ends = f"{claim.subject.name} {claim.type} {claim.object.name if claim.object else ''}".strip()
    return f"{ends}{f' {properties}' if properties else ''}{' (doubtful)' if claim.doubtful else ''}"
