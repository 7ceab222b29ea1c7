"""The parts of resolution: names taken apart, near-copies, judgements, ids, ties, proposals. All people are invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgnews.paths import schema_dir
from kgnews.records import Article, Entity, Member, Resolution
from kgnews.records.review import Judgement
from kgnews.resolve import copy_groups, resolve
from kgnews.resolve.events import number, take_apart
from kgnews.resolve.facets import WEIGHTS
from kgnews.resolve.gazetteer import Gazetteer
from kgnews.resolve.judging import apply_verdicts
from kgnews.resolve.rarity import Rarity
from kgnews.resolve.verdicts import Verdicts
from kgnews.schema import Terms, load_terms
from resolution_cases import side_of


@pytest.fixture(scope="module")
def terms() -> Terms:
    return load_terms(schema_dir())


@pytest.fixture(scope="module")
def gazetteer(terms: Terms) -> Gazetteer:
    return Gazetteer(terms)


def resolved(terms: Terms, *sides: tuple[str, str], judgements: tuple[Judgement, ...] = ()) -> Resolution:
    """The resolution of sides (label, ``name; key=value``) in articles a0, a1, …"""
    built = [side_of(f"a{n}", label, told) for n, (label, told) in enumerate(sides)]
    return resolve([reading for _, reading, _ in built], [article for article, _, _ in built], terms, judgements)


def entity(found: Resolution, article: str, label: str, name: str) -> Entity:
    return found.entities[found.ids[Member(article, label, name)]]


@pytest.mark.parametrize(
    ("name", "base", "edition", "year"),
    [
        ("2020第九届中国创新创业大赛全国总决赛", "中国创新创业大赛全国总决赛", "9", "2020"),
        ("第133届广交会", "广交会", "133", ""),
        ("首届中国国际进口博览会", "中国国际进口博览会", "1", ""),
        ("党的十九大", "全国代表大会", "19", ""),
        ("中国共产党第二十次全国代表大会", "全国代表大会", "20", ""),
        ("十九届四中全会", "中央委员会全体会议", "19-4", ""),
        ("十四届全国人大一次会议", "全国人大会议", "14-1", ""),
        ("第十四届全国人民代表大会第一次会议", "全国人大会议", "14-1", ""),
        ("二〇二三年中关村论坛", "中关村论坛", "", "2023"),
        ("第六届某某博览会开幕式", "某某博览会", "6", ""),
        ("座谈会", "座谈会", "", ""),
    ],
)
def test_event_names_are_taken_apart(name: str, base: str, edition: str, year: str) -> None:
    parts = take_apart(name)
    assert (parts.base, parts.edition, parts.year) == (base, edition, year)


@pytest.mark.parametrize(
    ("text", "value"), [("九", 9), ("十", 10), ("十三", 13), ("二十", 20), ("三十一", 31), ("一百三十三", 133), ("133", 133)]
)
def test_numerals(text: str, value: int) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    ("rest", "unit"),
    [
        ("人民政府", ""),
        ("政府", ""),
        ("市委", "委"),
        ("发展和改革委员会", "发改委"),
        ("科学技术厅", "科技厅"),
        ("市场监管局", "市场监管局"),
    ],
)
def test_units_have_one_form(gazetteer: Gazetteer, rest: str, unit: str) -> None:
    assert gazetteer.unit(rest) == unit


@pytest.mark.parametrize(
    ("name", "codes", "rest"),
    [
        ("广东省佛山市南海区教育局", ("440605",), "教育局"),
        ("佛山市委", ("4406",), "委"),
        ("恩施州委", ("4228",), "委"),
        ("朝阳市场", (), "朝阳市场"),
        ("内蒙古教育厅", ("15",), "教育厅"),
    ],
)
def test_places_at_the_beginning(gazetteer: Gazetteer, name: str, codes: tuple[str, ...], rest: str) -> None:
    placed = gazetteer.placed(name)
    assert placed.rest == rest
    assert set(codes) <= set(placed.codes)


@pytest.mark.parametrize(
    ("name", "ordinary"),
    [
        ("火炬中心", True),
        ("材料科学与工程学院", True),
        ("产教融合办公室", True),
        ("之江实验室", False),
        ("优必选科技公司", False),
    ],
)
def test_names_made_of_words(gazetteer: Gazetteer, name: str, ordinary: bool) -> None:
    assert gazetteer.ordinary(name) is ordinary


def test_rare_names_say_more_than_common_ones(terms: Terms) -> None:
    rarity = Rarity(terms)
    weights = [rarity.feature(name).weight for name in ("张伟", "王建国", "贾敬敏")]
    assert weights == sorted(weights)
    assert weights[0] < 0 < weights[-1]
    assert rarity.feature("威尔伯·罗斯").weight > rarity.feature("罗斯").weight


# near-copies

STORY = "".join(f"这是第{n}句话，说的是一件各不相同的事情。" for n in range(10))


def test_reprints_are_one_group() -> None:
    reprint = "（本报讯）" + STORY + "编辑：某某。"
    groups = copy_groups(
        [Article("b", STORY, date="2020-01-01"), Article("a", reprint, date="2020-01-02"), Article("c", "别的事情。")]
    )
    assert groups == {"a": "a", "b": "a", "c": "c"}


def test_the_same_text_a_year_later_is_no_reprint() -> None:
    groups = copy_groups([Article("a", STORY, date="2020-01-01"), Article("b", STORY, date="2021-01-01")])
    assert groups == {"a": "a", "b": "b"}


# judgements

MEMBERS = [Member(f"a{n}", "Person", "甲") for n in range(5)]


def test_who_leaves_takes_along_who_is_the_same() -> None:
    verdicts = Verdicts(same={(MEMBERS[3], MEMBERS[4])}, different={(MEMBERS[0], MEMBERS[4])})
    assert sorted(apply_verdicts([MEMBERS], verdicts)) == [MEMBERS[:3], MEMBERS[3:]]


@given(
    st.sets(st.tuples(st.sampled_from(MEMBERS), st.sampled_from(MEMBERS)), max_size=6),
    st.sets(st.tuples(st.sampled_from(MEMBERS), st.sampled_from(MEMBERS)), max_size=3),
    st.permutations(MEMBERS),
)
def test_judgements_part_without_loss_or_order(
    same: set[tuple[Member, Member]], different: set[tuple[Member, Member]], order: list[Member]
) -> None:
    verdicts = Verdicts({pair for pair in same if pair[0] != pair[1]}, {pair for pair in different if pair[0] != pair[1]})
    groups = [[member] for member in MEMBERS[:2]] + [MEMBERS[2:]]
    parted = sorted(apply_verdicts(groups, verdicts))
    assert sorted(member for group in parted for member in group) == MEMBERS
    shuffled = [[member for member in order if member in group] for group in groups]
    assert sorted(apply_verdicts(shuffled, verdicts)) == parted


def test_a_judgement_joins_and_another_takes_it_back(terms: Terms) -> None:
    sides = (("Person", "周杰; d=2020-05-01"), ("Person", "周杰; d=2022-05-01"))
    left, right = Member("a0", "Person", "周杰"), Member("a1", "Person", "周杰")
    assert len({resolved(terms, *sides).ids[left], resolved(terms, *sides).ids[right]}) == 2
    joined = resolved(terms, *sides, judgements=(Judgement(left.key, right.key, "same"),))
    assert joined.ids[left] == joined.ids[right] == left.id
    assert joined.current(right.id) == left.id, "the id of before goes on resolving"
    assert joined.current("person-0000") is None


def test_a_judgement_parts_what_a_key_joined(terms: Terms) -> None:
    sides = (("Organization", "之江实验室"), ("Organization", "之江实验室"), ("Organization", "之江实验室"))
    left, right = Member("a0", "Organization", "之江实验室"), Member("a2", "Organization", "之江实验室")
    found = resolved(terms, *sides, judgements=(Judgement(left.key, right.key, "different"),))
    assert found.ids[left] != found.ids[right]
    assert found.ids[Member("a1", "Organization", "之江实验室")] == found.ids[left]


def test_a_judgement_of_two_kinds_is_passed_over(terms: Terms) -> None:
    sides = (("Organization", "佛山市"), ("Place", "佛山市"))
    members = Member("a0", "Organization", "佛山市"), Member("a1", "Place", "佛山市")
    found = resolved(terms, *sides, judgements=(Judgement(members[0].key, members[1].key, "same"),))
    assert found.ids[members[0]] != found.ids[members[1]]


def test_an_answered_question_is_not_asked_again(terms: Terms) -> None:
    sides = (("Person", "贾敬敏; d=2020-05-01"), ("Person", "贾敬敏; d=2022-05-01"))
    asked = list(resolved(terms, *sides).doubtful())
    assert len(asked) == 1
    found = resolved(terms, *sides, judgements=(Judgement(asked[0].left, asked[0].right, "unsure"),))
    assert list(found.doubtful()) == []


# ids, names, ties, proposals


def test_a_known_body_has_one_id_in_every_graph(terms: Terms) -> None:
    one = entity(resolved(terms, ("Organization", "科技部")), "a0", "Organization", "科技部")
    other = entity(
        resolved(terms, ("Organization", "别的公司"), ("Organization", "科学技术部")), "a1", "Organization", "科学技术部"
    )
    assert one.id == other.id
    assert "中华人民共和国科学技术部" in one.aliases


def test_a_level_body_is_named_with_its_place(terms: Terms) -> None:
    found = entity(resolved(terms, ("Organization", "市教育局; h=佛山市")), "a0", "Organization", "市教育局")
    assert found.name == "佛山市教育局"
    assert found.properties["code"] == "4406"
    assert "佛山市" in str(found.properties["why"])


def test_renamed_bodies_are_linked(terms: Terms) -> None:
    found = resolved(terms, ("Organization", "卫生部"), ("Organization", "国家卫生计生委"))
    ties = [(tie.type, found.entities[tie.source].name, found.entities[tie.target].name) for tie in found.ties]
    assert ("RENAMED_TO", "卫生部", "国家卫生计生委") in ties


def test_a_place_and_its_body_are_linked(terms: Terms) -> None:
    found = resolved(terms, ("Organization", "杭州市政府"), ("Place", "杭州"))
    assert [tie.type for tie in found.ties] == ["BODY_OF"]


def test_a_part_is_linked_to_its_whole(terms: Terms) -> None:
    found = resolved(terms, ("Organization", "中国人民大学法学院"), ("Organization", "中国人民大学"))
    assert [(tie.type, found.entities[tie.target].name) for tie in found.ties] == [("PART_OF", "中国人民大学")]


def test_lookalike_names_are_proposed_and_not_joined(terms: Terms) -> None:
    found = resolved(
        terms,
        ("Person", "陈建未; d=2020-05-01; post=清远市/市长"),
        ("Person", "陈建末; d=2020-06-01; post=清远市/市长"),
    )
    asked = next(iter(found.doubtful()))
    assert {feature.name for feature in asked.features} >= {"lookalike", "same_body"}
    assert len({found.ids[Member("a0", "Person", "陈建未")], found.ids[Member("a1", "Person", "陈建末")]}) == 2


def test_a_contradiction_is_told(terms: Terms) -> None:
    found = resolved(
        terms,
        ("Person", "覃其鸣; d=2020-05-01; post=佛山市/市长; event=2020岭南青年科创大赛"),
        ("Person", "覃其鸣; d=2020-05-11; post=兰州市/市长; event=2020岭南青年科创大赛"),
    )
    apart = next(decision for decision in found.decisions if decision.outcome == "apart")
    assert "two_posts_at_once" in {feature.name for feature in apart.features}


def test_every_weight_is_documented() -> None:
    table = (Path(__file__).parents[1] / "docs" / "entities.md").read_text(encoding="utf-8")
    for name, weight in WEIGHTS.items():
        assert f"| `{name}` | {weight:g} |".replace("-", "−") in table


@pytest.mark.parametrize("at", [0, 7, 59])
@pytest.mark.parametrize("post", ["国务院/总理", "某某委员会/委员"])
def test_who_is_split_off_leaves_the_others_together(terms: Terms, at: int, post: str) -> None:
    sides = [("Person", f"岑达豫; d=20{10 + n // 12}-{n % 12 + 1:02}-01; s=某某日报; post={post}") for n in range(60)]
    sides += [("Person", f"岑达豫; d=2015-{n + 1:02}-02; s=某某日报") for n in range(9)]
    keys = [Member(f"a{n}", "Person", "岑达豫").key for n in range(len(sides))]
    others = [key for n, key in enumerate(keys) if n != at]
    judgements = tuple(Judgement(*sorted((keys[at], other)), "different") for other in sorted(others)[:3])
    found = resolved(terms, *sides, judgements=judgements)
    whole = resolved(terms, *sides)
    people = {found.ids[Member(f"a{n}", "Person", "岑达豫")] for n in range(len(sides)) if n != at}
    assert len(people) == len({whole.ids[Member(f"a{n}", "Person", "岑达豫")] for n in range(len(sides)) if n != at})
    assert found.ids[Member(f"a{at}", "Person", "岑达豫")] not in people


@pytest.mark.parametrize("at", [0, 3])
def test_a_body_split_off_leaves_the_others_together(terms: Terms, at: int) -> None:
    members = [Member(f"a{n}", "Organization", "岭海智造研究院") for n in range(6)]
    others = [member for member in members if member != members[at]]
    judgements = tuple(Judgement(*sorted((members[at].key, other.key)), "different") for other in others[:3])
    found = resolved(terms, *[("Organization", "岭海智造研究院")] * 6, judgements=judgements)
    assert len({found.ids[other] for other in others}) == 1
    assert found.ids[members[at]] != found.ids[others[0]]


def test_local_bodies_are_linked_to_what_they_were_renamed_to(terms: Terms) -> None:
    found = resolved(terms, ("Organization", "湖南省环境保护厅"), ("Organization", "湖南省生态环境厅"))
    old, new = entity(found, "a0", "Organization", "湖南省环境保护厅"), entity(found, "a1", "Organization", "湖南省生态环境厅")
    assert old.id != new.id
    assert ("RENAMED_TO", old.id, new.id) in {(tie.type, tie.source, tie.target) for tie in found.ties}


def test_a_divided_body_is_linked_to_both(terms: Terms) -> None:
    names = ("国家食品药品监督管理总局", "国家药品监督管理局", "国家市场监督管理总局")
    found = resolved(terms, *(("Organization", name) for name in names))
    old, *later = (entity(found, f"a{n}", "Organization", name).id for n, name in enumerate(names))
    assert {(tie.source, tie.target) for tie in found.ties if tie.type == "RENAMED_TO"} >= {(old, new) for new in later}


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("洪雅宁; d=1989-02-01; post=美国/总统", "洪雅宁; d=1990-02-01; post=美国/总统", True),
        ("布什; d=1991-02-01; post=美国/总统", "布什; d=2002-02-01; post=美国/总统", False),
        ("布什; d=1991-02-01; post=美国/总统", "布希; d=1992-02-01; post=美国/总统", True),
        ("川普; d=2018-02-01; post=美国/总统", "唐纳德·特朗普; d=2019-02-01; post=美国/总统", True),
        ("乔治·赫伯特·沃克·布什; d=2001-02-01; post=美国/总统", "乔治·沃克·布什; d=2001-02-01; post=美国/总统", False),
        ("科列涅夫; d=1990-02-01; post=俄罗斯/总统", "科列涅夫; d=2010-02-01; post=俄罗斯/总统", False),
        ("科列涅夫; d=2015-02-01; post=俄罗斯/总理", "科列涅夫; d=2017-02-01; post=俄罗斯/总统", True),
        ("科列涅夫; d=2009-02-01; post=俄罗斯/总统", "科列涅夫; d=2017-02-01; post=俄罗斯/副总统", False),
        ("郑舒媛; d=2019-02-01; post=佛山市/副市长", "鄭舒媛; d=2020-02-01; post=佛山市/副市長", True),
        ("王伟; d=2019-02-01; post=佛山市/副市长", "王伟; d=2020-02-01; post=佛山市/副市长", True),
        ("王伟; d=2019-02-01; post=全国政协/常委", "王伟; d=2020-02-01; post=全国政协/常委", False),
        ("王伟; d=2003-02-01; post=佛山市教育局/局长", "王伟; d=2019-02-01; post=佛山市教育局/局长", False),
        ("李建国; d=2016-02-01; post=江苏省委/书记", "李建国; d=2018-02-01; post=上海市委/书记", True),
        ("李建国; d=2018-01-25; post=江苏省委/书记", "李建国; d=2018-02-01; post=上海市委/书记", False),
        ("岑达豫; d=2016-02-01; post=环境保护部/副部长", "岑达豫; d=2019-02-01; post=生态环境部/副部长", True),
        ("岑达豫; d=2016-02-01; post=重庆大学/校长", "岑达豫; d=2016-02-20; post=兰州大学/校长", False),
    ],
)
def test_people_by_what_is_told(terms: Terms, left: str, right: str, same: bool) -> None:
    found = resolved(terms, ("Person", left), ("Person", right))
    assert (len({one for member, one in found.ids.items() if member.label == "Person" and member.article}) == 1) is same
