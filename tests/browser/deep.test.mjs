// The deep reading: it comes after the quick one and takes its place, unless the reader does not want
// it or it does not come. These tests are about the way, whatever the weights say.
import { strict as assert } from "node:assert";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { expectAccessible } from "./stage/accessible.mjs";
import { longText } from "./stage/long.mjs";
import { eventually, expectMatching, expectText, has, idsOf, kept, matching, paragraphs, paste } from "./stage/reader.mjs";
import { ready, scene } from "./stage/scene.mjs";
import { screenshot } from "./stage/screenshot.mjs";

/** How long a text may take on a machine with much else to do, in milliseconds. */
const PATIENCE = { timeout: 120_000 };
const WEIGHTS = "**/models/deep-*";

const page = await readFile(fileURLToPath(new URL("../../dist/index.html", import.meta.url)), "utf8");
const skip = !page.includes(" data-deep=") && "this build has no weights for the deep reader";

/** A scene in which the deep reading is not switched off. */
const deep = (name, options, act) =>
  act
    ? scene(name, { deep: true, skip, ...options }, act)
    : scene(name, { deep: true, skip }, options);

const line = (page) => page.getByRole("group", { name: "Deep reading" });
const toggle = (page) => line(page).getByRole("switch", { name: "Deep reading" });
const done = (page) =>
  page.waitForSelector("html[data-ready=deep]", { state: "attached", ...PATIENCE });
const isOn = (page) => toggle(page).getAttribute("aria-checked");
const tiers = (page) =>
  page.$$eval("mark", (marks) => [...new Set(marks.map((mark) => mark.dataset.tier))]);

/** Counts what a profile asks the server of the deep reader's files. */
function asked(context) {
  const found = [];
  context.on("request", (request) => {
    const name = new URL(request.url()).pathname.split("/").pop();
    if (name.startsWith("deep-")) found.push(name);
  });
  return found;
}

/** Another page of the profile, of which nothing is awaited but the text. */
async function another(context, address, prepare = () => {}) {
  const page = await context.newPage();
  await prepare(page);
  await page.goto(address);
  await ready(page);
  return page;
}

/** Opens another page with the reader's wish taken back, in which the weights are answered so. */
const WITHOUT_WORKER = { serviceWorkers: "block" };

deep("the first visit: the quick reading, the weights, and then the deep reading", WITHOUT_WORKER, async ({ context, address }) => {
  let letGo;
  const held = new Promise((resolve) => (letGo = resolve));
  const page = await another(context, address, (page) =>
    page.route(WEIGHTS, async (route) => {
      await held;
      await route.continue();
    }),
  );
  assert.equal(await page.getAttribute("html", "data-ready"), "quick");
  assert.deepEqual(await tiers(page), ["quick"]);
  await line(page).getByText(/^0\.0 of \d+\.\d MB$/).waitFor();
  assert.equal(await line(page).getByRole("progressbar").getAttribute("value"), "0");
  await screenshot(page, "deep-loading");
  await expectAccessible(page);
  letGo();
  await line(page).getByText(/^[1-9]\d* of \d+ passages$/).waitFor(PATIENCE);
  await done(page);
  assert.deepEqual(await tiers(page), ["deep"]);
  await line(page).getByText(/^all \d+ passages read$/).waitFor();
  await screenshot(page, "deep-done");
  await expectAccessible(page);
});

deep("the second visit asks for nothing that is here, without a network too", { own: true }, async (stage) => {
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

deep("a no is remembered", WITHOUT_WORKER, async ({ page, visit, context }) => {
  await toggle(page).click();
  assert.equal(await isOn(page), "false");
  const requests = asked(context);
  const other = await visit();
  assert.equal(await isOn(other), "false");
  await line(other).getByText(/^off; it loads \d+ MB once$/).waitFor();
  await paste(other, "Mayor Ada Thorne praised the Harbour Trust of Elmsworth.");
  await expectText(other, "Elmsworth");
  assert.deepEqual(requests, []);
  await expectAccessible(other);
  await toggle(other).click();
  await done(other);
  const third = await visit();
  assert.equal(await isOn(third), "true");
});

deep("who saves data is asked first", WITHOUT_WORKER, async ({ context, address }) => {
  const saving = await another(context, address, (page) =>
    page.addInitScript(() => {
      Object.defineProperty(navigator, "connection", { value: { saveData: true } });
    }),
  );
  const requests = asked(context);
  assert.equal(await isOn(saving), "false");
  await line(saving).getByText(/your browser asks to save data; it loads \d+ MB once/).waitFor();
  assert.deepEqual(requests, []);
  await toggle(saving).click();
  await done(saving);
  await saving.reload();
  await ready(saving);
  assert.equal(await isOn(saving), "true", "the reader has said yes");
});

deep("the loading can be stopped", WITHOUT_WORKER, async ({ context, address }) => {
  const page = await another(context, address, (page) => page.route(WEIGHTS, () => {}));
  await line(page).getByRole("button", { name: "Stop" }).click();
  await line(page).getByText(/^off;/).waitFor();
  assert.equal(await isOn(page), "false");
  assert.equal(await page.evaluate(() => localStorage.getItem("stancelight-deep")), "off");
});

const FAILS = { ...WITHOUT_WORKER, expected: [/Failed to load resource/, /ERR_FAILED/, /broken/] };

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
  deep(`what ${name} is loaded again when the reader wants it`, FAILS, async ({ context, address }) => {
    const page = await another(context, address, (page) => page.route(WEIGHTS, answer));
    const before = await paragraphs(page);
    await line(page).getByText(`${sentence} The quick reading stays.`, { exact: true }).first().waitFor();
    assert.deepEqual(await paragraphs(page), before);
    await expectAccessible(page);
    await page.unroute(WEIGHTS);
    await line(page).getByRole("button", { name: "Try again" }).click();
    await done(page);
  });
}

deep("where the program does not come, a sentence says so", FAILS, async ({ context, address }) => {
  const page = await another(context, address, (page) =>
    page.route("**/deep-*_bg.wasm", (route) => route.abort()),
  );
  await line(page).getByText(/It could not be loaded/).first().waitFor();
  assert.deepEqual(await tiers(page), ["quick"]);
});

deep("where the browser cannot run it, a sentence says so", WITHOUT_WORKER, async ({ context, address }) => {
  const page = await another(context, address, (page) =>
    page.addInitScript(() => {
      WebAssembly.validate = () => false;
    }),
  );
  await line(page).getByText(/This browser cannot run it/).first().waitFor();
  assert.deepEqual(await tiers(page), ["quick"]);
});

deep("where its worker breaks off, what was read stays, and it can be tried again", FAILS, async ({ context, address }) => {
  const page = await another(context, address, (page) =>
    page.route("**/deep-*.js", async (route) => {
      const script = await (await route.fetch()).text();
      // As if it broke off over an order of the reader's.
      const breaks = `let count = 0;
        addEventListener("message", ({ data }) => {
          if (data instanceof Uint8Array && ++count === 4) throw new Error("broken");
        });`;
      await route.fulfill({ contentType: "text/javascript", body: script + breaks });
    }),
  );
  await done(page);
  const marks = await paragraphs(page);
  await page.locator("mark").first().click();
  await page.getByRole("button", { name: "Leave words out" }).first().click();
  await line(page).getByText(/It broke off\. What was read stays\./).first().waitFor();
  assert.deepEqual((await paragraphs(page)).map(({ text }) => text), marks.map(({ text }) => text));
  assert.deepEqual(await tiers(page), ["deep"]);
  await page.unroute("**/deep-*.js");
  await line(page).getByRole("button", { name: "Try again" }).click();
  await line(page).getByText(/^all \d+ passages read$/).waitFor(PATIENCE);
});

deep("a filter that is set meanwhile stays right", WITHOUT_WORKER, async ({ page }) => {
  await paste(page, longText(30, 90));
  await expectText(page, "Note 120.");
  await line(page).getByText(/^\d+ of \d+ passages$/).waitFor(PATIENCE);
  const address = () => page.evaluate(() => location.hash);
  await page.evaluate(() => {
    location.hash = location.hash.includes("?")
      ? `${location.hash}&e=ada-thorne`
      : `${location.hash}?e=ada-thorne`;
  });
  const all = await paragraphs(page);
  await expectMatching(page, idsOf(all, has("ada-thorne")));
  const asked = await address();
  await done(page);
  const read = await paragraphs(page);
  assert.deepEqual(await matching(page), idsOf(read, has("ada-thorne")));
  assert.equal(await address(), asked);
});

deep("what is on the screen is read first, and nothing moves", WITHOUT_WORKER, async ({ page }) => {
  await paste(page, longText(60, 200));
  await expectText(page, "Note 1.");
  await line(page).getByText(/^\d+ of \d+ passages$/).waitFor(PATIENCE);
  await page.evaluate(() => document.querySelector("main").scrollIntoView({ block: "end" }));
  const last = page.locator("p[id][data-section]").last();
  await last.scrollIntoViewIfNeeded();
  const mark = last.locator("mark").first();
  await mark.focus();
  const place = async () => ({
    top: Math.round((await last.boundingBox()).y),
    words: await page.evaluate(() => document.activeElement.textContent),
  });
  const before = await place();
  await last.locator("mark[data-tier=deep]").first().waitFor(PATIENCE);
  const [so, all] = (await line(page).locator("p").first().innerText()).match(/\d+/g).map(Number);
  assert.ok(so < all, `${so} of ${all} passages were read when the screen was`);
  assert.deepEqual(await place(), before);
});

deep("why: the words that a judgement hangs on", WITHOUT_WORKER, async ({ page }) => {
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
