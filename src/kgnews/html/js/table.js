// The relations of the present view as a table that can be sorted and copied.
const COLUMNS = ["subject", "relation", "object", "post", "date", "article", "rule", "confidence"];
const sorting = { column: "date", down: true };
const FIRST_ROWS = 300;

/** Edges that the present view shows. */
function viewEdges() {
  const edges = [];
  if (picture.scene) {
    const own = new Set(state.entity >= 0 ? shownEdges(state.entity) : []);
    for (const edge of picture.scene.edges) edge.edges.forEach((e) => own.add(e));
    return [...own];
  }
  for (let e = 0; e < model.m; e++) if (visible.edgeOn[e]) edges.push(e);
  return edges;
}

/** One row of plain text; the article is that of the first proof. */
function rowOf(e) {
  const proof = proofsOf(e)[0];
  const article = proof ? detail.articles[proof[0]] : null;
  return {
    e, subject: nameOf(model.from[e]), relation: relationText(e), object: objectText(e), post: factTitle(e), date: model.date[e], article: article ? clean(article.title || article.id) : "",
    rule: proof ? detail.rules[proof[1]][0] : "", confidence: model.confidence[e],
  };
}

function sortedRows() {
  const { column, down } = sorting, sign = down ? -1 : 1;
  const compare = column === "confidence" ? (a, b) => a.confidence - b.confidence : (a, b) => a[column].localeCompare(b[column], "zh");
  return viewEdges().map(rowOf).sort((a, b) => sign * compare(a, b) || a.e - b.e);
}

function showTable() {
  $("table-box").hidden = !state.table;
  $("table-button").setAttribute("aria-pressed", String(state.table));
  if (!state.table) return;
  const rows = sortedRows();
  const head = COLUMNS.map((column) => el("th", { scope: "col", "aria-sort": sorting.column === column ? (sorting.down ? "descending" : "ascending") : "none" },
    el("button", { type: "button", onclick: () => {
      Object.assign(sorting, { down: sorting.column === column ? !sorting.down : column === "confidence" || column === "date", column });
      showTable();
      $("table").querySelectorAll("th button")[COLUMNS.indexOf(column)].focus();
    } }, say(column), sorting.column === column ? (sorting.down ? " ↓" : " ↑") : "")));
  const line = (row) => el("tr", {}, el("td", {}, nodeLink(model.from[row.e], 40)), el("td", {}, row.relation), el("td", {}, isAlone(row.e) ? row.object : nodeLink(model.to[row.e], 40)), el("td", {}, el("bdi", {}, row.post)),
    el("td", {}, row.date), el("td", {}, el("bdi", {}, short(row.article, 40))), el("td", {}, row.rule), el("td", {}, String(row.confidence)));
  const body = el("tbody", {}, rows.slice(0, FIRST_ROWS).map(line));
  const more = rows.length > FIRST_ROWS ? el("tfoot", {}, el("tr", {}, el("td", { colspan: COLUMNS.length }, el("button", { type: "button", onclick: (event) => {
    body.append(...rows.slice(FIRST_ROWS).map(line));
    event.target.closest("tfoot").remove();
  } }, say("more", rows.length - FIRST_ROWS))))) : null;
  $("table").replaceChildren(...[el("caption", { class: "hidden" }, say("table")), el("thead", {}, el("tr", {}, head)), body, more].filter(Boolean));
  $("table-count").textContent = say("facts", rows.length);
}

/** The table as tab-separated text, for spreadsheets. */
function tableText() {
  const cell = (value) => guard(String(value)).replace(/[\t\r\n]+/g, " ");
  return [COLUMNS.map((column) => say(column)), ...sortedRows().map((row) => COLUMNS.map((column) => row[column]))].map((row) => row.map(cell).join("\t")).join("\n");
}

/** A cell that a spreadsheet would run as a formula is marked as text. */
const guard = (text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

function startTable() {
  $("table-button").addEventListener("click", () => change({ table: !state.table }));
  $("table-close").addEventListener("click", () => {
    change({ table: false });
    $("table-button").focus();
  });
  $("table-copy").addEventListener("click", () => copy(tableText()));
}
