// Where the worker does not start or breaks, the page reads texts itself, with the same result.
import { strict as assert } from "node:assert";

import { expectNotice, expectText, paragraphs, paste } from "./stage/reader.mjs";
import { ready, scene } from "./stage/scene.mjs";

/** A page for which some of the build's files are changed or refused. */
async function pageWith(context, address, pattern, answer) {
  const page = await context.newPage();
  await page.route(pattern, answer);
  await page.goto(address);
  await ready(page);
  return page;
}

const WRONG = { serviceWorkers: "block", expected: [/Failed to load resource/, /worker/i, /broken/] };

for (const [name, pattern, answer] of [
  ["its loader is missing", "**/worker_loader.js", (route) => route.abort()],
  [
    "its script is broken",
    "**/worker_loader.js",
    (route) => route.fulfill({ contentType: "text/javascript", body: "throw new Error('broken')" }),
  ],
]) {
  scene(`the same result where ${name}`, WRONG, async ({ page, context, address }) => {
    const expected = await paragraphs(page);
    const other = await pageWith(context, address, pattern, answer);
    assert.deepEqual(await paragraphs(other), expected);
    await paste(other, "Mayor Ada Thorne praised the Harbour Trust of Elmsworth.");
    await expectText(other, "Elmsworth");
  });
}

scene("the same result where no worker can be started", WRONG, async ({ page, context }) => {
  const expected = await paragraphs(page);
  const other = await context.newPage();
  await other.addInitScript(() => {
    window.Worker = class {
      constructor() {
        throw new Error("refused");
      }
    };
  });
  await other.goto(page.url());
  await ready(other);
  assert.deepEqual(await paragraphs(other), expected);
});

scene("where nothing can read texts, a sentence says so", WRONG, async ({ context, address }) => {
  const page = await context.newPage();
  for (const file of ["**/worker_loader.js", "**/worker.js"]) {
    await page.route(file, (route) => route.abort());
  }
  await page.goto(address);
  await expectNotice(page, /cannot be read: a part of this page could not be loaded/);
});

scene("a long text is read beside the page", async ({ page, t }) => {
  const sentence = "Mayor Ada Thorne praised the Harbour Trust of Elmsworth, and Kerry called it wise. ";
  const text = Array.from({ length: 400 }, () => sentence.repeat(4)).join("\n\n");
  await page.evaluate(() => {
    window.longest = 0;
    let last = performance.now();
    const tick = (now) => {
      window.longest = Math.max(window.longest, now - last);
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await paste(page, text);
  await page.locator("p#p400").waitFor({ state: "attached" });
  const longest = await page.evaluate(() => window.longest);
  t.diagnostic(`at most ${longest.toFixed(0)} ms between two frames, with 400 paragraphs`);
});
