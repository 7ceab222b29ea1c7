"""The page in a real Chromium: nothing is fetched, nothing in the data runs, and everything that it offers works."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kgnews import paths
from kgnews.html import Options, guide_from_ontology, render, render_split, write_folder
from kgnews.records import Edge, Graph, Node, Proof
from kgnews.schema import load_ontology
from support_browser import CHROMIUM_FLAGS, OUT, executable
from support_html import RULES, make_graph

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

GUIDE = guide_from_ontology(load_ontology(paths.schema_dir()).model_dump(), RULES)
GRAPH = make_graph(500, 650)
PEOPLE = [node for node in GRAPH.nodes if node.label == "Person"]
DEGREE = {
    node.id: sum(node.id in (edge.source, edge.target) and not edge.doubtful for edge in GRAPH.edges) for node in GRAPH.nodes
}
BUSY = max(PEOPLE, key=lambda node: (DEGREE[node.id], node.id))
EVENT = max((node for node in GRAPH.nodes if node.label == "Event"), key=lambda node: (DEGREE[node.id], node.id))
DESK, PHONE = (1440, 900), (390, 844)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    program = executable("chromium", "chromium-browser")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=CHROMIUM_FLAGS)
        yield opened
        opened.close()


@dataclass
class Opened:
    """A page and everything that it did which it should not."""

    page: Page
    file: Path
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def text(self, selector: str) -> str:
        return self.page.inner_text(selector)

    def save(self, kind: str) -> bytes:
        """The content of a download of the present view."""
        if not self.page.is_visible(f"#save-{kind}"):
            self.page.click("#downloads summary")
        with self.page.expect_download() as coming:
            self.page.click(f"#save-{kind}")
        return Path(coming.value.path()).read_bytes()

    def drawing(self) -> ElementTree.Element:
        return ElementTree.fromstring(self.save("svg"))

    def marks(self) -> int:
        """How many nodes the picture shows."""
        return len(self.drawing().findall("{*}circle")) + len(self.drawing().findall("{*}polygon"))

    def edges(self) -> int:
        """How many relations the present view has."""
        return len(json.loads(self.save("json"))["facts"])

    def search(self, text: str) -> list[str]:
        self.page.fill("#search", text)
        return self.page.locator("#results li .name").all_inner_texts()


Open = Callable[..., Opened]


def until(page: Page, expression: str) -> None:
    """Waits until an expression is true; Playwright's own waiting evaluates in the page, which the policy forbids."""
    for _ in range(200):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never true: {expression}")


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens bytes as a file in a fresh context; at the end nothing may have been fetched or complained about."""
    every: list[Opened] = []
    contexts = []

    def opener(content: bytes | Path, address: str = "", size: tuple[int, int] = DESK, **context: Any) -> Opened:
        file = content if isinstance(content, Path) else tmp_path / f"page{len(every)}.html"
        if isinstance(content, bytes):
            file.write_bytes(content)
        contexts.append(browser.new_context(viewport={"width": size[0], "height": size[1]}, **context))
        opened = Opened(contexts[-1].new_page(), file)
        opened.page.on("request", lambda request: opened.asked.append(request.url))
        opened.page.on("console", lambda message: opened.complaints.append(f"{message.type}: {message.text}"))
        opened.page.on("pageerror", lambda error: opened.complaints.append(f"error: {error}"))
        opened.page.on("dialog", lambda dialog: opened.complaints.append(f"dialog: {dialog.message}") or dialog.dismiss())
        every.append(opened)
        opened.page.goto(file.as_uri() + address)
        opened.page.wait_for_selector("html[data-ready=true]")
        return opened

    yield opener
    for opened in every:
        assert [url for url in opened.asked if not url.startswith(("file:", "data:", "blob:"))] == []
        assert opened.complaints == []
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def page_bytes() -> bytes:
    return render(GRAPH, Options(title="样例"), GUIDE)


@pytest.mark.parametrize(("nodes", "edges", "seconds"), [(500, 650, 1), (2000, 2600, 2), (10_000, 13_000, 3)])
def test_usable_at_once(open_page: Open, nodes: int, edges: int, seconds: float) -> None:
    opened = open_page(render(make_graph(nodes, edges), Options(), GUIDE))
    ready = opened.page.evaluate("performance.getEntriesByName('ready')[0].startTime")
    # Twice the promise, for a machine that runs other tests beside; bench/html_view.py measures the promise itself.
    assert ready < seconds * 2000
    assert opened.marks() > 50
    assert opened.page.is_visible("#banner") == (nodes > 3000)


HOSTILE = [
    "<script>window.hacked=1</script>",
    "</script><script>window.hacked=2</script>",
    '"><img src=x onerror="window.hacked=3">',
    "<svg onload=window.hacked=4>",
    "javascript:window.hacked=5",
    "<!--<script>",
    "${window.hacked=6}",
    '=HYPERLINK("http://evil.example")',
    "张\u202e三\u2066李\u200f四",
    "超" * 10_000,
    "__proto__",
    "]]>&lt;b&gt;",
]


def hostile_graph() -> Graph:
    nodes = [Node("event-x", "Event", "<b>大会</b>", ("<i>",), {"date": "2020-11-05"}, ("a1",))]
    address = {"url": "javascript:window.hacked=7", "source": "<u>报</u>", "date": "2020-11-06"}
    nodes.append(Node("article-a1", "Article", "<script>window.hacked=8</script>", (), address, ("a1",)))
    edges = []
    for number, text in enumerate(HOSTILE):
        id_ = f"person-{number}<\">&'#?"
        nodes.append(Node(id_, "Person", text, (text[:50] + "别名",), {"note": text}, ("a1",)))
        quotes = (("fact", "text", 0, len(text), text), ("object", "title", 0, 3, "<b>大会"))
        proof = Proof(f"c{number}<", "a1", "<rule>", 0.9, quotes, "2020-11-06")
        edges.append(Edge(f"f{number}", "ATTENDS", id_, "event-x", {"title": text, "place": text}, (proof,), 0.9))
    return Graph(tuple(sorted(nodes, key=lambda node: node.id)), tuple(edges))


def test_hostile_text_stays_text(open_page: Open) -> None:
    opened = open_page(render(hostile_graph(), Options(title="</title><script>window.hacked=9</script>"), GUIDE))
    page = opened.page
    assert page.title() == "</title><script>window.hacked=9</script>"
    for number, text in enumerate(HOSTILE):
        found = opened.search(text[:8].replace("\u202e", " "))
        assert found, text[:20]
        page.evaluate(f"location.hash = '#e=' + encodeURIComponent(`person-{number}<\">&'#?`)")
        until(page, "document.querySelector('#content h2 svg')")
        heading = page.inner_text("#content h2")
        assert heading.split() == re.sub("[\u202e\u2066\u200f]", " ", text)[: len(heading)].split() or len(text) > 1000
        page.click("#content .why summary")
    page.click("#table-button")
    assert page.evaluate("window.hacked") is None
    hrefs = page.eval_on_selector_all("a", "all => all.map(one => one.href)")
    assert all(href.startswith("file:") for href in hrefs)
    assert not re.search("[\u202e\u2066\u200f]", page.inner_text("body"))
    rows = list(csv.reader(io.StringIO(opened.save("csv").decode("utf-8-sig"))))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]
    ElementTree.fromstring(opened.save("svg"))
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_hostile_text_stays_text_on_still_pages(open_page: Open, tmp_path: Path, browser: Browser) -> None:
    write_folder(tmp_path / "site", render_split(hostile_graph(), Options(), GUIDE))
    context = browser.new_context()
    page = context.new_page()
    for file in sorted((tmp_path / "site/entities").glob("*.html")):
        page.goto(file.as_uri())
        assert page.evaluate("window.hacked") is None
        assert page.locator("script, img, iframe, b:has(script)").count() == 0
        assert all(
            href.startswith("file:")
            for href in page.eval_on_selector_all("a", "all => all.map(one => one.href || one.href.baseVal)")
            if isinstance(href, str)
        )
    context.close()


def test_search_finds_by_name_alias_and_pinyin_and_opens(open_page: Open) -> None:
    nodes = (
        Node("p1", "Person", "曾庆海", ("老曾",)),
        Node("p2", "Person", "张伟"),
        Node("p3", "Person", "张伟杰"),
        Node("o1", "Organization", "江云市科学技术局", ("江云科技局",)),
        Node("o2", "Organization", "单独机构"),
    )
    proof = (Proof("c", "a", "post-chain", 0.9, (("fact", "text", 0, 2, "引文"),)),)
    edges = tuple(Edge(f"f{n}", "HOLDS_POSITION", f"p{n}", "o1", {"title": "局长"}, proof) for n in (1, 2, 3))
    opened = open_page(render(Graph(tuple(sorted(nodes, key=lambda node: node.id)), edges), Options(), GUIDE))
    for text, first in [
        ("张伟", "张伟"),
        ("老曾", "曾庆海"),
        ("zengqinghai", "曾庆海"),
        ("ZQH", "曾庆海"),
        ("zeng qing", "曾庆海"),
        ("科技局", "江云市科学技术局"),
        ("jyskx", "江云市科学技术局"),
        ("单独", "单独机构"),
    ]:
        assert opened.search(text)[0] == first, text
    assert opened.search("没有这个人") == []
    assert "没有找到" in opened.text("#results")
    page = opened.page
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"
    page.keyboard.type("zhangwei")
    page.keyboard.press("ArrowDown")
    assert page.get_attribute("#search", "aria-activedescendant") == "hit-1"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    assert opened.text("#content h2").strip() == "张伟"
    assert page.evaluate("location.hash") == "#e=p2"


def test_search_reaches_entities_that_are_not_drawn(open_page: Open) -> None:
    opened = open_page(render(GRAPH, Options(top=40), GUIDE))
    assert opened.page.is_visible("#banner")
    assert "40" in opened.text("#banner")
    least = min(PEOPLE, key=lambda node: (DEGREE[node.id] or 99, node.id))
    assert opened.search(least.name)[0] == least.name
    opened.page.keyboard.press("Enter")
    assert opened.text("#content h2").strip() == least.name
    assert opened.marks() >= 2


def test_filters_and_doubtful_facts(open_page: Open, page_bytes: bytes) -> None:
    opened = open_page(page_bytes)
    page = opened.page
    marks, edges = opened.marks(), opened.edges()
    page.uncheck("input[value=Event]")
    assert opened.marks() < marks
    assert "off=" in page.evaluate("location.hash")
    page.check("input[value=Event]")
    assert opened.marks() == marks
    page.click("#relation-box summary")
    page.uncheck("input[value=VISITS]")
    assert opened.edges() == edges - sum(edge.type == "VISITS" and not edge.doubtful for edge in GRAPH.edges)
    page.check("input[value=VISITS]")
    assert "stroke-dasharray" not in opened.save("svg").decode()
    page.check("#doubtful")
    assert opened.edges() == edges + sum(edge.doubtful for edge in GRAPH.edges)
    assert "stroke-dasharray" in opened.save("svg").decode()


def test_time_handles_and_undated_facts(open_page: Open) -> None:
    nodes = [Node(f"p{n}", "Person", f"人{n}") for n in range(5)]
    dates = ["2019-03-01", "2020-06", "2021", ""]
    edges = [Edge(f"f{n}", "MEETS", "p0", f"p{n + 1}", {"date": date} if date else {}) for n, date in enumerate(dates)]
    opened = open_page(render(Graph(tuple(nodes), tuple(edges)), Options(), GUIDE))
    page = opened.page
    assert opened.text("#period-text") == "2019-03 — 2021-01"
    assert opened.edges() == 4
    page.focus("#from")
    page.keyboard.press("ArrowRight")
    until(page, "location.hash.includes('from=2019-04')")
    assert opened.edges() == 2
    page.focus("#to")
    page.keyboard.press("ArrowLeft")
    until(page, "location.hash.includes('to=2020-12')")
    assert [fact["date"] for fact in json.loads(opened.save("json"))["facts"]] == ["2020-06"]
    page.click("#period-all")
    assert opened.edges() == 4


def test_hops_deep_links_back_and_forward(open_page: Open, page_bytes: bytes) -> None:
    opened = open_page(page_bytes, f"#e={BUSY.id}")
    page = opened.page
    assert opened.text("#content h2").strip() == BUSY.name
    one = opened.marks()
    assert one >= len({edge.target for edge in GRAPH.edges if edge.source == BUSY.id and not edge.doubtful})
    page.select_option("#hops", "2")
    assert opened.marks() > one
    page.locator("#content .fact a").first.click()
    other = opened.text("#content h2")
    assert other.strip() != BUSY.name
    page.go_back()
    until(page, f"document.querySelector('#content h2').innerText.trim() === '{BUSY.name}'")
    assert page.input_value("#hops") == "2"
    page.go_forward()
    until(page, f"document.querySelector('#content h2').innerText.trim() === '{other.strip()}'")
    copy = open_page(page_bytes, page.evaluate("location.hash"))
    assert copy.text("#content") == opened.text("#content")
    page.keyboard.press("Home")
    assert "概览" in opened.text("#content h2")
    nobody = open_page(page_bytes, "#e=nobody&off=%3Cb%3E&from=x&hops=9&theme=pink&lang=xx")
    assert "概览" in nobody.text("#content h2")


def test_pages_of_an_event_an_organization_and_a_person(open_page: Open, page_bytes: bytes) -> None:
    opened = open_page(page_bytes, f"#e={EVENT.id}")
    text = opened.text("#content")
    for word in ("主办", "出席", "日期", str(EVENT.properties["date"]), "见于"):
        assert word in text
    posts = [edge for edge in GRAPH.edges if edge.type == "HOLDS_POSITION" and not edge.doubtful]
    body = open_page(page_bytes, f"#e={posts[0].target}")
    rows = body.page.locator("#content table tbody tr").all_inner_texts()
    assert len(rows) == sum(edge.target == posts[0].target for edge in posts)
    assert str(posts[0].properties["title"]) in "".join(rows)
    person = open_page(page_bytes, f"#e={posts[0].source}")
    assert person.page.locator("#content svg.line text").count() >= 2


def test_a_fact_shows_quotation_names_rule_and_pattern(open_page: Open, page_bytes: bytes) -> None:
    edge = next(edge for edge in GRAPH.edges if edge.type == "HOSTS" and not edge.doubtful)
    opened = open_page(page_bytes, f"#e={edge.target}")
    page = opened.page
    fact = page.locator(".fact", has_text=edge.proofs[0].quotes[0][4]).first
    name = next(node.name for node in GRAPH.nodes if node.id == edge.source)
    assert name in fact.locator("mark").all_inner_texts()
    fact.locator(".why summary").first.click()
    why = fact.locator(".why").first.inner_text()
    assert RULES["hosts"] in why
    assert edge.proofs[0].claim in why
    assert f"text 0–{len(edge.proofs[0].quotes[0][4])}" in why
    assert fact.locator(".article a").first.get_attribute("href").startswith("https://news.example/")
    fact.locator(".why button").first.click()
    until(page, "document.getElementById('said').textContent === '已复制'")


def test_path_between_two(open_page: Open, page_bytes: bytes) -> None:
    edges = [edge for edge in GRAPH.edges if edge.target == EVENT.id and not edge.doubtful and edge.source.startswith("person")]
    first, second = (next(node for node in PEOPLE if node.id == edge.source) for edge in edges[:2])
    opened = open_page(page_bytes, f"#e={first.id}")
    opened.page.click("#path-from")
    opened.search(second.name)
    opened.page.keyboard.press("Enter")
    text = opened.text("#content")
    assert first.name in text
    assert second.name in text
    assert "最短" in text
    assert opened.page.locator("#content blockquote").count() >= 1
    direct = open_page(render(GRAPH, Options(path=(first.id, second.id)), GUIDE))
    assert direct.text("#content") == text
    lonely = Graph((Node("a", "Person", "甲"), Node("b", "Person", "乙")))
    assert "没有路径" in open_page(render(lonely, Options(path=("a", "b")), GUIDE)).text("#content")


def test_people_of_the_same_name_are_warned_of(open_page: Open) -> None:
    nodes = (
        Node("o", "Organization", "大学"),
        Node("p1", "Person", "王伟"),
        Node("p2", "Person", "王伟"),
        Node("p3", "Person", "李伟"),
    )
    edges = tuple(Edge(f"f{n}", "HOLDS_POSITION", f"p{n}", "o", {"title": f"职务{n}"}) for n in (1, 2, 3))
    page_bytes = render(Graph(nodes, edges), Options(), GUIDE)
    warning = open_page(page_bytes, "#e=p1").text(".warn")
    assert "2 个“王伟”" in warning
    assert "职务2" in warning
    assert open_page(page_bytes, "#e=p3").page.locator(".warn").count() == 0


def test_table_sorts_and_copies(open_page: Open, page_bytes: bytes) -> None:
    opened = open_page(page_bytes, "#table=1")
    page = opened.page
    page.click("#table th button >> text=主体")
    names = page.locator("#table tbody tr td:first-child").all_inner_texts()
    assert names == page.evaluate("names => [...names].sort((a, b) => a.localeCompare(b, 'zh'))", names)
    assert page.get_attribute("#table th >> nth=0", "aria-sort") == "ascending"
    page.click("#table th button >> text=置信度")
    column = [float(cell) for cell in page.locator("#table tbody tr td:last-child").all_inner_texts()]
    assert column == sorted(column, reverse=True)
    page.click("#table-copy")
    until(page, "document.getElementById('said').textContent === '已复制'")
    page.fill("#search", "")
    page.focus("#search")
    page.keyboard.press("Control+V")
    assert "主体" in page.input_value("#search")


def test_downloads_hold_the_view(open_page: Open, page_bytes: bytes) -> None:
    opened = open_page(page_bytes, f"#e={EVENT.id}")
    assert opened.save("png").startswith(b"\x89PNG")
    texts = "".join(text.text or "" for text in opened.drawing().iter("{http://www.w3.org/2000/svg}text"))
    assert EVENT.name in texts
    own = [edge for edge in GRAPH.edges if EVENT.id in (edge.source, edge.target) and not edge.doubtful]
    facts = json.loads(opened.save("json"))["facts"]
    assert len(facts) == len(own)
    evidence = facts[0]["proofs"][0]["evidence"][0]
    assert evidence["end"] - evidence["start"] == len(evidence["quote"])
    rows = list(csv.DictReader(io.StringIO(opened.save("csv").decode("utf-8-sig"))))
    assert {row["fact"] for row in rows} == {proof.claim for edge in own for proof in edge.proofs}
    assert {row["quote"] for row in rows} == {proof.quotes[0][4] for edge in own for proof in edge.proofs}


def overlapping(opened: Opened) -> list[tuple[str, str]]:
    """Pairs of names in the picture that lie on each other."""
    page = opened.page.context.new_page()
    page.set_content(opened.save("svg").decode())
    boxes = page.eval_on_selector_all(
        "text",
        "all => all.map(o => [o.textContent, o.getBBox()]).map(([t, b]) => [t, b.x, b.y + 2, b.x + b.width, b.y + b.height - 2])",
    )
    page.close()
    return [
        (a[0], b[0])
        for at, a in enumerate(boxes)
        for b in boxes[:at]
        if a[1] < b[3] - 1 and b[1] < a[3] - 1 and a[2] < b[4] - 3 and b[2] < a[4] - 3
    ]


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_no_name_lies_on_another(open_page: Open, page_bytes: bytes, size: tuple[int, int]) -> None:
    small = render(make_graph(60), Options(), GUIDE)
    for content, address in [
        (small, ""),
        (page_bytes, ""),
        (page_bytes, f"#e={BUSY.id}"),
        (page_bytes, f"#e={BUSY.id}&hops=2"),
        (page_bytes, f"#e={EVENT.id}"),
    ]:
        opened = open_page(content, address, size)
        assert overlapping(opened) == []
        if size == DESK and not address:
            opened.page.click("#zoom-in")
            opened.page.click("#zoom-in")
            opened.page.wait_for_timeout(60)
            assert overlapping(opened) == []


def test_keyboard_alone_opens_a_neighbour(open_page: Open, page_bytes: bytes) -> None:
    opened = open_page(page_bytes, f"#e={BUSY.id}")
    page = opened.page
    page.focus("#picture")
    page.keyboard.press("ArrowRight")
    assert BUSY.name in opened.page.text_content("#said")
    page.keyboard.press("ArrowRight")
    told = page.text_content("#said").split("，")[0].split(",")[0]
    assert told != BUSY.name
    page.keyboard.press("Enter")
    assert opened.text("#content h2").strip() == told
    page.keyboard.press("Escape")
    assert "概览" in opened.text("#content h2")


def spot(opened: Opened) -> tuple[float, float]:
    """A point of the window where a node is drawn and no box lies over the picture."""
    marks = opened.drawing().findall("{*}circle")
    found = next(
        mark
        for mark in marks
        if mark.get("r") != "0.0"
        and float(mark.get("cx", 0)) > 200
        and 120 < float(mark.get("cy", 0)) < 500
        and float(mark.get("r", 0)) < 30
    )
    box = opened.page.locator("#picture").bounding_box()
    assert box
    return box["x"] + float(found.get("cx", 0)), box["y"] + float(found.get("cy", 0))


def test_mouse_opens_zooms_and_tells(open_page: Open) -> None:
    opened = open_page(render(make_graph(60), Options(), GUIDE))
    page = opened.page
    x, y = spot(opened)
    page.mouse.move(x, y)
    page.wait_for_selector("#tip:visible")
    name = opened.text("#tip").split(" · ")[0]
    before = opened.save("svg")
    page.mouse.move(x + 3, y)
    page.mouse.wheel(0, -300)
    page.wait_for_timeout(80)
    assert opened.save("svg") != before
    page.click("#zoom-fit")
    page.wait_for_timeout(80)
    page.mouse.click(x, y)
    assert opened.text("#content h2").strip() == name


def test_touch_opens_on_a_phone(open_page: Open) -> None:
    opened = open_page(render(make_graph(30), Options(), GUIDE), "", PHONE, has_touch=True, is_mobile=True)
    page = opened.page
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    marks = [
        mark
        for mark in opened.drawing().findall("{*}circle")
        if 120 < float(mark.get("cy", 0)) < 420 and float(mark.get("r", 0)) < 30
    ]
    box = page.locator("#picture").bounding_box()
    assert box
    page.touchscreen.tap(box["x"] + float(marks[0].get("cx", 0)), box["y"] + float(marks[0].get("cy", 0)))
    until(page, "location.hash.startsWith('#e=')")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_dark_print_and_language(open_page: Open, page_bytes: bytes) -> None:
    opened = open_page(page_bytes, f"#e={EVENT.id}", color_scheme="dark")
    page = opened.page
    background = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(background) == "rgb(20, 23, 27)"
    page.click("#theme")
    assert page.evaluate(background) == "rgb(255, 255, 255)"
    assert "theme=light" in page.evaluate("location.hash")
    page.click("#language")
    assert page.get_attribute("html", "lang") == "en"
    assert "hosts" in opened.text("#content")
    assert "presence here implies no wrongdoing" in opened.text("#note")
    page.emulate_media(media="print")
    assert not page.is_visible("#tools")
    assert page.is_visible("#picture")
    assert page.is_visible("#note")
    assert page.pdf().startswith(b"%PDF")
    english = open_page(render(GRAPH, Options(lang="en"), GUIDE))
    assert english.text("#content h2").strip() == "Overview"


@pytest.mark.parametrize(
    ("address", "size", "press"),
    [
        ("", DESK, ""),
        ("#e={event}", DESK, ""),
        ("#e={person}&theme=dark&doubtful=1", DESK, ""),
        ("#table=1&theme=dark", DESK, ""),
        ("#path={person}&path={event}", DESK, ""),
        ("#e={body}&lang=en", PHONE, ""),
        ("", PHONE, ""),
        ("", DESK, "#help"),
        ("", DESK, "#downloads summary"),
        ("#e={person}", DESK, ".why summary"),
    ],
)
def test_axe_finds_nothing(open_page: Open, page_bytes: bytes, address: str, size: tuple[int, int], press: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    body = next(edge.target for edge in GRAPH.edges if edge.type == "HOLDS_POSITION" and not edge.doubtful)
    opened = open_page(page_bytes, address.format(event=EVENT.id, person=BUSY.id, body=body), size)
    if press:
        opened.page.locator(press).first.click()
    found = Axe().run(opened.page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == []


def test_axe_finds_nothing_while_searching_and_on_still_pages(
    open_page: Open, page_bytes: bytes, tmp_path: Path, browser: Browser
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    opened = open_page(page_bytes)
    opened.search(BUSY.name[:1])
    assert Axe().run(opened.page).response["violations"] == []
    write_folder(tmp_path / "site", render_split(make_graph(20), Options(), GUIDE))
    context = browser.new_context()
    page = context.new_page()
    file = max((tmp_path / "site/entities").glob("*.html"), key=lambda one: one.stat().st_size)
    page.goto(file.as_uri())
    assert [(one["id"], one["nodes"][0]["html"]) for one in Axe().run(page).response["violations"]] == []
    context.close()
    index = open_page(tmp_path / "site/index.html")
    index.page.locator("#content li a").first.click()
    index.page.click("a.page")
    assert index.page.url.endswith(".html")
    index.page.click("a >> nth=0")
    index.page.wait_for_selector("html[data-ready=true]")
    assert "#e=" in index.page.url


def test_pictures_for_a_person_to_look_at(open_page: Open, page_bytes: bytes) -> None:
    OUT.mkdir(exist_ok=True)
    small = render(make_graph(60), Options(title="样例"), GUIDE)
    views = {
        "overview-small": (small, "", DESK),
        "overview": (page_bytes, "", DESK),
        "entity": (page_bytes, f"#e={BUSY.id}", DESK),
        "hops": (page_bytes, f"#e={BUSY.id}&hops=2", DESK),
        "event": (page_bytes, f"#e={EVENT.id}", DESK),
        "path": (page_bytes, f"#path={BUSY.id}&path={PEOPLE[3].id}", DESK),
        "dark": (page_bytes, f"#e={EVENT.id}&theme=dark", DESK),
        "table": (page_bytes, f"#e={BUSY.id}&table=1", DESK),
        "phone": (small, "", PHONE),
        "phone-entity": (page_bytes, f"#e={EVENT.id}", PHONE),
    }
    for name, (content, address, size) in views.items():
        opened = open_page(content, address, size)
        opened.page.screenshot(path=OUT / f"html-{name}.png")
        assert (OUT / f"html-{name}.png").stat().st_size > 20_000
