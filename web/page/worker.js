// The worker: the program beside the page, so that reading never holds the page up.
// A message is a call `{id, call, args}`; the answer is its value or why there is none.

import { XzReadableStream } from "xz-decompress";
import init, { Reader, chosen } from "../reader/reader.js";

/** @type {Reader} */
let reader;

const calls = {
  /** @param {Uint8Array<ArrayBuffer>} packed */
  async start(packed) {
    const unpacked = new XzReadableStream(new Blob([packed]).stream());
    await init({ module_or_path: await new Response(unpacked).arrayBuffer() });
    reader = new Reader();
  },
  /** @param {string} given */
  know: (given) => [...reader.know(given)],
  /** @param {string} name @param {Blob} file @param {string | undefined} published */
  async open(name, file, published) {
    reader.open(name, new Uint8Array(await file.arrayBuffer()), published);
  },
  pass: () => reader.pass(),
  next() {
    const told = reader.next();
    return told === undefined ? null : JSON.parse(told);
  },
  /** @param {number[]} indices */
  forget: (indices) => indices.forEach((index) => reader.forget(index)),
  /** @param {string[]} paths */
  chosen: (paths) => JSON.parse(chosen(JSON.stringify(paths))),
  /** @param {"extract" | "series" | "check"} command @param {string} format @param {object} look @param {number[]} which */
  write: (command, format, look, which) => reader[command](format, JSON.stringify(look), new Uint32Array(which)),
};

addEventListener("message", async ({ data }) => {
  const { id, call, args } = data;
  try {
    // @ts-expect-error: the page calls only what is here.
    const value = await calls[call](...args);
    postMessage({ id, value }, { transfer: value instanceof Uint8Array ? [value.buffer] : [] });
  } catch (error) {
    // The program says what is wrong as a text. Anything else is a fault, after which it cannot be trusted.
    const isFault = typeof error !== "string";
    postMessage({ id, error: String(error), isFault });
  }
});
