// The views beside the text, in Firefox.
import { strict as assert } from "node:assert";

import { click, clickButton, eventually, named } from "./stage/reader.mjs";
import { scene } from "./stage/scene.mjs";

const sticksOut = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Waits for the first element of a selector that is shown, and clicks it. */
const clickFirst = async (page, selector) => (await page.waitForSelector(selector)).click();

/** A passage of a list of passages leads into the text, onto its mark. */
async function expectPassage(page) {
  await clickButton(page, "main", /^Paragraph \d+$/);
  await page.waitForSelector("mark:focus, .handle:focus");
}

scene("Firefox: a cell of the matrix leads into the text", {}, async ({ page }) => {
  await click(page, "Matrix");
  await named(page, "region", "Matrix");
  assert.match(page.url(), /tab=matrix/);
  assert.equal(await sticksOut(page), 0);
  await clickFirst(page, ".matrix-cell");
  await expectPassage(page);
  assert.doesNotMatch(page.url(), /tab=/);
});

scene("Firefox: the network is drawn, and a relation leads into the text", {}, async ({ page }) => {
  await click(page, "Network");
  const network = await named(page, "region", "Network");
  await eventually(async () => assert.ok((await network.$$("path")).length > 0));
  assert.equal(await sticksOut(page), 0);
  await clickFirst(page, '[aria-label="Relations"] button');
  await expectPassage(page);
});

scene("Firefox: the concordance has a line for each mention", { fragment: "#/d/kerry-russia?sel=russia&tab=concordance" }, async ({ page }) => {
  await page.waitForSelector(".in-line");
  const lines = (await page.$$(".in-line")).length;
  await clickFirst(page, ".in-line");
  await page.waitForSelector("mark[data-entity=russia]:focus, mark[data-entity=russia] > .handle:focus");
  assert.equal((await page.$$("mark[data-entity=russia]")).length, lines);
});

for (const [name, viewport] of Object.entries({
  "a phone": { width: 375, height: 740 },
  "320 px": { width: 320, height: 640 },
})) {
  scene(`Firefox: nothing sticks out on ${name}`, { viewport }, async ({ page }) => {
    assert.equal(await sticksOut(page), 0);
    for (const view of ["Matrix", "Network", "Concordance"]) {
      await click(page, view);
      await named(page, "region", view);
      assert.equal(await sticksOut(page), 0, view);
    }
  });
}
