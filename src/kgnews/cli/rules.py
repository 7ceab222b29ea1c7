"""``kgnews rules``: list, show, test, explain, coverage."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

import typer

from kgnews.cli.output import Format, FormatOption, OutputOption, emit, note

if TYPE_CHECKING:
    from kgnews.records import Article
    from kgnews.rules.explain import Attempt, Explained

SchemaOption: TypeAlias = Annotated[
    list[Path] | None,
    typer.Option("--schema", help="A folder with own rules and terms beside the shipped ones.", exists=True, file_okay=False),
]

group = typer.Typer(no_args_is_help=True, help="The rules: list, show, test, explain, coverage.")


def register(app: typer.Typer) -> None:
    """Add the group to the command line."""
    app.add_typer(group, name="rules", rich_help_panel="Curate")


@group.command("list")
def list_rules(schema: SchemaOption = None, format: FormatOption = Format.AUTO, output: OutputOption = None) -> None:
    """List all rules: what they claim, how many texts they carry, measured precision.

    Example: kgnews rules list -f table
    """
    from kgnews.pipeline import load_knowledge

    knowledge = load_knowledge(schema or ())
    rows = []
    for item in knowledge.rules.rule_set:
        rule, measured = item.rule, knowledge.rules.rule_set.confidence.rules.get(item.rule.id)
        rows.append(
            {
                "id": rule.id,
                "claims": sorted({spec.type for spec in rule.claims}),
                "note": rule.note,
                "scope": rule.scope,
                "doubtful": rule.doubtful,
                "examples": len(rule.examples),
                "refuses": len(rule.refuses),
                "right": measured.right if measured else None,
                "wrong": measured.wrong if measured else None,
                "confidence": knowledge.rules.rule_set.confidence.of(rule.id, rule.claims[0].type),
                "file": f"{item.source.path.name}:{item.source.line(item.location)}",
            }
        )
    emit(rows, ["id", "claims", "note", "examples", "refuses", "right", "wrong", "confidence", "file"], format, output)


@group.command()
def show(
    rules: Annotated[list[str], typer.Argument(help="Names of rules.")],
    schema: SchemaOption = None,
    format: FormatOption = Format.JSON,
    output: OutputOption = None,
) -> None:
    """Show rules whole: patterns, the same with macros spelt out, examples and refusals.

    Example: kgnews rules show hosted-by
    """
    from kgnews.errors import NotFoundError
    from kgnews.pipeline import load_knowledge
    from kgnews.rules.explain import spelt
    from kgnews.schema.source import suggest

    knowledge = load_knowledge(schema or ())
    rows: list[dict[str, Any]] = []
    for name in rules:
        if name not in knowledge.rules.rule_set.rules:
            raise NotFoundError(f"no rule {name!r}", suggest(name, knowledge.rules.rule_set.rules))
        item = knowledge.rules.rule_set.rules[name]
        content = item.rule.model_dump(exclude_defaults=True)
        content["spelt_out"] = [spelt(pattern.tree) for pattern in knowledge.rules[name].patterns]
        content["file"] = f"{item.source.path}:{item.source.line(item.location)}"
        rows.append(content)
    emit(rows, ["id", "note", "claims", "pattern", "spelt_out", "file"], format, output)


@group.command("test")
def run_tests(
    rules: Annotated[list[str] | None, typer.Argument(help="Names of rules (default: all).")] = None,
    all_texts: Annotated[bool, typer.Option("--all", help="List what passed, too.")] = False,
    schema: SchemaOption = None,
    format: FormatOption = Format.AUTO,
    output: OutputOption = None,
) -> None:
    """Run the examples and refusals of the rules. Exit code 1 where one fails.

    Example: kgnews rules test hosted-by
    """
    from dataclasses import asdict

    from kgnews.errors import NotFoundError
    from kgnews.pipeline import annotate_article, load_knowledge
    from kgnews.rules import all_claims
    from kgnews.rules.trial import trials
    from kgnews.schema.source import suggest

    knowledge = load_knowledge(schema or ())
    for name in rules or ():
        if name not in knowledge.rules.rule_set.rules:
            raise NotFoundError(f"no rule {name!r}", suggest(name, knowledge.rules.rule_set.rules))
    compiled = knowledge.rules
    claims_of = lambda article: all_claims(annotate_article(article, knowledge), compiled)  # noqa: E731
    done = list(trials(compiled.rule_set, knowledge.ontology, claims_of, rules or ()))
    failed = [item for item in done if not item.passed]
    rows = [{**asdict(item), "passed": item.passed} for item in (done if all_texts else failed)]
    emit(rows, ["rule", "kind", "passed", "text", "problems", "where"], format, output)
    note(f"{len({item.rule for item in done})} rules, {len(done)} texts, {len(failed)} failed")
    if failed:
        raise typer.Exit(1)


@group.command()
def explain(
    sentence: Annotated[str, typer.Argument(help="A sentence or a text; - reads standard input.")],
    rule: Annotated[list[str] | None, typer.Option("--rule", help="Only this rule, also where nothing suggests it.")] = None,
    title: Annotated[str, typer.Option(help="The headline above it.")] = "",
    date: Annotated[str | None, typer.Option(help="The article's date, YYYY-MM-DD.")] = None,
    home: Annotated[str | None, typer.Option(help="The place or body whose news it is.")] = None,
    schema: SchemaOption = None,
    format: FormatOption = Format.AUTO,
    output: OutputOption = None,
) -> None:
    """Show what is read from a sentence: mentions, rules that fired, and how far the others got.

    Example: kgnews rules explain "由科技部主办的大会在京举行"
    """
    import sys

    from kgnews.errors import NotFoundError
    from kgnews.pipeline import annotate_article, load_knowledge
    from kgnews.records import Article
    from kgnews.rules.explain import explain as explained
    from kgnews.schema.source import suggest

    knowledge = load_knowledge(schema or ())
    for name in rule or ():
        if name not in knowledge.rules.rule_set.rules:
            raise NotFoundError(f"no rule {name!r}", suggest(name, knowledge.rules.rule_set.rules))
    text = sys.stdin.read() if sentence == "-" else sentence
    annotated = annotate_article(Article("-", text, title, date, home), knowledge)
    found = explained(annotated, knowledge.rules, rule or ())
    wants_text = format in (Format.TABLE, Format.AUTO) and output is None and (format is Format.TABLE or sys.stdout.isatty())
    if wants_text:
        for item in found:
            _print_explained(item)
        return
    emit((_explained_row(item) for item in found), ["where", "text", "shape", "mentions", "fired"], format, output)


def _print_explained(item: Explained) -> None:
    from kgnews.cli.output import clean

    lines = [item.text, f"  = {item.shape}", *(f"  · {line}" for line in (*item.mentions, *item.context))]
    for attempt in item.attempts:
        lines.extend(f"  {line}" for line in _attempt_lines(attempt))
    print("\n".join(clean(line) for line in lines), end="\n\n")


def _attempt_lines(attempt: Attempt) -> Iterator[str]:
    from kgnews.rules.trial import said

    mark = {"fired": "✓", "matched": "~", "refused": "✗", "overridden": "✗"}.get(attempt.outcome, "…")
    if attempt.outcome == "fired":
        yield f"{mark} {attempt.rule}: “{attempt.reached}”"
        yield from (f"    {said(claim)}" for claim in attempt.claims)
    elif attempt.outcome == "stopped":
        reached = f"“{attempt.reached}” then " if attempt.reached else ""
        yield f"{mark} {attempt.rule} ({attempt.progress:.0%}): {reached}no {attempt.stopped_by} (there stands “{attempt.here}”)"
    else:
        yield f"{mark} {attempt.rule}: “{attempt.reached}”: {attempt.outcome}: {attempt.stopped_by}"


def _explained_row(item: Explained) -> dict[str, Any]:
    from dataclasses import asdict

    from kgnews.records.facts import claim_to_json

    row = asdict(item)
    row["fired"] = [attempt.rule for attempt in item.attempts if attempt.outcome == "fired"]
    row["attempts"] = [
        {key: value for key, value in asdict(attempt).items() if key != "claims" and value}
        | {"claims": [claim_to_json(claim) for claim in attempt.claims]}
        for attempt in item.attempts
    ]
    return row


@group.command()
def coverage(
    inputs: Annotated[list[str], typer.Argument(help="Files or folders of articles; - reads standard input.")],
    sentences: Annotated[int, typer.Option("--sentences", help="List up to this many sentences without a fact.")] = 50,
    schema: SchemaOption = None,
    format: FormatOption = Format.AUTO,
    output: OutputOption = None,
) -> None:
    """List rules that never fire, and sentences with officials or events that give no fact.

    Example: kgnews rules coverage articles.jsonl --sentences 200
    """
    from kgnews.pipeline import annotate_article, load_knowledge
    from kgnews.rules import apply_rules
    from kgnews.rules.coverage import Coverage

    knowledge = load_knowledge(schema or ())
    seen = Coverage(knowledge.rules)
    rows: list[dict[str, Any]] = []
    articles = 0
    for article in _articles(inputs):
        articles += 1
        annotated = annotate_article(article, knowledge)
        for item in seen.add(annotated, apply_rules(annotated, knowledge.rules)):
            if len(rows) < sentences:
                rows.append({"kind": "sentence", "article": item.article, "text": item.text, "names": item.mentions})
    rows = [{"kind": "silent rule", "rule": name} for name in seen.silent()] + rows
    emit(rows, ["kind", "rule", "article", "names", "text"], format, output)
    rate = f"{seen.read / seen.telling:.0%}" if seen.telling else "-"
    note(f"{articles} articles, {seen.sentences} sentences")
    note(f"{seen.telling} name officials or events, {seen.read} ({rate}) of these give a fact")


def _articles(inputs: list[str]) -> Iterator[Article]:
    from kgnews.articles import cut
    from kgnews.errors import InputError
    from kgnews.pages import read_inputs

    for page in read_inputs(inputs):
        if isinstance(page, InputError):
            note(page.message)
            continue
        yield from cut(page)[0]
