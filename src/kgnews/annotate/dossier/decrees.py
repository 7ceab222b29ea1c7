"""Lists of appointments and removals: a sentence is read only where every word of it belongs to their closed grammar."""

from __future__ import annotations

import re
from dataclasses import replace

from kgnews.annotate.dossier import when
from kgnews.annotate.dossier.decisions import Decision
from kgnews.annotate.dossier.decree_words import (
    FROM_DAY,
    HEAD,
    ITEM,
    LED_UP,
    LISTED,
    NOT,
    ORDERED,
    PREFACE,
    PROPOSER,
    REMARK,
    SENTENCE,
    VERBS,
)
from kgnews.annotate.dossier.hosts import association_of, government_of, host_of
from kgnews.annotate.dossier.houses import house_of
from kgnews.annotate.dossier.order_parts import Order
from kgnews.annotate.dossier.order_writer import OrderWriter
from kgnews.expressions import expression
from kgnews.records import Span

_MARK = expression("[（），、]")
_AGENDA = expression(
    r"(?:审议)?《?关于(?:公司|本行)?(?:聘任|选举|提名|任命|免去|变更|补选|增补|解聘)[^。；\n]*的?(?:议案|提案|请示|建议)》?"
)
# 某某代理县长职务至选举产生新的县长为止: what a decision told before means.
_UNTIL_ELECTED = expression(r"[^，。；]{2,12}代理[^，。；]{1,24}(?:职务)?，?至[^。；]{4,50}(?:为止|时止|产生)")
_IN_FORCE = expression(
    rf"(?:上述|以上|上列|下列|有关|该|这项|此项|两项|[此本])*(?:批示|人员(?:任免|派令)?|派令|聘任|命令|令|决定|人事案?|异动|调整|任命|任免|委任|人事任命|任免决定)(?:事项)?(?:已|将|均|并)*(?:[由于自从])(?P<date>{when.DATE})(?:起|开始)?(?:正式)?生效"
)
# 会议表决通过：, and below it 某某为某委员会主任委员.
_PASSES = expression(
    r"[^。；：\n]{0,40}(?:表决|一致|审议|会议|大会|投票)(?:通过|决定)了?(?:以下|下列)?(?:人选|人员|人事事项|名单)?：? *\n"
    r" *[\u3400-\u9fff· ]{2,10}(?:（[^）\n]*）)?为[^，。；\n]{4,40}[。；\n]"
)
_ALL = expression(r"上述|以上|上列|本|有关")
_CALLED = expression(r"（(?:以下|下)?(?:统一)?简?称[^（）]*）")
_MOVED = expression(r"[^，]{2,12}?(?:同志)?(另有任用|另有安排|到龄退休|到龄|退休|调离)")
_LEFT = expression(
    r"(?P<who>[^，]{6,40}?)(?:同志)?(?:已|将|申请)*(?:另有任用|另有安排|到龄退休|届龄退休|退休|调离|离职|请辞|辞职|(?:荣升|升任|调任|调升|转任|高升)[^，]{0,14})"
)

_SIGNS = expression(
    r"(?P<title>(?:代理)?(?:[县市省州区院部署局处校厅] *长|主席|总统|主任委员)) +"
    r"(?P<name>[\u3400-\u9fff·]{2,5}|[\u3400-\u9fff](?: +[\u3400-\u9fff]){1,2})"
)

_FORMER = expression(r"原任?(?=[\u4e00-\u9fff]{4,16}(?:因[^，。；]+)?(?:请辞|辞任|辞职|离任|卸任|退休|届满)$)")
_THANKED = expression(r"(?:卸任|离任|退任)的?(?=[\u4e00-\u9fff]{4})")

_RETIRED = expression(r"(?:退休|离职|请辞|辞职)$")


class DecreeReader(OrderWriter):
    """Reads one passage."""

    def run(self) -> None:
        """Sentence by sentence; headings set what the lines below them are."""
        waiting: list[tuple[Decision, list[Order]]] = []
        host = (
            self.offices.host
            or host_of(self.document, self.context.signed.body)
            or association_of(self.document)
            or house_of(self.document)
        )
        host = host or (self.offices.old_style and government_of(self.document)) or ""
        self.offices.host = self.context.host = host
        for match in SENTENCE.finditer(self.norm):
            start, end = match.span()
            if self.norm[start - 1 : start] in ("\n", ""):
                self.state.sentence_mode = ""
            if self.norm[start - 1 : start] != "；":
                self.state.body = ""
            item = ITEM.match(self.norm, start, end)
            start = item.end() if item else start
            while end > start and self.norm[end - 1] in " ，：、":
                end -= 1
            if end - start < 2:
                continue
            if signer := self._signer(start, end):
                waiting.append((self.context.snapshot(), [signer]))
                continue
            if proposer := self._proposer(start, end):
                waiting.append((self.context.snapshot(), [proposer]))
            if (named := self._together(start, end, self._sentence)) is not None:
                waiting += [(self.context.snapshot(), named)] if named else []
                continue
            if self._heading(start, end):
                continue
            if _AGENDA.fullmatch(self.norm, start, end) or _UNTIL_ELECTED.fullmatch(
                self.norm, start, end
            ):  # what is put to a vote is no fact yet
                self.scribe.claim(start, end)
                continue
            in_force = not waiting and self.norm.endswith("生效", start, end)
            if in_force and (day := FROM_DAY.fullmatch(self.norm, start, end)):
                self.context.current.date, self.context.current.date_span = when.iso(day["date"]), Span(*day.span("date"))
                continue
            state = replace(self.state, last=list(self.state.last))
            orders = self._sentence(start, end)
            if orders:
                waiting.append((self.context.snapshot(), orders))
            elif waiting and self._left_by(start, end, [order for _, orders in waiting for order in orders], waiting[-1][1]):
                self.state = state
            elif waiting and self._in_force(start, end, [decision for decision, _ in waiting]):
                self.scribe.claim(start, end)
            else:
                self.state = state
                self.context.overhear(start, end)
                self.listed = self.listed or bool(LISTED.search(self.norm, start, end))
                if (
                    self.norm[end : end + 1] == "\n"
                    and len(self.norm[start:end]) > 40
                    and not re.search(r"任|免|通过|决定", self.norm[start:end])
                ):
                    self.state.mode = ""
        for decision, orders in waiting:
            self._write(self.context.whole(decision), orders)

    def _proposer(self, start: int, end: int) -> Order | None:
        """根据市长某某的提请，决定任命: who proposes, with the post held."""
        match = PROPOSER.match(self.norm, start, end)
        who, held = self._titled(Span(*match.span("who"))) if match else ([], [])
        return Order(who, [], "", Span(*match.span("who")), held=held) if match and who else None

    def _signer(self, start: int, end: int) -> Order | None:
        """县长　某某, who signs the announcement of a county of Taiwan; 院长　某某, who signs an order."""
        county = self.offices.host if self.offices.old_style and self.offices.host.endswith("政府") else ""
        of = self.context.ordered.body or county
        match = _SIGNS.fullmatch(self.norm, start, end) if of and not of.endswith(("长", "长官")) else None
        named = self.people.one(*match.span("name"), strict=True) if match else None
        phrase = self.offices.read(*match.span("title"), of) if match and named else None
        return Order([named], [], "", Span(start, end), held=phrase.offices) if phrase and phrase.whole and named else None

    def _in_force(self, start: int, end: int, told: list[Decision]) -> bool:
        """任命於二○二四年十月十日生效, behind the order; 本批示自…生效, of all of them."""
        match = _IN_FORCE.fullmatch(self.norm, start, end)
        if match is None:
            return False
        for decision in told if _ALL.match(match[0]) else told[-1:]:
            decision.date, decision.date_span = when.iso(match["date"]), Span(*match.span("date"))
        return True

    def _left_by(self, start: int, end: int, told: list[Order], orders: list[Order]) -> bool:
        """感谢卸任主席某某: who leaves the post that was given before; the words around it stay those of the news."""
        match = _THANKED.search(self.norm, start, end)
        order = self._predecessor(match.end(), end, told) if match else None
        orders.extend([order] if order else [])
        return order is not None

    def _predecessor(self, at: int, end: int, told: list[Order]) -> Order | None:
        """Who held before the post that was just told given to another: 卸任主席某某, 原董事长某某辞任."""
        offices = [one for order in told for one in order.offices if self.passage.raw.startswith(one.title, at)]
        given = max(offices, key=lambda one: len(one.title), default=None)
        if given is None:
            return None
        name = at + len(given.title)
        stop = self.people.first(name, min(name + 6, end))
        if stop <= name:
            return None
        office = replace(given, title_span=Span(at, name), body=Span(at, at), status="former")
        return Order([self.people.behind(name, stop, end)], [office], "former", Span(at, stop), own=True)

    def _heading(self, start: int, end: int) -> bool:
        match = HEAD.match(self.norm, start, end)
        if match is None:
            if end - start > 70:
                return False
            if _PASSES.match(self.norm, start) and not NOT.search(self.norm, start, end):
                self.context.hear(start, end)
                self.state.mode = "appointed"
                return True
            colon = LED_UP.search(self.norm, start, end) if self.norm.endswith(VERBS, start, end) else None
            if colon is None:
                return False
            self.context.hear(start, end)
            self.state.mode = "appointed" if colon["give"] else "former"
            if re.search(r"(?:提请|提名|建议)$", colon["pre"]):
                self.state.mode = "proposed"
            return True
        self.state.mode = "appointed" if match["give"] else "former"
        if re.search(r"提请|拟|提名|建议", match[0]):
            self.state.mode = "proposed"
        return True

    def _sentence(self, start: int, end: int) -> list[Order]:
        """All orders of a sentence, or none where a part of it was not understood."""
        orders: list[Order] = []
        self.opened, self.decided = start, False
        parts = self._parts(start, end)
        index = 0
        while index < len(parts):
            for stop in range(len(parts), index, -1):  # the longest run of parts that is one order
                span = Span(parts[index].start, parts[stop - 1].end)
                order = self._order(span)
                if order is not None:
                    orders.append(order)
                    index = stop
                    break
            else:
                if not self._aside(parts[index], orders):
                    return []
                index += 1
        return orders

    def _parts(self, start: int, end: int) -> list[Span]:
        found, begin, depth = [], start, 0
        for match in _MARK.finditer(self.norm, start, end):
            mark, at = match[0], match.start()
            depth += (mark == "（") - (mark == "）")
            if depth <= 0 and (mark == "，" or (mark == "、" and ORDERED.match(self.norm, at + 1, end))):
                found.append(Span(begin, at))
                begin = at + 1
        found.append(Span(begin, end))
        return [span for span in found if self.norm[span.start : span.end].strip()]

    def _aside(self, span: Span, orders: list[Order]) -> bool:
        """A remark on the order before, or words that lead up to one."""
        text = _CALLED.sub("", self.norm[span.start : span.end].strip())
        remark = REMARK.fullmatch(text.strip("（）"))
        if remark and orders:
            for key in ("probation", "on_secondment", "acting"):
                if remark[key] and orders[-1].status == "appointed":
                    orders[-1].flags[key] = remark[key]
            if remark["since"]:
                at = span.start + self.norm[span.start : span.end].index(remark["since"])
                orders[-1].since = when.iso(remark["since"]), Span(at, at + len(remark["since"]))
            return True
        former = _FORMER.match(self.norm, *span)
        if former and orders and (order := self._predecessor(former.end(), span.end, orders)):
            orders.append(order)
            return True
        moved = _MOVED.fullmatch(text)
        who = self._who(Span(span.start, span.start + text.index(moved[1]))) if moved and text.index(moved[1]) else []
        if who:
            self.state.last = who
            return True
        left = _LEFT.fullmatch(self.norm, *span)
        who, held = self._titled(Span(*left.span("who"))) if left else ([], [])
        if who:  # 教育局长某某退休，遗缺由…
            self.state.last, self.state.vacant = who, tuple(held)
            if _RETIRED.search(text):
                orders.append(Order(who, [replace(one) for one in held], "former", span, own=True))
            return True
        if not orders and PREFACE.fullmatch(text) and len(text) < 100:
            self.decided = self.decided or bool(re.search(r"决定|研究|批准|同意|通过|宣布|核定", text))
            self.context.hear(self.opened, span.end)
            return True
        return False
