"""Single pages: text, Markdown, HTML, Word, PDF. Libraries load where they are used: one that is missing breaks no other."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from types import ModuleType
from typing import Any

from kgnews.errors import InputError
from kgnews.pages.dates import normalise_date
from kgnews.pages.decoding import decode, unify_newlines
from kgnews.pages.options import Input, complain
from kgnews.records import Page

_FRONT = re.compile(r"\s*---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)


def read_text(source: Input) -> Iterator[Page | InputError]:
    """A text or Markdown file; a YAML front matter is metadata and stays in the text, where ``articles`` passes over it."""
    text = decode(source.data)
    front = _FRONT.match(text)
    meta = _front_matter(front.group(1)) if front else None
    if meta is None:
        yield Page(id=source.stem, text=text, source=source.file_name)
        return
    try:
        yield _with_metadata(source, text, meta)
    except ValueError as error:
        yield complain(source.name, f"front matter: {error}", "Write dates as 2020-11-05.")


def _front_matter(text: str) -> dict[str, object] | None:
    """None where the lines between two rules are no YAML mapping: then they are text."""
    import yaml

    try:
        value = yaml.safe_load(text)
    except yaml.YAMLError:
        return None
    return {str(key): item for key, item in value.items()} if isinstance(value, dict) else None


def _with_metadata(source: Input, text: str, meta: dict[str, object]) -> Page:
    known = {key: str(meta[key]).strip() for key in ("id", "title", "home", "source") if meta.get(key) not in (None, "")}
    rest = {key: value for key, value in meta.items() if key not in {"id", "title", "date", "home"}}
    return Page(
        id=known.get("id", source.stem),
        text=text,
        title=known.get("title", ""),
        date=normalise_date(meta.get("date")),
        home=known.get("home"),
        source=known.get("source", source.file_name),
        metadata={key: value if isinstance(value, str | int | float | bool) else str(value) for key, value in rest.items()},
    )


def read_html(source: Input) -> Iterator[Page | InputError]:
    """The main text of a web page, its headline as a heading in front; menus, related links and comments are left out."""
    library = _library("kgnews.pages.html", source)
    if isinstance(library, InputError):
        yield library
        return
    main = library.main_text(decode(_as_declared(source.data)))
    if main is None:
        yield complain(source.name, "no article text found in the HTML", "Save the article's own page, not a list of links.")
        return
    yield Page(
        id=source.stem,
        text=main.text,
        title=main.title,
        date=main.date,
        source=main.site or source.file_name,
        metadata=main.metadata,
    )


def _as_declared(data: bytes) -> bytes:
    """HTML in another encoding that it declares itself is brought to UTF-8; what decodes as UTF-8 is left alone."""
    declared = re.search(rb"<meta[^>]+charset=[\"']?([\w-]+)", data[:4096], re.IGNORECASE)
    name = declared.group(1).decode("ascii").lower() if declared else ""
    if name in {"", "utf-8", "utf8", "gb2312", "gbk", "gb18030"}:
        return data
    try:
        return data.decode(name).encode()
    except (LookupError, UnicodeError):
        return data


def read_docx(source: Input) -> Iterator[Page | InputError]:
    """The paragraphs and table rows of a Word document, one a line (cells parted by tabs), headings marked as in Markdown."""

    def paragraphs(docx: ModuleType) -> str:
        lines = list(_docx_lines(docx.Document(io.BytesIO(source.data))))
        return "\n".join(lines)

    yield _by_library(source, "docx", paragraphs, "no Word document (.docx)")


def _docx_lines(document: Any) -> Iterator[str]:
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            yield from map(_docx_row, block.rows)
        elif (level := re.fullmatch(r"(?:Heading|Title|标题)\s*(\d?)", (block.style and block.style.name) or "")) and block.text:
            yield f"{'#' * int(level.group(1) or 1)} {block.text}"
        else:
            yield block.text


def _docx_row(row: Any) -> str:
    """The cells of a row parted by tabs, a merged one once; a table of one column is running text."""
    cells: list[Any] = []
    for cell in row.cells:
        if not cells or cell._tc is not cells[-1]._tc:
            cells.append(cell)
    texts = [cell.text for cell in cells]
    return texts[0] if len(texts) == 1 else "\t".join(" ".join(text.split("\n")) for text in texts)


def read_pdf(source: Input) -> Iterator[Page | InputError]:
    """The text layer of a PDF, page after page."""

    def layer(pypdf: ModuleType) -> str:
        logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it warns of is told in the one line of the error
        reader = pypdf.PdfReader(io.BytesIO(source.data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError("the PDF is locked by a password")
        text = "\n".join(page.extract_text() for page in reader.pages)
        if len(re.sub(r"\s", "", text)) < 8:
            raise InputError("the PDF has no text layer")
        return text

    yield _by_library(source, "pypdf", layer, "no readable PDF")


def _by_library(source: Input, library: str, extract: Callable[[ModuleType], str], problem: str) -> Page | InputError:
    module = _library(library, source)
    if isinstance(module, InputError):
        return module
    try:
        text = unify_newlines(extract(module))
    except InputError as error:
        return complain(source.name, error.message, "Run it through text recognition (OCR) or unlock it first.")
    except Exception as error:  # parsers of foreign formats fail in every way there is; all of them mean this file
        return complain(source.name, f"{problem} ({type(error).__name__})")
    text = re.sub(r"[\x00\ud800-\udfff]", "\ufffd", text)
    return Page(id=source.stem, text=text, source=source.file_name) if text.strip() else complain(source.name, "no text in it")


def _library(name: str, source: Input) -> ModuleType | InputError:
    try:
        return import_module(name)
    except ImportError as error:
        missing = error.name or name
        return complain(source.name, f"cannot be read without the Python package “{missing}”", f"pip install {missing}")
