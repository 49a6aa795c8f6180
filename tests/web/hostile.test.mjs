// What is dropped may be anything. Nothing of it runs, and the page stays usable.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { readFileSync } from "node:fs";
import { everywhere, folder, give, open, root, save, settled, shown, write } from "./browsers.mjs";

const files = folder();
const good = write(join(files, "tot.txt"), "Kết quả năm 2022\n\nNăm 2022, xã Mẫu đã mở 14 lớp dạy nghề.");
const path = (name) => join(files, name);

everywhere("nothing of a report runs or leads anywhere", async (at) => {
  const html = readFileSync(join(root, "tests/browser/hostile.html"), "utf8");
  const list = write(path("<img src=x onerror=window.ran=1>.jsonl"), JSON.stringify({
    html, url: "javascript:window.ran=15", published: '2023-05-11"><img src=x onerror=window.ran=16>', name: "<b onclick=window.ran=2>a</b>",
  }));
  const page = await open(at);
  await give(page, [list]);
  const frame = await shown(page);
  for (const button of await frame.$$("#rows tbody .open")) await button.click();
  await new Promise((done) => setTimeout(done, 300));
  assert.equal(await frame.evaluate(() => window.ran), undefined);
  assert.equal(await page.evaluate(() => window.ran), undefined);
  assert.equal(await frame.evaluate(() => document.querySelectorAll("img, iframe, object, embed").length), 0);
  assert.equal(await page.evaluate(() => document.querySelectorAll("#list img, #list b b").length), 0);
  assert.deepEqual(page.faults, []);
});

everywhere("the page may not connect, even if a script of it tried", async (at) => {
  const page = await open(at);
  await give(page, [good]);
  const frame = await shown(page);
  for (const where of [page, frame]) {
    const said = await where.evaluate(async () => {
      const tries = await Promise.allSettled([
        fetch("http://127.0.0.1:9/x"),
        new Promise((yes, no) => { const image = new Image(); image.onload = yes; image.onerror = () => no(new Error("no image")); image.src = "http://127.0.0.1:9/x.png"; }),
        new Promise((yes, no) => { const socket = new WebSocket("ws://127.0.0.1:9/"); socket.onopen = yes; socket.onerror = () => no(new Error("no socket")); }),
      ]);
      return tries.map(({ status }) => status);
    });
    assert.deepEqual(said, ["rejected", "rejected", "rejected"]);
  }
});

everywhere("damaged, packed and enormous files end in a message, and the rest is read", async (at) => {
  execFileSync("python3", ["-c", `
import sys, zipfile, gzip
folder = sys.argv[1]
with zipfile.ZipFile(folder + "/bom.zip", "w", zipfile.ZIP_DEFLATED) as packed:
    for name in "abc": packed.writestr(name + ".txt", b"0" * (40 << 20))
open(folder + "/bom.html.gz", "wb").write(gzip.compress(b" " * (80 << 20)))
open(folder + "/sau.html", "w").write("<div>" * 200_000 + "<p>Năm 2022 mở 14 lớp.")
open(folder + "/hong.docx", "wb").write(b"PK\\x03\\x04" + b"x" * 500)
open(folder + "/anh.png", "wb").write(b"\\x89PNG\\r\\n\\x1a\\n" + b"0" * 100)
open(folder + "/rong.txt", "w").write("")
`, files]);
  const page = await open(at);
  await give(page, ["bom.zip", "bom.html.gz", "sau.html", "hong.docx", "anh.png", "rong.txt"].map(path).concat(good));
  const why = await page.$$eval("#list .bad", (all) => all.map((bad) => bad.textContent));
  assert.ok(why.length >= 5, why.join("\n"));
  assert.ok(why.some((text) => text.includes(String(64 << 20))), why.join("\n"));
  const records = (await save(page, "jsonl")).bytes.toString().trim().split("\n").map((line) => JSON.parse(line));
  assert.ok(records.some((record) => record.source === "tot.txt"));
});

everywhere("a program that stops in the middle is started anew, and what was read is there again", async (at) => {
  const page = await open(at, {
    before: () => {
      const Real = window.Worker;
      window.Worker = class extends Real {
        constructor(...args) {
          super(...args);
          window.lastWorker = this;
        }
      };
    },
  });
  await give(page, [good, write(path("hai.txt"), "Kết quả\n\nNăm 2021, xã Mẫu trồng 20 ha rừng.")]);
  const saved = (await save(page, "json")).bytes;
  await page.evaluate(() => window.lastWorker.dispatchEvent(new ErrorEvent("error", { message: "ended" })));
  await page.click("#save");
  await page.click("#formats [data-format=json]");
  await page.waitForFunction(() => document.getElementById("saving-said").textContent !== "");
  await settled(page);
  assert.ok((await save(page, "json")).bytes.equals(saved));
  // While a file is read, that one is given up and the others are read.
  const long = Array.from({ length: 800 }, (_, at) => `Năm 2022, xã Mẫu ${at} đã mở ${at + 10} lớp dạy nghề cho ${at * 7} người.`);
  await (await page.$("#files")).uploadFile(write(path("lon.txt"), "Tựa\n\n" + long.join("\n\n")));
  await page.waitForFunction(() => [...document.querySelectorAll("#list .waits")].length === 1);
  await new Promise((done) => setTimeout(done, 400));
  await page.evaluate(() => window.lastWorker.dispatchEvent(new ErrorEvent("error", { message: "ended" })));
  await settled(page);
  assert.equal((await page.$$("#list .bad")).length, 1);
  assert.ok((await save(page, "json")).bytes.equals(saved));
});
