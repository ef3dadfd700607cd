// Texts at addresses elsewhere, in Firefox, over real connections: to a site of the test's own.
import { strict as assert } from "node:assert";

import { click, eventually, expectText, named, paragraphs } from "./stage/reader.mjs";
import { scene } from "./stage/scene.mjs";

const SITE = "https://texts.example";
const THREADS = "https://hn.algolia.com";
const OPTIONS = { reaches: [SITE, THREADS, "https://other.example"] };
const TEXT = `The bridge at Elmsworth

Mayor Ada Thorne told reporters that the Harbour Trust had asked for it.

I think the Harbour Trust is a disgrace, and Thorne knows it!`;
const OPEN = { "access-control-allow-origin": "*" };

/** The page asks, and the reader says yes. */
async function follow(page, fragment) {
  await page.evaluate((to) => (location.hash = to), fragment);
  await named(page, "dialog", "Fetch this text from another site?");
  await click(page, "Fetch it");
}

const expectNotice = (page, sentence) =>
  eventually(async () => {
    const said = await page.$$eval('[aria-label="Notices"]', (all) => all.map((each) => each.innerText).join(" "));
    assert.match(said, sentence);
  });

scene("Firefox: a text at an address opens after a yes, and nothing is sent", OPTIONS, async ({ page, world }) => {
  world.respond = (_, response) => {
    response.writeHead(200, { ...OPEN, "content-type": "text/plain; charset=utf-8", "set-cookie": "a=b; SameSite=None; Secure" });
    response.end(TEXT);
  };
  await page.evaluate((to) => (location.hash = to), `#/opened?q=disgrace&src=${SITE}/news/bridge.txt?x=1`);
  await named(page, "dialog", "Fetch this text from another site?");
  assert.deepEqual(world.asked, [], "nothing is asked before the yes");
  await click(page, "Fetch it");
  await expectText(page, "disgrace");
  assert.equal(world.asked.length, 1);
  const [{ method, url, headers }] = world.asked;
  assert.deepEqual([method, url, headers.host], ["GET", "/news/bridge.txt?x=1", "texts.example"]);
  assert.deepEqual([headers.cookie, headers.referer], [undefined, undefined]);
  await eventually(() => assert.match(page.url(), /q=disgrace.*&src=https:/));
  await page.reload();
  await expectText(page, "disgrace");
  assert.equal(world.asked.length, 1, "a reload asks nobody");
});

scene("Firefox: a thread of Hacker News opens by its number", OPTIONS, async ({ page, world }) => {
  const comment = { id: 78, type: "comment", author: "bob", text: "I think Norway is a disgrace.", created_at_i: 1714561200, parent_id: 77, children: [] };
  const thread = { id: 77, type: "story", author: "ann", title: "The bridge", text: "<p>Norway built it.", created_at_i: 1714557600, children: [comment] };
  world.respond = (_, response) => {
    response.writeHead(200, { ...OPEN, "content-type": "application/json" });
    response.end(JSON.stringify(thread));
  };
  await follow(page, "#/?hn=77");
  await expectText(page, "disgrace");
  assert.deepEqual(world.asked.map(({ headers, url }) => headers.host + url), ["hn.algolia.com/api/v1/items/77"]);
  assert.equal((await paragraphs(page)).filter((p) => p.section === "comments").length, 1);
});

for (const [what, respond, sentence] of [
  ["an endless answer", (_, response) => {
    // Without a length: what comes is counted as it comes.
    response.writeHead(200, { ...OPEN, "content-type": "text/plain" });
    const more = () => {
      while (!response.destroyed && response.write("a".repeat(1 << 16)));
      if (!response.destroyed) response.once("drain", more);
    };
    more();
  }, /more than 16 MB/],
  ["an answer that does not end", (_, response) => {
    response.writeHead(200, { ...OPEN, "content-type": "text/plain" });
    response.write("The bridge");
  }, /took longer than 20 seconds/],
  ["no answer", () => {}, /took longer than 20 seconds/],
  ["a way to another host", (_, response) => {
    response.writeHead(302, { ...OPEN, location: "https://other.example/" }).end();
  }, /sends on to another one/],
  ["a picture", (_, response) => {
    response.writeHead(200, { ...OPEN, "content-type": "image/png" }).end("x");
  }, /no text but .image\/png/],
  ["a length that is too long", (_, response) => {
    response.writeHead(200, { ...OPEN, "content-type": "text/plain", "content-length": String(1 << 30) });
    response.write("x");
  }, /more than 16 MB/],
  ["a site that lets no other page read", (_, response) => {
    response.writeHead(200, { "content-type": "text/plain" }).end(TEXT);
  }, /Nothing came from texts\.example/],
]) {
  scene(`Firefox: ${what} gets a sentence`, OPTIONS, async ({ page, world }) => {
    world.respond = respond;
    const before = await paragraphs(page);
    await follow(page, `#/?src=${SITE}/bridge.txt`);
    const end = Date.now() + 40_000;
    for (;;) {
      try {
        await expectNotice(page, sentence);
        break;
      } catch (error) {
        if (Date.now() > end) throw error;
      }
    }
    assert.deepEqual(await paragraphs(page), before, "what was open stays open");
    assert.ok(world.asked.every(({ headers }) => headers.host === "texts.example"));
  });
}
