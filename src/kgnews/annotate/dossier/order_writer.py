"""Writes down orders: posts given and taken, what the people are named with, and who decided when."""

from __future__ import annotations

import re

from kgnews.annotate.dossier.attributes import bracket
from kgnews.annotate.dossier.decisions import Decision
from kgnews.annotate.dossier.decree_words import GIVE, TAKE
from kgnews.annotate.dossier.order_parts import Order
from kgnews.annotate.dossier.people import Named
from kgnews.annotate.dossier.together import TogetherReader
from kgnews.records import Mention, Span


class OrderWriter(TogetherReader):
    """Writes the orders of one passage."""

    def _told(self, order: Order) -> Span:
        """The words of the order itself, from its verb on: what leads up to it (a dateline, who announced it) is not of them."""
        starts = [named.span.start for named in order.who if named.span.start >= order.span.start]
        start = min(starts, default=order.span.start)
        verbs = list(re.finditer(rf"{GIVE}|{TAKE}|接受|同意", self.norm[order.span.start : start]))
        verb = verbs[-1] if verbs else None
        if verb is not None and start - order.span.start - verb.end() <= 3:
            start = order.span.start + verb.start()
        return Span(start, order.span.end)

    def _home(self, person: Mention, named: Named, order: Order) -> None:
        """What the bracket behind a name says of the posts at home."""
        for office in (one for other, offices in order.noted if other is named for one in offices):
            body = self.scribe.body(office.body, office.body_name)
            words = Span(named.span.start, office.title_span.end)
            self.scribe.say("record-roster", words, (person, body), {"title": office.title, "status": office.status})

    def _write(self, decision: Decision, orders: list[Order]) -> None:
        for order in orders:
            told = self._told(order)
            self.scribe.claim(*told)
            for named in order.who:
                person = self.scribe.person(named.span)
                if named.note:
                    bracket(self.scribe, person, named)
                self._home(person, named, order)
                for office in order.held:
                    body = self.scribe.body(office.body, office.body_name)
                    words = Span(min(office.body.start, named.span.start), max(office.title_span.end, named.span.end))
                    flags = {key: value for key, value in office.flags if key == "acting"}
                    self.scribe.say(
                        "record-roster", words, (person, body), {"title": office.title, "status": office.status} | flags
                    )
                for office in order.offices:
                    if order.status == "proposed":
                        body = self.scribe.body(office.body, office.body_name)
                        self.scribe.say("record-proposed", told, (person, body), {"title": office.title})
                        continue
                    status = "former" if office.status == "former" else order.status
                    flags = order.flags | {key: value for key, value in office.flags if key == "acting"}
                    if status == "former":
                        flags = {}
                    body = self.scribe.body(office.body, office.body_name)
                    properties = {"title": office.title, "status": status} | flags
                    properties |= {} if order.own else decision.properties(status)
                    if order.since is not None and status == "appointed":
                        properties["since"] = order.since[0]
                    properties["decided_by"] = self.scribe.writing.of(properties.get("decided_by", ""))
                    grammar = "record-appointed" if status == "appointed" else "record-removed"
                    shown = {"title": ("text", order.shown)} if order.shown else {}
                    shown |= {"since": ("text", order.since[1])} if order.since else {}
                    self.scribe.say(grammar, told, (person, body), properties, decision.proofs() | shown)
