// The page as one file: saved by the page, opened from the disk, without a network.
import { strict as assert } from "node:assert";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { collectComplaints } from "./stage/complaints.mjs";
import { corrections, eventually, expectText, marksOf, meant, paragraphs, paste, saved } from "./stage/reader.mjs";
import { ready, scene } from "./stage/scene.mjs";

const TEXT = `France helps, Mayor Ada Thorne said.

I think that Russia is a disgrace!

No, France is a great country.`;

async function openExport(page) {
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Save what was found" });
  await dialog.waitFor();
  return dialog;
}

/** Saves the page as one file in a folder that goes away with the test; gives its address. */
async function saveAsOneFile(page, t) {
  const dialog = await openExport(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: /^This page as one file/ }).click(),
  ]);
  const folder = await mkdtemp(join(tmpdir(), "stancelight-"));
  t.after(() => rm(folder, { recursive: true }));
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  await dialog.getByRole("status").getByText(/is written/).waitFor();
  t.diagnostic(`${((await stat(path)).size / 1e6).toFixed(2)} MB`);
  await dialog.getByRole("button", { name: "Close" }).click();
  return pathToFileURL(path).href;
}

/** Opens a file from the disk in a fresh profile without a network. */
async function openFromDisk(browser, address, act) {
  const context = await browser.newContext();
  await context.setOffline(true);
  const complaints = collectComplaints(context, "null");
  const page = await context.newPage();
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(address);
  await ready(page);
  await act(page);
  const others = asked.filter((url) => !url.startsWith(address) && !/^(blob|data):/.test(url));
  assert.deepEqual(others, [], "it asks for nothing");
  assert.deepEqual(complaints, []);
  await context.close();
}

scene("it opens from the disk as it was, and filters", async ({ page, browser, t }) => {
  await paste(page, TEXT);
  await expectText(page, "disgrace");
  await page.getByLabel("Words in the paragraph").fill("disgrace");
  await page.waitForFunction(() => location.hash.includes("disgrace"));
  const expected = await paragraphs(page);
  const address = await saveAsOneFile(page, t);
  await openFromDisk(browser, address, async (file) => {
    assert.deepEqual(await paragraphs(file), expected);
    const policy = await file.getAttribute("meta[http-equiv]", "content");
    assert.doesNotMatch(policy, /unsafe-inline|script-src[^;]*'self'|https?:/);
    await file.getByLabel("Words in the paragraph").fill("great");
    await file.waitForFunction(() => !document.getElementById("p3").matches("[data-dimmed], [hidden]"));
    assert.ok(await file.locator("p#p2").evaluate((p) => p.matches("[data-dimmed], [hidden]")));
    await paste(file, "# Another\n\nMayor Ada **Thorne** [praised](https://x.example) Elmsworth.");
    await expectText(file, "Mayor Ada Thorne praised Elmsworth.");
  });
});

scene("it carries the reader's corrections", async ({ page, browser, t }) => {
  await paste(page, TEXT);
  await expectText(page, "disgrace");
  await meant(page, page.locator("mark").filter({ hasText: "Thorne" }).first(), "Ada Thorne OBE");
  await saved(page);
  const expected = await marksOf(page);
  assert.ok(expected.some(([, , , , , by]) => by === "reader"));
  const address = await saveAsOneFile(page, t);
  await openFromDisk(browser, address, async (file) => {
    await eventually(async () => assert.deepEqual(await marksOf(file), expected));
    await file.getByRole("region", { name: "Overview" }).getByText("Ada Thorne OBE").first().waitFor();
    await corrections(file).getByText("1 correction", { exact: true }).waitFor();
    await file.reload();
    await ready(file);
    await eventually(async () => assert.deepEqual(await marksOf(file), expected));
    // And passes them on.
    const again = await saveAsOneFile(file, t);
    await openFromDisk(browser, again, async (second) => {
      await eventually(async () => assert.deepEqual(await marksOf(second), expected));
    });
  });
});

scene("a page from the disk can be saved again", async ({ page, browser, t }) => {
  const expected = await paragraphs(page);
  const address = await saveAsOneFile(page, t);
  await openFromDisk(browser, address, async (file) => {
    assert.deepEqual(await paragraphs(file), expected);
    const again = await saveAsOneFile(file, t);
    await openFromDisk(browser, again, async (second) => {
      assert.deepEqual(await paragraphs(second), expected);
    });
  });
});
