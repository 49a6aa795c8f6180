// A headless Chromium, and evidence pages made by the program itself and opened from disk.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after } from "node:test";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

export const root = resolve(import.meta.dirname, "../..");
export const fixture = (name) => join(root, "fixtures", name, "page.html");
export const seed = fixture("so-ket-de-an-06");

export const program = process.env.DE_AN_06 ?? join(root, "target/debug/de-an-06");
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const work = mkdtempSync(join(tmpdir(), "evidence-"));

const context = await chromium.launchPersistentContext(join(work, "profile"), {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  headless: true,
  viewport: { width: 1280, height: 800 },
  args: [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-lcd-text",
  ],
});
after(async () => {
  await context.close();
  rmSync(work, { recursive: true });
});

/** The evidence page of these inputs as a file. */
export const evidence = (inputs, ...flags) => made("extract", inputs, flags);

/** Their series page. */
export const series = (inputs, ...flags) => made("series", inputs, flags);

function made(command, inputs, flags) {
  const file = join(mkdtempSync(join(work, "page-")), "page.html");
  execFileSync(program, [command, "--quiet", ...inputs, ...flags, "-o", file], { cwd: root });
  return file;
}

/** A page on which an error of the script, a refused resource or a request fails the test. */
export async function open(file, { colorScheme = "light", width = 1280, height = 800 } = {}) {
  const page = await context.newPage();
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(error.message));
  page.on("console", (message) => message.type() === "error" && page.faults.push(message.text()));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith("file:") && !url.startsWith("blob:")) page.faults.push(`asked for ${url}`);
  });
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.setViewportSize({ width, height });
  await page.goto(pathToFileURL(file).href);
  return page;
}

/** What axe-core finds wrong, rule by rule. */
export async function violations(page) {
  const { readFileSync } = await import("node:fs");
  const cdp = await context.newCDPSession(page);
  // Over the debugger, since the policy of the page lets no other script run in it.
  const run = `${readFileSync(axe, "utf8")}; axe.run().then((r) => JSON.stringify(r.violations.map(
    (v) => v.id + ": " + v.help + " " + v.nodes.map((n) => n.html.slice(0, 120)).join(" | "))))`;
  const { result, exceptionDetails } = await cdp.send("Runtime.evaluate", { expression: run, awaitPromise: true });
  if (exceptionDetails) throw new Error(exceptionDetails.text);
  return JSON.parse(result.value);
}
