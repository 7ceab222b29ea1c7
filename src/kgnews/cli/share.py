"""export: the graph in open formats."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kgnews.cli.graphs import DEFAULT_GRAPH, GraphOption, graph_store
from kgnews.cli.output import note, opened
from kgnews.errors import KgnewsError

if TYPE_CHECKING:
    from kgnews.records import Graph

_FORMATS = "jsonl, csv, posts, graphml, gexf, ftm, turtle, jsonld, cypher, neo4j-admin"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(rich_help_panel="Share")(export)


def export(
    format: Annotated[str, typer.Option("-f", "--format", help=f"{_FORMATS} (csv and neo4j-admin are folders).")] = "jsonl",
    output: Annotated[Path | None, typer.Option("-o", "--output", help="The file, or the folder.")] = None,
    doubtful: Annotated[bool, typer.Option("--doubtful", help="Also facts that are doubtful.")] = False,
    derived: Annotated[bool, typer.Option("--derived", help="Also links that no article states (appeared together, …).")] = False,
    name: Annotated[str, typer.Option("--name", help="The graph's name in Neo4j (cypher, neo4j-admin).")] = "kgnews",
    graph: GraphOption = DEFAULT_GRAPH,
) -> None:
    """Write the graph in an open format. The same graph gives the same bytes.

    Examples: kgnews export -o graph.jsonl · kgnews export -f csv -o tables · kgnews export -f turtle | head
    """
    from kgnews import export as exporting
    from kgnews import paths
    from kgnews.graph import asserted
    from kgnews.lookup.derived import derived_links, with_derived
    from kgnews.records.graphstore import whole_graph
    from kgnews.schema import load_ontology
    from kgnews.store.neo4j_codec import Codec

    if format != "posts" and format not in exporting.STREAM_FORMATS and format not in exporting.FOLDER_FORMATS:
        raise KgnewsError(f"no format {format!r}", f"formats: {_FORMATS}")
    if format == "posts":
        _write_posts(graph, output, doubtful)
        return
    with graph_store(graph) as store:
        whole = with_derived(whole_graph(store), derived_links(store)) if derived else whole_graph(store)
    # what goes into Neo4j is what `push` brings there, where doubtful facts say that they are
    shown = whole if doubtful or format in ("cypher", "neo4j-admin") else asserted(whole)
    rows = Codec(name)  # how the Neo4j store has nodes and edges
    if format in exporting.FOLDER_FORMATS:
        _write_folder(exporting.folder(shown, format, rows), output, format)
    else:
        with opened(output) as stream:
            stream.writelines(exporting.stream(shown, format, load_ontology(paths.schema_dir()), rows))
    _tell(shown, output)


def _write_posts(graph: str, output: Path | None, doubtful: bool) -> None:
    """A row per person, body, post and spell, as csv for a statistics package."""
    from kgnews.cli.output import Format, emit
    from kgnews.lookup.spells import SPELL_COLUMNS, spells

    with graph_store(graph) as store:
        rows = spells(store, None, doubtful)
    emit(rows, SPELL_COLUMNS, Format.CSV, output)


def _write_folder(files: Iterable[tuple[str, Iterable[str]]], output: Path | None, format: str) -> None:
    if output is None:
        raise KgnewsError(f"{format} is several files", "name a folder with -o")
    if output.exists() and not output.is_dir():
        raise KgnewsError(f"{output}: a file, where {format} needs a folder", "name another with -o")
    output.mkdir(parents=True, exist_ok=True)
    for name, pieces in files:
        with opened(output / name) as stream:
            stream.writelines(pieces)


def _tell(graph: Graph, output: Path | None) -> None:
    if output is not None or not sys.stdout.isatty():
        note(f"{len(graph.nodes)} nodes, {len(graph.edges)} relationships{f' in {output}' if output else ''}")
