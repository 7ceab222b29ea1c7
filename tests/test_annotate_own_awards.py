"""Facts of visits, meetings and awards as whole sentences: the house by its own words, lists of awards, names over a break."""

from __future__ import annotations

import pytest

from kgnews import api
from kgnews.records import Article

FACTS = [
    ("红河大学", "3月15日，德清县县长林远江一行来我校考察交流。", ("VISITS", "林远江", "红河大学")),
    ("红河大学", "3月15日，我校召开本科教学工作会议。", ("HOSTS", "红河大学", "本科教学工作会议")),
    ("佛山市", "3月15日，德清县县长林远江率队来我市考察。", ("VISITS", "林远江", "佛山市")),
    ("", "正在印度尼西亚访问的国务院总理李强说，合作很好。", ("VISITS", "李强", "印度尼西亚")),
    ("", "国务院总理李强在雅加达会见联合国秘书长古特雷斯。", ("MEETS", "李强", "古特雷斯")),
    ("", "在会见英国首相特雷莎·梅时，国务院总理李克强表示，合作很好。", ("MEETS", "李克强", "特雷莎·梅")),
    ("", "红河大学教授周明达先后被评为全国劳动模范、优秀共产党员。", ("RECEIVES_AWARD", "周明达", "优秀共产党员")),
    ("", "2017年，红河大学教授周明达被青山大学授予“特别贡献奖”。", ("RECEIVES_AWARD", "周明达", "特别贡献奖")),
    ("", "由红河大学、广东省科技厅主办的2020对接会在北京举行。", ("HOSTS", "广东省科技厅", "2020对接会")),
    ("", "4日，国务院总理李克强到中国银行考察，并在银保监会主持召开座谈会。", ("CHAIRS", "李克强", "座谈会")),
    ("", "8月17日召开的中共中央政治局常委会会议强调，要认真排查。", ("HELD_ON", "中共中央政治局常委会会议", "2023-08-17")),
]
NO_FACTS = [
    ("国家主席习近平在人民大会堂同来华进行国事访问的委内瑞拉总统马杜罗举行会谈。", "VISITS", "习近平"),
    ("游客林远江飞抵芝加哥，他表示，一切都好。", "VISITS", "林远江"),
    ("红河大学教授周明达会见获得全国教学技能大赛一等奖的学生。", "RECEIVES_AWARD", "周明达"),
    ("半个世纪前，海防八连被国防部授予“钢八连”荣誉称号。", "RECEIVES_AWARD", "国防部"),
    ("第三届智慧论坛25日在北京开幕，国务院副总理何立峰出席开幕式，宣读习近平主席贺信并致辞。", "SPEAKS_AT", "习近平"),
]


def _facts(text: str, home: str = "") -> set[tuple[str, str, str]]:
    article = Article(id="x", title="", text=text, date="2024-05-20", home=home or None, source=home or None)
    return {(c.type, c.subject.name, c.object.name if c.object else "") for c in api.extract(article)}


@pytest.mark.parametrize(("home", "text", "fact"), FACTS, ids=[text[:16] for _, text, _ in FACTS])
def test_told(home: str, text: str, fact: tuple[str, str, str]) -> None:
    told = _facts(text, home)
    swapped = (fact[0], fact[2], fact[1])
    assert fact in told or (fact[0] == "MEETS" and swapped in told), told


@pytest.mark.parametrize(("text", "kind", "who"), NO_FACTS, ids=[text[:16] for text, _, _ in NO_FACTS])
def test_not_told(text: str, kind: str, who: str) -> None:
    assert not [fact for fact in _facts(text) if fact[0] == kind and fact[1] == who]


def test_a_headline_broken_before_the_head_is_one_name() -> None:
    title = "2020年创新型产业集群高质量发展 培训班在石家庄举办"
    article = Article(id="x", title=title, text="11月3日，培训班在石家庄举办。", date="2020-11-09")
    names = {claim.subject.name for claim in api.extract(article) if claim.type == "HELD_AT"}
    assert names == {"2020年创新型产业集群高质量发展培训班"}
