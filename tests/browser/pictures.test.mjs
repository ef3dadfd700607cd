// The pictures of the README. They are kept in results/; where the README shows them with
// `PICTURES=../docs node --test browser/pictures.test.mjs`.
import { strict as assert } from "node:assert";
import { mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { eventually } from "./stage/reader.mjs";
import { scene } from "./stage/scene.mjs";

const TESTS = fileURLToPath(new URL("..", import.meta.url));
const FOLDER = join(TESTS, process.env.PICTURES ?? "results");
/** The most that a picture may weigh, in bytes. */
const MOST = 120_000;

const STILL = { reducedMotion: "reduce" };
const WIDE = { viewport: { width: 1280, height: 720 }, ...STILL };
const PHONE = { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true, ...STILL };

async function picture(page, name) {
  await mkdir(FOLDER, { recursive: true });
  const path = join(FOLDER, `${name}.jpg`);
  await page.screenshot({ path, type: "jpeg", quality: 55 });
  const { size } = await stat(path);
  assert.ok(size < MOST, `${name} has ${size} bytes`);
}

const CRITICAL = "#/d/kerry-russia?e=vladimir-putin&stance=critical&by=comments";
scene("a picture of reading", { ...WIDE, fragment: CRITICAL }, async ({ page }) => {
  const mark = page.locator("p:not([data-dimmed]) mark[data-entity=vladimir-putin][data-stance=critical]");
  await mark.first().click();
  await page.getByRole("region", { name: "Why?" }).getByText("Judged by").waitFor();
  await picture(page, "read");
});

const NETWORK = "#/d/kerry-russia?tab=network";
scene("a picture of the network", { ...WIDE, fragment: NETWORK }, async ({ page }) => {
  const network = page.getByRole("region", { name: "Network" });
  await eventually(async () => assert.ok((await network.locator("path").count()) > 0));
  await picture(page, "network");
});

scene("a picture on a phone", { ...PHONE, colorScheme: "dark" }, async ({ page }) => {
  const comment = page.locator("p[data-section=comments]", { has: page.locator("mark[data-entity=vladimir-putin][data-stance=critical]") });
  await comment.first().evaluate((p) => p.scrollIntoView({ block: "center" }));
  await picture(page, "phone");
});
