"""Reads the compact lines of ``data/resolution_pairs.txt`` into articles and readings, as extraction would give them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kgnews.records import Article, Claim, End, LocalEntity, Member, NamedMention, Reading
from kgnews.records.claims import Value

PAIRS = Path(__file__).parent / "data" / "resolution_pairs.txt"


@dataclass(frozen=True)
class Pair:
    """Two mentions and whether they are one."""

    left: Member
    right: Member
    same: bool
    line: str


@dataclass(frozen=True)
class Case:
    """All pairs of a file with the articles that they stand in."""

    pairs: tuple[Pair, ...]
    articles: tuple[Article, ...]
    readings: tuple[Reading, ...]


def load(path: Path = PAIRS) -> Case:
    """All pairs of the file in one corpus of two articles a pair."""
    pairs: list[Pair] = []
    articles: list[Article] = []
    readings: list[Reading] = []
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        if not line or line.startswith("#"):
            continue
        label, left, right, verdict, _ = (part.strip() for part in line.split("|"))
        members = []
        for side, told in (("a", left), ("b", right)):
            article, reading, member = side_of(f"{number:04}{side}", label, told)
            articles.append(article)
            readings.append(reading)
            members.append(member)
        pairs.append(Pair(members[0], members[1], {"same": True, "different": False}[verdict], f"{path.name}:{number}: {line}"))
    return Case(tuple(pairs), tuple(articles), tuple(readings))


def side_of(key: str, label: str, told: str) -> tuple[Article, Reading, Member]:
    """One side of a line: ``name; key=value; …``."""
    name, *rest = (part.strip() for part in told.split(";"))
    facts: dict[str, list[str]] = {}
    for item in rest:
        field, value = item.split("=", 1)
        facts.setdefault(field, []).extend([value] if field == "post" else value.split(","))
    return _Side(key, label, name, facts).build()


@dataclass
class _Side:
    key: str
    label: str
    name: str
    facts: dict[str, list[str]]

    def build(self) -> tuple[Article, Reading, Member]:
        text = self._text()
        entities = {(self.label, self.name): self._entity(text)}
        claims = list(self._claims())
        for claim in claims:
            for end in (claim.subject, claim.object):
                if end and end.label not in {"Date", "Article"}:
                    entities.setdefault((end.label, end.name), LocalEntity(end.label, end.name, (end.name,)))
        for place in self.facts.get("place", []):
            entities.setdefault(("Place", place), LocalEntity("Place", place, (place,)))
        article = Article(self.key, text, date=self._one("d"), home=self._one("h"), source=self._one("s"))
        return article, Reading(self.key, tuple(claims), tuple(entities.values())), Member(self.key, self.label, self.name)

    def _one(self, field: str) -> str | None:
        return self.facts.get(field, [None])[0]  # type: ignore[list-item]

    def _text(self) -> str:
        sex, born = self._one("sex"), self._one("born")
        life = f"，{sex}，汉族，{born}年5月生" if sex else ""
        return f"{self.name}{life}。本报第{self.key}号稿件的正文，与其他稿件没有相同的句子{self.key}。"

    def _entity(self, text: str) -> LocalEntity:
        mention = NamedMention("text", 0, len(self.name), self.name)
        forms = (self.name, *self.facts.get("forms", []))
        return LocalEntity(self.label, self.name, forms, mentions=(mention,))

    def _claims(self) -> list[Claim]:
        found = []
        for post in self.facts.get("post", []):
            body, title = post.split("/")
            properties: dict[str, Value] = {"title": title}
            if body.startswith("-"):
                properties["status"] = "former"
            found.append(self._claim("HOLDS_POSITION", End("Organization", body.removeprefix("-")), properties))
        found += [self._claim("ATTENDS", End("Event", event)) for event in self.facts.get("event", [])]
        for other in self.facts.get("with", []):
            end = End("Organization", "某某委员会")
            found.append(self._claim("HOLDS_POSITION", end, {"title": "委员"}, End("Person", other)))
        if self._one("byline"):
            found.append(self._claim("BYLINE", None))
        found += [self._claim("HELD_ON", End("Date", day)) for day in self.facts.get("held", [])]
        found += [self._claim("HELD_AT", End("Place", place)) for place in self.facts.get("at", [])]
        return found

    def _claim(
        self, kind: str, target: End | None, properties: dict[str, Value] | None = None, subject: End | None = None
    ) -> Claim:
        subject = subject or End(self.label, self.name)
        key = f"{self.key}-{kind}-{subject.name}-{target and target.name}-{sorted((properties or {}).items())}"
        return Claim(key, self.key, kind, subject, target, properties or {}, (), "test", 0.9)
