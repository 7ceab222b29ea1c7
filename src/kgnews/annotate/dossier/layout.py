"""Marks of columns, which no name holds: the words of a text with blanks or commas where such marks stand."""

from __future__ import annotations

import re
from dataclasses import replace

from kgnews.annotate.base.cues import cues
from kgnews.annotate.base.document import Document
from kgnews.expressions import expression

# | and what is drawn like it; 丨 is a character of its own, that no one writes but as a mark.
MARKS = "|｜│┃¦丨"
_MARK = expression(f"[{MARKS}]")
BULLETS = "●•■◆▲★▪◇□○※►▶➤➢◎☆△·"
_BULLET = expression(rf"(?m)^ *[{BULLETS}](?![{BULLETS}]) ?(?=[^ \n])")
_SLASH = "／"
_CELLS = 3  # marks of a line that tells of one person field by field
_TELLS = ("现任", "挂任", "拟任", "现为", "月生", "出生", "年生", "族")
# 何明女士, S.B.S., J.P.: what is conferred on a person is no part of a list.
_HONOUR = r"(?:(?:[A-Z]\.){2,4}|(?:GBM|GBS|SBS|BBS|MH|JP)\b)"
_HONOURS = expression(rf"(?:[,，] ?{_HONOUR})+(?=[\s，。；（]|$)")
_HONOURED = cues("GBM GBS SBS BBS MH JP A|B|C|D|E|F|G|H|I|J|K|L|M|N|O|P|Q|R|S|T|U|V|W|X|Y|Z×.")
_SEX = expression(r" [男女] ")
# 何明｜男｜汉族｜…; 何明／男／汉族／…
_PERSONAL = expression(rf"[{MARKS}{_SLASH}/] *(?:男|女|[\u4e00-\u9fff]{{1,4}}族) *[{MARKS}{_SLASH}/]")
_BETWEEN = expression(rf" *[{MARKS}{_SLASH}] *| +/ +|(?<=[^\d ])/(?=[^\d ])|(?<=\D)/(?=\d)")

_FRAMED = expression(r" *【 *[\u3400-\u9fff]{1,4}(?: *[\u3400-\u9fff])? *】 *")  # 【何明】, a name as a heading
# 【现任职务】副院长
_FRAMED_KEY = expression(
    r" *【(?P<key>[\u4e00-\u9fff]{0,6}(?:学历|学位|任职|现任|曾任|职务|职称|兼职|简介|简历|特长|擅长|出诊|门诊|时间|经历|背景|成果|"
    r""
    r"荣誉|奖励|获奖|方向|领域|信息|情况|单位|科室|部门|性别|姓名|民族|籍贯|职责|分工|分管|项目|论文|课程))】(?= *[^ \n：])"
)
# 【党组书记、检察长】何明
_FRAMED_POSTS = expression(r" *【 *[\u3400-\u9fff、，]{2,30} *】 *[\u3400-\u9fff· ]{2,8}(?:（[^）]*）)? *")
# 陈　爽　女　汉族　1979.11　中共党员　现任某局副局长　拟任某局局长: fields that nothing but blanks part.
_BLANKS = expression(
    r"^ *(?:\d{1,3}[.、]? *)?[\u3400-\u9fff]{1,4}(?: [\u3400-\u9fff])?(?= +[男女] )"
    r"(?=[^，。：；]*(?: (?:现任|拟任|现为|挂任|挂职任)|[年月](?:出)?生| [\u4e00-\u9fff]{1,4}族 ))[^，。：；]*$"
)


def marked(raw: str) -> bool:
    """Whether any mark of columns stands in a text."""
    return any(mark in raw for mark in MARKS) or _SLASH in raw or " / " in raw


def without_marks(document: Document) -> Document:
    """The document with those marks taken out of its normal form, whose length stays."""
    passage = document.text
    if any(bullet in passage.norm for bullet in BULLETS):
        plain = _BULLET.sub(lambda match: " " * len(match[0]), passage.norm)
        document = replace(document, passages=(document.title, replace(passage, norm=plain)))
        passage = document.text
    told = _HONOURED.stand_in(passage.norm)
    if told and (honoured := _HONOURS.sub(lambda match: " " * len(match[0]), passage.norm)) != passage.norm:
        document = replace(document, passages=(document.title, replace(passage, norm=honoured)))
        passage = document.text
    framed = "【" in passage.raw
    if (
        not marked(passage.raw)
        and not framed
        and not (any(word in passage.norm for word in _TELLS) and _SEX.search(passage.norm))
    ):
        return document
    norm, at = [], 0
    for line in passage.norm.split("\n"):
        norm.append(_plain(passage.raw[at : at + len(line)], line))
        at += len(line) + 1
    if (plain := "\n".join(norm)) == passage.norm:
        return document
    return replace(document, passages=(document.title, replace(passage, norm=plain)))


def _plain(raw: str, norm: str) -> str:
    """The line of ``norm`` that stands as ``raw`` in the text."""
    if _PERSONAL.search(raw) and len(_BETWEEN.findall(raw)) >= _CELLS:
        for match in _BETWEEN.finditer(raw):
            at = match.end() - len(match[0].lstrip())
            comma = "，" if match.start() > 0 and match.end() < len(raw) else " "
            norm = norm[:at] + comma + norm[at + 1 :]
        return norm
    if key := _FRAMED_KEY.match(norm):
        return f"{norm[: key.start('key') - 1]} {key['key']}：{norm[key.end() :]}"
    if _FRAMED.fullmatch(norm) or _FRAMED_POSTS.fullmatch(norm):
        return re.sub("[【】]", " ", norm)
    if "\t" not in raw and _BLANKS.match(norm):
        at = re.search(r" +[男女] ", norm).start()  # type: ignore[union-attr]
        return norm[:at] + re.sub(r" (?! )", "，", norm[at:])
    if not _MARK.search(raw):
        return norm
    return "".join(" " if one in MARKS else now for one, now in zip(raw, norm, strict=True))
