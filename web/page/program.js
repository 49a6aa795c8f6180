// The program in its worker: calls that are answered later. After a fault it is started anew.

import { byId } from "./element.js";

/** The program stopped in the middle of a call, and knows nothing any more. */
export class Fault extends Error {}

/**
 * What came of an input.
 * @typedef {{ kind: "read", index: number, name: string, url: string | null, title: string | null,
 *   published: string | null, figures: number, doubtful: number, wrong: number, corrected: number, unfit: number,
 *   warnings: string[] }} Read
 * @typedef {{ kind: "failed", name: string, why: string }} Failed
 * @typedef {{ kind: "left_out", name: string, why: "no_page" | "part_of_page" | "special" | "empty" }} LeftOut
 * @typedef {Read | Failed | LeftOut} Told
 */

/** What the program is called with. */
export class Program {
  /** @type {Worker | undefined} */
  #worker;
  /** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void }>} */
  #waiting = new Map();
  #calls = 0;
  #packed = fromBase64(byId("reader", HTMLScriptElement).text);
  #code = URL.createObjectURL(new Blob([byId("worker", HTMLScriptElement).text], { type: "text/javascript" }));

  /** @returns {Promise<void>} */
  start() {
    this.#worker = new Worker(this.#code);
    this.#worker.addEventListener("message", ({ data }) => this.#answered(data));
    this.#worker.addEventListener("error", (event) => this.end(event.message));
    return this.#call("start", this.#packed);
  }

  /** Ends it in the middle of whatever it does. @param {string} why */
  end(why) {
    this.#worker?.terminate();
    this.#worker = undefined;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    waiting.forEach(({ reject }) => reject(new Fault(why)));
  }

  /** Gives the reports that would be read otherwise now. @param {object} given @returns {Promise<number[]>} */
  know = (given) => this.#call("know", JSON.stringify(given));
  /** @param {string} name @param {Blob} file @param {string} [published] @returns {Promise<void>} */
  open = (name, file, published) => this.#call("open", name, file, published);
  /** @returns {Promise<boolean>} */
  pass = () => this.#call("pass");
  /** @returns {Promise<Told | null>} */
  next = () => this.#call("next");
  /** @param {number[]} indices @returns {Promise<void>} */
  forget = (indices) => this.#call("forget", indices);
  /** @param {string[]} paths @returns {Promise<[number, LeftOut["why"] | null][]>} */
  chosen = (paths) => this.#call("chosen", paths);
  /**
   * @param {"extract" | "series" | "check"} command
   * @param {string} format
   * @param {{ lang: string, dialect?: string }} look
   * @param {number[]} which
   * @returns {Promise<Uint8Array<ArrayBuffer>>}
   */
  write = (command, format, look, which) => this.#call("write", command, format, look, which);

  /** @param {string} call @param {...unknown} args @returns {Promise<any>} */
  #call(call, ...args) {
    return new Promise((resolve, reject) => {
      if (!this.#worker) return reject(new Fault("it is not running"));
      const id = ++this.#calls;
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, call, args });
    });
  }

  /** @param {{ id: number, value?: unknown, error?: string, isFault?: boolean }} answer */
  #answered({ id, value, error, isFault }) {
    if (isFault) return this.end(error ?? "");
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) waiting?.resolve(value);
    else waiting?.reject(new Error(error));
  }
}

/** @param {string} text */
function fromBase64(text) {
  const packed = atob(text);
  const bytes = new Uint8Array(packed.length);
  for (let at = 0; at < packed.length; at += 1) bytes[at] = packed.charCodeAt(at);
  return bytes;
}
