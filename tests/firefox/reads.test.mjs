// What a reader does first, in Firefox.
import { strict as assert } from "node:assert";

import {
  choose,
  click,
  eventually,
  expectMatching,
  expectText,
  has,
  idsOf,
  matching,
  named,
  paragraphs,
  paste,
} from "./stage/reader.mjs";
import { scene } from "./stage/scene.mjs";

scene("Firefox: a text is read when the page opens", {}, async ({ page }) => {
  assert.match(await page.title(), /Stancelight/);
  const all = await paragraphs(page);
  assert.ok(all.length > 5);
  assert.ok(all.some(has("vladimir-putin", "critical")), "marks say who is criticised");
  assert.deepEqual(await matching(page), all.map(({ id }) => id));
});

scene("Firefox: an entity, then a stance", {}, async ({ page }) => {
  const all = await paragraphs(page);
  await choose(page, "Vladimir Putin");
  await expectMatching(page, idsOf(all, has("vladimir-putin")));
  await choose(page, "Critical");
  await choose(page, "Commenters");
  const criticised = (p) => p.section === "comments" && has("vladimir-putin", "critical")(p);
  const expected = idsOf(all, criticised);
  assert.ok(expected.length > 0);
  await expectMatching(page, expected);
});

scene("Firefox: Back undoes a filter", {}, async ({ page }) => {
  const before = await matching(page);
  await choose(page, "Russia");
  await eventually(async () => assert.ok((await matching(page)).length < before.length));
  await page.evaluate(() => history.back());
  await expectMatching(page, before);
});

scene("Firefox: a copied link opens the same view in another profile", {}, async (stage) => {
  const { page, elsewhere } = stage;
  await choose(page, "Russia");
  await choose(page, "Comments");
  await eventually(async () => assert.match(page.url(), /e=russia/));
  const seen = await matching(page);
  await click(page, "Copy link");
  const link = await eventually(async () => {
    const text = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(text, /#\/d\/kerry-russia\?e=russia/);
    return text;
  });
  await expectMatching(await elsewhere(link), seen);
});

scene("Firefox: a text is pasted and read", {}, async ({ page }) => {
  await paste(page, "Mayor Ada Thorne praised the Harbour Trust of Elmsworth.");
  await expectText(page, "Elmsworth");
  await eventually(async () => {
    const marks = (await paragraphs(page)).flatMap((p) => p.marks);
    assert.ok(marks.some(({ text }) => text.includes("Thorne")));
  });
});

scene("Firefox: a click on a mark answers why", {}, async ({ page }) => {
  const mark = await page.waitForSelector("mark[data-stance=critical]");
  const text = await mark.evaluate((mark) => mark.closest("p").textContent);
  await mark.click();
  const why = await named(page, "region", "Why?");
  await eventually(async () =>
    assert.match(await why.evaluate((region) => region.innerText), /is critical of/),
  );
  const words = await why.$$eval("b", (all) => all.map((b) => b.textContent));
  assert.ok(words.length > 0);
  for (const word of words) assert.ok(text.includes(word), `“${word}” is in the paragraph`);
  await page.keyboard.press("Escape");
  await eventually(async () =>
    assert.match(await why.evaluate((region) => region.innerText), /Point at a marked name/),
  );
});
