"""How soon the HTML view can be used, and how large it is, against stock pyvis in the same run.

    python bench/html_view.py            500, 2,000 and 10,000 nodes; pyvis at 500 and, for a minute at most, at 2,000
    python bench/html_view.py --small    500 nodes, pyvis at 100: for CI

Ready means that the picture is drawn, the filters stand and a click opens an entity (ours marks it; pyvis: its physics has
come to rest). Not called html.py: that would hide the standard library's module from every script of this folder.
Exits 1 where a promise is not kept.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))
# ruff: noqa: E402

from kgnews import paths
from kgnews.html import Options, guide_from_ontology, render
from kgnews.html.layout import compute_layout
from kgnews.html.network import choose_drawn
from kgnews.records import Graph
from kgnews.schema import load_ontology
from support_browser import CHROMIUM_FLAGS, executable
from support_html import RULES, make_graph

SIZES = {500: 650, 2000: 2600, 10_000: 13_000}
# nodes: seconds until ready, seconds of layout (of all nodes, not only of those that are drawn)
PROMISED = {500: (1.0, 0.5), 2000: (2.0, 3.0), 10_000: (3.0, 20.0)}
MOST_BYTES = 2_000_000
PATIENCE = 60.0


@contextmanager
def chromium() -> Iterator[Any]:
    """A fresh browser: a page that never comes to rest is left behind with it."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable("chromium", "chromium-browser"), args=CHROMIUM_FLAGS)
        try:
            yield browser
        finally:
            browser.close()


def ready(page_file: Path, mark: str, runs: int) -> tuple[float | None, int]:
    """Seconds from the start of loading to the performance mark (median; None: not within a minute), and requests sent."""
    times: list[float] = []
    asked: list[str] = []
    for _ in range(runs):
        with chromium() as browser:
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            page.on("request", lambda request: asked.append(request.url))
            page.route("http*://**", lambda route: route.abort())
            end = time.monotonic() + PATIENCE
            page.goto(page_file.as_uri(), wait_until="commit")
            while time.monotonic() < end:
                found = page.evaluate(f"performance.getEntriesByName('{mark}').map(one => one.startTime)")
                if found:
                    times.append(found[0] / 1000)
                    break
                page.wait_for_timeout(100)
            else:
                return None, len({url for url in asked if url.startswith("http")})
    return statistics.median(times), len({url for url in asked if url.startswith("http")})


def layout_seconds(graph: Graph) -> float:
    """Seconds to lay out every linked node of the graph."""
    ranked, drawn = choose_drawn(graph, len(graph.nodes))
    rank = {node.id: at for at, node in enumerate(ranked)}
    links = [(rank[edge.source], rank[edge.target]) for edge in graph.edges if not edge.doubtful]
    start = time.perf_counter()
    compute_layout([node.name for node in ranked[:drawn]], [link for link in links if max(link) < drawn])
    return time.perf_counter() - start


def stock(graph: Graph, file: Path) -> None:
    """The same nodes and edges as pyvis writes them by itself; only the mark is added."""
    from pyvis.network import Network  # type: ignore[import-untyped]

    network = Network(height="900px", directed=True, cdn_resources="in_line")
    kept = {node.id for node in graph.nodes if node.label != "Article"}
    for node in graph.nodes:
        if node.id in kept:
            network.add_node(node.id, node.name, title=node.name)
    for edge in graph.edges:
        if edge.source in kept and edge.target in kept:
            network.add_edge(edge.source, edge.target, title=edge.proofs[0].quotes[0][4])
    mark = "network.once('stabilizationIterationsDone', () => performance.mark('stock'));\n"
    page = network.generate_html(notebook=False)
    at = page.rindex("return network;")
    file.write_text(page[:at] + mark + page[at:], encoding="utf-8")


def shown(seconds: float | None) -> str:
    return f"> {PATIENCE:.0f} s" if seconds is None else f"{seconds:.2f} s"


def measure(nodes: int, edges: int, compare: bool, folder: Path) -> list[str]:
    """Prints a line for one size; returns the promises that it breaks."""
    graph = make_graph(nodes, edges)
    guide = guide_from_ontology(load_ontology(paths.schema_dir()).model_dump(), RULES)
    laid = layout_seconds(graph)
    start = time.perf_counter()
    content = render(graph, Options(), guide)
    written = time.perf_counter() - start
    file = folder / f"{nodes}.html"
    file.write_bytes(content)
    soon, asked = ready(file, "ready", 3)
    print(f"{nodes:>6} nodes {len(graph.edges):>6} relations  kgnews: layout {laid:.2f} s, page {written:.2f} s, "
          f"{len(content) / 1e6:.2f} MB, ready {shown(soon)}, {asked} requests", flush=True)  # fmt: skip
    if compare:
        stock(graph, folder / "stock.html")
        theirs, wanted = ready(folder / "stock.html", "stock", 1)
        size = (folder / "stock.html").stat().st_size
        print(f"{'':>31}  pyvis:  {size / 1e6:.2f} MB, ready {shown(theirs)}, {wanted} requests", flush=True)
    most_ready, most_layout = PROMISED.get(nodes, (1.0, 0.5))
    broken = [f"{nodes}: ready in {shown(soon)}, promised {most_ready} s"] * (soon is None or soon > most_ready)
    broken += [f"{nodes}: layout in {laid:.2f} s, promised {most_layout} s"] * (laid > most_layout)
    broken += [f"{nodes}: {len(content)} bytes, promised {MOST_BYTES}"] * (len(content) > MOST_BYTES)
    return broken + [f"{nodes}: {asked} requests, promised none"] * (asked > 0)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--small", action="store_true", help="only 500 nodes, and pyvis at 100")
    small = parser.parse_args().small
    with tempfile.TemporaryDirectory() as folder:
        broken: list[str] = []
        if small:
            broken += measure(100, 130, True, Path(folder))
        for nodes, edges in list(SIZES.items())[: 1 if small else 3]:
            broken += measure(nodes, edges, not small and nodes <= 2000, Path(folder))
    print("\n".join(broken) if broken else "all promises kept")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
