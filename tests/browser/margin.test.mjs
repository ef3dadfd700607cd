// Beside each paragraph stands on whom its writer takes a side.
import { strict as assert } from "node:assert";

import { longText } from "./stage/long.mjs";
import { eventually, expectText, paragraphs, paste } from "./stage/reader.mjs";
import { scene } from "./stage/scene.mjs";

const PAIR = `# The bridge at Elmsworth

Ellen Marsh met Peter Vale at the bridge on Monday.

Comments

anna: Ellen Marsh is wonderful, and Peter Vale is a liar and a fool.

bob: I admire Ellen Marsh. Peter Vale is a disgrace.
`;
const TAKEN = ["supportive", "critical", "mixed"];

/** For each paragraph with a margin: what is drawn, what is said, and whether it lies on words. */
const margins = (page) =>
  page.$$eval(".margin", (all) =>
    all.map((margin) => {
      const p = margin.closest("p");
      const boxOf = ({ left, right, top, bottom }) => ({ left, right, top, bottom });
      const box = boxOf(margin.getBoundingClientRect());
      const range = document.createRange();
      range.setStart(p, 0);
      range.setEndBefore(margin);
      const words = [...range.getClientRects()];
      const on = words.some(
        (w) => w.left < box.right - 1 && box.left < w.right - 1 && w.top < box.bottom - 1 && box.top < w.bottom - 1,
      );
      const inside = box.bottom <= p.getBoundingClientRect().bottom + 1 && box.right <= innerWidth;
      const notes = [...margin.children].map((note) => ({ ...note.dataset }));
      return { id: p.id, notes, on, inside, said: margin.getAttribute("aria-label") };
    }),
  );

scene("the margin says what the marks of its paragraph say, in one sentence", async ({ page }) => {
  const found = new Map((await margins(page)).map((margin) => [margin.id, margin]));
  let most = 0;
  for (const { id, section, marks } of await paragraphs(page)) {
    const sides = new Map();
    for (const { entity, stance } of marks) if (TAKEN.includes(stance)) sides.set(entity, stance);
    const margin = found.get(id);
    assert.equal(margin !== undefined, sides.size > 0, id);
    if (!margin) continue;
    most = Math.max(most, sides.size);
    const shown = margin.notes.filter(({ stance }) => stance);
    assert.equal(shown.length, Math.min(3, sides.size), id);
    assert.equal(margin.notes.length > 3, sides.size > 3, `${id}: more are counted`);
    if (sides.size > 3) assert.equal(margin.notes.at(-1).more, String(sides.size - 3));
    assert.match(margin.said, section === "article" ? /^the article’s writer: / : /^the commenter: /);
    assert.equal(margin.said.match(/\b(for|against) /g).length >= sides.size, true, margin.said);
  }
  assert.ok(found.size > 3 && most > 1);
});

for (const width of [320, 640, 900, 1280, 1900]) {
  const profile = { viewport: { width, height: 800 } };
  scene(`the margin lies on no words and in its paragraph, ${width} px wide`, profile, async ({ page }) => {
    const all = await margins(page);
    assert.ok(all.length > 3);
    for (const { id, on, inside } of all) assert.deepEqual([id, on, inside], [id, false, true]);
  });
}

scene("a selection stands first in the margin; without marks there is none", async ({ page }) => {
  await paste(page, PAIR);
  await expectText(page, "Peter Vale");
  const overview = page.getByRole("region", { name: "Overview" });
  await overview.getByRole("button", { name: /^Peter Vale\s*\d+ mentions$/ }).click();
  await eventually(async () => {
    const strong = (await margins(page)).map(({ notes }) => notes.findIndex((n) => "strong" in n));
    assert.ok(strong.includes(0) && strong.every((at) => at < 1), strong.join());
  });
  await page.getByRole("button", { name: "Marks", pressed: true }).click();
  await eventually(async () => assert.deepEqual(await margins(page), []));
});

scene("what stands in the margin is not copied and is there on paper", async ({ page }) => {
  await paste(page, longText(12, 8));
  await expectText(page, "Note 1. ");
  const texts = await page.$$eval(".margin", (all) => all.map((m) => m.innerText + m.textContent));
  assert.ok(texts.length > 3 && texts.every((text) => text === ""));
  await page.emulateMedia({ media: "print" });
  const drawn = await page.$$eval(".margin > [data-name]", (notes) =>
    notes.map((note) => getComputedStyle(note, "::before").content + getComputedStyle(note, "::after").content),
  );
  assert.ok(drawn.every((words) => /[+−±]/.test(words)), drawn[0]);
  assert.ok(drawn.some((words) => words.includes("Thorne")));
});
