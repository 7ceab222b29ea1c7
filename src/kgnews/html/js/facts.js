// One fact as text: what it says, the quoted words with the names marked, and why it is there.

/** A small picture of a label, as in the drawing. */
function chipOf(i, at = model.label[i]) {
  const label = model.labels[at], corners = CORNERS[label.shape];
  const shape = corners ? svg("polygon", { points: corners.map(([x, y]) => `${8 + x * 5.6},${8 + y * 5.6}`).join(" "), fill: label.color }) : svg("circle", { cx: 8, cy: 8, r: 5.8, fill: label.color });
  const mark = svg("svg", { viewBox: "0 0 16 16", width: 14, height: 14, "aria-hidden": "true", class: "mark" }, shape);
  return mark;
}

/** A link that opens an entity. */
function nodeLink(i, most = 60) {
  const href = addressOf(i);
  return el("a", { href, onclick: (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    openEntity(i);
  } }, el("bdi", {}, short(nameOf(i), most)));
}

function addressOf(i) {
  const before = { entity: state.entity, path: state.path };
  Object.assign(state, { entity: i, path: null });
  const there = address();
  Object.assign(state, before);
  return there;
}

/** Text with every name of both ends of an edge marked, longest first. */
function marked(quote, e) {
  const names = [model.from[e], model.to[e]].flatMap((i) => [model.name[i], ...(model.alias[i] || [])]).concat(propertiesOf(e).title || [], propertiesOf(e).value || [], propertiesOf(e).wording || []).filter((name) => name && name.length > 1);
  names.sort((a, b) => b.length - a.length);
  const parts = [];
  let plain = "";
  for (let at = 0; at < quote.length; ) {
    const name = names.find((one) => quote.startsWith(one, at));
    if (!name) plain += quote[at++];
    else {
      if (plain) parts.push(clean(plain));
      parts.push(el("mark", {}, clean(name)));
      plain = "";
      at += name.length;
    }
  }
  return plain ? [...parts, clean(plain)] : parts;
}

/** The quotations of a proof: those that state the fact joined, then those that show what else stands elsewhere. */
function quotesOf(proof, e) {
  const said = proof[3];
  const blocks = [];
  let last = null;
  for (const [what, quote] of said) {
    const shows = detail.shows[what];
    if (last && last.shows === shows) last.text += quote;
    else blocks.push((last = { shows, text: quote }));
  }
  return blocks.map(({ shows, text }) => shows === "fact" ? el("blockquote", {}, el("bdi", {}, marked(text, e)))
    : el("blockquote", { class: "aside" }, el("span", { class: "shows" }, say("shows", TEXTS[state.lang].showsWhat[shows] || shows), " "), el("bdi", {}, marked(text, e))));
}

/** Title, source and date of an article, with a link only where its address is http(s). */
function articleLine(number) {
  const article = detail.articles[number];
  const title = short(clean(article.title || article.id), 80), href = safeLink(article.url);
  const name = href ? el("a", { href, target: "_blank", rel: "noopener noreferrer" }, el("bdi", {}, title)) : el("bdi", {}, title);
  return el("span", { class: "article" }, name, ...[article.source, article.date].filter(Boolean).map((one) => [" ", el("span", { class: "whole" }, `· ${clean(one)}`)]));
}

function whyOf(proof, e) {
  const [rule, pattern] = detail.rules[proof[1]];
  const where = proof[3].map(([, quote, source, start]) => `${source} ${start}–${start + [...quote].length}`).join(", ");
  const row = (key, value) => value ? [el("dt", {}, say(key)), el("dd", {}, value)] : [];
  const inferred = propertiesOf(e).inferred;
  return el("details", { class: "why" }, el("summary", {}, say("why")),
    el("dl", {}, row("rule", rule), row("pattern", el("code", {}, pattern || say("noPattern"))), row("confidence", String(proof[2])), row("factId", proof[4]),
      row("article", clean(detail.articles[proof[0]].id)), row("where", where)),
    inferred ? el("p", { class: "soft" }, say("inferred"), [].concat(inferred).join(say("list"))) : null,
    el("button", { type: "button", onclick: () => copy(say("reportText", proof[4], `${factLine(e)}\n${proof[3].map((one) => one[1]).join(" … ")}`)) }, say("report")));
}

/** A fact in one line of text: subject, relation, object. */
function factLine(e) {
  const title = factTitle(e);
  return `${nameOf(model.from[e])} — ${relationText(e)}${title ? `（${title}）` : ""} → ${objectText(e)}`;
}

/** The fact as seen from one of its ends (`from` -1: both are named). */
function factItem(e, from = -1) {
  const title = factTitle(e), properties = propertiesOf(e);
  const arrow = model.relations[model.type[e]].symmetric ? "↔" : model.from[e] === from ? "→" : "←";
  const dates = [properties.since && `${say("when")} ${properties.since}–${properties.until || ""}`, !properties.since && properties.until && `–${properties.until}`, !isAlone(e) && properties.date, properties.place, properties.via];
  const head = isAlone(e) ? [el("span", { "aria-hidden": "true" }, "→ "), objectText(e)] : from < 0 ? [nodeLink(model.from[e]), ` ${relationText(e)} `, nodeLink(model.to[e])]
    : [el("span", { "aria-hidden": "true" }, `${arrow} `), chipOf(otherEnd(e, from)), " ", nodeLink(otherEnd(e, from))];
  const tags = [isDoubtful(e) ? say("doubtfulFact") : "", model.flags[e] & 2 ? say("derived") : ""].filter(Boolean);
  const notice = model.relations[model.type[e]].off && relationOf(e) === "DISCIPLINE" ? el("p", { class: "soft" }, say("presumption")) : null;
  return el("li", { class: `fact${isDoubtful(e) ? " doubtful" : ""}` },
    el("div", { class: "head" }, head, title ? [" ", el("bdi", { class: "title" }, title)] : [], tags.map((tag) => el("span", { class: "soft" }, ` [${tag}]`)),
      el("span", { class: "soft" }, dates.filter(Boolean).map((one) => ` · ${clean(one)}`))),
    notice,
    properties.why && !proofsOf(e).length ? el("p", { class: "soft" }, clean(properties.why)) : null,
    proofsOf(e).map((proof) => el("div", { class: "proof" }, core.quotes ? quotesOf(proof, e) : [], el("div", { class: "meta" }, articleLine(proof[0]), whyOf(proof, e)))));
}

/** A list of facts that shows the first and has a button for the others. */
function factList(edges, from, first = 12) {
  const list = el("ul", { class: "plain" }, edges.slice(0, first).map((e) => factItem(e, from)));
  if (edges.length <= first) return [list];
  const more = el("button", { type: "button", onclick: () => {
    const at = list.children.length;
    list.append(...edges.slice(at, at + 50).map((e) => factItem(e, from)));
    list.children[at].querySelector("a")?.focus();
    if (list.children.length >= edges.length) more.remove();
    else more.textContent = say("more", edges.length - list.children.length);
  } }, say("more", edges.length - first));
  return [list, el("div", { class: "actions" }, more)];
}
