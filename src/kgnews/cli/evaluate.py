"""``kgnews eval``: facts against a gold standard."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kgnews.cli.output import Format, FormatOption, OutputOption, emit, note
from kgnews.cli.rules import SchemaOption

if TYPE_CHECKING:
    from kgnews.evaluate import Figures, GoldRecord, Scored
    from kgnews.evaluate.score import Tally
    from kgnews.pipeline import Knowledge
    from kgnews.schema import Confidence


class By(StrEnum):
    """What the figures are given for."""

    TYPE = "type"
    RULE = "rule"


_COLUMNS = ["gold", "found", "wrong", "precision", "recall", "f1"]


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("eval", rich_help_panel="Curate")(evaluate)


def evaluate(
    gold: Annotated[Path, typer.Argument(help="Gold records, one article a line.", exists=True, dir_okay=False)],
    by: Annotated[By, typer.Option(help="Figures for each type or each rule.")] = By.TYPE,
    errors: Annotated[bool, typer.Option("--errors", help="List wrong and missed facts with their words.")] = False,
    min_f1: Annotated[float, typer.Option("--min-f1", help="Exit code 1 below this F1.", min=0.0, max=1.0)] = 0.0,
    write_confidence: Annotated[bool, typer.Option("--write-confidence", help="Write confidence.yml from this.")] = False,
    schema: SchemaOption = None,
    format: FormatOption = Format.AUTO,
    output: OutputOption = None,
) -> None:
    """Read the articles of a gold file and measure the facts against it.

    Example: kgnews eval gold/dev.jsonl --by rule
    """
    from kgnews.evaluate import load_gold, measure, score, tally
    from kgnews.pipeline import load_knowledge, read_article

    records = load_gold(gold)
    knowledge = load_knowledge(schema or ())
    readings = [read_article(record.article(), knowledge).claims for record in records]
    scored = [score(record, claims) for record, claims in zip(records, readings, strict=True)]
    total = tally(scored)
    if errors:
        rows = [row for item in scored for row in _errors(item)]
        emit(rows, ["what", "article", "type", "subject", "object", "title", "rule", "quote"], format, output)
    elif by is By.RULE:
        emit(list(_rule_rows(total, knowledge)), ["rule", "found", "wrong", "precision", "low", "confidence"], format, output)
    else:
        emit(list(_type_rows(total)), ["type", *_COLUMNS], format, output)
    _summary(total, len(records))
    if write_confidence:
        doubts = tally(score(record, claims, doubtful=True) for record, claims in zip(records, readings, strict=True))
        confidence = measure(total, _main_types(knowledge), f"{gold.name}: {total.whole.gold} facts", doubts.whole)
        _write_confidence(confidence, (schema or [])[-1:])
    if (total.whole.f1 or 0.0) < min_f1:
        note(f"F1 is under {min_f1}")
        raise typer.Exit(1)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)


def _figures(figures: Figures) -> dict[str, Any]:
    return {
        "gold": figures.gold,
        "found": figures.found,
        "wrong": figures.wrong,
        "precision": _rounded(figures.precision),
        "recall": _rounded(figures.recall),
        "f1": _rounded(figures.f1),
    }


def _type_rows(total: Tally) -> Iterator[dict[str, Any]]:
    for kind, figures in (*total.types.items(), ("ALL", total.whole)):
        yield {"type": kind, **_figures(figures)}


def _rule_rows(total: Tally, knowledge: Knowledge) -> Iterator[dict[str, Any]]:
    from kgnews.evaluate import measure

    measured = measure(total, _main_types(knowledge), "")
    for name, figures in sorted(total.rules.items(), key=lambda item: (-item[1].wrong, item[0])):
        entry = measured.rules[name]
        yield {
            "rule": name, "found": figures.found, "wrong": figures.wrong, "precision": _rounded(figures.precision),
            "low": entry.low, "high": entry.high, "confidence": entry.value,
        }  # fmt: skip


def _main_types(knowledge: Knowledge) -> dict[str, str]:
    return {item.rule.id: item.rule.claims[0].type for item in knowledge.rules.rule_set}


def _errors(item: Scored) -> Iterator[dict[str, Any]]:
    for claim in item.wrong:
        yield {
            "what": "wrong", "article": claim.article, "type": claim.type, "subject": claim.subject.name,
            "object": claim.object.name if claim.object else "", "title": claim.properties.get("title", ""),
            "rule": claim.rule, "quote": claim.evidence[0].quote,
        }  # fmt: skip
    for fact in item.missed:
        yield {
            "what": "missed", "article": item.record.id, "type": fact.type, "subject": _name(item.record, fact.subject),
            "object": _name(item.record, fact.object) if fact.object else fact.value,
            "title": "/".join(fact.titles), "rule": "", "quote": fact.evidence,
        }  # fmt: skip


def _name(record: GoldRecord, key: str) -> str:
    return record.entities[key].names[0]


def _summary(total: Tally, articles: int) -> None:
    figures = total.whole
    known = {key: getattr(figures, key) for key in ("precision", "recall", "f1")}
    rates = " ".join(f"{key} {value:.3f}" for key, value in known.items() if value is not None)
    note(f"{articles} articles: {rates or 'nothing found'}; found {figures.found} of {figures.gold}, wrong {figures.wrong}")
    for name, counts in (("status", total.status), ("names", total.names)):
        note(f"{name}: {counts[True]} of {sum(counts.values())} right")


def _write_confidence(confidence: Confidence, folder: list[Path]) -> None:
    from kgnews.cli.output import opened
    from kgnews.evaluate.calibrate import as_yaml
    from kgnews.paths import schema_dir

    target = (folder[0] if folder else schema_dir()) / "confidence.yml"
    with opened(target) as stream:
        stream.write(as_yaml(confidence))
    note(f"wrote {target}")
