// Makes the picture of the README: DE_AN_06=target/release/de-an-06 node tests/browser/picture.mjs
import { statSync } from "node:fs";
import { join } from "node:path";
import { evidence, open, root, seed } from "./chromium.mjs";

const page = await open(evidence([seed]), { width: 1000, height: 520 });
await page.click("#w10");
await page.mouse.move(5, 5);
await page.evaluate(() => document.activeElement.blur());
await page.waitForTimeout(300);
const path = join(root, "docs/images/evidence.png");
await page.screenshot({ path });
const size = statSync(path).size;
if (size > 150_000) throw new Error(`${path}: ${size} bytes, at most 150,000`);
await page.context().close();
