// Every view and every dialog, for everybody: axe, targets, nothing cut off, in light and dark,
// wide, on a phone, at 320 px and at 200 %; forced colours, paper, and text from right to left.
import { strict as assert } from "node:assert";

import { expectAccessible } from "./stage/accessible.mjs";
import { choice, correct, expectText, matching, meant, openDialog, paste } from "./stage/reader.mjs";
import { scene } from "./stage/scene.mjs";
import { screenshot } from "./stage/screenshot.mjs";

// Without motion, since a colour on its way to another is not what is looked at.
const STILL = { reducedMotion: "reduce" };
const WIDE = { viewport: { width: 1280, height: 800 }, ...STILL };
const PHONE = { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true, ...STILL };
const TABLE = {
  name: "thread.csv",
  mimeType: "text/csv",
  buffer: Buffer.from("nick,what was said\nAda,Mayor Thorne is wrong.\nBo,\"No, Thorne is right!\"\n"),
};

/** The smallest target of WCAG 2.2 AA, in CSS pixels. */
const TARGET = 24;

/** Controls that are shown and too small; marks are words in a line, which may be. */
const tooSmall = (page) =>
  page.evaluate((least) => {
    const controls = "button, summary, select, input, textarea, a[href]:not(.skip)";
    const found = [...document.querySelectorAll(controls)].map((control) => {
      const box = (control.closest("label") ?? control).getBoundingClientRect();
      return { control, width: box.width, height: box.height };
    });
    const small = found.filter(
      ({ control, width, height }) =>
        control.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) &&
        width > 1 &&
        !control.closest("mark") &&
        (width < least - 0.01 || height < least - 0.01),
    );
    return small.map(({ control, width, height }) => {
      const name = control.getAttribute("aria-label") ?? control.innerText;
      return `${control.className || control.tagName} "${name}": ${width} by ${height}`;
    });
  }, TARGET);

/** What reaches out of the window sideways, unless it can be scrolled in a box of its own, or is
 *  the context in a line of the concordance, of which as much is shown as there is room for. */
const sticksOut = (page) =>
  page.evaluate(() => {
    const most = document.documentElement.clientWidth;
    const scrolls = (element) =>
      element && (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    const all = [...document.querySelectorAll("header *, main *, dialog[open] *, .beside *, .filters *")];
    const out = all.filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 1 && (right > most + 1 || left < -1) && element.checkVisibility() &&
        !element.closest(".in-line") && !scrolls(element);
    });
    const wide = document.documentElement.scrollWidth - most;
    return [...(wide > 0 ? [`the page by ${wide} px`] : []), ...out.slice(0, 5).map((each) => `${each.tagName}.${each.getAttribute("class")}`)];
  });

/** How far the name at the top reaches under the tools beside it, in CSS pixels. */
const nameUnderTools = (page) =>
  page.evaluate(() => {
    const words = document.createRange();
    words.selectNodeContents(document.querySelector(".brand .name"));
    const name = document.querySelector(".brand .name").getBoundingClientRect();
    const right = name.width > 1 ? words.getBoundingClientRect().right : 0;
    return Math.max(0, right - document.querySelector(".tools").getBoundingClientRect().left);
  });

const tab = (page, name) =>
  page.getByRole("group", { name: "Views" }).getByRole("button", { name, exact: true });
const panels = (page) => page.getByRole("navigation", { name: "Parts of the page" });
const button = (page, name) => page.getByRole("button", { name, exact: true }).first();

/** Goes from view to view and from dialog to dialog, and has each looked at. */
async function everyView(page, look) {
  await look("read");
  for (const panel of ["Overview", "Filters", "Text"]) {
    const there = panels(page).getByRole("button", { name: panel });
    if (!(await there.isVisible())) continue;
    await there.click();
    if (panel !== "Text") await look(panel);
  }
  await page.locator("mark[data-stance=critical]").first().click();
  await page.getByRole("region", { name: "Why?" }).getByText("Judged by").waitFor();
  await look("why");
  await page.keyboard.press("Escape");
  await tab(page, "Matrix").click();
  await page.locator(".matrix-cell").first().click();
  await look("matrix");
  await tab(page, "Network").click();
  await page.getByRole("list", { name: "Relations" }).getByRole("button").first().click();
  await look("network");
  await tab(page, "Concordance").click();
  await page.getByRole("region", { name: "Concordance" }).getByRole("button", { name: "Russia" }).click();
  await page.locator(".in-line").first().waitFor();
  await look("concordance");
  await tab(page, "Read").click();

  const dialog = async (opener, name, what) => {
    await opener();
    const opened = page.getByRole("dialog", { name });
    await opened.waitFor();
    await look(what);
    await page.keyboard.press("Escape");
    await opened.waitFor({ state: "hidden" });
  };
  const mark = page.locator("mark[data-entity]").first();
  await dialog(() => correct(page, mark), /^Correct/, "correct");
  await meant(page, mark, "Jane Kerry");
  await look("corrected");
  const corrections = page.getByRole("group", { name: "Corrections", exact: true });
  await dialog(
    () => corrections.getByRole("button", { name: /\d+ correction/ }).click(),
    /orrections/,
    "corrections",
  );
  await dialog(() => button(page, "Share").click(), "Share this view", "share");
  await dialog(() => button(page, "Export").click(), "Save what was found", "export");
  await dialog(() => button(page, "Help").click(), "How to read this page", "help");
  // A text of one's own makes the library something to see.
  await paste(page, "Mayor Ada Thorne praised the Harbour Trust of Elmsworth.");
  await expectText(page, "Elmsworth");
  await dialog(() => openDialog(page), "Open a discussion", "open");
  const file = async () => {
    const open = await openDialog(page);
    await open.getByLabel("Choose a file").setInputFiles(TABLE);
  };
  await dialog(file, "What do the columns hold?", "columns");
}

for (const [name, profile] of Object.entries({
  "wide, light": WIDE,
  "wide, dark": { ...WIDE, colorScheme: "dark" },
  "phone, light": PHONE,
  "phone, dark": { ...PHONE, colorScheme: "dark" },
  "320 px": { viewport: { width: 320, height: 640 }, ...STILL },
  "200 % of 640 px": { viewport: { width: 320, height: 240 }, deviceScaleFactor: 2, ...STILL },
})) {
  scene(`every view and dialog: ${name}`, profile, async ({ page }) => {
    // All of them are looked at before any is held against the page.
    const wrong = [];
    await everyView(page, async (what) => {
      await page.mouse.move(0, 0);
      await screenshot(page, `everybody ${name} ${what}`.replace(/\W+/g, "-"));
      for (const found of await tooSmall(page)) wrong.push(`${what}: small: ${found}`);
      for (const found of await sticksOut(page)) wrong.push(`${what}: sticks out: ${found}`);
      const under = await nameUnderTools(page);
      if (under > 0) wrong.push(`${what}: the name is ${under} px under the tools`);
      await expectAccessible(page).catch(({ actual }) => wrong.push(`${what}: ${actual}`));
    });
    assert.deepEqual(wrong, []);
  });
}

/** The signs of stances as they are drawn, by stance. */
const glyphs = (page) =>
  page.evaluate(() => {
    const drawn = (mark, part) => getComputedStyle(mark, part).content.replace(/["\s]|none|normal/g, "");
    const marks = [...document.querySelectorAll("mark[data-stance]")];
    const sign = (mark) => drawn(mark, "::before") + drawn(mark, "::after");
    // Of marks in one another, one has the sign.
    const signed = marks.filter((mark) => sign(mark));
    return Object.fromEntries(signed.map((mark) => [mark.dataset.stance, sign(mark)]));
  });

/** Judged words that no sign stands behind; of marks in one another, the handle has it. */
const signless = (page) =>
  page.evaluate(() => {
    const judged = [...document.querySelectorAll("p:not([hidden]) mark:not([data-stance=neutral])")];
    const own = judged.filter((mark) => !mark.querySelector(".handle"));
    const bare = own.filter((mark) => /^(none|normal)$/.test(getComputedStyle(mark, "::after").content));
    return bare.map((mark) => mark.textContent);
  });

scene("forced colours leave the stance to its sign", { ...WIDE, forcedColors: "active" }, async ({ page }) => {
  const signs = await glyphs(page);
  assert.match(signs.critical, /−/);
  assert.match(signs.supportive, /\+/);
  assert.deepEqual(await signless(page), []);
  await screenshot(page, "everybody-forced-colours-read");
  await tab(page, "Matrix").click();
  await page.locator(".matrix-cell").first().waitFor();
  await screenshot(page, "everybody-forced-colours-matrix");
  await tab(page, "Network").click();
  await page.getByRole("list", { name: "Relations" }).waitFor();
  await screenshot(page, "everybody-forced-colours-network");
});

scene("who wants no motion sees none", WIDE, async ({ page }) => {
  const moving = await page.evaluate(() => {
    const seconds = (list) => Math.max(...list.split(",").map(parseFloat));
    return [...document.querySelectorAll("*")].filter((element) => {
      const { transitionDuration, animationDuration, animationName } = getComputedStyle(element);
      const animated = animationName !== "none" && seconds(animationDuration) > 0.01;
      return seconds(transitionDuration) > 0.01 || animated;
    }).length;
  });
  assert.equal(moving, 0);
});

scene("on paper: what the filter shows, with marks and legend", WIDE, async ({ page }) => {
  await choice(page, "Section", "Comments").click();
  await choice(page, "Stance", "Critical").click();
  await page.getByRole("button", { name: "hidden" }).click();
  const ids = await matching(page);
  assert.ok(ids.length > 0);
  await page.emulateMedia({ media: "print" });
  const shown = await page.locator("p[data-section]:visible").evaluateAll((all) => all.map((p) => p.id));
  assert.deepEqual(shown, ids);
  assert.equal(await page.locator(`#${ids[0]} mark`).first().isVisible(), true);
  assert.equal(await page.locator(".print-legend").isVisible(), true);
  const signs = await glyphs(page);
  assert.match(signs.critical, /−/);
  assert.deepEqual(await signless(page), []);
  await screenshot(page, "everybody-print", { fullPage: true });
});

scene("a paragraph from right to left begins at the right", WIDE, async ({ page }) => {
  await paste(page, "Russia answers.\n\nقالت روسيا إنها تريد السلام.\n\nרוסיה מסכימה.");
  await expectText(page, "روسيا");
  const edges = await page.locator("p[data-section]").evaluateAll((all) =>
    all.map((p) => {
      const words = document.createRange();
      words.selectNodeContents(p);
      const [text, box] = [words.getBoundingClientRect(), p.getBoundingClientRect()];
      return box.right - text.right < text.left - box.left ? "right" : "left";
    }),
  );
  assert.deepEqual(edges, ["left", "right", "right"]);
  await screenshot(page, "everybody-right-to-left");
});
