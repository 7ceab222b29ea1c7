"""From matches to claims: pairs of ends, properties, evidence, id."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import combinations, product

from kgnews.records import Annotated, Claim, End, Evidence, Mention, Post, Span, Statement
from kgnews.records.claims import Value
from kgnews.rules.actors import Actor, actors, named, source_text
from kgnews.rules.compiler import CompiledRule
from kgnews.rules.evidence import Showing, elsewhere, fact_span, inside, line_span, post_span, widened
from kgnews.rules.match import Match
from kgnews.schema import ClaimSpec

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))  # json.dumps makes one for each call
_FACT_PARTS = ("title", "status", "since", "until")


def claim_id(article: str, type: str, subject: End, object: End | None, properties: Mapping[str, Value]) -> str:
    """The id of a claim: a hash of article, type, ends and properties."""
    ends = [[end.label, end.name] if end else None for end in (subject, object)]
    content = _JSON.encode([article, type, ends, sorted(properties.items())])
    return hashlib.blake2b(content.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()


def claims_of(match: Match, showing: Showing) -> Iterator[Claim]:
    """All claims of a match."""
    for spec in match.rule.rule.claims:
        for subject, target in _pairs(spec, match, showing.annotated):
            claim = _claim(spec, match, showing, subject, target)
            if claim is not None:
                yield claim


def _pairs(spec: ClaimSpec, match: Match, annotated: Annotated) -> Iterable[tuple[Actor, Actor | None]]:
    left, right = match.rule.ends[spec.type]
    subjects = actors(spec.subject, match, annotated, left)
    if spec.object is None or spec.object == "@article":
        return [(subject, None) for subject in subjects]
    if spec.object == spec.subject:
        return combinations(subjects, 2)
    objects = [one for one in actors(spec.object, match, annotated, right) if not _left_out(one, spec)]
    if spec.pairs == "respective" and len(subjects) == len(objects):
        return zip(subjects, objects, strict=True)
    if spec.pairs == "respective" and len(objects) > 1 and len(subjects) > 1:
        return ()  # one of a list was not read, so whose is whose is not known
    return product(subjects, objects)


def _left_out(actor: Actor, spec: ClaimSpec) -> bool:
    return bool(spec.leaves) and actor.mention is not None and spec.leaves in actor.mention.tags


def _claim(spec: ClaimSpec, match: Match, showing: Showing, subject: Actor, target: Actor | None) -> Claim | None:
    used = [subject] if target is None else [subject, target]
    sentence = match.sentence.parts[-1]
    where = match.sentence.parts[0].where
    span = widened(fact_span(match, used), where, sentence, used)
    fact = showing.quote("fact", where, *span)
    properties = dict(_post_properties(target.post) if target is not None and target.post else {})
    mentions = [actor.mention for actor in used if actor.mention is not None]
    further: list[Evidence] = []
    guessed: list[str] = []
    for key, value in spec.properties.items():
        taken = _property(value, match, showing)
        if taken is None:
            continue
        text, place = taken
        properties[key] = text
        if (taken_by := match.captures.get(value)) and any(mention.inferred for _, mention in taken_by.mentions):
            guessed.append(key)
        if place is not None and not (fact.start <= place.start and place.end <= fact.end):
            further.append(showing.quote(key, where, *place))
    rank = _rank(match.rule, spec.type, subject, target)
    if rank is not None:
        properties["order"] = rank
    if guessed:
        properties["inferred"] = tuple(guessed)
    claim = assemble(match.rule, spec.type, showing, fact, _ends(subject, target), properties)
    doubtful = match.rule.rule.doubtful or any(mention.doubtful for mention in mentions)
    return finish(claim, further, doubtful) if claim is not None else None


def _ends(subject: Actor, target: Actor | None) -> dict[str, Actor]:
    return {"subject": subject} if target is None else {"subject": subject, "object": target}


def _rank(rule: CompiledRule, type: str, subject: Actor, target: Actor | None) -> int | None:
    if "order" not in rule.carries[type]:
        return None
    return target.rank if target is not None and target.post is not None else subject.rank


def _property(value: str, match: Match, showing: Showing) -> tuple[Value, Span | None] | None:
    """The value of a property and where it stands: a fixed text, a choice, or what a slot took."""
    capture = match.captures.get(value)
    if capture is None:
        return None if value in match.rule.slots else (value.removeprefix("="), None)
    if capture.words is not None:
        where = match.sentence.parts[0].where
        return source_text(showing.annotated, where)[slice(*capture.words)], capture.words
    names = [name for _, mention in capture.mentions if (name := named(mention))]
    if not names:
        return None
    return "、".join(dict.fromkeys(names)), match.sentence.source(capture.start, capture.end)


def _post_properties(post: Post) -> dict[str, Value]:
    values = {"title": post.title, "status": post.status, "since": post.since, "until": post.until}
    return {key: value for key, value in values.items() if value}


def assemble(
    rule: CompiledRule, type: str, showing: Showing, fact: Evidence, ends: Mapping[str, Actor], properties: dict[str, Value]
) -> Claim | None:
    """The claim of these ends; None where both ends are one, an end has no name, or a value of a date is vague."""
    subject, target = ends["subject"], ends.get("object")
    if not fact.quote or (target is not None and (target.label, target.name) == (subject.label, subject.name)):
        return None
    inferred = (*(end for end, actor in ends.items() if _inferred(actor)), *_listed(properties.pop("inferred", ())))
    if inferred and "inferred" in rule.carries[type]:
        properties["inferred"] = inferred
    left, right = _end(subject, fact), _end(target, fact) if target is not None else None
    article = showing.annotated.article.id
    return Claim(
        id=claim_id(article, type, left, right, properties),
        article=article,
        type=type,
        subject=left,
        object=right,
        properties=properties,
        evidence=(fact, *elsewhere(showing, fact, ends)),
        rule=rule.rule.id,
        confidence=rule.confidence[type],
        doubtful=any(actor.post is not None and actor.post.doubtful for actor in ends.values()),
    )


def _listed(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),)


def _inferred(actor: Actor) -> bool:
    return bool((actor.mention and actor.mention.inferred) or (actor.post and actor.post.inferred))


def _end(actor: Actor, fact: Evidence) -> End:
    if actor.words is not None:
        return End(actor.label, actor.name, actor.name)
    mention = actor.mention
    return End(actor.label, actor.name, mention.form if mention is not None and inside(fact, mention) else None)


def finish(claim: Claim, further: Iterable[Evidence], doubtful: bool) -> Claim:
    """The claim with further evidence and its doubt."""
    more = tuple(further)
    if not more and doubtful <= claim.doubtful:
        return claim
    return replace(claim, evidence=claim.evidence + more, doubtful=claim.doubtful or doubtful)


def grammar_claims(
    rule: CompiledRule, mention: Mention, post: Post | None, rank: int | None, showing: Showing
) -> Iterator[Claim]:
    """The claims of a rule whose matching annotate has done: a person with a post, or a mention with the grammar as tag."""
    person = Actor(mention.label, named(mention), mention)
    body = None
    if post is not None and post.body is not None:
        body = Actor(post.body.label, named(post.body), post.body, post)
    for spec in rule.rule.claims:
        ends = {"subject": person} if spec.object is None or spec.object == "@article" else {"subject": person, "object": body}
        whole = {key: actor for key, actor in ends.items() if actor is not None and actor.name}
        left, right = rule.ends[spec.type]
        if len(whole) < len(ends) or person.label not in left or ("object" in whole and whole["object"].label not in right):
            continue
        where, span = post_span(mention, body) if body is not None else (mention.where, line_span(showing, mention))
        properties: dict[str, Value] = dict(_post_properties(post)) if post is not None and "object" in whole else {}
        properties |= {key: value.removeprefix("=") for key, value in spec.properties.items()}
        if rank is not None and body is not None and "order" in rule.carries[spec.type]:
            properties["order"] = rank
        claim = assemble(rule, spec.type, showing, showing.quote("fact", where, *span), whole, properties)
        if claim is not None:
            yield finish(claim, (), rule.rule.doubtful or mention.doubtful)


def statement_claims(rule: CompiledRule, said: Statement, showing: Showing) -> Iterator[Claim]:
    """The claims of a rule of a closed grammar, whose words annotate has read one by one."""
    subject = Actor(said.subject.label, named(said.subject), said.subject)
    target = Actor(said.object.label, named(said.object), said.object) if said.object is not None else None
    fact = showing.quote("fact", said.where, *said.span)
    further = [showing.quote(key, where, *span) for key, where, span in said.proofs]
    further = [piece for piece in further if piece.quote and not _within(piece, fact)]
    for spec in rule.rule.claims:
        left, right = rule.ends[spec.type]
        if (
            not subject.name
            or subject.label not in left
            or (target is not None and (not target.name or target.label not in right))
        ):
            continue
        carried = rule.carries[spec.type]
        properties: dict[str, Value] = {k: int(v) if k == "order" else v for k, v in said.properties.items() if k in carried}
        properties |= {key: value.removeprefix("=") for key, value in spec.properties.items()}
        claim = assemble(rule, spec.type, showing, fact, _ends(subject, target), properties)
        if claim is not None:
            yield finish(claim, further, rule.rule.doubtful or said.doubtful)


def _within(piece: Evidence, fact: Evidence) -> bool:
    return piece.where == fact.where and fact.start <= piece.start and piece.end <= fact.end
