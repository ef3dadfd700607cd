// "Why?" is answered by pointer, finger and keyboard, with words that stand in the paragraph.
import { strict as assert } from "node:assert";

import { eventually } from "./stage/reader.mjs";
import { scene } from "./stage/scene.mjs";

const PHONE = { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true };

const panel = (page) => page.getByRole("region", { name: "Why?" });
const judged = (page) =>
  page.locator("mark[data-stance=critical], mark[data-stance=supportive]").first();

/** Waits until the panel answers for a mark, and holds its answer against the paragraph. */
async function expectAnswer(page, mark) {
  const { stance, text } = await mark.evaluate((mark) => ({
    stance: mark.dataset.stance,
    text: mark.closest("p").textContent,
  }));
  const why = panel(page);
  await why.getByText(stance === "critical" ? /is critical of/ : /is supportive of/).waitFor();
  const opinion = why.getByRole("heading", { name: new RegExp(`${stance} of`) }).first();
  assert.match(await opinion.innerText(), /writer|commenter|: /i, "it names the holder");
  assert.match(await why.innerText(), /(sure|guess) \([01]\.\d\d\)/, "it says how sure it is");
  const words = why.getByRole("list", { name: "The words that show it" }).locator("b");
  const found = await words.allInnerTexts();
  assert.ok(found.length > 0);
  for (const word of found) assert.ok(text.includes(word), `"${word}" is in the paragraph`);
  const quoted = await why.locator("blockquote").first().innerText();
  assert.ok(text.includes(quoted.trim()), "what is quoted is in the paragraph");
}

scene("before it is asked, the panel says how to ask", async ({ page }) => {
  await panel(page).getByText("Point at a marked name").waitFor();
});

scene("by pointing", async ({ page }) => {
  const mark = judged(page);
  await mark.hover();
  await expectAnswer(page, mark);
});

scene("by a click, until it is closed", async ({ page }) => {
  const mark = judged(page);
  await mark.click();
  await expectAnswer(page, mark);
  assert.equal(await mark.getAttribute("aria-expanded"), "true");
  await page.mouse.move(0, 0);
  await expectAnswer(page, mark);
  await panel(page).getByRole("button", { name: "Close" }).click();
  await panel(page).getByText("Point at a marked name").waitFor();
});

scene("with the next likely reading of every opinion", async ({ page }) => {
  await judged(page).click();
  const opinions = panel(page).locator(".opinion");
  await opinions.first().waitFor();
  for (const opinion of await opinions.all()) {
    const text = await opinion.innerText();
    const held = await opinion.getAttribute("data-polarity");
    const [, other] =
      text.match(/Next likely reading: (Supportive|Critical|Neutral) \([01]\.\d\d\)\./) ?? [];
    assert.ok(other, `it names another reading: ${text}`);
    assert.notEqual(other.toLowerCase(), held, "which is not the one that it has");
  }
});

scene("by a tap on a phone", PHONE, async ({ page }) => {
  const mark = judged(page);
  await mark.tap();
  await expectAnswer(page, mark);
  assert.equal(await panel(page).isVisible(), true);
  const box = await panel(page).boundingBox();
  assert.ok(box.x >= 0 && box.x + box.width <= 376 && box.y + box.height <= 741, "it is in sight");
  await panel(page).getByRole("button", { name: "Close" }).tap();
  await eventually(async () => assert.equal(await panel(page).isVisible(), false));
});

scene("by keyboard, and back", async ({ page }) => {
  const mark = judged(page);
  await mark.focus();
  await page.keyboard.press("Enter");
  await expectAnswer(page, mark);
  const inside = () => panel(page).evaluate((why) => why.contains(document.activeElement));
  await eventually(async () => assert.equal(await inside(), true, "the keyboard is in the panel"));
  await page.keyboard.press("Escape");
  await panel(page).getByText("Point at a marked name").waitFor();
  await eventually(async () =>
    assert.equal(await mark.evaluate((mark) => mark === document.activeElement), true),
  );
});

scene("from one mention to the next", async ({ page }) => {
  const marks = page.locator('mark[data-entity="russia"]');
  await marks.first().click();
  const next = panel(page).getByRole("button", { name: "Next mention" });
  await next.click();
  await eventually(async () =>
    assert.equal(await marks.nth(1).evaluate((mark) => mark === document.activeElement), true),
  );
});

scene("to all paragraphs of the entity", async ({ page }) => {
  await page.locator('mark[data-entity="russia"]').first().click();
  await panel(page).getByRole("button", { name: "Only paragraphs with it" }).click();
  await page.getByRole("button", { name: "Remove filter: Russia" }).waitFor();
});
