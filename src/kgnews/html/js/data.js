// The data blocks as typed columns. Nodes are numbered by importance, so a lower number always wins a place or a label.
let core, detail, model;

/** The JSON of a data block; a long one is deflated and in base64. */
async function readBlock(id) {
  const block = $(id);
  const text = block.textContent;
  if (block.dataset.coding !== "deflate") return JSON.parse(text);
  const raw = atob(text);
  const bytes = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i++) bytes[i] = raw.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return JSON.parse(await new Response(stream).text());
}

/** Columns of nodes and edges, and for each node its edges: `list.slice(first[i], first[i + 1])`. */
function buildModel(data) {
  const { nodes, edges } = data;
  const n = nodes.id.length, m = edges.from.length;
  const built = {
    n, m, drawn: nodes.x.length, id: nodes.id, name: nodes.name, label: Uint8Array.from(nodes.label), alias: nodes.alias, pinyin: nodes.pinyin,
    x: Float32Array.from(nodes.x), y: Float32Array.from(nodes.y), group: nodes.group, from: Int32Array.from(edges.from), to: Int32Array.from(edges.to),
    type: Uint8Array.from(edges.type), date: edges.date, confidence: edges.confidence, flags: Uint8Array.from(edges.flags),
    month: Int32Array.from(edges.date, monthOf), index: new Map(nodes.id.map((id, i) => [id, i])), degree: new Int32Array(n), first: new Int32Array(n + 1), list: null,
    labels: data.labels, relations: data.relations, discs: data.discs, bundles: data.bundles, shown: nodes.shown, sameName: new Map(),
  };
  for (let e = 0; e < m; e++) {
    built.first[built.from[e] + 1]++;
    if (built.to[e] !== built.from[e]) built.first[built.to[e] + 1]++;
    if (built.flags[e] & 1) continue;
    built.degree[built.from[e]]++;
    if (built.to[e] !== built.from[e]) built.degree[built.to[e]]++;
  }
  for (let i = 0; i < n; i++) built.first[i + 1] += built.first[i];
  const next = built.first.slice(0, n);
  built.list = new Int32Array(built.first[n]);
  for (let e = 0; e < m; e++) {
    built.list[next[built.from[e]]++] = e;
    if (built.to[e] !== built.from[e]) built.list[next[built.to[e]]++] = e;
  }
  return built;
}

/** Months since year 0 of an ISO date as precise as it is (a bare year counts as its January), -1 where there is none. */
function monthOf(date) {
  const year = parseInt(date.slice(0, 4), 10);
  if (!year) return -1;
  return year * 12 + (parseInt(date.slice(5, 7), 10) || 1) - 1;
}

const monthText = (month) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
const edgesOf = (i) => model.list.subarray(model.first[i], model.first[i + 1]);
const otherEnd = (e, i) => (model.from[e] === i ? model.to[e] : model.from[e]);
const labelOf = (i) => model.labels[model.label[i]].id;
const relationOf = (e) => model.relations[model.type[e]].id;
const labelText = (i) => model.labels[model.label[i]][state.lang];
const relationText = (e) => model.relations[model.type[e]][state.lang];
const nameOf = (i) => clean(model.name[i]);
const isDoubtful = (e) => (model.flags[e] & 1) === 1;
const propertiesOf = (e) => (detail && detail.facts[e][0]) || {};
const proofsOf = (e) => (detail ? detail.facts[e][1] : []);

/** A fact with no second entity, such as the day of an event: its object is a date. */
const isAlone = (e) => model.from[e] === model.to[e];
const objectText = (e) => (isAlone(e) ? clean(propertiesOf(e).value || propertiesOf(e).date || model.date[e]) : nameOf(model.to[e]));

/** Syllables of a name, as the program that wrote the page read them. */
function pinyinOf(i) {
  const { table, other } = model.pinyin;
  if (i in other) return other[i].split(" ");
  const characters = [...model.name[i]].slice(0, 48).filter((one) => /[\u3400-\u9fff]/.test(one)).slice(0, 24);
  return characters.map((one) => table[one] || "");
}

/** Takes in the details: each proof gets the id of its claim, [article, rule, confidence, quotations, claim]. */
function useDetail(data) {
  const [width, all] = data.claims;
  let at = 0;
  const next = typeof width === "number" ? () => all.slice(at, (at += width)) : () => data.claims[at++];
  for (const [, proofs] of data.facts) for (const proof of proofs) proof.push(next());
  detail = data;
}

/** What a fact says besides its ends: the title of a post with its status. */
function factTitle(e) {
  const properties = propertiesOf(e);
  const status = properties.status ? say(properties.status) || properties.status : "";
  const attribute = properties.attribute ? TEXTS[state.lang].attributes[properties.attribute] || properties.attribute : "";
  return clean([status, properties.title, properties.acting && say("acting"), properties.wording, properties.role, attribute, properties.field, properties.degree].filter(Boolean).join(" "));
}

/** Nodes of the same label and name; a name that several people bear must be read with care. */
function namesakes(i) {
  const same = [];
  for (let j = 0; j < model.shown; j++) if (model.name[j] === model.name[i] && model.label[j] === model.label[i]) same.push(j);
  return same;
}
