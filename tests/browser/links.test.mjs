// A link opens on exactly the view that it was copied from; Back and Forward go through views.
import { strict as assert } from "node:assert";

import { quickOnly } from "./stage/quick.mjs";
import {
  beside,
  choice,
  chosen,
  eventually,
  expectMatching,
  expectNotice,
  expectText,
  has,
  idsOf,
  matching,
  paragraphs,
  paste,
} from "./stage/reader.mjs";
import { ready, scene } from "./stage/scene.mjs";

const WHO = "Who or what";
const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };

async function copyLink(page) {
  await page.getByRole("button", { name: "Copy link" }).click();
  await page.getByText("The link is in your clipboard.").waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

scene("a copied link opens the same view in another profile", CLIPBOARD, async (stage) => {
  const { page, browser } = stage;
  await choice(page, WHO, "Russia").click();
  await choice(page, "Stance", "Neutral").click();
  await beside(page, WHO, "not", "John Kerry").click();
  await choice(page, "Section", "Comments").click();
  await page.getByRole("button", { name: "hidden" }).click();
  await page.getByLabel("Words in the paragraph").fill("the");
  const seen = [await matching(page), await chosen(page)];
  assert.ok(seen[0].length > 0, "something is left to see");
  const link = await copyLink(page);
  assert.match(link, /#\/d\/kerry-russia\?e=russia,-john-kerry&stance=neutral/);

  const elsewhere = await browser.newContext();
  await elsewhere.addInitScript(quickOnly);
  try {
    const other = await elsewhere.newPage();
    await other.goto(link);
    await ready(other);
    assert.deepEqual([await matching(other), await chosen(other)], seen);
    assert.equal(await other.getByLabel("Words in the paragraph").inputValue(), "the");
    const hidden = (await paragraphs(other)).filter((p) => p.hidden);
    assert.ok(hidden.length > 0, "what does not match is hidden there too");
  } finally {
    await elsewhere.close();
  }
});

scene("without the clipboard the link can be copied by hand", async ({ page }) => {
  await page.evaluate(() => {
    const refuse = () => Promise.reject(new Error("refused"));
    Object.defineProperty(navigator, "clipboard", { value: { writeText: refuse } });
  });
  await page.getByRole("button", { name: "Copy link" }).click();
  const field = page.getByLabel(/Copy the link from here/);
  assert.equal(await field.inputValue(), page.url());
  assert.equal(await field.evaluate((input) => input === document.activeElement), true);
});

const byHand = (fragment, names, asked) =>
  scene(`a link written by hand: ${fragment}`, { fragment }, async ({ page }) => {
    await expectMatching(page, idsOf(await paragraphs(page), asked));
    const on = await chosen(page);
    for (const name of names) assert.ok(on.some((choice) => choice.includes(name)), name);
  });

byHand(
  "#/d/kerry-russia?e=vladimir-putin,-nato&stance=critical&by=comments",
  ["Vladimir Putin", "Critical", "Commenters"],
  (p) =>
    p.section === "comments" && has("vladimir-putin", "critical")(p) && !has("nato")(p),
);
byHand(
  "#/d/kerry-russia?e=russia,-john-kerry&by=comments",
  ["Russia", "not John Kerry", "Commenters"],
  (p) => p.section === "comments" && has("russia")(p) && !has("john-kerry")(p),
);

scene("Back and Forward go through the views", async ({ page }) => {
  const views = [await matching(page)];
  for (const [group, name] of [[WHO, "Russia"], ["Section", "Comments"]]) {
    await choice(page, group, name).click();
    await eventually(async () => assert.ok((await matching(page)).length < views.at(-1).length));
    views.push(await matching(page));
  }
  for (const view of [1, 0]) {
    await page.goBack();
    await expectMatching(page, views[view]);
  }
  for (const view of [1, 2]) {
    await page.goForward();
    await expectMatching(page, views[view]);
  }
  assert.equal((await chosen(page)).length, 2);
});

scene("Back leads from one text to the one before", async ({ page }) => {
  await paste(page, "The Mayor of Elmsworth praised the Harbour Trust.");
  await expectText(page, "Elmsworth");
  await page.goBack();
  await expectText(page, "Moscow");
  await page.goForward();
  await expectText(page, "Elmsworth");
});

for (const [name, fragment, sentence] of [
  ["a damaged link", "#/d/kerry-russia?e=%ff%zz&stance=furious&p=-1", /was not understood/],
  ["a link of another shape", "#!{\"a\":[1,2", /was not understood/],
  ["a link with script", "#/d/<img src=x onerror=alert(1)>?e=<script>", /was not understood/],
  ["a link to a text that is not here", "#/d/nothing-of-that-name?e=russia", /no bundled discussion/],
  ["a link of a later version", "#/d/kerry-russia?v=9&mood=round", /newer version/],
  ["an endless link", `#/?q=${"x".repeat(70_000)}`, /too long/],
]) {
  scene(`${name} opens a text and says what is amiss`, async ({ address, context }) => {
    const page = await context.newPage();
    await page.goto(address + fragment);
    await expectNotice(page, sentence);
    await expectText(page, /\w/);
    await page.waitForSelector("html[data-ready=quick]", { state: "attached" });
  });
}

scene("a link to somebody's own text says that it is not here", async ({ address, context }) => {
  const page = await context.newPage();
  await page.goto(`${address}#/opened?e=russia`);
  await expectNotice(page, /the text itself is not in the link/);
  await page.getByRole("button", { name: "Open a discussion" }).click();
  await page.getByRole("dialog", { name: "Open a discussion" }).waitFor();
});
