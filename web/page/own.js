// The user's own files among what was dropped: a lexicon, or corrections that were saved before.

/** @typedef {import("./dropped.js").Given} Given */
/** @typedef {{ name: string, text: string }} Own */

/**
 * What a file is: a lexicon ends in `.toml`; corrections are lines or a table that quote words of a text.
 * @param {Given} given
 * @returns {Promise<{ kind: "lexicons" | "corrections", own: Own } | undefined>}
 */
export async function ownOf({ name, file }) {
  const end = name.toLowerCase().split(".").pop();
  if (end === "toml") return { kind: "lexicons", own: { name, text: await file.text() } };
  if (end !== "jsonl" && end !== "csv") return undefined;
  const first = (await file.slice(0, 64 * 1024).text()).split("\n").find((line) => line.trim()) ?? "";
  const isCorrections = end === "csv" ? /(^|[,;\ufeff])"?quote"?([,;]|\r?$)/.test(first) : quotes(first);
  return isCorrections ? { kind: "corrections", own: { name, text: await file.text() } } : undefined;
}

/** @param {string} line */
function quotes(line) {
  try {
    return "quote" in JSON.parse(line.replace(/^\ufeff/, ""));
  } catch {
    return false;
  }
}
