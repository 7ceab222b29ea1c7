"""Benchmark of page repair: python bench/pages.py [--pages N] [--levels easy,medium,hard] [--sources rmrb,xwlb,…]

Scrambles real articles (``../shared/corpus/articles.jsonl``) into pages and measures what comes back: paragraphs in their article,
in place (right behind the paragraph that stood before them), glued to a wrong article, listed as fragments.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from page_scrambler import LEVELS, Origin, Scrambled, Style, clean, scramble

from kgnews.articles import cut
from kgnews.records import Article, Fragment, Page

CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "articles.jsonl"
SOURCES = ("rmrb", "xwlb", "chinanews", "ruc", "eventmonitor", "zte2018")


@dataclass(frozen=True)
class Case:
    """One page of the benchmark and how it was made."""

    name: str
    source: str
    level: str
    style: Style
    page: Scrambled
    date: str


def several(text: str) -> bool:
    """Round-ups of short items with a dateline or source each are several articles already."""
    return (
        len(re.findall(r"^.{0,12}(?:电|讯|消息)[\s（(：:]", text, re.MULTILINE)) > 1
        or len(re.findall(r"^.{6,24}\n.{80}", text, re.MULTILINE)) > 6
    )


def held_out(date: str) -> bool:
    """Days that the seam statistics were not counted on (scripts/build_seams.py)."""
    return sum(date.encode()) % 4 == 0


def load(path: Path = CORPUS) -> dict[str, list[tuple[str, str, str]]]:
    """(date, title, text) of usable held-out articles by source, in the order of the file's ids."""
    found: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    with path.open(encoding="utf-8") as lines:
        for record in sorted(map(json.loads, lines), key=lambda record: str(record["id"])):
            text = clean(record["text"])
            if (
                held_out(record["date"])
                and 150 <= len(text) <= 3000
                and record["title"]
                and not several(text)
                and "快讯" not in record["title"]
            ):
                found[record["id"].split("-")[0]].append((record["date"], record["title"], text))
    return found


def style_of(rng: random.Random) -> Style:
    """A random way of setting a page."""
    width = rng.choice((0, 0, 0, 18, 25, 32))
    blank = rng.random() < 0.7
    return Style(rng.choice(("hash", "mixed", "bare")), blank, rng.random() < 0.4, width, not blank and rng.random() < 0.7)


def cases(count: int, levels: Sequence[str], sources: Sequence[str], seed: int = 1) -> Iterator[Case]:
    """``count`` pages for each source and level; the same for the same seed."""
    corpus = load()
    for source in sources:
        for level in levels:
            for number in range(count):
                rng = random.Random(f"{seed}-{source}-{level}-{number}")
                yield _case(f"{source}-{level}-{number}", source, level, corpus, rng)


def _case(name: str, source: str, level: str, corpus: dict[str, list[tuple[str, str, str]]], rng: random.Random) -> Case:
    pool = [item for key in SOURCES for item in corpus[key]] if source == "mixed" else sorted(corpus[source])
    first = rng.choice(pool)
    near = pool if source == "mixed" else [item for item in pool if item[0] == first[0]]
    if len(near) < 3:
        place = pool.index(first)
        near = pool[max(0, place - 4) : place + 5]
    chosen = rng.sample(near, min(len(near), rng.randint(3, 6)))
    style = style_of(rng)
    page = scramble([(title, text) for _, title, text in chosen], style, LEVELS[level], rng)
    return Case(name, source, level, style, page, first[0])


def measure(case: Scrambled, articles: Sequence[Article], fragments: Sequence[Fragment]) -> Counter[str]:
    """Counts over the paragraphs of the page's articles: all, back, placed, wrong, listed."""
    owners = [_owner(case, article) for article in articles]
    counts: Counter[str] = Counter()
    listed = {case.origins[i] for item in fragments for i in range(item.span.start, item.span.end)}
    main: dict[int, int] = {}
    for index, article in enumerate(articles):
        best = main.get(owners[index])
        if best is None or (bool(article.title), len(article.text)) > (bool(articles[best].title), len(articles[best].text)):
            main[owners[index]] = index
    where: dict[Origin, set[int]] = defaultdict(set)
    for index, article in enumerate(articles):
        folded = (case.origins[i] for span in article.copies for i in range(span.start, span.end))
        for origin in (*_origins(case, article), *folded):
            if origin is not None:
                where[origin].add(index)
    follow = {number: _order(case, articles[index]) for number, index in main.items()}
    for number, text in enumerate(case.texts):
        start = 0
        for paragraph in text.split("\n"):
            chars = [Origin(number, offset) for offset in range(start, start + len(paragraph))]
            counts["all"] += 1
            back = sum(main.get(number) in where[char] for char in chars) >= 0.9 * len(chars)
            wrong = sum(any(owners[i] != number for i in where[char]) for char in chars) > 0.2 * len(chars)
            counts["back"] += back and not wrong
            counts["wrong"] += wrong
            counts["placed"] += back and not wrong and _in_place(follow.get(number, {}), start, len(paragraph))
            counts["listed"] += sum(char in listed and not where[char] for char in chars) > 0.2 * len(chars)
            start += len(paragraph) + 1
    return counts


def _origins(case: Scrambled, article: Article) -> Iterator[Origin | None]:
    for span in article.spans:
        yield from case.origins[span.start : span.end]


def _owner(case: Scrambled, article: Article) -> int:
    """Whose article it claims to be: by its title, else by most of its text."""
    titles = [case.origins[i] for span in article.title_spans for i in range(span.start, span.end)]
    known = [origin.article for origin in titles if origin] or [origin.article for origin in _origins(case, article) if origin]
    return Counter(known).most_common(1)[0][0] if known else -1


def _order(case: Scrambled, article: Article) -> dict[int, int]:
    """For each offset of the article's own text the offset that stands before it (-1 at the beginning)."""
    before: dict[int, int] = {}
    last = -1
    for origin in _origins(case, article):
        if origin is not None and origin.offset >= 0:
            before.setdefault(origin.offset, last)
            last = origin.offset
    return before


def _in_place(before: dict[int, int], start: int, length: int) -> bool:
    """Whether the paragraph stands in one run, right behind the paragraph before it (a character or two may be lost to noise)."""
    jumps = sum(before.get(offset, -9) != offset - 1 for offset in range(start + 1, start + length))
    seam = before.get(start, -9)
    return jumps <= 0.05 * length and (seam in (start - 2, start - 1) or (start == 0 and seam == -1))


class FactReader:
    """Facts of articles, as the keys in which two readings must agree. Loaded only when facts are compared."""

    def __init__(self) -> None:
        from kgnews import pipeline

        self._pipeline = pipeline
        self._knowledge = pipeline.load_knowledge()

    def read(self, articles: Iterable[Article]) -> Counter[tuple[str, ...]]:
        """Each fact once, doubtful ones left out."""
        found: set[tuple[str, ...]] = set()
        for article in articles:
            for claim in self._pipeline.read_article(article, self._knowledge).claims:
                if not claim.doubtful:
                    other = claim.object.name if claim.object else ""
                    found.add((claim.type, claim.subject.name, other, str(claim.properties.get("title", ""))))
        return Counter(found)


def compare_facts(reader: FactReader, case: Case, articles: Sequence[Article]) -> Counter[str]:
    """Facts read from the repaired page, and from the page as one text, against those of the articles whole."""
    whole = [
        Article(id=f"a{i}", title=title, text=text, date=case.date)
        for i, (title, text) in enumerate(zip(case.page.titles, case.page.texts, strict=True))
    ]
    truth, repaired = reader.read(whole), reader.read(articles)
    raw = reader.read([Article(id="raw", text=case.page.text, date=case.date)])
    return Counter(
        facts=sum(truth.values()),
        page=sum(repaired.values()),
        agree=sum((truth & repaired).values()),
        raw=sum(raw.values()),
        raw_agree=sum((truth & raw).values()),
    )


def report(rows: Iterable[tuple[str, Counter[str]]]) -> None:
    """Prints a table of shares."""
    print(f"{'':22} {'pages':>5} {'parag.':>6} {'back':>6} {'placed':>6} {'wrong':>6} {'listed':>6} {'ms':>5}")
    for name, count in rows:
        total = count["all"] or 1
        shares = " ".join(f"{count[key] / total:6.1%}" for key in ("back", "placed", "wrong", "listed"))
        facts = ""
        if count["facts"]:
            pairs = ((count["agree"], count["page"]), (count["agree"], count["facts"]), (count["raw_agree"], count["raw"]))
            shown = [f"{a / (b or 1):.3f}" for a, b in (*pairs, (count["raw_agree"], count["facts"]))]
            facts = f"  facts P {shown[0]} R {shown[1]} (without repair P {shown[2]} R {shown[3]})"
        print(f"{name:22} {count['pages']:5} {count['all']:6} {shares} {count['us'] / 1000 / (count['pages'] or 1):5.0f}{facts}")


def run(count: int, levels: Sequence[str], sources: Sequence[str], seed: int = 1, facts: bool = False) -> dict[str, Counter[str]]:
    """Counts by "source level", "source", level and "all"."""
    rows: dict[str, Counter[str]] = defaultdict(Counter)
    reader = FactReader() if facts else None
    for case in cases(count, levels, sources, seed):
        began = time.perf_counter()
        articles, fragments = cut(Page(id="page", text=case.page.text, date=case.date))
        spent = int((time.perf_counter() - began) * 1e6)
        result = measure(case.page, articles, fragments) + Counter(pages=1, us=spent)
        if reader:
            result += compare_facts(reader, case, articles)
        setting = f"{'bare' if case.style.heading == 'bare' else 'marked'} heads{', lines' if case.style.width else ''}"
        for key in (f"source {case.source}", f"{setting}, {case.level}", setting, case.level, "all"):
            rows[key].update(result)
    return dict(sorted(rows.items()))


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=15, help="pages for each source and level")
    parser.add_argument("--levels", default=",".join(LEVELS))
    parser.add_argument("--sources", default="rmrb,xwlb,chinanews,ruc,mixed")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--facts", action="store_true", help="also compare the facts read from the page with those of the articles"
    )
    args = parser.parse_args()
    report(run(args.pages, args.levels.split(","), args.sources.split(","), args.seed, args.facts).items())
    return 0


if __name__ == "__main__":
    sys.exit(main())
