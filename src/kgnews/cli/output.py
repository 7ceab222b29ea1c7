"""What a command prints: rows as table, json, jsonl, csv, tsv or md; hostile text stays text; files are replaced whole."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO, TypeAlias

import typer

from kgnews.errors import KgnewsError
from kgnews.records.safe import clean as clean
from kgnews.records.safe import guard as guard
from kgnews.records.safe import json_text as json_text

if TYPE_CHECKING:
    from rich.text import Text

Row: TypeAlias = Mapping[str, Any]


class Format(StrEnum):
    """How rows are written."""

    AUTO = "auto"
    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    MD = "md"


FormatOption: TypeAlias = Annotated[
    Format, typer.Option("-f", "--format", help="auto: a table on a terminal, JSON lines in a pipe.", show_default=True)
]
OutputOption: TypeAlias = Annotated[
    Path | None, typer.Option("-o", "--output", help="Write into this file (whole or not at all).", dir_okay=False)
]


class PipeClosed(Exception):
    """The reader of standard output has seen enough. Not an OSError: typer would make exit code 1 of it."""


@contextmanager
def opened(output: Path | None) -> Iterator[TextIO]:
    """Standard output, or a file that appears only when everything is written (UTF-8, ``\\n``)."""
    if output is None or str(output) == "-":
        try:
            yield sys.stdout
            sys.stdout.flush()
        except BrokenPipeError:
            raise PipeClosed from None
        return
    if not output.parent.is_dir():
        raise KgnewsError(f"{output.parent}: no such folder", "make it first, or choose another place with -o")
    try:
        handle, name = tempfile.mkstemp(prefix=f".{output.name}.", dir=output.parent)
    except OSError as error:
        raise KgnewsError(f"{output}: cannot be written ({error.strerror})", "choose another place with -o") from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace", newline="") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, _mode(output))
        os.replace(name, output)
    except BaseException as error:
        Path(name).unlink(missing_ok=True)
        if isinstance(error, OSError) and error.filename is None:  # a full disk does not say which
            raise KgnewsError(f"{output}: not written: {error.strerror}") from error
        raise


def _mode(output: Path) -> int:
    """The mode of the file that is replaced, else what the umask gives."""
    if output.exists():
        return output.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def resolve_format(wanted: Format, output: Path | None) -> Format:
    """What ``auto`` means here: by the file's ending, a table on a terminal, else JSON lines."""
    if wanted is not Format.AUTO:
        return wanted
    if output is not None and str(output) != "-":
        ending = output.suffix.lstrip(".").lower()
        return Format(ending) if ending in set(Format) - {Format.AUTO, Format.TABLE} else Format.JSONL
    return Format.TABLE if sys.stdout.isatty() else Format.JSONL


def emit(rows: Iterable[Row], columns: Sequence[str], wanted: Format = Format.AUTO, output: Path | None = None) -> None:
    """Write the rows. JSON has every key of a row; table, csv, tsv and md have ``columns``, in their order."""
    chosen = resolve_format(wanted, output)
    with opened(output) as stream:
        if chosen is Format.JSON:
            stream.write(json_text(list(rows), indent=2) + "\n")
        elif chosen is Format.JSONL:
            for row in rows:
                stream.write(json_text(row) + "\n")
        elif chosen in (Format.CSV, Format.TSV):
            _write_csv(stream, rows, columns, "," if chosen is Format.CSV else "\t")
        elif chosen is Format.MD:
            _write_markdown(stream, rows, columns)
        else:
            _write_table(stream, rows, columns)


def cell(value: object) -> str:
    """A value as one cell: nothing for None, lists joined by 、."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, list | tuple):
        return "、".join(cell(item) for item in value)
    if isinstance(value, Mapping):
        return json.dumps(value, ensure_ascii=False, sort_keys=True)
    return str(value)


def _write_csv(stream: TextIO, rows: Iterable[Row], columns: Sequence[str], delimiter: str) -> None:
    import csv

    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_csv_cell(row.get(column)) for column in columns])


def _csv_cell(value: object) -> str:
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else guard(cell(value))


_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|!&~])")


def _write_markdown(stream: TextIO, rows: Iterable[Row], columns: Sequence[str]) -> None:
    stream.write(f"| {' | '.join(columns)} |\n| {' | '.join('---' for _ in columns)} |\n")
    for row in rows:
        cells = (_MARKDOWN.sub(r"\\\1", clean(cell(row.get(column)))) for column in columns)
        stream.write(f"| {' | '.join(cells)} |\n")


def _write_table(stream: TextIO, rows: Iterable[Row], columns: Sequence[str]) -> None:
    from rich import box
    from rich.cells import cell_len
    from rich.table import Table
    from rich.text import Text

    cells = [[clean(cell(row.get(column))) for column in columns] for row in rows]
    widths = [max(map(cell_len, (column, *(line[at] for line in cells)))) for at, column in enumerate(columns)]
    if stream.isatty() and sum(min(width, _READABLE) + 3 for width in widths) > _terminal_width():
        print_rich(_records(cells, columns), stream)
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        table.add_column(Text(column), overflow="fold")
    for line in cells:
        table.add_row(*map(Text, line))
    print_rich(table, stream)


_READABLE = 16  # cells: a column that is folded narrower than this is not read but deciphered


def _terminal_width() -> int:
    return shutil.get_terminal_size().columns


def _records(cells: Iterable[Sequence[str]], columns: Sequence[str]) -> Text:
    """Rows one below the other, for a terminal that is too narrow for the table; what is empty is left out."""
    from rich.text import Text

    lines = Text()
    for number, row in enumerate(cells):
        lines.append("\n" if number else "")
        for column, value in zip(columns, row, strict=True):
            if value:
                lines.append(f"{column}: ", "dim").append(f"{value}\n")
    return lines


def print_rich(item: object, stream: TextIO | None = None) -> None:
    """Show something of rich's without markup, emoji codes or highlighting; as wide as it needs where it is no terminal."""
    from rich.console import Console

    out = stream or sys.stdout
    width = None if out.isatty() else 100_000
    console = Console(file=out, markup=False, emoji=False, highlight=False, width=width, soft_wrap=not out.isatty())
    console.print(item)


def note(message: str) -> None:
    """A line of progress or summary on standard error."""
    print(clean(message), file=sys.stderr)
