// Real, headless browsers with the page in them, opened from disk. What one browser shows, every other must show.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

export const root = resolve(import.meta.dirname, "../..");
export const program = process.env.DE_AN_06 ?? join(root, "target/debug/de-an-06");
export const pageFile = process.env.DE_AN_06_PAGE ?? join(root, "target/de-an-06.html");
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const made = [];

/** A folder that is gone after the tests. */
export function folder() {
  const path = mkdtempSync(join(tmpdir(), "de-an-06-web-"));
  made.push(path);
  return path;
}

/** What the command line writes, run in a folder; inputs that fail are left out, as on the page. */
export function command(cwd, ...args) {
  try {
    return execFileSync(program, args, { cwd, stdio: ["ignore", "pipe", "ignore"], maxBuffer: 1 << 28 });
  } catch (error) {
    if (error.status === 1) return error.stdout;
    throw error;
  }
}

// No browser can reach anything: what it asks for goes to a port where nobody listens.
const KINDS = {
  chromium: {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", browser: "chrome",
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--proxy-server=http://127.0.0.1:9"],
  },
  firefox: { executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr", browser: "firefox" },
};

/** A browser of that kind, whose downloads go to a folder. */
async function launch(kind) {
  const downloads = folder();
  const browser = await puppeteer.launch({
    ...KINDS[kind], headless: true, acceptInsecureCerts: false, protocolTimeout: 600_000,
    downloadBehavior: { policy: "allow", downloadPath: downloads },
    extraPrefsFirefox: { "browser.download.folderList": 2, "browser.download.dir": downloads, "browser.download.useDownloadDir": true, "network.proxy.type": 1, "network.proxy.http": "127.0.0.1", "network.proxy.http_port": 9, "network.proxy.ssl": "127.0.0.1", "network.proxy.ssl_port": 9 },
  });
  return { kind, browser, downloads, pages: [] };
}

/** Runs a test in every browser of this machine, or in those of some kinds. */
export function everywhere(name, run, kinds = Object.keys(KINDS)) {
  const wanted = (process.env.BROWSERS ?? "chromium firefox").split(" ");
  for (const kind of kinds) {
    const isThere = wanted.includes(kind) && existsSync(KINDS[kind].executablePath);
    test(`${name} (${kind})`, { skip: !isThere && `no ${kind}` }, async () => {
      const at = await (running[kind] ??= launch(kind));
      try {
        await run(at);
      } finally {
        // A page behind another one is not drawn.
        for (const page of at.pages.splice(0)) await page.close().catch(() => {});
      }
    });
  }
}
const running = {};
after(async () => {
  for (const at of Object.values(running)) await (await at).browser.close();
  made.forEach((path) => rmSync(path, { recursive: true, force: true }));
});

/** The page, ready to read. Errors of its script, and everything that it asks for, are faults. */
export async function open({ browser, downloads, pages }, { dark = false, width = 1280, height = 800, lang = "vi", before } = {}) {
  const page = await browser.newPage();
  pages.push(page);
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(error.message));
  page.on("console", (message) => message.type() === "error" && page.faults.push(message.text()));
  page.on("request", (request) => {
    const url = request.url();
    if (!/^(file|blob|about|data):/.test(url)) page.faults.push(`asked for ${url}`);
  });
  await page.setViewport({ width, height });
  if (dark) await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]).catch(() => {});
  await page.goto(pathToFileURL(pageFile).href);
  await page.evaluate((lang) => {
    localStorage.clear();
    localStorage.setItem("de-an-06 language", lang);
  }, lang);
  if (before) await page.evaluateOnNewDocument(before);
  await page.reload();
  await page.waitForSelector("html[data-ready=program]", { timeout: 60_000 });
  page.downloads = downloads;
  return page;
}

/** Gives files to the page, and waits until all are read. */
export async function give(page, files, { timeout = 300_000 } = {}) {
  const input = await page.$("#files");
  await input.uploadFile(...files);
  await page.waitForFunction(() => document.body.dataset.step === "work", { timeout: 30_000 });
  await settled(page, timeout);
}

/** Waits until nothing is read any more. */
export async function settled(page, timeout = 300_000) {
  await page.waitForFunction(() => {
    const desk = document.getElementById("progress");
    return desk.hidden && !document.querySelector("#list .waits");
  }, { timeout, polling: 100 });
}

/** The frame that a page of the program is shown in, when it is there. */
export async function shown(page) {
  const handle = await page.waitForSelector("#shown iframe", { timeout: 60_000 });
  const frame = await handle.contentFrame();
  await frame.waitForSelector("body > *", { timeout: 60_000 });
  return frame;
}

/** Saves a format from the dialog; gives the name and the bytes of what was saved. */
export async function save(page, format, which = "all") {
  const before = new Set(readdirSync(page.downloads));
  if (!(await page.$("#saving[open]"))) {
    await page.waitForFunction(() => !document.querySelector("dialog[open]"));
    await page.click("#save");
    await page.waitForSelector("#saving[open]");
  }
  const radio = await page.$(`#saving input[value=${which}]`);
  if (await radio.evaluate((radio) => radio.checkVisibility())) await radio.click();
  await page.click(`#formats [data-format=${format}]`);
  const file = await downloaded(page.downloads, before);
  await page.evaluate(() => document.getElementById("saving").close());
  const bytes = readFileSync(file);
  rmSync(file);
  return { name: file.slice(page.downloads.length + 1), bytes };
}

/** The file that is new in a folder, when it is whole: a browser gives it other names until then. */
export async function downloaded(folder, before) {
  const seen = () => readdirSync(folder).filter((name) => !before.has(name)).map((name) => {
    const file = statSync(join(folder, name), { throwIfNoEntry: false });
    return `${name} ${file?.size ?? 0}`;
  });
  let last = "";
  for (let tries = 0; tries < 150; tries += 1) {
    const now = seen();
    const [name, size] = now[0]?.split(/ (?=\d+$)/) ?? [];
    const isWhole = now.length === 1 && size > 0 && !/\.(part|crdownload)$|^\./.test(name);
    if (isWhole && now[0] === last) return join(folder, name);
    last = isWhole ? now[0] : "";
    await new Promise((done) => setTimeout(done, 250));
  }
  throw new Error(`nothing was saved: ${seen()}`);
}

/** What axe-core finds wrong, in the page or in a frame. */
export async function violations(page) {
  // Over the debugger, since the policy of the page lets no other script run in it.
  return page.evaluate(`${readFileSync(axe, "utf8")}; axe.run(document, { iframes: false }).then((r) => r.violations.map(
    (v) => v.id + ": " + v.help + " " + v.nodes.map((n) => n.html.slice(0, 120)).join(" | ")))`);
}

export const write = (path, content) => (writeFileSync(path, content), path);
