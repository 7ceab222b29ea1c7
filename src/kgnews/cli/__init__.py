"""The command line. Each module of this package adds its commands; heavy imports stay inside the commands."""

from __future__ import annotations

import typer

app = typer.Typer(name="kgnews", no_args_is_help=True, add_completion=True, pretty_exceptions_enable=False)


@app.callback()
def _root() -> None:
    """Chinese news into a knowledge graph, each fact with its quotation."""


def main() -> None:
    """Entry point of the console script."""
    app()
