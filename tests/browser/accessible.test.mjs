// Nothing is in the way of people who use assistive technology, whatever the page shows.
import { strict as assert } from "node:assert";

import { expectAccessible } from "./stage/accessible.mjs";
import { choice, chosen, eventually, matching, openDialog } from "./stage/reader.mjs";
import { scene } from "./stage/scene.mjs";
import { screenshot } from "./stage/screenshot.mjs";

// Without motion, since a colour on its way to another is not what is looked at.
const STILL = { reducedMotion: "reduce" };
const WIDE = { viewport: { width: 1280, height: 800 }, ...STILL };
const PHONE = { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true, ...STILL };
const PROFILES = {
  "wide, light": WIDE,
  "wide, dark": { ...WIDE, colorScheme: "dark" },
  "phone, light": PHONE,
  "phone, dark": { ...PHONE, colorScheme: "dark" },
  "forced colours": { ...WIDE, forcedColors: "active" },
  "200 %": { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2, ...STILL },
};

const panelBar = (page, name) =>
  page.getByRole("navigation", { name: "Parts of the page" }).getByRole("button", { name });

/** The filters, which a narrow screen shows on request. */
async function showFilters(page) {
  const button = panelBar(page, "Filters");
  if (await button.isVisible()) await button.click();
}

async function showText(page) {
  const button = panelBar(page, "Text");
  if (await button.isVisible()) await button.click();
}

const overflow = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const [name, profile] of Object.entries(PROFILES)) {
  scene(`as it opens, with a filter, a reason and the dialogs: ${name}`, profile, async ({ page }) => {
    // Forced colours are the system's, but axe looks at the page's own.
    const without = profile.forcedColors ? ["color-contrast"] : [];
    const look = async (what) => {
      await screenshot(page, `${name} ${what}`.replace(/\W+/g, "-"));
      await expectAccessible(page, { without });
      assert.equal(await overflow(page), 0, `${what}: nothing sticks out`);
    };
    await look("open");
    await showFilters(page);
    await choice(page, "Who or what", "Russia").click();
    await choice(page, "Section", "Comments").click();
    await eventually(async () => assert.equal((await chosen(page)).length, 2));
    await page.mouse.move(0, 0);
    await look("filter");
    await showText(page);
    await page.locator("p[data-section=comments]:not([data-dimmed]) mark").first().click();
    await page.getByRole("region", { name: "Why?" }).getByText("Judged by").waitFor();
    await look("why");
    await page.keyboard.press("Escape");
    const dialog = await openDialog(page);
    await look("dialog");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    await page.getByRole("button", { name: "Help" }).click();
    await page.getByRole("dialog", { name: "How to read this page" }).waitFor();
    await look("help");
  });
}

scene("the overview and the border's tools on a phone", PHONE, async ({ page }) => {
  await panelBar(page, "Overview").click();
  await page.getByRole("region", { name: "Overview" }).waitFor();
  await expectAccessible(page);
  await screenshot(page, "phone-overview");
  await panelBar(page, "Text").click();
  await page.getByText(/found by the machine/).click();
  await page.getByRole("button", { name: "Comments begin elsewhere" }).click();
  await page.getByRole("button", { name: /^Comments begin.* 9$/ }).waitFor();
  assert.equal(await overflow(page), 0);
});

scene("a notice", { fragment: "#/d/kerry-russia?stance=furious" }, async ({ page }) => {
  await page.getByRole("status", { name: "Notices" }).getByText("not understood").waitFor();
  await expectAccessible(page);
});

for (const width of [320, 360, 768, 1024]) {
  scene(`nothing sticks out at a width of ${width}`, { viewport: { width, height: 640 } }, async ({ page }) => {
    assert.equal(await overflow(page), 0);
    for (const panel of ["Overview", "Filters", "Text"]) {
      if (!(await panelBar(page, panel).isVisible())) continue;
      await panelBar(page, panel).click();
      assert.equal(await overflow(page), 0, panel);
    }
    if (width === 320) await screenshot(page, "narrowest");
  });
}

scene("at 200 % a filter is set and the text read", PROFILES["200 %"], async ({ page }) => {
  await showFilters(page);
  await choice(page, "Section", "Article").click();
  await showText(page);
  await eventually(async () => assert.equal((await matching(page)).length, 4));
  assert.equal(await page.locator("#p1").isVisible(), true);
});

scene("on paper there are the text and its marks, and no controls", WIDE, async ({ page }) => {
  await page.emulateMedia({ media: "print" });
  const shown = page.locator("button:visible, input:visible, summary:visible, dialog:visible");
  assert.deepEqual(await shown.allInnerTexts(), []);
  assert.equal(await page.locator("#p1 mark").first().isVisible(), true);
  await screenshot(page, "print", { fullPage: true });
});
