"""Term lists: ``schema/terms/NAME.txt``, one term a line, with a value behind a tab where the list has one.

Each file begins with ``#`` lines that name its ``source:`` and ``licence:``; without them it is refused.
A second folder adds to a list of the same name; a line ``-term`` takes a term out again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from kgnews.errors import SchemaError

_HEAD = 20_000  # characters that hold the first ten lines


class Terms(Mapping[str, Mapping[str, str]]):
    """All term lists by name; a list maps each term to its value ("" where it has none).

    A list may be given as the texts of its files: they are parsed when somebody asks for it, since few need all lists.
    """

    def __init__(self, lists: Mapping[str, Mapping[str, str] | Sequence[str]]) -> None:
        self._lists = dict(lists)

    def __getitem__(self, name: str) -> Mapping[str, str]:
        try:
            found = self._lists[name]
        except KeyError:
            known = "、".join(sorted(self._lists))
            raise SchemaError(f"no term list named {name!r}", f"lists: {known}") from None
        if isinstance(found, Mapping):
            return found
        terms: dict[str, str] = {}
        for text in found:
            _parse(text, terms)
        self._lists[name] = terms
        return terms

    def __contains__(self, name: object) -> bool:
        return name in self._lists

    def __iter__(self) -> Iterator[str]:
        return iter(self._lists)

    def __len__(self) -> int:
        return len(self._lists)


def load_terms(*folders: Path) -> Terms:
    """Read every list of the folders' ``terms/``, later folders over earlier ones."""
    lists: dict[str, list[str]] = {}
    for folder in folders:
        for path in sorted((folder / "terms").glob("*.txt")):
            lists.setdefault(path.stem, []).append(_read(path))
    return Terms(lists)


def _read(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    head = "\n".join(line for line in text[:_HEAD].splitlines()[:10] if line.startswith("#"))
    for key in ("source:", "licence:"):
        if key not in head:
            raise SchemaError(f"{path}: no line '# {key} …' at the top", "say where the terms are from and under which licence")
    return text


def _parse(text: str, into: dict[str, str]) -> None:
    lines = text.splitlines()
    if "\n-" not in text and "\t" not in text:
        into.update(dict.fromkeys([line for line in lines if line and line[0] != "#"], ""))
        return
    for term, _, value in [line.partition("\t") for line in lines if line and line[0] != "#"]:
        if term[:1] == "-" and len(term) > 1:
            into.pop(term[1:], None)
        else:
            into[term] = value
