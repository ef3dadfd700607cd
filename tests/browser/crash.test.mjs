// The browser is killed in the middle of saving, and everything that the page had called saved is there.
import { strict as assert } from "node:assert";
import { after, before, test } from "node:test";

import { launchOn, profileFolder } from "./stage/profile.mjs";
import { correct, corrections, eventually, expectText, meant, paste, saved } from "./stage/reader.mjs";
import { ready } from "./stage/scene.mjs";
import { startServer } from "./stage/server.mjs";

/** How often each is tried: when the browser dies is different every time. */
const ROUNDS = 3;

const marks = (page, words) => page.locator("mark").filter({ hasText: words });

let server;

before(async () => {
  server = await startServer();
});

after(() => server?.stop());

async function open(page) {
  page.setDefaultTimeout(15_000);
  await page.goto(`${server.address}#/d/kerry-russia`);
  await ready(page);
}

/** How many corrections the page has. */
async function count(page) {
  const said = await corrections(page).getByRole("button", { name: /^\d+ corrections?/ }).innerText();
  return Number(/\d+/.exec(said)[0]);
}

/** Makes a correction and lets the page die `patience` milliseconds later, saved or not. */
async function correctAndDie(page, patience, die) {
  await correct(page, marks(page, "Kerry").first());
  const clicked = page.evaluate(() => {
    const buttons = [...document.querySelectorAll("#correct-dialog button")];
    buttons.find((button) => button.textContent === "Remove").click();
  });
  clicked.catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, patience));
  await die();
}

const isThere = (page, name) =>
  page.getByRole("region", { name: "Overview" }).getByText(name, { exact: true }).waitFor();

/** Makes a correction that is confirmed and one that is not, and lets the page die. */
async function round(page, number, confirmed, die) {
  await open(page);
  if (confirmed > 0) await eventually(async () => assert.ok((await count(page)) >= confirmed));
  await meant(page, marks(page, "Russia").first(), `Federation ${number}`);
  await saved(page);
  const now = await count(page);
  // At once, and at moments when the transaction may be under way.
  await correctAndDie(page, number * 3, die);
  return now;
}

/** Waits until a page has what was confirmed. */
async function expectConfirmed(page, confirmed, number) {
  await open(page);
  await eventually(async () => assert.ok((await count(page)) >= confirmed));
  await isThere(page, `Federation ${number}`);
}

test("all of the browser is killed while it saves, and nothing is lost that was confirmed", async (t) => {
  const folder = await profileFolder(t);
  let confirmed = 0;
  for (let number = 0; number < ROUNDS; number += 1) {
    const { page, kill } = await launchOn(folder);
    try {
      confirmed = await round(page, number, confirmed, kill);
    } finally {
      await kill();
    }
    const later = await launchOn(folder);
    try {
      await expectConfirmed(later.page, confirmed, number);
    } finally {
      await later.kill();
    }
  }
  assert.ok(confirmed >= ROUNDS);
});

test("the page's process crashes while it saves, and nothing is lost that was confirmed", async (t) => {
  const { page: first, kill } = await launchOn(await profileFolder(t));
  try {
    const context = first.context();
    let confirmed = 0;
    for (let number = 0; number < ROUNDS; number += 1) {
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      const crashed = new Promise((resolve) => page.once("crash", resolve));
      confirmed = await round(page, number, confirmed, () => {
        // Whoever crashes does not answer.
        session.send("Page.crash").catch(() => {});
        return crashed;
      });
      await expectConfirmed(await context.newPage(), confirmed, number);
    }
    assert.ok(confirmed >= ROUNDS);
  } finally {
    await kill();
  }
});

test("a text that was pasted is there after the browser was killed, with its corrections", async (t) => {
  const folder = await profileFolder(t);
  const first = await launchOn(folder);
  let address;
  try {
    await open(first.page);
    await paste(first.page, "# The ferry of Nan Holt\n\nNan Holt rows the ferry. Everybody admires Nan Holt.");
    await expectText(first.page, "ferry");
    await meant(first.page, marks(first.page, "Nan Holt").first(), "Nancy Holt");
    await saved(first.page);
    address = first.page.url();
  } finally {
    await first.kill();
  }
  const second = await launchOn(folder);
  try {
    second.page.setDefaultTimeout(15_000);
    await second.page.goto(address);
    await ready(second.page);
    await expectText(second.page, "ferry");
    await isThere(second.page, "Nancy Holt");
  } finally {
    await second.kill();
  }
});
