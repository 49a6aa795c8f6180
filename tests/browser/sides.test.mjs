// The two sides: a figure and its row find each other, by mouse and by keyboard.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { evidence, open, root, seed } from "./chromium.mjs";

const file = evidence([seed]);
const chosen = (page) => page.evaluate(() => [...document.querySelectorAll(".chosen")].map((e) => e.id).sort());
const inWindow = (page, selector) => page.locator(selector).evaluate((element) => {
  const box = element.getBoundingClientRect();
  const pane = document.querySelector(".scroll").getBoundingClientRect();
  const isBeside = getComputedStyle(document.querySelector(".scroll")).overflowY === "auto";
  const [top, bottom] = element.closest(".scroll") && isBeside ? [pane.top, pane.bottom] : [0, innerHeight];
  return box.top >= top - 1 && box.top < bottom;
});

test("a click on a figure marks its row, opens it, and scrolls to it", async () => {
  const page = await open(file);
  assert.equal(await inWindow(page, "#r16"), false);
  await page.click("#w16");
  assert.deepEqual(await chosen(page), ["r16", "w16"]);
  assert.equal(await inWindow(page, "#r16"), true);
  const details = page.locator("#r16 .details");
  assert.match(await details.locator("blockquote").innerText(), /^Đến nay.*100% trạm y tế/);
  assert.equal(await details.locator("mark").innerText(), "100");
  assert.deepEqual(page.faults, []);
});

test("a click on a row marks its figure and scrolls to it", async () => {
  const page = await open(file);
  await page.click("#r17 .what");
  assert.deepEqual(await chosen(page), ["r17", "w17"]);
  assert.equal(await inWindow(page, "#w17"), true);
  assert.equal(await page.getAttribute("#r17", "aria-current"), "true");
  await page.click("#r2 th a");
  assert.deepEqual(await chosen(page), ["r2", "w2"]);
});

test("a link of a check or a chart leads to both sides", async () => {
  const page = await open(file);
  await page.click("#claims a[href='#w13'] >> nth=0");
  assert.deepEqual(await chosen(page), ["r13", "w13"]);
  assert.deepEqual([await inWindow(page, "#w13"), await inWindow(page, "#r13")], [true, true]);
  await page.click(".chart a[href='#r12'] >> nth=0");
  assert.deepEqual([await inWindow(page, "#w12"), await inWindow(page, "#r12")], [true, true]);
});

test("on a phone a figure leads to its row, and the row's id back", async () => {
  const page = await open(file, { width: 360, height: 740 });
  await page.click("#w10");
  assert.equal(await inWindow(page, "#r10"), true);
  await page.click("#r10 th a");
  assert.equal(await inWindow(page, "#w10"), true);
  assert.deepEqual(page.faults, []);
});

test("an article without figures is a page all the same", async () => {
  const page = await open(evidence([join(root, "tests/cmd/in/no_figures.txt")]));
  await page.fill("[name=text]", "a");
  await page.keyboard.press("Escape");
  await page.keyboard.press("ArrowRight");
  await page.click("[data-sort=value]");
  assert.deepEqual(page.faults, []);
});

test("an open record shows every field with the rule that set it, and its relations", async () => {
  const page = await open(file);
  await page.click("#r11 .open");
  assert.equal(await page.getAttribute("#r11 .open", "aria-expanded"), "true");
  const fields = await page.locator("#r11 .details tbody tr").evaluateAll((rows) =>
    Object.fromEntries(rows.map((row) => [row.cells[0].textContent, [row.cells[1].textContent, row.cells[2].textContent]])));
  assert.deepEqual(fields["Giá trị"], ["470", "number.digits"]);
  assert.deepEqual(fields["Vai trò"], ["kết quả", "judge.role"]);
  assert.deepEqual(fields["Thời kỳ"], ["2021", "judge.period"]);
  assert.deepEqual(fields["Mã tổng số"], ["r10", "judge.part_of"]);
  const relations = page.locator("#r11 dl");
  assert.match(await relations.innerText(), /Một phần của\s+r10 953 lượt người\s+So với chỉ tiêu\s+r13 400 người\/năm/);
  await relations.locator("a").first().click();
  assert.deepEqual(await chosen(page), ["r10", "w10"]);
  await page.click("#r11 .open");
  assert.equal(await page.locator("#r11 .details").count(), 0);
});

test("relations are lines over the article, from the chosen figure to its kin", async () => {
  const page = await open(file);
  await page.click("#w10");
  assert.equal(await page.locator(".lines path.part").count(), 2);
  assert.equal(await page.locator(".lines path.target").count(), 1);
  assert.deepEqual(await page.locator(".kin").evaluateAll((kin) => kin.map((e) => e.id).sort()), ["w11", "w12", "w13"]);
  await page.click("#w2");
  assert.equal(await page.locator(".lines").count(), 0);
});

test("arrows step through the figures, Escape leaves", async () => {
  const page = await open(file);
  await page.keyboard.press("ArrowRight");
  assert.deepEqual(await chosen(page), ["r1", "w1"]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  assert.deepEqual(await chosen(page), ["r3", "w3"]);
  assert.equal(await page.evaluate(() => document.activeElement.id), "w3");
  await page.keyboard.press("ArrowUp");
  assert.deepEqual(await chosen(page), ["r2", "w2"]);
  await page.keyboard.press("Enter");
  assert.equal(await page.locator("#r2 .details").count(), 1);
  await page.keyboard.press("Escape");
  assert.deepEqual(await chosen(page), []);
  await page.keyboard.press("ArrowLeft");
  assert.deepEqual(await chosen(page), ["r17", "w17"]);
});

test("arrows go along the rows where the table has the focus, and skip what is filtered out", async () => {
  const page = await open(file);
  await page.selectOption("[name=role]", "target");
  await page.keyboard.press("Escape");
  await page.keyboard.press("ArrowRight");
  assert.deepEqual(await chosen(page), ["r13", "w13"]);
  await page.selectOption("[name=role]", "*");
  await page.focus("#r13 .open");
  await page.keyboard.press("ArrowDown");
  assert.equal(await page.evaluate(() => document.activeElement.closest("tr").id), "r14");
});

test("a slash searches; keys that are typed there are only typed", async () => {
  const page = await open(file);
  await page.keyboard.press("/");
  assert.equal(await page.evaluate(() => document.activeElement.name), "text");
  await page.keyboard.type("a/b");
  await page.keyboard.press("ArrowLeft");
  assert.equal(await page.inputValue("[name=text]"), "a/b");
  assert.deepEqual(await chosen(page), []);
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => document.activeElement === document.body), true);
});

test("an address with a figure opens at it", async () => {
  const page = await open(file);
  const url = page.url();
  await page.goto("about:blank");
  await page.goto(`${url}#r12`);
  assert.deepEqual(await chosen(page), ["r12", "w12"]);
});
