// Words of the interface. A value may be a function of what it speaks about.
const TEXTS = {
  zh: {
    untitled: "新闻知识图谱", search: "搜索", searchHint: "搜索姓名、机构、活动、拼音…（按 / ）", results: "搜索结果", noResult: "没有找到", tools: "工具",
    whole: "全图", wholeHint: "回到全图（Home）", table: "表格", tableHint: "以表格显示当前视图的关系", download: "下载", link: "链接", linkHint: "复制当前视图的链接",
    copied: "已复制", notCopied: "浏览器不允许复制", otherLanguage: "EN", languageHint: "Switch to English", theme: "深色或浅色", help: "帮助", picture: "图",
    pictureOf: (what) => `图：${what}。方向键移动，Enter 打开，旁边的面板是它的文字。`, keys: "方向键在节点间移动，Enter 打开，加减号缩放，Home 回到全图，Esc 返回。",
    filters: "筛选", types: "类型", relations: "关系", further: "更多", doubtful: "存疑的", hops: "层数", zoom: "缩放", zoomIn: "放大", zoomOut: "缩小", zoomFit: "适合窗口",
    close: "关闭", copyTable: "复制表格", period: "时间", from: "起始月份", to: "结束月份", allTime: "全部时间", noDates: "没有日期", panel: "说明", overview: "概览",
    sizes: (n, m) => `${n} 个实体，${m} 条关系`, span: (a, b) => `${a} — ${b}`, most: "联系最多", mostTip: "点开一个名字，看它的每一条关系和原文。",
    banner: (n, all) => `图中画出联系最多的 ${n} 个实体，共 ${all} 个；其余的可以搜索打开。`, part: (n, all) => `本页是全图的一部分：${all} 个实体中的 ${n} 个。`,
    alonePart: (n) => `另有 ${n} 个实体没有可画的关系，可以搜索打开。`, facts: (n) => `${n} 条关系`, alias: "又名", homonym: (n, name) => `同名提醒：本图中有 ${n} 个“${name}”，可能是不同的人，请核对职务和出处。`,
    alone: "姓名相同不等于同一个人。", posts: "任职时间线", postsHint: "空心点：报道当日在任；实线：文中写明起止。", holders: "任职者", person: "人物", post: "职务", when: "时间",
    asOf: (d) => `${d} 报道`, former: "曾任", appointed: "新任", date: "日期", place: "地点", hosts: "主办", documents: "同篇报道发布的文件", counterparts: "常同场的人",
    together: (n) => `同场 ${n} 次`, mentioned: (n) => `见于 ${n} 篇报道`, why: "依据", rule: "规则", pattern: "句式", noPattern: "（句式见规则文件）", confidence: "置信度", factId: "事实编号",
    where: "位置", article: "报道", noQuote: "本页不含引文", shows: (what) => `“${what}”所指：`, showsWhat: { subject: "主语", object: "宾语", title: "职务", date: "日期" },
    report: "复制以便报告错误", reportText: (id, words) => `更正请求：事实 ${id}\n${words}`, more: (n) => `再显示 ${n} 条`, doubtfulFact: "存疑", derived: "推得", inferred: "推断：",
    pathFrom: "查与另一实体的路径", pathTo: (name) => `从“${name}”到谁？在搜索框里选`, path: "路径", pathBetween: (a, b) => `${a} 与 ${b}`, noPath: "在当前筛选下没有路径。",
    steps: (n) => `最短 ${n} 步`, pathNumber: (n) => `第 ${n} 条`, hiddenRows: (n) => `还有 ${n} 个，见文字面板和表格`, twoHops: "两层",
    undated: (n) => `${n} 条没有日期，只在全部时间下显示`, subject: "主体", relation: "关系", object: "对象", quote: "原文", nothing: "当前筛选下没有可显示的内容。",
    note: "姓名可能为多人共有；出现在图中不表示任何不当行为。每条关系由规则从报道中读出，请以引文和原报道为准。发现错误：打开该条的“依据”，复制编号发给本页的提供者，或用 kgnews reject 编号 更正。",
    helpTitle: "怎样看这张图", helpKeys: [["/", "搜索（姓名、别名、拼音或首字母）"], ["↑ ↓ ← →", "在相邻节点间移动；全图中没有选中时移动画面"], ["Enter", "打开"], ["Esc", "关闭或返回"],
      ["+ −", "缩放"], ["Home", "全图"], ["T", "表格"]], helpLines: ["圆是人物，方块是机构，菱形是活动，三角是地点，六边形是文件作品，星形是奖项。", "虚线是存疑的关系，默认不显示；点线是从名称或其他关系推得的。",
      "时间条的两个把手限定时期；没有日期的关系只在全部时间下显示。", "地址栏记着当前视图，可以收藏、发给别人、前进后退。"], list: "、", colon: "：", opened: (name, n) => `已打开 ${name}，${n} 条关系`, pages: "单独页面",
    properties: { date: "日期", code: "代码", why: "判定", note: "备注", home: "所属" }, acting: "（代理）", attributes: { sex: "性别", ethnicity: "民族", birth: "出生", native_place: "籍贯", birth_place: "出生地", party: "党派", party_since: "入党", work_since: "参加工作", degree: "学位", education: "学历" }, presumption: "照原文措辞；未经法院依法判决，任何人不得被确定有罪。", loading: "正在读取…", failed: "本页的数据无法读取；请换用较新的浏览器。",
  },
  en: {
    untitled: "News knowledge graph", search: "Search", searchHint: "Search names, bodies, events, pinyin… (press /)", results: "Search results", noResult: "Nothing found", tools: "Tools",
    whole: "Whole graph", wholeHint: "Back to the whole graph (Home)", table: "Table", tableHint: "The relations of this view as a table", download: "Download", link: "Link", linkHint: "Copy the link to this view",
    copied: "Copied", notCopied: "The browser does not allow copying", otherLanguage: "中文", languageHint: "切换为中文", theme: "Dark or light", help: "Help", picture: "Picture",
    pictureOf: (what) => `Picture: ${what}. Arrow keys move, Enter opens, the panel beside it is its text.`, keys: "Arrow keys move between nodes, Enter opens, plus and minus zoom, Home shows the whole graph, Escape goes back.",
    filters: "Filter", types: "Types", relations: "Relations", further: "More", doubtful: "Doubtful", hops: "Hops", zoom: "Zoom", zoomIn: "Zoom in", zoomOut: "Zoom out", zoomFit: "Fit",
    close: "Close", copyTable: "Copy table", period: "Time", from: "First month", to: "Last month", allTime: "All time", noDates: "No dates", panel: "Details", overview: "Overview",
    sizes: (n, m) => `${n} entities, ${m} relations`, span: (a, b) => `${a} — ${b}`, most: "Best connected", mostTip: "Open a name to see each of its relations with the quoted words.",
    banner: (n, all) => `The picture shows the ${n} best connected of ${all} entities; search opens the others.`, part: (n, all) => `This page is a part of the graph: ${n} of ${all} entities.`,
    alonePart: (n) => `${n} more entities have no relation to draw; search opens them.`, facts: (n) => `${n} relations`, alias: "Also", homonym: (n, name) => `Same name: ${n} entries here are called “${name}”; they may be different people. Check posts and sources.`,
    alone: "The same name need not be the same person.", posts: "Posts over time", postsHint: "Hollow: in post on the day of the report. Solid: start or end told in the text.", holders: "Post holders", person: "Person", post: "Post", when: "When",
    asOf: (d) => `reported ${d}`, former: "former", appointed: "appointed", date: "Date", place: "Place", hosts: "Hosts", documents: "Documents published in the same reports", counterparts: "Often at the same events",
    together: (n) => `${n} together`, mentioned: (n) => `In ${n} reports`, why: "Why", rule: "Rule", pattern: "Pattern", noPattern: "(see the rule files)", confidence: "Confidence", factId: "Fact id",
    where: "Where", article: "Report", noQuote: "This page holds no quotations", shows: (what) => `${what} named in:`, showsWhat: { subject: "Subject", object: "Object", title: "Title", date: "Date" },
    report: "Copy to report an error", reportText: (id, words) => `Correction request: fact ${id}\n${words}`, more: (n) => `Show ${n} more`, doubtfulFact: "doubtful", derived: "derived", inferred: "inferred: ",
    pathFrom: "Find links to another", pathTo: (name) => `From “${name}” to whom? Choose in the search box`, path: "Path", pathBetween: (a, b) => `${a} and ${b}`, noPath: "No path under the present filters.",
    steps: (n) => `shortest: ${n} steps`, pathNumber: (n) => `No. ${n}`, hiddenRows: (n) => `${n} more in the panel and the table`, twoHops: "two hops",
    undated: (n) => `${n} without a date, shown only under all time`, subject: "Subject", relation: "Relation", object: "Object", quote: "Quotation", nothing: "Nothing to show under the present filters.",
    note: "Names may be shared by several people; presence here implies no wrongdoing. Each relation was read from a report by a rule: the quotation and the report decide. To report an error, open its “Why”, copy the id and send it to whoever gave you this page, or correct it with: kgnews reject ID.",
    helpTitle: "How to read this graph", helpKeys: [["/", "search (names, aliases, pinyin or initials)"], ["↑ ↓ ← →", "move between neighbouring nodes; pan where none is chosen"], ["Enter", "open"], ["Esc", "close or go back"],
      ["+ −", "zoom"], ["Home", "whole graph"], ["T", "table"]], helpLines: ["Circles are people, squares organizations, diamonds events, triangles places, hexagons works, stars awards.", "Dashed relations are doubtful and not shown at first; dotted ones are derived from names or other relations.",
      "Two handles bound the period; relations without a date are shown only under all time.", "The address holds the view: bookmark it, send it, go back and forward."], list: ", ", colon: ": ", opened: (name, n) => `Opened ${name}, ${n} relations`, pages: "Own page",
    properties: { date: "Date", code: "Code", why: "Identity", note: "Note", home: "Of" }, acting: "(acting)", attributes: { sex: "sex", ethnicity: "ethnicity", birth: "born", native_place: "native place", birth_place: "place of birth", party: "party", party_since: "joined the party", work_since: "began work", degree: "degree", education: "education" }, presumption: "As worded by the source; nobody is guilty until a court says so.", loading: "Reading…", failed: "The data of this page cannot be read; please use a newer browser.",
  },
};

/** The word for `key` in the language of the view, given what it speaks about. */
function say(key, ...about) {
  const value = TEXTS[state.lang][key];
  return typeof value === "function" ? value(...about) : value;
}
