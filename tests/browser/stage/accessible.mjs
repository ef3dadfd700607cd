// What axe finds to be in the way of people who use assistive technology.
import { strict as assert } from "node:assert";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const source = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Fails with the rules that are broken and where; the page keeps its security policy. `without`
 * names rules that say nothing here.
 */
export async function expectAccessible(page, { without = [] } = {}) {
  // Evaluated by the driver, which needs no permission of the page to run scripts.
  await page.evaluate(await source);
  const { violations } = await page.evaluate((off) => {
    const rules = Object.fromEntries(off.map((rule) => [rule, { enabled: false }]));
    return window.axe.run({ rules });
  }, without);
  const found = violations.map(({ id, help, nodes }) => {
    const where = nodes.map(({ target }) => target.join(" "));
    return `${id}: ${help}: ${where.join(", ")}`;
  });
  assert.deepEqual(found, []);
}
