"""The shipped rules: their examples and refusals, their load time, and that no pattern of theirs can hang."""

from __future__ import annotations

import random
import subprocess
import sys
from collections import defaultdict
from functools import cache
from time import process_time

import pytest

from kgnews.pipeline import annotate_article, load_knowledge
from kgnews.rules import CompiledRules, all_claims
from kgnews.rules.compiler import Pattern
from kgnews.rules.explain import flat
from kgnews.rules.reduce import MAX_LENGTH
from kgnews.rules.syntax import Anchor, Chars, Choice, Gap, Literal, Maybe, Node, Number, Refusal, Sequence, Slot, Words
from kgnews.rules.trial import Trial, trials

KNOWLEDGE = load_knowledge()
# Seconds of processor time for one search in a text of the greatest length. Real sentences take microseconds.
LONGEST = 1.0


@cache
def results() -> dict[str, list[Trial]]:
    """All trials by rule, run once."""
    found: dict[str, list[Trial]] = defaultdict(list)
    rules = KNOWLEDGE.rules
    for trial in trials(rules.rule_set, KNOWLEDGE.ontology, lambda item: all_claims(annotate_article(item, KNOWLEDGE), rules)):
        found[trial.rule].append(trial)
    return found


@pytest.mark.parametrize("name", list(KNOWLEDGE.rules.rule_set.rules))
def test_examples_and_refusals(name: str) -> None:
    failed = [f"{item.where} {item.kind} {item.text}: {'; '.join(item.problems)}" for item in results()[name] if not item.passed]
    assert results()[name]
    assert not failed, "\n".join(failed)


def test_loading_and_compiling_is_quick() -> None:
    code = (
        "from kgnews import paths\nfrom kgnews.schema import load_ontology, load_rules\nfrom kgnews.rules import compile_rules\n"
        "from time import process_time\nt = process_time()\nd = paths.schema_dir()\n"
        "rules = compile_rules(load_rules(d), load_ontology(d))\nprint((process_time() - t) / max(150, len(rules.rules)) * 150)"
    )
    seconds = [float(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout) for _ in range(3)]
    assert min(seconds) < 0.25


def sample(node: Node, compiled: CompiledRules, chance: random.Random) -> str:
    """A text that the node matches, its gaps filled to their limit."""
    match node:
        case Literal():
            return node.text
        case Chars():
            return "甲" if node.negated else node.chars[0]
        case Number():
            return "三十"
        case Gap():
            return "在" * node.limit
        case Slot():
            symbol = compiled.alphabet.chars([chance.choice(node.tests)])[0]
            return "、".join([symbol] * (chance.randint(2, 30) if node.many else 1))
        case Words():
            return sample(node.item, compiled, chance)
        case Sequence():
            return "".join(sample(item, compiled, chance) for item in node.items)
        case Choice():
            return sample(chance.choice(node.options), compiled, chance)
        case Maybe():
            return sample(node.item, compiled, chance) if chance.random() < 0.5 else ""
        case Refusal() | Anchor():
            return ""


def near_misses(pattern: Pattern, compiled: CompiledRules, chance: random.Random) -> list[str]:
    """Long texts that begin to match everywhere: prefixes of the pattern over and over, the steps of it in any order."""
    steps = flat(pattern.tree)
    found = []
    for count in {len(steps) - 1, max(1, len(steps) // 2)}:
        whole = Sequence("", tuple(steps[:count]))
        piece = "".join(sample(whole, compiled, chance) for _ in range(4)) or "甲"
        found.append((piece * MAX_LENGTH)[:MAX_LENGTH])
    shuffled = [step for _ in range(60) for step in chance.sample(steps[:-1] or steps, len(steps[:-1]) or 1)]
    found.append("".join(sample(step, compiled, chance) for step in shuffled)[:MAX_LENGTH] or "甲")
    return found


@pytest.mark.parametrize("name", [rule.rule.id for rule in KNOWLEDGE.rules.rules if rule.patterns])
def test_no_pattern_hangs(name: str) -> None:
    compiled, chance = KNOWLEDGE.rules, random.Random(7)
    rule = compiled[name]
    for pattern in (*rule.patterns, *(pattern for group in rule.contexts.values() for pattern in group)):
        for text in near_misses(pattern, compiled, chance):
            start = process_time()
            for hit in (pattern.regex.search(text, at) for at in range(0, 3)):
                assert hit is None or hit.end() <= len(text)
            assert process_time() - start < 3 * LONGEST, f"{pattern.tree.source} on {text[:80]}…"
