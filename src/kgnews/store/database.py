"""Opening a ledger: one SQLite file in WAL mode, recognised by its application id, safe to kill at any moment."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kgnews.errors import KgnewsError
from kgnews.store.tables import APPLICATION_ID, CREATE, VERSION

_BUSY_MS = 30_000


def open_database(path: Path, write: bool = False) -> sqlite3.Connection:
    """A connection to the ledger at ``path``; with ``write`` it is made where there is none.

    Raises ``KgnewsError`` where there is no ledger, or the file is something else or of another version.
    """
    if not write and not path.is_file():
        raise KgnewsError(f"{path}: no graph there", "build one with `kgnews build FILE…`, or name it with -g")
    if write and not path.parent.is_dir():
        raise KgnewsError(f"{path.parent}: no such folder", "make it first, or name another place with -g")
    try:
        connection = _connect(path) if write else _connect_readonly(path)
        _check(connection, path, write)
    except sqlite3.DatabaseError as error:
        raise KgnewsError(
            f"{path}: cannot be opened as a graph: {error}",
            f"is it a kgnews graph, and may you {'write there' if write else 'read it'}?",
        ) from error
    return connection


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_BUSY_MS / 1000, isolation_level=None)
    if _is_ours(connection) or _is_empty(connection):
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _connect_readonly(path: Path) -> sqlite3.Connection:
    uri = path.absolute().as_uri()
    # Not mode=ro: that could not take away the two files that WAL puts beside a ledger while it is open.
    connection = sqlite3.connect(f"{uri}?mode=rw", uri=True, timeout=_BUSY_MS / 1000, isolation_level=None)
    try:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
    except sqlite3.OperationalError:  # WAL needs a shared file beside it, which a folder that is read-only does not allow
        connection.close()
        connection = sqlite3.connect(f"{uri}?immutable=1", uri=True, isolation_level=None)
    return connection


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _is_ours(connection: sqlite3.Connection) -> bool:
    return _pragma(connection, "application_id") == APPLICATION_ID


def _is_empty(connection: sqlite3.Connection) -> bool:
    return not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]


def _check(connection: sqlite3.Connection, path: Path, write: bool) -> None:
    if write and _is_empty(connection):
        _create(connection)
    if not _is_ours(connection):
        raise KgnewsError(f"{path}: a database, but not a graph of kgnews", "name another file with -g")
    version = _pragma(connection, "user_version")
    if version != VERSION:
        newer = version > VERSION
        raise KgnewsError(
            f"{path}: written by {'a newer' if newer else 'an older'} kgnews (format {version}, this one reads {VERSION})",
            "open it with that version, or install it" if newer else "build it again from its inputs",
        )


def _create(connection: sqlite3.Connection) -> None:
    with transaction(connection):
        if _is_empty(connection):  # two builds may start at once: the second finds the tables made
            for statement in _statements(CREATE):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {VERSION}")


def _statements(script: str) -> Iterator[str]:
    """``executescript`` would commit in between."""
    pending = ""
    for line in script.splitlines():
        pending += line + "\n"
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing. Within another transaction it is a part of that one."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
