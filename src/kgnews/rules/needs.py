"""What a sentence must contain for a pattern to match: words, one of each group, and labels, one of each group."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kgnews.rules.regex import literals
from kgnews.rules.syntax import Choice, Literal, Node, Sequence, Slot, Words

MAX_WORDS = 150
_SENTENCE_END = re.compile("[。！？\n]")


@dataclass(frozen=True, slots=True)
class Needs:
    """``words``: groups of which one member each must stand in the sentence, best group first. ``labels`` alike."""

    words: tuple[frozenset[str], ...] = ()
    labels: tuple[frozenset[str], ...] = ()


def needs(node: Node) -> Needs:
    """The needs of a pattern."""
    match node:
        case Literal():
            # Words are looked for sentence by sentence, so those that reach over a full stop are looked for in parts.
            return Needs(tuple(frozenset({part}) for part in _SENTENCE_END.split(node.text) if part))
        case Slot():
            return Needs((), (frozenset(test.label for test in node.tests),))
        case Words():
            return needs(node.item)
        case Sequence():
            parts = [_fixed(item) or needs(item) for item in node.items]
            words = {group for part in parts for group in part.words}
            return Needs(tuple(sorted(words, key=_rank)), tuple(dict.fromkeys(group for part in parts for group in part.labels)))
        case Choice():
            return _fixed(node) or _either([needs(option) for option in node.options])
        case _:
            return Needs()


def _fixed(node: Node) -> Needs | None:
    """A node that is only words, as one group."""
    if isinstance(node, Literal | Slot | Words):
        return None
    texts = literals(node)
    plain = texts and all(texts) and not any(_SENTENCE_END.search(text) for text in texts)
    return Needs((frozenset(texts or ()),)) if plain and len(texts or ()) <= MAX_WORDS else None


def _either(options: list[Needs]) -> Needs:
    words: frozenset[str] = frozenset()
    if all(option.words for option in options):
        words = frozenset().union(*(option.words[0] for option in options))
    labels: frozenset[str] = frozenset()
    if all(option.labels for option in options):
        labels = frozenset().union(*(option.labels[0] for option in options))
    return Needs((words,) if 0 < len(words) <= MAX_WORDS else (), (labels,) if labels else ())


def _rank(group: frozenset[str]) -> tuple[int, int, str]:
    """Long words first, then few of them."""
    return (-min(map(len, group)), len(group), min(group))
