// Of a long text only what is near the screen is in the document; everything is reached all the same.
import { strict as assert } from "node:assert";

import { longText } from "./stage/long.mjs";
import { beside, choice, eventually, expectText, paste } from "./stage/reader.mjs";
import { scene } from "./stage/scene.mjs";

const WIDE = { viewport: { width: 1280, height: 800 } };
const [ARTICLE, COMMENTS] = [300, 500];

async function open(page) {
  await paste(page, longText(ARTICLE, COMMENTS));
  await expectText(page, "Note 1. ");
}

/** Numbers of the paragraphs in the document, with their places on the screen. */
const drawn = (page) =>
  page.$$eval("p[id][data-section]", (all) =>
    all.map((p) => {
      const { top, bottom } = p.getBoundingClientRect();
      return { number: Number(p.id.slice(1)), top, bottom };
    }),
  );
const height = (page) => page.evaluate(() => document.documentElement.scrollHeight);
const scrollTo = (page, top) => page.evaluate((to) => window.scrollTo(0, to), top);
const frame = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

scene("only what is near the screen is in the document, wherever one scrolls", WIDE, async ({ page }) => {
  await open(page);
  const whole = await height(page);
  assert.ok(whole > 40_000, `${whole}`);
  for (const part of [0, 0.1, 0.5, 0.37, 0.9, 1]) {
    await scrollTo(page, part * whole);
    await frame(page);
    const rows = await drawn(page);
    assert.ok(rows.length < 60, `${rows.length} at ${part}`);
    const numbers = rows.map(({ number }) => number);
    assert.deepEqual(numbers, numbers.map((_, i) => numbers[0] + i), "no paragraph is missing");
    const [first, last] = [rows[0], rows.at(-1)];
    assert.ok(first.number === 1 || first.top < 0, `filled above at ${part}`);
    assert.ok(last.number === ARTICLE + COMMENTS || last.bottom > 800, `filled below at ${part}`);
  }
});

scene("nothing jumps while one scrolls up into what was never drawn", WIDE, async ({ page }) => {
  await open(page);
  await scrollTo(page, (await height(page)) * 0.7);
  await frame(page);
  for (let step = 0; step < 60; step += 1) {
    const before = (await drawn(page)).find(({ top }) => top > 100);
    await page.evaluate(() => window.scrollBy(0, -120));
    await frame(page);
    const after = (await drawn(page)).find(({ number }) => number === before.number);
    const moved = after.top - before.top;
    assert.ok(Math.abs(moved - 120) <= 1.5, `step ${step}: moved by ${moved}`);
  }
});

scene("a mention that is not in the document is reached, and gets the keyboard", WIDE, async ({ page }) => {
  await open(page);
  await page.locator("[data-mention]").first().focus();
  for (const [key, number] of [
    ["End", ARTICLE + COMMENTS],
    ["Home", 1],
  ]) {
    await page.keyboard.press(key);
    await eventually(async () => {
      const at = await page.evaluate(() => {
        const box = document.activeElement.getBoundingClientRect();
        const { id } = document.activeElement.closest("p") ?? {};
        return { id, seen: box.top >= 0 && box.bottom <= innerHeight };
      });
      assert.deepEqual(at, { id: `p${number}`, seen: true }, key);
    });
  }
});

scene("the keyboard stays on a mark that is scrolled out of sight", WIDE, async ({ page }) => {
  await open(page);
  const mark = page.locator("#p2 [data-mention]").first();
  await mark.focus();
  const id = await mark.getAttribute("data-mention");
  const focused = () => page.evaluate(() => document.activeElement?.dataset?.mention);
  for (const top of [20_000, 45_000, 3_000, 0]) {
    await scrollTo(page, top);
    await frame(page);
    assert.equal(await focused(), id, `at ${top}`);
  }
  await scrollTo(page, 30_000);
  await frame(page);
  await page.keyboard.press("ArrowRight");
  await eventually(async () => assert.notEqual(await focused(), id));
  assert.ok((await page.evaluate(() => scrollY)) < 2_000, "the keyboard leads back to where it is");
});

scene("a filter that hides shortens the page at once", WIDE, async ({ page }) => {
  await open(page);
  const before = await height(page);
  await choice(page, "Section", "Comments").click();
  await page.getByRole("button", { name: "hidden", exact: true }).click();
  await eventually(async () => assert.ok((await height(page)) < before * 0.75));
  await beside(page, "Who or what", "and", "Ada Thorne").click();
  await eventually(async () => assert.ok((await height(page)) < before * 0.5));
  const rows = await drawn(page);
  assert.ok(rows.every(({ number }) => number > ARTICLE));
  assert.ok(rows.at(-1).bottom > 800 || rows.length < 20);
});

scene("a link leads to a place in the middle, and the place is kept", WIDE, async ({ page }) => {
  await open(page);
  await page.evaluate(() => (location.hash = "#/opened?p=600"));
  await eventually(async () => {
    const row = (await drawn(page)).find(({ number }) => number === 600);
    assert.ok(row && row.top > 0 && row.top < 200, JSON.stringify(row));
  });
  await page.setViewportSize({ width: 900, height: 700 });
  await eventually(async () => {
    const row = (await drawn(page)).find(({ number }) => number === 600);
    assert.ok(row && row.bottom > 0 && row.top < 300, JSON.stringify(row));
  });
});

scene("for paper everything is drawn", WIDE, async ({ page }) => {
  await open(page);
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  assert.equal((await drawn(page)).length, ARTICLE + COMMENTS);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await eventually(async () => assert.ok((await drawn(page)).length < 60));
});

const CLIPBOARD = { ...WIDE, permissions: ["clipboard-read", "clipboard-write"] };
scene("copying all takes what is not in the document along", CLIPBOARD, async ({ page }) => {
  await open(page);
  const copied = async () => {
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Control+c");
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const numbers = (text) => [...text.matchAll(/^Note (\d+)\. /gm)].map(([, number]) => Number(number));
  const all = Array.from({ length: ARTICLE + COMMENTS }, (_, i) => i + 1);
  assert.deepEqual(numbers(await copied()), all);
  await choice(page, "Section", "Comments").click();
  await page.getByRole("button", { name: "hidden", exact: true }).click();
  await eventually(async () => assert.deepEqual(numbers(await copied()), all.slice(ARTICLE)));
});

scene("copying from one place to another far away takes what lies between", CLIPBOARD, async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    const [first] = document.querySelectorAll("#p2");
    getSelection().setBaseAndExtent(first, 0, first, 0);
  });
  await page.locator("#p2 [data-mention]").first().focus();
  await scrollTo(page, 9_000);
  await frame(page);
  const last = await page.evaluate(() => {
    const [end] = [...document.querySelectorAll("p[id][data-section]")].slice(-1);
    const start = document.querySelector("#p2");
    getSelection().setBaseAndExtent(start, 0, end, end.childNodes.length);
    return Number(end.id.slice(1));
  });
  await page.keyboard.press("Control+c");
  const text = await page.evaluate(() => navigator.clipboard.readText());
  const numbers = [...text.matchAll(/^Note (\d+)\. /gm)].map(([, number]) => Number(number));
  assert.deepEqual(numbers, Array.from({ length: last - 1 }, (_, i) => i + 2));
});
