// The view is what the address says: opening an entity adds to the history, filters replace the present entry.
const state = { lang: "zh", theme: "", entity: -1, path: null, hops: 1, off: new Set(), relationsOff: new Set(), from: -1, to: -1, doubtful: false, least: 0, table: false };
const range = { first: -1, last: -1 };

function defaults() {
  state.lang = core.lang;
  state.entity = core.focus ? (model.index.get(core.focus) ?? -1) : -1;
  state.path = core.path ? core.path.map((id) => model.index.get(id) ?? -1) : null;
  state.hops = Math.min(2, core.hops);
  state.off = new Set(model.labels.filter((label) => label.off).map((label) => label.id));
  state.relationsOff = new Set(model.relations.filter((relation) => relation.off).map((relation) => relation.id));
  Object.assign(state, { theme: "", from: -1, to: -1, doubtful: false, least: 0, table: false });
  if (state.path && state.path.some((i) => i < 0)) state.path = null;
}

/** Sets the view from the address; what it does not say is as the page was written. */
function readAddress() {
  defaults();
  const told = new URLSearchParams(location.hash.slice(1));
  const node = (id) => model.index.get(id) ?? -1;
  const known = (text, list) => new Set(text.split(",").filter((id) => list.some((one) => one.id === id)));
  const month = (text) => (/^\d{4}-\d\d$/.test(text || "") ? Math.min(range.last, Math.max(range.first, monthOf(text))) : -1);
  if (told.has("all")) state.entity = -1, (state.path = null);
  if (told.has("e")) state.entity = node(told.get("e")), (state.path = null);
  if (told.has("path")) {
    const ends = told.getAll("path").map(node);
    if (ends.length === 2 && ends.every((i) => i >= 0)) state.path = ends, (state.entity = -1);
  }
  if (told.has("hops")) state.hops = told.get("hops") === "2" ? 2 : 1;
  if (told.has("off")) state.off = known(told.get("off"), model.labels);
  if (told.has("roff")) state.relationsOff = known(told.get("roff"), model.relations);
  state.from = month(told.get("from"));
  state.to = month(told.get("to"));
  state.doubtful = told.get("doubtful") === "1";
  state.least = Math.min(1, Math.max(0, parseFloat(told.get("min")) || 0));
  state.table = told.get("table") === "1";
  if (TEXTS[told.get("lang")]) state.lang = told.get("lang");
  if (["dark", "light"].includes(told.get("theme"))) state.theme = told.get("theme");
}

/** The address of the present view; only what differs from the page as written. */
function address() {
  const told = new URLSearchParams();
  const same = (a, list) => a.size === list.filter((one) => one.off).length && list.every((one) => !one.off || a.has(one.id));
  if (state.path) state.path.forEach((i) => told.append("path", model.id[i]));
  else if (state.entity >= 0) told.set("e", model.id[state.entity]);
  else if (core.focus || core.path) told.set("all", "1");
  if (state.hops !== Math.min(2, core.hops)) told.set("hops", state.hops);
  if (!same(state.off, model.labels)) told.set("off", [...state.off].join(","));
  if (!same(state.relationsOff, model.relations)) told.set("roff", [...state.relationsOff].join(","));
  if (state.from >= 0) told.set("from", monthText(state.from));
  if (state.to >= 0) told.set("to", monthText(state.to));
  if (state.doubtful) told.set("doubtful", "1");
  if (state.least) told.set("min", state.least);
  if (state.table) told.set("table", "1");
  if (state.lang !== core.lang) told.set("lang", state.lang);
  if (state.theme) told.set("theme", state.theme);
  return "#" + told.toString();
}

/** Changes the view. `step` makes an entry that the back button leaves; without it the present one is replaced. */
function change(what, step = false) {
  Object.assign(state, what);
  if (step) history.pushState(null, "", address());
  else history.replaceState(null, "", address());
  show();
}

const openEntity = (i) => change({ entity: i, path: null }, true);
const openPath = (a, b) => change({ path: [a, b], entity: -1 }, true);
const openWhole = () => change({ entity: -1, path: null }, true);
