// How fast the first marked paragraph is there, from a server that is warm; printed, not judged.
import { strict as assert } from "node:assert";

import { scene } from "./stage/scene.mjs";

const ROUNDS = 3;

scene("the first marked paragraph", { serviceWorkers: "block" }, async ({ browser, address, t }) => {
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const context = await browser.newContext({ serviceWorkers: "block" });
    const page = await context.newPage();
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (!document.querySelector("p[id] mark")) return;
        observer.disconnect();
        requestAnimationFrame(() => (window.marked = performance.now()));
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(address);
    times.push(await (await page.waitForFunction(() => window.marked)).jsonValue());
    await context.close();
  }
  t.diagnostic(`after ${times.map((time) => `${time.toFixed(0)} ms`).join(", ")}, in fresh profiles`);
  assert.ok(times.every((time) => time > 0));
});
