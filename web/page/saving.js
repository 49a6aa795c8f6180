// What can be taken away: every format that the program writes, of one report or of all.

import { byId, element } from "./element.js";
import { language, words } from "./language.js";
import { keptLines } from "./kept.js";

/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {Desk["read"][number]} ReadItem */
/** @typedef {keyof import("./words/vi.js").Words["formats"]} FormatName */

const TYPES = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv",
  json: "application/json",
  jsonl: "application/jsonl",
  html: "text/html",
};

/** How each format is written: the command, the format, what the file is called. */
/** @type {Record<Exclude<FormatName, "corrections">, ["extract" | "series" | "check", keyof typeof TYPES, "fileName" | "evidenceName" | "seriesName" | "checksName", string?]>} */
const FORMATS = {
  xlsx: ["extract", "xlsx", "fileName"],
  excel: ["extract", "csv", "fileName", "excel"],
  html: ["extract", "html", "evidenceName"],
  seriesXlsx: ["series", "xlsx", "seriesName"],
  checksCsv: ["check", "csv", "checksName", "excel"],
  csv: ["extract", "csv", "fileName"],
  json: ["extract", "json", "fileName"],
  jsonl: ["extract", "jsonl", "fileName"],
};

const dialog = byId("saving", HTMLDialogElement);
const formats = byId("formats");
const said = byId("saving-said");

/** Opens the dialog. @param {Desk} desk @param {ReadItem | undefined} shown */
export function openSaving(desk, shown) {
  const all = desk.read;
  byId("which-all").textContent = words().whichAll(all.length);
  byId("which-one").textContent = words().whichOne(shown?.told.title ?? shown?.told.name ?? "");
  byId("saving-which").hidden = all.length < 2 || !shown;
  said.textContent = "";
  const chosen = () => {
    const one = dialog.querySelector("input[value=one]");
    return shown && one instanceof HTMLInputElement && one.checked && all.length > 1 ? [shown] : all;
  };
  const names = /** @type {FormatName[]} */ (Object.keys(FORMATS)).filter((name) => name !== "seriesXlsx" || all.length > 1);
  if (keptLines().length > 0) names.push("corrections");
  formats.replaceChildren(...names.map((name) => {
    const [title, what] = words().formats[name];
    const button = element("button", { type: "button", "data-format": name }, element("b", {}, title ?? ""), element("span", {}, what ?? ""));
    button.addEventListener("click", () => save(desk, name, chosen()));
    return element("li", {}, button);
  }));
  dialog.showModal();
}

/** @param {Desk} desk @param {FormatName} name @param {ReadItem[]} items */
async function save(desk, name, items) {
  try {
    if (name === "corrections") {
      return give(keptLines().map((line) => line + "\n").join(""), "application/jsonl", "corrections.jsonl");
    }
    const [command, format, called, dialect] = FORMATS[name];
    const bytes = await desk.write(command, format, { lang: language(), ...(dialect && { dialect }) }, items);
    give(bytes, TYPES[format], `${words()[called]}.${format}`);
  } catch (error) {
    said.textContent = words().refused(String(/** @type {Error} */ (error).message));
  }
}

/** @param {BlobPart} content @param {string} type @param {string} name */
function give(content, type, name) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  said.textContent = words().saved(name);
}
