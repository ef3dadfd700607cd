// The deep reader in the browser says what the same reader says natively, in all of a file that is
// exported, with the weights that ship. STANCELIGHT may name the command; else cargo builds it.
import { strict as assert } from "node:assert";

import { deepScene, done, says, WEIGHTS } from "./stage/deep.mjs";
import { expectText, paste } from "./stage/reader.mjs";
import { exported, expectSame, native, TEXT } from "./stage/same.mjs";

/**
 * What numbers may differ by: SIMD adds up in another order here than there, and where that turns the
 * rounding of a value to eight bits, a later sum changes by more than its last digits (by up to 0.03
 * in a likelihood of this text).
 */
const TOLERANCE = 0.05;

deepScene("the page reads as the command does", { folder: undefined }, async ({ page, t }) => {
  await paste(page, TEXT);
  await expectText(page, "nothing to do with it");
  await says(page, /^all \d+ passages read$/);
  await done(page);
  const [ours, theirs] = [await exported(page), await native(["--tier", "deep", "--deep-model", WEIGHTS])];
  assert.equal(ours.stamp.tier, "deep");
  assert.ok(ours.mentions.length > 8 && ours.stances.length > 8, "there is something to compare");
  t.diagnostic(`${ours.mentions.length} mentions, ${ours.opinions.length} opinions`);
  expectSame(ours, theirs, TOLERANCE);
});
