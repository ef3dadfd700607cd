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
  ["its loader is missing", "**/worker.js", (route) => route.abort()],
  [
    "its script is broken",
    "**/worker.js",
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

scene("where a text breaks the worker, a sentence says so and the next one is read", WRONG, async (stage) => {
  const { context, address } = stage;
  const page = await context.newPage();
  await page.route("**/worker.js", async (route) => {
    const script = await (await route.fetch()).text();
    // As if the program broke off at the second text.
    const breaks = `let count = 0;
      addEventListener("message", ({ data }) => {
        if (data instanceof Uint8Array && ++count === 2) throw new Error("broken");
      });`;
    await route.fulfill({ contentType: "text/javascript", body: script + breaks });
  });
  await page.goto(address);
  await ready(page);
  const before = await paragraphs(page);
  await paste(page, "Mayor Ada Thorne praised the Harbour Trust of Elmsworth.");
  await expectNotice(page, /reading it broke off/);
  assert.deepEqual(await paragraphs(page), before, "what was open stays open");
  await paste(page, "Mayor Ada Thorne left Elmsworth.");
  await expectText(page, "left Elmsworth");
});

scene("where the models do not come, a sentence says so", WRONG, async ({ context, address }) => {
  const page = await context.newPage();
  await page.route("**/models/*", (route) => route.abort());
  await page.goto(address);
  await expectNotice(page, /The texts cannot be read: .* could not be loaded/);
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
  await page.getByRole("main").getByText("400 of 400 paragraphs").waitFor();
  const longest = await page.evaluate(() => window.longest);
  t.diagnostic(`at most ${longest.toFixed(0)} ms between two frames, with 400 paragraphs`);
});
