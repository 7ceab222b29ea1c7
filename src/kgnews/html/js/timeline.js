// Time: the bars with two handles below the picture, and the posts of a person on a line.

function findRange() {
  for (const month of model.month) {
    if (month < 0) continue;
    range.first = range.first < 0 ? month : Math.min(range.first, month);
    range.last = Math.max(range.last, month);
  }
}

const periodText = () => (range.first < 0 ? say("noDates") : say("span", monthText(state.from < 0 ? range.first : state.from), monthText(state.to < 0 ? range.last : state.to)));

/** Draws the bars; more than 120 months are joined by years. */
function showPeriod() {
  $("period").hidden = range.first < 0 || range.first === range.last;
  if ($("period").hidden) return;
  const step = visible.months.length > 120 ? 12 : 1, bars = [];
  for (let at = 0; at < visible.months.length; at += step) bars.push([at, visible.months.subarray(at, at + step).reduce((a, b) => a + b, 0)]);
  const most = Math.max(1, ...bars.map(([, count]) => count)), chart = $("bars");
  chart.setAttribute("viewBox", `0 0 ${bars.length * 10} 32`);
  const from = state.from < 0 ? range.first : state.from, to = state.to < 0 ? range.last : state.to;
  chart.replaceChildren(...bars.map(([at, count], k) => {
    const height = count ? Math.max(1.5, (count / most) * 30) : 0, month = range.first + at;
    return svg("rect", { x: k * 10 + 1, width: 8, y: 32 - height, height, class: month + step > from && month <= to ? "on" : "off" });
  }));
  for (const [id, value] of [["from", from], ["to", to]]) {
    const handle = $(id);
    Object.assign(handle, { min: range.first, max: range.last, value });
    handle.setAttribute("aria-valuetext", monthText(value));
  }
  $("period-text").textContent = periodText();
  $("period-all").hidden = !bounded();
  $("period-text").title = visible.undated ? say("undated", visible.undated) : "";
}

/** Keeps the handles in order; at both ends of the range the period is open again. */
function movePeriod(which) {
  let from = Number($("from").value), to = Number($("to").value);
  if (from > to) which === "from" ? (to = from) : (from = to);
  change({ from: from <= range.first ? -1 : from, to: to >= range.last ? -1 : to });
}

function startPeriod() {
  let waiting = 0;
  for (const id of ["from", "to"]) {
    $(id).addEventListener("input", () => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(() => movePeriod(id));
    });
  }
  $("period-all").addEventListener("click", () => change({ from: -1, to: -1 }));
}

/** A date as a number of years. */
const yearsOf = (date) => parseInt(date.slice(0, 4), 10) + ((parseInt(date.slice(5, 7), 10) || 1) - 1) / 12 + ((parseInt(date.slice(8, 10), 10) || 1) - 1) / 365;

/** What is known of a post in time: told dates, and the days of the reports that show it. */
function postSpan(e) {
  const { since, until } = propertiesOf(e);
  const seen = proofsOf(e).map((proof) => detail.articles[proof[0]].date || "").filter((date) => /^\d{4}/.test(date)).sort();
  return { e, since, until, seen, start: since || seen[0] || until, end: until || seen[seen.length - 1] || since };
}

/** Posts as rows on a common line: a solid bar where start or end is told, a hollow dot for each report. */
function postLine(posts) {
  const rows = posts.map(postSpan).filter((row) => row.start && /^\d{4}/.test(row.start)).sort((a, b) => a.start.localeCompare(b.start) || a.e - b.e).slice(0, 12);
  if (!rows.length) return null;
  const low = Math.floor(Math.min(...rows.map((row) => yearsOf(row.start)))), high = Math.floor(Math.max(...rows.map((row) => yearsOf(row.end)))) + 1;
  const x = (date) => 6 + ((yearsOf(date) - low) / (high - low)) * 318, height = rows.length * 36 + 22;
  const chart = svg("svg", { class: "line", viewBox: `0 0 334 ${height}`, role: "img", "aria-label": say("posts") });
  const every = Math.ceil((high - low) / 7);
  for (let year = low; year <= high; year += every) {
    const at = x(String(year).padStart(4, "0"));
    chart.append(svg("line", { class: "axis", x1: at, x2: at, y1: 0, y2: height - 18 }), svg("text", { class: "tick", x: Math.min(at, 318), y: height - 4, "text-anchor": at < 20 ? "start" : "middle" }, String(year)));
  }
  rows.forEach((row, at) => {
    const y = at * 36 + 26, body = short(`${nameOf(model.to[row.e])} ${factTitle(row.e)}`, 24);
    const nameAt = Math.min(x(row.start), 326 - widthOf(body, 12));
    chart.append(svg("text", { x: Math.max(2, nameAt), y: y - 10 }, body));
    if (row.since || row.until) chart.append(svg("rect", { class: "bar", x: x(row.start), y: y - 3, width: Math.max(4, x(row.end) - x(row.start)), height: 6, rx: 3 }));
    for (const date of row.seen) chart.append(svg("circle", { class: "told", cx: x(date), cy: y, r: 4 }));
  });
  return el("div", {}, chart, el("p", { class: "soft" }, say("postsHint")));
}
