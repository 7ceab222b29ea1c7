"""Cards for a terminal: an entity, or a fact, with its quotations below it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from rich.cells import cell_len
from rich.text import Text

from kgnews.cli.output import Row, cell, clean, opened, print_rich

_SECTIONS = {
    "attributes": "个人信息 attributes",
    "posts": "任职 posts",
    "discipline": "纪律与司法 discipline and law",
    "events": "活动 events",
    "connections": "关系 connections",
    "articles": "报道 articles",
}
_WARNING = "同名者可能不止一人；出现在图中不表示任何不当行为。 Names may be shared; presence implies no wrongdoing."
_PRESUMPTION = (
    "以下照原文措辞；未经法院依法判决，任何人不得被确定有罪。 As worded by the source; nobody is guilty until a court says so."
)
_ENTITY_WORDS = {
    "code": "地区",
    "why": "识别依据",
    "date": "日期",
    "article": "编号",
    "page": "版面",
    "source": "来源",
    "url": "网址",
}
_SHOWN_ARTICLES = 12  # the latest; `mentions` and -f csv have them all
_SHOWN_PROOFS = 3  # on a card; `why` shows them all


@cache
def _words() -> dict[str, str]:
    """Labels and types with their names for people."""
    from kgnews import paths
    from kgnews.schema import load_ontology

    ontology = load_ontology(paths.schema_dir())
    named = (*ontology.labels.items(), *ontology.relations.items(), *ontology.properties.items())
    values = [pair for item in ontology.properties.values() for pair in (item.values or {}).items()]
    return {key: item.zh for key, item in (*values, *named)} | {"subject": "主体", "object": "对象"}


def word(key: str) -> str:
    """The Chinese word for a label, a relation, a property or one of its values; anything else as it is."""
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
        said = (word(cell(row.get(key))) for key in ("subject", "type", "object", "title", "status") if row.get(key))
        lines.append(clean(" ".join(said)), "bold")
        lines.append(f"   {row['fact']}   {row['confidence']}{'   存疑 doubtful' if row['doubtful'] else ''}\n")
        if row.get("why"):
            lines.append(f"    {clean(str(row['why']))}\n")
        _proofs(lines, row, len(row["proofs"]))
    with opened(output) as stream:
        print_rich(lines, stream)


def write_list(rows: Sequence[Row], heading: str, output: Path | None) -> None:
    """Facts for a person to read: under headings where the value of ``heading`` changes, each with its first quotation."""
    lines = Text()
    before: object = None
    for row in rows:
        if heading and row.get(heading) != before:
            before = row.get(heading)
            lines.append(f"\n{clean(_heading(heading, before))}\n", "bold")
        _told(lines, row)
        _proofs(lines, row, 1)
    with opened(output) as stream:
        print_rich(lines, stream)


def _heading(heading: str, value: object) -> str:
    if heading == "path":
        return f"路径 path {value}"
    return cell(value) or "二者之间 between the two"


def _told(lines: Text, row: Row) -> None:
    """One fact as a sentence: when, who, what, whom."""
    lines.append(f"  {clean(_time(row))}  ", "green")
    lines.append(clean(cell(row["subject"])), "bold")
    lines.append(f" {word(row['type'])} ")
    told = [row["object"], *(word(cell(row[key])) for key in ("title", "status", "place", "via") if row.get(key))]
    lines.append(clean(" ".join(map(cell, told))), "bold")
    holds = {"attested": "  当时在任 attested", "last known": "  此前最后一次见报 last known"}.get(row.get("holds") or "", "")
    sources = f"  {row['sources']} 个独立来源" if row.get("sources", 0) > 1 else ""
    lines.append(f"{holds}   {row['confidence']}{'  存疑 doubtful' if row['doubtful'] else ''}{sources}  {row['fact']}\n", "dim")


def _time(row: Row) -> str:
    """The time of a fact, and where it is only that of reports, that it is."""
    if "from" in row:
        first, last = row["from"], row["to"]
        dated = row.get("since") or row.get("until")
        between = str(first or "……") + (f"—{last}" if last and last != first else "")
        return between if dated else f"报道 {between}"
    if "when" in row:
        return f"{'报道 ' if row.get('dating') == 'report' else ''}{row['when'] or '——'}"
    own = row.get("date") or row.get("since") or row.get("until")
    return str(own) if own else f"报道 {row.get('first') or '——'}"


def _entity(lines: Text, entity: Row) -> None:
    lines.append(clean(entity["name"]), "bold cyan")
    lines.append(f"   {word(entity['label'])}   {clean(entity['id'])}   {entity['articles']} 篇报道\n")
    if entity["aliases"]:
        lines.append(f"  又名 {clean('、'.join(entity['aliases']))}\n")
    for key, value in entity["properties"].items():
        lines.append(f"  {clean(_ENTITY_WORDS.get(key, word(key)))} {clean(cell(value))}\n", "dim")


def _career(lines: Text, rows: Sequence[Row]) -> None:
    """The curriculum vitae: when, where, what, and how many sources tell it."""
    if not any(row["start"] or row["end"] for row in rows):
        return
    lines.append("\n履历 curriculum vitae", "bold")
    lines.append("  （）内为见报日期，不是任期 (dates of reports, not of terms)\n", "dim")
    times = [clean(career_time(row)) for row in rows]
    width = max(map(cell_len, times))
    for row, time in zip(rows, times, strict=True):
        former = "（曾任）" if row["status"] == "former" and row["kind"] == "post" else ""
        what = f"就读 {row['what']}".strip() if row["kind"] == "study" else row["what"]
        lines.append(f"  {time}{' ' * (width - cell_len(time))}", "green")
        lines.append(f"  {clean(cell(row['body']))} {clean(cell(what))}{former}")
        lines.append(f"  {row['sources']} 个来源\n", "dim")


def career_time(row: Row) -> str:
    """When, as far as it is told; what is only a report's date stands in brackets: a sighting bounds a term, it is none."""
    start = row["start"] or (f"（{row['observed']}）" if row["observed"] else "")
    if row["end"] and row["end_basis"] == "told":
        return f"{start or '……'}—{row['end']}"
    if row["end"]:  # a report of this date calls the person a former holder
        return f"{start}—（{row['end']} 前）" if start else f"（{row['end']} 前）"
    return f"{start}—" if row["start"] else start or "——"


def _section(lines: Text, name: str, rows: Sequence[Row], own: str) -> None:
    if not rows:
        return
    lines.append(f"\n{_SECTIONS[name]}\n", "bold")
    if name == "discipline":
        lines.append(f"  {_PRESUMPTION}\n", "yellow")
    if name == "articles":
        _articles(lines, rows, own)
        return
    for row in rows:
        _fact(lines, row, own)
        _proofs(lines, row, _SHOWN_PROOFS)


def _articles(lines: Text, rows: Sequence[Row], own: str) -> None:
    """The latest ones: who is in hundreds of articles would have no other page of the card on the screen."""
    written = [row for row in rows if row["type"] != "MENTIONED_IN"]
    mentioned = [row for row in rows if row["type"] == "MENTIONED_IN"]
    for part in (written, mentioned):
        for row in part[-_SHOWN_ARTICLES:]:
            _fact(lines, row, own)
    more = sum(max(0, len(part) - _SHOWN_ARTICLES) for part in (written, mentioned))
    if more:
        lines.append(f"  … 另有更早的 {more} 篇 (earlier ones: kgnews mentions {own})\n", "dim")


def _fact(lines: Text, row: Row, own: str) -> None:
    when = str(row["when"] or "——")
    if row["dating"] == "report" and row.get("last") and row["last"] != row["when"]:
        when += f"—{row['last']}"  # the reports, from the first to the last
    lines.append(f"  {'报道 ' if row['dating'] == 'report' else ''}{clean(when)}  ", "green")
    lines.append(f"{word(row['type'])} ")
    side = "object" if row["subject_id"] == own else "subject"
    lines.append(f"{'' if side == 'object' else '← '}{clean(cell(row.get(side)))}", "bold")
    details = (
        row.get(key) for key in ("attribute", "title", "status", "measure", "wording", "role", "field", "degree", "place", "via")
    )
    lines.append("".join(f" {clean(word(cell(detail)))}" for detail in details if detail), "bold")
    sources = f"  {row['sources']} 个独立来源" if row.get("sources", 0) > 1 else ""
    lines.append(f"   {row['confidence']}{'  存疑 doubtful' if row['doubtful'] else ''}{sources}  {row['fact']}\n", "dim")


def _proofs(lines: Text, row: Row, shown: int) -> None:
    for proof in row["proofs"][:shown]:
        for quote in (quote for quote in proof["quotes"] if quote["shows"] != "mention"):  # 提及于 says it already
            mark = "" if quote["shows"] == "fact" else f"{word(quote['shows'])}："
            lines.append(f"      {mark}“{clean(quote['quote'])}”\n")
        source = "  ".join(clean(str(item)) for item in (proof["date"], proof.get("source"), proof["article"]) if item)
        title = f"《{clean(proof['article_title'])}》 " if proof["article_title"] else ""
        lines.append(f"      —— {title}{source}  规则 {clean(proof['rule'])}  {proof['confidence']}\n", "dim")
    if len(row["proofs"]) > shown:
        lines.append(f"      … 另有 {len(row['proofs']) - shown} 处 (kgnews why {row['fact']})\n", "dim")
