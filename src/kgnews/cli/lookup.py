"""Look-ups: search, show, path, timeline, common, who, stats, why."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from kgnews.cli.given import check_dates, read_lines
from kgnews.cli.graphs import DEFAULT_GRAPH, GraphOption, graph_store, is_server, ledger
from kgnews.cli.output import Format, FormatOption, OutputOption, Row, emit, note, resolve_format
from kgnews.cli.why import why
from kgnews.errors import KgnewsError, NotFoundError

if TYPE_CHECKING:
    from kgnews.records import Node
    from kgnews.records.graphstore import GraphStore

DoubtfulOption: TypeAlias = Annotated[bool, typer.Option("--doubtful", help="Also facts that are doubtful.")]
LabelOption: TypeAlias = Annotated[
    list[str] | None, typer.Option("-l", "--label", help="Only entities of this kind (Person, Organization, Event, …).")
]
_PANEL = "Look up"


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (search, show, path, timeline, common, who, stats, why):
        app.command(rich_help_panel=_PANEL)(command)


def search(
    text: Annotated[str, typer.Argument(help="A piece of a name or of a quotation; several words must all be there.")],
    label: LabelOption = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many entities, and so many facts.")] = 20,
    doubtful: DoubtfulOption = False,
    graph: GraphOption = DEFAULT_GRAPH,
    format: FormatOption = Format.AUTO,
    output: OutputOption = None,
) -> None:
    """Find entities and facts by a piece of a name or of a quotation.

    Example: kgnews search 火炬中心
    """
    from kgnews import lookup
    from kgnews.lookup.search import SEARCH_COLUMNS

    with graph_store(graph) as store:
        rows = lookup.search(store, text, _labels(label), limit, doubtful)
        if not rows:
            raise NotFoundError(f"没有“{text}” (nothing found)", lookup.suggestion(lookup.near_names(store, text)))
        emit(rows, SEARCH_COLUMNS, format, output)


def show(
    name: Annotated[str | None, typer.Argument(help="The name, an alias or the id of an entity.")] = None,
    batch: Annotated[str | None, typer.Option("--batch", help="A file with one name a line (- is standard input).")] = None,
    label: LabelOption = None,
    doubtful: DoubtfulOption = False,
    graph: GraphOption = DEFAULT_GRAPH,
    format: FormatOption = Format.AUTO,
    output: OutputOption = None,
) -> None:
    """The card of an entity: dated posts, events, connections, each with its quotations.

    Examples: kgnews show 贾敬敏 · kgnews show --batch names.txt -o facts.csv
    """
    from kgnews import lookup
    from kgnews.lookup.card import CARD_COLUMNS

    names = _names(name, batch)
    found, missing = [], []
    with graph_store(graph) as store:
        for wanted in names:
            try:
                nodes = lookup.find(store, wanted, _labels(label))
            except NotFoundError as error:
                missing.append(error)
                continue
            cards = {node.id: lookup.card(store, node, doubtful) for node in nodes}
            for key, found_card in list(cards.items()):  # a place and the body that acts for it are one card
                if key in cards:
                    cards.pop(found_card["entity"]["also"] or "", None)
            found += [(wanted, found_card) for found_card in cards.values()]
    if batch is None and missing:
        raise missing[0]
    if resolve_format(format, output) is Format.TABLE:
        from kgnews.cli.cards import write_cards

        write_cards([card for _, card in found], output)
    else:
        head = ("query",) if batch is not None else ()
        rows = [{"query": wanted} | row if batch else row for wanted, card in found for row in lookup.card_rows(card)]
        emit(rows, (*head, *CARD_COLUMNS), format, output)
    for lost in missing:
        note(f"{lost.message} {lost.hint}")
    if missing:
        raise typer.Exit(1)


def path(
    start: Annotated[str, typer.Argument(metavar="A", help="A name, an alias or an id.")],
    goal: Annotated[str, typer.Argument(metavar="B", help="Another.")],
    hops: Annotated[int, typer.Option(min=1, max=8, help="At most so many facts long.")] = 4,
    limit: Annotated[int, typer.Option(min=1, help="At most so many paths of the shortest length.")] = 3,
    mentions: Annotated[bool, typer.Option("--mentions", help="Also by way of articles that mention both.")] = False,
    html: Annotated[Path | None, typer.Option("--html", help="Also write a page that opens with these paths.")] = None,
    graph: GraphOption = DEFAULT_GRAPH,
    format: FormatOption = Format.AUTO,
    output: OutputOption = None,
) -> None:
    """The shortest ways from one entity to another, each step with its quotation.

    Examples: kgnews path 贾敬敏 蔡家华 · kgnews path 贾敬敏 蔡家华 --html path.html
    """
    from kgnews import lookup
    from kgnews.lookup.walks import PATH_COLUMNS

    with graph_store(graph) as store:
        starts, goals = _meant(store, start), _meant(store, goal)
        if {node.id for node in starts} & {node.id for node in goals}:
            raise KgnewsError(f"“{start}” and “{goal}” are one entity", "name two, or give an id (see `kgnews search`)")
        found = lookup.shortest_paths(store, starts, goals, hops, limit, mentions)
        if not found:
            hint = "try --hops 6, or --mentions" if not mentions else "try --hops 6"
            raise NotFoundError(f"“{start}”与“{goal}”之间没有路径 (no path of at most {hops} facts)", hint)
        if html:
            from kgnews.cli.html import write_path_page

            write_path_page(store, (found[0][0], found[0][-1]), html)
        _emit_facts(lookup.path_rows(store, found), PATH_COLUMNS, format, output, "path")


def timeline(
    names: Annotated[list[str], typer.Argument(metavar="NAME…", help="Names, aliases or ids.")],
    since: Annotated[str, typer.Option(help="Not before this date (2020, 2020-11 or 2020-11-05).")] = "",
    until: Annotated[str, typer.Option(help="Not after this date.")] = "",
    doubtful: DoubtfulOption = False,
    graph: GraphOption = DEFAULT_GRAPH,
    format: FormatOption = Format.AUTO,
    output: OutputOption = None,
) -> None:
    """What happened when: the facts of one or several entities by date.

    Example: kgnews timeline 贾敬敏 科技部火炬中心 --since 2020-11
    """
    from kgnews import lookup
    from kgnews.lookup.walks import TIMELINE_COLUMNS

    check_dates(since, until)
    with graph_store(graph) as store:
        nodes = [node for name in names for node in _meant(store, name)]
        rows = lookup.timeline(store, nodes, since, until, doubtful)
        if not rows:
            raise NotFoundError("no facts in that time")
        _emit_facts(rows, TIMELINE_COLUMNS, format, output)


def common(
    one: Annotated[str, typer.Argument(metavar="A", help="A name, an alias or an id.")],
    other: Annotated[str, typer.Argument(metavar="B", help="Another.")],
    graph: GraphOption = DEFAULT_GRAPH,
    format: FormatOption = Format.AUTO,
    output: OutputOption = None,
) -> None:
    """What two entities have in common: facts between them, then what both are tied to.

    Example: kgnews common 贾敬敏 蔡家华
    """
    from kgnews import lookup
    from kgnews.lookup.walks import COMMON_COLUMNS

    with graph_store(graph) as store:
        rows = lookup.common(store, _meant(store, one), _meant(store, other))
        if not rows:
            raise NotFoundError(f"“{one}”与“{other}”没有共同之处 (nothing in common)")
        _emit_facts(rows, COMMON_COLUMNS, format, output, "common")


def who(
    body: Annotated[str, typer.Argument(metavar="ORG|TITLE", help="A body; or, before a place, a title.")],
    place: Annotated[str, typer.Argument(metavar="[PLACE]", help="All who bear the title in this place and within it.")] = "",
    on: Annotated[str, typer.Option("--on", help="Only who held a post on this date (2020, 2020-11 or 2020-11-05).")] = "",
    doubtful: DoubtfulOption = False,
    graph: GraphOption = DEFAULT_GRAPH,
    format: FormatOption = Format.AUTO,
    output: OutputOption = None,
) -> None:
    """Who held which post in a body, and when; or who bore a title in a place.

    Examples: kgnews who 科技部火炬中心 --on 2020-11 · kgnews who 副市长 广东 --on 2020-11
    """
    from kgnews import lookup
    from kgnews.lookup.offices import who_in_place
    from kgnews.lookup.posts import WHO_COLUMNS
    from kgnews.lookup.spells import SPELL_COLUMNS

    check_dates(on)
    with graph_store(graph) as store:
        if place:
            spells = who_in_place(store, body, place, on, _divisions)
            _emit_some(spells, ("holds", *SPELL_COLUMNS), format, output, f"“{place}”没有“{body}” (no such post known)")
            return
        rows = lookup.who(store, lookup.find_meant(store, body), on, doubtful)
        if not rows:
            raise NotFoundError(f"“{body}”没有任职记录 (no posts known)")
        _emit_facts(rows, WHO_COLUMNS, format, output, "title")


def stats(
    graph: GraphOption = DEFAULT_GRAPH,
    format: FormatOption = Format.AUTO,
    output: OutputOption = None,
) -> None:
    """How much the graph holds: entities, facts, proofs by rule, and what waits for a person.

    Example: kgnews stats -f csv
    """
    from kgnews import lookup
    from kgnews.lookup.quality import quality_counts

    with graph_store(graph) as store:
        rows = lookup.stats_rows(store) + quality_counts(store)
    if not is_server(graph):
        with ledger(graph) as opened:
            rows = [{"what": "ledger", "of": key, "count": value} for key, value in opened.sizes().items()] + rows
            failures = opened.failures()
        for failure in failures:
            note(f"failed: {failure.source} ({failure.stage}): {failure.message}")
    emit(rows, ("what", "of", "count"), format, output)


def _divisions(place: str) -> tuple[str, ...]:
    """The codes of a division by its name."""
    from kgnews import paths
    from kgnews.resolve.gazetteer import Gazetteer
    from kgnews.schema import load_terms

    return Gazetteer(load_terms(paths.schema_dir())).codes(place)


def _labels(label: list[str] | None) -> tuple[str, ...]:
    return tuple(label or ())


def _names(name: str | None, batch: str | None) -> list[str]:
    if (name is None) == (batch is None):
        raise KgnewsError("give one NAME, or --batch FILE", "example: kgnews show 贾敬敏")
    if batch is None:
        return [str(name)]
    return list(dict.fromkeys(line.strip() for line in read_lines(batch) if line.strip()))


def _meant(store: GraphStore, name: str) -> list[Node]:
    """The nodes of a name, with a word on standard error where they are several."""
    from kgnews import lookup

    nodes = lookup.find_meant(store, name)
    if len(nodes) > 1:
        kinds = "、".join(f"{node.id} ({node.label}, {len(node.articles)} articles)" for node in nodes[:8])
        note(f"“{name}”有 {len(nodes)} 个 (several bear this name, all are taken): {kinds}")
    return nodes


def _emit_facts(rows: Sequence[Row], columns: Sequence[str], format: Format, output: Path | None, heading: str = "") -> None:
    """Facts as sentences with their quotations where a person reads them, else as rows."""
    if resolve_format(format, output) is Format.TABLE:
        from kgnews.cli.cards import write_list

        write_list(rows, heading, output)
    else:
        emit(rows, columns, format, output)


def _emit_some(rows: Sequence[Row], columns: Sequence[str], format: Format, output: Path | None, otherwise: str) -> None:
    if not rows:
        raise NotFoundError(otherwise)
    emit(rows, columns, format, output)
