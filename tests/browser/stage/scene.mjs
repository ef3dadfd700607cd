// A test in a browser: a fresh profile, the page open, and no complaint at the end.
import { strict as assert } from "node:assert";
import { after, before, test } from "node:test";

import { launchChromium } from "./chromium.mjs";
import { collectComplaints } from "./complaints.mjs";
import { quickOnly } from "./quick.mjs";
import { startServer } from "./server.mjs";

/** How long the page may take for anything, in milliseconds. */
const PATIENCE = 15_000;

let browser;
let server;

before(async () => {
  [browser, server] = await Promise.all([launchChromium(), startServer()]);
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** Waits until a result is on the page. */
export const ready = (page) => page.waitForSelector("html[data-ready]", { state: "attached" });

/**
 * One test. `act` gets `page` (open and ready), `address`, and `visit(fragment)` for further pages
 * of the same profile.
 *
 * Options: `fragment` of the address; `expected`, patterns of complaints that belong to the test;
 * `others`, origins that the test itself lets the page ask; `deep` where the deep reading is not
 * switched off; `skip`, why the test cannot be run; `prepare`, what is done with the profile before
 * its first page is opened;
 * `own` for a server of its own, given to `act` as `server`, over `folder` if there is one; all
 * others go to the profile (viewport, colorScheme, permissions, reducedMotion, …).
 */
export function scene(name, options, act) {
  if (!act) return scene(name, {}, options);
  return test(name, { skip: options.skip }, async (t) => {
    const { fragment = "", expected = [], others = [], own = false, deep = false, folder, ...rest } =
      options;
    const { skip, prepare, ...profile } = rest;
    const served = own ? await startServer(folder) : server;
    const context = await browser.newContext(profile);
    context.setDefaultTimeout(PATIENCE);
    if (!deep) await context.addInitScript(quickOnly);
    await prepare?.(context);
    try {
      const complaints = collectComplaints(context, new URL(served.address).origin, others);
      const visit = async (fragment = "") => {
        const page = await context.newPage();
        await page.goto(served.address + fragment);
        await ready(page);
        return page;
      };
      const page = await visit(fragment);
      await act({ page, visit, context, browser, address: served.address, server: served, t });
      const wrong = complaints.filter((text) => !expected.some((pattern) => pattern.test(text)));
      assert.deepEqual(wrong, [], "the page did what no page may do");
    } finally {
      await context.close();
      if (own) await served.stop();
    }
  });
}
