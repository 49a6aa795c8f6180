// A thousand reports at once: the page answers all the while, and can be stopped. How fast it is stands in the output.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { everywhere, folder, give, open, pageFile, program, root, settled, write } from "./browsers.mjs";

const files = folder();
const seed = readFileSync(join(root, "fixtures/so-ket-de-an-06/page.html"), "utf8");
const many = Number(process.env.CROWD ?? 1000);
const names = Array.from({ length: many }, (_, at) => write(join(files, `${String(at).padStart(4, "0")}.html`), seed.replace("15.185", `15.${100 + (at % 900)}`)));

everywhere(`${many} reports are read while the page answers`, async (at) => {
  const page = await open(at);
  const begin = performance.now();
  await (await page.$("#files")).uploadFile(...names);
  await page.waitForFunction(() => document.querySelectorAll("#list li").length >= 100, { timeout: 60_000 });
  const slowest = await page.evaluate(async () => {
    let [slowest, last] = [0, performance.now()];
    const isBusy = () => !document.getElementById("progress").hidden;
    while (isBusy()) {
      await new Promise((done) => setTimeout(done, 20));
      slowest = Math.max(slowest, performance.now() - last);
      last = performance.now();
    }
    return slowest;
  });
  const took = performance.now() - begin;
  const native = performance.now();
  execFileSync(program, ["extract", "--quiet", files, "-f", "json"], { stdio: ["ignore", "ignore", "ignore"], env: { ...process.env, RAYON_NUM_THREADS: "1" } });
  const alone = performance.now() - native;
  console.log(`${at.kind}: ${(took / many).toFixed(1)} ms a report, ${(alone / many).toFixed(1)} ms natively; longest wait of the page ${slowest.toFixed(0)} ms`);
  assert.equal(await page.$$eval("#list .pick", (all) => all.length), many);
  assert.ok(slowest < 500, `the page stood still for ${slowest} ms`);
});

everywhere("a long run can be stopped and goes on", async (at) => {
  const page = await open(at);
  await (await page.$("#files")).uploadFile(...names.slice(0, 200));
  await page.waitForFunction(() => document.querySelectorAll("#list li:not(.waits)").length >= 5, { timeout: 60_000 });
  await page.click("#stop");
  await page.waitForFunction(() => /tiếp/.test(document.getElementById("stop").textContent), { timeout: 30_000 });
  const read = await page.$$eval("#list li:not(.waits)", (all) => all.length);
  assert.ok(read < 200);
  await page.click("#stop");
  await settled(page);
  assert.equal(await page.$$eval("#list li:not(.waits)", (all) => all.length), 200);
  assert.deepEqual(page.faults, []);
});

everywhere("the page is ready soon and light", async (at) => {
  const page = await open(at);
  const ready = await page.evaluate(() => performance.getEntriesByName("ready")[0]?.startTime);
  console.log(`${at.kind}: ready after ${ready.toFixed(0)} ms; ${(readFileSync(pageFile).length / 1e6).toFixed(2)} MB`);
  assert.ok(ready < 5_000);
  await give(page, names.slice(0, 1));
});
