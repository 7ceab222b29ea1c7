"""Checks of a rule's claims against its pattern and the ontology: every name that dangles is an error with its likely cause."""

from __future__ import annotations

from collections.abc import Iterable

from kgnews.rules.syntax import Slot, Words
from kgnews.schema import ClaimSpec, LocatedRule, Ontology, Property
from kgnews.schema.source import suggest

CONTEXT_ENDS = ("@event", "@topic", "@house", "@article")
GRAMMAR_ENDS = ("person", "body", "mention")
# What a slot of captured words may be: values that need no entity of their own.
WORD_LABELS = frozenset({"Award", "Work", "Date"})
# A mention of these labels gives these values to a property of that type.
_PROPERTY_TYPES = {"string": (), "strings": (), "date": ("Date",), "integer": (), "choice": ()}


def check_claims(item: LocatedRule, ontology: Ontology, captured: Iterable[Slot | Words]) -> None:
    """Raise a SchemaError for the first claim of the rule that cannot be."""
    slots: dict[str, list[Slot | Words]] = {}
    for slot in captured:
        slots.setdefault(slot.name, []).append(slot)
    slots.pop("", None)
    for spec in item.rule.claims:
        if spec.type not in ontology.relations:
            raise item.fail("claims", f"unknown relationship type {spec.type!r}", suggest(spec.type, ontology.relations))
        _check_ends(item, spec, ontology, slots)
        _check_properties(item, spec, ontology, slots)
    _check_unused(item, slots)


def _check_ends(item: LocatedRule, spec: ClaimSpec, ontology: Ontology, slots: dict[str, list[Slot | Words]]) -> None:
    relation = ontology.relations[spec.type]
    for end, allowed in (("subject", relation.subject), ("object", relation.object)):
        value = getattr(spec, end)
        if value is None:
            if end == "object" and tuple(allowed) != ("Article",):
                raise item.fail("claims", f"{spec.type} needs an object", f"one of {', '.join(allowed)}")
            continue
        for name in value.split("|"):
            _check_end(item, f"{spec.type} {end}", name.strip(), allowed, slots)


def _check_end(item: LocatedRule, what: str, name: str, allowed: tuple[str, ...], slots: dict[str, list[Slot | Words]]) -> None:
    if name in CONTEXT_ENDS or (item.rule.grammar and name in GRAMMAR_ENDS):
        return
    if name not in slots:
        known = [*slots, *CONTEXT_ENDS, *(GRAMMAR_ENDS if item.rule.grammar else ())]
        raise item.fail("claims", f"{what}: no slot named {name!r} in the pattern", suggest(name, known))
    labels = {label for slot in slots[name] for label in _labels(slot)}
    if "Post" in labels and what.startswith("HOLDS_POSITION"):
        return
    if not labels & set(allowed) and not ("Place" in labels and "Organization" in allowed):
        hint = f"{what} may be {', '.join(allowed)}; the slot is {', '.join(sorted(labels))}"
        raise item.fail("claims", f"{what}: slot {name!r} has a label that cannot stand there", hint)


def _labels(slot: Slot | Words) -> Iterable[str]:
    return WORD_LABELS if isinstance(slot, Words) else [test.label for test in slot.tests]


def _check_properties(item: LocatedRule, spec: ClaimSpec, ontology: Ontology, slots: dict[str, list[Slot | Words]]) -> None:
    carried = ontology.relations[spec.type].properties
    for key, value in spec.properties.items():
        if key not in carried:
            raise item.fail("claims", f"{spec.type} has no property {key!r}", suggest(key, carried))
        _check_value(item, key, ontology.properties[key], value, slots)


def _check_value(item: LocatedRule, key: str, declared: Property, value: str, slots: dict[str, list[Slot | Words]]) -> None:
    if value.startswith("=") or value in declared.values:
        return
    if value not in slots:
        known = [*slots, *declared.values]
        hint = suggest(value, known) + "; a fixed text is written '=text'"
        raise item.fail("claims", f"property {key}: no slot named {value!r} in the pattern", hint)
    wanted = _PROPERTY_TYPES[declared.type]
    if wanted and not any(label in wanted for slot in slots[value] for label in _labels(slot)):
        message = f"property {key} is a {declared.type}, the slot {value!r} is none"
        raise item.fail("claims", message, f"use a slot {{{value}:{wanted[0]}}}")


def _check_unused(item: LocatedRule, slots: dict[str, list[Slot | Words]]) -> None:
    used = {name.strip() for spec in item.rule.claims for end in (spec.subject, spec.object or "") for name in end.split("|")}
    used |= {value for spec in item.rule.claims for value in spec.properties.values()}
    for name in slots:
        if name not in used:
            raise item.fail("pattern", f"the slot {name!r} is claimed nowhere", "leave its name out ({Label}) or claim it")
