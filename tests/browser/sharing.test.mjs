// The dialog that shares: what each kind of link contains, how long it is, and that it opens the
// same elsewhere; what a damaged, hostile or endless one does.
import { strict as assert } from "node:assert";
import { deflateRawSync } from "node:zlib";

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
} from "./stage/reader.mjs";
import { ready, scene } from "./stage/scene.mjs";
import { screenshot } from "./stage/screenshot.mjs";

const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };
const TEXT = `# The bridge at Elmsworth

Mayor Ellen Marsh wants to close the old bridge. Peter Vale says that Marsh is a liar \u{1f600}.

## Comments

anna: Marsh is right, and Vale is a fool.
`;

const marks = (page, words) => page.locator("mark").filter({ hasText: words });
const pack = (text) => `1${deflateRawSync(Buffer.from(text)).toString("base64url")}`;

async function share(page) {
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Share this view" });
  await dialog.waitFor();
  return dialog;
}

/** The link of a kind. */
async function linkOf(page, kind) {
  const dialog = await share(page);
  await dialog.getByLabel(kind, { exact: true }).check();
  const field = dialog.getByRole("textbox", { name: "The link" });
  await field.waitFor();
  await eventually(async () => {
    const length = await dialog.getByText(/\d+ characters: /).innerText();
    assert.equal(Number(/\d+/.exec(length)[0]), (await field.inputValue()).length);
  });
  const link = await field.inputValue();
  await dialog.getByRole("button", { name: "Close" }).click();
  return link;
}

/** Opens a link in a profile of its own. */
async function elsewhere(browser, link, act) {
  const context = await browser.newContext();
  await context.addInitScript(quickOnly);
  try {
    const page = await context.newPage();
    await page.goto(link);
    await act(page);
  } finally {
    await context.close();
  }
}

/** An own text with corrections and a filter. */
async function prepare(page) {
  await paste(page, TEXT);
  await expectText(page, "Elmsworth");
  await meant(page, marks(page, "Marsh").first(), "Ellen Marsh OBE");
  await page.getByLabel("Words in the paragraph").fill("marsh");
}

scene("a link with everything opens the same in another profile", CLIPBOARD, async ({ page, browser }) => {
  await prepare(page);
  const before = await marksOf(page);
  const dialog = await share(page);
  await dialog.getByLabel("The view, the corrections and the text").check();
  const contents = dialog.getByRole("list", { name: "What the link contains" });
  assert.match(await contents.innerText(), /1 correction\n.*the text “The bridge at Elmsworth”/);
  await dialog.getByRole("button", { name: "Copy" }).click();
  await dialog.getByText("The link is in your clipboard.").waitFor();
  await dialog.getByText(/short enough for everything/).waitFor();
  await expectAccessible(page);
  await screenshot(page, "share-dialog");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await elsewhere(browser, link, async (other) => {
    await ready(other);
    await expectText(other, "Elmsworth");
    await eventually(async () => assert.deepEqual(await marksOf(other), before));
    assert.equal(await other.getByLabel("Words in the paragraph").inputValue(), "marsh");
    assert.match(other.url(), /#\/opened\?q=marsh&h=[0-9a-f]{16}$/, "the cargo is unloaded");
    await other.reload();
    await ready(other);
    await eventually(async () => assert.deepEqual(await marksOf(other), before));
  });
});

scene("a link without the text waits for a copy of it, and says if it differs", async ({ page, browser }) => {
  await prepare(page);
  const before = await marksOf(page);
  const link = await linkOf(page, "The view and the corrections, without the text");
  await elsewhere(browser, link, async (other) => {
    await expectNotice(other, /the text itself is not in the link/);
    await paste(other, TEXT);
    await eventually(async () => assert.deepEqual(await marksOf(other), before));
    assert.equal(await other.getByRole("status", { name: "Notices" }).innerText(), "");
  });
  await elsewhere(browser, link, async (other) => {
    await expectNotice(other, /the text itself is not in the link/);
    await paste(other, TEXT.replace("Mayor", "A line more.\n\nThe mayor"));
    await expectNotice(other, /not exactly the one that the link was made for/);
    await corrections(other).getByText("1 correction").waitFor();
    await other.getByRole("region", { name: "Overview" }).getByText("Ellen Marsh OBE", { exact: true }).waitFor();
  });
});

scene("corrections of a bundled text go with the link, and stand beside one's own", async ({ page, browser }) => {
  await meant(page, marks(page, "Russia").first(), "The Federation");
  const before = await marksOf(page);
  const link = await linkOf(page, "The view and the corrections, without the text");
  assert.match(link, /#\/d\/kerry-russia\?c=1/);
  await elsewhere(browser, link, async (other) => {
    await ready(other);
    await eventually(async () => assert.deepEqual(await marksOf(other), before));
  });
  await elsewhere(browser, link.split("?")[0], async (other) => {
    await ready(other);
    await meant(other, marks(other, "Kerry").first(), "Mr Kerry");
    const mine = await marksOf(other);
    await other.goto(link);
    await expectNotice(other, /by somebody else/);
    await eventually(async () => assert.deepEqual(await marksOf(other), before));
    await corrections(other).getByText(/You agree with the other reader on .*kappa [01]\.\d\d/).waitFor();
    const reading = other.getByRole("group", { name: "Reading shown" });
    await reading.getByRole("button", { name: "mine" }).click();
    await eventually(async () => assert.deepEqual(await marksOf(other), mine));
    await corrections(other).getByRole("button", { name: /^1 correction/ }).click();
    const list = other.getByRole("dialog", { name: "Corrections" });
    await list.getByRole("button", { name: /^Take over: Russia is called/ }).click();
    await expectAccessible(other);
    assert.equal(await list.getByRole("button", { name: /^Take back/ }).count(), 2);
  });
});

scene("what is too long for a link is offered as a file, which opens again", async ({ page, browser, address }) => {
  let seed = 1;
  const word = () => {
    seed = (seed * 48271) % 2147483647;
    return seed.toString(36);
  };
  const long = Array.from({ length: 12_000 }, word).join(" ");
  await paste(page, `# Noise at Elmsworth\n\nEllen Marsh spoke. ${long}`);
  await expectText(page, "Ellen Marsh");
  const dialog = await share(page);
  await dialog.getByLabel("The view, the corrections and the text").check();
  await dialog.getByText(/too much for a link/).waitFor();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: /as a file/ }).click(),
  ]);
  const path = await file.path();
  await elsewhere(browser, address, async (other) => {
    await ready(other);
    const open = await openDialog(other);
    await open.getByLabel("Choose a file").setInputFiles(path);
    await expectText(other, "Ellen Marsh spoke");
  });
});

scene("the title follows the view", async ({ page }) => {
  const title = await page.title();
  await page.getByLabel("Words in the paragraph").fill("talks");
  await eventually(async () => assert.match(await page.title(), /talks.* – Stancelight$/));
  await page.getByRole("button", { name: "Clear filters" }).click();
  await eventually(async () => assert.equal(await page.title(), title));
});

scene("the system's own way of sharing is offered where there is one", async ({ page, context, address }) => {
  assert.ok(page);
  const other = await context.newPage();
  await other.addInitScript(() => {
    navigator.share = async (data) => {
      window.shared = data;
    };
  });
  await other.goto(address);
  await ready(other);
  const dialog = await share(other);
  await dialog.getByRole("button", { name: "Share by" }).click();
  await other.waitForFunction(() => window.shared?.url.includes("#/d/kerry-russia"));
});

const bomb = pack("x".repeat(20 * 1024 * 1024));
for (const [name, fragment, sentence] of [
  ["a bomb", `#/opened?t=${bomb}`, /text in the link is damaged or too large/],
  ["a bomb of corrections", `#/d/kerry-russia?c=${bomb}`, /corrections in the link are damaged/],
  ["a cut link", `#/opened?t=${pack(TEXT).slice(0, 89)}`, /text in the link is damaged/],
  ["noise", "#/d/kerry-russia?c=1_____w", /corrections in the link are damaged/],
  ["letters that are none", "#/d/kerry-russia?c=1%C3%A4", /was not understood/],
  ["a later packing", "#/d/kerry-russia?c=2AAAA", /newer version/],
  ["an enormous link", `#/opened?t=1${"A".repeat(200_000)}`, /too long/],
]) {
  scene(`${name} opens what it can and says the rest, soon`, async ({ address, context }) => {
    const page = await context.newPage();
    const begun = Date.now();
    await page.goto(address + fragment);
    await expectNotice(page, sentence);
    assert.ok(Date.now() - begun < 8_000);
  });
}

scene("corrections that do not fit and those of later versions are listed", async ({ address, context }) => {
  const lines = [
    "type\tnobody-here\tNobody Here\tperson",
    "unmark\tno such words\t7\t\t\there\trussia\tRussia",
    "later\tx",
    "name\trussia\tRussia\t<b>Russia</b>",
  ];
  const page = await context.newPage();
  await page.goto(`${address}#/d/kerry-russia?c=${pack(lines.join("\n"))}`);
  await ready(page);
  await corrections(page).getByRole("button", { name: "4 corrections, 2 do not fit" }).click();
  const list = page.getByRole("dialog", { name: "Corrections" });
  await list.getByText("Nobody is called “Nobody Here” here.").waitFor();
  await list.getByText("These words are not in the text any more.").waitFor();
  await list.getByText("A correction of a later version").waitFor();
  await screenshot(page, "corrections-misfits");
  await page.getByRole("region", { name: "Overview" }).getByText("<b>Russia</b>", { exact: true }).waitFor();
});
