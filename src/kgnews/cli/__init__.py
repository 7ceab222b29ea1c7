"""The command line. Each module of this package adds its commands; heavy imports stay inside the commands."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Annotated

import typer

from kgnews import __version__

MODULES = ("build", "extract", "lookup", "rules", "evaluate", "curate", "share", "html", "neo4j", "demo", "doctor")

app = typer.Typer(
    name="kgnews",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kgnews {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show a traceback with an error.")] = False,
) -> None:
    """Chinese news into a knowledge graph of officials, organizations and events, each fact with its quotation."""


for _name in MODULES:
    if find_spec(f"kgnews.cli.{_name}"):
        import_module(f"kgnews.cli.{_name}").register(app)


def main() -> None:
    """Entry point of the console script."""
    from kgnews.cli.errors import run

    run(app)
