// Light and dark follow the system until the reader chooses, and the choice is kept.
import { strict as assert } from "node:assert";

import { eventually } from "./stage/reader.mjs";
import { ready, scene } from "./stage/scene.mjs";

/** How light the page's ground is, from 0 to 255. */
const ground = (page) =>
  page.evaluate(() => {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d");
    canvas.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
    canvas.fillRect(0, 0, 1, 1);
    return canvas.getImageData(0, 0, 1, 1).data[0];
  });
const expectGround = (page, is) =>
  eventually(async () => assert.equal((await ground(page)) < 128 ? "dark" : "light", is));

const button = (page, theme) => page.getByRole("button", { name: `Theme: ${theme}` });

for (const colorScheme of ["light", "dark"]) {
  scene(`it follows the system: ${colorScheme}`, { colorScheme }, async ({ page }) => {
    await expectGround(page, colorScheme);
  });
}

scene("a choice survives a reload, until it is given back to the system", async ({ page }) => {
  await button(page, "system").click();
  await button(page, "light").click();
  await expectGround(page, "dark");
  await page.reload();
  await ready(page);
  await expectGround(page, "dark");
  await button(page, "dark").click();
  await expectGround(page, "light");
  await page.reload();
  await ready(page);
  await button(page, "system").waitFor();
});
