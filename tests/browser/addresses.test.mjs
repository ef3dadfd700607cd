// Texts at addresses elsewhere: asked for only after the reader's yes, with nothing but the address.
import { strict as assert } from "node:assert";

import { expectAccessible } from "./stage/accessible.mjs";
import { eventually, expectNotice, expectText, openDialog, paragraphs, paste } from "./stage/reader.mjs";
import { ready, scene } from "./stage/scene.mjs";
import { screenshot } from "./stage/screenshot.mjs";

const SITE = "https://texts.example";
const THREADS = "https://hn.algolia.com";
const TEXT = `The bridge at Elmsworth

Mayor Ada Thorne told reporters that the Harbour Trust had asked for it.

I think the Harbour Trust is a disgrace, and Thorne knows it!`;
const SETUP = { others: [SITE, THREADS], expected: [/Failed to load resource/, /CORS policy/] };

/** Has a site answer; gives what it was asked. */
async function answer(context, what, site = SITE) {
  const asked = [];
  await context.route(`${site}/**`, async (route) => {
    asked.push(route.request());
    if (!what) return route.abort();
    const headers = { "access-control-allow-origin": "*", ...what.headers };
    return route.fulfill({ status: 200, contentType: "text/plain", ...what, headers });
  });
  return asked;
}

const question = (page) => page.getByRole("dialog", { name: "Fetch this text from another site?" });

async function follow(context, address, fragment) {
  const page = await context.newPage();
  await page.goto(address + fragment);
  await question(page).waitFor();
  return page;
}

const yes = (page) => question(page).getByRole("button", { name: "Fetch it", exact: true }).click();

scene("a link to a text elsewhere asks first, then opens its view", SETUP, async ({ context, address }) => {
  const asked = await answer(context, { body: TEXT });
  await context.addCookies([{ name: "a", value: "b", url: SITE, sameSite: "None", secure: true }]);
  const page = await follow(context, address, `#/opened?q=disgrace&src=${SITE}/news/bridge.txt?x=1`);
  await question(page).getByText("texts.example", { exact: true }).waitFor();
  await question(page).getByText(`${SITE}/news/bridge.txt?x=1`, { exact: true }).waitFor();
  await expectAccessible(page);
  await screenshot(page, "address");
  assert.equal(asked.length, 0, "nothing is asked before the yes");
  await yes(page);
  await ready(page);
  await expectText(page, "disgrace");
  assert.equal(asked.length, 1);
  assert.equal(asked[0].method(), "GET");
  assert.equal(asked[0].postData(), null);
  const headers = await asked[0].allHeaders();
  assert.deepEqual([headers.cookie, headers.referer], [undefined, undefined]);
  assert.equal(await page.getByLabel("Words in the paragraph").inputValue(), "disgrace");
  await page.waitForFunction(() => /&h=[0-9a-f]{16}&src=https:/.test(location.hash));

  // The link can be passed on: it says where the text is.
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const sharing = page.getByRole("dialog", { name: "Share this view" });
  await sharing.getByText(/the address of the text at texts\.example/).waitFor();
  await page.keyboard.press("Escape");

  // A mark leads to its sentence there.
  await page.locator("mark").filter({ hasText: "Harbour Trust" }).last().click();
  const way = page.getByRole("link", { name: "Show in the original" });
  const there = await way.getAttribute("href");
  assert.match(there, /^https:\/\/texts\.example\/news\/bridge\.txt\?x=1#:~:text=I%20think%20the%20Harbour,/);
  assert.match(await way.getAttribute("rel"), /noopener/);

  // What was opened is kept: a reload asks nobody.
  await page.reload();
  await ready(page);
  await expectText(page, "disgrace");
  assert.equal(asked.length, 1);
});

scene("a query that names an address is a link, too", SETUP, async ({ context, address }) => {
  await answer(context, { body: TEXT });
  const page = await follow(context, address, `?src=${SITE}/bridge.txt`);
  await yes(page);
  await expectText(page, "disgrace");
  await page.waitForFunction(() => location.search === "" && location.hash.includes("src="));
});

scene("without a yes nothing is asked, and a copy is shown as the link says", SETUP, async ({ context, address }) => {
  const asked = await answer(context, { body: TEXT });
  const page = await follow(context, address, `#/?q=disgrace&src=${SITE}/bridge.txt`);
  await question(page).getByRole("button", { name: "Do not fetch it" }).click();
  await expectNotice(page, /Nothing was asked of texts\.example/);
  await paste(page, TEXT);
  await expectText(page, "disgrace");
  assert.equal(await page.getByLabel("Words in the paragraph").inputValue(), "disgrace");
  assert.equal(asked.length, 0);
});

scene("an address is opened by hand, a page as a page", SETUP, async ({ context, page }) => {
  const body = "<!doctype html><title>The bridge</title><article><h1>The bridge</h1><p>Mayor Ada Thorne praised <b>Norway</b>.</p></article>";
  await answer(context, { body, contentType: "text/html" });
  const dialog = await openDialog(page);
  await dialog.getByLabel("From an address").fill(`${SITE}/bridge`);
  await dialog.getByRole("button", { name: "Open the address" }).click();
  await yes(page);
  await expectText(page, "Mayor Ada Thorne praised Norway.");
  await page.getByRole("heading", { level: 1, name: "The bridge" }).waitFor();
});

scene("a thread of Hacker News opens by its number", SETUP, async ({ context, address }) => {
  const thread = {
    id: 77, type: "story", author: "ann", title: "The bridge", text: "<p>Norway built it.", created_at: "2024-05-01T10:00:00.000Z", created_at_i: 1714557600, parent_id: null,
    children: [{ id: 78, type: "comment", author: "bob", text: "I think Norway is a disgrace.", created_at: "2024-05-01T11:00:00.000Z", created_at_i: 1714561200, parent_id: 77, children: [] }],
  };
  const asked = await answer(context, { body: JSON.stringify(thread), contentType: "application/json" }, THREADS);
  const page = await follow(context, address, "#/?hn=77");
  await question(page).getByText("hn.algolia.com", { exact: true }).waitFor();
  await yes(page);
  await expectText(page, "disgrace");
  assert.deepEqual(asked.map((request) => request.url()), [`${THREADS}/api/v1/items/77`]);
  await page.waitForFunction(() => location.hash.endsWith("&hn=77"));
  assert.equal((await paragraphs(page)).filter((p) => p.section === "comments").length, 1);
});

for (const [what, given, sentence] of [
  ["an answer that is none", { status: 404, body: "gone" }, /texts\.example answered with the number 404/],
  ["a picture", { body: "GIF89a", contentType: "image/gif" }, /no text but .image\/gif/],
  ["too much", { body: "a".repeat(17 * 1024 * 1024) }, /more than 16 MB/],
  ["another address", { status: 302, headers: { location: "https://other.example/" } }, /sends on to another one/],
  ["no connection", null, /Nothing came from texts\.example/],
  ["a site that lets no other page read", { body: TEXT, headers: { "access-control-allow-origin": "https://x.example" } }, /Nothing came from texts\.example/],
  ["an empty text", { body: " \n" }, /no text in this/],
]) {
  scene(`${what} gets a sentence`, SETUP, async ({ context, page }) => {
    await answer(context, given);
    const before = await paragraphs(page);
    await page.evaluate((to) => (location.hash = to), `#/?src=${SITE}/bridge.txt`);
    await yes(page);
    await expectNotice(page, sentence);
    assert.deepEqual(await paragraphs(page), before, "what was open stays open");
  });
}

scene("what is no address is not asked for", async ({ page }) => {
  for (const wrong of ["http://a.example/", "https://good.example@bad.example/", "javascript:alert(1)"]) {
    await page.evaluate((to) => (location.hash = to), `#/?src=${encodeURIComponent(wrong)}`);
    await expectNotice(page, /was not understood/);
    await eventually(async () => assert.equal(await question(page).isVisible(), false));
  }
});
