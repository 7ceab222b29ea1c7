"""The kit for Neo4j Browser: compose file with a fresh password, favourites, style, guide."""

from __future__ import annotations

import os
import secrets
import zipfile
from collections.abc import Mapping
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import groupby
from pathlib import Path

from kgnews import paths
from kgnews.store.neo4j_query import SavedQuery, saved_queries

FOLDERS: Mapping[str, str] = {
    "1-overview": "总览 overview",
    "2-people": "人物 people",
    "3-bodies": "机构 bodies",
    "4-events": "活动 events",
    "5-checking": "核查 checking",
}
_COPIED = ("docker-compose.yml", "kgnews.grass", "README.md")
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the same queries give the same zip, byte for byte


def write_kit(folder: Path) -> list[Path]:
    """Write the kit into ``folder``; what was written. A password that is there already is kept."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name in _COPIED:
        path = folder / name
        path.write_bytes((paths.schema_dir() / "neo4j" / name).read_bytes())
        written.append(path)
    written += _write_password(folder)
    favourites = folder / "kgnews-favorites.zip"
    write_favourites(favourites)
    guide = folder / "guide.html"
    guide.write_text(guide_html(), encoding="utf-8")
    return [*written, favourites, guide]


def _write_password(folder: Path) -> list[Path]:
    """The secret of the compose file, and the password alone for ``--password-file``; nobody else may read them."""
    auth, alone = folder / ".neo4j_auth", folder / ".neo4j_password"
    if auth.exists():
        return []
    password = secrets.token_urlsafe(18)
    for path, text in ((auth, f"neo4j/{password}"), (alone, password)):
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text)
    return [auth, alone]


def favourite_text(query: SavedQuery) -> str:
    """A query as a favourite: its title first, then the query with names in the place of parameters."""
    return f"// {query.title}\n{query.filled({})}\n"


def write_favourites(path: Path) -> None:
    """The zip that Neo4j Browser imports: a folder a group, a file a query."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for query in saved_queries().values():
            name = f"{FOLDERS.get(query.folder, query.folder)}/{query.name}.cypher"
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, favourite_text(query))


def guide_html() -> str:
    """The guide as Neo4j Browser shows it: a slide a group, its queries to click."""
    slides = []
    for folder, queries in groupby(saved_queries().values(), key=lambda query: query.folder):
        body = "".join(f"<h4>{escape(query.title)}</h4>{_runnable(query.filled({}))}" for query in queries)
        slides.append(_slide(FOLDERS.get(folder, folder), body))
    frame = (paths.schema_dir() / "neo4j" / "guide.html").read_text(encoding="utf-8")
    return frame.replace("<!-- slides -->", "\n".join(slides))


def _slide(title: str, body: str) -> str:
    heading = f'<div class="col-sm-3"><h3>{escape(title)}</h3></div>'
    return f'<slide class="row-fluid">\n{heading}\n<div class="col-sm-9">{body}</div>\n</slide>'


def _runnable(text: str) -> str:
    kind = "highlight pre-scrollable code runnable"
    return f'<figure><pre mode="cypher" class="{kind}" data-lang="cypher" lang="cypher">{escape(text)}</pre></figure>'


class _GuideHandler(BaseHTTPRequestHandler):
    """Answers with the style where that is asked for, else with the guide.

    Neo4j Browser fetches them from another origin and ask first, hence OPTIONS and the headers that allow it.
    """

    def do_GET(self) -> None:
        style = self.path.partition("?")[0].endswith(".grass")
        data = (paths.schema_dir() / "neo4j" / "kgnews.grass").read_bytes() if style else guide_html().encode()
        self._head(200, f"text/{'plain' if style else 'html'}; charset=utf-8", len(data))
        self.wfile.write(data)

    def do_OPTIONS(self) -> None:
        self._head(204, "text/plain", 0)

    def _head(self, status: int, kind: str, length: int) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(length))
        for what, allowed in (
            ("Origin", "*"),
            ("Headers", "*, cache-control, pragma, content-type"),
            ("Private-Network", "true"),
        ):
            self.send_header(f"Access-Control-Allow-{what}", allowed)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Silent: requests are nobody's business."""


def guide_server(port: int) -> ThreadingHTTPServer:
    """A server of the guide on loopback only."""
    return ThreadingHTTPServer(("127.0.0.1", port), _GuideHandler)
