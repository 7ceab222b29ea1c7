"""What reaches a terminal, a spreadsheet, a program: seven formats, hostile text, files whole or not at all."""

from __future__ import annotations

import csv
import errno
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text

from kgnews.cli import errors
from kgnews.cli.cards import _section, career_time
from kgnews.cli.given import check_dates
from kgnews.cli.output import Format, clean, emit, guard, json_text, opened, resolve_format
from kgnews.errors import InputError, KgnewsError, Neo4jError, NotFoundError

HOSTILE = "\x1b[31m红\x07\x9b1m [bold]粗[/bold] :smile: \u202e反\u2028行\n二\t三\x00"
ROWS = [{"name": HOSTILE, "list": ["甲", "乙"], "n": 0.5, "extra": {"a": 1}}, {"name": "=1+1", "n": -2, "list": None}]
COLUMNS = ("name", "list", "n")
CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069]")


def written(format: Format, tmp_path: Path) -> str:
    emit(ROWS, COLUMNS, format, tmp_path / "out")
    return (tmp_path / "out").read_text(encoding="utf-8")


@pytest.mark.parametrize("format", [format for format in Format if format is not Format.AUTO])
def test_no_format_lets_a_control_through(format: Format, tmp_path: Path) -> None:
    text = written(format, tmp_path)
    allowed = text.replace("\t", "") if format is Format.TSV else text
    assert not CONTROLS.search(allowed)
    assert "红" in text


@pytest.mark.parametrize("format", [Format.JSON, Format.JSONL])
def test_json_keeps_every_value(format: Format, tmp_path: Path) -> None:
    text = written(format, tmp_path)
    found = json.loads(text) if format is Format.JSON else [json.loads(line) for line in text.splitlines()]
    assert found == ROWS


@pytest.mark.parametrize(("format", "delimiter"), [(Format.CSV, ","), (Format.TSV, "\t")])
def test_csv_has_the_columns_and_no_formula(format: Format, delimiter: str, tmp_path: Path) -> None:
    header, one, two = csv.reader(io.StringIO(written(format, tmp_path)), delimiter=delimiter)
    assert header == list(COLUMNS)
    assert one[1:] == ["甲、乙", "0.5"]
    assert two == ["'=1+1", "", "-2"]


def test_markdown_and_table_show_markup_as_text(tmp_path: Path) -> None:
    assert r"\[bold\]粗" in written(Format.MD, tmp_path)
    table = written(Format.TABLE, tmp_path)
    assert "[bold]粗[/bold] :smile:" in table
    assert "…" not in table, "nothing is cut outside a terminal"


@pytest.mark.parametrize(
    ("output", "expected"), [("x.csv", Format.CSV), ("x.MD", Format.MD), ("x.txt", Format.JSONL), ("x.table", Format.JSONL)]
)
def test_auto_follows_the_ending(output: str, expected: Format) -> None:
    assert resolve_format(Format.AUTO, Path(output)) is expected
    assert resolve_format(Format.JSON, Path(output)) is Format.JSON


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@a", "＝1", "\t=1", "\n =1", " @x"])
def test_guard(cell: str) -> None:
    assert guard(cell).startswith("'")
    assert not guard("贾敬敏").startswith("'")


@given(st.text())
def test_clean_leaves_one_harmless_line(text: str) -> None:
    assert not CONTROLS.search(clean(text))
    assert "\n" not in clean(text)
    clean(text).encode()


@given(st.text(st.characters(codec=None)))
def test_json_text_is_the_value(text: str) -> None:
    assert json.loads(json_text(text)) == text
    json_text(text).encode()


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_text("old")
    path.chmod(0o640)

    def broken() -> None:
        with opened(path) as stream:
            stream.write("half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        broken()
    assert path.read_text() == "old"
    assert [item.name for item in tmp_path.iterdir()] == ["out.txt"]
    with opened(path) as stream:
        stream.write("new")
    assert path.read_text() == "new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_full_disk_names_the_file(tmp_path: Path) -> None:
    def rows() -> Iterator[dict[str, object]]:
        raise OSError(errno.ENOSPC, "No space left on device")
        yield {}

    with pytest.raises(KgnewsError, match=r"out\.jsonl: not written: No space left"):
        emit(rows(), COLUMNS, Format.JSONL, tmp_path / "out.jsonl")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("date", "good"), [
    ("2020", True), ("2020-02", True), ("2020-02-29", True), ("", True), (None, True),
    ("2020-13", False), ("2021-02-29", False), ("20", False), ("2020-1", False), ("20200229", False), ("x", False), ("0000", False),
])  # fmt: skip
def test_dates_of_questions(date: str | None, good: bool) -> None:
    if good:
        check_dates(date)
    else:
        with pytest.raises(KgnewsError, match="no date"):
            check_dates(date)


@pytest.mark.parametrize(("row", "told"), [
    ({"start": "2012-11", "observed": "2012-11-15"}, "2012-11—"),
    ({"start": "2012", "end": "2013", "end_basis": "told"}, "2012—2013"),
    ({"end": "2013", "end_basis": "told"}, "……—2013"),
    ({"end": "2018-12-27", "end_basis": "former by"}, "（2018-12-27 前）"),
    ({"observed": "2012-07-06", "end": "2017-10-08", "end_basis": "former by"}, "（2012-07-06）—（2017-10-08 前）"),
    ({"observed": "2013-03-14"}, "（2013-03-14）"),
    ({}, "——"),
])  # fmt: skip
def test_a_report_of_a_former_holder_is_no_end_of_a_term(row: dict[str, str], told: str) -> None:
    assert career_time(dict.fromkeys(("start", "end", "end_basis", "observed")) | row) == told


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(KgnewsError, match="no such folder"), opened(tmp_path / "nowhere" / "x"):
        pass


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (KgnewsError("x"), 2),
        (InputError("x"), 3),
        (NotFoundError("x"), 1),
        (Neo4jError("x"), 4),
        (FileNotFoundError(2, "No such file or directory", "names.txt"), 2),
        (ValueError("x"), 70),
    ],
)
def test_exit_codes(error: Exception, code: int) -> None:
    message, _, found = errors.describe(error)
    assert found == code
    assert "\n" not in message


def test_report_is_safe(capsys: pytest.CaptureFixture[str]) -> None:
    errors.report(f"没有“{HOSTILE}”", HOSTILE)
    err = capsys.readouterr().err
    assert not CONTROLS.search(err)
    assert err.count("\n") == 2


@pytest.mark.parametrize(
    ("argv", "rest", "found"),
    [
        (["kgnews", "show", "--debug", "a"], ["kgnews", "show", "a"], True),
        (["kgnews", "show", "--", "--debug"], ["kgnews", "show", "--", "--debug"], False),
    ],
)
def test_debug_is_understood_anywhere(argv: list[str], rest: list[str], found: bool) -> None:
    assert errors._take_debug(argv) is found
    assert argv == rest


def test_a_card_dates_reports_from_first_to_last_and_shows_the_latest_articles() -> None:
    base = {"subject_id": "p", "object": "乙", "confidence": 0.9, "doubtful": False, "fact": "fact-1", "dating": "report"}
    post = base | {
        "type": "HOLDS_POSITION",
        "title": "主任",
        "status": "former",
        "when": "2012-08-29",
        "last": "2013-03-05",
        "proofs": [],
    }
    articles = [base | {"type": "MENTIONED_IN", "object": f"第{n}篇", "when": "2020", "last": "2020"} for n in range(700)]
    lines = Text()
    _section(lines, "posts", [post], "p")
    _section(lines, "articles", articles, "p")
    text = lines.plain
    assert "报道 2012-08-29—2013-03-05  任职 乙 主任 曾任" in text
    assert ("第699篇" in text, "第688篇" in text, "第687篇" in text) == (True, True, False)
    assert "另有更早的 688 篇" in text
