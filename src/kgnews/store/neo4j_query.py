"""Running Cypher for a person: read only unless it is said otherwise, with parameters, and with saved queries by name."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kgnews import paths
from kgnews.errors import KgnewsError, Neo4jError
from kgnews.store.neo4j_connect import Connection

_PARAMETER = re.compile(r"// \$(\w+) = (.+?)(?:  +(.*))?$")
_NAME = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A query with a name. ``defaults`` are its parameters; ``folder`` is where it stands among the favourites."""

    name: str
    folder: str
    title: str
    text: str
    defaults: Mapping[str, Any] = field(default_factory=dict)

    def filled(self, parameters: Mapping[str, Any]) -> str:
        """The query with literals for its parameters: for people to paste, with the values where they can change them."""
        values = {**self.defaults, **parameters}
        return re.sub(r"\$(\w+)", lambda found: literal(values[found[1]]) if found[1] in values else found[0], self.text)


@dataclass(frozen=True, slots=True)
class Answer:
    """Columns and rows as the driver gives them, and what the query changed by the server's counters."""

    columns: Sequence[str]
    rows: Sequence[Sequence[Any]]
    changed: Mapping[str, int]


def run_query(connection: Connection, text: str, parameters: Mapping[str, Any], write: bool = False) -> Answer:
    """Run one statement. Without ``write`` the server refuses every change (``Neo4jError``)."""
    with connection.session(write=write) as session:
        result = session.run(text, dict(parameters))
        rows = result.values()
        summary = result.consume()
    counters = vars(summary.counters)
    changed = {key: value for key, value in counters.items() if type(value) is int and value}
    if changed and not write:
        raise Neo4jError("the query changed the database although it was only to read", "report this with the server's version")
    return Answer(result.keys(), rows, changed)


def saved_queries(folder: Path | None = None) -> dict[str, SavedQuery]:
    """The shipped queries and those of ``folder``, by name, in the order of their files."""
    found: dict[str, SavedQuery] = {}
    for root in (paths.schema_dir() / "neo4j" / "queries", *([folder] if folder else [])):
        for path in sorted(root.rglob("*.cypher")):
            query = read_query(path, root)
            found[query.name] = query
    return found


def read_query(path: Path, root: Path) -> SavedQuery:
    """``// title``, then a line ``// $name = default`` a parameter, then the query."""
    lines = path.read_text(encoding="utf-8").splitlines()
    if not lines or not lines[0].startswith("// "):
        raise KgnewsError(f"{path}: a saved query begins with `// title`")
    defaults: dict[str, Any] = {}
    body: list[str] = []
    for line in lines[1:]:
        found = _PARAMETER.match(line)
        if found:
            defaults[found[1]] = parse_value(found[2])
        else:
            body.append(line)
    name = re.sub(r"^\d+-", "", path.stem)
    return SavedQuery(name, path.parent.relative_to(root).as_posix(), lines[0][3:].strip(), "\n".join(body).strip(), defaults)


def find_query(text: str, folder: Path | None = None) -> SavedQuery | None:
    """The saved query that ``text`` names, None where it is Cypher itself; ``KgnewsError`` for a name that is none."""
    if not _NAME.fullmatch(text):
        return None
    queries = saved_queries(folder)
    if text not in queries:
        raise KgnewsError(f"no saved query {text!r}", f"there are: {', '.join(queries)}")
    return queries[text]


def parse_parameters(pairs: Iterable[str]) -> dict[str, Any]:
    """``name=value`` as a parameter: a number, true, false, null, list or map as JSON writes it, else a string."""
    parameters: dict[str, Any] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name.strip().isidentifier():
            raise KgnewsError(f"-p {pair}: a parameter is written name=value")
        parameters[name.strip()] = parse_value(value)
    return parameters


def parse_value(text: str) -> Any:
    """JSON where it is JSON, the text itself where it is not; integers beyond 64 bits stay text."""
    try:
        value = json.loads(text)
    except ValueError:
        return text
    return text if type(value) is int and not -(2**63) <= value < 2**63 else value


def literal(value: Any) -> str:
    """A Cypher literal; a string cannot leave its quotes."""
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n").replace("\r", "\\r")
        # Cypher reads \uXXXX before anything else, so a backslash of the text must not begin one
        return f"'{escaped}'"
    if isinstance(value, list):
        return f"[{', '.join(map(literal, value))}]"
    return json.dumps(value)
