// A first visit has three hints, one at a time, that are in the way of nothing.
import { strict as assert } from "node:assert";

import { expectAccessible } from "./stage/accessible.mjs";
import { scene } from "./stage/scene.mjs";

const hint = (page) => page.getByRole("complementary", { name: "Hint", exact: true });
const button = (page, name) => hint(page).getByRole("button", { name, exact: true });
const hasKeyboard = (page, selector) => page.waitForSelector(`${selector}:focus`);

scene("hints go one by one, and stay away", async ({ page, visit }) => {
  await hint(page).getByText(/^1\/3/).waitFor();
  await expectAccessible(page);
  assert.equal(await page.evaluate(() => document.activeElement === document.body), true);
  await button(page, "Next hint").click();
  await hint(page).getByText(/^2\/3/).waitFor();
  await hasKeyboard(page, "#hint");
  const again = await visit();
  await hint(again).getByText(/^2\/3/).waitFor();
  await button(again, "Next hint").click();
  await button(again, "Close").click();
  await hint(again).waitFor({ state: "detached" });
  await hasKeyboard(again, "main");
  const last = await visit();
  assert.equal(await hint(last).count(), 0);
});

scene("all hints go at once, by keyboard", async ({ page, visit }) => {
  await button(page, "No more hints").focus();
  await page.keyboard.press("Enter");
  await hint(page).waitFor({ state: "detached" });
  assert.equal(await hint(await visit()).count(), 0);
});

scene("who comes by a link sees what it shows, and no hint", { fragment: "#/d/kerry-russia?e=russia" }, async ({ page }) => {
  assert.equal(await hint(page).count(), 0);
});

scene("hints speak the language of the page", { locale: "de-DE" }, async ({ page }) => {
  await page.getByRole("complementary", { name: "Tipp", exact: true }).getByText("Warum?").waitFor();
});
