// Marks lie on the words that refer to an entity and say what is known of it.
import { strict as assert } from "node:assert";

import { eventually, paragraphs, paste } from "./stage/reader.mjs";
import { scene } from "./stage/scene.mjs";

const TERMS = {
  type: ["person", "organisation", "place", "group", "event", "work", "other"],
  kind: ["name", "adjective", "nominal", "pronoun"],
  stance: ["supportive", "critical", "mixed", "neutral", "unclear"],
  tier: ["quick", "deep"],
};

const every = async (page) => (await paragraphs(page)).flatMap(({ marks }) => marks);
const textsOf = (marks, entity) => marks.filter((m) => m.entity === entity).map((m) => m.text);

scene("every mark says what it is", async ({ page }) => {
  const marks = await every(page);
  assert.ok(marks.length > 40);
  for (const mark of marks) {
    assert.match(mark.entity, /^[a-z0-9][a-z0-9-]*$/, mark.text);
    for (const [name, terms] of Object.entries(TERMS)) {
      assert.ok(terms.includes(mark[name]), `${mark.text}: ${name} is ${mark[name]}`);
    }
    assert.equal(mark.text, mark.text.trim());
    assert.notEqual(mark.text, "");
  }
});

scene("a mark bears the same entity and stance wherever its paragraph names it", async ({ page }) => {
  for (const { id, marks } of await paragraphs(page)) {
    const stances = new Map();
    for (const mark of marks) {
      const first = stances.get(mark.entity) ?? mark.stance;
      assert.equal(mark.stance, first, `${id}: ${mark.entity}`);
      stances.set(mark.entity, first);
    }
  }
});

scene("marks leave the text as it is", async ({ page }) => {
  const marked = (await paragraphs(page)).map(({ text }) => text);
  await page.getByRole("button", { name: "Marks", pressed: true }).click();
  await eventually(async () => assert.equal((await every(page)).length, 0));
  assert.deepEqual((await paragraphs(page)).map(({ text }) => text), marked);
  await page.getByRole("button", { name: "Marks", pressed: false }).click();
  await eventually(async () => assert.notEqual((await every(page)).length, 0));
});

scene("names, short names and adjectives of one entity are one", async ({ page }) => {
  const marks = await every(page);
  const russia = new Set(textsOf(marks, "russia"));
  for (const name of ["Russia", "Russian"]) assert.ok(russia.has(name), name);
  assert.ok(textsOf(marks, "russians").includes("Russians"), "its people are a group of their own");
  const kerry = new Set(textsOf(marks, "john-kerry"));
  for (const name of ["John Kerry", "Kerry"]) {
    assert.ok([...kerry].some((text) => text.endsWith(name)), name);
  }
  const states = new Set(textsOf(marks, "united-states"));
  for (const name of ["United States", "US", "USG"]) assert.ok(states.has(name), name);
  assert.equal(marks.find((mark) => mark.text === "Russian").kind, "adjective");
});

scene("the overview counts the marks", async ({ page }) => {
  const marks = await every(page);
  const overview = page.getByRole("region", { name: "Overview" });
  await overview.getByRole("button", { name: /^Show all/ }).click();
  const lines = overview.getByRole("button", { name: /\d+ mentions?$/ });
  const counts = await lines.evaluateAll((buttons) =>
    buttons.map((button) => Number(/(\d+) mentions?$/.exec(button.textContent.trim())[1])),
  );
  const total = counts.reduce((sum, count) => sum + count, 0);
  assert.equal(total, marks.length);
});

scene("an entity of the overview makes its marks strong", async ({ page }) => {
  const overview = page.getByRole("region", { name: "Overview" });
  const line = overview.getByRole("button", { name: /^Russia\s*\d+ mentions$/ });
  await line.click();
  await eventually(async () => {
    for (const mark of await every(page)) {
      assert.equal("strong" in mark, mark.entity === "russia", mark.text);
    }
  });
  assert.equal(await line.getAttribute("aria-pressed"), "true");
  assert.match(page.url(), /sel=russia/);
});

scene("marks lie where the names are in any script", async ({ page }) => {
  await paste(page, "😀 Café owners in Łódź thanked Ursula von der Leyen 👍🏽. “Germany” – naïve? – paid.");
  await eventually(async () => {
    const texts = (await every(page)).map(({ text }) => text);
    assert.ok(texts.includes("Germany"), texts.join("|"));
    assert.ok(texts.some((text) => text.endsWith("Leyen")), texts.join("|"));
  });
});

scene("a pronoun shows its stance by a sign, too", async ({ page }) => {
  const signs = await page.$$eval("mark[data-kind=pronoun]", (marks) =>
    marks.map((mark) => [mark.dataset.stance, getComputedStyle(mark.querySelector(".handle") ?? mark, "::after").content]),
  );
  const sided = signs.filter(([stance]) => stance !== "neutral");
  assert.ok(sided.length > 0);
  const SIGNS = { supportive: "+", critical: "−", mixed: "±", unclear: "?" };
  for (const [stance, sign] of sided) assert.ok(sign.includes(SIGNS[stance]), `${stance}: ${sign}`);
});
