// Comments that answer each other stand under each other, fold and unfold.
import { strict as assert } from "node:assert";

import { expectAccessible } from "./stage/accessible.mjs";
import { eventually, expectText, openDialog } from "./stage/reader.mjs";
import { scene } from "./stage/scene.mjs";
import { screenshot } from "./stage/screenshot.mjs";

const STILL = { reducedMotion: "reduce" };
const comment = (id, author, text, children = []) => ({
  id,
  type: "comment",
  author,
  created_at_i: 1_740_000_000 + id * 1000,
  text: `<p>${text}</p>`,
  children,
});
const STORY = {
  id: 1,
  type: "story",
  title: "The ferry to Norway",
  author: "editor",
  created_at_i: 1_740_000_000,
  text: "<p>Mayor Ada Thorne wants a ferry to Norway.</p>",
  children: [
    comment(2, "mara", "I think Ada Thorne is wonderful.", [
      comment(3, "piet", "No, Ada Thorne is a disgrace.", [
        comment(4, "mara", "Norway deserves better manners."),
      ]),
      comment(5, "lena", "Norway is lovely in June."),
    ]),
    comment(6, "ivo", "Who pays for it? Norway?"),
  ],
};

async function open(page) {
  const dialog = await openDialog(page);
  const file = {
    name: "ferry.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(STORY)),
  };
  await dialog.locator("input[type=file]").first().setInputFiles(file);
  await expectText(page, "Who pays for it?");
}

const shown = (page) => page.locator("p[id][data-section]:not([hidden])").allInnerTexts();

for (const [name, profile] of Object.entries({
  wide: { viewport: { width: 1280, height: 800 }, ...STILL },
  "wide-dark": { viewport: { width: 1280, height: 800 }, colorScheme: "dark", ...STILL },
  phone: { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true, ...STILL },
})) {
  scene(`a thread folds and unfolds by keyboard: ${name}`, profile, async ({ page }) => {
    await open(page);
    assert.equal((await shown(page)).length, 7);
    await page.getByRole("heading", { name: /^mara/ }).first().waitFor();
    await screenshot(page, `threads-${name}`);
    await expectAccessible(page);
    const fold = page.getByRole("button", { name: "3 replies" });
    assert.equal(await fold.getAttribute("aria-expanded"), "true");
    await fold.focus();
    await page.keyboard.press("Enter");
    const folded = page.getByRole("button", { name: "Show 3 replies" });
    await eventually(async () => assert.equal((await shown(page)).length, 4));
    assert.equal(await folded.getAttribute("aria-expanded"), "false");
    assert.equal(await folded.evaluate((b) => b === document.activeElement), true);
    await page.getByLabel("Words in the paragraph").evaluate((field) => {
      field.value = "norway";
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    });
    await page.getByRole("button", { name: "Clear filters" }).first().click();
    assert.equal((await shown(page)).length, 4, "a filter does not unfold");
    await expectAccessible(page);
    await folded.press("Enter");
    await eventually(async () => assert.equal((await shown(page)).length, 7));
  });
}
