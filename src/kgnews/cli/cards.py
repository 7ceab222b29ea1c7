"""Cards for a terminal: an entity, or a fact, with its quotations below it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from rich.text import Text

from kgnews.cli.output import Row, cell, clean, opened, print_rich

_SECTIONS = {"attributes": "个人信息 attributes", "discipline": "纪律与司法 discipline and law", "posts": "任职 posts", "events": "活动 events", "connections": "关系 connections", "articles": "报道 articles"}
_WARNING = "同名者可能不止一人；出现在图中不表示任何不当行为。 Names may be shared; presence implies no wrongdoing."
_PRESUMPTION = "以下照原文措辞；未经法院依法判决，任何人不得被确定有罪。 As worded by the source; nobody is guilty until a court says so."
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
        _career(lines, card.get("career", ()))
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
        lines.append(f"   {row['fact']}   {row['confidence']}{'   doubtful' if row['doubtful'] else ''}\n")
        if row.get("why"):
            lines.append(f"    {clean(str(row['why']))}\n")
        _proofs(lines, row, len(row["proofs"]))
    with opened(output) as stream:
        print_rich(lines, stream)


def _entity(lines: Text, entity: Row) -> None:
    lines.append(clean(entity["name"]), "bold cyan")
    lines.append(f"   {_word(entity['label'])}   {clean(entity['id'])}   {entity['articles']} 篇报道\n")
    if entity["aliases"]:
        lines.append(f"  又名 {clean('、'.join(entity['aliases']))}\n")
    for key, value in entity["properties"].items():
        lines.append(f"  {clean(key)} {clean(cell(value))}\n", "dim")


def _career(lines: Text, rows: Sequence[Row]) -> None:
    """The curriculum vitae: when, where, what. A time in brackets is that of a report, not of a beginning or an end."""
    if not any(row["start"] or row["end"] for row in rows):
        return
    lines.append("\n履历 curriculum vitae\n", "bold")
    for row in rows:
        told = f"{row['start'] or '……'}—{row['end'] or ''}" if row["start"] or row["end"] else f"（{row['observed'] or '——'}）"
        former = "" if row["end"] or row["kind"] == "study" or row["status"] != "former" else "（曾任）"
        what = f"就读 {row['what']}".strip() if row["kind"] == "study" else row["what"]
        lines.append(f"  {clean(told):<18}", "green")
        lines.append(f"{clean(cell(row['body']))} {clean(cell(what))}{former}\n")


def _section(lines: Text, name: str, rows: Sequence[Row], own: str) -> None:
    if not rows:
        return
    lines.append(f"\n{_SECTIONS[name]}\n", "bold")
    if name == "discipline":
        lines.append(f"  {_PRESUMPTION}\n", "yellow")
    for row in rows:
        _fact(lines, row, own)
        if name != "articles":
            _proofs(lines, row, _SHOWN_PROOFS)


def _fact(lines: Text, row: Row, own: str) -> None:
    when = row["when"] or "——"
    lines.append(f"  {'报道 ' if row['dating'] == 'report' else ''}{clean(str(when))}  ", "green")
    lines.append(f"{_word(row['type'])} ")
    side = "object" if row["subject_id"] == own else "subject"
    lines.append(f"{'' if side == 'object' else '← '}{clean(cell(row.get(side)))}", "bold")
    details = (row.get(key) for key in ("attribute", "title", "status", "measure", "wording", "role", "field", "degree", "place", "via"))
    lines.append("".join(f" {clean(cell(detail))}" for detail in details if detail), "bold")
    sources = f"  {row['sources']} 个独立来源" if row.get("sources", 0) > 1 else ""
    lines.append(f"   {row['confidence']}{'  存疑 doubtful' if row['doubtful'] else ''}{sources}  {row['fact']}\n", "dim")


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
