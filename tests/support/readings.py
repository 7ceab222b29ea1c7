"""Readings made by hand: articles whose quotations stand where they say, without any rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import blake2b

from kgnews.graph import build_graph, same_name
from kgnews.records import Article, Claim, End, Evidence, Graph, LocalEntity, NamedMention, Reading
from kgnews.records.claims import Value

SYMMETRIC = frozenset({"MEETS", "SIGNS_WITH"})
LABELS = {"p": "Person", "o": "Organization", "e": "Event", "l": "Place", "w": "Work", "d": "Date", "a": "Award"}


def end(text: str) -> End:
    """``p:贾敬敏`` as an end of a claim."""
    kind, _, name = text.partition(":")
    return End(LABELS[kind], name, name)


def claim(
    article: Article,
    fact: tuple[str, str, str | None],
    quote: str,
    properties: Mapping[str, Value] | None = None,
    *,
    rule: str = "by-hand",
    confidence: float = 0.9,
    doubtful: bool = False,
) -> Claim:
    """A claim ``(subject, TYPE, object)`` with a quotation that stands in the article's text."""
    subject, kind, object_ = fact
    start = article.text.index(quote)
    key = blake2b(repr((article.id, fact, sorted((properties or {}).items()))).encode(), digest_size=8).hexdigest()
    evidence = (Evidence("fact", "text", start, start + len(quote), quote),)
    ends = end(subject), end(object_) if object_ else None
    return Claim(key, article.id, kind, *ends, dict(properties or {}), evidence, rule, confidence, doubtful)


def reading(article: Article, claims: Iterable[Claim], generic: Iterable[str] = ()) -> Reading:
    """The reading with an entity for each end, named where its name first stands in the text."""
    claims = tuple(claims)
    ends = {(item.label, item.name): item for one in claims for item in (one.subject, one.object) if item}
    kept = sorted(key for key in ends if key[0] not in ("Date", "Award"))
    return Reading(article.id, claims, tuple(_entity(article, label, name, name in set(generic)) for label, name in kept))


def _entity(article: Article, label: str, name: str, generic: bool) -> LocalEntity:
    at = article.text.find(name)
    mentions = (NamedMention("text", at, at + len(name), name),) if at >= 0 else ()
    return LocalEntity(label, name, (name,), generic, mentions)


def graph_of(readings: Iterable[Reading], articles: Iterable[Article], verdicts: Mapping[str, str] | None = None) -> Graph:
    """The graph with one entity a name."""
    readings = list(readings)
    return build_graph(readings, articles, same_name(readings), verdicts or {}, SYMMETRIC)  # type: ignore[arg-type]


OPENING = Article(
    "news-1",
    "11月5日，创新大赛在杭州举行。火炬中心主任贾敬敏、杭州市副市长柯吉欣出席开幕式。大赛由火炬中心主办。",
    "创新大赛开幕",
    "2020-11-09",
    source="样例日报",
    metadata={"url": "https://example.org/1"},
)
MEETING = Article(
    "news-2",
    "4月20日，火炬中心主任贾敬敏会见梁书远。贾敬敏获“先进个人”称号。柯吉欣据说也在。",
    "会见",
    "2021-04-21",
    source="样例晚报",
)
CHANGE = Article("news-3", "任命温砚秋为火炬中心主任，免去贾敬敏火炬中心主任职务。", "任免", "2022-03-01")
ARTICLES = (OPENING, MEETING, CHANGE)

_APPOINTED = {"title": "主任", "status": "appointed"}
_HOLDS = ("p:贾敬敏", "HOLDS_POSITION", "o:火炬中心")
READINGS = (
    reading(
        OPENING,
        [
            claim(OPENING, _HOLDS, "火炬中心主任贾敬敏", {"title": "主任"}),
            claim(OPENING, ("p:柯吉欣", "HOLDS_POSITION", "o:杭州市"), "杭州市副市长柯吉欣", {"title": "副市长"}),
            claim(OPENING, ("p:贾敬敏", "ATTENDS", "e:创新大赛"), "贾敬敏、杭州市副市长柯吉欣出席", {"order": 1}),
            claim(OPENING, ("p:柯吉欣", "ATTENDS", "e:创新大赛"), "柯吉欣出席开幕式", {"order": 2}),
            claim(OPENING, ("e:创新大赛", "HELD_ON", "d:2020-11-05"), "11月5日，创新大赛"),
            claim(OPENING, ("e:创新大赛", "HELD_AT", "l:杭州"), "创新大赛在杭州举行"),
            claim(OPENING, ("o:火炬中心", "HOSTS", "e:创新大赛"), "大赛由火炬中心主办"),
        ],
    ),
    reading(
        MEETING,
        [
            claim(MEETING, _HOLDS, "火炬中心主任贾敬敏", {"title": "主任"}),
            claim(MEETING, ("p:贾敬敏", "MEETS", "p:梁书远"), "贾敬敏会见梁书远", {"date": "2021-04-20"}),
            claim(MEETING, ("p:贾敬敏", "RECEIVES_AWARD", "a:先进个人"), "贾敬敏获“先进个人”称号"),
            claim(MEETING, ("p:柯吉欣", "MEETS", "p:梁书远"), "柯吉欣据说也在", doubtful=True, confidence=0.4),
        ],
    ),
    reading(
        CHANGE,
        [
            claim(CHANGE, ("p:温砚秋", "HOLDS_POSITION", "o:火炬中心"), "温砚秋为火炬中心主任", _APPOINTED),
            claim(CHANGE, _HOLDS, "免去贾敬敏火炬中心主任", {"title": "主任", "status": "former"}),
        ],
    ),
)


def sample_graph() -> Graph:
    """Three articles about four people, two bodies, a contest."""
    return graph_of(READINGS, ARTICLES)
