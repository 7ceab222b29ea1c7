"""Invented documents of record with all their facts, and how they are scored.

A fact is one line: ``post NAME BODY TITLE [appointed|former] [key=value …]``, ``prop NAME BODY TITLE``, ``study NAME SCHOOL``,
``resp NAME THING role=…``, ``disc NAME BODY MEASURE``, ``attr NAME ATTRIBUTE VALUE``. A body is compared joined with its title.
``? `` in front: true but debatable, neither gained nor lost by.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from kgnews.pipeline import Knowledge, load_knowledge, read_article
from kgnews.records import Article, Claim

FOLDER = Path(__file__).parent / "data" / "dossier"
_KINDS = {"HOLDS_POSITION": "post", "PROPOSED_FOR": "prop", "STUDIED_AT": "study", "RESPONSIBLE_FOR": "resp", "DISCIPLINE": "disc",
          "ATTRIBUTE": "attr", "BYLINE": "byline"}  # fmt: skip
_COMPARED = ("status", "since", "until", "decided_by", "acting", "on_secondment", "probation", "field", "degree", "role", "date")
_SHORT = {"by": "decided_by"}


@dataclass(frozen=True)
class Document:
    """One invented document."""

    id: str
    article: Article
    facts: tuple[str, ...]
    debatable: frozenset[str] = frozenset()


def documents(folder: Path) -> list[Document]:
    """All documents of the files in a folder."""
    found = []
    for path in sorted(folder.glob("*.yml")):
        for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
            date = str(entry["date"]) if "date" in entry else None
            article = Article(entry["id"], entry["text"], entry.get("title", ""), date, entry.get("home"))
            sure = tuple(wanted(line) for line in entry["facts"] if not line.startswith("?"))
            debatable = frozenset(wanted(line[1:]) for line in entry["facts"] if line.startswith("?"))
            found.append(Document(entry["id"], article, sure, debatable))
    return found


def wanted(line: str) -> str:
    """The line of a fact in its compared form."""
    kind, person, *rest = line.split()
    words = [word for word in rest if "=" not in word]
    more = dict(word.split("=", 1) for word in rest if "=" in word)
    more = {_SHORT.get(key, key): value for key, value in more.items()}
    if kind in ("post", "prop"):
        body, title, *status = words
        if status:
            more["status"] = status[0]
        words = [body + title]
    return _joined(kind, person, words, more)


def told(claim: Claim) -> str:
    """A claim in the compared form; "" for kinds that are not compared."""
    kind = _KINDS.get(claim.type)
    if kind is None or claim.doubtful:
        return ""
    target = claim.object.name if claim.object else ""
    more = {key: str(claim.properties[key]) for key in _COMPARED if claim.properties.get(key)}
    words = [target]
    if kind in ("post", "prop"):
        words = [target + str(claim.properties.get("title", ""))]
    elif kind == "attr":
        words = [str(claim.properties["attribute"]), target]
    elif kind == "disc":
        words = [target if claim.object and claim.object.label == "Organization" else "-", str(claim.properties["measure"])]
    return _joined(kind, claim.subject.name, words, more)


def _joined(kind: str, person: str, words: list[str], more: dict[str, Any]) -> str:
    return " ".join([kind, person, *filter(None, words), *(f"{key}={value}" for key, value in sorted(more.items()))])


@cache
def knowledge() -> Knowledge:
    """The shipped rules, loaded once."""
    return load_knowledge()


def read(document: Document) -> list[str]:
    """The facts that are read from a document."""
    claims = read_article(document.article, knowledge()).claims
    return sorted({line for claim in claims if (line := told(claim))})


def score(found: Iterable[Document]) -> tuple[Counter[str], list[str]]:
    """Counts of right, wrong and missed facts, and a line for each that is not right."""
    counts: Counter[str] = Counter()
    lines = []
    for document in found:
        got, want = set(read(document)) - document.debatable, set(document.facts)
        counts["right"] += len(got & want)
        counts["wrong"] += len(got - want)
        counts["missed"] += len(want - got)
        lines += [f"{document.id} wrong  {line}" for line in sorted(got - want)]
        lines += [f"{document.id} missed {line}" for line in sorted(want - got)]
    return counts, lines


def precision(counts: Counter[str]) -> float:
    """Right among found."""
    return counts["right"] / max(1, counts["right"] + counts["wrong"])


def recall(counts: Counter[str]) -> float:
    """Right among told."""
    return counts["right"] / max(1, counts["right"] + counts["missed"])


if __name__ == "__main__":
    import sys

    folder = FOLDER / sys.argv[1] if len(sys.argv) > 1 else FOLDER
    chosen = [one for one in documents(folder) if len(sys.argv) < 3 or one.id.startswith(sys.argv[2])]
    totals, shown = score(chosen)
    print("\n".join(shown))
    print(len(chosen), dict(totals), f"P {precision(totals):.3f} R {recall(totals):.3f}")
