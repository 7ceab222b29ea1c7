"""How a failure reaches a person: one line and a hint on standard error, and an exit code that a script can rely on.

0 done; 1 the answer is no; 2 usage or configuration; 3 some input was bad; 4 Neo4j; 70 a bug; 130 interrupted.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import traceback
from collections.abc import Callable
from typing import NoReturn, TextIO

from kgnews.cli.output import PipeClosed, clean
from kgnews.errors import KgnewsError

BUG = 70
INTERRUPTED = 130


def run(app: Callable[..., object]) -> NoReturn:
    """Run the command line and end the process with the exit code of the house."""
    debug = _take_debug(sys.argv)
    sys.argv[:] = map(_decoded, sys.argv)
    _set_streams()
    try:
        code = app(standalone_mode=False)
    except (BrokenPipeError, PipeClosed):  # the reader of the pipe (head, less) has seen enough
        _close_output()
        code = 0
    except KeyboardInterrupt:
        code = INTERRUPTED
    except SystemExit as exit_:
        code = _exit_code(exit_)
    except Exception as error:
        code = _tell(error, debug)
    sys.exit(_flushed(code if isinstance(code, int) else 0))


def _flushed(code: int) -> int:
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _close_output()
    return code


def _take_debug(argv: list[str]) -> bool:
    """``--debug`` is understood wherever it stands before ``--``."""
    stop = argv.index("--") if "--" in argv else len(argv)
    found = "--debug" in argv[:stop]
    argv[:] = [word for word in argv[:stop] if word != "--debug"] + argv[stop:]
    return found


def _decoded(word: str) -> str:
    """A word that the locale could not decode (an ASCII locale, a UTF-8 terminal) is read as UTF-8."""
    try:
        return os.fsencode(word).decode("utf-8") if any("\udc80" <= character <= "\udcff" for character in word) else word
    except UnicodeError:
        return word


def _set_streams() -> None:
    """UTF-8 into files and pipes whatever the locale; a lone surrogate in a text never ends a command."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure and not stream.isatty():
            reconfigure(encoding="utf-8", errors="backslashreplace")
        elif reconfigure:
            reconfigure(errors="backslashreplace")


def _close_output() -> None:
    """Point standard output at nothing, or Python complains once more when it flushes at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _exit_code(exit_: SystemExit) -> int:
    if exit_.code is None:
        return 0
    return exit_.code if isinstance(exit_.code, int) else 2


def _tell(error: Exception, debug: bool) -> int:
    if debug:
        traceback.print_exception(error)
    if type(error).__name__ == "NoArgsIsHelpError":
        error.show()  # type: ignore[attr-defined]
        return 2
    message, hint, code = describe(error)
    report(message, hint)
    return code


def describe(error: Exception) -> tuple[str, str, int]:
    """Message, hint and exit code of an error."""
    if isinstance(error, KgnewsError):
        return error.message, error.hint, error.exit_code
    if callable(said := getattr(error, "format_message", None)):  # a wrong option or argument, as typer tells it
        return _one_line(said()), _usage(getattr(error, "ctx", None)), 2
    if isinstance(error, OSError) and error.strerror:
        place = f"{error.filename}: " if error.filename else ""
        return f"{place}{error.strerror}", "", 2
    if isinstance(error, sqlite3.OperationalError):
        return f"database: {error}", "is the disk full, or is another kgnews writing into the same graph?", 2
    kind = type(error).__name__
    return f"internal error ({kind}: {error})", "run again with --debug and report the traceback", BUG


def _one_line(message: str) -> str:
    return " ".join(message.split())


def _usage(context: object) -> str:
    command = getattr(context, "command_path", "kgnews")
    if command == "kgnews" and len(sys.argv) > 1 and sys.argv[1].startswith("-"):
        return "options stand after the command: kgnews show NAME -g FILE (see `kgnews --help`)"
    return f"see `{command} --help`"


def report(message: str, hint: str = "", stream: TextIO | None = None) -> None:
    """One line and a hint on standard error, safe for a terminal."""
    out = stream or sys.stderr
    print(f"kgnews: {clean(message)}", file=out)
    if hint:
        print(f"  {clean(hint)}", file=out)
