"""The ledger: articles, what was read from them and what people decided, in one SQLite file. The record of truth."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from kgnews.errors import InputError
from kgnews.records import Article, Claim, Fragment, LocalEntity, Page, Reading, claim_from_json, claim_to_json
from kgnews.records.graphstore import Difference
from kgnews.records.serial import dumps
from kgnews.store import codec
from kgnews.store.database import open_database, transaction
from kgnews.store.review import Review
from kgnews.store.sqlite import SqliteGraph


@dataclass(frozen=True, slots=True)
class Failure:
    """What could not be read: ``source`` is an article, a page or an input, ``stage`` where it failed."""

    source: str
    stage: str
    message: str


class Ledger:
    """One open ledger. Every method that writes is one transaction, or a part of the one that ``transaction`` opens."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.graph = SqliteGraph(connection)
        self.review = Review(connection)

    @classmethod
    def open(cls, path: Path, write: bool = False) -> Ledger:
        """The ledger at ``path``; with ``write`` it is made where there is none."""
        return cls(open_database(path, write))

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; the last one to do so folds the write-ahead log into it."""
        self._connection.close()

    def transaction(self) -> AbstractContextManager[None]:
        """All that is written within is kept together, or nothing of it."""
        return transaction(self._connection)

    # pages and articles

    def has_page(self, page: Page) -> bool:
        """Whether this very page, with the same text and metadata, is there with all its articles."""
        row = self._one("SELECT content FROM pages WHERE id = ?", page.id)
        withdrawn = "SELECT 1 FROM articles WHERE page = ? AND withdrawn"
        return bool(row and row[0] == _page_content(page) and not self._one(withdrawn, page.id))

    def put_page(self, page: Page) -> None:
        """Keep a page, or replace it; it must be cut then."""
        with self.transaction():
            row = (page.id, codec.page_record(page), page.text, _page_content(page))
            upsert = "ON CONFLICT (id) DO UPDATE SET record = excluded.record, text = excluded.text, content = excluded.content"
            self._connection.execute(f"INSERT INTO pages (id, record, text, content) VALUES (?, ?, ?, ?) {upsert}", row)
            self._connection.execute("UPDATE pages SET cut = NULL WHERE id = ?", (page.id,))
            self._connection.execute("UPDATE articles SET withdrawn = 0 WHERE page = ?", (page.id,))

    def stale_pages(self, knowledge: str) -> list[str]:
        """The ids of pages that are not cut yet, or were cut by other knowledge."""
        rows = self._connection.execute("SELECT id, content, cut FROM pages ORDER BY id")
        return [key for key, content, cut in rows if cut != codec.fingerprint(content, knowledge)]

    def page(self, key: str) -> Page | None:
        """The page with this id, as it was read."""
        row = self._one("SELECT record, text FROM pages WHERE id = ?", key)
        if row is None:
            return None
        text = row[1] if row[1] is not None else self._one("SELECT text FROM articles WHERE page = ?", key)[0]
        return codec.page_from_record(key, row[0], text)

    def put_articles(self, page: Page, articles: Sequence[Article], fragments: Iterable[Fragment], knowledge: str) -> None:
        """Keep what a page was cut into. Articles that stay as they were keep their readings.

        Raises ``InputError`` where one of them has the id of an article of another page.
        """
        with self.transaction():
            self._refuse_taken_ids(page.id, articles)
            self._drop_articles_except(page.id, articles)
            for place, article in enumerate(articles):
                self._put_article(page.id, place, article)
            self._connection.execute("DELETE FROM fragments WHERE page = ?", (page.id,))
            rows = [(page.id, place, codec.fragment_record(item)) for place, item in enumerate(fragments)]
            self._connection.executemany("INSERT INTO fragments VALUES (?, ?, ?)", rows)
            text = None if len(articles) == 1 and articles[0].text == page.text else page.text
            cut = codec.fingerprint(_page_content(page), knowledge)
            self._connection.execute("UPDATE pages SET cut = ?, text = ? WHERE id = ?", (cut, text, page.id))

    def _refuse_taken_ids(self, page: str, articles: Iterable[Article]) -> None:
        for article in articles:
            found = self._one("SELECT page FROM articles WHERE id = ?", article.id)
            if found and found[0] != page:
                hint = "give one of the two inputs another id (--id, or its key id)"
                raise InputError(f"{page}: its article “{article.id}” has the id of an article of “{found[0]}”", hint)

    def _drop_articles_except(self, page: str, kept: Iterable[Article]) -> None:
        ids = dumps([article.id for article in kept])
        self._connection.execute(
            "DELETE FROM articles WHERE page = ? AND id NOT IN (SELECT value FROM json_each(?))", (page, ids)
        )

    def _put_article(self, page: str, place: int, article: Article) -> None:
        record = codec.article_record(article)
        content = codec.fingerprint(record, article.text)
        found = self._one("SELECT content, withdrawn FROM articles WHERE id = ?", article.id)
        if found and found[0] == content:
            self._connection.execute("UPDATE articles SET place = ? WHERE id = ?", (place, article.id))
            return
        self._connection.execute("DELETE FROM articles WHERE id = ?", (article.id,))
        self._connection.execute(
            "INSERT INTO articles (id, page, place, record, text, content, withdrawn) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (article.id, page, place, record, article.text, content, found[1] if found else 0),
        )

    def article(self, key: str) -> Article | None:
        """The article with this id."""
        return next(self._articles("WHERE id = ?", key), None)

    def articles(self) -> Iterator[Article]:
        """All articles that are not withdrawn, by id."""
        return self._articles("WHERE NOT withdrawn ORDER BY id")

    def _articles(self, rest: str, *values: str) -> Iterator[Article]:
        for row in self._connection.execute(f"SELECT id, record, text FROM articles {rest}", values):
            yield codec.article_from_record(*row)

    def remove(self, key: str) -> list[str]:
        """Take out a page with all its articles, or one article of a page; the ids of the articles that went.

        An article that is one of several of its page is withdrawn: it stays out until its page is built anew.
        """
        with self.transaction():
            found = self._one("SELECT page FROM articles WHERE id = ?", key)
            if found is None or found[0] == key or self._one("SELECT count(*) FROM articles WHERE page = ?", found[0])[0] == 1:
                page = found[0] if found else key
                rows = self._connection.execute("SELECT id FROM articles WHERE page = ? ORDER BY id", (page,)).fetchall()
                self._connection.execute("DELETE FROM pages WHERE id = ?", (page,))
                self._clear_all_failures([page, *(row[0] for row in rows)])
                return [row[0] for row in rows]
            self._connection.execute("UPDATE articles SET withdrawn = 1, reading = NULL WHERE id = ?", (key,))
            self._drop_reading(key)
            self._clear_all_failures([key])
            return [key]

    def _clear_all_failures(self, sources: Iterable[str]) -> None:
        self._connection.executemany("DELETE FROM failures WHERE source = ?", [(source,) for source in sources])

    # readings

    def stale_articles(self, knowledge: str) -> list[str]:
        """The ids of articles that are not read yet, or were read with other knowledge, by id."""
        rows = self._connection.execute("SELECT id, content, reading FROM articles WHERE NOT withdrawn ORDER BY id")
        return [key for key, content, reading in rows if reading != codec.fingerprint(content, knowledge)]

    def put_reading(self, reading: Reading, knowledge: str) -> None:
        """Keep what was read from an article, in the place of an earlier reading."""
        key = reading.article
        with self.transaction():
            content = self._one("SELECT content FROM articles WHERE id = ?", key)
            if content is None:  # removed by another process in the meantime
                return
            self._drop_reading(key)
            self._connection.executemany(
                "INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [_claim_row(key, place, claim) for place, claim in enumerate(reading.claims)],
            )
            self._connection.executemany(
                "INSERT INTO entities VALUES (?, ?, ?, ?, ?)",
                [(key, place, item.label, item.name, codec.entity_record(item)) for place, item in enumerate(reading.entities)],
            )
            mark = codec.fingerprint(content[0], knowledge)
            self._connection.execute("UPDATE articles SET reading = ? WHERE id = ?", (mark, key))

    def drop_reading(self, article: str) -> None:
        """Forget what was read from an article; it counts as unread."""
        with self.transaction():
            self._drop_reading(article)
            self._connection.execute("UPDATE articles SET reading = NULL WHERE id = ?", (article,))

    def _drop_reading(self, article: str) -> None:
        for table in ("claims", "entities"):
            self._connection.execute(f"DELETE FROM {table} WHERE article = ?", (article,))

    def readings(self) -> Iterator[Reading]:
        """What was read, by article id."""
        ids = self._connection.execute("SELECT id FROM articles WHERE reading IS NOT NULL AND NOT withdrawn ORDER BY id")
        for (key,) in ids.fetchall():
            yield self.reading(key)

    def reading(self, article: str) -> Reading:
        """What was read from one article; empty where nothing was."""
        select = "SELECT record FROM {} WHERE article = ? ORDER BY place"
        claims = self._connection.execute(select.format("claims"), (article,))
        entities = self._connection.execute(select.format("entities"), (article,))
        return Reading(
            article,
            tuple(claim_from_json(json.loads(record)) for (record,) in claims),
            tuple(codec.entity_from_record(record) for (record,) in entities),
        )

    def entities_named(self, names: Sequence[str]) -> list[tuple[str, LocalEntity]]:
        """Entities of articles with one of these names, with the article, by article."""
        select = "SELECT article, record FROM entities WHERE name IN (SELECT value FROM json_each(?)) ORDER BY article, place"
        rows = self._connection.execute(select, (dumps(list(names)),))
        return [(key, codec.entity_from_record(record)) for key, record in rows]

    def claims(self, key: str) -> list[Claim]:
        """The claims with this id (one, but for identical facts of two rules)."""
        rows = self._connection.execute("SELECT record FROM claims WHERE id = ? ORDER BY article, place", (key,))
        return [claim_from_json(json.loads(record)) for (record,) in rows]

    # what a person has to look at

    def fragments(self) -> list[Fragment]:
        """Text of pages that could not be placed, by page."""
        rows = self._connection.execute("SELECT page, record FROM fragments ORDER BY page, place")
        return [codec.fragment_from_record(*row) for row in rows]

    def failures(self) -> list[Failure]:
        """Pages and articles that could not be read."""
        return [Failure(*row) for row in self._connection.execute("SELECT * FROM failures ORDER BY source, stage")]

    def put_failure(self, failure: Failure) -> None:
        """List a page or article as failed."""
        row = (failure.source, failure.stage, failure.message)
        self._connection.execute("INSERT OR REPLACE INTO failures VALUES (?, ?, ?)", row)

    def clear_failures(self, stage: str, source: str) -> None:
        """Take a failure off the list."""
        self._connection.execute("DELETE FROM failures WHERE stage = ? AND source = ?", (stage, source))

    # the graph

    def state(self, knowledge: str) -> str:
        """A hash of everything that the graph is derived from."""
        parts = [knowledge]
        for row in self._connection.execute("SELECT id, reading FROM articles WHERE NOT withdrawn ORDER BY id"):
            parts += (row[0], row[1] or "")
        for judgement in self.review.judgements():
            parts += (judgement.left, judgement.right, judgement.decision)
        for verdict in self.review.verdicts():
            parts += (verdict.claim, verdict.ruling)
        return codec.fingerprint(*parts)

    def graph_state(self) -> str:
        """The ``state`` that the stored graph was derived from; "" before the first."""
        row = self._one("SELECT value FROM meta WHERE key = 'graph'")
        return str(row[0]) if row else ""

    def put_graph(self, difference: Difference, state: str) -> None:
        """Change the stored graph and note what it was derived from, together."""
        with self.transaction():
            self.graph.apply(difference)
            self._connection.execute("INSERT OR REPLACE INTO meta VALUES ('graph', ?)", (state,))

    def integrity(self) -> list[str]:
        """What SQLite finds wrong with the file; nothing where it is sound."""
        found = [str(row[0]) for row in self._connection.execute("PRAGMA integrity_check")]
        broken = [f"{row[0]}: dangling reference to {row[2]}" for row in self._connection.execute("PRAGMA foreign_key_check")]
        return [line for line in found if line != "ok"] + broken

    def sizes(self) -> dict[str, int]:
        """How many rows the tables of the record of truth have."""
        tables = ("pages", "articles", "claims", "fragments", "failures", "judgements", "verdicts")
        return {table: int(self._one(f"SELECT count(*) FROM {table}")[0]) for table in tables}

    def _one(self, statement: str, *values: object) -> Any:
        return self._connection.execute(statement, values).fetchone()


def _page_content(page: Page) -> str:
    return codec.fingerprint(codec.page_record(page), page.text)


def _claim_row(article: str, place: int, claim: Claim) -> tuple[object, ...]:
    record = dumps(claim_to_json(claim))
    return (article, place, claim.id, claim.type, claim.rule, claim.confidence, claim.doubtful, record)
