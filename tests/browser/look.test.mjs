// How it looks and for whom it works: axe-core, both colour schemes, a phone, paper, no script.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { evidence, fixture, open, root, seed, violations } from "./chromium.mjs";

const wrong = join(root, "tests/cmd/in/wrong_sum.html");
const years = ["de-an-nghe-2021", "de-an-nghe-2022", "de-an-nghe-2023"].map(fixture);
const pages = {
  "one article": evidence([seed]),
  "one article in English": evidence([seed], "--lang", "en"),
  "a table": evidence([fixture("bang-ke-hoach-thuc-hien")]),
  "a failed check": evidence([wrong]),
  "several articles": evidence([...years, wrong]),
  "every kind of table": evidence(readdirSync(join(root, "fixtures")).filter((name) => name.startsWith("bang-")).map(fixture)),
};

for (const [name, file] of Object.entries(pages)) {
  for (const look of [{}, { colorScheme: "dark" }, { width: 360, height: 740 }]) {
    test(`axe-core finds nothing: ${name}, ${JSON.stringify(look)}`, async () => {
      const page = await open(file, look);
      assert.deepEqual(await violations(page), []);
      const first = page.locator("article a.figure").first();
      await first.click();
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(page.faults, []);
      await page.close();
    });
  }
}

test("nothing is wider than a phone", async () => {
  for (const [name, file] of Object.entries(pages)) {
    const page = await open(file, { width: 360, height: 740 });
    await page.click("#rows tbody .open");
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360, name);
    const small = await page.locator(".tools button, .open").evaluateAll((all) => all.filter((b) => b.getBoundingClientRect().height < 24).length);
    assert.equal(small, 0, `${name}: buttons too small for a finger`);
    await page.close();
  }
});

test("the failed checks stand at the top in words", async () => {
  const page = await open(pages["a failed check"]);
  const failed = page.locator("header .failed");
  assert.match(await failed.innerText(), /Số liệu không khớp: 1[^]*470 \+ 490 = 960, bài viết nêu 950/);
  await failed.locator("a").first().click();
  assert.equal(await page.locator("#r3.chosen").count(), 1);
});

test("where articles differ stands there too, with each article", async () => {
  const page = await open(evidence([2022, 2023].map((year) => join(root, `tests/cmd/in/years/${year}.html`))));
  const failed = page.locator("header .failed");
  assert.match(await failed.innerText(), /Số liệu không khớp: 1/);
  assert.match(await failed.innerText(), /học viên tham gia · Huyện Mẫu · 2022\s+1\.297 học viên – .*\s+1\.279 học viên – /);
  await failed.locator("a").nth(1).click();
  assert.equal(await page.locator(".figure.chosen").innerText(), "1.279");
});

test("roles differ without colour", async () => {
  const page = await open(pages["one article"]);
  const shapes = await page.locator(".legend mark").evaluateAll((all) => all.map((m) => getComputedStyle(m).textDecorationStyle));
  assert.equal(new Set(shapes).size, 5);
});

test("several articles have a list that leads to each, and a filter", async () => {
  const page = await open(pages["several articles"]);
  assert.equal(await page.locator("nav.articles li").count(), 4);
  await page.click("nav.articles li:nth-child(3) a");
  assert.ok(Math.abs(await page.locator("#a3").evaluate((e) => e.getBoundingClientRect().top)) < 200);
  await page.selectOption("[name=article]", "3");
  const articles = await page.locator("#rows > tbody > tr:not([hidden])").evaluateAll((rows) => [...new Set(rows.map((r) => r.dataset.article))]);
  assert.deepEqual(articles, ["3"]);
  const lines = page.locator("figure:has(.line-chart)");
  assert.ok((await lines.count()) >= 2);
  assert.match(await page.locator(".charts").innerText(), /2021: 42\s+2022: 45/);
});

test("every chart is also in words", async () => {
  const page = await open(pages["one article"]);
  const charts = page.locator("figure.chart");
  for (const text of await charts.allInnerTexts()) assert.match(text, /\d/);
  assert.match(await charts.nth(1).innerText(), /chỉ tiêu: 800 \(400 người\/năm × 2 năm\)/);
  const bars = await charts.nth(1).locator("rect").evaluateAll((all) => all.map((r) => r.getBoundingClientRect().width > 0));
  assert.ok(bars.length === 6 && bars.every(Boolean));
});

test("on A4 the article and the whole table are printed, without buttons", async () => {
  const page = await open(pages["one article"]);
  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
  const file = join(pages["one article"], "../evidence.pdf");
  writeFileSync(file, pdf);
  const text = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
  for (const words of ["Sơ kết 2 năm triển khai", "Bài viết như đã đọc", "r17", "ngày/tuần", "470 + 483 = 953 lượt người"]) {
    assert.ok(text.includes(words), `not printed: ${words}`);
  }
  assert.ok(!text.includes("Tải CSV"));
  assert.ok(text.match(/Nội dung\s+Giá trị\s+Thời kỳ/g).length > 1, "the head of the table stands on one page only");
  assert.match(execFileSync("pdfinfo", [file], { encoding: "utf8" }), /Pages:\s+[3-6]\n[^]*A4/);
});

test("without its script the page is whole", async () => {
  const page = await open(pages["one article"]);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Emulation.setScriptExecutionDisabled", { value: true });
  await page.reload();
  for (const selector of ["article #w10", "#r10", "figure.chart", "#claims"]) {
    await page.locator(selector).first().waitFor({ state: "visible", timeout: 5000 });
  }
  assert.equal(await page.locator(".tools").isVisible(), false);
  await page.locator("#w10").click();
  assert.match(page.url(), /#r10$/);
});

test("an ordinary article is below a megabyte", () => {
  for (const name of ["one article", "a table", "a failed check"]) {
    assert.ok(statSync(pages[name]).size < 1_000_000);
  }
});
