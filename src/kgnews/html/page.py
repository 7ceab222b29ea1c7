"""One page as bytes: the template with style, script and data in it, and a policy that allows nothing else."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import zlib
from functools import cache
from importlib.resources import files
from string import Template
from typing import Any

from kgnews.html.options import Guide, Options
from kgnews.html.payload import build_payload
from kgnews.html.select import select
from kgnews.records import Graph

# In order: each file uses only what stands before it.
SCRIPTS = (
    "texts", "dom", "data", "state", "filter", "search", "arrange", "paths", "labels", "painters", "picture",
    "camera", "facts", "timeline", "panel", "table", "downloads", "controls", "main",
)  # fmt: skip
# Up to here a person who opens the file in an editor can read its data; beyond, size matters more.
READABLE = 200_000


def render(graph: Graph, options: Options, guide: Guide) -> bytes:
    """The page in UTF-8. The same arguments give the same bytes; nothing is read but the package's own files."""
    payload = build_payload(select(graph, options), options, guide, graph)
    script, style = _script(), _resource("style.css")
    title = options.title or ("新闻知识图谱" if options.lang == "zh" else "News knowledge graph")
    page = Template(_resource("template.html")).substitute(
        lang="zh-CN" if options.lang == "zh" else "en",
        title=html.escape(title),
        policy=html.escape(policy(script, style)),
        style=style,
        core=_block("core", payload.core),
        detail=_block("detail", payload.detail),
        script=script,
    )
    return page.encode()


def policy(script: str, style: str) -> str:
    """A Content-Security-Policy under which only this script and this style run, and nothing is ever fetched."""
    allowed = {
        "default-src": "'none'",
        "script-src": _hash(script),
        "style-src": _hash(style),
        "img-src": "data: blob:",
        "base-uri": "'none'",
        "form-action": "'none'",
        "require-trusted-types-for": "'script'",
    }
    return "; ".join(f"{key} {value}" for key, value in allowed.items())


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _block(name: str, data: dict[str, Any]) -> str:
    """A data block: JSON in which no character can end the block, or, where it is long, deflated and in base64."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    if len(text) > READABLE:
        packed = base64.b64encode(zlib.compress(text.encode("utf-8", "surrogatepass"), 9)).decode()
        return f'<script type="application/octet-stream" id="{name}" data-coding="deflate">{packed}</script>'
    return f'<script type="application/json" id="{name}">{escape_json(text)}</script>'


def escape_json(text: str) -> str:
    """JSON that is safe inside a script element: ``<``, ``>``, ``&``, U+2028 and U+2029 and lone surrogates as escapes."""
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return "".join(f"\\u{ord(one):04x}" if "\ud800" <= one <= "\udfff" else one for one in text) if not _clean(text) else text


def _clean(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


@cache
def _resource(name: str) -> str:
    return files("kgnews.html").joinpath(name).read_text(encoding="utf-8")


@cache
def words(lang: str) -> dict[str, str]:
    """The words of pages without script."""
    known: dict[str, dict[str, str]] = json.loads(_resource("still.json"))
    return known[lang]


@cache
def _script() -> str:
    parts = "\n".join(_resource(f"js/{name}.js") for name in SCRIPTS)
    return f'(() => {{\n"use strict";\n{parts}\n}})();\n'


def static_page(title: str, lang: str, body: str) -> bytes:
    """A page without script around ``body``, which is HTML already."""
    style = _resource("still.css")
    rules = f"default-src 'none'; style-src {_hash(style)}; img-src data:; base-uri 'none'; form-action 'none'"
    language = "zh-CN" if lang == "zh" else "en"
    page = (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{html.escape(rules)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n'
        f'<link rel="icon" href="data:,">\n<title>{html.escape(title)}</title>\n<style>{style}</style>\n</head>\n'
        f"<body>\n<main>{body}</main>\n</body>\n</html>\n"
    )
    return page.encode()
