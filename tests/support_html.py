"""A synthetic graph of any size: invented names, news-like quotations, officials who meet at events of their own region."""

from __future__ import annotations

import hashlib
import random
from dataclasses import dataclass, field

from kgnews.records import Edge, Graph, Node, Proof

SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰飞红鑫波斌宇浩凯健俊帆雪荣爱国庆海山林春晓文思源子涵梓轩"
REGIONS = str.split("云 江 河 湖 山 川 海 陵 桥 溪 湾 岭 泽 浦 洲 塘 堰 峰 坪 埠")
BODIES = str.split(
    "市人民政府 市发展和改革局 市科学技术局 市教育局 市商务局 高新技术产业开发区管委会 市工商业联合会 "
    "大学 职业技术学院 日报社 文化旅游集团有限公司 智能装备股份有限公司 城市商业银行 市第一人民医院 "
    "市税务局 市农业农村局 博物馆 港务集团"
)
EVENTS = str.split(
    "创新创业大赛总决赛 招商推介会 高质量发展论坛 人才对接会 防汛抗旱工作会议 文化旅游节 产业博览会 "
    "座谈会 签约仪式 科技成果发布会 青年企业家峰会 教育工作会议 国际马拉松赛 读书节 乡村振兴现场会"
)
TITLES = str.split("主任 副主任 局长 副局长 书记 市长 副市长 院长 教授 董事长 总经理 会长 秘书长")
TALK = str.split(
    "强调要坚持稳中求进工作总基调 表示将进一步优化营商环境 介绍了近年来的主要成果 对下一步工作提出要求 "
    "指出要以企业需求为导向 希望各方携手推动区域协同发展 充分肯定了前一阶段取得的成绩 "
    "呼吁更多社会力量参与其中 就重点项目的进展作了说明 要求有关部门抓好落实"
)
PLACES = str.split("会展中心 大剧院 国际会议中心 体育馆 科技馆 人民大会堂")
RULES = {
    "post-chain": "{body:Organization}{title:Title}{person:Person}",
    "attends": "{guests:Person+}(等)?(出席|参加)(了)?{event:Event}",
    "chairs": "{person:Person}主持{event:Event}",
    "speaks": "{person:Person}在{event:Event}上(致辞|讲话)",
    "hosts": "{event:Event}由{hosts:Organization+}(共同)?主办",
    "held-at": "{event:Event}在{place:Place}(举行|举办|召开)",
    "meets": "{a:Person}(会见|会晤)(了)?{b:Person}",
    "visits": "{person:Person}(到|赴){place:Organization}(调研|考察)",
}


@dataclass
class _Builder:
    random: random.Random
    nodes: dict[str, Node] = field(default_factory=dict)
    edges: dict[str, Edge] = field(default_factory=dict)

    def node(self, label: str, name: str, article: str, **properties: str) -> str:
        id_ = f"{label.lower()}-{hashlib.sha256(name.encode()).hexdigest()[:12]}"
        before = self.nodes.get(id_)
        articles = (*(before.articles if before else ()), article)
        aliases = (name[:2] + name[-4:],) if label == "Organization" and len(name) > 8 else ()
        self.nodes[id_] = Node(id_, label, name, aliases, properties, tuple(sorted(set(articles))))
        return id_

    def edge(
        self, kind: str, source: str, target: str, article: tuple[str, str], rule: str, quote: str, **properties: str
    ) -> None:
        id_ = hashlib.sha256(f"{kind}{source}{target}{sorted(properties.items())}".encode()).hexdigest()[:16]
        claim = hashlib.sha256(f"{id_}{article[0]}".encode()).hexdigest()[:16]
        sure = round(0.7 + 0.29 * self.random.random(), 2)
        proof = Proof(claim, article[0], rule, sure, (("fact", "text", 0, len(quote), quote),), article[1])
        proofs = (*(self.edges[id_].proofs if id_ in self.edges else ()), proof)
        self.edges[id_] = Edge(id_, kind, source, target, properties, proofs, sure, doubtful=self.random.random() < 0.04)


def make_graph(nodes: int, edges: int | None = None, seed: int = 1) -> Graph:
    """About ``nodes`` entities, 1.3 relations each or ``edges``, and articles. The same arguments, the same graph."""
    rng = random.Random(seed)
    build = _Builder(rng)
    people: dict[str, list[str]] = {}
    number = 0
    while len(build.nodes) - number < nodes:
        number += 1
        _article(build, rng, number, people)
    _more(build, rng, edges, number)
    return Graph(
        tuple(sorted(build.nodes.values(), key=lambda one: one.id)), tuple(sorted(build.edges.values(), key=lambda one: one.id))
    )


def _person(rng: random.Random) -> str:
    return rng.choice(SURNAMES) + "".join(rng.choice(GIVEN) for _ in range(rng.choice([1, 2, 2, 2])))


def _city(rng: random.Random, number: int) -> str:
    first, second = REGIONS[int(rng.paretovariate(1.1)) % len(REGIONS)], REGIONS[number // 25 % len(REGIONS)]
    return first + second


def _article(build: _Builder, rng: random.Random, number: int, people: dict[str, list[str]]) -> None:
    city = _city(rng, number)
    year, month, day = rng.randint(2019, 2024), rng.randint(1, 12), rng.randint(1, 28)
    date = f"{year}-{month:02d}-{day:02d}"
    name = f"{year}年{city}{rng.choice(EVENTS)}"
    article = (f"news-{number:05d}", date)
    source = {"date": date, "source": f"{city}日报", "url": f"https://news.example/{number}"}
    build.node("Article", f"{name}在{city}举行", article[0], **source)
    event = build.node("Event", name, article[0], date=date)
    host_name = city + rng.choice(BODIES)
    host = build.node("Organization", host_name, article[0])
    build.edge("HOSTS", host, event, article, "hosts", f"{month}月{day}日，{name}由{host_name}主办，{rng.choice(TALK)}。")
    if rng.random() < 0.6:
        hall = city + rng.choice(PLACES)
        place = build.node("Place", hall, article[0])
        build.edge("HELD_AT", event, place, article, "held-at", f"{month}月{day}日，{name}在{hall}举行。")
    known = people.setdefault(city, [])
    guests = []
    for _ in range(rng.randint(1, 5)):
        person = rng.choice(known) if known and rng.random() < 0.2 else _person(rng)
        guests += [person] if person not in guests else []
        known.append(person)
    for order, person in enumerate(guests):
        _guest(build, rng, article, (person, order), (event, name), city)
    if len(guests) > 1 and rng.random() < 0.3:
        a, b = (build.node("Person", person, article[0]) for person in guests[:2])
        build.edge("MEETS", a, b, article, "meets", f"{date}，{guests[0]}会见{guests[1]}一行，{rng.choice(TALK)}。", date=date)


def _guest(
    build: _Builder, rng: random.Random, article: tuple[str, str], guest: tuple[str, int], event: tuple[str, str], city: str
) -> None:
    person, order = guest
    node = build.node("Person", person, article[0])
    body_name, title = city + rng.choice(BODIES), rng.choice(TITLES)
    said = f"{body_name}{title}{person}出席{event[1]}并讲话，{rng.choice(TALK)}，{rng.choice(TALK)}。"
    kind, rule = [("CHAIRS", "chairs"), ("SPEAKS_AT", "speaks"), ("ATTENDS", "attends")][min(order, 2)]
    build.edge(kind, node, event[0], article, rule, said)
    if rng.random() < 0.5:
        body = build.node("Organization", body_name, article[0])
        since = {"since": article[1][:7]} if rng.random() < 0.3 else {}
        build.edge("HOLDS_POSITION", node, body, article, "post-chain", f"{body_name}{title}{person}", title=title, **since)


def _more(build: _Builder, rng: random.Random, edges: int | None, number: int) -> None:
    """Visits until there are ``edges`` relations."""
    people = sorted(node.id for node in build.nodes.values() if node.label == "Person")
    bodies = sorted(node.id for node in build.nodes.values() if node.label == "Organization")
    while edges and len(build.edges) < edges:
        article = (
            f"news-{rng.randint(1, number):05d}",
            f"{rng.randint(2019, 2024)}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}",
        )
        person, body = rng.choice(people), bodies[int(len(bodies) * rng.random() ** 2.5)]
        said = f"{build.nodes[person].name}到{build.nodes[body].name}调研，{rng.choice(TALK)}，{rng.choice(TALK)}。"
        build.edge("VISITS", person, body, article, "visits", said, date=article[1])
