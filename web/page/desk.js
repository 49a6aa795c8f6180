// The desk: all files that were given, read one after another, and what came of each.
// It tells of every change by an event; nothing of it is shown here.

import { Fault, Program } from "./program.js";
import { keptLines } from "./kept.js";

/** @typedef {import("./program.js").Told} Told */
/** @typedef {import("./program.js").Read} Read */
/** @typedef {import("./dropped.js").Given} Given */
/** @typedef {import("./own.js").Own} Own */

/**
 * A file, and what came of what is in it.
 * @typedef {{ name: string, file: Blob, published?: string, state: "waiting" | "reading" | "read" | "stopped",
 *   items: Item[], harmful: Map<number, "crashed" | "cut"> }} Source
 * @typedef {{ source: Source, nth: number, told: Told }} Item
 */

/** How long the program may go on with what it does when it is to stop, in milliseconds. */
const PATIENCE = 1500;

export class Desk extends EventTarget {
  /** @type {Source[]} */
  sources = [];
  /** @type {Own[]} */
  lexicons = [];
  /** @type {Own[]} */
  corrections = [];
  /** The corrections of this browser that count in what was read. */
  counted = "";
  lang = "vi";
  isRunning = false;
  isReady = false;
  #program = new Program();
  #started = this.#start();
  #isStopping = false;

  /** All items in the order of the files. */
  get items() {
    return this.sources.flatMap((source) => source.items);
  }

  /** Those that were read. @returns {(Item & { told: Read })[]} */
  get read() {
    // @ts-expect-error: the kind says so.
    return this.items.filter(({ told }) => told.kind === "read");
  }

  /** The source that is being read. */
  get current() {
    return this.sources.find(({ state }) => state === "reading");
  }

  /** Which files of a folder are read. @param {string[]} paths */
  async chosen(paths) {
    await this.#started;
    return this.#program.chosen(paths);
  }

  /** Takes files and reads them. @param {Given[]} given */
  add(given) {
    this.sources.push(...given.map((one) => ({ ...one, state: /** @type {const} */ ("waiting"), items: [], harmful: new Map() })));
    this.#changed();
    return this.run();
  }

  /** Takes notice of a file that is not read. @param {import("./program.js").LeftOut} told */
  leaveOut(told) {
    /** @type {Source} */
    const source = { name: told.name, file: new Blob(), state: "read", items: [], harmful: new Map() };
    source.items.push({ source, nth: 0, told });
    this.sources.push(source);
    this.#changed();
  }

  /** Reads files once more. @param {Source[]} sources */
  again(sources) {
    for (const source of sources) if (source.state !== "reading") source.state = "waiting";
    this.#changed();
    return this.run();
  }

  /** Takes a file off the desk. @param {Source} source */
  async remove(source) {
    this.sources = this.sources.filter((other) => other !== source);
    this.#changed();
    await this.#program.forget(indicesOf(source.items)).catch(() => {});
  }

  /**
   * Tells the program of the user's own files and of the corrections that are kept. Gives the files that would be read
   * otherwise now.
   * @param {string} lang
   */
  async know(lang) {
    await this.#started;
    const kept = keptLines();
    const stale = new Set(await this.#tell(lang, kept));
    this.counted = kept.join("\n");
    const isStale = (/** @type {Item} */ { told }) => told.kind === "read" && stale.has(told.index);
    return this.sources.filter(({ items }) => items.some(isStale));
  }

  /** @param {string} lang @param {string[]} kept */
  async #tell(lang, kept) {
    const own = kept.length > 0 ? [{ name: "corrections.jsonl", text: kept.join("\n") }] : [];
    this.lang = lang;
    const given = { lang, lexicons: this.lexicons, corrections: this.corrections };
    try {
      return await this.#program.know({ ...given, corrections: [...this.corrections, ...own] });
    } catch (error) {
      // What a browser kept is no mistake of the user.
      if (own.length === 0) throw error;
      return this.#program.know(given);
    }
  }

  /**
   * What was read in a format.
   * @param {"extract" | "series" | "check"} command
   * @param {string} format
   * @param {{ lang: string, dialect?: string }} look
   * @param {(Item & { told: Read })[]} items
   */
  async write(command, format, look, items) {
    await this.#started;
    try {
      return await this.#program.write(command, format, look, items.map(({ told }) => told.index));
    } catch (error) {
      if (error instanceof Fault && !this.isRunning) {
        await this.#restart();
        this.run();
      }
      throw error;
    }
  }

  /** Ends the reading after the input that is being read, or in it where that takes long. */
  stop() {
    this.#isStopping = true;
    for (const source of this.sources) if (source.state === "waiting") source.state = "stopped";
    setTimeout(() => this.#isStopping && this.#program.end("cut"), PATIENCE);
    this.#changed();
  }

  async run() {
    if (this.isRunning) return;
    this.isRunning = true;
    this.#isStopping = false;
    await this.#started;
    for (;;) {
      const source = this.sources.find(({ state }) => state === "waiting");
      if (!source) break;
      await this.#read(source);
    }
    this.isRunning = false;
    this.#isStopping = false;
    this.#changed();
  }

  /** @param {Source} source */
  async #read(source) {
    source.state = "reading";
    const before = source.items;
    /** @type {Item[]} */
    const items = [];
    let nth = 0;
    this.#changed();
    try {
      await this.#program.open(source.name, source.file, source.published);
      for (; !this.#isStopping; nth += 1) {
        const told = await this.#input(source, nth);
        if (!told) break;
        items.push({ source, nth, told });
        // What is read again stands there until all of it is.
        if (before.length === 0) source.items = items;
        this.#changed();
      }
      source.items = items;
      await this.#program.forget(indicesOf(before));
      source.state = this.#isStopping ? "stopped" : "read";
    } catch (error) {
      if (error instanceof Fault) await this.#recover(source, nth);
      else this.#refuse(source, String(/** @type {Error} */ (error).message));
    }
    this.#changed();
  }

  /** What came of the next input. @param {Source} source @param {number} nth @returns {Promise<Told | null>} */
  async #input(source, nth) {
    const harm = source.harmful.get(nth);
    if (!harm) return this.#program.next();
    return (await this.#program.pass()) ? { kind: "failed", name: source.name, why: harm } : null;
  }

  /** What did the harm is passed over from now on. @param {Source} source @param {number} nth */
  async #recover(source, nth) {
    source.harmful.set(nth, this.#isStopping ? "cut" : "crashed");
    await this.#restart();
    source.state = "waiting";
    this.#isStopping = false;
  }

  /** After a fault nothing that was read is there any more, so all of it is read again. */
  async #restart() {
    this.#program.end("");
    this.isReady = false;
    this.#started = this.#start();
    await this.#started;
    await this.#tell(this.lang, this.counted.split("\n").filter(Boolean));
    // The numbers of its reports stand for others now.
    const lost = this.sources.filter(({ items }) => indicesOf(items).length > 0);
    for (const source of lost) Object.assign(source, { state: "waiting", items: [] });
  }

  /** A file that the browser cannot open any more. */
  #refuse(/** @type {Source} */ source, /** @type {string} */ why) {
    source.state = "read";
    source.items = [{ source, nth: 0, told: { kind: "failed", name: source.name, why } }];
  }

  async #start() {
    await this.#program.start();
    this.isReady = true;
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event("changed"));
  }
}

/** @param {Item[]} items */
const indicesOf = (items) => items.flatMap(({ told }) => (told.kind === "read" ? [told.index] : []));
