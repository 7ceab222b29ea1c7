"""why: all that stands behind one fact."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kgnews.cli.graphs import DEFAULT_GRAPH, GraphOption, graph_store, is_server, ledger
from kgnews.cli.output import Format, FormatOption, OutputOption, Row, emit, resolve_format
from kgnews.errors import NotFoundError


def why(
    fact: Annotated[str, typer.Argument(help="The id of a fact (fact-…) or of a claim.")],
    graph: GraphOption = DEFAULT_GRAPH,
    format: FormatOption = Format.AUTO,
    output: OutputOption = None,
) -> None:
    """Why a fact stands in the graph: every article, quotation and rule behind it.

    Example: kgnews why fact-0123456789abcdef
    """
    from kgnews import lookup
    from kgnews.lookup.facts import FACT_COLUMNS

    with graph_store(graph) as store:
        rows = lookup.why(store, fact)
    if not rows:
        raise NotFoundError(
            f"no fact or claim {fact!r} in the graph", _verdict_on(graph, fact) or "ids stand in `kgnews show NAME`"
        )
    if resolve_format(format, output) is Format.TABLE:
        from kgnews.cli.cards import write_facts

        write_facts(rows, output)
    else:
        emit(
            [row for found in rows for row in _by_proof(found)] if _is_flat(format, output) else rows,
            FACT_COLUMNS,
            format,
            output,
        )


def _by_proof(row: Row) -> list[Row]:
    """A flat row for each proof: csv has no room for a list."""
    from kgnews.lookup.facts import quote_of
    from kgnews.records.serial import proof_from_json

    return [
        dict(row)
        | {"quote": quote_of(proof_from_json(proof)), "article": proof["article"], "article_title": proof["article_title"]}
        | {"article_date": proof["date"], "rule": proof["rule"], "confidence": proof["confidence"]}
        for proof in row["proofs"]
    ] or [row]


def _is_flat(format: Format, output: Path | None) -> bool:
    return resolve_format(format, output) in (Format.CSV, Format.TSV, Format.MD)


def _verdict_on(graph: str, claim: str) -> str:
    """Where a claim is in the ledger but not in the graph, why."""
    if is_server(graph):
        return ""
    with ledger(graph) as opened:
        if not opened.claims(claim):
            return ""
        found = [verdict for verdict in opened.review.verdicts() if verdict.claim == claim]
    if found and found[0].ruling == "reject":
        return f"it was rejected on {found[0].at[:10]}" + (f": {found[0].note}" if found[0].note else "")
    return "it was read, but the graph is older: run `kgnews build`"
