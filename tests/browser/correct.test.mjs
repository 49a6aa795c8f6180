// Correcting: from a click on the page to the corrected record of the next run.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { evidence, fixture, open, program, root, seed, violations } from "./chromium.mjs";

const file = evidence([seed]);
const plan = fixture("bang-ke-hoach-thuc-hien");
// Whichever figures the judgement is least sure of: some are in these pages.
const readHardly = ["chi-json-ld", "cong-liferay-bang", "bang-so-lieu", "binh-luan-dai", "trang-drupal"];

const saved = async (page) => {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#corrections .save")]);
  assert.equal(download.suggestedFilename(), "corrections.jsonl");
  const text = readFileSync(await download.path(), "utf8");
  return [text, text.trim().split("\n").map((line) => JSON.parse(line))];
};

// What the program reads with these corrections.
const again = (input, corrections, ...flags) => {
  const path = join(mkdtempSync(join(tmpdir(), "corrections-")), "corrections.jsonl");
  writeFileSync(path, corrections);
  const run = execFileSync(program, ["extract", input, "--corrections", path, ...flags], { cwd: root, encoding: "utf8", stdio: "pipe" });
  return flags.length ? path : JSON.parse(run).records;
};

const forget = async (page) => {
  await page.evaluate(() => localStorage.clear());
  await page.close();
};

// Selects words of a block as a reader would.
const select = (page, block, words) => page.evaluate(([block, words]) => {
  const element = document.querySelector(`article [data-block="${block}"]`);
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = walker.currentNode.data.indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(walker.currentNode, at);
    range.setEnd(walker.currentNode, at + words.length);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return;
  }
}, [block, words]);

const edit = async (page, id, fill) => {
  const isOpen = (await page.getAttribute(`${id} .open`, "aria-expanded")) === "true";
  if (!isOpen) await page.click(`${id} .open`);
  await page.click(`${id} .details .buttons button >> nth=0`);
  await fill(page.locator(`${id} form.fix`));
  await page.click(`${id} form.fix [type=submit]`);
};

test("a corrected field, a figure that is none and a missed one come back in the next run", async () => {
  const page = await open(file);
  await edit(page, "#r13", async (form) => {
    await form.locator("[name=value]").fill("1.450,5");
    await form.locator("[name=role]").selectOption("actual");
    await form.locator("[name=period_start]").fill("2022-01-01");
    await form.locator("[name=period_end]").fill("2022-12-31");
  });
  assert.match(await page.innerText("#r13 .said"), /Giá trị: 1\.450,5; Vai trò: kết quả; Thời kỳ: 2022-01-01\.\.2022-12-31/);
  await page.click("#r14 .open");
  await page.click("#r14 [aria-pressed]");
  assert.equal(await page.getAttribute("#r14 [aria-pressed]", "aria-pressed"), "true");
  await edit(page, "#r12", (form) => form.locator("[name=part_of]").selectOption({ index: 1 }));
  await select(page, 6, "2022");
  await page.click(".tools .add");
  assert.equal(await page.innerText("#corrections output"), "4");
  const [text, lines] = await saved(page);
  assert.equal(lines.length, 6);
  assert.ok(lines.every((line) => line.schema === "de-an-06/correction/1" && line.source.endsWith("so-ket-de-an-06/page.html")));

  const before = JSON.parse(execFileSync(program, ["extract", seed], { cwd: root, encoding: "utf8" })).records;
  const records = again(seed, text);
  assert.equal(records.length, before.length);
  const value = (text) => records.find((record) => record.source.text === text);
  const fixed = value("400");
  assert.deepEqual([fixed.value, fixed.role, fixed.period.start, fixed.flags], [1450.5, "actual", "2022-01-01", ["corrected"]]);
  assert.equal(value("8"), undefined);
  assert.deepEqual([value("2022").corrected, value("2022").source.block], [["figure"], 6]);
  assert.equal(value("483").part_of, value("100").id);
  assert.ok(records.every((record) => record.target !== fixed.id));

  // The page made of it says so, and keeps what was said.
  const path = again(seed, text, "-f", "csv");
  const next = await open(evidence([seed], "--corrections", path));
  assert.match(await next.locator("#rows .corrected").first().innerText(), /đã sửa: /);
  assert.equal(await next.innerText("#corrections output"), "4");
  assert.equal((await saved(next))[0], text);
  assert.deepEqual([page.faults, next.faults], [[], []]);
  await next.close();
  await forget(page);
});

test("what was said stays in the browser, and can be undone", async () => {
  const page = await open(file);
  await edit(page, "#r2", (form) => form.locator("[name=indicator]").fill("đào tạo nghề"));
  await page.reload();
  assert.match(await page.innerText("#r2 .said"), /Nội dung: đào tạo nghề/);
  await edit(page, "#r2", async (form) => {
    assert.equal(await form.locator("[name=indicator]").inputValue(), "đào tạo nghề");
  });
  assert.equal((await saved(page))[1].length, 1);
  await page.selectOption("[name=review]", "corrected");
  assert.equal(await page.locator("#rows > tbody > tr:not([hidden])").count(), 1);
  await page.click("#corrections li button");
  assert.equal(await page.locator("#corrections").isVisible(), false);
  assert.equal(await page.locator("#r2 .said").count(), 0);
  await page.reload();
  assert.equal(await page.locator("#corrections").isVisible(), false);
  assert.deepEqual(page.faults, []);
  await forget(page);
});

test("a number that is none is refused where it is entered", async () => {
  const page = await open(file);
  await edit(page, "#r2", (form) => form.locator("[name=value]").fill("bốn trăm"));
  assert.equal(await page.locator("#r2 form.fix").count(), 1);
  assert.equal(await page.locator("#r2 [name=value]").evaluate((input) => input.validationMessage), "Hãy nhập một số, như 1.297,5");
  await page.fill("#r2 [name=value]", "430");
  await page.click("#r2 form.fix [type=submit]");
  assert.match(await page.innerText("#r2 .said"), /Giá trị: 430/);
  await forget(page);
});

test("a word of a table is selected with the words of its row around it", async () => {
  const page = await open(evidence([plan]));
  const block = await page.evaluate(() => document.querySelector("article tr[data-block] td + td").parentElement.dataset.block);
  const words = await page.evaluate((block) => document.querySelector(`tr[data-block="${block}"] td + td`).textContent, block);
  await select(page, block, words);
  assert.equal(await page.locator(".tools .add").isEnabled(), true);
  await page.click(".tools .add");
  const [, [line]] = await saved(page);
  assert.deepEqual([line.action, line.quote, line.block], ["add", words, Number(block)]);
  assert.match(line.prefix, / \| $/);
  await forget(page);
});

test("what is to be checked first stands at the top, marked, and can be filtered", async () => {
  const page = await open(evidence(readHardly.map(fixture)));
  const doubtful = await page.locator("#rows > tbody > tr[data-doubtful]").evaluateAll((rows) => rows.map((row) => row.id));
  assert.ok(doubtful.length > 0);
  assert.equal(await page.locator("article .figure.doubtful").count(), doubtful.length);
  const first = await page.locator(".review li a").first().getAttribute("href");
  assert.ok(doubtful.includes(first.slice(1)));
  await page.selectOption("[name=review]", "doubtful");
  const shown = await page.locator("#rows > tbody > tr:not([hidden])").evaluateAll((rows) => rows.map((row) => row.id));
  assert.deepEqual(shown, doubtful);
  assert.match(await page.innerText(`#${doubtful[0]} .what .doubtful`), /cần xem lại · \d+ %/);
  await page.close();
});

for (const look of [{}, { colorScheme: "dark" }, { width: 390, height: 800 }]) {
  test(`axe-core finds nothing while correcting, ${JSON.stringify(look)}`, async () => {
    const page = await open(file, look);
    await edit(page, "#r3", (form) => form.locator("[name=unit]").fill("học viên"));
    await page.click("#r3 .details .buttons button >> nth=0");
    await select(page, 6, "2022");
    await page.click(".tools .add");
    await page.click("#corrections li:last-child button >> nth=0");
    assert.deepEqual(await violations(page), []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), look.width ?? 1280);
    await forget(page);
  });
}
