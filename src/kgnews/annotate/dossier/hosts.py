"""The company or school whose own posts a list gives (公司总经理, 图书馆馆长)."""

from __future__ import annotations

import re

from kgnews.annotate.document import Document
from kgnews.annotate.dossier.list_words import NOT_OWNER, OWNER
from kgnews.annotate.dossier.office_words import WORDS

_COMPANY = r"(?:集团|公司|大学|医院|银行|研究院|学院)(?:股份|集团)*(?:有限)?(?:责任)?(?:公司)?"
_TITLE = re.compile(rf"[\u4e00-\u9fff（）]{{2,30}}?{_COMPANY}")
_TEXT = re.compile(rf"[\u4e00-\u9fff（）]{{2,30}}?{_COMPANY}(?=董事会|股东|（以下简称|党委|决定)")
_BOARD = re.compile(r"^(?P<body>[\u4e00-\u9fff]{3,12}?)(?:董事会|股东会|股东大会|监事会)")
_ACTS = re.compile(
    r"周[一二三四五六日]|星期|解除|起诉|收购|召开|任命|聘任|举行|发布|迎来|成立|出任|调整|联合|[年月日]|公示|公告|聘请|要求|支持|推动"
)


def host_of(document: Document, signed: str) -> str:
    """The body that title, signature (``signed``) or first words name; "" where none does."""
    for pattern, words in ((_TITLE, document.title.norm), (_TITLE, signed), (_TEXT, document.text.norm[:300])):
        for match in pattern.finditer(words):
            name = re.sub(r"^.*(?:关于|中共|经|由|根据|，|对)", "", match[0])
            if (
                len(name) > 3
                and not WORDS.search(name)
                and not _ACTS.search(name)
                and not name.startswith(("股份", "有限", "公司", "集团"))
            ):
                return name
    board = _BOARD.match(document.title.norm)  # 华昌电子董事会决议
    return board["body"] if board and not _ACTS.search(board["body"]) and not WORDS.search(board["body"]) else ""


def owner_of(document: Document) -> str:
    """The body that a title says a list is of (青山县政府领导, 青山市教育局): as it stands there, "" where it says none."""
    title = document.title.norm.strip()
    match = OWNER.match(title)
    if match is None or NOT_OWNER.search(match["body"]):
        return ""
    return match["body"]
