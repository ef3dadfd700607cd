// What the page says of a text, held against what the command says of it, for tests of both tiers.
import { strict as assert } from "node:assert";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** An article with comments, in our own words. */
export const TEXT = `The new harbour

Mayor Ada Thorne praised the Harbour Trust on Monday. "The Trust has done what France only promised," she said.

Critics in Germany say that Thorne has lied about the costs, and that Russia paid for the cranes.

Ivo Berg, who led the Trust until June, called the mayor brave.

I think that Ada Thorne is wonderful, and Ivo Berg should thank her.

Nonsense. Berg is a disgrace, and what Russia did to the harbour was shameful!

NATO has nothing to do with it.`;

/** What the command writes with some options. */
export async function native(given) {
  const folder = await mkdtemp(join(tmpdir(), "stancelight-"));
  try {
    const file = join(folder, "pasted.txt");
    await writeFile(file, TEXT);
    const program = process.env.STANCELIGHT;
    const [command, ...first] = program ? [program] : ["cargo", "run", "-qrp", "cli", "--"];
    const options = ["analyze", file, "--format", "json", ...given];
    const { stdout } = await promisify(execFile)(command, [...first, ...options], { cwd: ROOT });
    return JSON.parse(stdout);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What the page writes. */
export async function exported(page) {
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Save what was found" });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: /^Stancelight JSON/ }).click(),
  ]);
  return JSON.parse(await readFile(await download.path(), "utf8"));
}

/** The same, but for so much in numbers that are no counts. */
export function expectSame(found, expected, tolerance, at = "") {
  if (typeof expected === "number" && !Number.isInteger(expected)) {
    assert.ok(Math.abs(found - expected) <= tolerance, `${at}: ${found} and not ${expected}`);
  } else if (expected && typeof expected === "object") {
    assert.deepEqual(Object.keys(found ?? {}), Object.keys(expected), at);
    for (const key of Object.keys(expected)) expectSame(found[key], expected[key], tolerance, `${at}.${key}`);
  } else if (typeof found === "number" && typeof expected === "number") {
    assert.ok(Math.abs(found - expected) <= tolerance, `${at}: ${found} and not ${expected}`);
  } else {
    assert.equal(found, expected, at);
  }
}
