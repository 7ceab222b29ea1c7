"""Whole articles, one a record: JSON lines, JSON and CSV. Their text is kept to the character."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterator, Mapping

from kgnews.errors import InputError
from kgnews.pages.dates import normalise_date
from kgnews.pages.decoding import decode_exactly
from kgnews.pages.options import Input, complain
from kgnews.records import Page

# Other names that the four keys of a record go by in files that people have.
_KEYS: dict[str, tuple[str, ...]] = {
    "id": ("id", "ID", "编号"),
    "title": ("title", "标题"),
    "date": ("date", "日期", "发布日期"),
    "text": ("text", "content", "正文", "内容"),
    "home": ("home", "属地"),
    "source": ("source", "来源"),
}


def read_jsonl(source: Input) -> Iterator[Page | InputError]:
    """One JSON object a line; blank lines are passed over."""
    for number, line in enumerate(decode_exactly(source.data).split("\n"), 1):
        if line.strip():
            try:
                record = json.loads(line)
            except (ValueError, RecursionError) as error:
                yield complain(source.name, f"no valid JSON ({_reason(error)})", "Each line must be one JSON object.", number)
                continue
            yield _page(source, number, record)


def read_json(source: Input) -> Iterator[Page | InputError]:
    """One object, a list of objects, or JSON lines under another name."""
    text = decode_exactly(source.data)
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        if "Extra data" in str(error):
            yield from read_jsonl(source)
        else:
            yield complain(source.name, f"no valid JSON ({_reason(error)})", line=getattr(error, "lineno", None))
        return
    for number, record in enumerate(value if isinstance(value, list) else [value], 1):
        yield _page(source, None if record is value else number, record, "entry")


def read_csv(source: Input) -> Iterator[Page | InputError]:
    """A header line that names at least ``text``, then one article a row; comma, tab or semicolon.

    A table whose rows are people (its header has 姓名) is one article: its rows as lines, cells parted by tabs.
    """
    text = decode_exactly(source.data)
    header = text.lstrip().split("\n", 1)[0]
    delimiter = max("\t,;", key=header.count)
    csv.field_size_limit(2**31 - 1)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    names: list[str] = []
    try:
        for row in rows:
            if not any(cell.strip() for cell in row):
                continue
            if not names:
                names = [name.strip() for name in row]
                if "姓名" in names and not any(key in names for key in _KEYS["text"]):
                    yield _roster(source, [row, *rows])
                    return
                if problem := _header_problem(names):
                    yield complain(source.name, problem, "The first line names the columns: id,title,date,text", rows.line_num)
                    return
            elif len(row) != len(names):
                problem = f"{len(row)} fields where the header has {len(names)}"
                yield complain(source.name, problem, "Quote fields that hold the separator.", rows.line_num)
            else:
                yield _page(source, rows.line_num, dict(zip(names, row, strict=True)))
    except csv.Error as error:
        yield complain(source.name, f"no valid CSV ({error})", "A quotation mark may be unclosed.", rows.line_num)


def _roster(source: Input, rows: list[list[str]]) -> Page:
    lines = ("\t".join(" ".join(cell.split()) for cell in row) for row in rows)
    return Page(id=source.stem, text="\n".join(lines), title=source.stem, source=source.file_name, whole=True)


def _header_problem(names: list[str]) -> str:
    if not any(key in names for key in _KEYS["text"]):
        return "the header has no column “text”"
    doubled = sorted({name for name in names if name and names.count(name) > 1})
    return f"the header names “{doubled[0]}” twice" if doubled else ""


def _reason(error: Exception) -> str:
    return f"{error.msg}, column {error.colno}" if isinstance(error, json.JSONDecodeError) else type(error).__name__


def _page(source: Input, number: int | None, record: object, unit: str = "line") -> Page | InputError:
    name = source.name if number is None or unit == "line" else f"{source.name}, {unit} {number}"
    line = number if unit == "line" else None
    if not isinstance(record, dict):
        return complain(name, "not a JSON object", 'An article is {"id": …, "title": …, "date": …, "text": …}.', line)
    try:
        return page_of(record)
    except ValueError as error:
        hint = "Write dates as 2020-11-05." if "date" in str(error) else ""
        return complain(name, str(error), hint, line)


def page_of(record: Mapping[str, object]) -> Page:
    """A whole article; ValueError (one line) where a key is missing or wrong. Without an id it gets a hash of its content."""
    used = {key: next((n for n in names if record.get(n) not in (None, "")), None) for key, names in _KEYS.items()}
    found = {key: record[alias] for key, alias in used.items() if alias}
    text = found.get("text")
    if text is None:
        raise ValueError("no “text”" if not any(key in record for key in _KEYS["text"]) else "“text” is empty")
    if not isinstance(text, str):
        raise ValueError(f"“text” is {type(text).__name__}, not a string")
    title = _string(found, "title")
    if not text.strip():
        raise ValueError("“text” is empty")
    if any("\ud800" <= char <= "\udfff" for char in text + title):
        raise ValueError("half of a character (a lone surrogate) in the text")
    date = normalise_date(found.get("date"))
    return Page(
        id=_string(found, "id") or content_id(record),
        text=text,
        title=title,
        date=date,
        home=_string(found, "home") or None,
        source=_string(found, "source") or None,  # not the file: one record is one article in whatever file it stands
        whole=True,
        metadata={key: value for key, value in record.items() if key not in used.values() or key == used["source"]},
    )


def content_id(record: Mapping[str, object]) -> str:
    """A stable id for a record without one: 16 hexadecimal digits of a hash of all that it holds."""
    return hashlib.sha256(json.dumps(record, sort_keys=True, default=str).encode()).hexdigest()[:16]


def _string(found: Mapping[str, object], key: str) -> str:
    value = found.get(key, "")
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ValueError(f"“{key}” is {type(value).__name__}, not a string")
    return str(value).strip() if key != "title" else str(value)
