// What the page cannot do alone: choose a figure on both sides, step, open, filter, sort, export.
// Figure n has its words in #wN and its row in #rN, and is records[n - 1] of the data.
"use strict";
document.documentElement.classList.add("js");

const $ = (id) => document.getElementById(id);
const table = $("rows");
const pane = document.querySelector(".scroll");
const tools = $("tools");
const read = document.querySelector(".read");
// The rows stand in bodies of a hundred; a browser leaves out the bodies that are far away.
const bodies = [...table.tBodies].filter((body) => body.rows.length > 0);
const bodySize = bodies[0]?.rows.length ?? 0;
let rows = bodies.flatMap((body) => [...body.rows]);

// The data is read when it is first asked for.
let known;
function data() {
  known ??= JSON.parse($("data").textContent);
  return known;
}
const say = (key) => data().words.say[key] ?? key;
const columnOf = (name) => data().columns.findIndex((column) => column.name === name);
const cell = (n, name) => data().texts[data().records[n - 1][0][columnOf(name)]];
const numberOf = (element) => Number(element.id.slice(1));
// Text that a page could be turned round with is shown, as everywhere on the page.
const harmless = (text) => text.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "\ufffd");

function element(name, content, attributes = {}) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...[content].flat().map((part) => (typeof part === "string" ? harmless(part) : part)));
  return made;
}

// ---- Choosing: both sides marked, and scrolled to ----

let chosen = 0;

// `sides` are those to scroll to: "words", "row".
function choose(n, ...sides) {
  for (const old of document.querySelectorAll(".chosen, .kin")) old.classList.remove("chosen", "kin");
  document.querySelector("[aria-current]")?.removeAttribute("aria-current");
  chosen = n;
  const [row, words] = [$("r" + n), $("w" + n)];
  if (!row) return drawLines();
  row.classList.add("chosen");
  row.setAttribute("aria-current", "true");
  words?.classList.add("chosen");
  if (sides.includes("words") && words) reveal(words);
  if (sides.includes("row")) {
    revealRow(row);
    requestAnimationFrame(() => revealRow(row));
  }
  for (const { to } of relations(n)) $("w" + to)?.classList.add("kin");
  remember("#r" + n);
  drawLines();
}

// The address says what is chosen. A page that is shown inside another one has no address of its own.
function remember(address) {
  if (location.protocol !== "about:") history.replaceState(null, "", address);
}

function leave() {
  choose(0);
  remember(location.pathname + location.search);
  document.activeElement?.blur();
}

const calm = matchMedia("(prefers-reduced-motion: reduce)");
const behavior = () => (calm.matches || document.body.classList.contains("large") ? "instant" : "smooth");
function reveal(element) {
  const block = element.offsetHeight > innerHeight / 2 ? "start" : "center";
  element.scrollIntoView({ block, behavior: behavior() });
}

// Beside the text the table has a scroll of its own; below it there is only one of the two to see.
const isBeside = () => getComputedStyle(pane).overflowY === "auto";
const bothOr = (side) => (isBeside() ? ["words", "row"] : [side]);

function revealRow(row) {
  if (!isBeside()) return reveal(row);
  const [inner, outer] = [row.getBoundingClientRect(), pane.getBoundingClientRect()];
  const head = pane.querySelector("thead").offsetHeight;
  if (inner.top >= outer.top + head && inner.bottom <= outer.bottom) return;
  pane.scrollTop += inner.top - outer.top - head - Math.max(0, (outer.height - head - inner.height) / 3);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#w"], a[href^="#r"]');
  const n = Number(link?.getAttribute("href").slice(2));
  if (n) {
    event.preventDefault();
    if (rowIsOff(n)) clearFilters();
    const side = link.getAttribute("href").startsWith("#r") ? "row" : "words";
    if (link.matches("article a")) {
      open($("r" + n), true);
      choose(n, "row");
    } else {
      choose(n, ...bothOr(side));
    }
    return;
  }
  const row = event.target.closest("#rows > tbody > tr");
  if (!row || event.target.closest(".details")) return;
  if (event.target.closest(".open")) open(row);
  else choose(numberOf(row), ...(isBeside() ? ["words"] : []));
});

// ---- Relations: named in the open record, drawn as lines over the article ----

let related;
function relations(n) {
  if (!related) {
    related = new Map();
    data().records.forEach(([, , whole, target], i) => {
      for (const [to, kind, back] of [[whole, "part_of", "parts"], [target, "held_against", "holds_against"]]) {
        if (!to) continue;
        for (const [a, b, word] of [[i + 1, to, kind], [to, i + 1, back]]) {
          if (!related.has(a)) related.set(a, []);
          related.get(a).push({ to: b, word });
        }
      }
    });
  }
  return related.get(n) ?? [];
}

const svg = (name, attributes) => {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
};

function drawLines() {
  read.querySelector(".lines")?.remove();
  const found = chosen ? relations(chosen).slice(0, 60) : [];
  if (!found.length) return;
  const canvas = svg("svg", { class: "lines", "aria-hidden": "true" });
  const base = read.getBoundingClientRect();
  const box = (n) => $("w" + n)?.getClientRects()[0];
  const from = box(chosen);
  found.forEach(({ to, word }, i) => {
    const end = box(to);
    if (!from || !end) return;
    const [x1, x2] = [from, end].map((r) => r.left + r.width / 2 - base.left);
    // Along the gap between two lines of text, so that no words are struck out.
    const isBelow = end.top > from.bottom - 4;
    const [start, along] = isBelow ? [from.bottom, 2 + (i % 3) * 2] : [from.top, -2 - (i % 3) * 2];
    const [y1, y2] = [start - base.top, (end.bottom < from.top + 4 ? end.bottom : end.top) - base.top];
    const path = `M${x1} ${y1} V${y1 + along} H${x2} V${y2}`;
    const kind = word.includes("against") ? "target" : "part";
    canvas.append(svg("path", { d: path, class: kind }), svg("circle", { cx: x2, cy: y2, r: 3.5 }));
  });
  read.append(canvas);
}
new ResizeObserver(() => chosen && drawLines()).observe(read);

// ---- An open record: its sentence, every field with its rule, its relations ----

function open(row, always = false) {
  const button = row.querySelector(".open");
  const isOpen = button.getAttribute("aria-expanded") === "true";
  if (isOpen && always) return;
  button.setAttribute("aria-expanded", String(!isOpen));
  button.setAttribute("aria-label", `${say(isOpen ? "open" : "close")} ${row.querySelector("th a").textContent}`);
  if (isOpen) row.querySelector(".details").remove();
  else row.append(details(numberOf(row)));
}

function details(n) {
  const quote = element("blockquote", sentence(n), { lang: "vi" });
  const head = element("tr", ["field", "value", "rule"].map((key) => element("th", say(key), { scope: "col" })));
  const fields = element("tbody", reasons(n).map(([field, rule]) =>
    element("tr", [
      element("th", data().words.field[field] ?? field, { scope: "row" }),
      element("td", shown(n, field), { lang: "vi" }),
      element("td", element("code", rule)),
    ])));
  const all = [quote, element("table", [element("thead", head), fields])];
  const kin = relations(n);
  if (kin.length) {
    all.push(element("dl", kin.flatMap(({ to, word }) => {
      const link = element("a", cell(to, "id"), { href: "#r" + to });
      return [element("dt", say(word)), element("dd", [link, ` ${$("r" + to).querySelector(".value").textContent}`])];
    })));
  }
  const link = cell(n, "link");
  if (/^https?:\/\//i.test(link)) {
    all.push(element("p", element("a", say("original"), { href: link, rel: "noopener noreferrer nofollow" })));
  }
  all.push(fixing(n));
  return element("td", all, { class: "details" });
}

// The sentence with the figure marked where prefix and suffix say that it stands.
function sentence(n) {
  const [text, words] = [cell(n, "sentence"), cell(n, "text")];
  const near = cell(n, "prefix").slice(-12);
  const found = text.indexOf(near + words);
  const at = found < 0 ? text.indexOf(words) : found + near.length;
  return at < 0 ? text : [text.slice(0, at), element("mark", words), text.slice(at + words.length)];
}

function* pairs(list) {
  for (let i = 0; i < list.length; i += 2) yield [list[i], list[i + 1]];
}

// The fields that a rule has set, then those that came along with one of them.
function reasons(n) {
  const texts = data().texts;
  const told = [...pairs(data().records[n - 1][1])].map(([field, rule]) => [texts[field], texts[rule]]);
  const known = new Set(told.map(([field]) => field));
  const along = ["high", "of", "unit_key", "direction", "flags", "confidence"].filter((field) => !known.has(field) && cell(n, field));
  return [...told, ...along.map((field) => [field, "–"])];
}

function shown(n, field) {
  const printed = { period: ".when", category: ".category" }[field];
  if (printed) return $("r" + n).querySelector(printed)?.textContent || say("nothing");
  const text = cell(n, field) ?? "";
  const names = data().words.cell[field];
  if (names) return text.split("|").map((word) => names[word] ?? word).join("; ") || say("nothing");
  const column = data().columns[columnOf(field)];
  return column?.is_number ? localNumber(text) : text || say("nothing");
}

function localNumber(text) {
  const [thousands, decimals] = data().words.marks;
  const [whole, fraction] = text.split(".");
  return whole.replace(/\B(?=(\d{3})+$)/g, thousands) + (fraction ? decimals + fraction : "");
}

// ---- Filtering: one pass over the rows; the text is searched with and without diacritics ----

const folded = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d");
const rowIsOff = (n) => $("r" + n)?.hidden;

// What a row is asked for. Made once, in idle time where there is some.
let entries;
function prepare() {
  entries ??= rows.map((row) => {
    const { role, category, article } = row.dataset;
    return { row, words: $("w" + row.id.slice(1)), role, category, article, text: folded(row.textContent), isShown: true };
  });
  return entries;
}
(globalThis.requestIdleCallback ?? setTimeout)(prepare);

function filter() {
  const asked = Object.fromEntries(new FormData(tools));
  const words = folded(asked.text).split(/\s+/).filter(Boolean);
  const fits = (name, value) => !(name in asked) || asked[name] === "*" || asked[name] === value;
  let count = 0;
  for (const entry of prepare()) {
    const isShown =
      fits("role", entry.role) && fits("category", entry.category) && fits("article", entry.article) &&
      (asked.review === "*" || asked.review in entry.row.dataset) &&
      words.every((word) => entry.text.includes(word));
    count += isShown;
    if (isShown === entry.isShown) continue;
    entry.isShown = isShown;
    entry.row.hidden = !isShown;
    entry.words?.toggleAttribute("data-faded", !isShown);
  }
  fitBodies();
  tools.querySelector("output b").textContent = String(count);
  const none = document.querySelector(".none");
  none.hidden = count > 0;
  none.textContent = count > 0 ? "" : say("none_shown");
}

// A body that is left out is taken to be as high as its shown rows. All are left out for one frame,
// or a body that grows would be laid out before the browser finds that it is far away.
function fitBodies() {
  if (!document.body.classList.contains("large")) return;
  const counts = bodies.map(() => 0);
  rows.forEach((row, i) => (counts[Math.floor(i / bodySize)] += !row.hidden));
  bodies.forEach((body, i) => {
    body.hidden = counts[i] === 0;
    body.style.containIntrinsicSize = `auto ${counts[i] * 4}rem`;
    body.style.contentVisibility = "hidden";
  });
  requestAnimationFrame(() => bodies.forEach((body) => (body.style.contentVisibility = "")));
}

function clearFilters() {
  tools.reset();
  filter();
}

tools.addEventListener("input", filter);
tools.addEventListener("submit", (event) => event.preventDefault());
tools.querySelector(".clear").addEventListener("click", clearFilters);

// ---- Sorting ----

const byWords = new Intl.Collator("vi", { numeric: true });
const sortKeys = {
  number: (row) => numberOf(row),
  what: (row) => row.cells[1].firstChild.textContent,
  value: (row) => Number(cell(numberOf(row), "value")),
  when: (row) => cell(numberOf(row), "period_start") || cell(numberOf(row), "period_end") || "9999",
  sure: (row) => Number(cell(numberOf(row), "confidence")),
  role: (row) => ["actual", "target", "change", "attainment", "condition"].indexOf(row.dataset.role),
};

document.querySelector(".figures thead").addEventListener("click", (event) => {
  const button = event.target.closest("[data-sort]");
  if (!button) return;
  const heading = button.parentElement;
  const isDown = heading.getAttribute("aria-sort") === "ascending";
  for (const other of heading.parentElement.children) other.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", isDown ? "descending" : "ascending");
  const key = sortKeys[button.dataset.sort];
  const keyed = rows.map((row) => [key(row), row]);
  const order = (a, b) => (typeof a === "number" ? a - b : byWords.compare(a, b));
  keyed.sort(([a, x], [b, y]) => (isDown ? order(b, a) : order(a, b)) || numberOf(x) - numberOf(y));
  rows = keyed.map(([, row]) => row);
  bodies.forEach((body, i) => body.append(...rows.slice(i * bodySize, (i + 1) * bodySize)));
  fitBodies();
});

// ---- Export: the shown rows in their order, with the columns of the program's own CSV ----

const dialects = {
  csv: { mark: "", between: ",", end: "\n", number: (text) => text, words: (text) => text },
  // What Excel opens by double click where decimals have a comma; a formula becomes text.
  excel: {
    mark: "\ufeff", between: ";", end: "\r\n",
    number: (text) => text.replace(".", ","),
    words: (text) => (/^[=+\-@\t\r]/.test(text) ? "'" + text : text),
  },
};

function csv({ mark, between, end, number, words }) {
  const quoted = (text) => (/["\r\n]/.test(text) || text.includes(between) ? `"${text.replaceAll('"', '""')}"` : text);
  const { columns, records, texts } = data();
  const line = (cells) => cells.map(quoted).join(between) + end;
  const lines = rows.filter((row) => !row.hidden).map((row) => {
    const indices = records[numberOf(row) - 1][0];
    return line(indices.map((index, i) => (columns[i].is_number ? number : words)(texts[index])));
  });
  return mark + line(columns.map((column) => column.name)) + lines.join("");
}

tools.addEventListener("click", (event) => {
  const dialect = dialects[event.target.dataset.export];
  if (!dialect) return;
  const file = URL.createObjectURL(new Blob([csv(dialect)], { type: "text/csv" }));
  element("a", "", { href: file, download: "so-lieu.csv" }).click();
  setTimeout(() => URL.revokeObjectURL(file), 10_000);
});

// ---- Keys ----

function step(by) {
  const shown = rows.filter((row) => !row.hidden);
  if (!shown.length) return;
  const at = shown.findIndex((row) => numberOf(row) === chosen);
  const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length;
  const row = shown[next];
  const inTable = table.contains(document.activeElement);
  choose(numberOf(row), ...bothOr(inTable ? "row" : "words"));
  (inTable ? row.querySelector(".open") : $("w" + chosen))?.focus({ preventScroll: true });
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const isTyping = event.target.matches("input, select, textarea");
  if (event.key === "Escape") {
    if (isTyping) event.target.blur();
    else leave();
  } else if (isTyping) {
    return;
  } else if (event.key === "/") {
    event.preventDefault();
    tools.elements.text.focus();
    tools.elements.text.select();
  } else {
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: chosen && 1, ArrowUp: chosen && -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    step(by);
  }
});

// ---- Begin ----

tools.hidden = false;
tools.querySelector("output b").textContent = String(rows.length);
function follow() {
  const n = Number(/^#[rw](\d+)$/.exec(location.hash)?.[1]);
  if (n && $("r" + n)) choose(n, ...bothOr("row"));
}
addEventListener("hashchange", follow);
follow();
