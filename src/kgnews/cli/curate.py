"""Curate: review, merge, split, undo, reject, confirm, and the file of judgements."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from kgnews.cli import timing
from kgnews.cli.given import read_lines
from kgnews.cli.graphs import DEFAULT_GRAPH, GraphOption, SchemaOption, ledger
from kgnews.cli.output import Format, FormatOption, OutputOption, emit, note
from kgnews.errors import KgnewsError

if TYPE_CHECKING:
    from kgnews.building import Steps
    from kgnews.records import Node
    from kgnews.records.review import Ruling
    from kgnews.store.ledger import Ledger

_PANEL = "Curate"
NoteOption: TypeAlias = Annotated[str, typer.Option("-m", "--note", help="Why.")]
ByOption: TypeAlias = Annotated[str, typer.Option("--by", envvar="KGNEWS_BY", help="Who decides.")]
LabelOption: TypeAlias = Annotated[list[str] | None, typer.Option("-l", "--label", help="Only entities of this kind.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (review, merge, split, undo, reject, confirm):
        app.command(rich_help_panel=_PANEL)(command)
    judgements = typer.Typer(no_args_is_help=True, help="Decisions as a file that git can keep: list, export, import.")
    judgements.command("list")(list_judgements)
    judgements.command("export")(export_judgements)
    judgements.command("import")(import_judgements)
    app.add_typer(judgements, name="judgements", rich_help_panel=_PANEL)
    timing.register(app)


def review(
    list_only: Annotated[bool, typer.Option("--list", help="Print the queue with its reasons and stop.")] = False,
    limit: Annotated[int, typer.Option(min=1, help="At most so many questions.")] = 200,
    label: LabelOption = None,
    by: ByOption = "",
    schema: SchemaOption = None,
    graph: GraphOption = DEFAULT_GRAPH,
    format: FormatOption = Format.AUTO,
    output: OutputOption = None,
) -> None:
    """Same or not? Goes through doubtful pairs, both cards side by side with their quotations and the reasons.

    Keys: s same, d different, u unsure, k skip, z undo, h history, q quit. Decisions are kept at once.

    Examples: kgnews review · kgnews review --list -f csv -o queue.csv
    """
    from itertools import islice

    from kgnews.building import decisions
    from kgnews.cli.reviewing import QUEUE_COLUMNS, Session, queue_rows
    from kgnews.records.graphstore import NodeQuery

    with _open(graph, schema) as (opened, steps):

        def find(key: str) -> Node | None:
            return next(iter(opened.graph.nodes(NodeQuery(ids=(key,), labels=tuple(label or ())))), None)

        asked = list(islice(decisions.questions(decisions.resolved(opened, steps), find), limit))
        if list_only:
            emit(queue_rows(asked), QUEUE_COLUMNS, format, output)
            return
        if not asked:
            note("nothing is doubtful")
            return
        session = Session(opened, by)
        try:
            session.run(asked)
        finally:
            changed = decisions.judge(opened, steps, (), "unsure", "", by) if session.decided else 0
            note(f"{session.decided} decisions; {changed} changes to the graph")


def merge(
    one: Annotated[str, typer.Argument(metavar="A", help="A name or an id.")],
    other: Annotated[str, typer.Argument(metavar="B", help="Another; without it all that bear the name A.")] = "",
    label: LabelOption = None,
    reason: NoteOption = "",
    by: ByOption = "",
    schema: SchemaOption = None,
    graph: GraphOption = DEFAULT_GRAPH,
) -> None:
    """Two entities are one. Nothing is destroyed: `kgnews undo` takes it back.

    Example: kgnews merge person-0123456789abcdef person-fedcba9876543210 -m "同一份简历"
    """
    from kgnews.building import decisions

    with _open(graph, schema) as (opened, steps):
        nodes = list({node.id: node for name in filter(None, (one, other)) for node in _find(opened, name, label)}.values())
        pairs = decisions.merge_pairs(opened, nodes)
        changed = decisions.judge(opened, steps, pairs, "same", reason, by)
        note(f"{'、'.join(node.id for node in nodes)}: same; {changed} changes to the graph")


def split(
    name: Annotated[str, typer.Argument(help="A name or an id.")],
    article: Annotated[list[str], typer.Option("--article", "-a", help="An article that speaks of the other one (repeat).")],
    label: LabelOption = None,
    reason: NoteOption = "",
    by: ByOption = "",
    schema: SchemaOption = None,
    graph: GraphOption = DEFAULT_GRAPH,
) -> None:
    """One entity is two: what the named articles tell is another's.

    Example: kgnews split 张伟 -a news-12 -a news-15 -m "一为记者"
    """
    from kgnews.building import decisions

    with _open(graph, schema) as (opened, steps):
        nodes = _find(opened, name, label)
        if len(nodes) > 1:
            raise KgnewsError(f"“{name}”: {len(nodes)} entities", f"give one id: {'、'.join(node.id for node in nodes[:8])}")
        changed = decisions.split(opened, steps, nodes[0], article, reason, by)
        note(f"{nodes[0].id}: split; {changed} changes to the graph")


def undo(
    number: Annotated[int | None, typer.Argument(help="Which judgement (see `kgnews judgements list`); the last one.")] = None,
    schema: SchemaOption = None,
    graph: GraphOption = DEFAULT_GRAPH,
) -> None:
    """Take a decision back (all judgements of one merge or split); the graph is then what it was before.

    Example: kgnews undo
    """
    from kgnews.building import decisions
    from kgnews.errors import NotFoundError

    with _open(graph, schema) as (opened, steps):
        gone, changed = decisions.undo(opened, steps, number)
        if not gone:
            raise NotFoundError("there is no such judgement", "see `kgnews judgements list`")
        more = f" and {len(gone) - 1} more" if len(gone) > 1 else ""
        note(f"undone: {gone[0].left} / {gone[0].right}: {gone[0].decision}{more}; {changed} changes to the graph")


def reject(
    fact: Annotated[str, typer.Argument(help="The id of a fact (fact-…) or of a claim.")],
    reason: NoteOption = "",
    by: ByOption = "",
    back: Annotated[bool, typer.Option("--withdraw", help="Take an earlier verdict back.")] = False,
    schema: SchemaOption = None,
    graph: GraphOption = DEFAULT_GRAPH,
) -> None:
    """A fact is wrong: it leaves the graph and stays out of every rebuild.

    Example: kgnews reject fact-0123456789abcdef -m "说的是另一次会议"
    """
    _rule(graph, schema, fact, None if back else "reject", reason, by)


def confirm(
    fact: Annotated[str, typer.Argument(help="The id of a fact (fact-…) or of a claim.")],
    reason: NoteOption = "",
    by: ByOption = "",
    back: Annotated[bool, typer.Option("--withdraw", help="Take an earlier verdict back.")] = False,
    schema: SchemaOption = None,
    graph: GraphOption = DEFAULT_GRAPH,
) -> None:
    """A fact is right, also where it was doubtful; that holds through every rebuild.

    Example: kgnews confirm fact-0123456789abcdef -m "核对过原件"
    """
    _rule(graph, schema, fact, None if back else "confirm", reason, by)


def list_judgements(graph: GraphOption = DEFAULT_GRAPH, format: FormatOption = Format.AUTO, output: OutputOption = None) -> None:
    """All judgements as they were made, the oldest first, with their numbers.

    Example: kgnews judgements list
    """
    with ledger(graph) as opened:
        rows = [
            {"n": item.n, "left": item.left, "right": item.right, "decision": item.decision}
            | {"by": item.by, "when": item.at, "why": item.note}
            for item in opened.review.history()
        ]
    emit(rows, ("n", "decision", "left", "right", "by", "when", "why"), format, output)


def export_judgements(graph: GraphOption = DEFAULT_GRAPH, output: OutputOption = None) -> None:
    """Judgements and verdicts that hold, one JSON object a line.

    Example: kgnews judgements export -o judgements.jsonl
    """
    from kgnews.building import decisions
    from kgnews.cli.output import opened as opened_output

    with ledger(graph) as opened, opened_output(output) as stream:
        stream.writelines(decisions.to_lines(opened))


def import_judgements(
    file: Annotated[str, typer.Argument(help="A file that export wrote (- is standard input).")],
    schema: SchemaOption = None,
    graph: GraphOption = DEFAULT_GRAPH,
) -> None:
    """Take in decisions from a file; what holds already is left as it is.

    Example: kgnews judgements import judgements.jsonl
    """
    from kgnews.building import decisions

    lines = read_lines(file)
    with _open(graph, schema) as (opened, steps):
        new, changed = decisions.from_lines(opened, steps, lines, file)
        note(f"{new} decisions taken in; {changed} changes to the graph")


def _rule(graph: str, schema: list[Path] | None, fact: str, ruling: Ruling | None, reason: str, by: str) -> None:
    from kgnews.building import decisions

    with _open(graph, schema) as (opened, steps):
        claims = decisions.claims_of(opened, steps, fact)
        changed = decisions.rule(opened, steps, claims, ruling, reason, by)
        note(f"{fact}: {ruling or 'verdict withdrawn'} ({len(claims)} claims); {changed} changes to the graph")


@contextmanager
def _open(graph: str, schema: list[Path] | None) -> Iterator[tuple[Ledger, Steps]]:
    """The ledger for writing (it must be there), and the steps that derive its graph."""
    from kgnews import building

    with ledger(graph):
        pass
    with ledger(graph, write=True) as opened:
        yield opened, building.shipped_steps(schema or ())()


def _find(opened: Ledger, name: str, label: list[str] | None) -> list[Node]:
    from kgnews import lookup

    return lookup.find_meant(opened.graph, name, tuple(label or ()))
