// The screen: everything that changes on it, drawn from what is on the desk, at most once a frame.

import { byId } from "./element.js";
import { language, words } from "./language.js";
import * as list from "./list.js";
import { drawNotes } from "./notes.js";
import * as stage from "./stage.js";
import { desk, follow, state } from "./state.js";

/** Most reports that are shown together as one page. */
const TOGETHER = 100;

/** What stands on the stage; it is made again only where it would say something else. */
let staged = "";
let isWaiting = false;

/** Draws everything, soon. */
export function draw() {
  if (isWaiting) return;
  isWaiting = true;
  requestAnimationFrame(() => {
    isWaiting = false;
    follow();
    list.draw(desk.sources, state.view === "one" ? state.shown : undefined);
    document.body.toggleAttribute("data-alone", desk.items.length === 1 && desk.sources.length === 1);
    drawProgress();
    drawViews();
    drawNotes();
    set();
  });
}

function drawProgress() {
  const { sources, isRunning } = desk;
  const done = sources.filter(({ state }) => state === "read" || state === "stopped").length;
  const isStopped = !isRunning && sources.some(({ state }) => state === "stopped");
  byId("progress").hidden = !isRunning && !isStopped;
  const bar = byId("progress-bar", HTMLProgressElement);
  bar.max = Math.max(sources.length, 1);
  bar.value = done;
  bar.hidden = !isRunning;
  byId("stop").textContent = isStopped ? words().goOn : words().stop;
  byId("progress-words").textContent = desk.isReady ? words().progressOf(done, sources.length) : words().preparing;
  const read = desk.read;
  const figures = read.reduce((sum, { told }) => sum + told.figures, 0);
  const count = (/** @type {string} */ kind) => desk.items.filter(({ told }) => told.kind === kind).length;
  const [failed, leftOut] = [count("failed"), count("left_out")];
  byId("total").textContent =
    words().total(read.length, figures) + (failed ? words().totalFailed(failed) : "") + (leftOut ? words().totalLeftOut(leftOut) : "");
  byId("save", HTMLButtonElement).disabled = read.length === 0;
  byId("print", HTMLButtonElement).disabled = read.length === 0;
}

function drawViews() {
  const isMany = desk.read.length > 1;
  if (!isMany && state.view !== "checks") state.view = "one";
  for (const button of byId("views").querySelectorAll("button[data-view]")) {
    const view = button.getAttribute("data-view");
    button.toggleAttribute("hidden", !isMany && view !== "one" && view !== "checks");
    button.setAttribute("aria-pressed", String(view === state.view));
  }
}

/** Puts on the stage what is to be seen. What is made of all reports waits until they are read. */
async function set() {
  const { view, shown } = state;
  if (view !== "one" && desk.isRunning) {
    if (staged !== "") stage.say(words().making);
    staged = "";
    return;
  }
  const items = view === "one" ? desk.read.filter((item) => item === shown) : desk.read;
  const wanted = JSON.stringify([view, language(), items.map(({ told }) => told.index), view === "one" && shown?.told, !shown && desk.isRunning]);
  if (wanted === staged) return;
  staged = wanted;
  const [only] = items;
  if (!only) return sayWhy();
  if (view === "all" && items.length > TOGETHER) return stage.say(words().viewAll, words().tooMany(TOGETHER));
  const free = stage.busy();
  try {
    const command = /** @type {const} */ ({ one: "extract", all: "extract", series: "series", checks: "check" })[view];
    const page = await desk.write(command, "html", { lang: language() }, items);
    const what = view === "one" ? (only.told.title ?? only.told.name) : words().workHeading;
    if (wanted === staged) stage.show(new TextDecoder().decode(page), what);
  } catch {
    // The program was started anew; what is read again is shown then.
    staged = "";
  } finally {
    free();
  }
}

/** Why there is nothing to see. */
function sayWhy() {
  const told = state.shown?.told;
  if (told?.kind === "failed") stage.say(words().failedHeading(told.name), list.whyOf(told.why));
  else if (told?.kind === "left_out") stage.say(told.name, words().left(words().why[told.why]));
  else stage.say(desk.isRunning ? words().making : words().none);
}
