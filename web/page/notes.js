// What the user should know or say, above what is shown: corrections that do not count yet, a day that is missing.

import { byId, element } from "./element.js";
import { know } from "./intake.js";
import { keptLines } from "./kept.js";
import { language, words } from "./language.js";
import { desk, state } from "./state.js";

/** Draws them where they say something else than before: what is typed into them stays. */
export function drawNotes() {
  const notes = state.notes.map((note) => element("p", {}, note));
  const open = pending();
  if (open > 0 && desk.read.length > 0) notes.push(again(open));
  const { view, shown } = state;
  if (view === "one" && shown?.told.kind === "read") {
    if (shown.told.unfit > 0) notes.push(element("p", {}, words().unfit(shown.told.unfit)));
    if (!shown.told.published) notes.push(dayOf(shown.source));
  }
  const place = byId("notes");
  const said = JSON.stringify([notes.map((note) => note.textContent), shown?.told.name, desk.isRunning, language()]);
  if (place.dataset.said === said) return;
  place.dataset.said = said;
  place.replaceChildren(...notes);
}

/** How many corrections of this browser were made or taken back since what is read was read. */
function pending() {
  const kept = keptLines();
  const counted = desk.counted.split("\n").filter(Boolean);
  const made = kept.filter((line) => !counted.includes(line)).length;
  return made || counted.filter((line) => !kept.includes(line)).length;
}

/** @param {number} open */
function again(open) {
  const button = element("button", { type: "button", class: "main" }, words().again);
  button.disabled = desk.isRunning;
  button.addEventListener("click", know);
  return element("p", { class: "pending" }, `${words().pending(open)} `, button);
}

/** Asks for the day of a report that names none. @param {import("./desk.js").Source} source */
function dayOf(source) {
  const day = element("input", { type: "date", "aria-label": words().sayDay });
  const button = element("button", { type: "button" }, words().useDay);
  button.addEventListener("click", () => {
    if (!day.value) return day.focus();
    source.published = day.value;
    return desk.again([source]);
  });
  return element("p", { class: "day" }, `${words().noDay} `, element("label", {}, `${words().sayDay} `, day), " ", button);
}
