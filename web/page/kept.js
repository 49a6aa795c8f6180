// Corrections that this browser keeps, article by article, as the evidence page writes them.

const PREFIX = "de-an-06 corrections ";

/** All of them as lines of a file of corrections. */
export function keptLines() {
  /** @type {string[]} */
  const lines = [];
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
    for (const key of keys.sort()) lines.push(...linesOf(localStorage.getItem(key)));
  } catch {
    // A browser that keeps nothing has nothing to tell.
  }
  return lines;
}

/** @param {string | null} kept */
function linesOf(kept) {
  try {
    const lines = JSON.parse(kept ?? "[]");
    if (!Array.isArray(lines)) return [];
    return lines.filter((line) => typeof line?.quote === "string").map((line) => JSON.stringify(line));
  } catch {
    return [];
  }
}
