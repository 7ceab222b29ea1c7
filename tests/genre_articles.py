"""Invented articles of many genres with their facts, from the compact form of tests/data/genres_*.txt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kgnews.evaluate.gold import GoldRecord
from kgnews.records import Article

_TYPES = {
    "POS": "HOLDS_POSITION", "ATT": "ATTENDS", "CH": "CHAIRS", "SP": "SPEAKS_AT", "ON": "HELD_ON", "AT": "HELD_AT", "PUB": "PUBLISHES",
    "AW": "RECEIVES_AWARD", "BY": "BYLINE", "VIS": "VISITS", "SIGN": "SIGNS_WITH", "ORG": "ORGANIZES", "COORG": "CO_ORGANIZES",
    "HOSTS": "HOSTS", "SUPPORTS": "SUPPORTS", "MEETS": "MEETS", "FOUNDS": "FOUNDS",
}  # fmt: skip
_LABELS = {"p": "Person", "o": "Organization", "e": "Event", "l": "Place", "w": "Work"}
_OBJECTS = {
    "HOLDS_POSITION": "Organization",
    "HELD_AT": "Place",
    "VISITS": "Place",
    "PUBLISHES": "Work",
    "FOUNDS": "Organization",
}
_VALUES = {"HELD_ON", "RECEIVES_AWARD"}


def records(path: Path) -> Iterator[tuple[GoldRecord, Article]]:
    """Every article of the file with its facts."""
    for block in re.split(r"(?m)^@", path.read_text(encoding="utf-8"))[1:]:
        head, *lines = block.strip().split("\n")
        id, _genre, date, *home = head.split(" ")
        title = next(line[2:] for line in lines if line.startswith("# "))
        text = "\n".join(line[2:] for line in lines if line.startswith("> "))
        entities = dict(_entity(line) for line in lines if re.match(r"[poelw]=", line))
        facts = [fact for line in lines if re.match(r"[A-Z]+\??\s", line) for fact in _facts(line, entities)]
        common: dict[str, Any] = {"id": id, "date": date, "title": title, "text": text}
        gold = GoldRecord.model_validate(common | {"entities": entities, "facts": facts})
        yield gold, Article(**common, home=home[0] if home else None)


def _entity(line: str) -> tuple[str, dict[str, Any]]:
    names = line[2:].split("|")
    return names[0], {"label": _LABELS[line[0]], "names": [name.rstrip(".") for name in names]}


def _facts(line: str, entities: dict[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The facts of one line: every subject with every object."""
    mark, who, *rest = (part.replace("_", " ") for part in line.split(" "))
    kind = _TYPES[mark.rstrip("?")]
    for subject in who.split(","):
        entities.setdefault(subject, {"label": "Person", "names": [subject]})
        found: dict[str, Any] = {"type": kind, "subject": subject, "optional": mark.endswith("?")}
        if kind in _VALUES:
            yield found | {"value": " ".join(rest)}
        elif not rest:
            yield found
        for target in rest[0].split(",") if rest and kind not in _VALUES else ():
            label = "Person" if kind in ("MEETS", "SIGNS_WITH") else _OBJECTS.get(kind, "Event")
            entities.setdefault(target, {"label": label, "names": [target]})
            post = (
                {"titles": rest[1].split("/"), "status": rest[2] if len(rest) > 2 else None} if kind == "HOLDS_POSITION" else {}
            )
            yield found | {"object": target} | post
