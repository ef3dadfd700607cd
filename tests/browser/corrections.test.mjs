// A reader mends what the machine read: every kind of correction, undone, redone, listed, and said.
import { strict as assert } from "node:assert";

import { expectAccessible } from "./stage/accessible.mjs";
import {
  correct,
  corrections,
  eventually,
  has,
  marksOf,
  meant,
  openDialog,
  paragraphs,
  paste,
  saved,
} from "./stage/reader.mjs";
import { scene } from "./stage/scene.mjs";
import { screenshot } from "./stage/screenshot.mjs";

const TEXT = `# The bridge at Elmsworth

Mayor Ellen Marsh wants to close the old bridge. Peter Vale says that Marsh is a liar.

The Harbour Trust praised Marsh.

## Comments

anna: Marsh is right, and Vale is a fool. The trust lot should stay out of it.

ben: I admire Vale. Marsh never answers.
`;

const PHONE = { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true };

const why = (page) => page.getByRole("region", { name: "Why?" });
const said = (page) => corrections(page).getByRole("status");
const expectSaid = (page, sentence) => said(page).getByText(sentence).waitFor();
const undo = (page) => corrections(page).getByRole("button", { name: "Undo" });
const redo = (page) => corrections(page).getByRole("button", { name: "Redo" });
const marks = (page, words) => page.locator("mark").filter({ hasText: words });

/** Opens the text of these tests. */
async function open(page) {
  await paste(page, TEXT);
  await page.locator("mark").filter({ hasText: "Vale" }).first().waitFor();
}

scene("from Why? by pointer: the name changes everywhere, and it is said who did it", async ({ page }) => {
  await open(page);
  const vale = marks(page, "Vale").first();
  const slug = await vale.getAttribute("data-entity");
  await vale.click();
  await why(page).getByRole("button", { name: "Correct" }).click();
  const dialog = page.getByRole("dialog", { name: /^Correct/ });
  await expectAccessible(page);
  await screenshot(page, "correct-dialog");
  await dialog.getByLabel("Who or what is meant", { exact: true }).fill("Peter Vale MP");
  await dialog.getByRole("button", { name: "Change: Who or what is meant" }).click();
  await dialog.waitFor({ state: "hidden" });
  await expectSaid(page, /is called Peter Vale MP/);
  const all = page.locator(`mark[data-entity="${slug}"]`);
  for (const by of await all.evaluateAll((marks) => marks.map((mark) => mark.dataset.by))) {
    assert.equal(by, "reader");
  }
  await all.first().click();
  await why(page).getByText("You corrected this.").waitFor();
  await why(page).getByText("Peter Vale MP").first().waitFor();
  await saved(page);
  await expectAccessible(page);
});

scene("by keyboard alone: type, stance and holder, with undo and redo", async ({ page }) => {
  await open(page);
  const before = await marksOf(page);
  const marsh = marks(page, "Marsh").last();
  let dialog = await correct(page, marsh);
  await dialog.getByLabel("Stance", { exact: true }).selectOption("supportive");
  await dialog.getByRole("button", { name: "Change: Stance" }).focus();
  await page.keyboard.press("Enter");
  await expectSaid(page, /The writer on .*: supportive/);
  const slug = await marsh.getAttribute("data-entity");
  await eventually(async () => {
    const last = (await paragraphs(page)).at(-1);
    assert.ok(has(slug, "supportive")(last), "the paragraph's stance is the reader's");
    assert.equal(last.marks.find((mark) => mark.entity === slug).tier, "reader");
    assert.equal(
      await marsh.evaluate((mark) => mark === document.activeElement), true, "back at the mark",
    );
  });

  dialog = await correct(page, marsh);
  await dialog.getByLabel("Type", { exact: true }).selectOption("organisation");
  await dialog.getByRole("button", { name: "Change: Type" }).click();
  await eventually(async () => assert.equal(await marsh.getAttribute("data-type"), "organisation"));

  dialog = await correct(page, marsh);
  await dialog.getByLabel("Held by").fill("an unnamed source");
  await dialog.getByLabel("Stance", { exact: true }).selectOption("critical");
  await dialog.getByRole("button", { name: "Change: Stance" }).click();
  await expectSaid(page, /An unnamed source on .*: critical/);
  assert.equal(await marsh.getAttribute("data-stance"), "neutral", "it is not the writer's");

  const after = await marksOf(page);
  for (let i = 0; i < 3; i++) await page.keyboard.press("Control+z");
  await eventually(async () => assert.deepEqual(await marksOf(page), before));
  assert.equal(await undo(page).isDisabled(), true);
  for (let i = 0; i < 3; i++) await page.keyboard.press("Control+Shift+z");
  await eventually(async () => assert.deepEqual(await marksOf(page), after));
  await undo(page).click();
  await redo(page).click();
  await eventually(async () => assert.deepEqual(await marksOf(page), after));
});

scene("merge, split off, and remove", async ({ page }) => {
  await open(page);
  const slugs = async (words) =>
    (await marksOf(page)).filter(([, text]) => text.includes(words)).map(([, , slug]) => slug);
  const name = (await page.getByRole("region", { name: "Overview" }).locator("th .underlined").allInnerTexts())
    .find((text) => text.includes("Marsh"));
  const [vale] = await slugs("Vale");
  await meant(page, marks(page, "Vale").first(), name);
  await eventually(async () => {
    const now = await slugs("Vale");
    assert.equal(now[0], (await slugs("Marsh"))[0]);
    assert.ok(!now.includes(vale), "all of them went over");
  });
  await meant(page, marks(page, "Vale").last(), "Another Vale", "here");
  await eventually(async () => assert.equal((await slugs("Vale")).at(-1), "another-vale"));
  const count = (await slugs("Vale")).length;
  const dialog = await correct(page, marks(page, "Vale").last());
  await dialog.getByRole("button", { name: "Remove" }).click();
  await expectSaid(page, /is no mention/);
  await eventually(async () => assert.equal((await slugs("Vale")).length, count - 1));
});

scene("selected words become a mark", async ({ page }) => {
  await open(page);
  const words = "trust lot";
  await page.evaluate((words) => {
    for (const p of document.querySelectorAll("#text p[data-section]")) {
      const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.data.indexOf(words);
        if (at >= 0) getSelection().setBaseAndExtent(node, at, node, at + words.length);
      }
    }
  }, words);
  await page.keyboard.press("m");
  const dialog = page.getByRole("dialog", { name: "Mark words as a mention" });
  await dialog.waitFor();
  assert.equal(await dialog.getByLabel("Words in the paragraph").inputValue(), words);
  await expectAccessible(page);
  await dialog.getByLabel("Who or what is meant").fill("The Trust");
  await dialog.getByLabel("Type").selectOption("organisation");
  await dialog.getByRole("button", { name: "Mark", exact: true }).click();
  await page.locator('mark[data-entity="the-trust"][data-by="reader"]').waitFor();
});

scene("words can be named where nothing can be selected", async ({ page }) => {
  await open(page);
  await marks(page, "Marsh").first().focus();
  await page.keyboard.press("m");
  const dialog = page.getByRole("dialog", { name: "Mark words as a mention" });
  await dialog.getByLabel("Words in the paragraph").fill("old bridge");
  await dialog.getByLabel("Who or what is meant").fill("Elmsworth Bridge");
  await page.keyboard.press("Tab");
  await dialog.getByRole("button", { name: "Mark", exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.locator("mark", { hasText: /^old bridge$/ }).waitFor();
});

scene("author and border", async ({ page }) => {
  await open(page);
  const praised = page.locator("p[data-section]").filter({ hasText: "praised" });
  const mark = praised.locator("mark").last();
  let dialog = await correct(page, mark);
  await dialog.getByRole("textbox", { name: "Author of this post" }).fill("Ruth Field");
  await dialog.getByRole("button", { name: "Change: Author of this post" }).click();
  await page.locator(".byline", { hasText: "Ruth Field" }).waitFor();
  dialog = await correct(page, mark);
  await dialog.getByRole("button", { name: "Comments begin with this paragraph" }).click();
  await eventually(async () =>
    assert.equal(await praised.getAttribute("data-section"), "comments"));
  await page.keyboard.press("Control+z");
  await eventually(async () => assert.equal(await praised.getAttribute("data-section"), "article"));
});

scene("the list takes any of them back; the machine's reading and the difference", async ({ page }) => {
  await open(page);
  const before = await marksOf(page);
  await meant(page, marks(page, "Vale").first(), "Peter Vale MP");
  const dialog = await correct(page, marks(page, "Marsh").first());
  await dialog.getByRole("button", { name: "Remove" }).click();
  const after = await marksOf(page);
  await corrections(page).getByText(/You agree with the machine on \d+ of \d+ marks/).waitFor();

  const reading = page.getByRole("group", { name: "Reading shown" });
  await reading.getByRole("button", { name: "the machine" }).click();
  await eventually(async () => assert.deepEqual(await marksOf(page), before));
  assert.match(page.url(), /show=machine/);
  await reading.getByRole("button", { name: "the difference" }).click();
  await eventually(async () => assert.deepEqual(await marksOf(page), after));
  await expectAccessible(page);
  await screenshot(page, "corrections-difference");
  await reading.getByRole("button", { name: "mine" }).click();

  await corrections(page).getByRole("button", { name: "2 corrections" }).click();
  const list = page.getByRole("dialog", { name: "Corrections" });
  assert.equal(await list.getByRole("listitem").count(), 2);
  await expectAccessible(page);
  await screenshot(page, "corrections-list");
  await list.getByRole("button", { name: /^Take back: .*is called/ }).click();
  assert.equal(await list.getByRole("listitem").count(), 1);
  await list.getByRole("button", { name: /^Take back/ }).click();
  await list.getByText("You have corrected nothing").waitFor();
  await list.getByRole("button", { name: "Close" }).click();
  await eventually(async () => assert.deepEqual(await marksOf(page), before));
});

scene("on a phone, by touch", PHONE, async ({ page }) => {
  await open(page);
  await marks(page, "Vale").first().tap();
  await why(page).getByRole("button", { name: "Correct" }).tap();
  const dialog = page.getByRole("dialog", { name: /^Correct/ });
  await screenshot(page, "correct-phone");
  const wide = await dialog.evaluate((dialog) => dialog.scrollWidth > dialog.clientWidth);
  assert.equal(wide, false, "nothing sticks out");
  await dialog.getByRole("button", { name: "Remove" }).tap();
  await expectSaid(page, /is no mention/);
});

scene("corrections survive a reload of a bundled text", async ({ page, visit }) => {
  await meant(page, marks(page, "Russia").first(), "The Russian Federation");
  await saved(page);
  const other = await visit("#/d/kerry-russia");
  await corrections(other).getByText("1 correction").waitFor();
  await other.getByRole("region", { name: "Overview" }).getByText("The Russian Federation", { exact: true }).waitFor();
  const dialog = await openDialog(other);
  await dialog.getByRole("list", { name: "Your library" }).getByRole("listitem").first().waitFor();
});
