"""The one function of this stage: paths in, pages and errors out, ids unique."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from kgnews.errors import InputError, KgnewsError
from kgnews.pages.archive import unpack
from kgnews.pages.dates import normalise_date
from kgnews.pages.decoding import DecodeError, decode
from kgnews.pages.documents import read_docx, read_html, read_pdf, read_text
from kgnews.pages.options import Input, ReadOptions, complain
from kgnews.pages.records import read_csv, read_json, read_jsonl
from kgnews.pages.sources import find_inputs
from kgnews.records import Page

Reader = Callable[[Input], Iterator[Page | InputError]]
Item = tuple[Page | InputError, str]

READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_text,
    ".markdown": read_text,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".json": read_json,
    ".csv": read_csv,
    ".tsv": read_csv,
    ".docx": read_docx,
    ".pdf": read_pdf,
}


def read_inputs(paths: Sequence[str | os.PathLike[str]], options: ReadOptions | None = None) -> Iterator[Page | InputError]:
    """Every article record and page that the paths name, in a stable order; what failed comes as an InputError in its place.

    A path is a file, a folder (read with all below it, sorted), a glob, a zip archive or ``-``. The options' date and home fill
    what an input leaves open. An id that comes again with the same content is dropped, with other content it is an error.
    KgnewsError is raised, not yielded, where the options themselves are wrong.
    """
    options = _checked(options or ReadOptions())
    seen: dict[str, tuple[str, str]] = {}
    for item, file in _named(_read_all(paths, options), options):
        if isinstance(item, InputError):
            yield item
            continue
        page = replace(item, date=item.date or options.date, home=item.home or options.home)
        content = _content(page)
        first, where = seen.setdefault(page.id, (content, ""))
        if not where:
            seen[page.id] = (content, file)
            yield page
        elif first != content:
            hint = "Ids must be unique: rename one of them, or use --id."
            yield complain(file, f"the id “{page.id}” comes again with other content (first in {where})", hint)


def _checked(options: ReadOptions) -> ReadOptions:
    try:
        return replace(options, date=normalise_date(options.date))
    except ValueError as error:
        raise KgnewsError(f"--date: {error}", "Write it as 2020-11-05.") from None


def _content(page: Page) -> str:
    """A hash of what two inputs with one id must agree in; where they were found does not count."""
    parts = [page.text, page.title, page.date, page.home, page.whole, page.metadata]
    return hashlib.sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()


def _named(items: Iterator[Item], options: ReadOptions) -> Iterator[Item]:
    """With ``--id``, the one page under that name; a second page is an error, not an overwriting."""
    if not options.id:
        yield from items
        return
    given = False
    for item, file in items:
        if isinstance(item, InputError):
            yield item, file
        elif given:
            yield complain(file, "--id names one page, and there are several", "Give one input, or leave out --id."), file
        else:
            given = True
            yield replace(item, id=options.id), file


def _read_all(paths: Sequence[str | os.PathLike[str]], options: ReadOptions) -> Iterator[Item]:
    """Every page with the name of the file that it came from."""
    for source in find_inputs(paths, options):
        if isinstance(source, InputError):
            yield source, ""
        else:
            for file in unpack(source, options) if source.suffix == ".zip" else [source]:
                yield from ([(file, "")] if isinstance(file, InputError) else ((item, file.name) for item in _read(file)))


def _read(source: Input) -> Iterator[Page | InputError]:
    reader = READERS.get(source.suffix) or (read_jsonl if _looks_like_jsonl(source.data) else read_text)
    try:
        if not source.data.strip():
            raise DecodeError("the file is empty")
        yield from reader(source)
    except DecodeError as error:
        hint = "Convert it to UTF-8." if "neither" in error.problem else ""
        yield complain(source.name, error.problem, hint, error.line)


def _looks_like_jsonl(data: bytes) -> bool:
    """Whether the first line that is not blank is a JSON object."""
    try:
        first = decode(data).lstrip().split("\n", 1)[0]
        return first.startswith("{") and isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False
