"""Posts that the news around documents of record tells, set right where the grammar of documents knows better."""

from __future__ import annotations

import re
from collections.abc import Callable

from kgnews.annotate.base.document import Document, Passage
from kgnews.annotate.dossier.hosts import government_of
from kgnews.annotate.dossier.houses import house_of, is_bare, own_part
from kgnews.annotate.dossier.office_words import SAID_BEFORE
from kgnews.annotate.dossier.scribe import Scribe
from kgnews.expressions import expression
from kgnews.records import Mention, Post

_SECTION = expression(r"[\u4e00-\u9fff]{2,6}[處处局]")
_AIMED = expression(
    r"(?P<place>[\u4e00-\u9fff]*?)(?:纪委监委|纪委|监委|监察委员会|纪律检查委员会)对(?P<body>[\u4e00-\u9fff]{3,})$"
)
_OF_FIRM = expression(r"(?:副?总经理|总裁|执行长|财务长|副?總經理|總裁|執行長|財務長)$")
_BARE = expression(
    r"(?:公司|本公司|该公司|集团|本行|该行|会议)?(?:第[一二三四五六七八九十]+届)?(?:董事会|监事会|股东大会|股东会)"
)
_FORMER = expression(r"(?<![太中五平三固开清草高松])原$")  # no 太原
_VERB = expression(r"[\u4e00-\u9fff]*(?:法院|检察院)[\u4e00-\u9fff]*(?:审理|宣判|起诉|指控|逮捕|审查)了?(?=[\u4e00-\u9fff]{3,})")
_ACTING = ("署理", "代理")
_UNIT_HEAD = expression(r"(?:常务)?副?(?P<unit>[镇县])长")
_NAMED_BEFORE = expression(r"[\u4e00-\u9fff]{2,12}$")
_CUT = expression(r"([省市县区州镇乡])[原前](?=.{2})")
_INNER = expression(r"(?<=党委|党组|总支|支部|工委|纪委|团委)原(?=[\u4e00-\u9fff]{2})")
_HELD_BEFORE = expression(r"(?:此前|之前|曾经)(?:一直)?(?:担任|任)$")


def mend(document: Document) -> None:
    """Words of status that stand in a body or a title (原, 署理), and bodies that are none."""
    for passage in document.passages:
        for mention in passage.mentions:
            if not mention.posts:
                continue
            # 公司董事会聘任某某: whose board is not said
            mention.posts = tuple(post for post in mention.posts if post.body is None or not _BARE.fullmatch(post.body.name))
            for post in mention.posts:
                if post.body is not None:
                    for step in _OF_BODY:
                        step(passage, post, post.body)
                _former_title(post)
                _acting_before(passage, post)


def _former_body(passage: Passage, post: Post, body: Mention) -> None:
    if _FORMER.search(body.name) and len(body.name) > 2:
        body.name, post.status = body.name[:-1], "former"


def _behind_verb(passage: Passage, post: Post, body: Mention) -> None:
    """某法院一审公开开庭审理某市政协原主席: the body stands behind the verb."""
    verb = _VERB.match(body.name)
    if verb:
        if body.form == body.name:
            body.start, body.form = body.start + verb.end(), body.form[verb.end() :]
        body.name = body.name[verb.end() :]


def _of_the_firm(passage: Passage, post: Post, body: Mention) -> None:
    if body.name.endswith(("董事会", "董事會")) and _OF_FIRM.search(post.title):
        body.name = body.name[:-3]  # a board decides on managers and has none


def _acting_body(passage: Passage, post: Post, body: Mention) -> None:
    """署理环境局局长: the word is of the title."""
    if body.name.startswith("署理") and len(body.name) > 3 and not post.title.startswith(("署理", "代")):
        post.title, body.name = body.name[:2] + post.title, body.name[2:]
        if body.form.startswith("署理"):
            body.start, body.form = body.start + 2, body.form[2:]


def _former_unit(passage: Passage, post: Post, body: Mention) -> None:
    """团结镇原副镇长, 老湖镇原党委书记: no post of the county of 镇原."""
    unit = _UNIT_HEAD.match(post.title)
    whole = "镇" if body.name == "镇原" else unit["unit"] if unit and body.name == unit["unit"] + "原" else ""
    before = _NAMED_BEFORE.search(passage.norm, max(0, body.start - 12), body.start) if whole else None
    if before is None or body.where != passage.where or body.start < 2:
        return
    body.name, body.start, post.status = before[0] + whole, body.start - len(before[0]), "former"
    body.form = passage.raw[body.start : body.end]


def _aimed_at(passage: Passage, post: Post, body: Mention) -> None:
    """某省纪委监委对省农业农村厅原副厅长: the body is what is aimed at."""
    aimed = _AIMED.match(body.name)
    if aimed:
        local = aimed["body"][0] == aimed["place"][-1:]
        body.name = (aimed["place"] + aimed["body"][1:]) if local else aimed["body"]


def _cut_unit(passage: Passage, post: Post, body: Mention) -> None:
    """郓城区原区长."""
    cut = _CUT.match(post.title)
    if cut and body.end == post.title_span.start:
        body.name, post.title, post.status = body.name + cut[1], post.title[2:], "former"


def _held_before(passage: Passage, post: Post, body: Mention) -> None:
    """此前担任某集团董事长的某某."""
    at = body.start
    if (
        body.where == passage.where
        and passage.norm[at - 1 : at] == "任"
        and _HELD_BEFORE.search(passage.norm, max(0, at - 8), at)
    ):
        post.status = "former"


_OF_BODY: tuple[Callable[[Passage, Post, Mention], None], ...] = (
    _behind_verb,
    _former_body,
    _of_the_firm,
    _acting_body,
    _former_unit,
    _aimed_at,
    _cut_unit,
    _held_before,
)


def _former_title(post: Post) -> None:
    """党委原书记, 原书记."""
    post.title, cut_out = _INNER.subn("", post.title)
    if cut_out:
        post.status = "former"
    if post.title[0] in "原前" and len(post.title) > 2 and not post.title.startswith("前任"):
        post.title, post.status = post.title[1:], "former"


def _acting_before(passage: Passage, post: Post) -> None:
    """署理 before the body says that the post is not held in full."""
    body = post.body
    at = body.start if body is not None and body.where == passage.where else 0
    word = passage.norm[at - 2 : at] if at > 1 else ""
    if word in _ACTING and body is not None and not post.title.startswith(word[0]) and body.end <= post.title_span.start:
        post.title = passage.raw[at - 2 : at] + post.title


def _of_house(name: str, scribe: Scribe) -> str:
    """公司工程部, 教育處: whole where the document says whose it is; "" for what stands by itself."""
    house = house_of(scribe.document)
    if house and is_bare(name):
        return scribe.writing.of(house)
    if house and (part := own_part(name, house)):
        return scribe.writing.of(house + part)
    if house and name.startswith(("董事会", "监事会")):
        return scribe.writing.of(house + name)
    government = government_of(scribe.document) if any(one in scribe.document.text.raw for one in "處長縣") else ""
    return scribe.writing.of(government) + name if government and _SECTION.fullmatch(name) else ""


def complete(document: Document, scribe: Scribe) -> None:
    """市城市管理局局长 in a notice of 清河市纪委监委: of which city, where the document says it."""
    territory = scribe.territory
    for mention in document.text.mentions if territory is not None else ():
        for post in mention.posts:
            if post.body is None or territory is None:
                continue
            if (said := SAID_BEFORE.fullmatch(post.body.name)) and scribe.issuer:
                post.body.name = scribe.writing.of(scribe.issuer) + said["rest"]
            if post.body.label == "Organization" and (whole := _of_house(post.body.name, scribe)):
                post.body.name = whole
            post.body.name = scribe.writing.of(territory.expand(post.body.name))
            if len(post.body.name) > 3 and re.match(r"(?:股份|集团|有限)", scribe.host.removeprefix(post.body.name)):
                post.body.name = scribe.host  # 苍梧银行独立董事, in a notice of 苍梧银行股份有限公司
