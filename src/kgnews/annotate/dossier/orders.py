"""One order: somebody is given posts or loses them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kgnews.annotate.dossier.decree_words import (
    AS,
    IS,
    LAPSES,
    LEAVE,
    NOMINATES,
    NOT,
    OF,
    ORDERING,
    PRONOUN,
    RESIGN,
    TAKE,
    V_GIVE,
    V_TAKE,
)
from kgnews.annotate.dossier.offices import Office
from kgnews.annotate.dossier.order_parts import Order
from kgnews.annotate.dossier.succession import SuccessionReader
from kgnews.expressions import expression
from kgnews.records import Span

_TURNS = expression(rf"(?:{TAKE}|不再担任)[^。；]*，(?:并|同时|另)?(?:改任|转任|调任|担任|另任|兼任|任)(?=[\u4e00-\u9fff]{{3}})")
_AGREED = expression(r"^(?:同意|批准|决定|接受)")
_DECIDED = expression(r"(?:决定|通过|同意|批准|研究(?![室院所生员会中])|：)+[，： ]*")
_ORDERED = expression(rf"{TAKE}|辞去|任命|聘任")
_LEAVING = ("不再", "辞", "卸任", "离任", "职务")  # one of them stands wherever somebody leaves a post
_POLITE = expression(r"先生|女士|小姐|博士|教授")


_DEPARTMENT = expression(
    r"(?:人力资源|财务|纪检监察|综合|党群|党政|市场|营销|工程|安全|技术|审计|法律|法务|计划|经营|运营|生产|质量|物资|采购|后勤|信息|规划|战略|投资|资产|"
    r"办公|组织|宣传|人事|教务|学生|总务|科研|保卫|党委|团委|工会)[\u4e00-\u9fff]{0,6}?(?:部|处|科|室|中心|书记|主席)"
)


class OrderReader(SuccessionReader):
    """Reads the parts of sentences of one passage."""

    def _order(self, span: Span) -> Order | None:
        if NOT.search(self.norm, *span):
            return self._nominated(span)
        given = self.norm.find("为", *span) >= 0 and self._is_list()
        if not (self.state.mode or self.state.sentence_mode or given or ORDERING.search(self.norm, *span)):
            self._after_preface(span)  # no order, but it may lead up to one
            return None
        if _TURNS.search(self.norm, *span):
            return None  # 免去甲某职，任某职: two orders
        for read in self._ways(self.norm[span.start : span.end]):
            order = read(span)
            if order is not None:
                return order
        return None

    def _ways(self, words: str) -> Iterator[Callable[[Span], Order | None]]:
        """How such words can be an order: most ways to tell one have a character that stands in each of them."""
        if "由" in words:
            yield self._succeeds
        if "职" in words or "照准" in words:
            yield self._relieved
        if "辞去" in words:
            yield self._resigned
        yield self._given
        yield self._taken
        if any(one in words for one in _LEAVING):
            yield self._left
        yield self._acts
        yield self._listed

    def _nominated(self, span: Span) -> Order | None:
        """提名某某为某职人选; 某某拟任某职; 提名为某职候选人: proposed, never held."""
        match = NOMINATES.match(self.norm, *span)
        if match is None:
            return None
        posts = Span(*match.span("posts"))
        if match["who2"]:
            who = self._who(Span(*match.span("who2"))) if self._preface(span.start, match["who"]) else []
        else:
            who = self._who(Span(*match.span("who"))) if match["who"].strip() else self.state.last
        return self._made(who, posts, "proposed", span)

    def _resigned(self, span: Span) -> Order | None:
        match = RESIGN.match(self.norm, *span)
        if match is None or not self._preface(span.start, match["pre"]):
            return None
        who = self._who(Span(*match.span("who")))
        if not who and (alone := self.people.weak(*match.span("who"))) and alone.end >= match.end("who"):
            who = [alone]  # 接受阙里辞去…: only a name can stand there
        return self._made(who, Span(*match.span("posts")), "former", span)

    def _given(self, span: Span) -> Order | None:
        match = V_GIVE.match(self.norm, *span)
        if match is None or re.search(TAKE, match["pre"]) or not self._preface(span.start, match["pre"]):
            return None
        self.state.sentence_mode = "appointed"
        for verb in AS.finditer(self.norm, match.end(), span.end):
            who = self._who(Span(match.end(), verb.start()))
            who, held = (who, []) if who else self._titled(Span(match.end(), verb.start()))
            if who:
                order = self._made(who, Span(verb.end(), span.end), "appointed", span)
                if order:
                    order.held = held
                    return self._acting(order, verb[0])
        return None

    def _taken(self, span: Span) -> Order | None:
        match = V_TAKE.match(self.norm, *span)
        if match is None:
            return None
        if not self._preface(span.start, match["pre"]):  # 何明　免去某局局长职务
            who = self._who(Span(*match.span("pre")), strict=True)
            return self._made(who, Span(match.end(), span.end), "former", span)
        self.state.sentence_mode = "former"
        order = self._stripped(match.end(), span)
        if order is None and self.opened < span.start:  # 何明任甲，免去乙职务
            order = self._made(self.state.last, Span(match.end(), span.end), "former", span)
        return order

    def _stripped(self, at: int, span: Span) -> Order | None:
        """名 的 职务, from ``at`` on; the name runs on into the post where 的 is left out."""
        pronoun = PRONOUN.match(self.norm, at, span.end)
        if pronoun:
            link = OF.match(self.norm, pronoun.end(), span.end)
            return self._made(self.state.last, Span(link.end() if link else pronoun.end(), span.end), "former", span)
        for link in OF.finditer(self.norm, at, span.end):
            who = self._who(Span(at, link.start()))
            order = self._made(who, Span(link.end(), span.end), "former", span) if who else None
            if order:
                return order
        for link in re.compile(r" ?同志(?:（[^）]*）)?|(?<=[\u4e00-\u9fff）]) +(?=[\u4e00-\u9fff]{3})").finditer(
            self.norm, at, span.end
        ):
            who = self._who(Span(at, link.end()))
            order = self._made(who, Span(link.end(), span.end), "former", span) if who else None
            if order:
                return order
        for end in self._name_ends(at, span.end):
            polite = _POLITE.match(self.norm, end, span.end)
            posts = Span(polite.end() if polite else end, span.end)
            order = self._made(self._who(Span(at, end)), posts, "former", span)
            if order:
                return order
        return None

    def _name_ends(self, at: int, stop: int) -> list[int]:
        """Where a name may end that runs on into a post (免去谢逊南浦市统计局局长职务), best first: where a known place or body begins."""
        likely = self.people.first(at, stop)
        places = (*self.offices.territory.places.values(), self.offices.host or "\n", "中共", *self._lands())

        def fit(end: int) -> tuple[int, int]:
            rest = self.norm[end:stop]
            again = self.norm.count(rest[:5]) > 1  # of two ends before what is told elsewhere too, the first
            named = bool(_DEPARTMENT.match(rest))  # 免去成渝人力资源部部长职务
            known = 2 * named + 3 * rest.startswith(places) + (self.offices.bodies.place_prefix(rest) > 1) + again
            return -known - (end == likely and not again), end

        ends = {
            end
            for end in (likely, at + 2, at + 3, at + 4)
            if at < end < stop and self.people.is_name(self.norm[at:end], strict=True)
        }
        return sorted(ends, key=fit)

    def _lands(self) -> list[str]:
        """The units of which the document names one, so that 省水利厅 can stand in it."""
        return [unit for unit in "省市县区" if unit in self.offices.territory.places]

    def _left(self, span: Span) -> Order | None:
        lapsed = LAPSES.match(self.norm, *span)
        if lapsed:
            who = self.state.last if lapsed["own"] else self._who(Span(*lapsed.span("who")))
            return self._made(who, Span(*lapsed.span("posts")), "former", span)
        match = LEAVE.match(self.norm, *span)
        if match is None:
            return None
        said = match["who"].strip()
        pronoun = PRONOUN.fullmatch(said) or _AGREED.sub("", said) == "其"
        who = self._who(Span(*match.span("who"))) if said and not pronoun else self.state.last
        if not who and match["who"]:
            at = self._after_preface(span)
            who = self._who(Span(at, match.end("who"))) if at > span.start else []
        held: list[Office] = []
        if not who and match["who"].strip():
            who, held = self._titled(Span(self._after_preface(span), match.end("who")))
        order = self._made(who, Span(*match.span("posts")), "former", span)
        if order is not None:
            # 因任期届满，某某不再担任…: a line of its own tells what has happened, not what was decided
            reason = self.norm.startswith("因", self.opened) and self.norm[self.opened - 1 : self.opened] in ("\n", "")
            order.own = bool(match["asks"]) or reason
            order.held = held
        return order

    def _after_preface(self, span: Span) -> int:
        match = _DECIDED.search(self.norm, *span)
        if match is None:
            return span.start
        words = self.norm[span.start : match.end()]
        told = _ORDERED.search(words) or "\n" in words
        return match.end() if not told and self._preface(span.start, words) else span.start

    def _acts(self, span: Span) -> Order | None:
        """名 任 职, under a heading or after words of decision."""
        at = self._after_preface(span)
        if at == span.start and not (
            self.state.mode in ("appointed", "proposed")
            or self.state.sentence_mode == "appointed"
            or self.state.last
            or self.decided
            or (self.context.current.date and "当选" in self.norm[span.start : span.end])
            or self._is_list()
        ):
            return None
        start = at
        if lead := re.compile("由|并同时|并|同时|另").match(self.norm, start, span.end):
            start = lead.end()
        verbs = list(IS.finditer(self.norm, start, span.end))
        if len(verbs) > 1 and self._is_surname(verbs[0], start, verbs[1]):
            verbs = verbs[1:]
        for verb in verbs:
            who = (
                self._who(Span(start, verb.start()), strict=not (self._is_list() or self.state.mode or self.decided))
                if verb.start() > start
                else self.state.last
            )
            held: list[Office] = []
            if not who and PRONOUN.fullmatch(self.norm[start : verb.start()].strip()):
                who = self.state.last  # 并决定其为代理检察长
            if not who and verb.start() > start and (self.decided or self.listed or self.state.last or start > at):
                who, held = self._titled(Span(start, verb.start()))
            if not who or (verb["verb"] == "为" and not self._may_be(span.start, at)):
                continue
            status = "proposed" if self.state.mode == "proposed" and self.state.sentence_mode == "" else "appointed"
            order = self._made(who, Span(verb.end(), span.end), status, span)
            if order:
                order.held = held
                self.state.vacant = tuple(held)
                if "挂" in verb["verb"]:
                    order.flags.setdefault("on_secondment", "挂职")
                return self._acting(order, verb["verb"])
        return None

    def _is_surname(self, verb: re.Match[str], start: int, further: re.Match[str]) -> bool:
        """任婷婷任医务部副主任."""
        named = verb.start() == start and verb[0] == "任"
        return named and self.people.is_name(self.norm[start : further.start()].strip(), strict=True)

    def _may_be(self, start: int, at: int) -> bool:
        """甲为乙职 gives a post under a heading or right behind 决定."""
        if self.state.mode or self.state.sentence_mode or self._is_list():
            return True
        return bool(re.search(r"决定[，： ]*$", self.norm[start:at]))

    def _listed(self, span: Span) -> Order | None:
        """A line under a heading: 名　职, 名的职务."""
        mode = self.state.sentence_mode or self.state.mode
        if not mode:
            return None
        if mode == "former":
            order = self._stripped(span.start, span)
            if order:
                return order
        gap = re.compile(r"(?<=[\u4e00-\u9fff）]) +(?=[\u4e00-\u9fff]{3})|：|，")
        for link in gap.finditer(self.norm, *span):
            who = self._who(Span(span.start, link.start()))
            order = self._made(who, Span(link.end(), span.end), mode, span) if who else None
            if order:
                return order
        return None
