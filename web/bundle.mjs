// Puts everything into one file: node bundle.mjs FILE. The reader is packed, its worker and the page's script are one
// text each, and the policy names what may run by its hash.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { buildSync } from "esbuild";

/** What the page may weigh, in bytes. */
const HEAVIEST = 9_000_000;

const here = dirname(fileURLToPath(import.meta.url));
const text = (...path) => readFileSync(join(here, ...path), "utf8");
const bundled = (name) => buildSync({
  entryPoints: [join(here, "page", name)], bundle: true, write: false, format: "iife", target: "es2022", charset: "utf8",
  logOverride: { "empty-import-meta": "silent" },
}).outputFiles[0].text;
const hash = (content) => `'sha256-${createHash("sha256").update(content).digest("base64")}'`;

const wasm = readFileSync(join(here, "reader/reader_bg.wasm"));
const style = text("../src/output/html/evidence.css") + text("page/style.css");
const script = bundled("main.js");
const worker = bundled("worker.js");
for (const [name, content] of Object.entries({ script, worker })) {
  if (/<\/script|<!--/i.test(content)) throw new Error(`the ${name} would end its own element`);
}

/** Packed by xz, which takes a seventh less than what browsers unpack themselves. */
const packed = (bytes) => execFileSync("xz", ["-9", "--extreme", "--stdout"], { input: bytes, maxBuffer: HEAVIEST });

/** What the pages of the program may run, by their own policies: the page's frame may run that, too. */
async function ofPages() {
  const { default: init, Reader } = await import(pathToFileURL(join(here, "reader/reader.js")));
  await init({ module_or_path: wasm });
  const reader = new Reader();
  reader.open("a.txt", new TextEncoder().encode("Kết quả năm 2022\n\nXã Mẫu đã mở 14 lớp."), undefined);
  if (!reader.next()?.includes('"kind":"read"')) throw new Error("the reader reads nothing");
  const pages = ["extract", "series", "check"].map((command) => reader[command]("html", "{}", new Uint32Array([0])));
  const policies = pages.map((page) => /Security-Policy" content="([^"]*)"/.exec(new TextDecoder().decode(page))[1]);
  const of = (directive) => policies.flatMap((policy) =>
    [...(new RegExp(`${directive} ([^;]*)`).exec(policy)?.[1] ?? "").matchAll(/sha256-[^' &]+/g)].map(([hash]) => `'${hash}'`));
  return { scripts: [...new Set(of("script-src"))], styles: [...new Set(of("style-src"))] };
}

const pages = await ofPages();
const policy = [
  "default-src 'none'",
  `script-src 'wasm-unsafe-eval' ${[hash(script), ...pages.scripts].join(" ")}`,
  `style-src ${[hash(style), ...pages.styles].join(" ")}`,
  "worker-src blob:", "base-uri 'none'", "form-action 'none'",
].join("; ");
const version = /^version = "(.*)"$/m.exec(text("../Cargo.toml"))[1];
const parts = { policy, style, version, worker, script, reader: packed(wasm).toString("base64") };
const page = text("page/index.html").replace(/{{(\w+)}}/g, (_, name) => parts[name]);
if (Buffer.byteLength(page) > HEAVIEST) throw new Error(`the page weighs ${Buffer.byteLength(page)} bytes, more than ${HEAVIEST}`);

const file = process.argv[2];
writeFileSync(file, page);
console.log(`${file}: ${(Buffer.byteLength(page) / 1e6).toFixed(2)} MB, the reader ${(wasm.length / 1e6).toFixed(2)} MB`);
