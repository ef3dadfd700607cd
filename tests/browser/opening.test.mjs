// Texts come from the page's own folder, the clipboard, files and drops; what is no text does no harm.
import { strict as assert } from "node:assert";

import {
  eventually,
  expectNotice,
  expectText,
  openDialog,
  paragraphs,
  paste,
} from "./stage/reader.mjs";
import { scene } from "./stage/scene.mjs";

const REPORT = `The town council of Elmsworth voted on Tuesday to close the old bridge, officials said.

Mayor Ada Thorne told reporters that the Harbour Trust had asked for it.

I think the Harbour Trust is a disgrace, and Thorne knows it! Who pays for this?`;

const texts = async (page) => (await paragraphs(page)).map(({ text }) => text);

/** Drops a file on the page, as the browser does it. */
async function drop(page, name, type, bytes) {
  const data = await page.evaluateHandle(
    ([name, type, bytes]) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(bytes)], name, { type }));
      return data;
    },
    [name, type, [...bytes]],
  );
  for (const event of ["dragover", "drop"]) {
    await page.dispatchEvent("main", event, { dataTransfer: data });
  }
}

scene("the first bundled text is open at once, the others one dialog away", async ({ page }) => {
  assert.equal(await page.getAttribute("html", "data-ready"), "quick");
  assert.match(await page.getByRole("heading", { level: 1 }).innerText(), /Kerry/);
  const dialog = await openDialog(page);
  const bundled = dialog.getByRole("list").getByRole("button");
  assert.ok((await bundled.count()) >= 3);
  const title = await bundled.nth(1).innerText();
  await bundled.nth(1).click();
  await dialog.waitFor({ state: "hidden" });
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  await page.waitForFunction((title) => document.title.startsWith(title), title);
});

scene("a pasted text is read where it is", async ({ page }) => {
  const sent = [];
  page.on("request", (request) => {
    if (request.postData() !== null || /elmsworth|\?/i.test(request.url())) sent.push(request.url());
  });
  await page.context().setOffline(true);
  await paste(page, REPORT);
  await expectText(page, "Elmsworth");
  assert.deepEqual(await texts(page), REPORT.split("\n\n"));
  assert.deepEqual(sent, [], "nothing is sent");
  assert.match(page.url(), /#\/opened/);
});

scene("what looks like HTML in a text is text, and nothing in it runs", async ({ page }) => {
  await page.evaluate(() => {
    window.alert = () => (window.ran = true);
  });
  const hostile = `Ada Thorne wrote <img src=x onerror=alert(1)> to the council of Elmsworth.

<script>alert(2)</script> is what Thorne calls wit. "><svg onload=alert(3)>`;
  await paste(page, hostile);
  await expectText(page, "Elmsworth");
  const inside = page.getByRole("main").locator("img, script, svg[onload], iframe");
  assert.equal(await inside.count(), 0);
  assert.equal(await page.evaluate(() => "ran" in window), false);
});

scene("a page's source is read as an article without its tags and scripts", async ({ page }) => {
  const source = `<!doctype html><html><head><title>The bridge</title></head><body>
    <article><h1>The bridge</h1><p>Mayor Ada Thorne praised the <b>Harbour Trust</b>.</p>
    <script>window.ran = true</script><p>The Trust thanked her &amp; left.</p></article></body></html>`;
  await paste(page, source);
  await expectText(page, "Mayor Ada Thorne praised");
  const whole = (await texts(page)).join("\n");
  assert.match(whole, /Mayor Ada Thorne praised the Harbour Trust\.\n[^]*thanked her & left\./);
  assert.doesNotMatch(whole, /<|window\.ran/);
  assert.equal(await page.evaluate(() => "ran" in window), false);
});

for (const [name, mimeType, content] of [
  ["bridge.md", "text/markdown", "# The bridge\n\nMayor Ada Thorne praised the **Harbour Trust**.\n"],
  ["bridge.html", "text/html", "<h1>The bridge</h1><p>Mayor Ada Thorne praised the <i>Harbour Trust</i>.</p>"],
  ["bridge.txt", "text/plain", "\ufeffMayor Ada Thorne praised the Harbour Trust.\r\n"],
]) {
  scene(`a file is chosen: ${name}`, async ({ page }) => {
    const dialog = await openDialog(page);
    const file = { name, mimeType, buffer: Buffer.from(content) };
    await dialog.getByLabel("Choose a file").setInputFiles(file);
    await expectText(page, "Mayor Ada Thorne praised the Harbour Trust.");
    await dialog.waitFor({ state: "hidden" });
  });
}

scene("a file is dropped", async ({ page }) => {
  await drop(page, "bridge.txt", "text/plain", Buffer.from(REPORT));
  await expectText(page, "Elmsworth");
  assert.deepEqual(await texts(page), REPORT.split("\n\n"));
});

for (const [name, bytes, sentence] of [
  ["picture.png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13], /not a text file/],
  ["empty.txt", [], /no text in this/],
  ["blank.txt", [32, 10, 10, 9], /no text in this/],
]) {
  scene(`what is no text gets a sentence: ${name}`, async ({ page }) => {
    const before = await texts(page);
    await drop(page, name, "", bytes);
    await expectNotice(page, sentence);
    assert.deepEqual(await texts(page), before, "what was open stays open");
    assert.match(page.url(), /#\/d\/kerry-russia/);
    await page.getByRole("button", { name: "Dismiss" }).click();
    const notices = page.getByRole("status", { name: "Notices" });
    await eventually(async () => assert.equal(await notices.getByRole("listitem").count(), 0));
  });
}

scene("a file beyond the limit gets a sentence with the limit", async ({ page }) => {
  const before = await texts(page);
  const data = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(17 * 1024 * 1024).fill(97)], "novel.txt"));
    return data;
  });
  await page.dispatchEvent("main", "drop", { dataTransfer: data });
  await expectNotice(page, /novel\.txt.* has 17 MB; at most 16 MB/);
  assert.deepEqual(await texts(page), before, "what was open stays open");
});
