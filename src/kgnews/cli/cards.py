"""Cards for a terminal: an entity, or a fact, with its quotations below it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from rich.text import Text

from kgnews.cli.output import Row, cell, clean, opened, print_rich

_SECTIONS = {"posts": "任职 posts", "events": "活动 events", "connections": "关系 connections", "articles": "报道 articles"}
_WARNING = "同名者可能不止一人；出现在图中不表示任何不当行为。 Names may be shared; presence implies no wrongdoing."
_SHOWN_PROOFS = 3  # on a card; `why` shows them all


@cache
def _words() -> dict[str, str]:
    """Labels and types with their names for people."""
    from kgnews import paths
    from kgnews.schema import load_ontology

    ontology = load_ontology(paths.schema_dir())
    return {key: item.zh for key, item in (*ontology.labels.items(), *ontology.relations.items())}


def _word(key: str) -> str:
    return _words().get(key, key)


def write_cards(cards: Sequence[Row], output: Path | None) -> None:
    """Cards one below the other."""
    lines = Text()
    for card in cards:
        _entity(lines, card["entity"])
        for name, rows in card["sections"].items():
            _section(lines, name, rows, card["entity"]["id"])
        lines.append("\n")
    if len({card["entity"]["name"] for card in cards}) < len(cards):
        lines.append(f"{len(cards)} 个实体同名或共用别名 (several share a name)\n", "bold yellow")
    lines.append(_WARNING, "dim")
    with opened(output) as stream:
        print_rich(lines, stream)


def write_facts(rows: Iterable[Row], output: Path | None) -> None:
    """Facts with all their proofs."""
    lines = Text()
    for row in rows:
        said = (cell(row.get(key)) for key in ("subject", "type", "title", "status", "object") if row.get(key))
        lines.append(clean(" ".join(said)), "bold")
    for row in rows:
        _fact(lines, row, own)
        if name != "articles":
            _proofs(lines, row, _SHOWN_PROOFS)


def _fact(lines: Text, row: Row, own: str) -> None:
    when = row["when"] or "——"
    about = "" if row["dating"] != "report" else "报道 "
    lines.append(f"  {about}{clean(str(when))}  ", "green")
    lines.append(f"{_word(row['type'])} ")
    side = "object" if row["subject_id"] == own else "subject"
    arrow = "" if side == "object" else "← "
    lines.append(f"{arrow}{clean(cell(row.get(side)))}", "bold")
    details = (row.get(key) for key in ("title", "status", "place", "via"))
    lines.append("".join(f" {clean(cell(detail))}" for detail in details if detail), "bold")
    lines.append(f"   {row['confidence']}{'  存疑 doubtful' if row['doubtful'] else ''}  {row['fact']}\n", "dim")


def _proofs(lines: Text, row: Row, shown: int) -> None:
    for proof in row["proofs"][:shown]:
        for quote in proof["quotes"]:
            mark = "" if quote["shows"] == "fact" else f"{quote['shows']}: "
            lines.append(f"      {mark}“{clean(quote['quote'])}”\n")
        source = "  ".join(clean(str(item)) for item in (proof["date"], proof.get("source"), proof["article"]) if item)
        title = f"《{clean(proof['article_title'])}》 " if proof["article_title"] else ""
        lines.append(f"      —— {title}{source}  规则 {clean(proof['rule'])}  {proof['confidence']}\n", "dim")
    if len(row["proofs"]) > shown:
        lines.append(f"      … 另有 {len(row['proofs']) - shown} 处 (kgnews why {row['fact']})\n", "dim")
