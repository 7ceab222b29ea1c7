"""Near-copies: articles that repeat one another (reprints, agency copy) and are one source, not two."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import combinations
from zlib import crc32

from kgnews.records import Article

_SENTENCE = re.compile("[。！？；\n]+")
_SPARSE = re.compile(r"[^\w]+")
_SHORTEST = 8  # characters of a sentence that tells an article from others
_MOST = 64  # sentences of an article that are compared, chosen by their hash
_SAME = 0.6  # share of common sentences of the shorter article
_COMMON = 30  # a sentence in more articles than this is boilerplate
_DAYS = 30  # a reprint follows within this time; the same text a year later reports another year


def copy_groups(articles: Iterable[Article]) -> Mapping[str, str]:
    """For each article the least id among its near-copies (its own where it has none)."""
    known = {article.id: article for article in articles}
    sketches = {key: _sketch(known[key].text) for key in sorted(known)}
    owner = {key: key for key in sketches}
    for (left, right), count in sorted(_shared_sentences(sketches).items()):
        shorter = min(len(sketches[left]), len(sketches[right]))
        if count >= _SAME * shorter and _close(known[left].date, known[right].date):
            a, b = sorted((_root(owner, left), _root(owner, right)))
            owner[b] = a
    return {key: _root(owner, key) for key in owner}


def _sketch(text: str) -> frozenset[int]:
    sentences = (_SPARSE.sub("", part) for part in _SENTENCE.split(text))
    hashes = {crc32(part.encode("utf-8", "replace")) for part in sentences if len(part) >= _SHORTEST}
    return frozenset(sorted(hashes)[:_MOST])


def _shared_sentences(sketches: Mapping[str, frozenset[int]]) -> Mapping[tuple[str, str], int]:
    index: dict[int, list[str]] = defaultdict(list)
    for key, sketch in sketches.items():
        for value in sketch:
            index[value].append(key)
    pairs: Counter[tuple[str, str]] = Counter()
    for group in index.values():
        if 1 < len(group) <= _COMMON:
            pairs.update(combinations(group, 2))
    return pairs


def _close(left: str | None, right: str | None) -> bool:
    if not left or not right:
        return True
    try:
        return abs((date.fromisoformat(left[:10]) - date.fromisoformat(right[:10])).days) <= _DAYS
    except ValueError:
        return left[:4] == right[:4]


def _root(owner: dict[str, str], key: str) -> str:
    while owner[key] != key:
        owner[key] = owner[owner[key]]
        key = owner[key]
    return key
