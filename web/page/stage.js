// The stage: the pages that the program makes of what was read, shown as they are.
// They are whole documents with a policy of their own; here they stand in a frame of the same origin, so that what
// is corrected in them is kept, and what is clicked leads where it should.

import { byId, element } from "./element.js";
import { words } from "./language.js";

const place = byId("shown");

/** @type {HTMLIFrameElement | undefined} */
let frame;
/** @type {{ corrected: () => void, dragged: (event: DragEvent) => void, key: (event: KeyboardEvent) => void } | undefined} */
let hears;

/** What the page does about what happens in a frame. @param {NonNullable<typeof hears>} does */
export function listen(does) {
  hears = does;
}

/** Shows a page of the program. @param {string} html @param {string} what */
export function show(html, what) {
  const made = element("iframe", { title: words().frame(what) });
  made.srcdoc = html;
  made.addEventListener("load", () => attend(made));
  place.replaceChildren(made);
  frame = made;
}

/** Shows words instead. @param {string} heading @param {...string} lines */
export function say(heading, ...lines) {
  frame = undefined;
  place.replaceChildren(element("div", { class: "message" }, element("h2", {}, heading), ...lines.map((line) => element("p", {}, line))));
}

/** Says that a page is being made, where that takes long. */
export function busy() {
  place.setAttribute("aria-busy", "true");
  return () => place.removeAttribute("aria-busy");
}

/** Prints the page that is shown, and nothing around it. */
export function print() {
  if (!frame?.contentWindow) return;
  frame.contentWindow.focus();
  frame.contentWindow.print();
}

/** @param {HTMLIFrameElement} made */
function attend(made) {
  const inside = made.contentDocument;
  if (!inside) return;
  inside.addEventListener("click", (event) => follow(event, inside));
  inside.addEventListener("corrected", () => hears?.corrected());
  for (const name of /** @type {const} */ (["dragenter", "dragover", "drop"])) {
    inside.addEventListener(name, (event) => hears?.dragged(event));
  }
  inside.addEventListener("keydown", (event) => hears?.key(event));
}

/** A link inside the page goes to its place there; one to the web opens beside the page. @param {MouseEvent} event @param {Document} inside */
function follow(event, inside) {
  // An element of the frame is of another realm, so `instanceof` does not know it.
  const link = /** @type {Element | null} */ (event.target)?.closest("a[href]");
  if (!link || event.defaultPrevented) return;
  event.preventDefault();
  const address = link.getAttribute("href") ?? "";
  if (address.startsWith("#")) {
    const target = inside.getElementById(address.slice(1));
    target?.scrollIntoView();
    if (target && !target.matches("a, button, input, select, textarea")) target.tabIndex = -1;
    target?.focus({ preventScroll: true });
  } else if (/^https?:/i.test(address)) {
    open(address, "_blank", "noopener,noreferrer");
  }
}
