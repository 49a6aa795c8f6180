// Twenty thousand figures: painted within two seconds, filtered within a fifth of one.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { evidence, open } from "./chromium.mjs";

const FIGURES = 20_000;
const work = mkdtempSync(join(tmpdir(), "large-"));
after(() => rmSync(work, { recursive: true }));

const courses = ["tin học", "lái xe", "may công nghiệp", "trồng dừa", "nuôi tôm", "nấu ăn", "cơ khí", "kế toán", "ngoại ngữ", "du lịch"];
const paragraphs = Array.from({ length: FIGURES / courses.length }, (_, i) => {
  const items = courses.map((course, j) => `${course} là ${((i * 37 + j * 101) % 9000) + 10} học viên`);
  return `<p>Năm ${2001 + (i % 23)}, kết quả đào tạo nghề tại các xã như sau: ${items.join("; ")}.</p>`;
});
// An article has ten thousand figures at most.
const half = paragraphs.length / 2;
const sources = [paragraphs.slice(0, half), paragraphs.slice(half)].map((own, i) => {
  const source = join(work, `page-${i}.html`);
  writeFileSync(source, `<meta charset="utf-8"><article><h1>Kết quả đào tạo nghề qua nhiều năm</h1>${own.join("\n")}</article>`);
  return source;
});

test("20,000 figures do not freeze the page", async (t) => {
  const page = await open(evidence(sources));
  assert.equal(await page.locator("#rows > tbody > tr").count(), FIGURES);
  const paint = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0].startTime);
  const ready = await page.evaluate(() => performance.timing.domContentLoadedEventEnd - performance.timing.navigationStart);
  const times = await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const once = async (act) => {
      await frame();
      const start = performance.now();
      act();
      document.body.offsetHeight;
      await frame();
      return performance.now() - start;
    };
    // The best of three, from the act to the frame that shows it: other work of the machine is not
    // what is measured.
    const timed = async (act, back) => {
      const times = [];
      for (let i = 0; i < 3; i++) {
        times.push(await once(act));
        await once(back);
      }
      return Math.round(Math.min(...times));
    };
    const tools = document.getElementById("tools");
    const type = (text) => () => {
      tools.elements.text.value = text;
      tools.elements.text.dispatchEvent(new Event("input", { bubbles: true }));
    };
    const sort = (name) => () => document.querySelector(`[data-sort=${name}]`).click();
    return {
      letter: await timed(type("m"), type("")),
      words: await timed(type("may cong nghiep"), type("")),
      few: await timed(type("nuôi tôm 2005"), type("")),
      all: await timed(type(""), type("may")),
      sort: await timed(sort("value"), sort("number")),
      choose: await timed(() => document.querySelector("#w15000").click(), () => document.querySelector("#w5").click()),
    };
  });
  t.diagnostic(`first paint ${Math.round(paint)} ms, ready ${ready} ms, ${JSON.stringify(times)} ms`);
  assert.ok(paint < 2000, `first paint after ${paint} ms`);
  for (const filter of ["letter", "words", "few", "all"]) {
    assert.ok(times[filter] < 200, `filter ${filter}: ${times[filter]} ms`);
  }
  assert.ok(times.sort < 1000 && times.choose < 1000, JSON.stringify(times));
  assert.deepEqual(page.faults, []);
});
