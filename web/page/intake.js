// What comes in: reports go to the desk, the user's own files to what it reads with.

import { language, words } from "./language.js";
import { ownOf } from "./own.js";
import { desk, tell } from "./state.js";

/** @typedef {import("./dropped.js").Given} Given */

/** Takes what was dropped, chosen or pasted. @param {Given[]} given */
export async function take(given) {
  /** @type {Given[]} */
  const files = [];
  for (const one of given) {
    const own = await ownOf(one);
    if (own) await takeOwn(own);
    else files.push(one);
  }
  if (files.length > 0) document.body.dataset.step = "work";
  // A file that is chosen by itself is read whatever it is called; one of a folder only if it may be a report.
  const inFolders = files.filter(({ name }) => name.includes("/"));
  const read = files.filter(({ name }) => !name.includes("/"));
  for (const [at, why] of await desk.chosen(inFolders.map(({ name }) => name))) {
    const one = inFolders[at];
    if (one && why) desk.leaveOut({ kind: "left_out", name: one.name, why });
    else if (one) read.push(one);
  }
  await know();
  await desk.add(read);
}

/** @param {NonNullable<Awaited<ReturnType<typeof ownOf>>>} own */
async function takeOwn({ kind, own }) {
  const before = desk[kind];
  desk[kind] = [...before.filter(({ name }) => name !== own.name), own];
  try {
    desk.again(await desk.know(language()));
    tell(words()[kind === "lexicons" ? "knownLexicon" : "knownCorrections"](own.name));
  } catch (error) {
    desk[kind] = before;
    tell(words().refused(String(/** @type {Error} */ (error).message)));
  }
}

/** Tells the desk in which language and with which corrections it is to read; what was read otherwise is read again. */
export async function know() {
  try {
    desk.again(await desk.know(language()));
  } catch (error) {
    tell(words().refused(String(/** @type {Error} */ (error).message)));
  }
}
