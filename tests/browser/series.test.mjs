// The series page: axe-core, both colour schemes, a phone, paper, hostile text.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fixture, open, root, series, violations } from "./chromium.mjs";

const hostile = join(root, "tests/browser/hostile.html");
const months = join(mkdtempSync(join(tmpdir(), "series-")), "months.txt");
const told = Array.from({ length: 12 }, (_, month) => `Tháng ${month + 1} năm 2022, có ${40 + month} học viên tham gia.`);
writeFileSync(months, `Kết quả trong năm\n\n${told.join("\n\n")}\n`);

const pages = {
  "three years": series(["de-an-nghe-2021", "de-an-nghe-2022", "de-an-nghe-2023"].map(fixture)),
  "a conflict, in English": series([join(root, "tests/cmd/in/years")], "--lang", "en"),
  "many periods": series([months]),
  "hostile text": series([hostile, hostile]),
};

for (const [name, file] of Object.entries(pages)) {
  for (const look of [{}, { colorScheme: "dark" }, { width: 360, height: 740 }]) {
    test(`axe-core finds nothing: ${name}, ${JSON.stringify(look)}`, async () => {
      const page = await open(file, look);
      assert.deepEqual(await violations(page), []);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= (look.width ?? 1280));
      assert.deepEqual(page.faults, []);
      await page.close();
    });
  }
}

test("where articles differ stands at the top and in its cell, in words", async () => {
  const page = await open(pages["a conflict, in English"]);
  assert.match(await page.innerText("header .failed"), /The articles differ: 1[^]*1,297 học viên – /);
  assert.match(await page.innerText("td.conflict"), /1,297 \[\d\] ≠ 1,279 \[\d\]\s+✗ The articles differ/);
  await page.locator("td.conflict a").first().click();
  assert.match(page.url(), /#a\d$/);
});

test("on a phone every cell stands under its period", async () => {
  const page = await open(pages["three years"], { width: 360, height: 740 });
  const period = await page.locator("#lines td[data-period='2022']").first().evaluate((td) => getComputedStyle(td, "::before").content);
  assert.equal(period, '"2022"');
});

test("the many periods are one line", async () => {
  const page = await open(pages["many periods"]);
  assert.equal(await page.locator("table.many thead th").count(), 13);
  assert.equal(await page.locator("table.many tbody td:not(:empty)").count(), 12);
});

test("on A4 nothing is cut off", async () => {
  for (const name of ["three years", "many periods"]) {
    const page = await open(pages[name]);
    const file = join(pages[name], "../series.pdf");
    const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
    writeFileSync(file, pdf);
    const squeeze = (text) => text.normalize().replace(/\s+/g, "");
    const text = squeeze(execFileSync("pdftotext", ["-raw", file, "-"], { encoding: "utf8" }));
    for (const value of await page.locator(".series td b").allInnerTexts()) {
      assert.ok(text.includes(squeeze(value)), `${name}: not printed: ${value}`);
    }
    assert.match(execFileSync("pdfinfo", [file], { encoding: "utf8" }), /A4/);
    // The printed width of the page, at 96 pixels an inch.
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 688, height: 1000 });
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 688, `${name}: wider than paper`);
  }
});
