// How long a processor has worked on a page: on a busy machine a better measure than the time that
// passes. Linux alone tells so for one thread; elsewhere there is no such clock.
import { readFile } from "node:fs/promises";

/** Milliseconds of the main thread of each process that shows pages, by its number. */
async function threads(session) {
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const times = new Map();
  for (const { id, type } of processInfo) {
    if (type !== "renderer") continue;
    const line = await readFile(`/proc/${id}/task/${id}/schedstat`, "utf8").catch(() => "");
    if (line) times.set(id, Number(line.split(" ")[0]) / 1e6);
  }
  return times;
}

/** A clock for a page, in milliseconds; none where there is no such clock. */
export async function processorClock(browser, page) {
  const session = await browser.newBrowserCDPSession();
  const before = await threads(session);
  // Whichever process works now is the page's.
  await page.evaluate(() => {
    const end = performance.now() + 200;
    while (performance.now() < end);
  });
  const worked = [...(await threads(session))].map(([id, time]) => [id, time - (before.get(id) ?? 0)]);
  const [id] = worked.sort((one, other) => other[1] - one[1])[0] ?? [];
  return id && (async () => (await threads(session)).get(id));
}
