"""Offices that one person holds: who followed whom, vacancies, two holders at once; and all who bear a title in a place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from kgnews.errors import NotFoundError
from kgnews.lookup.entities import find
from kgnews.lookup.facts import Row
from kgnews.lookup.spells import spells
from kgnews.lookup.walks import not_after
from kgnews.records import Node
from kgnews.records.graphstore import GraphStore, NodeQuery
from kgnews.schema.offices import is_unique

SUCCESSION_COLUMNS = ("kind", "body", "title", "person", "last_seen", "next", "first_seen", "basis", "facts", "body_id")
_ALONE = "只在本报道内成立"  # how resolution says that a body is one article's own: 居委会 of many villages
_RANKS = ("常务", "第一", "代", "代理")
_PLACES = ("Place", "Organization")


def successions(store: GraphStore, bodies: Sequence[Node] | None = None, title: str = "") -> list[Row]:
    """What is known of the order of holders: ``kind`` is "followed by", "two holders" or "vacant".

    Only offices that one person holds (书记, 市长, not 副市长 or 教授). "followed by" says that one was seen (or told)
    in office before the other, not that nobody came between; "two holders" that reports of two interleave; "vacant"
    that the last known holder is reported as former and no later one is known.
    """
    ids = None if bodies is None else [node.id for node in bodies]
    alone = {node.id for node in store.nodes(NodeQuery(labels=("Organization",))) if _ALONE in str(node.properties.get("why"))}
    posts: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in spells(store, ids):
        if is_unique(row["title"], row["body"]) and row["body_id"] not in alone and (not title or row["title"] == title):
            posts[row["body_id"], row["title"]].append(row)
    found = [row for rows in posts.values() for row in _of_office(rows)]
    return sorted(found, key=lambda row: (row["body"], row["title"], row["last_seen"] or "", row["person"], row["next"] or ""))


def _of_office(rows: Sequence[Row]) -> Iterator[Row]:
    dated = sorted((row for row in rows if _first(row)), key=lambda row: (_first(row), _last(row), row["person_id"]))
    for one, other in pairwise(dated):
        if one["person_id"] == other["person_id"]:
            continue
        kind = "followed by" if _over(one, other) else "two holders"
        yield _row(kind, one, other)
    if dated and dated[-1]["end"]:
        yield _row("vacant", dated[-1], None)


def _first(row: Row) -> str:
    return str(row["start"] or row["first_observed"] or "")


def _last(row: Row) -> str:
    return str(row["last_observed"] or row["start"] or "")


def _over(one: Row, other: Row) -> bool:
    """Whether all that is known of one lies before the other's first."""
    return _last(one) < _first(other)


def _row(kind: str, one: Row, other: Row | None) -> Row:
    return {
        "kind": kind,
        "body": one["body"],
        "body_id": one["body_id"],
        "title": one["title"],
        "person": one["person"],
        "person_id": one["person_id"],
        "last_seen": one["end"] or one["last_observed"],
        "next": other["person"] if other else None,
        "next_id": other["person_id"] if other else None,
        "first_seen": _first(other) if other else None,
        "basis": one["end_basis"] or "sightings",
        "facts": sorted({*one["facts"], *(other["facts"] if other else ())}),
    }


def who_in_place(
    store: GraphStore, title: str, place: str, on: str = "", known: Callable[[str], Sequence[str]] = lambda name: ()
) -> list[Row]:
    """All spells under a title in the bodies of a place and of the places in it; with ``on`` those that fit a date.

    ``holds`` is "attested" where the date lies between two reports (or in a told term), "last known" or "not yet
    reported" where only one side is known, and absent without ``on``. ``known`` gives the division codes of a place that
    the graph has no node of: 广东, where the news only speaks of 佛山.
    """
    try:
        codes = _codes(find(store, place, _PLACES))
    except NotFoundError:
        codes = tuple(known(place))
        if not codes:
            raise
    if not codes:
        raise NotFoundError(f"“{place}”: no place with a division code", "name a province, city, county or country")
    bodies = [node.id for node in store.nodes(NodeQuery(labels=("Organization",))) if _within(node, codes)]
    rows = [row for row in spells(store, bodies) if _bears(row, title)]
    if not on:
        return rows
    held = [row | {"holds": _holds(row, rows, on)} for row in rows]
    return [row for row in held if row["holds"]]


def _bears(row: Row, title: str) -> bool:
    """Whether a spell is under a title, also with a rank before it (常务副市长), or one that names the body's kind (省委书记)."""
    own = str(row["title"])
    if own == title or any(own == rank + title for rank in _RANKS):
        return True
    return bool(own) and title.endswith(own) and f"{row['body']}{own}".endswith(title)


def _codes(nodes: Iterable[Node]) -> tuple[str, ...]:
    return tuple(sorted({str(node.properties["code"]) for node in nodes if node.properties.get("code")}))


def _within(node: Node, codes: Sequence[str]) -> bool:
    code = str(node.properties.get("code", ""))
    return any(code == outer or (outer.isdecimal() and code.isdecimal() and code.startswith(outer)) for outer in codes)


def _holds(row: Row, rows: Sequence[Row], on: str) -> str | None:
    first, last, end = _first(row), _last(row), row["end"]
    if end and not not_after(on, end):
        return None
    if first and last and not_after(first, on) and (not_after(on, last) or (end and row["start"])):
        return "attested"
    if last and not_after(last, on):
        return None if _replaced(row, rows, on) else "last known"
    return None


def _replaced(row: Row, rows: Sequence[Row], on: str) -> bool:
    """Whether another came into an office for one between the last report of this holder and the date."""
    if not is_unique(row["title"], row["body"]):
        return False
    others = (other for other in rows if other["body_id"] == row["body_id"] and other["title"] == row["title"])
    return any(
        other["person_id"] != row["person_id"] and _last(row) < _first(other) and not_after(_first(other), on) for other in others
    )
