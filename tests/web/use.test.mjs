// What a user does: mark, filter, correct, take away, come back.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { command, everywhere, folder, give, open, root, save, settled, shown, violations, write } from "./browsers.mjs";

const files = folder();
const named = (slug) => {
  const path = join(files, `${slug}.html`);
  copyFileSync(join(root, "fixtures", slug, "page.html"), path);
  return path;
};
const seed = named("so-ket-de-an-06");
const years = ["de-an-nghe-2021", "de-an-nghe-2022", "de-an-nghe-2023"].map(named);
const text = (page, selector) => page.$eval(selector, (element) => element.innerText);
const until = (page, ...rest) => page.waitForFunction(...rest, { timeout: 30_000, polling: 100 });
const button = (page, words) => page.evaluate((words) => {
  [...document.querySelectorAll("button")].find((button) => button.checkVisibility() && button.textContent.includes(words)).click();
}, words);

everywhere("a report is marked, filtered and searched", async (at) => {
  const page = await open(at);
  await give(page, [seed]);
  const frame = await shown(page);
  assert.equal((await frame.$$("article a.figure")).length, 17);
  await frame.click("#w10");
  assert.equal(await frame.$eval("#r10", (row) => row.className.includes("chosen")), true);
  assert.equal((await frame.$$("#r10 .details")).length, 1);
  await frame.select("#tools [name=role]", "target");
  await until(page, () => document.querySelector("#shown iframe").contentDocument.querySelectorAll("#rows > tbody > tr:not([hidden])").length === 1);
  assert.deepEqual(page.faults, []);
});

everywhere("what is corrected counts, is there on the second visit, and goes along", async (at) => {
  const page = await open(at);
  await give(page, [seed]);
  let frame = await shown(page);
  await frame.click("#r13 .open");
  await frame.click("#r13 .details .buttons button");
  await frame.select("#r13 form.fix [name=role]", "actual");
  await frame.click("#r13 form.fix [type=submit]");
  await until(page, () => document.querySelector("#notes .pending"));
  await page.click("#notes .pending button");
  await until(page, () => document.querySelector("#list .good"));
  await settled(page);
  await page.waitForFunction(() => document.querySelector("#shown iframe").contentDocument?.querySelector("#r13 .corrected"));
  const { bytes: corrections, name } = await save(page, "corrections");
  assert.equal(name, "corrections.jsonl");
  const path = write(join(files, "corrections.jsonl"), corrections);
  const { bytes } = await save(page, "json");
  assert.equal(JSON.parse(bytes).records[12].role, "actual");
  assert.ok(bytes.equals(command(files, "extract", "--quiet", "so-ket-de-an-06.html", "--corrections", "corrections.jsonl", "-f", "json")));

  await page.reload();
  await page.waitForSelector("html[data-ready=program]");
  await give(page, [seed]);
  await until(page, () => document.querySelector("#list .good"));
  assert.equal(JSON.parse((await save(page, "json")).bytes).records[12].role, "actual");

  // In another browser the file does the same.
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await page.waitForSelector("html[data-ready=program]");
  await give(page, [seed, path]);
  assert.match(await text(page, "#notes"), /corrections\.jsonl/);
  assert.equal(JSON.parse((await save(page, "json")).bytes).records[12].role, "actual");
  assert.deepEqual(page.faults, []);
});

everywhere("several reports are lined up, checked and saved as a workbook", async (at) => {
  const page = await open(at);
  await give(page, years);
  await button(page, "Qua các thời kỳ");
  await until(page, () => document.querySelector("#shown iframe")?.contentDocument?.querySelector(".series table"));
  await button(page, "Kiểm tra phép tính");
  await until(page, () => document.querySelector("#shown iframe")?.contentDocument?.title.length > 0 && !document.querySelector("#shown iframe").contentDocument.querySelector(".series"));
  await button(page, "Gộp tất cả");
  await until(page, () => document.querySelector("#shown iframe")?.contentDocument?.querySelectorAll("article").length === 3);
  const { bytes, name } = await save(page, "xlsx");
  const workbook = write(join(files, name), bytes);
  const names = years.map((path) => path.slice(files.length + 1));
  const csv = command(files, "extract", "--quiet", ...names, "-f", "csv");
  write(join(files, "wanted.csv"), csv);
  const read = execFileSync(process.env.PYTHON ?? "python3", ["-c", `
import csv, openpyxl, sys
book = openpyxl.load_workbook(sys.argv[1])
print("|".join(book.sheetnames))
sheet = book.worksheets[0]
rows = list(csv.DictReader(open(sys.argv[2], encoding="utf-8")))
assert sheet.max_row == len(rows) + 1, (sheet.max_row, len(rows))
head = [cell.value for cell in sheet[1]]
value = head.index("Giá trị")
for row, wanted in zip(sheet.iter_rows(min_row=2, values_only=True), rows):
    assert abs(float(row[value]) - float(wanted["value"])) < 1e-9
`, workbook, join(files, "wanted.csv")], { encoding: "utf8" });
  assert.equal(read.trim().split("|").length, 5);
  const series = write(join(files, "series.xlsx"), (await save(page, "seriesXlsx")).bytes);
  execFileSync(process.env.PYTHON ?? "python3", ["-c", "import openpyxl, sys; assert openpyxl.load_workbook(sys.argv[1]).worksheets[0].max_row > 2", series]);
  assert.deepEqual(page.faults, []);
});

everywhere("text is pasted with its day, and a sample shows what the page does", async (at) => {
  const page = await open(at);
  await page.click("#paste-open");
  await page.type("#paste-text", "Kết quả dạy nghề\n\nNăm nay, xã Mẫu đã mở 14 lớp.");
  await page.$eval("#paste-day", (input) => (input.value = "2023-05-11"));
  await page.click("#paste [value=read]");
  await page.waitForSelector("#list > *");
  await settled(page);
  const { bytes } = await save(page, "json");
  assert.equal(JSON.parse(bytes).records[0].period.start, "2023-01-01");
  const other = await open(at);
  await other.click("#example");
  await other.waitForSelector("#list > *");
  await settled(other);
  assert.ok((await (await shown(other)).$$("article a.figure")).length > 10);
  assert.deepEqual(other.faults, []);
});

everywhere("a day that the text does not name can be said", async (at) => {
  const page = await open(at);
  const path = write(join(files, "khong-ngay.txt"), "Kết quả dạy nghề\n\nNăm nay, xã Mẫu đã mở 14 lớp.");
  await give(page, [path]);
  await until(page, () => document.querySelector("#notes .day input"));
  await page.$eval("#notes .day input", (input) => (input.value = "2022-03-01"));
  await page.click("#notes .day button");
  await until(page, () => !document.querySelector("#notes .day"));
  await settled(page);
  assert.equal(JSON.parse((await save(page, "json")).bytes).records[0].period.start, "2022-01-01");
});

everywhere("a lexicon of one's own counts, and a wrong one is told", async (at) => {
  const page = await open(at);
  const report = write(join(files, "lop.txt"), "Kết quả năm 2022\n\nNăm 2022, xã Mẫu trồng 14 khóm sen.");
  const good = write(join(files, "rieng.toml"), '[[unit]]\nkey = "clump"\nkind = "count"\nforms = ["khóm sen"]\n');
  await give(page, [report]);
  assert.notEqual(JSON.parse((await save(page, "json")).bytes).records[0].unit_key, "clump");
  await (await page.$("#files")).uploadFile(good);
  await until(page, () => document.querySelector("#notes")?.textContent.includes("rieng.toml"));
  await settled(page);
  await page.waitForFunction(() => document.getElementById("progress").hidden);
  assert.equal(JSON.parse((await save(page, "json")).bytes).records[0].unit_key, "clump");
  await (await page.$("#files")).uploadFile(write(join(files, "sai.toml"), "[[unit]]\nkey = 7\n"));
  await until(page, () => document.querySelector("#notes")?.textContent.includes("sai.toml:"));
  assert.deepEqual(page.faults, []);
});

everywhere("nothing is wrong with the page for a reader of screens", async (at) => {
  for (const dark of [false, true]) {
    const page = await open(at, { dark });
    assert.deepEqual(await violations(page), []);
    await page.click("#about-open");
    assert.deepEqual(await violations(page), []);
    await page.click("#about button");
    await give(page, [...years, write(join(files, "hong.pdf"), "%PDF-1.4 hỏng")]);
    await shown(page);
    assert.deepEqual(await violations(page), []);
    await page.click("#save");
    assert.deepEqual(await violations(page), []);
  }
});

everywhere("a phone of 360 pixels shows everything without scrolling sideways", async (at) => {
  const page = await open(at, { width: 360, height: 720 });
  const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= 360 && document.body.scrollWidth <= 360);
  assert.ok(await fits());
  await give(page, years);
  const frame = await shown(page);
  assert.ok(await fits());
  assert.ok(await frame.evaluate(() => document.documentElement.scrollWidth <= 360));
  await page.click("#side-toggle");
  assert.equal((await page.$$("#list li")).length, 3);
  await page.click("#list li:nth-child(3) .pick");
  await until(page, () => document.querySelector("#list li:nth-child(3) .pick[aria-current]"));
  await page.click("#save");
  assert.ok(await fits());
  assert.deepEqual(page.faults, []);
});

everywhere("the page works without a pointer", async (at) => {
  const page = await open(at);
  await page.focus("#example");
  await page.keyboard.press("Enter");
  await settled(page);
  await shown(page);
  await page.focus("#save");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#saving[open]");
  await page.keyboard.press("Escape");
  await until(page, () => !document.querySelector("#saving[open]"));
  await page.focus("#list .pick");
  await page.keyboard.press("Enter");
  assert.equal(await page.$eval("#list .pick", (pick) => pick.getAttribute("aria-current")), "true");
});

everywhere("the page is in the language of the reader", async (at) => {
  const page = await open(at, { lang: "en" });
  assert.match(await text(page, ".start h1"), /Drop reports here/);
  await give(page, [seed]);
  assert.match(await (await shown(page)).$eval("h2", (heading) => heading.innerText), /[A-Z][a-z]+/);
  await page.select("#lang", "vi");
  await until(page, () => document.querySelector("#shown iframe")?.contentDocument?.documentElement.lang === "vi");
  assert.match(await text(page, "#total"), /số liệu/);
  assert.deepEqual(page.faults, []);
});

everywhere("a dropped folder is read as the command line reads it", async (at) => {
  const place = folder();
  mkdirSync(join(place, "bao-cao/tin_files"), { recursive: true });
  mkdirSync(join(place, "bao-cao/nam-2022"));
  copyFileSync(years[0], join(place, "bao-cao/tin.html"));
  copyFileSync(years[1], join(place, "bao-cao/nam-2022/b.html"));
  copyFileSync(years[2], join(place, "bao-cao/tin_files/khung.html"));
  write(join(place, "bao-cao/anh.png"), "x");
  write(join(place, "bao-cao/.an.txt"), "x");
  const page = await open(at);
  const debug = await page.createCDPSession();
  const data = { items: [], files: [join(place, "bao-cao")], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"]) await debug.send("Input.dispatchDragEvent", { type, x: 400, y: 300, data });
  await until(page, () => document.querySelectorAll("#list li").length === 4);
  await settled(page);
  assert.equal((await page.$$("#list .left-out")).length, 2);
  assert.ok((await save(page, "json")).bytes.equals(command(place, "extract", "--quiet", "bao-cao", "-f", "json")));
  // Over a report that is shown, too.
  const more = { ...data, files: [seed] };
  for (const type of ["dragEnter", "dragOver", "drop"]) await debug.send("Input.dispatchDragEvent", { type, x: 900, y: 500, data: more });
  await until(page, () => document.querySelectorAll("#list li").length === 5);
  assert.equal(await page.$eval("#dropping", (overlay) => overlay.hidden), true);
  // No other browser can be given a folder by a test.
}, ["chromium"]);
