// The panel beside the picture: everything that it shows, as text.

function heading(text, i = -1) {
  return el("h2", { tabindex: -1, id: "heading" }, i >= 0 ? [chipOf(i), " "] : [], el("bdi", {}, text));
}

const section = (title, ...children) => [el("h3", {}, title), ...children];

function showPanel() {
  const content = state.path ? pathPanel(...state.path) : state.entity >= 0 ? entityPanel(state.entity) : overviewPanel();
  $("content").replaceChildren(...content.flat(3).filter(Boolean));
  $("note").textContent = say("note");
}

function overviewPanel() {
  const top = [];
  for (let i = 0; i < model.shown && top.length < 20; i++) if (visible.nodeOn[i]) top.push(i);
  const part = core.whole[0] > model.shown ? el("p", { class: "soft" }, say("part", model.shown, core.whole[0])) : null;
  const entities = model.label.reduce((sum, label, i) => sum + (i < model.shown && visible.nodeOn[i] ? 1 : 0), 0);
  return [heading(say("overview")), el("p", { class: "soft" }, say("sizes", entities, visible.edges), state.lang === "zh" ? "，" : ", ", periodText()), part,
    core.joined < model.shown ? el("p", { class: "soft" }, say("alonePart", model.shown - core.joined)) : null,
    el("p", {}, say("mostTip")),
    top.length ? section(say("most"), el("ul", { class: "plain" }, top.map((i) => el("li", {}, chipOf(i), " ", nodeLink(i), el("span", { class: "soft" }, ` ${labelText(i)} · ${model.degree[i]}`))))) : el("p", {}, say("nothing"))];
}

/** Edges of an entity that the filters leave, in the order of groups. */
const shownEdges = (i) => [...edgesOf(i)].filter((e) => visible.edgeOn[e]);

function entityPanel(i) {
  const edges = shownEdges(i), label = labelOf(i), aliases = model.alias[i] || [];
  const same = namesakes(i), part = { Person: personPart, Organization: organizationPart, Event: eventPart }[label];
  return [
    heading(nameOf(i), i),
    el("p", { class: "soft" }, `${labelText(i)} · ${say("facts", edges.length)}`),
    aliases.length ? el("p", { class: "soft" }, say("alias"), say("colon"), el("bdi", {}, short(aliases.map(clean).join(say("list")), 160))) : null,
    same.length > 1 ? el("div", { class: "warn", role: "note" }, say("homonym", same.length, short(nameOf(i), 20)), el("ul", { class: "plain" }, same.filter((j) => j !== i).map((j) => el("li", {}, nodeLink(j), ` · ${homonymHint(j)}`)))) : null,
    label === "Person" && same.length < 2 ? el("p", { class: "soft" }, say("alone")) : null,
    nodeProperties(i),
    el("div", { class: "actions" }, el("button", { type: "button", id: "path-from", onclick: () => startPath(i) }, say("pathFrom")),
      core.pages ? el("a", { href: `entities/${pageName(model.id[i])}.html`, class: "page" }, say("pages")) : null),
    part ? part(i, edges) : [],
    groupFacts(i, edges),
    mentions(i),
  ];
}

/** The file name of an id, as the program that wrote the pages spells it. */
const pageName = (id) => [...id].map((one) => (/[A-Za-z0-9_-]/.test(one) ? one : `~${one.codePointAt(0).toString(16)}`)).join("");

/** What may tell namesakes apart: a post, else the number of facts. */
function homonymHint(i) {
  const post = [...edgesOf(i)].find((e) => relationOf(e) === "HOLDS_POSITION" && model.from[e] === i);
  return post === undefined ? say("facts", model.degree[i]) : short(`${nameOf(model.to[post])} ${factTitle(post)}`, 40);
}

function nodeProperties(i) {
  const told = Object.entries(detail.properties[i] || {}).filter(([key, value]) => value !== "" && !["url", "page", "article"].includes(key));
  if (!told.length) return null;
  const value = (one) => short(clean([].concat(one).join(say("list"))), 200);
  return el("dl", {}, told.map(([key, one]) => [el("dt", {}, TEXTS[state.lang].properties[key] || key), el("dd", {}, el("bdi", {}, value(one)))]));
}

/** All facts by relation and direction, in the order of the picture's groups. */
function groupFacts(i, edges) {
  const groups = new Map();
  for (const e of edges) {
    const key = `${String(rankOf(e) % 100).padStart(3, "0")} ${model.from[e] === i ? 0 : 1} ${relationOf(e)}`;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(e);
  }
  const order = (e) => propertiesOf(e).order ?? 9999;
  return [...groups.keys()].sort().map((key) => {
    const own = groups.get(key).sort((a, b) => order(a) - order(b) || (model.date[b] || "").localeCompare(model.date[a] || "") || a - b);
    return section(`${relationText(own[0])}（${own.length}）`, factList(own, i));
  });
}

function personPart(i, edges) {
  const posts = edges.filter((e) => relationOf(e) === "HOLDS_POSITION" && model.from[e] === i);
  const line = postLine(posts);
  return [line ? section(say("posts"), line) : [], counterparts(i)];
}

/** People at the same events, most often first. */
function counterparts(i) {
  const times = new Map();
  for (const { i: event } of neighboursOf(i)) {
    if (labelOf(event) !== "Event") continue;
    for (const { i: other } of neighboursOf(event)) if (other !== i && labelOf(other) === "Person") times.set(other, (times.get(other) || 0) + 1);
  }
  const best = [...times].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 8);
  return best.length ? section(say("counterparts"), el("ul", { class: "plain" }, best.map(([j, count]) => el("li", {}, chipOf(j), " ", nodeLink(j), el("span", { class: "soft" }, ` ${say("together", count)}`))))) : [];
}

/** Who held which post, when: told dates, else the days of the reports. */
function organizationPart(i, edges) {
  const posts = edges.filter((e) => relationOf(e) === "HOLDS_POSITION" && model.to[e] === i).map(postSpan);
  if (!posts.length) return [];
  posts.sort((a, b) => (b.end || "").localeCompare(a.end || "") || a.e - b.e);
  const when = (row) => row.since || row.until ? `${row.since || ""}–${row.until || ""}` : row.seen.length ? say("asOf", row.seen.length > 1 ? `${row.seen[0]}–${row.seen[row.seen.length - 1]}` : row.seen[0]) : "";
  const head = el("tr", {}, ["person", "post", "when"].map((key) => el("th", { scope: "col" }, say(key))));
  return section(say("holders"), el("table", {}, el("thead", {}, head), el("tbody", {}, posts.map((row) => el("tr", {},
    el("td", {}, nodeLink(model.from[row.e])), el("td", {}, el("bdi", {}, factTitle(row.e))), el("td", {}, when(row)))))));
}

/** An event at a glance: who hosted, chaired, spoke, came in which order; documents of the same reports. */
function eventPart(i, edges) {
  const roles = [];
  for (const group of groupsOfEvent(i, edges)) {
    roles.push(el("dt", {}, relationText(group[0])), el("dd", {}, group.slice(0, 40).map((e, at) => [at ? say("list") : "", isAlone(e) ? objectText(e) : nodeLink(otherEnd(e, i))])));
  }
  const own = new Set(detail.mentions[i]), works = [];
  for (let e = 0; e < model.m; e++) {
    if (relationOf(e) === "PUBLISHES" && visible.edgeOn[e] && proofsOf(e).some((proof) => own.has(proof[0])) && !works.includes(model.to[e])) works.push(model.to[e]);
  }
  const documents = works.length ? section(say("documents"), el("ul", { class: "plain" }, works.slice(0, 20).map((j) => el("li", {}, chipOf(j), " ", nodeLink(j))))) : [];
  return [roles.length ? el("dl", {}, roles) : [], documents];
}

function groupsOfEvent(i, edges) {
  const groups = new Map();
  for (const e of edges) groups.set(relationOf(e), [...(groups.get(relationOf(e)) || []), e]);
  const order = (e) => propertiesOf(e).order ?? 9999;
  for (const group of groups.values()) group.sort((a, b) => order(a) - order(b) || a - b);
  return [...groups.values()].sort((a, b) => rankOf(a[0]) - rankOf(b[0]));
}

function mentions(i) {
  const articles = detail.mentions[i] || [];
  if (!articles.length) return [];
  return section(say("mentioned", articles.length), el("ul", { class: "plain meta" }, articles.slice(0, 30).map((number) => el("li", {}, articleLine(number)))));
}

/** The next entity chosen in the search box is the other end of a path. */
function startPath(i) {
  pathStart = i;
  $("search").placeholder = say("pathTo", short(nameOf(i), 16));
  announce($("search").placeholder);
  $("search").focus();
}

function pathPanel(a, b) {
  const paths = picture.scene.paths;
  const title = heading(say("pathBetween", short(nameOf(a), 40), short(nameOf(b), 40)));
  if (!paths.length) return [title, el("p", {}, say("noPath")), el("p", {}, nodeLink(a), say("list"), nodeLink(b))];
  return [title, el("p", { class: "soft" }, `${say("path")} · ${say("steps", paths[0].length - 1)}`), paths.map((path, at) => section(paths.length > 1 ? say("pathNumber", at + 1) : say("path"),
    el("p", {}, path.map((i, k) => [k ? " → " : "", nodeLink(i)])),
    path.slice(1).map((i, k) => el("ul", { class: "plain" }, edgesBetween(path[k], i).slice(0, 4).map((e) => factItem(e))))))];
}
