// The filters show what they say, in every group, alone and together.
import { strict as assert } from "node:assert";

import {
  beside,
  choice,
  chosen,
  eventually,
  expectMatching,
  filters,
  has,
  idsOf,
  matching,
  paragraphs,
  promised,
} from "./stage/reader.mjs";
import { scene } from "./stage/scene.mjs";

const WHO = "Who or what";

scene("an entity, then a stance, then without another entity", async ({ page }) => {
  const all = await paragraphs(page);
  assert.equal((await matching(page)).length, all.length, "at first everything is shown");

  await choice(page, WHO, "Russia").click();
  await expectMatching(page, idsOf(all, has("russia")));

  await choice(page, "Stance", "Critical").click();
  await choice(page, "Held by", "Commenters").click();
  const criticised = (p) => p.section === "comments" && has("russia", "critical")(p);
  await expectMatching(page, idsOf(all, criticised));

  await choice(page, "Stance", "Critical").click();
  await choice(page, "Held by", "Commenters").click();
  await beside(page, WHO, "not", "Bashar al-Assad").click();
  await expectMatching(page, idsOf(all, (p) => has("russia")(p) && !has("bashar-al-assad")(p)));
});

scene("one of two entities, both, and neither", async ({ page }) => {
  const all = await paragraphs(page);
  const [kerry, russia] = [has("john-kerry"), has("russia")];

  await choice(page, WHO, "Russia").click();
  await choice(page, WHO, "John Kerry").click();
  await expectMatching(page, idsOf(all, (p) => russia(p) || kerry(p)));

  await beside(page, WHO, "and", "Russia").click();
  await beside(page, WHO, "and", "John Kerry").click();
  await expectMatching(page, idsOf(all, (p) => russia(p) && kerry(p)));

  await beside(page, WHO, "not", "Russia").click();
  await beside(page, WHO, "not", "John Kerry").click();
  await expectMatching(page, idsOf(all, (p) => !russia(p) && !kerry(p)));
});

scene("only what the machine is sure of", async ({ page }) => {
  const all = await paragraphs(page);
  await choice(page, "Stance", "Supportive").click();
  const whole = await matching(page);
  for (const [name, sure] of [["Sure", "high"], ["Less sure", "fair"], ["A guess", "low"]]) {
    const button = choice(page, "Confidence", name);
    const count = await promised(button);
    await button.click();
    const ids = await matching(page);
    assert.equal(ids.length, count, `${name} keeps its count`);
    assert.ok(ids.every((id) => whole.includes(id)), "a further group asks for more");
    const marked = idsOf(all, (p) => p.marks.some((m) => m.stance === "supportive" && m.sure === sure));
    assert.ok(marked.every((id) => ids.includes(id)), `${name} is what the frames of the marks say`);
    assert.match(page.url(), new RegExp(`sure=${sure}`));
    await button.click();
  }
});

for (const group of ["Stance", "Section", WHO, "Held by", "Type", "Confidence"]) {
  scene(`each count is kept: ${group}`, async ({ page }) => {
    const all = (await paragraphs(page)).length;
    const buttons = filters(page)
      .getByRole("group", { name: group, exact: true })
      .getByRole("button", { name: /paragraphs?$/ });
    const names = await buttons.evaluateAll((found) =>
      found.map((button) => button.querySelector("[dir]").textContent),
    );
    assert.ok(names.length > 1);
    for (const name of names) {
      const button = choice(page, group, name);
      const count = await promised(button);
      await button.click();
      await eventually(async () => assert.equal((await matching(page)).length, count, name));
      await button.click();
      await eventually(async () => assert.equal((await matching(page)).length, all));
    }
  });
}

scene("counts follow what else is chosen", async ({ page }) => {
  await choice(page, "Section", "Comments").click();
  const count = await eventually(async () => {
    assert.equal((await matching(page)).length, 8);
    return promised(choice(page, WHO, "Russia"));
  });
  await choice(page, WHO, "Russia").click();
  await eventually(async () => assert.equal((await matching(page)).length, count));
});

scene("types choose by the marks' types", async ({ page }) => {
  const all = await paragraphs(page);
  await choice(page, "Type", "Person").click();
  await expectMatching(page, idsOf(all, (p) => p.marks.some((mark) => mark.type === "person")));
});

scene("words choose paragraphs, in any letter case", async ({ page }) => {
  const all = await paragraphs(page);
  const field = page.getByLabel("Words in the paragraph");
  await field.fill("AIRFIELD");
  await expectMatching(page, idsOf(all, (p) => /airfield/i.test(p.text)));
  await field.fill("no such words anywhere");
  await page.getByText("No paragraph matches these filters.").waitFor();
  await expectMatching(page, []);
  await field.fill("");
  await eventually(async () => assert.equal((await matching(page)).length, all.length));
});

scene("the rest is dimmed, or hidden", async ({ page }) => {
  await choice(page, "Section", "Article").click();
  const rest = page.getByRole("group", { name: "The rest is" });
  const states = async () => {
    const comments = (await paragraphs(page)).filter((p) => p.section === "comments");
    return [comments.every((p) => p.dimmed), comments.every((p) => p.hidden)];
  };
  await eventually(async () => assert.deepEqual(await states(), [true, false]));
  await rest.getByRole("button", { name: "hidden" }).click();
  await eventually(async () => assert.deepEqual(await states(), [false, true]));
  assert.equal(await page.locator("p[data-section=comments]").first().isVisible(), false);
  await rest.getByRole("button", { name: "dimmed" }).click();
  await eventually(async () => assert.deepEqual(await states(), [true, false]));
});

scene("each chip takes its part of the filter away, and all go at once", async ({ page }) => {
  const all = (await paragraphs(page)).length;
  await choice(page, WHO, "Russia").click();
  await choice(page, "Section", "Comments").click();
  const chips = page.getByRole("list", { name: "Active filters" }).getByRole("button");
  await eventually(async () => assert.equal(await chips.count(), 2));
  await page.getByRole("button", { name: "Remove filter: Comments" }).click();
  await eventually(async () => assert.equal(await chips.count(), 1));
  assert.equal((await chosen(page)).length, 1);
  await choice(page, "Stance", "Neutral").click();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await eventually(async () => assert.equal((await matching(page)).length, all));
  assert.deepEqual(await chosen(page), []);
});

scene("a number of the overview leads to its paragraphs", async ({ page }) => {
  const overview = page.getByRole("region", { name: "Overview" });
  const number = overview.getByRole("button", { name: /^Comments: \d+ \w+ paragraphs? on / }).first();
  const count = Number(/\d+/.exec(await number.textContent())[0]);
  await number.click();
  await eventually(async () => assert.equal((await matching(page)).length, count));
});
