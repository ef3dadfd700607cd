// What a reader does, by role and name as Firefox's accessibility tree has them.
import { strict as assert } from "node:assert";

import { eventually, paragraphs } from "../../browser/stage/reader.mjs";

export { eventually, has, idsOf, kept, paragraphs } from "../../browser/stage/reader.mjs";

/** Waits for an element by its role and its whole name. */
export const named = (inside, role, name) =>
  inside.waitForSelector(`aria/${name}[role="${role}"]`, { visible: true });

export const click = async (page, name) => (await named(page, "button", name)).click();

/** A button whose text is as the pattern says, inside the first element of a selector. */
const buttonOf = async (page, selector, pattern) => {
  for (const button of await page.$$(`${selector} button`)) {
    const text = await button.evaluate((each) => each.innerText.replace(/\s+/g, " ").trim());
    if (pattern.test(text)) return button;
  }
  throw new Error(`there is no button ${pattern} in ${selector}`);
};

/** Clicks the first button with such a text, once there is one. */
export const clickButton = async (page, selector, pattern) =>
  (await eventually(() => buttonOf(page, selector, pattern))).click();

/** Sets a choice of the filters by its name, whatever its sign and its count are. */
export const choose = (page, name) =>
  clickButton(page, ".filters fieldset", new RegExp(`(^|\\W)${name},? \\d+ paragraphs?$`));

/** The ids of the paragraphs that match the filters. */
export const matching = async (page) =>
  (await paragraphs(page)).filter((p) => !p.hidden && !p.dimmed).map(({ id }) => id);

export const expectMatching = (page, ids) =>
  eventually(async () => assert.deepEqual(await matching(page), ids));

/** Pastes a text into the dialog and has it read. */
export async function paste(page, text) {
  await click(page, "Open");
  const field = await named(page, "textbox", "Paste a text");
  await field.focus();
  await page.keyboard.type(text);
  await click(page, "Read this text");
  await page.waitForSelector("dialog[open]", { hidden: true });
}

/** Waits until a text that holds these words is shown. */
export const expectText = (page, words) =>
  eventually(async () => {
    const all = await paragraphs(page);
    assert.ok(all.some(({ text }) => text.includes(words)), `the text has “${words}”`);
  });
