// A long text says how far it has come, and can be stopped.
import { strict as assert } from "node:assert";

import { expectAccessible } from "./stage/accessible.mjs";
import { longText } from "./stage/long.mjs";
import { expectText, openDialog, paragraphs, paste } from "./stage/reader.mjs";
import { scene } from "./stage/scene.mjs";
import { screenshot } from "./stage/screenshot.mjs";

const WIDE = { viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" };

for (const [name, profile] of Object.entries({
  light: WIDE,
  dark: { ...WIDE, colorScheme: "dark" },
})) {
  scene(`what was open stays open when the reader stops: ${name}`, profile, async ({ page }) => {
    const before = await paragraphs(page);
    const address = page.url();
    const dialog = await openDialog(page);
    const buffer = Buffer.from(longText(2_000, 18_000));
    const file = { name: "long.txt", mimeType: "text/plain", buffer };
    await dialog.locator("input[type=file]").first().setInputFiles(file);
    await page.getByRole("main").getByText(/^Reading 20000 paragraphs: who/).waitFor();
    const stop = page.getByRole("button", { name: "Stop", exact: true });
    if (name === "light") {
      await screenshot(page, `progress-${name}`);
      await expectAccessible(page);
    } else {
      await screenshot(page, `progress-${name}`);
    }
    await stop.click();
    await stop.waitFor({ state: "hidden" });
    assert.deepEqual(await paragraphs(page), before);
    assert.equal(page.url(), address);
    await paste(page, "Mayor Ada Thorne praised the Harbour Trust of Elmsworth.");
    await expectText(page, "Elmsworth");
  });
}

scene("a long text says several times how far it has come", WIDE, async ({ page }) => {
  const dialog = await openDialog(page);
  await page.evaluate(() => {
    window.said = [];
    const place = document.querySelector(".progress");
    const look = () => {
      const value = place.querySelector("progress")?.value;
      if (value && window.said.at(-1) !== value) window.said.push(value);
    };
    new MutationObserver(look).observe(place, { subtree: true, childList: true, attributes: true });
  });
  const buffer = Buffer.from(longText(500, 1_500));
  const file = { name: "long.txt", mimeType: "text/plain", buffer };
  await dialog.locator("input[type=file]").first().setInputFiles(file);
  await expectText(page, "Note 1. ");
  assert.deepEqual(await page.evaluate(() => window.said), [1, 2, 3, 4]);
});
