"""``kgnews extract``: facts as JSON lines, without a store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kgnews.cli.output import Format, FormatOption, OutputOption

if TYPE_CHECKING:
    from kgnews.pages import ReadOptions
    from kgnews.pipeline import Knowledge

COLUMNS = ("article", "type", "subject", "object", "title", "status", "quote", "rule", "confidence")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(rich_help_panel="Build")(extract)


def extract(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT...", help="Files, folders, globs, or - for standard input.")],
    format: FormatOption = Format.AUTO,
    output: OutputOption = None,
    date: Annotated[str | None, typer.Option(help="Date of inputs that have none (2020-11-09).")] = None,
    home: Annotated[str | None, typer.Option(help="Place or body whose news it is, for 我市, 市委, 我校.")] = None,
    id: Annotated[str | None, typer.Option(help="Id of the one page that is given.")] = None,
    schema: Annotated[list[Path] | None, typer.Option(help="Folder with own rules and terms; may be repeated.")] = None,
    doubtful: Annotated[bool, typer.Option(help="Also print doubtful facts, marked as such.")] = False,
) -> None:
    """Read articles and print their facts, each with its quotations.

    Examples: kgnews extract seeds/newspaper-page-2020-11.md --date 2020-11-09 · kgnews extract - -f csv -o facts.csv
    """
    from kgnews.cli.output import emit, resolve_format
    from kgnews.pages import ReadOptions
    from kgnews.pipeline import load_knowledge

    failures: list[str] = []
    facts = _facts(inputs, ReadOptions(date=date, home=home, id=id), load_knowledge(schema or ()), failures)
    rows = (fact for fact in facts if doubtful or not fact.get("doubtful"))
    wanted = resolve_format(format, output)
    if wanted not in (Format.JSON, Format.JSONL):
        rows = (_flat(fact) for fact in rows)
    emit(rows, COLUMNS, wanted, output)
    if failures:
        raise typer.Exit(3)


def _facts(inputs: list[str], options: ReadOptions, knowledge: Knowledge, failures: list[str]) -> Iterator[dict[str, Any]]:
    from kgnews.cli.errors import report
    from kgnews.errors import KgnewsError
    from kgnews.pipeline import read_all
    from kgnews.records import claim_to_json

    for item in read_all(inputs, options, knowledge):
        if isinstance(item, KgnewsError):
            failures.append(item.message)
            report(item.message, item.hint)
        else:
            yield from (claim_to_json(claim) for claim in item.claims)


def _flat(fact: dict[str, Any]) -> dict[str, Any]:
    properties = fact["properties"]
    return fact | {
        "subject": fact["subject"]["name"],
        "object": fact["object"]["name"] if fact["object"] else "",
        "title": properties.get("title", ""),
        "status": properties.get("status", ""),
        "quote": next((item["quote"] for item in fact["evidence"]), ""),
    }
