// Search over all names, aliases and pinyin, also of entities that are not drawn.
let haystack = null, hits = [], chosen = -1;

/** Lower-case forms of each entity, made once when the search is first used. */
function searchable() {
  haystack ||= Array.from({ length: model.shown }, (_, i) => {
    const syllables = pinyinOf(i);
    return {
      name: clean(model.name[i]).toLowerCase(), alias: (model.alias[i] || []).map((one) => clean(one).toLowerCase()),
      full: syllables.join(""), initials: syllables.map((one) => one[0] || "").join(""),
    };
  });
  return haystack;
}

/** How well an entity answers, 0 best; -1 not at all. */
function scoreOf(entry, text, latin) {
  if (entry.name === text) return 0;
  if (entry.name.startsWith(text)) return 1;
  if (entry.alias.includes(text)) return 2;
  if (entry.name.includes(text)) return 3;
  if (entry.alias.some((one) => one.includes(text))) return 4;
  if (latin && entry.initials === latin) return 5;
  if (latin && entry.full === latin) return 5;
  if (latin && entry.initials.startsWith(latin)) return 6;
  if (latin && entry.full.startsWith(latin)) return 6;
  if (latin.length > 1 && entry.initials.includes(latin)) return 7;
  return -1;
}

/** Numbers of the best answers, best first, the more important first among equals. */
function find(query, most = 30) {
  const text = clean(query).trim().toLowerCase();
  const latin = /^[a-z' ]+$/.test(text) ? text.replace(/[' ]/g, "") : "";
  if (!text) return [];
  const found = [];
  searchable().forEach((entry, i) => {
    const score = scoreOf(entry, text, latin);
    if (score >= 0) found.push([score, i]);
  });
  return found.sort((a, b) => a[0] - b[0] || a[1] - b[1]).slice(0, most).map(([, i]) => i);
}

let pathStart = -1;

function showHits() {
  const list = $("results"), text = $("search").value;
  hits = find(text);
  chosen = hits.length ? 0 : -1;
  const rows = hits.map((i, at) => el("li", { role: "option", id: `hit-${at}`, "aria-selected": at === chosen, onmousedown: (event) => { event.preventDefault(); take(at); } },
    chipOf(i), el("bdi", { class: "name" }, short(nameOf(i), 40)), el("small", {}, hint(i))));
  list.replaceChildren(...(rows.length ? rows : text.trim() ? [el("li", { role: "option", "aria-selected": false, "aria-disabled": true }, say("noResult"))] : []));
  list.hidden = !text.trim();
  $("search").setAttribute("aria-expanded", String(!list.hidden));
  mark();
}

/** What tells two of the same name apart in the list: alias, label and number of facts. */
function hint(i) {
  const alias = (model.alias[i] || [])[0];
  return [labelText(i), say("facts", model.degree[i]), alias && short(clean(alias), 20)].filter(Boolean).join(" · ");
}

function mark() {
  [...$("results").children].forEach((row, at) => hits.length && row.setAttribute("aria-selected", String(at === chosen)));
  if (chosen >= 0) $("search").setAttribute("aria-activedescendant", `hit-${chosen}`);
  else $("search").removeAttribute("aria-activedescendant");
  $("results").children[chosen]?.scrollIntoView({ block: "nearest" });
}

function closeHits() {
  $("results").hidden = true;
  $("search").setAttribute("aria-expanded", "false");
  $("search").removeAttribute("aria-activedescendant");
}

function take(at) {
  const i = hits[at];
  if (i === undefined) return;
  closeHits();
  $("search").value = "";
  if (pathStart >= 0 && pathStart !== i) openPath(pathStart, i);
  else openEntity(i);
  pathStart = -1;
  $("search").placeholder = say("searchHint");
  // Reading goes on at the name that was opened; the page stays where it is.
  details().then(() => $("heading")?.focus({ preventScroll: true }));
}

function startSearch() {
  const box = $("search");
  box.addEventListener("input", showHits);
  box.addEventListener("focus", () => box.value && showHits());
  box.addEventListener("blur", closeHits);
  box.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (hits.length) chosen = (chosen + (event.key === "ArrowDown" ? 1 : -1) + hits.length) % hits.length;
      mark();
    } else if (event.key === "Enter" && !event.isComposing) take(chosen);
    else if (event.key === "Escape") {
      event.stopPropagation();
      if (!box.value) box.blur();
      box.value = "";
      pathStart = -1;
      box.placeholder = say("searchHint");
      closeHits();
    }
  });
}
