// Measures the page in dist/: a long text drawn as a whole against the window of what is near the
// screen, and a very long one. Usage: node page.mjs FOLDER; CHROMIUM and XTASK come from xtask.
//
// What counts is the CPU time of the page's main thread, layout included. The ways take turns in
// one browser, so that a busy machine slows all of them.
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { quickOnly } from "../../../tests/browser/stage/quick.mjs";
import { launchChromium, startServer } from "./stage.mjs";
import { figure, median } from "./table.mjs";

const ROUNDS = 5;
const texts = join(process.argv[2], "texts");

/** For paper everything is drawn; without content-visibility the browser lays all of it out. */
const WAYS = {
  everything: { event: "beforeprint", visible: true },
  visibility: { event: "beforeprint", visible: false },
  window: { event: "afterprint", visible: false },
};

async function openText(page, name, bytes) {
  const start = performance.now();
  await page.getByRole("button", { name: "Open", exact: true }).first().click();
  const file = { name: `${name}.txt`, mimeType: "text/plain", buffer: bytes };
  await page.getByLabel("Choose a file").setInputFiles(file);
  await page.waitForFunction(
    (words) => document.querySelector("#p1")?.textContent.startsWith(words),
    beginningOf(bytes),
  );
  await settle(page);
  return performance.now() - start;
}

/** The first words of a text. */
const beginningOf = (bytes) => bytes.subarray(0, 12).toString("latin1").trim();

const settle = (page) =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );

/** The main thread's CPU milliseconds that something takes until it is on the screen. */
async function cpu(page, session, act) {
  const used = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration").value * 1000;
  };
  await settle(page);
  const before = await used();
  await act();
  await settle(page);
  return (await used()) - before;
}

/** A click that waits for nothing, since waiting is what is measured. */
const click = (page, name) =>
  page.evaluate((wanted) => {
    const buttons = [...document.querySelectorAll("main .tabs button, .filters button")];
    buttons.find((button) => button.textContent.includes(wanted)).click();
  }, name);

const [browser, server] = await Promise.all([launchChromium(), startServer()]);
try {
  // The policy of the page forbids styles of others, which the first way needs.
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    bypassCSP: true,
    serviceWorkers: "block",
  });
  await context.addInitScript(quickOnly);
  const page = await context.newPage();
  page.setDefaultTimeout(300_000);
  page.on("pageerror", (error) => console.error(error));
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.goto(server.address);
  await page.waitForSelector("html[data-ready]");
  await page.addStyleTag({
    content: "[data-all] .text p[data-section] { content-visibility: visible !important }",
  });

  const bytes = await readFile(join(texts, "1-MB.txt"));
  await openText(page, "one", bytes);
  const found = { show: [], filter: [] };
  let marks;
  for (let round = 0; round < ROUNDS; round += 1) {
    const ways = Object.entries(WAYS);
    const shift = round % ways.length;
    const [show, filter] = [{}, {}];
    for (const [way, { event, visible }] of [...ways.slice(shift), ...ways.slice(0, shift)]) {
      await click(page, "Matrix");
      await settle(page);
      await page.evaluate(
        ([name, all]) => {
          window.dispatchEvent(new Event(name));
          document.documentElement.toggleAttribute("data-all", all);
        },
        [event, visible],
      );
      show[way] = await cpu(page, session, () => click(page, "Read"));
      if (way !== "window") marks = await page.locator("mark").count();
      filter[way] = await cpu(page, session, () => click(page, "Critical"));
      await click(page, "Critical");
      await settle(page);
    }
    found.show.push(show);
    found.filter.push(filter);
    process.stderr.write(".");
  }
  const of = (rounds, way) => figure(median(rounds.map((round) => round[way])));
  const ratio = (rounds, way) =>
    figure(median(rounds.map((round) => round[way] / round.everything)));
  const row = (label, rounds) =>
    `| ${label} | ${Object.keys(WAYS).map((way) => of(rounds, way)).join(" | ")} | ` +
    `${ratio(rounds, "visibility")} | ${ratio(rounds, "window")} |`;
  console.log(`
| 1 MB, ${marks} marks, CPU ms | everything | content-visibility | window | 2nd to 1st | 3rd to 1st |
|---|---|---|---|---|---|
${row("show the text", found.show)}
${row("change the filter", found.filter)}
`);

  const long = await readFile(join(texts, "10-MB.txt"));
  const opening = await openText(page, "ten", long);
  const changes = { words: [], stance: [] };
  const words = (typed) => page.getByLabel("Words in the paragraph").fill(typed);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const typed of ["river", ""]) {
      changes.words.push(await cpu(page, session, () => words(typed)));
      changes.stance.push(await cpu(page, session, () => click(page, "Critical")));
    }
    process.stderr.write(".");
  }
  const first = changes.words.shift();
  process.stderr.write("\n");
  console.log(`
| 10 MB | ms |
|---|---|
| open, until it is read and on the screen | ${figure(opening)} |
| the first search for words, CPU | ${figure(first)} |
| a change of the words, CPU | ${figure(median(changes.words))} |
| a change of the stances, CPU | ${figure(median(changes.stance))} |
`);
} finally {
  await browser.close();
  await server.stop();
}
