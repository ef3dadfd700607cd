// What is looked for in the text is counted, highlighted and reached, in the document or not.
import { strict as assert } from "node:assert";

import { expectAccessible } from "./stage/accessible.mjs";
import { longText } from "./stage/long.mjs";
import { choice, eventually, expectText, paste } from "./stage/reader.mjs";
import { scene } from "./stage/scene.mjs";
import { screenshot } from "./stage/screenshot.mjs";

const STILL = { reducedMotion: "reduce" };
const PROFILES = {
  wide: { viewport: { width: 1280, height: 800 }, ...STILL },
  "wide-dark": { viewport: { width: 1280, height: 800 }, colorScheme: "dark", ...STILL },
  phone: { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true, ...STILL },
  "phone-dark": {
    viewport: { width: 375, height: 740 },
    hasTouch: true,
    isMobile: true,
    colorScheme: "dark",
    ...STILL,
  },
};

const field = (page) => page.getByRole("searchbox", { name: "Find in the text" });
const said = (page) => page.getByRole("search", { name: "Find in the text" }).getByRole("status");
const expectSaid = (page, sentence) =>
  eventually(async () => assert.equal(await said(page).innerText(), sentence));

/** What the browser highlights: all but the current one, the current one, and where that is. */
const highlighted = (page) =>
  page.evaluate(() => {
    const of = (name) => [...(CSS.highlights.get(name) ?? [])];
    const [here] = of("found-here");
    const box = here?.getBoundingClientRect();
    return {
      others: of("found").map(String),
      here: here && String(here),
      id: here?.startContainer.parentElement.closest("p").id,
      seen: box && box.top >= 100 && box.bottom <= innerHeight,
    };
  });

scene("a key opens the field, matches are counted, highlighted and gone through", async ({ page }) => {
  await paste(page, "The Café by Kerry.\n\nA cafe\u0301 in Łódź, cafés all over Russia.\n\nNothing.");
  await expectText(page, "Łódź");
  await page.keyboard.press("/");
  await eventually(async () => assert.equal(await field(page).evaluate((f) => f === document.activeElement), true));
  await page.keyboard.type("CAFE");
  await expectSaid(page, "Match 1 of 3");
  let now = await highlighted(page);
  assert.deepEqual([now.here, now.id, now.others], ["Café", "p1", ["cafe\u0301", "café"]]);
  await page.keyboard.press("Enter");
  await expectSaid(page, "Match 2 of 3");
  now = await highlighted(page);
  assert.deepEqual([now.here, now.id], ["cafe\u0301", "p2"]);
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.press("Shift+Enter");
  await expectSaid(page, "Match 3 of 3");
  await field(page).fill("no such thing");
  await expectSaid(page, "No match");
  assert.equal(await page.getByRole("button", { name: "Next match" }).isDisabled(), true);
  await page.keyboard.press("Escape");
  await field(page).waitFor({ state: "hidden" });
  const button = page.getByRole("button", { name: "Find", exact: true });
  assert.equal(await button.evaluate((b) => b === document.activeElement), true);
  await eventually(async () => assert.deepEqual((await highlighted(page)).others, []));
});

scene("a match goes over the edge of a mark", async ({ page }) => {
  await paste(page, "Yesterday John Kerry flew to Russia, said the paper.");
  await expectText(page, "John Kerry");
  await page.getByRole("button", { name: "Find", exact: true }).click();
  await field(page).fill("kerry flew to rus");
  await eventually(async () => assert.equal((await highlighted(page)).here, "Kerry flew to Rus"));
});

scene("without highlights the paragraph is outlined", async ({ page }) => {
  await paste(page, "One.\n\nTwo hats.\n\nThree hats.");
  await expectText(page, "Three hats");
  await page.keyboard.press("/");
  await field(page).fill("hats");
  await eventually(async () => assert.equal(await page.locator("[data-found] > #p2").count(), 1));
  await page.getByRole("button", { name: "Next match" }).click();
  await eventually(async () => assert.equal(await page.locator("[data-found] > #p3").count(), 1));
});

for (const [name, profile] of Object.entries(PROFILES)) {
  scene(`what is not in the document is found and reached: ${name}`, profile, async ({ page }) => {
    await paste(page, longText(300, 500));
    await expectText(page, "Note 1. ");
    await page.getByRole("button", { name: "Find", exact: true }).click();
    await field(page).fill("note 80");
    await expectSaid(page, "Match 1 of 2");
    for (const [key, id] of [
      ["Enter", "p800"],
      ["Enter", "p80"],
      ["Shift+Enter", "p800"],
    ]) {
      await field(page).press(key);
      await eventually(async () => {
        const now = await highlighted(page);
        assert.deepEqual([now.id, now.here, now.seen], [id, "Note 80", true]);
      });
    }
    await screenshot(page, `find-${name}`);
    await expectAccessible(page);
  });
}

scene("what a filter hides is not found", PROFILES.wide, async ({ page }) => {
  await paste(page, longText(300, 500));
  await expectText(page, "Note 1. ");
  await page.keyboard.press("/");
  await field(page).fill("note 4");
  await expectSaid(page, "Match 1 of 111");
  await choice(page, "Section", "Article").click();
  await page.getByRole("button", { name: "hidden", exact: true }).click();
  await expectSaid(page, "Match 1 of 11");
});
