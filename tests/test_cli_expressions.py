"""Expressions that an earlier run compiled: they match alike, and a file that cannot be used is done without."""

from __future__ import annotations

import marshal
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kgnews.cli.expressions import Expressions

PATTERN = r"(?P<body>[^，。；]{2,24}?(?:委|局|厅))(?:主任|局长)(?=[一-龥]{2,4})"
TEXT = "青山市发改委主任李四表示，白石县财政局局长王五出席。"


@contextmanager
def installed(path: Path) -> Iterator[Expressions]:
    """Expressions that stand in for the compiler, and nothing of it left behind."""
    expressions = Expressions(path)
    expressions.install()
    try:
        re.purge()
        yield expressions
    finally:
        expressions.remove()
        re.purge()


def found(flags: int = 0) -> list[tuple[str, str | None]]:
    return [(match[0], match["body"]) for match in re.compile(PATTERN, flags).finditer(TEXT)]


def test_an_expression_of_an_earlier_run_matches_alike_and_is_not_compiled_again(tmp_path: Path) -> None:
    expected = found()
    with installed(tmp_path / "expressions") as first:
        assert found() == expected
        assert [pattern for pattern, _ in first.made] == [PATTERN]
        first.save()
    with installed(tmp_path / "expressions") as second:
        assert found() == expected
        assert not second.made
        assert found(re.DOTALL) == expected  # other flags are another expression
        assert len(second.made) == 1
        assert re.compile(PATTERN).groupindex == {"body": 1}


def test_what_is_searched_for_straight_away_is_not_kept(tmp_path: Path) -> None:
    with installed(tmp_path / "expressions") as expressions:
        assert re.search(PATTERN, TEXT)
        assert not expressions.made
        assert re.compile(PATTERN)  # known to re by now, so it is not asked for
        re.purge()
        assert re.compile(PATTERN)
        assert expressions.made


def _text(path: Path) -> None:
    path.write_text("no marshalled file", encoding="utf-8")


def _other(path: Path) -> None:
    path.write_bytes(marshal.dumps([1, 2, 3]))


def _wrong(path: Path) -> None:
    path.write_bytes(marshal.dumps({(PATTERN, 0): (32, b"\xff" * 400, 1, {"body": 1}, (None, "body"))}))


def _short(path: Path) -> None:
    path.write_bytes(marshal.dumps({(PATTERN, 0): ()}))


@pytest.mark.parametrize("spoil", [_text, _other, _wrong, _short, Path.mkdir])
def test_a_file_that_cannot_be_used_is_done_without(tmp_path: Path, spoil: object) -> None:
    expected = found()
    path = tmp_path / "expressions"
    assert callable(spoil)
    spoil(path)
    with installed(path) as expressions:
        assert found() == expected
        expressions.save()
    assert [one.name for one in tmp_path.iterdir()] == ["expressions"]  # nothing half written is left behind


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with installed(tmp_path / "file" / "kgnews" / "expressions") as expressions:
        found()
        assert expressions.made
        expressions.save()
