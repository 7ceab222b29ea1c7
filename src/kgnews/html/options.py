"""What a page shows and in whose words: options of one page, and the guide that it takes from ontology and rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

HIDDEN_RELATIONS = frozenset({"MENTIONED_IN"})
HIDDEN_LABELS = frozenset({"Article"})
DRAWN = 3000


@dataclass(frozen=True, slots=True)
class Options:
    """One page. Ids are node ids; dates are ISO, as precise as wished (2020, 2020-11).

    ``focus`` cuts the graph to ``hops`` links around one node and opens there; ``path`` opens the links between two nodes.
    ``types`` keeps only these labels and relationship types (empty: all). ``top`` is the number of nodes in the picture,
    the others are found by search. ``quotes`` off leaves the quoted sentences out of the file; ``pages`` says that each
    entity has a page of its own beside it.
    """

    title: str = ""
    lang: str = "zh"
    focus: str | None = None
    hops: int = 1
    path: tuple[str, str] | None = None
    top: int = DRAWN
    since: str | None = None
    until: str | None = None
    types: frozenset[str] = frozenset()
    min_confidence: float = 0.0
    quotes: bool = True
    pages: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """A label, relationship type or property in the words of the two interface languages. ``off``: not shown at first."""

    zh: str
    en: str
    symmetric: bool = False
    off: bool = False


@dataclass(frozen=True, slots=True)
class Guide:
    """Names for people and the rules' Chinese patterns. What is not named here is shown by its own id."""

    labels: Mapping[str, Word] = field(default_factory=dict)
    relations: Mapping[str, Word] = field(default_factory=dict)
    rules: Mapping[str, str] = field(default_factory=dict)

    def label(self, name: str) -> Word:
        """The words for a node label."""
        return self.labels.get(name) or Word(name, name, off=name in HIDDEN_LABELS)

    def relation(self, name: str) -> Word:
        """The words for a relationship type."""
        return self.relations.get(name) or Word(name, name)


def guide_from_ontology(ontology: Mapping[str, Any], rules: Mapping[str, str] | None = None) -> Guide:
    """The guide from the ontology as read from YAML (``labels``, ``relations`` with ``zh``, ``en``, ``symmetric``, ``default``).

    A label or type with ``default: off`` or ``hidden: true`` starts switched off; articles always do.
    """

    def words(section: str) -> dict[str, Word]:
        entries: Mapping[str, Mapping[str, Any]] = ontology.get(section) or {}
        return {
            name: Word(
                str(entry.get("zh") or name),
                str(entry.get("en") or name),
                bool(entry.get("symmetric")),
                name in HIDDEN_LABELS or entry.get("default") in ("off", False) or bool(entry.get("hidden")),
            )
            for name, entry in entries.items()
        }

    return Guide(words("labels"), words("relations"), dict(rules or {}))
