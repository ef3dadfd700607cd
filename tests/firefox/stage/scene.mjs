// A test in Firefox: a fresh profile, the page open, and no complaint at the end.
import { strict as assert } from "node:assert";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { quickOnly } from "../../browser/stage/quick.mjs";
import { startServer } from "../../browser/stage/server.mjs";
import { startWorld } from "./elsewhere.mjs";
import { launchFirefox } from "./firefox.mjs";

/** How long the page may take for anything, in milliseconds. */
const PATIENCE = 30_000;

let browser;
let server;
let downloads;
/** A world and the browser that reaches it, for the tests that ask for one. */
let outside;

before(async () => {
  downloads = await mkdtemp(join(tmpdir(), "stancelight-"));
  // One after the other: what was started is ended whatever fails.
  server = await startServer();
  browser = await launchFirefox(downloads);
});

after(async () => {
  await browser?.close();
  await outside?.used?.close();
  await outside?.world?.stop();
  await server?.stop();
  await rm(downloads, { recursive: true, force: true });
});

async function goOutside() {
  const world = await startWorld();
  return { world, used: world && (await launchFirefox(downloads, world.port)) };
}

/** Waits until a result is on the page. */
export const ready = (page) => page.waitForSelector("html[data-ready]");

/**
 * One test. `act` gets `page` (open and ready), `address`, `server` (one of its own with the
 * option `own`, which it may stop), the folder of `downloads`, and `elsewhere(address)`, which
 * opens an address in another fresh profile. With the option `reaches`, hosts that the test lets the
 * page ask, `act` gets a `world` in which every host answers as the test says.
 */
export function scene(name, { fragment = "", own = false, viewport, reaches }, act) {
  return test(name, async (t) => {
    if (reaches) outside ??= await goOutside();
    if (reaches && !outside.world) return t.skip("there is no openssl to make a certificate with");
    const { world, used } = reaches ? outside : { used: browser };
    if (world) {
      world.hosts = reaches.map((origin) => new URL(origin).host);
      world.asked.length = 0;
    }
    const served = own ? await startServer() : server;
    const contexts = [];
    const complaints = [];
    const elsewhere = async (address) => {
      const context = await used.createBrowserContext();
      contexts.push(context);
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE);
      await setViewport(page, viewport);
      collectComplaints(page, new URL(address), complaints, reaches);
      await page.evaluateOnNewDocument(quickOnly);
      await page.goto(address);
      await ready(page);
      return page;
    };
    try {
      const { address } = served;
      const page = await elsewhere(address + fragment);
      await act({ page, elsewhere, address, server: served, downloads, world, t });
      assert.deepEqual(complaints, [], "the page did what no page may do");
    } finally {
      for (const context of contexts) await context.close();
      if (own) await served.stop();
    }
  });
}

/** Sets the size of the window; Firefox before 144 knows no orientation and says so. */
async function setViewport(page, viewport = { width: 1280, height: 800 }) {
  await page.setViewport(viewport).catch((error) => {
    if (!/unknown command emulation\.setScreenOrientationOverride/.test(error.message)) throw error;
  });
  await page.waitForFunction((width) => innerWidth === width, {}, viewport.width);
}

/** What no page of ours may do: errors, and requests to other hosts. */
function collectComplaints(page, { origin }, complaints, reaches = []) {
  page.on("request", (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol.startsWith("http") && asked !== origin && !reaches.includes(asked)) {
      complaints.push(`request to another origin: ${request.url()}`);
    }
  });
  page.on("console", (message) => {
    // Firefox reports an answer that it withholds from the page, which is what is tested then.
    if (message.type() === "error" && !reaches.length) complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`page error: ${error}`));
}
