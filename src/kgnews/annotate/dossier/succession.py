"""Who takes the place of whom: 某处处长遗缺由副处长某某接任; 某某另有任用，应予免职."""

from __future__ import annotations

import re
from dataclasses import replace

from kgnews.annotate.dossier.decree_words import RELIEVED, SUCCEEDS
from kgnews.annotate.dossier.offices import Office
from kgnews.annotate.dossier.order_base import OrderBase
from kgnews.annotate.dossier.order_parts import Order
from kgnews.records import Span


class SuccessionReader(OrderBase):
    """Reads such orders of one passage."""

    def _succeeds(self, span: Span) -> Order | None:
        """某处处长遗缺由副处长某某接任."""
        match = SUCCEEDS.match(self.norm, *span)
        if match is None:
            return None
        at = Span(*match.span("who"))
        posts = (
            self._left_posts(match) or self.offices.read(*match.span("posts"), self.state.body).offices or [*self.state.vacant]
        )
        who = self._who(at, strict=True)
        held: list[Office] = []
        if posts and not who:
            who, held = self._titled(at, posts[-1].body_name)
        if not who or not posts:
            return None
        self.state.last = who
        order = Order(who, [replace(office, status="") for office in posts], "appointed", span, held=held)
        return self._acting(order, match["verb"].replace("暂代", "代理"))

    def _left_posts(self, match: re.Match[str]) -> list[Office]:
        """所遗局长职务: of the body that the one who moved was named with."""
        return [
            one for one in self.state.vacant if match["left"] and one.title == self.offices._words(Span(*match.span("posts")))
        ]

    def _relieved(self, span: Span) -> Order | None:
        """某院政务委员某某另有任用，应予免职: the post that the person is named with is the one given up."""
        match = RELIEVED.match(self.norm, *span)
        if match is None:
            return None
        who, held = self._titled(Span(*match.span("who")))
        return Order(who, held, "former", span) if who else None
