// A Chromium of its own with a profile on the disk: it can be killed, and opened again on what it left.
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { chromium } from "playwright-core";

import { EXECUTABLE, FLAGS } from "./chromium.mjs";

/** How long a browser may take to start, in milliseconds. */
const PATIENCE = 20_000;

/** A folder for a profile, gone with the test. */
export async function profileFolder(t) {
  const folder = await mkdtemp(join(tmpdir(), "stancelight-profile-"));
  t.after(() => rm(folder, { recursive: true, force: true, maxRetries: 10 }));
  return folder;
}

/**
 * Starts a browser on a profile. `page` is its first page; `kill` ends all of its processes at once, as
 * a power cut would, without a word to any of them.
 */
export async function launchOn(folder) {
  const said = join(folder, "DevToolsActivePort");
  await rm(said, { force: true });
  const options = [`--user-data-dir=${folder}`, "--remote-debugging-port=0", "--headless", "--window-size=1280,900", "about:blank"];
  // A group of its own, so that all of it can be ended.
  const child = spawn(EXECUTABLE, [...FLAGS, ...options], { detached: true, stdio: "ignore" });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const kill = async () => {
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch {
      // It has ended already.
    }
    await ended;
  };
  const end = Date.now() + PATIENCE;
  for (;;) {
    const port = await readFile(said, "utf8").then((text) => text.split("\n")[0], () => "");
    if (port) {
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
      const [context] = browser.contexts();
      return { browser, page: context.pages()[0] ?? (await context.newPage()), kill };
    }
    if (Date.now() > end) {
      await kill();
      throw new Error("Chromium did not start");
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
