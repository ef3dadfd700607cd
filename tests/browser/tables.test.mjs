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

scene("an open cell is part of the view: Back closes it, and its link opens it", async ({ page, visit }) => {
  await tab(page, "Matrix").click();
  const opened = page.locator(".passages");
  const cell = cells(page).nth(1);
  const name = await cell.getAttribute("aria-label");
  await cell.click();
  await opened.getByRole("heading", { name, exact: true }).waitFor();
  assert.match(page.url(), /tab=matrix&cell=[a-z]+(:[\w-]+)?,[\w-]+$/);
  const fragment = new URL(page.url()).hash;
  await page.goBack();
  await opened.waitFor({ state: "detached" });
  await page.goForward();
  await opened.waitFor();
  const other = await visit(fragment);
  await other.locator(".passages").getByRole("heading", { name, exact: true }).waitFor();
});

scene("arrows lead from cell to cell, and Tab stops at one", async ({ page }) => {
  await tab(page, "Matrix").click();
  assert.equal(await page.locator(".matrix-cell[tabindex='0']").count(), 1);
  await page.locator(".matrix-cell[tabindex='0']").focus();
  const place = () =>
    page.evaluate(() => {
      const cell = document.activeElement.closest("td");
      return [cell.parentElement.rowIndex, cell.cellIndex];
    });
  const [row, column] = await place();
  await page.keyboard.press("ArrowRight");
  assert.ok((await place())[1] > column, "to the right");
  await page.keyboard.press("ArrowLeft");
  assert.deepEqual(await place(), [row, column]);
  await page.keyboard.press("ArrowDown");
  assert.ok((await place())[0] > row, "down");
  assert.equal((await place())[1], column);
});

scene("the matrix shows all columns, with heads that stay where they are", async ({ page }) => {
  await tab(page, "Matrix").click();
  const heads = page.getByRole("region", { name: "Matrix" }).getByRole("columnheader");
  assert.equal(await heads.count(), 11);
  await page.getByRole("button", { name: "More names" }).click();
  await eventually(async () => assert.ok((await heads.count()) > 20));
  const places = () =>
    page.evaluate(() => {
      const [wide] = document.querySelectorAll(".wide");
      const at = (element) => element.getBoundingClientRect();
      const from = at(wide);
      const head = at(wide.querySelector("thead th:nth-child(2)")).top - from.top;
      const row = at(wide.querySelector("tbody th")).left - from.left;
      return [Math.round(head), Math.round(row), Math.round(at(wide.querySelector("td")).left)];
    });
  const before = await places();
  await page.evaluate(() => document.querySelector(".wide").scrollTo(300, 120));
  const after = await places();
  assert.deepEqual(after.slice(0, 2), before.slice(0, 2));
  assert.ok(after[2] < before[2] - 200, "cells move under the heads");
  await page.getByRole("button", { name: "More names" }).click();
  await eventually(async () => assert.equal(await heads.count(), 11));
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
