// The language of the page: chosen by the user, else that of the browser, else Vietnamese.
// `data-word` says which words an element shows, `data-word-label` which are its label.

import { vi } from "./words/vi.js";
import { en } from "./words/en.js";

const KEPT = "de-an-06 language";
const all = { vi, en };

/** @typedef {keyof typeof all} Lang */
/** @typedef {import("./words/vi.js").Words} Words */

/** @type {Lang} */
let lang = first();

/** @returns {Lang} */
function first() {
  const kept = read();
  if (kept === "vi" || kept === "en") return kept;
  const wanted = navigator.languages.find((tag) => /^(vi|en)\b/.test(tag)) ?? "vi";
  return wanted.startsWith("en") ? "en" : "vi";
}

function read() {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

export const language = () => lang;

/** The words of the page. */
export const words = () => all[lang];

/** @param {string} chosen */
export function speak(chosen) {
  lang = chosen === "en" ? "en" : "vi";
  try {
    localStorage.setItem(KEPT, lang);
  } catch {
    // The next visit begins in the language of the browser.
  }
  sayAll();
}

/** Puts the words into the page. */
export function sayAll() {
  document.documentElement.lang = lang;
  document.title = `de-an-06 – ${words().tagline}`;
  for (const element of document.querySelectorAll("[data-word]")) {
    element.textContent = word(element.getAttribute("data-word"));
  }
  for (const element of document.querySelectorAll("[data-word-label]")) {
    element.setAttribute("aria-label", word(element.getAttribute("data-word-label")));
  }
}

/** @param {string | null} key */
function word(key) {
  const said = Object.entries(words()).find(([name]) => name === key)?.[1];
  if (typeof said !== "string") throw new Error(`no words for ${key}`);
  return said;
}
