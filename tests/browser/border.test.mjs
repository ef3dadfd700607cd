// The reader moves the border between article and comments, removes it, and leaves it to the machine.
import { strict as assert } from "node:assert";

import { eventually, paragraphs } from "./stage/reader.mjs";
import { scene } from "./stage/scene.mjs";

const FOUND = 5;

/** Waits until the comments begin at a paragraph, from 1; with none, all is article. */
const expectBorder = (page, first) =>
  eventually(async () => {
    const sections = (await paragraphs(page)).map(({ section }) => section);
    const expected = sections.map((_, i) => (first && i + 1 >= first ? "comments" : "article"));
    assert.deepEqual(sections, expected);
  });

const tools = (page) => page.getByRole("group", { name: "Border between article and comments" });
const tool = (page, name) => tools(page).getByRole("button", { name });

async function openTools(page) {
  await page.getByText(/found by the machine|placed by you|marked in the text/).click();
  await tools(page).waitFor();
}

scene("it is found where the comments begin", async ({ page }) => {
  await expectBorder(page, FOUND);
});

scene("it moves up and down and back to the machine's place", async ({ page }) => {
  await openTools(page);
  await tool(page, "Move down").click();
  await expectBorder(page, FOUND + 1);
  await page.getByText("placed by you").waitFor();
  await tool(page, "Move up").click();
  await expectBorder(page, FOUND);
  await tool(page, "Move up").click();
  await expectBorder(page, FOUND - 1);
  await tool(page, "Let the machine decide").click();
  await expectBorder(page, FOUND);
});

scene("it is put before any paragraph", async ({ page }) => {
  await openTools(page);
  await tool(page, "Comments begin elsewhere").click();
  await page.getByRole("button", { name: /^Comments begin.* 9$/ }).click();
  await expectBorder(page, 9);
  assert.match(page.url(), /border=9/);
});

scene("it is removed and put back", async ({ page, visit }) => {
  await openTools(page);
  await tool(page, "There are no comments").click();
  await expectBorder(page, undefined);
  await page.getByText("All of this is read as one article.").waitFor();
  const fragment = new URL(page.url()).hash;
  await expectBorder(await visit(fragment), undefined);
  await tool(page, "Let the machine decide").click();
  await expectBorder(page, FOUND);
});

scene("Back undoes a move", async ({ page }) => {
  await openTools(page);
  await tool(page, "Move down").click();
  await expectBorder(page, FOUND + 1);
  await page.goBack();
  await expectBorder(page, FOUND);
});
