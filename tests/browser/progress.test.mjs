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
