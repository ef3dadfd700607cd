// What is opened stays in the browser: searched, renamed, deleted, exported and taken in again; two
// pages add to each other. That nothing is lost of what was said to be saved is in crash.test.mjs.
import { strict as assert } from "node:assert";
import { readFile } from "node:fs/promises";

import { expectAccessible } from "./stage/accessible.mjs";
import { quickOnly } from "./stage/quick.mjs";
import {
  corrections,
  eventually,
  expectNotice,
  expectText,
  marksOf,
  meant,
  openDialog,
  paste,
  saved,
} from "./stage/reader.mjs";
import { ready, scene } from "./stage/scene.mjs";
import { screenshot } from "./stage/screenshot.mjs";

const BRIDGE = `# The bridge at Elmsworth

Mayor Ellen Marsh wants to close the old bridge. Peter Vale says that Marsh is a liar \u{1f600}.

Comments

anna: Marsh is right, and Vale is a fool.
`;
const FERRY = "# The ferry of Nan Holt\n\nNan Holt rows the ferry. Everybody admires Nan Holt.";

const marks = (page, words) => page.locator("mark").filter({ hasText: words });
const library = (page) =>
  page.getByRole("dialog", { name: "Open a discussion" }).getByRole("list", { name: "Your library" });
const entry = (page, title) => library(page).getByRole("button", { name: title, exact: true });

scene("what was opened is there after a reload, with corrections and view", async ({ page }) => {
  await paste(page, BRIDGE);
  await expectText(page, "Elmsworth");
  await meant(page, marks(page, "Marsh").first(), "Ellen Marsh OBE");
  await page.getByLabel("Words in the paragraph").fill("marsh");
  await saved(page);
  const before = await marksOf(page);
  await page.reload();
  await ready(page);
  await expectText(page, "Elmsworth");
  await eventually(async () => assert.deepEqual(await marksOf(page), before));
  assert.equal(await page.getByLabel("Words in the paragraph").inputValue(), "marsh");
  await page.keyboard.press("Control+z");
  await corrections(page).getByText(/Taken back/).waitFor();
  await saved(page);
  // What was undone before a reload can be done again after it.
  const undone = await marksOf(page);
  await page.reload();
  await ready(page);
  await expectText(page, "Elmsworth");
  await eventually(async () => assert.deepEqual(await marksOf(page), undone));
  await page.keyboard.press("Control+Shift+z");
  await eventually(async () => assert.deepEqual(await marksOf(page), before));
  await saved(page);
});

scene("the list is searched, renamed and cleared", async ({ page }) => {
  await paste(page, BRIDGE);
  await expectText(page, "Elmsworth");
  await paste(page, FERRY);
  await expectText(page, "ferry");
  const dialog = await openDialog(page);
  await entry(page, "The ferry of Nan Holt").waitFor();
  await expectAccessible(page);
  await screenshot(page, "library");
  await dialog.getByText(/keeps \d+ kB/).waitFor();
  await dialog.getByLabel("Search your library").fill("BRIDGE");
  await eventually(async () => assert.equal(await library(page).getByRole("listitem").count(), 1));
  await dialog.getByRole("button", { name: "Rename: The bridge at Elmsworth" }).click();
  await dialog.getByLabel("New title").fill("My bridge");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Keep" }).click();
  await entry(page, "My bridge").click();
  await expectText(page, "Elmsworth");
  await openDialog(page);
  await entry(page, "My bridge").waitFor();
  await dialog.getByLabel("Search your library").fill("");
  await dialog.getByRole("button", { name: "Delete: My bridge" }).click();
  await dialog.getByText(/^Delete .My bridge. with all its corrections\?/).waitFor();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Do not delete: My bridge" }).click();
  await entry(page, "My bridge").waitFor();
  await dialog.getByRole("button", { name: "Delete: My bridge" }).click();
  await dialog.getByRole("button", { name: "Delete for good: My bridge" }).click();
  await eventually(async () => assert.equal(await entry(page, "My bridge").count(), 0));
});

scene("two pages on one text add to each other", async ({ page, visit }) => {
  const other = await visit("#/d/kerry-russia");
  await meant(page, marks(page, "Russia").first(), "The Federation");
  await corrections(other).getByText("1 correction").waitFor();
  await meant(other, marks(other, "Kerry").first(), "Mr Kerry");
  await corrections(page).getByText("2 corrections").waitFor();
  await Promise.all([saved(page), saved(other)]);
  assert.deepEqual(await marksOf(page), await marksOf(other));
  await other.keyboard.press("Control+z");
  await corrections(page).getByText("1 correction").waitFor();
});

scene("everything goes into one file and comes back", async ({ page, browser, address }) => {
  await paste(page, BRIDGE);
  await expectText(page, "Elmsworth");
  await meant(page, marks(page, "Marsh").first(), "Ellen Marsh OBE");
  await saved(page);
  const before = await marksOf(page);
  await paste(page, FERRY);
  await expectText(page, "ferry");
  let dialog = await openDialog(page);
  await entry(page, "The ferry of Nan Holt").waitFor();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: "Export everything as one file" }).click(),
  ]);
  assert.match(file.suggestedFilename(), /\.stancelight\.json$/);
  const bytes = await readFile(await file.path());

  const elsewhere = await browser.newContext();
  await elsewhere.addInitScript(quickOnly);
  try {
    const other = await elsewhere.newPage();
    await other.goto(address);
    await ready(other);
    dialog = await openDialog(other);
    const chooser = { name: "all.json", mimeType: "application/json", buffer: bytes };
    await dialog.getByLabel("Choose a file").setInputFiles(chooser);
    await expectNotice(other, /3 texts came into your library/);
    await entry(other, "The bridge at Elmsworth").click();
    await expectText(other, "Elmsworth");
    await eventually(async () => assert.deepEqual(await marksOf(other), before));
    dialog = await openDialog(other);
    await entry(other, "The ferry of Nan Holt").waitFor();
    const [second] = await Promise.all([
      other.waitForEvent("download"),
      dialog.getByRole("button", { name: "Export everything as one file" }).click(),
    ]);
    const texts = (bytes) =>
      JSON.parse(bytes).texts.map(({ time, view, ...rest }) => rest).sort((a, b) => (a.key < b.key ? -1 : 1));
    assert.deepEqual(texts(await readFile(await second.path())), texts(bytes), "without loss");
  } finally {
    await elsewhere.close();
  }
});

scene("where nothing can be kept it is said, the session goes on, and a file is offered", async ({ context, address, page: first }) => {
  await first.close();
  const page = await context.newPage();
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("refused", "SecurityError");
    };
  });
  await page.goto(address);
  await ready(page);
  await expectNotice(page, /does not let the page keep anything/);
  await meant(page, marks(page, "Russia").first(), "The Federation");
  await corrections(page).getByText("Not saved yet").waitFor();
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Share this view" });
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: /as a file/ }).click(),
  ]);
  const saved = JSON.parse(await readFile(await file.path(), "utf8"));
  assert.equal(saved.texts[0].corrections.length, 1);
});

scene("where the storage is full, what is open stays and can be saved as a file", async ({ context, address, page: first }) => {
  await first.close();
  const page = await context.newPage();
  // Reading goes on as ever; whatever is to be written does not fit.
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
    };
  });
  await page.goto(address);
  await ready(page);
  await expectNotice(page, /does not let the page keep anything|full/);
  await meant(page, marks(page, "Russia").first(), "The Federation");
  await corrections(page).getByText("Not saved yet").waitFor();
  await paste(page, BRIDGE);
  await expectText(page, "Elmsworth");
  await meant(page, marks(page, "Marsh").first(), "Ellen Marsh OBE");
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("dialog", { name: "Share this view" }).getByRole("button", { name: /as a file/ }).click(),
  ]);
  const [saved] = JSON.parse(await readFile(await file.path(), "utf8")).texts;
  assert.equal(saved.corrections.length, 1);
});

for (const [what, bytes] of [
  ["a damaged file", '{"stancelight-library":1,"texts":[{"key":1'],
  ["a file of a later version", '{"stancelight-library":9,"texts":[]}'],
  ["a file with other things in it", '{"stancelight-library":1,"texts":[{"key":"x","corrections":[]}]}'],
]) {
  scene(`${what} is refused in a sentence`, async ({ page }) => {
    const dialog = await openDialog(page);
    const buffer = Buffer.from(bytes);
    await dialog.getByLabel("Choose a file").setInputFiles({ name: "a.json", mimeType: "application/json", buffer });
    await expectNotice(page, /damaged or of a later version/);
  });
}
