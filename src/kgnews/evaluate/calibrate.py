"""Confidence from measured precision: each rule's own where it fired often, leaning on its type and on all where seldom."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt

from kgnews.evaluate.score import Figures, Tally
from kgnews.schema import Confidence, Measured

# How many right and wrong claims the broader group counts for in a narrower one's estimate.
WEIGHT = 8.0
# Before anything is measured a claim of a curated rule is taken to be right nine times in ten, as if seen ten times.
PRIOR, PRIOR_WEIGHT = 0.9, 10.0
DOUBTFUL_PRIOR = 0.5
_Z = 1.6449  # 90 % of the normal distribution between -z and z


def wilson(right: int, count: int, z: float = _Z) -> tuple[float, float]:
    """The Wilson interval of a rate (90 % by default); (0, 1) where nothing was counted."""
    if not count:
        return 0.0, 1.0
    rate, square = right / count, z * z
    middle = (rate + square / (2 * count)) / (1 + square / count)
    half = z * sqrt(rate * (1 - rate) / count + square / (4 * count * count)) / (1 + square / count)
    return max(0.0, middle - half), min(1.0, middle + half)


def _measured(figures: Figures, prior: float, weight: float) -> Measured:
    count = figures.found + figures.wrong
    low, high = wilson(figures.found, count)
    value = (figures.found + weight * prior) / (count + weight)
    return Measured(right=figures.found, wrong=figures.wrong, value=round(value, 3), low=round(low, 3), high=round(high, 3))


def _prior(group: Figures, part: Figures, prior: float) -> float:
    """The estimate for a group without one of its parts, so that no claim speaks twice for its own rule."""
    others = Figures(max(0, group.found - part.found), max(0, group.wrong - part.wrong))
    return _measured(others, prior, PRIOR_WEIGHT).value


def measure(tally: Tally, type_of: Mapping[str, str], measured_on: str, doubtful: Figures | None = None) -> Confidence:
    """The confidence of all rules. ``type_of`` names each rule's main type; rules that never fired get their type's value.

    ``doubtful``: the figures of the doubtful claims.
    """
    whole = _measured(tally.whole, PRIOR, PRIOR_WEIGHT)
    seen = {kind: figures for kind, figures in tally.types.items() if figures.found + figures.wrong}
    types = {kind: _measured(figures, _prior(tally.whole, figures, PRIOR), WEIGHT) for kind, figures in seen.items()}
    rules = {}
    for name, figures in sorted(tally.rules.items()):
        if name in type_of:
            kind = tally.types[type_of[name]] if type_of[name] in tally.types else Figures()
            prior = _prior(kind, figures, _prior(tally.whole, kind, PRIOR))
            rules[name] = _measured(figures, prior, WEIGHT)
    doubts = _measured(doubtful or Figures(), DOUBTFUL_PRIOR, PRIOR_WEIGHT)
    return Confidence(measured_on=measured_on, all=whole, doubtful=doubts, types=types, rules=rules)


def as_yaml(confidence: Confidence) -> str:
    """The text of ``confidence.yml``: one measured entry a line."""
    lines = ["# Written by `kgnews eval GOLD --write-confidence`: measured precision of rules; not edited by hand.",
             f"measured_on: {confidence.measured_on!r}", f"all: {_flow(confidence.all)}",
             f"doubtful: {_flow(confidence.doubtful)}"]  # fmt: skip
    for section, entries in (("types", confidence.types), ("rules", confidence.rules)):
        lines.append(f"{section}:" if entries else f"{section}: {{}}")
        lines.extend(f"  {name}: {_flow(entry)}" for name, entry in entries.items())
    return "\n".join(lines) + "\n"


def _flow(entry: Measured) -> str:
    return "{" + ", ".join(f"{key}: {value}" for key, value in entry.model_dump().items()) + "}"
