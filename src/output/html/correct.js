
// ---- Correcting: kept in this browser, saved as corrections.jsonl for `--corrections` ----
// A line names the words of a figure and says one thing of it: a field, that it is none, that it is one.

const FORMAT = "de-an-06/correction/1";
const AROUND = 32;
const panel = $("corrections");

const articles = [...document.querySelectorAll("article[data-source]")].map((element) => {
  const { source, url } = element.dataset;
  const key = `de-an-06 corrections ${url ?? source}`;
  return { element, source, url, key, lines: kept(key) };
});
const articleOf = (n) => articles[Number($("r" + n).dataset.article) - 1];

function kept(key) {
  try {
    const lines = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(lines) ? lines.filter((line) => typeof line?.quote === "string") : [];
  } catch {
    return [];
  }
}

function keep({ key, lines }) {
  try {
    if (lines.length) localStorage.setItem(key, JSON.stringify(lines));
    else localStorage.removeItem(key);
  } catch {
    panel.querySelector(".unkept").hidden = false;
  }
}

const wordsOf = (n) => ({ quote: cell(n, "text"), prefix: cell(n, "prefix"), suffix: cell(n, "suffix"), block: Number(cell(n, "block")) });
const nameOf = ({ quote, prefix, suffix, block }) => JSON.stringify([quote, prefix, suffix, block]);
const aboutOf = ({ field, action }) => field ?? action;
const saidOf = (article, words) => article.lines.filter((line) => nameOf(line) === nameOf(words));

// Says one thing of some words, in the place of what was said of it before.
function tell(article, words, what) {
  untell(article, words, aboutOf(what));
  const { source, url } = article;
  article.lines.push({ schema: FORMAT, source, ...(url && { url }), ...what, ...words });
}

function untell(article, words, about) {
  article.lines = article.lines.filter((line) => nameOf(line) !== nameOf(words) || aboutOf(line) !== about);
}

// The numbers on the page of the figures that stand in an article, by their words.
function numbersOf(article) {
  article.numbers ??= new Map(rows.map(numberOf).filter((n) => articleOf(n) === article).map((n) => [nameOf(wordsOf(n)), n]));
  return article.numbers;
}

// ---- A form with the fields of a figure ----

const fieldsOf = [
  ["value", "number"], ["unit", "text"], ["modifier", "word"], ["role", "word"], ["direction", "word"],
  ["indicator", "text"], ["period", "days"], ["place", "text"], ["part_of", "link"], ["target", "link"],
];
const always = ["modifier", "role"];

// What a field holds in the record, as a line gives it; empty where there is no record yet.
function heldIn(n, field) {
  if (!n) return "";
  if (field === "unit") return [cell(n, "unit"), cell(n, "per")].filter(Boolean).join("/");
  if (field === "period") {
    const [start, end] = [cell(n, "period_start"), cell(n, "period_end")];
    return start || end ? `${start}..${end}` : "";
  }
  if (field === "part_of" || field === "target") {
    const other = data().records[n - 1][field === "target" ? 3 : 2];
    return other ? nameOf(wordsOf(other)) : "";
  }
  return cell(n, field);
}

const valueIn = (line) => (line.to ? nameOf(line.to) : String(line.value ?? ""));

function form(article, words, n) {
  const said = Object.fromEntries(saidOf(article, words).filter((line) => line.field).map((line) => [line.field, valueIn(line)]));
  const made = element("form", [], { class: "fix", autocomplete: "off" });
  for (const [field, kind] of fieldsOf) made.append(...inputs(field, kind, said[field] ?? heldIn(n, field), article, n));
  const cancel = element("button", say("cancel"), { type: "button" });
  made.append(element("p", [element("button", say("save"), { type: "submit" }), cancel], { class: "buttons" }));
  cancel.addEventListener("click", () => close(made));
  made.addEventListener("submit", (event) => {
    event.preventDefault();
    for (const [field, kind] of fieldsOf) {
      const before = said[field] ?? heldIn(n, field);
      const now = entered(made, field, kind);
      if (now === undefined) return;
      if (now === before) continue;
      const isCorrected = n && cell(n, "corrected").split("|").includes(field);
      if (now === heldIn(n, field) && !isCorrected) untell(article, words, field);
      else if (kind === "link") tell(article, words, { field, ...(now && { to: linked(now) }) });
      else tell(article, words, { field, value: now || null });
    }
    close(made);
    changed(article);
  });
  return made;
}

function close(made) {
  const opener = made.opener;
  made.remove();
  opener?.removeAttribute("hidden");
  opener?.querySelector("button").focus({ preventScroll: true });
}

function linked(name) {
  const [quote, prefix, suffix, block] = JSON.parse(name);
  return { quote, prefix, suffix, block };
}

function inputs(field, kind, held, article, n) {
  const name = data().words.field[field] ?? field;
  const label = (text, input) => element("label", [element("span", text), input]);
  const option = (value, text) => element("option", text, { value, ...(value === held && { selected: "" }) });
  if (kind === "days") {
    const [start, end] = held ? held.split("..") : ["", ""];
    return [["start", start], ["end", end]].map(([which, value]) =>
      label(say("period_" + which), element("input", "", { name: "period_" + which, type: "date", value })));
  }
  if (kind === "word" || kind === "link") {
    const words = kind === "word"
      ? Object.entries(data().words.cell[field])
      : [...numbersOf(article)].filter(([, other]) => other !== n).map(([words, other]) =>
          [words, `${cell(other, "id")} · ${$("r" + other).querySelector(".value").textContent}`]);
    const none = always.includes(field) && n ? [] : [option("", "–")];
    return [label(name, element("select", [...none, ...words.map(([value, text]) => option(value, text))], { name: field }))];
  }
  const value = kind === "number" && held ? localNumber(held) : held;
  const lang = kind === "text" ? { lang: "vi" } : { inputmode: "decimal" };
  return [label(name, element("input", "", { name: field, type: "text", value, ...lang }))];
}

// What was entered, as a line gives it; undefined where it is no number.
function entered(made, field, kind) {
  if (kind === "days") {
    const [start, end] = ["period_start", "period_end"].map((name) => made.elements[name].value);
    return start || end ? `${start}..${end}` : "";
  }
  const input = made.elements[field];
  const text = input.value.trim();
  if (kind !== "number" || !text) return text;
  const [thousands, decimals] = data().words.marks;
  const plain = text.replace(/\s/g, "").replaceAll(thousands, "").replace(decimals, ".").replace("−", "-");
  const isNumber = /^-?\d+(\.\d+)?$/.test(plain);
  input.setCustomValidity(isNumber ? "" : say("no_number"));
  input.addEventListener("input", () => input.setCustomValidity(""), { once: true });
  if (isNumber) return plain;
  input.reportValidity();
  return undefined;
}

// The buttons of an open record.
function fixing(n) {
  const article = articleOf(n);
  const words = wordsOf(n);
  const isNone = saidOf(article, words).some((line) => line.action === "no_figure");
  const edit = element("button", say("correct"), { type: "button" });
  const none = element("button", say(isNone ? "is_figure" : "no_figure"), { type: "button", "aria-pressed": String(isNone) });
  const buttons = element("p", [edit, none], { class: "buttons" });
  edit.addEventListener("click", () => opened(buttons, form(article, words, n)));
  none.addEventListener("click", () => {
    if (isNone) untell(article, words, "no_figure");
    else tell(article, words, { action: "no_figure" });
    changed(article);
    $("r" + n).querySelector(".details .buttons [aria-pressed]").focus({ preventScroll: true });
  });
  return buttons;
}

function opened(buttons, made) {
  made.opener = buttons;
  buttons.hidden = true;
  buttons.after(made);
  made.querySelector("input, select").focus({ preventScroll: true });
}

// ---- A missed figure: the words that are selected in the article ----

let picked;
const adding = tools.querySelector(".add");
document.addEventListener("selectionchange", () => {
  const selection = getSelection();
  const found = selection.isCollapsed ? undefined : quoteOf(selection.getRangeAt(0));
  if (found || read.contains(selection.anchorNode)) picked = found;
  adding.disabled = !picked;
});

adding.addEventListener("click", () => {
  if (!picked) return;
  const { article, ...words } = picked;
  tell(article, words, { action: "add" });
  untell(article, words, "no_figure");
  picked = undefined;
  adding.disabled = true;
  getSelection().removeAllRanges();
  changed(article);
  panel.scrollIntoView({ block: "nearest" });
  panel.querySelector("li:last-child button")?.focus({ preventScroll: true });
});

// The text of an element as the article has it: without the ids of figures that share their words.
function* texts(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("sup")) yield walker.currentNode;
}

// The words of a range in one block, made whole, with what stands around them.
function quoteOf(range) {
  const block = range.startContainer.parentElement?.closest("[data-block]");
  const article = articles.find(({ element }) => element.contains(block));
  if (!article || !block.contains(range.endContainer)) return undefined;
  const cells = block.matches("tr") ? [...block.cells].filter((cell) => cell.textContent) : [block];
  let [text, start, end] = ["", -1, -1];
  cells.forEach((cell, i) => {
    if (i > 0) text += " | ";
    for (const node of texts(cell)) {
      if (range.intersectsNode(node)) {
        const from = node === range.startContainer ? range.startOffset : 0;
        const upto = node === range.endContainer ? range.endOffset : node.data.length;
        if (from < upto) [start, end] = [start < 0 ? text.length + from : start, text.length + upto];
      }
      text += node.data;
    }
  });
  const isInside = (at) => /^[\p{L}\p{N}]{2}$/u.test(text.slice(at - 1, at + 1)) || /^\d[.,]\d$/.test(text.slice(at - 1, at + 2)) || /^\d[.,]\d$/.test(text.slice(at - 2, at + 1));
  while (start > 0 && isInside(start)) start -= 1;
  while (end < text.length && isInside(end)) end += 1;
  const quote = text.slice(start, end).trim();
  if (start < 0 || !quote) return undefined;
  start += text.slice(start, end).indexOf(quote);
  const before = [...text.slice(0, start)].slice(-AROUND).join("");
  const behind = [...text.slice(start + quote.length)].slice(0, AROUND).join("");
  return { article, quote, prefix: before, suffix: behind, block: Number(block.dataset.block) };
}

// ---- What was said so far: in the rows, in a list, as a file ----

function described(line) {
  if (line.action) return say(line.action === "add" ? "added" : "no_figure");
  const name = data().words.field[line.field] ?? line.field;
  const value = line.to ? line.to.quote : String(line.value ?? "") || say("nothing");
  const named = data().words.cell[line.field]?.[value] ?? value;
  return `${name}: ${line.field === "value" ? localNumber(named) : named}`;
}

function changed(article) {
  keep(article);
  // For a page that shows this one inside itself.
  document.dispatchEvent(new Event("corrected"));
  for (const [, n] of numbersOf(article)) mark(article, n);
  list();
}

function mark(article, n) {
  const row = $("r" + n);
  const said = saidOf(article, wordsOf(n));
  const isNone = said.some((line) => line.action === "no_figure");
  row.toggleAttribute("data-dropped", isNone);
  row.toggleAttribute("data-corrected", said.length > 0 || cell(n, "corrected") !== "");
  row.querySelector(".what .said")?.remove();
  if (said.length) row.querySelector(".what").append(element("small", "✎ " + said.map(described).join("; "), { class: "said" }));
  const details = row.querySelector(".details");
  if (details && !details.querySelector("form.fix")) details.querySelector(".buttons").replaceWith(fixing(n));
}

function list() {
  const all = articles.flatMap((article) => {
    const names = [...new Set(article.lines.map(nameOf))];
    return names.map((name) => [article, linked(name), numbersOf(article).get(name)]);
  });
  panel.hidden = all.length === 0;
  panel.querySelector("output").textContent = String(all.length);
  panel.querySelector("ul").replaceChildren(...all.map(([article, words, n]) => item(article, words, n)));
}

function item(article, words, n) {
  const said = saidOf(article, words);
  const quote = n
    ? element("a", `${cell(n, "id")} «${words.quote}»`, { href: "#r" + n })
    : element("span", [`…${words.prefix.slice(-16)}«`, element("b", words.quote), `»${words.suffix.slice(0, 16)}…`], { lang: "vi" });
  const buttons = element("span", [], { class: "buttons" });
  const title = articles.length > 1 ? article.element.querySelector("h2").textContent : "";
  const told = [quote, " – " + said.map(described).join("; ")];
  if (title) told.push(" ", element("small", title, { lang: "vi" }));
  const made = element("li", [element("p", told), buttons]);
  if (!n) {
    const edit = element("button", say("correct"), { type: "button", "aria-label": `${say("correct")} ${words.quote}` });
    edit.addEventListener("click", () => opened(buttons, form(article, words)));
    buttons.append(edit);
  }
  const drop = element("button", say("drop"), { type: "button", "aria-label": `${say("drop")} ${words.quote}` });
  drop.addEventListener("click", () => {
    article.lines = article.lines.filter((line) => nameOf(line) !== nameOf(words));
    changed(article);
    (panel.hidden ? adding : panel.querySelector("button")).focus({ preventScroll: true });
  });
  buttons.append(drop);
  return made;
}

panel.querySelector(".save").addEventListener("click", () => {
  const lines = articles.flatMap((article) => article.lines).map((line) => JSON.stringify(line) + "\n");
  const file = URL.createObjectURL(new Blob(lines, { type: "application/jsonl" }));
  element("a", "", { href: file, download: "corrections.jsonl" }).click();
  setTimeout(() => URL.revokeObjectURL(file), 10_000);
});

articles.filter(({ lines }) => lines.length).forEach(changed);
