// Reads the data, shows the view of the address, and shows it again whenever it changes.
let shownView = null, detailsComing = null;

/** The details, read once; entities and paths need them, the whole picture does not. */
const details = () => (detailsComing ||= readBlock("detail").then(useDetail));

/** Shows the state: filters, picture, panel, table. */
function show() {
  showWords();
  showTheme();
  applyFilters();
  showFilters();
  showPeriod();
  const view = JSON.stringify([state.entity, state.path, state.hops]);
  const fresh = view !== shownView;
  if (!detail && (state.entity >= 0 || state.path || state.table)) return void details().then(show);
  shownView = view;
  showTable();
  measure();
  arrange();
  if (fresh) (picture.cursor = -1), hover(-1);
  if (fresh || picture.scene) fit();
  showPanel();
  describe(fresh);
  drawNow();
  if (!document.documentElement.dataset.ready) performance.mark("ready");
  document.documentElement.dataset.ready = "true";
}

function arrange() {
  picture.scene = state.path ? arrangePath(state.path, picture.width - picture.inset, picture.height) : state.entity >= 0 ? arrangeEntity(state.entity, state.hops, picture.width - picture.inset, picture.height) : null;
}

/** The accessible name of the picture, the title of the window; a newly opened entity is announced and scrolled to. */
function describe(fresh) {
  const what = state.path ? say("pathBetween", ...state.path.map((i) => short(nameOf(i), 30))) : state.entity >= 0 ? short(nameOf(state.entity), 60) : say("overview");
  $("picture").setAttribute("aria-label", say("pictureOf", what));
  const title = clean(core.title) || say("untitled");
  document.title = state.entity >= 0 || state.path ? `${what} · ${title}` : title;
  if (!fresh) return;
  $("panel").scrollTop = 0;
  if (matchMedia("(max-width: 760px)").matches) window.scrollTo(0, 0);
  if (state.entity >= 0) announce(say("opened", what, shownEdges(state.entity).length));
}

function resize() {
  if (!measure()) return;
  arrange();
  fit();
  redraw();
}

async function start() {
  core = await readBlock("core");
  model = buildModel(core);
  findRange();
  readAddress();
  startSearch();
  startFilters();
  startPeriod();
  startTable();
  startDownloads();
  startControls();
  startPointer();
  window.addEventListener("popstate", () => (readAddress(), show()));
  new ResizeObserver(resize).observe($("stage"));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
  window.addEventListener("beforeprint", () => (resize(), drawNow()));
  show();
  setTimeout(details, 60);
}

start().catch((error) => {
  $("content").replaceChildren(el("p", { class: "warn" }, TEXTS[document.documentElement.lang === "en" ? "en" : "zh"].failed));
  throw error;
});
