"""The page in Debian's Firefox, headless, by WebDriver (BiDi): it opens, finds, and is worked by keyboard, mouse and touch."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest

from kgnews import paths
from kgnews.html import Options, guide_from_ontology, render
from kgnews.schema import load_ontology
from support_browser import OUT, Firefox, firefox
from support_html import RULES, make_graph

ENTER, RIGHT, ESCAPE = "\ue007", "\ue014", "\ue00c"
GUIDE = guide_from_ontology(load_ontology(paths.schema_dir()).model_dump(), RULES)
GRAPH = make_graph(500, 650)
HEADING = "document.querySelector('#content h2').innerText.trim()"


@pytest.fixture(scope="module")
def fox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    with firefox(tmp_path_factory.mktemp("firefox")) as opened:
        opened.size(1440, 900)
        yield opened
        assert opened.requests() == []
        assert opened.complaints() == []


@pytest.fixture
def address(tmp_path: Path) -> str:
    file = tmp_path / "page.html"
    file.write_bytes(render(GRAPH, Options(title="样例"), GUIDE))
    return file.as_uri()


def picture(fox: Firefox, name: str) -> None:
    OUT.mkdir(exist_ok=True)
    shot = fox.command("browsingContext.captureScreenshot", {"context": fox.context})
    (OUT / f"html-firefox-{name}.png").write_bytes(base64.b64decode(shot["data"]))


def test_usable_and_found_by_pinyin(fox: Firefox, address: str) -> None:
    person = next(node for node in GRAPH.nodes if node.label == "Person")
    fox.goto(address)
    assert fox.run("performance.getEntriesByName('ready')[0].startTime") < 3000
    picture(fox, "overview")
    fox.press("/")
    fox.wait("document.activeElement.id === 'search'")
    fox.press(*person.name)
    fox.wait("document.querySelectorAll('#results li').length > 0")
    fox.press(ENTER)
    fox.wait(f"{HEADING} === '{person.name}'")
    assert fox.run("document.querySelectorAll('#content blockquote mark').length") > 0
    picture(fox, "entity")
    fox.press(ESCAPE)
    fox.command("browsingContext.traverseHistory", {"context": fox.context, "delta": -1})
    fox.wait(f"{HEADING} === '{person.name}'")


def test_keyboard_goes_from_node_to_node(fox: Firefox, address: str) -> None:
    event = next(node for node in GRAPH.nodes if node.label == "Event")
    fox.goto(f"{address}#e={event.id}")
    fox.run("document.getElementById('picture').focus()")
    fox.press(RIGHT, RIGHT, ENTER)
    fox.wait(f"{HEADING} !== '{event.name}'")


@pytest.mark.parametrize("kind", ["mouse", "touch"])
def test_a_press_on_a_name_opens_it(fox: Firefox, address: str, kind: str) -> None:
    event = next(node for node in GRAPH.nodes if node.label == "Event")
    fox.goto(f"{address}#e={event.id}")
    box = fox.run("document.getElementById('picture').getBoundingClientRect()")
    found = None
    # The rows of neighbours stand left and right of the middle: one of these points lies on a name.
    for x in range(round(box["x"] + box["width"] * 0.72), round(box["right"]) - 40, 24):
        for y in range(round(box["y"]) + 80, round(box["bottom"]) - 60, 9):
            fox.click(x, y, kind)
            if fox.run(HEADING) != event.name:
                found = fox.run(HEADING)
                break
        if found:
            break
    assert found


def test_filters_dark_and_a_large_compressed_page(fox: Firefox, address: str, tmp_path: Path) -> None:
    fox.goto(f"{address}#theme=dark&off=Event&lang=en")
    assert fox.run("getComputedStyle(document.body).backgroundColor") == "rgb(20, 23, 27)"
    assert fox.run("document.querySelector('input[value=Event]').checked") is False
    assert fox.run(HEADING) == "Overview"
    large = tmp_path / "large.html"
    large.write_bytes(render(make_graph(3000, 3900), Options(), GUIDE))
    fox.goto(large.as_uri())
    assert fox.run("document.querySelectorAll('#content li').length") == 20
