// Files of other programs: told by their content, with columns chosen, packed, several at once.
import { strict as assert } from "node:assert";

import { expectAccessible } from "./stage/accessible.mjs";
import { eventually, expectNotice, expectText, kept, openDialog, paragraphs } from "./stage/reader.mjs";
import { scene } from "./stage/scene.mjs";
import { zip } from "./stage/zip.mjs";

const file = (name, content) => ({
  name,
  mimeType: "",
  buffer: Buffer.isBuffer(content) ? content : Buffer.from(content),
});

async function choose(page, ...files) {
  const dialog = await openDialog(page);
  await dialog.getByLabel("Choose a file").setInputFiles(files);
  await dialog.waitFor({ state: "hidden" });
}

const comment = (id, parent, author, body, replies = "") => ({
  kind: "t1",
  data: { id, name: `t1_${id}`, parent_id: parent, author, body, created_utc: 1700000000, replies },
});
const listing = (children) => ({ kind: "Listing", data: { children } });
const REDDIT = JSON.stringify([
  listing([
    {
      kind: "t3",
      data: {
        id: "abc",
        name: "t3_abc",
        title: "Ferry to stop",
        author: "harbour",
        selftext: "Mayor Ada Thorne closes the ferry.",
        created_utc: 1699990000,
        permalink: "/r/elmsworth/comments/abc/",
      },
    },
  ]),
  listing([
    comment("c1", "t3_abc", "ann", "Thorne is a disgrace!", listing([
      comment("c2", "t1_c1", "bob", "I support Ada Thorne."),
    ])),
    { kind: "t1", data: "broken" },
  ]),
]);

scene("a Reddit thread with authors and times; what is broken is counted", async ({ page }) => {
  await choose(page, file("thread.json", REDDIT));
  await expectText(page, "I support Ada Thorne.");
  await page.getByRole("heading", { level: 1, name: "Ferry to stop" }).waitFor();
  const comments = page.locator("p[data-section=comments]");
  assert.equal(await comments.count(), 2);
  await page.getByText(/^ann · 2023-11-14/).waitFor();
  await expectNotice(page, /1 record is broken and left out/);
});

const POSTS = "nick;stamp;what was said\nann;2024-01-02;The mayor Ada Thorne is wrong.\nbob;2024-01-03;No, Thorne is right!\n";

scene("a table is read with the columns that are chosen", async ({ page }) => {
  await choose(page, file("posts.csv", POSTS));
  const dialog = page.getByRole("dialog", { name: "What do the columns hold?" });
  await dialog.waitFor();
  await dialog.getByRole("cell", { name: "No, Thorne is right!" }).waitFor();
  await expectAccessible(page);
  await dialog.getByLabel("Author").selectOption("nick");
  await dialog.getByLabel("Time").selectOption("stamp");
  await dialog.getByLabel("Text of the post").selectOption("what was said");
  await dialog.getByRole("button", { name: "Read this table" }).click();
  await dialog.waitFor({ state: "hidden" });
  await expectText(page, "No, Thorne is right!");
  await page.getByText("bob · 2024-01-03").waitFor();
});

scene("a table that is not read leaves the page as it was", async ({ page }) => {
  const before = await paragraphs(page);
  await choose(page, file("posts.jsonl", '{"user":"ann","body":"One."}\n{"user":"bob","body":"Two."}\n'));
  const dialog = page.getByRole("dialog", { name: "What do the columns hold?" });
  await dialog.waitFor();
  assert.equal(await dialog.getByLabel("Text of the post").inputValue(), "1");
  await dialog.getByRole("button", { name: "Close" }).click();
  await dialog.waitFor({ state: "hidden" });
  assert.deepEqual(await paragraphs(page), before);
});

scene("an archive and several files at once give a choice", async ({ page }) => {
  const archive = zip({ "a.txt": "Mayor Ada Thorne resigned.", "sub/b.md": "# Second\n\nThorne stays.\n\n## Comments\n\n**Ann:** Good." });
  await choose(page, file("all.zip", archive), file("c.png", "\0"));
  await page.getByRole("heading", { level: 1, name: "Second" }).waitFor();
  await expectNotice(page, /1 more discussion was found/);
  await expectNotice(page, /c\.png.* was left out/);
  const dialog = await openDialog(page);
  await dialog.getByRole("button", { name: /^A · 1 post$/ }).click();
  await expectText(page, "Mayor Ada Thorne resigned.");
});

for (const [name, content, text] of [
  ["hn.json", JSON.stringify({ id: 1, type: "story", title: "Ferry", author: "x", created_at: "2024-01-02T03:04:05Z", text: "Ada Thorne spoke.", children: [{ id: 2, type: "comment", author: "ann", text: "<p>Thorne is wrong.", parent_id: 1, created_at: "2024-01-02T04:04:05Z", children: [] }] }), "Thorne is wrong."],
  ["feed.xml", '<?xml version="1.0"?><rss version="2.0"><channel><title>Ferry</title><item><title>By Ann</title><description>Ada Thorne resigned.</description></item></channel></rss>', "Ada Thorne resigned."],
]) {
  scene(`it is told by its content: ${name}`, async ({ page }) => {
    await choose(page, file("download", content));
    await expectText(page, text);
  });
}

const REFUSED = { serviceWorkers: "block", expected: [/Failed to load resource/, /worker/i] };

scene("where the files program does not come, a sentence says so", REFUSED, async (stage) => {
  const { page } = stage;
  const before = await paragraphs(page);
  await page.route(/\/files(_loader)?\.js$/, (route) => route.abort());
  await choose(page, file("thread.json", REDDIT));
  await expectNotice(page, /knows other files could not be loaded/);
  assert.deepEqual(await paragraphs(page), before, "what was open stays open");
  await page.unroute(/\/files(_loader)?\.js$/);
  await choose(page, file("thread.json", REDDIT));
  await expectText(page, "I support Ada Thorne.");
});

scene("the same where no worker can be started", REFUSED, async ({ page, context }) => {
  const other = await context.newPage();
  await other.addInitScript(() => {
    window.Worker = class {
      constructor() {
        throw new Error("refused");
      }
    };
  });
  await other.goto(page.url());
  await choose(other, file("thread.json", REDDIT));
  await expectText(other, "I support Ada Thorne.");
});

scene("the files program is fetched when a file needs it, and kept", { own: true }, async (stage) => {
  const { page, server } = stage;
  const programs = () => page.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => /\/files/.test(name)).length);
  assert.equal(await programs(), 0);
  await kept(page);
  await server.stop();
  await page.reload();
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  await choose(page, file("thread.json", REDDIT));
  await expectText(page, "I support Ada Thorne.");
  await eventually(async () => assert.equal(await page.locator("p[data-section=comments]").count(), 2));
});
