// Builds that differ, made from the one in `dist/`.
import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const DIST = fileURLToPath(new URL("../../../dist", import.meta.url));

/** A copy of the build in a folder of its own, which goes away with the test. */
export async function copyOfBuild(t) {
  const folder = await mkdtemp(join(tmpdir(), "stancelight-"));
  t.after(() => rm(folder, { recursive: true }));
  await cp(DIST, folder, { recursive: true });
  return folder;
}

/** Publishes the next version over a build: `change` gets and gives the text of one file. */
export async function publish(folder, file, change, { damaged = false } = {}) {
  const text = change(await readFile(join(folder, file), "utf8"));
  await writeFile(join(folder, file), text);
  const script = await readFile(join(folder, "sw.js"), "utf8");
  const [, list, source] = /^const BUILD = (.*);\n([^]*)$/.exec(script);
  const build = JSON.parse(list);
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 32);
  build.files[file] = damaged ? hash.replace(/./g, "0") : hash;
  build.version = createHash("sha256").update(build.version).digest("hex").slice(0, 16);
  await writeFile(join(folder, "sw.js"), `const BUILD = ${JSON.stringify(build)};\n${source}`);
  return build.version;
}
