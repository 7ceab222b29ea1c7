"""The terminal interface of review: two cards side by side, the reasons, one key a decision."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TypeAlias, cast

from rich.columns import Columns
from rich.console import Console
from rich.panel import Panel
from rich.text import Text

from kgnews.cli.cards import word
from kgnews.cli.output import Row, clean

if TYPE_CHECKING:
    from kgnews.records import Decision, Node
    from kgnews.records.review import Decision as Answer
    from kgnews.store.ledger import Ledger

Question: TypeAlias = "tuple[Decision, Node, Node]"
QUEUE_COLUMNS = ("score", "label", "left", "right", "why", "left_id", "right_id", "left_key", "right_key")
_ANSWERS = {"s": "same", "d": "different", "u": "unsure"}
_KEYS = "[s]ame 同一  [d]ifferent 不同  [u]nsure 不确定  s[k]ip 跳过  [z] undo 撤销  [h]istory 历史  [q]uit 退出"
_SHOWN = 6  # facts of a section on a card


def queue_rows(asked: Iterable[Question]) -> list[Row]:
    """The queue as rows: names, ids, the score and each reason with its weight."""
    return [
        {
            "score": decision.score,
            "label": left.label,
            "left": left.name,
            "right": right.name,
            "why": "；".join(f"{item.why}（{item.weight:+g}）" for item in decision.features),
            "left_id": left.id,
            "right_id": right.id,
            "left_key": decision.left,
            "right_key": decision.right,
            "features": [{"name": item.name, "weight": item.weight, "why": item.why} for item in decision.features],
        }
        for decision, left, right in asked
    ]


class Session:
    """One sitting. Answers go into the ledger at once; ``decided`` counts those that stand."""

    def __init__(self, ledger: Ledger, by: str = "", console: Console | None = None) -> None:
        self._ledger = ledger
        self._by = by
        self._console = console or Console(stderr=True, highlight=False, markup=False)
        self._made: list[int] = []
        self.decided = 0

    def run(self, asked: Sequence[Question]) -> None:
        """Ask one after the other until the end, q or the end of input."""
        at = 0
        while at < len(asked):
            self._show(asked[at], at, len(asked))
            key = self._key()
            if key in _ANSWERS:
                self._answer(asked[at][0], cast("Answer", _ANSWERS[key]))
                at += 1
            elif key == "k":
                self._made.append(0)
                at += 1
            elif key == "z" and at:
                self._take_back()
                at -= 1
            elif key == "h":
                self._history()
            elif key in {"q", ""}:
                return

    def _answer(self, decision: Decision, answer: Answer) -> None:
        why = "；".join(item.why for item in decision.features)
        self._ledger.review.judge(decision.left, decision.right, answer, why, self._by)
        self._made.append(self._ledger.review.history()[-1].n)
        self.decided += 1

    def _take_back(self) -> None:
        number = self._made.pop()
        if number:
            self._ledger.review.undo(number)
            self.decided -= 1

    def _key(self) -> str:
        """A key on a terminal, a line's first letter from a pipe; "" at the end of input."""
        if sys.stdin.isatty():
            import typer

            return str(typer.getchar()).lower()[:1]
        line = sys.stdin.readline()
        return (line.strip().lower() or "k")[:1] if line else ""

    def _show(self, asked: Question, at: int, total: int) -> None:
        decision, left, right = asked
        self._console.rule(Text(f"{at + 1}/{total}   {decision.score:g}"))
        width = max(40, self._console.width // 2 - 2)
        cards = [Panel(self._card(node), title=Text(clean(node.name)), width=width) for node in (left, right)]
        self._console.print(Columns(cards))
        for item in decision.features:
            self._console.print(Text(f"  {item.weight:+g}  {clean(item.why)}"))
        self._console.print(Text(_KEYS, "dim"))

    def _card(self, node: Node) -> Text:
        from kgnews import lookup

        found = lookup.card(self._ledger.graph, node, doubtful=True)
        lines = Text(f"{node.id}\n", "dim")
        if node.aliases:
            lines.append(clean("又名 " + "、".join(node.aliases[:8])) + "\n")
        for rows in found["sections"].values():
            for row in rows[:_SHOWN]:
                side = "object" if row["subject_id"] == node.id else "subject"
                said = (row["when"], word(row["type"]), row.get(side), row.get("title"), word(str(row.get("status") or "")))
                lines.append(clean("  ".join(str(item) for item in said if item)) + "\n", "bold")
                if row.get("quote") and row["type"] != "MENTIONED_IN":
                    lines.append(f"  “{clean(row['quote'])}”\n")
                lines.append(f"  —— {clean(str(row['article_title'] or row['article']))}\n", "dim")
        return lines

    def _history(self) -> None:
        for item in self._ledger.review.history()[-20:]:
            self._console.print(Text(clean(f"{item.n}  {item.decision}  {item.left}  {item.right}  {item.at}  {item.by}")))
