"""demo: the sample inputs as a graph, a look-up and a page, in one command."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kgnews.cli.output import clean, note

# The day of the sample newspaper page, whose articles bear no date of their own.
_DATE = "2020-11-09"
_NAME = "贾敬敏"
_READ = {".md", ".txt", ".html", ".jsonl"}


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(rich_help_panel="Other")(demo)


def demo(
    folder: Annotated[Path, typer.Argument(metavar="[FOLDER]", help="Where demo.db and demo.html go.", file_okay=False)] = Path(),
) -> None:
    """Build a graph of the shipped samples, show 贾敬敏 with every quotation, write the HTML view.

    Example: kgnews demo /tmp/demo
    """
    from kgnews import building, lookup
    from kgnews.cli.cards import write_cards
    from kgnews.cli.graphs import ledger
    from kgnews.pages import ReadOptions, read_inputs

    folder.mkdir(parents=True, exist_ok=True)
    graph = folder / "demo.db"
    with ledger(str(graph), write=True) as opened:
        summary = building.build(opened, read_inputs(sample_inputs(), ReadOptions(date=_DATE)), building.shipped_steps())
        counts = opened.graph.counts()
        facts = sum(counts.edges.values()) - counts.edges.get("MENTIONED_IN", 0)
        note(f"{graph}: {counts.nodes.get('Article', 0)} articles, {facts} facts")
        write_cards([lookup.card(opened.graph, node) for node in lookup.find(opened.graph, _NAME)], None)
    for failure in summary.failures:
        note(f"failed: {failure.source} {failure.message}")
    _write_page(graph, folder / "demo.html")
    place = clean(str(graph))
    note(f"next: kgnews who 科技部火炬中心 -g {place} · kgnews path 贾敬敏 蔡家华 -g {place} · kgnews stats -g {place}")
    if summary.failures:
        raise typer.Exit(3)


def sample_inputs() -> list[Path]:
    """The shipped sample articles."""
    from kgnews import paths

    found = sorted(path for path in paths.seeds_dir().iterdir() if path.suffix in _READ)
    return [path for path in found if not path.stem.upper().startswith("README")]


def _write_page(graph: Path, page: Path) -> None:
    from kgnews.cli.html import html

    html(output=page, split=None, graph=str(graph), types=None, schema=None, title="kgnews demo")
