// What a reader does on the page and what a reader sees, by roles, labels and the page's markup.
import { strict as assert } from "node:assert";

/** How long something may take to become so, in milliseconds. */
const PATIENCE = 10_000;

/** Waits until a check no longer fails; gives what it gives. */
export async function eventually(check) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}

/** Every paragraph: its id, section and text, whether it is shown, and its marks. */
export const paragraphs = (page) =>
  page.$$eval("p[id][data-section]", (all) =>
    all.map((p) => ({
      id: p.id,
      section: p.dataset.section,
      text: p.textContent,
      hidden: p.hidden,
      dimmed: "dimmed" in p.dataset,
      marks: [...p.querySelectorAll("mark")].map((mark) => ({
        text: mark.textContent,
        ...mark.dataset,
      })),
    })),
  );

/** The ids of those among paragraphs that fulfil a condition. */
export const idsOf = (all, condition) => all.filter(condition).map(({ id }) => id);

/** Whether a paragraph has a mark of an entity, and with that stance if one is given. */
export const has = (entity, stance) => (paragraph) =>
  paragraph.marks.some((m) => m.entity === entity && (!stance || m.stance === stance));

/** The paragraphs that match, once the sentence above the text and the text agree about them. */
export const matching = (page) =>
  eventually(async () => {
    const all = await paragraphs(page);
    const ids = idsOf(all, (p) => !p.hidden && !p.dimmed);
    const said = page.getByRole("main").getByText(/^\d+ of \d+ paragraphs?/);
    const [count, of] = (await said.innerText()).match(/\d+/g).map(Number);
    assert.deepEqual([count, of], [ids.length, all.length], "what is said is what is shown");
    return ids;
  });

/** Waits until exactly these paragraphs match. */
export const expectMatching = (page, ids) =>
  eventually(async () => assert.deepEqual(await matching(page), ids));

/** The region of the filters. */
export const filters = (page) => page.getByRole("region", { name: "Filters", exact: true });

const literal = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A choice of the filters, by its group's heading and its name. */
export const choice = (page, group, name) =>
  filters(page)
    .getByRole("group", { name: group, exact: true })
    .getByRole("button", { name: new RegExp(`^${literal(name)},?\\s*\\d+ paragraphs?$`) });

/** The small button beside a choice that asks for it as well ("and") or excludes it ("not"). */
export const beside = (page, group, sign, name) =>
  filters(page)
    .getByRole("group", { name: group, exact: true })
    .getByRole("button", { name: new RegExp(`^${sign}\\s*${literal(name)}$`) });

/** How many paragraphs a choice promises. */
export const promised = async (button) => Number(/(\d+)\D*$/.exec(await button.innerText())[1]);

/** The names of all choices that are on. */
export const chosen = async (page) => {
  const on = filters(page).getByRole("button", { pressed: true });
  return (await on.allInnerTexts()).map((text) => text.replace(/\s+/g, " "));
};

/** Opens the dialog for texts. */
export async function openDialog(page) {
  await page.getByRole("button", { name: "Open", exact: true }).first().click();
  const dialog = page.getByRole("dialog", { name: "Open a discussion" });
  await dialog.waitFor();
  return dialog;
}

/** Pastes a text into the dialog and has it read. */
export async function paste(page, text) {
  const dialog = await openDialog(page);
  await dialog.getByLabel("Paste a text").fill(text);
  await dialog.getByRole("button", { name: "Read this text" }).click();
  await dialog.waitFor({ state: "hidden" });
}

/** Waits until a text that holds these words is shown. */
export const expectText = (page, words) =>
  page.locator("p[id][data-section]").filter({ hasText: words }).first().waitFor();

/** Waits for a sentence among the notices. */
export const expectNotice = (page, sentence) =>
  page.getByRole("status", { name: "Notices" }).getByText(sentence).first().waitFor();

/** The bar with undo, redo and whose reading is shown. */
export const corrections = (page) => page.getByRole("group", { name: "Corrections", exact: true });

/** Opens the dialog in which a mark is corrected, by keyboard. */
export async function correct(page, mark) {
  await mark.focus();
  await page.keyboard.press("c");
  const dialog = page.getByRole("dialog", { name: /^Correct/ });
  await dialog.waitFor();
  return dialog;
}

/** Says who is meant by a mark, as far as the choice reaches. */
export async function meant(page, mark, name, reach = "everywhere") {
  const dialog = await correct(page, mark);
  await dialog.getByLabel("Who or what is meant", { exact: true }).fill(name);
  await dialog.getByLabel("Applies to: Who or what is meant").selectOption(reach);
  await dialog.getByRole("button", { name: "Change: Who or what is meant" }).click();
  await dialog.waitFor({ state: "hidden" });
}

/** Waits until everything is saved. */
export const saved = (page) => corrections(page).getByText("Saved", { exact: true }).waitFor();

/** Every mark as it is: words, entity, type, stance, and who made it. */
export const marksOf = async (page) =>
  (await paragraphs(page)).flatMap(({ id, marks }) =>
    marks.map(({ text, entity, type, stance, by }) => [id, text, entity, type, stance, by]),
  );

/** Waits until the service worker has everything and answers for the page. */
export const kept = (page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) => {
      navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true });
    });
  });
