"""What the scripts that build term lists share: where the lists lie, how one is written, jieba's dictionary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

TERMS = Path(__file__).resolve().parents[1] / "schema" / "terms"
JIEBA = "pip jieba 0.42.1, dict.txt"


def write(name: str, source: str, licence: str, about: str, rows: Iterable[tuple[str, str]]) -> None:
    """Write one list, sorted as given; ``rows`` are (term, value)."""
    lines = [f"# source: {source}", f"# licence: {licence}", f"# {about}"]
    lines += [f"{term}\t{value}" if value else term for term, value in rows]
    (TERMS / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {len(lines) - 3} terms")


def hand(name: str) -> Iterator[tuple[str, str]]:
    for line in (TERMS / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            term, _, value = line.partition("\t")
            yield term, value


def jieba(cache: Path) -> Iterator[tuple[str, tuple[int, str]]]:
    path = next(cache.glob("jieba/**/jieba/dict.txt"))
    for line in path.read_text(encoding="utf-8").splitlines():
        word, count, tag = line.split(" ")
        yield word, (int(count), tag)
