// Before the program is there, the page shows the first text where it will stand.
import { strict as assert } from "node:assert";

import { expectAccessible } from "./stage/accessible.mjs";
import { scene, ready } from "./stage/scene.mjs";

const ALONE = { serviceWorkers: "block" };
const TITLE = "Kerry and the Russian offer";
const tops = (page, root) =>
  page.$$eval(`${root} h1, ${root} [data-section]`, (all) =>
    all.slice(0, 3).map((each) => {
      const { top, height } = each.getBoundingClientRect();
      return [Math.round(top), Math.round(height)];
    }),
  );

/** Keeps something for the page, as an earlier visit would. */
const recall = (context, name, value) =>
  context.addInitScript(
    ([key, kept]) => location.protocol === "http:" && localStorage.setItem(key, kept),
    [`stancelight-${name}`, value],
  );

/** A page whose program does not come before `release` is called. */
async function waiting(context, address) {
  const page = await context.newPage();
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route("**/app-*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(address, { waitUntil: "commit" });
  await page.waitForSelector("#shell", { state: "attached" });
  return { page, release };
}

for (const [name, profile] of Object.entries({
  "a first visit, wide": { viewport: { width: 1280, height: 800 } },
  "a first visit, phone": { viewport: { width: 412, height: 800 }, isMobile: true },
  "without hints": { viewport: { width: 800, height: 900 }, seen: true },
})) {
  scene(`the first text is there at once, and stays where it is: ${name}`, { ...ALONE, ...profile }, async ({ context, address }) => {
    if (profile.seen) await recall(context, "hints", "3");
    const { page, release } = await waiting(context, address);
    await page.getByRole("heading", { name: TITLE }).waitFor();
    await expectAccessible(page);
    const before = await tops(page, "#shell");
    release();
    await ready(page);
    assert.equal(await page.locator("#shell").count(), 0);
    const after = await tops(page, "#app");
    for (const [at, [top]] of before.entries()) {
      assert.ok(Math.abs(after[at][0] - top) <= 4, `${at}: from ${top} to ${after[at][0]}`);
    }
  });
}

scene("where a link asks for another text, nothing of the first is shown", ALONE, async ({ context, address }) => {
  const { page, release } = await waiting(context, `${address}#/d/dunmoor-stadium`);
  assert.equal(await page.getByText(TITLE).isVisible(), false);
  release();
  await ready(page);
  assert.equal(await page.getByRole("heading", { name: TITLE }).count(), 0);
});

scene("it is shown in the colours that were chosen", ALONE, async ({ context, address }) => {
  await recall(context, "theme", "dark");
  const { page, release } = await waiting(context, address);
  const scheme = await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  assert.equal(scheme, "dark");
  release();
  await ready(page);
});
