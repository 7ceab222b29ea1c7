"""Who and what is meant within the article: one name for all forms of a person or body, and what pointers point to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from kgnews.annotate.base.document import Document
from kgnews.annotate.base.tables import table, word_set, words
from kgnews.annotate.base.writing import Writing
from kgnews.annotate.names.foreign import japanese_surname
from kgnews.annotate.names.model import Names
from kgnews.annotate.pointing.pointed import DEMONSTRATIVE, Pointed
from kgnews.annotate.pointing.pointers import POINTS
from kgnews.annotate.posts.elided import Elided
from kgnews.annotate.posts.own_ranks import give_own
from kgnews.annotate.titles.state_posts import foreign_made
from kgnews.expressions import expression
from kgnews.records import Mention, Post

_CHINESE = expression(r"[\u4e00-\u9fff]")
_SOME = expression(r"部分|各|有关|相关|其他|其它|年度|该|本|两|多|某|一些|所属|下属")
_NEEDS_NAME = word_set(
    "公司 集团 企业 医院 中心 协会 学会 研究院 研究所 基金会 银行 酒店 俱乐部 项目 项目部 部门 单位 机构 事务所 律所"
    " 工作室 门店 商场 超市 球队 车间 委员会 指挥部 领导小组 组委会 专家组 工作组 党支部 团支部 理事会 董事会 监事会"
    " 调查组 党总支 辩论队 商会 联合会 合作社 农场 基地 院 校 系 所 局 部 厅 处 科 室 办 会 社 台 队 班 组 行 厂 省 市 县"
    " 区 镇 乡 村 州 大学 学校 学院 小学 中学 幼儿园 卫生院 派出所 居委会 合作社 代表团 考察团 访问团"
    " 旅 团 师 连 营 村委会 村党支部 村支部 社区"
)
_PARTY_STATE = {"总书记": ("中共中央", "党中央", "中共")}
_SCHOOL_OFFICE = expression(r"校(?:党委)?[\u4e00-\u9fff]{2,10}(?:处|部|办|办公室)")


class Settler(Pointed):
    """Settles persons and bodies of one article."""

    def run(self) -> None:
        """Persons first (a rank without a body is looked for at the person's other posts), then bodies."""
        self._persons()
        for passage in self.document.passages:
            for mention in passage.mentions:
                if mention.posts:
                    mention.posts = tuple(self._post(mention, post) for post in mention.posts)
        self._organizations()
        self._as_written()
        self._drop_homeless()

    def _persons(self) -> None:
        forms: dict[str, list[Mention]] = defaultdict(list)
        for passage in self.document.passages:
            for mention in passage.mentions:
                if mention.label == "Person":
                    forms[passage.norm[mention.start : mention.end].replace(" ", "")].append(mention)
        parts: dict[str, list[str]] = {}
        names = table(self.document.terms, Names)
        for form in forms:
            for part in dict.fromkeys(form.split("·")) if "·" in form else japanese_surname(names, form):
                parts.setdefault(part, []).append(form)
        full = {form: _fullest(form, parts.get(form, [])) for form in forms}
        for form, mentions in forms.items():
            best = forms[full[form]][0].form
            for mention in mentions:
                mention.name = best.replace(" ", "") if _CHINESE.search(best) else best
        self.people: dict[str, list[Mention]] = defaultdict(list)
        for mentions in forms.values():
            for mention in mentions:
                self.people[mention.name].append(mention)
        give_own(self.people)
        self.elided = Elided(self.document, self.focus, self.people, self._own("院") if "我院" in self.whole else "")

    def _post(self, mention: Mention, post: Post) -> Post:
        if post.body is None:
            post.body = self.elided.body(mention, post)
            if post.body is None or not post.body.form:
                return post
        body = post.body
        if not body.form and body.name:
            self._swallowed(mention, post)
            return post
        self._settle_body(post, body)
        return post

    def _swallowed(self, mention: Mention, post: Post) -> None:
        """总书记 and the like: the body is in the title; where the article names it nowhere, the fact is left to be asked for."""
        assert post.body is not None
        told = self.elided.same(mention, post)
        if told is not None and told.form:
            post.body = told  # 阮富仲总书记, told before of another party
            return
        plain = mention.name.replace(" ", "")
        leader = plain in words(self.document.terms, "party_leaders")
        if foreign_made(table(self.document.terms, Names), plain) or (post.title == "总书记" and not leader):
            post.body = None
            return
        names = _PARTY_STATE.get(post.title, (post.body.name,))
        post.body.inferred = True
        if post.title in _PARTY_STATE or post.title == "委员长":
            if names not in self._named:
                self._named[names] = any(name in self.whole for name in names)
            post.doubtful = not self._named[names]

    def _settle_body(self, post: Post, body: Mention) -> None:
        """Give the body of a post its name: pointers to what they point to, local short forms their place."""
        form = body.name or body.form
        if form in ("该院", "我院", "本院") and "检察" in post.title:
            form = form[0] + "检察院"
        elif form in ("该院", "我院", "本院") and re.search(r"法官|审判|庭长", post.title):
            form = form[0] + "法院"
        if form in POINTS and self._attached(body):
            post.doubtful = True  # 韬奋|基金会: part of a name that was not read
            return
        name = self.meant(form, body.where, body.start)
        office = name == form and _SCHOOL_OFFICE.fullmatch(form) is not None
        if office:
            name = form[1:]  # 校人事处, where no school is named: as the office is called there
        if name != form:
            body.inferred = True
        body.name = name
        if (
            name in _NEEDS_NAME
            or name[:1] in "该此"
            or (name[0] == "校" and len(name) > 2 and not name.startswith("校友"))
            or name[:2] in ("我院", "我校", "我系", "我所")
            or (DEMONSTRATIVE.match(name) and len(name) < 4)
        ):
            post.doubtful = True

    def _organizations(self) -> None:
        mentions = [m for passage in self.document.passages for m in passage.mentions if m.label == "Organization"]
        for mention in mentions:
            if not mention.name:
                mention.name = mention.form
        names = {mention.name for mention in mentions}
        longer: dict[str, list[str]] = {}
        called: dict[str, list[str]] = {}
        for name in names:
            for cut in range(1, len(name) - 3):
                longer.setdefault(name[cut:], []).append(name)
            if official := self.bodies.known.get(name):
                called.setdefault(official, []).append(name)
        best = {name: self._fullest_body(name, longer.get(name, []), called) for name in names}
        for mention in mentions:
            mention.name = best[mention.name]
        for passage in self.document.passages:
            for mention in passage.mentions:
                for post in mention.posts:
                    if post.body is not None and post.body.name in best:
                        post.body.name = best[post.body.name]

    def _as_written(self) -> None:
        """Names in the characters of the text: traditional ones stay."""
        raw: dict[str, str] = {}
        writing = Writing(self.document.passages)
        for passage in self.document.passages:
            for mention in passage.mentions:
                if mention.label == "Organization" and mention.form:
                    raw.setdefault(passage.norm[mention.start : mention.end], mention.form)
        for passage in self.document.passages:
            for mention in passage.mentions:
                if mention.label == "Organization" and mention.name != mention.form:
                    mention.name = raw.get(mention.name) or writing.of(mention.name)
                for post in mention.posts:
                    if post.body is not None:
                        post.body.name = raw.get(post.body.name) or writing.of(post.body.name)

    def _fullest_body(self, name: str, ending: list[str], called: Mapping[str, list[str]]) -> str:
        """The longer name of the article that ends in this one (国际关系学院 → 中国人民大学国际关系学院), if just one.

        ``ending``: the longer names that do; ``called``: the names by what they are officially.
        """
        if len(name) < 4 or self.bodies.is_place(name):
            return name
        longer = [other for other in ending if self._parent(other[: -len(name)], name)]
        official = self.bodies.known.get(name)
        longer += [other for other in called.get(official or "", ()) if len(other) > len(name)]
        top = max(longer, key=lambda other: (len(other), other), default=name)
        return top if all(top.endswith(other) or official for other in longer) else name

    def _parent(self, front: str, name: str) -> bool:
        """Whether what stands before can be the place or parent of the body, not the words of a sentence."""
        if _SOME.match(front) or (
            name.endswith("领导小组") and not front.endswith(("中央", "国务院", "省", "市", "县", "区", "委"))
        ):
            return False
        if self.bodies.place_prefix(name):
            return self.bodies.is_place(front) and front not in self.bodies.countries
        if front in self.bodies.countries and front != "中国" and name in self.bodies.known:
            return False
        return bool(self.bodies.is_place(front) or self.bodies.suffix_of(front) or front in ("中共", "中国"))

    def _drop_homeless(self) -> None:
        for passage in self.document.passages:
            for mention in passage.mentions:
                if mention.label == "Person" and mention.posts:
                    mention.posts = tuple(post for post in mention.posts if post.body is not None)


def _fullest(form: str, longer: list[str]) -> str:
    """姆钦 → 史蒂芬·姆钦: the one name in parts of the article of which it is a part (``longer``)."""
    if len(form) < 2 or "·" in form:
        return form
    return longer[0] if len(longer) == 1 else form


def settle(document: Document) -> None:
    """Name every person and body of the article, and the bodies of their posts."""
    Settler(document).run()
