"""Names of bodies made from other names: the section of a body, the place that a body's name begins with."""

from __future__ import annotations

import re

# What stands beside the working committee of a zone and is no part of it.
_BESIDE = ("管委会", "管理委员会", "纪工委", "人大工委", "政协工委")


def section_name(before: str, section: str) -> str:
    """和平区委 and 宣传部: 和平区委宣传部."""
    before = before.removesuffix("党组")
    if section.startswith(_BESIDE):
        before = before.removesuffix("党工委").removesuffix("工委")  # 佛山高新区党工委委员、管委会副主任
    return before + section if not section.startswith(before) else section


def _unit_end(name: str, unit: str) -> int:
    """Where the place of that unit ends in a body's name: the last one, but in 山东省委依法治省办 the first."""
    at = name.rfind(unit)
    governed = re.match(rf".{{1,8}}?{unit}(?=委(?!员)|政府|人大|政协|人民政府)", name)
    return governed.end() if governed and governed.end() < at else at + 1


def territory(name: str, unit: str) -> str:
    """The place in the name of a body up to ``unit`` (any unit where empty)."""
    if unit:
        name = name[: _unit_end(name, unit)]
        name = name.removesuffix(unit) if name.endswith(unit * 2) else name  # 青山市市委
        return name[2:] if name.startswith("中共") else name
    at = max(name.rfind(one) for one in "省市县区州镇乡旗")
    return name[: at + 1] if at > 0 else ""
