"""Runs the readers of the kinds that a text may be; where two read the same line, the first keeps it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kgnews.annotate.base.document import Document
from kgnews.annotate.base.tables import table, words
from kgnews.annotate.bodies.lists import Bodies
from kgnews.annotate.dossier.decrees import DecreeReader
from kgnews.annotate.dossier.discipline import DisciplineReader
from kgnews.annotate.dossier.duties import DutyReader
from kgnews.annotate.dossier.grids import GridReader
from kgnews.annotate.dossier.hosts import government_of, host_of, issuer_of, owner_of
from kgnews.annotate.dossier.houses import house_of
from kgnews.annotate.dossier.kinds import Kinds
from kgnews.annotate.dossier.layout import without_marks
from kgnews.annotate.dossier.listings import ListingReader, near_posts
from kgnews.annotate.dossier.office_words import WORDS
from kgnews.annotate.dossier.offices import OfficeReader
from kgnews.annotate.dossier.profiles import ProfileReader
from kgnews.annotate.dossier.rosters import RosterReader
from kgnews.annotate.dossier.scribe import Covered, Scribe
from kgnews.annotate.dossier.territory import Territory
from kgnews.annotate.dossier.title_heads import TitleHeads
from kgnews.annotate.dossier.unwrap import unwrapped
from kgnews.expressions import expression
from kgnews.records import Span, Statement

# 澜江港务股份有限公司（以下简称“公司”或“本公司”）: whose posts the text gives as 公司董事, 本行行长.
_CALLED = expression(
    r"(?:^|[\n，。；： ])(?:[^\n，。；：]*?(?:关于|收到|获悉))?(?P<body>[\u4e00-\u9fff（）]{4,40}?)（(?:以下|下)?"
    r"(?:简)?称(?:为)?：?[^（）]{0,12}?[“\"「]?(?:本)?(?:公司|行|集团|学校|医院|协会|学会|基金会|会)[”\"」]?[^（）]{0,20}）"
)
_SHORT = expression("（(?:以下|下)?(?:简)?称")

# Pages that a house has of its own people: 某医院专家介绍, 某大学教师主页.
_OF_HOUSE = expression(
    r"(?:专家|名医|医生|教师|教授|名师|导师|师资|人才|团队|学者)[\u4e00-\u9fff]{0,4}(?:介绍|简介|主页|队伍|风采|一览|信息|名录)|(?:院|校|馆|社|台|所)[\u4e00-\u9fff]{0,8}(?:专家|干部|医疗队|队员)[\u4e00-\u9fff]{0,4}名单|师资队伍|主页"
)
_ABOUT = expression(
    r"^(?:中共|中国共产党)?(?:关于)?(?:进一步|重新)?(?:成立|调整|明确|印发|公布|设立|组建|充实|建立)?了?"
)  # 关于明确青山镇党政班子成员分工


def read(document: Document, kinds: Kinds) -> Scribe:
    """All statements of the text."""
    document = without_marks(document)
    joined = unwrapped(document)
    joined = (without_marks(joined[0]), joined[1]) if joined is not None else None
    passage = document.text
    whole = Scribe(document, passage)
    if kinds.listing and not near_posts((joined[0] if joined is not None else document).text, table(document.terms, TitleHeads)):
        kinds = replace(kinds, listing=False)
    if not kinds.any:
        return whole
    territory = Territory(table(document.terms, Bodies), ordinary=words(document.terms, "common_words"))
    if document.article.home:
        territory.scan(document.article.home + "政府")
    territory.scan(document.title.norm)
    territory.scan(passage.norm)
    for unit, place in list(territory.steps(_ABOUT.sub("", document.title.norm))):
        territory.places.setdefault(unit, place)
    for mention in passage.mentions:
        if mention.label == "Organization" and not WORDS.search(mention.form):
            for unit, place in territory.steps(passage.norm[mention.start : mention.end].removeprefix("中共")):
                if len(place) > 2 and territory.is_name(place):
                    territory.places.setdefault(unit, place)
    first = dict(territory.places)
    called = _CALLED.search(passage.norm) if _SHORT.search(passage.norm) else None
    alias = called["body"] if called else ""
    issuer, house = issuer_of(document), house_of(document)
    for reader in _readers(kinds):
        source, offsets = joined if joined is not None and reader is not _discipline else (document, ())
        scribe = Scribe(document, source.text, offsets=offsets)
        territory.places = dict(first)
        offices = OfficeReader(source, source.text, territory)
        offices.host, offices.issuer, offices.house = alias, issuer, house
        reader(source, offices, scribe)
        _take(whole, scribe)
    _told_once(whole)
    territory.places = dict(first)
    whole.territory, whole.host, whole.issuer = territory, alias, issuer
    return whole


def _readers(kinds: Kinds) -> list[Callable[[Document, OfficeReader, Scribe], None]]:
    found: list[Callable[[Document, OfficeReader, Scribe], None]] = []
    if kinds.grid:
        found.append(_grid)
    if kinds.duty:
        found.append(_duty)
    if kinds.roster:
        found.append(_roster)
    if kinds.profile:
        found.append(_profile)
    if kinds.decree:
        found.append(_decree)
    if kinds.discipline:
        found.append(_discipline)
    if kinds.listing:
        found.append(_listing)
    return found


def _grid(document: Document, offices: OfficeReader, scribe: Scribe) -> None:
    profiles = ProfileReader(document, document.text, offices, scribe)
    rosters = RosterReader(document, document.text, offices, scribe)
    titled = rosters._named_group(document.title.norm)
    offices.host = offices.host or owner_of(document) or _whole_host(document)
    if titled:
        rosters.group, rosters.group_at, rosters.group_where = titled[0], titled[1], "title"
        rosters.base = titled[0]
    GridReader(profiles, rosters).run()


def _whole_host(document: Document) -> str:
    """The body whose list it is; of a bank, the branch."""
    host, house = host_of(document, ""), house_of(document)
    return house if host and house.startswith(host) and house.endswith("行") else host


def _duty(document: Document, offices: OfficeReader, scribe: Scribe) -> None:
    DutyReader(document, document.text, offices, scribe).run()


def _roster(document: Document, offices: OfficeReader, scribe: Scribe) -> None:
    RosterReader(document, document.text, offices, scribe).run()


def _profile(document: Document, offices: OfficeReader, scribe: Scribe) -> None:
    if "公示" in document.title.norm or "公示" in document.text.norm:  # 某大学干部任前公示: 现任材料学院副院长 is of this school
        offices.host = offices.host or _whole_host(document) or house_of(document)
    elif _OF_HOUSE.search(document.title.norm):
        offices.host = offices.host or house_of(document)
    ProfileReader(document, document.text, offices, scribe).run()


def _decree(document: Document, offices: OfficeReader, scribe: Scribe) -> None:
    DecreeReader(document, document.text, offices, scribe).run()


def _discipline(document: Document, offices: OfficeReader, scribe: Scribe) -> None:
    DisciplineReader(document, document.text, offices.territory, scribe).run()


def _listing(document: Document, offices: OfficeReader, scribe: Scribe) -> None:
    reader = ListingReader(document, document.text, offices, scribe)
    titled = reader._named_group(document.title.norm)
    owner = titled[0] if titled else owner_of(document) or host_of(document, "")
    owner = owner or (government_of(document) if offices.old_style else "")  # 縣長　某某, below its announcement
    offices.territory.feed(owner)
    offices.host = offices.host or owner
    reader.run(offices.territory.expand(owner))


def _take(whole: Scribe, scribe: Scribe) -> None:
    """Add what a reader read, besides what stands in words that another has read already."""
    taken = Covered(whole.claimed)
    kept = [said for said in scribe.statements if said.grammar == "record-discipline" or not _touches(said, taken)]
    whole.statements.extend(kept)
    whole.claimed.extend(part for span in scribe.claimed for part in taken.rest(span))
    whole._made.update({(*key, str(id(scribe))): mention for key, mention in scribe._made.items()})  # type: ignore[misc]


def _touches(said: Statement, taken: Covered) -> bool:
    words = Span(said.object.start, said.object.end) if said.object is not None and said.object.label == "Value" else said.span
    return taken.touches(words.start, words.end)


def _told_once(whole: Scribe) -> None:
    """副县长 above a name and 现任某县人民政府副县长 below it are one post: the fuller name is kept."""
    held = {(said.subject.name, said.object.name, said.properties.get("title")) for said in whole.statements if said.object}
    whole.statements = [said for said in whole.statements if not _is_told(said, held)]


def _is_told(said: Statement, held: set[tuple[str, str, str | None]]) -> bool:
    if said.object is None or set(said.properties) != {"title"}:
        return False
    name, body, title = said.subject.name, said.object.name, said.properties["title"]
    return any((name, body + more, title) in held for more in ("人民政府", "政府"))
