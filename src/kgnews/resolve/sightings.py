"""What each article tells about a person: the material of the features."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from kgnews.records import Article, Claim, LocalEntity, Member, Reading
from kgnews.resolve.gazetteer import CHINA, Gazetteer
from kgnews.resolve.keys import Context, Key, clean
from kgnews.resolve.naming import Naming

_SEX = re.compile("^[（(，,、]?(男|女)(?=[，,、。；）)])")
_BORN = re.compile(r"(19\d{2}|20[01]\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:出生|生(?![产活态成动]))")
_NEXT_NAME = re.compile("[。；！？\n]")
_FOREIGN_OFFICES = {
    "外交部长": "外长",
    "外交大臣": "外长",
    "外务大臣": "外长",
    "外相": "外长",
    "防卫大臣": "防长",
    "防卫相": "防长",
    "财务大臣": "财长",
    "财务相": "财长",
    "国防部长": "防长",
    "国防大臣": "防长",
    "财政部长": "财长",
    "财政大臣": "财长",
}
_MINISTRIES = {"外交部": "外长", "国防部": "防长", "财政部": "财长", "外务省": "外长"}
_IN_EVENT = ("ATTENDS", "CHAIRS", "SPEAKS_AT", "HOSTS")


class Held(NamedTuple):
    """A post as an article has it. ``body`` is the key text of the body, ``now`` false for 原, 曾任.

    ``line``: the body (or the one it is a part of) and what that was renamed to since; ``kind``: "school" of a known university,
    "known" of another body that the term lists have, else "".
    """

    body: str
    title: str
    code: str = ""
    parent: str = ""
    country: bool = False
    now: bool = True
    name: str = ""
    line: tuple[str, ...] = ()
    kind: str = ""


@dataclass(slots=True)
class Sighting:
    """One person in one article. ``name`` is the one that people are compared by, ``era`` whose time it is (``Naming.era``)."""

    member: Member
    name: str
    context: Context
    posts: set[Held] = field(default_factory=set)
    events: set[str] = field(default_factory=set)
    companions: set[str] = field(default_factory=set)
    awards: set[str] = field(default_factory=set)
    byline: bool = False
    sex: str = ""
    born: str = ""
    era: str = ""


class Bodies(NamedTuple):
    """How the other labels were resolved: keys of organizations and events by member, keys of bodies named by article."""

    keys: Mapping[Member, Key]
    named: Mapping[str, frozenset[str]]
    gazetteer: Gazetteer
    naming: Naming


def sightings(reading: Reading, context: Context, article: Article | None, bodies: Bodies) -> list[Sighting]:
    """The people of one reading, by name; doubtful claims tell nothing."""
    people = [item for item in reading.entities if item.label == "Person"]
    found = {item.name: _seen(item, context, article, bodies.naming) for item in people}
    for claim in reading.claims:
        if not claim.doubtful:
            _add_claim(claim, found, context, bodies)
    told = {name for name, sighting in found.items() if sighting.posts or sighting.events}
    for name, sighting in found.items():
        sighting.companions = {found[other].name for other in told if other != name}
        if sighting.posts and not any(post.now for post in sighting.posts):
            sighting.era = ""  # 前总统布什 may be either, years later
    return [found[name] for name in sorted(found)]


def _seen(item: LocalEntity, context: Context, article: Article | None, naming: Naming) -> Sighting:
    name = naming.of(item.name)
    sighting = Sighting(Member(context.article, "Person", item.name), name, context, era=naming.era(name, context.date))
    if article is not None:
        sighting.sex, sighting.born = _life(item, article)
    return sighting


def _life(item: LocalEntity, article: Article) -> tuple[str, str]:
    """Sex and year of birth, where they stand behind the name: 张三，女，汉族，1965年3月生."""
    for mention in item.mentions:
        source = article.title if mention.where == "title" else article.text
        if source[mention.start : mention.end] != mention.form:
            continue
        behind = _NEXT_NAME.split(source[mention.end : mention.end + 48])[0]
        sex = _SEX.match(behind)
        if sex:
            born = _BORN.search(behind)
            return sex[1], born[1] if born else ""
    return "", ""


def _add_claim(claim: Claim, found: Mapping[str, Sighting], context: Context, bodies: Bodies) -> None:
    people = [end.name for end in (claim.subject, claim.object) if end and end.label == "Person" and end.name in found]
    for name in people:
        if claim.type == "BYLINE":
            found[name].byline = True
        elif claim.type == "HOLDS_POSITION" and claim.object:
            found[name].posts.add(_held(claim, bodies))
        elif claim.type == "RECEIVES_AWARD" and claim.object and len(claim.object.name) > 4:
            found[name].awards.add(clean(claim.object.name))
        elif claim.type in _IN_EVENT and claim.object:
            key = bodies.keys.get(Member(claim.article, claim.object.label, claim.object.name))
            if key:
                found[name].events.add(key.text)


def _held(claim: Claim, bodies: Bodies) -> Held:
    assert claim.object
    member = Member(claim.article, claim.object.label, claim.object.name)
    key = bodies.keys.get(member) or Key("article", f"{claim.object.name}@{claim.article}")
    title = clean(str(claim.properties.get("title", "")))
    country = key.kind == "known" and key.text == key.code
    if country and key.code == CHINA and (ministry := bodies.gazetteer.body(title.removesuffix("长"))) and title.endswith("部长"):
        key, title, country = Key("known", ministry, CHINA), "部长", False  # 中国外交部长 is 外交部 + 部长
    office = _FOREIGN_OFFICES.get(title, title) if country else title
    branch = key.text.split("/")[-1].removeprefix(key.code)
    if key.code and key.code != CHINA and title in {"部长", "大臣", "外相"} and branch in _MINISTRIES:
        office, key, country = _MINISTRIES[branch], Key("known", key.code, key.code), True
    now = claim.properties.get("status") != "former"
    line = bodies.gazetteer.lineage(key.parent if key.kind == "part" else key.text)
    kind = "school" if key.text in bodies.gazetteer.universities else "known" if key.kind == "known" else ""
    return Held(key.text, office, key.code, key.parent, country, now, claim.object.name, line, kind)


def bodies_named(keys: Mapping[Member, Key], articles: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """The keys of bodies and countries that each article names."""
    named: dict[str, set[str]] = {article: set() for article in articles}
    for member, key in keys.items():
        if member.label in {"Organization", "Place"} and key.kind == "known":
            named.setdefault(member.article, set()).add(key.text)
    return {article: frozenset(found) for article, found in named.items()}
