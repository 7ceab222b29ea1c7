"""build and remove: articles into the graph, and out again."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from kgnews.cli.graphs import DEFAULT_GRAPH, GraphOption, SchemaOption, ledger
from kgnews.cli.output import note

if TYPE_CHECKING:
    from kgnews.building import Progress, Summary
    from kgnews.store.ledger import Failure, Ledger

_PANEL = "Build"


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command(rich_help_panel=_PANEL)(build)
    app.command(rich_help_panel=_PANEL)(remove)


def build(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="INPUT…",
            help="Files, folders, globs, - for standard input: txt md html jsonl csv pdf docx zip. None: read the ledger again.",
            show_default=False,
        ),
    ] = None,
    date: Annotated[str | None, typer.Option(help="The date of inputs that have none (2020-11-09).")] = None,
    home: Annotated[str | None, typer.Option(help="The place or body whose news it is, for inputs that name none.")] = None,
    id: Annotated[str | None, typer.Option("--id", help="The id of the one page that is given.")] = None,
    jobs: Annotated[int, typer.Option("-j", "--jobs", min=0, help="Processes (0: by the work and the machine).")] = 0,
    schema: SchemaOption = None,
    graph: GraphOption = DEFAULT_GRAPH,
) -> None:
    """Read articles into the graph. What is unchanged is skipped; what changed replaces its old facts.

    Examples: kgnews build page.txt --date 2020-11-09 · kgnews build news/ more.jsonl · kgnews build
    """
    from kgnews import building
    from kgnews.pages import ReadOptions, read_inputs

    pages = read_inputs(inputs, ReadOptions(date=date, home=home, id=id)) if inputs else iter(())
    with ledger(graph, write=True) as opened, _progress() as progress:
        summary = building.build(opened, pages, building.shipped_steps(schema or ()), jobs, progress)
        _tell(opened, summary, graph)
    if summary.failures:
        raise typer.Exit(3)


def remove(
    articles: Annotated[list[str], typer.Argument(metavar="ARTICLE…", help="Ids of articles, or of whole pages.")],
    schema: SchemaOption = None,
    graph: GraphOption = DEFAULT_GRAPH,
) -> None:
    """Take articles out of the graph again, with all their facts.

    Example: kgnews remove news-2020-11-05#2
    """
    from kgnews import building
    from kgnews.errors import NotFoundError

    with ledger(graph) as _:
        pass  # a ledger that is not there is not made by taking something out of it
    with ledger(graph, write=True) as opened:
        summary = building.remove(opened, articles, building.shipped_steps(schema or ())())
        for article in summary.removed:
            note(f"removed: {article}")
        _tell(opened, summary, graph)
    if summary.failures:
        lost = "、".join(failure.source for failure in summary.failures)
        raise NotFoundError(f"no such article: {lost}", "ids stand in the column article of `kgnews show NAME`")


def _tell(opened: Ledger, summary: Summary, graph: str) -> None:
    for failure in summary.failures:
        note(_failed(failure))
    sizes, counts = opened.sizes(), opened.graph.counts()
    facts = sum(counts.edges.values()) - counts.edges.get("MENTIONED_IN", 0)
    entities = sum(counts.nodes.values()) - counts.nodes.get("Article", 0)
    if summary.given:
        lost = sum(failure.stage == "input" for failure in summary.failures)
        note(f"{summary.given} inputs: {summary.unchanged} unchanged, {lost} failed")
    unread = sum(failure.stage in {"cut", "read"} for failure in summary.failures)  # also of earlier builds, tried again
    failed = f", {unread} failed" if unread else ""
    note(f"{summary.read} articles read{failed}; {summary.changed} changes to the graph")
    if sizes["fragments"]:
        note(f"{sizes['fragments']} pieces of pages could not be placed (see `kgnews doctor`)")
    doubtful = sum(counts.doubtful.values())
    note(f"{graph}: {sizes['articles']} articles, {entities} entities, {facts} facts, {doubtful} doubtful")


def _failed(failure: Failure) -> str:
    return f"failed: {failure.source + ': ' if failure.source else ''}{failure.message}"


@contextmanager
def _progress() -> Iterator[Progress]:
    """A bar on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda stage, done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks = {stage: bars.add_task(stage, total=None, visible=False) for stage in ("cut", "read", "graph")}
        yield lambda stage, done, total: bars.update(tasks[stage], completed=done, total=total, visible=True)
