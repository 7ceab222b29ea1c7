"""Reaching a Neo4j server: where it is, as whom, and what went wrong in one line. A password is never shown."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

import neo4j
from neo4j import exceptions

from kgnews.errors import Neo4jError

DEFAULT_URI = "bolt://localhost:7687"
DEFAULT_GRAPH = "kgnews"
SCHEMES = tuple(scheme + safe for scheme in ("bolt", "neo4j") for safe in ("", "+s", "+ssc"))
OLDEST = (5, 13)  # the first release whose drivers and servers speak Bolt 5.4; what runs in the tests is 5.26, the LTS line
RETRY_SECONDS = 30.0  # long enough for a cluster to elect another leader, or a server to be restarted
_OWN_OPTIONS: tuple[str, ...] = ("graph", "database")
_NAME = re.compile(r"[\w.-]{1,64}")

# The driver tells of its retries on standard error, where only progress and our own lines belong.
logging.getLogger("neo4j").addHandler(logging.NullHandler())
logging.getLogger("neo4j").propagate = False


@dataclass(frozen=True, slots=True)
class Target:
    """A graph on a server. ``database`` None is the server's default; the password does not show in ``repr``."""

    uri: str
    graph: str = DEFAULT_GRAPH
    database: str | None = None
    username: str = "neo4j"
    password: str = field(default="", repr=False)


def find_target(
    uri: str | None = None,
    graph: str | None = None,
    password_file: Path | None = None,
    environment: Mapping[str, str] = os.environ,
) -> Target:
    """The target that the arguments and NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE describe.

    A URI may carry ``?graph=NAME&database=NAME``. Raises ``Neo4jError`` where it cannot be a server's address.
    """
    address, options = _split(uri or environment.get("NEO4J_URI") or DEFAULT_URI)
    name = graph or options.get("graph") or environment.get("KGNEWS_NEO4J_GRAPH") or DEFAULT_GRAPH
    if not _NAME.fullmatch(name):
        raise Neo4jError(f"{name!r} is no name for a graph", "letters, digits, _ . - and at most 64 of them")
    return Target(
        address,
        name,
        options.get("database") or environment.get("NEO4J_DATABASE") or None,
        environment.get("NEO4J_USERNAME") or "neo4j",
        _password(password_file, environment),
    )


def _split(uri: str) -> tuple[str, dict[str, str]]:
    """The address that the driver takes, and our own options; other options are the driver's routing context."""
    try:
        parts = urlsplit(uri)
        port, host = parts.port, parts.hostname
    except ValueError:
        parts, port, host = urlsplit(""), None, None
    if parts.scheme not in SCHEMES or not host:
        hint = f"it looks like {DEFAULT_URI}, or neo4j+s://… for a cluster or Aura"
        raise Neo4jError("that is no address of a Neo4j server", hint)
    if parts.username or parts.password:
        raise Neo4jError("an address must not hold a name or password", "set NEO4J_USERNAME and NEO4J_PASSWORD instead")
    options = dict(parse_qsl(parts.query))
    own: dict[str, str] = {key: options.pop(key) for key in _OWN_OPTIONS if key in options}
    place = f"[{host}]" if ":" in host else host
    return urlunsplit((parts.scheme, f"{place}:{port or 7687}", "", urlencode(options), "")), own


def _password(file: Path | None, environment: Mapping[str, str]) -> str:
    if file is None:
        return environment.get("NEO4J_PASSWORD", "")
    try:
        return file.read_text(encoding="utf-8").strip("\r\n")
    except (OSError, UnicodeDecodeError):
        raise Neo4jError(f"{file}: the password file cannot be read") from None


def browser_link(target: Target, query: str) -> str:
    """The address that opens Neo4j Browser with the query in its editor."""
    host = urlsplit(target.uri).hostname or "localhost"
    http = os.environ.get("NEO4J_HTTP") or f"http://{host}:7474"
    parameters = urlencode(
        {"cmd": "edit", "arg": query, "dbms": f"{target.username}@{urlsplit(target.uri).netloc}"}, quote_via=quote
    )
    return f"{http}/browser/?{parameters}"


class Connection:
    """A driver to one target; its sessions see what earlier ones wrote, also on a cluster (bookmarks are passed on)."""

    def __init__(self, target: Target) -> None:
        self.target = target
        with told(target):
            self.driver = neo4j.GraphDatabase.driver(
                target.uri,
                auth=(target.username, target.password),
                connection_timeout=10,
                connection_acquisition_timeout=30,
                max_transaction_retry_time=RETRY_SECONDS,
                notifications_min_severity="OFF",
                user_agent="kgnews",
            )
        self._bookmarks = neo4j.GraphDatabase.bookmark_manager()
        self.version = ""

    def __enter__(self) -> Connection:
        try:
            self.check()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give the connections back."""
        self.driver.close()

    def check(self) -> None:
        """Reach the server, and refuse one that is too old."""
        if not self.target.password:
            raise Neo4jError("no password for Neo4j", "set NEO4J_PASSWORD, or give --password-file FILE")
        with told(self.target):
            agent = self.driver.get_server_info().agent
        self.version = check_version(agent)

    @contextmanager
    def session(self, write: bool = False) -> Iterator[neo4j.Session]:
        """A session; one that only reads may be served by any member of a cluster, and the server refuses it every write."""
        access = neo4j.WRITE_ACCESS if write else neo4j.READ_ACCESS
        options: dict[str, Any] = {"database": self.target.database, "bookmark_manager": self._bookmarks}
        with told(self.target), self.driver.session(default_access_mode=access, **options) as session:
            yield session

    def rows(self, query: str, **parameters: Any) -> list[list[Any]]:
        """Read, with retries: the values of each record."""
        with self.session() as session:
            return session.execute_read(lambda tx: tx.run(query, parameters).values())


def check_version(agent: str) -> str:
    """The version in ``Neo4j/5.26.0``; ``Neo4jError`` where it is too old."""
    version = agent.rpartition("/")[2]
    numbers = tuple(int(part) for part in re.findall(r"\d+", version)[:2])
    if numbers and numbers < OLDEST:
        oldest = ".".join(map(str, OLDEST))
        raise Neo4jError(
            f"the server is Neo4j {version}, which is too old", f"Neo4j {oldest} or later is needed; 5.26 is the LTS line"
        )
    return version


@contextmanager
def told(target: Target) -> Iterator[None]:
    """Turn what the driver raises into one line. The driver's error is not chained: nothing of a connection is to be shown."""
    try:
        yield
    except (exceptions.Neo4jError, exceptions.DriverError, OSError, ValueError) as error:
        if isinstance(error, ValueError) and not isinstance(error, UnicodeError):
            raise
        raise explain(error, target) from None


def explain(error: Exception, target: Target) -> Neo4jError:
    """What an error means for the user."""
    place = target.uri
    code = getattr(error, "code", None) or ""
    text = " ".join(str(getattr(error, "message", None) or error).split())
    if target.password and len(target.password) > 3:
        text = text.replace(target.password, "***")
    for known, (line, hint) in _KNOWN.items():
        if known in code or known in type(error).__name__:
            return Neo4jError(
                line.format(place=place, user=target.username, database=target.database or "default", text=text), hint
            )
    if "handshake" in text or "negotiat" in text:
        return Neo4jError(f"{place}: the server is no Neo4j, or one too old", "Neo4j 5.13 or later is needed")
    if code.startswith("Neo.ClientError.Statement"):
        return Neo4jError(f"the query was refused: {text}", "")
    return Neo4jError(f"{place}: {text or type(error).__name__}", "")


_KNOWN: Mapping[str, tuple[str, str]] = {
    "Security.AuthenticationRateLimit": ("{place}: too many wrong passwords", "wait a little, then set NEO4J_PASSWORD"),
    "Security.Unauthorized": ("{place}: wrong password or user ({user})", "set NEO4J_USERNAME, NEO4J_PASSWORD"),
    "Security.CredentialsExpired": ("{place}: the password has expired", "set a new one in Neo4j Browser first"),
    "Security.Forbidden": ("{place}: {user} may not do that: {text}", "ask for the rights, or push as another user"),
    "ForbiddenOnReadOnlyDatabase": ("{place}: the server is read-only", "push to a server that takes writes"),
    "ReadOnlyDatabase": ("{place}: the server is read-only", "push to a server that takes writes"),
    "WriteOnReadOnlyAccess": ("{place}: the server is read-only", "push to a server that takes writes"),
    "NotALeader": ("{place}: this member of the cluster takes no writes", "use neo4j:// instead of bolt://"),
    "Statement.AccessMode": ("the query writes, and this is a reading session", "add --write if that is meant"),
    "Database.DatabaseNotFound": ("{place}: no database {database}", "see SHOW DATABASES"),
    "UnsupportedServerProduct": ("{place}: the server is no Neo4j, or one too old", "Neo4j 5.13 or later is needed"),
    "ServiceUnavailable": ("{place}: no Neo4j server answers", "is it running? docker compose up -d --wait"),
    "SessionExpired": ("{place}: the connection was lost", "run the command again: it goes on where it stopped"),
    "IncompleteCommit": ("{place}: the connection was lost", "run the command again: it goes on where it stopped"),
    "ConfigurationError": ("{place}: {text}", ""),
}  # fmt: skip
