// Files that go out: every format, of the whole and of what the filters show; what comes in again.
import { strict as assert } from "node:assert";
import { readFile } from "node:fs/promises";

import { expectAccessible } from "./stage/accessible.mjs";
import { expectText, openDialog, paragraphs, paste } from "./stage/reader.mjs";
import { scene } from "./stage/scene.mjs";

const TEXT = `The bridge

France helps, Mayor Ada Thorne said.

I think that Russia is a disgrace!

No, Russia is a great country and I support Russia.`;

async function openExport(page) {
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Save what was found" });
  await dialog.waitFor();
  return dialog;
}

/** Saves a file; gives its name and its bytes. */
async function save(page, dialog, format) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: new RegExp(`^${format}`) }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

const json = ({ bytes }) => JSON.parse(bytes.toString("utf8"));
const marks = (page) =>
  page.locator("mark").evaluateAll((marks) =>
    marks.map((mark) => [mark.textContent, mark.dataset.entity, mark.dataset.stance, mark.closest("p").id]),
  );

scene("every format is saved with what it should hold", async ({ page }) => {
  await paste(page, TEXT);
  await expectText(page, "disgrace");
  const dialog = await openExport(page);
  await expectAccessible(page);
  const all = {};
  for (const format of [
    "Stancelight JSON", "Opinions", "Stances", "W3C Web Annotation", "brat", "CoNLL-U", "Amazon Comprehend", "displaCy", "Report",
  ]) {
    all[format] = await save(page, dialog, format);
  }
  const ours = json(all["Stancelight JSON"]);
  assert.equal(all["Stancelight JSON"].name, "the-bridge.stancelight.json");
  assert.equal(ours.text, TEXT);
  const letters = [...TEXT];
  for (const { start, end, text } of ours.mentions) assert.equal(letters.slice(start, end).join(""), text);
  assert.ok(ours.mentions.length >= 4 && ours.opinions.length >= 1, "it found something");
  const opinions = all.Opinions.bytes.toString("utf8").trimEnd().split("\r\n");
  assert.equal(opinions.length, 1 + ours.opinions.length);
  const stances = all.Stances.bytes.toString("utf8").trimEnd().split("\r\n");
  assert.equal(stances.length, 1 + ours.stances.length);
  const annotations = json(all["W3C Web Annotation"]);
  assert.equal(annotations.total, ours.mentions.length + ours.opinions.length);
  const brat = all.brat.bytes;
  assert.equal(brat.subarray(0, 4).toString("latin1"), "PK\x03\x04");
  for (const inside of ["the-bridge.txt", "the-bridge.ann", "annotation.conf", TEXT]) {
    assert.ok(brat.includes(Buffer.from(inside)), inside);
  }
  assert.match(all["CoNLL-U"].bytes.toString("utf8"), /^# newdoc id = \w+\n[^]*Russia\t[^]*Entity=/);
  assert.ok(json(all["Amazon Comprehend"]).Entities.length >= 2);
  const drawn = json(all.displaCy);
  assert.equal(drawn.text, TEXT);
  assert.ok(drawn.ents.some(({ start, end }) => drawn.text.slice(start, end) === "Russia"));
  assert.match(all.Report.bytes.toString("utf8"), /^# The bridge\n/);
});

scene("matrix and network are saved as drawings and as pictures", { fragment: "#/d/kerry-russia" }, async ({ page }) => {
  const dialog = await openExport(page);
  for (const [drawing, picture, name] of [
    ["Matrix \\(SVG", "Matrix as a picture", "matrix"],
    ["Network \\(SVG", "Network as a picture", "network"],
  ]) {
    const svg = await save(page, dialog, drawing);
    assert.ok(svg.name.endsWith(`.${name}.svg`), svg.name);
    const seen = await page.evaluate((text) => {
      const drawn = new DOMParser().parseFromString(text, "image/svg+xml");
      const root = drawn.documentElement;
      return {
        root: root.localName,
        title: root.querySelector("title")?.textContent,
        size: [root.getAttribute("width"), root.getAttribute("height")].map(Number),
        stances: new Set([...root.querySelectorAll("[data-stance]")].map((e) => e.dataset.stance)).size,
        outside: root.querySelectorAll("image, use, script, style, a, foreignObject").length,
      };
    }, svg.bytes.toString("utf8"));
    assert.equal(seen.root, "svg");
    assert.match(seen.title, /Kerry/);
    assert.ok(seen.stances >= 2, "both sides are drawn");
    assert.equal(seen.outside, 0);
    const png = await save(page, dialog, picture);
    assert.ok(png.name.endsWith(`.${name}.png`), png.name);
    assert.equal(png.bytes.subarray(1, 4).toString("latin1"), "PNG");
    const size = [png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)];
    assert.deepEqual(size, seen.size.map((side) => 2 * side));
    await dialog.getByRole("status").getByText(/\.png.* is written/).waitFor();
  }
});

const REFUSED = { serviceWorkers: "block", expected: [/Failed to load resource/, /worker/i] };

scene("where the files program does not come, the dialog says so", REFUSED, async ({ page }) => {
  await page.route(/\/files(_loader)?\.js$/, (route) => route.abort());
  const dialog = await openExport(page);
  await dialog.getByRole("button", { name: /^Report/ }).click();
  await dialog.getByRole("status").getByText(/could not be loaded/).waitFor();
});

scene("what the filters show is saved with the text whole", async ({ page }) => {
  await paste(page, TEXT);
  await expectText(page, "disgrace");
  await page.getByRole("searchbox").or(page.getByLabel("Words in the paragraph")).first().fill("disgrace");
  const dialog = await openExport(page);
  await dialog.getByLabel(/^What the filters show \(1 of 4 paragraphs\)/).check();
  const saved = await save(page, dialog, "Stancelight JSON");
  assert.equal(saved.name, "the-bridge-filtered.stancelight.json");
  const { text, mentions, entities, stances, opinions } = json(saved);
  assert.equal(text, TEXT);
  const places = new Set([...mentions, ...stances, ...opinions].map(({ paragraph }) => paragraph));
  assert.deepEqual([...places], ["p3"]);
  assert.deepEqual(entities.map(({ name }) => name), ["Russia"]);
});

scene("Stancelight JSON opened again gives the same page", async ({ page, visit }) => {
  const dialog = await openExport(page);
  const { name, bytes } = await save(page, dialog, "Stancelight JSON");
  const other = await visit();
  const open = await openDialog(other);
  await open.getByLabel("Choose a file").setInputFiles({ name, mimeType: "", buffer: bytes });
  await open.waitFor({ state: "hidden" });
  await other.waitForFunction(() => location.hash.startsWith("#/opened"));
  await other.waitForSelector("main[aria-busy=false]");
  assert.deepEqual(await paragraphs(other), await paragraphs(page));
  assert.deepEqual(await marks(other), await marks(page));
  assert.equal(await other.title(), await page.title());
  const second = await save(other, await openExport(other), "Stancelight JSON");
  assert.ok(second.bytes.equals(bytes), "and is written again to the byte");
});
