// The overview: whom writers are divided on, and how stances move along the text.
import { strict as assert } from "node:assert";

import { expectAccessible } from "./stage/accessible.mjs";
import { eventually, paste } from "./stage/reader.mjs";
import { scene } from "./stage/scene.mjs";
import { screenshot } from "./stage/screenshot.mjs";

const PHONE = { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true, reducedMotion: "reduce" };

const overview = (page) => page.getByRole("region", { name: "Overview" });
const steps = (page) => overview(page).getByRole("list", { name: "Along the text" }).getByRole("button");

/** A text whose readers take both sides on one person. */
const DIVIDED = `Council votes on the bridge

Marta Lindqvist opened the meeting. The council of Tarn Bay will vote on the bridge on Monday, its clerk said.

I admire Marta Lindqvist. She is honest and brave.

Marta Lindqvist is a disgrace, a liar and a coward.

Thank you, Marta Lindqvist, for a wonderful job.`;

scene("the one most argued over is named, and the numbers filter", async ({ page }) => {
  await paste(page, DIVIDED);
  const line = overview(page).getByText("Most argued over:");
  await line.waitFor();
  await line.getByRole("button", { name: /critical$/ }).click();
  await eventually(async () => assert.match(page.url(), /e=marta-lindqvist.*stance=critical/));
  await line.getByRole("button", { name: "Marta Lindqvist" }).click();
  await eventually(async () => assert.match(page.url(), /sel=marta-lindqvist/));
});

scene("a step along the text leads to its paragraphs", async ({ page }) => {
  const labels = await steps(page).evaluateAll((all) => all.map((b) => b.getAttribute("aria-label")));
  assert.ok(labels.length > 3 && labels.length <= 13, `${labels.length} steps`);
  assert.match(labels[0], /^Paragraphs? 1/);
  await steps(page).last().click();
  const first = Number(/\d+/.exec(labels.at(-1))[0]);
  await page.waitForFunction((number) => {
    const box = document.getElementById(`p${number}`).getBoundingClientRect();
    return box.top >= 0 && box.top < innerHeight;
  }, first);
});

scene("on a phone, a step leads back to the text", PHONE, async ({ page }) => {
  await page.getByRole("navigation", { name: "Parts of the page" }).getByRole("button", { name: "Overview" }).click();
  await screenshot(page, "overview-phone");
  await expectAccessible(page);
  await steps(page).first().click();
  await page.locator("#p1").waitFor({ state: "visible" });
});
