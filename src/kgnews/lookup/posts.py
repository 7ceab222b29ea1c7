"""Who held which post in a body, and when."""

from __future__ import annotations

from collections.abc import Sequence

from kgnews.lookup.facts import Reader, Row
from kgnews.lookup.walks import not_after
from kgnews.records import Node
from kgnews.records.graphstore import EdgeQuery, GraphStore

WHO_COLUMNS = (
    "object", "title", "subject", "status", "from", "to", "holds",
    "quote", "article", "article_title", "article_date", "rule", "confidence", "sources", "doubtful", "fact",
)  # fmt: skip


def who(store: GraphStore, bodies: Sequence[Node], on: str = "", doubtful: bool = False) -> list[Row]:
    """The posts in these bodies: by body, title and time.

    ``from`` and ``to`` are what the texts tell, else the first and last report. With ``on`` (an ISO date of any
    precision) only those who held a post then: ``holds`` is "attested" where the date lies between two reports or in a
    told term, "last known" where the last report is older and no later one names another holder, or an end.
    """
    ends = tuple(sorted(node.id for node in bodies))
    edges = store.edges(EdgeQuery(ends=ends, types=("HOLDS_POSITION",), doubtful=None if doubtful else False))
    rows = [row | _term(row) for row in Reader(store).rows([edge for edge in edges if edge.target in ends])]
    rows.sort(key=lambda row: (row["object"], row.get("title", ""), row["from"] or "9999", row["subject"], row["fact"]))
    if not on:
        return rows
    held = [row | {"holds": _holds(row, rows, on)} for row in rows]
    return _once([row for row in held if row["holds"]])


def _once(rows: Sequence[Row]) -> list[Row]:
    """One row for a person in a post: what is attested goes before an older report of the appointment."""
    best: dict[tuple[str, str, str], Row] = {}
    for row in rows:
        key = row["object_id"], str(row.get("title", "")), row["subject_id"]
        best[key] = max(best.get(key, row), row, key=lambda item: (item["holds"] == "attested", item["to"]))
    return [row for row in rows if row in best.values()]


def _term(row: Row) -> Row:
    """A former post ended before it was first reported as former; when it began is not known unless told."""
    former = row.get("status") == "former"
    return {
        "from": row.get("since") or (None if former else row["first"]),
        "to": row.get("until") or (row["first"] if former else row["last"]),
        "holds": None,
    }


def _holds(row: Row, rows: Sequence[Row], on: str) -> str | None:
    start, end = row["from"], row["to"]
    if start is None or end is None or not not_after(start, on):
        return None
    if not_after(on, end):
        return "attested"
    return None if row.get("until") or row.get("status") == "former" or _superseded(row, rows, on) else "last known"


def _superseded(row: Row, rows: Sequence[Row], on: str) -> bool:
    """Whether a report between the last one and ``on`` names another holder of the title, or this one as former."""
    last = row["to"]
    for other in rows:
        if other["fact"] == row["fact"] or (other["object_id"], other.get("title")) != (row["object_id"], row.get("title")):
            continue
        same = other["subject_id"] == row["subject_id"]
        told = other["from"] if other.get("status") != "former" else other["to"]
        if told and last < told and not_after(told, on) and same == (other.get("status") == "former"):
            return True
    return False
