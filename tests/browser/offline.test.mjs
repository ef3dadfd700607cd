// After the first visit the page needs no network, and a new version replaces it as a whole.
import { strict as assert } from "node:assert";
import { test } from "node:test";

import { expectText, kept, paste } from "./stage/reader.mjs";
import { ready, scene } from "./stage/scene.mjs";
import { copyOfBuild, publish } from "./stage/version.mjs";

/** Has the browser look for a new version, and waits for what becomes of it. */
const update = (page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.update();
    const worker = registration.installing;
    if (!worker) return registration.waiting?.state ?? "none";
    return new Promise((resolve) => {
      worker.addEventListener("statechange", () => resolve(worker.state), { once: true });
    });
  });

const versions = (page) => page.evaluate(() => caches.keys());
const nameOf = (page) => page.getAttribute("html", "class");
// The page chooses its language itself: what tells the versions apart is a class.
const asNext = (html) => html.replace("<html ", `<html class="next" `);

scene("it reloads and reads with the server stopped", { own: true }, async ({ page, server }) => {
  await kept(page);
  await server.stop();
  await page.reload();
  await ready(page);
});

scene("its address with a query works with the server stopped too", { own: true }, async (stage) => {
  const { page, server, address } = stage;
  await kept(page);
  await server.stop();
  await page.goto(`${address}?from=elsewhere`);
  await ready(page);
});

/** A scene on a copy of the build, into which new versions can be published. */
function published(name, options, act) {
  test(name, async (t) => {
    const folder = await copyOfBuild(t);
    await new Promise((resolve, reject) => {
      const whole = async (stage) => act({ ...stage, folder });
      scene("on its own copy", { ...options, own: true, folder }, whole).then(resolve, reject);
    });
  });
}

published("a new version takes over when the page is loaded again", {}, async (stage) => {
  const { page, folder } = stage;
  await kept(page);
  const version = await publish(folder, "index.html", asNext);
  assert.equal(await update(page), "installed");
  assert.equal(await nameOf(page), null);
  await page.reload();
  await page.waitForSelector("html.next[data-ready]", { state: "attached" });
  await page.waitForFunction(async () => (await caches.keys()).length === 1);
  assert.deepEqual(await versions(page), [`stancelight ${version}`]);
});

published("a new version waits while another page is open", {}, async ({ page, visit, folder }) => {
  await kept(page);
  const other = await visit();
  await publish(folder, "index.html", asNext);
  assert.equal(await update(page), "installed");
  await page.reload();
  await ready(page);
  assert.equal(await nameOf(page), null);
  await other.close();
  await page.reload();
  await page.waitForSelector("html.next[data-ready]", { state: "attached" });
});

const half = { expected: [/not the file of this version/] };
published("a version with a wrong file is not taken", half, async ({ page, folder, server }) => {
  await kept(page);
  await publish(folder, "worker.js", (script) => `${script}\n`, { damaged: true });
  assert.equal(await update(page), "redundant");
  await server.stop();
  await page.reload();
  await ready(page);
});

scene("a text is pasted and read with the server stopped", { own: true }, async ({ page, server }) => {
  await kept(page);
  await server.stop();
  await page.reload();
  await ready(page);
  await paste(page, "Mayor Ada Thorne praised the Harbour Trust of Elmsworth.");
  await expectText(page, "Elmsworth");
  await page.locator("mark", { hasText: "Thorne" }).waitFor();
});
