"""Gold records: one article a line with its entities and the facts that it asserts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from kgnews.errors import InputError
from kgnews.records import Article


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class GoldEntity(_Frozen):
    """An entity with every surface form that denotes it in the article, the best first."""

    label: str
    names: tuple[str, ...]


class GoldFact(_Frozen):
    """A fact by entity keys; ``value`` stands for the object of HELD_ON and RECEIVES_AWARD. Optional ones do not count."""

    type: str
    subject: str
    object: str | None = None
    value: str = ""
    titles: tuple[str, ...] = ()
    status: str | None = None
    optional: bool = False
    evidence: str = ""


class GoldRecord(_Frozen):
    """An article with its gold facts."""

    id: str
    text: str
    title: str = ""
    date: str | None = None
    home: str | None = None
    source: str | None = None
    entities: Mapping[str, GoldEntity] = Field(default_factory=dict)
    facts: tuple[GoldFact, ...] = ()

    def article(self) -> Article:
        """The article as the pipeline reads it."""
        return Article(self.id, self.text, self.title or "", self.date, self.home, self.source)


def load_gold(path: Path) -> list[GoldRecord]:
    """Read a gold file. InputError names file and line of a record that is none."""
    records: list[GoldRecord] = []
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                records.append(_record(path, number, line))
    return records


def _record(path: Path, number: int, line: str) -> GoldRecord:
    try:
        data = json.loads(line)
        if isinstance(data, dict) and data.get("title", "") is None:
            data["title"] = ""
        return GoldRecord.model_validate(data)
    except (ValueError, ValidationError) as error:
        first = str(error).splitlines()[0]
        raise InputError(f"{path}:{number}: no gold record: {first}", "one JSON object a line, see docs/rules.md") from None
