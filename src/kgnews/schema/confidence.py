"""Measured precision of each rule, as written by ``kgnews eval GOLD --write-confidence`` into ``schema/confidence.yml``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from kgnews.schema.source import build, read_source


class Measured(BaseModel):
    """How often a rule (or all rules of a type) was right on development data; ``low`` to ``high`` is the 90 % interval.

    ``value`` is the estimate that claims carry: rules that fired seldom lean on their type, types on the whole.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    right: int
    wrong: int
    value: float
    low: float
    high: float


class Confidence(BaseModel):
    """Measured precision by rule, by type, and over all; ``doubtful`` is that of all doubtful claims together."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    measured_on: str = ""
    all: Measured = Measured(right=0, wrong=0, value=0.9, low=0.5, high=1.0)
    doubtful: Measured = Measured(right=0, wrong=0, value=0.5, low=0.0, high=1.0)
    types: Mapping[str, Measured] = Field(default_factory=dict)
    rules: Mapping[str, Measured] = Field(default_factory=dict)

    def of(self, rule: str, type: str) -> float:
        """The confidence of a claim of that type by that rule."""
        measured = self.rules.get(rule) or self.types.get(type) or self.all
        return measured.value


def load_confidence(*folders: Path) -> Confidence:
    """The last folder's ``confidence.yml``; with none, everything has the same prior."""
    for folder in reversed(folders):
        path = folder / "confidence.yml"
        if path.is_file():
            source = read_source(path)
            return build(Confidence, source, [], source.value or {}, path.name)
    return Confidence()
