"""Reads ``data/resolution/texts*.txt``: small articles that go through the real pipeline, and pairs of names in them.

All sets were written before the code was read (the fourth and later ones: before it was run on them), by one person, after the
ways in which Chinese news names things; posts and meetings of real office holders are neutral, most people are invented.
A case begins with ``@``; ``# date source home`` begins an article (two or more lines: the first is its title); ``= a | b`` are
one, ``x a | b`` are not; ``2:`` says in which article of the case a name stands (else left in 1, right in 2), ``O/`` its label.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from kgnews.pipeline import Knowledge, read_article
from kgnews.records import Article, LocalEntity, Member, Reading

FOLDER = Path(__file__).parent / "data" / "resolution"
_LABELS = {"P": "Person", "O": "Organization", "E": "Event", "L": "Place", "W": "Work"}
_ORDER = list(_LABELS.values())
_SIDE = re.compile(r"^(?:(?P<label>[POELW])/)?(?:(?P<at>\d):)?(?:(?P<late>[POELW])/)?(?P<name>.+)$")


@dataclass(frozen=True)
class TextPair:
    """Two names; ``left`` and ``right`` are None where reading finds no such entity."""

    left: Member | None
    right: Member | None
    same: bool
    line: str


@dataclass
class TextCase:
    """Some articles with their readings, and the pairs in them."""

    name: str
    articles: list[Article] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    pairs: list[TextPair] = field(default_factory=list)


def load_texts(path: Path, knowledge: Knowledge) -> list[TextCase]:
    """All cases of a file, read by the pipeline."""
    cases = []
    for number, part in enumerate(re.split(r"(?m)^@ ", path.read_text(encoding="utf-8"))[1:]):
        name, *lines = part.splitlines()
        case = TextCase(f"{path.name}: {name}")
        for at, block in enumerate(re.split(r"(?m)^# ", "\n".join(line for line in lines if line[:2] not in {"= ", "x "}))[1:]):
            case.articles.append(_article(f"{path.stem}-{number:03}-{at}", block))
        case.readings = [read_article(article, knowledge) for article in case.articles]
        case.pairs = [_pair(line, case) for line in lines if line[:2] in {"= ", "x "}]
        cases.append(case)
    return cases


def _article(key: str, block: str) -> Article:
    head, *lines = block.strip().splitlines()
    date, source, home = [*head.split(" "), ""][:3]
    title, text = ("", lines[0]) if len(lines) == 1 else (lines[0], "\n".join(lines[1:]))
    return Article(key, text, title=title, date=date, source=source, home=home or None)


def _pair(line: str, case: TextCase) -> TextPair:
    left, right = line[2:].split(" | ")
    return TextPair(_member(left, 1, case), _member(right, 2, case), line[0] == "=", f"{case.name}: {line}")


def _member(told: str, at: int, case: TextCase) -> Member | None:
    match = _SIDE.match(told.strip())
    assert match
    reading = case.readings[int(match["at"] or at) - 1]
    label = _LABELS.get(match["label"] or match["late"] or "")
    found = [item for item in reading.entities if item.label in _ORDER and label in {None, item.label}]
    best = min(found, key=lambda item: (_fit(item, match["name"]), _ORDER.index(item.label)), default=None)
    return Member(reading.article, best.label, best.name) if best and _fit(best, match["name"]) < 9 else None


def _fit(item: LocalEntity, name: str) -> int:
    if item.name == name:
        return 0
    if name in item.forms or any(mention.form == name for mention in item.mentions):
        return 1
    return 2 if item.label == "Person" and item.name.endswith(f"·{name}") else 9
