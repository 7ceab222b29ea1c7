"""What each article tells about the names in it: its home, the places that it names without doubt, its near-copies."""

from __future__ import annotations

import re

from kgnews.records import Article, Reading
from kgnews.resolve.bodies import body_key
from kgnews.resolve.gazetteer import Gazetteer
from kgnews.resolve.keys import Context, clean

# A local paper's or station's news is of its place.
_LOCAL_MEDIA = re.compile(
    "^(?:日报|晚报|晨报|时报|都市报|商报|新闻网|广播电视台|电视台|发布|融媒体中心|融媒|政府网|人民政府网|人民政府)$"
)


def context_of(reading: Reading, article: Article | None, scope: str, gazetteer: Gazetteer) -> Context:
    """The context of one reading; ``scope`` is the least of its near-copies."""
    context = Context(reading.article, scope)
    for item in reading.entities:
        if item.label in {"Place", "Organization"}:
            _note_place(clean(item.name), context, gazetteer)
    if article is not None:
        context.date = article.date or ""
        context.source = clean(article.source or "")
        context.home = clean(article.home or "")
        _settle_home(context, gazetteer)
    return context


def _note_place(name: str, context: Context, gazetteer: Gazetteer) -> None:
    if country := gazetteer.country(name):
        context.countries.add(country)
        return
    placed = gazetteer.placed(name)
    full = placed.place and not (gazetteer.is_short(placed.place) and len(placed.codes[0]) >= 6)
    if full and len(placed.codes) == 1 and len(placed.codes[0]) <= 6:
        context.codes.add(placed.codes[0])


def _settle_home(context: Context, gazetteer: Gazetteer) -> None:
    if not context.home:
        placed = gazetteer.placed(context.source)
        if len(placed.codes) == 1 and _LOCAL_MEDIA.match(placed.rest):
            context.home_code, context.home = placed.codes[0], gazetteer.division(placed.codes[0]) or placed.place
        else:
            _settle_school(context, gazetteer)
        return
    placed = gazetteer.placed(context.home)
    if placed.place and gazetteer.unit(placed.rest) in {"", "委"} and len(placed.codes) == 1:
        context.home_code = placed.codes[0]
        return
    key = body_key([context.home], Context(context.article, context.scope), gazetteer)
    if key.kind != "article":
        context.home_body = key.text
        context.home_code = key.code if key.kind == "placed" else ""


def _settle_school(context: Context, gazetteer: Gazetteer) -> None:
    """The news of a university or of a part of one is of its house; that of a paper is not."""
    if not context.source:
        return
    if school := gazetteer.school_of(context.source):
        context.home = context.home_body = school
        return
    key = body_key([context.source], Context(context.article, context.scope), gazetteer)
    if key.text in gazetteer.universities or (key.kind == "part" and key.parent in gazetteer.universities):
        context.home, context.home_body = context.source, key.text
