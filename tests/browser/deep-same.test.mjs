// The deep reader in the browser says what the same reader says natively, in all of a file that is
// exported, with the weights that ship. STANCELIGHT may name the command; else cargo builds it.
import { strict as assert } from "node:assert";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { deepScene, done, says, WEIGHTS } from "./stage/deep.mjs";
import { expectText, paste } from "./stage/reader.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/**
 * What numbers may differ by: SIMD adds up in another order here than there, and where that turns the
 * rounding of a value to eight bits, a later sum changes by a little more than its last digits.
 */
const TOLERANCE = 0.05;

const TEXT = `The new harbour

Mayor Ada Thorne praised the Harbour Trust on Monday. "The Trust has done what France only promised," she said.

Critics in Germany say that Thorne has lied about the costs, and that Russia paid for the cranes.

Ivo Berg, who led the Trust until June, called the mayor brave.

I think that Ada Thorne is wonderful, and Ivo Berg should thank her.

Nonsense. Berg is a disgrace, and what Russia did to the harbour was shameful!

NATO has nothing to do with it.`;

/** What the command writes. */
async function native(weights) {
  const folder = await mkdtemp(join(tmpdir(), "stancelight-"));
  try {
    const file = join(folder, "pasted.txt");
    await writeFile(file, TEXT);
    const program = process.env.STANCELIGHT;
    const [command, ...first] = program ? [program] : ["cargo", "run", "-qrp", "cli", "--"];
    const options = ["analyze", file, "--format", "json", "--tier", "deep", "--deep-model", weights];
    const { stdout } = await promisify(execFile)(command, [...first, ...options], { cwd: ROOT });
    return JSON.parse(stdout);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What the page writes. */
async function exported(page) {
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Save what was found" });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: /^Stancelight JSON/ }).click(),
  ]);
  return JSON.parse(await readFile(await download.path(), "utf8"));
}

/** The same, but for the last digits of numbers that are no counts. */
function expectSame(found, expected, at = "") {
  if (typeof expected === "number" && !Number.isInteger(expected)) {
    assert.ok(Math.abs(found - expected) <= TOLERANCE, `${at}: ${found} and not ${expected}`);
  } else if (expected && typeof expected === "object") {
    assert.deepEqual(Object.keys(found ?? {}), Object.keys(expected), at);
    for (const key of Object.keys(expected)) expectSame(found[key], expected[key], `${at}.${key}`);
  } else if (typeof found === "number" && typeof expected === "number") {
    assert.ok(Math.abs(found - expected) <= TOLERANCE, `${at}: ${found} and not ${expected}`);
  } else {
    assert.equal(found, expected, at);
  }
}

deepScene("the page reads as the command does", { folder: undefined }, async ({ page, t }) => {
  await paste(page, TEXT);
  await expectText(page, "nothing to do with it");
  await says(page, /^all \d+ passages read$/);
  await done(page);
  const [ours, theirs] = [await exported(page), await native(WEIGHTS)];
  assert.equal(ours.stamp.tier, "deep");
  assert.ok(ours.mentions.length > 8 && ours.stances.length > 8, "there is something to compare");
  t.diagnostic(`${ours.mentions.length} mentions, ${ours.opinions.length} opinions`);
  expectSame(ours, theirs);
});
