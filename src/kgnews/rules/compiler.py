"""Compiles rules: checks every name in them, finds what each needs, and builds the one matcher that picks candidates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ahocorasick_rs import AhoCorasick

from kgnews.rules.alphabet import Alphabet
from kgnews.rules.checks import check_claims
from kgnews.rules.needs import Needs, needs
from kgnews.rules.parser import PatternError, Vocabulary, parse
from kgnews.rules.regex import Emitter
from kgnews.rules.syntax import Node, Slot, Words, slots
from kgnews.schema import ClaimSpec, Confidence, LocatedRule, Ontology, Rule, RuleSet
from kgnews.schema.ontology import MENTION_LABELS

_CONTEXTS = ("not_before", "not_after", "unless", "unless_sentence")


@dataclass(eq=False)
class Pattern:
    """One pattern of a rule. Its expression is built when a sentence first needs it."""

    tree: Node
    alphabet: Alphabet
    within_clause: bool = False
    wide: bool = False
    groups: list[Slot | Words] = field(default_factory=list)

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The expression over reduced sentences; group n + 1 captures ``groups[n]``."""
        emitter = Emitter(self.alphabet, self.within_clause, self.wide)
        expression = re.compile(emitter.emit(self.tree))
        self.groups = emitter.groups
        return expression

    @cached_property
    def needs(self) -> Needs:
        """What a sentence must contain."""
        return needs(self.tree)


@dataclass(eq=False)
class CompiledRule:
    """A rule ready to run. ``contexts`` are its negative contexts by key."""

    rule: Rule
    patterns: tuple[Pattern, ...]
    contexts: Mapping[str, tuple[Pattern, ...]]
    confidence: Mapping[str, float]
    ends: Mapping[str, tuple[frozenset[str], frozenset[str]]]
    carries: Mapping[str, frozenset[str]]
    slots: frozenset[str]
    order: int


@dataclass(eq=False)
class CompiledRules:
    """All rules, and one Aho-Corasick automaton over the words that they need.

    ``within`` finds the candidates for one sentence, ``across`` those that read two sentences together.
    """

    rule_set: RuleSet
    rules: tuple[CompiledRule, ...]
    grammars: Mapping[str, tuple[CompiledRule, ...]]
    alphabet: Alphabet
    ontology: Ontology
    automaton: AhoCorasick | None
    within: Index
    across: Index

    def __getitem__(self, name: str) -> CompiledRule:
        return next(rule for rule in self.rules if rule.rule.id == name)


@dataclass(frozen=True, eq=False, slots=True)
class Candidate:
    """A pattern of a rule with its needs: ids of words, one of ``first`` and of each group of ``words``; bits of labels."""

    rule: CompiledRule
    pattern: Pattern
    first: frozenset[int]
    words: tuple[frozenset[int], ...]
    labels: tuple[int, ...]
    order: int


@dataclass(frozen=True, slots=True)
class Index:
    """``postings[n]``: the candidates that word ``n`` suggests; ``always``: those that need no word; ``all`` of them."""

    postings: Mapping[int, tuple[Candidate, ...]]
    always: tuple[Candidate, ...]
    all: tuple[Candidate, ...]
    _by_labels: dict[int, Index] = field(default_factory=dict)

    def having(self, labels: int) -> Index:
        """The candidates whose labels a sentence with these labels (bits) has. Few sets of labels occur, so each is kept."""
        found = self._by_labels.get(labels)
        if found is None:
            fitting = [item for item in self.all if all(labels & need for need in item.labels)]
            found = self._by_labels[labels] = _index(fitting)
        return found


def compile_rules(rules: RuleSet, ontology: Ontology) -> CompiledRules:
    """Compile a rule set. Anything unknown or dangling is a SchemaError with file, line, rule and likely cause."""
    labels = frozenset({*ontology.labels, *MENTION_LABELS} - {"Article"})
    macros = {name: macro.pattern for name, macro in rules.macros.items()}
    vocabulary = Vocabulary(labels, frozenset(rules.tags), macros)
    parsed = [(item, _trees(item, vocabulary)) for item in rules]
    alphabet = Alphabet.of(labels, vocabulary.tests.values())
    compiled = [_compile(item, trees, alphabet, ontology, rules.confidence, n) for n, (item, trees) in enumerate(parsed)]
    automaton, candidates = _candidates(compiled, alphabet)
    within = _index([item for item in candidates if item.rule.rule.scope != "next"])
    across = _index([item for item in candidates if item.rule.rule.scope == "next"])
    grammars: dict[str, tuple[CompiledRule, ...]] = {}
    for rule in compiled:
        if rule.rule.grammar:
            grammars[rule.rule.grammar] = (*grammars.get(rule.rule.grammar, ()), rule)
    return CompiledRules(rules, tuple(compiled), grammars, alphabet, ontology, automaton, within, across)


_Trees = Mapping[str, tuple[Node, ...]]


def _trees(item: LocatedRule, vocabulary: Vocabulary) -> _Trees:
    return {key: tuple(_tree(item, key, text, vocabulary) for text in getattr(item.rule, key)) for key in ("pattern", *_CONTEXTS)}


def _tree(item: LocatedRule, key: str, text: str, vocabulary: Vocabulary) -> Node:
    try:
        return parse(text, vocabulary)
    except PatternError as error:
        marked = f"{text[: error.position]}▲{text[error.position :]}"
        raise item.fail(key, f"{error.message}, at ▲ in “{marked}”", error.hint) from None


def _compile(
    item: LocatedRule, trees: _Trees, alphabet: Alphabet, ontology: Ontology, confidence: Confidence, order: int
) -> CompiledRule:
    rule = item.rule
    patterns = tuple(Pattern(tree, alphabet, rule.scope == "clause") for tree in trees["pattern"])
    captured = [slot for tree in trees["pattern"] for slot in slots(tree)]
    check_claims(item, ontology, captured)
    types = {spec.type: ontology.relations[spec.type] for spec in rule.claims}
    return CompiledRule(
        rule=rule,
        patterns=patterns,
        contexts={key: tuple(Pattern(tree, alphabet, wide=True) for tree in trees[key]) for key in _CONTEXTS},
        confidence={name: confidence.of(rule.id, name) for name in types},
        ends={name: (frozenset(relation.subject), frozenset(relation.object)) for name, relation in types.items()},
        carries={name: frozenset(relation.properties) for name, relation in types.items()},
        slots=frozenset(slot.name for slot in captured),
        order=order,
    )


def _candidates(compiled: list[CompiledRule], alphabet: Alphabet) -> tuple[AhoCorasick | None, list[Candidate]]:
    """Every pattern with its needs as numbers, and the automaton that finds the numbers of words."""
    pairs = [(rule, pattern) for rule in compiled for pattern in rule.patterns]
    words = sorted({word for _, pattern in pairs for group in pattern.needs.words for word in group})
    ids = {word: number for number, word in enumerate(words)}
    found = []
    for order, (rule, pattern) in enumerate(pairs):
        groups = [frozenset(ids[word] for word in group) for group in pattern.needs.words]
        labels = tuple(alphabet.bits(group) for group in pattern.needs.labels)
        found.append(Candidate(rule, pattern, groups[0] if groups else frozenset(), tuple(groups[1:]), labels, order))
    return (AhoCorasick(words) if words else None), found


def _index(candidates: list[Candidate]) -> Index:
    postings: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        for number in candidate.first:
            postings.setdefault(number, []).append(candidate)
    always = tuple(item for item in candidates if not item.first)
    return Index({word: tuple(items) for word, items in postings.items()}, always, tuple(candidates))


__all__ = ["Candidate", "ClaimSpec", "CompiledRule", "CompiledRules", "Pattern", "compile_rules"]
