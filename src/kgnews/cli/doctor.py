"""doctor: is everything here that kgnews needs, is the graph sound, and what waits for a person."""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kgnews import __version__
from kgnews.cli.graphs import DEFAULT_GRAPH, GraphOption, SchemaOption, is_server, ledger
from kgnews.cli.output import Format, FormatOption, Row, emit

if TYPE_CHECKING:
    from kgnews.store.ledger import Ledger

_LIBRARIES = ("pydantic", "PyYAML", "rjieba", "ahocorasick-rs", "networkx", "numpy", "pyvis", "neo4j", "rich", "typer")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(rich_help_panel="Other")(doctor)


def doctor(
    schema: SchemaOption = None,
    graph: GraphOption = DEFAULT_GRAPH,
    format: FormatOption = Format.AUTO,
    list_all: Annotated[bool, typer.Option("--all", help="List every piece that could not be placed, not only ten.")] = False,
) -> None:
    """Check the installation and the graph: versions, rules, integrity, what failed, what could not be placed.

    Example: kgnews doctor -g kgnews.db
    """
    rows = [row for check in (_environment, _sqlite, lambda: _schema(schema or [])) for row in _guarded(check)]
    rows += list(_guarded(lambda: _graph(graph, schema or [], None if list_all else 10)))
    emit(rows, ("check", "state", "detail"), format)
    if any(row["state"] == "bad" for row in rows):
        raise typer.Exit(1)


def _row(check: str, state: str, detail: object) -> Row:
    return {"check": check, "state": state, "detail": str(detail)}


def _guarded(check: Callable[[], Iterator[Row]]) -> Iterator[Row]:
    """What a check says; an error of its own is an answer too, and the other checks go on."""
    from kgnews.cli.errors import describe

    try:
        yield from check()
    except Exception as error:
        message, hint, _ = describe(error)
        yield _row("error", "bad", f"{message} {hint}".strip())


def _environment() -> Iterator[Row]:
    from importlib.metadata import PackageNotFoundError, version

    yield _row("kgnews", "ok", __version__)
    yield _row("python", "ok" if sys.version_info >= (3, 11) else "bad", f"{platform.python_version()} {platform.system()}")
    encoding = sys.stdout.encoding
    yield _row("encoding", "ok" if encoding.lower().replace("-", "") == "utf8" else "note", encoding)
    for name in _LIBRARIES:
        try:
            yield _row(name, "ok", version(name))
        except PackageNotFoundError:
            yield _row(name, "bad", "not installed: pip install kgnews again")


def _sqlite() -> Iterator[Row]:
    import sqlite3

    connection = sqlite3.connect(":memory:")
    found = connection.execute("SELECT 1 FROM pragma_compile_options WHERE compile_options = 'ENABLE_FTS5'").fetchone()
    connection.close()
    yield _row("sqlite", "ok" if found else "bad", sqlite3.sqlite_version + ("" if found else " without FTS5"))


def _schema(folders: list[Path]) -> Iterator[Row]:
    from kgnews import pipeline

    knowledge = pipeline.load_knowledge(folders)
    relations, terms = len(knowledge.ontology.relations), sum(len(found) for found in knowledge.terms.values())
    assert knowledge.rules  # compiled, so that a wrong rule is found here
    yield _row(
        "schema",
        "ok",
        f"{relations} relationship types, {terms} terms, rules compiled, in {', '.join(map(str, knowledge.folders))}",
    )


def _graph(graph: str, folders: list[Path], shown: int | None) -> Iterator[Row]:
    if is_server(graph):
        yield _row("graph", "note", f"{graph}: only graph files are checked")
        return
    if not Path(graph).exists():
        yield _row("graph", "note", f"{graph}: not there yet; kgnews build makes it")
        return
    from kgnews import pipeline

    with ledger(graph) as opened:
        problems = opened.integrity()
        yield _row("integrity", "bad" if problems else "ok", "; ".join(problems[:5]) or graph)
        yield _row("ledger", "ok", ", ".join(f"{count} {name}" for name, count in opened.sizes().items()))
        state = opened.state(pipeline.load_knowledge(folders).fingerprint)
        fresh = state == opened.graph_state()
        yield _row(
            "graph", "ok" if fresh else "note", "up to date" if fresh else "older than ledger, rules or code: kgnews build"
        )
        yield from _quality(opened, folders)
        for failure in opened.failures():
            yield _row("failed", "note", f"{failure.source} ({failure.stage}): {failure.message}")
        for fragment in opened.fragments()[:shown]:
            best = f"; perhaps {'、'.join(fragment.candidates[:3])}" if fragment.candidates else ""
            yield _row(
                "not placed", "note", f"{fragment.page} {fragment.span.start}–{fragment.span.end}: {fragment.text[:60]}{best}"
            )


def _quality(opened: Ledger, folders: list[Path]) -> Iterator[Row]:
    """What deserves a look, by kind with its number; suspected duplicates are asked in `kgnews review`."""
    from kgnews import building
    from kgnews.building import decisions
    from kgnews.lookup.quality import quality_counts

    for row in quality_counts(opened.graph):
        yield _row(row["of"], "note", f"{row['count']} (kgnews quality)")
    nodes = {item.id for item in opened.graph.names()}
    found = decisions.resolved(opened, building.shipped_steps(folders)())
    pairs = [{found.ids[found.keys[key]] for key in (item.left, item.right)} for item in found.doubtful()]
    if asked := sum(pair <= nodes for pair in pairs):
        yield _row("suspected duplicates", "note", f"{asked} (kgnews review)")
