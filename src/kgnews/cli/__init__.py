"""The command line. Each module of this package adds its commands; heavy imports stay inside the commands."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

from kgnews import __version__

# A module that is named like its command (extract, build) is all that this command needs.
MODULES = ("build", "extract", "lookup", "rules", "evaluate", "curate", "share", "html", "neo4j", "demo", "doctor")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kgnews {__version__}")
        raise typer.Exit


def _root(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show a traceback with an error.")] = False,
) -> None:
    """Chinese news into a knowledge graph of officials, organizations and events, each fact with its quotation."""


def command_line(modules: Sequence[str] = MODULES) -> typer.Typer:
    """The command line with the commands of these modules."""
    app = typer.Typer(
        name="kgnews",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_root)
    for name in modules:
        import_module(f"kgnews.cli.{name}").register(app)
    return app


def __getattr__(name: str) -> typer.Typer:
    if name != "app":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    whole = globals()["app"] = command_line()
    return whole


def _for(words: Sequence[str]) -> typer.Typer:
    """The command line for ``words``: one command where it is clear which one, since each costs every start its time."""
    if words and words[0] in MODULES:
        app = command_line(words[:1])
        names = {command.name or getattr(command.callback, "__name__", "") for command in app.registered_commands}
        if words[0] in names | {group.name for group in app.registered_groups}:
            return app
    return command_line()


def main() -> None:
    """Entry point of the console script."""
    # What a command imports and loads stays: collecting it again and again is a tenth of the start.
    gc.set_threshold(300_000)
    # Without this pydantic looks through the metadata of every installed package for plug-ins.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from kgnews.cli.errors import run

    run(_for(sys.argv[1:]))
