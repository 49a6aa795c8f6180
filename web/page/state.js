// What is on the page: the desk, which report of it is shown and how, and what the user was told.

import { Desk } from "./desk.js";

/** @typedef {import("./desk.js").Item} Item */
/** @typedef {"one" | "all" | "series" | "checks"} View */

export const desk = new Desk();

export const state = {
  /** @type {Item | undefined} */
  shown: undefined,
  /** Whether the user chose it. */
  isChosen: false,
  /** @type {View} */
  view: "one",
  /** @type {string[]} */
  notes: [],
};

/** Says something above what is shown. @param {string} note */
export function tell(note) {
  state.notes.push(note);
  desk.dispatchEvent(new Event("changed"));
}

/** Shows a report. @param {Item} item */
export function choose(item) {
  Object.assign(state, { shown: item, isChosen: true, view: "one" });
  desk.dispatchEvent(new Event("changed"));
}

/** What is shown stays shown when it is read again; else the first report, or why there is none. */
export function follow() {
  const there = desk.items;
  const { shown } = state;
  if (shown && !there.includes(shown)) {
    state.shown = there.find((item) => item.source === shown.source && item.nth === shown.nth);
  }
  const isOpen = !state.shown || (!state.isChosen && state.shown.told.kind !== "read");
  if (isOpen) state.shown = there.find(({ told }) => told.kind === "read") ?? state.shown ?? there.find(({ told }) => told.kind === "failed");
}
