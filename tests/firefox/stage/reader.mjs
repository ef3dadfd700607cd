// What a reader does, by role and name as Firefox's accessibility tree has them.
import { strict as assert } from "node:assert";

import { eventually, paragraphs } from "../../browser/stage/reader.mjs";

export { eventually, has, idsOf, paragraphs } from "../../browser/stage/reader.mjs";

/** An element by its role and its whole name, inside another or the page. */
export const named = (inside, role, name) => inside.locator(`aria/${name}[role="${role}"]`);

export const click = (page, name) => named(page, "button", name).click();

/** A choice of the filters by its group's heading and its name, whatever its count is. */
export async function choose(page, group, name) {
  const button = await eventually(async () => {
    const found = await page.evaluateHandle(
      (group, name) => {
        const heading = (fieldset) =>
          fieldset.getAttribute("aria-label") ??
          fieldset.getAttribute("aria-labelledby")?.split(" ").map((id) => document.getElementById(id)?.textContent).join(" ") ??
          fieldset.querySelector("legend")?.textContent ?? "";
        const groups = [...document.querySelectorAll("[role=group], fieldset, details")];
        const own = groups.filter((each) => heading(each).trim() === group);
        const buttons = own.flatMap((each) => [...each.querySelectorAll("button")]);
        return buttons.find((each) => new RegExp(`^${name},?\\s*\\d+ paragraphs?$`).test(each.innerText.trim()));
      },
      group,
      name,
    );
    const element = found.asElement();
    assert.ok(element, `there is a choice ${name} in ${group}`);
    return element;
  });
  await button.click();
}

/** The ids of the paragraphs that match the filters. */
export const matching = async (page) =>
  (await paragraphs(page)).filter((p) => !p.hidden && !p.dimmed).map(({ id }) => id);

export const expectMatching = (page, ids) =>
  eventually(async () => assert.deepEqual(await matching(page), ids));

/** Pastes a text into the dialog and has it read. */
export async function paste(page, text) {
  await click(page, "Open");
  const field = await page.waitForSelector("dialog[open] textarea");
  await field.evaluate((area) => area.focus());
  await named(page, "textbox", "Paste a text").fill(text);
  await click(page, "Read this text");
  await page.waitForSelector("dialog[open]", { hidden: true });
}

/** Waits until a text that holds these words is shown. */
export const expectText = (page, words) =>
  eventually(async () => {
    const all = await paragraphs(page);
    assert.ok(all.some(({ text }) => text.includes(words)), `the text has “${words}”`);
  });
