"""Decisions of people: a log of judgements on pairs, and verdicts on claims."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime

from kgnews.records.review import Decision, Judgement, Ruling, Verdict
from kgnews.store.database import transaction


class Review:
    """The decisions in a ledger. A judgement is never changed: a later one on the same pair takes its place."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def judge(self, left: str, right: str, decision: Decision, note: str = "", by: str = "", at: str = "") -> None:
        """Note down that two keys denote one entity, or two, or that it is not known. The order of the keys is nothing.

        ``at``: the time (``now``) of one decision that takes several judgements; ``undo`` takes back all of one time.
        """
        if left == right:
            raise ValueError("a judgement needs two different keys")
        left, right = sorted((left, right))
        self._log(Judgement(left, right, decision, note, by, at or now()))

    def judgements(self) -> list[Judgement]:
        """What holds now, one a pair, by keys."""
        last = "SELECT max(n) FROM judgements GROUP BY left, right"
        return self._read(f"WHERE n IN ({last}) ORDER BY left, right")

    def history(self) -> list[Judgement]:
        """All judgements as they were made, the oldest first."""
        return self._read("ORDER BY n")

    def undo(self, n: int | None = None) -> list[Judgement]:
        """Take back the judgement with this number (or the last one) and those of the same decision; [] where there is none."""
        with transaction(self._connection):
            found = self._read("WHERE n = ?", n) if n is not None else self._read("ORDER BY n DESC LIMIT 1")
            if found and "." in found[0].at:  # to the microsecond: no two decisions have one time
                found = self._read("WHERE at = ? ORDER BY n", found[0].at)
            self._connection.executemany("DELETE FROM judgements WHERE n = ?", [(item.n,) for item in found])
        return found

    def rule(self, claim: str, ruling: Ruling, note: str = "", by: str = "") -> None:
        """Reject or confirm a claim; the last word holds."""
        row = (claim, ruling, note, by, now())
        self._connection.execute("INSERT OR REPLACE INTO verdicts VALUES (?, ?, ?, ?, ?)", row)

    def withdraw_ruling(self, claim: str) -> bool:
        """Take a verdict back; False where there was none."""
        return self._connection.execute("DELETE FROM verdicts WHERE claim = ?", (claim,)).rowcount > 0

    def verdicts(self) -> list[Verdict]:
        """All verdicts, by claim."""
        return [Verdict(*row) for row in self._connection.execute("SELECT * FROM verdicts ORDER BY claim")]

    def restore(self, item: Judgement | Verdict) -> bool:
        """Take in a decision from elsewhere with its time; False where the same holds already."""
        if isinstance(item, Verdict):
            now = {verdict.claim: verdict.ruling for verdict in self.verdicts()}
            if now.get(item.claim) == item.ruling:
                return False
            row = (item.claim, item.ruling, item.note, item.by, item.at)
            self._connection.execute("INSERT OR REPLACE INTO verdicts VALUES (?, ?, ?, ?, ?)", row)
            return True
        found = self._read("WHERE left = ? AND right = ? ORDER BY n DESC LIMIT 1", *sorted((item.left, item.right)))
        if found and found[0].decision == item.decision:
            return False
        left, right = sorted((item.left, item.right))
        self._log(Judgement(left, right, item.decision, item.note, item.by, item.at))
        return True

    def _log(self, item: Judgement) -> None:
        row = (item.left, item.right, item.decision, item.note, item.by, item.at)
        self._connection.execute('INSERT INTO judgements (left, right, decision, note, "by", at) VALUES (?, ?, ?, ?, ?, ?)', row)

    def _read(self, rest: str, *values: object) -> list[Judgement]:
        rows = self._connection.execute(f'SELECT left, right, decision, note, "by", at, n FROM judgements {rest}', values)
        return [Judgement(*row) for row in rows]


def now() -> str:
    """This moment, as judgements and verdicts have it."""
    return datetime.now(UTC).isoformat(timespec="microseconds")
