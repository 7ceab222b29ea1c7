"""The Browser kit: its files, each of its queries on the demo's graph, and all of it in the real Neo4j Browser."""

from __future__ import annotations

import base64
import stat
import threading
import time
import urllib.request
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kgnews import paths
from kgnews.records.graphstore import difference, whole_graph
from kgnews.store.ledger import Ledger
from kgnews.store.neo4j_connect import Connection
from kgnews.store.neo4j_graph import Neo4jGraph
from kgnews.store.neo4j_kit import favourite_text, guide_html, guide_server, write_kit
from kgnews.store.neo4j_query import run_query, saved_queries
from neo4j_server import Server, open_graph
from support_browser import executable

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).parents[1]
OUT = ROOT / "out"
QUERIES = saved_queries()


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the shipped samples, as `kgnews demo` builds it."""
    from kgnews import building
    from kgnews.pages import read_inputs

    path = tmp_path_factory.mktemp("demo") / "demo.db"
    with Ledger.open(path, write=True) as ledger:
        building.build(ledger, read_inputs([paths.seeds_dir()]), building.shipped_steps(), 1)
    return path


@pytest.fixture(scope="module")
def loaded(neo4j_connection: Connection, demo: Path) -> Neo4jGraph:
    store = Neo4jGraph(neo4j_connection, open_graph(neo4j_connection).ontology, "kgnews-demo")
    with Ledger.open(demo) as ledger:
        store.apply(difference(store.digests(), whole_graph(ledger.graph)))
    return store


@pytest.mark.parametrize("name", QUERIES)
def test_every_query_answers_on_the_demo(loaded: Neo4jGraph, name: str) -> None:
    query = QUERIES[name]
    values = {**query.defaults, "graph": "kgnews-demo"}
    by_parameters = run_query(loaded.connection, query.text, values)
    assert by_parameters.rows, f"{name} finds nothing with its own defaults"
    as_favourite = run_query(loaded.connection, query.filled({"graph": "kgnews-demo"}), {})
    assert len(as_favourite.rows) == len(by_parameters.rows)


@pytest.mark.parametrize("name", QUERIES)
def test_every_query_is_bounded_and_titled(name: str) -> None:
    text = favourite_text(QUERIES[name])
    assert text.startswith("// ")
    assert " · " in text.splitlines()[0]
    assert "LIMIT" in text
    assert "$" not in text
    assert "apoc" not in text.lower()


def test_kit_is_written_and_keeps_its_password(tmp_path: Path) -> None:
    write_kit(tmp_path)
    auth, alone = (tmp_path / name for name in (".neo4j_auth", ".neo4j_password"))
    password = alone.read_text(encoding="utf-8")
    assert len(password) >= 8
    assert auth.read_text(encoding="utf-8") == f"neo4j/{password}"
    assert {stat.S_IMODE(path.stat().st_mode) for path in (auth, alone)} == {0o600}
    first = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    write_kit(tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == first
    assert password not in "".join(value.decode("utf-8", "replace") for name, value in first.items() if not name.startswith("."))
    with zipfile.ZipFile(tmp_path / "kgnews-favorites.zip") as archive:
        assert len(archive.namelist()) == len(QUERIES) >= 15
        assert all(name.count("/") == 1 and name.endswith(".cypher") for name in archive.namelist())


def test_compose_file_is_the_one_of_the_checkout() -> None:
    compose = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
    assert compose == (paths.schema_dir() / "neo4j" / "docker-compose.yml").read_text(encoding="utf-8")
    assert "neo4j:5.26-community" in compose
    assert "127.0.0.1:" in compose


def test_style_has_no_comments_and_the_umbrella_comes_first() -> None:
    style = (paths.schema_dir() / "neo4j" / "kgnews.grass").read_text(encoding="utf-8")
    assert "/*" not in style
    assert "//" not in style
    captions = [line.split(":", 1)[1].strip().rstrip(";") for line in style.splitlines() if line.strip().startswith("caption")]
    assert not [caption for caption in captions if ":" in caption or ";" in caption]
    places = {name: style.index(f"node.{name} ") for name in ("Entity", "Person", "Article")}
    # of several rules that match a node the last one wins (seen in Browser 5.24)
    assert places["Entity"] == min(places.values())


@pytest.fixture
def guide() -> Iterator[str]:
    with guide_server(0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()


def test_guide_is_served_on_loopback(guide: str) -> None:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(f"{guide}/guide.html", timeout=5) as reply:
        assert reply.headers["Access-Control-Allow-Origin"] == "*"
        assert reply.read().decode() == guide_html()
    assert guide_html().count("<slide") == len({query.folder for query in QUERIES.values()}) + 1


DROP = """([name, type, data]) => {
  const bytes = Uint8Array.from(atob(data), c => c.charCodeAt(0));
  const transfer = new DataTransfer();
  transfer.items.add(new File([bytes], name, {type}));
  const target = document.querySelector('[data-testid=activeEditor]');
  for (const kind of ['dragenter', 'dragover', 'drop'])
    target.dispatchEvent(new DragEvent(kind, {dataTransfer: transfer, bubbles: true, cancelable: true}));
}"""


EDITOR = "document.querySelector('[data-testid=activeEditor]')"


DRAWN = "document.querySelectorAll('circle.b-outline, g.node circle').length > 5"


def soon(page: Page, expression: str) -> bool:
    """Whether an expression becomes true within ten seconds."""
    end = time.monotonic() + 10
    while not (true := bool(page.evaluate(expression))) and time.monotonic() < end:
        time.sleep(0.1)
    return true


def until(page: Page, expression: str) -> None:
    """Wait until an expression is true; Browser's content policy forbids Playwright's own way of waiting."""
    end = time.monotonic() + 60
    while not page.evaluate(expression):
        if time.monotonic() > end:
            OUT.mkdir(exist_ok=True)
            page.screenshot(path=OUT / "neo4j-browser-failed.png")
            pytest.fail(f"never true in Neo4j Browser: {expression} (see out/neo4j-browser-failed.png)")
        time.sleep(0.1)


def test_the_kit_in_neo4j_browser(neo4j_empty: Server, demo: Path, guide: str, tmp_path: Path) -> None:
    """Deep link, guide, style and favourites, in Chromium; the screenshot is kept in out/neo4j-browser.png."""
    from playwright.sync_api import sync_playwright

    from test_neo4j_cli import kgnews

    chromium = executable("chromium")
    pushed = kgnews(neo4j_empty, "push", "-g", str(demo)).stderr
    link = next(line.removeprefix("open: ") for line in pushed.splitlines() if line.startswith("open: "))
    write_kit(tmp_path)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1500, "height": 1100})
        page.set_default_timeout(60_000)
        # what Neo4j Browser asks the internet for (fonts, analytics) is no business of a test
        page.route(lambda url: "127.0.0.1" not in url and "localhost" not in url, lambda route: route.abort())
        page.goto(link)
        page.fill("[data-testid=password]", neo4j_empty.password)
        page.click("[data-testid=connect]")
        editor = page.locator("[data-testid=activeEditor]")
        editor.wait_for()
        until(page, f"{EDITOR}.innerText.includes('MATCH')")

        def run(text: str) -> None:
            page.wait_for_timeout(500)
            editor.click()
            page.keyboard.press("Control+A")
            page.keyboard.insert_text(text)
            until(page, f"{EDITOR}.innerText.includes({text.split()[0]!r})")
            page.keyboard.press("Escape")  # closes suggestions
            page.keyboard.press("Control+Enter")
            until(page, f"!{EDITOR}.innerText.includes({text.split()[0]!r})")

        run(f":style {guide}/kgnews.grass")
        until(page, "document.body.innerText.includes('node.Person')")
        run(f":play {guide}/guide.html")
        until(page, "document.body.innerText.includes('每条关系都带原文')")
        for _ in range(6):  # Browser takes commands before its connection stands, and then says that there is none
            run(QUERIES["neighbourhood"].filled({}))
            if soon(page, DRAWN):
                break
        until(page, DRAWN)
        colours = page.evaluate("[...document.querySelectorAll('svg circle')].map(c => c.getAttribute('fill'))")
        assert {"#0072B2", "#E69F00", "#009E73"} <= set(colours)
        assert "贾敬敏" in page.inner_text("body")
        page.wait_for_timeout(1500)  # the layout comes to rest
        OUT.mkdir(exist_ok=True)
        page.screenshot(path=OUT / "neo4j-browser.png")
        favourites = base64.b64encode((tmp_path / "kgnews-favorites.zip").read_bytes()).decode()
        page.evaluate(DROP, ["kgnews-favorites.zip", "application/zip", favourites])
        page.click("[data-testid=navigationFavorites]")
        page.wait_for_selector("text=人物 people")
        browser.close()
