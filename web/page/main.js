// The page begins here: what the user does, and where it is done.

import { ofChoice, ofDrop } from "./dropped.js";
import { byId, element } from "./element.js";
import { example } from "./example.js";
import { know, take } from "./intake.js";
import { language, sayAll, speak, words } from "./language.js";
import * as list from "./list.js";
import { openSaving } from "./saving.js";
import { draw } from "./screen.js";
import * as stage from "./stage.js";
import { choose, desk, state, tell } from "./state.js";

// ---- Giving reports ----

const files = byId("files", HTMLInputElement);
const folder = byId("folder", HTMLInputElement);
const paste = byId("paste", HTMLDialogElement);
const ways = {
  files: () => files.click(),
  folder: () => folder.click(),
  text: () => {
    paste.returnValue = "";
    paste.showModal();
  },
};
for (const button of document.querySelectorAll("[data-give]")) {
  button.addEventListener("click", ways[/** @type {keyof typeof ways} */ (button.getAttribute("data-give"))]);
}
byId("add").addEventListener("click", () => byId("adding", HTMLDialogElement).showModal());
for (const input of [files, folder]) {
  input.addEventListener("change", () => {
    take(ofChoice(input.files));
    input.value = "";
  });
}

let pasted = 0;
paste.addEventListener("close", () => {
  if (paste.returnValue !== "read") return;
  const [text, day] = [byId("paste-text", HTMLTextAreaElement), byId("paste-day", HTMLInputElement)];
  pasted += 1;
  take([{ name: `${words().pastedName}-${pasted}.txt`, file: new Blob([text.value]), ...(day.value && { published: day.value }) }]);
  [text.value, day.value] = ["", ""];
});

byId("example").addEventListener("click", () => {
  const { name, published, text } = example;
  take([{ name, published, file: new Blob([text]) }]);
});

// Over the page, and over the page that is shown in it.
const dropping = byId("dropping");
/** @param {DragEvent} event */
function dragged(event) {
  if (!event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  dropping.hidden = event.type === "drop" || event.type === "dragleave";
  if (event.type === "drop") ofDrop(event.dataTransfer).then(take, refuse);
}
/** @param {Error} error */
function refuse(error) {
  const said = words().closed(error.message);
  if (document.body.dataset.step === "work") tell(said);
  else byId("drop-said").textContent = said;
}
for (const name of /** @type {const} */ (["dragenter", "dragover", "drop"])) addEventListener(name, dragged);
dropping.addEventListener("dragleave", dragged);

// ---- Looking at them ----

/** On a narrow window either the list or the stage is shown. @param {"list" | "stage"} side */
const turnTo = (side) => (document.body.dataset.side = side);
byId("side-toggle").addEventListener("click", () => turnTo("list"));
list.listen(
  (item) => {
    turnTo("stage");
    choose(item);
  },
  (source) => {
    if (state.shown?.source === source) Object.assign(state, { shown: undefined, isChosen: false });
    desk.remove(source);
  },
);

byId("views").addEventListener("click", ({ target }) => {
  const view = target instanceof Element ? target.closest("button")?.dataset.view : undefined;
  if (view === "one" || view === "all" || view === "series" || view === "checks") state.view = view;
  draw();
});

byId("stop").addEventListener("click", () => {
  if (desk.isRunning) desk.stop();
  else desk.again(desk.sources.filter(({ state }) => state === "stopped"));
});

// ---- Taking them away ----

byId("save").addEventListener("click", () => openSaving(desk, desk.read.find((item) => item === state.shown)));
byId("print").addEventListener("click", stage.print);
/** @param {KeyboardEvent} event */
function key(event) {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "p" || document.body.dataset.step === "start") return;
  event.preventDefault();
  stage.print();
}
addEventListener("keydown", key);

// ---- The language, and what the page is ----

const lang = byId("lang", HTMLSelectElement);
lang.addEventListener("change", async () => {
  speak(lang.value);
  sayAbout();
  draw();
  await know();
  // Why a file could not be read is said when it is read.
  desk.again(desk.sources.filter(({ items }) => items.some(({ told }) => told.kind === "failed")));
});

function sayAbout() {
  byId("about-text").replaceChildren(...words().aboutText.map((text) => element("p", {}, text)));
  const version = document.querySelector("meta[name=version]")?.getAttribute("content") ?? "";
  byId("version").textContent = words().version(version);
}
byId("about-open").addEventListener("click", () => byId("about", HTMLDialogElement).showModal());

// ---- Begin ----

lang.value = language();
// A browser that fills in what stood there before the page was loaded again does so before this.
addEventListener("pageshow", () => (lang.value = language()));
sayAll();
sayAbout();
stage.listen({ corrected: draw, dragged, key });
desk.addEventListener("changed", draw);
addEventListener("storage", draw);
desk.know(language()).then(
  () => {
    document.documentElement.dataset.ready = "program";
    performance.mark("ready");
  },
  () => {
    document.body.dataset.step = "work";
    stage.say(words().noWasm);
  },
);
