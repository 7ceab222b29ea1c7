"""`kgnews html`: the graph as a page to open, print and send."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kgnews.cli.given import check_dates
from kgnews.cli.graphs import DEFAULT_GRAPH, GraphOption, SchemaOption, graph_store
from kgnews.cli.output import note
from kgnews.errors import KgnewsError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kgnews.html import Guide, Options
    from kgnews.records import Graph
    from kgnews.records.graphstore import GraphStore


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(rich_help_panel="Share")(html)


def html(
    output: Annotated[Path, typer.Option("-o", "--output", help="The file to write.")] = Path("kgnews.html"),
    split: Annotated[Path | None, typer.Option("--split", help="A folder instead: an index page and a page an entity.")] = None,
    focus: Annotated[str, typer.Option(help="Only this entity and what is around it (a name, an alias or an id).")] = "",
    hops: Annotated[int, typer.Option(min=1, max=6, help="How far around --focus.")] = 2,
    path: Annotated[tuple[str, str], typer.Option(metavar="A B", help="Open with the shortest links between two.")] = ("", ""),
    top: Annotated[int, typer.Option(min=1, help="So many of the best connected in the picture; search finds all.")] = 3000,
    since: Annotated[str, typer.Option(help="Not before this date (2020, 2020-11 or 2020-11-05).")] = "",
    until: Annotated[str, typer.Option(help="Not after this date.")] = "",
    types: Annotated[list[str] | None, typer.Option("--type", help="Only this label or relation (Person, 出席, …).")] = None,
    min_confidence: Annotated[float, typer.Option(min=0, max=1, help="Only facts at least so sure.")] = 0.0,
    title: Annotated[str, typer.Option(help="The title of the page.")] = "",
    lang: Annotated[str, typer.Option(help="Language at first: zh or en.")] = "zh",
    quotes: Annotated[bool, typer.Option("--quotes/--no-quotes", help="With the quoted sentences, or without.")] = True,
    open_: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
    schema: SchemaOption = None,
    graph: GraphOption = DEFAULT_GRAPH,
) -> None:
    """Write the graph as one HTML file: offline, searchable, each fact with its quotation.

    Examples: kgnews html -o graph.html --open · kgnews html --focus 贾敬敏 --hops 2 · kgnews html --split site
    """
    from kgnews.html import Options
    from kgnews.records.graphstore import whole_graph

    if lang not in ("zh", "en"):
        raise KgnewsError(f"--lang {lang}: there is no such language", "zh or en")
    check_dates(since, until)
    guide = _guide(schema or ())
    with graph_store(graph) as store:
        options = Options(
            title=title,
            lang=lang,
            focus=_id(store, focus) if focus else None,
            hops=hops if focus else 1,
            path=(_id(store, path[0]), _id(store, path[1])) if path[0] else None,
            top=top,
            since=since or None,
            until=until or None,
            types=_types(types or (), guide),
            min_confidence=min_confidence,
            quotes=quotes,
        )
        records = whole_graph(store)
    _write(records, options, guide, split, output)
    if open_:
        typer.launch(str(split / "index.html" if split else output))


def write_path_page(store: GraphStore, ends: tuple[str, str], output: Path) -> None:
    """The page that opens with the links between two node ids, for ``kgnews path --html``."""
    from kgnews.html import Options
    from kgnews.records.graphstore import whole_graph

    _write(whole_graph(store), Options(path=ends), _guide(()), None, output)


def _write(records: Graph, options: Options, guide: Guide, split: Path | None, output: Path) -> None:
    from kgnews.html import render, render_split, write_file, write_folder

    if not records.nodes:
        raise KgnewsError("the graph is empty", "build it first: kgnews build FILES")
    if split:
        count = write_folder(split, render_split(records, options, guide))
        note(f"{split}: {count} pages")
        return
    page = render(records, options, guide)
    write_file(output, page)
    note(f"{output}: {len(page) / 1e6:.1f} MB")


def _guide(folders: Sequence[Path]) -> Guide:
    from kgnews import paths
    from kgnews.html import guide_from_ontology
    from kgnews.schema import load_ontology, load_rules

    every = (paths.schema_dir(), *folders)
    patterns = {item.rule.id: " | ".join(item.rule.pattern) or item.rule.note for item in load_rules(*every)}
    return guide_from_ontology(load_ontology(*every).model_dump(), patterns)


def _id(store: GraphStore, name: str) -> str:
    """The node that a person means; where several bear the name, the best known, and the others are told."""
    from kgnews import lookup

    found = lookup.find_meant(store, name)
    for other in found[1:]:
        note(f"“{name}” is also {other.id} ({other.label} {other.name}): give the id to choose it")
    return found[0].id


def _types(wanted: Sequence[str], guide: Guide) -> frozenset[str]:
    """Labels and relationship types by id or by their Chinese or English name."""
    known = {**guide.labels, **guide.relations}
    names = {alias: id_ for id_, word in known.items() for alias in (id_, id_.lower(), word.zh, word.en)}
    unknown = [one for one in wanted if one not in names]
    if unknown:
        raise KgnewsError(f"--type {unknown[0]}: neither a label nor a relation", "one of: " + ", ".join(known))
    return frozenset(names[one] for one in wanted)
