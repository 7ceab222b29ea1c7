"""push, query and the Browser kit: the graph on a Neo4j server."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from kgnews.cli.graphs import DEFAULT_GRAPH, GraphOption, ledger, open_store
from kgnews.cli.output import Format, FormatOption, OutputOption, emit, note, resolve_format
from kgnews.errors import KgnewsError

if TYPE_CHECKING:
    from kgnews.store.neo4j_connect import Target
    from kgnews.store.neo4j_push import Delta, Plan, Report

UriOption: TypeAlias = Annotated[
    str | None,
    typer.Option("--uri", help="The server (default: NEO4J_URI, else bolt://localhost:7687); neo4j+s://… for a cluster or Aura."),
]
NameOption: TypeAlias = Annotated[
    str | None, typer.Option("--name", help="The graph's name on the server, which keeps several apart (default: kgnews).")
]
PasswordOption: TypeAlias = Annotated[
    Path | None, typer.Option("--password-file", help="A file with the password (default: NEO4J_PASSWORD).", dir_okay=False)
]
_PANEL = "Neo4j"
_GUIDE_PORT = 8001


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command(rich_help_panel=_PANEL)(push)
    app.command(rich_help_panel=_PANEL)(query)
    group = typer.Typer(no_args_is_help=True, help="The kit for Neo4j Browser: server, favourites, style, guide.")
    group.command()(init)
    group.command()(guide)
    app.add_typer(group, name="neo4j", rich_help_panel=_PANEL)


def push(
    uri: UriOption = None,
    name: NameOption = None,
    password_file: PasswordOption = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change, and change nothing.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Write anew what seems unchanged, too.")] = False,
    graph: GraphOption = DEFAULT_GRAPH,
) -> None:
    """Bring the graph to a Neo4j server: only what differs is sent, what is gone is withdrawn.

    A second push writes nothing; one that was cut off is simply run again. What others keep in the database stays.

    Examples: kgnews push · kgnews push --dry-run · kgnews push --uri neo4j+s://example.databases.neo4j.io --name daily
    """
    from kgnews.store.neo4j_push import Report, plan_push
    from kgnews.store.neo4j_push import push as run

    with ledger(graph) as source, open_store(uri, name, password_file) as target:
        plan = plan_push(source.graph, target, force)
        if dry_run:
            _tell(Report(plan), target.connection.target, dry=True)
            return
        with _progress(plan) as progress:
            report = run(source.graph, target, progress, force)
        _tell(report, target.connection.target)


@contextmanager
def _progress(plan: Plan) -> Iterator[Callable[[str, int], None] | None]:
    if not sys.stderr.isatty() or not plan:
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        tasks = {"nodes": bar.add_task("nodes", total=len(plan.nodes)), "edges": bar.add_task("edges", total=len(plan.edges))}
        yield lambda what, count: bar.advance(tasks[what], count)


def _tell(report: Report, target: Target, dry: bool = False) -> None:
    from kgnews.store.neo4j_connect import browser_link

    plan, server = report.plan, report.written.server
    if dry:
        note(f"would write to {target.uri}, graph {target.graph} (dry run, nothing was written)")
    if plan:
        note(f"nodes: {_delta(plan.nodes)} · edges: {_delta(plan.edges)}")
    if held := report.written.done["nodes emptied"]:
        note(f"{held} withdrawn nodes were emptied and left standing, because others' relationships hold them")
    if not dry:
        counters = ", ".join(f"{key} {value}" for key, value in sorted(server.items()) if value) or "0 writes"
        state = "brought up to date" if plan else "is up to date already"
        note(f"{target.uri}: the graph {target.graph} {state}: {plan.total_nodes} nodes, {plan.total_edges} edges ({counters})")
        note(f"open: {browser_link(target, _first_look(target.graph))}")


def _delta(delta: Delta) -> str:
    return f"{len(delta.new)} new, {len(delta.changed)} changed, {len(delta.gone)} withdrawn"


def _first_look(graph: str) -> str:
    return f"MATCH p = (:Person {{graph: '{graph}'}})-[r]->() WHERE NOT r:MENTIONED_IN RETURN p LIMIT 100"


def query(
    cypher: Annotated[str | None, typer.Argument(help="Cypher, the name of a saved query, or - for standard input.")] = None,
    parameters: Annotated[
        list[str] | None, typer.Option("-p", "--param", metavar="NAME=VALUE", help="A parameter; numbers and lists as JSON.")
    ] = None,
    write: Annotated[bool, typer.Option("--write", help="Let the query change the database.")] = False,
    listing: Annotated[bool, typer.Option("--list", help="List the saved queries.")] = False,
    queries: Annotated[
        Path | None, typer.Option("--queries", help="A folder with own saved queries (*.cypher).", exists=True, file_okay=False)
    ] = None,
    uri: UriOption = None,
    name: NameOption = None,
    password_file: PasswordOption = None,
    format: FormatOption = Format.AUTO,
    output: OutputOption = None,
) -> None:
    """Ask the server in Cypher: read only unless --write is given.

    Examples: kgnews query 'MATCH (n:Person) RETURN n.name LIMIT 5' · kgnews query cv -p name=贾敬敏 · kgnews query --list
    """
    from kgnews.store.neo4j_connect import Connection, find_target
    from kgnews.store.neo4j_query import find_query, parse_parameters, run_query, saved_queries
    from kgnews.store.neo4j_values import to_json, to_text

    if listing:
        rows = [{"name": q.name, "title": q.title, "parameters": dict(q.defaults)} for q in saved_queries(queries).values()]
        emit(rows, ("name", "title", "parameters"), format, output)
        return
    text = sys.stdin.read() if cypher == "-" else cypher or ""
    if not text.strip():
        raise KgnewsError("no query", "give Cypher, or the name of a saved query (see kgnews query --list)")
    saved = find_query(text, queries)
    target = find_target(uri, name, password_file)
    values = {"graph": target.graph, **(saved.defaults if saved else {}), **parse_parameters(parameters or ())}
    with Connection(target) as connection:
        answer = run_query(connection, saved.text if saved else text, values, write)
    shown = to_json if resolve_format(format, output) in (Format.JSON, Format.JSONL) else to_text
    rows = [dict(zip(answer.columns, map(shown, row), strict=True)) for row in answer.rows]
    if answer.columns:
        emit(rows, answer.columns, format, output)
    if answer.changed:
        note("changed: " + ", ".join(f"{key} {value}" for key, value in answer.changed.items()))


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where the kit is written.", file_okay=False)],
) -> None:
    """Write the kit for Neo4j Browser: compose file with a fresh password, favourites, style, guide.

    Example: kgnews neo4j init neo4j-kit && cd neo4j-kit && docker compose up -d --wait
    """
    from kgnews.store.neo4j_kit import write_kit

    for path in write_kit(folder):
        note(f"wrote {path}")
    note(f"next: see {folder / 'README.md'}")


def guide(
    serve: Annotated[bool, typer.Option("--serve", help="Serve it to Neo4j Browser, until interrupted.")] = False,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port of --serve (0: any).")] = _GUIDE_PORT,
    output: OutputOption = None,
) -> None:
    """The guide for Neo4j Browser, with queries to click: printed, or served on this machine.

    Examples: kgnews neo4j guide -o guide.html · kgnews neo4j guide --serve, then in Browser :play http://localhost:8001/
    """
    from kgnews.cli.output import opened
    from kgnews.store.neo4j_kit import guide_html, guide_server

    if not serve:
        with opened(output) as stream:
            stream.write(guide_html())
        return
    with guide_server(port) as server:
        note(f"in Neo4j Browser: :play http://localhost:{server.server_port}/  (Ctrl-C ends this)")
        server.serve_forever()
