// The page speaks the reader's language, and another one on request, with everything left in place.
import { strict as assert } from "node:assert";
import { deflateRawSync } from "node:zlib";

import { expectAccessible } from "./stage/accessible.mjs";
import { eventually, paragraphs } from "./stage/reader.mjs";
import { ready, scene } from "./stage/scene.mjs";
import { screenshot } from "./stage/screenshot.mjs";

const PHONE = { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true };
const STILL = { reducedMotion: "reduce" };
const button = (page, name) => page.getByRole("button", { name, exact: true });
const language = (page) => page.getAttribute("html", "lang");

/** Chooses a language in the help. */
async function choose(page, help, name) {
  await button(page, help).click();
  await page.getByRole("dialog").getByRole("combobox").selectOption({ label: name });
}

const expectGerman = (page) =>
  eventually(async () => {
    assert.equal(await language(page), "de");
    for (const name of ["Öffnen", "Link kopieren", "Teilen", "Hilfe", "Lesen", "Konkordanz"]) {
      assert.ok((await button(page, name).count()) > 0, name);
    }
  });

/** The controls whose words do not fit into them. */
const cutOff = (page) =>
  page.$$eval("button, select, label, h2, h3, .kicker", (all) =>
    all
      .filter((e) => e.checkVisibility() && !e.closest(".unseen"))
      .filter((e) => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0)
      .filter((e) => getComputedStyle(e).overflowX !== "visible")
      .map((e) => e.textContent),
  );
const overflow = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

scene("German is chosen, changes nothing else, and is kept", STILL, async ({ page }) => {
  assert.equal(await language(page), "en");
  await page.getByLabel("Words in the paragraph").fill("the");
  await page.waitForFunction(() => location.hash.includes("q=the"));
  const [before, link] = [await paragraphs(page), page.url()];
  await choose(page, "Help", "Deutsch");
  await page.getByRole("heading", { name: "So lesen Sie diese Seite" }).waitFor();
  await screenshot(page, "german-help");
  await expectAccessible(page);
  await page.getByRole("dialog").getByRole("button", { name: "Schließen" }).click();
  await expectGerman(page);
  await screenshot(page, "german");
  await expectAccessible(page);
  assert.deepEqual(await paragraphs(page), before);
  assert.equal(page.url(), link);
  assert.equal(await page.getByLabel("Wörter im Absatz").inputValue(), "the");
  await page.reload();
  await ready(page);
  await expectGerman(page);
  assert.deepEqual(await paragraphs(page), before);
  await choose(page, "Hilfe", "English");
  await page.getByRole("heading", { name: "How to read this page" }).waitFor();
  assert.equal(await language(page), "en");
});

scene("the browser's language is taken", { locale: "de-AT", ...STILL }, async ({ page }) => {
  await expectGerman(page);
  await page.locator("mark[data-stance=critical]").first().click();
  const why = page.getByRole("region", { name: "Warum?" });
  await why.getByText(/Beurteilt durch das schnelle Lesen/).waitFor();
  assert.doesNotMatch(await why.innerText(), /[\u0001-\u0008\u0010-\u001f]/);
  await why.getByText(/0,\d\d/).first().waitFor();
});

scene("a language that is not there gives English", { locale: "fr-FR" }, async ({ page }) => {
  assert.equal(await language(page), "en");
  await button(page, "Open").waitFor();
});

scene("German fits a phone", { locale: "de-DE", ...PHONE, ...STILL }, async ({ page }) => {
  const look = async (what) => {
    await screenshot(page, `german-phone-${what}`);
    await expectAccessible(page);
    assert.equal(await overflow(page), 0, `${what}: nothing sticks out`);
    assert.deepEqual(await cutOff(page), [], `${what}: nothing is cut off`);
  };
  await look("text");
  const panels = page.getByRole("navigation", { name: "Teile der Seite" });
  await panels.getByRole("button", { name: "Filter" }).click();
  await look("filters");
  await panels.getByRole("button", { name: "Überblick" }).click();
  await look("overview");
  await button(page, "Hilfe").click();
  await page.getByRole("dialog").waitFor();
  await look("help");
});

scene("words that do not come are said to be missing", { expected: [/404/], serviceWorkers: "block" }, async ({ page, context }) => {
  await context.route(/strings\/de-/, (route) => route.fulfill({ status: 404, body: "" }));
  await choose(page, "Help", "Deutsch");
  await page.getByText("This language could not be loaded.").waitFor({ state: "attached" });
  assert.equal(await language(page), "en");
});

const GERMAN = { locale: "de-DE" };
const notices = (page) => page.getByRole("status", { name: "Hinweise" });

scene("what is wrong with a link is said in German", { ...GERMAN, fragment: "#/d/kerry-russia?stance=furious&shape=round&v=9" }, async ({ page }) => {
  await notices(page).getByText("Der Teil „stance=furious“ des Links wurde nicht verstanden und weggelassen.").waitFor();
  await notices(page).getByText("Der Link stammt von einer neueren Version; gezeigt wird, was diese davon kennt.").waitFor();
});

for (const [what, name, bytes, said] of [
  ["an empty file", "empty.txt", " \n", "Hierin steht kein Text."],
  ["a picture", "picture.png", "\x89PNG\0", /^Das ist keine Textdatei/],
  ["a table with an empty line", "a.jsonl", '{"text":"It rained."}\nnone\n{"text":"It snowed."}\n', /^1 Datensatz ist fehlerhaft und fehlt; der erste ist Nummer 2\.$/],
]) {
  scene(`what is wrong with a file is said in German: ${what}`, GERMAN, async ({ page }) => {
    await page.locator("input[type=file]").first().setInputFiles({ name, mimeType: "", buffer: Buffer.from(bytes, "latin1") });
    const read = page.getByRole("button", { name: "Diese Tabelle lesen" });
    await notices(page).getByText(said).or(read).first().waitFor();
    if (await read.isVisible()) await read.click();
    await notices(page).getByText(said).waitFor();
  });
}

const LOST = ["mark", "no such words", "18", "before ", " behind", "here", "bridge", "The bridge", "place"].join("\t");
const CARRIED = `#/d/kerry-russia?c=1${deflateRawSync(Buffer.from(`${LOST}\n`)).toString("base64url")}`;
scene("why a correction does not fit is said in German", { ...GERMAN, fragment: CARRIED }, async ({ page }) => {
  await page.getByRole("button", { name: /Korrektur/ }).first().click();
  await page.getByText("Diese Wörter stehen nicht mehr im Text.").first().waitFor();
});
