// The matrix and the concordance stand in the place of the text and lead back into it.
import { strict as assert } from "node:assert";

import { expectAccessible } from "./stage/accessible.mjs";
import { choice, eventually } from "./stage/reader.mjs";
import { scene } from "./stage/scene.mjs";
import { screenshot } from "./stage/screenshot.mjs";

const STILL = { reducedMotion: "reduce" };
const WIDE = { viewport: { width: 1360, height: 860 }, ...STILL };
const PHONE = { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true, ...STILL };

const tab = (page, name) =>
  page.getByRole("group", { name: "Views" }).getByRole("button", { name, exact: true });
const cells = (page) => page.getByRole("region", { name: "Matrix" }).locator(".matrix-cell");
const lines = (page) => page.getByRole("region", { name: "Concordance" }).locator(".in-line");

for (const [name, profile] of Object.entries({
  "wide, light": WIDE,
  "wide, dark": { ...WIDE, colorScheme: "dark" },
  "phone, light": PHONE,
  "phone, dark": { ...PHONE, colorScheme: "dark" },
})) {
  scene(`both tables: ${name}`, profile, async ({ page }) => {
    const look = async (what) => {
      await screenshot(page, `${what} ${name}`.replace(/\W+/g, "-"));
      await expectAccessible(page);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.equal(over, 0, `${what}: nothing sticks out`);
    };
    await tab(page, "Matrix").click();
    await cells(page).first().click();
    await look("matrix");
    await tab(page, "Concordance").click();
    await page.getByRole("region", { name: "Concordance" }).getByRole("button", { name: "Russia" }).click();
    await lines(page).first().waitFor();
    await look("concordance");
  });
}

scene("a cell opens its sentences, and these lead into the text", async ({ page }) => {
  await tab(page, "Matrix").click();
  assert.match(page.url(), /tab=matrix/);
  const cell = cells(page).first();
  assert.match(await cell.getAttribute("aria-label"), / on .*: \w+, \d+ paragraphs?$/);
  await cell.click();
  await page.getByRole("button", { name: /^Paragraph \d+$/ }).first().click();
  await page.locator("mark:focus, .handle:focus").waitFor();
  assert.doesNotMatch(page.url(), /tab=/);
});

scene("the matrix sets article against comments, sorts, and Back undoes", async ({ page }) => {
  await tab(page, "Matrix").click();
  const rows = page.getByRole("region", { name: "Matrix" }).getByRole("rowheader");
  const before = await rows.count();
  await page.getByRole("button", { name: "Article against comments" }).click();
  await eventually(async () => assert.ok((await rows.count()) < before));
  await page.getByRole("button", { name: "name", exact: true }).click();
  const heads = page.getByRole("region", { name: "Matrix" }).getByRole("columnheader");
  const names = async () => (await heads.allInnerTexts()).slice(1);
  await eventually(async () => assert.deepEqual(await names(), [...(await names())].sort()));
  assert.match(page.url(), /sort=name&rows=sections/);
  await page.goBack();
  await page.goBack();
  await eventually(async () => assert.equal(await rows.count(), before));
});

scene("the matrix counts only what matches", async ({ page }) => {
  await tab(page, "Matrix").click();
  const before = await cells(page).count();
  await choice(page, "Section", "Article").click();
  await eventually(async () => assert.ok((await cells(page).count()) < before));
});

const LINKED = "#/d/kerry-russia?sel=russia&tab=concordance&sort=right";
scene("a link opens the concordance, each mention in a line", { fragment: LINKED }, async ({ page }) => {
  const behind = async () => lines(page).locator(".right").allInnerTexts();
  const count = (await behind()).length;
  await page.getByRole("button", { name: "place", exact: true }).click();
  assert.equal((await behind()).length, count);
  await lines(page).first().click();
  await page.locator("mark[data-entity=russia]:focus, mark[data-entity=russia] > .handle:focus").waitFor();
  assert.equal(await page.locator("mark[data-entity=russia]").count(), count);
});
