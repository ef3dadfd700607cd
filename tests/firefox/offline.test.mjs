// Without a network in Firefox: the page after its first visit, and the page as one file.
import { strict as assert } from "node:assert";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { click, clickButton, eventually, expectText, kept, paragraphs, paste } from "./stage/reader.mjs";
import { ready, scene } from "./stage/scene.mjs";

scene("Firefox: it reloads and reads with the server stopped", { own: true }, async ({ page, server }) => {
  await kept(page);
  await server.stop();
  await page.reload();
  await ready(page);
  await paste(page, "Mayor Ada Thorne praised the Harbour Trust of Elmsworth.");
  await expectText(page, "Elmsworth");
});

scene("Firefox: the page as one file opens from the disk as it was", {}, async (stage) => {
  const { page, elsewhere, downloads } = stage;
  await paste(page, "I think that Russia is a disgrace!\n\nNo, France is a great country.");
  await expectText(page, "disgrace");
  const expected = await paragraphs(page);
  await click(page, "Export");
  await clickButton(page, "dialog[open]", /^This page as one file/);
  const name = await eventually(async () => {
    const files = await readdir(downloads);
    assert.deepEqual(files.map((file) => file.split(".").pop()), ["html"]);
    return files[0];
  });
  const address = pathToFileURL(join(downloads, name)).href;
  const file = await elsewhere(address);
  assert.deepEqual(await paragraphs(file), expected);
  await paste(file, "Mayor Ada Thorne praised the Harbour Trust of Elmsworth.");
  await expectText(file, "Elmsworth");
});
