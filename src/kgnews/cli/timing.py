"""Time and derived links: posts, successions, mentions, links, quality."""

from __future__ import annotations

from typing import Annotated

import typer

from kgnews.cli.graphs import DEFAULT_GRAPH, GraphOption, graph_store, ledger
from kgnews.cli.output import Format, FormatOption, OutputOption, emit
from kgnews.errors import NotFoundError

_PANEL = "Look up"
DoubtfulOption = Annotated[bool, typer.Option("--doubtful", help="Also facts that are doubtful.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (posts, successions, mentions, links, quality):
        app.command(rich_help_panel=_PANEL)(command)


def posts(
    body: Annotated[str, typer.Argument(metavar="[ORG]", help="Only of this body.")] = "",
    doubtful: DoubtfulOption = False,
    graph: GraphOption = DEFAULT_GRAPH,
    format: FormatOption = Format.AUTO,
    output: OutputOption = None,
) -> None:
    """A row per person, body, post and spell, ready for a statistics package: observed from and to, start and end as told.

    Example: kgnews posts -f csv -o posts.csv
    """
    from kgnews import lookup
    from kgnews.lookup.spells import SPELL_COLUMNS, spells

    with graph_store(graph) as store:
        ids = [node.id for node in lookup.find_meant(store, body, ("Organization",))] if body else None
        rows = spells(store, ids, doubtful)
    if not rows:
        raise NotFoundError("no posts known", "name another body, or try --doubtful")
    emit(rows, SPELL_COLUMNS, format, output)


def successions(
    body: Annotated[str, typer.Argument(metavar="[ORG]", help="A body; all of them without it.")] = "",
    title: Annotated[str, typer.Option(help="Only this post.")] = "",
    graph: GraphOption = DEFAULT_GRAPH,
    format: FormatOption = Format.AUTO,
    output: OutputOption = None,
) -> None:
    """Who followed whom in a post that one person holds; vacancies; posts that two were reported in.

    Example: kgnews successions 国务院 --title 总理
    """
    from kgnews import lookup
    from kgnews.lookup.offices import SUCCESSION_COLUMNS
    from kgnews.lookup.offices import successions as found

    with graph_store(graph) as store:
        nodes = lookup.find_meant(store, body, ("Organization",)) if body else None
        rows = found(store, nodes, title)
    if not rows:
        raise NotFoundError("no successions known", "only posts held by one person (书记, 市长) with two dated holders have one")
    emit(rows, SUCCESSION_COLUMNS, format, output)


def mentions(
    name: Annotated[str, typer.Argument(help="A name, an alias or the id of an entity.")],
    graph: GraphOption = DEFAULT_GRAPH,
    format: FormatOption = Format.AUTO,
    output: OutputOption = None,
) -> None:
    """Every sentence that names someone or something, also those without a fact.

    Example: kgnews mentions 贾敬敏 -f md
    """
    from kgnews.building.mentions import MENTION_COLUMNS, mention_rows

    with ledger(graph) as opened:
        rows = mention_rows(opened, name)
    if not rows:
        raise NotFoundError(f"没有“{name}” (no sentence names it)", "try `kgnews search`")
    emit(rows, MENTION_COLUMNS, format, output)


def links(
    name: Annotated[str, typer.Argument(help="A name, an alias or the id of a person.")],
    graph: GraphOption = DEFAULT_GRAPH,
    format: FormatOption = Format.AUTO,
    output: OutputOption = None,
) -> None:
    """Derived links of a person: appeared together, colleagues at one time, predecessor and successor; with their facts.

    Example: kgnews links 贾敬敏
    """
    from kgnews import lookup
    from kgnews.lookup.derived import derived_links

    with graph_store(graph) as store:
        nodes = lookup.find_meant(store, name, ("Person",))
        edges = derived_links(store, [node.id for node in nodes])
        rows = lookup.Reader(store).rows(edges)
    if not rows:
        raise NotFoundError(f"“{name}”没有推导出的联系 (no derived links)")
    rows.sort(key=lambda row: (row["type"], -int(row.get("weight", 0)), row["subject"], row["object"], row["fact"]))
    emit(rows, ("type", "subject", "object", "weight", "body", "title", "facts", "fact"), format, output)


def quality(
    graph: GraphOption = DEFAULT_GRAPH,
    format: FormatOption = Format.AUTO,
    output: OutputOption = None,
) -> None:
    """What deserves a look: names of several people, posts with two holders, bodies known to one article only, undated events.

    Suspected duplicates stand in `kgnews review --list`. Example: kgnews quality -f csv
    """
    from kgnews.lookup.quality import QUALITY_COLUMNS, quality_rows

    with graph_store(graph) as store:
        rows = quality_rows(store)
    emit(rows, QUALITY_COLUMNS, format, output)
