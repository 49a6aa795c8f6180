// Text of an article that tries to be more than text.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { evidence, open, root, violations } from "./chromium.mjs";

// A list gives its pages an address and a day that nobody has looked at.
const hostile = {
  html: readFileSync(join(root, "tests/browser/hostile.html"), "utf8"),
  url: "javascript:window.ran=15",
  published: "2023-05-11\"><img src=x onerror=window.ran=16>",
};
const folder = mkdtempSync(join(tmpdir(), "hostile-"));
after(() => rmSync(folder, { recursive: true }));
const list = join(folder, "list.jsonl");
writeFileSync(list, JSON.stringify(hostile));
const file = evidence([list]);

test("nothing of an article runs, loads or leads anywhere", async () => {
  const page = await open(file);
  for (const button of await page.locator("#rows tbody .open").all()) await button.click();
  await page.locator("article a.figure").first().hover();
  await page.waitForTimeout(300);
  assert.equal(await page.evaluate(() => window.ran), undefined);
  const links = await page.locator("a").evaluateAll((all) => all.map((a) => a.protocol));
  assert.deepEqual([...new Set(links)], ["file:"]);
  assert.equal(await page.locator("img, iframe, object, embed").count(), 0);
  assert.match(await page.innerText("h1"), /<script>window\.ran=5<\/script> Sơ kết/);
  assert.deepEqual(page.faults, []);
  assert.deepEqual(await violations(page), []);
});

test("the policy refuses what did not come with the page", async () => {
  const page = await open(file);
  const ran = await page.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "window.ran = 17";
    const image = document.createElement("img");
    image.setAttribute("onerror", "window.ran = 18");
    image.src = "x";
    document.body.append(script, image);
    await new Promise((done) => setTimeout(done, 200));
    return window.ran;
  });
  assert.equal(ran, undefined);
  assert.ok(page.faults.some((fault) => fault.includes("Content Security Policy")));
});
