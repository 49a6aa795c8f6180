// What the page reads is what the command line reads, byte for byte.
import assert from "node:assert/strict";
import { copyFileSync, readdirSync, readFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { extname, join } from "node:path";
import { command, everywhere, folder, give, open, root, save } from "./browsers.mjs";

/** Every fixture under a name of its own. */
const fixtures = folder();
for (const slug of readdirSync(join(root, "fixtures"))) {
  const page = readdirSync(join(root, "fixtures", slug)).find((name) => name.startsWith("page."));
  copyFileSync(join(root, "fixtures", slug, page), join(fixtures, slug + extname(page)));
}

/** A file of every kind. */
const kinds = folder();
const documents = join(root, "tests/documents");
for (const name of readdirSync(documents)) if (/\.(docx|odt|fodt|pdf|mhtml)$/.test(name)) copyFileSync(join(documents, name), join(kinds, name));
copyFileSync(join(root, "tests/data/so-ket-de-an-06.txt"), join(kinds, "so-ket.txt"));
execFileSync("python3", ["-c", `
import gzip, json, sys, zipfile
kinds, fixtures = sys.argv[1:]
seed = open(fixtures + "/so-ket-de-an-06.html", encoding="utf-8").read()
with zipfile.ZipFile(kinds + "/nen.zip", "w", zipfile.ZIP_DEFLATED) as packed:
    for name in ["bang-so-lieu", "cong-nukeviet"]:
        packed.write(f"{fixtures}/{name}.html", f"tin/{name}.html")
    packed.write(fixtures + "/trang-in.html", "tin/cong-nukeviet_files/x.html")
    packed.writestr("anh.png", b"x")
with gzip.open(kinds + "/goi.html.gz", "wt", encoding="utf-8") as packed:
    packed.write(seed)
with open(kinds + "/danh-sach.jsonl", "w", encoding="utf-8") as lines:
    lines.write(json.dumps({"html": seed, "url": "https://bao.example/1", "published": "2023-05-11"}) + "\\n{\\n")
answer = b"HTTP/1.1 200 OK\\r\\nContent-Type: text/html; charset=utf-8\\r\\n\\r\\n" + seed.encode()
head = f"WARC/1.0\\r\\nWARC-Type: response\\r\\nWARC-Target-URI: https://bao.example/2\\r\\nContent-Length: {len(answer)}\\r\\n\\r\\n"
open(kinds + "/luu.warc", "wb").write(head.encode() + answer + b"\\r\\n\\r\\n")
`, kinds, fixtures]);

for (const [what, place] of [["every fixture", fixtures], ["every kind of file", kinds]]) {
  const names = readdirSync(place).sort();
  everywhere(`${what} gives the same bytes`, async (at) => {
    const page = await open(at);
    await give(page, names.map((name) => join(place, name)));
    for (const format of ["json", "jsonl", "csv"]) {
      const { bytes } = await save(page, format);
      const wanted = command(place, "extract", "--quiet", ...names, "-f", format);
      assert.ok(bytes.length > 10_000);
      assert.ok(bytes.equals(wanted), `${format}: ${bytes.length} bytes here, ${wanted.length} there`);
    }
    const { bytes } = await save(page, "excel");
    assert.ok(bytes.equals(command(place, "extract", "--quiet", ...names, "-f", "csv", "--csv-dialect", "excel")));
    assert.deepEqual(page.faults, []);
  });
}

everywhere("the evidence page of a report is that of the command line", async (at) => {
  const page = await open(at);
  await give(page, [join(fixtures, "so-ket-de-an-06.html")]);
  const { bytes } = await save(page, "html");
  assert.ok(bytes.equals(command(fixtures, "extract", "--quiet", "so-ket-de-an-06.html", "-f", "html", "--lang", "vi")));
  assert.deepEqual(page.faults, []);
});
