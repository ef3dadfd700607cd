// The deep reading: it comes after the quick one and takes its place, unless the reader does not want
// it or it does not come. These tests are about the way, whatever the weights say.
import { strict as assert } from "node:assert";

import { expectAccessible } from "./stage/accessible.mjs";
import { deepScene, done, line, PATIENCE, says, slowly, tiers, toggle } from "./stage/deep.mjs";
import { longText } from "./stage/long.mjs";
import {
  eventually,
  expectText,
  has,
  idsOf,
  kept,
  marksOf,
  matching,
  paragraphs,
  paste,
} from "./stage/reader.mjs";
import { ready } from "./stage/scene.mjs";
import { screenshot } from "./stage/screenshot.mjs";

const WEIGHTS = "**/models/deep-*";
/** Files are answered by tests, so no service worker may. */
const ANSWERED = { serviceWorkers: "block" };

const isOn = (page) => toggle(page).getAttribute("aria-checked");

/** Counts what a profile asks the server of the deep reader's files. */
function asked(context) {
  const found = [];
  context.on("request", (request) => {
    const name = new URL(request.url()).pathname.split("/").pop();
    if (name.startsWith("deep-")) found.push(name);
  });
  return found;
}

let letGo;
const held = new Promise((resolve) => (letGo = resolve));
const HELD = {
  ...ANSWERED,
  async prepare(context) {
    await slowly(150)(context);
    await context.route(WEIGHTS, async (route) => {
      await held;
      await route.continue();
    });
  },
};

deepScene("first the quick reading, then the weights, then the deep reading", HELD, async ({ page }) => {
  assert.equal(await page.getAttribute("html", "data-ready"), "quick");
  assert.deepEqual(await tiers(page), ["quick"]);
  await says(page, /^0\.0 of \d+\.\d MB$/);
  assert.equal(await line(page).getByRole("progressbar").getAttribute("value"), "0");
  await screenshot(page, "deep-loading");
  await expectAccessible(page);
  letGo();
  await says(page, /^[1-9]\d* of \d+ passages$/);
  await done(page);
  assert.ok((await tiers(page)).includes("deep"));
  await says(page, /^all \d+ passages read$/);
  await screenshot(page, "deep-done");
  await expectAccessible(page);
});

deepScene("the second visit asks for nothing that is here, without a network too", async (stage) => {
  const { page, context, server } = stage;
  await kept(page);
  await done(page);
  const marks = await paragraphs(page);
  await page.waitForFunction(async () => {
    const cache = await caches.open("stancelight-deep");
    return (await cache.keys()).length === 3;
  });
  const requests = asked(context);
  await page.reload();
  await done(page);
  assert.deepEqual(requests.filter((name) => name.endsWith(".bin")), []);
  assert.deepEqual(await paragraphs(page), marks, "the same text is read the same");
  await server.stop();
  await page.reload();
  await done(page);
  assert.deepEqual(await paragraphs(page), marks);
});

deepScene("a no is remembered", ANSWERED, async ({ page, visit, context }) => {
  await toggle(page).click();
  assert.equal(await isOn(page), "false");
  const requests = asked(context);
  const other = await visit();
  assert.equal(await isOn(other), "false");
  await says(other, /^off; it loads \d+ MB once$/);
  await paste(other, "Mayor Ada Thorne praised the Harbour Trust of Elmsworth.");
  await expectText(other, "Elmsworth");
  assert.deepEqual(requests, []);
  await expectAccessible(other);
  await toggle(other).click();
  await done(other);
  const third = await visit();
  assert.equal(await isOn(third), "true");
});

const SAVING = {
  ...ANSWERED,
  prepare: (context) =>
    context.addInitScript(() => {
      Object.defineProperty(navigator, "connection", { value: { saveData: true } });
    }),
};

deepScene("who saves data is asked first", SAVING, async ({ page, context }) => {
  const requests = asked(context);
  assert.equal(await isOn(page), "false");
  await says(page, /your browser asks to save data; it loads \d+ MB once/);
  await toggle(page).click();
  await done(page);
  assert.equal(new Set(requests).size, 3, "script, program and weights");
  await page.reload();
  await ready(page);
  assert.equal(await isOn(page), "true", "the reader has said yes");
});

const NEVER = { ...ANSWERED, prepare: (context) => context.route(WEIGHTS, () => {}) };

deepScene("the loading can be stopped", NEVER, async ({ page }) => {
  await line(page).getByRole("button", { name: "Stop" }).click();
  await says(page, /^off;/);
  assert.equal(await isOn(page), "false");
  assert.equal(await page.evaluate(() => localStorage.getItem("stancelight-deep")), "off");
});

/** Something that goes wrong in a profile, and the complaints that belong to it. */
const failing = (address, answer) => ({
  ...ANSWERED,
  expected: [/Failed to load resource/, /ERR_FAILED/, /NetworkError/, /broken/],
  prepare: (context) => context.route(address, answer),
});

for (const [name, answer, sentence] of [
  ["does not come", (route) => route.abort(), "It could not be loaded. Is there a connection?"],
  [
    "breaks off",
    async (route) => {
      const bytes = await (await route.fetch()).body();
      await route.fulfill({ body: bytes.subarray(0, bytes.length / 2) });
    },
    "It could not be loaded. Is there a connection?",
  ],
  [
    "comes damaged",
    async (route) => {
      const bytes = Buffer.from(await (await route.fetch()).body());
      bytes[bytes.length >> 1] ^= 1;
      await route.fulfill({ body: bytes });
    },
    "What was loaded is damaged and is not used.",
  ],
]) {
  const title = `what ${name} is loaded again when the reader wants it`;
  deepScene(title, failing(WEIGHTS, answer), async ({ page, context }) => {
    await says(page, `${sentence} The quick reading stays.`);
    assert.deepEqual(await tiers(page), ["quick"]);
    await expectAccessible(page);
    await context.unroute(WEIGHTS);
    await line(page).getByRole("button", { name: "Try again" }).click();
    await done(page);
  });
}

const NO_PROGRAM = failing("**/deep-*_bg.wasm", (route) => route.abort());

deepScene("where the program does not come, a sentence says so", NO_PROGRAM, async ({ page }) => {
  await says(page, /It could not be loaded/);
  assert.deepEqual(await tiers(page), ["quick"]);
});

const NO_SIMD = {
  ...ANSWERED,
  prepare: (context) =>
    context.addInitScript(() => {
      WebAssembly.validate = () => false;
    }),
};

deepScene("where the browser cannot run it, a sentence says so", NO_SIMD, async ({ page }) => {
  await says(page, /This browser cannot run it/);
  assert.deepEqual(await tiers(page), ["quick"]);
});

const BREAKS = failing("**/deep-*.js", async (route) => {
  const script = await (await route.fetch()).text();
  // As if it broke off over a question, which is the fifth kind of orders.
  const breaks = `addEventListener("message", ({ data }) => {
    if (data instanceof Uint8Array && data[0] === 4) throw new Error("broken");
  });\n`;
  await route.fulfill({ contentType: "text/javascript", body: breaks + script });
});

deepScene("where its worker breaks off, what was read stays, and it can be tried again", BREAKS, async (stage) => {
  const { page, context } = stage;
  await done(page);
  const marks = await marksOf(page);
  await page.locator("mark").first().click();
  await page.getByRole("button", { name: "Leave words out" }).first().click();
  await says(page, /It broke off\. What was read stays\./);
  assert.deepEqual(await marksOf(page), marks);
  await context.unroute("**/deep-*.js");
  await line(page).getByRole("button", { name: "Try again" }).click();
  await says(page, /^all \d+ passages read$/);
  assert.deepEqual(await marksOf(page), marks);
});

const SLOWLY = { ...ANSWERED, prepare: slowly(500) };

deepScene("a filter that is set meanwhile stays right", SLOWLY, async ({ page }) => {
  await paste(page, longText(30, 90));
  await expectText(page, "Note 120.");
  await says(page, /^\d+ of \d\d\d passages$/);
  const filters = page.getByRole("region", { name: "Filters", exact: true });
  await filters.getByRole("button", { name: /^Ada Thorne/ }).first().click();
  /** What is shown and what is marked belong together at every moment. */
  const expectRight = async () => {
    const all = await paragraphs(page);
    const shown = idsOf(all, (p) => !p.hidden && !p.dimmed);
    assert.deepEqual(shown, idsOf(all, has("ada-thorne")));
  };
  await eventually(expectRight);
  const asked = await page.evaluate(() => location.hash);
  assert.match(asked, /e=ada-thorne/);
  let moments = 0;
  while ((await page.getAttribute("html", "data-ready")) === "quick") {
    await expectRight();
    moments += 1;
  }
  assert.ok(moments > 0, "it was not done yet");
  await done(page);
  await expectRight();
  await matching(page);
  assert.equal(await page.evaluate(() => location.hash), asked);
});

for (const [name, text] of Object.entries({ short: longText(20, 100), long: longText(60, 300) })) {
  deepScene(`what is on the screen comes first, and nothing moves: ${name}`, SLOWLY, async ({ page }) => {
    await paste(page, text);
    await expectText(page, "Note 1.");
    const number = name === "short" ? 90 : 200;
    await page.evaluate((number) => (location.hash += `${location.hash.includes("?") ? "&" : "?"}p=${number}`), number);
    const paragraph = page.locator(`#p${number}`);
    await paragraph.waitFor();
    const mark = paragraph.locator("mark").first();
    await mark.focus();
    const top = async () => Math.round((await paragraph.boundingBox()).y);
    const words = () => page.evaluate(() => document.activeElement.textContent);
    const before = { top: await top(), words: await words() };
    const expectPlace = async () => {
      // Places are fractions of a pixel.
      assert.ok(Math.abs((await top()) - before.top) <= 1, `from ${before.top} to ${await top()}`);
      // Who reads at random may lose the mark.
      const marks = await paragraph.locator("mark").allInnerTexts();
      if (marks.includes(before.words)) assert.equal(await words(), before.words);
    };
    await paragraph.locator("mark[data-tier=deep]").first().waitFor(PATIENCE);
    assert.equal(await page.locator("#p50 mark[data-tier=deep]").count(), 0, "what is far comes later");
    await expectPlace();
    await done(page);
    await expectPlace();
  });
}

deepScene("why: the words that a judgement hangs on", ANSWERED, async ({ page }) => {
  await done(page);
  const mark = page.locator("mark").first();
  await mark.click();
  const why = page.getByRole("region", { name: "Why?" });
  await why.getByText(/Judged by the deep reading/).first().waitFor();
  const paragraph = await mark.evaluate((mark) => mark.closest("p").textContent);
  await why.getByRole("button", { name: "Leave words out" }).first().click();
  const items = why.locator(".left-out li");
  await items.first().waitFor(PATIENCE);
  const weights = [];
  for (const item of await items.all()) {
    const word = await item.locator("b").innerText();
    assert.ok(paragraph.includes(word), `"${word}" is in the paragraph`);
    const said = await item.locator("span").innerText();
    assert.match(said, /^[+−]\d+\.\d\d$/);
    weights.push(Number(said.replace("−", "-")));
  }
  const sizes = weights.map(Math.abs);
  assert.deepEqual(sizes, [...sizes].sort((a, b) => b - a), "those that add most come first");
  await screenshot(page, "deep-why");
  await expectAccessible(page);
  // The same question has the same answer.
  const first = await items.allInnerTexts();
  await page.keyboard.press("Escape");
  await mark.click();
  await eventually(async () => assert.deepEqual(await items.allInnerTexts(), first));
});
