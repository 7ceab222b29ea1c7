// Buttons, boxes and keys; the words of everything that stands in the template.

function showWords() {
  document.documentElement.lang = state.lang === "zh" ? "zh-CN" : "en";
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = say(element.dataset.text);
  for (const element of document.querySelectorAll("[data-title]")) element.title = say(element.dataset.title);
  for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", say(element.dataset.label));
  $("search").placeholder = say("searchHint");
  $("title").textContent = clean(core.title) || say("untitled");
  $("title").title = $("title").textContent;
  $("banner").hidden = model.drawn >= core.joined;
  $("banner").textContent = $("banner").hidden ? "" : say("banner", model.drawn, model.shown);
}

function showTheme() {
  const dark = state.theme ? state.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  readColors();
}

/** Boxes for labels and relations, with what the other filters leave of each. */
function showFilters() {
  const box = (kind, at, one, off, count, chip) => {
    const input = el("input", { type: "checkbox", "data-kind": kind, value: one.id });
    input.checked = !off.has(one.id);
    return el("label", {}, input, chip || "", el("span", {}, one[state.lang]), el("small", {}, String(count[at])));
  };
  const focused = document.activeElement?.dataset?.kind && [document.activeElement.dataset.kind, document.activeElement.value];
  const legend = (id) => $(id).querySelector("legend");
  const rank = (relation) => FIRST.indexOf(relation.id) + 1 || 99;
  $("labels").replaceChildren(legend("labels"), ...model.labels.map((label, at) => [label, at]).filter(([, at]) => visible.labelCount[at] || !model.labels[at].off)
    .map(([label, at]) => box("label", at, label, state.off, visible.labelCount, chipOf(-1, at))));
  $("relations").replaceChildren(legend("relations"), ...model.relations.map((relation, at) => [relation, at]).sort((a, b) => rank(a[0]) - rank(b[0]))
    .map(([relation, at]) => box("relation", at, relation, state.relationsOff, visible.relationCount)));
  $("relation-box").hidden = !model.relations.length;
  $("doubtful").checked = state.doubtful;
  $("doubtful-count").textContent = visible.doubtful;
  $("doubtful-label").hidden = !visible.doubtful;
  $("hops").value = String(state.hops);
  $("hops-label").hidden = state.entity < 0;
  if (focused) document.querySelector(`input[data-kind="${focused[0]}"][value="${CSS.escape(focused[1])}"]`)?.focus();
}

function startFilters() {
  $("filters").addEventListener("change", (event) => {
    const { kind } = event.target.dataset;
    if (event.target.id === "doubtful") return change({ doubtful: event.target.checked });
    if (event.target.id === "hops") return change({ hops: Number(event.target.value) }, true);
    const off = new Set(kind === "label" ? state.off : state.relationsOff);
    event.target.checked ? off.delete(event.target.value) : off.add(event.target.value);
    change(kind === "label" ? { off } : { relationsOff: off });
  });
}

function showHelp() {
  const box = $("help-box");
  box.replaceChildren(el("h2", { id: "help-title" }, say("helpTitle")), ...say("helpLines").map((line) => el("p", {}, line)),
    el("dl", {}, say("helpKeys").map(([key, meaning]) => [el("dt", {}, el("kbd", {}, key)), el("dd", {}, meaning)])), el("p", { class: "soft" }, say("note")),
    el("button", { type: "button", onclick: () => box.close() }, say("close")));
  box.showModal();
}

function pageKey(event) {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
  if (event.ctrlKey || event.metaKey || event.altKey || $("help-box").open) return;
  if (event.key === "Escape") {
    if ($("downloads").open) $("downloads").open = false;
    else if (state.entity >= 0 || state.path) openWhole();
    else (picture.cursor = -1), redraw();
  } else if (typing) return;
  else if (event.key === "/") {
    event.preventDefault();
    $("search").focus();
    $("search").select();
  } else if (event.key === "Home") openWhole();
  else if (event.key === "t" || event.key === "T") change({ table: !state.table });
}

function startControls() {
  $("whole").addEventListener("click", openWhole);
  $("link").addEventListener("click", () => copy(location.href));
  $("language").addEventListener("click", () => change({ lang: state.lang === "zh" ? "en" : "zh" }));
  $("theme").addEventListener("click", () => change({ theme: document.documentElement.dataset.theme === "dark" ? "light" : "dark" }));
  $("help").addEventListener("click", showHelp);
  $("zoom-in").addEventListener("click", () => zoomBy(1.4));
  $("zoom-out").addEventListener("click", () => zoomBy(1 / 1.4));
  $("zoom-fit").addEventListener("click", () => (fit(), redraw()));
  $("picture").addEventListener("keydown", pictureKey);
  document.addEventListener("keydown", pageKey);
  document.addEventListener("click", (event) => !$("downloads").contains(event.target) && ($("downloads").open = false));
  if (matchMedia("(max-width: 760px)").matches) $("filters").open = false;
}
