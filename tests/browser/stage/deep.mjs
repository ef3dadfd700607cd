// The deep reading in tests: a build with a tiny reader, whose weights are random and which is done
// in no time, and what is seen of it on the page.
import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";

import { scene } from "./scene.mjs";
import { publish } from "./version.mjs";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
/** The weights of the tiny reader. */
const TINY = join(ROOT, "crates/deep/tests/tiny.bin");
/** The build's own weights, which come from here. */
export const WEIGHTS = join(ROOT, "models/deep.bin");

const OFFER = / data-deep="([^ "]+) ([^ "]+) [^"]*"/;
const built = await readFile(join(ROOT, "dist/index.html"), "utf8");

/** Why there is nothing to test; false where there is. */
export const skip = !OFFER.test(built) && "this build has no deep reader: there is no models/deep.bin";

/** A copy of the build with the tiny reader; it goes away with the tests. */
async function withTinyReader() {
  const folder = await mkdtemp(join(tmpdir(), "stancelight-"));
  after(() => rm(folder, { recursive: true }));
  await cp(join(ROOT, "dist"), folder, { recursive: true });
  for (const file of await readdir(join(folder, "models"))) {
    if (file.startsWith("deep-")) await rm(join(folder, "models", file));
  }
  const weights = await readFile(TINY);
  const hash = createHash("sha256").update(weights).digest("hex");
  const name = `models/deep-${hash.slice(0, 16)}.bin`;
  await writeFile(join(folder, name), weights);
  const offer = ` data-deep="$1 $2 ${name} ${weights.length} ${hash}"`;
  await publish(folder, "index.html", (html) => html.replace(OFFER, offer));
  return folder;
}

const folder = skip ? undefined : await withTinyReader();

/** A scene of the tiny reader, in which the deep reading is not switched off. */
export const deepScene = (name, options, act) =>
  act
    ? scene(name, { deep: true, skip, own: true, folder, ...options }, act)
    : deepScene(name, {}, options);

/** How long a text may take on a machine with much else to do, in milliseconds. */
export const PATIENCE = { timeout: 60_000 };

/** The line that says how far it has come. */
export const line = (page) => page.getByRole("group", { name: "Deep reading" });

/** Waits for what the line says. */
export const says = (page, what) => line(page).getByText(what).first().waitFor(PATIENCE);

/** The switch. */
export const toggle = (page) => line(page).getByRole("switch", { name: "Deep reading" });

/** Waits until all is read. */
export const done = (page) =>
  page.waitForSelector("html[data-ready=deep]", { state: "attached", ...PATIENCE });

/** The tiers that judged the marks of a page. */
export const tiers = (page) =>
  page.$$eval("mark", (marks) => [...new Set(marks.map((mark) => mark.dataset.tier))]);

/** Has the reader of a profile wait before each batch, so that what happens meanwhile is seen. */
export const slowly = (milliseconds) => (context) =>
  context.route("**/deep-*.js", async (route) => {
    const script = await (await route.fetch()).text();
    const slower = `const later = setTimeout;
      self.setTimeout = (act) => later(act, ${milliseconds});\n`;
    await route.fulfill({ contentType: "text/javascript", body: slower + script });
  });
