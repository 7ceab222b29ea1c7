"""Documents of record: lists of appointments, résumés, rosters, notices, duties, discipline.

Their grammar is closed, so a line is read by it only as a whole. What is read so is taken from the other passes:
their mentions in it are dropped, and no pattern is tried there. The rest of the text stays theirs.
"""

from __future__ import annotations

import re

from kgnews.annotate.document import Document, Passage
from kgnews.annotate.dossier.kinds import Kinds, kinds_of
from kgnews.annotate.dossier.office_words import SAID_BEFORE
from kgnews.annotate.dossier.scribe import Covered, Scribe
from kgnews.records import Annotated, Mention, Span, Statement

__all__ = ["find", "mark"]

_AIMED = re.compile(
    r"(?P<place>[\u4e00-\u9fff]*?)(?:纪委监委|纪委|监委|监察委员会|纪律检查委员会)对(?P<body>[\u4e00-\u9fff]{3,})$"
)
_OF_FIRM = re.compile(r"(?:副?总经理|总裁|执行长|财务长|副?總經理|總裁|執行長|財務長)$")
_BARE = re.compile(
    r"(?:公司|本公司|该公司|集团|本行|该行|会议)?(?:第[一二三四五六七八九十]+届)?(?:董事会|监事会|股东大会|股东会)"
)


def find(document: Document) -> None:
    """Read the documents of record in the text; ``document.notes["dossier"]`` holds what was read."""
    _acting(document)
    kinds = kinds_of(document)
    if not kinds.any:
        return
    scribe = _read(document, kinds)
    if not scribe.statements:
        return
    claimed = Covered(scribe.claimed)
    passage = document.text
    _complete(document, scribe)
    passage.mentions = [one for one in passage.mentions if not claimed.holds(one.start)]
    for mention in passage.mentions:
        mention.posts = tuple(post for post in mention.posts if post.where != "text" or not claimed.holds(post.title_span.start))
    _settle(document, passage, scribe)
    document.notes["dossier"] = (claimed, tuple(scribe.statements))


def _acting(document: Document) -> None:
    """署理环境局局长: the word before the body says that the post is not held in full."""
    for passage in document.passages:
        for mention in passage.mentions:
            if mention.posts:  # 公司董事会聘任某某: whose board is not said
                mention.posts = tuple(post for post in mention.posts if post.body is None or not _BARE.fullmatch(post.body.name))
            for post in mention.posts:
                if post.body is not None and post.body.name.endswith("原") and len(post.body.name) > 2:
                    post.body.name, post.status = post.body.name[:-1], "former"
                body = post.body
                if body is not None and body.name.endswith(("董事会", "董事會")) and _OF_FIRM.search(post.title):
                    body.name = body.name[:-3]  # a board decides on managers and has none
                if (
                    body is not None
                    and re.match(r"署理|署理", body.name)
                    and len(body.name) > 3
                    and not post.title.startswith(("署理", "代"))
                ):
                    post.title, body.name = body.name[:2] + post.title, body.name[2:]
                    if body.form.startswith(("署理", "署理")):
                        body.start, body.form = body.start + 2, body.form[2:]
                unit = re.match(r"(?:常务)?副?(?P<unit>[镇县])长", post.title)
                if body is not None and unit and body.name == unit["unit"] + "原" and body.where == passage.where:
                    before = re.search(r"[\u4e00-\u9fff]{2,12}$", passage.norm[max(0, body.start - 12) : body.start])
                    if before:  # 团结镇原副镇长, no post of the county of 镇原
                        body.name, body.start, post.status = before[0] + unit["unit"], body.start - len(before[0]), "former"
                        body.form = passage.raw[body.start : body.end]
                if (
                    body is not None
                    and body.name == "镇原"
                    and body.where == passage.where
                    and len(passage.norm[: body.start]) > 1
                ):
                    before = re.search(r"[\u4e00-\u9fff]{2,12}$", passage.norm[max(0, body.start - 12) : body.start])
                    if before:  # 老湖镇原党委书记
                        body.name, body.start, post.status = before[0] + "镇", body.start - len(before[0]), "former"
                        body.form = passage.raw[body.start : body.end]
                aimed = _AIMED.match(body.name) if body else None
                if aimed and body is not None:  # 某省纪委监委对省农业农村厅原副厅长: the body is what is aimed at
                    local = aimed["body"][0] == aimed["place"][-1:]
                    body.name = (aimed["place"] + aimed["body"][1:]) if local else aimed["body"]
                cut = re.match(r"([省市县区州镇乡])[原前](?=.{2})", post.title)
                if cut and post.body is not None and post.body.end == post.title_span.start:  # 郓城区原区长
                    post.body.name, post.title, post.status = post.body.name + cut[1], post.title[2:], "former"
                post.title, cut_out = re.subn(r"(?<=党委|党组|总支|支部|工委|纪委|团委)原(?=[\u4e00-\u9fff]{2})", "", post.title)
                if cut_out:
                    post.status = "former"
                if post.title[0] in "原前" and len(post.title) > 2 and not post.title.startswith("前任"):
                    post.title, post.status = post.title[1:], "former"
                at = post.body.start if post.body is not None and post.body.where == passage.where else 0
                word = passage.norm[at - 2 : at] if at > 1 else ""
                if (
                    word in ("署理", "代理")
                    and not post.title.startswith(word[0])
                    and post.body is not None
                    and post.body.end <= post.title_span.start
                ):
                    post.title = passage.raw[at - 2 : at] + post.title


def _complete(document: Document, scribe: Scribe) -> None:
    """市城市管理局局长 in a notice of 清河市纪委监委: of which city, where the document says it."""
    territory = scribe.territory
    for mention in document.text.mentions if territory is not None else ():
        for post in mention.posts:
            if post.body is None or territory is None:
                continue
            if (said := SAID_BEFORE.fullmatch(post.body.name)) and scribe.issuer:
                post.body.name = scribe.writing.of(scribe.issuer) + said["rest"]
            post.body.name = scribe.writing.of(territory.expand(post.body.name))
            if len(post.body.name) > 3 and re.match(r"(?:股份|集团|有限)", scribe.host.removeprefix(post.body.name)):
                post.body.name = scribe.host  # 苍梧银行独立董事, in a notice of 苍梧银行股份有限公司


def _read(document: Document, kinds: Kinds) -> Scribe:
    from kgnews.annotate.dossier.reading import read

    return read(document, kinds)


def _settle(document: Document, passage: Passage, scribe: Scribe) -> None:
    """One name for a person in the words of the document and in those of the news around them."""
    used = {id(end) for said in scribe.statements for end in (said.subject, said.object) if end is not None}
    passage.mentions.extend(mention for mention in scribe.mentions() if id(mention) in used)
    ends = (end for said in scribe.statements for end in (said.subject, said.object) if end is not None)
    left_out = [end for end in ends if not end.form and end.label in ("Organization", "Person")]
    if left_out:
        _place(document, left_out)


def _place(document: Document, left_out: list[Mention]) -> None:
    """A body that the text leaves out is shown where it is named, or by the words that it was completed from."""
    known = {(p.where, m.label, m.name, m.start) for p in document.passages for m in p.mentions}
    first: dict[str, tuple[Passage, int]] = {}
    for mention in left_out:
        if mention.form:  # placed already
            continue
        name = mention.name
        if name not in first:
            places = ((passage, passage.raw.find(name)) for passage in document.passages)
            first[name] = next((found for found in places if found[1] >= 0), (document.text, -1))
        passage, at = first[name]
        if at >= 0:
            mention.where, mention.start, mention.end = passage.where, at, at + len(name)
            mention.form, mention.outer, mention.inferred = name, Span(at, at + len(name)), False
            if (passage.where, mention.label, name, at) in known:
                continue
            known.add((passage.where, mention.label, name, at))
        passage.mentions.append(mention)


def mark(document: Document, annotated: Annotated) -> None:
    """Hand over the statements; sentences that were read whole keep no mentions for patterns."""
    found = document.notes.get("dossier")
    if not isinstance(found, tuple):
        return
    claimed, statements = found
    for sentence in annotated.sentences:
        if sentence.where == "text" and claimed.touches(sentence.start, sentence.end):
            sentence.mentions = tuple(one for one in sentence.mentions if not claimed.holds(one.start))
    annotated.statements = _distinct(statements)


def _distinct(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    return tuple(statement for statement in statements if statement.subject.name)
