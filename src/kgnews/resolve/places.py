"""Keys of places: by division code, by country, by name of their own; other venues are the city's or the article's."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kgnews.resolve.gazetteer import Gazetteer
from kgnews.resolve.keys import Context, Key, clean, made_of_words, narrow, of_article

_VILLAGE = re.compile("(?:村|社区|镇|乡|街道|屯|寨|组|小区)$")


def place_key(names: Iterable[str], context: Context, gazetteer: Gazetteer) -> Key:
    """The key of a place by its names in one article, the best first."""
    keys = [_key(clean(name), context, gazetteer) for name in names if clean(name)]
    rank = {"known": 0, "division": 0, "placed": 1, "absolute": 2, "local": 3, "article": 4}
    return min(keys, key=lambda key: rank[key.kind]) if keys else of_article("", context)


def _key(name: str, context: Context, gazetteer: Gazetteer) -> Key:
    return _known(name, gazetteer) or _division(name, context, gazetteer) or _venue(name, context, gazetteer)


def _known(name: str, gazetteer: Gazetteer) -> Key | None:
    if country := gazetteer.country(name):
        return Key("known", country, country, why=f"国家（地区）名“{country}”")
    owner = gazetteer.owner(name)
    inside = owner[1] if owner and gazetteer.country(owner[0]) else name
    for form in (name, name.removesuffix("市"), inside, inside.removesuffix("市")):
        if country := gazetteer.city_abroad(form):
            return Key("known", form, country, why=f"{country}的“{form}”")
    return Key("known", name, why=f"知名地点“{name}”") if gazetteer.is_famous(name) else None


def _division(name: str, context: Context, gazetteer: Gazetteer) -> Key | None:
    placed = gazetteer.placed(name)
    if not placed.place:
        return None
    code = narrow(placed.codes, context, short=gazetteer.is_short(placed.place))
    if placed.rest:
        return _inside(name, placed.rest, code, context, gazetteer)
    if code is None:
        return None
    return Key("division", code, code, why=f"区划代码 {code}（{gazetteer.division(code) or name}）")


def _inside(name: str, rest: str, code: str | None, context: Context, gazetteer: Gazetteer) -> Key | None:
    if gazetteer.is_famous(rest, code):
        return Key("known", rest, why=f"知名地点“{rest}”")
    if code is None:
        return None
    city = code[:4] if len(code) >= 4 and not code.startswith(("11", "12", "31", "50")) else code[:2]
    return Key("placed", f"{city}:{gazetteer.unit(rest) or rest}", code, why=f"{gazetteer.division(city) or city}的“{rest}”")


def _venue(name: str, context: Context, gazetteer: Gazetteer) -> Key:
    if gazetteer.codes(name) or _VILLAGE.search(name):
        return _near(name, context)
    if gazetteer.is_word(name) or made_of_words(name, gazetteer):  # 会场, 体育馆, 第一会议室: each town has one
        return of_article(name, context)
    return Key("absolute", name, why=f"同一专名“{name}”")


def _near(name: str, context: Context) -> Key:
    nearest = max(context.codes, key=lambda code: (len(code), code), default="")
    if len(nearest) >= 4 and all(nearest.startswith(code) for code in context.codes):
        return Key("local", f"{nearest}:{name}", nearest, why=f"报道所及之地（{nearest}）的“{name}”")
    return of_article(name, context)
