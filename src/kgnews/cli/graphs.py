"""Which graph a command speaks of, and how it is opened."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from kgnews.errors import KgnewsError

if TYPE_CHECKING:
    from kgnews.records.graphstore import GraphStore
    from kgnews.store.ledger import Ledger
    from kgnews.store.neo4j_graph import Neo4jGraph

_SERVERS = ("bolt://", "neo4j://", "bolt+s://", "neo4j+s://", "bolt+ssc://", "neo4j+ssc://")

GraphOption: TypeAlias = Annotated[
    str,
    typer.Option(
        "-g",
        "--graph",
        envvar="KGNEWS_GRAPH",
        help="The graph: a file, or bolt://… for Neo4j where a command only reads.",
        show_default=True,
    ),
]
DEFAULT_GRAPH = "kgnews.db"

SchemaOption: TypeAlias = Annotated[
    list[Path] | None,
    typer.Option("--schema", help="A folder with own rules and terms beside the shipped ones.", exists=True, file_okay=False),
]


def is_server(graph: str) -> bool:
    """Whether a graph is named by the address of a server."""
    return graph.startswith(_SERVERS)


def _without_password(graph: str) -> str:
    """The address without what stands before @: people do type passwords into addresses."""
    scheme, _, rest = graph.partition("://")
    return f"{scheme}://{rest.rpartition('@')[2]}"


@contextmanager
def ledger(graph: str, write: bool = False) -> Iterator[Ledger]:
    """The ledger of that name; with ``write`` it is made where there is none."""
    from kgnews.store.ledger import Ledger

    if is_server(graph):
        raise KgnewsError(f"{_without_password(graph)}: this command works on a graph file", "name the file with -g")
    with Ledger.open(Path(graph), write) as opened:
        yield opened


@contextmanager
def open_store(uri: str | None, name: str | None = None, password_file: Path | None = None) -> Iterator[Neo4jGraph]:
    """The graph on a server; the address may say ``?graph=NAME&database=NAME``."""
    from kgnews import paths
    from kgnews.schema import load_ontology
    from kgnews.store.neo4j_connect import Connection, find_target
    from kgnews.store.neo4j_graph import Neo4jGraph

    with Connection(find_target(uri, name, password_file)) as connection:
        yield Neo4jGraph(connection, load_ontology(paths.schema_dir()))


@contextmanager
def graph_store(graph: str) -> Iterator[GraphStore]:
    """The graph of that name for reading, in a file or on a server."""
    if is_server(graph):
        with open_store(graph) as store:
            yield store
        return
    with ledger(graph) as opened:
        yield opened.graph
