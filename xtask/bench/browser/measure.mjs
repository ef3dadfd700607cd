// Measures: the engines take turns within each round, and rounds are compared by their ratios.
// Usage: node measure.mjs FOLDER; CHROMIUM, NATIVE (our program) and XTASK come from xtask.
import { spawn } from "node:child_process";
import { cp, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { build } from "esbuild";

import { processorClock } from "./processor.mjs";
import { launchChromium, startServer } from "./stage.mjs";
import { median, table } from "./table.mjs";

const SETS = [
  { name: "5-kB", rounds: 9, compromise: 50_000 },
  { name: "1-MB", rounds: 9, compromise: 50_000 },
  { name: "10-MB", rounds: 3, compromise: 50_000 },
];
const WINK = 1_000_000;

const folder = process.argv[2];
const site = join(folder, "site");

/** Our program, which answers a line of input with a line of output. */
function startNative() {
  const program = spawn(process.env.NATIVE, ["run", join(folder, "texts")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface(program.stdout)[Symbol.asyncIterator]();
  return {
    async run(name) {
      program.stdin.write(`${name}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error("the native program ended");
      return JSON.parse(value);
    },
    stop: () => program.stdin.end(),
  };
}

async function openPage(browser, address) {
  const page = await (await browser.newContext()).newPage();
  page.on("pageerror", (error) => console.error(error));
  page.setDefaultTimeout(0);
  await page.goto(`${address}`);
  await page.waitForFunction(() => globalThis.begin);
  return { page, load: await page.evaluate(() => begin()) };
}

const here = import.meta.dirname ?? new URL(".", import.meta.url).pathname;
await mkdir(site, { recursive: true });
await build({
  entryPoints: [join(here, "engines.js")],
  outfile: join(site, "engines.js"),
  bundle: true,
  format: "esm",
  external: ["./ours/bench.js"],
  logLevel: "error",
});
await cp(join(here, "index.html"), join(site, "index.html"));

const native = startNative();
const [browser, server] = await Promise.all([launchChromium(), startServer(site)]);
try {
  const results = [];
  const loads = [];
  for (const { name, rounds, compromise } of SETS) {
    // A fresh page each: memory that an earlier text took would hide what this one takes.
    const { page, load } = await openPage(browser, server.address);
    loads.push(load);
    const clock = await processorClock(browser, page);
    const measure = async (which, most) => {
      const before = await clock?.();
      const run = await page.evaluate((given) => measure(...given), [which, name, most]);
      return { ...run, cpu: clock && (await clock()) - before };
    };
    const found = [];
    // The first round only warms up, and shows how far the memory grows.
    for (let round = 0; round <= rounds; round += 1) {
      const turns = [
        ["native", () => native.run(name)],
        ["wasm", () => measure("ours")],
        ["wink", () => measure("wink", WINK)],
        ["compromise", () => measure("compromise", compromise)],
      ];
      // Whoever comes first in one round comes last in another.
      const shift = round % turns.length;
      const one = {};
      for (const [which, turn] of [...turns.slice(shift), ...turns.slice(0, shift)]) {
        one[which] = await turn();
      }
      if (one.native.digest !== one.wasm.digest) {
        throw new Error(`native and wasm do not find the same in ${name}`);
      }
      found.push(one);
      process.stderr.write(".");
    }
    const [first, ...counted] = found;
    results.push({ name, first, rounds: counted });
    await page.context().close();
  }
  process.stderr.write("\n");
  const load = { native: results[0].first.native.load, wasm: median(loads) };
  console.log(table(results, load));
} finally {
  native.stop();
  await browser.close();
  await server.stop();
}
