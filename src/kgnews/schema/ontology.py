"""The ontology as data: labels, relationship types with their ends and properties, names for people, mappings.

``schema/ontology.yml`` declares it; a user's folder adds entries or replaces those of the same name.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from kgnews.errors import SchemaError
from kgnews.schema.source import Source, build, read_source, suggest

# What only annotation knows: mentions that rules may step over or take values from, but no nodes of the graph.
MENTION_LABELS = ("Date", "Post", "Value")


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Named(_Frozen):
    """What people see: the Chinese and the English name."""

    zh: str
    en: str


class Label(Named):
    """A kind of entity, with its FollowTheMoney schema, schema.org class and Wikidata item."""

    ftm: str | None = None
    schema_org: str | None = Field(None, alias="schema")
    wikidata: str | None = None


class Property(Named):
    """A property of a relation. ``values`` are the allowed ones of a choice."""

    type: Literal["string", "strings", "date", "integer", "choice"]
    values: Mapping[str, Named] = Field(default_factory=dict)


class Relation(Named):
    """A relationship type: which labels its ends may have, which properties it carries, its mappings.

    ``hidden``: views show it only on request (what is told of discipline and courts, where a notice has to stand beside it).
    """

    subject: tuple[str, ...]
    object: tuple[str, ...]
    properties: tuple[str, ...] = ()
    symmetric: bool = False
    hidden: bool = False
    ftm: str | None = None
    schema_org: str | None = Field(None, alias="schema")
    wikidata: str | None = None


class Ontology(_Frozen):
    """All labels, properties and relations by name."""

    labels: Mapping[str, Label]
    properties: Mapping[str, Property]
    relations: Mapping[str, Relation]

    def relation(self, name: str) -> Relation:
        """The relation of that name; SchemaError with near names if there is none."""
        try:
            return self.relations[name]
        except KeyError:
            raise SchemaError(f"no relationship type {name!r}", suggest(name, self.relations)) from None


_SECTIONS: Mapping[str, type[Named]] = {"labels": Label, "properties": Property, "relations": Relation}


def load_ontology(*folders: Path) -> Ontology:
    """Read ``ontology.yml`` of each folder that has one, later folders over earlier ones."""
    entries: dict[str, dict[str, Any]] = {section: {} for section in _SECTIONS}
    origins: dict[tuple[str, str], Source] = {}
    for folder in folders:
        path = folder / "ontology.yml"
        if path.is_file():
            _read(read_source(path), entries, origins)
    if not entries["labels"]:
        raise SchemaError(f"no ontology.yml in {', '.join(map(str, folders)) or 'no folder'}", "give the schema folder")
    ontology = Ontology(**entries)
    for name, relation in ontology.relations.items():
        _check(ontology, name, relation, origins["relations", name])
    return ontology


def _read(source: Source, entries: dict[str, dict[str, Any]], origins: dict[tuple[str, str], Source]) -> None:
    if not isinstance(source.value, dict):
        source.fail([], "an ontology has the sections labels, properties, relations")
    for section, content in source.value.items():
        if section not in _SECTIONS:
            source.fail([section], f"unknown section {section!r}", suggest(section, _SECTIONS))
        if content is not None and not isinstance(content, dict):
            source.fail([section], f"{section} is not a list of names with their entries", "write 'Name: {zh: …, en: …}'")
        for name, value in (content or {}).items():
            entries[section][name] = build(_SECTIONS[section], source, [section, name], value, name)
            origins[section, name] = source


def _check(ontology: Ontology, name: str, relation: Relation, source: Source) -> None:
    place = ["relations", name]
    if name in ontology.labels or not name.isupper():
        source.fail(place, f"{name}: a relationship type is written UPPER_SNAKE", f"rename it to {name.upper()}")
    for end in ("subject", "object"):
        for label in getattr(relation, end):
            if label not in ontology.labels and label not in MENTION_LABELS:
                source.fail([*place, end], f"{name}: unknown label {label!r} at its {end}", suggest(label, ontology.labels))
    for key in relation.properties:
        if key not in ontology.properties:
            source.fail([*place, "properties"], f"{name}: unknown property {key!r}", suggest(key, ontology.properties))
