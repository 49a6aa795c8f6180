// The table: filters, sorting, export.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { evidence, fixture, open, root, seed } from "./chromium.mjs";

const file = evidence([seed]);
const plan = evidence([fixture("bang-ke-hoach-thuc-hien")]);
const shown = (page) => page.locator("#rows > tbody > tr:not([hidden])").evaluateAll((rows) => rows.map((row) => row.id));
const saved = async (page, which) => {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(`[data-export=${which}]`)]);
  return readFileSync(await download.path(), "utf8");
};

test("text is searched in any case, with and without diacritics, all words of it", async () => {
  const page = await open(file);
  for (const [text, ids] of [
    ["chính trị", ["r3"]],
    ["chinh TRI", ["r3"]],
    ["lượt người 470", ["r11"]],
    ["1.297", ["r3"]],
    ["không có chữ này", []],
  ]) {
    await page.fill("[name=text]", text);
    assert.deepEqual(await shown(page), ids, text);
    assert.equal(await page.locator(".none").isVisible(), ids.length === 0);
  }
  assert.equal(await page.locator("article .figure[data-faded]").count(), 17);
  await page.click(".clear");
  assert.equal((await shown(page)).length, 17);
  assert.equal(await page.locator("article .figure[data-faded]").count(), 0);
});

test("role and category filter together, and the count is told", async () => {
  const page = await open(file);
  await page.selectOption("[name=role]", "target");
  assert.deepEqual(await shown(page), ["r13"]);
  assert.equal(await page.innerText("output b"), "1");
  await page.selectOption("[name=role]", "actual");
  await page.selectOption("[name=category]", "training.science_technology");
  assert.deepEqual(await shown(page), ["r10", "r11", "r12"]);
});

test("a click on a figure that is filtered out shows it again", async () => {
  const page = await open(file);
  await page.selectOption("[name=role]", "target");
  await page.click("#w2");
  assert.equal(await page.locator("#r2").isVisible(), true);
  assert.equal(await page.inputValue("[name=role]"), "*");
});

test("every heading sorts, up and then down", async () => {
  const page = await open(file);
  const cells = (name) => page.locator(`#rows td.${name}`).allInnerTexts();
  await page.click("[data-sort=value]");
  assert.equal(await page.getAttribute("th.value", "aria-sort"), "ascending");
  const ids = await shown(page);
  assert.deepEqual([ids[0], ids.at(-1)], ["r15", "r6"]);
  await page.click("[data-sort=value]");
  assert.equal((await shown(page))[0], "r6");
  await page.click("[data-sort=what]");
  const names = (await cells("what")).map((cell) => cell.split("\n")[0]);
  assert.deepEqual(names, [...names].sort(new Intl.Collator("vi", { numeric: true }).compare));
  await page.click("[data-sort=when]");
  assert.deepEqual((await shown(page)).slice(-1), ["r15"]);
  await page.click("[data-sort=role]");
  assert.deepEqual((await shown(page)).slice(-1), ["r13"]);
  await page.click("[data-sort=number]");
  assert.deepEqual((await shown(page)).slice(0, 3), ["r1", "r2", "r3"]);
});

test("the export of all rows is the program's own CSV, in both dialects", async () => {
  for (const name of [seed, fixture("bang-ke-hoach-thuc-hien")]) {
    const page = await open(name === seed ? file : plan);
    for (const [which, dialect] of [["csv", "plain"], ["excel", "excel"]]) {
      const own = execFileSync(process.env.DE_AN_06 ?? "target/debug/de-an-06",
        ["extract", name, "-f", "csv", "--csv-dialect", dialect], { cwd: root, encoding: "utf8" });
      assert.equal(await saved(page, which), own);
    }
  }
});

test("what is exported is what is shown, in its order", async () => {
  const page = await open(file);
  await page.fill("[name=text]", "lượt người");
  await page.click("[data-sort=value]");
  const lines = (await saved(page, "csv")).trimEnd().split("\n");
  const value = lines[0].split(",").indexOf("id");
  assert.deepEqual(lines.slice(1).map((line) => line.match(/,(r\d+),/)[1]), (await shown(page)));
  assert.ok(value > 0 && lines.length > 3);
});
