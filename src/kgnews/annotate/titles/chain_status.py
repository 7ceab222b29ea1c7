"""What stands in front of a body and is no part of its name: words of status (前央行行长), and a name that its rank follows."""

from __future__ import annotations

from collections.abc import Container

from rjieba import has_word

from kgnews.annotate.base.document import Title
from kgnews.annotate.base.tables import word_set
from kgnews.annotate.bodies.lists import Bodies
from kgnews.annotate.names.model import Names
from kgnews.expressions import expression

LEARNED = word_set("教授 副教授 研究员 副研究员 讲师 助理教授")
_FIELDS = word_set(
    "安全 金属 石油 海洋 水利 农村 应用 车辆 时装 计算 管理 公共 全职 全体 常任 党员 华人 华裔 双聘 时任 相关 应邀 老年 高校 高龄 钢琴 古筝"
)
_WITH = tuple("同与和向对由给在从请让")
_UNITS = frozenset("庭部处科室组办院局队站所系会厅司署股社团馆区县市省镇乡村校厂店行台网报级班届线路段点")
_FIELD_ENDS = tuple("学史论法语术文理科系业融济律剧乐画防政教建")
_LED = expression(r"[^，。；、]{0,8}[由与和对同向](?=前(?![沿海进锋线端期]))")  # 公司由|前高通中国区总裁


def behind_status(bodies: Bodies, norm: str, start: int, end: int) -> tuple[int, str]:
    """Where the body of ``[start, end)`` begins behind 前 or 原, and "former"; as it was, and "", where it has no such word."""
    led = _LED.match(norm, start, end)
    if led and end - led.end() > 1:
        start = led.end()
    return (start + 1, "former") if norm[start : start + 1] in ("前", "原") and _was(bodies, norm, start, end) else (start, "")


def _was(bodies: Bodies, norm: str, start: int, end: int) -> bool:
    """前中央电视台主持人, 原云图科技副总裁: 前 and 原 where no word or place begins with them (前海, 原子能)."""
    if bodies.place_prefix(norm[start + 1 : end]):
        return True
    return end - start > 2 and not has_word(norm[start : start + 2]) and not bodies.place_prefix(norm[start:end])


def is_named(names: Names, known: Container[str], title: Title, extra: str) -> bool:
    """北京大学|熊跃根|教授: what stands between a body and a title is a name, not a part of the title.

    Before a rank of scholars that may also be a word (高原副教授), where no field of study is told so (文学教授).
    """
    if extra in known and len(extra) > 1:
        return True
    surname = names.surname_at(extra, 0) if 1 < len(extra) < 5 else 0
    if extra[:1] in _WITH or (surname and names.name_score(extra, surname) <= -9.0):
        return False
    if len(extra) == 3 and (not surname or title.head not in LEARNED):
        strange = (not surname and names.given_score(extra[1:]) <= 0.0) or extra[-1] in _UNITS
        return title.kind != "cue" and not strange and _no_word(names, extra)  # 保建云教授
    if title.head not in LEARNED:
        return False
    if not surname or len(extra) - surname not in (1, 2):
        return False
    share = names.surnames.get(extra[:surname], 0.0)
    return not has_word(extra) or (share >= 0.03 and extra not in _FIELDS and not extra.endswith(_FIELD_ENDS))


def _no_word(names: Names, extra: str) -> bool:
    pairs = (extra[at : at + 2] for at in range(len(extra) - 1))
    return all("\u4e00" <= one <= "\u9fff" for one in extra) and not any(has_word(pair) or pair in names.words for pair in pairs)
