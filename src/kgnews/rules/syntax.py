"""The pattern language as a tree. Every node keeps the words it was written with, for explanations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Literal:
    """Words that stand as they are."""

    source: str
    text: str


@dataclass(frozen=True, slots=True)
class Chars:
    """One character of a set (or, negated, one outside it that is no mention and no clause punctuation)."""

    source: str
    chars: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """``#``: a number in digits or Chinese numerals, with 多, 余 or 几."""

    source: str


@dataclass(frozen=True, slots=True)
class Gap:
    """``low`` to ``limit`` symbols. ``wide`` steps over any mention, else over dates and places only; ``far`` crosses commas."""

    source: str
    limit: int
    wide: bool = False
    far: bool = False
    low: int = 0


@dataclass(frozen=True, slots=True)
class Anchor:
    """``^ $`` start and end of a clause, ``^^ $$`` of the sentence."""

    source: str


@dataclass(frozen=True, slots=True)
class Test:
    """A label and what else the mention must be (``#tag``) or must not be (``#!tag``)."""

    label: str
    tags: tuple[tuple[str, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class Slot:
    """A mention, or with ``many`` a list of them. ``name`` is "" where it is only stepped over."""

    source: str
    name: str
    tests: tuple[Test, ...]
    many: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """Captured words: those that ``item`` matches, without surrounding quotes or blanks."""

    source: str
    name: str
    item: Node


@dataclass(frozen=True, slots=True)
class Sequence:
    """One after the other."""

    source: str
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several."""

    source: str
    options: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Maybe:
    """Present or not."""

    source: str
    item: Node


@dataclass(frozen=True, slots=True)
class Refusal:
    """``!(…)`` these words do not follow, ``<!(…)`` do not stand right before."""

    source: str
    item: Node
    before: bool


Node: TypeAlias = Literal | Chars | Number | Gap | Anchor | Slot | Words | Sequence | Choice | Maybe | Refusal


def slots(node: Node) -> list[Slot | Words]:
    """All named captures in the order they are written."""
    match node:
        case Slot():
            return [node]
        case Words():
            return [node, *slots(node.item)]
        case Sequence():
            return [slot for item in node.items for slot in slots(item)]
        case Choice():
            return [slot for option in node.options for slot in slots(option)]
        case Maybe():
            return slots(node.item)
        case _:
            return []
