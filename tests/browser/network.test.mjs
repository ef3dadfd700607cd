// The network: who is reported to be for or against whom, as a picture and as a list.
import { strict as assert } from "node:assert";

import { expectAccessible } from "./stage/accessible.mjs";
import { eventually } from "./stage/reader.mjs";
import { scene } from "./stage/scene.mjs";
import { screenshot } from "./stage/screenshot.mjs";

const STILL = { reducedMotion: "reduce" };
const WIDE = { viewport: { width: 1360, height: 860 }, ...STILL };
const PHONE = { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true, ...STILL };
const FRAGMENT = "#/d/kerry-russia?tab=network";

const network = (page) => page.getByRole("region", { name: "Network" });
const nodes = (page) => network(page).getByRole("list", { name: "Who takes part" }).getByRole("button");
const relations = (page) => network(page).getByRole("list", { name: "Relations" }).getByRole("button");

for (const [name, profile] of Object.entries({
  "wide, light": WIDE,
  "wide, dark": { ...WIDE, colorScheme: "dark" },
  "phone, light": PHONE,
  "phone, dark": { ...PHONE, colorScheme: "dark" },
})) {
  scene(`the network: ${name}`, { ...profile, fragment: FRAGMENT }, async ({ page }) => {
    await relations(page).first().click();
    await screenshot(page, `network ${name}`.replace(/\W+/g, "-"));
    await expectAccessible(page);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.equal(over, 0, "nothing sticks out");
  });
}

scene("a relation opens its sentences, and these lead into the text", async ({ page }) => {
  await page.getByRole("group", { name: "Views" }).getByRole("button", { name: "Network" }).click();
  assert.match(page.url(), /tab=network/);
  const relation = relations(page).first();
  assert.match(await relation.innerText(), /.+ on .+: (supportive|critical|mixed), \d+ paragraphs?$/);
  await relation.click();
  assert.equal(await relation.getAttribute("aria-expanded"), "true");
  await network(page).getByRole("status").getByRole("button", { name: /^Paragraph \d+$/ }).first().click();
  await page.locator("mark:focus, .handle:focus").waitFor();
  assert.doesNotMatch(page.url(), /tab=/);
});

scene("arrows lead from name to name, and one shows its own relations", { fragment: FRAGMENT }, async ({ page }) => {
  const all = await relations(page).count();
  const names = await nodes(page).allInnerTexts();
  assert.ok(names.length > 2, `more than two take part: ${names}`);
  await nodes(page).first().focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  assert.equal(await page.evaluate(() => document.activeElement.innerText), names[1]);
  await page.keyboard.press("Enter");
  await eventually(async () => assert.match(page.url(), /sel=/));
  const own = await relations(page).allInnerTexts();
  assert.ok(own.length > 0 && own.length <= all);
  assert.ok(own.every((text) => text.includes(names[1])), own.join(" | "));
});

scene("the same text gives the same picture", { fragment: FRAGMENT }, async ({ page }) => {
  const drawn = () => network(page).locator("path").evaluateAll((paths) => paths.map((p) => p.getAttribute("d")));
  const first = await drawn();
  assert.ok(first.length > 0);
  await page.reload();
  await eventually(async () => assert.deepEqual(await drawn(), first));
});
