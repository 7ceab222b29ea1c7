"""The Python API: the example of the package's docstring runs as it stands and tells facts with their quotations."""

from __future__ import annotations

import contextlib
import io
import shutil
import textwrap
from pathlib import Path

import pytest

import kgnews
from kgnews import paths

PAGE = "newspaper-page-2020-11.md"


def example() -> str:
    doc = kgnews.__doc__ or ""
    return textwrap.dedent(doc.split("::\n", 1)[1])


def test_docstring_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "seeds").mkdir()
    shutil.copy(paths.seeds_dir() / PAGE, tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    printed = io.StringIO()
    names: dict[str, object] = {}
    with contextlib.redirect_stdout(printed):
        exec(compile(example(), "docstring", "exec"), names)
    assert "贾敬敏 HOLDS_POSITION 科技部火炬中心 科技部火炬中心主任贾敬敏" in printed.getvalue()
    assert "<title>" in str(names["page"])


def test_quotations_stand_where_they_say(tmp_path: Path) -> None:
    (page,) = kgnews.read([paths.seeds_dir() / PAGE], date="2020-11-09")
    for article in kgnews.cut(page)[0]:
        for claim in kgnews.extract(article, doubtful=True):
            assert claim.evidence
            for item in claim.evidence:
                assert page.text[item.start : item.end] == item.quote


def test_unknown_verb() -> None:
    with pytest.raises(AttributeError, match="no attribute 'extrakt'"):
        kgnews.extrakt  # noqa: B018
