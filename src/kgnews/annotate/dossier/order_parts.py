"""An order, and what one sentence of a list leaves to the next."""

from __future__ import annotations

from dataclasses import dataclass, field

from kgnews.annotate.dossier.offices import Office
from kgnews.annotate.dossier.people import Named
from kgnews.records import Span


@dataclass(slots=True)
class Order:
    """One person given or taken posts in a sentence."""

    who: list[Named]
    offices: list[Office]
    status: str
    span: Span
    flags: dict[str, str] = field(default_factory=dict)
    held: list[Office] = field(default_factory=list)  # what the person is named with
    shown: Span | None = None  # where the posts stand, told above the names
    noted: list[tuple[Named, list[Office]]] = field(default_factory=list)  # posts in the brackets behind names
    since: tuple[str, Span] | None = None  # where the order says so itself: 任职时间从2024年3月起计算
    own: bool = False  # asked for by the person: no body has decided it, and no day is told


@dataclass(slots=True)
class State:
    mode: str = ""
    last: list[Named] = field(default_factory=list)
    body: str = ""
    sentence_mode: str = ""
    vacant: tuple[Office, ...] = ()  # what someone was said to have left: 遗缺由某某接任
