// Elements out of words. What comes from a document is only ever text.

/**
 * An element with attributes and content; a string becomes text.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} name
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} content
 * @returns {HTMLElementTagNameMap[T]}
 */
export function element(name, attributes = {}, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content.map((part) => (typeof part === "string" ? harmless(part) : part)));
  return made;
}

/**
 * Text without what could turn a page round, as everywhere in the program.
 * @param {string} text
 */
export const harmless = (text) => text.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "\ufffd");

/**
 * The element with this id, of this kind.
 * @template {typeof HTMLElement} T
 * @param {string} id
 * @param {T} [kind]
 * @returns {InstanceType<T>}
 */
export function byId(id, kind) {
  const found = document.getElementById(id);
  if (!(found instanceof (kind ?? HTMLElement))) throw new Error(`the page has no such element: ${id}`);
  return /** @type {InstanceType<T>} */ (found);
}
