"""What a person decided: the same or not the same (judgements), right or wrong (verdicts). Both outlive every rebuild."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Decision: TypeAlias = Literal["same", "different", "unsure"]
Ruling: TypeAlias = Literal["reject", "confirm"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether two things denote one entity. ``left`` < ``right`` are keys that resolution gives and understands.

    ``n`` counts decisions as they were made; of several on one pair the last holds. ``at`` is an ISO time in UTC.
    """

    left: str
    right: str
    decision: Decision
    note: str = ""
    by: str = ""
    at: str = ""
    n: int = 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a claim (by its id) is right. A rejected claim stands in no graph, a confirmed one is beyond doubt."""

    claim: str
    ruling: Ruling
    note: str = ""
    by: str = ""
    at: str = ""
