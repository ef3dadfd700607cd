// The quick reading in the browser is the quick reading natively: all that a file holds, for a text
// with an article and comments. STANCELIGHT may name the command; else cargo builds it.
import { strict as assert } from "node:assert";

import { expectText, paste } from "./stage/reader.mjs";
import { exported, expectSame, native, TEXT } from "./stage/same.mjs";
import { scene } from "./stage/scene.mjs";

/** The last digits of a sum. */
const TOLERANCE = 1e-3;

scene("the page reads as the command does", async ({ page }) => {
  await paste(page, TEXT);
  await expectText(page, "nothing to do with it");
  const [ours, theirs] = [await exported(page), await native(["--tier", "quick"])];
  assert.equal(ours.stamp.tier, "quick");
  assert.ok(theirs.opinions.length > 8, "there is something to compare");
  expectSame(ours, theirs, TOLERANCE);
});
