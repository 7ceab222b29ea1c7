"""Spells in office: a row per person, body, post and spell, with what is known of its time and nothing more.

A sighting (a report that names someone in a post) bounds a spell from within: the post was held then. It is never
stretched into a tenure. A start or an end is given only where an article tells it, or reports an appointment or a
former holder; ``…_basis`` says which.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from kgnews.lookup.facts import Reader, Row
from kgnews.records import Edge
from kgnews.records.graphstore import EdgeQuery, GraphStore

SPELL_COLUMNS = (
    "person", "person_id", "body", "body_id", "title", "spell", "status", "first_observed", "last_observed",
    "start", "start_precision", "start_basis", "end", "end_precision", "end_basis",
    "reports", "sources", "rules", "confidence", "quotes", "articles", "facts", "doubtful",
)  # fmt: skip
_PRECISION = {4: "year", 7: "month", 10: "day"}


def spells(store: GraphStore, bodies: Sequence[str] | None = None, doubtful: bool = False) -> list[Row]:
    """All spells in these bodies (ids; None for all), by body, title, time and person."""
    ends = tuple(sorted(bodies)) if bodies is not None else None
    query = EdgeQuery(ends=ends, types=("HOLDS_POSITION",), doubtful=None if doubtful else False)
    edges = [edge for edge in store.edges(query) if ends is None or edge.target in ends]
    return spells_of(Reader(store), edges)


def spells_of(reader: Reader, edges: Iterable[Edge]) -> list[Row]:
    """The spells that these edges tell."""
    posts: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in reader.rows(edges):
        posts[row["object_id"], str(row.get("title", "")), row["subject_id"]].append(row)
    found = [spell for rows in posts.values() for spell in _of_post(rows, reader)]
    return sorted(found, key=lambda row: (row["body"], row["title"], _when(row), row["person"], row["person_id"], row["spell"]))


def _when(row: Row) -> str:
    return str(row["start"] or row["first_observed"] or row["end"] or "9999")


def _of_post(rows: Sequence[Row], reader: Reader) -> list[Row]:
    """One person in one post of one body: by the times that are told, else a report of holding it after one of having held it."""
    dated = [row for row in rows if row.get("since") or row.get("until")]
    if dated:
        return _by_told_times(dated, [row for row in rows if row not in dated], reader)
    sightings = sorted(
        (
            (proof["date"] or "", row.get("status") or "", number, row, proof)
            for number, row in enumerate(rows)
            for proof in row["proofs"]
        ),
        key=lambda item: (item[0] or "9999", item[1] == "former", item[2], item[4]["claim"]),
    )
    spells: list[list[tuple[str, str, Row, Row]]] = [[]]
    over = False
    for date, status, _, row, proof in sightings:
        if over and status != "former" and date:
            spells.append([])
        over = (over and not date) or status == "former"
        spells[-1].append((date, status, row, proof))
    return [_spell(spell, number, reader) for number, spell in enumerate(spells, 1)]


def _spell(told: Sequence[tuple[str, str, Row, Row]], number: int, reader: Reader) -> Row:
    first = told[0][2]
    held = sorted(date for date, status, _, _ in told if date and status != "former")
    appointed = sorted(date for date, status, _, _ in told if date and status == "appointed")
    former = sorted(date for date, status, _, _ in told if date and status == "former")
    since = min(precise(row["since"] for _, _, row, _ in told if row.get("since")), default="")
    until = max(precise(row["until"] for _, _, row, _ in told if row.get("until")), default="")
    new = appointed[0] if appointed and appointed[0] == held[0] else ""  # a later report of it tells no beginning
    start, start_basis = (since, "told") if since else (new, "appointment reported" if new else "")
    end, end_basis = (until, "told") if until else (former[0], "former by") if former else ("", "")
    proofs = [proof for _, _, _, proof in told]
    return {
        "person": first["subject"],
        "person_id": first["subject_id"],
        "body": first["object"],
        "body_id": first["object_id"],
        "title": first.get("title", ""),
        "spell": number,
        "status": "former" if end else "appointed" if appointed and appointed == held else "held",
        "first_observed": held[0] if held else None,
        "last_observed": held[-1] if held else None,
        **_bound("start", start, start_basis),
        **_bound("end", end, end_basis),
        "reports": len({proof["article"] for proof in proofs}),
        "sources": len({reader.source_of(proof["article"]) for proof in proofs}),
        "rules": sorted({proof["rule"] for proof in proofs}),
        "confidence": max(row["confidence"] for _, _, row, _ in told),
        "quotes": list(dict.fromkeys(_quote(proof) for proof in proofs)),
        "articles": sorted({proof["article"] for proof in proofs}),
        "facts": sorted({row["fact"] for _, _, row, _ in told}),
        "doubtful": all(row["doubtful"] for _, _, row, _ in told),
    }


def _by_told_times(dated: Sequence[Row], others: Sequence[Row], reader: Reader) -> list[Row]:
    """Spells from what texts tell of their time (résumés, lists of appointments); mere sightings go to the one they fit."""
    groups: list[list[Row]] = []
    for row in sorted(
        dated, key=lambda row: (str(row.get("since") or row["until"]), str(row.get("until") or "9999"), row["fact"])
    ):
        home = next((group for group in groups if any(one_spell(row, other) for other in group)), None)
        if home is None:
            groups.append([row])
        else:
            home.append(row)
    told = [[_sighting(row, proof) for row in group for proof in row["proofs"]] for group in groups]
    for row in others:
        for proof in row["proofs"]:
            told[_fitting(groups, str(proof["date"] or ""), row.get("status") == "former")].append(_sighting(row, proof))
    return [_spell(spell, number, reader) for number, spell in enumerate(told, 1)]


def _sighting(row: Row, proof: Row) -> tuple[str, str, Row, Row]:
    return str(proof["date"] or ""), str(row.get("status") or ""), row, proof


def _fitting(groups: Sequence[Sequence[Row]], date: str, former: bool) -> int:
    """The spell that a report of this date speaks of: the last that had begun (or ended, of a former holder) by then."""
    key = "until" if former else "since"
    begun = [
        number for number, group in enumerate(groups)
        if date and any(row.get(key) and str(row[key])[: len(date)] <= date[: len(str(row[key]))] for row in group)
    ]  # fmt: skip
    return begun[-1] if begun else len(groups) - 1


def agree(one: object, other: object) -> bool:
    """Whether two dates are the same as far as both are told; one that is not told agrees with any."""
    left, right = str(one or ""), str(other or "")
    return left.startswith(right) or right.startswith(left)


def one_spell(one: Row, other: Row) -> bool:
    """Whether two dated rows of one person in one post tell of one spell: their times agree, overlap or follow on."""
    since, until = one.get("since"), one.get("until")
    since_too, until_too = other.get("since"), other.get("until")
    if until and until_too and not (since and since_too):
        return agree(until, until_too)
    starts_by = not since or not until_too or str(since)[: len(str(until_too))] <= str(until_too)[: len(str(since))]
    ends_after = not until or not since_too or str(since_too)[: len(str(until))] <= str(until)[: len(str(since_too))]
    return starts_by and ends_after


def precise(dates: Iterable[object]) -> list[str]:
    """The dates without those that another tells more precisely."""
    values = sorted({str(date) for date in dates})
    return [value for value in values if not any(other != value and other.startswith(value) for other in values)]


def _bound(name: str, date: str, basis: str) -> Row:
    return {name: date or None, f"{name}_precision": _PRECISION.get(len(date)), f"{name}_basis": basis or None}


def _quote(proof: Row) -> str:
    return " … ".join(quote["quote"] for quote in proof["quotes"] if quote["shows"] == "fact")
