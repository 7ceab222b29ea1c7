"""Counts how characters follow each other in news: python scripts/build_seams.py ARTICLES.jsonl

Writes ``src/kgnews/articles/seams.npz``, numbers only: how often two and three characters stand together, in how many articles
two do, and how often they open a sentence. Page repair asks it whether the end of one column and the beginning of another make
Chinese. Pairs in fewer than 2 and triples in fewer than 3 places are left out. Days that bench/pages.py measures on are not counted.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path

import numpy as np

from kgnews.articles.characters import BOUNDARY, normalise

TARGET = Path(__file__).parents[1] / "src" / "kgnews" / "articles" / "seams.npz"


def counted(date: str) -> bool:
    """Days kept apart for measuring are not counted (the same rule as in bench/pages.py)."""
    return sum(date.encode()) % 4 != 0


def sentences(text: str) -> list[str]:
    """The normalised sentences of a text, each with a boundary mark in front."""
    bare = normalise(re.sub(r"[^\S\n]+", "", text))
    return [BOUNDARY + part for part in re.findall(r"[^。！？\n]+[。！？]*[”’]?", bare)]


def main(path: str) -> None:
    """Counts and writes."""
    single: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    articles: Counter[str] = Counter()
    triples: Counter[str] = Counter()
    number = 0
    with open(path, encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            if not counted(record["date"]):
                continue
            number += 1
            seen: set[str] = set()
            for part in sentences(record["title"] + "\n" + record["text"]):
                single.update(part)
                found = [part[i : i + 2] for i in range(len(part) - 1)]
                pairs.update(found)
                seen.update(found)
                triples.update(part[i : i + 3] for i in range(len(part) - 2))
            articles.update(seen)
    alphabet = [char for char, count in single.most_common(8191) if count > 1]
    code = {char: i for i, char in enumerate(alphabet)}
    known2 = sorted((_code(p, code), n, articles[p]) for p, n in pairs.items() if n > 1 and all(c in code for c in p))
    known3 = sorted((_code(p, code), n) for p, n in triples.items() if n > 2 and all(c in code for c in p))
    np.savez_compressed(
        TARGET,
        alphabet=np.array([ord(char) for char in alphabet], dtype=np.uint32),
        single=np.array([single[char] for char in alphabet], dtype=np.uint32),
        pair_steps=np.diff([0, *(row[0] for row in known2)]).astype(np.uint32),
        pair=np.array([row[1] for row in known2], dtype=np.uint32),
        pair_articles=np.array([row[2] for row in known2], dtype=np.uint16),
        triple_steps=np.diff([0, *(row[0] for row in known3)]).astype(np.uint64),
        triple=np.array([row[1] for row in known3], dtype=np.uint32),
        articles=np.array(number),
    )
    print(f"{number} articles, {len(known2)} pairs, {len(known3)} triples, {TARGET.stat().st_size >> 10} kB")


def _code(chars: str, code: dict[str, int]) -> int:
    value = 0
    for char in chars:
        value = value * 8192 + code[char]
    return value


if __name__ == "__main__":
    main(sys.argv[1])
