"""A body by the short name that the article gives it: 甲智能科技股份有限公司（以下简称“甲智能”）, and 甲智能 ever after."""

from __future__ import annotations

from kgnews.annotate.base.document import Document, Passage
from kgnews.annotate.base.marks import Taken, add
from kgnews.annotate.base.tables import table
from kgnews.annotate.bodies.lists import Bodies
from kgnews.expressions import expression

_GIVEN = expression(r"[（(](?:以下|下)?简?称(?:为|作)?[：:]?“?(?P<short>[\u4e00-\u9fffA-Z]{2,12})”?[）)]")
_GENERIC = expression(r"[该本我贵]?(?:公司|集团|学校|医院|大学|学院|中心|基金会|协会|学会|联盟|合作社|委员会|法院|检察院|银行|.)")


def find(document: Document) -> None:
    """Add an Organization mention wherever the article uses a short name that it has given to a body."""
    if not any("称" in passage.norm for passage in document.passages):
        return
    bodies = table(document.terms, Bodies)
    short: dict[str, str] = {}
    for passage in document.passages:
        taken = Taken(passage, "Organization")
        for given in _GIVEN.finditer(passage.norm):
            body = taken.ending_at(given.start())
            name = given["short"]
            if body is not None and not _GENERIC.fullmatch(name) and name not in bodies.generic and _of(name, body.form):
                short.setdefault(name, body.name or body.form)
    for passage in document.passages if short else ():
        _put(passage, short)


def _of(name: str, full: str) -> bool:
    """Whether the short name is made of the characters of the full one, in their order."""
    rest = iter(full)
    return len(name) < len(full) and all(letter in rest for letter in name)


def _put(passage: Passage, short: dict[str, str]) -> None:
    taken = Taken(passage, "Organization")
    for name in sorted(short, key=len, reverse=True):
        at = passage.norm.find(name)
        while at >= 0:
            end = at + len(name)
            aside = passage.norm[at - 1 : at] in ("“", "称") and passage.norm[end : end + 1] in ("”", "）")
            if not aside and not taken.touching(at, end):
                taken.put(add(passage, "Organization", at, end, name=short[name]))
            at = passage.norm.find(name, end)
