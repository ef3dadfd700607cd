// The whole page works from the keyboard: everything is reached, seen to be reached, and left again.
import { strict as assert } from "node:assert";

import {
  choice,
  eventually,
  expectMatching,
  expectText,
  has,
  idsOf,
  paragraphs,
} from "./stage/reader.mjs";
import { scene } from "./stage/scene.mjs";

/** What has the keyboard: what it is, and whether that can be seen. */
const focused = (page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
    return {
      body: element === document.body,
      name: `${element.tagName} ${element.id} ${element.textContent.trim().slice(0, 40)}`,
      mark: element.dataset.mention,
      seen: outlined || style.boxShadow !== "none",
      sized: box.width > 0 && box.height > 0,
    };
  });

const isFocused = (locator) => locator.evaluate((element) => element === document.activeElement);
const expectFocused = (locator, message) =>
  eventually(async () => assert.equal(await isFocused(locator), true, message));

/** Goes through the whole page by Tab. */
async function walk(page) {
  const stops = [];
  for (;;) {
    await page.keyboard.press("Tab");
    const stop = await focused(page);
    // Past the last stop the browser's own bar has the keyboard.
    if (stop.body) return stops;
    stops.push(stop);
    assert.ok(stops.length < 150, "the end is reached");
  }
}

scene("Tab goes once through everything", async ({ page }) => {
  const stops = await walk(page);
  for (const stop of stops) assert.ok(stop.sized, `${stop.name} has a size`);
  const names = stops.map(({ name }) => name).join("\n");
  for (const part of ["Skip to the text", "Open", "Copy link", "Help", "Russia", "Washington"]) {
    assert.ok(names.includes(part), `${part} is reached`);
  }
  assert.equal(stops.filter(({ mark }) => mark !== undefined).length, 1, "marks are one stop");
  await page.keyboard.press("Shift+Tab");
  await eventually(async () => assert.equal((await focused(page)).body, false));
});

scene("the first stop leads past the filters to the text", async ({ page }) => {
  await page.keyboard.press("Tab");
  await expectFocused(page.getByRole("link", { name: "Skip to the text" }));
  await page.keyboard.press("Enter");
  await expectFocused(page.getByRole("main"));
});

scene("arrows go from mark to mark", async ({ page }) => {
  const marks = page.locator("[data-mention]");
  await marks.first().focus();
  for (const [key, to] of [
    ["ArrowRight", marks.nth(1)],
    ["ArrowDown", marks.nth(2)],
    ["ArrowLeft", marks.nth(1)],
    ["End", marks.last()],
    ["Home", marks.first()],
  ]) {
    await page.keyboard.press(key);
    await expectFocused(to, key);
    assert.equal(await page.locator("[data-mention][tabindex='0']").count(), 1);
  }
});

scene("a filter is set and cleared without a pointer", async ({ page }) => {
  const all = await paragraphs(page);
  const russia = choice(page, "Who or what", "Russia");
  await russia.focus();
  await page.keyboard.press("Space");
  await expectMatching(page, idsOf(all, has("russia")));
  assert.equal(await isFocused(russia), true, "the keyboard stays where it was");
  await page.keyboard.press("Escape");
  await expectMatching(page, idsOf(all, () => true));
});

scene("a dialog keeps the keyboard, and gives it back", async ({ page }) => {
  const open = page.getByRole("button", { name: "Open", exact: true }).first();
  await open.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Open a discussion" });
  await dialog.waitFor();
  const inside = () =>
    dialog.evaluate((box) => document.activeElement === document.body || box.contains(document.activeElement));
  for (let stop = 0; stop < 12; stop += 1) {
    assert.equal(await inside(), true);
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  await expectFocused(open);
});

scene("a text is pasted and read without a pointer", async ({ page }) => {
  const open = page.getByRole("button", { name: "Open", exact: true }).first();
  await open.focus();
  await page.keyboard.press("Enter");
  const field = page.getByLabel("Paste a text");
  while (!(await isFocused(field))) await page.keyboard.press("Tab");
  await page.keyboard.insertText("Mayor Ada Thorne praised the Harbour Trust of Elmsworth.");
  await page.keyboard.press("Tab");
  await expectFocused(page.getByRole("button", { name: "Read this text" }));
  await page.keyboard.press("Enter");
  await expectText(page, "Elmsworth");
});

scene("the border's tools are reached by keyboard", async ({ page }) => {
  const summary = page.getByText(/found by the machine/);
  await summary.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Move down" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("placed by you").waitFor();
});
