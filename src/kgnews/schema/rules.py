"""Rules as data: the models of ``schema/rules/*.yml`` and their loader. What a pattern means is known by ``kgnews.rules``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, field_validator, model_validator

from kgnews.errors import SchemaError
from kgnews.schema.confidence import Confidence, load_confidence
from kgnews.schema.source import Source, build, read_source, suggest


def _listed(value: Any) -> Any:
    return value if isinstance(value, list | tuple) else [value]


def _texts(value: Any) -> Any:
    return [{"text": item} if isinstance(item, str) else item for item in _listed(value)]


Patterns = Annotated[tuple[str, ...], BeforeValidator(_listed)]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ClaimSpec(_Frozen):
    """What a match claims. Ends name slots (``a|b``: the first that is filled) or a context: @event @topic @house @article.

    ``pairs``: "all" for every pair of one list (or of subject and object), "respective" to join lists item by item.
    ``leaves``: a tag; what has it is no object.
    """

    type: str
    subject: str
    object: str | None = None
    properties: Mapping[str, str] = Field(default_factory=dict)
    pairs: Literal["all", "respective"] = "all"
    leaves: str = ""


class Text(_Frozen):
    """A text for the pipeline: what an article has."""

    text: str = ""
    title: str = ""
    date: str | None = None
    home: str | None = None


class Example(Text):
    """A text and the facts that the rule claims of it: [subject, TYPE, object, {properties}], no others but with ``more``."""

    facts: tuple[tuple[Any, ...], ...] = Field(min_length=1)
    more: bool = False

    @field_validator("facts")
    @classmethod
    def _shape(cls, facts: tuple[tuple[Any, ...], ...]) -> tuple[tuple[Any, ...], ...]:
        for fact in facts:
            if not 2 <= len(fact) <= 4 or (len(fact) == 4 and not isinstance(fact[3], dict)):
                raise ValueError("a fact is [subject, TYPE, object] or [subject, TYPE, object, {property: value}]")
        return facts


class Rule(_Frozen):
    """One rule. It has a pattern (or several), or the id of a grammar of annotate whose matches it turns into claims."""

    id: str
    note: str = ""
    claims: Annotated[tuple[ClaimSpec, ...], BeforeValidator(_listed)]
    pattern: Patterns = ()
    grammar: str | None = None
    scope: Literal["sentence", "text", "title", "next", "clause"] = "sentence"
    not_before: Patterns = ()
    not_after: Patterns = ()
    unless: Patterns = ()
    unless_sentence: Patterns = ()
    overrides: Patterns = ()
    doubtful: bool = False
    examples: tuple[Example, ...]
    refuses: Annotated[tuple[Text, ...], BeforeValidator(_texts)]

    @model_validator(mode="after")
    def _whole(self) -> Rule:
        if bool(self.pattern) == bool(self.grammar):
            raise ValueError("a rule has either a pattern or a grammar")
        if not self.examples or not self.refuses:
            raise ValueError("a rule without examples and refuses does not load")
        return self


class Defaults(_Frozen):
    """Negative contexts that all rules of a file have besides their own."""

    not_before: Patterns = ()
    not_after: Patterns = ()
    unless: Patterns = ()
    unless_sentence: Patterns = ()


class RuleFile(_Frozen):
    """The keys of a file besides ``rules``, which are read one by one for the sake of good errors."""

    defaults: Defaults = Defaults()
    macros: Mapping[str, str] = Field(default_factory=dict)
    tags: Mapping[str, str] = Field(default_factory=dict)
    remove: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LocatedRule:
    """A rule and where it stands."""

    rule: Rule
    source: Source = field(repr=False)
    location: tuple[str | int, ...]

    def fail(self, key: str, message: str, hint: str = "") -> SchemaError:
        """A SchemaError that names file, line and rule. To be raised by the caller."""
        line = self.source.line([*self.location, key])
        return SchemaError(f"{self.source.path}:{line}: rule {self.rule.id}: {message}", hint)


@dataclass(frozen=True, slots=True)
class Macro:
    """A named piece of pattern and where it stands."""

    pattern: str
    where: str


@dataclass(frozen=True, slots=True)
class RuleSet:
    """All rules by id, in the order they were read, with the macros and tags that they use."""

    rules: Mapping[str, LocatedRule]
    macros: Mapping[str, Macro]
    tags: Mapping[str, str]
    confidence: Confidence = field(default_factory=Confidence)

    def __iter__(self) -> Iterator[LocatedRule]:
        return iter(self.rules.values())

    def __len__(self) -> int:
        return len(self.rules)


def load_rules(*folders: Path) -> RuleSet:
    """Read ``rules/*.yml`` of each folder, files by name. A later folder replaces rules and macros of the same name."""
    rules: dict[str, LocatedRule] = {}
    macros: dict[str, Macro] = {}
    tags: dict[str, str] = {}
    for folder in folders:
        own: set[str] = set()
        for path in sorted((folder / "rules").glob("*.yml")):
            _read(read_source(path), rules, macros, tags, own)
    for item in rules.values():
        _check_overrides(item, rules)
    return RuleSet(rules, macros, tags, load_confidence(*folders))


def _read(source: Source, rules: dict[str, LocatedRule], macros: dict[str, Macro], tags: dict[str, str], own: set[str]) -> None:
    value, place = source.value or {}, ["rules"]
    if isinstance(value, list):
        value, place = {"rules": value}, []
    if not isinstance(value, dict):
        source.fail([], "a file of rules is a list of rules, or has the key rules", "begin with 'rules:' or with '- id: …'")
    entries = value.pop("rules", None) or []
    if not isinstance(entries, list):
        source.fail(["rules"], "rules is not a list", "each rule begins with '- id: …'")
    head = build(RuleFile, source, [], value, source.path.name)
    macros.update((name, Macro(text, f"{source.path}:{source.line(['macros', name])}")) for name, text in head.macros.items())
    tags.update(head.tags)
    for name in head.remove:
        if rules.pop(name, None) is None:
            source.fail(["remove"], f"there is no rule {name!r} to remove", suggest(name, rules))
    for index, entry in enumerate(entries):
        _add(source, (*place, index), _with_defaults(entry, head.defaults), rules, own)


def _with_defaults(entry: Any, defaults: Defaults) -> Any:
    if not isinstance(entry, dict):
        return entry
    extra = {key: [*_listed(entry.get(key, [])), *values] for key in Defaults.model_fields if (values := getattr(defaults, key))}
    return entry | extra


def _add(source: Source, location: tuple[str | int, ...], entry: Any, rules: dict[str, LocatedRule], own: set[str]) -> None:
    name = entry.get("id", "?") if isinstance(entry, dict) else "?"
    rule = build(Rule, source, location, entry, f"rule {name}")
    if rule.id in own:
        source.fail(location, f"rule {rule.id}: the id stands twice", "give each rule an id of its own")
    own.add(rule.id)
    rules[rule.id] = LocatedRule(rule, source, location)


def _check_overrides(item: LocatedRule, rules: Mapping[str, LocatedRule]) -> None:
    for name in item.rule.overrides:
        if name not in rules:
            raise item.fail("overrides", f"overrides {name!r}, which is no rule", suggest(name, rules))
