"""Posts of those who travel or are posted: of the body that a delegation is of, of the consulate told before."""

from __future__ import annotations

from kgnews.annotate.persons.parts import Told
from kgnews.annotate.titles.chain_parts import Chain, Slot
from kgnews.annotate.titles.chains import ChainReader
from kgnews.annotate.titles.state_posts import STATE_HEADS
from kgnews.expressions import expression
from kgnews.records import Span

# 由副总编辑甲率领的乙社代表团
_LED = expression(
    r"(?:同志|先生|女士|一行)?(?:所?率领?|带领|为团长)的(?P<body>[^，。；、“”（）率]{2,24}?)(?:高级|友好|经贸|青年|贸易)?"
    r"(?:代表团|访问团|考察团|访华团|友好团|工作组|调研组)"
)
_BARE = expression(r"(?:同志|先生|女士|一行)?(?:所?率领?|带领)的(?:代表团|访问团|考察团|访华团)")
_INVITED = expression(r"应[^。；]{2,30}邀请")
_OURS = tuple("我本该其")
_TERRITORIAL = ("市长", "省长", "县长", "州长", "区长", "知事")


def led_by(chains: ChainReader, told: Told) -> None:
    """Give the first title of who leads a delegation, where it names no body, the body whose delegation it is.

    What the delegation is invited by, or meets, is no body of its leader: where none is named the title stays unread.
    """
    slots = [slot for chain in told.chains for slot in chain.slots]
    norm, end = chains.norm, told.mention.outer.end
    if not slots or any(slot.body or slot.extra for slot in slots) or norm[end : end + 6].find("的") < 0:
        return
    if _BARE.match(norm, end) and _INVITED.search(norm, max(0, told.mention.start - 40), told.mention.start):
        for slot in slots:
            slot.status = "none"
    match = _LED.match(norm, end)
    if match is None or match["body"].startswith(_OURS):
        return
    start, last = match.span("body")
    left, title = chains.body_before(last, start), slots[0].title
    text = norm[start:last]
    placed = chains.bodies.is_place(text)
    state = title.head in STATE_HEADS or title.head.endswith(_TERRITORIAL) or title.head in ("部长", "副部长")
    if left == start and (not placed or state):
        slots[0].body = Span(start, last)
        return
    for slot in slots:
        slot.status = "none"


def consulate(slot: Slot, told: Told | None, chain: Chain) -> str:
    """驻悉尼 of 驻悉尼总领事甲、副总领事乙: where the consul of the same house is posted, "" for other titles."""
    if told is None or told.carried is None or told.carried is chain or not slot.title.head.endswith("领事"):
        return ""
    before = told.carried.slots[-1]
    return before.extra if before.title.head.endswith("领事") and before.extra[:1] == "驻" else ""
