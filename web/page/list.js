// The list of what was read: a line each, with what is to be looked at. It can be searched and filtered.

import { byId, element, harmless } from "./element.js";
import { words } from "./language.js";

/** @typedef {import("./desk.js").Item} Item */
/** @typedef {import("./desk.js").Source} Source */
/** @typedef {{ line: HTMLLIElement, said: string, text: string, is: Set<string> }} Line */

/** From how many lines on they can be searched. */
const MANY = 8;

const list = byId("list", HTMLOListElement);
const find = byId("find-words", HTMLInputElement);
const kinds = byId("kinds");

/** @type {Map<Item | Source, Line>} */
let lines = new Map();
let kind = "kindAll";
let drawnIn = "";

/**
 * Shows what there is, and which of it is on the stage.
 * @param {Source[]} sources
 * @param {Item | undefined} shown
 */
export function draw(sources, shown) {
  const all = sources.flatMap((source) => /** @type {(Item | Source)[]} */ (source.items.length > 0 ? source.items : [source]));
  if (drawnIn !== document.documentElement.lang) lines = new Map();
  drawnIn = document.documentElement.lang;
  /** @type {typeof lines} */
  const kept = new Map();
  for (const one of all) kept.set(one, lined(one, lines.get(one)));
  lines = kept;
  const wanted = [...lines.values()].map(({ line }) => line);
  if (wanted.length !== list.children.length || wanted.some((line, at) => list.children[at] !== line)) {
    list.replaceChildren(...wanted);
  }
  for (const [one, { line }] of lines) {
    const button = line.querySelector("button.pick");
    if (one === shown) button?.setAttribute("aria-current", "true");
    else button?.removeAttribute("aria-current");
  }
  byId("find").hidden = all.length < MANY;
  drawKinds();
  filter();
}

/** What a click or a key chose. @param {(chosen: Item) => void} pick @param {(source: Source) => void} remove */
export function listen(pick, remove) {
  list.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element)) return;
    const line = target.closest("li");
    const one = [...lines].find(([, own]) => own.line === line)?.[0];
    if (!one) return;
    if (target.closest(".remove")) remove("source" in one ? one.source : one);
    else if (target.closest(".pick") && "source" in one) pick(one);
  });
  find.addEventListener("input", filter);
}

/** The line of an item or of a file that waits, made anew where it says something else. @param {Item | Source} one @param {Line | undefined} old @returns {Line} */
function lined(one, old) {
  const { title, facts, is } = "source" in one ? ofItem(one) : ofWaiting(one);
  const said = JSON.stringify([title, facts]);
  if (old?.said === said) return old;
  const name = "source" in one ? one.told.name : one.name;
  const lines = [element("b", { lang: "vi" }, title), ...facts.map(([kind, text]) => element("span", { class: kind }, text))];
  const pick = element("button", { type: "button", class: "pick" }, ...lines);
  pick.disabled = !("source" in one);
  const remove = element("button", { type: "button", class: "remove", "aria-label": words().remove(name), title: words().remove(name) }, "×");
  const line = old?.line ?? element("li");
  line.replaceChildren(pick, remove);
  line.className = [...is].join(" ");
  return { line, said, text: folded(`${title} ${name}`), is };
}

/** @param {Item} item @returns {{ title: string, facts: [string, string][], is: Set<string> }} */
function ofItem({ told }) {
  const say = words();
  if (told.kind === "left_out") return { title: told.name, facts: [["soft", say.left(say.why[told.why])]], is: new Set(["left-out"]) };
  if (told.kind === "failed") return { title: told.name, facts: [["bad", whyOf(told.why)]], is: new Set(["kindFailed"]) };
  const is = new Set([...(told.doubtful ? ["kindDoubt"] : []), ...(told.wrong ? ["kindWrong"] : [])]);
  /** @type {[string, string][]} */
  const facts = [["soft", [told.title ? told.name : "", say.figures(told.figures)].filter(Boolean).join(" · ")]];
  const marks = [
    ["bad", told.wrong && say.wrong(told.wrong)],
    ["doubt", told.doubtful && say.doubtful(told.doubtful)],
    ["good", told.corrected && say.corrected(told.corrected)],
  ];
  for (const [kind, text] of marks) if (kind && text) facts.push([`mark ${kind}`, text]);
  return { title: told.title ?? told.name, facts, is };
}

/** @param {Source} source @returns {{ title: string, facts: [string, string][], is: Set<string> }} */
function ofWaiting({ name, state }) {
  const say = words();
  const text = state === "stopped" ? say.stopped : state === "reading" ? say.reading("") : say.waiting;
  return { title: name, facts: [["soft", text]], is: new Set(["waits"]) };
}

/** Why a file could not be read, in words. @param {string} why */
export const whyOf = (why) => (why === "crashed" || why === "cut" ? words()[why] : why);

/** The buttons that filter, each with how many there are. */
function drawKinds() {
  const all = [...lines.values()];
  const named = /** @type {const} */ (["kindAll", "kindWrong", "kindDoubt", "kindFailed"]);
  const counts = named.map((name) => (name === "kindAll" ? all.length : all.filter(({ is }) => is.has(name)).length));
  if (counts[named.findIndex((name) => name === kind)] === 0) kind = "kindAll";
  kinds.hidden = all.length < 2 || counts.slice(1).every((count) => count === 0);
  const said = JSON.stringify([counts, kind, drawnIn]);
  if (kinds.dataset.said === said) return;
  kinds.dataset.said = said;
  const had = document.activeElement?.getAttribute("data-kind");
  kinds.replaceChildren(...named.flatMap((name, at) => {
    if (counts[at] === 0) return [];
    const button = element("button", { type: "button", "data-kind": name, "aria-pressed": String(kind === name) }, `${words()[name]} ${counts[at]}`);
    button.addEventListener("click", () => {
      kind = name;
      drawKinds();
      filter();
    });
    return [button];
  }));
  if (had) kinds.querySelector(`[data-kind="${had}"]`)?.dispatchEvent(new Event("focus"));
}

function filter() {
  const asked = folded(find.value).split(/\s+/).filter(Boolean);
  for (const { line, text, is } of lines.values()) {
    line.hidden = !(kind === "kindAll" || is.has(kind)) || !asked.every((word) => text.includes(word));
  }
}

/** Text as it is searched: without capitals and diacritics. @param {string} text */
const folded = (text) => harmless(text).toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d");
