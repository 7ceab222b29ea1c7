"""YAML files with the lines of their entries, so that an error can say where it lies. Every scalar is read as a string."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from kgnews.errors import SchemaError

Model = TypeVar("Model", bound=BaseModel)
Location = Sequence[str | int]
# Strings only: an analyst's 2020-01-01, no and 007 stay what was written.
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_NULL = frozenset({"", "~", "null"})


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """One YAML file: its plain value and the node tree that knows the lines."""

    path: Path
    value: Any
    node: yaml.Node | None

    def line(self, location: Location) -> int:
        """The line (from 1) of the entry at ``location``, or of the nearest one around it."""
        node = self.node
        for key in location:
            found = _child(node, key)
            if found is None:
                break
            node = found
        return node.start_mark.line + 1 if node is not None else 1

    def fail(self, location: Location, message: str, hint: str = "") -> NoReturn:
        """Raise a SchemaError that begins with file and line."""
        raise SchemaError(f"{self.path}:{self.line(location)}: {message}", hint)


def read_source(path: Path) -> Source:
    """Read a YAML file. A syntax error and a doubled key are SchemaErrors with their line."""
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=_Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{path}:{mark.line + 1}" if mark else str(path)
        problem = getattr(error, "problem", error)
        raise SchemaError(f"{where}: not YAML: {problem}", "check indentation, quotes and colons") from None
    except (OSError, UnicodeDecodeError) as error:
        raise SchemaError(f"{path}: cannot be read: {error}") from None
    return Source(path, _value(path, node), node)


def _value(path: Path, node: yaml.Node | None) -> Any:
    if isinstance(node, yaml.MappingNode):
        result: dict[str, Any] = {}
        for key, value in node.value:
            if key.value in result:
                raise SchemaError(f"{path}:{key.start_mark.line + 1}: the key {key.value!r} stands twice", "keep one of them")
            result[key.value] = _value(path, value)
        return result
    if isinstance(node, yaml.SequenceNode):
        return [_value(path, item) for item in node.value]
    if isinstance(node, yaml.ScalarNode):
        return None if not node.style and node.value in _NULL else node.value
    return None


def _child(node: yaml.Node | None, key: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for name, value in node.value if name.value == key), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        item: yaml.Node = node.value[key]
        return item
    return None


def build(model: type[Model], source: Source, location: Location, value: Any, what: str) -> Model:
    """The model of one entry; what pydantic refuses becomes a SchemaError with file, line, entry and likely cause."""
    try:
        return model.model_validate(value)
    except ValidationError as error:
        # A misspelt key is the cause of the key that is then missing.
        first = min(error.errors(), key=lambda item: item["type"] != "extra_forbidden")
        place = [part for part in first["loc"] if isinstance(part, str | int)]
        source.fail([*location, *place], f"{what}: {_said(first, place)}", _likely(model, first, place))


def _said(error: Any, place: Sequence[str | int]) -> str:
    name = ".".join(str(part) for part in place) or "entry"
    if error["type"] == "extra_forbidden":
        return f"unknown key {place[-1]!r}"
    if error["type"] == "missing":
        return f"the key {name!r} is missing"
    return f"{name}: {str(error['msg']).removeprefix('Value error, ')}"


def _likely(model: type[BaseModel], error: Any, place: Sequence[str | int]) -> str:
    if error["type"] == "extra_forbidden" and len(place) == 1:
        return suggest(str(place[-1]), model.model_fields)
    return ""


def suggest(name: str, known: Iterable[str]) -> str:
    """A hint for an unknown name: the nearest known ones, or all of them."""
    names = sorted(known)
    # Two Chinese characters with one in common are near, though they are below any cutoff of difflib.
    near = get_close_matches(name, names, n=3, cutoff=0.6) or [n for n in names if set(name) & set(n) and len(n) < 4][:3]
    return f"did you mean {' or '.join(near)}?" if near else f"known: {', '.join(names[:40])}"
