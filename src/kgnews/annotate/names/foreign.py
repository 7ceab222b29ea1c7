"""Names with a make of their own: Tibetan ones of two parts (泽仁桑珠), Japanese ones of four or five characters (横仓义武)."""

from __future__ import annotations

from kgnews.annotate.base.tables import word_set
from kgnews.annotate.names.model import HAN, Names
from kgnews.expressions import expression

# The parts of Tibetan names, two of which make one (泽仁桑珠, 边巴次仁).
_TIBETAN_PARTS = "|".join(
    word_set(
        "扎西 次仁 泽仁 卓玛 尼玛 达瓦 边巴 巴桑 桑珠 多吉 拉姆 格桑 旺堆 平措 顿珠 罗布 洛桑 白玛 央金 次旺 旺久 仁增 贡布 嘎玛 德吉"
        " 曲珍 曲扎 益西 丹增 旦增 加措 嘉措 江措 普布 米玛 拉巴 索朗 索南 强巴 向巴 江巴 次旦 拉珍 拉宗 白珍 措姆 卓嘎 旺姆 玉珍"
        " 德庆 曲吉 赤列 坚赞 坚参 晋美 久美 阿旺 昂旺 土登 单增 南杰 朗杰 班丹 巴登 才旦 才让 才仁 多杰 朋措 尕玛 根敦 更登 洛珠"
        " 罗珠 降初 绛曲 江村 泽登 泽旺 彭措 四郎 斯郎 仁青 仁钦 南卡 桑吉 桑杰 央宗 永吉 群培 群佩 洛追 吉美 华旦 夏吾 拉毛 公保"
        " 旦正 洛绒 邓珠 呷绒 旺扎 旺杰 旺修 次央 次珍 德央 仓决 曲央 确吉 格列 格勒 贡嘎 贡确 云丹 俄色 伍金 诺布 尼珍 其美 松吉"
    )
)
_TIBETAN = expression(rf"(?:{_TIBETAN_PARTS}){{2}}")


def tibetan_end(norm: str, at: int, stop: int) -> int:
    """The end of a Tibetan name of two parts at ``at``, or ``at``."""
    match = _TIBETAN.match(norm, at, stop)
    return match.end() if match else at


_JAPANESE_LAST = frozenset(
    "郎子一二三介也夫雄美惠宏之彦树人治司男平明哉佑太斗真香奈代江义武胜隆浩博诚健进茂清昭幸光俊广正和行成吉造助辅登藏"
    "纪敏弘英信直孝哲久昌繁勇翔辉希绫織沙未利晃滋贵充祐悟淳芳裕贞仁则规彰毅聪肇宽豪崇隼律力"
)


def japanese_end(names: Names, norm: str, at: int, stop: int) -> int:
    """The end of a Japanese name of four or five characters at ``at``, or ``at``."""
    for size in (3, 2):
        if norm[at : at + size] not in names.japanese:
            continue
        for given in (2, 3) if size == 2 else (1, 2):
            end = at + size + given
            if end <= stop and _given(names, norm, at + size, end) and names.behind(norm, end) + names.crossing(norm, end) >= 0.5:
                return end
    return at


def japanese_surname(names: Names, form: str) -> tuple[str, ...]:
    """The surname of a Japanese name of four or five characters, by which it is told later on (小池百合子, 小池); else nothing."""
    size = next((size for size in (3, 2) if form[:size] in names.japanese and 4 <= len(form) <= 5 and len(form) > size), 0)
    return (form[:size],) if size else ()


def _given(names: Names, norm: str, start: int, end: int) -> bool:
    text = norm[start:end]
    if end - start == 3 and text[1:] not in ("太郎", "一郎", "次郎", "二郎", "三郎", "之介", "之助", "之辅", "美子", "纪子"):
        return False
    if end - start == 2 and (text in names.words or norm[start : start + 2] in names.followers):
        return False
    return all(HAN.match(one) for one in text) and text[-1] in _JAPANESE_LAST
