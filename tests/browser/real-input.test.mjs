// An article with its comments as found on the web, read from beside the clone where it is there.
import { strict as assert } from "node:assert";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { expectAccessible } from "./stage/accessible.mjs";
import { eventually, paragraphs, paste } from "./stage/reader.mjs";
import { scene } from "./stage/scene.mjs";
import { screenshot } from "./stage/screenshot.mjs";

const FILE = fileURLToPath(
  new URL("../../../shared/data/real-input/article-and-comments.txt", import.meta.url),
);
const WIDE = { viewport: { width: 1280, height: 800 } };
const PHONE = { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true };

async function read(page) {
  const text = await readFile(FILE, "utf8");
  await paste(page, text);
  const lines = text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean);
  await eventually(async () => assert.equal((await paragraphs(page)).length, lines.length));
  return lines;
}

function real(name, profile, act) {
  if (existsSync(FILE)) scene(name, profile, act);
  else test(name, { skip: `${FILE} is not there` }, () => {});
}

real("every paragraph is there, in its section", WIDE, async ({ page }) => {
  const lines = await read(page);
  const all = await paragraphs(page);
  assert.deepEqual(all.map(({ text }) => text.trim()), lines);
  assert.deepEqual(
    all.map(({ section }) => section),
    [...Array(4).fill("article"), ...Array(8).fill("comments")],
  );
  assert.deepEqual(all.map(({ id }) => id), lines.map((_, i) => `p${i + 1}`));
});

real("nothing is sent", WIDE, async ({ page }) => {
  const asked = [];
  page.on("request", (request) => asked.push(request));
  await page.context().setOffline(true);
  await read(page);
  assert.equal(asked.filter((request) => request.postData() !== null).length, 0);
});

real("names of one thing are one entity", WIDE, async ({ page }) => {
  await read(page);
  const marks = (await paragraphs(page)).flatMap(({ marks }) => marks);
  /** The entities of all marks by name or adjective whose text fits. */
  const entitiesOf = (pattern) => {
    const fitting = marks.filter((m) => /name|adjective/.test(m.kind) && pattern.test(m.text));
    return [...new Set(fitting.map(({ entity }) => entity))];
  };
  for (const [pattern, entity] of [
    [/^(US|U\.S\.|USG|United States|USA|America)$/, "united-states"],
    [/^(Russia|Russian)$/, "russia"],
    [/^Russians$/, "russians"],
    [/Kerry$/, "john-kerry"],
  ]) {
    assert.deepEqual(entitiesOf(pattern), [entity], `${pattern}`);
  }
  for (const pattern of [/^ISIS$/i, /^neo-?\s?con(s|servatives?)?$/i]) {
    assert.equal(entitiesOf(pattern).length, 1, `${pattern}`);
  }
});

real("marks lie where their words are and say the same everywhere", WIDE, async ({ page }) => {
  await read(page);
  const all = await paragraphs(page);
  assert.ok(all.every(({ marks }) => marks.length > 0), "every paragraph names somebody");
  const entities = new Map();
  for (const { id, marks } of all) {
    for (const mark of marks) {
      assert.match(mark.text, /^\S(.*\S)?$/s, id);
      if (mark.kind !== "name") continue;
      const known = entities.get(mark.text) ?? mark.entity;
      assert.equal(mark.entity, known, `${id}: "${mark.text}" is one entity`);
      entities.set(mark.text, known);
    }
  }
});

for (const [name, profile] of Object.entries({
  wide: WIDE,
  "wide-dark": { ...WIDE, colorScheme: "dark" },
  phone: PHONE,
  "phone-dark": { ...PHONE, colorScheme: "dark" },
})) {
  real(`it is accessible and looks as it should: ${name}`, profile, async ({ page }) => {
    await read(page);
    await screenshot(page, `real-${name}`);
    await screenshot(page, `real-${name}-whole`, { fullPage: true });
    await expectAccessible(page);
  });
}
