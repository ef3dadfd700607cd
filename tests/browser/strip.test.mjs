// The strip beside the scroll bar shows where there is something, and leads there.
import { strict as assert } from "node:assert";

import { expectAccessible } from "./stage/accessible.mjs";
import { longText } from "./stage/long.mjs";
import { choice, eventually, expectText, paste } from "./stage/reader.mjs";
import { scene } from "./stage/scene.mjs";
import { screenshot } from "./stage/screenshot.mjs";

const STILL = { reducedMotion: "reduce" };
const WIDE = { viewport: { width: 1280, height: 800 }, ...STILL };
const PHONE = { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true, ...STILL };

const strip = (page) => page.getByRole("slider", { name: "Place in the text" });
const at = async (page) => Number(await strip(page).getAttribute("aria-valuenow"));
const said = (page) => strip(page).getAttribute("aria-valuetext");

async function open(page) {
  await paste(page, longText(300, 500));
  await expectText(page, "Note 1. ");
}

/** Waits until the paragraph that the strip names is on the screen. */
const expectThere = (page) =>
  eventually(async () => {
    const box = await page.locator(`#p${await at(page)}`).boundingBox();
    const { height } = page.viewportSize();
    assert.ok(box && box.y + box.height > 90 && box.y < height, JSON.stringify(box));
  });

scene("a click goes to that part of the text", WIDE, async ({ page }) => {
  await open(page);
  const { height } = await strip(page).boundingBox();
  await strip(page).click({ position: { x: 10, y: height * 0.75 } });
  await eventually(async () => assert.ok(Math.abs((await at(page)) - 600) < 30, `${await at(page)}`));
  await expectThere(page);
  assert.match(await said(page), /^Paragraph \d+, comments, \d+ supportive, \d+ critical$/);
});

scene("keys go to what matches, and to the ends", WIDE, async ({ page }) => {
  await open(page);
  assert.equal(await at(page), 1);
  await page.getByLabel("Words in the paragraph").fill('"note 500"');
  await strip(page).focus();
  await page.keyboard.press("ArrowDown");
  await eventually(async () => assert.match(await said(page), /, 1 matching/));
  assert.ok((await at(page)) <= 500 && (await at(page)) > 490, `${await at(page)}`);
  await expectThere(page);
  await page.keyboard.press("End");
  await eventually(async () => assert.ok((await at(page)) > 780));
  await page.keyboard.press("Home");
  await eventually(async () => assert.equal(await at(page), 1));
  assert.equal(await strip(page).evaluate((s) => s === document.activeElement), true);
});

scene("it is drawn of few elements, and of what the filter leaves", WIDE, async ({ page }) => {
  await open(page);
  assert.ok((await strip(page).locator("*").count()) < 8);
  const path = () => strip(page).locator("path.supportive").getAttribute("d");
  const before = await path();
  await choice(page, "Who or what", "Ada Thorne").click();
  await eventually(async () => assert.notEqual(await path(), before));
  assert.notEqual(await strip(page).locator("path.matching").getAttribute("d"), "");
});

for (const [name, profile] of Object.entries({
  wide: WIDE,
  "wide-dark": { ...WIDE, colorScheme: "dark" },
  phone: PHONE,
  "phone-dark": { ...PHONE, colorScheme: "dark" },
  forced: { ...WIDE, forcedColors: "active" },
})) {
  scene(`it is accessible and looks as it should: ${name}`, profile, async ({ page }) => {
    await open(page);
    await page.evaluate(() => window.scrollTo(0, 30_000));
    await eventually(async () => assert.ok((await at(page)) > 100));
    await screenshot(page, `strip-${name}`);
    await expectAccessible(page, { without: name === "forced" ? ["color-contrast"] : [] });
  });
}
